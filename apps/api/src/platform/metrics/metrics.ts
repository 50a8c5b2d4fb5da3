import { timingSafeEqual } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { collectDefaultMetrics, Counter, Histogram, Registry } from 'prom-client';
import type { Statements } from '../database/index.js';
import { addressOf } from '../http/client-address.js';
import type { Jobs } from '../jobs/index.js';

const loopback = (address: string | null): boolean => address === '::1' || (address?.startsWith('127.') ?? false);
const sameToken = (given: string | undefined, wanted: string): boolean => {
  const bytes = Buffer.from(given ?? '');
  const expected = Buffer.from(`Bearer ${wanted}`);
  return bytes.length === expected.length && timingSafeEqual(bytes, expected);
};

/** `/metrics` in Prometheus' format: open to this machine where no token is set, else to whoever has the token. Routes by pattern, no ids. */
export const registerMetrics = (fastify: FastifyInstance, parts: { token: string | undefined; statements: Statements; jobs: Jobs; /** By name without its beginning; null for what there is not. */ gauges: () => Readonly<Record<string, number | null>> }): void => {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const requests = new Histogram({ name: 'kepu_request_seconds', help: 'Time of requests', labelNames: ['method', 'route', 'status'], buckets: [0.005, 0.02, 0.05, 0.1, 0.3, 1, 3, 10], registers: [registry] });
  const slow = new Counter({ name: 'kepu_slow_statements_total', help: 'Statements over the time limit', registers: [registry] });
  parts.statements.listenSlow(() => slow.inc());
  fastify.addHook('onResponse', (request, reply, done) => {
    requests.observe({ method: request.method, route: request.routeOptions.url ?? 'none', status: reply.statusCode }, reply.elapsedTime / 1000);
    done();
  });
  fastify.get('/metrics', async (request, reply) => {
    const allowed = parts.token ? sameToken(request.headers.authorization, parts.token) : loopback(addressOf(request.ip)) && request.headers['x-forwarded-for'] === undefined;
    if (!allowed) return reply.status(404).type('text/plain; charset=utf-8').send('Not found\n');
    const { byState, oldestDueSeconds } = await parts.jobs.statistics();
    const lines = [
      '# TYPE kepu_jobs gauge', ...Object.entries(byState).map(([state, count]) => `kepu_jobs{state="${state}"} ${count}`),
      '# TYPE kepu_jobs_oldest_due_seconds gauge', `kepu_jobs_oldest_due_seconds ${oldestDueSeconds}`,
      ...Object.entries(parts.gauges()).flatMap(([name, value]) => (value === null ? [] : [`# TYPE kepu_${name} gauge`, `kepu_${name} ${value}`])), '',
    ];
    return reply.type(registry.contentType).send((await registry.metrics()) + lines.join('\n'));
  });
};
