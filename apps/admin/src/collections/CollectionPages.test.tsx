import type { Collection, CollectionAnswer } from '@kepu/contracts';
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { answerOf, collectionOf, fieldOf, hallFields } from '../testing/collectionSamples.js';
import { fakeApi } from '../testing/fakeApi.js';
import { renderPage } from '../testing/renderPage.js';
import { sessionOf, uuid } from '../testing/samples.js';
import CollectionAnswerPage from './CollectionAnswerPage.js';
import CollectionPage from './CollectionPage.js';

const [name, lecturers, free] = hallFields.map(({ key }) => key) as [string, string, string, string];
const none = { data: [], total: 0 };
const fill = (first: CollectionAnswer, more: Parameters<typeof fakeApi>[0] = {}) => {
  let value = first;
  const fake = fakeApi({
    getCollectionAnswer: () => value, getCollectionAnswerHistory: () => none, saveCollectionAnswer: ({ body }) => (value = { ...value, none: body.none, rows: body.rows, version: value.version + 1 }),
    submitCollectionAnswer: () => (value = { ...value, state: 'submitted', submitted: { by: '林一', at: '2026-03-03T01:00:00.000Z' }, version: value.version + 1 }), ...more,
  });
  renderPage(<CollectionAnswerPage />, { session: sessionOf('liaison'), path: '/collection-answers/:id', address: `/collection-answers/${first.id}`, width: 360 });
  return { ...fake, becomes: (change: Partial<CollectionAnswer>) => { value = { ...value, ...change }; } };
};
const design = (first: Collection, more: Parameters<typeof fakeApi>[0] = {}) => {
  let value = first;
  const fake = fakeApi({ getCollection: () => value, getCollectionHistory: () => none, listCollectionAnswers: () => none, updateCollection: ({ body }) => (value = { ...value, fields: (body.fields ?? []).map((field, at) => ({ ...field, key: field.key ?? uuid(6000 + at) })), version: value.version + 1 }), ...more });
  renderPage(<CollectionPage />, { session: sessionOf('editor'), path: '/collections/:id', address: `/collections/${first.id}`, width: 360 });
  return fake;
};
beforeEach(() => { sessionStorage.clear(); });

test('a unit fills in on a phone: what is wrong or missing is said at the cell, and what was typed is handed in', async () => {
  const { calls } = fill(answerOf());
  fireEvent.change(await screen.findByLabelText('讲师 *'), { target: { value: '六个' } });
  expect(screen.getByText('应为整数，只填数字')).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: '报送' }));
  expect(await screen.findByText('必填')).toBeTruthy();
  expect(screen.queryByRole('dialog')).toBeNull();
  fireEvent.change(screen.getByLabelText('讲师 *'), { target: { value: '６' } });
  fireEvent.change(screen.getByLabelText('场馆名称 *'), { target: { value: '青年馆' } });
  fireEvent.click(within(screen.getByRole('group', { name: '免费' })).getByRole('button', { name: '是' }));
  fireEvent.click(screen.getByRole('button', { name: '报送' }));
  fireEvent.click(within(await screen.findByRole('dialog')).getByRole('button', { name: '报送' }));
  await waitFor(() => expect(calls('submitCollectionAnswer').map(({ input }) => input.body)).toEqual([{ version: 2 }]));
  expect(calls('saveCollectionAnswer').map(({ input }) => input.body)).toMatchObject([{ version: 1, none: false, rows: [{ [name]: '青年馆', [lecturers]: 6, [free]: true }] }]);
});

test('what was typed outlives a reload, and is not sent over what somebody else wrote', async () => {
  fill(answerOf());
  fireEvent.change(await screen.findByLabelText('场馆名称 *'), { target: { value: '写了一半' } });
  await waitFor(() => expect(sessionStorage.length).toBe(1));
  cleanup();
  const { calls } = fill(answerOf({ version: 4, rows: [{ [name]: '别人的馆', [lecturers]: 2 }] }));
  expect(await screen.findByText('本单位别人刚改过这份填报。请先选用哪一份。')).toBeTruthy();
  expect(screen.getByLabelText('场馆名称 *')).toHaveProperty('value', '写了一半');
  expect(screen.getByRole('button', { name: '保存' })).toHaveProperty('disabled', true);
  fireEvent.click(screen.getByRole('button', { name: '用最新的' }));
  await waitFor(() => expect(screen.getByLabelText('场馆名称 *')).toHaveProperty('value', '别人的馆'));
  expect(calls('saveCollectionAnswer')).toEqual([]);
});

test('cells of a spreadsheet fill the rows, and those that are wrong are named at once', async () => {
  const { calls } = fill(answerOf());
  fireEvent.click(await screen.findByRole('button', { name: '从 Excel 粘贴' }));
  const dialog = await screen.findByRole('dialog');
  fireEvent.change(within(dialog).getByLabelText('粘贴到这里'), { target: { value: '甲馆\t1,200\t是\t展厅\n乙馆\t很多\t也许\t宾馆\n丙馆\t3\t\t\n丁馆\t4\t\t\n' } });
  expect(within(dialog).getByText('最多 3 行，多出的 1 行没有填入。')).toBeTruthy();
  expect(within(dialog).getByText('第 2 行“讲师”：“很多” 应为整数，只填数字')).toBeTruthy();
  fireEvent.click(within(dialog).getByRole('button', { name: '填入表格' }));
  await waitFor(() => expect(screen.getAllByLabelText('场馆名称 *').map((one) => (one as HTMLInputElement).value)).toEqual(['甲馆', '乙馆', '丙馆']));
  fireEvent.change(screen.getAllByLabelText('讲师 *')[1] as HTMLElement, { target: { value: '5' } });
  fireEvent.click(screen.getByRole('button', { name: '保存' }));
  // The strange choice is still there to be put right.
  expect(await screen.findAllByText(/还有 1 处没有填好/)).not.toEqual([]);
  expect(calls('saveCollectionAnswer')).toEqual([]);
});

test('a unit that has none says so in one tap, and one with an approver hands to them', async () => {
  const { calls } = fill(answerOf({ approvers: ['南一'] }), { handOverCollectionAnswer: () => answerOf({ state: 'checking', version: 3 }) });
  fireEvent.click(await screen.findByRole('button', { name: '本单位没有' }));
  expect(screen.queryByRole('button', { name: '报送' })).toBeNull();
  fireEvent.click(screen.getByRole('button', { name: '交审核人' }));
  fireEvent.click(within(await screen.findByRole('dialog')).getByRole('button', { name: '交审核人' }));
  await waitFor(() => expect(calls('handOverCollectionAnswer')).toHaveLength(1));
  expect(calls('saveCollectionAnswer').map(({ input }) => input.body)).toEqual([{ version: 1, none: true, rows: [] }]);
});

test('the office adds a column, moves it by buttons, is warned of personal data, and sees what was refused at its column', async () => {
  let refuse = true;
  const { calls } = design(collectionOf({ state: 'draft', fields: [fieldOf(1, '数量', 'whole', { sum: 'sum' })] }), {
    updateCollection: ({ body }) => (refuse ? { refused: { code: 'input.invalid', status: 400, detail: '有 1 处填写不符合要求', errors: [{ path: 'body.fields.0.personalReason', code: 'personal_reason', message: '请写明理由' }] } } : collectionOf({ state: 'draft', fields: (body.fields ?? []).map((field, at) => ({ ...field, key: field.key ?? uuid(6000 + at) })), version: 3 })),
  });
  fireEvent.click(await screen.findByRole('button', { name: '加一个栏目' }));
  const added = screen.getAllByRole('listitem').find((one) => one.getAttribute('aria-label') === '第 2 栏') as HTMLElement;
  fireEvent.change(within(added).getByLabelText('名称'), { target: { value: '馆长手机号' } });
  expect(screen.getByText(/这一栏像是收集个人信息/)).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: '上移: 馆长手机号' }));
  fireEvent.click(screen.getByRole('button', { name: '保存设计' }));
  expect(await screen.findByText('请写明理由')).toBeTruthy();
  refuse = false;
  fireEvent.change(screen.getByLabelText('必须收集的理由'), { target: { value: '应急联络' } });
  fireEvent.click(screen.getByRole('button', { name: '保存设计' }));
  await waitFor(() => expect(screen.queryByRole('button', { name: '保存设计' })).toBeNull());
  expect(calls('updateCollection').at(-1)?.input.body).toMatchObject({ version: 2, fields: [{ key: null, label: '馆长手机号', personalReason: '应急联络' }, { label: '数量' }] });
});

test('what units have written in is neither removed nor retyped', async () => {
  design(collectionOf({ begun: true, counts: { asked: 1, answered: 0, none: 0, missing: 1, late: 0, toCheck: 0 } }), { listCollectionRows: () => ({ data: [], total: 0, sums: [] }) });
  fireEvent.click(await screen.findByRole('button', { name: '改栏目' }));
  expect(await screen.findByText(/不能删除或改类型/)).toBeTruthy();
  expect(screen.getByRole('button', { name: '删除这一栏: 讲师' })).toHaveProperty('disabled', true);
  expect(screen.getByRole('button', { name: '上移: 讲师' })).toHaveProperty('disabled', false);
});
