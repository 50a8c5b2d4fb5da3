import { statSync } from 'node:fs';
import path from 'node:path';
import { eachDatabase } from '../support/engines.js';
import { startServer, type TestServer } from '../support/server.js';
import { keptBy } from './kept.js';
import { citizen, codeIn, linkIn, messagesTo, password, sentBy, staff, Visitor } from './sign-in-room.js';

eachDatabase('codes and links', (database) => {
  let server: TestServer;
  const anybody = () => new Visitor(server);
  /** Limits by the minute, the hour and the network begin anew. */
  const later = () => server.control.clock({ advanceMs: 61 * 60_000 });
  beforeAll(async () => {
    server = await startServer({ database, env: { LOG_LEVEL: 'trace', PUBLIC_URL: 'https://kepu.example.gov.cn', SESSION_MAX_HOURS: '720', SESSION_IDLE_MINUTES: '10080' } });
  });
  afterEach(later);

  it('are offered where messages leave, in a demo by a file that nobody else reads', async () => {
    expect((await anybody().get('/sign-in-options')).body).toEqual({ sms: true, email: true, oidc: null, demoMessages: true, registrationProof: false });
    const { e164, phone } = await citizen(server);
    await anybody().post('/session-challenges', { phone });
    await messagesTo(server, e164);
    expect(statSync(path.join(server.dataDir, 'demo-messages.txt')).mode & 0o777).toBe(0o600);
  });

  it('sign in by phone: once, in ten minutes, and only what they were asked for', async () => {
    const { e164, phone, id } = await citizen(server);
    const asked = await anybody().post('/session-challenges', { phone: ` ${phone.slice(0, 3)}-${phone.slice(3)} ` });
    expect(asked.status).toBe(201);
    expect(Object.keys(asked.body).sort()).toEqual(['expiresAt', 'id', 'resendAfterSeconds']);
    const [message] = await messagesTo(server, e164);
    const code = codeIn(message);
    const visitor = anybody();
    // Another challenge's code is wrong here.
    const other = await citizen(server);
    const elsewhere = await anybody().post('/session-challenges', { phone: other.phone });
    expect((await visitor.post(`/session-challenges/${elsewhere.body['id'] as string}/answer`, { code })).body.code).toBe('auth.code_wrong');
    const answer = await visitor.post(`/session-challenges/${asked.body['id'] as string}/answer`, { code: `${code.slice(0, 3)} ${code.slice(3)}` });
    expect([answer.status, answer.body.account.id, answer.body.proofs, answer.body.missing]).toEqual([201, id, ['sms'], null]);
    expect((await visitor.get('/me/volunteer')).status).toBe(200);
    expect((await anybody().post(`/session-challenges/${asked.body['id'] as string}/answer`, { code })).body.code).toBe('auth.code_wrong');
    // Too late.
    await later();
    const late = await anybody().post('/session-challenges', { phone });
    const [, second] = await messagesTo(server, e164, 2);
    await server.control.clock({ advanceMs: 10 * 60_000 + 1_000 });
    expect((await anybody().post(`/session-challenges/${late.body['id'] as string}/answer`, { code: codeIn(second) })).body.code).toBe('auth.code_wrong');
  });

  it('sign in by mail: the link is under the public address whatever a request says of its host, and holds its token behind #', async () => {
    const { email, id } = await staff(server);
    const evil = { 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'http', forwarded: 'host=evil.example' };
    const asked = await anybody().post('/session-challenges', { email: email.toUpperCase() }, evil);
    expect(asked.status).toBe(201);
    const [message] = await messagesTo(server, email);
    const { url, token } = linkIn(message);
    expect(url).toBe(`https://kepu.example.gov.cn/sign-in/link#${asked.body['id'] as string}.${token}`);
    expect(message).not.toContain('evil');
    const visitor = anybody();
    const answer = await visitor.post(`/session-challenges/${asked.body['id'] as string}/answer`, { code: token });
    expect([answer.status, answer.body.account.id, answer.body.proofs]).toEqual([201, id, ['email']]);
    expect((await anybody().post(`/session-challenges/${asked.body['id'] as string}/answer`, { code: token })).status).toBe(401);
  });

  it('of a link are used once, by fifty at the same moment', async () => {
    const { email } = await staff(server);
    const asked = await anybody().post('/session-challenges', { email });
    const { id, token } = linkIn((await messagesTo(server, email))[0]);
    expect(id).toBe(asked.body['id']);
    const outcomes = await Promise.all(Array.from({ length: 50 }, () => anybody().post(`/session-challenges/${id}/answer`, { code: token })));
    expect(outcomes.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(outcomes.filter(({ status }) => status === 401 || status === 429)).toHaveLength(49);
  });

  it('of a phone are used once because their use is one conditional update: without it, several get in', async () => {
    const { e164, phone } = await citizen(server);
    const race = async (): Promise<number> => {
      await later();
      const before = (await messagesTo(server, e164, 0)).length;
      const asked = await anybody().post('/session-challenges', { phone });
      const code = codeIn((await messagesTo(server, e164, before + 1)).at(-1));
      return (await Promise.all(Array.from({ length: 5 }, () => anybody().post(`/session-challenges/${asked.body['id'] as string}/answer`, { code })))).filter(({ status }) => status === 201).length;
    };
    expect(await race()).toBe(1);
    await server.control.failpoint('code used', 'skip');
    expect(await race()).toBeGreaterThan(1);
    await server.control.failpoint('code used', 'off');
  });

  it('are guessed at five times each, also by a hundred at the same moment, and the right one comes too late', async () => {
    const { e164, phone } = await citizen(server);
    const asked = await anybody().post('/session-challenges', { phone });
    const code = codeIn((await messagesTo(server, e164))[0]);
    const wrong = Array.from({ length: 100 }, (_, at) => String((Number(code) + 1 + at) % 1_000_000).padStart(6, '0'));
    const outcomes = await Promise.all(wrong.map((guess) => anybody().post(`/session-challenges/${asked.body['id'] as string}/answer`, { code: guess })));
    expect(outcomes.filter(({ status }) => status === 201)).toEqual([]);
    // Each is counted for its person as well: beyond thirty in an hour none is even looked at.
    expect(outcomes.filter(({ status }) => status === 429)).toHaveLength(70);
    await later();
    expect((await anybody().post(`/session-challenges/${asked.body['id'] as string}/answer`, { code })).body.code).toBe('auth.code_wrong');
  });

  it('are a race without the counted try: the right code among parallel wrong ones opens at most one session', async () => {
    const { e164, phone } = await citizen(server);
    const asked = await anybody().post('/session-challenges', { phone });
    const code = codeIn((await messagesTo(server, e164))[0]);
    const outcomes = await Promise.all(Array.from({ length: 20 }, (_, at) => anybody().post(`/session-challenges/${asked.body['id'] as string}/answer`, { code: at % 2 ? code : '000000' })));
    expect(outcomes.filter(({ status }) => status === 201).length).toBeLessThanOrEqual(1);
  });

  it('are answered byte for byte alike for phones and addresses that we know, do not know, and have disabled', async () => {
    const known = await citizen(server);
    const stopped = await citizen(server);
    const { email } = await staff(server);
    await (await server.client('office')).disableAccount({ params: { id: stopped.id } });
    const shape = ({ status, text, headers }: Awaited<ReturnType<Visitor['post']>>) => ({
      status, text: text.replaceAll(/[\da-f]{8}-[\da-f-]{27}/g, 'ID').replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'AT'), headers: [...headers].map(([name, value]) => (name === 'date' || name === 'x-request-id' ? name : `${name}: ${value}`)).sort(),
    });
    const ask = async (body: unknown) => shape(await anybody().post('/session-challenges', body));
    const phones = [await ask({ phone: known.phone }), await ask({ phone: '13700000001' }), await ask({ phone: stopped.phone })];
    expect(phones[1]).toEqual(phones[0]);
    expect(phones[2]).toEqual(phones[0]);
    expect(await ask({ email: 'nobody-here@demo.kepu' })).toEqual(await ask({ email }));
    // The second within a minute as well.
    const again = [await ask({ phone: known.phone }), await ask({ phone: '13700000001' }), await ask({ phone: stopped.phone })];
    expect(again[0]?.status).toBe(429);
    expect(again[1]).toEqual(again[0]);
    expect(again[2]).toEqual(again[0]);
    await messagesTo(server, known.e164);
    expect(sentBy(server).some((text) => text.includes('+8613700000001') || text.includes(stopped.e164))).toBe(false);
    // Guesses are answered alike too, right ones of nobody's included.
    const guess = async (id: string) => shape(await anybody().post(`/session-challenges/${id}/answer`, { code: '000000' }));
    expect(await guess('0191b2c3-0000-7000-8000-000000000000')).toEqual({ ...(await guess('0191b2c3-0000-7000-8000-000000000001')) });
  });

  it('cost the same work for known and unknown: as many statements, whoever is asked for', async () => {
    const { phone } = await citizen(server);
    const stopped = await citizen(server);
    await (await server.client('office')).disableAccount({ params: { id: stopped.id } });
    const ask = async (body: unknown): Promise<void> => expect((await anybody().post('/session', body)).status).toBe(401);
    await later();
    // The first of each opens the windows of its limits; all later ones cost alike.
    const rounds = async (identifier: string) => {
      await ask({ identifier, password: 'x' });
      return server.control.costOf(() => ask({ identifier, password: 'x' }));
    };
    const [known, unknown, disabled] = [await rounds(phone), await rounds('13700000002'), await rounds(stopped.phone)];
    expect([unknown, disabled]).toEqual([known, known]);
  });

  it('go to one address a minute apart, five an hour, twelve a day, whatever a header or a spelling says', async () => {
    const phone = '13700000003';
    const spellings = [phone, `+86${phone}`, `86${phone}`, `137 0000 0003`, '137-00000003'];
    const ask = (at: number) => anybody().post('/session-challenges', { phone: spellings[at % spellings.length] }, { 'x-forwarded-for': `10.0.0.${at}`, 'x-real-ip': `10.0.1.${at}`, forwarded: `for=10.0.2.${at}` });
    expect((await Promise.all([0, 1, 2, 3, 4].map(ask))).map(({ status }) => status).sort()).toEqual([201, 429, 429, 429, 429]);
    let sent = 1;
    const statuses: number[] = [];
    for (let at = 0; at < 6; at += 1) {
      await server.control.clock({ advanceMs: 61_000 });
      const { status } = await ask(at);
      statuses.push(status);
      if (status === 201) sent += 1;
    }
    expect([sent, statuses.at(-1)]).toEqual([5, 429]);
    for (let round = 0; round < 12; round += 1) {
      await later();
      if ((await ask(round)).status === 201) sent += 1;
    }
    expect(sent).toBe(12);
  });

  it('are asked for sixty times by one network in a quarter of an hour, and other spellings of the path are no way around', async () => {
    const statuses: number[] = [];
    for (let at = 0; at < 65; at += 1) statuses.push((await anybody().post('/session-challenges', { phone: `1360000${String(1_000 + at)}` }, { 'x-forwarded-for': `2001:db8::${at}` })).status);
    expect([statuses.filter((status) => status === 201).length, statuses.filter((status) => status === 429).length]).toEqual([60, 5]);
    for (const address of ['/session-challenges/', '/Session-Challenges', '/%73ession-challenges', '//session-challenges', '/session-challenges?x=1', '/session-challenges%2F', '/./session-challenges']) {
      expect([address, (await anybody().post(address, { phone: '13600002000' })).status >= 400]).toEqual([address, true]);
    }
  });

  it.each([
    { phone: ['13700000004', '13700000005'] }, { phone: { $ne: '' } }, { email: ['a@demo.kepu', 'b@demo.kepu'] }, { email: 'a@demo.kepu', phone: '13700000004' }, {}, { phone: null }, { phone: '13700000004', more: 1 }, { email: 'a@demo.kepu', purpose: 'register' },
    { phone: '13700000004', purpose: 'contact' }, { email: 'a@demo.kepu\nbcc: b@demo.kepu' }, { phone: 13700000004 },
  ])('take one address each, and nothing like %j', async (body) => {
    expect((await anybody().post('/session-challenges', body)).status).toBe(400);
  });

  it.each([{ code: ['000000', '000001'] }, { code: { gt: '' } }, { code: '' }, { code: 123456 }, { code: '000000', codes: [] }, {}])('are answered by one code, and not by %j', async (body) => {
    expect((await anybody().post('/session-challenges/0191b2c3-0000-7000-8000-000000000000/answer', body)).status).toBe(400);
  });

  it('end when the person is disabled or gets another password', async () => {
    const { visitor, phone, e164, id } = await citizen(server);
    const first = await anybody().post('/session-challenges', { phone });
    const code = codeIn((await messagesTo(server, e164))[0]);
    expect((await visitor.post('/me/password', { current: password, next: 'Lucheng-2026-xin' })).status).toBe(200);
    expect((await anybody().post(`/session-challenges/${first.body['id'] as string}/answer`, { code })).status).toBe(401);
    await later();
    const second = await anybody().post('/session-challenges', { phone });
    const last = codeIn((await messagesTo(server, e164, 2))[1]);
    await (await server.client('office')).disableAccount({ params: { id } });
    expect((await anybody().post(`/session-challenges/${second.body['id'] as string}/answer`, { code: last })).body.code).toBe('auth.code_wrong');
  });

  it('begin a session of their own, whatever cookie was there before', async () => {
    const { e164, phone } = await citizen(server);
    const planted = await citizen(server);
    const visitor = planted.visitor.copy();
    const before = visitor.cookie;
    const asked = await visitor.post('/session-challenges', { phone });
    await visitor.post(`/session-challenges/${asked.body['id'] as string}/answer`, { code: codeIn((await messagesTo(server, e164))[0]) });
    expect(visitor.cookie).not.toBe(before);
    expect(((await planted.visitor.get('/session')).body['account'] as { id: string }).id).toBe(planted.id);
  });

  it('stand in no log, no outbox and no row', async () => {
    const { e164, phone } = await citizen(server);
    const { email } = await staff(server);
    await anybody().post('/session-challenges', { phone });
    await anybody().post('/session-challenges', { email });
    const code = codeIn((await messagesTo(server, e164))[0]);
    const { token } = linkIn((await messagesTo(server, email))[0]);
    const kept = await keptBy(server);
    expect(kept.length).toBeGreaterThan(100_000);
    for (const secret of [token, phone, email]) expect([secret, kept.includes(secret), server.process.wholeLog.includes(secret)]).toEqual([secret, false, false]);
    // Six digits turn up by chance; not where a code would stand.
    expect(new RegExp(`(?<!\\d)${code}(?!\\d)`).test(server.process.wholeLog)).toBe(false);
  });
});
