import { Secret, TOTP } from 'otpauth';
import type { Page } from 'playwright';
import { screens } from '../support/browser.js';
import { startServer, type TestServer } from '../support/server.js';
import { demoPassword } from '../support/template.js';
import { citizen, password } from '../http/sign-in-room.js';
import { until } from '../http/papers.js';
import { heading } from './back-office.js';
import { openHouses, type Houses } from './houses.js';
import { journey, see } from './journey.js';
import { violations, widthOf } from './readable.js';

describe('signing in', () => {
  let server: TestServer;
  let houses: Houses;
  let origin: string;
  /** Registered before the gateway was there, which asks for a proof of each phone. */
  const people: { phone: string; id: string }[] = [];
  beforeAll(async () => {
    server = await startServer({ database: 'sqlite' });
    for (let at = 0; at < 4; at += 1) people.push(await citizen(server));
    // The other house leads back to where people open the page, and messages name it.
    const { port } = new URL(server.url);
    houses = await openHouses(`http://localhost:${port}/api/v1/oidc/callback`);
    origin = `http://localhost:${port}`;
    await server.restart({ ...houses.env, SECOND_FACTOR: 'staff', LOG_LEVEL: 'warn' });
  });
  afterAll(() => houses.close());

  const to = (address: string) => `${origin}${address}`;
  const h1 = (page: Page, name: string) => page.getByRole('heading', { level: 1, name });
  const codeTo = async (phone: string): Promise<string> => (await until(() => Promise.resolve(houses.codeTo(phone)), (code) => code !== undefined)) ?? '';
  const own = async (page: Page) => {
    await see(page).toHaveURL(/\/me(#|$)/);
    await see(h1(page, '我的')).toBeVisible();
  };
  const byPassword = async (page: Page, phone: string, secret = password) => {
    await page.getByRole('button', { name: '密码登录' }).click();
    await page.locator('#identifier').fill(phone);
    await page.locator('#password').fill(secret);
    await page.getByRole('button', { name: '登录', exact: true }).click();
  };

  journey('by a code that comes to the phone, which is the first way that is shown', () => server, async (open) => {
    const page = await open({ screen: 'phone' });
    const { phone } = people[0] ?? { phone: '' };
    await page.goto(to('/sign-in'));
    await page.locator('#phone').fill(phone);
    await page.getByRole('button', { name: '获取验证码' }).click();
    await see(page.getByRole('status')).toContainText('验证码已经发出');
    expect(await violations(page)).toEqual([]);
    await page.getByLabel('验证码').fill('000000');
    await page.getByRole('button', { name: '登录', exact: true }).click();
    await see(page.getByText('验证码或链接不正确，或已失效。请核对后重试，或重新获取。')).toBeVisible();
    await page.getByLabel('验证码').fill(await codeTo(phone));
    await page.getByRole('button', { name: '登录', exact: true }).click();
    await own(page);
  });

  journey('by the link of a real mail, whose token leaves the address at once', () => server, async (open) => {
    const page = await open({ screen: 'phone' });
    await page.goto(to('/sign-in'));
    await page.getByRole('button', { name: '邮件链接' }).click();
    await page.getByLabel('邮箱').fill('teacher@demo.kepu');
    await page.getByRole('button', { name: '发送登录链接' }).click();
    await see(page.getByRole('status')).toContainText('登录链接已经发出');
    const mail = (await until(() => Promise.resolve(houses.mailTo('teacher@demo.kepu')), (text) => text !== undefined)) ?? '';
    const [link = ''] = /http:\/\/localhost:\d+\/sign-in\/link#\S+/.exec(mail) ?? [];
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.goto(link);
    await see(h1(page, '用邮件链接登录')).toBeVisible();
    await see(page).toHaveURL(to('/sign-in/link'));
    expect(asked.filter((url) => url.includes(link.split('#')[1]?.split('.')[1] ?? ''))).toEqual([]);
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: '登录', exact: true }).click();
    await page.getByRole('link', { name: '继续' }).click();
    await own(page);
    // Once, and then never again.
    const again = await open({ screen: 'phone' });
    await again.goto(link);
    await again.getByRole('button', { name: '登录', exact: true }).click();
    await see(again.getByText('验证码或链接不正确，或已失效。请核对后重试，或重新获取。')).toBeVisible();
  });

  journey('with a forgotten password: a code, a new one, and the old one opens nothing', () => server, async (open) => {
    const page = await open({ screen: 'phone' });
    const { phone } = people[1] ?? { phone: '' };
    await page.goto(to('/sign-in?next=%2Fcalendar'));
    await page.getByRole('link', { name: '忘记密码？' }).click();
    await see(h1(page, '找回密码')).toBeVisible();
    expect(await violations(page)).toEqual([]);
    await page.locator('#phone').fill(phone);
    await page.getByRole('button', { name: '获取验证码' }).click();
    await page.getByLabel('验证码').fill(await codeTo(phone));
    await page.getByRole('button', { name: '确认' }).click();
    await page.locator('#nextPassword').fill('12345678');
    await page.getByRole('button', { name: '保存新密码' }).click();
    await see(page.getByText('密码不符合要求')).toBeVisible();
    await page.locator('#nextPassword').fill('Shan-hai-2027!');
    await page.getByRole('button', { name: '保存新密码' }).click();
    await see(page).toHaveURL(to('/calendar'));
    const other = await open();
    await other.goto(to('/sign-in'));
    await byPassword(other, phone);
    await see(other.getByText('账号或密码不正确')).toBeVisible();
    await byPassword(other, phone, 'Shan-hai-2027!');
    await own(other);
  });

  journey('of the staff: an app is set up, its codes are kept, and a remembered device is not asked again', () => server, async (open) => {
    const page = await open({ screen: 'phone' });
    const enter = async (within: Page) => {
      await within.goto(to('/admin'));
      await within.getByRole('textbox', { name: '邮箱或手机号' }).fill('editor@demo.kepu');
      await within.getByLabel(/^密码/).fill(demoPassword);
      await within.getByRole('button', { name: '登录', exact: true }).click();
    };
    await enter(page);
    await see(heading(page, '设置第二种验证方式')).toBeVisible();
    await see(page.getByRole('img', { name: '身份验证器的二维码' })).toBeVisible();
    expect(await violations(page)).toEqual([]);
    expect(await widthOf(page)).toBeLessThanOrEqual(screens.phone.width);
    const key = String(await page.locator('code').first().textContent()).replaceAll(' ', '');
    const app = new TOTP({ secret: Secret.fromBase32(key) });
    await page.getByLabel(/^App 显示的 6 位数字/).fill(app.generate());
    await page.getByRole('button', { name: '确认' }).click();
    await see(page.getByText('请保存好备用码')).toBeVisible();
    const codes = await page.locator('main li').allTextContents();
    expect(codes).toHaveLength(10);
    await page.getByRole('button', { name: '我已经保存，继续' }).click();
    await see(page.getByRole('heading', { level: 1, name: /您好/ })).toBeVisible();

    // Another device: asked for, by one of the codes that were kept, and remembered.
    const second = await open();
    await enter(second);
    await see(heading(second, '还差一步：验证身份')).toBeVisible();
    expect(await violations(second)).toEqual([]);
    await second.getByRole('button', { name: '用备用码' }).click();
    await second.getByLabel(/^备用码/).fill(codes[0] ?? '');
    await second.getByRole('switch').or(second.getByRole('checkbox')).check();
    await second.getByRole('button', { name: '确认' }).click();
    await see(second.getByRole('heading', { level: 1, name: /您好/ })).toBeVisible();
    await second.goto(to('/admin/security'));
    await see(heading(second, '账号与安全')).toBeVisible();
    await see(second.getByText('还有 9 个备用码')).toBeVisible();
    await see(second.getByRole('heading', { name: '记住的设备' })).toBeVisible();
    expect(await violations(second)).toEqual([]);
    await second.getByRole('button', { name: '退出其他所有设备' }).waitFor();
    await second.context().clearCookies({ name: 'kepu_session' });
    await enter(second);
    await see(second.getByRole('heading', { level: 1, name: /您好/ })).toBeVisible();

    // The portal asks for the same, on its own page.
    const third = await open({ screen: 'phone' });
    await third.goto(to('/sign-in'));
    await byPassword(third, 'editor@demo.kepu', demoPassword);
    await see(third.getByRole('heading', { name: '还差一步：验证身份' })).toBeVisible();
    await third.goto(to('/me/security'));
    await see(third).toHaveURL(/\/sign-in\/second\?next=/);
    await see(third.getByLabel('验证码')).toBeVisible();
    expect(await violations(third)).toEqual([]);
    await third.getByRole('button', { name: '用备用码' }).click();
    await third.getByLabel('备用码').fill(codes[1] ?? '');
    await third.getByRole('button', { name: '确认' }).click();
    await see(h1(third, '账号与安全')).toBeVisible();
  }, { minutes: 3 });

  journey('by another house, once it was linked from the own account', () => server, async (open) => {
    const page = await open({ screen: 'phone' });
    const { phone } = people[2] ?? { phone: '' };
    const through = async (login: string) => {
      // The other house has pages of its own: who one is, and that one agrees.
      await page.locator('input[name="login"]').fill(login);
      await page.locator('input[name="password"]').fill('x');
      await page.getByRole('button', { name: 'Sign-in' }).click();
      await page.getByRole('button', { name: 'Continue' }).click();
    };
    await page.goto(to('/sign-in'));
    await page.getByRole('link', { name: '用浙政钉登录' }).click();
    await through('somebody');
    await see(page.getByText('这个账号还没有关联到本站。')).toBeVisible();
    expect(await violations(page)).toEqual([]);
    await byPassword(page, phone);
    await own(page);
    await page.goto(to('/me/security'));
    await see(h1(page, '账号与安全')).toBeVisible();
    expect(await violations(page)).toEqual([]);
    expect(await widthOf(page)).toBeLessThanOrEqual(screens.phone.width);
    await page.getByRole('link', { name: '关联浙政钉' }).click();
    await see(page).toHaveURL(to('/me/security'));
    await see(page.getByRole('button', { name: '取消关联' })).toBeVisible();
    await page.context().clearCookies({ name: 'kepu_session' });
    await page.goto(to('/sign-in'));
    await page.getByRole('link', { name: '用浙政钉登录' }).click();
    await own(page);
  });

  journey('and the own account in English, its app turned on and off, with a proof where it is asked for', () => server, async (open) => {
    const page = await open();
    const { phone } = people[3] ?? { phone: '' };
    await page.goto(to('/en/sign-in?next=%2Fen%2Fme%2Fsecurity'));
    await page.getByRole('button', { name: 'Password', exact: true }).click();
    await page.locator('#identifier').fill(phone);
    await page.locator('#password').fill(password);
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await see(h1(page, 'Account and security')).toBeVisible();
    await page.getByRole('button', { name: 'Turn on' }).first().click();
    const key = String(await page.locator('.setup-key').textContent()).replaceAll(' ', '');
    await page.getByLabel('The six digits in the app').fill(new TOTP({ secret: Secret.fromBase32(key) }).generate());
    await page.getByRole('button', { name: 'Confirm' }).click();
    await see(page.locator('.recovery-codes li')).toHaveCount(10);
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: 'I have kept them, go on' }).click();
    await see(page.getByText('Turned on.')).toBeVisible();
    await server.control.clock({ advanceMs: 11 * 60_000 });
    await page.getByRole('button', { name: 'Turn off' }).click();
    await see(page.getByRole('heading', { name: 'Please confirm who you are' })).toBeVisible();
    await page.locator('#proofPassword').fill(password);
    await page.getByRole('button', { name: 'Confirm' }).click();
    await see(page.getByText('Confirmed.')).toBeVisible();
    await page.getByRole('button', { name: 'Turn off' }).click();
    await see(page.getByText('Turned off.')).toBeVisible();
    await server.control.clock({ reset: true });
  });

  for (const screen of ['phone', 'desk'] as const) {
    journey(`pages for whoever is not in (${screen}): no violation by light or by night, nothing to scroll sideways`, () => server, async (open) => {
      const page = await open({ screen });
      for (const address of ['/sign-in', '/en/sign-in', '/sign-in?oidc=unknown', '/sign-in/link', '/recover', '/en/recover', '/admin']) for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
        await page.goto(to(address));
        await see(page.getByRole('heading', { level: 1 })).toBeVisible();
        expect({ address, colorScheme, violations: await violations(page) }).toEqual({ address, colorScheme, violations: [] });
        expect(await widthOf(page)).toBeLessThanOrEqual(screens[screen].width);
      }
    });
  }
});
