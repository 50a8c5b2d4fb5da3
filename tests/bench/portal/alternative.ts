import { createServer, request as ask, type Server } from 'node:http';
import { readFileSync } from 'node:fs';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { build } from 'vite';
import react from '@vitejs/plugin-react';

const types: Readonly<Record<string, string>> = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8' };

/** The same list as a page that the browser makes: React and a router, then a request for the rows. Compressed as ours, its API calls passed on to `api`. */
export async function serveClientRendered(source: string, outDir: string, api: string): Promise<{ url: string; close: () => Promise<void> }> {
  await build({ root: source, plugins: [react()], logLevel: 'error', build: { outDir, emptyOutDir: true } });
  const server: Server = createServer((request, response) => {
    const url = request.url ?? '/';
    if (url.startsWith('/api/')) {
      request.pipe(ask(api + url, { method: request.method, headers: { ...request.headers, host: new URL(api).host } }, (answer) => {
        response.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(response);
      }));
      return;
    }
    const file = url.startsWith('/assets/') ? path.join(outDir, path.normalize(url)) : path.join(outDir, 'index.html');
    try {
      response.writeHead(200, { 'content-type': types[path.extname(file)] ?? 'application/octet-stream', 'content-encoding': 'br' });
      response.end(brotliCompressSync(readFileSync(file)));
    } catch {
      response.writeHead(404).end();
    }
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close: async () => { server.closeAllConnections(); server.close(); await once(server, 'close'); } };
}
