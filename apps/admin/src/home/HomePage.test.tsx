import type { Desk, Role } from '@kepu/contracts';
import { screen, within } from '@testing-library/react';
import { fakeApi } from '../testing/fakeApi.js';
import { deskOf } from '../testing/loopSamples.js';
import { renderPage } from '../testing/renderPage.js';
import { noLights, planOf, sessionOf, uuid } from '../testing/samples.js';
import HomePage from './HomePage.js';

const unit = { id: uuid(101), name: '市教育局' };
const waiting = (...titles: string[]) => ({ count: titles.length + 6, first: titles.map((title, index) => ({ id: uuid(7000 + index), title, unit, at: '2026-03-01T02:00:00.000Z' })) });
const none = { count: 0, first: [] };
const office = deskOf({
  activitiesToApprove: waiting('社区讲堂', '防台科普'), reportsToAccept: none, workEntriesToCheck: { count: 1, first: [{ id: uuid(9100), title: '培训班', unit, at: '2026-03-01T02:00:00.000Z' }] }, returned: { count: 1, first: [{ kind: 'activity', id: uuid(7009), title: '退回的活动', unit, at: '2026-03-01T02:00:00.000Z' }] }, reportsDue: none,
  ordersToArrange: { count: 6, first: [{ id: uuid(7700), number: 'DD20260301-0001', place: '山前村', county: '平阳县', state: 'submitted', at: '2026-03-01T02:00:00.000Z' }] },
  shortOfPeople: [{ id: uuid(7001), title: '防台科普', unit, startsAt: '2026-03-05T01:00:00.000Z', missing: 2 }], measuresDue: [{ id: uuid(601), name: '培训人次', itemId: uuid(401), dueOn: '2026-03-10', state: 'moving', permille: 425 }],
});
const show = (role: Role, desk: Desk) => {
  fakeApi({
    getDesk: () => desk, listPlans: () => ({ data: [planOf()], total: 1 }), listThemeDays: () => ({ data: [], total: 0 }), listPlanImports: () => ({ data: [], total: 0 }), listAssignments: () => ({ data: [], total: 0 }), listLights: noLights,
    listSignOffs: () => ({ data: [], total: 0, signBy: null, signByUncertain: false }),
  });
  renderPage(<HomePage />, { session: sessionOf(role) });
};
const region = (name: RegExp | string) => screen.findByRole('region', { name });
const filterOf = (href: string | null) => JSON.parse(new URLSearchParams((href ?? '').split('?')[1]).get('filter') ?? '{}') as unknown;

test('every queue is a number that leads to its list', async () => {
  show('editor', office);
  const counts = await region('待办');
  const link = (name: RegExp) => within(counts).getByRole('link', { name }).getAttribute('href');
  expect(filterOf(link(/^8\s*待审核的活动/))).toEqual({ state: 'submitted' });
  expect(link(/^0\s*待审核的结项/)).toMatch(/^\/activities\?filter=/);
  expect(link(/^1\s*待审核的台账/)).toMatch(/^\/work-entries\?filter=/);
  expect(link(/^1\s*到期的指标/)).toBe('/measures');
  expect(filterOf(link(/^6\s*待安排的点单/))).toEqual({ waiting: 'true' });
});

test('what has waited longest is named, and there is a way to all of it', async () => {
  show('editor', office);
  const approve = await region('待审核的活动 8');
  expect(within(approve).getByRole('link', { name: '社区讲堂' }).getAttribute('href')).toBe(`/activities/${uuid(7000)}`);
  expect(filterOf(within(approve).getByRole('link', { name: '查看全部 8 件' }).getAttribute('href'))).toEqual({ state: 'submitted' });
  expect(within(await region('待审核的台账 1')).queryByRole('link', { name: /查看全部/ })).toBeNull();
  expect(within(await region('退回给您的 1')).getByRole('link', { name: '退回的活动' }).getAttribute('href')).toBe(`/activities/${uuid(7009)}`);
  expect(within(await region('到期的指标 1')).getByRole('link', { name: '培训人次' }).getAttribute('href')).toBe(`/items/${uuid(401)}#measure-${uuid(601)}`);
  const orders = await region('待安排的点单 6');
  expect(within(orders).getByRole('link', { name: '山前村' }).getAttribute('href')).toBe(`/orders/${uuid(7700)}`);
  expect(filterOf(within(orders).getByRole('link', { name: '查看全部 6 件' }).getAttribute('href'))).toEqual({ waiting: 'true' });
  expect(within(await region('一周内缺人 1')).getByText('还差 2 人')).toBeTruthy();
  expect(screen.queryByRole('region', { name: /待审核的结项/ })).toBeNull();
});

test('where nothing waits it says so; a part that is no concern of the reader has no number', async () => {
  show('reader', deskOf());
  expect(await screen.findByText('现在没有等您处理的事。')).toBeTruthy();
  expect(screen.queryByText('待审核的活动')).toBeNull();
});

test('whoever has no rights here is led to the own page of the portal, and nothing is asked', async () => {
  const { seen } = fakeApi({});
  renderPage(<HomePage />, { session: { ...sessionOf('reader'), permissions: [] } });
  await screen.findByRole('button', { name: '去“我的”页面' });
  expect(seen.map(({ name }) => name)).toEqual([]);
});
