import type { FastifyRequest } from 'fastify';

/**
 * Whether a writing request comes from a page of another site. A browser says so in `Sec-Fetch-Site` and `Origin`, which no page can
 * change; scripts send neither and may call. The Host header counts as ours: another site cannot make a browser send a false one.
 */
export const isCrossSite = (request: Pick<FastifyRequest, 'method' | 'headers'>, publicUrl: string): boolean => {
  if (request.method === 'GET' || request.method === 'HEAD' || request.method === 'OPTIONS') return false;
  const site = request.headers['sec-fetch-site'];
  if (site === 'cross-site' || site === 'same-site') return true;
  const origin = request.headers.origin;
  if (origin === undefined) return false;
  if (!URL.canParse(origin)) return true;
  const { host, origin: asked } = new URL(origin);
  return asked !== new URL(publicUrl).origin && host !== request.headers.host;
};
