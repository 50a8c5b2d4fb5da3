import type { Locator } from 'playwright';
import { startServer, type TestServer } from '../support/server.js';
import { agree, ask } from './back-office.js';
import { journey, see } from './journey.js';
import { button, choose, field, look, region, signInAtDesk, title, told } from './loop-people.js';
import { begin, clientOf, on, other, unit, type Year } from './year.js';

/** S2: the main steps of the office at a desk and of a liaison on a phone of 360 px, through a year whose clock is moved. What is not the point is done by the API; on both databases the year is played by `tests/http/year.test.ts`. */
describe('a year in the browser', () => {
  let server: TestServer;
  beforeAll(async () => { server = await startServer({ database: 'sqlite' }); });

  journey('goes from the paper to its archive', () => server, async (open) => {
    const story = await begin(server, open);
    await issueAndSign(story);
    await remind(story);
    await proveWork(story);
    await report(story);
    await writeTo(story);
    await closeOut(story);
    await tellAndArchive(story);
  }, { minutes: 4 });
});

/** The card of one of the liaison's items. */
const card = ({ liaison: { page }, items }: Year, seq: number): Locator => page.getByRole('article').filter({ has: page.locator(`a[href$="/items/${items[seq - 1]?.id ?? ''}"]`) });
const tab = async ({ office: { page, say } }: Year, name: string): Promise<void> => {
  await page.getByRole('tab', { name: say(`admin.plans.tab_${name}`), exact: true }).click();
};

async function issueAndSign(story: Year): Promise<void> {
  const { office, liaison, plan } = story;
  await signInAtDesk(office, 'office');
  await see(region(office, office.say('admin.desk.title'))).toBeVisible();
  await office.page.goto(`/admin/plans/${plan.id}`);
  const issue = await ask(button(office, '下发'), /^下发《/);
  await see(issue).toContainText('将通知 2 个单位的联络员签收 4 项工作');
  await agree(issue, '下发');
  await look(office, 'year-issued');
  await tab(story, 'matrix');
  await see(office.page.getByRole('row', { name: new RegExp(`^${unit}`) })).toBeVisible();
  await look(office, 'year-matrix');

  await signInAtDesk(liaison, 'liaison-women');
  await see(title(liaison, liaison.say('admin.my_items.title'))).toBeVisible();
  await look(liaison, 'year-to-sign');
  await agree(await ask(button(liaison, '签收全部 3 项'), '签收 3 项任务？'), '签收');
  await see(region(liaison, '签收进度')).toContainText('全部已签收');
  await look(liaison, 'year-signed');
}

/** A text with its QR code for those who have not signed. */
async function remind(story: Year): Promise<void> {
  const { office } = story;
  await tab(story, 'sign_offs');
  await see(office.page.getByRole('table')).toContainText(other);
  await see(office.page.getByRole('table')).not.toContainText(unit);
  const dialog = await ask(button(office, '催签提醒'), '催签提醒');
  await see(dialog.getByRole('img')).toBeVisible();
  await look(office, 'year-reminder');
  await office.page.keyboard.press('Escape');
}

/** Work with a photo that comes first, and the office that takes it. */
async function proveWork(story: Year): Promise<void> {
  const { server, liaison, year } = story;
  const { page, say } = liaison;
  await on(server, `${year}-06-15`);
  await signInAtDesk(liaison, 'liaison-women');
  await button(liaison, '全部 3').click();
  const photo = await page.screenshot();
  const [window] = await Promise.all([page.waitForEvent('filechooser'), card(story, 1).getByRole('button', { name: '加佐证', exact: true }).click()]);
  await window.setFiles({ name: '夜校第一课.png', mimeType: 'image/png', buffer: photo });
  await page.getByRole('list', { name: say('admin.work.kind') }).getByRole('button', { name: /^培训/ }).click();
  await field(page, say('admin.work.title')).fill('家庭科学夜校第一期');
  await field(page, say('admin.work.quantities.training')).fill('60');
  await field(page, say('admin.work.text')).fill('讲用电安全和家庭小实验。');
  const roster = page.getByRole('group', { name: say('admin.work.roster') });
  const [list] = await Promise.all([page.waitForEvent('filechooser'), roster.getByRole('button', { name: say('admin.files.choose'), exact: true }).click()]);
  await list.setFiles({ name: '签到册.txt', mimeType: 'text/plain', buffer: Buffer.from('姓名\n学员一\n') });
  await see(roster.getByText('签到册.txt', { exact: true })).toBeVisible();
  await see(page.getByText(say('admin.files.still_sending'))).toHaveCount(0);
  await look(liaison, 'year-work');
  await button(liaison, say('admin.activities.save_submit')).click();
  await see(page.getByText(say('terms.workEntryStates.submitted'), { exact: true })).toBeVisible();
  const api = await clientOf(server, 'office');
  const [entry] = (await api.listWorkEntries({ query: { planId: story.plan.id } })).data;
  await api.acceptWorkEntry({ params: { id: entry?.id ?? '' }, body: { version: entry?.version ?? 0 } });
}

/** The office opens a period; words for one item and one tap for the rest; back once, then accepted. */
async function report(story: Year): Promise<void> {
  const { office, liaison, plan, year } = story;
  await signInAtDesk(office, 'office');
  await see(region(office, office.say('admin.desk.title'))).toBeVisible();
  await office.page.goto(`/admin/plans/${plan.id}/reports`);
  const opening = await ask(button(office, '开放填报'), '开放填报');
  await choose(opening.getByRole('combobox', { name: '填报期' }), '实施方案');
  await field(opening, '名称').fill('六月');
  for (const [name, day] of [['开始日', '06-01'], ['结束日', '06-30'], ['开始填报', '06-15'], ['截止日期', '06-30']] as const) await field(opening, name).fill(`${year}-${day}`);
  await look(office, 'year-period');
  await agree(opening, '开放填报');
  await office.page.getByRole('link', { name: '六月', exact: true }).click();
  await see(title(office, '六月')).toBeVisible();
  await look(office, 'year-period-open');
  const period = office.page.url();

  await liaison.page.goto(new URL(period).pathname);
  await liaison.page.getByRole('button', { name: `开始填报 ${unit}`, exact: true }).click();
  await liaison.page.getByRole('article').first().getByRole('textbox', { name: '进展' }).fill('夜校已开一期，培训家长 60 人次。');
  await button(liaison, '其余 2 项都没有新进展').click();
  await see(liaison.page.getByRole('status').filter({ hasText: '3 项都填好了' })).toBeVisible();
  await look(liaison, 'year-report');
  await agree(await ask(button(liaison, '报送'), /^报送/), '报送');
  await told(liaison, '已报送');

  await office.page.reload();
  await office.page.getByRole('button', { name: `查看 ${unit}`, exact: true }).click();
  await look(office, 'year-report-to-decide');
  const back = await ask(button(office, '退回'), /^退回/);
  await field(back, '原因').fill('请写明第二期的时间。');
  await agree(back, '退回');
  await told(office, '已退回');

  await liaison.page.reload();
  await see(liaison.page.getByText(/请写明第二期的时间/).first()).toBeVisible();
  await look(liaison, 'year-report-back');
  await liaison.page.getByRole('article').first().getByRole('textbox', { name: '进展' }).fill('夜校已开一期，培训家长 60 人次；第二期定在七月。');
  await agree(await ask(button(liaison, '报送'), /^报送/), '报送');
  await told(liaison, '已报送');
  await office.page.reload();
  await agree(await ask(button(office, '通过'), /^通过/), '通过');
  await see(office.page.getByText('已通过', { exact: true }).first()).toBeVisible();
}

/** Chased, written to, answered. */
async function writeTo(story: Year): Promise<void> {
  const { server, office, liaison, plan, year } = story;
  await on(server, `${year}-09-08`);
  await signInAtDesk(office, 'office');
  await see(region(office, office.say('admin.desk.title'))).toBeVisible();
  await office.page.goto(`/admin/plans/${plan.id}/lights`);
  const box = office.page.getByRole('checkbox', { name: `选择第 2 项 ${unit}` });
  await box.check();
  await look(office, 'year-lights');
  await agree(await ask(region(office, '进度灯').getByRole('button', { name: '催办', exact: true }).first(), /^催办 1 个单位/), '发送催办');
  const messages = office.page.getByRole('dialog', { name: '转发到工作群' });
  await see(messages).toContainText(unit);
  await look(office, 'year-chased');
  await messages.getByRole('button', { name: '关闭' }).click();
  await box.check();
  const writing = await ask(button(office, '发提示函'), /^给 1 个单位起草/);
  await agree(writing, '起草');
  await see(office.page.getByText('草稿', { exact: true }).first()).toBeVisible();
  await look(office, 'year-letter-draft');
  const sending = await ask(button(office, '编号发出'), '编号发出');
  await field(sending, '编号').fill(`温全科函〔${year}〕1号`);
  await agree(sending, '编号发出');
  await told(office, '已发出');

  await signInAtDesk(liaison, 'liaison-women');
  await see(title(liaison, liaison.say('admin.my_items.title'))).toBeVisible();
  await look(liaison, 'year-home-september');
  await liaison.page.getByRole('link', { name: /待回复的提示函/ }).click();
  await see(title(liaison, /提示函/)).toBeVisible();
  const answer = await ask(button(liaison, '回复'), /回复/);
  await field(answer, '原因').fill('暑期文化礼堂检修。');
  await field(answer, '下一步措施').fill('九月起每周一场。');
  await look(liaison, 'year-letter-reply');
  await agree(answer, '回复');
  await told(liaison, '已回复，谢谢');
  await look(liaison, 'year-letter-replied');
  await office.page.reload();
  await see(region(office, office.say('admin.prompts.replies'))).toContainText('九月起每周一场');
  await look(office, 'year-letter-answered');
  await agree(await ask(button(office, '认可并销单'), /./), '认可并销单');
  await told(office, '已销单');
}

/** What is not met is said in words, and the office closes the item out. */
async function closeOut(story: Year): Promise<void> {
  const { server, office, liaison, plan, year } = story;
  await on(server, `${year}-12-20`);
  await signInAtDesk(liaison, 'liaison-women');
  await button(liaison, '全部 3').click();
  await card(story, 3).getByRole('button', { name: '更多' }).click();
  await liaison.page.getByRole('menuitem', { name: '申请办结' }).click();
  const asking = liaison.page.getByRole('dialog', { name: '申请办结' });
  await see(asking.getByRole('list', { name: liaison.say('admin.follow_ups.checklist') })).toBeVisible();
  for (const box of await asking.getByLabel(/^写明情况/).all()) await box.fill('定性工作，材料见全年总结。');
  await look(liaison, 'year-close-out');
  await agree(asking, '申请办结');
  await told(liaison, '已提交');

  await signInAtDesk(office, 'office');
  await see(region(office, office.say('admin.desk.title'))).toBeVisible();
  await office.page.goto(`/admin/plans/${plan.id}/follow-ups`);
  const row = region(office, '销号').getByRole('article').filter({ hasText: unit });
  await see(row).toBeVisible();
  await look(office, 'year-close-out-asked');
  await agree(await ask(row.getByRole('button', { name: '同意销号', exact: true }), /./), '同意销号');
  await told(office, '已销号');
}

/** The year is told in numbers that lead to records, and put away. */
async function tellAndArchive(story: Year): Promise<void> {
  const { server, office, liaison, plan, year } = story;
  await office.page.goto('/admin/bulletins');
  const writing = await ask(button(office, '起草'), /./);
  await choose(writing.getByRole('combobox', { name: office.say('admin.bulletins.kind') }), '年度工作总结');
  await agree(writing, '取数并起草');
  await see(region(office, office.say('admin.shell.history'))).toBeVisible();
  await look(office, 'year-summary');
  const id = /bulletins\/([\w-]+)/u.exec(office.page.url())?.[1] ?? '';
  await agree(await ask(button(office, '送领导签批'), /./), '送领导签批');
  const leader = await clientOf(server, 'leader');
  await leader.approveBulletin({ params: { id }, body: { version: (await leader.getBulletin({ params: { id } })).version } });
  await office.page.reload();
  const numbering = await ask(button(office, '编号印发'), /./);
  await field(numbering, '编号').fill(`温全科通〔${year}〕1号`);
  await agree(numbering, '编号印发');
  await told(office, '已印发');

  await office.page.goto(`/admin/plans/${plan.id}`);
  const closing = await ask(button(office, '办结归档'), /^办结/);
  await field(closing, '原因').fill('年度工作结束，归档。');
  await look(office, 'year-closing');
  await agree(closing, '办结归档');
  await see(office.page.getByText('已办结', { exact: true }).first()).toBeVisible();
  await look(office, 'year-closed');
  await liaison.page.goto('/admin/bulletins');
  await liaison.page.getByRole('link', { name: new RegExp(`${year}年`) }).first().click();
  await see(liaison.page.getByText(`温全科通〔${year}〕1号`).first()).toBeVisible();
  await look(liaison, 'year-summary-read');
}
