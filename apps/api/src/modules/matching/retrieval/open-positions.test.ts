import { firstWeights, isEligible, rankPositions, type VolunteerFacts, type WeightTable } from '@kepu/matching';
import { eachDatabase } from '../../../../test-support/databases.js';
import type { MadeActivity } from '../../../../test-support/shifts.js';
import { BASE, furnishSignups, type SignupsRoom } from '../../../../test-support/signups.js';
import type { PersonActor } from '../../../platform/auth/actor.js';
import type { AppConfig } from '../../../platform/config/config.js';
import { toDbTime } from '../../../platform/database/index.js';
import { contextOf } from '../context-tables.js';
import { OpenPositions } from './open-positions.js';
import { PositionChanges } from './position-changes.repository.js';
import { TrailEntries } from './trail-entries.repository.js';

const somebody: VolunteerFacts = {
  id: 'v', bornOn: '1990-05-01', guarded: false, occupation: 'teacher', credentials: [], memberships: [], countyCode: '330302', topicIds: [], availability: '1'.repeat(21), travelLimit: 90, toIslands: true, toMountains: true, pausedUntil: null, absences: [], monthlyHours: null, frozen: false, personal: true, held: [], kindsServed: ['lecture'],
  services: 1, missed: 0, recentMinutes: 60, monthMinutes: 60, lastAskedAt: null,
};
const everybody: readonly VolunteerFacts[] = [somebody, { ...somebody, personal: false }, { ...somebody, absences: [{ from: '2026-03-12', to: '2026-03-12' }], availability: '0'.repeat(21) }, { ...somebody, bornOn: '2012-01-01', guarded: true }, { ...somebody, frozen: true }];
const HOUR = 60;

eachDatabase('positions to come in memory', (makeDb) => {
  let room: SignupsRoom;
  let open: OpenPositions;
  const index = (bytes: number): OpenPositions => {
    const entries = new TrailEntries(room.database);
    return new OpenPositions(new PositionChanges(room.database, entries), room.positions, room.clock, { matchingIndexBytes: bytes } as AppConfig, entries);
  };
  const until = async (answer: () => Promise<boolean>): Promise<void> => {
    for (let round = 0; !(await answer()); round += 1) {
      if (round > 800) throw new Error('It has not come');
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
  };
  const positionOf = (made: MadeActivity, shift = 0): string => made.shifts[shift]?.positionIds[0] ?? '';
  const sign = (person: PersonActor, made: MadeActivity) => room.requests.create(person, positionOf(made), { waitIfFull: true, onDuty: false, note: null });
  /** As services write: rows and an entry in one unit. */
  const write = (sql: string, params: readonly unknown[], action: string, subjectKind: string, subjectId: string) => room.work.run(async () => {
    await room.database.writer.query(sql, [...params]);
    await room.audit.record({ actor: { kind: 'system', id: null, ip: null }, action, subjectKind, subjectId, before: null, after: null });
  });

  /** As rows alone are made here, and services publish. */
  const approve = ({ id }: MadeActivity) => write('UPDATE activities SET version = version + 1 WHERE id = ?', [id], 'activity.approved', 'activity', id);

  /** What fits whom, by memory and by ranking what the database has at this moment. */
  const expectSame = async (weights: WeightTable = firstWeights, without: readonly string[] = []): Promise<number> => {
    const kept = await open.fresh();
    if (!kept) throw new Error('There is no index');
    const all = await room.positions.facts('upcoming');
    const context = contextOf({ now: room.clock.now().toISOString(), bands: [], ways: new Map(), counties: new Map(), parents: new Map(), implied: new Map(), fits: new Map() });
    for (const person of everybody) {
      const { total, best } = rankPositions(person, all.filter(({ activityId, confirmed, maximum }) => confirmed < maximum && !without.includes(activityId)), weights, context);
      expect(kept.free.count(person, weights, context, without)).toBe(total);
      expect(kept.free.top(person, weights, context, 100, without)).toEqual(best.slice(0, 100));
      const may = (positions: typeof all) => positions.filter((position) => isEligible(person, position, context)).map(({ id }) => id).sort();
      expect(may(kept.all())).toEqual(may(all));
    }
    return kept.size;
  };

  beforeAll(async () => {
    room = await furnishSignups(makeDb);
    for (let made = 0; made < 4; made += 1) await room.activity({ flow: 'request', shifts: [{ from: made * HOUR, to: (made + 2) * HOUR, positions: [{ maximum: 3 }, { maximum: 1 }] }, { from: 26 * HOUR, to: 28 * HOUR }] });
    open = index(1);
    open.onApplicationBootstrap();
    await until(async () => (await open.fresh()) !== null);
  });
  afterAll(() => open.onApplicationShutdown());
  afterEach(() => { room.at(-2 * 24 * HOUR); });

  it('are as the database has them, whatever weights and whatever is left out', async () => {
    expect(await expectSame()).toBe(12);
    await expectSame({ ...firstWeights, need: 1, connections: 0 });
    const made = await room.activity();
    await approve(made);
    await expectSame(firstWeights, [made.id]);
    expect(await expectSame()).toBe(13);
  });

  it('see each change with the next question: who signs up, leaves, is confirmed, refused, cancelled or passed on to', async () => {
    const [asked, atOnce] = [await room.activity({ flow: 'request', shifts: [{ from: 0, to: 60, positions: [{ maximum: 2 }] }] }), await room.activity({ shifts: [{ from: 300, to: 400, positions: [{ maximum: 1 }] }] })];
    for (const made of [asked, atOnce]) await approve(made);
    const [a, b, c] = await room.people(3) as [PersonActor, PersonActor, PersonActor];
    const step = async (what: Promise<unknown>): Promise<void> => {
      await what;
      await expectSame();
    };
    const [first, second] = [await sign(a, asked), await sign(b, asked)];
    await step(Promise.resolve());
    await step(room.decisions.confirm(room.liaison, first.id, first.version));
    await step(room.decisions.refuse(room.liaison, second.id, { version: second.version, reason: '人够了' }));
    const held = await sign(a, atOnce);
    await step(Promise.resolve());
    await step(sign(b, atOnce));
    await step(sign(c, atOnce));
    await step(room.requests.withdraw(a, held.id, { version: held.version, reason: '有事' }));
    await step(room.work.run(() => room.cancellations.cancelShifts(room.liaison, [atOnce.shifts[0]?.id ?? ''], '台风')));
  });

  it('see what becomes of activities and shifts: moved, grown, called off, closed, deleted, and ground that changes', async () => {
    const made = await room.activity({ shifts: [{ from: 0, to: 60, positions: [{ maximum: 2 }, { maximum: 1 }] }, { from: 300, to: 400 }] });
    const [first, second] = made.shifts;
    const moved = toDbTime(new Date(BASE.getTime() + 3 * 24 * HOUR * 60_000));
    await approve(made);
    const sizes = [await expectSame()];
    for (const [sql, params, action] of [
      ['UPDATE positions SET maximum = 9, minimum = 5, occupations = ? WHERE id = ?', ['["medical"]', first?.positionIds[0]], 'activity.changed'],
      ['UPDATE shifts SET starts_at = ?, ends_at = ? WHERE id = ?', [moved, toDbTime(new Date(BASE.getTime() + (3 * 24 + 2) * HOUR * 60_000)), first?.id], 'shift.moved'],
      ['DELETE FROM positions WHERE id = ?', [first?.positionIds[1]], 'activity.changed'],
      ["UPDATE shifts SET cancelled_at = ?, cancelled_reason = '台风' WHERE id = ?", [moved, second?.id], 'shift.cancelled'],
      ["UPDATE activities SET state = 'cancelled' WHERE id = ?", [made.id], 'activity.cancelled'],
    ] as const) {
      await write(sql, params, action, 'activity', made.id);
      sizes.push(await expectSame());
    }
    expect(sizes.map((size) => size - (sizes[0] ?? 0))).toEqual([0, 0, 0, -1, -2, -3]);
    // Ground concerns any number of positions: until all are read anew, the database is asked.
    await write("UPDATE divisions SET mountain = 1 WHERE id = '330302'", [], 'division.changed', 'division', '330302');
    expect(await open.fresh()).toBeNull();
    await until(async () => (await open.fresh()) !== null);
    await expectSame();
  });

  it('answer many questions at once, each with what was written before it was asked', async () => {
    const made = await room.activity({ shifts: [{ from: 0, to: 60, positions: [{ maximum: 50 }] }] });
    await approve(made);
    await until(async () => (await open.fresh()) !== null);
    const people = await room.people(6);
    const connections = async () => (await open.fresh())?.all().find(({ id }) => id === positionOf(made))?.connections;
    let written = 0;
    await Promise.all(people.map(async (person) => {
      await sign(person, made);
      const atLeast = ++written;
      expect(await connections()).toBeGreaterThanOrEqual(atLeast);
    }));
    expect(await connections()).toBe(6);
  });

  it('fall out when their time has come, and are read anew on another day, or when the clock goes back', async () => {
    for (const minutes of [-60, 1, 3 * HOUR, -3 * HOUR]) {
      room.at(minutes);
      await until(async () => (await open.fresh()) !== null);
      await expectSame();
    }
  });

  it('are not kept where no memory is granted', async () => {
    const none = index(0);
    none.onApplicationBootstrap();
    expect([await none.fresh(), none.size]).toEqual([null, null]);
    await none.onApplicationShutdown();
  });
});
