import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createClient, type Client } from '@kepu/api-client';
import type { Order, OrderPlaced } from '@kepu/contracts';
import { addDays } from '@kepu/domain';
import { eachDatabase } from '../support/engines.js';
import { freePort, ServerProcess } from '../support/server-process.js';
import { startServer, type TestServer } from '../support/server.js';
import { serverEntry, testEnvironment } from '../support/template.js';
import { refusal, unitIds, until } from './papers.js';

const MINUTE_MS = 60_000;
const [codeTemplate, orderTemplate] = ['SMS_100', 'SMS_200'];
const ok = '{"Code":"OK"}';
type Placing = Omit<Parameters<Client['createOrder']>[0]['body'], 'phoneProof'>;
interface Received { readonly id: string; readonly phone: string; readonly template: string; readonly params: Readonly<Record<string, string>> }

/** Whoever ordered without an account hears by text message, and where that is not so, the county knows whom to call. */
eachDatabase('news of orders', (database) => {
  let server: TestServer;
  let [office, county, anyone, liaison, lecturer]: Client[] = [];
  let [today, topicId, talkId, township, unitId]: string[] = [];
  let sms: Record<string, string> = {};
  let shifted = '';
  let phones = 0;
  const received: Received[] = [];
  const answers = new Map<string, string[]>();
  const of = <T>(value: T | undefined | null): T => { if (value == null) throw new Error('Nothing is there'); return value; };
  const gateway = createServer((request, response) => {
    const query = new URL(request.url ?? '', 'http://gateway').searchParams;
    const phone = query.get('PhoneNumbers') ?? '';
    received.push({ id: query.get('OutId') ?? '', phone, template: query.get('TemplateCode') ?? '', params: JSON.parse(query.get('TemplateParam') ?? '{}') as Record<string, string> });
    const waiting = answers.get(phone);
    response.writeHead(200, { 'content-type': 'application/json' }).end(waiting?.shift() ?? ok);
  });

  const freshPhone = () => `138577${String(10_000 + (phones += 1))}`;
  const body = (phone: string, more: Partial<Placing> = {}): Placing => ({
    countyCode: '330326', townshipCode: of(township), ordererKind: 'village', placeName: '溪口村', contactName: '林支书', phone, talkIds: [of(talkId)], people: 40, venue: '溪口村文化礼堂', dates: [{ day: addDays(of(today), 9), part: 'morning' }, { day: addDays(of(today), 10), part: 'afternoon' }], ...more,
  });
  const idOf = async ({ number }: Pick<OrderPlaced, 'number'>): Promise<string> => of((await of(office).listOrders({ query: { q: number } })).data[0]).id;
  const get = (id: string): Promise<Order> => of(county).getOrder({ params: { id } });
  const at = async (id: string) => ({ params: { id }, body: { version: (await get(id)).version } });
  const because = async (id: string, reason: string) => ({ params: { id }, body: { version: (await get(id)).version, reason } });
  const to = (phone: string) => received.filter((one) => one.phone === phone && one.template === orderTemplate);
  const sent = (phone: string, count: number) => until(() => Promise.resolve(to(phone)), (all) => all.length >= count);
  const news = async (id: string) => (await get(id)).news.map(({ kind, state }) => [kind, state]);
  const settled = (id: string) => until(() => news(id), (all) => all.every(([, state]) => state !== 'waiting'));
  /** Entered by the county for somebody who called. */
  const onBehalf = async (phone = freshPhone(), more: Partial<Placing> = {}) => {
    const placed = await of(county).createOrderOnBehalf({ body: { ...body(phone, more), unitId: null } });
    return { placed, phone, id: await idOf(placed) };
  };
  const shift = async (day: string, time: string, url = server.url) => {
    shifted = new Date(`${day}T${time}:00+08:00`).toISOString();
    await fetch(`${url}/__test/clock`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ shiftTo: shifted }) });
    today = day;
  };
  const offered = async (id: string) => until(async () => (await of(lecturer).listMyOrderOffers({})).data.find(({ state, visits }) => state === 'offered' && visits.some(({ orderId }) => orderId === id)), (found) => found !== undefined);
  const accepted = async (id: string) => {
    await of(county).acceptOrder(await at(id));
    const offer = of(await offered(id));
    await of(lecturer).acceptMyOrderOffer({ params: { id: offer.id }, body: { version: offer.version } });
  };

  beforeAll(async () => {
    gateway.listen(0, '127.0.0.1');
    await once(gateway, 'listening');
    sms = { SMS_URL: `http://127.0.0.1:${(gateway.address() as AddressInfo).port}/`, SMS_KEY_ID: 'LTAI-test', SMS_KEY_SECRET: 'a-secret-of-the-gateway', SMS_SIGN_NAME: '科普志愿', SMS_TEMPLATE_CODE: codeTemplate };
    server = await startServer({ database, env: { ...sms, SMS_ORDER_TEMPLATE_CODE: orderTemplate, PUBLIC_URL: 'https://kepu.example.gov.cn', SESSION_IDLE_MINUTES: '10080', SESSION_MAX_HOURS: '720' } });
    [office, county, anyone, liaison, lecturer] = await Promise.all(['office', 'county', undefined, 'liaison', 'v011'].map((name) => server.client(name)));
    const terms = (await of(office).listTerms({ query: { perPage: 200, open: 'true' } })).data;
    topicId = of(terms.find(({ kind, name }) => kind === 'topic' && name === '科学实验与探究')).id;
    const audienceId = of(terms.find(({ kind }) => kind === 'audience')).id;
    township = of((await of(office).listDivisions({ query: { parentCode: '330326', perPage: 1 } })).data[0]).code;
    unitId = of((await unitIds(of(office))).get('团市委'));
    const poolId = (await of(office).createPool({ body: { name: '短信讲师团', menu: true, letter: false } })).id;
    const me = await of(lecturer).getMyVolunteer();
    await of(lecturer).updateMyVolunteer({ body: { version: me.version, countyCode: '330326', travelLimit: 240, toIslands: true, toMountains: true, unitId: null, pausedUntil: null } });
    await of(office).createPoolTerm({ body: { poolId, volunteerId: me.id } });
    const draft = await of(office).createTalk({ body: { poolId, lecturerId: me.id, title: '火从哪里来', summary: '用实验讲燃烧。', topicIds: [topicId], audienceIds: [audienceId], minutes: 60, languages: ['mandarin'] } });
    const waiting = await of(office).submitTalk({ params: { id: draft.id }, body: { version: draft.version } });
    talkId = (await of(office).publishTalk({ params: { id: waiting.id }, body: { version: waiting.version } })).id;
    await shift(addDays((await of(office).getSession()).today, 1), '09:30');
  });
  afterAll(async () => {
    await server.stop();
    gateway.close();
    gateway.closeAllConnections();
  });

  it('go to the phone that ordered: received with the link, confirmed with its time, moved, another lecturer, called off; each once, and nothing personal in them', async () => {
    const phone = freshPhone();
    const challenge = await of(anyone).createSessionChallenge({ body: { phone, purpose: 'register' } });
    const proof = await until(() => Promise.resolve(received.find((one) => one.phone === phone && one.template === codeTemplate)), (found) => found !== undefined);
    const placed = await of(anyone).createOrder({ body: { ...body(phone), phoneProof: { challengeId: challenge.id, code: of(proof?.params['code']) } } });
    expect([placed.messages, placed.link]).toEqual(['on', `https://kepu.example.gov.cn/order/status?no=${placed.number}#${placed.code}`]);
    const id = await idOf(placed);
    await sent(phone, 1);
    await settled(id);
    await accepted(id);
    await sent(phone, 2);
    await settled(id);
    const held = await get(id);
    const other = of(held.dates.find(({ chosen }) => !chosen));
    await of(county).moveOrder({ params: { id }, body: { version: held.version, startsAt: other.startsAt, reason: '林支书说有大雨' } });
    await sent(phone, 3);
    await settled(id);
    // Moved at the other end, by its activity.
    const activity = await of(county).getActivity({ params: { id: of(held.activityId) } });
    await of(county).moveShift({ params: { id: of(activity.shifts[0]).id }, body: { version: activity.version, startsAt: of(held.startsAt), endsAt: of(held.endsAt), reason: '雨停了' } });
    await sent(phone, 4);
    await settled(id);
    await of(county).replaceOrderLecturer(await because(id, '讲师陈老师病了'));
    await sent(phone, 5);
    await settled(id);
    await of(county).cancelOrder(await because(id, '村里停电'));
    const all = await sent(phone, 6);
    await settled(id);

    const day = (text: string) => `${Number(text.slice(5, 7))}月${Number(text.slice(8, 10))}日`;
    const shown = (startsAt: string) => { const local = new Date(Date.parse(startsAt) + 8 * 60 * MINUTE_MS).toISOString(); return `${day(local)}${Number(local.slice(11, 13))}:${local.slice(14, 16)}`; };
    expect(all.map(({ params }) => params['news'])).toEqual([
      `已收到，${day(placed.reviewDueOn)}前答复`, `讲师已定，${shown(of(held.startsAt))}`, `改到${shown(other.startsAt)}`, `改到${shown(of(held.startsAt))}`, '原讲师不能来，正在另找，时间不变', '已取消，原因请打开查看',
    ]);
    for (const { params } of all) {
      expect({ ...params, news: '' }).toEqual({ number: placed.number, code: placed.code, news: '' });
      expect([...(params['news'] ?? '')].length).toBeLessThanOrEqual(35);
    }
    expect(new Set(all.map((one) => one.id)).size).toBe(6);
    expect(await news(id)).toEqual(['called_off', 'substitute', 'moved', 'moved', 'confirmed', 'received'].map((kind) => [kind, 'sent']));
    expect(await get(id)).toMatchObject({ messages: 'on', toCall: false });
    expect(JSON.stringify(await get(id))).not.toContain(placed.code);
  });

  it('go to whoever the county entered an order for: asked back, declined, and nobody found with what helps instead', async () => {
    const [first, second] = [await onBehalf(), await onBehalf()];
    await sent(first.phone, 1);
    await settled(first.id);
    await of(county).askOrderer({ params: { id: first.id }, body: { version: (await get(first.id)).version, question: '有投影吗？' } });
    await sent(first.phone, 2);
    await settled(first.id);
    await of(county).declineOrder(await because(first.id, '不是科普内容'));
    expect((await sent(first.phone, 3)).map(({ params }) => params['news']?.slice(0, 4))).toEqual([expect.stringContaining('已收到') as string, '需要补充', '没有受理']);
    await of(county).acceptOrder(await at(second.id));
    await of(county).giveUpOrder({ params: { id: second.id }, body: { version: (await get(second.id)).version, reason: '太远', alternatives: '看视频' } });
    await until(() => Promise.resolve(to(second.phone)), (all) => all.some(({ params }) => params['news']?.includes('暂无讲师承接') === true));
    // The code in the message opens the page, which tells the rest.
    expect(await of(anyone).lookUpOrder({ body: { number: second.placed.number, code: of(to(second.phone)[0]?.params['code']) } })).toMatchObject({ state: 'unfilled', alternatives: '看视频', messages: 'on' });
  });

  it('are not sent to whoever called off, nor to a unit whose people read notices', async () => {
    const { placed, phone, id } = await onBehalf();
    await sent(phone, 1);
    await of(anyone).cancelOwnOrder({ body: { key: { number: placed.number, code: placed.code }, version: placed.version, reason: '有别的事' } });
    expect(await settled(id)).toEqual([['received', 'sent']]);
    const own = freshPhone();
    const unit = await of(liaison).createOrderOnBehalf({ body: { ...body(own, { placeName: '团市委', ordererKind: 'other' }), unitId: of(unitId) } });
    const unitOrder = await idOf(unit);
    await accepted(unitOrder);
    await until(async () => (await of(liaison).listNotices({ query: { perPage: 200 } })).data.filter(({ kind, params }) => kind === 'order_confirmed' && params['number'] === unit.number), (found) => found.length === 1);
    expect(await get(unitOrder)).toMatchObject({ messages: 'account', news: [], toCall: false });
    expect([unit.messages, to(own).length]).toEqual(['account', 0]);
    await of(county).cancelOrder(await because(unitOrder, '改期'));
  });

  it('stop by one tap of whoever holds number and code, and begin again', async () => {
    const { placed, phone, id } = await onBehalf();
    const key = { number: placed.number, code: placed.code };
    await sent(phone, 1);
    expect((await refusal(of(anyone).setOwnOrderMessages({ body: { key: { ...key, code: '2222222222' }, wanted: false } }))).code).toBe('order.unknown');
    expect(await of(anyone).setOwnOrderMessages({ body: { key, wanted: false } })).toMatchObject({ messages: 'stopped', version: placed.version });
    await of(county).askOrderer({ params: { id }, body: { version: placed.version, question: '几点？' } });
    expect(await news(id)).toEqual([['asked', 'stopped'], ['received', 'sent']]);
    expect((await get(id)).toCall).toBe(false);
    expect(await of(anyone).setOwnOrderMessages({ body: { key, wanted: true } })).toMatchObject({ messages: 'on' });
    await of(county).declineOrder(await because(id, '重复'));
    expect((await sent(phone, 2)).map(({ params }) => params['news']?.slice(0, 4))).toEqual([expect.any(String) as string, '没有受理']);
    expect((await of(county).getOrderHistory({ params: { id } })).data.map(({ action }) => action)).toEqual(expect.arrayContaining(['order.messages_stopped', 'order.messages_wanted']));
  });

  it('wait until the morning where it is night, and then only the newest goes', async () => {
    await shift(of(today), '22:10');
    const { phone, id } = await onBehalf();
    await of(county).askOrderer({ params: { id }, body: { version: 1, question: '几点？' } });
    await server.control.clock({ advanceMs: 5 * 60 * MINUTE_MS });
    const daytime = await onBehalf();
    expect([await news(id), await news(daytime.id), to(phone).length, to(daytime.phone).length]).toEqual([[['asked', 'waiting'], ['received', 'waiting']], [['received', 'waiting']], 0, 0]);
    await shift(addDays(of(today), 1), '08:00');
    await Promise.all([sent(phone, 1), sent(daytime.phone, 1)]);
    expect([await settled(id), to(phone).map(({ params }) => params['news'])]).toEqual([[['asked', 'sent'], ['received', 'overtaken']], ['需要补充内容，请打开回答']]);
    await shift(of(today), '10:00');
  });

  it('that the provider refuses are not tried again: the county sees whom to call, calls, and notes it', async () => {
    const { phone, id } = await onBehalf();
    await sent(phone, 1);
    await settled(id);
    answers.set(phone, ['{"Code":"isv.MOBILE_NUMBER_ILLEGAL"}']);
    await of(county).askOrderer({ params: { id }, body: { version: 1, question: '几点？' } });
    expect(await settled(id)).toEqual([['asked', 'refused'], ['received', 'sent']]);
    await server.control.clock({ advanceMs: 30 * MINUTE_MS });
    const order = await get(id);
    expect([to(phone).length, order.toCall, order.may.contact]).toEqual([2, true, true]);
    const waiting = (await of(county).listOrders({ query: { toCall: 'true' } })).data;
    expect(waiting.map((row) => [row.id, row.toCall])).toContainEqual([id, true]);
    expect((await of(county).revealOrderContact({ params: { id } })).phone).toContain(phone);
    expect((await refusal(of(liaison).noteOrdererTold({ params: { id } }))).code).toBe('auth.forbidden');
    expect(await of(county).noteOrdererTold({ params: { id } })).toMatchObject({ toCall: false, news: [{ kind: 'asked', state: 'called' }, { kind: 'received', state: 'sent' }] });
    expect((await of(county).getOrderHistory({ params: { id } })).data.map(({ action }) => action)).toContain('order.told');
  });

  it('are tried again under the same id where the provider is busy, and given up after more than an hour', async () => {
    const [busy, dead] = [freshPhone(), freshPhone()];
    answers.set(busy, ['{"Code":"isv.BUSINESS_LIMIT_CONTROL"}', '<html>']);
    answers.set(dead, Array<string>(20).fill('{"Code":"Throttling.User"}'));
    const [first, second] = [await onBehalf(busy), await onBehalf(dead)];
    for (let call = 1; call < 12; call += 1) {
      await sent(dead, call);
      await server.control.clock({ advanceMs: 22 * MINUTE_MS });
    }
    await sent(dead, 12);
    expect([await settled(second.id), await settled(first.id)]).toEqual([[['received', 'unreachable']], [['received', 'sent']]]);
    expect([to(dead).length, to(busy).length, new Set([...to(dead)].map(({ id }) => id)).size, new Set(to(busy).map(({ id }) => id)).size]).toEqual([12, 3, 1, 1]);
  });

  it('are at most ten a day to one phone', async () => {
    const phone = freshPhone();
    const ids: string[] = [];
    for (let index = 0; index < 11; index += 1) {
      const { id } = await onBehalf(phone);
      await settled(id);
      ids.push(id);
    }
    expect([to(phone).length, await news(of(ids[9])), await news(of(ids[10]))]).toEqual([10, [['received', 'sent']], [['received', 'held']]]);
  });

  it(database === 'sqlite' ? 'are of one worker: a file has one owner' : 'go once where two workers look for them', async () => {
    const second = new ServerProcess({ entry: serverEntry, port: await freePort(), env: testEnvironment({ ...sms, PUBLIC_URL: 'https://kepu.example.gov.cn', SMS_ORDER_TEMPLATE_CODE: orderTemplate, DATA_DIR: server.dataDir, SESSION_IDLE_MINUTES: '10080', SESSION_MAX_HOURS: '720', ...(server.databaseUrl ? { DATABASE_URL: server.databaseUrl } : {}) }) });
    if (database === 'sqlite') {
      await expect(second.start()).rejects.toThrow('is in use by process');
      return;
    }
    await second.start();
    try {
      const day = of(today);
      await shift(day, '15:00');
      await shift(day, '15:00', second.url);
      const other = createClient({ baseUrl: second.url, parseAnswers: true, headers: { cookie: await server.cookie('county') } });
      const many = await Promise.all(Array.from({ length: 12 }, async (_, index) => {
        const phone = freshPhone();
        await of(index % 2 === 0 ? county : other).createOrderOnBehalf({ body: { ...body(phone), unitId: null } });
        return phone;
      }));
      await Promise.all(many.map((phone) => sent(phone, 1)));
      await server.control.clock({ advanceMs: MINUTE_MS });
      expect(many.map((phone) => to(phone).length)).toEqual(many.map(() => 1));
    } finally {
      await second.stop();
    }
  }, 60_000);

  it('ask for a rating once, when the talk is over', async () => {
    await shift(addDays(of(today), 1), '10:00');
    const { phone, id } = await onBehalf();
    await accepted(id);
    await until(() => Promise.resolve(to(phone)), (all) => all.some(({ params }) => params['news']?.startsWith('讲师已定') === true));
    const ends = new Date(Date.parse(of((await get(id)).endsAt)) + 8 * 60 * MINUTE_MS).toISOString().slice(0, 10);
    // A session that nobody uses for a week is over.
    for (const day of [addDays(of(today), 5), addDays(ends, 1)]) {
      await shift(day, '12:00');
      await Promise.all([office, county, liaison, lecturer].map((client) => of(client).getSession()));
    }
    const asked = (all: readonly Received[]) => all.filter(({ params }) => params['news'] === '已经讲完，请打开评价');
    await until(() => Promise.resolve(to(phone)), (all) => asked(all).length > 0);
    await shift(addDays(ends, 2), '12:00');
    await until(() => news(id), (all) => all.filter(([kind]) => kind === 'rate').length === 1 && all.every(([, state]) => state !== 'waiting'));
    expect(asked(to(phone))).toHaveLength(1);
  }, 60_000);

  it.each([['without a gateway', { SMTP_URL: 'smtp://127.0.0.1:1', MAIL_FROM: 'kepu@example.gov.cn', SMS_URL: '', SMS_KEY_ID: '', SMS_KEY_SECRET: '', SMS_SIGN_NAME: '', SMS_TEMPLATE_CODE: '', SMS_ORDER_TEMPLATE_CODE: '' }], ['without a template of their own', { SMS_ORDER_TEMPLATE_CODE: '' }]])('%s are not sent, and the county sees that nobody was told', async (_name, env) => {
    await server.restart(env);
    [office, county] = await Promise.all(['office', 'county'].map((name) => server.client(name)));
    today = (await of(office).getSession()).today;
    const before = received.filter(({ template }) => template === orderTemplate).length;
    const { placed, id, phone } = await onBehalf();
    // It stands on the paper in front of whoever ordered.
    expect(await get(id)).toMatchObject({ messages: 'none', toCall: false, news: [{ kind: 'received', state: 'untold' }] });
    await of(county).askOrderer({ params: { id }, body: { version: 1, question: '几点？' } });
    expect(await get(id)).toMatchObject({ toCall: true, may: { contact: true }, news: [{ kind: 'asked', state: 'untold' }, { kind: 'received', state: 'untold' }] });
    expect(await of(anyone).lookUpOrder({ body: { number: placed.number, code: placed.code } })).toMatchObject({ messages: 'none' });
    expect((await of(county).revealOrderContact({ params: { id } })).phone).toContain(phone);
    expect(received.filter(({ template }) => template === orderTemplate)).toHaveLength(before);
  });
});
