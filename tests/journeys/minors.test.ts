import type { Activity } from '@kepu/contracts';
import type { Page } from 'playwright';
import { furnishActivities, shift, type ActivityRoom } from '../http/activity-room.js';
import { bornFor, familyPassword } from '../http/family-room.js';
import { startServer, type TestServer } from '../support/server.js';
import { journey, see } from './journey.js';
import { look, sayIn, type Person } from './loop-people.js';
import { violations } from './readable.js';

const DAY_MS = 86_400_000;
const risk = '室内活动，使用小电机，须听从老师指挥。\n请穿平底鞋。';

describe('minors and their guardians, in the portal', () => {
  let server: TestServer;
  let room: ActivityRoom;
  let today: string;
  beforeAll(async () => {
    // No messages are sent here: the phone needs no code.
    server = await startServer({ database: 'sqlite' });
    room = await furnishActivities(server);
    ({ today } = await room.office.getSession());
  });
  afterEach(() => server.control.clock({ reset: true }));

  const person = (page: Page): Person => ({ page, locale: 'zh-CN', phone: true, say: sayIn('zh-CN') });
  const digits = (day: string): string => day.replaceAll('-', '');
  const forMinors = (title: string): Promise<Activity> => {
    const startsAt = new Date(Date.parse(`${today}T02:00:00.000Z`) + 10 * DAY_MS).toISOString();
    return room.open({ title, minors: true, flow: 'instant', riskStatement: risk, shifts: [shift(0, { startsAt, endsAt: new Date(Date.parse(startsAt) + 7_200_000).toISOString(), positions: [{ role: 'helper', name: '引导小帮手', minimum: 0, maximum: 5, requires: {} }] })] });
  };
  /** A page as somebody on a phone meets it, and as somebody at a desk would: nothing to scroll sideways, no violation. */
  const good = async (page: Page, name: string): Promise<void> => {
    await look(person(page), `minors-${name}`);
    expect({ name, found: await violations(page) }).toEqual({ name, found: [] });
  };
  const account = async (page: Page, name: string, phone: string): Promise<void> => {
    await page.locator('#name').fill(name);
    await page.locator('#bornOn').fill('19850312');
    await page.locator('#phone').fill(phone);
    await page.locator('#password').fill(familyPassword);
    await page.locator('#consent').check();
    await page.getByRole('button', { name: '开通账号', exact: true }).click();
  };

  journey('a mother registers her pupil, signs her up, and takes it back; the leader can call her on the day', () => server, async (open) => {
    const activity = await forMinors('小小讲解员');
    const page = await open({ screen: 'phone' });
    await page.goto('/children');
    await see(page.getByRole('heading', { level: 1, name: '未成年人信息保护规则' })).toBeVisible();
    await good(page, 'rules');
    await page.goto('/register');
    await page.locator('#bornOn').fill(digits(bornFor(today, 13)));
    await see(page.locator('#bornOn-read')).toContainText('14 周岁以下由家长登记');
    await good(page, 'register');
    await page.locator('#bornOn-read').getByRole('link', { name: '我是家长，去登记孩子' }).click();
    await see(page.getByRole('heading', { level: 1, name: '我是家长' })).toBeVisible();
    await good(page, 'family');
    await account(page, '林素云', '13711110001');
    await see(page).toHaveURL(/\/me\/family$/);
    await see(page.getByText('您还没有登记孩子。')).toBeVisible();
    await good(page, 'my-family-empty');
    await page.getByRole('button', { name: '登记一个孩子' }).click();
    await good(page, 'child-form');
    await page.locator('#name').fill('林小满');
    await page.locator('#bornOn').fill(digits(bornFor(today, 13)));
    await page.getByRole('radio', { name: '母亲', exact: true }).check({ force: true });
    await page.getByRole('radio', { name: '鹿城区', exact: true }).check({ force: true });
    await page.locator('#consent').check();
    await page.locator('#childConsent').check();
    await page.locator('.child-form').getByRole('button', { name: '登记', exact: true }).click();
    await see(page.getByRole('article', { name: '林小满' })).toContainText('须由您全程陪同');
    await good(page, 'my-family');
    await page.getByRole('article', { name: '林小满' }).getByRole('button', { name: '资料', exact: true }).click();
    await see(page.getByRole('button', { name: '修改资料' })).toBeVisible();
    await good(page, 'child-profile');

    await page.goto('/activities?minors=1');
    await page.getByRole('link', { name: '小小讲解员' }).click();
    await see(page.getByText('欢迎中小学生').first()).toBeVisible();
    await page.getByRole('button', { name: '为孩子报名' }).click();
    await see(page.locator('.child-risk')).toContainText('请穿平底鞋。');
    await page.getByRole('button', { name: '同意并报名' }).click();
    await see(page.getByText('林小满这个年龄须由监护人全程陪同')).toBeVisible();
    await page.getByRole('checkbox', { name: '我会陪同参加' }).check();
    await good(page, 'child-signup');
    await page.getByRole('button', { name: '同意并报名' }).click();
    await see(page.getByText('林小满报名成功，已被录取')).toBeVisible();

    // The leader, on the day, in the hall.
    const [slot] = activity.shifts;
    await room.league.setShiftLeader({ params: { id: slot?.id ?? '' }, body: { accountId: (await room.league.getSession()).account.id } });
    await server.control.clock({ freeze: new Date(Date.parse(slot?.startsAt ?? '') - 600_000).toISOString() });
    const leader = await open({ screen: 'phone' });
    await leader.goto(`/sign-in?next=/lead/${slot?.id}`);
    await leader.getByRole('textbox', { name: sayIn('zh-CN')('portal.signIn.identifier') }).fill('liaison@demo.kepu');
    await leader.locator('#password').fill('Kepu-demo-2026');
    await leader.getByRole('button', { name: '登录', exact: true }).click();
    await see(leader.locator('.tick-row')).toContainText('林小满');
    await see(leader.locator('.tick-row')).toContainText('监护人已同意');
    await good(leader, 'lead');
    await leader.getByRole('button', { name: '紧急联系卡' }).click();
    await see(leader.getByRole('dialog')).toContainText('这次查看已记录');
    await see(leader.getByRole('link', { name: /打电话给林素云/ })).toHaveAttribute('href', 'tel:+8613711110001');
    await good(leader, 'emergency');
    await server.control.clock({ reset: true });

    await page.goto('/me/family');
    await page.getByRole('button', { name: '撤回同意' }).click();
    await good(page, 'withdraw');
    await page.getByRole('button', { name: '撤回并退出' }).click();
    await see(page.getByText('已撤回，林小满在“小小讲解员”的名额已退出。')).toBeVisible();
    await good(page, 'withdrawn');
    expect((await room.anyone.getActivity({ params: { id: activity.id } })).shifts[0]?.positions[0]?.confirmed).toBe(0);
    await page.getByRole('button', { name: '谁看过', exact: true }).click();
    await see(page.locator('.child-detail')).toContainText('紧急联系卡');
  }, { minutes: 4 });

  journey('a pupil registers alone, and the mother says yes by the link and to the activity', () => server, async (open) => {
    const activity = await forMinors('科技馆引导员');
    const pupil = await open({ screen: 'phone' });
    await pupil.goto('/register');
    await pupil.locator('#name').fill('葛知秋');
    await pupil.locator('#phone').fill('13711110002');
    await pupil.locator('#bornOn').fill(digits(bornFor(today, 15)));
    await see(pupil.locator('#bornOn-read')).toContainText('登记以后请监护人确认');
    await pupil.getByRole('radio', { name: '中小学生', exact: true }).check({ force: true });
    await pupil.getByRole('radio', { name: '鹿城区', exact: true }).check({ force: true });
    await pupil.locator('#password').fill(familyPassword);
    await pupil.locator('#consent').check();
    await pupil.getByRole('button', { name: '登记', exact: true }).click();
    await see(pupil).toHaveURL(/\/me\/family$/);
    await see(pupil.getByText('还差一步：请监护人确认')).toBeVisible();
    await good(pupil, 'pupil');
    await pupil.locator('#name').fill('葛素梅');
    await pupil.locator('#phone').fill('13711110003');
    await pupil.getByRole('radio', { name: '母亲', exact: true }).check({ force: true });
    await pupil.getByRole('button', { name: '生成链接' }).click();
    await see(pupil.locator('.link-text')).toContainText('/guardian#');
    await good(pupil, 'pupil-link');
    const token = /#([\w-]{43})/.exec((await pupil.locator('.link-text').textContent()) ?? '')?.[1] ?? '';

    const mother = await open({ screen: 'phone' });
    await mother.goto(`/guardian#${token}`);
    await see(mother.locator('.offer')).toContainText('您是母亲');
    await see(mother).toHaveURL(/\/guardian$/);
    await good(mother, 'guardian');
    await mother.getByRole('button', { name: '没有账号，开通一个' }).click();
    await account(mother, '葛素梅', '13711110003');
    await mother.getByRole('checkbox', { name: /我已阅读并同意《未成年人信息保护规则》/ }).check();
    await good(mother, 'guardian-rules');
    await mother.getByRole('button', { name: '我是监护人，确认' }).click();
    await see(mother.getByText(/已确认，您现在是/)).toBeVisible();

    await pupil.goto(`/activities/${activity.id}`);
    await pupil.getByRole('button', { name: '请监护人同意' }).click();
    await pupil.getByRole('button', { name: '发给监护人' }).click();
    await see(pupil.getByText('已请监护人决定')).toBeVisible();
    await good(pupil, 'pupil-asked');

    await mother.goto('/me/family');
    await see(mother.locator('.consent-card')).toContainText('请穿平底鞋。');
    await good(mother, 'waiting');
    await mother.setViewportSize({ width: 1366, height: 768 });
    expect(await violations(mother)).toEqual([]);
    await mother.getByRole('button', { name: '同意并报名' }).click();
    await see(mother.getByText('已同意，葛知秋已报名“科技馆引导员”。')).toBeVisible();

    await pupil.reload();
    await see(pupil.getByText('您已被录取')).toBeVisible();
    expect((await room.anyone.getActivity({ params: { id: activity.id } })).shifts[0]?.positions[0]?.confirmed).toBe(1);
  }, { minutes: 4 });
});
