import type { PlanImport } from '@kepu/contracts';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { renderPage } from '../testing/renderPage.js';
import { fakeApi } from '../testing/fakeApi.js';
import { revisionOf, goneLine } from '../testing/revisionSamples.js';
import { importOf, planOf, sessionOf, uuid } from '../testing/samples.js';
import ImportPage from './ImportPage.js';

const unit = {
  id: uuid(101), name: '市教育局', fullName: '样例市教育局', aliases: [], formerNames: [], kind: 'government' as const, division: { code: '330300', name: '样例市' }, parent: null, sortNo: 1, hostsOffice: false,
  openedOn: null, closedOn: null, successor: null, version: 1,
};
const show = (value: () => PlanImport, more: Parameters<typeof fakeApi>[0] = {}, role: 'editor' | 'liaison' = 'editor') => {
  const fake = fakeApi({ getPlanImport: value, listUnits: () => ({ data: [unit], total: 1 }), listPlans: () => ({ data: [], total: 0 }), listPlanRevisions: () => ({ data: [], total: 0 }), ...more });
  renderPage(<ImportPage />, { session: sessionOf(role), path: '/plan-imports/:id', address: `/plan-imports/${uuid(20)}` });
  return fake;
};
const item = (position: number) => document.querySelector<HTMLElement>(`[data-position="${position}"]`);

test('shows counts, places and what is missing, and turns the page to the item of a finding', async () => {
  show(() => importOf());
  expect(await screen.findByText('读取结果')).toBeTruthy();
  expect(screen.getByText(/还缺少：文号/)).toBeTruthy();
  expect(item(1)?.textContent).toContain('第 11 行');
  expect(item(29)).toBeNull();
  fireEvent.click(screen.getByRole('button', { name: '第 39 行' }));
  await waitFor(() => expect(item(29)).not.toBeNull());
  expect(document.activeElement).toBe(item(29));
  expect(item(29)?.textContent).toContain('结尾没有句号');
});

test('offers the likely match of an unknown unit and confirms it for the whole paper', async () => {
  let value = importOf();
  const { calls } = show(() => value, { resolveImportName: () => (value = importOf({ version: 5, warnings: [], items: value.items.map((each) => ({ ...each, responsible: [{ name: '市教育局', unitId: uuid(101) }] })) })) });
  const names = await screen.findByRole('region', { name: /待确认的名称/ });
  await waitFor(() => expect(within(names).getByRole('combobox')).toHaveProperty('value', '市教育局'));
  fireEvent.click(within(names).getByRole('button', { name: '确认对应' }));
  await waitFor(() => expect(calls('resolveImportName').map(({ input }) => input.body)).toEqual([{ version: 4, kind: 'unit', name: '市教委', id: uuid(101), remember: true }]));
  await waitFor(() => expect(screen.queryByRole('region', { name: /待确认的名称/ })).toBeNull());
  expect(screen.getByText('单位和项目都已对应')).toBeTruthy();
});

test('commits after a confirmation and goes to the plan; a refusal stays in the dialog in the words of the API', async () => {
  let refuse = true;
  const { calls } = show(() => importOf(), {
    commitPlanImport: () => (refuse ? { refused: { status: 409, code: 'plan_import.unresolved', detail: '还有 1 处单位或项目没有对应。' } } : { plan: planOf({ state: 'draft' }), already: false, added: { items: 30, assignments: 30, targets: 1 } }),
  });
  fireEvent.click(await screen.findByRole('button', { name: '确认入库' }));
  const dialog = await screen.findByRole('dialog');
  expect(dialog.textContent).toContain('2 个单位、30 项工作');
  fireEvent.click(within(dialog).getByRole('button', { name: '确认入库' }));
  expect(await within(dialog).findByText('还有 1 处单位或项目没有对应。')).toBeTruthy();
  refuse = false;
  fireEvent.click(within(dialog).getByRole('button', { name: '确认入库' }));
  expect(await screen.findByText('elsewhere')).toBeTruthy();
  expect(calls('commitPlanImport').every(({ headers }) => headers.get('idempotency-key'))).toBe(true);
});

test('asks what the columns hold, and reads again', async () => {
  let value = importOf({ state: 'asking', items: [], warnings: [], question: { rows: [['谁来做', '做什么', ''], ['市科协', '送训下乡。', '甲']] } });
  const { calls } = show(() => value, { explainColumns: () => (value = importOf({ version: 5 })) });
  const form = within(await screen.findByRole('region', { name: '请指出每一列是什么' }));
  expect(form.getByText('送训下乡。')).toBeTruthy();
  const choose = async (column: number, role: string) => {
    fireEvent.mouseDown(form.getAllByRole('combobox')[column] as HTMLElement);
    fireEvent.click(await screen.findByRole('option', { name: role }));
  };
  const submit = form.getByRole('button', { name: '按此读取' });
  expect(submit).toHaveProperty('disabled', true);
  await choose(0, '责任单位');
  await choose(1, '责任单位');
  expect(form.getByText('“责任单位”选了不止一列。')).toBeTruthy();
  await choose(1, '工作内容');
  fireEvent.click(submit);
  await waitFor(() => expect(calls('explainColumns').map(({ input }) => input.body)).toEqual([{ version: 4, roles: ['responsible', 'content', null], heading: true }]));
  expect(await screen.findByText('读取结果')).toBeTruthy();
});

test('says why a paper could not be read, and where', async () => {
  show(() => importOf({ state: 'failed', items: [], warnings: [], problem: { code: 'paper.no_table', detail: '没有找到任务分解表。', place: { line: 3 } } }));
  expect((await screen.findByRole('alert')).textContent).toContain('第 3 行：没有找到任务分解表。');
  expect(screen.getByRole('link', { name: '重新上传' }).getAttribute('href')).toBe('/plan-imports');
});

test('a committed import is read only', async () => {
  show(() => importOf({ state: 'committed', planId: uuid(10) }));
  expect((await screen.findByRole('link', { name: '查看入库的分解表' })).getAttribute('href')).toBe(`/plans/${uuid(10)}`);
  expect(screen.queryByRole('button', { name: '确认入库' })).toBeNull();
  expect(screen.queryByRole('button', { name: /^修改第/ })).toBeNull();
});

test('hands out the table with its problems; a refusal is told in the words of the API', async () => {
  const { calls } = show(() => importOf(), { exportPlanImport: () => ({ refused: { status: 409, code: 'lifecycle.not_allowed', detail: '这份文件没有读出内容。' } }) });
  fireEvent.click(await screen.findByRole('button', { name: '下载带问题栏的表格' }));
  expect(await screen.findByText('这份文件没有读出内容。')).toBeTruthy();
  expect(calls('exportPlanImport').map(({ input }) => input.params)).toEqual([{ id: uuid(20) }]);
});

test('where the plan of the year is in force, the paper is held against it; a refusal is said, with the way to what stands in the way', async () => {
  const refusals = [{ code: 'plan_revision.nothing_new', detail: '内容相同，不需要修订。' }, { code: 'plan_revision.exists', detail: '已有另一份文件正在对照。' }] as const;
  let asked = 0;
  const { calls } = show(() => importOf(), {
    listPlans: ({ query }) => ({ data: query.state === 'issued' && query.year === 2026 ? [planOf({ edition: 2 })] : [], total: 1 }), listPlanRevisions: () => ({ data: [revisionOf([goneLine(1)])], total: 1 }),
    createPlanRevision: () => {
      const refusal = refusals[asked];
      asked += 1;
      return refusal ? { refused: { status: 409, ...refusal } } : revisionOf([goneLine(1)]);
    },
  });
  const compare = await screen.findByRole('button', { name: '与已下发的第 2 版对照' });
  expect(screen.getByText(/确认后作为第 3 版下发/)).toBeTruthy();
  expect(screen.queryByRole('button', { name: '确认入库' })).toBeNull();
  fireEvent.click(compare);
  expect(await screen.findByText('内容相同，不需要修订。')).toBeTruthy();
  expect(screen.queryByRole('link', { name: '查看正在进行的对照' })).toBeNull();
  fireEvent.click(compare);
  expect(await screen.findByText('已有另一份文件正在对照。')).toBeTruthy();
  await waitFor(() => expect(screen.getByRole('link', { name: '查看正在进行的对照' }).getAttribute('href')).toBe(`/plan-revisions/${uuid(30)}/show`));
  fireEvent.click(compare);
  expect(await screen.findByText('elsewhere')).toBeTruthy();
  expect(calls('createPlanRevision').map(({ input }) => input.body)).toEqual([{ version: 4 }, { version: 4 }, { version: 4 }]);
});

test('a paper that became a later edition leads to it', async () => {
  show(() => importOf({ state: 'committed', planId: uuid(10) }), { listPlanRevisions: () => ({ data: [revisionOf([goneLine(1)], { state: 'issued' })], total: 1 }) });
  expect((await screen.findByRole('link', { name: '查看第 2 版修订' })).getAttribute('href')).toBe(`/plan-revisions/${uuid(30)}/show`);
});
