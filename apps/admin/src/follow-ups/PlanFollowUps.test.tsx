import type { Adjustment, CloseOut } from '@kepu/contracts';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { fakeApi } from '../testing/fakeApi.js';
import { adjustmentOf, checklistOf, closeOutOf, pointsOf } from '../testing/followUpSamples.js';
import { renderPage } from '../testing/renderPage.js';
import { assignmentOf, planOf, sessionOf, uuid } from '../testing/samples.js';
import { FollowUpMenu } from './FollowUpMenu.js';
import PlanFollowUps from './PlanFollowUps.js';

const show = (adjustments: Adjustment[], closeOuts: CloseOut[], more: Parameters<typeof fakeApi>[0] = {}, role: 'editor' | 'liaison' = 'editor') => {
  const fake = fakeApi({
    listAdjustments: () => ({ data: adjustments, total: adjustments.length }), listCloseOuts: () => ({ data: closeOuts, total: closeOuts.length }), getMatrix: () => ({ plan: planOf(), measures: { total: 0, done: 0 }, units: [], programmes: [], cells: [] }), ...more,
  });
  renderPage(<PlanFollowUps plan={planOf({ state: 'issued' })} />, { session: sessionOf(role), width: 360 });
  return fake;
};

test('shows the printed day beside the one asked for, and grants it, or another one', async () => {
  const { calls } = show([adjustmentOf(1, { late: true })], [], { grantAdjustment: () => adjustmentOf(1, { state: 'granted' }) });
  const card = within(await screen.findByRole('article', { name: '延期 1 市教育局' }));
  expect(card.getByText('原定 10月底前 · 申请延至 2026年12月15日')).toBeTruthy();
  expect(card.getByText('逾期申请')).toBeTruthy();
  fireEvent.click(card.getByRole('button', { name: '同意' }));
  const dialog = within(await screen.findByRole('dialog'));
  fireEvent.change(dialog.getByLabelText(/同意延至/), { target: { value: '2026-11-30' } });
  fireEvent.click(dialog.getByRole('button', { name: '同意' }));
  await waitFor(() => expect(calls('grantAdjustment').map(({ input }) => input.body)).toEqual([{ version: 1, day: '2026-11-30' }]));
});

test('marks what was said and is not in writing, and asks for the record', async () => {
  const { calls } = show([adjustmentOf(1, { kind: 'oral', state: 'granted', askedDay: null, grantedDay: '2026-09-30', saidBy: '王市长', saidOn: '2026-03-02', reason: '提前办完。', unwritten: true, writtenBy: '2026-03-09' })], [], { putAdjustmentInWriting: () => adjustmentOf(1) });
  const card = within(await screen.findByRole('article', { name: '口头指示 1 市教育局' }));
  expect(card.getByText(/^待补书面/)).toBeTruthy();
  expect(card.getByText('王市长 2026年3月2日口头指示：提前办完。')).toBeTruthy();
  fireEvent.click(card.getByRole('button', { name: '补书面' }));
  const dialog = within(await screen.findByRole('dialog'));
  fireEvent.change(dialog.getByLabelText(/依据/), { target: { value: '会议纪要 3 号' } });
  fireEvent.click(dialog.getByRole('button', { name: '补书面' }));
  await waitFor(() => expect(calls('putAdjustmentInWriting').map(({ input }) => input.body)).toEqual([{ version: 1, note: '会议纪要 3 号', fileIds: [] }]));
});

test('says which points are open, warns where evidence fell, and closes several out at once', async () => {
  const { calls } = show([], [
    closeOutOf(1, { asked: pointsOf(['measures']), explanations: [{ point: 'measures', text: '改为线上，已完成。' }] }), closeOutOf(2), closeOutOf(3, { state: 'accepted', accepted: pointsOf(), fallen: ['evidence'] }),
  ], { acceptCloseOuts: () => ({ changed: 2 }) });
  const first = within(await screen.findByRole('article', { name: '申请办结 1 市教育局' }));
  expect(first.getByText('指标已完成：没有达到。单位说明：改为线上，已完成。')).toBeTruthy();
  fireEvent.click(first.getByRole('button', { name: '查看核对情况' }));
  expect(first.getByText('培训青年农民 60 / 200 人次')).toBeTruthy();
  expect(within(screen.getByRole('article', { name: '申请办结 3 市教育局' })).getByText(/销号后有佐证被撤回/)).toBeTruthy();
  for (const no of [1, 2]) fireEvent.click(screen.getByRole('checkbox', { name: `选择第 ${no} 项 市教育局` }));
  fireEvent.click(screen.getByRole('button', { name: '同意选中的 2 项' }));
  fireEvent.click(within(await screen.findByRole('dialog')).getByRole('button', { name: '同意销号' }));
  await waitFor(() => expect(calls('acceptCloseOuts').map(({ input }) => input.body)).toEqual([{ closeOuts: [{ id: uuid(1401), version: 1 }, { id: uuid(1402), version: 1 }] }]));
});

test('says what comes next where nothing is there, and offers a unit no decision', async () => {
  show([], [], {}, 'liaison');
  expect(await screen.findByText('还没有办结申请')).toBeTruthy();
  expect(await screen.findByText('还没有延期、调整')).toBeTruthy();
  expect(screen.queryByRole('button', { name: '登记口头指示' })).toBeNull();
});

test('lets a unit ask to close out: what is met is shown, what is not is said in words', async () => {
  const { calls } = fakeApi({ getCloseOutChecklist: () => checklistOf(), askCloseOut: () => closeOutOf(1) });
  renderPage(<FollowUpMenu assignment={assignmentOf(1)} planId={uuid(10)} />, { session: sessionOf('liaison'), width: 360 });
  fireEvent.click(await screen.findByRole('button', { name: '更多' }));
  fireEvent.click(await screen.findByRole('menuitem', { name: '申请办结' }));
  const dialog = within(await screen.findByRole('dialog'));
  expect(await dialog.findByText('培训青年农民 60 / 200 人次')).toBeTruthy();
  const fields = dialog.getAllByLabelText(/写明情况/);
  expect(fields).toHaveLength(2);
  // What is not met and not explained is not sent.
  fireEvent.click(dialog.getByRole('button', { name: '申请办结' }));
  await waitFor(() => expect(calls('askCloseOut')).toHaveLength(0));
  fields.forEach((field, index) => fireEvent.change(field, { target: { value: `说明 ${index + 1}` } }));
  fireEvent.click(dialog.getByRole('button', { name: '申请办结' }));
  await waitFor(() => expect(calls('askCloseOut').map(({ input }) => input.body)).toEqual([{ version: 4, explanations: [{ point: 'measures', text: '说明 1' }, { point: 'evidence', text: '说明 2' }] }]));
});
