import { readFileSync } from 'node:fs';
import ExcelJS from 'exceljs';
import type { Page } from 'playwright';
import { eachDatabase } from '../support/engines.js';
import { startServer, type TestServer } from '../support/server.js';
import { agree, ask, chooseFile, heading, menu, part, said, signIn } from './back-office.js';
import { journey, see } from './journey.js';
import { meant, misprinted, unfinished, wordPaper } from './paper.js';

const question = '山区海岛学校的名单由哪个单位提供？';
const answer = '名单由市教育局提供，我们已经转给您。';

eachDatabase('the paper', (database) => {
  let server: TestServer;
  /** The demo city has no paper of next year. */
  let year: number;
  beforeAll(async () => {
    server = await startServer({ database });
    year = Number((await (await server.client('office')).getSession()).today.slice(0, 4)) + 1;
  });

  journey('goes in, is checked, issued, signed for on a phone and seen as a matrix', () => server, async (open) => {
    const office = await open();
    await signIn(office, 'office');
    await upload(office, year);
    await correct(office, year);
    await commitTwice(office, year);
    await issue(office, year);

    const phone = await open({ screen: 'phone' });
    await signIn(phone, 'liaison');
    await signForTheOthers(phone, year);
    await answerTheQuestion(office);
    await signForTheLast(phone);

    await followUp(office);
    await fromMatrixToSource(office, year);
    await exportEverything(office, year);
  }, { minutes: 5 });
});

async function upload(page: Page, year: number): Promise<void> {
  await see(heading(page, /您好/)).toBeVisible();
  await menu(page, '文件导入');
  await chooseFile(page, `${year}年任务分解表.docx`, wordPaper(year));

  await see(heading(page, `${year}年任务分解表.docx`)).toBeVisible();
  const counts = part(page, '读取结果');
  for (const figure of ['4 个单位', '4 个项目', '6 个格子', '7 项工作', '1 个数量指标', '2 处提醒']) {
    const [count, word] = figure.split(' ');
    await see(counts.getByText(String(word), { exact: true }).locator('..')).toHaveText(`${count}${word}`);
  }
  const warnings = part(page, /^提醒（2 处/);
  await see(warnings).toContainText('没有找到的单位');
  await see(warnings).toContainText('结尾没有句号');
  await warnings.getByRole('button', { name: /^第 .*行/ }).last().click();
  await see(page.getByRole('listitem').filter({ hasText: unfinished })).toBeFocused();
}

async function correct(page: Page, year: number): Promise<void> {
  // What cannot be placed is asked, with the likely match; nothing is taken in before it is answered.
  const names = part(page, '待确认的名称（1 个）');
  await see(names).toContainText(misprinted);
  await see(names.getByRole('combobox', { name: '对应' })).toHaveValue(meant);
  await names.getByRole('button', { name: '确认对应' }).click();
  await said(page, `已将“${misprinted}”对应为“${meant}”`);
  await see(part(page, '入库或放弃')).toContainText('单位和项目都已对应');

  const item = page.getByRole('listitem').filter({ hasText: unfinished });
  const dialog = await ask(item.getByRole('button', { name: /^修改第/ }), /^第 \d+ 项 · 第 .*行$/);
  await dialog.getByRole('textbox', { name: '工作内容和要求' }).fill(`${unfinished}。`);
  await agree(dialog, '保存');
  await see(item).toContainText(`${unfinished}。`);
  await see(item).toContainText('已修改');

  const paper = part(page, '文件信息');
  await see(paper.getByRole('alert')).toHaveText('还缺少：文号、发文机关、成文日期。');
  await paper.getByLabel('文号').fill(`温全科组办〔${year}〕3号`);
  await paper.getByLabel('发文机关').fill('温州市全民科学素质工作领导小组办公室');
  await paper.getByLabel('成文日期').fill(`${year}-03-12`);
  await paper.getByRole('button', { name: '保存文件信息' }).click();
  await see(paper.getByRole('alert')).toBeHidden();
}

async function commitTwice(page: Page, year: number): Promise<void> {
  const commit = async () => {
    const dialog = await ask(part(page, '入库或放弃').getByRole('button', { name: '确认入库' }), '确认入库？');
    await see(dialog).toContainText(`将生成 ${year} 年分解表：4 个单位、7 项工作。`);
    await agree(dialog, '确认入库');
    await see(page).toHaveURL(/\/plans\/[^/]+$/);
    await see(page.getByText('草稿', { exact: true })).toBeVisible();
  };
  await commit();
  await agree(await ask(page.getByRole('button', { name: '撤销入库' }), '撤销入库？'), '撤销入库');
  await see(page).toHaveURL(/\/plan-imports\/[^/]+$/);
  // What was corrected is still corrected.
  await see(page.getByRole('listitem').filter({ hasText: `${unfinished}。` })).toContainText('已修改');
  await commit();
}

async function issue(page: Page, year: number): Promise<void> {
  const dialog = await ask(page.getByRole('button', { name: '下发', exact: true }), /^下发《/);
  await see(dialog).toContainText('将通知 4 个单位的联络员签收 7 项工作。');
  await agree(dialog, '下发');
  await see(page.getByText('已下发', { exact: true })).toBeVisible();
  await see(heading(page, `${year}年温州市全民科学素质工作目标任务分解表`)).toBeVisible();
}

async function signForTheOthers(page: Page, year: number): Promise<void> {
  await see(heading(page, '我的任务')).toBeVisible();
  await see(page.getByRole('button', { name: '待签收 3' })).toBeVisible();
  const [first, second, third] = [3, 4, 5].map((seq) => page.getByRole('article', { name: `${year} 年第 ${seq} 项` }));
  if (!first || !second || !third) throw new Error('unreachable');

  const dialog = await ask(second.getByRole('button', { name: '有疑问' }), '提出疑问');
  await dialog.getByRole('textbox', { name: '疑问' }).fill(question);
  await agree(dialog, '提交疑问');
  await see(second).toContainText('等待办公室答复');

  for (const other of [first, third]) await other.getByRole('checkbox').check();
  await agree(await ask(page.getByRole('button', { name: '签收所选 2 项' }), '签收 2 项任务？'), '签收');
  await see(page.getByRole('button', { name: '待签收 1' })).toBeVisible();
  await see(part(page, '签收进度')).toContainText('已签收 2 / 3');
}

async function answerTheQuestion(page: Page): Promise<void> {
  await page.getByRole('tab', { name: '签收情况' }).click();
  const asked = part(page, '待答复的疑问（1）');
  await see(asked).toContainText(question);
  const dialog = await ask(asked.getByRole('button', { name: '答复' }), '答复团市委');
  await dialog.getByRole('textbox', { name: '答复' }).fill(answer);
  await agree(dialog, '答复');
  await see(asked).toBeHidden();
}

async function signForTheLast(page: Page): Promise<void> {
  await page.reload();
  await see(page.getByRole('article')).toContainText(answer);
  await agree(await ask(page.getByRole('button', { name: '签收全部 1 项' }), '签收 1 项任务？'), '签收');
  await see(part(page, '签收进度')).toContainText('全部已签收，谢谢。');
}

async function followUp(page: Page): Promise<void> {
  await page.reload();
  const table = page.getByRole('table', { name: '签收情况' });
  await see(table.getByRole('row')).toHaveCount(4);
  await see(table).not.toContainText('团市委');

  await table.getByRole('checkbox', { name: '选择市教育局' }).check();
  const dialog = await ask(page.getByRole('button', { name: '登记已在 OA 签收（1）' }), '登记 1 个单位已在 OA 签收');
  await dialog.getByRole('textbox', { name: '说明' }).fill('3 月 15 日 OA 公文回执。');
  await agree(dialog, '登记');
  await see(table).not.toContainText('市教育局');
  await see(table.getByRole('row')).toHaveCount(3);

  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  const reminder = await ask(page.getByRole('button', { name: '催签提醒' }), '催签提醒');
  const picture = reminder.getByRole('img', { name: /^签收页面的二维码：http/ });
  await see(picture).toBeVisible();
  expect(await picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0);
  await reminder.getByRole('button', { name: '复制文字' }).click();
  await see(reminder.getByRole('status')).toContainText('已复制');
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toContain(meant);
  expect(copied).toContain('市气象局');
  expect(copied).toMatch(/http:\/\/\S+\/admin\//);
  await agree(reminder, '关闭');
}

async function fromMatrixToSource(page: Page, year: number): Promise<void> {
  await page.getByRole('tab', { name: '矩阵' }).click();
  const matrix = page.getByRole('table', { name: '单位与项目对照表，每格是工作项数' });
  // In protocol order, under the names that the paper prints.
  await see(matrix.getByRole('rowheader')).toHaveText(['市教育局', '团市委', '市气象局', misprinted, '合计']);
  await see(matrix.getByRole('columnheader').first()).toHaveText('单位');
  await matrix.getByRole('link', { name: /^团市委，青少年科学素质提升行动：2 项，已签收 2 \/ 2$/ }).click();

  const items = page.getByRole('table', { name: '工作清单' });
  await see(items.getByRole('row')).toHaveCount(3);
  await items.getByRole('link', { name: /山区海岛学校/ }).click();
  await see(heading(page, `${year} 年第 4 项`)).toBeVisible();
  const source = part(page, '出处');
  await see(source).toContainText(/原文位置第 .*\d+ 行/);
  await see(source).toContainText('组织大学生志愿者到山区海岛学校开展科学实验课。');
  const history = part(page, '历史');
  for (const deed of ['由文件导入', '提出疑问', '答复疑问', '签收']) await see(history.getByText(deed, { exact: true })).toBeVisible();
  await see(history).toContainText(question);
  await see(history).toContainText(answer);
}

async function exportEverything(page: Page, year: number): Promise<void> {
  await page.getByRole('link', { name: '工作清单' }).click();
  await page.getByRole('tab', { name: '概览' }).click();
  // The figure leads to all of them, though the list was last seen filtered.
  await part(page, '规模').getByRole('link', { name: /^7\s*项工作$/ }).click();
  // By the initials of its unit, one item is found; without them, all again.
  const box = page.getByRole('textbox', { name: '搜索（内容、单位、项目，支持拼音首字母）' });
  await box.fill('sqxj');
  await see(page.getByRole('table', { name: '工作清单' }).getByRole('link')).toHaveText(['气象科普馆在节假日免费开放。']);
  await box.clear();
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: '导出全部结果（7）' }).click()]);
  expect(download.suggestedFilename()).toMatch(new RegExp(`${year}.*\\.xlsx$`));
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(readFileSync(await download.path()) as unknown as ArrayBuffer);
  const text = book.worksheets.flatMap((sheet) => sheet.getSheetValues()).flat().join('\n');
  expect(text).toContain(`${unfinished}。`);
  expect(text).toContain('气象科普馆在节假日免费开放。');
}
