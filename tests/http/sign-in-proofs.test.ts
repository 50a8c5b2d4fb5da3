import { Secret, TOTP } from 'otpauth';
import { eachDatabase } from '../support/engines.js';
import { startServer, type TestServer } from '../support/server.js';
import { demoPassword } from '../support/template.js';
import { until } from './papers.js';
import { citizen, codeIn, linkIn, messagesTo, password, Visitor } from './sign-in-room.js';

/** Time stands still, so that a code of an app is of the step that the test means. */
const START = Date.parse('2027-03-01T02:00:10Z');

eachDatabase('proofs', (database) => {
  let server: TestServer;
  let office: Visitor;
  let now = START;
  let serial = 0;
  const at = (ms: number) => {
    now = ms;
    return server.control.clock({ freeze: new Date(ms).toISOString() });
  };
  const pass = (minutes: number) => at(now + minutes * 60_000);
  /** The code of an app, so many steps from now. */
  const codeOf = (secret: string, steps = 0): string => new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: now + steps * 30_000 });

  beforeAll(async () => {
    server = await startServer({ database, env: { SECOND_FACTOR: 'staff', SESSION_MAX_HOURS: '720', SESSION_IDLE_MINUTES: '10080' } });
    await at(START);
    ({ visitor: office } = await withApp(new Visitor(server), 'office@demo.kepu', demoPassword));
  });
  // Limits by the hour begin anew, and what was fresh is not.
  beforeEach(() => pass(61));

  /** Signs somebody in who has to set a second way up, and does so. */
  const withApp = async (visitor: Visitor, identifier: string, given: string): Promise<{ visitor: Visitor; secret: string; codes: string[] }> => {
    const first = await visitor.signIn(identifier, given);
    if (first.body.missing !== 'setup') throw new Error(`There is nothing to set up: ${first.text}`);
    const { secret } = (await visitor.post('/me/totp')).body as unknown as { secret: string };
    const confirmed = await visitor.post('/me/totp/confirm', { code: codeOf(secret) });
    if (confirmed.status !== 201) throw new Error(`The app was not taken: ${confirmed.text}`);
    return { visitor, secret, codes: (confirmed.body as unknown as { codes: string[] }).codes };
  };
  const invite = async (phone?: string): Promise<{ email: string; id: string; initial: string }> => {
    serial += 1;
    const email = `editor-${serial}@demo.kepu`;
    const { body, status, text } = await office.post('/accounts', { name: '陈一苇', email, ...(phone ? { phone } : {}) });
    if (status !== 201) throw new Error(text);
    const { id, initialPassword } = body as unknown as { id: string; initialPassword: string };
    await office.post('/grants', { accountId: id, role: 'editor', scopeKind: 'city', scopeId: null });
    return { email, id, initial: initialPassword };
  };
  /** Somebody of the staff who is past the first password and has an app. */
  const editor = async () => {
    const { email, id, initial } = await invite();
    const { visitor, secret, codes } = await withApp(new Visitor(server), email, initial);
    await visitor.post('/me/password', { current: initial, next: password });
    return { visitor, secret, codes, email, id };
  };
  const plans = async (visitor: Visitor) => (await visitor.get('/plans')).body.code ?? 'in';

  it('of one kind open nothing to staff but the way on, on public routes neither', async () => {
    const { email, initial } = await invite();
    const visitor = new Visitor(server);
    const { body } = await visitor.signIn(email, initial);
    expect([body.missing, body.ways, body.permissions, body.grants, body.proofs]).toEqual(['setup', [], [], [], ['password']]);
    for (const [method, address] of [['GET', '/plans'], ['GET', '/accounts'], ['GET', '/me/security'], ['POST', '/me/password'], ['POST', '/me/new-password'], ['DELETE', '/me/factors/totp'], ['POST', '/me/contact-challenges'], ['GET', '/notices']] as const) {
      const answer = await visitor.fetch(`/api/v1${address}`, { method, ...(method === 'POST' ? { headers: { 'content-type': 'application/json' }, body: '{}' } : {}) });
      expect([address, answer.status, ((await answer.json()) as { code: string }).code]).toEqual([address, 403, 'auth.second_factor_setup_required']);
    }
    // Drafts are shown to staff on a route that is open to all.
    const managed = (who: Visitor) => who.fetch('/api/v1/activities?perPage=1&managed=true').then((answer) => answer.json() as Promise<{ total?: number; code?: string }>);
    expect(await managed(visitor)).toEqual(await managed(new Visitor(server)));
    expect((await managed(office)).total).toBeGreaterThan(0);
    expect((await visitor.delete('/session')).status).toBe(200);
  });

  it('of a half session stay half, however an address is spelled', async () => {
    const { email, initial } = await invite();
    const visitor = new Visitor(server);
    await visitor.signIn(email, initial);
    const spellings = ['/api/v1/accounts', '/api/v1/accounts/', '/api//v1/accounts', '/api/v1/%61ccounts', '/API/v1/accounts', '/api/v1/accounts;x=1', '/api/v1/./accounts', '/api/v1/session/../accounts', '/api/v1/accounts%2F', '/api/v1/session%2F..%2Faccounts', '/api/v1/accounts?_method=GET'];
    for (const address of spellings) for (const method of ['GET', 'HEAD', 'OPTIONS'] as const) {
      const answer = await fetch(`${server.url}${address}`, { method, redirect: 'manual', headers: { cookie: visitor.cookie } });
      expect([method, address, answer.status >= 400]).toEqual([method, address, true]);
    }
  });

  it('are two after an app was set up, with another token, and the first token is worth nothing', async () => {
    const { email, initial } = await invite();
    const visitor = new Visitor(server);
    await visitor.signIn(email, initial);
    const seen = visitor.copy();
    const setup = (await visitor.post('/me/totp')).body as unknown as { secret: string; uri: string; qr: string };
    expect(setup.uri).toMatch(/^otpauth:\/\/totp\//);
    expect(setup.qr).toMatch(/^<svg/);
    expect((await visitor.post('/me/totp/confirm', { code: '000000' })).body.code).toBe('auth.code_wrong');
    const { codes } = (await visitor.post('/me/totp/confirm', { code: codeOf(setup.secret) })).body as unknown as { codes: string[] };
    expect([codes.length, new Set(codes).size, codes.every((code) => /^[a-z2-9]{5}-[a-z2-9]{5}$/.test(code))]).toEqual([10, 10, true]);
    expect((await seen.get('/session')).status).toBe(401);
    const { body } = await visitor.get('/session');
    expect([body['missing'], body['proofs']]).toEqual([null, ['password', 'totp']]);
    expect(await plans(visitor)).toBe('auth.password_change_required');
  });

  it('by an app are taken once for each step, by twenty at the same moment', async () => {
    const { email, secret } = await editor();
    await pass(5);
    const visitor = new Visitor(server);
    expect((await visitor.signIn(email, password)).body).toMatchObject({ missing: 'second', ways: ['totp'] });
    const code = codeOf(secret);
    // Eight tries in a quarter of an hour: more are not even looked at.
    const others = await Promise.all(Array.from({ length: 4 }, async () => {
      const other = new Visitor(server);
      await other.signIn(email, password);
      return other;
    }));
    const outcomes = await Promise.all([visitor, ...others].map((one) => one.post('/session/proofs', { kind: 'totp', code })));
    expect(outcomes.map(({ status }) => status).sort()).toEqual([201, 401, 401, 401, 401]);
    // The same step and the one before it are past; the next one is not.
    const late = new Visitor(server);
    await late.signIn(email, password);
    expect((await late.post('/session/proofs', { kind: 'totp', code })).body.code).toBe('auth.code_wrong');
    expect((await late.post('/session/proofs', { kind: 'totp', code: codeOf(secret, -1) })).body.code).toBe('auth.code_wrong');
    await at(now + 30_000);
    expect((await late.post('/session/proofs', { kind: 'totp', code: codeOf(secret) })).body.missing).toBeNull();
    expect(await plans(late)).toBe('in');
  });

  it('by an app are tried eight times in a quarter of an hour, also all at once', async () => {
    const { email, secret } = await editor();
    await pass(20);
    const visitor = new Visitor(server);
    await visitor.signIn(email, password);
    const outcomes = await Promise.all(Array.from({ length: 30 }, (_, index) => visitor.copy().post('/session/proofs', { kind: 'totp', code: String(100_000 + index) })));
    expect(outcomes.filter(({ status }) => status === 401)).toHaveLength(8);
    expect(outcomes.filter(({ status }) => status === 429)).toHaveLength(22);
    expect((await visitor.post('/session/proofs', { kind: 'totp', code: codeOf(secret) })).status).toBe(429);
  });

  it('by a recovery code are taken once each, and all are void once new ones are made', async () => {
    const { visitor, email, codes } = await editor();
    const [first = '', second = ''] = codes;
    await pass(20);
    const people = await Promise.all(Array.from({ length: 5 }, async () => {
      const one = new Visitor(server);
      await one.signIn(email, password);
      return one;
    }));
    const outcomes = await Promise.all(people.map((one) => one.post('/session/proofs', { kind: 'recovery', code: first.toUpperCase() })));
    expect(outcomes.map(({ status }) => status).sort()).toEqual([201, 401, 401, 401, 401]);
    // Renewing asks for a fresh proof.
    expect((await visitor.post('/me/recovery-codes')).body.code).toBe('auth.proof_required');
    expect((await visitor.post('/session/proofs', { kind: 'password', password })).status).toBe(201);
    const renewed = (await visitor.post('/me/recovery-codes')).body as unknown as { codes: string[] };
    await pass(20);
    const late = new Visitor(server);
    await late.signIn(email, password);
    expect((await late.post('/session/proofs', { kind: 'recovery', code: second })).status).toBe(401);
    expect((await late.post('/session/proofs', { kind: 'recovery', code: renewed.codes[0]?.replace('-', '') })).status).toBe(201);
  });

  it('by SMS go to the own phone and count for that session alone', async () => {
    const phone = '13812340001';
    const { email, initial } = await invite(phone);
    const visitor = new Visitor(server);
    expect((await visitor.signIn(email, initial)).body).toMatchObject({ missing: 'second', ways: ['sms'] });
    // Whoever has a second way sets up no other before it was used.
    expect((await visitor.post('/me/totp')).body.code).toBe('auth.second_factor_required');
    expect((await visitor.post('/session/challenges', { kind: 'email' })).body.code).toBe('auth.way_not_offered');
    const asked = await visitor.post('/session/challenges', { kind: 'sms' });
    const code = codeIn((await messagesTo(server, '+8613812340001'))[0]);
    const proof = { kind: 'sms', challengeId: asked.body['id'], code };
    const other = new Visitor(server);
    await other.signIn(email, initial);
    expect((await other.post('/session/proofs', proof)).body.code).toBe('auth.code_wrong');
    // Nor does it sign anybody in by itself.
    expect((await new Visitor(server).post(`/session-challenges/${asked.body['id'] as string}/answer`, { code })).status).toBe(401);
    expect((await visitor.post('/session/proofs', proof)).body).toMatchObject({ missing: null, proofs: ['password', 'sms'] });
  });

  it('of one kind twice are one: a phone code and the same phone again', async () => {
    const phone = '13812340002';
    const { email, initial } = await invite(phone);
    const visitor = new Visitor(server);
    const asked = await visitor.post('/session-challenges', { phone });
    const answer = await visitor.post(`/session-challenges/${asked.body['id'] as string}/answer`, { code: codeIn((await messagesTo(server, '+8613812340002'))[0]) });
    expect(answer.body).toMatchObject({ missing: 'second', ways: ['password', 'email'] });
    expect((await visitor.post('/session/challenges', { kind: 'sms' })).body.code).toBe('auth.way_not_offered');
    expect((await visitor.post('/session/proofs', { kind: 'password', password: `${initial}x` })).body.code).toBe('auth.failed');
    expect((await visitor.post('/session/proofs', { kind: 'password', password: initial })).body.missing).toBeNull();
    // A mailbox is opened by a password: with another password it is no second kind.
    const mailed = new Visitor(server);
    const link = await mailed.post('/session-challenges', { email });
    const { token } = linkIn((await messagesTo(server, email))[0]);
    expect((await mailed.post(`/session-challenges/${link.body['id'] as string}/answer`, { code: token })).body).toMatchObject({ missing: 'second', ways: ['sms'] });
  });

  it('and devices end with a new password, and with being told to', async () => {
    const { email, secret } = await editor();
    await pass(20);
    const visitor = new Visitor(server);
    await visitor.signIn(email, password);
    await visitor.post('/session/proofs', { kind: 'totp', code: codeOf(secret), remember: true });
    const elsewhere = visitor.copy();
    elsewhere.drop('kepu_session');
    expect((await elsewhere.signIn(email, password)).body.missing).toBeNull();
    expect((await visitor.post('/me/password', { current: password, next: 'Lucheng-2027-xin' })).status).toBe(200);
    expect((await elsewhere.get('/session')).status).toBe(401);
    expect((await elsewhere.signIn(email, 'Lucheng-2027-xin')).body.missing).toBe('second');
    expect(await plans(visitor)).toBe('in');
  });

  it('that are turned off ask for a fresh one, and staff keep one', async () => {
    const { visitor, secret } = await editor();
    await pass(20);
    expect((await visitor.delete('/me/factors/totp')).body.code).toBe('auth.proof_required');
    expect((await visitor.post('/session/proofs', { kind: 'totp', code: codeOf(secret) })).status).toBe(201);
    expect((await visitor.delete('/me/factors/totp')).body.code).toBe('auth.last_factor');
    // Who has no rights may.
    const { visitor: person } = await citizen(server);
    expect((await person.get('/session')).body['missing']).toBeNull();
    const setup = (await person.post('/me/totp')).body as unknown as { secret: string };
    expect((await person.post('/me/totp/confirm', { code: codeOf(setup.secret) })).status).toBe(201);
    expect((await person.delete('/me/factors/totp')).status).toBe(200);
    expect(((await person.get('/me/security')).body as unknown as { factors: unknown[]; recoveryCodesLeft: number })).toMatchObject({ factors: [], recoveryCodesLeft: 0 });
  });

  it('that were lost are reset by an administrator, never one’s own, and set up anew at the next sign-in', async () => {
    const { visitor, email, id } = await editor();
    expect((await visitor.post(`/accounts/${id}/second-factors/reset`)).body.code).toBe('auth.forbidden');
    const { id: own } = (await office.get('/session')).body['account'] as { id: string };
    expect((await office.post(`/accounts/${own}/second-factors/reset`)).body.code).toBe('account.own_rights');
    expect((await office.post(`/accounts/${id}/second-factors/reset`)).status).toBe(200);
    expect((await visitor.get('/session')).status).toBe(401);
    expect((await new Visitor(server).signIn(email, password)).body.missing).toBe('setup');
  });

  it('beside the first are asked of whoever turned them on, also without any right', async () => {
    const { visitor, phone, e164 } = await citizen(server);
    const asked = await visitor.post('/session/challenges', { kind: 'sms' });
    expect((await visitor.post('/me/sms-factor', { challengeId: asked.body['id'], code: codeIn((await messagesTo(server, e164))[0]) })).status).toBe(201);
    expect((await new Visitor(server).signIn(phone, password)).body).toMatchObject({ missing: 'second', ways: ['sms'] });
    await until(() => visitor.get('/notices').then(({ body }) => body as unknown as { data: { kind: string; params: { change: string } }[] }), ({ data }) => data.some(({ kind, params }) => kind === 'sign_in_changed' && params.change === 'terms.accountChanges.factor_on'));
  });

  it('cost no statement more with each request than a session did before', async () => {
    const { visitor } = await editor();
    // What is refused before its handler costs what the guard costs: one for session, person, grants and proofs.
    expect(await server.control.costOf(async () => expect((await visitor.get('/audit-entries')).status).toBe(403))).toBe(1);
  });

  it('are spared by a device that was remembered, for thirty days, for its person alone, until it is ended', async () => {
    const { email, secret } = await editor();
    await pass(20);
    const visitor = new Visitor(server);
    await visitor.signIn(email, password);
    expect(visitor.holds('device')).toBeUndefined();
    expect((await visitor.post('/session/proofs', { kind: 'totp', code: codeOf(secret), remember: true })).status).toBe(201);
    expect(visitor.holds('device')).toMatch(/^[\w-]{43}$/);
    await visitor.delete('/session');
    expect((await visitor.signIn(email, password)).body.missing).toBeNull();
    // Somebody else on the same device.
    const other = await editor();
    const shared = visitor.copy();
    await pass(20);
    expect((await shared.signIn(other.email, password)).body.missing).toBe('second');
    // Without the password it is nothing.
    const bare = visitor.copy();
    bare.drop('kepu_session');
    expect((await bare.get('/session')).status).toBe(401);
    const { devices } = (await visitor.get('/me/security')).body as unknown as { devices: { id: string; until: string }[] };
    expect(devices).toHaveLength(1);
    expect((await shared.delete(`/me/devices/${devices[0]?.id ?? ''}`)).body.code).toBe('auth.second_factor_required');
    await at(Date.parse(devices[0]?.until ?? '') + 1_000);
    expect((await visitor.signIn(email, password)).body.missing).toBe('second');
  });
});
