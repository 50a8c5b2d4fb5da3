import { readFileSync } from 'node:fs';
import ExcelJS from 'exceljs';
import type { Page } from 'playwright';
import { startServer, type TestServer } from '../support/server.js';
import { agree, ask, chooseFile, heading, menu, part, said } from './back-office.js';
import { journey, see } from './journey.js';
import { laterPaper, meant, misprinted, wordPaper } from './paper.js';
import { widthOf } from './readable.js';

const dropped = '把科普列入青年文明号开放周的内容。';

describe('the second edition of a year’s paper', () => {
  let server: TestServer;
  let year: number;
  beforeAll(async () => {
    server = await startServer({ database: 'sqlite' });
    year = Number((await (await server.client('office')).getSession()).today.slice(0, 4)) + 1;
    await firstEdition(server, year);
  });

  journey('is held against the first, decided and issued; a unit signs for what changed and nothing else', () => server, async (open) => {
    const office = await open({ as: 'office' });
    await compare(office, year);
    await decide(office);
    await exportIt(office);
    await issue(office);
    await onThePlan(office);

    const phone = await open({ as: 'liaison', screen: 'phone' });
    await signForWhatChanged(phone, year);
    await kept(office);
  }, { minutes: 5 });
});

/** The first edition in force, all of it signed for by the league, with work under way for an item that the second one will not print. */
async function firstEdition(server: TestServer, year: number): Promise<void> {
  const office = await server.client('office');
  const league = await server.client('liaison');
  let preview = await office.createPlanImport({ file: new Blob([Buffer.from(wordPaper(year))]), fileName: `${year}年任务分解表.docx` }) as Awaited<ReturnType<typeof office.getPlanImport>>;
  const unit = (await office.listUnits({ query: { q: meant } })).data[0];
  if (!unit) throw new Error(`No unit ${meant}`);
  preview = await office.resolveImportName({ params: { id: preview.id }, body: { version: preview.version, kind: 'unit', name: misprinted, id: unit.id, remember: false } });
  preview = await office.updatePlanImport({ params: { id: preview.id }, body: { version: preview.version, paper: { docNumber: `温全科组办〔${year}〕3号`, issuedOn: `${year}-03-12` } } });
  const { plan } = await office.commitPlanImport({ params: { id: preview.id } });
  await office.issuePlan({ params: { id: plan.id }, body: { version: plan.version } });
  const own = (await league.listAssignments({ query: { planId: plan.id } })).data;
  await league.signAssignments({ body: { ids: own.map(({ id }) => id) } });
  const worked = own.find(({ item }) => item.text === dropped);
  if (!worked) throw new Error(`No item ${dropped}`);
  await league.createWorkEntry({ body: { unitId: worked.unit.id, kind: 'competition', title: '青年文明号开放周', quantity: 12, unitOfMeasure: '次', fromDay: '2020-05-04', toDay: '2020-05-05', serves: [{ itemId: worked.item.id }] } });
}

async function compare(page: Page, year: number): Promise<void> {
  await page.goto('/admin');
  await menu(page, '文件导入');
  await chooseFile(page, `${year}年任务分解表（修订）.docx`, laterPaper(year));
  const bar = part(page, '入库或放弃');
  await see(bar).toContainText(`${year} 年第 1 版已下发。`);
  await see(bar.getByRole('button', { name: '确认入库' })).toBeHidden();
  await bar.getByRole('button', { name: '与已下发的第 1 版对照' }).click();
  await see(page).toHaveURL(/\/plan-revisions\/[^/]+\/show$/);

  const lines = part(page, '逐项对照');
  await see(lines.getByRole('button', { name: '修改 2' })).toBeVisible();
  await see(lines.getByRole('button', { name: '新增 1' })).toBeVisible();
  await see(lines.getByRole('button', { name: '待决定 1' })).toBeVisible();
  const changed = lines.getByRole('listitem').filter({ hasText: '农村完全小学' });
  await see(changed.locator('ins')).toHaveText(/和农村完全小学$/);
  await see(changed).toContainText('需 1 家签收');
  const number = lines.getByRole('listitem').filter({ hasText: '科学家精神宣讲' });
  await see(number.locator('del').first()).toHaveText(/60$/);
}

async function decide(page: Page): Promise<void> {
  const lines = part(page, '逐项对照');
  const bar = part(page, '下发或撤销对照');
  await see(bar.getByRole('button', { name: '下发修订' })).toBeDisabled();
  await see(bar).toContainText('还有 1 项待决定，决定后才能下发。');
  await see(bar).toContainText('还缺少文号、成文日期，补充后才能下发。');

  // Parted and paired again: each can be taken back where it was decided.
  const changed = lines.getByRole('listitem').filter({ hasText: '新文件第 3 项' });
  await changed.getByRole('button', { name: '这不是同一项' }).click();
  await see(lines.getByRole('button', { name: '新增 2' })).toBeVisible();
  const dialog = await ask(changed.getByRole('button', { name: '其实是原有任务…' }), '对应哪一项原有任务？');
  await dialog.getByRole('textbox').fill('山区海岛');
  await dialog.getByRole('radio').check();
  await agree(dialog, '对应');
  await see(lines.getByRole('button', { name: '新增 1' })).toBeVisible();

  await bar.getByRole('button', { name: '去决定' }).click();
  const open = lines.getByRole('listitem');
  await see(open).toHaveCount(1);
  await see(open).toContainText(dropped);
  await see(open).toContainText('已有 1 条佐证');
  await open.getByRole('button', { name: '继续执行' }).click();
  await see(lines).toContainText('没有待决定的任务');

  const facts = part(page, '修订文件信息');
  await facts.getByLabel('文号').fill('温全科组办〔修订〕9号');
  await facts.getByLabel('成文日期').fill('2026-07-10');
  await facts.getByRole('button', { name: '保存文件信息' }).click();
  await see(bar.getByRole('button', { name: '下发修订' })).toBeEnabled();
}

async function exportIt(page: Page): Promise<void> {
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: '导出修订对照表' }).click()]);
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(readFileSync(await download.path()) as unknown as ArrayBuffer);
  const text = book.worksheets.flatMap((sheet) => sheet.getSheetValues()).flat().join('\n');
  expect(text).toContain('招募青年科普讲解员。');
  expect(text).toContain(dropped);
}

async function issue(page: Page): Promise<void> {
  const dialog = await ask(part(page, '下发或撤销对照').getByRole('button', { name: '下发修订' }), '下发第 2 版？');
  await see(dialog).toContainText('将通知 2 家单位，共需 3 份签收。1 项任务不再执行，其记录和佐证保留。下发后不能撤回。');
  await agree(dialog, '下发修订');
  await said(page, '第 2 版已下发');
  await see(part(page, '下发或撤销对照')).toBeHidden();
}

async function onThePlan(page: Page): Promise<void> {
  await page.getByRole('link', { name: '任务分解表' }).click();
  await see(part(page, '版本')).toContainText('修改 2 · 新增 1 · 不再执行 1 · 继续执行 1');
  await see(part(page, '基本信息')).toContainText('第 2 版');
  await page.getByRole('tab', { name: '工作清单' }).click();
  await page.getByRole('combobox', { name: '是否在执行' }).click();
  await page.getByRole('option', { name: '查看不再执行的' }).click();
  await page.getByRole('link', { name: '轮训中小学科学教师和科技辅导员。' }).click();
  await see(page.getByRole('alert').filter({ hasText: '第 2 版不再列入，记录保留' })).toBeVisible();
  await see(part(page, '交办与签收')).toContainText('已撤销');
  await see(part(page, '版本变化')).toContainText('第 2 版起不再执行');
}

async function signForWhatChanged(page: Page, year: number): Promise<void> {
  await page.goto('/admin/my-items');
  await see(heading(page, '我的任务')).toBeVisible();
  await see(page.getByRole('button', { name: '待签收 2' })).toBeVisible();
  expect(await widthOf(page)).toBeLessThanOrEqual(360);
  await see(page.getByRole('article').filter({ hasText: '招募青年科普讲解员。' })).toContainText('第 2 版新增');
  const changed = page.getByRole('article').filter({ hasText: '农村完全小学' });
  await see(changed).toContainText('第 2 版有变化');
  await changed.getByRole('button', { name: '看变化' }).click();
  await see(changed.locator('ins')).toHaveText(/和农村完全小学$/);
  expect(await widthOf(page)).toBeLessThanOrEqual(360);
  await agree(await ask(page.getByRole('button', { name: '签收全部 2 项' }), '签收 2 项任务？'), '签收');
  await see(part(page, '签收进度')).toContainText('全部已签收，谢谢。');
  // What did not change was signed for long ago, and what stays in force too.
  await see(page.getByRole('article', { name: `${year} 年第 2 项` })).toContainText('已签收');
  await see(page.getByRole('article').filter({ hasText: dropped })).toContainText('已签收');
}

async function kept(page: Page): Promise<void> {
  await page.goBack();
  await page.getByRole('combobox', { name: '是否在执行' }).click();
  await page.getByRole('option').first().click();
  await page.getByRole('link', { name: dropped }).click();
  await see(page.getByRole('alert').filter({ hasText: '第 2 版不再列出，仍继续执行' })).toBeVisible();
}
