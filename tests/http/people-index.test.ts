import type { Candidate } from '@kepu/contracts';
import type { Client } from '@kepu/api-client';
import { eachDatabase } from '../support/engines.js';
import { startServer, type TestServer } from '../support/server.js';
import { furnishActivities, guides, shift, type ActivityRoom } from './activity-room.js';
import { bornFor, linkedPupil, registered } from './family-room.js';
import { until } from './papers.js';

const of = <T>(value: T | undefined | null): T => { if (value == null) throw new Error('Nothing is there'); return value; };

eachDatabase('the index of people', (database) => {
  let server: TestServer;
  let room: ActivityRoom;
  let [office, league]: Client[] = [];
  let positions: string[] = [];
  let waves: string[] = [];
  /** How many people stand in it; null where there is none. */
  const size = async (): Promise<number | null> => {
    const found = /^kepu_matching_index_people (\d+)$/m.exec(await (await fetch(`${server.url}/metrics`)).text());
    return found ? Number(found[1]) : null;
  };
  const ready = () => until(size, (count) => count !== null && count > 0, 30_000);
  const list = async (client: Client, id: string): Promise<{ total: number; data: Candidate[] }> => {
    const data: Candidate[] = [];
    for (let page = 1; ; page += 1) {
      const answer = await client.listCandidates({ params: { id }, query: { page, perPage: 200 } });
      data.push(...answer.data);
      if (data.length >= answer.total || answer.data.length === 0) return { total: answer.total, data };
    }
  };
  /** Lists, what could be asked otherwise, and what the next wave of each activity would be. */
  const all = async () => {
    const lists = await Promise.all(positions.flatMap((id) => [of(office), of(league)].map((client) => list(client, id).catch((error: unknown) => String(error)))));
    const otherwise = await Promise.all(positions.flatMap((id) => [of(office), of(league)].map((client) => client.getWhatIf({ params: { id } }).catch((error: unknown) => String(error)))));
    const next = await Promise.all(waves.map(async (id) => (await of(office).getActivityWaves({ params: { id } })).positions));
    return { lists, otherwise, next };
  };

  beforeAll(async () => {
    server = await startServer({ database });
    room = await furnishActivities(server);
    [office, league] = await Promise.all(['office', 'liaison'].map((name) => server.client(name)));
    const kinds = (await of(office).listCredentialKinds()).data;
    const activities = await Promise.all([{ shifts: [shift(30, { positions: [guides] })] }, { title: '要证的活动', shifts: [shift(54, { positions: [{ ...guides, requires: { credentialIds: [of(kinds[0]).id] } }] })] }, { title: '当场报名', flow: 'instant' as const, shifts: [shift(80, { positions: [{ ...guides, maximum: 30 }] })] }].map((more) => room.open(more)));
    const demo = (await of(office).listActivities({ query: { state: 'open', perPage: 8 } })).data;
    const shown = await Promise.all(demo.map(({ id }) => of(office).getActivity({ params: { id } })));
    waves = [...activities, ...shown].map(({ id }) => id);
    positions = [...activities, ...shown].flatMap(({ shifts }) => shifts.map(({ positions: [one] }) => of(one).id));
    await ready();
  });

  it('answers as the database does, for the office and for a unit, to the last point', async () => {
    const fromIndex = await all();
    const people = await size();
    expect(people).toBeGreaterThan(200);
    await server.restart({ MATCHING_INDEX_MB: '0' });
    expect(await size()).toBeNull();
    const fromDatabase = await all();
    expect(fromIndex).toEqual(fromDatabase);
    expect(fromIndex.lists.some((answer) => typeof answer !== 'string' && answer.total > 100)).toBe(true);
    expect(fromIndex.otherwise.some((answer) => typeof answer !== 'string' && answer.changes.length > 1)).toBe(true);
    expect(fromIndex.next.flat().some(({ next: { kind } }) => kind !== 'rest')).toBe(true);
    await server.restart({ MATCHING_INDEX_MB: '256' });
    await ready();
  });

  it('sees each change with the next question: profiles, pauses, certificates, places, hours, registrations that end and begin', async () => {
    const [, withProof = '', instant = ''] = positions;
    // People who hold nothing: where the places of the demo's lie hangs on the day of the week.
    const [teacher, doctor, student] = await Promise.all((['teacher', 'medical', 'university_student'] as const).map(async (occupation, at) => (await registered(server, { name: `索引人${'甲乙丙'[at]}`, bornOn: '1990-05-05', occupation })).client)) as [Client, Client, Client];
    const find = async (id: string, position = instant): Promise<Candidate | undefined> => (await list(of(office), position)).data.find(({ volunteer }) => volunteer.id === id);
    // A registration that begins.
    const newcomer = await of(office).createVolunteerOnBehalf({ body: { name: '新来的人', phone: '13876540388', bornOn: '1985-04-05', countyCode: '330302', occupation: 'teacher', unitId: null, topicIds: [], availability: '1'.repeat(21), travelLimit: 240, toIslands: true, toMountains: true, consentNote: '当面同意' } });
    expect(await find(newcomer.id)).toMatchObject({ blocks: [] });
    // What the person says of themselves.
    const change = async (client: Client, body: object) => client.updateMyVolunteer({ body: { version: (await client.getMyVolunteer()).version, ...body } });
    const me = (await teacher.getMyVolunteer()).id;
    const before = of(await find(me));
    await change(teacher, { topicIds: [room.term('topic', '科学实验与探究')], availability: '1'.repeat(21) });
    const after = of(await find(me));
    expect(after.score).toBeGreaterThan(before.score - 1e-9);
    expect(after.parts.find(({ part }) => part === 'availability')?.value).toBe(1);
    await change(teacher, { recommendationsOff: true });
    expect(of(await find(me)).parts.map(({ part }) => part)).not.toContain('topic');
    await change(teacher, { recommendationsOff: false });
    await change(doctor, { pausedUntil: '2031-01-01' });
    expect(await find((await doctor.getMyVolunteer()).id)).toBeUndefined();
    await change(doctor, { pausedUntil: null });
    expect(await find((await doctor.getMyVolunteer()).id)).toBeDefined();
    // A certificate.
    expect(await find(me, withProof)).toBeUndefined();
    // A place: whoever has it stands in the list with it, and is not free at that time elsewhere.
    const signup = await student.createSignup({ params: { id: instant }, body: {} });
    expect(await find((await student.getMyVolunteer()).id)).toMatchObject({ signup: { state: 'confirmed' } });
    // Who has it counts among those who may, for their own place is no clash with itself.
    const { now: { may } } = await of(office).getWhatIf({ params: { id: instant } });
    expect(may).toBe((await list(of(office), instant)).data.filter(({ blocks }) => blocks.length === 0).length);
    await student.withdrawSignup({ params: { id: signup.id }, body: { version: signup.version, reason: '有事' } });
    // A registration that is frozen, and one that ends.
    await of(office).freezeVolunteer({ params: { id: newcomer.id }, body: { reason: '核对信息' } });
    expect(await find(newcomer.id)).toBeUndefined();
    await of(office).unfreezeVolunteer({ params: { id: newcomer.id }, body: { reason: '核对无误' } });
    expect(await find(newcomer.id)).toBeDefined();
    await of(office).voidVolunteer({ params: { id: newcomer.id }, body: { reason: '登记不实' } });
    expect(await find(newcomer.id)).toBeUndefined();
  });

  it('knows with the next question that nobody decides for a child any more', async () => {
    const { today } = await of(office).getSession();
    const [{ pupil, mother }, morning] = [await linkedPupil(server, '林小问', bornFor(today, 16)), Date.parse(`${today}T09:00:00.000+08:00`) + 6 * 86_400_000];
    const [startsAt, endsAt] = [morning, morning + 2 * 3_600_000].map((ms) => new Date(ms).toISOString()) as [string, string];
    const activity = await room.open({ title: '少年讲解员', minors: true, shifts: [shift(0, { startsAt, endsAt, positions: [guides] })] });
    const [me, parent] = await Promise.all([pupil.client.getMyVolunteer().then(({ id }) => id), mother.client.getSession().then(({ account }) => account.id)]);
    const listed = async () => (await list(of(office), of(of(activity.shifts[0]).positions[0]).id)).data.some(({ volunteer }) => volunteer.id === me);
    expect(await listed()).toBe(true);
    await of(office).disableAccount({ params: { id: parent } });
    expect(await listed()).toBe(false);
    await of(office).enableAccount({ params: { id: parent } });
    expect(await listed()).toBe(true);
  });

  it('answers as the database does after all that', async () => {
    const fromIndex = await all();
    expect(await size()).toBeGreaterThan(200);
    await server.restart({ MATCHING_INDEX_MB: '0' });
    expect(await all()).toEqual(fromIndex);
  });
});
