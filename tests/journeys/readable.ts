import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright';

/** How wide the page is. A phone would widen `innerWidth` with it: the screen is what it is held against. */
export const widthOf = (page: Page): Promise<number> => page.evaluate(() => document.scrollingElement?.scrollWidth ?? 0);

/** What axe finds, short enough to read in the report of a failed test. `coloursOnly`: of a page that was looked at whole by day, whose night has other colours and nothing else. */
export async function violations(page: Page, { coloursOnly = false } = {}): Promise<string[]> {
  // What fades in or out is judged when it is there or gone; what turns for ever is not waited for.
  await page.evaluate(() => Promise.race([
    Promise.allSettled(document.getAnimations().filter(({ effect }) => effect?.getComputedTiming().iterations !== Infinity).map(({ finished }) => finished)), new Promise((resolve) => { setTimeout(resolve, 2_000); }),
  ]).then(() => null));
  // No page has frames of another origin: it need not be added up in a page of its own.
  // What passes is not written down node by node: that took a quarter of the time.
  const axe = new AxeBuilder({ page }).setLegacyMode(true).options({ resultTypes: ['violations'] });
  const { violations: found } = await (coloursOnly ? axe.withRules(['color-contrast', 'link-in-text-block']) : axe).analyze();
  return found.flatMap(({ id, help, nodes }) => nodes.slice(0, 5).map(({ html, failureSummary }) => `${id}: ${help}\n${html.slice(0, 200)}\n${failureSummary ?? ''}`));
}
