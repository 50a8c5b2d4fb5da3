import type { FastifyInstance } from 'fastify';

const closed = "default-src 'none'; base-uri 'none'; frame-ancestors 'none'";

/** Answers that are no page: nothing in them may run or load. */
export const apiPolicy = `${closed}; form-action 'none'`;

/** Public pages: their own style sheets by their hashes, their islands from this origin. */
export const portalPolicy = (styleHashes: readonly string[]): string =>
  `${closed}; script-src 'self'; style-src ${styleHashes.map((hash) => `'${hash}'`).join(' ')}; img-src 'self' data:; connect-src 'self'; form-action 'self'`;

/** The back office: its library writes style elements, which must carry the nonce of this answer. */
export const adminPolicy = (nonce: string): string =>
  `${closed}; script-src 'self'; style-src 'self' 'nonce-${nonce}'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; form-action 'self'`;

/** Development only: Vite puts scripts and styles into pages and speaks over a WebSocket. */
export const devPolicy =
  "default-src 'self'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; connect-src 'self' ws: wss:; worker-src 'self' blob:; base-uri 'none'; frame-ancestors 'none'";

const withheld = ['accelerometer', 'camera', 'display-capture', 'geolocation', 'gyroscope', 'magnetometer', 'microphone', 'midi', 'payment', 'usb'];

/** The headers that every answer carries. A route that needs another policy sets its own over them. */
export const securityHeaders = (publicUrl: string): Readonly<Record<string, string>> => ({
  'content-security-policy': apiPolicy,
  'x-content-type-options': 'nosniff',
  // Without an origin in the request, a form of our own could not be told from another site's: so not `no-referrer`.
  'referrer-policy': 'same-origin',
  'permissions-policy': withheld.map((feature) => `${feature}=()`).join(', '),
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  // For browsers inside other apps that are too old for frame-ancestors.
  'x-frame-options': 'DENY',
  ...(publicUrl.startsWith('https://') ? { 'strict-transport-security': 'max-age=31536000' } : {}),
});

/** Puts them on every answer that gets as far as a route. */
export const secureAnswers = (fastify: FastifyInstance, { publicUrl }: { readonly publicUrl: string }): void => {
  const headers = securityHeaders(publicUrl);
  fastify.addHook('onRequest', (_request, reply, done) => {
    void reply.headers(headers);
    done();
  });
};
