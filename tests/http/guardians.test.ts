import { createClient, type Client } from '@kepu/api-client';
import { consentVersions, type Activity } from '@kepu/contracts';
import { eachDatabase } from '../support/engines.js';
import { startServer, type TestServer } from '../support/server.js';
import { demoPassword } from '../support/template.js';
import { furnishActivities, shift, type ActivityRoom } from './activity-room.js';
import { addChild, bornFor, childOf, familyPassword, guardian, linkedPupil, newPhone, registered, tokenOf, type FamilyPerson } from './family-room.js';
import { keptBy } from './kept.js';
import { refusal, until } from './papers.js';

const DAY_MS = 86_400_000;
const helper = { role: 'helper' as const, name: '引导小帮手', minimum: 0, maximum: 20, requires: {} };

eachDatabase('minors and their guardians', (database) => {
  let server: TestServer;
  let room: ActivityRoom;
  let anybody: Client;
  let today: string;
  let mother: FamilyPerson;

  beforeAll(async () => {
    server = await startServer({ database, env: { LOG_LEVEL: 'trace' } });
    room = await furnishActivities(server);
    anybody = room.anyone;
    ({ today } = await room.office.getSession());
    mother = await guardian(server, '林素云');
  });
  afterEach(() => server.control.clock({ reset: true }));

  /** A client with a session of the server's present time. */
  const sessionOf = async (identifier: string, password: string): Promise<Client> => {
    const answer = await server.fetch('/api/v1/session', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ identifier, password }) });
    return createClient({ baseUrl: server.url, parseAnswers: true, headers: { cookie: answer.headers.getSetCookie().map((line) => line.split(';')[0]).join('; ') } });
  };
  /** From ten to twelve in Shanghai, some days from now: no age is kept from it by the hour. */
  const morning = (days: number, hours = 2) => {
    const startsAt = new Date(Date.parse(`${today}T02:00:00.000Z`) + days * DAY_MS).toISOString();
    return shift(0, { startsAt, endsAt: new Date(Date.parse(startsAt) + hours * 3_600_000).toISOString(), positions: [helper] });
  };
  const forMinors = (more: object = {}): Promise<Activity> => room.open({ minors: true, flow: 'instant', shifts: [morning(10)], ...more });
  const positionOf = (activity: Activity, at = 0): string => activity.shifts[at]?.positions[0]?.id ?? '';
  const risk = (activity: Activity) => anybody.getRiskText({ params: { id: activity.id } });
  const signUp = async (who: FamilyPerson, childId: string, activity: Activity, more: object = {}) =>
    who.client.signUpChild({ params: { id: positionOf(activity) }, body: { childId, riskHash: (await risk(activity)).hash, accompanies: true, ...more } });

  describe('who may register', () => {
    it.each([[7, 'volunteer.too_young'], [8, 'guardian.needed'], [13, 'guardian.needed']] as const)('not alone at %i', async (age, code) => {
      const answer = await server.fetch('/api/v1/volunteers', {
        method: 'POST', headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ name: '苗苗', phone: newPhone(), bornOn: bornFor(today, age), occupation: 'pupil', countyCode: '330302', password: familyPassword, consent: consentVersions.privacy }),
      });
      expect([answer.status, ((await answer.json()) as { code: string }).code]).toEqual([422, code]);
    });

    it('alone from 14, in full from 18, and nobody by a guardian who is under 8 or of age', async () => {
      for (const age of [14, 17]) {
        const { client } = await registered(server, { name: '葛知秋', bornOn: bornFor(today, age) });
        expect(await client.getMyFamily()).toMatchObject({ children: [], guardians: [], minor: { needsGuardian: true } });
        expect(await client.getMyVolunteer()).toMatchObject({ name: '葛知秋', recommendationsOff: true });
      }
      const { client } = await registered(server, { name: '葛成年', bornOn: bornFor(today, 18, 364) });
      expect((await client.getMyFamily()).minor).toBeNull();
      expect((await refusal(mother.client.registerChild({ body: childOf(bornFor(today, 7, 1)) }))).code).toBe('volunteer.too_young');
      expect((await refusal(mother.client.registerChild({ body: childOf(bornFor(today, 18, 364)) }))).code).toBe('minor.of_age');
      expect((await refusal(mother.client.registerChild({ body: childOf(bornFor(today, 9), { childConsent: '2020' }) }))).code).toBe('consent.text_changed');
    });

    it('the bands are data: a new version holds at once, one with a gap is refused', async () => {
      const before = await anybody.getMinorPolicy();
      expect(before.bands.map(({ fromAge, toAge }) => [fromAge, toAge])).toEqual([[8, 13], [14, 17]]);
      const [first, second] = before.bands as [typeof before.bands[number], typeof before.bands[number]];
      const gap = await refusal(room.office.createMinorPolicy({ body: { bands: [{ ...first, toAge: 12 }, second], note: '试' } }));
      expect([gap.code, gap.errors?.[0]?.path]).toEqual(['input.invalid', 'body.bands.1.fromAge']);
      const made = await room.office.createMinorPolicy({ body: { bands: [first, { ...second, registersAlone: false }], note: '暑期试行' } });
      expect(made).toMatchObject({ version: before.version + 1, note: '暑期试行' });
      await expect(registered(server, { name: '葛等等', bornOn: bornFor(today, 16) })).rejects.toThrow(/guardian\.needed/);
      await room.office.createMinorPolicy({ body: { bands: [first, second], note: '恢复' } });
      expect((await room.office.listMinorPolicies()).total).toBe(before.version + 2);
      expect((await refusal(room.county.createMinorPolicy({ body: { bands: [first, second], note: '县里' } }))).code).toBe('auth.forbidden');
    });
  });

  describe('a child that the guardian registers', () => {
    it('is named to the family alone: surname and star to all staff, and in nothing that is kept', async () => {
      const name = '欧阳标记童';
      const child = await addChild(mother, bornFor(today, 12), { name, unitId: null });
      expect(child).toMatchObject({ name, age: 12, relation: 'mother', method: 'registered', accompanied: true, mostMinutes: 180, latestHour: 19, mayEndLink: false });
      expect(await mother.client.getMyChild({ params: { id: child.id } })).toMatchObject({ name, phone: null });
      const seen = await room.office.getVolunteer({ params: { id: child.id } });
      expect(seen).toMatchObject({ name: '欧*', ageBand: 'minor' });
      for (const q of [name, '标记', 'ouyangbiaoji', 'oybjt']) expect((await room.office.listVolunteers({ query: { q } })).data.filter(({ id }) => id === child.id)).toEqual([]);
      expect((await room.office.listVolunteers({ query: { q: child.number } })).data[0]).toMatchObject({ id: child.id, name: '欧*' });
      expect(JSON.stringify(await room.office.listAccounts({ query: { q: '欧' } }))).not.toContain('标记');
      const kept = await keptBy(server);
      // The folder of SQLite is read byte by byte.
      for (const word of ['标记童', Buffer.from('标记童').toString('latin1')]) expect(kept.includes(word)).toBe(false);
      expect(kept.includes(child.number)).toBe(true);
    });

    it('twice at once is one child, and belongs to nobody else', async () => {
      const bornOn = bornFor(today, 10);
      const answers = await Promise.allSettled(Array.from({ length: 8 }, () => mother.client.registerChild({ body: childOf(bornOn, { name: '林双双' }) })));
      expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      const child = (await mother.client.getMyFamily()).children.find((one) => one.bornOn === bornOn);
      const stranger = await guardian(server, '外人甲');
      const id = child?.id ?? '';
      for (const tried of [
        stranger.client.getMyChild({ params: { id } }), stranger.client.updateMyChild({ params: { id }, body: { version: 1, toIslands: true } }), stranger.client.listMyChildSignups({ params: { id } }), stranger.client.listMyChildAccesses({ params: { id } }),
        stranger.client.getMyChildDeletion({ params: { id } }), stranger.client.deleteMyChild({ params: { id }, body: {} }), stranger.client.endGuardianLink({ params: { id: child?.linkId ?? '' } }), room.office.getMyChild({ params: { id } }),
      ]) expect((await refusal(tried)).code).toBe('resource.not_found');
      expect((await refusal(mother.client.endGuardianLink({ params: { id: child?.linkId ?? '' } }))).code).toBe('guardian.last');
      const whole = await server.fetch(`/api/v1/me/children/${id}/data`, { headers: { cookie: mother.cookie } });
      expect(await whole.text()).toContain('林双双');
    });

    it('is deleted by the guardian, and the guardian cannot leave it alone', async () => {
      const own = await guardian(server, '周暂别');
      const child = await addChild(own, bornFor(today, 11), { name: '周小别' });
      expect((await own.client.getMyDeletion()).ties).toBe(1);
      expect((await refusal(own.client.deleteMyself({ body: {} }))).code).toBe('deletion.ties');
      await own.client.deleteMyChild({ params: { id: child.id }, body: {} });
      expect(await own.client.getMyFamily()).toMatchObject({ children: [] });
      expect((await refusal(room.office.getVolunteer({ params: { id: child.id } }))).code).toBe('resource.not_found');
      expect((await own.client.getMyDeletion()).ties).toBe(0);
    });
  });

  describe('a pupil who registered alone', () => {
    it('is linked on the phone whose number it gave, and on no other, once of fifty', async () => {
      const pupil = await registered(server, { name: '温敬之', bornOn: bornFor(today, 15) });
      const father = await guardian(server, '温良');
      expect((await refusal(pupil.client.askGuardian({ body: { name: '我自己', phone: pupil.phone, relation: 'other' } }))).code).toBe('guardian.own_phone');
      const { link, qr } = await pupil.client.askGuardian({ body: { name: '温良', phone: father.phone, relation: 'father' } });
      expect(qr).toMatch(/^<svg /);
      const token = tokenOf(link);
      expect(await anybody.lookUpGuardianRequest({ body: { token } })).toMatchObject({ child: '温*', name: '温良', relation: 'father', state: 'asked', phone: `${father.phone.slice(0, 3)}****${father.phone.slice(-4)}` });
      expect((await refusal(anybody.lookUpGuardianRequest({ body: { token: 'x'.repeat(43) } }))).code).toBe('guardian.link_unknown');
      const stranger = await guardian(server, '外人乙');
      expect((await refusal(stranger.client.acceptGuardianRequest({ body: { token, childConsent: consentVersions.child } }))).code).toBe('guardian.wrong_phone');
      expect((await refusal(pupil.client.acceptGuardianRequest({ body: { token, childConsent: consentVersions.child } }))).code).toBe('guardian.link_over');
      await server.control.clock({ advanceMs: 61 * 60_000 });
      const tries = await Promise.allSettled(Array.from({ length: 7 }, () => father.client.acceptGuardianRequest({ body: { token, childConsent: consentVersions.child } })));
      expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      expect((await father.client.getMyFamily()).children).toMatchObject([{ name: '温敬之', relation: 'father', method: 'link', accompanied: false }]);
      expect((await pupil.client.getMyFamily()).guardians).toMatchObject([{ state: 'linked' }]);
      expect((await pupil.client.getMyConsents()).data.find(({ kind }) => kind === 'child')).toMatchObject({ given: true, method: 'guardian' });
      expect((await refusal(anybody.declineGuardianRequest({ body: { token } }))).code).toBe('guardian.link_over');
    });

    it('has a second guardian, so that the first may leave: what the first agreed to ends', async () => {
      const { pupil, mother: first } = await linkedPupil(server, '叶双亲', bornFor(today, 15));
      const activity = await forMinors();
      const [child] = (await first.client.getMyFamily()).children;
      await signUp(first, child?.id ?? '', activity);
      const second = await guardian(server, '叶父');
      const asked = await pupil.client.askGuardian({ body: { name: '叶父', phone: second.phone, relation: 'father' } });
      await second.client.acceptGuardianRequest({ body: { token: tokenOf(asked.link), childConsent: consentVersions.child } });
      await first.client.endGuardianLink({ params: { id: child?.linkId ?? '' } });
      expect((await first.client.getMyFamily()).children).toEqual([]);
      expect((await refusal(first.client.getMyChild({ params: { id: child?.id ?? '' } }))).code).toBe('resource.not_found');
      expect((await pupil.client.listMySignups({})).data[0]).toMatchObject({ state: 'withdrawn' });
      expect((await pupil.client.listActivityConsents({})).data[0]).toMatchObject({ state: 'withdrawn' });
    });
  });

  describe('an activity', () => {
    it('takes no minor unless it says so, never where it is dangerous, within the hours of the age', async () => {
      const { mother: own, family } = await linkedPupil(server, '金量力', bornFor(today, 15));
      const id = family.children[0]?.id ?? '';
      const blocked = async (activity: Activity) => (await refusal(signUp(own, id, activity))).params?.['block'];
      expect(await blocked(await forMinors({ minors: false }))).toBe('minor_not_taken');
      expect(await blocked(await forMinors({ minors: false, dangerous: true }))).toBe('minor_danger');
      expect(await blocked(await forMinors({ shifts: [morning(12, 7)] }))).toBe('minor_hours');
      expect(await blocked(await forMinors({ shifts: [{ ...morning(12), startsAt: `${new Date(Date.now() + 12 * DAY_MS).toISOString().slice(0, 10)}T11:00:00.000Z`, endsAt: `${new Date(Date.now() + 12 * DAY_MS).toISOString().slice(0, 10)}T12:30:00.000Z` }] }))).toBe('minor_late');
      const dangerous = await refusal(room.draft({ minors: true, dangerous: true }));
      expect([dangerous.code, dangerous.errors?.[0]]).toMatchObject(['input.invalid', { path: 'body.minors', code: 'dangerous_for_minors' }]);
    });

    it('is agreed to by itself: this one, with the text as it stands; another text is asked for again', async () => {
      const { pupil, mother: own } = await linkedPupil(server, '卓识', bornFor(today, 16));
      const activity = await forMinors({ flow: 'request' });
      const params = { id: positionOf(activity) };
      expect((await refusal(pupil.client.createSignup({ params, body: {} }))).code).toBe('consent.missing');
      const asked = await pupil.client.askConsent({ params, body: {} });
      expect(asked).toMatchObject({ state: 'asked', child: { name: '卓识' }, signedUp: false, accompanied: false });
      expect((await refusal(pupil.client.askConsent({ params, body: {} }))).code).toBe('consent.asked');
      expect((await refusal(pupil.client.giveActivityConsent({ params: { id: asked.id }, body: { version: asked.version, riskHash: asked.risk.hash, accompanies: false } }))).code).toBe('resource.not_found');
      expect((await refusal(own.client.giveActivityConsent({ params: { id: asked.id }, body: { version: asked.version, riskHash: '0'.repeat(64), accompanies: false } }))).code).toBe('consent.text_changed');
      const waiting = (await own.client.listActivityConsents({ query: { waiting: 'true' } })).data[0];
      expect(waiting).toMatchObject({ id: asked.id, risk: { text: '室内活动，配备急救箱，风险低。' } });
      expect(await own.client.giveActivityConsent({ params: { id: asked.id }, body: { version: asked.version, riskHash: asked.risk.hash, accompanies: false } })).toMatchObject({ state: 'given', signedUp: true });
      const signup = (await room.league.listSignups({ query: { activityId: activity.id } })).data[0];
      expect(signup).toMatchObject({ state: 'requested', volunteer: { name: '卓*', minor: true } });
      // Another activity is another word.
      const other = await forMinors({ shifts: [morning(20)] });
      expect((await refusal(pupil.client.createSignup({ params: { id: positionOf(other) }, body: {} }))).code).toBe('consent.missing');
      const { version } = await room.league.getActivity({ params: { id: activity.id } });
      await room.league.updateActivity({ params: { id: activity.id }, body: { version, riskStatement: '改到室外，注意防晒。' } });
      expect((await refusal(room.league.confirmSignup({ params: { id: signup?.id ?? '' }, body: { version: signup?.version ?? 0 } }))).code).toBe('consent.missing');
      const changed = (await own.client.listActivityConsents({})).data[0];
      expect(changed).toMatchObject({ state: 'changed', risk: { text: '改到室外，注意防晒。' } });
      await own.client.giveActivityConsent({ params: { id: asked.id }, body: { version: changed?.version ?? 0, riskHash: changed?.risk.hash ?? '', accompanies: false } });
      expect((await room.league.confirmSignup({ params: { id: signup?.id ?? '' }, body: { version: signup?.version ?? 0 } })).state).toBe('confirmed');
      const closes = await refusal(room.league.updateActivity({ params: { id: activity.id }, body: { version: version + 1, minors: false } }));
      expect([closes.code, closes.params?.['count']]).toEqual(['activity.minors_signed_up', 1]);
      const given = (await own.client.listActivityConsents({})).data[0];
      expect(await own.client.withdrawActivityConsent({ params: { id: asked.id }, body: { version: given?.version ?? 0 } })).toMatchObject({ state: 'withdrawn', signedUp: false });
      expect((await pupil.client.listMySignups({ query: { ids: signup?.id ?? '' } })).data[0]?.state).toBe('withdrawn');
      expect((await refusal(own.client.withdrawActivityConsent({ params: { id: asked.id }, body: { version: (given?.version ?? 0) + 1 } }))).code).toBe('consent.over');
    });

    it('wants the guardian of a child under 14 along, in sign-up and word alike', async () => {
      const child = await addChild(mother, bornFor(today, 13), { name: '林同行' });
      const activity = await forMinors();
      expect((await refusal(signUp(mother, child.id, activity, { accompanies: false }))).code).toBe('consent.accompany_needed');
      expect(await signUp(mother, child.id, activity)).toMatchObject({ state: 'confirmed' });
      expect((await refusal(signUp(mother, child.id, activity))).code).toBe('signup.exists');
      const stranger = await guardian(server, '外人丙');
      expect((await refusal(signUp(stranger, child.id, activity))).code).toBe('reference.not_found');
    });

    it('without the check lets a minor in: the test of the test', async () => {
      const { pupil } = await linkedPupil(server, '控制组', bornFor(today, 16));
      const activity = await forMinors();
      await server.control.failpoint('guardian.word', 'skip');
      try { expect((await pupil.client.createSignup({ params: { id: positionOf(activity) }, body: {} })).state).toBe('confirmed'); } finally { await server.control.failpoint('guardian.word', 'off'); }
    });
  });

  describe('the day itself', () => {
    it('shows the leader the whole name and the word, opens the card to the leader on the day alone, and the guardian reads of it', async () => {
      const child = await addChild(mother, bornFor(today, 12, 200), { name: '林在场' });
      const activity = await forMinors();
      const signup = await signUp(mother, child.id, activity);
      const shiftId = activity.shifts[0]?.id ?? '';
      expect((await room.league.getRoster({ params: { id: shiftId } })).rows[0]).toMatchObject({ name: '林*', minor: { age: 12, consent: 'given', accompanied: true } });
      expect((await refusal(room.league.getEmergencyCard({ params: { id: signup.id } }))).code).toBe('emergency.not_today');
      await server.control.clock({ freeze: new Date(Date.parse(activity.shifts[0]?.startsAt ?? '') + 60_000).toISOString() });
      const fresh = await sessionOf('liaison@demo.kepu', demoPassword);
      expect((await fresh.getRoster({ params: { id: shiftId } })).rows[0]).toMatchObject({ name: '林在场' });
      expect(await fresh.getEmergencyCard({ params: { id: signup.id } })).toEqual({ child: '林在场', guardians: [{ name: '林素云', relation: 'mother', phone: `+86${mother.phone}`, accompanies: true }] });
      const parent = await sessionOf(mother.phone, familyPassword);
      expect((await parent.listMyChildAccesses({ params: { id: child.id } })).data[0]).toMatchObject({ field: 'emergency_card', role: 'shift_leader', body: '团市委' });
      expect((await parent.listMyDataAccesses({})).data[0]).toMatchObject({ field: 'emergency_card' });
      // No word, no tick.
      const consent = (await parent.listActivityConsents({})).data.find((one) => one.activity.id === activity.id);
      await parent.withdrawActivityConsent({ params: { id: consent?.id ?? '' }, body: { version: consent?.version ?? 0 } });
      expect((await refusal(fresh.markAttendance({ params: { id: shiftId }, body: { marks: [{ signupId: signup.id, mark: 'present' }] } }))).code).toBe('consent.missing');
    });
  });

  describe('a minor’s record', () => {
    it('is opened by nobody alone: asked for with a reason, approved by somebody else, good for a day, and told to the guardian', async () => {
      const child = await addChild(mother, bornFor(today, 9, 250), { name: '林不见' });
      const params = { id: child.id };
      const leader = await server.client('leader');
      expect((await refusal(room.office.getMinorRecord({ params }))).code).toBe('minor.record_not_approved');
      expect((await refusal(room.office.createReveal({ params, body: { field: 'phone', reason: '想打电话' } }))).code).toBe('resource.not_found');
      // Another county's clerk, and a unit that has nothing to do with the child, do not even see that there is one.
      for (const stranger of [room.county, room.women]) expect((await refusal(stranger.askMinorRecord({ params, body: { reason: '看看' } }))).code).toBe('resource.not_found');
      expect((await refusal(leader.askMinorRecord({ params, body: { reason: '看看' } }))).code).toBe('auth.forbidden');
      const asked = await room.office.askMinorRecord({ params, body: { reason: '家长来电要求核对出生日期。' } });
      expect(asked).toMatchObject({ state: 'asked', own: true, volunteer: { name: '林*' } });
      expect((await refusal(room.office.approveMinorRecord({ params: { id: asked.id }, body: { version: asked.version } }))).code).toBe('minor.own_request');
      expect((await refusal(room.women.approveMinorRecord({ params: { id: asked.id }, body: { version: asked.version } }))).code).toBe('auth.forbidden');
      expect((await room.women.listMinorRecordRequests({})).data.map(({ id }) => id)).not.toContain(asked.id);
      const answers = await Promise.allSettled([leader.approveMinorRecord({ params: { id: asked.id }, body: { version: asked.version } }), leader.refuseMinorRecord({ params: { id: asked.id }, body: { version: asked.version } })]);
      expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      const second = answers[0]?.status === 'fulfilled' ? asked : await room.office.askMinorRecord({ params, body: { reason: '再次申请：核对出生日期。' } });
      if (second !== asked) await leader.approveMinorRecord({ params: { id: second.id }, body: { version: second.version } });
      expect(await room.office.getMinorRecord({ params })).toMatchObject({ name: '林不见', bornOn: child.bornOn, age: 9, guardians: [{ name: '林素云', relation: 'mother', phone: `${mother.phone.slice(0, 3)}****${mother.phone.slice(-4)}` }] });
      expect((await mother.client.listMyChildAccesses({ params })).data[0]).toMatchObject({ field: 'minor_record', role: 'administrator', reason: second.reason });
      // The approval is the asker's, not everybody's, and ends after a day.
      const editor = await server.client('editor');
      expect((await refusal(editor.getMinorRecord({ params }))).code).toBe('minor.record_not_approved');
      await server.control.clock({ advanceMs: DAY_MS + 60_000 });
      const later = await sessionOf('office@demo.kepu', demoPassword);
      expect((await refusal(later.getMinorRecord({ params }))).code).toBe('minor.record_not_approved');
    });

    it('stands in the yearly audit, with every look, as a page and as a sheet', async () => {
      const year = Number(today.slice(0, 4));
      const audit = await room.office.getMinorAudit({ params: { year } });
      const figure = (key: string) => audit.figures.find((one) => one.key === key)?.count ?? -1;
      expect([figure('recordsOpened'), figure('emergencyCards')].every((count) => count >= 1)).toBe(true);
      expect(figure('recordsAsked')).toBe(figure('recordsApproved') + figure('recordsRefused'));
      expect(figure('minors')).toBeGreaterThan(figure('children'));
      expect(audit.accesses[0]).toMatchObject({ field: expect.any(String) as string, number: expect.stringMatching(/^WZ/) as string });
      expect(JSON.stringify(audit)).not.toContain('林不见');
      const sheet = await server.fetch(`/api/v1/minor-audits/${year}/report.xlsx`, { as: 'leader' });
      expect([sheet.status, Buffer.from(await sheet.arrayBuffer()).subarray(0, 2).toString()]).toEqual([200, 'PK']);
      expect((await refusal(room.county.getMinorAudit({ params: { year } }))).code).toBe('auth.forbidden');
    });
  });

  it('a guardian’s word ends by itself on the eighteenth birthday, and the person is named like anybody', async () => {
    // Eighteen in five days.
    const { pupil, mother: own, family } = await linkedPupil(server, '成长了', bornFor(today, 17, 5));
    const childId = family.children[0]?.id ?? '';
    expect(family.children[0]?.until).toBe(new Date(Date.parse(`${today}T00:00:00Z`) + 5 * DAY_MS).toISOString().slice(0, 10));
    // Of age on the day of service: nobody is asked.
    const activity = await forMinors({ minors: false, shifts: [morning(6)] });
    expect((await pupil.client.createSignup({ params: { id: positionOf(activity) }, body: {} })).state).toBe('confirmed');
    await server.control.clock({ shiftTo: new Date(Date.parse(`${today}T00:30:00.000Z`) + 5 * DAY_MS).toISOString() });
    const parent = await sessionOf(own.phone, familyPassword);
    expect((await parent.getMyFamily()).children).toEqual([]);
    expect((await refusal(parent.getMyChild({ params: { id: childId } }))).code).toBe('resource.not_found');
    const grown = await sessionOf(pupil.phone, familyPassword);
    await until(() => grown.listNotices({}), ({ data }) => data.some(({ kind }) => kind === 'came_of_age'));
    const clerk = await sessionOf('office@demo.kepu', demoPassword);
    expect((await clerk.listVolunteers({ query: { q: '成长了' } })).data[0]).toMatchObject({ name: '成长了', ageBand: '18-35' });
    expect((await grown.getMyFamily())).toMatchObject({ guardians: [], minor: null });
  });
});
