import { furnishActivityRows, hoursFromNow, NOW, type ActivityRowsRoom } from '../../../test-support/activities.js';
import { eachDatabase } from '../../../test-support/databases.js';
import { TestClock } from '../../platform/clock/index.js';
import { changeRows, readRows } from '../../platform/database/index.js';
import { PositionDirectory } from './position-directory.js';
import { PositionFactRows } from './position-facts.repository.js';
import { ShiftsRepository } from './shifts.repository.js';

eachDatabase('shifts and positions', (makeDb) => {
  let room: ActivityRowsRoom;
  let shifts: ShiftsRepository;
  beforeAll(async () => {
    room = await furnishActivityRows(makeDb);
    shifts = new ShiftsRepository(room.database);
  });

  const place = async (maximum = 10, confirmed = 0) => {
    const activityId = await room.activity();
    const shiftId = await room.shift(activityId);
    return { activityId, shiftId, positionId: await room.position(activityId, shiftId, { maximum, confirmed }) };
  };
  const counts = async (positionId: string) => (await readRows<{ maximum: number; confirmed: number }>(room.database.reader, 'SELECT p.maximum AS maximum, p.confirmed AS confirmed FROM positions p WHERE p.id = :positionId', { positionId }))[0];
  /** As a confirmation takes a place. */
  const confirm = (positionId: string) => room.unitOfWork.run(() => changeRows(room.database.writer, 'UPDATE positions SET confirmed = confirmed + 1 WHERE id = :positionId AND confirmed < maximum', { positionId }));

  it('keep room for everybody who has a position', async () => {
    const { positionId } = await place(10, 3);
    const lower = (maximum: number) => room.unitOfWork.run(() => shifts.changePosition(positionId, { maximum }));
    expect(await lower(2)).toBe(false);
    expect(await counts(positionId)).toEqual({ maximum: 10, confirmed: 3 });
    expect(await lower(3)).toBe(true);
    expect(await counts(positionId)).toEqual({ maximum: 3, confirmed: 3 });
    expect(await shifts.holders(positionId)).toBe(3);
  });

  it('keep it too while others are confirmed at the same moment; a look before the change would not', async () => {
    const { positionId } = await place();
    const outcomes = await Promise.all([...Array.from({ length: 9 }, () => confirm(positionId)), room.unitOfWork.run(() => shifts.changePosition(positionId, { maximum: 4 })), ...Array.from({ length: 9 }, () => confirm(positionId))]);
    const { maximum = 0, confirmed = 0 } = (await counts(positionId)) ?? {};
    expect(confirmed).toBeLessThanOrEqual(maximum);
    expect(outcomes.filter((outcome) => outcome === 1).length).toBe(confirmed);

    // The control: whoever looks first and changes without a condition takes places from people who have them.
    const control = (await place()).positionId;
    const seen = await counts(control);
    await Promise.all(Array.from({ length: 9 }, () => confirm(control)));
    if ((seen?.confirmed ?? 0) <= 4) await room.unitOfWork.run(() => changeRows(room.database.writer, 'UPDATE positions SET maximum = 4 WHERE id = :control', { control }));
    expect(await counts(control)).toEqual({ maximum: 4, confirmed: 9 });
  });

  it('let a position go that nobody ever asked for, and no other', async () => {
    const [free, asked] = [await place(), await place()];
    await room.signup(asked, 'withdrawn');
    const remove = (positionId: string) => room.unitOfWork.run(() => shifts.removePosition(positionId));
    expect(await remove(asked.positionId)).toBe(false);
    expect(await shifts.holders(asked.positionId)).toBe(1);
    expect(await remove(free.positionId)).toBe(true);
    expect(await counts(free.positionId)).toBeUndefined();
  });

  it('neither move nor end once hours are settled, and remember the time that was announced first', async () => {
    const [settled, other] = [await place(), await place()];
    await room.signup(settled, 'confirmed', 'settled');
    await room.signup(other, 'confirmed', 'present');
    const move = (id: string, hours: number) => room.unitOfWork.run(() => shifts.move(id, { startsAt: hoursFromNow(hours).toISOString(), endsAt: hoursFromNow(hours + 1).toISOString(), reason: '大雨' }));
    const cancel = (...ids: string[]) => room.unitOfWork.run(() => shifts.cancel(ids, '台风', NOW));
    expect(await move(settled.shiftId, 50)).toBe(false);
    expect(await cancel(settled.shiftId, other.shiftId)).toBe(1);
    const moved = await place();
    expect([await move(moved.shiftId, 50), await move(moved.shiftId, 70)]).toEqual([true, true]);
    expect(await shifts.shiftsOf(moved.activityId)).toMatchObject([{ startsAt: hoursFromNow(70).toISOString(), movedFrom: hoursFromNow(24).toISOString(), movedReason: '大雨' }]);
    expect(await cancel(moved.shiftId)).toBe(1);
    expect([await cancel(moved.shiftId), await move(moved.shiftId, 90), await cancel()]).toEqual([0, false, 0]);
  });

  it('are led by a volunteer who has a place in the shift', async () => {
    const here = await place();
    const unit = { id: room.unitId, name: '市科协', divisionId: '330300', path: `/${room.unitId}/` };
    const [confirmed, requested] = [await room.signup(here, 'confirmed'), await room.signup(here, 'requested')];
    const elsewhere = await room.signup(await place(), 'confirmed');
    expect(await Promise.all([confirmed, requested, elsewhere, await room.account()].map((id) => shifts.mayLead(id, here.shiftId, unit, '2026-03-02')))).toEqual([true, false, false, false]);
  });

  describe('as matching sees them', () => {
    const clock = new TestClock();
    clock.freeze(NOW);
    const facts = (filter: Parameters<PositionDirectory['facts']>[0]) => new PositionDirectory(new PositionFactRows(room.database), clock).facts(filter);

    it('tell place, time, demands and how many people are connected', async () => {
      const activityId = await room.activity({ countyId: '330381', townshipId: '330381203' });
      const shiftId = await room.shift(activityId, 24);
      const positionId = await room.position(activityId, shiftId, { occupations: ['medical'], credentialIds: ['kind'], poolIds: ['pool'], minAge: 25, minimum: 2, maximum: 3, confirmed: 1 });
      for (const state of ['requested', 'waiting', 'confirmed', 'withdrawn', 'refused', 'cancelled'] as const) await room.signup({ activityId, shiftId, positionId }, state);
      expect(await facts({ ids: [positionId] })).toEqual([{
        id: positionId, shiftId, activityId, activityTitle: '测试活动', kind: 'lecture', open: true, startsAt: hoursFromNow(24).toISOString(), endsAt: hoursFromNow(26).toISOString(), day: '2026-03-03', weekParts: [3], countyCode: '330381',
        island: true, mountain: false, urbanCore: false, topicIds: [room.topicIds[0]], audienceIds: [room.topicIds[1]], occupations: ['medical'], credentialIds: ['kind'], poolIds: ['pool'], minAge: 25, minors: false, dangerous: false, minimum: 2, maximum: 3, confirmed: 1, connections: 3,
      }]);
      const inCounty = await room.activity();
      const [seat] = await facts({ ids: [await room.position(inCounty, await room.shift(inCounty))] });
      expect(seat).toMatchObject({ island: false, urbanCore: true, connections: 0 });
    });

    it('are those that people can still sign up for, unless they are named', async () => {
      const open = await place();
      const cancelled = await room.activity();
      const draft = await room.activity({ state: 'draft' });
      const over = await room.activity({ lastAt: hoursFromNow(30) });
      const ids = [
        open.positionId, await room.position(cancelled, await room.shift(cancelled, 24, { cancelledAt: NOW, cancelledReason: '雨' })), await room.position(draft, await room.shift(draft)), await room.position(over, await room.shift(over, -1)),
        await room.position(over, await room.shift(over, 30)),
      ];
      const upcoming = (await facts('upcoming')).map((one) => one.id);
      expect(ids.map((id) => upcoming.includes(id))).toEqual([true, false, false, false, true]);
      const named = new Map((await facts({ ids })).map((one) => [one.id, one.open]));
      expect(ids.map((id) => named.get(id))).toEqual([true, false, false, true, true]);
      expect(await facts({ ids: [] })).toEqual([]);
    });

    it('take two statements however many there are', async () => {
      const { statements } = await room.database.statements.during(() => facts('upcoming'));
      expect(statements).toHaveLength(2);
    });
  });
});
