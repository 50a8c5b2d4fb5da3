import type { Evidence, Measure, Role } from '@kepu/contracts';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { fakeApi } from '../testing/fakeApi.js';
import { measureOf } from '../testing/loopSamples.js';
import { renderPage } from '../testing/renderPage.js';
import { sessionOf, uuid } from '../testing/samples.js';
import { ItemMeasures } from './ItemMeasures.js';

const evidenceOf = (no: number, change: Partial<Evidence> = {}): Evidence => ({
  id: uuid(6600 + no), itemId: uuid(401), metric: 'turnout', quantity: 126, manual: false, unit: { id: uuid(101), name: '市教育局' }, occurredOn: '2026-03-01', source: { kind: 'activity', id: uuid(7000), title: '社区讲堂', activityId: uuid(7000) }, reverses: null, reason: null,
  createdAt: '2026-03-01T02:00:00.000Z', ...change,
});
const progress = (change: Partial<Measure['progress']>): Measure['progress'] => ({ value: 3200, manual: 0, evidence: 1, permille: 400, state: 'moving', surplus: 0, ...change });
const show = (measures: Measure[], evidence: Evidence[] = [], role: Role = 'liaison', more: Parameters<typeof fakeApi>[0] = {}) => {
  const fake = fakeApi({ listMeasures: () => ({ data: measures, total: measures.length }), listEvidence: () => ({ data: evidence, total: evidence.length }), ...more });
  renderPage(<ItemMeasures itemId={uuid(401)} />, { session: sessionOf(role), path: '/items/x' });
  return fake;
};
const bar = () => screen.findByRole('progressbar', { name: '指标1' });

test('a bar says how far it is, of what, and how much rests on somebody’s word', async () => {
  show([measureOf(1, { approx: true, max: 8000, progress: progress({ manual: 800, evidence: 0 }) })]);
  expect((await bar()).getAttribute('aria-valuetext')).toBe('3,200，目标 约 8,000 人次');
  expect((await bar()).getAttribute('aria-valuenow')).toBe('40');
  expect(screen.getByText('其中手工填报 800')).toBeTruthy();
  expect(screen.getByText('还没有佐证。')).toBeTruthy();
});

test('service is told in hours', async () => {
  show([measureOf(1, { sources: ['volunteer_minutes'], min: 30_000, unitOfMeasure: '小时', progress: progress({ value: 12_630 }) })], [evidenceOf(1, { metric: 'volunteer_minutes', quantity: 150, source: { kind: 'service_record', id: uuid(9501), title: '社区讲堂', activityId: uuid(7000) } })]);
  expect((await bar()).getAttribute('aria-valuetext')).toBe('210.5，目标 500 小时');
  expect(await screen.findByText('+2.5 小时')).toBeTruthy();
});

test('every line leads to where it came from: one press to the check-ins', async () => {
  show([measureOf(1, { progress: progress({ evidence: 3 }) })], [
    evidenceOf(1), evidenceOf(2, { source: { kind: 'work_entry', id: uuid(9100), title: '培训班', activityId: null }, manual: true }), evidenceOf(3, { quantity: -126, reverses: uuid(6601), reason: '重复计算', source: { kind: 'service_record', id: uuid(9501), title: '冲正的记录', activityId: uuid(7001) } }),
  ]);
  const lines = await screen.findByRole('list', { name: '佐证' });
  const href = (name: string) => within(lines).getByRole('link', { name }).getAttribute('href');
  expect(href('社区讲堂')).toBe(`/activities/${uuid(7000)}/day`);
  expect(href('培训班')).toBe(`/work-entries/${uuid(9100)}`);
  expect(href('冲正的记录')).toBe(`/activities/${uuid(7001)}/day`);
  expect(within(lines).getByText('手工填报')).toBeTruthy();
  expect(within(lines).getByText('-126')).toBeTruthy();
});

test('whoever may not see the check-ins is led to the activity', async () => {
  show([measureOf(1, { progress: progress({}) })], [evidenceOf(1)], 'reader');
  expect((await screen.findByRole('link', { name: '社区讲堂' })).getAttribute('href')).toBe(`/activities/${uuid(7000)}`);
});

test('quality is judged by the office, with a word on why', async () => {
  const quality = measureOf(1, { kind: 'qualitative', origin: 'office', min: 1, progress: progress({ evidence: 0, permille: null }) });
  const { calls } = show([quality], [], 'editor', { judgeMeasure: () => quality });
  fireEvent.click(await screen.findByRole('button', { name: '认定' }));
  const dialog = await screen.findByRole('dialog', { name: '“指标1”完成了吗？' });
  fireEvent.click(within(dialog).getByRole('radio', { name: '已达到要求' }));
  fireEvent.change(within(dialog).getByLabelText(/^认定意见/), { target: { value: '材料齐全' } });
  fireEvent.click(within(dialog).getByRole('button', { name: '保存' }));
  await waitFor(() => expect(calls('judgeMeasure')[0]?.input.body).toEqual({ version: 2, met: true, note: '材料齐全' }));
});

test('the paper’s own number stays; a liaison changes nothing', async () => {
  show([measureOf(1, { progress: progress({ evidence: 0 }) })], [], 'editor');
  fireEvent.click(await screen.findByRole('button', { name: '修改' }));
  const dialog = await screen.findByRole('dialog');
  expect(within(dialog).getByLabelText(/^至少/)).toHaveProperty('disabled', true);
  expect(within(dialog).getByText(/数量来自分解表原文/)).toBeTruthy();
});

test('a liaison reads measures, and sets none', async () => {
  show([measureOf(1, { progress: progress({ evidence: 0 }) })]);
  await bar();
  for (const name of ['设定指标', '修改', '认定']) expect(screen.queryByRole('button', { name })).toBeNull();
});
