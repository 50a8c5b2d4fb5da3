// Takes the README's pictures of a running demo: start one with TEST_CONTROL unset and DEMO_PASSWORD set, then
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
const take = async (name, { as, width, height, address, text }) => {
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
  await page.screenshot({ path: path.join(folder, `${name}.png`) });
  await context.close();
};

const newestPlan = async (request) => (await (await request.get(`${url}/api/v1/plans`)).json()).data[0].id;
await take('home-1366', { width: 1366, height: 860, address: '/', text: '单位登录' });
await take('home-360', { width: 360, height: 760, address: '/', text: '单位登录' });
await take('office-1366', { as: 'office', width: 1366, height: 900, address: '/admin', text: '未签收的单位' });
await take('liaison-360', { as: 'liaison', width: 360, height: 760, address: '/admin', text: '待签收' });
await take('matrix-1366', { as: 'office', width: 1366, height: 860, address: async (request) => `/admin/plans/${await newestPlan(request)}/matrix`, text: '市委组织部' });
await browser.close();
