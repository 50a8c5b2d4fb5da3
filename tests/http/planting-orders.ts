import { ApiProblem, type Client } from '@kepu/api-client';
import type { Markers, Visitor } from './marking.js';
import { until } from './papers.js';

interface People { readonly office: Client; readonly home: Client; readonly anyone: Client; readonly owner: { readonly id: string; readonly client: Client }; readonly topicId: string; readonly audienceId: string; readonly poolId: string }
/** What was planted; `rate` writes what is said afterwards, once the clock has passed the talk. */
export interface PlantedOrders { readonly orders: readonly string[]; readonly talks: readonly string[]; readonly offers: readonly string[]; readonly trips: readonly string[]; rate(): Promise<void> }

const HOUR_MS = 3_600_000;
const countyCode = '330302';
/** The day and hour in Shanghai some hours from now. */
const inHours = (hours: number): { day: string; time: string } => {
  const at = new Date(Date.now() + (hours + 8) * HOUR_MS).toISOString();
  return { day: at.slice(0, 10), time: at.slice(11, 16) };
};
/** The county of the order, the city, and who reads all of it. A name and a number are for those who call. */
const desk: readonly Visitor[] = ['reader', 'home', 'office'];
const callers: readonly Visitor[] = ['home', 'office'];
/** The same with the lecturer who was asked. */
const asked: readonly Visitor[] = [...desk, 'owner'];

/** The queue asks the next of a ranking by itself, perhaps between reading an order's version and sending it. */
const unlessOvertaken = async <T>(step: () => Promise<T>): Promise<T> => {
  for (let tries = 1; ; tries += 1) {
    try { return await step(); } catch (error) {
      if (!(error instanceof ApiProblem) || error.problem.code !== 'version.stale' || tries === 10) throw error;
    }
  }
};

/** Orders with a word in each of their fields: one that was offered and given up, some that came to nothing, one in a trip, and one that a lecturer took. */
export const plantOrders = async ({ office, home, anyone, owner, topicId, audienceId, poolId }: People, markers: Markers): Promise<PlantedOrders> => {
  const settings = await office.getOrderSettings();
  await office.updateOrderSettings({ body: { version: settings.version, leadDays: 1, monthlyCap: 20, alternatives: markers.text('orderhelp', [...desk, 'county', 'league', 'women'], 'updateOrderSettings.alternatives') } });
  let phones = 0;
  const dates = (first = inHours(240)) => [{ part: 'morning' as const, ...first }, { part: 'morning' as const, ...inHours(300) }];
  const plain = () => ({ countyCode, townshipCode: '330302006', ordererKind: 'community' as const, placeName: '五马社区', contactName: '社区干部', phone: `1395770${String(1000 + (phones += 1))}`, topicIds: [topicId], people: 40, venue: '文化站', dates: dates() });
  const idOf = async ({ number }: { number: string }): Promise<string> => (await office.listOrders({ query: { q: number } })).data[0]?.id ?? '';
  const get = (id: string) => home.getOrder({ params: { id } });
  const at = async (id: string) => ({ params: { id }, body: { version: (await get(id)).version } });
  const because = async (id: string, reason: string) => ({ params: { id }, body: { version: (await get(id)).version, reason } });
  const mine = async (orderId: string) => {
    const found = (await owner.client.listMyOrderOffers({})).data.find(({ state, visits }) => (state === 'offered' || state === 'accepted') && visits.some((visit) => visit.orderId === orderId));
    if (!found) throw new Error('Nothing was offered');
    return { params: { id: found.id }, body: { version: found.version } };
  };
  const offered = async (id: string) => until(() => get(id), (order) => order.offers.some(({ state }) => state === 'offered'));

  // Offered to the lecturer, who says no; asked once more by the county, which then takes it back and gives up.
  const first = await anyone.createOrder({ body: {
    ...plain(), placeName: markers.text('orderplace', asked, 'createOrder.placeName'), contactName: markers.text('ordercontact', callers, 'createOrder.contactName'), phone: markers.phone('orderPhone', '13957724681', [], callers, 'createOrder.phone'), need: markers.text('orderneed', asked, 'createOrder.need'),
    venue: markers.text('ordervenue', asked, 'createOrder.venue'), note: markers.text('ordernote', asked, 'createOrder.note'),
  } });
  const id = await idOf(first);
  await home.acceptOrder(await at(id));
  await offered(id);
  const no = await mine(id);
  await owner.client.declineMyOrderOffer({ ...no, body: { ...no.body, reason: markers.text('orderno', asked, 'declineMyOrderOffer.reason') } });
  const why = markers.text('orderwhy', desk, 'createOrderOffer.reason');
  const again = await unlessOvertaken(async () => home.createOrderOffer({ params: { id }, body: { version: (await get(id)).version, lecturerId: owner.id, reason: why } }));
  // Somebody else may have been asked meanwhile.
  const open = again.offers.find(({ state, lecturer }) => state === 'offered' && lecturer.id === owner.id);
  await home.withdrawOrderOffer({ params: { id: open?.id ?? '' }, body: { version: open?.version ?? 0, reason: markers.text('ordertake', asked, 'withdrawOrderOffer.reason') } });
  const gaveUp = { reason: markers.text('ordergave', desk, 'giveUpOrder.reason'), alternatives: markers.text('orderinstead', desk, 'giveUpOrder.alternatives') };
  await unlessOvertaken(async () => home.giveUpOrder({ params: { id }, body: { version: (await get(id)).version, ...gaveUp } }));

  // Asked back, changed by number and code, and called off.
  const second = await anyone.createOrder({ body: plain() });
  const secondId = await idOf(second);
  const question = await home.askOrderer({ params: { id: secondId }, body: { version: 1, question: markers.text('orderasks', desk, 'askOrderer.question') } });
  const key = { number: second.number, code: second.code };
  const wish = { topicIds: [topicId], people: 40, dates: dates() };
  const revised = await anyone.reviseOwnOrder({ body: {
    key, version: question.version, ...wish, venue: markers.text('orderrvenue', desk, 'reviseOwnOrder.venue'), need: markers.text('orderrneed', desk, 'reviseOwnOrder.need'), note: markers.text('orderrnote', desk, 'reviseOwnOrder.note'), answer: markers.text('orderanswer', desk, 'reviseOwnOrder.answer'),
  } });
  await anyone.cancelOwnOrder({ body: { key, version: revised.version, reason: markers.text('orderoff', desk, 'cancelOwnOrder.reason') } });

  // Entered by the county, changed by it, and called off by it; and one that was declined.
  const third = await home.createOrderOnBehalf({ body: {
    ...plain(), placeName: markers.text('orderbplace', desk, 'createOrderOnBehalf.placeName'), contactName: markers.text('orderbcontact', callers, 'createOrderOnBehalf.contactName'), phone: markers.phone('orderbPhone', '13957724682', [], callers, 'createOrderOnBehalf.phone'),
    need: markers.text('orderbneed', [], 'createOrderOnBehalf.need'), venue: markers.text('orderbvenue', [], 'createOrderOnBehalf.venue'), note: markers.text('orderbnote', [], 'createOrderOnBehalf.note'),
  } });
  const thirdId = await idOf(third);
  await home.reviseOrder({ params: { id: thirdId }, body: { version: 1, ...wish, venue: '文化站', answer: markers.text('orderbanswer', desk, 'reviseOrder.answer') } });
  await home.cancelOrder(await because(thirdId, markers.text('orderboff', desk, 'cancelOrder.reason')));
  const fourthId = await idOf(await anyone.createOrder({ body: plain() }));
  await home.declineOrder(await because(fourthId, markers.text('orderdeclined', desk, 'declineOrder.reason')));

  // A talk that stands on the menu only until it is taken.
  const draft = await office.createTalk({ body: { poolId, lecturerId: owner.id, title: '点过的课', summary: '讲身边的科学。', topicIds: [topicId], audienceIds: [audienceId], minutes: 60 } });
  const waiting = await office.submitTalk({ params: { id: draft.id }, body: { version: draft.version } });
  const talk = await office.publishTalk({ params: { id: waiting.id }, body: { version: waiting.version } });

  // Taken by the lecturer, who steps back, is asked again, is replaced, and is asked again.
  // A night away from what else the lecturer signs up for, whatever time it is now.
  const fifth = await anyone.createOrder({ body: { ...plain(), topicIds: [], talkIds: [talk.id], dates: dates(inHours(44)) } });
  const fifthId = await idOf(fifth);
  await home.acceptOrder(await at(fifthId));
  await offered(fifthId);
  await owner.client.acceptMyOrderOffer(await mine(fifthId));
  const back = await mine(fifthId);
  await owner.client.stepBackFromOrder({ ...back, body: { ...back.body, reason: markers.text('orderback', asked, 'stepBackFromOrder.reason') } });
  const askAgain = async () => {
    await unlessOvertaken(async () => home.createOrderOffer({ params: { id: fifthId }, body: { version: (await get(fifthId)).version, lecturerId: owner.id, reason: '再问一次' } }));
    await owner.client.acceptMyOrderOffer(await mine(fifthId));
  };
  await askAgain();
  await home.replaceOrderLecturer(await because(fifthId, markers.text('orderchange', asked, 'replaceOrderLecturer.reason')));
  await askAgain();
  await office.withdrawTalk({ params: { id: talk.id }, body: { version: talk.version, reason: '暂时不讲' } });

  // Two that go on one trip.
  const joined: string[] = [];
  for (const hour of [240, 300]) {
    const oneId = await idOf(await anyone.createOrder({ body: { ...plain(), dates: [{ part: 'evening', ...inHours(hour) }, { part: 'morning', day: inHours(270).day }] } }));
    await home.acceptOrder(await at(oneId));
    const order = await offered(oneId);
    const offer = order.offers.at(-1);
    await home.withdrawOrderOffer({ params: { id: offer?.id ?? '' }, body: { version: offer?.version ?? 0, reason: '并成一趟' } });
    joined.push(oneId);
  }
  const tripDay = inHours(270).day;
  const trip = await unlessOvertaken(async () => home.createOrderTrip({ body: { orders: await Promise.all(joined.map(async (oneId, index) => ({ id: oneId, version: (await get(oneId)).version, startsAt: new Date(`${tripDay}T${index === 0 ? '09' : '14'}:00:00+08:00`).toISOString() }))) } }));

  const orders = [id, secondId, thirdId, fourthId, fifthId, ...joined];
  const offers = (await Promise.all(orders.map(get))).flatMap((order) => order.offers.map((offer) => offer.id));
  return {
    orders, offers, talks: [talk.id], trips: [trip.trip?.id ?? ''],
    rate: async () => {
      const fifthNow = await get(fifthId);
      const code = fifthNow.rateUrl?.slice(-10) ?? '';
      // What is said afterwards is for offices, and what a lecturer says for the lecturer too.
      await anyone.rateAsAudience({ params: { code }, body: { grade: 4, note: markers.text('orderheard', ['office'], 'rateAsAudience.note') } });
      await anyone.rateOwnOrder({ body: { key: { number: fifth.number, code: fifth.code }, version: fifthNow.version, content: 5, manner: 5, again: 5, people: 40, note: markers.text('orderrated', desk, 'rateOwnOrder.note', 'rateOrder.note') } });
      const offer = await mine(fifthId);
      await owner.client.rateMyOrder({ params: { id: fifthId }, body: { version: offer.body.version, prepared: 5, audience: 5, note: markers.text('orderspoke', asked, 'rateMyOrder.note') } });
    },
  };
};
