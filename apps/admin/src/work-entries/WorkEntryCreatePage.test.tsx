import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { fakeApi } from '../testing/fakeApi.js';
import { fileOf, measureOf, workEntryOf } from '../testing/loopSamples.js';
import { renderPage } from '../testing/renderPage.js';
import { planOf, sessionOf, uuid } from '../testing/samples.js';
import WorkEntryCreatePage from './WorkEntryCreatePage.js';

const item = { id: uuid(401), planId: uuid(10), year: 2026, seq: 1, number: null, programme: { id: uuid(201), name: '青少年行动', printed: '青少年行动' }, units: [], text: '第 1 件样例工作。', raw: '', source: { line: 1 }, due: null, targets: [], assignments: [], measures: { total: 2, done: 0 }, joint: [], standing: 'printed' as const, revisedIn: null, parents: [], version: 1 };
const show = (query: string, more: Parameters<typeof fakeApi>[0] = {}) => {
  let files = 0;
  const fake = fakeApi({
    listPlans: () => ({ data: [planOf()], total: 1 }), listItems: () => ({ data: [item], total: 1 }), getItem: () => item, listMeasures: () => ({ data: [measureOf(1), measureOf(2)], total: 2 }), listDivisions: () => ({ data: [], total: 0 }),
    createFile: () => fileOf((files += 1)), createWorkEntry: () => workEntryOf(), submitWorkEntry: () => workEntryOf({ state: 'submitted' }), ...more,
  });
  renderPage(<WorkEntryCreatePage />, { session: sessionOf('liaison'), path: '/work-entries/create', address: `/work-entries/create${query}`, width: 360 });
  return fake;
};
const of = (kind: string) => `?kind=${kind}&item=${uuid(401)}`;
const type = (label: RegExp, value: string, within_: HTMLElement = document.body) => {
  const input = within(within_).getByLabelText(label);
  fireEvent.change(input, { target: { value } });
  fireEvent.blur(input);
};
const upload = (id: string, name: string, mime = 'image/jpeg') => fireEvent.change(screen.getByTestId(id), { target: { files: [new File(['x'], name, { type: mime })] } });

test('the kind comes first; then only its own fields are asked for', async () => {
  show('');
  fireEvent.click(await screen.findByRole('button', { name: /^宣传报道/ }));
  expect(await screen.findByRole('heading', { name: '登记宣传报道' })).toBeTruthy();
  expect(screen.getByLabelText(/^刊播渠道/)).toBeTruthy();
  for (const other of [/^学员名单/, /^文号/, /^填报依据/, /^地点/]) expect(screen.queryByLabelText(other)).toBeNull();
});

test('a training course is sent with its roster, its proof and what it serves', async () => {
  const { calls } = show(of('training'));
  expect(await screen.findByText('第 1 项 · 青少年行动')).toBeTruthy();
  type(/^名称/, '农村实用人才培训班');
  type(/^培训人次/, '120');
  type(/^天数/, '3');
  upload('roster-file', '名单.xlsx', '');
  await screen.findByText('照片1.jpg');
  upload('files-photo', '现场.jpg');
  await screen.findByText('照片2.jpg');
  fireEvent.click(screen.getByRole('button', { name: '提交审核' }));
  await waitFor(() => expect(calls('submitWorkEntry').map(({ input }) => input.body)).toEqual([{ version: 1 }]));
  expect(calls('createWorkEntry').map(({ input }) => input.body)).toEqual([{
    unitId: uuid(101), kind: 'training', title: '农村实用人才培训班', quantity: 120, unitOfMeasure: '人次', fromDay: '2026-03-03', toDay: '2026-03-03', divisionCode: null, place: null, text: null, details: { days: 3, rosterFileId: uuid(9001) },
    fileIds: [uuid(9002), uuid(9001)], serves: [{ itemId: uuid(401), measureId: null }],
  }]);
});

test('a competition is a table of rounds, and may prove just one measure', async () => {
  const { calls } = show(of('competition'));
  fireEvent.mouseDown(await screen.findByRole('combobox', { name: /证明哪项指标/ }));
  fireEvent.click(await screen.findByRole('option', { name: '指标2' }));
  type(/^名称/, '科技创新大赛');
  const first = screen.getByRole('group', { name: '第 1 行' });
  type(/^轮次或奖项/, '初赛', first);
  type(/^参加人/, '320', first);
  fireEvent.click(screen.getByRole('button', { name: '增加一行' }));
  const second = await screen.findByRole('group', { name: '第 2 行' });
  type(/^轮次或奖项/, '决赛', second);
  type(/^参加人/, '40', second);
  type(/^获奖情况/, '一等奖 5 项', second);
  fireEvent.click(screen.getByRole('button', { name: '存为草稿' }));
  await waitFor(() => expect(calls('createWorkEntry')[0]?.input.body).toMatchObject({ kind: 'competition', quantity: 1, unitOfMeasure: '场', details: { rounds: [{ stage: '初赛', entries: 320, awards: '' }, { stage: '决赛', entries: 40, awards: '一等奖 5 项' }] }, serves: [{ itemId: uuid(401), measureId: uuid(602) }] }));
  expect(calls('submitWorkEntry')).toEqual([]);
});

test('a work entry serves an item, or it is not sent', async () => {
  const { calls } = show('?kind=document');
  await screen.findByLabelText(/^文号/);
  type(/^名称/, '通知');
  fireEvent.click(screen.getByRole('button', { name: '存为草稿' }));
  expect((await screen.findAllByText('必填')).length).toBeGreaterThan(0);
  expect(calls('createWorkEntry')).toEqual([]);
});

test('what is missing to hand it in is said, and the draft is kept', async () => {
  const { calls } = show(of('figure'), { submitWorkEntry: () => ({ refused: { status: 409, code: 'work_entry.incomplete', detail: '还缺少：填报依据。' } }) });
  await screen.findByText('第 1 项 · 青少年行动');
  type(/^名称/, '培训人次');
  type(/^数量/, '800');
  type(/^单位量词/, '人次');
  fireEvent.click(screen.getByRole('button', { name: '提交审核' }));
  expect(await screen.findByText('还缺少：填报依据。')).toBeTruthy();
  expect(calls('createWorkEntry')).toHaveLength(1);
});
