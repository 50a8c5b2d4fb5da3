import { createClient, type Client } from '@kepu/api-client';
import type { Item, Plan } from '@kepu/contracts';
import { allItems, commit, textPaper } from '../http/papers.js';
import { signIn, type TestServer } from '../support/server.js';
import { sayIn, type Person } from './loop-people.js';
import type { Open } from './journey.js';

export const [unit, other] = ['市妇联', '团市委'];
const rows = [
  [unit, '青少年科学素质行动', '举办家庭科学夜校，全年培训家长 200 人次。'], [unit, '农民科学素质行动', '组织巾帼科普讲座进农村文化礼堂。'], [unit, '社区科普益民工程建设', '支持社区儿童之家配备科学玩具。'],
  [other, '青少年科学素质行动', '办好青少年科技创新竞赛的选拔和辅导。'],
] as const;

/** The year as one telling of it goes: a paper of next year, the office at a desk, a liaison on a small phone. */
export interface Year {
  readonly server: TestServer;
  readonly office: Person;
  readonly liaison: Person;
  readonly plan: Plan;
  readonly items: readonly Item[];
  readonly year: number;
}

/** Somebody's client at the clock of the server as it is now. */
export const clientOf = async (server: TestServer, name: string): Promise<Client> => createClient({ baseUrl: server.url, parseAnswers: true, headers: { cookie: await signIn(server.url, name) } });

/** Nine in the morning of a day of the plan's year. Whoever was signed in comes back. */
export const on = async (server: TestServer, day: string): Promise<void> => server.control.clock({ shiftTo: `${day}T01:00:00.000Z` });

/** A draft of next year's paper, on the day before it is issued. */
export async function begin(server: TestServer, open: Open): Promise<Year> {
  const year = Number((await (await server.client('office')).getSession()).today.slice(0, 4)) + 1;
  await on(server, `${year}-03-02`);
  const api = await clientOf(server, 'office');
  const draft = await commit(api, textPaper(year, rows), `${year}.txt`);
  const plan = await api.updatePlan({ params: { id: draft.id }, body: { version: draft.version, docNumber: `温全科样〔${year}〕2号`, issuedOn: `${year}-03-02`, issuer: '样例办公室' } });
  const arrive = async (screen: 'desk' | 'phone'): Promise<Person> => ({ page: await open({ screen }), say: sayIn('zh-CN'), locale: 'zh-CN', phone: screen === 'phone' });
  return { server, office: await arrive('desk'), liaison: await arrive('phone'), plan, items: await allItems(api, plan.id), year };
}
