import Fastify, { type FastifyInstance } from 'fastify';
import { inProcessFetch } from './index.js';

let server: FastifyInstance;
let call: typeof fetch;

beforeAll(async () => {
  server = Fastify();
  server.get('/echo', (request, reply) => reply.header('set-cookie', 'a=b').send({ headers: request.headers, url: request.url }));
  server.post('/echo', (request) => ({ body: request.body, type: request.headers['content-type'] }));
  server.get('/nothing', (_request, reply) => reply.status(204).send());
  server.get('/problem', (_request, reply) => reply.status(404).type('application/problem+json').send('{"code":"route.not_found"}'));
  await server.ready();
  call = inProcessFetch(server);
});
afterAll(() => server.close());

it('asks in the language given and hands on nobody’s rights', async () => {
  const answer = await call('/echo?q=科普', { headers: { 'accept-language': 'en', accept: 'application/json', cookie: 'kepu_session=secret', authorization: 'Bearer secret', 'x-forwarded-for': '10.0.0.1' } });
  const { headers, url } = (await answer.json()) as { headers: Record<string, string>; url: string };
  expect(headers).toMatchObject({ 'accept-language': 'en', accept: 'application/json' });
  expect(JSON.stringify(headers)).not.toContain('secret');
  expect(headers['x-forwarded-for']).toBeUndefined();
  expect(decodeURIComponent(url)).toBe('/echo?q=科普');
  expect(answer.headers.get('set-cookie')).toBeNull();
});

it('carries bodies, statuses and empty answers', async () => {
  const posted = await call(new Request('http://anywhere.invalid/echo', { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"a":1}' }));
  expect(await posted.json()).toEqual({ body: { a: 1 }, type: 'application/json' });
  expect((await call('/nothing')).status).toBe(204);
  const problem = await call('/problem');
  expect([problem.ok, problem.status, await problem.json()]).toEqual([false, 404, { code: 'route.not_found' }]);
});

it('does not begin what was given up', async () => {
  await expect(call('/echo', { signal: AbortSignal.abort() })).rejects.toThrow(/abort/i);
});
