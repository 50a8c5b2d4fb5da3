import { createClient, type Client } from '@kepu/api-client';
import { addDays } from '@kepu/domain';
import type { Plan, ReportPeriod, UnitReport } from '@kepu/contracts';
import type { Engine } from '../support/engines.js';
import { startServer, type TestServer } from '../support/server.js';
import { newPerson } from '../matrix/people.js';
import { commit, refusal, textPaper, unitIds } from './papers.js';

export const [farmers, league, homes] = ['农民科学素质行动', '科普人才队伍工程建设', '社区科普益民工程建设'];
/** Items of two units of the city and of two houses below one of them. */
export const paper = [
  ['团市委', farmers, '全年培训青年农民 200 人次，办好田间学校。'], ['团市委', league, '组织大学生志愿者开展科普宣讲活动。'], ['市妇联', farmers, '举办女能手科技培训班，发放科普资料。'], ['市妇联', homes, '开展巾帼护老知识进社区活动。'],
  ['团市委、市妇联', homes, '依托社区办好青年家庭科学课。'], ['青少年宫甲', homes, '开放科技展厅。'], ['青少年宫乙', homes, '开放天文台。'],
];

/** Who is there, and what they work on. */
export interface ReportRoom {
  readonly server: TestServer; readonly office: Client; readonly youth: Client; readonly women: Client; readonly approver: Client; readonly publisher: Client; readonly county: Client; readonly leader: Client; readonly reader: Client;
  readonly units: ReadonlyMap<string, string>; readonly plan: Plan; readonly today: string;
}
/** What helpers need of a suite at this moment: its variables change while it goes on. */
export type ReportState = { readonly [key in 'office' | 'youth' | 'women' | 'approver']: Client | undefined } & Pick<ReportRoom, 'server' | 'units' | 'plan' | 'today'> & { readonly period: ReportPeriod };

export const of = <T>(value: T | undefined): T => { if (value === undefined) throw new Error('Nothing is there'); return value; };
export const code = async (call: Promise<unknown>): Promise<string> => (await refusal(call)).code;
export const at = ({ id, version }: { id: string; version: number }) => ({ params: { id }, body: { version } });
export const because = ({ id, version }: { id: string; version: number }, reason: string) => ({ params: { id }, body: { version, reason } });
export const save = (client: Client | undefined, one: UnitReport, body: Omit<Parameters<Client['saveUnitReport']>[0]['body'], 'version'>) => of(client).saveUnitReport({ params: { id: one.id }, body: { version: one.version, ...body } });
export const words = (itemId: string, progress: string | null, more: { problems?: string; nextStep?: string; nothingNew?: boolean } = {}) => ({ itemId, progress, problems: more.problems ?? null, nextStep: more.nextStep ?? null, nothingNew: more.nothingNew ?? false });

/** A plan of 2014 that is issued, and everybody signed in for weeks. */
export async function openReportRoom(database: Engine): Promise<ReportRoom> {
  const server = await startServer({ database, env: { SESSION_IDLE_MINUTES: '10080', SESSION_MAX_HOURS: '720' } });
  const [office, youth, women, approver, publisher, county, leader] = await Promise.all((['office', 'liaison', 'liaison-women', 'approver', 'publisher', 'county', 'leader'] as const).map((name) => server.client(name)));
  const desk = of(office);
  const reader = createClient({ baseUrl: server.url, headers: { cookie: (await newPerson(server, desk, 'inspector@demo.kepu', { role: 'reader' })).cookie } });
  const { today } = await desk.getSession();
  const parent = (await unitIds(desk)).get('团市委') ?? '';
  for (const name of ['青少年宫甲', '青少年宫乙']) await desk.createUnit({ body: { name, fullName: `温州市${name}`, kind: 'institution', divisionCode: '330300', parentId: parent } });
  const units = await unitIds(desk);
  let plan = await commit(desk, textPaper(2014, paper), '2014.txt');
  plan = await desk.updatePlan({ params: { id: plan.id }, body: { version: plan.version, docNumber: '温全科样〔2014〕1号', issuedOn: '2014-05-27' } });
  expect(await code(desk.createReportPeriod({ params: { id: plan.id }, body: { kind: 'month', from: '2014-06-01', to: '2014-06-28', opensOn: addDays(today, -20), dueOn: addDays(today, 10) } }))).toBe('lifecycle.not_allowed');
  plan = await desk.issuePlan({ params: { id: plan.id }, body: { version: plan.version } });
  return { server, office: desk, youth: of(youth), women: of(women), approver: of(approver), publisher: of(publisher), county: of(county), leader: of(leader), reader, units, plan, today };
}

/** What is done again and again; `id` is the period that the suite is at unless said. */
export const reportHelpers = (now: () => ReportState) => {
  const unit = (name: string) => now().units.get(name) ?? '';
  const begin = (client: Client | undefined, name: string, id = now().period.id) => of(client).beginUnitReport({ params: { id }, body: { unitId: unit(name) } });
  return {
    unit, begin,
    open: (from: string, more: { name?: string; to?: string; dueOn?: string; opensOn?: string; kind?: 'month' | 'scheme'; unitIds?: string[] } = {}) => of(now().office).createReportPeriod({ params: { id: now().plan.id }, body: {
      kind: more.kind ?? 'month', from, to: more.to ?? addDays(from, 27), opensOn: more.opensOn ?? addDays(now().today, -20), dueOn: more.dueOn ?? addDays(now().today, 10), ...(more.name ? { name: more.name } : {}), ...(more.unitIds ? { unitIds: more.unitIds } : {}),
    } }),
    handIn: async (client: Client | undefined, name: string, id = now().period.id) => of(client).submitUnitReport(at(await save(client, await begin(client, name, id), { restNothingNew: true }))),
    rowOf: async (name: string, client = now().office, id = now().period.id) => of((await of(client).listUnitReports({ params: { id }, query: { perPage: 200 } })).data.find((row) => row.unit.name === name)),
    told: async (client: Client | undefined, kind: string) => (await of(client).listNotices({ query: { perPage: 200 } })).data.filter((one) => one.kind === kind).map((one) => [one.params['period'], one.link]),
    /** Days go by, and everybody looks in meanwhile, so that no session falls asleep. */
    pass: async (steps: number) => {
      const { server, today, office, youth, women, approver } = now();
      for (let step = 1; step <= steps; step += 1) {
        await server.control.clock({ shiftTo: `${addDays(today, step * 6)}T01:00:00.000Z` });
        for (const client of [office, youth, women, approver]) await of(client).getSession();
      }
    },
  };
};
