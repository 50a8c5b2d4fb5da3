import { join } from 'node:path';
import { prepareContents } from './cli/seed/contents.js';
import { Readiness } from './modules/system/index.js';
import type { AppConfig } from './platform/config/config.js';
import { repositoryRoot } from './platform/config/repository.js';
import { buildApplication } from './server.js';
import { serveWeb } from './serve-web.js';

/** Where the reference data and the demo city stand. */
const seedsFolder = join(repositoryRoot, 'seeds');
/** How long requests may take to end once the process is asked to stop. */
const STOP_MS = 20_000;

/** A running process. */
export interface RunningServer { readonly url: string; stop(reason: string): Promise<void> }

/** Starts everything that the roles of this process ask for. Resolves when it serves. */
export const runServer = async (config: AppConfig): Promise<RunningServer> => {
  const application = await buildApplication(config);
  const { app, fastify, logger } = application;
  if (config.roles.includes('web')) await serveWeb(application, config);
  await app.init();
  const notes = await prepareContents(app, config, seedsFolder);
  await app.listen(config.port, config.host);
  const address = fastify.server.address();
  const port = typeof address === 'object' && address ? address.port : config.port;
  const url = `http://${config.host.includes(':') ? 'localhost' : config.host}:${port}`;
  logger.info({ url, roles: config.roles, data: config.databaseUrl ? 'database' : 'sqlite' }, 'ready');
  for (const note of notes) process.stdout.write(`${note}\n`);
  process.stdout.write(`\n科普志愿  Kepu  ${config.publicUrl.endsWith(`:${port}`) ? config.publicUrl : url}\n`);

  return {
    url,
    stop: async (reason) => {
      logger.info({ reason }, 'stopping');
      app.get(Readiness).stop();
      // Keep-alive clients hold the process for over a minute otherwise: idle connections go at once, busy ones after their answer.
      const closing = setInterval(() => fastify.server.closeIdleConnections(), 100);
      const forced = setTimeout(() => fastify.server.closeAllConnections(), STOP_MS);
      await app.close();
      clearInterval(closing);
      clearTimeout(forced);
    },
  };
};
