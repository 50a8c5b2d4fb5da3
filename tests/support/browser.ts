import { chromium, type Browser, type BrowserContext, type Page } from 'playwright';
import { findBrowser } from '../../scripts/steps/browser.mjs';
import type { TestServer } from './server.js';

/** The two screens that the product is judged on: a small phone, and an office computer. */
export const screens = {
  phone: { width: 360, height: 740 },
  desk: { width: 1366, height: 768 },
} as const;

/** How a visitor comes. */
export interface VisitOptions {
  /** An account of the demo city, signed in already. */
  as?: string;
  screen?: keyof typeof screens;
  javaScript?: boolean;
  locale?: 'zh-CN' | 'en';
  colorScheme?: 'light' | 'dark';
}

/** A page of a context of its own. */
export interface Visit {
  page: Page;
  context: BrowserContext;
  /** Errors of scripts, refusals of the content policy, and answers of 500 and above: an empty list at the end of a journey. */
  problems: string[];
}

let running: Promise<Browser> | null = null;

/** The one browser of this suite. Errors: none on this machine. */
export function browser(): Promise<Browser> {
  running ??= launch();
  return running;
}

async function launch(): Promise<Browser> {
  const executablePath = findBrowser();
  if (executablePath === null) throw new Error('No Chromium on this machine: set CHROMIUM_PATH.');
  return chromium.launch({
    executablePath,
    // Chromium's own traffic would be counted as the page's.
    args: ['--no-sandbox', '--disable-background-networking', '--disable-component-update', '--disable-default-apps', '--disable-sync', '--no-first-run', '--disable-dev-shm-usage'],
  });
}

/** Opens a fresh visit to a server; `baseURL` is set, so that `page.goto('/admin')` is enough. */
export async function visit(server: Pick<TestServer, 'url' | 'cookie'>, options: VisitOptions = {}): Promise<Visit> {
  const { as, screen = 'desk', javaScript = true, locale = 'zh-CN', colorScheme = 'light' } = options;
  const context = await (await browser()).newContext({
    baseURL: server.url, viewport: screens[screen], javaScriptEnabled: javaScript, locale, colorScheme, timezoneId: 'Asia/Shanghai',
    isMobile: screen === 'phone', hasTouch: screen === 'phone', deviceScaleFactor: screen === 'phone' ? 2 : 1, acceptDownloads: true,
  });
  context.setDefaultTimeout(15_000);
  if (as) {
    const pairs = (await server.cookie(as)).split('; ');
    await context.addCookies(pairs.map((pair) => ({ name: pair.slice(0, pair.indexOf('=')), value: pair.slice(pair.indexOf('=') + 1), url: server.url })));
  }
  const page = await context.newPage();
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(`script: ${error.message}`));
  page.on('console', (message) => {
    // A refusal that the page expects (401, 404, 409, 422) shows as a failed resource; its handling is what the journey asserts.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) problems.push(`console: ${message.text()}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 500) problems.push(`${response.status()} ${response.request().method()} ${response.url()}`);
  });
  return { page, context, problems };
}

/** Closes the suite's browser. */
export async function closeBrowser(): Promise<void> {
  const open = await running;
  running = null;
  await open?.close();
}
