import type { AssignmentRow } from '@kepu/contracts';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { fakeApi } from '../testing/fakeApi.js';
import { renderPage } from '../testing/renderPage.js';
import { assignmentOf, planOf, sessionOf, uuid } from '../testing/samples.js';
import MyItemsPage from './MyItemsPage.js';

const signed = (row: AssignmentRow): AssignmentRow => ({ ...row, state: 'signed', signedAt: '2026-03-03T02:00:00.000Z', signedBy: '林一', signedHow: 'self' });
const show = (start: AssignmentRow[], more: Parameters<typeof fakeApi>[0] = {}) => {
  let rows = start;
  const fake = fakeApi({
    listPlans: () => ({ data: [planOf()], total: 1 }), listAssignments: () => ({ data: rows, total: rows.length }),
    signAssignments: ({ body }) => {
      rows = rows.map((row) => (body.ids.includes(row.id) ? signed(row) : row));
      return { changed: body.ids.length };
    },
    ...more,
  });
  renderPage(<MyItemsPage />, { session: sessionOf('liaison'), path: '/my-items', width: 360 });
  return fake;
};

test('lists the own work by programme, says how far it is and when it is due', async () => {
  show([assignmentOf(1), assignmentOf(2), assignmentOf(3), signed(assignmentOf(4))]);
  expect(await screen.findByText('已签收 1 / 4')).toBeTruthy();
  expect(screen.getByText('还有 2 天')).toBeTruthy();
  expect(within(screen.getByRole('region', { name: /青少年行动/ })).getAllByRole('article')).toHaveLength(2);
  expect(screen.queryByText('第 4 件样例工作。')).toBeNull();
  fireEvent.click(screen.getByRole('button', { name: '全部 4' }));
  expect(await screen.findByText('第 4 件样例工作。')).toBeTruthy();
});

test('signs for all after one confirmation', async () => {
  const { calls } = show([assignmentOf(1), assignmentOf(2)]);
  fireEvent.click(await screen.findByRole('button', { name: '签收全部 2 项' }));
  fireEvent.click(within(await screen.findByRole('dialog')).getByRole('button', { name: '签收' }));
  expect(await screen.findByText('全部已签收，谢谢。')).toBeTruthy();
  expect(calls('signAssignments').map(({ input }) => input.body)).toEqual([{ ids: [uuid(301), uuid(302)] }]);
});

test('signs for the chosen ones only', async () => {
  const { calls } = show([assignmentOf(1), assignmentOf(2), assignmentOf(3)]);
  fireEvent.click(await screen.findByRole('checkbox', { name: '选择2026 年第 2 项' }));
  fireEvent.click(screen.getByRole('button', { name: '签收所选 1 项' }));
  fireEvent.click(within(await screen.findByRole('dialog')).getByRole('button', { name: '签收' }));
  await waitFor(() => expect(calls('signAssignments').map(({ input }) => input.body)).toEqual([{ ids: [uuid(302)] }]));
  expect(await screen.findByRole('button', { name: '签收全部 2 项' })).toBeTruthy();
});

test('asks about one, and keeps the question in the dialog when it is refused', async () => {
  const { calls } = show([assignmentOf(1)], { askAboutAssignment: () => ({ refused: { status: 409, code: 'version.stale', detail: '这条内容刚被他人修改。' } }) });
  fireEvent.click(await screen.findByRole('button', { name: '有疑问' }));
  const dialog = await screen.findByRole('dialog');
  fireEvent.change(within(dialog).getByRole('textbox'), { target: { value: '是否包含县里的活动？' } });
  fireEvent.click(within(dialog).getByRole('button', { name: '提交疑问' }));
  expect(await within(dialog).findByText('这条内容刚被他人修改。')).toBeTruthy();
  expect(within(dialog).getByRole('textbox')).toHaveProperty('value', '是否包含县里的活动？');
  expect(calls('askAboutAssignment')[0]?.input).toEqual({ params: { id: uuid(301) }, query: {}, body: { version: 1, text: '是否包含县里的活动？' } });
});

test('shows what was asked and answered', async () => {
  show([assignmentOf(1, { question: { text: '怎么算？', askedBy: '林一', askedAt: '2026-03-03T01:00:00.000Z', answer: '按人次算。', answeredBy: '王二', answeredAt: '2026-03-03T02:00:00.000Z' } })]);
  expect(await screen.findByText('按人次算。')).toBeTruthy();
  expect(screen.queryByText('等待办公室答复')).toBeNull();
});

test('says what to expect where nothing was issued', async () => {
  show([], { listPlans: () => ({ data: [planOf({ state: 'draft' })], total: 1 }) });
  expect(await screen.findByText('现在没有下发的任务')).toBeTruthy();
});
