import type { Client } from '@kepu/api-client';
import type { Locale } from '@kepu/contracts/labels';
import type { FastifyInstance } from 'fastify';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { pathToFileURL } from 'node:url';
import { registerAdmin } from './admin-shell.js';
import { registerAssets } from './assets.js';
import { startDevServers } from './dev-servers.js';
import { loadPortal, type ImportModule, type PortalBuild, type SiteFields } from './portal-build.js';
import { registerPortalPages } from './portal-pages.js';
import { secureAnswers } from './security-headers.js';

/** What `registerWeb` is given. */
export interface WebOptions {
  /** Folders of the two apps; their builds are in `dist` below them. */
  readonly portalDir: string; readonly adminDir: string;
  /** The client that pages are rendered with. It speaks for anybody, in the page's language. */
  readonly client: (locale: Locale) => Client;
  readonly config: { readonly publicUrl: string; readonly dev: boolean; readonly site: SiteFields };
  /** Hears of what readers are told in general words only. */
  readonly report?: (error: unknown, message: string) => void;
  /** Milliseconds of a clock that never goes back; for tests. */
  readonly now?: () => number;
  /** For tests, which run without native modules. */
  readonly importModule?: ImportModule;
}

const importFile: ImportModule = (file) => import(pathToFileURL(file).href);
const keepSeconds = 5;

/**
 * Portal at `/`, back office at `/admin`, security headers on every answer. Call it once, before the server listens; routes
 * with a path of their own win over the portal's wildcard in any order. Where an app has no build, its pages answer 503 and say so.
 */
export const registerWeb = async (fastify: FastifyInstance, options: WebOptions): Promise<void> => {
  const { portalDir, adminDir, config, importModule = importFile } = options;
  secureAnswers(fastify, config);
  const dev = config.dev ? startDevServers(fastify, { portalDir, adminDir }, importModule) : null;
  const clientDir = path.join(portalDir, 'dist/client');
  const built: PortalBuild | null = !dev && existsSync(path.join(clientDir, '.vite/manifest.json')) && existsSync(path.join(portalDir, 'dist/server/entry.js'))
    ? await loadPortal(portalDir, importModule) : null;
  if (built) {
    registerAssets(fastify, '/assets', path.join(clientDir, 'assets'));
    const icon = path.join(clientDir, 'favicon.svg');
    const drawing = existsSync(icon) ? readFileSync(icon) : null;
    if (drawing) fastify.get('/favicon.svg', (_request, reply) => reply.header('cache-control', 'public, max-age=86400').type('image/svg+xml').send(drawing));
  }
  registerAdmin(fastify, adminDir, dev?.adminShell ?? null);
  registerPortalPages(fastify, {
    portal: dev ? dev.portal : () => Promise.resolve(built),
    client: options.client, publicUrl: config.publicUrl, site: config.site, keepSeconds: dev ? 0 : keepSeconds,
    now: options.now ?? (() => performance.now()), report: options.report ?? (() => undefined),
  });
};
