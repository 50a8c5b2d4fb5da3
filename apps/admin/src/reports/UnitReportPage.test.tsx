import type { UnitReport } from '@kepu/contracts';
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { fakeApi } from '../testing/fakeApi.js';
import { renderPage } from '../testing/renderPage.js';
import { lineOf, numbersOf, periodOf, reportOf, unitRowOf } from '../testing/reportSamples.js';
import { planOf, sessionOf, uuid } from '../testing/samples.js';
import ReportPeriodPage from './ReportPeriodPage.js';
import UnitReportPage from './UnitReportPage.js';

const history = { getUnitReportHistory: () => ({ data: [], total: 0 }) };
const show = (first: UnitReport, more: Parameters<typeof fakeApi>[0] = {}, role: 'editor' | 'liaison' | 'approver' = 'liaison') => {
  let value: UnitReport = { ...first, may: { write: role === 'liaison', ask: role !== 'editor', submit: role === 'approver' || (role === 'liaison' && first.approvers.length === 0), handOver: role === 'liaison' && first.approvers.length > 0, decide: role === 'editor' } };
  const fake = fakeApi({ getPlan: () => planOf(),
    ...history, getUnitReport: () => value,
    saveUnitReport: ({ body }) => {
      const lines = value.lines.map((line) => {
        const said = body.entries?.find(({ itemId }) => itemId === line.itemId);
        const words = said ? { progress: said.progress, problems: said.problems, nextStep: said.nextStep, nothingNew: said.nothingNew } : line;
        return { ...line, ...words, ...(body.restNothingNew && words.progress === null ? { nothingNew: true } : {}) };
      });
      return (value = reportOf(lines, { ...value, version: value.version + 1, lines, missing: reportOf(lines).missing }));
    },
    submitUnitReport: () => (value = { ...value, state: 'submitted', submittedAt: '2026-07-08T02:00:00.000Z', submittedBy: '林一', version: value.version + 1 }),
    ...more,
  });
  renderPage(<UnitReportPage />, { session: sessionOf(role), path: '/unit-reports/:id', address: `/unit-reports/${uuid(61)}`, width: 360 });
  return { ...fake, becomes: (change: (now: UnitReport) => UnitReport) => { value = change(value); } };
};
beforeEach(() => { sessionStorage.clear(); });
const card = async (seq: number) => within(await screen.findByRole('article', { name: new RegExp(`^${seq} `) }));

test('shows each item with its numbers, takes words and the rest by one tap, and hands in what was typed', async () => {
  const { calls } = show(reportOf([lineOf(1), lineOf(2), lineOf(3, { last: { period: '一季度', progress: '办了一期。', problems: null, nextStep: null, nothingNew: false } })]));
  const first = await card(1);
  expect(first.getByText('60 / 200 人次')).toBeTruthy();
  expect(first.getByText('本期 +20')).toBeTruthy();
  expect(first.getByText('本期活动 2 场 · 本期台账 1 条')).toBeTruthy();
  expect(screen.getByRole('button', { name: '报送' })).toHaveProperty('disabled', true);
  fireEvent.change(first.getByLabelText('进展'), { target: { value: '培训 60 人次。' } });
  // Who writes words is not asked whether there are none.
  expect(first.queryByLabelText('没有新进展')).toBeNull();
  fireEvent.click((await card(3)).getByRole('button', { name: '用上期的话' }));
  expect(screen.getByText('还有 1 项没填 · 有没保存的内容')).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: '其余 1 项都没有新进展' }));
  await waitFor(() => expect(screen.getByText('3 项都填好了')).toBeTruthy());
  expect(calls('saveUnitReport')[0]?.input.body).toEqual({
    version: 1, restNothingNew: true, entries: [{ itemId: uuid(801), progress: '培训 60 人次。', problems: null, nextStep: null, nothingNew: false }, { itemId: uuid(803), progress: '办了一期。', problems: null, nextStep: null, nothingNew: false }],
  });
  fireEvent.change((await card(1)).getByLabelText('进展'), { target: { value: '培训 61 人次。' } });
  fireEvent.click(screen.getByRole('button', { name: '报送' }));
  const dialog = within(await screen.findByRole('dialog'));
  fireEvent.click(dialog.getByRole('button', { name: '报送' }));
  await waitFor(() => expect(calls('submitUnitReport').map(({ input }) => input.body)).toEqual([{ version: 3 }]));
  expect(await screen.findByRole('button', { name: '撤回修改' })).toBeTruthy();
});

test('keeps what was typed where somebody else was here, and where the server is busy', async () => {
  let refusal: { code: 'version.stale' | 'server.busy'; status: number; detail: string } = { code: 'version.stale', status: 409, detail: '已被修改' };
  const { calls } = show(reportOf([lineOf(1)]), { saveUnitReport: () => ({ refused: refusal }) });
  fireEvent.change((await card(1)).getByLabelText('进展'), { target: { value: '写了很久的话。' } });
  fireEvent.click(screen.getByRole('button', { name: '保存草稿' }));
  expect(await screen.findByText(/刚才有人改过这份填报/)).toBeTruthy();
  expect((await card(1)).getByDisplayValue('写了很久的话。')).toBeTruthy();
  refusal = { code: 'server.busy', status: 503, detail: '系统繁忙' };
  fireEvent.click(screen.getByRole('button', { name: '保存草稿' }));
  await waitFor(() => expect(calls('saveUnitReport')).toHaveLength(2));
  expect(await screen.findByText('系统繁忙')).toBeTruthy();
  expect(screen.getByDisplayValue('写了很久的话。')).toBeTruthy();
});

test('gives back what was typed and not saved', async () => {
  const first = show(reportOf([lineOf(1)]));
  fireEvent.change((await card(1)).getByLabelText('进展'), { target: { value: '写了很久的话。' } });
  expect(screen.getByRole('link', { name: /第 1 件工作/ }).getAttribute('target')).toBe('_blank');
  cleanup();
  show(reportOf([lineOf(1)]));
  expect(await screen.findByText('已恢复未保存的内容，请核对后保存。')).toBeTruthy();
  expect((await card(1)).getByDisplayValue('写了很久的话。')).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: '保存草稿' }));
  await waitFor(() => expect(screen.queryByText('已恢复未保存的内容，请核对后保存。')).toBeNull());
  expect([first.calls('saveUnitReport').length, sessionStorage.length]).toEqual([0, 0]);
});

test('sends nothing over what somebody else wrote meanwhile, before one has chosen', async () => {
  const { calls, becomes } = show(reportOf([lineOf(1), lineOf(2, { progress: '二' })]));
  fireEvent.change((await card(1)).getByLabelText('进展'), { target: { value: '我写的。' } });
  becomes((now) => ({ ...now, version: 2, lines: now.lines.map((line) => (line.seq === 1 ? { ...line, progress: '同事写的。' } : line)) }));
  window.dispatchEvent(new Event('visibilitychange'));
  expect(await screen.findByText('同事写的。')).toBeTruthy();
  expect((await card(1)).getByDisplayValue('我写的。')).toBeTruthy();
  for (const name of ['保存草稿', '报送']) expect(screen.getByRole('button', { name })).toHaveProperty('disabled', true);
  fireEvent.click((await card(1)).getByRole('button', { name: '用我写的' }));
  fireEvent.click(screen.getByRole('button', { name: '保存草稿' }));
  await waitFor(() => expect(calls('saveUnitReport').map(({ input }) => input.body)).toMatchObject([{ version: 2, entries: [{ progress: '我写的。' }] }]));
  fireEvent.change((await card(1)).getByLabelText('进展'), { target: { value: '又改了。' } });
  becomes((now) => ({ ...now, version: 9, lines: now.lines.map((line) => (line.seq === 1 ? { ...line, progress: '又是同事。' } : line)) }));
  window.dispatchEvent(new Event('visibilitychange'));
  fireEvent.click(await (await card(1)).findByRole('button', { name: '用现在这份' }));
  expect((await card(1)).getByDisplayValue('又是同事。')).toBeTruthy();
  expect(screen.queryByText(/有没保存的内容/)).toBeNull();
});

test('loads the newest where a step finds another version, and ends a correction that does not come', async () => {
  const line = lineOf(1, { progress: '培训 60 人次。' });
  const locked = reportOf([line]);
  const { calls } = show({ ...locked, period: { ...locked.period, state: 'locked' } }, { endReportCorrection: () => ({ refused: { code: 'version.stale', status: 409, detail: '已被修改' } }) }, 'editor');
  fireEvent.click(await screen.findByRole('button', { name: '结束更正' }));
  const dialog = within(await screen.findByRole('dialog'));
  fireEvent.change(dialog.getByLabelText(/原因/), { target: { value: '不再更正。' } });
  fireEvent.click(dialog.getByRole('button', { name: '结束更正' }));
  expect(await dialog.findByText('已被修改')).toBeTruthy();
  await waitFor(() => expect(calls('getUnitReport')).toHaveLength(2));
  expect(calls('endReportCorrection')[0]?.input.body).toEqual({ version: 1, reason: '不再更正。' });
});

test('goes to the approver where there is one', async () => {
  const { calls } = show(reportOf([lineOf(1, { nothingNew: true })], { approvers: ['南雁秋'] }), { handOverUnitReport: () => reportOf([lineOf(1, { nothingNew: true })], { approvers: ['南雁秋'], state: 'checking', version: 2 }) });
  expect(await screen.findByRole('button', { name: '交审核人' })).toBeTruthy();
  expect(screen.queryByRole('button', { name: '报送' })).toBeNull();
  fireEvent.click(screen.getByRole('button', { name: '交审核人' }));
  fireEvent.click(within(await screen.findByRole('dialog', { name: '交给南雁秋审核？' })).getByRole('button', { name: '交审核人' }));
  await waitFor(() => expect(calls('handOverUnitReport')).toHaveLength(1));
});

test('is read and given back by the office, with what was counted when it was handed in', async () => {
  const line = lineOf(1, { progress: '培训 60 人次。', reported: numbersOf({ workEntries: 0 }) });
  const { calls } = show(reportOf([line], { state: 'submitted', late: true, submittedAt: '2026-07-12T02:00:00.000Z', submittedBy: '林一' }), { returnUnitReport: () => reportOf([line], { state: 'returned', version: 2, returned: { reason: '请补充具体数字', by: '办公室', at: '2026-07-13T02:00:00.000Z', inside: false } }) }, 'editor');
  expect(await screen.findByText('迟报')).toBeTruthy();
  expect((await card(1)).getByText(/报送时：培训人次 60\/200 人次/)).toBeTruthy();
  expect(screen.queryByLabelText('进展')).toBeNull();
  fireEvent.click(screen.getByRole('button', { name: '退回' }));
  const dialog = within(await screen.findByRole('dialog'));
  fireEvent.click(dialog.getByText('请补充具体数字'));
  fireEvent.click(dialog.getByRole('button', { name: '退回' }));
  await waitFor(() => expect(calls('returnUnitReport').map(({ input }) => input.body)).toEqual([{ version: 1, reason: '请补充具体数字' }]));
});

test('the office accepts several at once', async () => {
  const rows = [unitRowOf(1), unitRowOf(2), unitRowOf(3, { status: 'not_begun', reportId: null, version: null, submittedAt: null, overdue: true })];
  const period = periodOf({ counts: { ...periodOf().counts, units: 3, submitted: 2, notBegun: 1, overdue: 1 } });
  const { calls } = fakeApi({ getPlan: () => planOf(), getReportPeriod: () => period, listUnitReports: () => ({ data: rows, total: 3 }), acceptUnitReports: () => ({ changed: 2 }) });
  renderPage(<ReportPeriodPage />, { session: sessionOf('editor'), path: '/report-periods/:id', address: `/report-periods/${uuid(60)}` });
  expect(await screen.findByText('逾期未报')).toBeTruthy();
  fireEvent.click(screen.getByRole('checkbox', { name: '选择单位1' }));
  fireEvent.click(screen.getByRole('checkbox', { name: '选择单位2' }));
  expect(screen.getByRole('checkbox', { name: '选择单位3' })).toHaveProperty('disabled', true);
  fireEvent.click(screen.getByRole('button', { name: '通过选中的 2 家' }));
  fireEvent.click(within(await screen.findByRole('dialog')).getByRole('button', { name: '通过' }));
  await waitFor(() => expect(calls('acceptUnitReports').map(({ input }) => input.body)).toEqual([{ reports: [{ id: uuid(951), version: 2 }, { id: uuid(952), version: 2 }] }]));
});
