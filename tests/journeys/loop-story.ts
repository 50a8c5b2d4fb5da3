import type { Client } from '@kepu/api-client';
import type { Locale } from '@kepu/contracts/labels';
import type { screens } from '../support/browser.js';
import type { TestServer } from '../support/server.js';
import type { Open } from './journey.js';
import { sayIn, type Newcomer, type Person } from './loop-people.js';

// What people write, in whatever language the pages are.
export const unit = '团市委';
export const hours = '实践营志愿服务小时';
export const activityTitle = '青少年科技实践营：动手做风车';
export const courseTitle = '实践营辅导员培训班（第一期）';
export const newcomer: Newcomer = { name: '叶知秋', phone: '13857700123', bornOn: '19900512', password: 'Yezhi-2026-qiu' };
export const demonstrator: Newcomer = { name: '沈听澜', phone: '13857700124', bornOn: '19880303', password: 'Shent-2026-lan' };
export const rival: Newcomer = { name: '陆云帆', phone: '13857700125', bornOn: '19920818', password: 'Luyun-2026-fan' };
export const latecomer: Newcomer = { name: '程晓雨', phone: '13857700126', bornOn: '19950120', password: 'Cheng-2026-xyu' };
/** How many were trained, how many came, and for how many minutes a volunteer was there: from the beginning at nine, for earlier is not counted, until six past eleven. */
export const [trained, turnout, minutes] = [30, 120, 126];

/** What one telling of the loop learns on its way. */
export interface Story {
  readonly server: TestServer;
  readonly api: Client;
  readonly office: Person;
  readonly liaison: Person;
  readonly teacher: Person;
  readonly late: Person;
  readonly planId: string;
  readonly item: { readonly id: string; readonly seq: number; readonly year: number; readonly programme: string; readonly reached: number };
  /** Of the unit's items under that programme, how many measures were done of how many. */
  cell: readonly [done: number, total: number];
  /** Served for the item before. */
  minutes: number;
  activityId: string;
  shiftId: string;
  day: string;
}

/** Opens a screen for each, and finds what the story is about. */
export async function begin(server: TestServer, open: Open, locale: Locale, screen: keyof typeof screens): Promise<Story> {
  const api = await server.client('office');
  const [plan] = (await api.listPlans({ query: { state: 'issued' } })).data;
  const measured = (await api.listMeasures({ query: { planId: plan?.id ?? '', perPage: 200 } })).data.find(({ sources, item }) => sources.includes('turnout') && sources.includes('trained') && item.units.some(({ name }) => name === unit));
  if (!plan || !measured) throw new Error('The demo city has no item of the unit whose people are counted');
  const item = await api.getItem({ params: { id: measured.item.id } });
  const arrive = async (): Promise<Person> => ({ page: await open({ screen, locale }), say: sayIn(locale), locale, phone: screen === 'phone' });
  return {
    server, api, office: await arrive(), liaison: await arrive(), teacher: await arrive(), late: await arrive(), planId: plan.id, item: { id: item.id, seq: item.seq, year: item.year, programme: item.programme.name, reached: measured.progress.value },
    cell: [0, 0], minutes: 0, activityId: '', shiftId: '', day: '',
  };
}

/** Minutes as hours with one decimal, as people say them. */
export const hoursOf = (minutes: number): string => String(Math.round(minutes / 6) / 10);

/** An hour of the shift's day, in Shanghai: for the server, and for every screen. */
export async function move({ server, day, office, liaison, teacher, late }: Story, time: string): Promise<void> {
  const moment = new Date(`${day}T${time}:00+08:00`).toISOString();
  await server.control.clock({ freeze: moment });
  for (const { page } of [office, liaison, teacher, late]) await page.clock.setFixedTime(moment);
}
