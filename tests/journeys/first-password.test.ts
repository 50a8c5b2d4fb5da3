import { startServer, type TestServer } from '../support/server.js';
import { agree, ask, heading, menu, part, pick, said, signIn } from './back-office.js';
import { journey, see } from './journey.js';

const own = 'Shan-hai-2027!';

describe('a person', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startServer({ database: 'sqlite' });
  });

  journey('is added with a right, sets a password of their own, works, and is disabled', () => server, async (open) => {
    const office = await open({ as: 'office' });
    await office.goto('/admin');
    await menu(office, '人员');
    const dialog = await ask(office.getByRole('button', { name: '新增人员' }), '新增人员');
    await dialog.getByRole('textbox', { name: '姓名' }).fill('苏沐阳');
    await dialog.getByRole('textbox', { name: '邮箱' }).fill('su@school.example');
    await agree(dialog, '保存');
    const shown = office.getByRole('dialog', { name: '苏沐阳的初始密码' });
    const first = String(await shown.locator('output').textContent());
    expect(first.length).toBeGreaterThanOrEqual(10);
    await agree(shown, '已记下，关闭');

    await see(heading(office, '苏沐阳')).toBeVisible();
    await see(office.getByText(first)).toHaveCount(0);
    const right = await ask(part(office, '权限').getByRole('button', { name: '授予权限' }), '授予苏沐阳权限');
    await right.getByRole('combobox', { name: '角色' }).click();
    await office.getByRole('option', { name: '联络员' }).click();
    await pick(right.getByRole('combobox', { name: '单位' }), 'wzdx', '温州大学');
    await agree(right, '授予权限');
    await see(part(office, '权限')).toContainText('联络员 · 温州大学');

    const person = await open({ screen: 'phone' });
    await signIn(person, 'su@school.example', first);
    await see(heading(person, '请先设置自己的密码')).toBeVisible();
    // No other page before that, and no password that others would try.
    await person.goto('/admin/plans');
    await see(heading(person, '请先设置自己的密码')).toBeVisible();
    await person.goto('/admin');
    await person.getByLabel(/^现在的密码/).fill(first);
    await person.getByLabel(/^新密码/).fill('1234567890');
    await person.getByLabel(/^再输一次新密码/).fill('1234567890');
    await person.getByRole('button', { name: '确认修改' }).click();
    await see(person.getByRole('alert')).toContainText('密码不符合要求');
    await person.getByLabel(/^新密码/).fill(own);
    await person.getByLabel(/^再输一次新密码/).fill(own);
    await person.getByRole('button', { name: '确认修改' }).click();
    await see(heading(person, '我的任务')).toBeVisible();
    await see(person.getByText('温州大学').first()).toBeVisible();

    await agree(await ask(office.getByRole('button', { name: '停用账号' }), '停用苏沐阳？'), '停用账号');
    await see(office.getByText('已停用', { exact: true }).first()).toBeVisible();
    // The page may have noticed by itself meanwhile, and left.
    await person.getByRole('link', { name: /年第 \d+ 项$/ }).first().click({ timeout: 3_000 }).catch(() => undefined);
    await see(heading(person, '登录工作后台')).toBeVisible();
    await person.getByRole('textbox', { name: '邮箱或手机号' }).fill('su@school.example');
    await person.getByLabel(/^密码/).fill(own);
    await person.getByRole('button', { name: '登录' }).click();
    await said(person, '账号或密码不正确');
  }, { minutes: 3 });
});
