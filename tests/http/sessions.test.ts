import { createClient, type Client } from '@kepu/api-client';
import type { Problem } from '@kepu/contracts';
import { eachDatabase } from '../support/engines.js';
import { signIn, startServer, type TestServer } from '../support/server.js';
import { demoPassword } from '../support/template.js';
import { keptBy } from './kept.js';
import { refusal } from './papers.js';

/** Values that stand nowhere else: where one turns up, it came out of the place that was to keep it. */
const marker = { email: 'biaoji.zhenzhu@marker.kepu', phone: '13987654321', password: 'Biaoji-7319-zhenzhu', identifier: 'shouji.zhenzhu@marker.kepu' };

eachDatabase('sessions', (database) => {
  let server: TestServer;
  let office: Client;
  beforeAll(async () => {
    server = await startServer({ database, env: { LOG_LEVEL: 'trace' } });
    office = await server.client('office');
  });

  const post = (body: unknown, headers: Record<string, string> = {}) => server.fetch('/api/v1/session', { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json', ...headers } });
  const tryIn = async (identifier: string, password: string, headers: Record<string, string> = {}): Promise<{ status: number; problem: Problem; retry: string | null; headers: string[] }> => {
    const answer = await post({ identifier, password }, headers);
    return { status: answer.status, problem: (await answer.json()) as Problem, retry: answer.headers.get('retry-after'), headers: [...answer.headers.keys()].filter((name) => name !== 'content-length').sort() };
  };
  const sessionOf = (cookie: string) => server.fetch('/api/v1/session', { headers: { cookie } });

  it('are carried by a cookie that no script reads and no other site sends', async () => {
    const answer = await post({ identifier: 'reader@demo.kepu', password: demoPassword });
    const [line, ...more] = answer.headers.getSetCookie();
    expect(more).toEqual([]);
    expect(line).toMatch(/^kepu_session=[\w-]{43}; /);
    expect(line?.split('; ').slice(1).map((part) => part.split('=')[0]).sort()).toEqual(['Expires', 'HttpOnly', 'Path', 'SameSite']);
    expect(line).toContain('SameSite=Lax');
    const session = await answer.json();
    expect(session).toMatchObject({ account: { name: '方致远', identifier: 'r***@demo.kepu' } });
    expect(JSON.stringify(session)).not.toContain('reader@demo.kepu');
  });

  it('begin with a token of the server’s, whatever the browser brought along, and end for good', async () => {
    const chosen = `kepu_session=${'A'.repeat(43)}`;
    const answer = await post({ identifier: 'reader@demo.kepu', password: demoPassword }, { cookie: chosen });
    const given = answer.headers.getSetCookie()[0]?.split(';')[0] ?? '';
    expect(given).not.toBe(chosen);
    expect((await sessionOf(chosen)).status).toBe(401);
    expect((await sessionOf(given)).status).toBe(200);
    // A session that is there already is not carried on under the new person.
    const second = await post({ identifier: 'editor@demo.kepu', password: demoPassword }, { cookie: given });
    expect(second.headers.getSetCookie()[0]?.split(';')[0]).not.toBe(given);
    expect((await (await sessionOf(given)).json())).toMatchObject({ account: { name: '方致远' } });
    const ended = await server.fetch('/api/v1/session', { method: 'DELETE', headers: { cookie: given } });
    expect(ended.headers.getSetCookie()[0]).toMatch(/^kepu_session=; .*Expires=Thu, 01 Jan 1970/);
    expect((await sessionOf(given)).status).toBe(401);
    for (const token of ['', 'x', 'A'.repeat(5000), `${given.slice(13, -1)}`, '../../etc/passwd', "' OR 1=1 --"]) expect((await sessionOf(`kepu_session=${encodeURIComponent(token)}`)).status).toBe(401);
  });

  it('end after eight idle hours, and after three days in any case', async () => {
    try {
      const start = Date.now();
      const at = (hours: number) => server.control.clock({ shiftTo: new Date(start + hours * 3_600_000).toISOString() });
      const [idle, busy] = [await signIn(server.url, 'reader'), await signIn(server.url, 'reader')];
      for (let hours = 7; hours < 72; hours += 7) {
        await at(hours);
        expect([hours, (await sessionOf(busy)).status]).toEqual([hours, 200]);
        if (hours > 7) expect((await sessionOf(idle)).status).toBe(401);
      }
      await at(72.1);
      expect((await sessionOf(busy)).status).toBe(401);
    } finally {
      await server.control.clock({ reset: true });
    }
  });

  it('are refused alike for people whom we know, do not know, and have disabled', async () => {
    const person = await office.createAccount({ body: { name: '停用者', email: 'stopped@demo.kepu' } });
    await office.disableAccount({ params: { id: person.id } });
    const answers = [await tryIn('county@demo.kepu', 'not-this-one'), await tryIn('unknown@demo.kepu', 'not-this-one'), await tryIn('stopped@demo.kepu', person.initialPassword), await tryIn('13900000000', 'not-this-one'), await tryIn('neither', 'not-this-one')];
    for (const answer of answers) expect({ ...answer, problem: { ...answer.problem, requestId: '' } }).toEqual({ ...answers[0], problem: { ...answers[0]?.problem, requestId: '' } });
    expect(answers[0]).toMatchObject({ status: 401, problem: { code: 'auth.failed' } });
  });

  it('are tried eight times for an account, whoever the client says that it is, also all at once', async () => {
    const spellings = ['liaison-wzu@demo.kepu', 'LIAISON-WZU@demo.kepu', '  liaison-wzu@DEMO.kepu '];
    const outcomes = await Promise.all(Array.from({ length: 20 }, (_, at) => tryIn(spellings[at % 3] ?? '', 'not-this-one', { 'x-forwarded-for': `10.0.0.${at}`, forwarded: `for=10.0.0.${at}`, 'x-real-ip': `10.0.0.${at}` })));
    expect(outcomes.filter((outcome) => outcome.status === 401)).toHaveLength(8);
    const limited = outcomes.filter((outcome) => outcome.status === 429);
    expect(limited).toHaveLength(12);
    expect(limited[0]?.problem).toMatchObject({ code: 'rate.limited', params: { minutes: 15 } });
    expect(Number(limited[0]?.retry)).toBeGreaterThan(0);
    // Neither the right password nor a field more opens it; other people come in.
    expect((await tryIn('liaison-wzu@demo.kepu', demoPassword)).status).toBe(429);
    expect((await post({ identifier: 'liaison-wzu@demo.kepu', password: demoPassword, email: 'other@demo.kepu' })).status).toBe(400);
    expect((await tryIn('liaison-wmu@demo.kepu', demoPassword)).status).toBe(201);
    // An account that is not there is counted as well, so that the limit tells nothing.
    const unknown = [];
    for (let at = 0; at < 9; at += 1) unknown.push((await tryIn('nobody-here@demo.kepu', 'not-this-one')).status);
    expect(unknown).toEqual([...Array<number>(8).fill(401), 429]);
    try {
      await server.control.clock({ advanceMs: 16 * 60_000 });
      expect((await tryIn('liaison-wzu@demo.kepu', demoPassword)).status).toBe(201);
    } finally {
      await server.control.clock({ reset: true });
    }
  });

  it('begin for all who come at the same moment, the first of a window included', async () => {
    try {
      for (let round = 1; round <= 5; round += 1) {
        await server.control.clock({ advanceMs: 16 * 60_000 });
        const statuses = await Promise.all(['wzu', 'wmu', 'women', 'health', 'finance', 'education'].map(async (unit) => (await tryIn(`liaison-${unit}@demo.kepu`, demoPassword)).status));
        expect([round, ...statuses]).toEqual([round, ...Array<number>(6).fill(201)]);
      }
    } finally {
      await server.control.clock({ reset: true });
    }
  });

  it('are counted for the real address of the network, not for the one that a header claims', async () => {
    try {
      // A window of its own: what the other tests tried does not count here.
      await server.control.clock({ advanceMs: 140 * 60_000 });
      const statuses: number[] = [];
      for (let round = 0; round < 13; round += 1) {
        statuses.push(...(await Promise.all(Array.from({ length: 10 }, (_, at) => tryIn(`stranger-${round}-${at}@demo.kepu`, 'x', { 'x-forwarded-for': `10.1.${round}.${at}` })))).map((outcome) => outcome.status));
      }
      expect([statuses.filter((status) => status === 401).length, statuses.filter((status) => status === 429).length]).toEqual([120, 10]);
      expect((await tryIn('office@demo.kepu', demoPassword)).status).toBe(429);
      // Who is in stays in.
      expect((await office.getSession()).account.name).toBe('温建国');
    } finally {
      await server.control.clock({ reset: true });
    }
  });

  it('and accounts leave no trace of contacts and passwords in a log, an answer or the database', async () => {
    await server.control.clock({ advanceMs: 240 * 60_000 });
    // Under a key as well: an answer with a password is none that is kept to be repeated.
    const created = await office.createAccount({ body: { name: '珍珠', email: marker.email, phone: marker.phone }, idempotencyKey: 'marker-create-1' });
    const cookie = await signIn(server.url, marker.email, created.initialPassword);
    const person = createClient({ baseUrl: server.url, headers: { cookie } });
    await person.changePassword({ body: { current: created.initialPassword, next: marker.password } });
    await office.updateAccount({ params: { id: created.id }, body: { version: (await office.getAccount({ params: { id: created.id } })).version, email: marker.email } });
    expect((await refusal(office.createAccount({ body: { name: '另一人', phone: `+86 ${marker.phone}` } }))).code).toBe('account.identifier_taken');
    for (const identifier of [marker.identifier, marker.phone, marker.email]) await tryIn(identifier, marker.password === identifier ? '' : `${marker.password}x`);
    await server.fetch(`/api/v1/accounts?q=${encodeURIComponent(marker.email)}&unknown=${marker.phone}`, { as: 'office' });
    await server.fetch('/api/v1/accounts', { method: 'POST', as: 'office', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ name: '', email: marker.email, phone: marker.phone, more: marker.password }) }).then((answer) => answer.text());
    await server.control.failpoint('none', 'off');

    const secrets = [marker.email, marker.phone, marker.password, marker.identifier, created.initialPassword, cookie.split('=')[1] ?? 'no token'];
    const answers = JSON.stringify([
      await office.listAccounts({ query: { perPage: 200 } }), await office.getAccount({ params: { id: created.id } }), await office.listAuditEntries({ query: { perPage: 200 } }), await office.listGrants({ query: { perPage: 200 } }),
      await office.listNotices({ query: { perPage: 200 } }), await person.getSession(),
    ]);
    const log = server.process.log;
    expect(log).toContain('/api/v1/accounts');
    const kept = await keptBy(server);
    expect(kept.length).toBeGreaterThan(100_000);
    for (const secret of secrets) expect([secret, answers.includes(secret), log.includes(secret), kept.includes(secret)]).toEqual([secret, false, false, false]);
  });
});
