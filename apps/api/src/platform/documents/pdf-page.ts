import { createRequire } from 'node:module';
import path from 'node:path';

/** Comes with a library: a machine has no Chinese font that one could count on. Its files stand beside its entry, which is all that it exports. */
const fontFile = (weight: 'Regular' | 'Bold'): string => path.join(path.dirname(createRequire(import.meta.url).resolve('@embedpdf/fonts-sc')), '../fonts', `NotoSansHans-${weight}.otf`);
/** Upright A4, in points. */
export const A4 = { width: 595.28, height: 841.89 } as const;

/** Who made it and when: the same gives the same bytes. */
export interface PdfHead { readonly title: string; readonly author: string; readonly at: Date }

/** One upright page of A4. The fonts `text` and `heading` are there; words can be searched and copied. */
export const pdfPage = async (head: PdfHead, draw: (pdf: PDFKit.PDFDocument) => void): Promise<Buffer> => {
  const { default: PdfDocument } = await import('pdfkit');
  const pdf = new PdfDocument({ size: [A4.width, A4.height], margin: 0, info: { Title: head.title, Author: head.author, CreationDate: head.at, ModDate: head.at }, lang: 'zh-CN' });
  const chunks: Buffer[] = [];
  const done = new Promise<Buffer>((resolve, reject) => {
    pdf.on('data', (chunk: Buffer) => chunks.push(chunk));
    pdf.on('end', () => resolve(Buffer.concat(chunks)));
    pdf.on('error', reject);
  });
  pdf.registerFont('text', fontFile('Regular')).registerFont('heading', fontFile('Bold'));
  draw(pdf);
  pdf.end();
  return done;
};

/** The modules of a QR code, to be drawn. */
export const qrModules = async (text: string): Promise<{ readonly size: number; readonly get: (row: number, column: number) => boolean }> => {
  const { default: QRCode } = await import('qrcode');
  const { modules } = QRCode.create(text, { errorCorrectionLevel: 'M' });
  return { size: modules.size, get: (row, column) => Boolean(modules.get(row, column)) };
};
/** Draws a QR code as squares of vectors: it stays sharp on any paper. */
export const drawQr = (pdf: PDFKit.PDFDocument, { size, get }: Awaited<ReturnType<typeof qrModules>>, left: number, top: number, width: number): void => {
  const cell = width / size;
  pdf.fillColor('#000000');
  for (let row = 0; row < size; row += 1) for (let column = 0; column < size; column += 1) if (get(row, column)) pdf.rect(left + column * cell, top + row * cell, cell, cell);
  pdf.fill();
};
