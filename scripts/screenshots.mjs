// Takes the README's pictures of a running demo: start a fresh one with TEST_CONTROL unset and DEMO_PASSWORD set, then
//   DEMO_PASSWORD=… node scripts/screenshots.mjs http://localhost:3000
import { mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { findBrowser } from './steps/browser.mjs';
import { root } from './steps/run.mjs';

const { chromium } = createRequire(path.join(root, 'tests/package.json'))('playwright');
const url = process.argv[2] ?? 'http://localhost:3000';
const password = process.env.DEMO_PASSWORD;
if (!password) throw new Error('DEMO_PASSWORD is needed');
const folder = path.join(root, 'docs/screenshots');
mkdirSync(folder, { recursive: true });

const browser = await chromium.launch({ executablePath: findBrowser() ?? undefined, args: ['--no-sandbox', '--disable-background-networking'] });

/** One picture: signed in as somebody (or nobody), at a width, once the text that makes the page is there. */
const take = async (name, { as, width, height, address, text, then }) => {
  const context = await browser.newContext({ viewport: { width, height }, locale: 'zh-CN', reducedMotion: 'reduce' });
  const page = await context.newPage();
  if (as) {
    const answer = await context.request.post(`${url}/api/v1/session`, { data: { identifier: `${as}@demo.kepu`, password } });
    if (!answer.ok()) throw new Error(`${as} could not sign in: ${answer.status()}`);
  }
  const target = typeof address === 'function' ? await address(context.request) : address;
  await page.goto(url + target);
  await page.getByText(text).first().waitFor();
  await page.waitForLoadState('networkidle');
  await then?.(page);
  await page.screenshot({ path: path.join(folder, `${name}.png`) });
  await context.close();
};

const json = async (request, address) => (await request.get(`${url}/api/v1/${address}`)).json();
const newestPlan = async (request) => (await json(request, 'plans')).data[0].id;
const phone = { width: 360, height: 760 };
const desk = { width: 1366, height: 860 };

/** The item whose measure rests on most evidence. */
const provenItem = async (request) => {
  const { data } = await json(request, `measures?planId=${await newestPlan(request)}&perPage=200`);
  return data.sort((one, other) => other.progress.evidence - one.progress.evidence)[0].item.id;
};
/** The activity to come that has most free places. */
const roomiest = async (request) => (await json(request, 'activities?perPage=200')).data.sort((one, other) => other.free - one.free)[0];
/** The next shift of which somebody has a place; the office is made its leader. */
const ledShift = async (request) => {
  const { account } = await json(request, 'session');
  for (const { activityId, shiftId, confirmed } of (await json(request, 'desk')).upcoming) {
    if (confirmed < 2) continue;
    const answer = await request.post(`${url}/api/v1/shifts/${shiftId}/leader`, { data: { accountId: account.id } });
    if (!answer.ok()) throw new Error(`No leader for ${activityId}: ${answer.status()} ${await answer.text()}`);
    return shiftId;
  }
  throw new Error('No shift with people is near');
};

await take('home-1366', { ...desk, address: '/', text: '单位登录' });
await take('home-360', { ...phone, address: '/', text: '单位登录' });
await take('activities-1366', { ...desk, address: '/activities', text: '找到' });
await take('activities-360', { ...phone, address: '/activities', text: '找到', then: (page) => page.locator('#results').evaluate((results) => results.scrollIntoView()) });
await take('activity-360', { ...phone, address: async (request) => `/activities/${(await roomiest(request)).id}`, text: '场次和岗位' });
await take('me-360', { as: 'teacher', ...phone, address: '/me', text: '为什么推荐这个', then: (page) => page.locator('#suggestions').evaluate((part) => part.scrollIntoView()) });
await take('talks-360', { ...phone, address: '/talks', text: '打印整份菜单' });
await take('order-360', { ...phone, address: '/order', text: '想听什么' });
await take('office-1366', { as: 'office', ...desk, height: 900, address: '/admin', text: '未签收的单位' });
await take('liaison-360', { as: 'liaison', ...phone, address: '/admin', text: '待签收' });
await take('activities-desk-1366', { as: 'liaison', ...desk, address: '/admin/activities', text: '已发布' });
await take('matrix-1366', { as: 'office', ...desk, address: async (request) => `/admin/plans/${await newestPlan(request)}/matrix`, text: '市委组织部', then: (page) => page.getByRole('button', { name: '指标', exact: true }).click() });
await take('evidence-1366', { as: 'office', ...desk, address: async (request) => `/admin/items/${await provenItem(request)}`, text: '指标与进度' });
await take('leader-360', { as: 'office', ...phone, address: async (request) => `/lead/${await ledShift(request)}`, text: '签到名单' });
await browser.close();
