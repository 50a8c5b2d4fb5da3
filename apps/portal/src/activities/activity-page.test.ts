import type { Activity, Calendar } from '@kepu/contracts';
import { fakeApi, Refused, type Handlers } from '../../test-support/fake-api.js';
import * as world from '../../test-support/world.js';
import { render } from '../entry-server.js';

const { activity, shift, uid, at } = world;
const draw = async (url: string, handlers: Handlers, report = jest.fn()) => {
  const api = fakeApi({ getPublicDictionary: () => world.dictionary, getActivityShare: () => world.share, ...handlers });
  const locale = url.startsWith('/en') ? 'en' : 'zh-CN';
  const page = await render({ url, client: api.client(locale), locale, theme: 'standard', publicUrl: 'https://kepu.example', site: { contact: '0577-1' }, report });
  return { ...page, api, report, text: page.html.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ') };
};
const open = (of: Partial<Activity> = {}, prefix = '', more: Handlers = {}) => draw(`${prefix}/activities/${uid(100)}`, { getActivity: () => ({ ...activity, ...of }), ...more });

describe('the page of an activity', () => {
  it('says everything that is public of it', async () => {
    const { text } = await open();
    for (const words of [
      '老年人手机防诈骗讲座', '11月28日 周六 9:00–11:00', '瓯海区 · 三垟街道 · 文化礼堂二楼', '瓯海区三垟街道', '老年人', '防电信诈骗', '老年人科学素质提升行动', '请讲师用身边的例子说清楚常见骗术。', '报名后立即录取',
      '主讲老师', '需要 1–2 人，已录取 1 人', '还有 1 个名额', '限：教师、科技工作者', '会说温州话优先', '年满 20 周岁', '需要 2–4 人，已录取 4 人，候补 1 人', '已满，可候补', '室内活动，注意上下楼梯。', '主办单位购买意外险', '改期了（原定 12月4日 周五 14:00）： 台风影响，顺延一天',
    ]) expect(text).toContain(words);
  });

  it('says it in English', async () => {
    const { text } = await open({ flow: 'request' }, '/en');
    for (const words of ['Sat 28 Nov 9:00–11:00', 'in 2 days', 'The organiser confirms', 'Needs 1–2 people, 1 has a place', '1 place free', 'Full: waiting list', 'Only for: teacher, scientist or engineer', 'Insurance: by the organiser']) expect(text).toContain(words);
  });

  it('tells a chat what it is about', async () => {
    const { head } = await open();
    expect(head).toContain('<meta property="og:title" content="老年人手机防诈骗讲座 · 温州市科普志愿"/>');
    expect(head).toContain('<meta property="og:description" content="11月28日 周六 9:00–11:00，瓯海区 文化礼堂二楼。请讲师用身边的例子说清楚常见骗术。 现场教大家设置手机。"/>');
  });

  it('offers each position, and says without scripts how else to sign up', async () => {
    const { html } = await open();
    expect([...html.matchAll(/data-signup="([^"]+)"[^>]*data-free="(\d)"/g)].map(([, id, free]) => [id, free])).toEqual([[uid(300), '1'], [uid(301), '0'], [uid(302), '4']]);
    expect([...html.matchAll(/<button class="button signup-start by-script" type="button" disabled="">([^<]+)/g)].map(([, words]) => words)).toEqual(['报名', '排队候补', '报名']);
    expect(html).toMatch(/<noscript>.*代为办理：0577-1.*<\/noscript>/);
  });

  it('promises no queue where the unit chooses: one asks, and the unit answers', async () => {
    const { html } = await open({ flow: 'request' });
    expect([...html.matchAll(/<button class="button signup-start by-script" type="button" disabled="">([^<]+)/g)].map(([, words]) => words)).toEqual(['报名', '报名', '报名']);
    expect(html).not.toContain('data-queues="true"');
  });

  it('has the text and the code to pass on, and is there without them', async () => {
    const { html } = await open();
    expect(html).toContain(`data-text="${world.share.text}"`);
    expect(html).toContain('<img class="qr"');
    const without = await open({}, '', { getActivityShare: () => { throw new Refused('server.busy'); } });
    expect(without.status).toBe(200);
    expect(without.html).not.toContain('class="qr"');
    expect(without.report).toHaveBeenCalledTimes(1);
  });

  it('says that it is cancelled, why, and that nobody counts as absent; there is nothing to sign up for', async () => {
    const { text, html } = await open({ state: 'cancelled', cancelled: { reason: '台风来袭', at: at('2026-11-25', '18:00') } });
    expect(text).toContain('很抱歉，活动取消了： 台风来袭 （11月25日 周三公布）已报名的人不会被记为缺席。');
    expect(html).toMatch(/<div class="note note-wrong note-large"><svg/);
    expect(html).not.toContain('data-signup');
  });

  it('strikes a single shift out and leaves the others', async () => {
    const { text, html } = await open({ shifts: [{ ...shift, cancelled: { reason: '场地停电' } }, world.secondShift] });
    expect(text).toContain('这一场取消了： 场地停电');
    expect([...html.matchAll(/data-signup="([^"]+)"/g)].map(([, id]) => id)).toEqual([uid(302)]);
  });

  it('takes no sign-up for what is past', async () => {
    const { html, text } = await open({ shifts: [{ ...shift, startsAt: at('2026-11-25', '9:00'), endsAt: at('2026-11-25', '11:00') }] });
    expect(html).not.toContain('data-signup');
    expect(text).toContain('已结束');
  });

  it('tells what came of it once the close is accepted', async () => {
    const { text, html } = await open({ state: 'closed', result: { turnout: 213, sessions: 2, text: '213 名市民参加。' } });
    expect(text).toMatch(/活动结果 213 人次参加 2 场 213 名市民参加。/);
    expect(html).not.toContain('data-signup');
  });
});

describe('the calendar', () => {
  const entry = (day: string, clock: string, more: Partial<Calendar['days'][number]['shifts'][number]> = {}) => ({ activityId: uid(100), title: `讲座 ${clock}`, kind: 'lecture' as const, startsAt: at(day, clock), endsAt: at(day, '23:00'), county: { code: '330304', name: '瓯海区' }, free: 1, cancelled: false, ...more });
  const days = [{ day: '2026-11-28', shifts: ['8:00', '9:00', '10:00', '11:00', '12:00', '13:00'].map((clock) => entry('2026-11-28', clock)) }, { day: '2026-11-29', shifts: [entry('2026-11-29', '9:00', { cancelled: true }), entry('2026-11-29', '10:00', { free: 0 })] }];
  const show = (url: string) => draw(url, { getCalendar: ({ query: { month } }) => ({ month, days: month === '2026-11' ? days : [] }) });

  it('shows the present month, each day once and in its column', async () => {
    const { html, text, api } = await show('/calendar');
    expect(api.called('getCalendar')[0]?.input.query).toEqual({ month: '2026-11' });
    expect([...html.matchAll(/<li class="day column-(\d)/g)].map(([, column]) => Number(column)).slice(0, 3)).toEqual([7, 1, 2]);
    expect([...html.matchAll(/<li class="day /g)]).toHaveLength(30);
    expect(text).toContain('这个月有 8 场');
    expect(html).toMatch(/day-today"><h2><time dateTime="2026-11-26">/);
  });

  it('shows four in a square and links to the others; a phone has them all', async () => {
    const { html } = await show('/calendar');
    expect([...html.matchAll(/entry-further/g)]).toHaveLength(2);
    expect(html).toContain('<a class="day-rest" href="/activities?from=2026-11-28&amp;to=2026-11-28">还有 2 场</a>');
  });

  it('says what is full and what is cancelled, in words', async () => {
    const { text } = await show('/calendar');
    expect(text).toMatch(/讲座 9:00 瓯海区 已取消/);
    expect(text).toMatch(/讲座 10:00 瓯海区 已满/);
  });

  it('keeps the county from month to month, and never leads further than a year', async () => {
    const { html, text, api } = await show('/en/calendar?month=2027-11&county=330304');
    expect(api.called('getCalendar')[0]?.input.query).toEqual({ month: '2027-11', county: '330304' });
    expect(html).toContain('href="/en/calendar?county=330304&amp;month=2027-10"');
    expect(html).not.toContain('month=2027-12');
    expect(html).toContain('<a class="tool" href="/en/calendar?county=330304">This month</a>');
    expect(text).toContain('Nothing has been announced for this month.');
  });
});
