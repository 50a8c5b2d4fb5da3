import { randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import cookie from '@fastify/cookie';
import multipart from '@fastify/multipart';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { NestFactory } from '@nestjs/core';
import { localeOf } from '@kepu/contracts/labels';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { AppModule } from './app.module.js';
import { entities } from './entities.js';
import { migrations } from './migrations/index.js';
import { Clock, SystemClock, TestClock } from './platform/clock/index.js';
import { sqliteFile, type AppConfig } from './platform/config/config.js';
import { databaseConfigOf, type OpenDatabase } from './platform/database/index.js';
import { migrate } from './platform/database/migrate.js';
import { openOwnedDatabase } from './platform/database/owned-database.js';
import { ContractAdapter } from './platform/http/contract-adapter.js';
import { problemOf } from './platform/http/problem.filter.js';
import { createLogger, NestLog, withoutRedaction, type Logger } from './platform/logging/logger.js';
import { Failpoints } from './platform/test-control/failpoints.js';
import { openTestControl } from './platform/test-control/test-control.js';
import { securityHeaders } from './platform/web/index.js';

/** The largest JSON body: a pasted table with its HTML. Files come as multipart, within the limit of their route. */
const BODY_LIMIT = 8 * 1024 * 1024;

/** In place of Fastify's compilers. Errors: always, for a route says its shapes in its contract. */
const noSchemas = (): never => { throw new Error('A route with a schema of Fastify: its shapes belong into its contract.'); };

/** The application with everything that was opened for it, before it listens. */
export interface Application { readonly app: NestFastifyApplication; readonly fastify: FastifyInstance; readonly opened: OpenDatabase; readonly clock: Clock; readonly logger: Logger }

/**
 * Opens the database, migrates it and builds the application. Does not listen and starts no worker, so commands use it too.
 * Errors: what stands in the way, in words for the person who started it.
 */
export const buildApplication = async (config: AppConfig): Promise<Application> => {
  const logger = createLogger(config.logLevel);
  // A demo's past is written by moving the clock before the server listens; production has neither demo nor test control.
  const clock = config.testControl || config.demo ? new TestClock() : new SystemClock();
  mkdirSync(config.dataDir, { recursive: true, mode: 0o700 });
  const opened = await openOwnedDatabase(databaseConfigOf(config.databaseUrl, sqliteFile(config), config.databasePool), entities, clock.now());
  try {
    const applied = await migrate(opened, migrations, { now: () => clock.now() });
    if (applied.length > 0) logger.info({ applied }, 'migrated');
    const adapter = new ContractAdapter({
      trustProxy: typeof config.trustProxy === 'number' ? (_address, hop) => hop < Number(config.trustProxy) : config.trustProxy, genReqId: () => randomUUID(), bodyLimit: BODY_LIMIT, requestTimeout: 120_000, routerOptions: { ignoreTrailingSlash: false, maxParamLength: 100 },
      // Contracts check what comes and goes. Fastify would load two compilers of JSON Schema for that, with every start and for no route.
      schemaController: { compilersFactory: { buildValidator: noSchemas, buildSerializer: noSchemas } },
      // An address that cannot be decoded reaches no route and so no filter.
      frameworkErrors: (error: Error, request: FastifyRequest, reply: FastifyReply) => {
        const { problem } = problemOf(error, localeOf(request.headers['accept-language']), request.id);
        void reply.headers(securityHeaders(config.publicUrl)).status(problem.status).type('application/problem+json; charset=utf-8').send(JSON.stringify(problem));
      },
    });
    const fastify = adapter.getInstance<FastifyInstance>();
    const app = await NestFactory.create<NestFastifyApplication>(AppModule.with({ config, clock, logger }, opened), adapter, {
      logger: new NestLog(logger), bodyParser: false, abortOnError: false, forceCloseConnections: false,
    });
    await readRequests(fastify, logger);
    app.setGlobalPrefix('api/v1');
    if (config.testControl && clock instanceof TestClock) openTestControl(fastify, { clock, failpoints: app.get(Failpoints), statements: opened.statements });
    return { app, fastify, opened, clock, logger };
  } catch (error) {
    await opened.close();
    throw error;
  }
};

/** Bodies are JSON or multipart, nothing else; a request is logged by its id, route and time, without query or body. */
const readRequests = async (fastify: FastifyInstance, logger: Logger): Promise<void> => {
  const parseJson = fastify.getDefaultJsonParser('error', 'error');
  fastify.removeAllContentTypeParsers();
  fastify.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) => {
    // Many clients announce JSON and send nothing where nothing is asked.
    if (body === '') done(null, undefined);
    else void parseJson(request, String(body), done);
  });
  await fastify.register(cookie);
  await fastify.register(multipart, { limits: { files: 1, fields: 5, headerPairs: 100 } });
  fastify.addHook('onRequest', (request, reply, done) => {
    void reply.header('x-request-id', request.id);
    done();
  });
  const requests = withoutRedaction(logger);
  fastify.addHook('onResponse', (request, reply, done) => {
    requests.info({ requestId: request.id, method: request.method, route: request.routeOptions.url ?? null, status: reply.statusCode, ms: Math.round(reply.elapsedTime) }, 'request');
    done();
  });
};
