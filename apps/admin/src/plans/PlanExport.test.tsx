import { fireEvent, screen, waitFor } from '@testing-library/react';
import { fakeApi } from '../testing/fakeApi.js';
import { renderPage } from '../testing/renderPage.js';
import { planOf, sessionOf } from '../testing/samples.js';
import { PlanExport } from './PlanExport.js';

const refused = () => ({ refused: { status: 409, code: 'plan.no_task_lists' as const, detail: '没有可导出的清单。' } });

test.each([[/正式文件/u, 'exportPlanDocx'], [/分解表（Excel）/u, 'exportPlanXlsx'], [/各单位任务清单/u, 'exportTaskLists'], [/整套数据/u, 'exportWholePlan']] as const)('%s is asked for, and a refusal is said', async (name, route) => {
  const { calls } = fakeApi({ exportPlanDocx: refused, exportPlanXlsx: refused, exportTaskLists: refused, exportWholePlan: refused });
  renderPage(<PlanExport plan={planOf()} />, { session: sessionOf('liaison'), path: '/plans', width: 360 });
  fireEvent.click(await screen.findByRole('button', { name: '导出' }));
  fireEvent.click(await screen.findByRole('menuitem', { name }));
  expect(await screen.findByText('没有可导出的清单。')).toBeTruthy();
  expect(calls(route).map(({ input }) => input.params)).toEqual([{ id: planOf().id }]);
  await waitFor(() => expect(screen.getByRole('button', { name: '导出', hidden: true })).toHaveProperty('disabled', false));
});
