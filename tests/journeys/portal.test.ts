import type { Page } from 'playwright';
import { startServer, type TestServer } from '../support/server.js';
import { heading } from './back-office.js';
import { journey, see } from './journey.js';

const size = (page: Page): Promise<number> => page.getByRole('main').evaluate((main) => Number.parseFloat(getComputedStyle(main).fontSize));

describe('the public home page', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startServer({ database: 'sqlite' });
  });

  journey('says what this is, what the year asks, and leads to the sign-in, in both languages', () => server, async (open) => {
    const [plan] = (await (await server.client('office')).listPlans({ query: { state: 'issued' } })).data;
    const page = await open();
    await page.goto('/');
    await see(page).toHaveTitle('温州市科普志愿：全民科学素质工作平台');
    await see(page.getByRole('heading', { level: 1 })).toHaveText(/一张任务表，落到每个社区、每个村/);
    await see(page.getByRole('list', { name: '任务概况' })).toHaveText(new RegExp(`${plan?.counts.units}\\s*个责任单位.*${plan?.counts.items}\\s*项任务`, 's'));
    await see(page.getByRole('heading', { name: `${plan?.year} 年的任务` })).toBeVisible();
    await see(page.getByText('青少年科学素质提升行动')).toBeVisible();

    await page.getByRole('link', { name: 'English' }).click();
    await see(page).toHaveURL(/\/en$|\/en\/$/);
    await see(page.locator('html')).toHaveAttribute('lang', 'en');
    await see(page.getByRole('heading', { level: 1 })).not.toContainText('任务');
    await page.getByRole('link', { name: '中文' }).click();
    await see(page.locator('html')).toHaveAttribute('lang', 'zh-CN');

    await page.keyboard.press('Tab');
    await see(page.getByRole('link', { name: '跳到正文' })).toBeFocused();
    await page.getByRole('link', { name: '单位登录' }).click();
    await see(heading(page, '登录工作后台')).toBeVisible();
  });

  journey('is read without scripts', () => server, async (open) => {
    for (const path of ['/', '/en']) {
      const page = await open({ screen: 'phone', javaScript: false });
      await page.goto(path);
      await see(page.getByRole('heading', { level: 1 })).toBeVisible();
      await see(page.getByRole('main').getByRole('listitem').filter({ hasText: '青少年科学素质提升行动' }).first()).toBeVisible();
      // A button that does nothing is not offered.
      await see(page.getByRole('button', { name: /朗读|Read aloud/i })).toHaveCount(0);
    }
  });

  journey('has large type for elders, kept from visit to visit', () => server, async (open) => {
    const page = await open({ screen: 'phone', javaScript: false });
    await page.goto('/');
    const standard = await size(page);
    await page.getByRole('button', { name: '大字版' }).click();
    await see(page.getByRole('button', { name: '标准版' })).toBeVisible();
    expect(await size(page)).toBeGreaterThanOrEqual(20);
    expect(await size(page)).toBeGreaterThan(standard);
    expect(await page.evaluate(() => document.scrollingElement?.scrollWidth)).toBe(360);
    await page.goto('/accessibility');
    expect(await size(page)).toBeGreaterThanOrEqual(20);
    await page.getByRole('button', { name: '标准版' }).click();
    await see(page.getByRole('button', { name: '大字版' })).toBeVisible();
    await see(page).toHaveURL(/\/accessibility$/);
    expect(await size(page)).toBe(standard);
  });

  journey('shows a kind page for an address that is none', () => server, async (open) => {
    const page = await open();
    const answer = await page.goto('/no-such-page');
    expect(answer?.status()).toBe(404);
    await see(page.getByRole('heading', { name: '没有找到这一页' })).toBeVisible();
    await page.getByRole('main').getByRole('link', { name: '回到首页' }).click();
    await see(page).toHaveURL(`${server.url}/`);
  });
});
