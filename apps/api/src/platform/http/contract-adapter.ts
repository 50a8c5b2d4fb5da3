import type { Route } from '@kepu/contracts';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { FastifyReply } from 'fastify';
import type { KepuRequest } from './contract-route.js';

/** What the route's schema names and nothing else. Errors: of zod, for a value that does not fit; that is our bug and becomes `server.error`. */
export const answerOf = (route: Route, status: number, value: unknown): unknown => (route.also?.[status] ?? route.response)?.parse(value);

/**
 * Fastify as every route is answered through it: bare of what its schema does not name, and kept by nobody. Here and not in an interceptor, which costs
 * each request several promises and observables more.
 */
export class ContractAdapter extends FastifyAdapter {
  override reply(response: FastifyReply, body: unknown, statusCode?: number): ReturnType<FastifyAdapter['reply']> {
    const route = (response.request as KepuRequest | undefined)?.kepuRoute;
    if (!route || route.file) return super.reply(response, body, statusCode);
    // Unless a handler says that its answer is the same for everybody.
    if (!response.hasHeader('cache-control')) void response.header('cache-control', 'no-store');
    return super.reply(response, answerOf(route, statusCode ?? response.statusCode, body), statusCode);
  }
}
