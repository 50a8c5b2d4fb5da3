import { join } from 'node:path';
import { createClient } from '@kepu/api-client';
import { Jobs } from './platform/jobs/index.js';
import { OpenPositions, PeopleIndex } from './modules/matching/index.js';
import { registerMetrics } from './platform/metrics/metrics.js';
import { registerDocs } from './platform/openapi/docs-page.js';
import { inProcessFetch, registerWeb } from './platform/web/index.js';
import type { AppConfig } from './platform/config/config.js';
import { repositoryRoot } from './platform/config/repository.js';
import type { Application } from './server.js';

/** Portal and back office on the same origin as the API. Pages read through a client that speaks for anybody. */
export const serveWeb = async ({ app, fastify, logger, opened }: Application, config: AppConfig): Promise<void> => {
  const [people, positions] = [app.get(PeopleIndex), app.get(OpenPositions)];
  registerMetrics(fastify, { token: config.metricsToken, statements: opened.statements, jobs: app.get(Jobs), gauges: () => ({ matching_index_people: people.size, matching_index_positions: positions.size }) });
  await registerWeb(fastify, {
    portalDir: join(repositoryRoot, 'apps/portal'), adminDir: join(repositoryRoot, 'apps/admin'),
    client: (locale) => createClient({ baseUrl: config.publicUrl, fetch: inProcessFetch(fastify), headers: { 'accept-language': locale } }),
    config: { publicUrl: config.publicUrl, dev: config.dev, site: config.site },
    report: (error, message) => logger.error({ err: error }, message),
  });
  await registerDocs(fastify);
};
