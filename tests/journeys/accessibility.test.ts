import { addDays } from '@kepu/domain';
import type { Locator, Page } from 'playwright';
import { until } from '../http/papers.js';
import { screens } from '../support/browser.js';
import { startServer, type TestServer } from '../support/server.js';
import { heading, part } from './back-office.js';
import { journey, see } from './journey.js';
import { laterPaper, wordPaper } from './paper.js';
import { violations, widthOf } from './readable.js';

/** A page, who looks at it, and what tells that it is all there. */
interface Looked {
  name: string;
  address: () => string;
  as?: string;
  /** The screen that it is made for. */
  only?: keyof typeof screens;
  ready: (page: Page) => Locator;
}

describe('every page can be read by everybody', () => {
  let server: TestServer;
  let preview: string;
  let plan: string;
  let comparison: string;
  let batch: string;
  beforeAll(async () => {
    server = await startServer({ database: 'sqlite' });
    const office = await server.client('office');
    preview = (await office.createPlanImport({ file: new Blob([Buffer.from(wordPaper(2031))]), fileName: '2031年任务分解表.docx' })).id;
    const { today } = await office.getSession();
    batch = (await office.createBatch({ body: { title: '科普周', from: addDays(today, 3), to: addDays(today, 23) } })).id;
    const inForce = (await office.listPlans({ query: { state: 'issued' } })).data[0];
    if (!inForce) throw new Error('The demo city has no plan in force.');
    plan = inForce.id;
    const later = await office.createPlanImport({ file: new Blob([Buffer.from(laterPaper(inForce.year))]), fileName: `${inForce.year}年任务分解表（修订）.docx` });
    comparison = (await office.createPlanRevision({ params: { id: later.id }, body: { version: 'version' in later ? later.version : 1 } })).id;
    await until(() => office.getBatch({ params: { id: batch } }), ({ state }) => state === 'draft', 60_000);
  });

  const pages: readonly Looked[] = [
    { name: 'home', address: () => '/', ready: (page) => page.getByRole('heading', { level: 1 }) },
    { name: 'home in English', address: () => '/en', ready: (page) => page.getByRole('heading', { level: 1 }) },
    { name: 'the menu of talks', address: () => '/talks', only: 'phone', ready: (page) => page.getByRole('link', { name: '去点单' }) },
    { name: 'an order', address: () => '/order', only: 'phone', ready: (page) => page.getByRole('heading', { name: '想听什么' }) },
    { name: 'orders', address: () => '/admin/orders', as: 'office', only: 'desk', ready: (page) => page.getByRole('heading', { level: 1 }) },
    { name: 'talks', address: () => '/admin/talks', as: 'office', only: 'desk', ready: (page) => page.getByRole('link', { name: '阳台一年四季种什么菜' }) },
    { name: 'where the van goes', address: () => '/shared', only: 'phone', ready: (page) => page.getByRole('heading', { name: '科普大篷车一号' }).first() },
    { name: 'teams', address: () => '/admin/teams', as: 'office', only: 'desk', ready: (page) => page.getByRole('link', { name: '瓯江青年科普服务队' }) },
    { name: 'shared things', address: () => '/admin/shared-things', as: 'office', only: 'desk', ready: (page) => page.getByText('科普大篷车一号').first() },
    { name: 'batches', address: () => '/admin/batches', as: 'office', ready: (page) => page.getByRole('link', { name: '科普周', exact: true }) },
    { name: 'the draft of a batch', address: () => `/admin/batches/${batch}`, as: 'office', ready: (page) => page.getByRole('button', { name: '锁定', exact: true }).first() },
    { name: 'statistics', address: () => '/admin/statistics', as: 'office', only: 'desk', ready: (page) => page.getByRole('table').first() },
    { name: 'sign-in', address: () => '/admin', ready: (page) => heading(page, '登录工作后台') },
    { name: 'the office’s first page', address: () => '/admin', as: 'office', ready: (page) => part(page, '未签收的单位').getByRole('listitem').first() },
    { name: 'preview of an import', address: () => `/admin/plan-imports/${preview}`, as: 'office', ready: (page) => page.getByRole('button', { name: '确认对应' }).and(page.locator(':enabled')) },
    { name: 'comparison with a new paper', address: () => `/admin/plan-revisions/${comparison}/show`, as: 'office', ready: (page) => part(page, '逐项对照').getByRole('listitem').first() },
    { name: 'matrix', address: () => `/admin/plans/${plan}/matrix`, as: 'office', ready: (page) => page.getByRole('link', { name: '市教育局', exact: true }) },
    { name: 'the year at a glance', address: () => '/admin/board', as: 'leader', ready: (page) => part(page, '责任单位').getByRole('link', { name: '市教育局', exact: true }) },
    { name: 'days of the year', address: () => `/admin/plans/${plan}/timeline?month=all`, as: 'office', ready: (page) => part(page, '全年日程').getByRole('listitem').first() },
    { name: 'my items', address: () => '/admin', as: 'liaison', only: 'phone', ready: (page) => page.getByRole('article').first() },
    { name: 'units', address: () => '/admin/units', as: 'office', ready: (page) => page.getByRole('link', { name: '市教育局', exact: true }) },
    { name: 'people', address: () => '/admin/accounts', as: 'office', ready: (page) => page.getByRole('link', { name: '章若溪', exact: true }) },
  ];

  for (const screen of ['phone', 'desk'] as const satisfies readonly (keyof typeof screens)[]) {
    for (const { name, address, as, ready, only } of pages) {
      if (only && only !== screen) continue;
      // Colours by day on a phone and by night at a desk, for they are the same on both.
      const schemes = only ? ['light', 'dark'] as const : screen === 'phone' ? ['light'] as const : ['dark'] as const;
      journey(`${name} (${screen}): no violation by ${schemes.join(' or ')}, nothing to scroll sideways`, () => server, async (open) => {
        const page = await open({ screen, ...(as ? { as } : {}) });
        for (const colorScheme of schemes) {
          await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
          await page.goto(address());
          await see(ready(page)).toBeVisible();
          expect({ colorScheme, violations: await violations(page, { coloursOnly: colorScheme !== schemes[0] }) }).toEqual({ colorScheme, violations: [] });
          expect(await widthOf(page)).toBeLessThanOrEqual(screens[screen].width);
        }
      });
    }
  }

  journey('no other page of the office is wider than a phone', () => server, async (open) => {
    const office = await server.client('office');
    const item = (await office.listItems({ params: { id: plan }, query: { perPage: 1 } })).data[0]?.id;
    const unit = (await office.listUnits({ query: { q: '市教育局' } })).data[0]?.id;
    const person = (await office.listAccounts({ query: { q: '章若溪' } })).data[0]?.id;
    const page = await open({ as: 'office', screen: 'phone' });
    for (const address of [
      'plan-imports', 'plans', `plans/${plan}`, `plans/${plan}/items`, `plans/${plan}/sign-offs`, `items/${item}`, `units/${unit}`, 'units/create', 'divisions', 'divisions/330326',
      'travel', 'programmes', 'terms', 'theme-days', 'workdays', `accounts/${person}`, 'grants', 'audit-entries', 'password',
    ]) {
      await page.goto(`/admin/${address}`);
      await see(page.getByRole('heading', { level: 1 })).toBeVisible();
      // What comes after the head is there when no grey bar is left.
      await see(page.locator('.MuiSkeleton-root')).toHaveCount(0);
      expect({ address, width: await widthOf(page) }).toEqual({ address, width: screens.phone.width });
    }
  });

  // Without this, a check that finds nothing would prove nothing.
  journey('what is wrong is found', () => server, async (open) => {
    const page = await open({ screen: 'phone' });
    await page.goto('/');
    await page.getByRole('main').evaluate((main) => {
      main.append(document.createElement('img'));
      main.append(Object.assign(document.createElement('pre'), { textContent: '宽'.repeat(400) }));
    });
    expect((await violations(page)).join()).toContain('image-alt');
    expect(await widthOf(page)).toBeGreaterThan(screens.phone.width);
  });
});
