import type { FastifyInstance } from 'fastify';
import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createRequire } from 'node:module';
import path from 'node:path';
import { devAssets, type ImportModule, type PortalBuild, type PortalModule } from './portal-build.js';
import { devPolicy } from './security-headers.js';
import type { DevShell } from './admin-shell.js';

/** What is used of Vite. It is the apps' tool and not a dependency of the server, which finds it through them. */
interface DevServer {
  middlewares: (request: IncomingMessage, response: ServerResponse, next: (error?: unknown) => void) => void;
  ssrLoadModule(url: string): Promise<Record<string, unknown>>;
  transformIndexHtml(url: string, html: string): Promise<string>;
  close(): Promise<void>;
}
interface Vite { createServer(config: object): Promise<DevServer> }

const start = async (dir: string, fastify: FastifyInstance, importModule: ImportModule): Promise<DevServer> => {
  const { createServer } = (await importModule(createRequire(path.join(dir, 'package.json')).resolve('vite'))) as Vite;
  return createServer({
    root: dir, configFile: path.join(dir, 'vite.config.ts'), appType: 'custom', clearScreen: false,
    server: { middlewareMode: true, hmr: { server: fastify.server }, watch: { ignored: ['**/dist/**', '**/var/**'] } },
  });
};

/** Both apps from their sources on this origin, with hot reload. */
export const startDevServers = (
  fastify: FastifyInstance, dirs: { readonly portalDir: string; readonly adminDir: string }, importModule: ImportModule,
): { portal: () => Promise<PortalBuild>; adminShell: DevShell } => {
  // Begun and not waited for: the API is back at once after a change, and a page waits for its own Vite only.
  const portal = start(dirs.portalDir, fastify, importModule);
  const admin = start(dirs.adminDir, fastify, importModule);
  for (const server of [portal, admin]) server.catch((error: unknown) => fastify.log.error(error));
  fastify.addHook('onRequest', async (request, reply) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return;
    const url = request.url;
    if (url.startsWith('/api/')) return;
    const server = await (/^\/admin(\/|$|\?)/.test(url) ? admin : portal);
    await new Promise<void>((resolve) => server.middlewares(request.raw, reply.raw, () => resolve()));
    // Vite rewrites the address of what it looks at; the routes behind want it as it came.
    request.raw.url = url;
  });
  fastify.addHook('onClose', async () => { await Promise.all((await Promise.all([portal, admin])).map((server) => server.close())); });
  return {
    portal: async () => ({ ...((await (await portal).ssrLoadModule('/src/entry-server.tsx')) as unknown as PortalModule), assets: devAssets, policy: devPolicy }),
    adminShell: async (url) => (await admin).transformIndexHtml(url, await readFile(path.join(dirs.adminDir, 'index.html'), 'utf8')),
  };
};
