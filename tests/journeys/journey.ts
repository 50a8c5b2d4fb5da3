import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright';
import { expect as webFirst } from 'playwright/test';
import { visit, type Visit, type VisitOptions } from '../support/browser.js';
import type { TestServer } from '../support/server.js';
import { root } from '../support/server-process.js';

/** Web-first assertions: they look again until they hold, on a busy machine too. Jest's own `expect` compares values. */
export const see = webFirst.configure({ timeout: 15_000 });

/** Where the pictures of a failed journey are left. */
const pictures = path.join(root, 'test-results/journeys');

/** What a journey is given: a door to the server, for as many people as it needs. */
export type Open = (options?: VisitOptions) => Promise<Page>;

/**
 * One journey. At its end no page has met an error of a script, a refusal of the content policy or an answer of 500 and above;
 * where it fails, each page leaves its picture in `test-results/journeys`.
 */
export function journey(name: string, server: () => TestServer, steps: (open: Open) => Promise<void>, { minutes = 2 } = {}): void {
  it(name, async () => {
    const visits: Visit[] = [];
    try {
      await steps(async (options) => {
        const opened = await visit(server(), options);
        visits.push(opened);
        return opened.page;
      });
      expect(visits.flatMap(({ problems }) => problems)).toEqual([]);
    } catch (error) {
      await leavePictures(name, visits);
      throw error;
    } finally {
      for (const { context } of visits) await context.close();
    }
  }, minutes * 60_000);
}

async function leavePictures(name: string, visits: readonly Visit[]): Promise<void> {
  mkdirSync(pictures, { recursive: true });
  for (const [index, { page, problems }] of visits.entries()) {
    const file = path.join(pictures, `${name.replaceAll(/[^\p{L}\d]+/gu, '-')}-${index + 1}.png`);
    // A page that no longer answers must not hide why the journey failed.
    const taken = await page.screenshot({ path: file, fullPage: true, timeout: 5_000 }).then(() => file, () => 'no picture');
    console.error(`${taken}\n${page.url()}\n${problems.join('\n')}`);
  }
}
