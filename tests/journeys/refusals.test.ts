import type { PlanImport } from '@kepu/contracts';
import { startServer, type TestServer } from '../support/server.js';
import { chooseFile, heading, menu, part } from './back-office.js';
import { journey, see } from './journey.js';
import { wordPaper } from './paper.js';

/** How a file of Word 97 begins: the header of a compound file. */
const oldWord = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(1528)]);

describe('what is refused', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startServer({ database: 'sqlite' });
  });
  const imports = async (): Promise<PlanImport[]> => (await (await server.fetch('/api/v1/plan-imports', { as: 'office' })).json() as { data: PlanImport[] }).data;

  journey('a paper that cannot be read, with the remedy, and nothing is lost', () => server, async (open) => {
    const before = await imports();
    const page = await open({ as: 'office' });
    await page.goto('/admin/plan-imports');
    const panel = part(page, '上传分解表');

    await chooseFile(page, '2027年任务分解表.doc', oldWord);
    await see(panel.getByRole('alert')).toContainText('不能读取“doc”格式');
    await see(panel.getByRole('alert')).toContainText('保存为 .docx');

    const whole = wordPaper(2027);
    await chooseFile(page, '2027年任务分解表.docx', whole.subarray(0, whole.length / 2));
    await see(panel.getByRole('alert')).toContainText('文件不完整');
    await see(panel.getByRole('alert')).toContainText('重新从原处复制后再上传');

    // What was typed stays, to be put right where it stands.
    await panel.getByRole('button', { name: '粘贴表格' }).click();
    const box = panel.getByRole('textbox', { name: /粘贴到这里$/ });
    await box.fill('市教育局的科普工作');
    await panel.getByRole('button', { name: '读取' }).click();
    await see(panel.getByRole('alert')).toContainText('没有找到任务分解表。');
    await see(box).toHaveValue('市教育局的科普工作');
    expect((await imports()).filter(({ state }) => state !== 'failed')).toHaveLength(before.filter(({ state }) => state !== 'failed').length);

    // A header that is not known is no refusal: whoever pastes it says what the columns hold.
    await box.fill('谁来做\t做什么\n市教育局\t办好科学营。');
    await panel.getByRole('button', { name: '读取' }).click();
    const columns = part(page, '请指出每一列是什么');
    for (const [column, role] of [[0, '责任单位'], [1, '工作内容']] as const) {
      await columns.getByRole('combobox').nth(column).click();
      await page.getByRole('option', { name: role, exact: true }).click();
    }
    await columns.getByRole('button', { name: '按此读取' }).click();
    await see(part(page, '读取结果')).toBeVisible();
    await page.goto('/admin/plan-imports');

    await panel.getByRole('button', { name: '上传文件' }).click();
    await chooseFile(page, '2027年任务分解表.docx', whole);
    await see(part(page, '读取结果')).toBeVisible();
  });

  journey('a liaison at the pages of the office, kindly', () => server, async (open) => {
    const page = await open({ as: 'liaison' });
    await page.goto('/admin');
    await see(heading(page, '我的任务')).toBeVisible();
    await see(page.getByRole('menuitem', { name: '我的任务' })).toBeVisible();
    for (const entry of ['首页', '文件导入', '路程时间', '人员', '权限一览', '操作记录']) await see(page.getByRole('menuitem', { name: entry, exact: true })).toHaveCount(0);

    for (const address of ['accounts', 'grants', 'audit-entries', 'plan-imports', 'units/create']) {
      await page.goto(`/admin/${address}`);
      await see(page.getByText('您没有查看这个页面的权限')).toBeVisible();
      // The menu is still there: one way on from every page.
      await see(page.getByRole('menuitem', { name: '我的任务' })).toBeVisible();
    }
    const [draft] = await imports();
    await page.goto(`/admin/plan-imports/${String(draft?.id)}`);
    await see(page.getByRole('alert')).toBeVisible();
    await see(page.getByText(String(draft?.fileName))).toHaveCount(0);
    await page.goto('/admin/accounts/nobody');
    await see(page.getByRole('alert')).toBeVisible();
  });

  journey('whoever only reads sees the plan and who has signed, and finds no button that changes anything', () => server, async (open) => {
    const city = (await (await server.client('office')).listPlans()).data.find(({ state }) => state === 'issued')?.id ?? '';
    for (const as of ['reader', 'county']) {
      const page = await open({ as });
      await page.goto('/admin');
      await see(heading(page, /您好/)).toBeVisible();
      // A county's office reads in papers of its own.
      await see(page.getByRole('menuitem', { name: '文件导入' })).toHaveCount(as === 'county' ? 1 : 0);
      // The demo's county has a paper of its own besides, which it does keep.
      await page.goto(`/admin/plans/${city}`);
      await see(page.getByText('已下发', { exact: true })).toBeVisible();
      await page.getByRole('tab', { name: '签收情况' }).click();
      await see(page.getByRole('button', { name: '全部单位' })).toBeVisible();
      await page.getByRole('button', { name: '全部单位' }).click();
      for (const deed of [/^办结/, /^撤销/, /^修改/, /^登记已在 OA 签收/, /^答复/, /^下载原文件/]) await see(page.getByRole('button', { name: deed })).toHaveCount(0);
      await menu(page, '单位');
      await see(page.getByRole('table', { name: '单位' }).getByRole('row').nth(1)).toBeVisible();
      await see(page.getByRole('link', { name: '新增单位' })).toHaveCount(0);
    }
  });
});
