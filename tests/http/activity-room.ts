import { createClient, type Client } from '@kepu/api-client';
import type { Activity } from '@kepu/contracts';
import type { TestServer } from '../support/server.js';
import { newPerson } from '../matrix/people.js';
import { unitIds } from './papers.js';

type Input = Parameters<Client['createActivity']>[0]['body'];
export type ShiftInput = Input['shifts'][number];

const HOUR_MS = 3_600_000;
/** An instant some hours from now, to the minute. */
export const inHours = (hours: number): string => new Date(Math.floor((Date.now() + hours * HOUR_MS) / 60_000) * 60_000).toISOString();
/** The day in Shanghai some days from today. */
export const dayIn = (days: number): string => new Date(Date.now() + (8 + days * 24) * HOUR_MS).toISOString().slice(0, 10);
export const guides: ShiftInput['positions'][number] = { role: 'guide', name: '展区引导', minimum: 1, maximum: 4, requires: {} };
export const lecturer: ShiftInput['positions'][number] = { role: 'lecturer', name: '主讲人', minimum: 1, maximum: 1, requires: { occupations: ['teacher', 'researcher'], minAge: 20, note: '自备课件' } };
/** A shift of two hours. */
export const shift = (startsIn: number, more: Partial<ShiftInput> = {}): ShiftInput => ({ startsAt: inHours(startsIn), endsAt: inHours(startsIn + 2), positions: [lecturer, guides], ...more });

/** Who is at hand, and what an activity can refer to. */
export interface ActivityRoom {
  readonly office: Client; readonly county: Client; readonly league: Client; readonly women: Client; readonly reader: Client; readonly anyone: Client;
  /** Liaison of 平阳团县委, which stands below 团市委 and in the county's own division. */
  readonly below: Client;
  readonly unitId: string; readonly womenId: string; readonly belowId: string; readonly itemId: string; readonly foreignItemId: string; readonly officeName: string;
  term(kind: 'topic' | 'audience', name: string): string;
  /** What a form gives for a whole activity. */
  input(more?: Partial<Input>): Input;
  draft(more?: Partial<Input>, by?: Client): Promise<Activity>;
  submitted(more?: Partial<Input>, by?: Client): Promise<Activity>;
  open(more?: Partial<Input>, by?: Client): Promise<Activity>;
}

/** Furnishes a server for tests of activities. */
export const furnishActivities = async (server: TestServer): Promise<ActivityRoom> => {
  const [office, county, league, women, reader, anyone] = await Promise.all(['office', 'county', 'liaison', 'liaison-women', 'reader', undefined].map((account) => server.client(account))) as [Client, Client, Client, Client, Client, Client];
  const units = await unitIds(office);
  const [unitId = '', womenId = ''] = [units.get('团市委'), units.get('市妇联')];
  const below = await office.createUnit({ body: { name: '平阳团县委', fullName: '共青团平阳县委员会', kind: 'mass_organisation', divisionCode: '330326', parentId: unitId } });
  const { cookie } = await newPerson(server, office, 'liaison-below@demo.kepu', { role: 'liaison', unit: '平阳团县委' });
  const terms = new Map((await office.listTerms({ query: { perPage: 200, open: 'true' } })).data.map((term) => [`${term.kind} ${term.name}`, term.id]));
  const term: ActivityRoom['term'] = (kind, name) => {
    const id = terms.get(`${kind} ${name}`);
    if (!id) throw new Error(`There is no ${kind} ${name}`);
    return id;
  };
  const [own, foreign] = await Promise.all([league, women].map(async (client) => {
    const [plan] = (await client.listPlans({ query: { state: 'issued' } })).data;
    return (await client.listAssignments({ query: { planId: plan?.id ?? '', perPage: 1 } })).data[0]?.item.id ?? '';
  }));
  const input: ActivityRoom['input'] = (more = {}) => ({
    unitId, title: '青年科普志愿者进社区', kind: 'outreach', summary: '带着实验走进社区，和居民一起动手。', topicIds: [term('topic', '科学实验与探究')], audienceIds: [term('audience', '社区居民')], countyCode: '330302',
    townshipCode: '330302006', place: '五马街道文化站一楼', flow: 'request', riskStatement: '室内活动，配备急救箱，风险低。', insurance: 'organiser', serves: [own ?? ''], shifts: [shift(30), shift(54)], ...more,
  });
  const draft: ActivityRoom['draft'] = (more, by = league) => by.createActivity({ body: input(more) });
  const submitted: ActivityRoom['submitted'] = async (more, by = league) => {
    const { id, version } = await draft(more, by);
    return by.submitActivity({ params: { id }, body: { version } });
  };
  const open: ActivityRoom['open'] = async (more, by) => {
    const { id, version } = await submitted(more, by);
    return office.approveActivity({ params: { id }, body: { version } });
  };
  return {
    office, county, league, women, reader, anyone, below: createClient({ baseUrl: server.url, parseAnswers: true, headers: { cookie } }), unitId, womenId, belowId: below.id, itemId: own ?? '', foreignItemId: foreign ?? '',
    officeName: (await office.getSession()).account.name, term, input, draft, submitted, open,
  };
};

/** What a form sends back of the shifts that are there. */
export const formOf = (activity: Activity): (ShiftInput & { id: string })[] => activity.shifts.map(({ id, startsAt, endsAt, positions }) => ({
  id, startsAt, endsAt, positions: positions.map(({ confirmed: _c, waiting: _w, free: _f, requires: { credentials, pools, ...requires }, ...position }) => ({ ...position, requires: { ...requires, credentialIds: credentials.map((kind) => kind.id), poolIds: pools.map((pool) => pool.id) } })),
}));
