import { join } from 'node:path';
import { createClient } from '@kepu/api-client';
import { inProcessFetch, registerWeb } from './platform/web/index.js';
import type { AppConfig } from './platform/config/config.js';
import { repositoryRoot, type Application } from './server.js';

/** Portal and back office on the same origin as the API. Pages read through a client that speaks for anybody. */
export const serveWeb = async ({ fastify, logger }: Application, config: AppConfig): Promise<void> => {
  await registerWeb(fastify, {
    portalDir: join(repositoryRoot, 'apps/portal'), adminDir: join(repositoryRoot, 'apps/admin'),
    client: (locale) => createClient({ baseUrl: config.publicUrl, fetch: inProcessFetch(fastify), headers: { 'accept-language': locale } }),
    config: { publicUrl: config.publicUrl, dev: config.dev, site: config.site },
    report: (error, message) => logger.error({ err: error }, message),
  });
};
