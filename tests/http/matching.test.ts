import { createClient, type Client } from '@kepu/api-client';
import type { Activity, Candidate, MyVolunteer, Recommendation } from '@kepu/contracts';
import { eachDatabase } from '../support/engines.js';
import { startServer, type TestServer } from '../support/server.js';
import { refusal, unitIds } from './papers.js';

const HOUR_MS = 3_600_000;
/** An instant some hours from now, to the minute. */
const inHours = (hours: number): string => new Date(Math.floor((Date.now() + hours * HOUR_MS) / 60_000) * 60_000).toISOString();
const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-/;
const phone = /(?<![\da-f-])1[3-9]\d{9}(?![\da-f])/;

/** Every reason is a part that was used, with its points; the points make the score. */
const expectHonest = ({ score, parts, reasons, against }: Pick<Recommendation | Candidate, 'score' | 'parts' | 'reasons' | 'against'>): void => {
  expect(parts.reduce((sum, { points }) => sum + points, 0)).toBeCloseTo(score, 9);
  for (const { value, weight, points } of parts) expect(points).toBeCloseTo(value * weight, 9);
  expect(reasons.length).toBeLessThanOrEqual(3);
  for (const reason of reasons) expect([parts.find(({ part }) => part === reason.part)?.points, reason.points > 0]).toEqual([reason.points, true]);
  if (against) expect([parts.find(({ part }) => part === against.part)?.points, against.points <= 0]).toEqual([against.points, true]);
  for (const reason of [...reasons, ...(against ? [against] : [])]) for (const word of Object.values(reason.params)) expect(String(word)).not.toMatch(uuid);
};

eachDatabase('matching', (database) => {
  let server: TestServer;
  let office: Client;
  let league: Client;
  let teacher: Client;
  let doctor: Client;
  let student: Client;
  beforeAll(async () => {
    server = await startServer({ database });
    [office, league, teacher, doctor, student] = await Promise.all([server.client('office'), server.client('liaison'), server.client('teacher'), server.client('doctor'), server.client('student')]);
  });

  const first = async (client: Client, limit?: number) => (await client.getMyRecommendations({ query: limit === undefined ? {} : { limit } })).data;
  const idsOf = (rows: readonly Recommendation[]) => rows.map(({ activity }) => activity.id);
  const change = async (client: Client, body: Partial<Omit<Parameters<Client['updateMyVolunteer']>[0]['body'], 'version'>>): Promise<MyVolunteer> =>
    client.updateMyVolunteer({ body: { version: (await client.getMyVolunteer()).version, ...body } });

  describe('suggestions', () => {
    it('are three, and others for others, over at least sixty open activities', async () => {
      expect((await office.listActivities({ query: { state: 'open', from: inHours(0).slice(0, 10), perPage: 1 } })).total).toBeGreaterThanOrEqual(60);
      const threes = await Promise.all([teacher, doctor, student].map((client) => first(client)));
      for (const three of threes) {
        expect(three).toHaveLength(3);
        expect(new Set(idsOf(three)).size).toBe(3);
        expect(three.map(({ score }) => score)).toEqual(three.map(({ score }) => score).sort((a, b) => b - a));
      }
      const [one = [], two = [], three = []] = threes.map((rows) => idsOf(rows).sort());
      expect(one).not.toEqual(two);
      expect(two).not.toEqual(three);
      expect(one).not.toEqual(three);
    });

    it('say why, in the reader’s language, by parts that were really used', async () => {
      const rows = await first(doctor, 20);
      for (const row of rows) expectHonest(row);
      expect(rows[0]?.reasons.length).toBeGreaterThan(0);
      const english = createClient({ baseUrl: server.url, parseAnswers: true, headers: { cookie: await server.cookie('doctor'), 'accept-language': 'en' } });
      const times = (all: readonly Recommendation[]) => all.flatMap(({ reasons }) => reasons.filter(({ code }) => code === 'time_fits').map(({ params }) => String(params['time'])));
      const [chinese, other] = [times(rows), times(await first(english, 20))];
      expect(chinese.length).toBeGreaterThan(0);
      for (const time of chinese) expect(time).toMatch(/^周.(上午|下午|晚上)/);
      for (const time of other) expect(time).toMatch(/^[\x20-\x7e]+$/);
    });

    it('are what one may do, with places left', async () => {
      const mine = await first(student, 20);
      const may = (await student.listActivities({ query: { eligible: 'true', perPage: 200 } })).data.map(({ id }) => id);
      expect(idsOf(mine).filter((id) => !may.includes(id))).toEqual([]);
      for (const { position } of mine) expect(position.free).toBeGreaterThan(0);
    });

    it('come by the day alone where they are switched off, whatever else the person says', async () => {
      const before = await student.getMyVolunteer();
      await change(student, { recommendationsOff: true });
      const off = await student.getMyRecommendations({ query: { limit: 20 } });
      expect(off.personal).toBe(false);
      expect(off.data.map(({ shift }) => shift.startsAt)).toEqual(off.data.map(({ shift }) => shift.startsAt).sort());
      expect(off.data.every(({ score, parts, reasons, against }) => score === 0 && parts.length === 0 && reasons.length === 0 && against === null)).toBe(true);
      await change(student, { topicIds: [], availability: '1'.repeat(21) });
      expect((await student.getMyRecommendations({ query: { limit: 20 } })).data.map(({ position }) => position.id)).toEqual(off.data.map(({ position }) => position.id));
      await change(student, { recommendationsOff: false, topicIds: before.topicIds, availability: before.availability });
      expect((await student.getMyRecommendations({ query: {} })).personal).toBe(true);
    });

    it('are for volunteers', async () => {
      expect((await refusal(league.getMyRecommendations({ query: {} }))).code).toBe('volunteer.required');
    });
  });

  describe('candidates', () => {
    let activity: Activity;
    let position: string;
    let kindId: string;
    const list = async (client: Client, query: Parameters<Client['listCandidates']>[0]['query'] = {}) => client.listCandidates({ params: { id: position }, query: { perPage: 200, ...query } });
    const rowOf = (rows: readonly Candidate[], id: string) => rows.find(({ volunteer }) => volunteer.id === id);

    beforeAll(async () => {
      const terms = new Map((await office.listTerms({ query: { perPage: 200, open: 'true' } })).data.map((term) => [`${term.kind} ${term.name}`, term.id]));
      const [item] = (await league.listAssignments({ query: { planId: (await league.listPlans({ query: { state: 'issued' } })).data[0]?.id ?? '', perPage: 1 } })).data;
      kindId = (await office.listCredentialKinds()).data.find(({ key }) => key === 'first-aid')?.id ?? '';
      const draft = await league.createActivity({
        body: {
          unitId: (await unitIds(office)).get('团市委') ?? '', title: '平阳科学课堂', kind: 'lecture', summary: '带着实验走进课堂。', topicIds: [terms.get('topic 科学实验与探究') ?? ''], audienceIds: [terms.get('audience 小学生') ?? ''],
          countyCode: '330326', townshipCode: '330326100', place: '昆阳镇中心小学', flow: 'request', riskStatement: '室内活动，风险低。', insurance: 'organiser', serves: [item?.item.id ?? ''],
          shifts: [{ startsAt: inHours(24 * 45), endsAt: inHours(24 * 45 + 2), positions: [{ role: 'lecturer', name: '主讲', minimum: 1, maximum: 2, requires: {} }, { role: 'lecturer', name: '持证主讲', minimum: 1, maximum: 2, requires: { credentialIds: [kindId] } }] }],
        },
      });
      const submitted = await league.submitActivity({ params: { id: draft.id }, body: { version: draft.version } });
      activity = await office.approveActivity({ params: { id: draft.id }, body: { version: submitted.version } });
      position = activity.shifts[0]?.positions[0]?.id ?? '';
    });

    it('are counted as they are and as they would be if less were asked', async () => {
      const { now, changes } = await office.getWhatIf({ params: { id: position } });
      expect(now.may).toBe((await list(office)).total);
      expect(now.free).toBeLessThanOrEqual(now.may);
      for (const { code, may, free } of changes) expect(code === 'on_day' ? free > now.free : may > now.may).toBe(true);
      // The same place with a demand that few meet: taking it back brings everybody back.
      const strict = await office.getWhatIf({ params: { id: activity.shifts[0]?.positions[1]?.id ?? '' } });
      expect(strict.now.may).toBeLessThan(now.may);
      expect(strict.changes).toContainEqual({ code: 'without_credential', kind: { id: kindId, name: expect.stringMatching(/./) as string }, day: null, ...now });
      const [women, reader] = await Promise.all([server.client('liaison-women'), server.client('reader')]);
      expect((await refusal(women.getWhatIf({ params: { id: position } }))).code).toBe('resource.not_found');
      expect((await refusal(reader.getWhatIf({ params: { id: position } }))).code).toBe('auth.forbidden');
    });

    it('are ranked for those who decide, by the same honest parts; others find nothing', async () => {
      const { data, total } = await list(office);
      expect(total).toBeGreaterThan(20);
      // What people missed is shown by no number, and so by no order either (ADR 44).
      const scores = data.map(({ score }) => score);
      expect(scores).toEqual([...scores].sort((a, b) => b - a));
      for (const row of data) {
        expectHonest(row);
        expect(row.blocks).toEqual([]);
      }
      expect(rowOf(data, (await teacher.getMyVolunteer()).id)?.reasons.map(({ code }) => code)).toEqual(expect.arrayContaining(['topic_same']));
      const [women, county, reader] = await Promise.all([server.client('liaison-women'), server.client('county'), server.client('reader')]);
      for (const client of [women, county]) expect((await refusal(list(client))).code).toBe('resource.not_found');
      expect((await refusal(list(reader))).code).toBe('auth.forbidden');
      expect((await refusal(list(teacher))).code).toBe('auth.forbidden');
    });

    it('are near the unit’s activity and called by the first character only, until they sign up', async () => {
      const self = await teacher.getMyVolunteer();
      const before = await list(league);
      expect(before.data.length).toBeGreaterThan(0);
      expect(before.total).toBeLessThan((await list(office)).total);
      expect(rowOf(before.data, self.id)).toMatchObject({ volunteer: { name: '沈**' }, signup: null });
      expect(rowOf((await list(office)).data, self.id)?.volunteer.name).toBe('沈知秋');
      await teacher.createSignup({ params: { id: position }, body: {} });
      const after = await list(league);
      expect(rowOf(after.data, self.id)).toMatchObject({ volunteer: { name: '沈知秋', number: self.number }, signup: { state: 'requested', queue: null }, blocks: [] });
      expect((await list(league, { signedUp: 'true' })).data.map(({ volunteer }) => volunteer.id)).toEqual([self.id]);
      expect(JSON.stringify([before, after])).not.toMatch(phone);
      expect(idsOf(await first(teacher, 20))).not.toContain(activity.id);
    });

    it('stay in the list where they signed up and something stands in the way since, with what it is', async () => {
      const self = await teacher.getMyVolunteer();
      const day = inHours(24 * 60 + 8).slice(0, 10);
      await change(teacher, { pausedUntil: day });
      const { data } = await list(league);
      expect(data.at(-1)).toMatchObject({ volunteer: { id: self.id }, blocks: [{ code: 'paused', params: { day } }] });
      expect((await first(teacher)).filter(({ shift }) => shift.startsAt < inHours(24 * 50))).toEqual([]);
      await change(teacher, { pausedUntil: null });
      expect(rowOf((await list(league)).data, self.id)?.blocks).toEqual([]);
    });

    it('keep their place in the list when it is theirs: a place is no clash with itself', async () => {
      const self = await teacher.getMyVolunteer();
      const signup = rowOf((await list(league)).data, self.id)?.signup;
      await league.confirmSignup({ params: { id: signup?.id ?? '' }, body: { version: signup?.version ?? 0 } });
      expect(rowOf((await list(league)).data, self.id)).toMatchObject({ signup: { state: 'confirmed' }, blocks: [] });
    });
  });

  describe('weights', () => {
    it('are seen by staff, set by an administrator, known to everybody, and followed at once', async () => {
      const [anyone, editor] = await Promise.all([server.client(), server.client('editor')]);
      const [newest] = (await league.listMatchingWeights({})).data;
      if (!newest) throw new Error('There are no weights');
      expect(await anyone.getMatchingPrinciple({})).toEqual({ version: newest.version, weights: newest.weights, since: newest.createdAt });
      const body = { weights: { ...newest.weights, topic: 0, availability: 0 }, note: '试一试：不看主题和时间。' };
      expect((await refusal(editor.createMatchingWeights({ body }))).code).toBe('auth.forbidden');
      expect(await office.createMatchingWeights({ body })).toMatchObject({ version: newest.version + 1, weights: body.weights, createdBy: '温建国' });
      const answer = await doctor.getMyRecommendations({ query: { limit: 20 } });
      expect(answer.weights).toBe(newest.version + 1);
      for (const row of answer.data) {
        expectHonest(row);
        expect(row.parts.map(({ part }) => part)).not.toEqual(expect.arrayContaining(['topic']));
        expect(row.reasons.filter(({ part }) => part === 'topic' || part === 'availability')).toEqual([]);
      }
      expect((await league.listMatchingWeights({})).data.map(({ version }) => version).slice(0, 2)).toEqual([newest.version + 1, newest.version]);
    });
  });
});
