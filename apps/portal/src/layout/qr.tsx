/** A QR code that the API has drawn. As a picture nothing in it can run, and the content policy lets it in. */
export const Qr = ({ svg, alt }: { readonly svg: string; readonly alt: string }) => <img className="qr" src={`data:image/svg+xml,${encodeURIComponent(svg)}`} alt={alt} width="200" height="200" />;
