import type { AssignmentRow } from '@kepu/contracts';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { fakeApi } from '../testing/fakeApi.js';
import { renderPage } from '../testing/renderPage.js';
import { activityOf, deskOf, fileOf, measureOf } from '../testing/loopSamples.js';
import { addedLine, changedLine, revisionOf } from '../testing/revisionSamples.js';
import { assignmentOf, noLights, planOf, sessionOf, uuid } from '../testing/samples.js';
import MyItemsPage from './MyItemsPage.js';

const signed = (row: AssignmentRow): AssignmentRow => ({ ...row, state: 'signed', signedAt: '2026-03-03T02:00:00.000Z', signedBy: '林一', signedHow: 'self' });
const show = (start: AssignmentRow[], more: Parameters<typeof fakeApi>[0] = {}) => {
  let rows = start;
  const fake = fakeApi({
    listPlans: () => ({ data: [planOf()], total: 1 }), getDesk: () => deskOf(), listMeasures: () => ({ data: [], total: 0 }), listLights: noLights, listAssignments: () => ({ data: rows, total: rows.length }),
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
  expect(calls('signAssignments').map(({ input }) => input.body)).toEqual([{ ids: [uuid(301), uuid(302)], versions: [1, 1] }]);
});

test('signs for the chosen ones only', async () => {
  const { calls } = show([assignmentOf(1), assignmentOf(2), assignmentOf(3)]);
  fireEvent.click(await screen.findByRole('checkbox', { name: '选择2026 年第 2 项' }));
  fireEvent.click(screen.getByRole('button', { name: '签收所选 1 项' }));
  fireEvent.click(within(await screen.findByRole('dialog')).getByRole('button', { name: '签收' }));
  await waitFor(() => expect(calls('signAssignments').map(({ input }) => input.body)).toEqual([{ ids: [uuid(302)], versions: [1] }]));
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

test('asks for the unit’s own list, and says in plain words why there is none', async () => {
  const { calls } = show([assignmentOf(1), assignmentOf(2)], { exportTaskList: () => ({ refused: { status: 404, code: 'resource.not_found', detail: '没有找到。' } }) });
  fireEvent.click(await screen.findByRole('button', { name: '打印本单位任务清单' }));
  expect(await screen.findByText('没有找到。')).toBeTruthy();
  expect(calls('exportTaskList').map(({ input }) => [input.params, input.query])).toEqual([[{ id: planOf().id }, { unitId: assignmentOf(1).unit.id }]]);
  expect(await screen.findByRole('button', { name: '打印本单位任务清单' })).toHaveProperty('disabled', false);
});

test('says what to expect where nothing was issued', async () => {
  show([], { listPlans: () => ({ data: [planOf({ state: 'draft' })], total: 1 }) });
  expect(await screen.findByText('现在没有下发的任务')).toBeTruthy();
});

test('what was taken on shows how far it is, what was entered by hand, and when it is due', async () => {
  const measure = measureOf(1, { dueOn: '2026-03-10', progress: { value: 3200, manual: 800, evidence: 4, permille: 400, state: 'moving', surplus: 0 } });
  show([signed(assignmentOf(1))], { listMeasures: () => ({ data: [measure], total: 1 }) });
  const bar = await screen.findByRole('progressbar', { name: '指标1' });
  expect(bar.getAttribute('aria-valuetext')).toBe('3,200，目标 8,000 人次');
  expect(screen.getByText('其中手工填报 800')).toBeTruthy();
  expect(screen.getByText(/还有 7 天/)).toBeTruthy();
  expect(screen.getByRole('link', { name: '发活动' }).getAttribute('href')).toBe(`/activities/create?item=${uuid(401)}`);
});

test('on a phone proof is a photo: it is handed in at once, and the form of a work entry opens', async () => {
  const { calls } = show([signed(assignmentOf(1))], { createFile: () => fileOf(1) });
  expect(await screen.findByRole('button', { name: '加佐证' })).toBeTruthy();
  fireEvent.change(screen.getByTestId(`proof-${uuid(401)}`), { target: { files: [new File(['x'], '现场.jpg', { type: 'image/jpeg' })] } });
  expect(await screen.findByText('elsewhere')).toBeTruthy();
  expect(calls('createFile')[0]?.headers.get('idempotency-key')).toBeTruthy();
});

test('a film is no proof: it is said before anything is sent', async () => {
  const { calls } = show([signed(assignmentOf(1))]);
  fireEvent.change(await screen.findByTestId(`proof-${uuid(401)}`), { target: { files: [new File(['x'], '影片.mp4', { type: 'video/mp4' })] } });
  expect(await screen.findByText(/这种格式不能上传/)).toBeTruthy();
  expect(calls('createFile')).toEqual([]);
});

test('what else waits stands above, each a touch away from where it is dealt with', async () => {
  const activity = activityOf();
  show([assignmentOf(1)], {
    getDesk: () => deskOf({
      signupsToDecide: { count: 4, activities: [{ id: activity.id, title: activity.title, count: 4 }] }, hoursToConfirm: { count: 3, shifts: [{ id: uuid(7100), activityId: activity.id, title: activity.title, endsAt: '2026-03-07T03:00:00.000Z', count: 3 }] },
      returned: { count: 1, first: [{ kind: 'work_entry', id: uuid(9100), title: '培训班', unit: activity.unit, at: '2026-03-02T03:00:00.000Z' }] }, reportsDue: { count: 0, first: [] },
      upcoming: [{ activityId: activity.id, shiftId: uuid(7100), title: activity.title, startsAt: '2026-03-07T01:00:00.000Z', place: '文化中心', confirmed: 1, wanted: 3 }],
    }),
  });
  const waits = await screen.findByRole('region', { name: '待办' });
  const href = (name: RegExp) => within(waits).getByRole('link', { name }).getAttribute('href');
  expect(href(/4 人报名待处理/)).toBe(`/activities/${uuid(7000)}/signups`);
  expect(href(/3 人时长待确认/)).toBe(`/activities/${uuid(7000)}/day?shift=${uuid(7100)}`);
  expect(href(/1 件被退回/)).toBe(`/work-entries/${uuid(9100)}`);
  expect(href(/社区讲堂/)).toBe(`/activities/${uuid(7000)}/day?shift=${uuid(7100)}`);
  expect(within(waits).queryByText(/待结项/)).toBeNull();
});

test('what a later edition brought says so: new or changed, and what is other can be looked at on the spot', async () => {
  const revised = (no: number) => assignmentOf(no, { item: { ...assignmentOf(no).item, revisedIn: 2 } });
  const { calls } = show([revised(1), revised(2), assignmentOf(3), signed(revised(4))], {
    listPlanRevisions: () => ({ data: [revisionOf([], { state: 'issued' })], total: 1 }), getPlanRevision: () => revisionOf([changedLine(1), addedLine(2, { itemId: uuid(402) }), changedLine(4)], { state: 'issued' }),
  });
  const card = async (no: number) => within(await screen.findByRole('article', { name: `2026 年第 ${no} 项` }));
  expect(await (await card(2)).findByText('第 2 版新增')).toBeTruthy();
  expect((await card(2)).queryByRole('button', { name: '看变化' })).toBeNull();
  const changed = await card(1);
  expect(changed.getByText('第 2 版有变化')).toBeTruthy();
  fireEvent.click(changed.getByRole('button', { name: '看变化' }));
  expect(changed.getByText('60').closest('del')).toBeTruthy();
  expect(changed.getByText('160').closest('ins')).toBeTruthy();
  // What did not change says nothing, and what is signed for already does not ask to be looked at again.
  expect((await card(3)).queryByText(/第 2 版/)).toBeNull();
  fireEvent.click(screen.getByRole('button', { name: '全部 4' }));
  expect((await card(4)).queryByText(/第 2 版/)).toBeNull();
  expect(calls('getPlanRevision')).toHaveLength(1);
});

test('nothing is asked about editions where none brought anything', async () => {
  const { calls } = show([assignmentOf(1)]);
  expect(await screen.findByText('第 1 件样例工作。')).toBeTruthy();
  expect(calls('listPlanRevisions')).toEqual([]);
});
