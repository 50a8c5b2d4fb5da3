import type { Batch, BatchCandidate, BatchPlace, BatchPosition, Role } from '@kepu/contracts';
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { fakeApi } from '../testing/fakeApi.js';
import { renderPage } from '../testing/renderPage.js';
import { sessionOf, uuid } from '../testing/samples.js';
import BatchesPage from './BatchesPage.js';
import BatchPage from './BatchPage.js';

const batchOf = (change: Partial<Batch> = {}): Batch => ({
  id: uuid(901), number: '20260302-AB12CD34', title: '科普月第二周', from: '2026-03-09', to: '2026-03-15', county: null, kinds: [], services: 1, fill: 'maximum', state: 'draft', progress: { done: 100, total: 100, step: null }, runs: 1, weights: 1,
  sums: { people: 2000, positions: 2, places: 6, filled: 4, needed: 3, covered: 2, placed: 4, settled: 1, lost: 0 }, sent: null, failure: null, ordered: { by: '林一', at: '2026-03-02T01:00:00.000Z', own: true }, finishedAt: '2026-03-02T01:02:00.000Z', sentAt: null, version: 3, ...change,
});
const person = (index: number, name: string) => ({ id: uuid(index), name, number: `K${index}`, occupation: 'teacher' as const, unit: null, countyName: '鹿城区' });
const placeOf = (index: number, name: string, change: Partial<BatchPlace> = {}): BatchPlace => ({ id: uuid(index), volunteer: person(index + 100, name), lock: 'none', byStaff: false, reasons: [{ code: 'same_county', part: 'travel', points: 0.15, params: {} }], against: null, outcome: null, ...change });
const positionOf = (change: Partial<BatchPosition> = {}): BatchPosition => ({
  id: uuid(911), positionId: uuid(921), name: '展区引导', activity: { id: uuid(931), name: '社区科普日' }, unit: { id: uuid(101), name: '团市委' }, countyName: '鹿城区', startsAt: '2026-03-10T01:00:00.000Z', endsAt: '2026-03-10T03:00:00.000Z', places: 4, minimum: 3, filled: 2,
  open: { cause: 'no_candidates', candidates: 0, lockedOut: 0, elsewhere: 0, limits: 0 }, people: [placeOf(941, '王芳'), placeOf(942, '李强', { lock: 'fixed', byStaff: true })], keptOut: [placeOf(943, '赵敏', { lock: 'forbidden' })], ...change,
});
const candidateOf = (change: Partial<BatchCandidate> = {}): BatchCandidate => ({ volunteer: person(951, '孙立'), reasons: [], against: null, blocks: [], bar: null, instead: [], ...change });
const show = (batch: Batch, more: Parameters<typeof fakeApi>[0] = {}, role: Role = 'editor') => {
  const fake = fakeApi({ getBatch: () => batch, listBatchPositions: () => ({ data: [positionOf()], total: 1 }), ...more });
  renderPage(<BatchPage />, { session: sessionOf(role), path: '/batches/:id', address: `/batches/${batch.id}`, width: 360 });
  return fake;
};

test('the draft says who is where and why, what stays open and why, and never how far it is from the best', async () => {
  show(batchOf());
  expect(await screen.findByText('6 个空位，已安排 4 个')).toBeTruthy();
  expect(screen.getByText('最少人数还缺 1 人')).toBeTruthy();
  expect(await screen.findByText('空 2 个：没有符合条件又有空的人')).toBeTruthy();
  expect(screen.getByText('2 / 4 人')).toBeTruthy();
  expect(screen.getByText('王芳')).toBeTruthy();
  expect(screen.getByText('手动')).toBeTruthy();
  expect(document.body.textContent).not.toMatch(/gini|基尼|最优|gap/iu);
});

test('somebody is settled, taken out and allowed again by one press', async () => {
  const { calls } = show(batchOf(), { lockBatchPlace: () => ({ done: true }) });
  fireEvent.click(await screen.findByRole('button', { name: '锁定' }));
  await waitFor(() => expect(calls('lockBatchPlace').map(({ input }) => [input.params, input.body])).toEqual([[{ id: uuid(901), placeId: uuid(941) }, { lock: 'fixed' }]]));
  fireEvent.click(await screen.findByRole('button', { name: '恢复 赵敏' }));
  await waitFor(() => expect(calls('lockBatchPlace')[1]?.input.body).toEqual({ lock: 'none' }));
});

test('an open place is given to the best, who moves from where they serve that day; who may not is shown with the reason', async () => {
  const moving = candidateOf({ instead: [{ placeId: uuid(960), activity: '义诊', startsAt: '2026-03-10T06:00:00.000Z', fixed: false }] });
  const barred = candidateOf({ volunteer: person(952, '周敏'), bar: 'day_taken' });
  const { calls } = show(batchOf(), { listBatchCandidates: () => ({ data: [moving, barred], total: 2 }), putIntoBatch: () => ({ done: true }) });
  fireEvent.click(await screen.findByRole('button', { name: '安排人' }));
  const dialog = within(await screen.findByRole('dialog'));
  expect(await dialog.findByText(/当天已经报了名/)).toBeTruthy();
  fireEvent.click(dialog.getByRole('button', { name: '从“义诊”移过来' }));
  await waitFor(() => expect(calls('putIntoBatch').map(({ input }) => input.body)).toEqual([{ positionId: uuid(921), volunteerId: uuid(951), instead: [uuid(960)] }]));
});

test('it is sent after a word of what that means, and reckoned anew around what is settled', async () => {
  const { calls } = show(batchOf(), { sendBatch: () => batchOf({ state: 'sending' }), rerunBatch: () => batchOf({ state: 'waiting' }) });
  fireEvent.click(await screen.findByRole('button', { name: '按锁定重新计算' }));
  await waitFor(() => expect(calls('rerunBatch').map(({ input }) => input.body)).toEqual([{ version: 3 }]));
  fireEvent.click(screen.getByRole('button', { name: '发出邀请' }));
  const dialog = within(await screen.findByRole('dialog'));
  expect(dialog.getByText(/本人同意才算数/)).toBeTruthy();
  fireEvent.click(dialog.getByRole('button', { name: '发出邀请' }));
  await waitFor(() => expect(calls('sendBatch').map(({ input }) => input.body)).toEqual([{ version: 3 }]));
});

test('while it runs it says how far it is and can be stopped; what was sent can no longer be changed', async () => {
  const { calls } = show(batchOf({ state: 'running', runs: 0, sums: null, progress: { done: 800, total: 2000, step: 'people' } }), { cancelBatch: () => batchOf({ state: 'cancelled' }) });
  expect((await screen.findByRole('progressbar', { name: '核对人员条件（800 / 2000 人）' })).getAttribute('aria-valuenow')).toBe('40');
  fireEvent.click(screen.getByRole('button', { name: '取消' }));
  await waitFor(() => expect(calls('cancelBatch').map(({ input }) => input.body)).toEqual([{ version: 3 }]));
  cleanup();
  show(batchOf({ state: 'sent', sent: { asked: 3, skipped: 1 }, sentAt: '2026-03-02T02:00:00.000Z' }), { listBatchPositions: () => ({ data: [positionOf({ people: [placeOf(941, '王芳', { outcome: 'asked' }), placeOf(942, '李强', { outcome: 'asked_enough' })] })], total: 1 }) });
  expect(await screen.findByText('已邀请 3 人，1 人未邀请')).toBeTruthy();
  expect(await screen.findByText('未邀请：这几天已经问过，先不打扰')).toBeTruthy();
  for (const name of ['锁定', '移出', '安排人', '发出邀请', '作废']) expect(screen.queryByRole('button', { name })).toBeNull();
});

test('what came of each place stands there as soon as it is sent, without a reload', async () => {
  const now: { state: 'sending' | 'sent' } = { state: 'sending' };
  show(batchOf(), {
    getBatch: () => batchOf({ state: now.state, ...(now.state === 'sent' ? { sent: { asked: 1, skipped: 0 }, sentAt: '2026-03-02T02:00:00.000Z' } : {}) }),
    listBatchPositions: () => ({ data: [positionOf({ people: [placeOf(941, '王芳', { outcome: now.state === 'sent' ? 'asked' : null })], keptOut: [] })], total: 1 }),
  });
  expect(await screen.findByText('王芳')).toBeTruthy();
  expect(screen.queryByText('已邀请')).toBeNull();
  now.state = 'sent';
  expect(await screen.findByText('已邀请', {}, { timeout: 5_000 })).toBeTruthy();
});

test('the list tells what is reckoned and what failed, and a new one is ordered with a week', async () => {
  const fake = fakeApi({
    listBatches: () => ({ data: [batchOf(), batchOf({ id: uuid(902), title: '三下乡', state: 'failed', sums: null, failure: 'nothing_open' })], total: 2 }), listDivisions: () => ({ data: [], total: 0 }), createBatch: () => batchOf({ state: 'waiting' }),
  });
  renderPage(<BatchesPage />, { session: sessionOf('editor'), path: '/batches', address: '/batches', width: 360 });
  expect(await screen.findByRole('link', { name: '科普月第二周' })).toBeTruthy();
  expect((await screen.findByRole('alert')).textContent).toContain('请换一段时间');
  fireEvent.click(screen.getByRole('button', { name: '新建安排' }));
  const dialog = within(await screen.findByRole('dialog'));
  fireEvent.change(dialog.getByLabelText(/名称/), { target: { value: '下乡周' } });
  fireEvent.click(dialog.getByRole('button', { name: '开始计算' }));
  await waitFor(() => expect(fake.calls('createBatch').map(({ input }) => input.body)).toMatchObject([{ title: '下乡周', services: 1, fill: 'maximum', kinds: [] }]));
  const [body] = fake.calls('createBatch').map(({ input }) => input.body as { from: string; to: string });
  expect((Date.parse(body?.to ?? '') - Date.parse(body?.from ?? '')) / 86_400_000).toBe(6);
});
