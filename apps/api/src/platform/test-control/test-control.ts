import type { FastifyInstance } from 'fastify';
import { AsyncLocalStorage } from 'node:async_hooks';
import { z } from 'zod';
import type { TestClock } from '../clock/index.js';
import type { Statements } from '../database/index.js';
import type { Failpoints } from './failpoints.js';

const clockChange = z.union([
  z.strictObject({ shiftTo: z.iso.datetime({ offset: true }) }), z.strictObject({ freeze: z.iso.datetime({ offset: true }) }),
  z.strictObject({ advanceMs: z.int() }), z.strictObject({ reset: z.literal(true) }),
]);
const failpoint = z.strictObject({ name: z.string().min(1), action: z.enum(['kill', 'throw', 'wait', 'hold', 'skip', 'off']) });

/** Opens `/__test/*`: the clock, the failpoints and the count of the statements that requests run. Called under TEST_CONTROL=1 only. */
export const openTestControl = (fastify: FastifyInstance, parts: { clock: TestClock; failpoints: Failpoints; statements: Statements }): void => {
  fastify.post('/__test/clock', (request, reply) => {
    const change = clockChange.parse(request.body);
    if ('shiftTo' in change) parts.clock.shiftTo(new Date(change.shiftTo));
    else if ('freeze' in change) parts.clock.freeze(new Date(change.freeze));
    else if ('advanceMs' in change) parts.clock.advance(change.advanceMs);
    else parts.clock.reset();
    return reply.send({ now: parts.clock.now().toISOString() });
  });
  fastify.post('/__test/failpoints', (request, reply) => {
    const { name, action } = failpoint.parse(request.body);
    parts.failpoints.arm(name, action);
    return reply.send({ name, action });
  });
  // What the server does in the background falls between requests on any machine that is slow enough, so only what a request does until it is answered is counted: a worker that it wakes goes on in its asynchronous context.
  // A body that is read ends the context of earlier hooks.
  const requests = new AsyncLocalStorage<{ answered: boolean }>();
  fastify.addHook('preValidation', (_request, reply, done) => {
    const own = { answered: false };
    reply.raw.once('close', () => { own.answered = true; });
    requests.run(own, done);
  });
  let count = 0;
  parts.statements.listen(() => { if (requests.getStore()?.answered === false) count += 1; });
  fastify.get('/__test/statements', (_request, reply) => reply.send({ count }));
};
