import { fakeApi, type Handlers } from '../../test-support/fake-api.js';
import * as world from '../../test-support/world.js';
import { render } from '../entry-server.js';

const { uid, row } = world;
const rows = Array.from({ length: 20 }, (_, number) => ({ ...row, id: uid(1000 + number), title: `讲座 ${number}` }));
const open = async (url: string, more: Handlers = {}) => {
  const api = fakeApi({ getPublicDictionary: () => world.dictionary, listActivities: () => ({ data: rows, total: 47 }), ...more });
  const locale = url.startsWith('/en') ? 'en' : 'zh-CN';
  const page = await render({ url, client: api.client(locale), locale, theme: 'standard', publicUrl: 'https://kepu.example' });
  return { ...page, text: page.html.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' '), query: api.called('listActivities')[0]?.input.query };
};
/** What a browser would send with the form as it stands: what is chosen, ticked or typed. */
const formOf = (html: string): Record<string, string> => {
  const form = /<form class="filters".*?<\/form>/s.exec(html)?.[0] ?? '';
  const inputs = [...form.matchAll(/<input (?=[^>]*name="(\w+)")(?=[^>]*value="([^"]*)")([^>]*)>/g)].filter(([, , , rest]) => !rest?.includes('checkbox') || rest.includes('checked')).map(([, name, value]) => [name, value]);
  const selects = [...form.matchAll(/<select name="(\w+)">(.*?)<\/select>/gs)].map(([, name, options = '']) => [name, /<option[^>]*value="([^"]*)"[^>]*selected/.exec(options)?.[1] ?? /<option[^>]*selected=""[^>]*value="([^"]*)"/.exec(options)?.[1] ?? '']);
  return Object.fromEntries([...inputs, ...selects].filter(([, value]) => value !== '') as [string, string][]);
};

describe('the list', () => {
  it('asks for what is to come, and says what matters of each', async () => {
    const { text, query, html } = await open('/activities', { listActivities: () => ({ data: [row], total: 1 }) });
    expect(query).toEqual({ page: 1, perPage: 20, sort: 'startsAt' });
    for (const words of ['找到 1 个活动', '老年人手机防诈骗讲座', '讲座', '11月28日 周六 9:00–11:00', '还有 2 天', '瓯海区 · 三垟街道 · 文化礼堂二楼', '瓯海区三垟街道', '防电信诈骗', '还有 5 个名额', '共 2 场']) expect(text).toContain(words);
    expect(html).toContain(`<a class="card-way" href="/activities/${row.id}">`);
  });

  it.each([
    [{ ...row, free: 0 }, '已满，可候补', 'chip-wait'], [{ ...row, state: 'cancelled' as const }, '已取消', 'chip-wrong'], [{ ...row, state: 'closed' as const }, '已结束', 'chip-calm'], [row, '还有 5 个名额', 'chip-good'],
  ])('says by colour, drawing and word how it stands (%#)', async (activity, words, tone) => {
    const { html } = await open('/activities', { listActivities: () => ({ data: [activity], total: 1 }) });
    expect(html).toMatch(new RegExp(`<span class="chip ${tone}"><svg class="icon"[^>]*><path[^>]*></path></svg>${words}</span>`));
  });

  it('leads from page to page with the filters kept', async () => {
    const { html, query } = await open('/activities?free=1&page=2');
    expect(query).toMatchObject({ page: 2, free: true });
    expect(html).toContain('<a class="tool" rel="prev" href="/activities?free=1">');
    expect(html).toContain('<a class="tool" rel="next" href="/activities?free=1&amp;page=3">');
    expect((await open('/activities?page=3')).html).not.toContain('rel="next"');
  });

  it('is one page to search engines, whatever is chosen', async () => {
    expect((await open('/activities?county=330304&q=a&page=2')).head).toContain('<link rel="canonical" href="https://kepu.example/activities?page=2"/>');
  });
});

describe('the filters', () => {
  const chosen = { county: '330304', from: '2026-11-27', to: '2026-12-31', topic: uid(6), audience: uid(20), kind: 'lecture', free: '1', q: '急救 & "防骗"' };
  const url = `/activities?${new URLSearchParams(chosen)}`;

  it('reach the API', async () => {
    expect((await open(url)).query).toEqual({ page: 1, perPage: 20, sort: 'startsAt', county: '330304', from: '2026-11-27', to: '2026-12-31', topicId: uid(6), audienceId: uid(20), kind: 'lecture', free: true, q: '急救 & "防骗"' });
  });

  it('come back in the form, so that sending it again asks the same', async () => {
    const { html } = await open(url);
    expect(formOf(html)).toEqual({ ...chosen, q: '急救 &amp; &quot;防骗&quot;' });
    expect(html).toMatch(/<details class="further" open="">/);
    expect((await open('/activities')).html).toMatch(/<details class="further">/);
  });

  it.each([['week', '2026-11-29'], ['month', '2026-11-30']])('"this %s" ends on %s', async (when, to) => {
    const { query, html } = await open(`/activities?when=${when}`);
    expect(query).toEqual({ page: 1, perPage: 20, sort: 'startsAt', to });
    expect(formOf(html)).toEqual({ when });
  });

  it('take days that were chosen before "this week"', async () => {
    expect((await open('/activities?when=week&from=2026-12-01')).query).toEqual({ page: 1, perPage: 20, sort: 'startsAt', from: '2026-12-01' });
  });

  it('can each be taken back by a link', async () => {
    const { html, text } = await open('/en/activities?county=330304&free=1&kind=lecture&page=2');
    expect(text).toContain('Lecture');
    expect(html).toContain('href="/en/activities?free=1&amp;kind=lecture" aria-label="Remove filter: 瓯海区"');
    expect(html).toContain('href="/en/activities?county=330304&amp;free=1" aria-label="Remove filter: Lecture"');
    expect(html).toContain('<a class="quiet" href="/en/activities">Clear all</a>');
  });

  it('work without scripts: a plain form of the method GET', async () => {
    const [form] = /<form class="filters"[^>]*>/.exec((await open('/en/activities')).html) ?? [];
    expect(form).toMatch(/ action="\/en\/activities" method="get"/);
  });
});

describe('nothing to show', () => {
  const nothing: Handlers = { listActivities: () => ({ data: [], total: 0 }) };
  it('says what to do when filters leave nothing', async () => {
    const { text, html } = await open('/activities?q=x', nothing);
    expect(text).toContain('没有符合条件的活动');
    expect(html).toContain('<a class="button" href="/activities">看全部活动</a>');
  });
  it('says what to do when nothing is announced', async () => {
    const { text, html } = await open('/activities', nothing);
    expect(text).toContain('近期还没有公布的活动');
    expect(html).toContain('<a class="button" href="/register">登记成为志愿者</a>');
  });
});
