import type { Pack, Plan, Role } from '@kepu/contracts';
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { fakeApi } from '../testing/fakeApi.js';
import { renderPage } from '../testing/renderPage.js';
import { planOf, sessionOf, uuid } from '../testing/samples.js';
import PacksPage from './PacksPage.js';

const packOf = (change: Partial<Pack> = {}): Pack => ({
  id: uuid(801), number: '20260302-AB12CD34', plan: { id: uuid(10), title: '2026 年任务分解表', year: 2026, state: 'issued' }, unit: null, programme: null, from: null, to: null, state: 'ready', progress: { done: 9, total: 9, step: null }, name: '迎检包 2026 20260302-AB12CD34.zip', size: 5 * 1024 * 1024, files: 8,
  leftOut: { personal: 0, photos: 0 }, failure: null, ordered: { by: '林一', at: '2026-03-02T01:00:00.000Z', own: true }, finishedAt: '2026-03-02T01:02:00.000Z', keptUntil: '2026-04-01', version: 2, ...change,
});
const show = (role: Role, packs: Pack[], more: Parameters<typeof fakeApi>[0] = {}, plans: Plan[] = [planOf({ id: uuid(10), state: 'issued' })]) => {
  const fake = fakeApi({ listPlans: () => ({ data: plans, total: plans.length }), listPacks: () => ({ data: packs, total: packs.length }), listUnits: () => ({ data: [], total: 0 }), listProgrammes: () => ({ data: [], total: 0 }), ...more });
  renderPage(<PacksPage />, { session: sessionOf(role), path: '/packs', address: '/packs', width: 360 });
  return fake;
};

test('what is ready is fetched by its address, with how long it is kept and what is not in it', async () => {
  show('editor', [packOf({ leftOut: { personal: 2, photos: 3 } })]);
  const link = await screen.findByRole('link', { name: '下载' });
  expect(link.getAttribute('href')).toBe(`/api/v1/packs/${uuid(801)}/file`);
  expect(screen.getByText('2 个含个人信息的文件未放入')).toBeTruthy();
  expect(screen.getByText('3 个未确认有无孩子正脸的照片、文档未放入')).toBeTruthy();
  expect(screen.getByText(/8 个文件，5 MB.*保留到/)).toBeTruthy();
  expect(screen.queryByRole('button', { name: '取消生成' })).toBeNull();
});

test('what is being made says how far it is, and can be stopped', async () => {
  const { calls } = show('editor', [packOf({ state: 'making', progress: { done: 3, total: 12, step: 'evidence' }, size: null, files: null, leftOut: null, keptUntil: null, version: 1 })], { cancelPack: () => packOf({ state: 'cancelled' }) });
  const bar = await screen.findByRole('progressbar', { name: '收集佐证材料（3 / 12）' });
  expect(bar.getAttribute('aria-valuenow')).toBe('25');
  expect(screen.queryByRole('link', { name: '下载' })).toBeNull();
  fireEvent.click(screen.getByRole('button', { name: '取消生成' }));
  await waitFor(() => expect(calls('cancelPack').map(({ input }) => input.body)).toEqual([{ version: 1 }]));
});

test('the whole plan is ordered by one press and one word', async () => {
  const { calls } = show('editor', [], { orderPack: () => packOf({ state: 'waiting' }) });
  expect(await screen.findByText('还没有迎检包')).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: '生成迎检包' }));
  fireEvent.click(within(await screen.findByRole('dialog')).getByRole('button', { name: '开始生成' }));
  await waitFor(() => expect(calls('orderPack').map(({ input }) => input.body)).toEqual([{}]));
});

test('what failed says what to do, and is made anew as it was ordered', async () => {
  const { calls } = show('leader', [packOf({ state: 'failed', failure: 'too_large', unit: { id: uuid(101), name: '市教育局' }, from: '2026-01-01', size: null, files: null, leftOut: null, keptUntil: null })], { orderPack: () => packOf({ state: 'waiting' }) });
  expect((await screen.findByRole('alert')).textContent).toContain('请选一个单位或一段时间');
  fireEvent.click(screen.getByRole('button', { name: '再生成一次' }));
  await waitFor(() => expect(calls('orderPack').map(({ input }) => input.body)).toEqual([{ unitId: uuid(101), from: '2026-01-01' }]));
});

test("another one's pack is fetched, and thrown away by the office alone", async () => {
  const others = packOf({ ordered: { by: '周二', at: '2026-03-02T01:00:00.000Z', own: false } });
  show('publisher', [others]);
  expect(await screen.findByRole('link', { name: '下载' })).toBeTruthy();
  expect(screen.queryByRole('button', { name: '删除' })).toBeNull();
  cleanup();
  show('editor', [others]);
  expect(await screen.findByRole('button', { name: '删除' })).toBeTruthy();
});
