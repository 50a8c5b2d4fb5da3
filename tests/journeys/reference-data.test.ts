import type { Page } from 'playwright';
import type { Plan } from '@kepu/contracts';
import { startServer, type TestServer } from '../support/server.js';
import { agree, ask, heading, menu, part, pick, said, search } from './back-office.js';
import { journey, see } from './journey.js';

async function unit(page: Page, name: string): Promise<void> {
  await menu(page, '单位');
  await search(page, name);
  await page.getByRole('link', { name, exact: true }).click();
  await see(heading(page, name)).toBeVisible();
}

describe('units over the years', () => {
  let server: TestServer;
  let plans: Plan[];
  beforeAll(async () => {
    server = await startServer({ database: 'sqlite' });
    plans = (await (await server.client('office')).listPlans({ query: { sort: '-year' } })).data;
  });

  journey('renamed, it keeps its old name on the old paper', () => server, async (open) => {
    const page = await open({ as: 'office' });
    await page.goto('/admin');
    await unit(page, '市社科联');
    const dialog = await ask(page.getByRole('button', { name: '更名' }), '市社科联更名');
    await dialog.getByRole('textbox', { name: '新简称' }).fill('市哲社联');
    await dialog.getByRole('textbox', { name: '新全称' }).fill('温州市哲学社会科学界联合会');
    await agree(dialog, '更名');
    await see(heading(page, '市哲社联')).toBeVisible();
    await see(part(page, '基本信息')).toContainText(/曾用名市社科联（至/);
    await see(part(page, '历史').getByText('更名', { exact: true })).toBeVisible();

    // Found under its old name, by initials too.
    await menu(page, '单位');
    await search(page, 'wzsskl');
    await see(page.getByRole('table', { name: '单位' }).getByRole('link')).toHaveText(['市哲社联']);

    await menu(page, '任务分解表');
    await page.getByRole('link', { name: /2020/ }).click();
    await page.getByRole('tab', { name: '矩阵' }).click();
    const matrix = page.getByRole('table', { name: /^单位与项目对照表/ });
    await see(matrix.getByRole('rowheader', { name: '市社科联', exact: true })).toBeVisible();
    await see(matrix.getByRole('rowheader', { name: '市哲社联' })).toHaveCount(0);
    await see(matrix.getByRole('rowheader')).toHaveCount(24);
    await see(matrix.getByRole('columnheader')).toHaveCount(12);
    // The item says both names.
    await matrix.getByRole('row').filter({ has: page.getByRole('rowheader', { name: '市社科联', exact: true }) }).getByRole('cell').getByRole('link').first().click();
    await page.getByRole('table', { name: '工作清单' }).getByRole('link').first().click();
    await see(part(page, '交办与签收')).toContainText('市哲社联');
    await see(part(page, '交办与签收')).toContainText('文件上为“市社科联”');
  });

  journey('merged, its tasks move to the successor', () => server, async (open) => {
    const office = await server.client('office');
    const present = plans.find(({ state }) => state === 'issued');
    const pending = (await office.listSignOffs({ params: { id: String(present?.id) }, query: { unsigned: 'true' } })).data.find(({ unit: { name } }) => name === '温州广播电视传媒集团')?.tally.pending ?? 0;
    expect(pending).toBeGreaterThan(0);

    const phone = await open({ as: 'liaison-publicity', screen: 'phone' });
    await phone.goto('/admin');
    await see(part(phone, '签收进度')).toContainText('全部已签收，谢谢。');

    const page = await open({ as: 'office' });
    await page.goto('/admin');
    await unit(page, '温州广播电视传媒集团');
    const dialog = await ask(page.getByRole('button', { name: '合并' }), '把温州广播电视传媒集团并入另一单位');
    await pick(dialog.getByRole('combobox', { name: '承接单位' }), 'xcb', '市委宣传部');
    await agree(dialog, '合并');
    await said(page, '已合并');
    await see(heading(page, '市委宣传部')).toBeVisible();
    await see(part(page, '基本信息').getByText(/温州广播电视传媒集团/)).toBeVisible();

    await phone.reload();
    await see(phone.getByRole('button', { name: `待签收 ${pending}` })).toBeVisible();
    await agree(await ask(phone.getByRole('button', { name: `签收全部 ${pending} 项` }), `签收 ${pending} 项任务？`), '签收');
    await see(part(phone, '签收进度')).toContainText('全部已签收，谢谢。');

    await menu(page, '单位');
    await search(page, '温州广播电视传媒集团');
    await see(page.getByRole('table', { name: '单位' }).getByRole('link')).toHaveText(['市委宣传部']);
  }, { minutes: 3 });
});
