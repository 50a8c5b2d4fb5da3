import { createClient, type Client } from '@kepu/api-client';
import { consentVersions, type Activity } from '@kepu/contracts';
import { eachDatabase } from '../support/engines.js';
import { startServer, type TestServer } from '../support/server.js';
import { furnishActivities, guides, shift, type ActivityRoom } from './activity-room.js';
import { keptBy } from './kept.js';
import { refusal } from './papers.js';

const HOUR_MS = 3_600_000;
const password = 'Nanyan-2026-yun';
const reason = '场地临时更换，短信没有回复，需要电话确认。';

eachDatabase('personal data', (database) => {
  let server: TestServer;
  let room: ActivityRoom;
  let consentVersion: string;
  let serial = 0;
  beforeAll(async () => {
    server = await startServer({ database, env: { LOG_LEVEL: 'trace', SESSION_IDLE_MINUTES: '10080', SESSION_MAX_HOURS: '168' } });
    room = await furnishActivities(server);
    ({ consentVersion } = await room.anyone.getPublicDictionary());
  });

  const clientOf = (cookie: string): Client => createClient({ baseUrl: server.url, parseAnswers: true, headers: { cookie } });
  const register = async (countyCode = '330302'): Promise<{ id: string; phone: string; client: Client }> => {
    const phone = `1377001${String((serial += 1)).padStart(4, '0')}`;
    const answer = await server.fetch('/api/v1/volunteers', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({
      name: '查看人', phone, bornOn: '1990-03-15', occupation: 'teacher', countyCode, topicIds: [], availability: '1'.repeat(21), password, consent: consentVersion,
    }) });
    if (!answer.ok) throw new Error(await answer.text());
    const client = clientOf(answer.headers.getSetCookie()[0]?.split(';')[0] ?? '');
    return { id: (await client.getSession()).account.id, phone, client };
  };
  const positionOf = (activity: Activity) => activity.shifts[0]?.positions[0]?.id ?? '';
  const reveal = (by: Client, id: string, given: { field?: 'phone' | 'email'; reason?: string } = {}) => by.createReveal({ params: { id }, body: { field: 'phone', reason, ...given } });
  const refused = async (call: Promise<unknown>) => (await refusal(call)).code;

  describe('contact data', () => {
    it('are shown whole to the office, for a reason, once, and the person reads who, what and why', async () => {
      const person = await register();
      expect(await person.client.listMyDataAccesses()).toEqual({ data: [], total: 0 });
      expect(await reveal(room.office, person.id)).toEqual({ field: 'phone', value: `+86${person.phone}` });
      expect(await reveal(room.office, person.id, { field: 'email' })).toEqual({ field: 'email', value: null });
      const { data, total } = await person.client.listMyDataAccesses();
      expect(total).toBe(1);
      expect(data).toMatchObject([{ body: '市全民科学素质工作领导小组办公室', role: 'administrator', field: 'phone', reason }]);
      // Not who works there: the body answers for it. The trail knows, and seals the reason with the person's key.
      expect(JSON.stringify(data)).not.toContain(room.officeName);
      const [entry] = (await room.office.listAuditEntries({ query: { action: 'personal.revealed', subjectId: person.id } })).data;
      expect(entry).toMatchObject({ actor: { name: room.officeName }, after: { field: 'phone' } });
      expect(JSON.stringify(entry)).not.toContain('短信没有回复');
      // Everywhere else it stays masked, and nothing keeps it.
      expect((await room.office.getAccount({ params: { id: person.id } })).phone).toMatch(/^137\*{4}\d{4}$/);
      expect(server.process.wholeLog).not.toContain(person.phone);
      expect(await keptBy(server)).not.toContain(person.phone);
    });

    it.each([['no reason', {}], ['an empty one', { reason: '  ' }], ['another field', { field: 'bornOn', reason }], ['a stray key', { field: 'phone', reason, all: true }]])('are not shown for %s', async (_, body) => {
      const person = await register();
      const answer = await server.fetch(`/api/v1/accounts/${person.id}/reveals`, { method: 'POST', as: 'office', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
      expect(answer.status).toBe(400);
      expect((await person.client.listMyDataAccesses()).total).toBe(0);
    });

    it('are shown to a county for those who live there, and not for others or for staff', async () => {
      const [home, away] = [await register('330326'), await register('330302')];
      expect((await reveal(room.county, home.id)).value).toBe(`+86${home.phone}`);
      expect((await home.client.listMyDataAccesses()).data).toMatchObject([{ body: '平阳县办公室', role: 'county' }]);
      const own = (await room.office.getSession()).account.id;
      for (const id of [away.id, own, '0190d0c0-0000-7000-8000-000000000001']) expect(await refused(reveal(room.county, id))).toBe('resource.not_found');
      expect((await away.client.listMyDataAccesses()).total).toBe(0);
    });

    it('are shown to a liaison while somebody has a place in an activity of the own unit, and for a week after', async () => {
      const person = await register();
      expect(await refused(reveal(room.league, person.id))).toBe('resource.not_found');
      const activity = await room.open({ shifts: [shift(30, { positions: [guides] })] });
      const signup = await person.client.createSignup({ params: { id: positionOf(activity) }, body: {} });
      // Asked for, and not given yet.
      expect(await refused(reveal(room.league, person.id))).toBe('resource.not_found');
      await room.league.confirmSignup({ params: { id: signup.id }, body: { version: signup.version } });
      expect((await reveal(room.league, person.id)).value).toBe(`+86${person.phone}`);
      expect((await person.client.listMyDataAccesses()).data).toMatchObject([{ body: '团市委', role: 'liaison' }]);
      for (const other of [room.women, room.below]) expect(await refused(reveal(other, person.id))).toBe('resource.not_found');
      for (const other of [room.reader, person.client]) expect(await refused(reveal(other, person.id))).toBe('auth.forbidden');
      try {
        await server.control.clock({ advanceMs: (32 + 24 * 7 - 1) * HOUR_MS });
        const late = clientOf(await server.fetch('/api/v1/session', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ identifier: 'liaison@demo.kepu', password: 'Kepu-demo-2026' }) })
          .then((answer) => answer.headers.getSetCookie()[0]?.split(';')[0] ?? ''));
        expect((await reveal(late, person.id)).value).toBe(`+86${person.phone}`);
        await server.control.clock({ advanceMs: 2 * HOUR_MS });
        expect(await refused(reveal(late, person.id))).toBe('resource.not_found');
      } finally {
        await server.control.clock({ reset: true });
      }
    });

    it('are shown so many times a day and no more, however many ask at once', async () => {
      const people = [await register('330326'), await register('330326')];
      const codes = await Promise.all(Array.from({ length: 80 }, (_, at) => reveal(room.county, people[at % 2]?.id ?? '').then(() => 'shown', (error: { problem: { code: string } }) => error.problem.code)));
      const shown = codes.filter((code) => code === 'shown').length;
      // Some were shown to this county before.
      expect(shown).toBeGreaterThan(50);
      expect(shown).toBeLessThanOrEqual(60);
      expect(new Set(codes)).toEqual(new Set(['shown', 'personal.daily_limit']));
      const logged = await Promise.all(people.map(({ client }) => client.listMyDataAccesses()));
      expect(logged.reduce((sum, { total }) => sum + total, 0)).toBe(shown);
    });
  });

  describe('consents', () => {
    const byKind = async (client: Client) => Object.fromEntries((await client.getMyConsents()).data.map((one) => [one.kind, one]));

    it('are entered with the registration: which text, which version, when and how', async () => {
      const person = await register();
      expect(await byKind(person.client)).toMatchObject({
        privacy: { needed: true, given: true, asks: false, version: consentVersion, method: 'self', withdrawnAt: null }, recommendations: { given: true, needed: false }, honour_roll: { given: false, version: null },
      });
      const elder = await room.office.createVolunteerOnBehalf({ body: {
        name: '代登记', phone: '13770029999', bornOn: '1950-01-02', occupation: 'retired', countyCode: '330302', consentNote: '本人来电要求登记，已口头告知用途。',
      } });
      const { initialPassword } = await room.office.resetPassword({ params: { id: elder.id } });
      const answer = await server.fetch('/api/v1/session', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ identifier: '13770029999', password: initialPassword }) });
      const client = clientOf(answer.headers.getSetCookie()[0]?.split(';')[0] ?? '');
      await client.changePassword({ body: { current: initialPassword, next: password } });
      expect((await byKind(client))['privacy']).toMatchObject({ given: true, method: 'on_behalf' });
    });

    it('can be taken back and given again, each for itself; suggestions follow theirs both ways', async () => {
      const { client } = await register();
      expect((await client.getMyVolunteer()).recommendationsOff).toBe(false);
      await client.withdrawConsent({ body: { kind: 'recommendations' } });
      const off = await client.getMyVolunteer();
      expect(off.recommendationsOff).toBe(true);
      expect((await byKind(client))['recommendations']).toMatchObject({ given: false });
      await client.updateMyVolunteer({ body: { version: off.version, recommendationsOff: false } });
      expect((await byKind(client))['recommendations']).toMatchObject({ given: true, withdrawnAt: null });
      await client.giveConsent({ body: { kind: 'honour_roll', version: consentVersions.honour_roll } });
      // Twice is once.
      await client.giveConsent({ body: { kind: 'honour_roll', version: consentVersions.honour_roll } });
      expect((await byKind(client))['honour_roll']).toMatchObject({ given: true });
      await client.withdrawConsent({ body: { kind: 'honour_roll' } });
      expect((await byKind(client))['honour_roll']?.withdrawnAt).not.toBeNull();
      expect((await byKind(client))['privacy']).toMatchObject({ given: true });
    });

    it('are not given to another text, not by staff, and the one that is needed is not taken back here', async () => {
      const { client } = await register();
      expect(await refused(client.giveConsent({ body: { kind: 'honour_roll', version: '2019-01' } }))).toBe('consent.text_changed');
      expect(await refused(client.withdrawConsent({ body: { kind: 'privacy' } }))).toBe('consent.needed');
      expect(await refused(room.office.giveConsent({ body: { kind: 'honour_roll', version: consentVersions.honour_roll } }))).toBe('volunteer.required');
      expect((await room.office.getMyConsents()).data.map(({ given, asks }) => [given, asks])).toEqual([[false, false], [false, false], [false, false]]);
    });
  });
});
