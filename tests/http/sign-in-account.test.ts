import { eachDatabase } from '../support/engines.js';
import { startServer, type TestServer } from '../support/server.js';
import { until } from './papers.js';
import { citizen, codeIn, linkIn, messagesTo, password, staff, Visitor } from './sign-in-room.js';

interface Told { readonly sessions: { id: string; present: boolean; browser: string; system: string; ip: string | null }[]; readonly contact: { phone: string | null; email: string | null }; readonly recovered: boolean; readonly fresh: boolean }
const phoneApp = 'Mozilla/5.0 (Linux; Android 14; V2309A) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/120.0 Mobile Safari/537.36 MicroMessenger/8.0.47';

eachDatabase('the own account', (database) => {
  let server: TestServer;
  const later = (minutes = 61) => server.control.clock({ advanceMs: minutes * 60_000 });
  beforeAll(async () => {
    server = await startServer({ database, env: { SESSION_MAX_HOURS: '720', SESSION_IDLE_MINUTES: '10080' } });
  });
  beforeEach(() => later());

  const byPhone = async (visitor: Visitor, phone: string, e164: string): Promise<void> => {
    const before = (await messagesTo(server, e164, 0)).length;
    const asked = await visitor.post('/session-challenges', { phone });
    const answer = await visitor.post(`/session-challenges/${asked.body['id'] as string}/answer`, { code: codeIn((await messagesTo(server, e164, before + 1)).at(-1)) });
    if (answer.status !== 201) throw new Error(answer.text);
  };
  const told = async (visitor: Visitor) => (await visitor.get('/me/security')).body as unknown as Told;
  const news = (visitor: Visitor, kind: string, change?: string) => until(
    () => visitor.get('/notices').then(({ body }) => body as unknown as { data: { kind: string; params: Record<string, string>; link: string }[] }),
    ({ data }) => data.some((notice) => notice.kind === kind && (!change || notice.params['change'] === `terms.accountChanges.${change}`)),
  );

  it('is got back by a code within ten minutes: a new password needs no old one, and everything else is signed out', async () => {
    const { visitor: old, phone, e164 } = await citizen(server);
    const open = await old.copy().post('/session-challenges', { phone });
    const openCode = codeIn((await messagesTo(server, e164))[0]);
    await later(2);
    const visitor = new Visitor(server);
    await byPhone(visitor, phone, e164);
    expect((await told(visitor)).recovered).toBe(true);
    for (const next of ['short1', 'Password1234', password]) expect([next, (await visitor.post('/me/new-password', { next })).body.code]).toEqual([next, 'auth.password_weak']);
    expect((await visitor.post('/me/new-password', { next: 'Lucheng-2027-xin' })).status).toBe(200);
    expect((await old.get('/session')).status).toBe(401);
    // A code that was on its way is void.
    expect((await new Visitor(server).post(`/session-challenges/${open.body['id'] as string}/answer`, { code: openCode })).status).toBe(401);
    expect((await new Visitor(server).signIn(phone, password)).status).toBe(401);
    expect((await new Visitor(server).signIn(phone, 'Lucheng-2027-xin')).status).toBe(201);
    expect((await news(visitor, 'sign_in_changed', 'password')).data[0]?.link).toBe('/me/security');
  });

  it('is got back by a link, also with a first password that nobody knows any more', async () => {
    const office = await server.client('office');
    const { id } = await office.createAccount({ body: { name: '周知行', email: 'forgotten@demo.kepu' } });
    expect(id).toBeTruthy();
    const visitor = new Visitor(server);
    const asked = await visitor.post('/session-challenges', { email: 'forgotten@demo.kepu' });
    await visitor.post(`/session-challenges/${asked.body['id'] as string}/answer`, { code: linkIn((await messagesTo(server, 'forgotten@demo.kepu'))[0]).token });
    expect((await visitor.get('/notices')).body.code).toBe('auth.password_change_required');
    expect((await visitor.post('/me/new-password', { next: 'Lucheng-2027-xin' })).status).toBe(200);
    expect((await visitor.get('/notices')).status).toBe(200);
  });

  it('is not got back by a password, nor after ten minutes', async () => {
    const { visitor, phone, e164 } = await citizen(server);
    expect((await visitor.post('/me/new-password', { next: 'Lucheng-2027-xin' })).body.code).toBe('auth.proof_required');
    await byPhone(visitor, phone, e164);
    await later(11);
    expect((await told(visitor)).recovered).toBe(false);
    expect((await visitor.post('/me/new-password', { next: 'Lucheng-2027-xin' })).body.code).toBe('auth.proof_required');
  });

  it('takes none of the last five passwords again', async () => {
    const { visitor } = await citizen(server);
    const used = [password];
    for (const next of ['Yueqing-2027-a1', 'Yueqing-2027-b2', 'Yueqing-2027-c3', 'Yueqing-2027-d4', 'Yueqing-2027-e5']) {
      expect((await visitor.post('/me/password', { current: used.at(-1), next })).status).toBe(200);
      used.push(next);
    }
    const current = used.at(-1);
    for (const next of used.slice(1, 5)) expect([next, (await visitor.post('/me/password', { current, next })).body.code]).toEqual([next, 'auth.password_weak']);
    expect((await visitor.post('/me/password', { current, next: 'Yueqing-2027-f6' })).status).toBe(200);
    expect((await visitor.post('/me/password', { current: 'Yueqing-2027-f6', next: 'Yueqing-2027-a1' })).status).toBe(200);
  });

  it('gets another phone by a fresh proof and a code to the new one, and says only then that somebody has it', async () => {
    const [one, other] = [await citizen(server), await citizen(server)];
    await later(11);
    expect((await one.visitor.post('/me/contact-challenges', { phone: '13500000001' })).body.code).toBe('auth.proof_required');
    await one.visitor.post('/session/proofs', { kind: 'password', password });
    const asked = await one.visitor.post('/me/contact-challenges', { phone: '13500000001' });
    const code = codeIn((await messagesTo(server, '+8613500000001'))[0]);
    const proof = { challengeId: asked.body['id'], code };
    // Somebody else's session gets nothing by it, and it signs nobody in.
    await other.visitor.post('/session/proofs', { kind: 'password', password });
    expect((await other.visitor.post('/me/contact', proof)).body.code).toBe('auth.code_wrong');
    expect((await new Visitor(server).post(`/session-challenges/${asked.body['id'] as string}/answer`, { code })).status).toBe(401);
    expect((await one.visitor.post('/me/contact', proof)).status).toBe(200);
    expect((await told(one.visitor)).contact.phone).toBe('135****0001');
    expect((await new Visitor(server).signIn(one.phone, password)).status).toBe(401);
    expect((await new Visitor(server).signIn('13500000001', password)).status).toBe(201);
    await news(one.visitor, 'sign_in_changed', 'contact');
    await later(2);
    await one.visitor.post('/session/proofs', { kind: 'password', password });
    const taken = await one.visitor.post('/me/contact-challenges', { phone: other.phone });
    expect(taken.status).toBe(201);
    expect((await one.visitor.post('/me/contact', { challengeId: taken.body['id'], code: codeIn((await messagesTo(server, other.e164))[0]) })).body.code).toBe('account.identifier_taken');
  });

  it('shows where it is signed in, ends one and all others, and never somebody else’s', async () => {
    const { visitor, phone } = await citizen(server);
    const mobile = new Visitor(server, phoneApp);
    await mobile.signIn(phone, password);
    const { data } = await news(visitor, 'signed_in_anew');
    expect(data.find(({ kind }) => kind === 'signed_in_anew')?.params).toEqual({ browser: 'terms.browsers.wechat', system: 'terms.systems.android' });
    const { sessions } = await told(visitor);
    expect(sessions.map(({ present, browser, system, ip }) => [present, browser, system, ip]).sort()).toEqual([[false, 'wechat', 'android', '127.0.0.1'], [true, 'other', 'other', '127.0.0.1']].sort());
    const stranger = await citizen(server);
    const there = sessions.find(({ present }) => !present)?.id ?? '';
    expect((await stranger.visitor.delete(`/me/sessions/${there}`)).status).toBe(404);
    expect((await mobile.get('/session')).status).toBe(200);
    expect((await visitor.delete(`/me/sessions/${there}`)).status).toBe(200);
    expect((await mobile.get('/session')).status).toBe(401);
    await mobile.signIn(phone, password);
    const third = new Visitor(server);
    await third.signIn(phone, password);
    expect((await visitor.post('/me/sessions/end-others')).status).toBe(200);
    for (const [who, status] of [[mobile, 401], [third, 401], [visitor, 200]] as const) expect((await who.get('/session')).status).toBe(status);
    // The same device again is no news.
    const before = (await news(visitor, 'signed_in_anew')).data.filter(({ kind }) => kind === 'signed_in_anew').length;
    await mobile.signIn(phone, password);
    expect(((await visitor.get('/notices')).body as unknown as { data: { kind: string }[] }).data.filter(({ kind }) => kind === 'signed_in_anew')).toHaveLength(before);
  });

  it('keeps a copied session only until the next proof', async () => {
    const { visitor } = await staff(server);
    const thief = visitor.copy();
    expect((await thief.get('/session')).status).toBe(200);
    expect((await visitor.post('/session/proofs', { kind: 'password', password })).status).toBe(201);
    expect((await thief.get('/session')).status).toBe(401);
    // Two proofs at the same moment: one is the next step, the other begins from where nobody stands any more.
    const outcomes = await Promise.all([1, 2, 3].map(() => visitor.copy().post('/session/proofs', { kind: 'password', password })));
    expect(outcomes.filter(({ status }) => status === 201).length).toBeGreaterThanOrEqual(1);
  });
});
