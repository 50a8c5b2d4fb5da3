import { AxeBuilder } from '@axe-core/playwright';
import type { Locator, Page } from 'playwright';
import { screens } from '../support/browser.js';
import { startServer, type TestServer } from '../support/server.js';
import { heading, part } from './back-office.js';
import { journey, see } from './journey.js';
import { wordPaper } from './paper.js';

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
  beforeAll(async () => {
    server = await startServer({ database: 'sqlite' });
    const office = await server.client('office');
    preview = (await office.createPlanImport({ file: new Blob([Buffer.from(wordPaper(2031))]), fileName: '2031年任务分解表.docx' })).id;
    plan = String((await office.listPlans({ query: { state: 'issued' } })).data[0]?.id);
  });

  const pages: readonly Looked[] = [
    { name: 'home', address: () => '/', ready: (page) => page.getByRole('heading', { level: 1 }) },
    { name: 'home in English', address: () => '/en', ready: (page) => page.getByRole('heading', { level: 1 }) },
    { name: 'sign-in', address: () => '/admin', ready: (page) => heading(page, '登录工作后台') },
    { name: 'the office’s first page', address: () => '/admin', as: 'office', ready: (page) => part(page, '未签收的单位').getByRole('listitem').first() },
    { name: 'preview of an import', address: () => `/admin/plan-imports/${preview}`, as: 'office', ready: (page) => page.getByRole('button', { name: '确认对应' }).and(page.locator(':enabled')) },
    { name: 'matrix', address: () => `/admin/plans/${plan}/matrix`, as: 'office', ready: (page) => page.getByRole('link', { name: '市教育局', exact: true }).or(page.getByRole('heading', { name: '市教育局', exact: true })) },
    { name: 'my items', address: () => '/admin', as: 'liaison', only: 'phone', ready: (page) => page.getByRole('article').first() },
    { name: 'units', address: () => '/admin/units', as: 'office', ready: (page) => page.getByRole('link', { name: '市教育局', exact: true }) },
    { name: 'people', address: () => '/admin/accounts', as: 'office', ready: (page) => page.getByRole('link', { name: '章若溪', exact: true }) },
  ];

  for (const screen of ['phone', 'desk'] as const satisfies readonly (keyof typeof screens)[]) {
    for (const { name, address, as, ready, only } of pages) {
      if (only && only !== screen) continue;
      journey(`${name} (${screen}): no violation by light or by night, nothing to scroll sideways`, () => server, async (open) => {
        const page = await open({ screen, ...(as ? { as } : {}) });
        for (const colorScheme of ['light', 'dark'] as const) {
          await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
          await page.goto(address());
          await see(ready(page)).toBeVisible();
          expect({ colorScheme, violations: await violations(page) }).toEqual({ colorScheme, violations: [] });
          // A phone would widen `innerWidth` with the page: the screen is what counts.
          expect(await page.evaluate(() => document.scrollingElement?.scrollWidth ?? 0)).toBeLessThanOrEqual(screens[screen].width);
        }
      });
    }
  }
});

/** What axe finds, short enough to read in the report of a failed test. */
async function violations(page: Page): Promise<string[]> {
  const { violations: found } = await new AxeBuilder({ page }).analyze();
  return found.flatMap(({ id, help, nodes }) => nodes.slice(0, 5).map(({ html, failureSummary }) => `${id}: ${help}\n${html.slice(0, 200)}\n${failureSummary ?? ''}`));
}
