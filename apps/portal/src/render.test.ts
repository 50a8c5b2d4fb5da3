import { flatLabels, type Locale } from '@kepu/contracts/labels';
import { fakeApi, Refused, type Handlers } from '../test-support/fake-api.js';
import * as world from '../test-support/world.js';
import { kinds, occupations, scoreParts, skillLevels, talkLanguages } from './choices.js';
import { render } from './entry-server.js';
import { publicPaths } from './routes.js';
import type { PageRequest } from './site.js';

const { uid } = world;
const handlers: Handlers = {
  getPublicThings: () => world.things, listPublicTalks: () => ({ data: [world.talk], total: 1, asOf: world.today }), getPublicTalk: () => world.talk, getTalkMenuShare: () => world.share,
  getHome: () => world.home, getPublicDictionary: () => world.dictionary, getMatchingPrinciple: () => world.principle, listActivities: () => ({ data: [world.row], total: 1 }), getActivity: () => world.activity, getActivityShare: () => world.share,
  getCalendar: ({ query: { month } }) => ({ month, days: [{ day: '2026-11-28', shifts: [{ activityId: uid(100), title: world.row.title, kind: 'lecture', startsAt: world.shift.startsAt, endsAt: world.shift.endsAt, county: world.row.county, free: 0, cancelled: false }] }] }),
};
const localeOf = (url: string): Locale => (url.startsWith('/en') ? 'en' : 'zh-CN');
const ask = (url: string, more: Handlers = {}, request: Partial<PageRequest> = {}) =>
  render({ url, client: fakeApi({ ...handlers, ...more }).client(localeOf(url)), locale: localeOf(url), theme: 'standard', publicUrl: 'https://kepu.example', ...request });
/** What a reader sees: no tags, no entities of the markup. */
const textOf = (html: string) => html.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ');
const count = (html: string, pattern: RegExp) => [...html.matchAll(pattern)].length;

const shown = [`/talks/${uid(700)}`, `/order?talks=${uid(700)}`];
const withIds = [`/activities/${uid(100)}`, `/checkin/${uid(200)}`, `/lead/${uid(200)}`];
const own = ['/register', '/sign-in', '/me'];
const every = [...publicPaths, ...[...withIds, ...shown, ...own].flatMap((path) => [path, `/en${path}`]), '/nowhere', '/en/nowhere'];

describe('the home page', () => {
  it('says whose it is, what is coming up, and where to come in', async () => {
    const page = await ask('/');
    expect(page).toMatchObject({ status: 200, locale: 'zh-CN', htmlClass: 'standard', islands: ['src/islands/read-aloud.ts'], sheets: ['src/styles/index.css', 'src/styles/home.css', 'src/styles/activities.css'] });
    const text = textOf(page.html);
    for (const words of ['温州市全民科学素质行动', '2026 年的任务', '老年人手机防诈骗讲座', '还有 2 天']) expect(text).toContain(words);
    expect(text).toMatch(/青少年科学素质提升行动 17 项/);
    expect(text).toMatch(/23 个责任单位 2 个项目 18 项任务/);
    expect(page.html).toContain('<a class="button" href="/register">登记成为志愿者</a>');
    for (const href of ['/admin', '/sign-in', '/activities', '/calendar', `/activities/${uid(100)}`]) expect(page.html).toContain(`href="${href}"`);
  });

  it('asks for the six nearest', async () => {
    const api = fakeApi(handlers);
    await render({ url: '/', client: api.client(), locale: 'zh-CN', theme: 'standard', publicUrl: 'https://kepu.example' });
    expect(api.called('listActivities').map(({ input }) => input.query)).toEqual([{ page: 1, perPage: 6, sort: 'startsAt' }]);
  });

  it('says honestly that nothing is issued and nothing announced', async () => {
    const nothing: Handlers = { getHome: () => ({ ...world.home, year: null, planTitle: null, items: 0, programmes: [] }), listActivities: () => ({ data: [], total: 0 }) };
    const text = textOf((await ask('/', nothing)).html);
    expect(text).toContain('任务还没有下发');
    expect(text).toContain('近期还没有公布的活动');
    expect(text).not.toMatch(/\d+ (个责任单位|项)/);
  });

  it('does without the activities when they cannot be had, and says who should know', async () => {
    const report = jest.fn();
    const page = await ask('/', { listActivities: () => { throw new Refused('server.unavailable'); } }, { report });
    expect(page.status).toBe(200);
    expect(textOf(page.html)).toContain('青少年科学素质提升行动');
    expect(report).toHaveBeenCalledTimes(1);
  });
});

describe('the menu of talks', () => {
  it('asks by its filters, says who gives a talk only where that is public, and leads to an order', async () => {
    const api = fakeApi(handlers);
    await render({ url: `/talks?topic=${uid(2)}&language=wenzhou&longest=90&month=12&q=急救`, client: api.client(), locale: 'zh-CN', theme: 'standard', publicUrl: 'https://kepu.example' });
    expect(api.called('listPublicTalks').map(({ input }) => input.query)).toEqual([{ page: 1, perPage: 20, sort: 'topic', topicId: uid(2), language: 'wenzhou', longest: 90, month: 12, q: '急救' }]);
    const page = await ask(`/talks/${uid(700)}`);
    expect(textOf(page.html)).toMatch(/科普讲师团讲师.*11月至1月|11月至1月.*科普讲师团讲师/);
    expect(page.html).toContain(`href="/order?talks=${uid(700)}"`);
    expect(textOf((await ask(`/talks/${uid(700)}`, { getPublicTalk: () => ({ ...world.talk, lecturer: { name: '虞安民', unit: '鹿城知安医院' } }) })).html)).toContain('虞安民（鹿城知安医院）');
    expect(textOf((await ask('/talks/print')).html)).toContain('心跳停了，四分钟里能做什么');
    expect(textOf((await ask('/talks', { listPublicTalks: () => ({ data: [], total: 0, asOf: world.today }) })).html)).toContain('没有符合条件的讲座');
  });
});

describe('every page', () => {
  it.each(every)('%s has one h1, landmarks, a skip link and no inline style, script or handler', async (url) => {
    const { html, head } = await ask(url);
    expect(count(html, /<h1[\s>]/g)).toBe(1);
    for (const landmark of ['header', 'main', 'footer']) expect(count(html, new RegExp(`<${landmark}[\\s>]`, 'g'))).toBe(1);
    expect(html.startsWith('<a class="skip" href="#main">')).toBe(true);
    expect(html + head).not.toMatch(/\sstyle=|<script|<style|<[^>]*\son\w+=/);
    expect(count(head, /<title>[^<]+<\/title>/g)).toBe(1);
    expect(head).toMatch(/<meta name="description" content="[^"]+"/);
    expect(head).toMatch(/<meta property="og:title" content="[^"]+"\/><meta property="og:description" content="[^"]+"/);
  });

  it.each(every)('%s shows no key of the catalogue and no unfilled parameter', async (url) => {
    const { html, head } = await ask(url);
    // What an island fills in itself stands in attributes.
    const seen = textOf(html) + head;
    expect(seen).not.toMatch(/portal\.\w+|\{\w+\}|terms\.\w+|undefined|NaN/);
    expect(textOf(html)).not.toMatch(/\b(me|lead|register|activity|signup|form|list|filters|calendar|privacy|checkIn|when)\.[a-z]\w+/);
  });

  it.each(every.filter((url) => url.startsWith('/en')))('%s has no Chinese but what is marked as such', async (url) => {
    const { html } = await ask(url);
    const rest = html.replaceAll(/<(\w+)[^>]* lang="zh-CN"[^>]*>.*?<\/\1>/gs, '').replaceAll(/\s(data-[\w-]+|aria-label|alt)="[^"]*"/g, '');
    expect(textOf(rest).match(/\p{Script=Han}+/gu)).toBeNull();
  });

  it.each(every)('%s leads to activities, talks, calendar and the own page', async (url) => {
    const prefix = url.startsWith('/en') ? '/en' : '';
    const { html } = await ask(url);
    const nav = /<nav class="places"[^>]*>(.*?)<\/nav>/s.exec(html)?.[1] ?? '';
    expect([...nav.matchAll(/href="([^"]+)"/g)].map(([, href]) => href)).toEqual([`${prefix}/activities`, `${prefix}/talks`, `${prefix}/calendar`, `${prefix}/me`]);
  });

  it('of the privacy notice tells how long everything is kept, also what is no part of the notice', async () => {
    for (const [prefix, words] of [['', ['名册表格里的内容，从上传算起 : 7 天', '名册邀请的结果', '投诉和答复，办结后从提交算起 : 3 年', '名单上没有登记的学生，从写上名单算起 : 90 天', '签名回执的扫描件', '登录记录']], ['/en', ['7 days', 'Complaints and answers', 'Scans of signed slips']]] as const) {
      const text = textOf((await ask(`${prefix}/privacy`)).html);
      for (const word of words) expect(text).toContain(word);
    }
  });

  it('names the other language and the canonical address', async () => {
    const { head, html } = await ask(`/en/activities/${uid(100)}`);
    expect(head).toContain(`<link rel="canonical" href="https://kepu.example/en/activities/${uid(100)}"/>`);
    expect(head).toMatch(new RegExp(`hreflang="zh-CN" href="https://kepu\\.example/activities/${uid(100)}"`, 'i'));
    expect(html).toMatch(new RegExp(`<a class="tool" href="/activities/${uid(100)}" lang="zh-CN"`));
  });

  it.each([...own, ...withIds.slice(1), '/nowhere'])('%s is left out by search engines', async (url) => {
    const { head } = await ask(url);
    expect(head).toContain('<meta name="robots" content="noindex"/>');
    expect(head).not.toContain('canonical');
  });

  it('carries the fields of a government site, and hides those that are empty', async () => {
    const site = { organiser: '某市科协', contact: '0000-1', icp: '某ICP备1号', police: '某公网安备1号', idCode: '1234567890' };
    const full = await ask('/accessibility', {}, { site });
    for (const value of Object.values(site)) expect(full.html).toContain(value);
    expect(full.head).toContain('<meta name="SiteIDCode" content="1234567890"/>');
    expect(full.head).toContain('<meta name="SiteDomain" content="kepu.example"/>');
    expect(full.head).toMatch(/<meta name="ArticleTitle" content="无障碍声明"\/><meta name="PubDate" content="\d{4}-\d\d-\d\d"\/><meta name="ContentSource" content="某市科协"\/>/);
    const empty = await ask('/accessibility');
    expect(empty.html).not.toContain('备案号');
    expect(empty.head).not.toContain('SiteIDCode');
  });

  it('offers the other display, and the way back to the same list', async () => {
    expect((await ask('/activities?q=%E6%80%A5%E6%95%91&utm=1')).html).toMatch(/<form action="\/display" method="post"><input type="hidden" name="back" value="\/activities\?q=%E6%80%A5%E6%95%91"\/><button [^>]*value="elder"/);
    const elder = await ask('/en/accessibility', {}, { theme: 'elder' });
    expect(elder.htmlClass).toBe('elder');
    expect(elder.html).toMatch(/name="back" value="\/en\/accessibility"\/><button [^>]*value="standard"/);
  });
});

describe('what people wrote', () => {
  it('is text wherever it stands', async () => {
    const evil = world.hostile;
    const named = { id: uid(1), name: evil };
    const row = { ...world.row, title: evil, place: evil, unit: named, topics: [named], audiences: [named], county: { code: '330304', name: evil } };
    const activity = {
      ...world.activity, ...row, summary: `${evil}\n${evil}`, programmes: [named], risk: { statement: evil, insurance: 'organiser' as const }, cancelled: null, result: { turnout: 1, sessions: 1, text: evil },
      shifts: [{ ...world.shift, moved: { from: world.shift.startsAt, reason: evil }, positions: [{ ...world.position, name: evil, requires: { ...world.position.requires, note: evil } }] }, { ...world.secondShift, cancelled: { reason: evil } }],
    };
    const more: Handlers = {
      getHome: () => ({ ...world.home, cityName: evil, planTitle: evil, programmes: [{ name: evil, shortName: evil, kind: 'action', items: 1 }] }), listActivities: () => ({ data: [row], total: 1 }), getActivity: () => activity, getActivityShare: () => ({ ...world.share, text: evil }),
      getPublicDictionary: () => ({ ...world.dictionary, cityName: evil, consentVersion: evil, counties: [{ code: '330304', name: evil, island: false, mountain: false }], topics: [{ ...named, children: [named] }], audiences: [named] }),
      getCalendar: () => ({ month: '2026-11', days: [{ day: '2026-11-28', shifts: [{ activityId: uid(100), title: evil, kind: 'lecture', startsAt: world.shift.startsAt, endsAt: world.shift.endsAt, county: row.county, free: 1, cancelled: false }] }] }),
    };
    const site = { organiser: evil, contact: evil, idCode: evil };
    for (const url of ['/', '/activities?q=%3Cimg%3E', `/activities/${uid(100)}`, '/en/calendar', '/register', '/privacy', '/me']) {
      const page = await ask(url, more, { site });
      expect({ url, status: page.status }).toEqual({ url, status: 200 });
      expect(page.html + page.head).not.toMatch(/<img(?! class="qr" )|<b>"|<\/script/);
      expect(page.html).toContain('&lt;img');
    }
  });

  it('puts a QR code into the page as a picture', async () => {
    const { html } = await ask(`/activities/${uid(100)}`);
    expect(html).not.toContain('<svg xmlns');
    expect(html).toMatch(/<img class="qr" src="data:image\/svg\+xml,%3Csvg[^"]*" alt="打开这一页的二维码"/);
  });
});

describe('what goes wrong', () => {
  it.each<[string, string]>([['/x', '没有找到这一页'], ['/en/x', 'This page was not found'], ['/activities/7', '没有找到这一页'], ['/accessibility/x', '没有找到这一页']])('%s is a 404 that asks nothing of the API', async (url, words) => {
    const api = fakeApi({});
    const page = await render({ url, client: api.client(), locale: localeOf(url), theme: 'standard', publicUrl: 'https://kepu.example' });
    expect(page.status).toBe(404);
    expect(page.html).toContain(words);
    expect(page.head).toContain('<meta name="robots" content="noindex"/>');
    expect(api.calls).toEqual([]);
  });

  it('an id that nobody knows is a 404, and no fault', async () => {
    const report = jest.fn();
    const gone = () => { throw new Refused('resource.not_found'); };
    const page = await ask(`/en/activities/${uid(1)}`, { getActivity: gone, getActivityShare: gone }, { report });
    expect(page.status).toBe(404);
    expect(page.html).toContain('This page was not found');
    expect(report).not.toHaveBeenCalled();
  });

  it.each(['/', '/activities', '/calendar', `/activities/${uid(100)}`, '/en/register'])('%s without data is a 503 that says so, and reports why', async (url) => {
    const reason = new Error('no database at 10.0.0.7');
    const down = () => Promise.reject(reason);
    const report = jest.fn();
    const page = await ask(url, { getHome: down, getPublicDictionary: down, listActivities: down, getActivity: down }, { report });
    expect(page.status).toBe(503);
    expect(page.html).toContain(url.startsWith('/en') ? 'This page cannot be shown right now' : '页面暂时打不开');
    expect(page.html).toContain(`href="${url}"`);
    expect(page.html).not.toContain('10.0.0.7');
    expect(report).toHaveBeenCalled();
  });

  it.each(['/accessibility', '/me', '/sign-in', `/checkin/${uid(200)}`, '/matching'])('%s is there even then', async (url) => {
    const down = () => Promise.reject(new Error('down'));
    const page = await ask(url, { getPublicDictionary: down, getMatchingPrinciple: down });
    expect(page.status).toBe(200);
  });
});

it('offers exactly what the catalogue has words for', () => {
  const keys = (section: string) => [...flatLabels['zh-CN'].keys()].filter((key) => key.startsWith(`${section}.`)).map((key) => key.slice(section.length + 1));
  expect([...kinds]).toEqual(keys('terms.activityKinds'));
  expect([...occupations]).toEqual(keys('terms.occupations'));
  expect([...scoreParts]).toEqual(keys('matching.parts'));
  expect([...skillLevels]).toEqual(keys('terms.skillLevels'));
  expect([...talkLanguages]).toEqual(keys('terms.talkLanguages'));
});
