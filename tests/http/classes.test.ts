import type { Client } from '@kepu/api-client';
import { consentVersions, riskCodeOf, type Activity, type Pupil, type PupilClass } from '@kepu/contracts';
import { eachDatabase } from '../support/engines.js';
import { startServer, type TestServer } from '../support/server.js';
import { demoPassword } from '../support/template.js';
import { furnishActivities, shift, type ActivityRoom } from './activity-room.js';
import { bornFor, childOf, guardian, newPhone, tokenOf } from './family-room.js';
import { keptBy } from './kept.js';
import { refusal, until } from './papers.js';

const DAY_MS = 86_400_000;
const texts = { consent: consentVersions.privacy, childConsent: consentVersions.child };
const pdf = new TextEncoder().encode('%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n');

eachDatabase('classes with signed slips', (database) => {
  let server: TestServer;
  let room: ActivityRoom;
  let teacher: Client;
  let today: string;

  beforeAll(async () => {
    server = await startServer({ database, env: { LOG_LEVEL: 'trace', SESSION_IDLE_MINUTES: '10080', SESSION_MAX_HOURS: '168' } });
    room = await furnishActivities(server);
    teacher = room.league;
    ({ today } = await room.office.getSession());
  });
  afterEach(() => server.control.clock({ reset: true }));

  let serial = 0;
  const newClass = (by = teacher, unitId = room.unitId): Promise<PupilClass> => by.createClass({ body: { unitId, name: `八年级${(serial += 1)}班`, countyCode: '330302' } });
  const pupilOf = (more: object = {}) => ({ name: `夏知${String.fromCodePoint(0x4e00 + (serial += 1))}`, bornOn: bornFor(today, 14), guardianName: '夏有成', guardianPhone: newPhone(), relation: 'father' as const, ...more });
  const upload = (classId: string, by = teacher, file: Uint8Array = pdf) => by.createClassScan({ params: { id: classId }, file: new Blob([file as BlobPart]), fileName: '登记回执.pdf' });
  /** A class of some pupils who are registered. */
  const registered = async (count = 1, more: object = {}): Promise<{ held: PupilClass; scanId: string; pupils: Pupil[] }> => {
    const held = await newClass();
    const params = { id: held.id };
    const { data } = await teacher.addPupils({ params, body: { pupils: Array.from({ length: count }, () => pupilOf(more)) } });
    const scan = await upload(held.id);
    const pupils: Pupil[] = [];
    for (const [at, { id, version }] of data.entries()) {
      const set = await teacher.setPupilSlip({ params: { id }, body: { version, scanId: scan.id, page: at + 1 } });
      pupils.push(await teacher.confirmPupil({ params: { id }, body: { version: set.version, ...texts } }));
    }
    return { held, scanId: scan.id, pupils };
  };
  const morning = (days: number) => {
    const startsAt = new Date(Date.parse(`${today}T02:00:00.000Z`) + days * DAY_MS).toISOString();
    return shift(0, { startsAt, endsAt: new Date(Date.parse(startsAt) + 2 * 3_600_000).toISOString(), positions: [{ role: 'helper', name: '引导小帮手', minimum: 0, maximum: 20, requires: {} }] });
  };
  const forMinors = (more: object = {}): Promise<Activity> => room.open({ minors: true, flow: 'instant', shifts: [morning(10)], ...more });
  const codeOf = async (activity: Activity): Promise<string> => riskCodeOf((await room.anyone.getRiskText({ params: { id: activity.id } })).hash);
  const signUp = async (held: PupilClass, scanId: string, activity: Activity, pupils: readonly Pupil[], more: object = {}) => teacher.signUpClass({
    params: { id: held.id }, body: { positionId: activity.shifts[0]?.positions[0]?.id ?? '', scanId, riskCode: await codeOf(activity), escort: false, pupils: pupils.map(({ id }, at) => ({ pupilId: id, page: at + 1, accompanies: false })), ...more },
  });

  it('registers pupils as volunteers without phone or password, named by the surname to all but the school', async () => {
    const { held, pupils } = await registered(1, { name: '欧阳纸上童' });
    const [pupil] = pupils;
    expect(pupil).toMatchObject({ state: 'registered', name: '欧阳纸上童', guardian: { name: '夏有成', relation: 'father', ownAccount: false } });
    expect(pupil?.guardian?.phone).toMatch(/^1370\*{0}|^137\*{4}/);
    const number = pupil?.number ?? '';
    expect((await room.office.listVolunteers({ query: { q: number } })).data[0]).toMatchObject({ name: '欧*', ageBand: 'minor' });
    expect((await room.office.listPupils({ params: { id: held.id } })).data[0]).toMatchObject({ name: '欧*', bornOn: null, guardian: { name: '夏*' } });
    const kept = await keptBy(server);
    for (const word of ['纸上童', Buffer.from('纸上童').toString('latin1')]) expect(kept.includes(word)).toBe(false);
    const again = await refusal(teacher.confirmPupil({ params: { id: pupil?.id ?? '' }, body: { version: pupil?.version ?? 1, ...texts } }));
    expect(again.code).toBe('pupil.registered');
  });

  it('needs the signed slip, and the texts that stand on it now', async () => {
    const held = await newClass();
    const { data: [pupil] } = await teacher.addPupils({ params: { id: held.id }, body: { pupils: [pupilOf()] } });
    const params = { id: pupil?.id ?? '' };
    expect((await refusal(teacher.confirmPupil({ params, body: { version: 1, ...texts } }))).code).toBe('pupil.no_slip');
    expect((await refusal(teacher.confirmPupil({ params, body: { version: 1, ...texts, childConsent: '2020-01-01' } }))).code).toBe('consent.text_changed');
    const other = await upload((await newClass()).id);
    expect((await refusal(teacher.setPupilSlip({ params, body: { version: 1, scanId: other.id, page: 1 } }))).code).toBe('reference.not_found');
    for (const [bornOn, code] of [[bornFor(today, 7, 1), 'volunteer.too_young'], [bornFor(today, 18, 364), 'minor.of_age']] as const) {
      expect((await refusal(teacher.addPupils({ params: { id: held.id }, body: { pupils: [pupilOf({ bornOn })] } }))).code).toBe(code);
    }
  });

  it('knows a child that is there already, however it came', async () => {
    const [first, held] = [await registered(), await newClass()];
    const mother = await guardian(server, '夏母');
    const twice = pupilOf({ guardianPhone: mother.phone });
    await mother.client.registerChild({ body: childOf(twice.bornOn, { name: twice.name }) });
    const { data } = await teacher.addPupils({ params: { id: held.id }, body: { pupils: [twice] } });
    expect((await refusal(teacher.addPupils({ params: { id: held.id }, body: { pupils: [twice] } }))).code).toBe('pupil.exists');
    const scan = await upload(held.id);
    const set = await teacher.setPupilSlip({ params: { id: data[0]?.id ?? '' }, body: { version: 1, scanId: scan.id, page: 1 } });
    expect((await refusal(teacher.confirmPupil({ params: { id: set.id }, body: { version: set.version, ...texts } }))).code).toBe('pupil.known');
    // The other way round: the school was faster.
    const father = await guardian(server, '夏有成');
    const late = await registered(1, { name: '夏先后', guardianPhone: father.phone });
    expect((await refusal(father.client.registerChild({ body: childOf(late.pupils[0]?.bornOn ?? '', { name: '夏先后' }) }))).code).toBe('child.at_school');
    expect(first.pupils).toHaveLength(1);
  });

  it('makes one account of eight confirmations at once', async () => {
    const held = await newClass();
    const { data: [pupil] } = await teacher.addPupils({ params: { id: held.id }, body: { pupils: [pupilOf()] } });
    const set = await teacher.setPupilSlip({ params: { id: pupil?.id ?? '' }, body: { version: 1, scanId: (await upload(held.id)).id, page: 1 } });
    const answers = await Promise.allSettled(Array.from({ length: 8 }, () => teacher.confirmPupil({ params: { id: set.id }, body: { version: set.version, ...texts } })));
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect((await teacher.getClass({ params: { id: held.id } }))).toMatchObject({ pupils: 1, registered: 1 });
  });

  it('is nobody else’s business: other schools and counties see nothing, and scans are opened by few, each time logged', async () => {
    const { held, scanId, pupils } = await registered();
    const [pupilId, version] = [pupils[0]?.id ?? '', pupils[0]?.version ?? 1];
    for (const stranger of [room.women, room.county]) {
      const params = { id: held.id };
      expect((await stranger.listClasses({})).data.filter(({ id }) => id === held.id)).toEqual([]);
      for (const tried of [
        stranger.getClass({ params }), stranger.listPupils({ params }), stranger.listClassScans({ params }), stranger.listSlipConsents({ params }), stranger.getClassScan({ params: { id: scanId } }), stranger.archiveClass({ params, body: { version: 1 } }),
        stranger.addPupils({ params, body: { pupils: [pupilOf()] } }), stranger.createPupilLink({ params: { id: pupilId } }), stranger.deletePupil({ params: { id: pupilId }, body: {} }), stranger.removePupil({ params: { id: pupilId }, body: { version } }),
      ]) expect((await refusal(tried)).code).toBe('resource.not_found');
    }
    expect((await refusal(room.reader.listClasses({}))).code).toBe('auth.forbidden');
    expect((await refusal(room.women.createClass({ body: { unitId: room.unitId, name: '别人的班' } }))).code).toBe('reference.not_found');
    const opened = await teacher.getClassScan({ params: { id: scanId } });
    expect(opened.headers.get('content-disposition')).toMatch(/^attachment/);
    expect(opened.headers.get('cache-control')).toBe('private, no-store');
    const audit = await room.office.getMinorAudit({ params: { year: Number(today.slice(0, 4)) } });
    expect(audit.accesses.filter(({ field, number }) => field === 'slip' && number === pupils[0]?.number)).toMatchObject([{ reason: held.name }]);
    expect(audit.figures.find(({ key }) => key === 'slipsOpened')?.count).toBeGreaterThan(0);
  });

  it.each([['a page', '<html><script>alert(1)</script></html>'], ['a program', 'MZ\u0090\u0000'], ['nothing', '']])('takes no %s for a scan', async (_, bytes) => {
    const held = await newClass();
    expect((await refusal(upload(held.id, teacher, new TextEncoder().encode(bytes)))).code).toBe('input.unsupported_type');
  });

  it('signs a class up by the slip of the activity, its text as it stands; each pupil by itself', async () => {
    const { held, scanId, pupils } = await registered(2);
    const activity = await forMinors();
    expect((await refusal(signUp(held, scanId, activity, pupils, { riskCode: '00000000' }))).code).toBe('consent.text_changed');
    expect((await signUp(held, scanId, activity, pupils)).data.map(({ code }) => code)).toEqual([null, null]);
    expect((await signUp(held, scanId, activity, pupils)).data.map(({ code }) => code)).toEqual(['signup.exists', 'signup.exists']);
    expect((await teacher.listSignups({ query: { activityId: activity.id } })).data.map(({ state }) => state)).toEqual(['confirmed', 'confirmed']);
    // Other risks: new slips, and the teacher hears of it.
    const before = await teacher.getActivity({ params: { id: activity.id } });
    await teacher.updateActivity({ params: { id: activity.id }, body: { version: before.version, riskStatement: '要上二楼露台，注意台阶。' } });
    const words = () => teacher.listSlipConsents({ params: { id: held.id } });
    expect((await words()).data.map(({ state }) => state)).toEqual(['changed', 'changed']);
    await until(() => teacher.listNotices({}), ({ data }) => data.some(({ kind, params }) => kind === 'slips_changed' && params['title'] === activity.title));
    expect((await signUp(held, scanId, activity, pupils)).data.map(({ code }) => code)).toEqual([null, null]);
    expect((await words()).data.map(({ state, signedUp }) => [state, signedUp])).toEqual([['given', true], ['given', true]]);
    // One guardian no longer agrees.
    const [word] = (await words()).data;
    expect((await refusal(room.women.withdrawSlipConsent({ params: { id: word?.id ?? '' }, body: { version: word?.version ?? 1 } }))).code).toBe('resource.not_found');
    expect(await teacher.withdrawSlipConsent({ params: { id: word?.id ?? '' }, body: { version: word?.version ?? 1 } })).toMatchObject({ state: 'withdrawn', signedUp: false });
    expect((await refusal(teacher.withdrawSlipConsent({ params: { id: word?.id ?? '' }, body: { version: (word?.version ?? 1) + 1 } }))).code).toBe('consent.over');
  });

  it('is accompanied by the guardian or the teacher, who is named to the leader; the card calls whom the slip names', async () => {
    const { held, scanId, pupils } = await registered(1, { bornOn: bornFor(today, 10) });
    const activity = await forMinors({ shifts: [morning(5)] });
    expect((await signUp(held, scanId, activity, pupils)).data.map(({ code }) => code)).toEqual(['consent.accompany_needed']);
    expect((await signUp(held, scanId, activity, pupils, { escort: true })).data.map(({ code }) => code)).toEqual([null]);
    const roster = await teacher.getRoster({ params: { id: activity.shifts[0]?.id ?? '' } });
    expect(roster.rows[0]?.minor).toMatchObject({ accompanied: true, escort: held.teacher.name, consent: 'given' });
    await server.control.clock({ advanceMs: Date.parse(activity.shifts[0]?.startsAt ?? '') - Date.now() });
    const card = await teacher.getEmergencyCard({ params: { id: roster.rows[0]?.signupId ?? '' } });
    expect(card).toMatchObject({ child: pupils[0]?.name, guardians: [{ name: '夏有成', relation: 'father', accompanies: false }] });
    expect(card.guardians[0]?.phone).toMatch(/1370000\d{4}$/);
  });

  it('is taken over by the guardian on the phone of the slip alone, who decides from then on', async () => {
    const father = await guardian(server, '夏有成');
    const { held, scanId, pupils } = await registered(1, { guardianPhone: father.phone });
    const params = { id: pupils[0]?.id ?? '' };
    const { link } = await teacher.createPupilLink({ params });
    const stranger = await guardian(server, '外人丙');
    expect((await refusal(stranger.client.acceptGuardianRequest({ body: { token: tokenOf(link), childConsent: consentVersions.child } }))).code).toBe('guardian.wrong_phone');
    expect(await room.anyone.lookUpGuardianRequest({ body: { token: tokenOf(link) } })).toMatchObject({ child: '夏*', state: 'asked', name: '夏有成' });
    const family = await father.client.acceptGuardianRequest({ body: { token: tokenOf(link), childConsent: consentVersions.child } });
    expect(family.children).toMatchObject([{ name: pupils[0]?.name, method: 'slip', relation: 'father' }]);
    expect((await teacher.listPupils({ params: { id: held.id } })).data[0]?.guardian).toMatchObject({ ownAccount: true });
    expect((await refusal(teacher.createPupilLink({ params }))).code).toBe('pupil.taken_over');
    expect((await refusal(teacher.deletePupil({ params, body: {} }))).code).toBe('pupil.taken_over');
    expect((await signUp(held, scanId, await forMinors(), pupils)).data.map(({ code }) => code)).toEqual(['pupil.taken_over']);
    const data = await server.fetch(`/api/v1/me/children/${family.children[0]?.id ?? ''}/data`, { headers: { cookie: father.cookie } });
    expect(await data.text()).toContain('登记回执.pdf');
  });

  it('ends at 18, and when the guardian wants the account closed', async () => {
    const soon = await registered(1, { bornOn: bornFor(today, 17, 3) });
    const { held, pupils } = await registered();
    await teacher.deletePupil({ params: { id: pupils[0]?.id ?? '' }, body: { password: demoPassword } });
    expect((await teacher.listPupils({ params: { id: held.id } })).data).toEqual([]);
    const activity = await forMinors();
    await server.control.clock({ advanceMs: 4 * DAY_MS });
    expect((await teacher.listPupils({ params: { id: soon.held.id } })).data[0]).toMatchObject({ state: 'adult' });
    const answer = await teacher.signUpClass({ params: { id: soon.held.id }, body: { positionId: activity.shifts[0]?.positions[0]?.id ?? '', scanId: soon.scanId, riskCode: await codeOf(activity), escort: false, pupils: [{ pupilId: soon.pupils[0]?.id ?? '', page: 1, accompanies: true }] } });
    expect(answer.data.map(({ code }) => code)).toEqual(['pupil.not_registered']);
  });

  it('ends with the class: nothing is written any more, and the registered stay', async () => {
    const { held, pupils } = await registered();
    const present = await teacher.getClass({ params: { id: held.id } });
    expect((await refusal(newClass().then(() => teacher.createClass({ body: { unitId: room.unitId, name: present.name, countyCode: '330302' } })))).code).toBe('class.exists');
    await teacher.archiveClass({ params: { id: held.id }, body: { version: present.version } });
    expect((await refusal(teacher.addPupils({ params: { id: held.id }, body: { pupils: [pupilOf()] } }))).code).toBe('class.archived');
    expect((await refusal(upload(held.id))).code).toBe('class.archived');
    expect((await room.office.listVolunteers({ query: { q: pupils[0]?.number ?? '' } })).total).toBe(1);
  });
});
