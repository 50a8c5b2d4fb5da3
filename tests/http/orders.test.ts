import type { Client } from '@kepu/api-client';
import type { Order, OrderPlaced } from '@kepu/contracts';
import { addDays } from '@kepu/domain';
import { eachDatabase } from '../support/engines.js';
import { startServer, type TestServer } from '../support/server.js';
import { refusal, unitIds, until } from './papers.js';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
type Placing = Parameters<Client['createOrder']>[0]['body'];

/** T6, S2: 点单 → 派单 → 接单 → 评单, along every path, with a clock that moves. */
eachDatabase('orders of talks', (database) => {
  let server: TestServer;
  let [office, county, elsewhere, anyone, liaison]: Client[] = [];
  let people: { readonly id: string; readonly name: string; readonly client: Client }[];
  let [today, topicId, audienceId, talkId, secondTalkId, poolId, township]: string[] = [];
  const countyCode = '330326';
  let phones = 0;
  const of = <T>(value: T | undefined | null): T => { if (value == null) throw new Error('Nothing is there'); return value; };
  const code = async (call: Promise<unknown>) => (await refusal(call)).code;
  const lecturer = (index: number) => of(people[index]);
  const keyOf = ({ number, code: secret }: Pick<OrderPlaced, 'number' | 'code'>) => ({ number, code: secret });
  const at = ({ id, version }: { id: string; version: number }) => ({ params: { id }, body: { version } });
  const because = ({ id, version }: { id: string; version: number }, reason: string) => ({ params: { id }, body: { version, reason } });
  const body = (more: Partial<Placing> = {}): Placing => ({
    countyCode, townshipCode: of(township), ordererKind: 'village', placeName: '山前村', contactName: '陈支书', phone: `139577${String(10_000 + (phones += 1))}`, talkIds: [of(talkId)], audienceIds: [of(audienceId)], people: 50, venue: '山前村文化礼堂', language: 'wenzhou',
    dates: [{ day: addDays(of(today), 8), part: 'morning' }, { day: addDays(of(today), 9), part: 'afternoon', time: '15:00' }], ...more,
  });
  const place = (more: Partial<Placing> = {}) => of(anyone).createOrder({ body: body(more) });
  const idOf = async (placed: { number: string }): Promise<string> => of((await of(office).listOrders({ query: { q: placed.number } })).data[0]).id;
  const get = async (id: string): Promise<Order> => of(county).getOrder({ params: { id } });
  const own = (placed: OrderPlaced) => of(anyone).lookUpOrder({ body: keyOf(placed) });
  const openOffers = (order: Order) => order.offers.filter(({ state }) => state === 'offered');
  /** Accepted by the county, with the first of the ranking asked. */
  const dispatched = async (more: Partial<Placing> = {}): Promise<{ placed: OrderPlaced; id: string; order: Order }> => {
    const placed = await place(more);
    const id = await idOf(placed);
    await of(county).acceptOrder(at(await get(id)));
    return { placed, id, order: await until(() => get(id), (order) => openOffers(order).length > 0) };
  };
  const mine = async (index: number, orderId: string) => of((await lecturer(index).client.listMyOrderOffers({})).data.find(({ visits }) => visits.some((visit) => visit.orderId === orderId)));
  const asked = (order: Order): number => people.findIndex(({ id }) => id === openOffers(order)[0]?.lecturer.id);
  const confirmed = async (more: Partial<Placing> = {}) => {
    const { placed, id, order } = await dispatched(more);
    const index = asked(order);
    await lecturer(index).client.acceptMyOrderOffer(at(await mine(index, id)));
    return { placed, id, index, order: await get(id) };
  };
  const told = async (client: Client | undefined, kind: string) => (await of(client).listNotices({ query: { perPage: 200 } })).data.filter((notice) => notice.kind === kind);
  /** In steps: a session that nobody uses for a week is over. */
  const forward = async (ms: number) => {
    for (let left = ms; left > 0; left -= 5 * DAY_MS) {
      await server.control.clock({ advanceMs: Math.min(left, 5 * DAY_MS) });
      await Promise.all([office, county, liaison, ...people.map(({ client }) => client)].map((client) => of(client).getSession()));
    }
    today = (await of(office).getSession()).today;
  };

  beforeAll(async () => {
    server = await startServer({ database, env: { SESSION_IDLE_MINUTES: '10080', SESSION_MAX_HOURS: '720' } });
    [office, county, anyone, liaison] = await Promise.all(['office', 'county', undefined, 'liaison'].map((name) => server.client(name)));
    today = (await of(office).getSession()).today;
    const terms = (await of(office).listTerms({ query: { perPage: 200, open: 'true' } })).data;
    audienceId = of(terms.find(({ kind, name }) => kind === 'audience' && name === '社区居民')).id;
    topicId = of(terms.find(({ kind, name }) => kind === 'topic' && name === '科学实验与探究')).id;
    township = of((await of(office).listDivisions({ query: { parentCode: countyCode, perPage: 1 } })).data[0]).code;
    poolId = (await of(office).createPool({ body: { name: '点单讲师团', menu: true, letter: false } })).id;
    people = await Promise.all([11, 12, 13, 14, 15].map(async (number, index) => {
      const client = await server.client(`v${String(number).padStart(3, '0')}`);
      const me = await client.getMyVolunteer();
      const home = index === 4 ? '330302' : countyCode;
      await client.updateMyVolunteer({ body: { version: me.version, countyCode: home, travelLimit: 240, toIslands: true, toMountains: true, unitId: null, pausedUntil: null } });
      await of(office).createPoolTerm({ body: { poolId: of(poolId), volunteerId: me.id } });
      const talk = await of(office).createTalk({ body: { poolId: of(poolId), lecturerId: me.id, title: `防骗课${index}`, summary: '用身边的例子讲防骗。', topicIds: [of(topicId)], audienceIds: [of(audienceId)], minutes: 60, languages: ['mandarin', 'wenzhou'] } });
      const shown = await of(office).publishTalk(at(await of(office).submitTalk(at(talk))));
      if (index === 0) talkId = shown.id;
      if (index === 1) secondTalkId = shown.id;
      return { id: me.id, name: me.name, client };
    }));
    elsewhere = of(liaison);
  });
  afterAll(() => server.stop());

  it('are placed by phone without an account, and looked up, changed and called off by number and code alone', async () => {
    const placed = await place();
    expect(placed).toMatchObject({ state: 'submitted', number: expect.stringMatching(/^DD\d{8}-\d{4}$/) as string, phone: expect.stringContaining('****') as string, lecturer: null, rateUrl: null, talks: [{ id: talkId, title: '防骗课0' }], dates: [{ timed: false }, { timed: true }] });
    expect(placed.link).toBe(`${server.url.replace('127.0.0.1', 'localhost')}/order/status?no=${placed.number}#${placed.code}`.replace(/^https?:\/\/[^/]+/, placed.link.slice(0, placed.link.indexOf('/order'))));
    expect(await code(of(anyone).lookUpOrder({ body: { number: placed.number, code: '2222222222' } }))).toBe('order.unknown');
    const id = await idOf(placed);
    // It waits on the desk of whoever arranges talks there, and on nobody else's.
    expect((await of(county).getDesk()).ordersToArrange?.first).toContainEqual(expect.objectContaining({ id, number: placed.number, state: 'submitted' }));
    expect((await of(liaison).getDesk()).ordersToArrange).toBeNull();
    for (const client of [anyone, elsewhere]) expect(['auth.required', 'resource.not_found']).toContain(await code(of(client).getOrder({ params: { id } })));
    expect(await get(id)).toMatchObject({ newContact: true, way: 'portal', may: { review: true, dispatch: false, contact: true } });
    expect((await of(county).revealOrderContact({ params: { id } })).phone).toContain('139577');
    await until(() => told(county, 'order_made'), (found) => found.some(({ link, params }) => link === `/orders/${id}` && params['number'] === placed.number));

    const soon = await refusal(place({ dates: [{ day: addDays(of(today), 3), part: 'morning' }, { day: addDays(of(today), 12), part: 'morning' }] }));
    expect([soon.code, await code(place({ talkIds: [of(topicId)] })), await code(place({ townshipCode: null }))]).toEqual(['order.too_soon', 'order.talk_gone', 'input.invalid']);
    expect((await refusal(place({ talkIds: [], need: null }))).errors?.map(({ path, code: which }) => [path, which])).toEqual([['body.need', 'order_wish_missing']]);
    // 龙港市 has no townships.
    expect((await place({ countyCode: '330383', townshipCode: null, placeName: '湖前社区', ordererKind: 'community' })).township).toBeNull();
    expect((await of(anyone).listOrderPlaces({ query: { q: 'wm', countyCode: '330302' } })).data.some(({ name }) => name.startsWith('五马'))).toBe(true);

    const question = await of(county).askOrderer({ params: { id }, body: { version: 1, question: '有没有投影？' } });
    expect(question.state).toBe('asked');
    expect((await of(county).getDesk()).ordersToArrange?.first.some((one) => one.id === id)).toBe(false);
    const { countyCode: _c, townshipCode: _t, ordererKind: _o, placeName: _p, contactName: _n, phone: _f, phoneProof: _x, ...wish } = body({ projector: true, people: 80 });
    expect(await of(anyone).reviseOwnOrder({ body: { key: keyOf(placed), version: question.version, ...wish, answer: '有一台。' } })).toMatchObject({ state: 'submitted', people: 80, projector: true, answer: '有一台。' });
    const again = await own(placed);
    expect(await of(anyone).cancelOwnOrder({ body: { key: keyOf(placed), version: again.version, reason: '村里有别的事' } })).toMatchObject({ state: 'cancelled', reason: '村里有别的事' });
    expect(await get(id)).toMatchObject({ cancelledBy: 'orderer', lateCancel: false });
    const refused = await place();
    expect(await of(county).declineOrder(because(await get(await idOf(refused)), '不是科普内容'))).toMatchObject({ state: 'declined', reason: '不是科普内容' });
  });

  it('go to the first of the ranking, part by part; somebody else is chosen with a reason, and that is written down', async () => {
    const { id, order } = await dispatched();
    const first = asked(order);
    // Whose talk was ordered comes first.
    expect([first, order.offers[0]]).toMatchObject([0, { stage: 'county', round: 1, offeredBy: null, talk: { id: talkId } }]);
    expect(order.newContact).toBe(false);
    const { data } = await of(county).listOrderCandidates({ params: { id }, query: {} });
    expect(data.slice(0, 4).map(({ blocks }) => blocks.map(({ code: which }) => which))).toEqual([[], [], [], ['asked']]);
    // The demo's lecturers speak of something else, or in another language.
    for (const { blocks } of data.slice(4)) expect(blocks).not.toEqual([]);
    for (const { score, parts } of data) expect(parts.reduce((sum, { points }) => sum + points, 0)).toBeCloseTo(score, 5);
    const [best, next] = [of(data[0]), of(data[1])];
    const { version } = await get(id);
    const offer = (lecturerId: string, reason: string | null) => of(county).createOrderOffer({ params: { id }, body: { version, lecturerId, reason } });
    expect(await code(offer(next.lecturer.id, null))).toBe('order.reason_needed');
    const chosen = await offer(next.lecturer.id, '村里点名请他');
    expect(openOffers(chosen).map(({ lecturer: { id: who }, reason }) => [who, reason])).toEqual([[lecturer(0).id, null], [next.lecturer.id, '村里点名请他']]);
    expect((await of(county).getOrderHistory({ params: { id } })).data.map(({ action }) => action)).toContain('order.offered');
    expect((await of(county).listOrderCandidates({ params: { id }, query: { stage: 'city' } })).data.length).toBeGreaterThan(data.length - 1);
    expect(best.blocks).toEqual([]);
    await of(county).cancelOrder(because(await get(id), '重复'));
    expect((await mine(0, id)).state).toBe('withdrawn');
  });

  it('have one lecturer, whoever says yes at the same moment; without the guard two would have it', async () => {
    const race = async () => {
      const { id, order } = await dispatched();
      const second = people.findIndex(({ id: who }, index) => index !== asked(order) && who !== lecturer(4).id);
      await of(county).createOrderOffer({ params: { id }, body: { version: order.version, lecturerId: lecturer(second).id, reason: '一起问' } });
      const offers = await Promise.all([asked(order), second].map(async (index) => ({ index, offer: await mine(index, id) })));
      await server.control.failpoint('order.looked', 'wait');
      const outcomes = await Promise.allSettled(offers.map(({ index, offer }) => lecturer(index).client.acceptMyOrderOffer(at(offer))));
      await server.control.failpoint('order.looked', 'off');
      return { id, refused: await Promise.all(outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [code(Promise.reject(outcome.reason as Error))] : []))), won: outcomes.filter(({ status }) => status === 'fulfilled').length };
    };
    const { id, won, refused } = await race();
    expect([won, refused.length, ['order.taken', 'version.stale'].includes(refused[0] ?? '')]).toEqual([1, 1, true]);
    const order = await get(id);
    expect([order.state, order.offers.filter(({ state }) => state === 'accepted').length, (await of(office).listActivities({ query: { q: '山前村', managed: 'true', perPage: 50 } })).total]).toEqual(['confirmed', 1, 1]);
    await of(county).cancelOrder(because(order, '换时间'));

    await server.control.failpoint('order.accept', 'skip');
    const control = await race();
    await server.control.failpoint('order.accept', 'off');
    expect(control.won).toBe(2);
    expect((await get(control.id)).offers.filter(({ state }) => state === 'accepted')).toHaveLength(2);
    await of(county).cancelOrder(because(await get(control.id), '对照'));
  });

  it('become an activity when a lecturer says yes, with each other’s numbers; a no brings the next; the clock of the activity is that of the order', async () => {
    const { placed, id, order } = await dispatched({ minors: false });
    const first = asked(order);
    const offer = await mine(first, id);
    expect([offer.mayAnswer, offer.visits[0]?.contactName]).toEqual([true, null]);
    expect(JSON.stringify(offer)).not.toContain('139577');
    expect(await code(lecturer(first).client.revealMyOrderContact({ params: { id } }))).toBe('resource.not_found');
    await lecturer(first).client.declineMyOrderOffer({ params: { id: offer.id }, body: { version: offer.version, reason: '那天出差' } });
    const next = await until(() => get(id), (one) => openOffers(one).length > 0);
    const second = asked(next);
    expect([second === first, next.offers.map(({ state }) => state)]).toEqual([false, ['declined', 'offered']]);
    await lecturer(second).client.acceptMyOrderOffer(at(await mine(second, id)));
    const held = await get(id);
    expect(held).toMatchObject({ state: 'confirmed', lecturer: { id: lecturer(second).id }, activity: { state: 'open' } });
    expect(held.cancelFreeUntil).toBe(addDays(of(held.dates.find(({ chosen }) => chosen)).day, -2));
    const activity = await of(anyone).getActivity({ params: { id: of(held.activityId) } });
    expect(activity).toMatchObject({ kind: 'lecture', state: 'open', county: { code: countyCode }, place: '山前村文化礼堂', shifts: [{ startsAt: held.startsAt, endsAt: held.endsAt, positions: [{ role: 'lecturer', confirmed: 1, free: 0 }] }] });
    expect(await own(placed)).toMatchObject({ state: 'confirmed', lecturer: { name: lecturer(second).name } });
    expect((await lecturer(second).client.revealMyOrderContact({ params: { id } })).phone).toContain('139577');
    await until(() => told(lecturer(second).client, 'order_confirmed_lecturer'), (found) => found.length > 0);

    // Rain: to another of the dates, and the activity goes along; the other way round as well.
    const other = of(held.dates.find(({ chosen }) => !chosen));
    const moved = await of(county).moveOrder({ params: { id }, body: { version: held.version, startsAt: other.startsAt, reason: '大雨' } });
    const shifts = (await of(office).getActivity({ params: { id: activity.id } })).shifts;
    expect([moved.startsAt, shifts[0]?.startsAt, shifts[0]?.moved?.reason]).toEqual([other.startsAt, other.startsAt, '大雨']);
    const back = of(held.startsAt);
    await of(office).moveShift({ params: { id: of(shifts[0]).id }, body: { version: (await of(office).getActivity({ params: { id: activity.id } })).version, startsAt: back, endsAt: of(held.endsAt), reason: '雨停了' } });
    expect((await get(id)).startsAt).toBe(back);

    // Whoever leaves the place has stepped back: another is looked for, urgently, for the same time and activity.
    const signup = of((await lecturer(second).client.listMySignups({ query: {} })).data.find(({ activity: { id: which } }) => which === activity.id));
    await lecturer(second).client.withdrawSignup({ params: { id: signup.id }, body: { version: signup.version, reason: '病了' } });
    const urgent = await until(() => get(id), (one) => openOffers(one).length > 0);
    expect(urgent).toMatchObject({ state: 'dispatching', urgent: true, lecturer: null, startsAt: back });
    const third = asked(urgent);
    await lecturer(third).client.acceptMyOrderOffer(at(await mine(third, id)));
    const substituted = await get(id);
    expect(substituted).toMatchObject({ state: 'confirmed', urgent: false, activityId: activity.id, lecturer: { id: lecturer(third).id } });
    const replaced = await of(county).replaceOrderLecturer(because(substituted, '请更熟悉的人'));
    expect(replaced.state).toBe('dispatching');
    // The activity that is cancelled takes its order with it.
    const standing = await of(office).getActivity({ params: { id: activity.id } });
    await of(office).cancelActivity({ params: { id: activity.id }, body: { version: standing.version, reason: '台风' } });
    expect(await get(id)).toMatchObject({ state: 'cancelled', cancelledBy: 'activity', reason: '台风' });
  });

  it('join neighbours into one trip, each an activity at its own hour', async () => {
    const [a, b] = [await place({ placeName: '山前村', talkIds: [], topicIds: [of(topicId)] }), await place({ placeName: '山后村', talkIds: [of(secondTalkId)] })];
    const ids = [await idOf(a), await idOf(b)];
    // Nobody has time until both are one trip.
    for (const id of ids) {
      await of(county).acceptOrder(at(await get(id)));
      const order = await until(() => get(id), (one) => openOffers(one).length > 0);
      await of(county).withdrawOrderOffer({ params: { id: of(openOffers(order)[0]).id }, body: { version: of(openOffers(order)[0]).version, reason: '并成一趟' } });
    }
    const [first = '', second = ''] = ids;
    const partners = await of(county).listTripPartners({ params: { id: first } });
    expect(partners.data.map(({ id }) => id)).toEqual([second]);
    const day = of(partners.data[0]?.days[0]);
    const trip = async (hours: readonly [string, string]) => of(county).createOrderTrip({ body: { orders: await Promise.all(ids.map(async (id, index) => ({ id, version: (await get(id)).version, startsAt: new Date(`${day}T${of(hours[index])}:00+08:00`).toISOString() }))) } });
    expect(await code(trip(['09:00', '09:30']))).toBe('order.trip_hours');
    const joined = await trip(['09:00', '10:45']);
    expect(joined.trip?.orders).toHaveLength(2);
    const [one] = await Promise.all(ids.map((id) => until(() => get(id), (order) => openOffers(order).length > 0)));
    const index = asked(of(one));
    const offer = await mine(index, first);
    expect(offer.visits.map(({ placeName }) => placeName)).toEqual(['山前村', '山后村']);
    await lecturer(index).client.acceptMyOrderOffer(at(offer));
    const both = await Promise.all(ids.map(get));
    expect(both.map(({ state, startsAt }) => [state, startsAt])).toEqual([['confirmed', new Date(`${day}T09:00:00+08:00`).toISOString()], ['confirmed', new Date(`${day}T10:45:00+08:00`).toISOString()]]);
    expect(new Set(both.map(({ activityId }) => activityId)).size).toBe(2);
    expect(await code(of(county).dissolveOrderTrip({ params: { id: of(joined.trip).id } }))).toBe('lifecycle.not_allowed');
  });

  it('keep the settings of the office, and those of a unit are its own', async () => {
    const settings = await of(office).getOrderSettings();
    expect(settings).toMatchObject({ leadDays: 7, offerHours: 48, countyRounds: 2, mayWrite: true, version: 1 });
    expect(await code(of(county).updateOrderSettings({ body: { version: 1, leadDays: 3 } }))).toBe('resource.not_found');
    expect(await of(office).updateOrderSettings({ body: { version: 1, monthlyCap: 20 } })).toMatchObject({ monthlyCap: 20, version: 2 });
    expect(await code(of(office).updateOrderSettings({ body: { version: 1, monthlyCap: 20 } }))).toBe('version.stale');
    const unitId = of((await unitIds(of(office))).get('团市委'));
    const { phoneProof: _x, ...given } = body({ placeName: '团市委', ordererKind: 'other' });
    expect(await code(of(liaison).createOrderOnBehalf({ body: { ...given, unitId: null } }))).toBe('reference.not_found');
    const placed = await of(liaison).createOrderOnBehalf({ body: { ...given, unitId } });
    const [row] = (await of(liaison).listOrders({ query: {} })).data;
    expect([row?.number, row?.way, (await of(liaison).listOrders({ query: {} })).total]).toEqual([placed.number, 'unit', 1]);
    expect(await code(of(liaison).acceptOrder({ params: { id: of(row).id }, body: { version: 1 } }))).toBe('auth.forbidden');
    await of(liaison).cancelOrder(because(of(row), '改期'));
  });

  it('are held, rated by both sides and the audience, and followed down from the activity’s close', async () => {
    const { placed, id, index, order } = await confirmed();
    const rate = of(order.rateUrl?.slice(-10));
    expect(await code(of(anyone).rateAsAudience({ params: { code: rate }, body: { grade: 5 } }))).toBe('order.rating_closed');
    const grades = { content: 5, manner: 4, again: 5, people: 47 };
    expect(await code(of(anyone).rateOwnOrder({ body: { key: keyOf(placed), version: order.version, ...grades } }))).toBe('order.not_over');
    await forward(Date.parse(of(order.endsAt)) - Date.now() + HOUR_MS);
    const phone = async (grade: number, cookie = '') => {
      const answer = await server.fetch(`/api/v1/order-ratings/${rate}`, { method: 'POST', headers: { 'content-type': 'application/json', ...(cookie === '' ? {} : { cookie }) }, body: JSON.stringify({ grade, note: '听得懂' }) });
      return { status: answer.status, cookie: (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? '' };
    };
    const one = await phone(5);
    expect([one.status, (await phone(1, one.cookie)).status, (await phone(4)).status]).toEqual([201, 409, 201]);
    expect(await of(anyone).getRatingPage({ params: { code: rate } })).toMatchObject({ placeName: '山前村', open: true, given: false });
    const version = (await own(placed)).version;
    expect(await of(anyone).rateOwnOrder({ body: { key: keyOf(placed), version, ...grades, note: '讲得好' } })).toMatchObject({ rating: { content: 5, people: 47 }, mayRate: false });
    expect(await code(of(anyone).rateOwnOrder({ body: { key: keyOf(placed), version, ...grades } }))).toBe('order.rated');
    const offer = await mine(index, id);
    expect(offer.visits[0]).toMatchObject({ orderId: id, mayRate: true, rating: null });
    await lecturer(index).client.rateMyOrder({ params: { id }, body: { version: offer.version, prepared: 5, audience: 4 } });
    expect((await mine(index, id)).visits[0]).toMatchObject({ mayRate: false, rating: { prepared: 5, audience: 4 } });
    expect((await get(id)).ratings).toMatchObject({ lecturer: { prepared: 5 }, audience: { count: 2, average: 4.5 } });
    const ratings = await of(office).getTalkRatings({ params: { id: of(offer.talk).id } });
    expect(ratings).toMatchObject({ orders: 1, orderer: { count: 1, content: 5, manner: 4 }, audience: { count: 2, average: 4.5 } });
    expect(await code(of(liaison).getTalkRatings({ params: { id: of(offer.talk).id } }))).toBe('resource.not_found');

    // The close of the activity is that of the order, and what both sides have rated is closed with it.
    const activityId = of(order.activityId);
    const open = await of(county).getActivity({ params: { id: activityId } });
    await of(county).reportActivity({ params: { id: activityId }, body: { version: open.version, shifts: [{ shiftId: of(open.shifts[0]).id, held: true, turnout: 47, method: 'counted' }], text: '讲得生动，问答热烈。', withoutPhoto: '村民不愿拍照' } });
    expect((await get(id)).state).toBe('confirmed');
    await of(office).acceptActivityReport({ params: { id: activityId }, body: { version: open.version + 1 } });
    expect(await get(id)).toMatchObject({ state: 'closed', activity: { id: activityId, state: 'closed' } });
  });

  it('expire after 48 hours, go to the city after two rounds, and are unfilled after ten days, with what helps instead', async () => {
    const { placed, id, order } = await dispatched({ dates: [{ day: addDays(of(today), 20), part: 'morning' }, { day: addDays(of(today), 21), part: 'morning' }] });
    expect(Date.parse(of(openOffers(order)[0]).expiresAt) - Date.parse(of(openOffers(order)[0]).offeredAt)).toBe(48 * HOUR_MS);
    const first = asked(order);
    const late = await mine(first, id);
    await forward(49 * HOUR_MS);
    expect(await code(lecturer(first).client.acceptMyOrderOffer(at(late)))).toMatch(/^order\.offer_over|version\.stale$/);
    const [second, third] = [await until(() => get(id), (one) => one.offers.length === 2), await forward(49 * HOUR_MS).then(() => until(() => get(id), (one) => one.offers.length === 3 && one.stage === 'city'))];
    expect([second.stage, third.stage, third.offers.map(({ state, stage }) => [state, stage])]).toEqual(['county', 'city', [['expired', 'county'], ['expired', 'county'], ['offered', 'city']]]);
    await forward(10 * DAY_MS);
    const over = await until(() => get(id), (one) => one.state === 'unfilled');
    expect(over.alternatives).toContain('科普中国');
    expect(await own(placed)).toMatchObject({ state: 'unfilled', alternatives: over.alternatives });
    // The demo has orders of its own.
    for (const kind of ['order_unfilled', 'order_city']) await until(() => told(county, kind), (found) => found.some(({ params }) => params['number'] === placed.number));
  });
});
