import type { Client } from '@kepu/api-client';
import type { Plan } from '@kepu/contracts';
import { addDays } from '@kepu/domain';
import { eachDatabase } from '../support/engines.js';
import { startServer, type TestServer } from '../support/server.js';
import { textOf } from './marking.js';
import { commit, refusal, textPaper, unitIds } from './papers.js';

/** S3: a number of people in a pool moves the measure and the matrix, and leads back to the people, as far as the reader may see them. */
eachDatabase('headcounts of pools', (database) => {
  let server: TestServer;
  let [office, county, liaison]: Client[] = [];
  let [pool, unit, today]: string[] = [];
  let plan: Plan;
  let people: string[];
  const of = <T>(value: T | undefined | null): T => { if (value == null) throw new Error('Nothing is there'); return value; };
  const measure = async () => of((await of(office).listMeasures({ query: { planId: plan.id, perPage: 200 } })).data.find((one) => one.pool !== null));
  const cell = async () => of((await of(office).getMatrix({ params: { id: plan.id } })).cells.find(({ unitId }) => unitId === unit)).measures;

  beforeAll(async () => {
    server = await startServer({ database });
    [office, county, liaison] = await Promise.all(['office', 'county', 'liaison-women'].map((name) => server.client(name)));
    today = (await of(office).getSession()).today;
    unit = of((await unitIds(of(office))).get('团市委'));
    const clients = await Promise.all(['v021', 'v022'].map((name) => server.client(name)));
    people = await Promise.all(clients.map(async (client) => {
      const mine = await client.getMyVolunteer();
      await client.updateMyVolunteer({ body: { version: mine.version, unitId: of(unit) } });
      return mine.id;
    }));
    pool = (await of(office).createPool({ body: { name: '观星队', letter: false } })).id;
    const draft = await commit(of(office), textPaper(2012, [['团市委', '未成年人科学素质行动', '组建观星队，在册不少于 2 人。']]), '2012.txt');
    const ready = await of(office).updatePlan({ params: { id: draft.id }, body: { version: draft.version, docNumber: '样〔2012〕1号', issuedOn: '2012-03-02' } });
    plan = await of(office).issuePlan({ params: { id: draft.id }, body: { version: ready.version } });
    const item = of((await of(office).listItems({ params: { id: plan.id }, query: {} })).data[0]);
    await of(office).createMeasure({ params: { id: item.id }, body: { kind: 'number', name: '在册人数', sources: ['pool_members'], poolId: of(pool), min: 2, unitOfMeasure: '人' } });
  });
  afterAll(() => server.stop());

  it('move measure and matrix with each person, and lead to the people behind them', async () => {
    const before = await cell();
    expect((await measure()).progress).toMatchObject({ value: 0 });
    for (const volunteerId of people) await of(office).createPoolTerm({ body: { poolId: of(pool), volunteerId } });
    const after = await measure();
    expect(after.progress).toMatchObject({ value: 2, state: 'done' });
    expect((await cell()).done).toBe(before.done + 1);
    const behind = await of(office).listEvidence({ query: { measureId: after.id } });
    const terms = await of(office).listPoolTerms({ query: { poolId: of(pool), unitId: of(unit), current: 'true' } });
    expect(behind.total).toBe(2);
    expect(behind.data.map(({ id }) => id).sort()).toEqual(terms.data.map(({ id }) => id).sort());
    expect(behind.data.map(({ source }) => source.title).sort()).toEqual(terms.data.map(({ person }) => person.name).sort());
  });

  it('are told by unit and county on any day, within reach', async () => {
    const by = async (client: Client | undefined, query: Parameters<Client['getPoolHeadcounts']>[0]['query']) => of(client).getPoolHeadcounts({ params: { id: of(pool) }, query });
    expect(await by(office, {})).toMatchObject({ on: today, by: 'unit', members: 2, data: [{ id: unit, members: 2 }] });
    expect((await by(office, { by: 'county' })).members).toBe(2);
    expect((await by(office, { on: addDays(of(today), -1) })).members).toBe(0);
    expect((await by(liaison, {})).members).toBe(0);
    expect((await by(county, {})).members).toBe((await of(county).listPoolTerms({ query: { poolId: of(pool), current: 'true' } })).total);
    expect((await refusal(of(office).getPoolHeadcounts({ params: { id: of(unit) }, query: {} }))).code).toBe('resource.not_found');
  });

  it('lists are narrowed by what people say of themselves, and leave as a roster that everybody in it is told of', async () => {
    const list = async (query: NonNullable<Parameters<Client['listPoolTerms']>[0]>['query']) => (await of(office).listPoolTerms({ query: { poolId: of(pool), ...query } })).total;
    expect([await list({ willing: 'unasked' }), await list({ willing: 'yes' }), await list({ on: addDays(of(today), -1) }), await list({ away: today }), await list({ language: 'mandarin' }), await list({ suspended: 'true' }), await list({ ending: 60 })]).toEqual([2, 0, 0, 0, 2, 0, 0]);
    const mine = await server.client('v021');
    const { version } = await mine.getMyVolunteer();
    await mine.updateMyVolunteer({ body: { version, absences: [{ from: of(today), to: addDays(of(today), 3) }] } });
    expect([await list({ away: addDays(of(today), 2) }), await list({ away: addDays(of(today), 4) })]).toEqual([1, 0]);
    expect((await of(office).listVolunteers({ query: { poolId: of(pool), away: today } })).total).toBe(1);
    const body = { poolId: of(pool), purpose: 'register' as const, reason: '年度名册' };
    const file = await of(office).exportPoolTerms({ body });
    expect([file.status, file.headers.get('content-type')]).toEqual([200, expect.stringContaining('spreadsheetml')]);
    expect(Buffer.from(await file.arrayBuffer()).subarray(0, 2).toString()).toBe('PK');
    expect((await mine.listMyDataAccesses({ query: {} })).data.some(({ field, reason }) => field === 'export' && reason === '年度名册')).toBe(true);
    expect((await refusal(of(liaison).exportPoolTerms({ body }))).code).toBe('auth.forbidden');
  });

  it('are reported for the year, each number with its records', async () => {
    const year = of(today).slice(0, 4);
    const talents = await of(office).getTalentStatistics({ query: { poolId: of(pool), year } });
    expect(talents).toMatchObject({ totals: { lecturers: 2 } });
    expect((await of(office).listTalentRecords({ query: { poolId: of(pool), year } })).total).toBe(talents.totals.orders);
    const volunteers = await of(office).getVolunteerStatistics({ query: { year } });
    for (const { rows } of volunteers.tables) {
      for (const key of ['registered', 'joined', 'served', 'services', 'minutes'] as const) expect(rows.reduce((sum, row) => sum + row[key], 0)).toBe(volunteers.totals[key]);
    }
    const first = of(of(volunteers.tables[0]).rows[0]);
    const records = await of(office).listVolunteerStatisticsRecords({ query: { year, by: 'county', key: first.key, perPage: 200 } });
    expect(records.data.reduce((sum, { minutes }) => sum + minutes, 0)).toBe(first.minutes);
    for (const kind of ['xlsx', 'docx']) {
      for (const [noun, query] of [['talent-statistics', `poolId=${of(pool)}&year=${year}`], ['volunteer-statistics', `year=${year}`]]) {
        const file = await server.fetch(`/api/v1/${noun}/export.${kind}?${query}`, { as: 'office' });
        expect([noun, kind, file.status, Buffer.from(await file.arrayBuffer()).subarray(0, 2).toString()]).toEqual([noun, kind, 200, 'PK']);
        expect((await server.fetch(`/api/v1/${noun}/export.${kind}?${query}0`, { as: 'office' })).status).toBe(400);
      }
    }
    // The paper tells the figures of the page, in words and in tables.
    const talentPaper = textOf(Buffer.from(await (await of(office).exportTalentStatisticsPaper({ query: { poolId: of(pool), year } })).arrayBuffer()));
    for (const text of [`观星队${year}年度名册、菜单和服务统计`, `在册${talents.totals.lecturers}人`, ...talents.lecturers.map(({ person }) => person.name)]) expect(talentPaper).toContain(text);
    const volunteerPaper = textOf(Buffer.from(await (await of(office).exportVolunteerStatisticsPaper({ query: { year } })).arrayBuffer()));
    for (const text of [`在册科技志愿者${volunteers.totals.registered}人`, `志愿服务时长${volunteers.totals.minutes}分钟`, `出具志愿服务记录证明${volunteers.certificates.reduce((sum, { issued }) => sum + issued, 0)}份`, ...volunteers.longest.map(({ person }) => person.name)]) expect(volunteerPaper).toContain(text);
    expect((await refusal(of(office).exportTalentStatisticsPaper({ query: { poolId: of(unit), year } }))).code).toBe('resource.not_found');
    expect((await of(liaison).getVolunteerStatistics({ query: { year } })).totals.registered).toBeLessThan(volunteers.totals.registered);
  });

  it('lists, filters and exports of people take as many statements for many as for one', async () => {
    const lists: readonly ((perPage: number) => Promise<{ data: readonly unknown[] }>)[] = [
      (perPage) => of(office).listVolunteers({ query: { perPage } }), (perPage) => of(office).listVolunteers({ query: { perPage, sort: '-minutes', active: 'true', language: 'mandarin' } }),
      (perPage) => of(office).listPoolTerms({ query: { perPage } }), (perPage) => of(office).listCredentials({ query: { perPage } }), (perPage) => of(office).listTalks({ query: { perPage } }), (perPage) => of(office).listOrders({ query: { perPage } }),
    ];
    for (const list of lists) {
      if ((await list(200)).data.length > 1) expect(await server.control.costOf(() => list(200))).toBe(await server.control.costOf(() => list(1)));
    }
    expect((await of(office).listVolunteers({ query: { perPage: 200 } })).data.length).toBeGreaterThan(100);
    const exported = (poolId: string) => server.control.costOf(async () => (await of(office).exportPoolTerms({ body: { poolId, purpose: 'register', reason: '年度名册' } })).arrayBuffer());
    const largest = of((await of(office).listPools()).data.find(({ name }) => name === '科技志愿者'));
    expect((await of(office).listPoolTerms({ query: { poolId: largest.id, current: 'true' } })).total).toBeGreaterThan(100);
    // Everybody in it is told of it: written many rows at a time.
    expect(await exported(largest.id) - (await exported(of(pool)))).toBeLessThan(10);
    const sums = (client: Client | undefined) => server.control.costOf(() => of(client).getVolunteerStatistics({ query: { year: of(today).slice(0, 4) } }));
    expect(await sums(office)).toBe(await sums(liaison));
  });
});
