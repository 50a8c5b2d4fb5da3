import { createClient, type Client } from '@kepu/api-client';
import { eachDatabase } from '../support/engines.js';
import { signIn, startServer, type TestServer } from '../support/server.js';
import { refusal, unitIds, until } from '../http/papers.js';
import { newPerson, ownPassword } from './people.js';

eachDatabase('rights', (database) => {
  let server: TestServer;
  let office: Client;
  let me: string;
  let serial = 0;
  const next = () => `person-${(serial += 1)}@demo.kepu`;
  const clientOf = (cookie: string): Client => createClient({ baseUrl: server.url, headers: { cookie } });
  beforeAll(async () => {
    server = await startServer({ database });
    office = await server.client('office');
    me = (await office.getSession()).account.id;
  });

  it('end with the next request when the person is disabled, and come back without the old session', async () => {
    const email = next();
    const { id, cookie } = await newPerson(server, office, email, { role: 'editor' });
    const person = clientOf(cookie);
    expect((await person.getSession()).permissions).toContain('plan:write');
    expect((await office.disableAccount({ params: { id } })).state).toBe('disabled');
    for (const call of [() => person.getSession(), () => person.listPlans(), () => person.listAccounts()]) expect((await refusal(call())).code).toBe('auth.required');
    await expect(signIn(server.url, email, ownPassword)).rejects.toThrow('auth.failed');
    await office.enableAccount({ params: { id } });
    expect((await refusal(person.getSession())).code).toBe('auth.required');
    expect((await clientOf(await signIn(server.url, email, ownPassword)).getSession()).permissions).toContain('plan:write');
  });

  it('end with the next request when the grant ends, alone', async () => {
    const { id, cookie } = await newPerson(server, office, next(), { role: 'editor' });
    const person = clientOf(cookie);
    const [grant] = (await office.listGrants({ query: { accountId: id } })).data;
    expect((await person.listPlanImports()).total).toBeGreaterThan(0);
    await office.endGrant({ params: { id: grant?.id ?? '' } });
    expect((await refusal(person.listPlanImports())).code).toBe('auth.forbidden');
    expect((await refusal(person.listPlans())).code).toBe('auth.forbidden');
    expect((await person.getSession()).permissions).toEqual([]);
    // Ending it again changes nothing.
    expect((await office.endGrant({ params: { id: grant?.id ?? '' } })).endedAt).not.toBeNull();
  });

  it('begin and end with their days', async () => {
    const { id, cookie } = await newPerson(server, office, next());
    const person = clientOf(cookie);
    const { today } = await office.getSession();
    const day = (shift: number) => new Date(Date.parse(`${today}T00:00:00Z`) + shift * 86_400_000).toISOString().slice(0, 10);
    await office.createGrant({ body: { accountId: id, role: 'reader', scopeKind: 'city', from: day(1), to: day(2) } });
    expect((await refusal(person.listPlans())).code).toBe('auth.forbidden');
    const noon = (shift: number) => new Date(`${day(shift)}T12:00:00+08:00`).toISOString();
    try {
      for (const [shift, allowed] of [[1, true], [2, true], [3, false]] as const) {
        await server.control.clock({ freeze: noon(shift) });
        // The session itself does not outlast three days of idleness, so the person signs in again.
        const here = clientOf(await signIn(server.url, `person-${serial}@demo.kepu`, ownPassword));
        if (allowed) expect((await here.listPlans()).total).toBeGreaterThan(0);
        else expect((await refusal(here.listPlans())).code).toBe('auth.forbidden');
      }
    } finally {
      await server.control.clock({ reset: true });
    }
  });

  it('end with a new first password, on every device, until the person has chosen another', async () => {
    const email = next();
    const { id, cookie } = await newPerson(server, office, email, { role: 'editor' });
    const other = await signIn(server.url, email, ownPassword);
    const { initialPassword } = await office.resetPassword({ params: { id } });
    for (const old of [cookie, other]) expect((await refusal(clientOf(old).getSession())).code).toBe('auth.required');
    await expect(signIn(server.url, email, ownPassword)).rejects.toThrow('auth.failed');
    const first = clientOf(await signIn(server.url, email, initialPassword));
    expect((await first.getSession()).account.mustChangePassword).toBe(true);
    for (const call of [() => first.listPlans(), () => first.listNotices(), () => first.listAccounts()]) expect((await refusal(call())).code).toBe('auth.password_change_required');
    for (const [nextPassword, code] of [[initialPassword, 'auth.password_weak'], ['short1', 'auth.password_weak'], ['aaaaaaaa', 'auth.password_weak'], ['Password1234', 'auth.password_weak']] as const) {
      const problem = await refusal(first.changePassword({ body: { current: initialPassword, next: nextPassword } }));
      expect([nextPassword, problem.code]).toEqual([nextPassword, code]);
      expect(problem.detail).not.toContain('passwordRules');
    }
    // Nor one that the person had before.
    expect((await refusal(first.changePassword({ body: { current: initialPassword, next: ownPassword } }))).code).toBe('auth.password_weak');
    await first.changePassword({ body: { current: initialPassword, next: 'Lucheng-2026-neu' } });
    expect((await first.listPlans()).total).toBeGreaterThan(0);
  });

  it('end on other devices when the person changes the password, and this one stays', async () => {
    const email = next();
    const { cookie } = await newPerson(server, office, email, { role: 'reader' });
    const other = clientOf(await signIn(server.url, email, ownPassword));
    expect((await refusal(clientOf(cookie).changePassword({ body: { current: 'nicht-dieses-1', next: 'Lucheng-2026-b' } }))).code).toBe('auth.failed');
    await clientOf(cookie).changePassword({ body: { current: ownPassword, next: 'Lucheng-2026-b' } });
    expect((await refusal(other.getSession())).code).toBe('auth.required');
    expect((await clientOf(cookie).listPlans()).total).toBeGreaterThan(0);
  });

  it('are never changed by their owner', async () => {
    const [own] = (await office.listGrants({ query: { accountId: me } })).data;
    expect((await refusal(office.createGrant({ body: { accountId: me, role: 'leader', scopeKind: 'city' } }))).code).toBe('account.own_rights');
    expect((await refusal(office.endGrant({ params: { id: own?.id ?? '' } }))).code).toBe('account.own_rights');
    expect((await refusal(office.disableAccount({ params: { id: me } }))).code).toBe('account.own_rights');
  });

  it('are only given in a scope that fits the role, to a person and in a place that exist', async () => {
    const { id } = await newPerson(server, office, next());
    const units = await unitIds(office);
    const unitId = units.get('市科协') ?? '';
    const give = (body: Parameters<Client['createGrant']>[0]['body']) => refusal(office.createGrant({ body }));
    expect(await give({ accountId: id, role: 'administrator', scopeKind: 'unit', scopeId: unitId })).toMatchObject({ code: 'input.invalid', errors: [{ path: 'body.scopeKind' }] });
    expect(await give({ accountId: id, role: 'liaison', scopeKind: 'city' })).toMatchObject({ code: 'input.invalid' });
    expect(await give({ accountId: id, role: 'liaison', scopeKind: 'unit' })).toMatchObject({ code: 'input.invalid', errors: [{ path: 'body.scopeId' }] });
    expect(await give({ accountId: id, role: 'liaison', scopeKind: 'unit', scopeId: id })).toMatchObject({ code: 'reference.not_found' });
    expect(await give({ accountId: id, role: 'county', scopeKind: 'division', scopeId: '999999' })).toMatchObject({ code: 'reference.not_found' });
    expect(await give({ accountId: id, role: 'county', scopeKind: 'division', scopeId: '330300' })).toMatchObject({ code: 'reference.not_found' });
    expect(await give({ accountId: unitId, role: 'leader', scopeKind: 'city' })).toMatchObject({ code: 'reference.not_found' });
    expect((await give({ accountId: unitId, role: 'leader', scopeKind: 'city' })).detail).not.toContain('accountId');
    const twice = await Promise.allSettled([1, 2, 3].map(() => office.createGrant({ body: { accountId: id, role: 'liaison', scopeKind: 'unit', scopeId: unitId } })));
    expect(twice.filter((outcome) => outcome.status === 'fulfilled')).toHaveLength(1);
    // The person is told once.
    const here = clientOf(await signIn(server.url, `person-${serial}@demo.kepu`, ownPassword));
    expect((await until(() => here.listNotices(), (notices) => notices.total > 0)).data.map((notice) => notice.kind)).toEqual(['grant_given']);
  });

  it('that are lent have a last day, and posts have one holder', async () => {
    const { id } = await newPerson(server, office, next());
    const units = await unitIds(office);
    const scopeId = units.get('市妇联') ?? '';
    expect(await refusal(office.createGrant({ body: { accountId: id, role: 'reader', scopeKind: 'city' } }))).toMatchObject({ code: 'input.invalid', errors: [{ path: 'body.to', code: 'required' }] });
    expect(await refusal(office.createGrant({ body: { accountId: id, role: 'publisher', scopeKind: 'unit', scopeId, post: 'A' } }))).toMatchObject({ code: 'input.invalid', errors: [{ path: 'body.post' }] });
    expect(await office.createGrant({ body: { accountId: id, role: 'liaison', scopeKind: 'unit', scopeId, post: 'A' } })).toMatchObject({ post: 'A' });
    const other = await newPerson(server, office, next());
    const twice = await Promise.allSettled([1, 2].map(async () => office.createGrant({ body: { accountId: (await newPerson(server, office, next())).id, role: 'liaison', scopeKind: 'unit', scopeId, post: 'B' } })));
    expect(twice.filter((outcome) => outcome.status === 'fulfilled')).toHaveLength(1);
    expect(await refusal(office.createGrant({ body: { accountId: other.id, role: 'liaison', scopeKind: 'unit', scopeId, post: 'A' } }))).toMatchObject({ code: 'grant.post_taken', detail: expect.stringContaining('A 岗') as string });
    expect(await office.createGrant({ body: { accountId: other.id, role: 'liaison', scopeKind: 'unit', scopeId } })).toMatchObject({ post: null });
  });

  it('leave one administrator at least, however many withdraw them at once', async () => {
    // One administrator more, and each takes the other's right at the same moment.
    for (const way of ['grant', 'account'] as const) {
      const email = next();
      const { id, cookie } = await newPerson(server, office, email, { role: 'administrator' });
      const second = clientOf(cookie);
      const grantOf = async (accountId: string) => (await office.listGrants({ query: { accountId, role: 'administrator', current: 'true' } })).data[0]?.id ?? '';
      const [mine, theirs] = [await grantOf(me), await grantOf(id)];
      const outcomes = await Promise.allSettled(way === 'grant'
        ? [second.endGrant({ params: { id: mine } }), office.endGrant({ params: { id: theirs } })]
        : [second.disableAccount({ params: { id: me } }), office.disableAccount({ params: { id } })]);
      expect(outcomes.filter((outcome) => outcome.status === 'fulfilled')).toHaveLength(1);
      // Whoever is left puts things right for the next round.
      const left = outcomes[0]?.status === 'fulfilled' ? second : office;
      expect((await left.getSession()).permissions).toContain('grant:write');
      if (left === second) {
        if (way === 'grant') await second.createGrant({ body: { accountId: me, role: 'administrator', scopeKind: 'city' } });
        else await second.enableAccount({ params: { id: me } });
        office = clientOf(await signIn(server.url, 'office'));
        await office.disableAccount({ params: { id } });
      }
    }
    // A right with an end does not count as the last one: the city would stand without an administrator on that day.
    const { id, cookie } = await newPerson(server, office, next());
    await office.createGrant({ body: { accountId: id, role: 'administrator', scopeKind: 'city', to: '2099-12-31' } });
    const acting = clientOf(cookie);
    const [own] = (await office.listGrants({ query: { accountId: me, role: 'administrator', current: 'true' } })).data;
    expect((await refusal(acting.endGrant({ params: { id: own?.id ?? '' } }))).code).toBe('account.last_administrator');
    expect((await refusal(acting.disableAccount({ params: { id: me } }))).code).toBe('account.last_administrator');
    expect((await office.getSession()).permissions).toContain('account:write');
  });
});
