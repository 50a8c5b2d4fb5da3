import { eachDatabase } from '../../../test-support/databases.js';
import { addSignups } from '../../../test-support/shifts.js';
import { furnishSignups } from '../../../test-support/signups.js';
import type { ActivityKind, Ledger } from '@kepu/contracts';
import { insertRows, newId } from '../../platform/database/index.js';
import { ServiceCounts } from './service-counts.js';
import { ServiceFacts } from './service-facts.js';
import { ServiceFactsRepository } from './service-facts.repository.js';
import { ServiceRecordEntity } from './service-record.entity.js';

eachDatabase('service in figures', (makeDb) => {
  it('counts what stands in a ledger, minutes with their sign, and the last thirty days apart', async () => {
    const room = await furnishSignups(makeDb);
    const [busy, corrected, duty, none] = await room.people(4);
    const [facts, counts] = [new ServiceFacts(new ServiceFactsRepository(room.database), room.clock), new ServiceCounts(new ServiceFactsRepository(room.database))];
    /** A line of somebody's ledger, at an activity of its own. */
    const line = async (person: typeof busy, kind: ActivityKind, day: string, minutes: number, ledger: Ledger, reverses: { id: string; signupId: string } | null = null) => {
      const made = await room.activity({ kind });
      const [signup] = await addSignups(room, made, 0, [{ id: person?.accountId ?? '' }]);
      const row = { id: newId(), signupId: signup?.id ?? '' };
      await room.work.run(() => insertRows(room.database.writer, ServiceRecordEntity, [{
        id: row.id, onceKey: row.id, volunteerId: person?.accountId ?? '', activityId: made.id, shiftId: made.shifts[0]?.id ?? '', signupId: row.signupId, unitId: room.unitId, day, minutes, ledger, rule: 'own_time', reversesId: reverses?.id ?? null,
        reason: null, confirmedBy: room.liaison.accountId, createdAt: room.clock.now(),
      }]));
      return row;
    };
    room.clock.freeze(new Date('2026-03-20T01:00:00.000Z'));
    await line(busy, 'lecture', '2026-03-18', 120, 'volunteer');
    await line(busy, 'lecture', '2026-02-17', 60, 'volunteer');
    await line(busy, 'consultation', '2026-03-01', 90, 'work');
    await line(busy, 'training', '2026-03-02', 10, 'none');
    await line(corrected, 'lecture', '2026-03-18', -120, 'volunteer', await line(corrected, 'lecture', '2026-03-18', 120, 'volunteer'));
    await line(corrected, 'outreach', '2026-03-18', 45, 'volunteer');
    await line(duty, 'training', '2025-03-18', 30, 'work');
    const ids = [busy, corrected, duty, none].map((person) => person?.accountId ?? '');
    const expected = new Map([
      [ids[0], { kindsServed: ['consultation', 'lecture'], services: 3, missed: 0, recentMinutes: 210, monthMinutes: 210, lastAskedAt: null }], [ids[1], { kindsServed: ['outreach'], services: 1, missed: 0, recentMinutes: 45, monthMinutes: 45, lastAskedAt: null }],
      [ids[2], { kindsServed: ['training'], services: 1, missed: 0, recentMinutes: 0, monthMinutes: 0, lastAskedAt: null }],
    ]);
    for (const asked of [ids, [...ids, ...Array.from({ length: 600 }, newId)]]) {
      const served = await facts.of(asked);
      expect(new Map([...served].map(([id, one]) => [id, { ...one, kindsServed: [...one.kindsServed].sort() }]))).toEqual(expected);
      expect(await counts.of(asked)).toEqual(new Map([[ids[0], { services: 2, minutes: 180 }], [ids[1], { services: 1, minutes: 45 }]]));
    }
    expect([(await facts.of([])).size, (await counts.of([])).size]).toEqual([0, 0]);
  });
});
