import type { Assessment, AssessmentSheet } from '@kepu/contracts';
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { assessmentOf, criteria, sheetOf } from '../testing/assessmentSamples.js';
import { fakeApi } from '../testing/fakeApi.js';
import { renderPage } from '../testing/renderPage.js';
import { sessionOf } from '../testing/samples.js';
import AssessmentPage from './AssessmentPage.js';
import AssessmentsPage from './AssessmentsPage.js';
import SheetPage from './SheetPage.js';

const none = { data: [], total: 0 };
const off = { enabled: false, changed: null, who: ['林一'], maySwitch: false, version: 1 };
const fill = (first: AssessmentSheet, more: Parameters<typeof fakeApi>[0] = {}, role: Parameters<typeof sessionOf>[0] = 'liaison') => {
  let value = first;
  const fake = fakeApi({
    getAssessmentSheet: () => value, getAssessmentSheetHistory: () => none,
    saveAssessmentSheet: ({ body }) => (value = { ...value, version: value.version + 1, lines: value.lines.map((line) => ({ ...line, points: body.entries.find(({ key }) => key === line.key)?.points ?? null })) }),
    submitAssessmentSheet: () => (value = { ...value, state: 'submitted', version: value.version + 1 }), ...more,
  });
  renderPage(<SheetPage />, { session: sessionOf(role), path: '/assessment-sheets/:id', address: `/assessment-sheets/${first.id}`, width: 360 });
  return fake;
};
const write = (first: Assessment, more: Parameters<typeof fakeApi>[0] = {}) => {
  const fake = fakeApi({ getAssessment: () => first, getAssessmentHistory: () => none, listAssessmentSheets: () => none, updateAssessment: () => ({ ...first, version: first.version + 1 }), ...more });
  renderPage(<AssessmentPage />, { session: sessionOf('editor'), path: '/assessments/:id', address: `/assessments/${first.id}`, width: 360 });
  return fake;
};
beforeEach(() => { sessionStorage.clear(); });

test('while assessments are off, who can switch them on is named, and only they can', async () => {
  fakeApi({ getAssessmentSwitch: () => off });
  renderPage(<AssessmentsPage />, { session: sessionOf('liaison'), path: '/assessments', address: '/assessments' });
  expect(await screen.findByText(/林一/u)).toBeTruthy();
  expect(screen.queryByRole('button', { name: '启用考核' })).toBeNull();
  cleanup();
  const { calls } = fakeApi({ getAssessmentSwitch: () => ({ ...off, maySwitch: true }), setAssessmentSwitch: () => ({ ...off, enabled: true, version: 2 }) });
  renderPage(<AssessmentsPage />, { session: sessionOf('administrator'), path: '/assessments', address: '/assessments' });
  fireEvent.click(await screen.findByRole('button', { name: '启用考核' }));
  const dialog = await screen.findByRole('dialog');
  fireEvent.change(within(dialog).getByRole('textbox'), { target: { value: '市里要求' } });
  fireEvent.click(within(dialog).getByRole('button', { name: '启用考核' }));
  await waitFor(() => expect(calls('setAssessmentSwitch').map(({ input }) => input.body)).toEqual([{ version: 1, enabled: true, reason: '市里要求' }]));
});

test('a rubric that does not add up says so, and says in words how each criterion is counted', async () => {
  const { calls } = write(assessmentOf());
  expect(await screen.findByText(/得分指标合计 100 \/ 总分 100 分/u)).toBeTruthy();
  expect(screen.getByText(/已办结的项数/u)).toBeTruthy();
  const [most] = screen.getAllByLabelText('满分');
  if (most) fireEvent.change(most, { target: { value: '40' } });
  expect(await screen.findByText(/得分指标合计 90 分，与总分 100 分不一致/u)).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: '保存' }));
  await waitFor(() => expect(calls('updateAssessment').map(({ input }) => (input.body as Pick<Assessment, 'rubric'>).rubric[0]?.criteria.map((one) => one.most))).toEqual([[40, 50]]));
});

test('a unit types what is judged alone, sees the records of what is counted, and hands in what it typed', async () => {
  const { calls } = fill(sheetOf());
  expect(await screen.findByText('系统计 1/2，25 分')).toBeTruthy();
  expect(screen.getByText('办好科普讲堂')).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: '报送' }));
  expect(screen.queryByRole('dialog')).toBeNull();
  const points = screen.getByLabelText('自评分');
  fireEvent.change(points, { target: { value: '51' } });
  expect(await screen.findByText('不超过这项的满分 50')).toBeTruthy();
  fireEvent.change(points, { target: { value: '45' } });
  fireEvent.click(screen.getByRole('button', { name: '报送' }));
  fireEvent.click(within(await screen.findByRole('dialog')).getByRole('button', { name: '报送' }));
  await waitFor(() => expect(calls('submitAssessmentSheet').map(({ input }) => input.body)).toEqual([{ version: 2 }]));
  expect(calls('saveAssessmentSheet').map(({ input }) => input.body)).toEqual([{ version: 1, entries: [{ key: criteria[0].key, points: 45, words: null, links: [], fileIds: [] }] }]);
});

test('what was typed outlives a reload, and is not sent over what somebody else wrote', async () => {
  fill(sheetOf());
  fireEvent.change(await screen.findByLabelText('自评分'), { target: { value: '45' } });
  await waitFor(() => expect(sessionStorage.length).toBe(1));
  cleanup();
  const { calls } = fill(sheetOf({ version: 4 }));
  expect(await screen.findByText('别人刚改过这份内容，请选择以哪份为准。')).toBeTruthy();
  expect(screen.getByLabelText('自评分')).toHaveProperty('value', '45');
  fireEvent.click(screen.getByRole('button', { name: '用最新的' }));
  await waitFor(() => expect(screen.getByLabelText('自评分')).toHaveProperty('value', ''));
  expect(calls('saveAssessmentSheet')).toEqual([]);
});

test('the office sees what was counted at hand-in and now, and gives other points with a reason', async () => {
  const first = sheetOf({ state: 'submitted', may: { write: false, submit: false, decide: true }, total: 70, grade: 'passed' });
  const [, counted] = first.lines;
  const lines = first.lines.map((line) => (line === counted ? { ...line, frozen: { done: 0, asked: 2, points: 0, records: [] }, difference: 25, result: 25 } : { ...line, points: 45, proposed: 45, result: 45 }));
  const { calls } = fill({ ...first, lines }, { reviewAssessmentSheet: () => first }, 'editor');
  expect(await screen.findByText(/与报送时相差 \+25 分/u)).toBeTruthy();
  const [given] = screen.getAllByRole('button', { name: '审核分' });
  if (given) fireEvent.click(given);
  const dialog = await screen.findByRole('dialog');
  fireEvent.change(within(dialog).getByLabelText('审核分'), { target: { value: '40' } });
  fireEvent.change(within(dialog).getByLabelText('改分理由'), { target: { value: '缺会议纪要' } });
  fireEvent.click(within(dialog).getByRole('button', { name: '保存打分' }));
  await waitFor(() => expect(calls('reviewAssessmentSheet').map(({ input }) => input.body)).toEqual([{ version: 1, reviews: [{ key: criteria[0].key, points: 40, reason: '缺会议纪要' }] }]));
});
