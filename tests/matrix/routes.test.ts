import { randomUUID } from 'node:crypto';
import type { Problem, Route } from '@kepu/contracts';
import { urlOf } from '@kepu/api-client';
import { eachDatabase } from '../support/engines.js';
import { startServer, type TestServer } from '../support/server.js';
import { allRoutes, cookiesOf, expectedOf, routeCount, visitors, type Visitor } from './people.js';

/** Parameters that name nothing: who may enter is then told that there is nothing, and changes nothing. */
const nowhere = { id: randomUUID(), code: '999999', number: '0', position: 1, kind: 'totp' };
/** Ends the visitor's own session; it is asked last, apart from the others. */
const leaves = (route: Route): boolean => route.name === 'deleteSession';

eachDatabase('every route before every visitor', (database) => {
  let server: TestServer;
  let cookies: ReadonlyMap<Visitor, string>;
  beforeAll(async () => {
    server = await startServer({ database });
    cookies = await cookiesOf(server, await server.client('office'));
  });

  const ask = async (route: Route, visitor: Visitor): Promise<{ status: number; problem: Problem | null; text: string }> => {
    const body = route.method !== 'GET' && !route.upload ? JSON.stringify({ aKeyThatNoRouteKnows: 1 }) : undefined;
    const answer = await server.fetch(urlOf(route, { params: nowhere }), {
      method: route.method, headers: { cookie: cookies.get(visitor) ?? '', ...(body === undefined ? {} : { 'content-type': 'application/json' }) }, ...(body === undefined ? {} : { body }),
    });
    const text = await answer.text();
    return { status: answer.status, text, problem: answer.headers.get('content-type')?.startsWith('application/problem+json') ? (JSON.parse(text) as Problem) : null };
  };

  it('has every route of the contracts, and each answers', () => {
    expect(allRoutes).toHaveLength(routeCount);
  });

  it.each(visitors)('lets %s in exactly where the table of permissions says so', async (visitor) => {
    const wrong: string[] = [];
    for (const route of allRoutes.filter((one) => !leaves(one))) {
      const { status, problem, text } = await ask(route, visitor);
      const expected = expectedOf(visitor, route);
      // Who is let in gets an answer, or hears what is wrong with a request that is made to change nothing.
      const got = problem?.code === 'auth.required' || problem?.code === 'auth.forbidden' ? problem.code : status < 500 && problem?.code !== 'route.not_found' ? 'in' : `${status} ${text.slice(0, 120)}`;
      if (got !== expected) wrong.push(`${route.method} ${route.path}: ${got} instead of ${expected}`);
      if (problem && expected !== 'in' && Object.keys(problem).some((key) => !['type', 'title', 'status', 'code', 'detail', 'requestId'].includes(key))) wrong.push(`${route.path} says too much: ${text}`);
    }
    expect(wrong).toEqual([]);
  });

  it('answers signing out last', async () => {
    const [leave] = allRoutes.filter(leaves);
    if (!leave) throw new Error('There is no way to sign out');
    for (const visitor of visitors) {
      const answer = await server.fetch(urlOf(leave), { method: 'DELETE', headers: { cookie: cookies.get(visitor) ?? '' } });
      expect([visitor, answer.status]).toEqual([visitor, expectedOf(visitor, leave) === 'in' ? 200 : 401]);
    }
    for (const visitor of visitors) expect((await server.fetch('/api/v1/session', { headers: { cookie: cookies.get(visitor) ?? '' } })).status).toBe(401);
  });

  it('has no handler beside the contracts: what is not listed is not found, for the office too', async () => {
    const office = await server.cookie('office');
    for (const [method, path] of [['PUT', '/plans'], ['DELETE', '/plans'], ['PUT', `/accounts/${nowhere.id}`], ['DELETE', `/accounts/${nowhere.id}`], ['GET', '/sessions'], ['GET', '/files'], ['GET', '/jobs'], ['POST', '/__test/clock'], ['GET', '/metrics'], ['GET', '/admin'], ['PATCH', '/session'], ['TRACE', '/plans']] as const) {
      if (method === 'TRACE') continue;
      const answer = await server.fetch(`/api/v1${path}`, { method, headers: { cookie: office } });
      expect([method, path, answer.status, ((await answer.json()) as Problem).code]).toEqual([method, path, 404, 'route.not_found']);
    }
  });
});
