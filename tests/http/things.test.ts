import type { SharedThing, ThingBooking } from '@kepu/contracts';
import { addDays } from '@kepu/domain';
import { eachDatabase } from '../support/engines.js';
import { startServer, type TestServer } from '../support/server.js';
import { furnishActivities, type ActivityRoom } from './activity-room.js';
import { refusal, until } from './papers.js';
import { together } from './service.js';

const at = ({ id, version }: { id: string; version: number }) => ({ params: { id }, body: { version } });
const because = ({ id, version }: { id: string; version: number }, reason: string) => ({ params: { id }, body: { version, reason } });

eachDatabase('shared things', (database) => {
  let server: TestServer;
  let room: ActivityRoom;
  let thing: SharedThing;
  let today: string;
  let days = 30;
  const code = async (call: Promise<unknown>) => (await refusal(call)).code;
  /** Days that no other test asks for. */
  const fresh = () => addDays(today, (days += 7));
  const ask = (given: Partial<Parameters<ActivityRoom['league']['createThingBooking']>[0]['body']> = {}, by = room.women): Promise<ThingBooking> => by.createThingBooking({ body: { thingId: thing.id, unitId: room.womenId, place: '文化礼堂', countyCode: '330302', purpose: '科普集市', from: fresh(), to: addDays(today, days), parts: ['morning'], ...given } });
  const told = async (client: ActivityRoom['league'], kind: string) => (await client.listNotices({ query: { perPage: 200 } })).data.filter((one) => one.kind === kind).map(({ link }) => link);

  beforeAll(async () => {
    server = await startServer({ database });
    room = await furnishActivities(server);
    today = (await room.office.getSession()).today;
    thing = await room.league.createSharedThing({ body: { unitId: room.unitId, name: '青年科普大篷车', kind: 'van', about: '展品二十件', needs: '两百平方米' } });
  });
  afterAll(() => server.stop());
  afterEach(() => server.control.clock({ reset: true }));

  it('are entered and changed by the unit that keeps them, and seen by all staff', async () => {
    expect(thing).toMatchObject({ unit: { id: room.unitId }, shown: true, closed: false, waiting: 0, may: { write: true } });
    expect(await code(room.league.createSharedThing({ body: { unitId: room.unitId, name: '青年科普大篷车', kind: 'van' } }))).toBe('thing.name_taken');
    expect(await code(room.league.createSharedThing({ body: { unitId: room.womenId, name: '别家的车', kind: 'van' } }))).toBe('reference.not_found');
    expect(await code(room.reader.createSharedThing({ body: { unitId: room.unitId, name: '读者的车', kind: 'van' } }))).toBe('auth.forbidden');
    expect(await room.women.getSharedThing({ params: { id: thing.id } })).toMatchObject({ waiting: null, may: { write: false } });
    expect(await code(room.women.updateSharedThing({ params: { id: thing.id }, body: { version: 1, about: '改' } }))).toBe('resource.not_found');
    expect(await code(room.league.updateSharedThing({ params: { id: thing.id }, body: { version: 7, about: '改' } }))).toBe('version.stale');
    expect((await room.women.listSharedThings({ query: { q: 'dpc', kind: 'van', closed: 'false' } })).data.map(({ id }) => id)).toContain(thing.id);
  });

  it('are asked for, confirmed, and stand in the calendar; the two units hear of it', async () => {
    const from = fresh();
    const asked = await ask({ from, to: addDays(from, 1), parts: ['afternoon', 'morning'] });
    expect(asked).toMatchObject({ state: 'asked', firstDay: from, lastDay: addDays(from, 1), clashes: [], may: { decide: false, withdraw: true } });
    expect(asked.slots.map(({ day, part }) => `${day} ${part}`)).toEqual([`${from} morning`, `${from} afternoon`, `${addDays(from, 1)} morning`, `${addDays(from, 1)} afternoon`]);
    await until(() => told(room.league, 'booking_asked'), (links) => links.includes(`/thing-bookings/${asked.id}`));
    const month = async () => (await room.below.getThingMonth({ query: { month: from.slice(0, 7) } })).stops.filter(({ bookingId }) => bookingId === asked.id);
    expect(await month()).toEqual([]);
    expect(await code(room.women.confirmThingBooking(at(asked)))).toBe('resource.not_found');
    expect(await code(room.below.getThingBooking({ params: { id: asked.id } }))).toBe('resource.not_found');
    expect(await code(room.league.confirmThingBooking({ params: { id: asked.id }, body: { version: 5 } }))).toBe('version.stale');
    expect((await room.league.listThingBookings({ query: { waiting: 'true' } })).data.map(({ id }) => id)).toContain(asked.id);
    const confirmed = await room.league.confirmThingBooking(at(asked));
    expect(confirmed).toMatchObject({ state: 'confirmed', decidedBy: expect.any(String) as string });
    expect(await code(room.league.confirmThingBooking(at(confirmed)))).toBe('lifecycle.not_allowed');
    await until(() => told(room.women, 'booking_confirmed'), (links) => links.includes(`/thing-bookings/${asked.id}`));
    expect((await month()).length).toBeGreaterThan(0);
    // The days are taken for others, and for this one no more once it is moved.
    const late = await refusal(ask({ from: addDays(from, 1), to: addDays(from, 2), parts: ['morning'] }));
    expect(late).toMatchObject({ code: 'booking.taken', params: { days: addDays(from, 1) } });
    const elsewhere = await ask({ from: addDays(from, 1), to: addDays(from, 1), parts: ['evening'] });
    expect(await code(room.league.moveThingBooking({ params: { id: elsewhere.id }, body: { version: elsewhere.version, reason: '换半天', from, to: from, parts: ['morning'] } }))).toBe('booking.taken');
    const moved = await room.league.moveThingBooking({ params: { id: confirmed.id }, body: { version: confirmed.version, reason: '车要检修', from: addDays(from, 3), to: addDays(from, 3), parts: ['morning'] } });
    expect(moved).toMatchObject({ state: 'confirmed', moved: '车要检修', firstDay: addDays(from, 3), slots: [{ day: addDays(from, 3), part: 'morning' }] });
    expect((await ask({ from, to: from, parts: ['morning'] })).state).toBe('asked');
    const back = await room.league.takeThingBack(because(moved, '临时征用'));
    expect(back).toMatchObject({ state: 'taken_back', reason: '临时征用', may: { withdraw: false } });
    await until(() => told(room.women, 'booking_taken_back'), (links) => links.length > 0);
    expect((await room.women.getThingBookingHistory({ params: { id: asked.id } })).data.map(({ action }) => action)).toEqual(expect.arrayContaining(['thing_booking.asked', 'thing_booking.confirmed', 'thing_booking.moved', 'thing_booking.taken_back']));
  });

  it('are declined with a reason, withdrawn by whoever asked, and not asked for when closed', async () => {
    const [one, two] = [await ask(), await ask()];
    expect(await code(room.league.declineThingBooking({ params: { id: one.id }, body: { version: 1, reason: ' ' } }))).toBe('input.invalid');
    expect(await room.league.declineThingBooking(because(one, '那天检修'))).toMatchObject({ state: 'declined', reason: '那天检修' });
    expect(await code(room.below.withdrawThingBooking(at(two)))).toBe('resource.not_found');
    expect(await room.women.withdrawThingBooking(at(two))).toMatchObject({ state: 'withdrawn' });
    await until(() => told(room.league, 'booking_withdrawn'), (links) => links.includes(`/thing-bookings/${two.id}`));
    const { version } = await room.league.getSharedThing({ params: { id: thing.id } });
    const closed = await room.league.updateSharedThing({ params: { id: thing.id }, body: { version, closed: true } });
    expect(await code(ask())).toBe('thing.closed');
    thing = await room.league.updateSharedThing({ params: { id: thing.id }, body: { version: closed.version, closed: false } });
  });

  it.each([
    ['days that are over', () => ({ from: '2020-01-01', to: '2020-01-01' })], ['an end before the beginning', () => ({ from: addDays(today, 9), to: addDays(today, 8) })], ['more days than may be', () => ({ from: addDays(today, 9), to: addDays(today, 60) })], ['days too far off', () => ({ from: addDays(today, 900), to: addDays(today, 900) })],
    ['no part of the day', () => ({ parts: [] })], ['no place', () => ({ place: ' ' })],
  ])('are not asked for with %s', async (_, given) => { expect(await code(ask(given()))).toBe('input.invalid'); });

  it.each([['a county that is none', { countyCode: '330300' }], ['an activity out of reach', { activityId: '01900000-0000-7000-8000-000000000000' }], ['a thing that is none', { thingId: '01900000-0000-7000-8000-000000000000' }]])('are not asked for with %s', async (_, given) => { expect(await code(ask(given))).toBe('reference.not_found'); });
  it('are not asked for in the name of others', async () => { expect(await code(ask({ unitId: room.unitId }))).toBe('reference.not_found'); });

  it('end with the activity for which they were asked', async () => {
    const activity = await room.open();
    const from = fresh();
    const asked = await ask({ activityId: activity.id, unitId: room.unitId, from, to: from }, room.league);
    const confirmed = await room.league.confirmThingBooking(at(asked));
    expect(confirmed.activity).toEqual({ id: activity.id, title: activity.title });
    await room.league.cancelActivity(because(activity, '场地停电'));
    expect(await room.league.getThingBooking({ params: { id: asked.id } })).toMatchObject({ state: 'withdrawn', reason: '场地停电' });
    expect((await ask({ from, to: from })).clashes).toEqual([]);
  });

  it('are told to anybody: only what is confirmed and shown, by place and unit, and no person', async () => {
    // Sooner than what others here ask for, and within what anybody may read.
    const from = addDays(today, 2);
    const [sure, open] = [await ask({ from, to: addDays(from, 2), place: '江心屿广场' }), await ask({ from: addDays(from, 3), to: addDays(from, 3), place: '还没定的地方' })];
    await room.league.confirmThingBooking(at(sure));
    const found = await room.anyone.getPublicThings({ query: { thingId: thing.id } });
    expect(found.stops.filter(({ place }) => place === '江心屿广场')).toEqual([{ thing: { id: thing.id, name: thing.name }, from, to: addDays(from, 2), parts: ['morning'], place: '江心屿广场', countyName: expect.any(String) as string, unit: '市妇联', activity: null }]);
    const raw = JSON.stringify(found);
    expect(raw).not.toContain(open.place);
    expect(raw).not.toContain(sure.askedBy);
    const page = await (await server.fetch('/shared')).text();
    expect(page).toContain('江心屿广场');
    expect(page).not.toContain(open.place);
    const { version } = await room.league.getSharedThing({ params: { id: thing.id } });
    const hidden = await room.league.updateSharedThing({ params: { id: thing.id }, body: { version, shown: false } });
    expect((await room.anyone.getPublicThings({ query: { thingId: thing.id } })).data).toEqual([]);
    thing = await room.league.updateSharedThing({ params: { id: thing.id }, body: { version: hidden.version, shown: true } });
  });

  describe('when two are confirmed at once', () => {
    const both = async (guardOff: boolean) => {
      const from = fresh();
      const bookings = [await ask({ from, to: addDays(from, 1), place: '甲地' }), await ask({ from: addDays(from, 1), to: addDays(from, 2), place: '乙地' })];
      await server.control.failpoint('booking.looked', 'wait');
      if (guardOff) await server.control.failpoint('booking.taken', 'skip');
      try {
        const outcome = await together(bookings.map((booking) => () => room.league.confirmThingBooking(at(booking))));
        const { stops } = await room.league.getThingMonth({ query: { month: addDays(from, 1).slice(0, 7), thingId: thing.id } });
        return { ...outcome, there: stops.filter(({ day, part }) => day === addDays(from, 1) && part === 'morning').length };
      } finally {
        await server.control.failpoint('booking.looked', 'off');
        await server.control.failpoint('booking.taken', 'off');
      }
    };

    it('the thing goes to one of them', async () => {
      const { done, refused, there } = await both(false);
      expect([done.length, refused, there]).toEqual([1, { 'booking.taken': 1 }, 1]);
    });

    it('the control: without the unique key it would be in two places', async () => { expect(await both(true)).toMatchObject({ there: 2 }); });
  });
});
