import type { Page } from 'playwright';
import { startServer, type TestServer } from '../support/server.js';
import { dayIn } from '../http/activity-room.js';
import { newPerson } from '../matrix/people.js';
import { agree, ask, heading, menu, part, pick, said, signIn } from './back-office.js';
import { journey, see } from './journey.js';
import { violations, widthOf } from './readable.js';

const own = 'Shan-hai-2027!';
/** A link as the test's own browser opens it: the address of the server, whatever it is called. */
const local = (link: string): string => `${new URL(link).pathname}${new URL(link).hash}`;
const readable = async (page: Page, width: number): Promise<void> => {
  expect(await violations(page)).toEqual([]);
  expect(await widthOf(page)).toBe(width);
};

describe('who comes in', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startServer({ database: 'sqlite' });
  });

  journey('单位入驻: a school applies on a phone, completes its form, is admitted, and drafts its first activity', () => server, async (open) => {
    const school = await open({ screen: 'phone' });
    await school.goto('/');
    await school.getByRole('contentinfo').getByRole('link', { name: '单位入驻' }).click();
    await see(heading(school, '单位入驻')).toBeVisible();
    await readable(school, 360);
    await school.getByRole('button', { name: '提交申请' }).click();
    await see(school.getByText('这一项要填写').first()).toBeVisible();
    await school.getByLabel('单位全称').fill('平阳县鳌江镇第五小学');
    await school.getByRole('radio', { name: '学校', exact: true }).check();
    await school.getByRole('radio', { name: '平阳县', exact: true }).check();
    await school.getByLabel('详细地址').fill('学苑路');
    await school.getByLabel('您的姓名').fill('林校工');
    await school.getByLabel('职务或岗位').fill('教导主任');
    await school.getByLabel('手机号或邮箱').fill('13700004455');
    await school.getByRole('button', { name: '提交申请' }).click();
    await see(school.getByRole('heading', { name: '申请已提交' })).toBeVisible();
    await readable(school, 360);
    const link = local(String(await school.locator('.link-text').textContent()));

    const county = await open({ as: 'county' });
    await county.goto('/admin');
    await menu(county, '单位入驻');
    await county.getByRole('link', { name: '平阳县鳌江镇第五小学' }).click();
    await see(part(county, '可能已有的单位')).toContainText('没有名称相近的单位');
    await county.getByRole('button', { name: '显示联系方式' }).click();
    await see(county.getByRole('link', { name: '+8613700004455' })).toBeVisible();
    await readable(county, 1366);
    const back = await ask(county.getByRole('button', { name: '退回补充' }), /退回/);
    await back.getByRole('button', { name: '请补充详细地址' }).click();
    await agree(back, '退回补充');

    await school.goto(link);
    await school.reload();
    await see(school.getByText('请补充详细地址')).toBeVisible();
    await school.getByLabel('详细地址').fill('鳌江镇学苑路 5 号');
    await school.getByLabel('手机号或邮箱').fill('13700004455');
    await readable(school, 360);
    await school.getByRole('button', { name: '补充后重新提交' }).click();
    await see(school.getByText('已重新提交，请等待核实。')).toBeVisible();

    await county.reload();
    const yes = await ask(county.getByRole('button', { name: '通过', exact: true }), /通过“平阳县鳌江镇第五小学”的入驻申请/);
    await agree(yes, '通过');
    await see(county.getByText('已通过', { exact: true }).first()).toBeVisible();

    await school.reload();
    await school.getByRole('link', { name: '设置密码' }).click();
    await see(school.getByText('邀请您在平阳县鳌江镇第五小学担任联络员', { exact: false })).toBeVisible();
    await readable(school, 360);
    await school.getByLabel('收到邀请的手机号').fill('13700004456');
    await school.getByLabel('设置登录密码').fill(own);
    await school.getByRole('button', { name: '接受邀请' }).click();
    await see(school.getByText('填写的手机号或邮箱与邀请的不一致', { exact: false })).toBeVisible();
    await school.getByLabel('收到邀请的手机号').fill('13700004455');
    await school.getByRole('button', { name: '接受邀请' }).click();
    await see(school.getByRole('heading', { name: '已加入平阳县鳌江镇第五小学' })).toBeVisible();
    await school.getByRole('link', { name: '进入工作后台' }).click();
    await see(heading(school, '我的任务')).toBeVisible();
    // The link is used up.
    const stranger = await open({ screen: 'phone' });
    await stranger.goto(link.replace('/join#', '/invitation#'));
    await see(stranger.getByText('这个邀请已经接受过了，请直接登录。')).toBeVisible();
  });

  journey('a colleague is invited by the liaison, prepares an activity, and cannot hand it in', () => server, async (open) => {
    const liaison = await open({ as: 'liaison' });
    await liaison.goto('/admin');
    await menu(liaison, '邀请');
    await see(heading(liaison, '邀请')).toBeVisible();
    const dialog = await ask(liaison.getByRole('button', { name: '邀请人员' }), '邀请人员');
    await dialog.getByRole('textbox', { name: '姓名' }).fill('毛豆豆');
    await dialog.getByRole('textbox', { name: '手机号或邮箱' }).fill('mao@unit.example');
    await agree(dialog, '邀请人员');
    const shown = liaison.getByRole('dialog', { name: '毛豆豆的邀请链接' });
    const link = /http\S+/.exec(String(await shown.locator('output').textContent()))?.[0] ?? '';
    expect(await violations(liaison)).toEqual([]);
    await agree(shown, '已发送，关闭');
    await see(liaison.getByText('待接受')).toBeVisible();

    const colleague = await open({ screen: 'phone' });
    await colleague.goto(local(link));
    await colleague.getByLabel('收到邀请的邮箱').fill('mao@unit.example');
    await colleague.getByLabel('设置登录密码').fill(own);
    await colleague.getByRole('button', { name: '接受邀请' }).click();
    await colleague.getByRole('link', { name: '进入工作后台' }).click();
    await see(heading(colleague, '毛豆豆，您好')).toBeVisible();
    await colleague.goto('/admin/activities/create');
    await see(colleague.getByRole('button', { name: '存为草稿' })).toBeVisible();
    await see(colleague.getByRole('button', { name: '提交审核' })).toHaveCount(0);
    await liaison.reload();
    await see(liaison.getByText('已接受')).toBeVisible();
  });

  journey('a liaison’s work is handed to a successor by the office, in one step', () => server, async (open) => {
    const client = await server.client('office');
    const to = await newPerson(server, client, 'comes@demo.kepu');
    await client.updateAccount({ params: { id: to.id }, body: { version: (await client.getAccount({ params: { id: to.id } })).version, name: '接手人' } });
    const before = await open({ screen: 'phone' });
    await signIn(before, 'liaison-women');
    await see(heading(before, '我的任务')).toBeVisible();

    const office = await open({ as: 'office' });
    await office.goto('/admin/units');
    const unitId = (await client.listUnits({ query: { q: '市妇联' } })).data[0]?.id ?? '';
    await office.goto(`/admin/units/${unitId}`);
    const dialog = await ask(part(office, '人员').getByRole('button', { name: '移交工作' }), '移交联络员工作');
    await see(dialog.getByText(/待签收的任务|未结项的活动|没有未完工作/).first()).toBeVisible();
    await pick(dialog.getByRole('combobox', { name: '接手人' }), 'jsr', '接手人');
    await dialog.getByRole('button', { name: '岗位调整' }).click();
    await readable(office, 1366);
    await agree(dialog, '确认移交');
    await said(office, '已移交，双方都会收到通知');
    await see(part(office, '人员')).toContainText('接手人');
    await see(part(office, '历史')).toContainText('移交联络员工作');

    await before.goto('/admin');
    await see(before.getByText('这里没有您的工作')).toBeVisible();
    const after = await open({ screen: 'phone' });
    await signIn(after, 'comes@demo.kepu', 'Ouhai-2026-xuan');
    await see(heading(after, '我的任务')).toBeVisible();
    await see(after.getByText('市妇联').first()).toBeVisible();
  });

  journey('the office is told why somebody does not see a draft', () => server, async (open) => {
    const league = await server.client('liaison');
    const [source] = (await league.listActivities({ query: { managed: 'true', unitId: (await league.getSession()).grants[0]?.scope.id ?? '' } })).data;
    const copy = await league.copyActivity({ params: { id: source?.id ?? '' }, body: { startsOn: dayIn(40) } });
    const draft = await league.updateActivity({ params: { id: copy.id }, body: { version: copy.version, title: '还没有提交的科普草稿' } });
    const office = await open({ as: 'office' });
    await office.goto('/admin/grants');
    await office.getByRole('link', { name: '为什么看不到' }).click();
    await pick(office.getByRole('combobox', { name: '谁' }), 'jcm', '金春梅');
    await pick(office.getByRole('combobox', { name: '哪一个' }), draft.title, `${draft.title} · 团市委`);
    await office.getByRole('button', { name: '查一下' }).click();
    await see(heading(office, '为什么看不到')).toBeVisible();
    await see(office.getByText(`金春梅看不到“${draft.title}”。`)).toBeVisible();
    await see(office.getByText('权限范围不包含这一项', { exact: false })).toBeVisible();
    await readable(office, 1366);
    await office.goto('/admin/grants');
    const table = await ask(office.getByRole('button', { name: '角色能做什么' }), '角色能做什么');
    await see(table.getByRole('row', { name: /提交、改期、取消和结项活动/ })).toBeVisible();
    expect(await violations(office)).toEqual([]);
  });
});
