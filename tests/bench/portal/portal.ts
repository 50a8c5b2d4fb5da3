import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium, type Browser } from 'playwright';
import { apiEntry, root } from '../api/dataset.js';
import { MeasuredProcess } from '../measured-process.js';
import { median, meets, rounded, spread, type Benchmark, type Figures, type Outcome } from '../outcome.js';
import { serveClientRendered } from './alternative.js';

const ROUNDS = Number(process.env['BENCH_ROUNDS'] ?? 3);
/** Slow 4G as Chromium's developer tools set it, and a processor four times slower. */
const network = { offline: false, latency: 562.5, downloadThroughput: (1.6 * 1024 * 1024 * 0.9) / 8, uploadThroughput: (750 * 1024 * 0.9) / 8 };
const SLOWER = 4;
const goal = { lcp_ms: 0.45 };
/** The goals that are no ratio: milliseconds to the largest paint, how far things moved, and kilobytes of script. */
const absolute = { lcp_ms: 1000, cls: 0.01, script_kb: 95 };

interface Paint { readonly lcpMs: number; readonly fcpMs: number; readonly cls: number; readonly scriptKb: number; readonly allKb: number }

/** One visit of somebody who has never been here. */
async function visit(browser: Browser, url: string, ready: string): Promise<Paint> {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 }, deviceScaleFactor: 2, isMobile: true, locale: 'zh-CN' });
  try {
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    await session.send('Network.enable');
    await session.send('Network.emulateNetworkConditions', network);
    await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
    let scripts = 0;
    let all = 0;
    const kinds = new Map<string, string>();
    session.on('Network.responseReceived', ({ requestId, type }) => kinds.set(requestId, type));
    session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
      all += encodedDataLength;
      if (kinds.get(requestId) === 'Script') scripts += encodedDataLength;
    });
    await page.addInitScript(() => {
      const seen = { lcp: 0, cls: 0 };
      Object.assign(window, { seen });
      new PerformanceObserver((list) => { for (const entry of list.getEntries()) seen.lcp = entry.startTime; }).observe({ type: 'largest-contentful-paint', buffered: true });
      new PerformanceObserver((list) => { for (const entry of list.getEntries() as (PerformanceEntry & { value: number; hadRecentInput: boolean })[]) if (!entry.hadRecentInput) seen.cls += entry.value; }).observe({ type: 'layout-shift', buffered: true });
    });
    await page.goto(url, { waitUntil: 'load' });
    await page.waitForSelector(ready);
    await page.waitForLoadState('networkidle');
    const { lcp, cls, fcp } = await page.evaluate(() => ({
      ...(window as unknown as { seen: { lcp: number; cls: number } }).seen, fcp: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? NaN,
    }));
    return { lcpMs: lcp, fcpMs: fcp, cls, scriptKb: scripts / 1024, allKb: all / 1024 };
  } finally {
    await context.close();
  }
}

const figuresOf = (paints: readonly Paint[]): Figures => ({
  lcp_ms: rounded(median(paints.map((paint) => paint.lcpMs))), fcp_ms: rounded(median(paints.map((paint) => paint.fcpMs))), cls: rounded(median(paints.map((paint) => paint.cls))),
  script_kb: rounded(median(paints.map((paint) => paint.scriptKb))), all_kb: rounded(median(paints.map((paint) => paint.allKb))),
});

async function run(say: (line: string) => void): Promise<Outcome> {
  // Compiled, this file stands one folder deeper than its source, so the way is counted from the root.
  const { findBrowser } = (await import(pathToFileURL(path.join(root, 'scripts/steps/browser.mjs')).href)) as { findBrowser: () => string | null };
  const executablePath = findBrowser();
  if (executablePath === null) throw new Error('No Chromium on this machine: set CHROMIUM_PATH.');
  const folder = mkdtempSync(path.join(tmpdir(), 'kepu-bench-'));
  const { server } = await MeasuredProcess.start({ entry: apiEntry, cwd: root, log: path.join(folder, 'ours.log'), env: { NODE_ENV: 'test', DATA_DIR: path.join(folder, 'data'), DEMO: '1', DEMO_PASSWORD: 'Kepu-bench-2026', LOG_LEVEL: 'warn' } }, '/api/v1/health/ready');
  const alternative = await serveClientRendered(path.join(root, 'tests/bench/portal/client-rendered'), path.join(folder, 'client-rendered'), server.url);
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run'] });
  try {
    const activity = ((await (await fetch(`${server.url}/api/v1/activities?perPage=1`)).json()) as { data: { id: string }[] }).data[0]?.id ?? '';
    const pages: Readonly<Record<string, string>> = { home: '/', activities: '/activities', activity: `/activities/${activity}`, calendar: '/calendar', register: '/register' };
    const found: Record<string, Paint[]> = {};
    const theirs: Paint[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      for (const [name, place] of Object.entries(pages)) (found[name] ??= []).push(await visit(browser, server.url + place, 'main h1'));
      theirs.push(await visit(browser, alternative.url, 'article'));
    }
    for (const [name, paints] of Object.entries(found)) say(`${name}: LCP ${spread(paints.map(({ lcpMs }) => lcpMs))} ms, FCP ${spread(paints.map(({ fcpMs }) => fcpMs))} ms, CLS ${spread(paints.map(({ cls }) => cls))}, script ${spread(paints.map(({ scriptKb }) => scriptKb))} kB of ${spread(paints.map(({ allKb }) => allKb))} kB`);
    say(`list made in the browser: LCP ${spread(theirs.map(({ lcpMs }) => lcpMs))} ms, script ${spread(theirs.map(({ scriptKb }) => scriptKb))} kB`);
    const each = Object.values(found).map(figuresOf);
    const worst = (key: keyof typeof absolute): number => Math.max(...each.map((figures) => figures[key] ?? NaN));
    const ours = figuresOf(found['activities'] ?? []);
    const other = figuresOf(theirs);
    const ratio = Object.fromEntries(Object.keys(ours).map((key) => [key, rounded((ours[key] ?? NaN) / (other[key] ?? NaN))]));
    const short = (Object.keys(absolute) as (keyof typeof absolute)[]).filter((key) => !(worst(key) <= absolute[key]));
    for (const key of short) say(`${key}: ${worst(key)} on the slowest page, goal ${absolute[key]}`);
    return {
      name: 'portal', ours: { ...ours, worst_lcp_ms: worst('lcp_ms'), worst_cls: worst('cls'), worst_script_kb: worst('script_kb') }, alternative: other, ratio, goal,
      met: short.length === 0 && Object.entries(goal).every(([key, wanted]) => meets(key, ratio[key], wanted)),
    };
  } finally {
    await browser.close();
    await alternative.close();
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

export const portalBenchmark: Benchmark = { name: 'portal', about: 'public pages on slow 4G with a slow processor, against the same list made in the browser', run };
