import type { Client } from '@kepu/api-client';
import type { Plan } from '@kepu/contracts';
import { eachDatabase } from '../support/engines.js';
import { startServer, type TestServer } from '../support/server.js';
import { commit, textPaper } from './papers.js';

/** The largest paper that an office would think of: 35 units, 16 programmes, 1,000 items. */
const UNITS = 35;
const PROGRAMMES = 16;
const ITEMS = 1_000;

/** S4: what is seen of a plan at one look costs as many statements for a thousand items as for a dozen. */
eachDatabase('a paper of a thousand items', (database) => {
  let server: TestServer;
  let office: Client;
  let [small, large]: Plan[] = [];
  const of = <T>(value: T | undefined): T => { if (value === undefined) throw new Error('Nothing is there'); return value; };
  const issued = async (plan: Plan): Promise<Plan> => {
    const ready = await office.updatePlan({ params: { id: plan.id }, body: { version: plan.version, docNumber: `温全科样〔${plan.year}〕1号`, issuedOn: `${plan.year}-03-02` } });
    return office.issuePlan({ params: { id: plan.id }, body: { version: ready.version } });
  };

  beforeAll(async () => {
    server = await startServer({ database });
    office = await server.client('office');
    const units = (await office.listUnits({ query: { perPage: 200 } })).data.filter(({ closedOn }) => closedOn === null).slice(0, UNITS).map(({ name }) => name);
    const programmes = [...new Set((await office.listProgrammes({ query: { perPage: 200 } })).data.map(({ name }) => name))];
    expect([units.length, programmes.length >= PROGRAMMES]).toEqual([UNITS, true]);
    const row = (at: number): string[] => [of(units[at % UNITS]), of(programmes[at % programmes.length]), `开展第${at}项科普工作，培训不少于 ${100 + at} 人次。`];
    large = await issued(await commit(office, textPaper(2011, Array.from({ length: ITEMS }, (_, at) => row(at))), '2011.txt'));
    small = await issued(await commit(office, textPaper(2010, Array.from({ length: 12 }, (_, at) => row(at))), '2010.txt'));
  });

  it('is read whole, each item a measure of its own', async () => {
    const matrix = await office.getMatrix({ params: { id: of(large).id } });
    // Names of an earlier set are the same programme under another name.
    expect([matrix.units.length, matrix.programmes.length >= PROGRAMMES, matrix.plan.counts.items, matrix.measures.total]).toEqual([UNITS, true, ITEMS, ITEMS]);
    expect(matrix.cells.reduce((sum, { items }) => sum + items, 0)).toBe(ITEMS);
  });

  it.each<readonly [string, (plan: Plan) => Promise<unknown>]>([
    ['matrix', (plan) => office.getMatrix({ params: { id: plan.id } })], ['list of items', (plan) => office.listItems({ params: { id: plan.id }, query: { perPage: 10 } })], ['list of measures', (plan) => office.listMeasures({ query: { planId: plan.id, perPage: 10 } })],
    ['lights', (plan) => office.listLights({ params: { id: plan.id }, query: { perPage: 10 } })], ['timeline', (plan) => office.getTimeline({ params: { id: plan.id }, query: { perPage: 10 } })], ['changes', (plan) => office.listPlanChanges({ params: { id: plan.id }, query: { since: '2010-01-01', perPage: 10 } })], ['lights by cell', (plan) => office.getLightSummary({ params: { id: plan.id } })],
    ['sign-offs', (plan) => office.listSignOffs({ params: { id: plan.id }, query: {} })],
  ])('costs the same number of statements: %s', async (_, look) => {
    expect(await server.control.costOf(() => look(of(large)))).toBe(await server.control.costOf(() => look(of(small))));
  });

  it('costs the same number of statements: a bulletin, read', async () => {
    const ids: string[] = [];
    for (const plan of [of(small), of(large)]) ids.push((await office.createBulletin({ params: { id: plan.id }, body: { kind: 'year', from: `${plan.year}-01-01`, to: `${plan.year}-12-31` } })).id);
    const read = (at: number) => server.control.costOf(() => office.getBulletin({ params: { id: of(ids[at]) } }));
    expect(await read(1)).toBe(await read(0));
    const figures = (await office.getBulletin({ params: { id: of(ids[1]) } })).figures;
    expect(figures.find(({ key }) => key === 'items')?.value).toBe(ITEMS);
  });
});
