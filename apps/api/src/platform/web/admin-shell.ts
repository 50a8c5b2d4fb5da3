import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { registerAssets } from './assets.js';
import { adminPolicy, devPolicy } from './security-headers.js';
import { notBuilt, sendUnavailable } from './unavailable.js';

/** The shell of the back office in development, from its sources. */
export type DevShell = (url: string) => Promise<string>;
const placeholder = '__CSP_NONCE__';
// Addresses of the back office carry ids and codes; what ends like a file was meant as one.
const fileLike = /\.(js|mjs|css|map|svg|png|ico|json|txt|webmanifest|woff2?)$/i;

/** The back office at `/admin`: one shell for every address in it, with a nonce of its own in each answer. */
export const registerAdmin = (fastify: FastifyInstance, adminDir: string, devShell: DevShell | null): void => {
  const dist = path.join(adminDir, 'dist');
  const file = path.join(dist, 'index.html');
  const parts = !devShell && existsSync(file) ? readFileSync(file, 'utf8').split(placeholder) : null;
  if (!devShell && existsSync(path.join(dist, 'assets'))) registerAssets(fastify, '/admin/assets', path.join(dist, 'assets'));

  const serve = async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    if (fileLike.test(request.url.split('?', 1)[0] ?? '')) return reply.status(404).header('cache-control', 'no-store').type('text/plain; charset=utf-8').send('Not found\n');
    if (!devShell && !parts) return sendUnavailable(reply, notBuilt('admin'));
    const nonce = randomBytes(16).toString('base64');
    const html = devShell ? (await devShell(request.url)).replaceAll(placeholder, nonce) : (parts ?? []).join(nonce);
    return reply.headers({ 'content-security-policy': devShell ? devPolicy : adminPolicy(nonce), 'cache-control': 'no-store', 'x-robots-tag': 'noindex' }).type('text/html; charset=utf-8').send(html);
  };
  fastify.get('/admin', serve);
  fastify.get('/admin/*', serve);
};
