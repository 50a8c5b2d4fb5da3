import type { Client } from '@kepu/api-client';
import { flatLabels, type Locale } from '@kepu/contracts/labels';
import { publicPaths, render } from './entry-server.js';
import type { Home, PageRequest } from './site.js';

const issued: Home = {
  cityName: '温州市', year: 2026, planTitle: '2026 年目标任务分解表', units: 23, items: 18,
  programmes: [{ name: '青少年科学素质提升行动', shortName: '青少年', kind: 'action', items: 17 }, { name: '科普信息化工程', shortName: '信息化', kind: 'project', items: 1 }],
};
const noPlan: Home = { cityName: '温州市', year: null, planTitle: null, units: 23, items: 0, programmes: [] };

const speaking = (getHome: () => Promise<Home>) => ({ getHome }) as unknown as Client;
const ask = (url: string, home: Home = issued, more: Partial<PageRequest> = {}) =>
  render({ url, client: speaking(async () => home), locale: url.startsWith('/en') ? 'en' : 'zh-CN', theme: 'standard', publicUrl: 'https://kepu.example', ...more });
/** What a reader sees: no tags, no entities of the markup. */
const textOf = (html: string) => html.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ');
const count = (html: string, pattern: RegExp) => [...html.matchAll(pattern)].length;

describe('the home page', () => {
  it('says whose it is, lists the programmes with their tasks, and leads to the sign-in', async () => {
    const page = await ask('/');
    expect(page).toMatchObject({ status: 200, locale: 'zh-CN', htmlClass: 'standard', islands: ['src/islands/read-aloud.ts'] });
    const text = textOf(page.html);
    expect(text).toContain('温州市全民科学素质行动');
    expect(text).toContain('2026 年的任务');
    expect(text).toMatch(/青少年科学素质提升行动 17 项/);
    expect(text).toMatch(/科普信息化工程 1 项/);
    expect(text).toMatch(/23 个责任单位 2 个项目 18 项任务/);
    expect(page.html).toContain('href="/admin"');
  });

  it('speaks English, and marks what stays Chinese', async () => {
    const page = await ask('/en/');
    expect(page.locale).toBe('en');
    expect(textOf(page.html)).toMatch(/17 tasks/);
    expect(textOf(page.html)).toMatch(/1 task\b/);
    expect(page.html).toContain('<span lang="zh-CN">青少年科学素质提升行动</span>');
    // Outside of what is marked as Chinese there is none, but for the name of the other language.
    const rest = page.html.replaceAll(/<span lang="zh-CN">[^<]*<\/span>/g, '').replace(/<a [^>]*lang="zh-CN"[^>]*>[^<]*<\/a>/, '');
    expect(rest.match(/\p{Script=Han}+/gu)).toBeNull();
  });

  it('says honestly that no plan has been issued, and shows no figures', async () => {
    const page = await ask('/', noPlan);
    expect(page.status).toBe(200);
    expect(textOf(page.html)).toContain('任务还没有下发');
    expect(textOf(page.html)).not.toMatch(/\d+ (个责任单位|项)/);
    expect(textOf((await ask('/en/', noPlan)).html)).toContain('No tasks issued yet');
  });

  it('escapes what the office wrote', async () => {
    const evil = '<img src=x onerror=alert(1)>"\'';
    const page = await ask('/', { ...issued, cityName: evil, planTitle: evil, programmes: [{ name: evil, shortName: evil, kind: 'action', items: 1 }] }, { site: { organiser: evil, contact: evil, idCode: evil } });
    expect(page.html + page.head).not.toContain('<img');
    expect(page.html).toContain('&lt;img src=x onerror=alert(1)&gt;');
    expect(page.head).toMatch(/content="[^"<>]*&lt;img src=x onerror=alert\(1\)&gt;&quot;[^"<>]*"/);
  });
});

describe('every page', () => {
  const all = [...publicPaths, '/nowhere', '/en/nowhere'];

  it.each(all)('%s has one h1, landmarks, a skip link and no inline style or script', async (url) => {
    const { html, head } = await ask(url);
    expect(count(html, /<h1[\s>]/g)).toBe(1);
    for (const landmark of ['header', 'main', 'footer', 'nav']) expect(count(html, new RegExp(`<${landmark}[\\s>]`, 'g'))).toBe(1);
    expect(html.startsWith('<a class="skip" href="#main">')).toBe(true);
    expect(html + head).not.toMatch(/\sstyle=|<script|<style|\son\w+=/);
    expect(count(head, /<title>[^<]+<\/title>/g)).toBe(1);
    expect(head).toMatch(/<meta name="description" content="[^"]+"/);
  });

  it.each(all)('%s shows no key of the catalogue and no unfilled parameter', async (url) => {
    const { html, head } = await ask(url);
    const keys = [...flatLabels['zh-CN'].keys()].filter((key) => key.startsWith('portal.'));
    expect(keys.filter((key) => html.includes(key) || head.includes(key))).toEqual([]);
    expect(html + head).not.toMatch(/portal\.\w+|\{\w+\}/);
  });

  it('names the other language and the canonical address', async () => {
    const { head } = await ask('/en/accessibility');
    expect(head).toContain('<link rel="canonical" href="https://kepu.example/en/accessibility"/>');
    expect(head).toMatch(/hreflang="zh-CN" href="https:\/\/kepu\.example\/accessibility"/i);
    expect(head).toMatch(/hreflang="x-default" href="https:\/\/kepu\.example\/accessibility"/i);
  });

  it('carries the fields of a government site, and hides those that are empty', async () => {
    const site = { organiser: '某市科协', contact: '0000-1', icp: '某ICP备1号', police: '某公网安备1号', idCode: '1234567890' };
    const full = await ask('/accessibility', issued, { site });
    for (const value of Object.values(site)) expect(full.html).toContain(value);
    expect(full.head).toContain('<meta name="SiteIDCode" content="1234567890"/>');
    expect(full.head).toContain('<meta name="SiteDomain" content="kepu.example"/>');
    expect(full.head).toMatch(/<meta name="ArticleTitle" content="无障碍声明"\/><meta name="PubDate" content="\d{4}-\d\d-\d\d"\/><meta name="ContentSource" content="某市科协"\/>/);
    const empty = await ask('/accessibility');
    expect(empty.html).not.toContain('备案号');
    expect(empty.html).not.toContain('<dl');
    expect(empty.head).not.toContain('SiteIDCode');
  });

  it('offers the other display', async () => {
    expect((await ask('/')).html).toMatch(/<form action="\/display" method="post"><input type="hidden" name="back" value="\/"\/><button [^>]*value="elder"/);
    const elder = await ask('/en/accessibility', issued, { theme: 'elder' });
    expect(elder.htmlClass).toBe('elder');
    expect(elder.html).toMatch(/name="back" value="\/en\/accessibility"\/><button [^>]*value="standard"/);
  });
});

describe('what goes wrong', () => {
  it.each<[string, Locale, string]>([['/x', 'zh-CN', '没有找到这一页'], ['/en/x', 'en', 'This page was not found'], ['/accessibility/x', 'zh-CN', '没有找到这一页']])('%s is a 404 that asks nothing of the API', async (url, locale, words) => {
    const getHome = jest.fn(async () => issued);
    const page = await render({ url, client: speaking(getHome), locale, theme: 'standard', publicUrl: 'https://kepu.example' });
    expect(page.status).toBe(404);
    expect(page.html).toContain(words);
    expect(page.head).toContain('<meta name="robots" content="noindex"/>');
    expect(getHome).not.toHaveBeenCalled();
  });

  it.each([['/', '页面暂时打不开'], ['/en/', 'This page cannot be shown right now']])('%s without data is a 503 that says so, and reports why', async (url, words) => {
    const reason = new Error('no database at 10.0.0.7');
    const report = jest.fn();
    const page = await ask(url, issued, { client: speaking(() => Promise.reject(reason)), report });
    expect(page.status).toBe(503);
    expect(page.html).toContain(words);
    expect(page.html).not.toContain('10.0.0.7');
    expect(report).toHaveBeenCalledWith(reason);
  });

  it('shows the accessibility statement even then', async () => {
    const page = await ask('/accessibility', issued, { client: speaking(() => Promise.reject(new Error('down'))) });
    expect(page.status).toBe(200);
    expect(page.html).toContain('无障碍声明');
  });
});
