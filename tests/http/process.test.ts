import { Agent, request, type IncomingMessage } from 'node:http';
import { eachDatabase } from '../support/engines.js';
import { freePort, ServerProcess } from '../support/server-process.js';
import { signIn, startServer, type TestServer } from '../support/server.js';
import { demoPassword, serverEntry, testEnvironment } from '../support/template.js';
import { keptBy } from './kept.js';
import { until } from './papers.js';

eachDatabase('the process', (database) => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startServer({ database, env: { PUBLIC_URL: 'https://kepu.example.gov.cn' } });
  });

  const signInAnswer = (url: string) => fetch(`${url}/api/v1/session`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ identifier: 'office@demo.kepu', password: demoPassword }) });
  /** Another server on the same data. */
  const beside = async (env: Record<string, string> = {}): Promise<ServerProcess> =>
    new ServerProcess({ entry: serverEntry, port: await freePort(), env: testEnvironment({ DATA_DIR: server.dataDir, ...(server.databaseUrl ? { DATABASE_URL: server.databaseUrl } : {}), PUBLIC_URL: 'https://kepu.example.gov.cn', ...env }) });

  it('says that it lives and that it can serve', async () => {
    expect(await (await server.fetch('/api/v1/health/live')).json()).toEqual({ status: 'ok' });
    expect(await (await server.fetch('/api/v1/health/ready')).json()).toMatchObject({ status: 'ok' });
    // The answer is believed for a second: asking often is no load.
    expect(await server.control.costOf(() => Promise.all(Array.from({ length: 50 }, () => server.fetch('/api/v1/health/ready').then((answer) => answer.text()))))).toBeLessThan(40);
  });

  it('binds its cookie to the host and to https where people open it by https', async () => {
    const answer = await signInAnswer(server.url);
    const [line] = answer.headers.getSetCookie();
    expect(line).toMatch(/^__Host-kepu=[\w-]{43}; /);
    expect(line?.split('; ').slice(1).map((part) => part.split('=')[0]).sort()).toEqual(['Expires', 'HttpOnly', 'Path', 'SameSite', 'Secure']);
    expect(line).not.toContain('Domain');
    expect(answer.headers.get('strict-transport-security')).toMatch(/max-age=\d{8}/);
    const token = line?.split(';')[0]?.split('=')[1] ?? '';
    expect((await server.fetch('/api/v1/session', { headers: { cookie: `__Host-kepu=${token}` } })).status).toBe(200);
    // The name without the prefix is nobody's, for a neighbour could have set it.
    expect((await server.fetch('/api/v1/session', { headers: { cookie: `kepu_session=${token}` } })).status).toBe(401);
    const origins = await Promise.all(['https://kepu.example.gov.cn', 'http://kepu.example.gov.cn', 'https://evil.example'].map(async (origin) => (await server.fetch('/api/v1/session', { method: 'POST', headers: { origin, 'content-type': 'application/json' }, body: '{}' })).status));
    expect(origins).toEqual([400, 403, 403]);
  });

  it(database === 'sqlite' ? 'owns its file: a second one is refused in words, and the first goes on' : 'shares its database with a second one, session and all', async () => {
    const second = await beside();
    if (database === 'sqlite') {
      await expect(second.start()).rejects.toThrow(/ended before it was ready \(1\)[^]*is in use by process \d+/);
      expect(second.log).not.toMatch(/\n\s+at /);
    } else {
      await second.start();
      const cookie = (await signInAnswer(second.url)).headers.getSetCookie()[0]?.split(';')[0] ?? '';
      expect((await server.fetch('/api/v1/session', { headers: { cookie } })).status).toBe(200);
      expect(await second.stop()).toBe(0);
    }
    expect((await server.fetch('/api/v1/health/ready')).status).toBe(200);
  });

  it.each([
    ['test controls in production', { NODE_ENV: 'production', DEMO: '0', KEYRING_FILE: 'x' }, 'TEST_CONTROL'], ['a demo in production', { NODE_ENV: 'production', TEST_CONTROL: '0', KEYRING_FILE: 'x' }, 'DEMO'],
    ['keys of its own making in production', { NODE_ENV: 'production', DEMO: '0', TEST_CONTROL: '0' }, 'KEYRING_FILE'], ['any proxy at all', { TRUST_PROXY: 'true' }, 'TRUST_PROXY'],
  ])('refuses to start with %s', async (_, env, setting) => {
    const refused = await beside(env);
    await expect(refused.start()).rejects.toThrow(/ended before it was ready \(1\)/);
    expect(refused.log).toContain(setting);
  });

  it('believes a proxy that it was told of, and nobody else', async () => {
    const signInFrom = (claimed: string) => server.fetch('/api/v1/session', {
      method: 'POST', body: JSON.stringify({ identifier: 'reader@demo.kepu', password: demoPassword }), headers: { 'content-type': 'application/json', 'x-forwarded-for': claimed, 'x-real-ip': '10.9.0.2' },
    });
    // Without a proxy, what a client says of its address is kept nowhere; behind one, what stands left of the proxy's own entry is the client's claim.
    expect((await signInFrom('10.9.0.1')).status).toBe(201);
    await server.restart({ TRUST_PROXY: '1' });
    expect((await signInFrom('10.9.0.1, 203.0.113.7')).status).toBe(201);
    const kept = await keptBy(server);
    expect(['203.0.113.7', '10.9.0.1', '10.9.0.2'].map((address) => kept.includes(address))).toEqual([true, false, false]);
  });

  it('stops gracefully under clients that keep their connections: what runs is answered, and the exit code is 0', async () => {
    await server.restart({ PUBLIC_URL: '' });
    const cookie = await signIn(server.url, 'office');
    const agent = new Agent({ keepAlive: true, maxSockets: 4 });
    const { hostname, port } = new URL(server.url);
    const ask = (method: string, path: string, body?: string): Promise<{ status: number; text: string }> => new Promise((resolve, reject) => {
      const sent = request({ agent, hostname, port, method, path, headers: { cookie, ...(body ? { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) } : {}) } }, (answer: IncomingMessage) => {
        let text = '';
        answer.setEncoding('utf8').on('data', (part: string) => { text += part; }).on('end', () => resolve({ status: answer.statusCode ?? 0, text }));
      });
      sent.on('error', reject).end(body);
    });
    await Promise.all([1, 2, 3].map(() => ask('GET', '/api/v1/plans')));
    const title = '停机时粘贴的表格';
    const running = ask('POST', '/api/v1/plan-imports/pasted', JSON.stringify({ title, text: '责任单位\t项目\t工作内容和要求\n市科协\t农民科学素质行动\t开展科技下乡活动。' }));
    await until(async () => ask('GET', `/api/v1/plan-imports?q=${encodeURIComponent(title)}`), ({ text }) => (JSON.parse(text) as { total: number }).total === 1);
    const started = performance.now();
    const code = server.stop();
    expect(await running).toMatchObject({ status: 201 });
    expect(await code).toBe(0);
    expect(performance.now() - started).toBeLessThan(8_000);
    await expect(ask('GET', '/api/v1/plans')).rejects.toThrow(/ECONNREFUSED|ECONNRESET|hang up/);
    agent.destroy();
    await server.restart({ PUBLIC_URL: '' });
    expect(((JSON.parse(await (await server.fetch(`/api/v1/plan-imports?q=${encodeURIComponent(title)}`, { headers: { cookie } })).text())) as { data: { state: string }[] }).data[0]?.state).toBe('ready');
  });
});
