import type { Client } from '@kepu/api-client';
import type { Activity, Evidence, Measure, ServiceRecord, Signup } from '@kepu/contracts';
import { eachDatabase } from '../support/engines.js';
import { startServer, type TestServer } from '../support/server.js';
import { Term } from './term.js';

/** What is played: enough that every part of the loop happens many times, and few enough that it ends. */
const VOLUNTEERS = 300;
const ACTIVITIES = 60;
const SEED = Number(process.env['TERM_SEED'] ?? 2026);

/** All pages of a list. */
const whole = async <T>(read: (page: number) => Promise<{ data: T[]; total: number }>): Promise<T[]> => {
  const rows: T[] = [];
  for (let page = 1; ; page++) {
    const answer = await read(page);
    rows.push(...answer.data);
    if (answer.data.length === 0 || rows.length >= answer.total) return rows;
  }
};
const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);
const by = <T>(rows: readonly T[], key: (row: T) => string): Map<string, T[]> => {
  const groups = new Map<string, T[]>();
  for (const row of rows) groups.set(key(row), [...(groups.get(key(row)) ?? []), row]);
  return groups;
};

/** S3: a term of the demo city. Whatever was played, every sum equals its parts, from the check-in to the matrix. */
eachDatabase('a term of the demo city', (database) => {
  let server: TestServer;
  let office: Client;
  let term: Term;
  let activities: Activity[];
  let signups: Signup[];
  let records: ServiceRecord[];
  let evidence: Evidence[];
  let measures: Measure[];

  beforeAll(async () => {
    server = await startServer({ database, env: { SESSION_MAX_HOURS: '720', SESSION_IDLE_MINUTES: '10080' } });
    term = new Term(server, await server.client('office'), SEED);
    await term.gather(VOLUNTEERS);
    const rows = (await term.open()).slice(0, ACTIVITIES);
    term.played.activities = rows.length;
    await term.signUp();
    await term.decide(rows);
    const get = (id: string) => term.office.getActivity({ params: { id } });
    for (const row of rows) await term.weather([await get(row.id)]);
    const held = (await Promise.all(rows.map(({ id }) => get(id)))).filter((one) => one.state === 'open');
    const shifts = held.flatMap((one) => one.shifts.filter((shift) => !shift.cancelled)).sort((a, b) => a.startsAt.localeCompare(b.startsAt));
    for (const shift of shifts) await term.holdShift(shift.id, shift.startsAt, shift.endsAt);
    const last = shifts.reduce((latest, { endsAt }) => (endsAt > latest ? endsAt : latest), '');
    await server.control.clock({ freeze: new Date(Date.parse(last) + 24 * 3_600_000).toISOString() });
    await term.comeBack();
    await term.correct();
    for (const one of held) await term.close(await get(one.id));

    ({ office } = term);
    activities = await Promise.all(rows.map(({ id }) => get(id)));
    signups = await whole((page) => office.listSignups({ query: { page, perPage: 200 } }));
    records = await whole((page) => office.listServiceRecords({ query: { page, perPage: 200 } }));
    const plan = (await office.listPlans({ query: { state: 'issued' } })).data[0];
    const items = await whole((page) => office.listItems({ params: { id: plan?.id ?? '' }, query: { page, perPage: 200 } }));
    evidence = (await Promise.all(items.map((item) => whole((page) => office.listEvidence({ query: { itemId: item.id, page, perPage: 200 } }))))).flat();
    measures = await whole((page) => office.listMeasures({ query: { planId: plan?.id, page, perPage: 200 } }));
  }, 600_000);

  it('was a term: people came, were absent, forgot to sign out, were put off and corrected', () => {
    const { played } = term;
    expect(played).toMatchObject({ volunteers: VOLUNTEERS, activities: ACTIVITIES });
    // Suggestions leave out what is full, what clashes and what one may not do, so of these there may be none.
    const spared = ['full', 'notEligible', 'overlapping'];
    for (const [what, count] of Object.entries(played)) expect([what, spared.includes(what) || count > 0]).toEqual([what, true]);
  });

  it('gave no place twice, and none that was not there', () => {
    const confirmed = by(signups.filter((one) => one.state === 'confirmed'), (one) => one.position.id);
    for (const position of activities.flatMap((activity) => activity.shifts.flatMap((shift) => shift.positions))) {
      expect([position.id, position.confirmed]).toEqual([position.id, confirmed.get(position.id)?.length ?? 0]);
      expect(position.confirmed).toBeLessThanOrEqual(position.maximum);
    }
    for (const rows of by(signups.filter((one) => one.state === 'confirmed' && !one.shift.cancelled), (one) => one.volunteer.id).values()) {
      const times = rows.map((one) => one.shift).sort((a, b) => a.startsAt.localeCompare(b.startsAt));
      for (const [index, shift] of times.slice(1).entries()) expect(Date.parse(shift.startsAt)).toBeGreaterThanOrEqual(Date.parse(times[index]?.endsAt ?? ''));
    }
  });

  it('counts nobody as absent where nothing took place', () => {
    const off = new Set(activities.flatMap((activity) => activity.shifts.filter((shift) => shift.cancelled ?? activity.state === 'cancelled').map((shift) => shift.id)));
    expect(off.size).toBeGreaterThan(0);
    for (const one of signups.filter((row) => off.has(row.shift.id))) expect([one.attendance, one.state === 'confirmed']).toEqual([null, false]);
  });

  it('has one record for each presence, and in all the minutes that were confirmed less what was corrected', () => {
    const mine = new Set(activities.map(({ id }) => id));
    const ours = records.filter((record) => mine.has(record.activity.id));
    const first = ours.filter((record) => record.reverses === null && record.rule !== 'corrected');
    expect(first).toHaveLength(term.played.records);
    expect(sum(first.map(({ minutes }) => minutes))).toBe(term.played.minutes);
    for (const reversal of ours.filter((record) => record.reverses !== null)) {
      const taken = ours.find((record) => record.id === reversal.reverses);
      expect([taken?.minutes, taken?.ledger, taken?.reversedBy]).toEqual([-reversal.minutes, reversal.ledger, reversal.id]);
    }
    const settled = signups.filter((one) => mine.has(one.activity.id) && one.attendance?.state === 'settled');
    expect(settled).toHaveLength(term.played.records);
    expect(sum(settled.map((one) => one.attendance?.minutes ?? 0))).toBe(term.played.minutes);
  });

  it('gives each volunteer the sum of the own records', async () => {
    const minutesOf = by(records, (record) => record.volunteer.id);
    const people = await whole((page) => office.listVolunteers({ query: { page, perPage: 200 } }));
    for (const person of people) {
      const standing = (minutesOf.get(person.id) ?? []).filter((record) => record.ledger === 'volunteer');
      expect([person.id, person.minutes]).toEqual([person.id, sum(standing.map(({ minutes }) => minutes))]);
    }
    // The list is sorted by a sum of its own, which the ledger writes.
    const longest = (await whole((page) => office.listVolunteers({ query: { page, perPage: 200, sort: '-minutes' } }))).map(({ minutes }) => minutes);
    expect(longest).toEqual(people.map(({ minutes }) => minutes).sort((a, b) => b - a));
  });

  it('moves each item by the hours and the audience of what serves it, and by nothing else', () => {
    const serving = new Map<string, string[]>();
    for (const activity of activities) for (const { itemId } of activity.staff?.serves ?? []) serving.set(itemId, [...(serving.get(itemId) ?? []), activity.id]);
    expect(serving.size).toBeGreaterThan(0);
    const mine = new Set(activities.map(({ id }) => id));
    for (const [itemId, ids] of serving) {
      const counted = (metric: string) => sum(evidence.filter((line) => line.itemId === itemId && line.metric === metric && mine.has(line.source.activityId ?? '')).map(({ quantity }) => quantity));
      expect([itemId, counted('volunteer_minutes')]).toEqual([itemId, sum(records.filter((record) => record.ledger === 'volunteer' && ids.includes(record.activity.id)).map(({ minutes }) => minutes))]);
      const closed = activities.filter((activity) => ids.includes(activity.id) && activity.state === 'closed');
      expect([itemId, counted('turnout')]).toEqual([itemId, sum(closed.map((activity) => activity.result?.turnout ?? 0))]);
      expect([itemId, counted('sessions')]).toEqual([itemId, sum(closed.map((activity) => activity.result?.sessions ?? 0))]);
    }
  });

  it('shows in each measure the sum of its evidence, and in the matrix how many are done', async () => {
    for (const measure of measures.filter((one) => !one.sources.includes('pool_members'))) {
      const lines = await whole((page) => office.listEvidence({ query: { measureId: measure.id, page, perPage: 200 } }));
      expect([measure.id, measure.progress.value, measure.progress.manual]).toEqual([measure.id, sum(lines.map(({ quantity }) => quantity)), sum(lines.filter(({ manual }) => manual).map(({ quantity }) => quantity))]);
    }
    const matrix = await office.getMatrix({ params: { id: measures[0]?.item.planId ?? '' } });
    expect(sum(matrix.programmes.map((programme) => programme.measures.total))).toBe(measures.length);
    expect(sum(matrix.programmes.map((programme) => programme.measures.done))).toBe(measures.filter((one) => one.progress.state === 'done').length);
  });

  it('stands in a bulletin whose numbers are the sums of their records, each counted once', async () => {
    const planId = measures[0]?.item.planId ?? '';
    const bulletin = await office.createBulletin({ params: { id: planId }, body: { kind: 'year', from: '2000-01-01', to: '2099-12-31' } });
    const value = (key: string) => bulletin.figures.find((one) => one.key === key)?.value;
    // A source counts once, whatever items it serves.
    const counted = evidence.filter(({ metric }) => metric !== 'figure' && metric !== 'pool_members');
    const totals = new Map<string, number>();
    for (const [key, lines] of by(counted, ({ metric, source }) => `${metric} ${source.id}`)) {
      const metric = key.split(' ')[0] ?? '';
      const items = [...by(lines, ({ itemId }) => itemId).values()].map((own) => sum(own.map(({ quantity }) => quantity)));
      totals.set(metric, (totals.get(metric) ?? 0) + Math.max(...items));
    }
    expect(totals.size).toBeGreaterThan(2);
    for (const [metric, total] of totals) expect([metric, value(metric)]).toEqual([metric, total]);
    for (const { key, value: told } of bulletin.figures.filter(({ value: counted }) => counted > 0)) {
      const records = await whole((page) => office.listBulletinRecords({ params: { id: bulletin.id }, query: { figure: key, page, perPage: 200 } }));
      expect([key, sum(records.map(({ quantity }) => quantity))]).toEqual([key, told]);
    }
    // Down to the check-ins: hours of an activity in the bulletin are those of its records.
    const [served] = (await office.listBulletinRecords({ params: { id: bulletin.id }, query: { figure: 'volunteer_minutes', sort: '-quantity', perPage: 1 } })).data;
    const activityId = served?.activityId ?? '';
    expect(served).toMatchObject({ kind: 'activity', id: activityId });
    expect(served?.quantity).toBe(sum(records.filter((record) => record.activity.id === activityId && record.ledger === 'volunteer').map(({ minutes }) => minutes)));
  });
});
