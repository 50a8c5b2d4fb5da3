import { readTables } from '@kepu/breakdown';
import { xlsxFile } from '@kepu/breakdown/testing';
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright';
import { startServer, type TestServer } from '../support/server.js';
import { agree, ask, heading, menu, said } from './back-office.js';
import { journey, see } from './journey.js';
import { violations, widthOf } from './readable.js';

const own = 'Shan-hai-2027!';
const head = ['姓名', '手机号', '出生日期', '职业', '县（市、区）', '单位'];
const book = (...rows: string[][]): Buffer => Buffer.from(xlsxFile([{ name: '名单', rows: [head, ...rows] }]));
const local = (link: string): string => `${new URL(link).pathname}${new URL(link).hash}`;
const readable = async (page: Page, width: number): Promise<void> => {
  expect(await violations(page)).toEqual([]);
  expect(await widthOf(page)).toBe(width);
};

describe('a roster', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startServer({ database: 'sqlite' });
  });

  journey('名册导入: checked, mended, sent, and answered on a phone by the person alone', () => server, async (open) => {
    const office = await open({ as: 'office' });
    await office.goto('/admin');
    await menu(office, '名册导入');
    await see(heading(office, '名册导入')).toBeVisible();
    const upload = (name: string, buffer: Buffer) => office.getByTestId('roster-file').setInputFiles({ name, mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', buffer });
    await upload('改名.xlsx', Buffer.from('姓名,手机号\n甲,1\n'));
    await see(office.getByRole('alert').getByText('不能读取“csv”格式的名册', { exact: false })).toBeVisible();

    const good = ['戚若谷', '13700881001', '1980-01-02', '教师', '鹿城区', '温州大学'];
    await upload('第一次.xlsx', book(good, ['乙一', '1.37E+10', '1980-1-2', '医生', '鹿城区', '温州大雪'], ['丙二', '13700881003', '1979年3月8日', '医生', '平阳', '']));
    await see(heading(office, '第一次.xlsx')).toBeVisible();
    await see(office.getByText('共 3 行，1 行有问题', { exact: false })).toBeVisible();
    await see(office.getByText('手机号被表格改成了科学计数法', { exact: false })).toBeVisible();
    await see(office.getByText('“温州大学”', { exact: false })).toBeVisible();
    await see(office.getByText('戚若谷')).toBeHidden();
    await office.getByLabel('只看有问题的').uncheck();
    await see(office.getByText('戚若谷')).toBeVisible();
    await readable(office, 1366);
    const [file] = await Promise.all([office.waitForEvent('download'), office.getByRole('button', { name: '下载带“问题”列的表格' }).click()]);
    const [table] = await readTables(readFileSync(await file.path()));
    expect(table?.rows[0]?.cells.map(({ text }) => text)).toEqual([...head, '问题']);
    expect(table?.rows[2]?.cells.at(-1)?.text).toContain('科学计数法');
    await agree(await ask(office.getByRole('button', { name: '放弃' }), /放弃这份名册/), '放弃');
    await see(office.getByText('已放弃', { exact: true }).first()).toBeVisible();

    await office.getByRole('link', { name: '返回名册列表' }).click();
    await upload('改好了.xlsx', book(good, ['丙二', '13700881003', '1979年3月8日', '医生', '平阳', '']));
    await see(office.getByText('没有问题，可以邀请。')).toBeVisible();
    await agree(await ask(office.getByRole('button', { name: '确认邀请' }), /邀请 2 人成为志愿者/), '确认邀请');
    await said(office, '已准备好邀请');
    await see(office.getByText('待本人确认').first()).toBeVisible();
    await readable(office, 1366);

    await office.getByRole('row', { name: /戚若谷/ }).getByRole('button', { name: '链接和二维码' }).click();
    const dialog = office.getByRole('dialog', { name: '戚若谷的链接' });
    await see(dialog.getByRole('img', { name: '戚若谷的二维码' })).toBeVisible();
    const link = /https?:\S+/.exec(String(await dialog.locator('output').textContent()))?.[0] ?? '';
    await readable(office, 1366);
    await dialog.getByRole('button', { name: '关闭' }).click();

    const person = await open({ screen: 'phone' });
    await person.goto(local(link));
    await see(heading(person, '邀请您成为科普志愿者')).toBeVisible();
    await see(person.getByText('137****1001')).toBeVisible();
    await readable(person, 360);
    await person.getByLabel('您的手机号').fill('13700881009');
    await person.getByLabel('设置登录密码').fill(own);
    await person.getByRole('button', { name: '我愿意加入' }).click();
    await see(person.getByText('这一项要填写')).toBeVisible();
    await person.getByLabel('我已阅读并同意《个人信息处理说明》').check();
    await person.getByRole('button', { name: '我愿意加入' }).click();
    await see(person.getByText('填写的手机号与名单上的不一致', { exact: false })).toBeVisible();
    await person.getByLabel('您的手机号').fill('13700881001');
    await person.getByRole('button', { name: '我愿意加入' }).click();
    await see(person.getByRole('heading', { name: '欢迎加入！' })).toBeVisible();
    await readable(person, 360);

    // The other one declines, with a second press.
    await office.reload();
    await see(office.getByRole('row', { name: /戚若谷/ })).toContainText('已接受');
    await office.getByRole('row', { name: /丙二/ }).getByRole('button', { name: '链接和二维码' }).click();
    const other = /https?:\S+/.exec(String(await office.getByRole('dialog', { name: '丙二的链接' }).locator('output').textContent()))?.[0] ?? '';
    await office.getByRole('button', { name: '关闭' }).click();
    const stranger = await open({ screen: 'phone' });
    await stranger.goto(local(other));
    await stranger.getByRole('button', { name: '谢绝，不再联系我' }).click();
    await see(stranger.getByText('确定谢绝吗？', { exact: false })).toBeVisible();
    await readable(stranger, 360);
    await stranger.getByRole('button', { name: '谢绝，不再联系我' }).click();
    await see(stranger.getByRole('heading', { name: '已谢绝，资料已删除。' })).toBeVisible();
    await stranger.goto('/');
    await stranger.goto(local(other));
    await see(stranger.getByText('这个链接无效', { exact: false })).toBeVisible();
  });
});
