import type { Plan, PlanCopyView, ProgrammePairs } from '@kepu/contracts';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { fakeApi } from '../testing/fakeApi.js';
import { renderPage } from '../testing/renderPage.js';
import { importOf, sessionOf, uuid } from '../testing/samples.js';
import PlanCopy from './PlanCopy.js';

const item = (no: number, change: Partial<PlanCopyView['items'][number]> = {}): PlanCopyView['items'][number] => ({
  id: uuid(400 + no), seq: no, units: [{ id: uuid(100 + no), name: `单位${no}`, standing: 'open', was: null }], programme: { id: uuid(300), name: '旧项目', to: { id: uuid(301), name: '新项目' }, suggestion: { id: uuid(301), name: '新项目' }, note: null },
  text: `第 ${no} 件。`, moved: null, timeWords: [], measures: 0, ...change,
});
const view: PlanCopyView = {
  year: 2021, title: '2021年任务分解表', joint: 2, items: [
    item(1, { text: '2020年大赛，落实十三五。', moved: '2021年大赛，落实十三五。', timeWords: ['十三五'], measures: 2 }),
    item(2, { units: [{ id: uuid(102), name: '新馆', standing: 'renamed', was: '老馆' }], programme: { id: uuid(300), name: '旧项目', to: null, suggestion: { id: uuid(301), name: '新项目' }, note: '按对象归类' } }), item(3, { units: [{ id: uuid(103), name: '撤馆', standing: 'closed', was: null }] }),
  ],
};

const pairs: ProgrammePairs = { from: { id: uuid(10), title: '2020年任务分解表', year: 2020 }, to: 2021, total: 2, data: [{ from: { id: uuid(300), name: '旧项目' }, to: { id: uuid(301), name: '新项目' }, kind: 'mapped', items: 2 }, { from: { id: uuid(302), name: '老项目' }, to: null, kind: 'open', items: 1 }] };

test('old and new programmes stand side by side, with their items', async () => {
  fakeApi({ viewPlanCopy: () => view, listProgrammePairs: () => pairs });
  renderPage(<PlanCopy plan={{ id: uuid(10), year: 2020, state: 'closed' } as Plan} />, { session: sessionOf('editor'), width: 360 });
  for (const words of ['→ 新项目', '老项目', '→ 没有对应', '换项目', '待选', '2 项', '下载对照表']) expect((await screen.findAllByText(words)).length).toBeGreaterThan(0);
});

test('a year is chosen, items and years are ticked, and the preview is opened', async () => {
  const { calls } = fakeApi({ viewPlanCopy: () => view, listProgrammePairs: () => pairs, copyPlan: () => importOf({ id: uuid(50) }) });
  renderPage(<PlanCopy plan={{ id: uuid(10), year: 2020, state: 'closed' } as Plan} />, { session: sessionOf('editor'), width: 360 });
  for (const words of ['旧项目 → 新项目', '旧项目 → 待选（可能是新项目）', '按对象归类', '老馆 现为 新馆', '撤馆 已撤销，请在预览里另选单位', '“十三五”不会改，请核对']) expect((await screen.findAllByText(words)).length).toBeGreaterThan(0);
  fireEvent.click(screen.getByRole('checkbox', { name: '把文中的年份改成新年份' }));
  expect(screen.getByText('2021年大赛，落实十三五。')).toBeTruthy();
  fireEvent.click(screen.getByRole('checkbox', { name: '第 3 项 · 撤馆' }));
  fireEvent.click(screen.getByRole('checkbox', { name: '带上联合任务（2 项）' }));
  fireEvent.click(screen.getByRole('button', { name: '生成预览（2 项）' }));
  await waitFor(() => expect(calls('copyPlan').map(({ input }) => input.body)).toEqual([{ year: 2021, itemIds: [uuid(401), uuid(402)], moveYearsOf: [uuid(401)], measures: true, joint: false }]));
});

test('a year that is not later is not asked for', async () => {
  const { calls } = fakeApi({ viewPlanCopy: () => view, listProgrammePairs: () => pairs });
  renderPage(<PlanCopy plan={{ id: uuid(10), year: 2020, state: 'closed' } as Plan} />, { session: sessionOf('editor') });
  fireEvent.change(await screen.findByLabelText('新的年份'), { target: { value: '2019' } });
  expect(screen.getByText('请填 2020 年以后的四位年份。')).toBeTruthy();
  expect(calls('viewPlanCopy').every(({ input }) => Number((input.query as { year: unknown }).year) === 2021)).toBe(true);
});
