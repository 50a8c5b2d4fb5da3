import { routes, type Problem, type Route } from '@kepu/contracts';
import { label } from '@kepu/contracts/labels';
import { eachDatabase } from '../support/engines.js';
import { startServer, type TestServer } from '../support/server.js';
import { rawRequest } from './raw-request.js';

eachDatabase('the protocol', (database) => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startServer({ database });
  });

  interface Answer { status: number; text: string; headers: Headers; problem: Problem }
  const ask = async (path: string, init: RequestInit & { as?: string } = {}): Promise<Answer> => {
    const answer = await server.fetch(`/api/v1${path}`, init);
    const text = await answer.text();
    const isProblem = answer.headers.get('content-type')?.startsWith('application/problem+json') === true;
    return { status: answer.status, text, headers: answer.headers, problem: (isProblem ? JSON.parse(text) : {}) as Problem };
  };
  const post = (path: string, body: string, headers: Record<string, string> = {}, as = 'office') => ask(path, { method: 'POST', body, as, headers: { 'content-type': 'application/json', ...headers } });
  const fields = (answer: Answer) => (answer.problem.errors ?? []).map((error) => `${error.path} ${error.code}`).sort();
  const raw = (method: string, path: string, headers?: Record<string, string>) => rawRequest(server, method, path, headers);

  describe('input', () => {
    it.each([
      ['nothing', '{}', ['body.identifier required', 'body.password required']],
      ['lists and objects for words', '{"identifier":["office@demo.kepu"],"password":{"$ne":""}}', ['body.identifier wrong_type', 'body.password wrong_type']],
      ['numbers and nothing', '{"identifier":1,"password":null}', ['body.identifier wrong_type', 'body.password wrong_type']],
      ['too much and too long', `{"identifier":"${'a'.repeat(300)}","password":"","role":"administrator"}`, ['body unknown_key', 'body.identifier too_long', 'body.password too_short']],
      ['a list', '[]', ['body wrong_type']], ['a word', '"office"', ['body wrong_type']], ['no body', '', ['body required']],
      ['control characters', '{"identifier":"office\\u0000@demo.kepu","password":"x"}', ['body.identifier bad_format']],
    ])('is refused with every field at once: %s', async (_, body, expected) => {
      const answer = await post('/session', body);
      expect([answer.status, answer.problem.code, fields(answer)]).toEqual([400, 'input.invalid', expected]);
      for (const error of answer.problem.errors ?? []) expect(error.message).toMatch(/\p{Script=Han}/u);
    });

    it.each([
      ['/plans?page=0&perPage=201&sort=password&secret=1', ['query unknown_key', 'query.page too_small', 'query.perPage too_big', 'query.sort not_an_option']],
      ['/plans?page=1&page=2', ['query.page wrong_type']], ['/plans?q=a&q=b', ['query.q wrong_type']], ['/plans?ids=1', ['query.ids.0 bad_format']],
      ['/plans?page=1e9', ['query.page too_big']], ['/plans?page=1.5', ['query.page wrong_type']], ['/plans?state[]=draft', ['query unknown_key']], ['/plans?constructor=1', ['query unknown_key']],
      ['/plans?sort=year,id', ['query.sort not_an_option']], ['/plans?sort=p.year', ['query.sort not_an_option']], ['/plans/1', ['params.id bad_format']], ["/plans/'--", ['params.id bad_format']],
      ['/accounts?email=office', ['query unknown_key']], ['/accounts?sort=passwordHash', ['query.sort not_an_option']], ['/assignments?state=deleted', ['query.state not_an_option']],
    ])('is refused in a query or a path: %s', async (path, expected) => {
      const answer = await ask(path, { as: 'office' });
      expect([answer.status, answer.problem.code, fields(answer)]).toEqual([400, 'input.invalid', expected]);
    });

    it.each([['half of it', '{"identifier":'], ['two of it', '{}{}'], ['a key of the prototype', '{"__proto__":{"admin":true},"identifier":"a","password":"b"}'], ['a constructor', '{"constructor":{"prototype":{"admin":true}},"identifier":"a","password":"b"}']])('is refused as JSON: %s', async (_, body) => {
      const answer = await post('/session', body);
      expect([answer.status, answer.problem.code]).toEqual([400, 'input.malformed']);
      expect(answer.text).not.toContain('JSON at position');
    });

    it.each(['text/plain', 'application/x-www-form-urlencoded', 'application/xml', 'multipart/form-data; boundary=x', 'application/jsonp', 'text/plain; a=application/json', ''])('is refused as %p', async (type) => {
      const answer = await ask('/accounts', { method: 'POST', as: 'office', body: new Blob(['{"name":"a","email":"a@b.cn"}']), headers: { 'content-type': type } });
      expect([type, answer.status, answer.problem.code]).toEqual([type, type === '' ? answer.status : 415, type === '' ? answer.problem.code : 'input.unsupported_type']);
      expect(answer.status).toBeGreaterThanOrEqual(400);
    });

    it('takes what a strange spelling of JSON says as JSON, or not at all', async () => {
      for (const type of ['application/json; charset=utf-8', 'Application/JSON', 'application/json\t;charset=utf-8', 'application/json garbage', 'application/json;application/x-www-form-urlencoded']) {
        const answer = await post('/session', '{"identifier":["a"],"password":"b","more":1}', { 'content-type': type });
        expect([type, [400, 415].includes(answer.status), answer.status === 400 ? fields(answer) : []]).toEqual([type, true, answer.status === 400 ? ['body unknown_key', 'body.identifier wrong_type'] : []]);
      }
    });

    it('is refused where it is too large, and the server goes on', async () => {
      const answer = await post('/plan-imports/pasted', JSON.stringify({ text: 'x'.repeat(9_000_000) }))
        .catch(() => null);
      // A client that is still sending may see its connection closed before it reads the answer.
      if (answer) expect([answer.status, answer.problem.code]).toEqual([413, 'input.too_large']);
      expect(await post('/plan-imports/pasted', JSON.stringify({ text: 'x'.repeat(2_000_001) }))).toMatchObject({ status: 400, problem: { errors: [{ path: 'body.text', code: 'too_long', message: '最多 2000000 个字' }] } });
      expect((await ask('/health/ready')).status).toBe(200);
    });
  });

  describe('an address', () => {
    it('that does not exist is a problem like any other', async () => {
      for (const as of [undefined, 'office']) {
        const answer = await ask('/nowhere', { as });
        expect(answer).toMatchObject({ status: 404, problem: { code: 'route.not_found', type: 'urn:kepu:problem:route.not_found', status: 404 } });
        expect(answer.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
      }
    });

    it.each([
      '/API/v1/plans', '/api/v1/PLANS', '/Api/V1/Plans', '/api%2Fv1%2Fplans', '/api/v1%2Fplans', '/api/v1/plans%2F', '//api/v1/plans', '/api//v1/plans', '/api/v1//plans', '/api/v1/plans/', '/api/v1/./plans', '/api/v1/x/../plans',
      '/api/v1/plans%00', '/api/v1/plans;a=1', '/%61pi/v1/plans', '/api/v1/pl%61ns', '/api/v1/plans?', '/api/v1/plans#a', '/api/v1/plans/%2e%2e/plans', '\\api\\v1\\plans', '/api/v1/plans/..;/plans',
    ])('lets nobody past the guard when it is spelled %s', async (path) => {
      for (const method of ['GET', 'HEAD', 'POST'] as const) {
        const { status, text } = await raw(method, path);
        expect([method, path, status]).toEqual([method, path, expect.any(Number)]);
        expect(status === 200 && text.includes('"data"')).toBe(false);
        expect([301, 302, 307, 308, 400, 401, 404, 405, 415]).toContain(status);
        expect(text).not.toMatch(/docNumber|分解表》/);
      }
    });

    it('that cannot be decoded is a problem with the headers of every answer', async () => {
      const answer = await server.fetch('/%E0%A4%A');
      expect(answer.status).toBe(400);
      expect(await answer.json()).toMatchObject({ code: 'input.malformed' });
      expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
    });

    it('answers HEAD as GET, without a body, behind the same guard', async () => {
      const cookie = await server.cookie('office');
      expect(await raw('HEAD', '/api/v1/plans')).toEqual({ status: 401, text: '' });
      expect(await raw('HEAD', '/api/v1/plans', { cookie })).toEqual({ status: 200, text: '' });
      expect(await raw('HEAD', '/api/v1/audit-entries', { cookie: await server.cookie('liaison') })).toEqual({ status: 403, text: '' });
    });
  });

  describe('a request from elsewhere', () => {
    const body = JSON.stringify({ ids: [] });
    it.each([
      ['another origin', { origin: 'https://evil.example' }, true], ['an origin that looks like ours', { origin: 'http://127.0.0.1.evil.example' }, true], ['an unnamed origin', { origin: 'null' }, true],
      ['another site', { 'sec-fetch-site': 'cross-site' }, true], ['a neighbour', { 'sec-fetch-site': 'same-site' }, true], ['another port', { origin: 'http://127.0.0.1:1' }, true],
      ['a script', {}, false], ['a page of ours', { 'sec-fetch-site': 'same-origin' }, false], ['the address bar', { 'sec-fetch-site': 'none' }, false],
    ] as const)('is refused if it writes: %s', async (_, headers, refused) => {
      const answer = await post('/assignments/sign', body, headers, 'liaison');
      expect(answer.problem.code).toBe(refused ? 'auth.cross_site' : 'input.invalid');
      expect((await post('/session', '{}', headers)).problem.code).toBe(refused ? 'auth.cross_site' : 'input.invalid');
      expect((await ask('/plans', { as: 'liaison', headers })).status).toBe(200);
    });

    it('from the own origin writes, and no origin is told that it may read', async () => {
      expect((await post('/assignments/sign', body, { origin: server.url }, 'liaison')).problem.code).toBe('input.invalid');
      const answer = await ask('/plans', { as: 'office', headers: { origin: 'https://evil.example' } });
      expect([...answer.headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
      const preflight = await ask('/plans', { method: 'OPTIONS', headers: { origin: 'https://evil.example', 'access-control-request-method': 'POST' } });
      expect(preflight.status).toBe(404);
      expect(preflight.headers.get('access-control-allow-origin')).toBeNull();
    });
  });

  it('says what is wrong in the language asked for, with a number to ask about', async () => {
    const [chinese, english] = [await ask('/plans'), await ask('/plans', { headers: { 'accept-language': 'en-GB,en;q=0.9' } })];
    expect(chinese.problem.detail).toBe(label('zh-CN', 'errors.auth.required'));
    expect(english.problem.detail).toBe(label('en', 'errors.auth.required'));
    for (const { problem, headers } of [chinese, english]) {
      expect(problem.requestId).toMatch(/^[0-9a-f-]{36}$/);
      expect(headers.get('x-request-id')).toBe(problem.requestId);
    }
    expect(chinese.problem.requestId).not.toBe(english.problem.requestId);
    const forged = await ask('/plans', { headers: { 'x-request-id': 'forged', 'request-id': 'forged' } });
    expect(forged.problem.requestId).not.toBe('forged');
  });

  it('sends what protects a reader with every answer', async () => {
    for (const path of ['/plans', '/session', '/nowhere', '/openapi.json', '/health/live']) {
      const { headers } = await ask(path, { as: 'office' });
      expect(headers.get('content-security-policy')).toContain("default-src 'none'");
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('referrer-policy')).toBeTruthy();
      expect(headers.get('x-frame-options')).toBe('DENY');
      expect(headers.get('cache-control')).toContain('no-store');
      expect([headers.get('server'), headers.get('x-powered-by')]).toEqual([null, null]);
    }
  });

  it('is described as it is: openapi.json holds each route, and nothing else', async () => {
    const document = JSON.parse((await ask('/openapi.json')).text) as { paths: Record<string, Record<string, { operationId: string; security?: unknown; 'x-access': string }>> };
    const described = Object.entries(document.paths).flatMap(([path, methods]) => Object.entries(methods).map(([method, { operationId, security, 'x-access': access }]) => ({ name: operationId, method: method.toUpperCase(), path, access, closed: security !== undefined })));
    const contracted = (Object.values(routes) as Route[]).map(({ name, method, path, access }) => ({ name, method, path: `/api/v1${path.replaceAll(/:(\w+)/g, '{$1}')}`, access, closed: access !== 'public' }));
    const byName = (a: { name: string }, b: { name: string }) => (a.name < b.name ? -1 : 1);
    expect(described.sort(byName)).toEqual(contracted.sort(byName));
  });

  it('asks the database a fixed number of times for a list, however long it is', async () => {
    const plan = (JSON.parse((await ask('/plans?state=issued', { as: 'office' })).text) as { data: { id: string }[] }).data[0]?.id ?? '';
    const statementsOf = (path: string) => server.control.costOf(async () => expect((await ask(path, { as: 'office' })).status).toBe(200));
    for (const path of ['/plans', `/plans/${plan}/items`, '/assignments', '/accounts', '/grants', '/units', '/divisions', '/terms', '/programmes', '/theme-days', '/workdays', '/notices', '/plan-imports', '/audit-entries']) {
      const [one, many] = [await statementsOf(`${path}?perPage=1`), await statementsOf(`${path}?perPage=200`)];
      // A page that holds everything needs no count.
      expect([path, many <= one]).toEqual([path, true]);
      expect(one).toBeLessThanOrEqual(9);
    }
  });
});
