import type { FastifyInstance } from 'fastify';

/** What a rendered page may say to the API. Never a cookie or an authorisation: pages are rendered for anybody. */
const forwarded = ['accept', 'accept-language', 'content-type', 'idempotency-key'];
const bodiless = new Set([101, 204, 205, 304]);
type Method = 'GET' | 'HEAD' | 'POST' | 'PUT' | 'PATCH' | 'DELETE' | 'OPTIONS';

/** A `fetch` that reaches this very server without a socket: routes, guard and validation are the same as over HTTP. */
export const inProcessFetch = (fastify: FastifyInstance): typeof fetch => async (input, init) => {
  const request = new Request(input instanceof Request ? input : new URL(String(input), 'http://in-process.invalid'), init);
  request.signal.throwIfAborted();
  const { pathname, search } = new URL(request.url);
  const headers = Object.fromEntries(forwarded.flatMap((name) => {
    const value = request.headers.get(name);
    return value === null ? [] : [[name, value]];
  }));
  const payload = request.body === null ? undefined : Buffer.from(await request.arrayBuffer());
  const answer = await fastify.inject({ method: request.method as Method, url: `${pathname}${search}`, headers, ...(payload && { payload }) });
  const answered = new Headers();
  for (const [name, value] of Object.entries(answer.headers)) if (name !== 'set-cookie' && value !== undefined) answered.set(name, String(value));
  return new Response(bodiless.has(answer.statusCode) ? null : new Uint8Array(answer.rawPayload), { status: answer.statusCode, headers: answered });
};
