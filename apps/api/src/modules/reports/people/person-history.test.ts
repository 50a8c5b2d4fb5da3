import { eachDatabase } from '../../../../test-support/databases.js';
import { addSignups } from '../../../../test-support/shifts.js';
import { furnishSignups } from '../../../../test-support/signups.js';
import { office, personWith } from '../../../../test-support/units.js';
import { changeRows, insertRows, newId, toDbTime } from '../../../platform/database/index.js';
import { Refusal } from '../../../platform/errors/refusal.js';
import { ServiceRecordEntity } from '../../records/index.js';
import { CredentialEntity, CredentialKindEntity, PoolEntity, PoolTermEntity } from '../../talents/index.js';
import { StandingActEntity } from '../../volunteers/index.js';
import { PersonHistoryRepository } from './person-history.repository.js';
import { PersonHistories } from './person-history.service.js';

const first = { page: 1, perPage: 20 };
const term = { nominationId: null, letterId: null, suspendedFrom: null, suspendedTo: null, suspendedReason: null, willing: null, willingAskedAt: null, nameKey: '' };
const pool = {
  note: null, sortNo: 1, aliases: [], ownerDivisionId: null, ownerUnitId: null, entry: 'appointed' as const, unitsRecommend: false, peopleApply: false, countyReviews: false, quota: null, countyQuota: null, termMonths: null, renewDays: 60, letter: false, letterWords: null, numberPattern: null, questions: [], questionsVersion: 1, menu: false, menuNames: false, menuRatings: false, turn: 0, version: 1,
};

eachDatabase('the history of a person', (makeDb) => {
  const furnish = async () => {
    const room = await furnishSignups(makeDb);
    const [person] = await room.people(1);
    if (!person) throw new Error('Nobody is there');
    const id = person.accountId;
    room.clock.freeze(new Date('2026-03-20T01:00:00.000Z'));
    const [kindId, poolId] = [newId(), newId()];
    const seen = { numberSealed: null, fileId: null, activityId: null, courseTitle: null, declaredAt: new Date('2026-01-02T01:00:00.000Z'), confirmedBy: room.liaison.accountId, proof: 'original' as const, auditedAt: null, auditedBy: null, sampledAt: null, returnedReason: null, returnedAt: null, returnedBy: null, version: 1 };
    const served = async (day: string, minutes: number, ledger: 'volunteer' | 'work') => {
      const made = await room.activity({ title: `科普进社区 ${day}` });
      const [signup] = await addSignups(room, made, 0, [{ id }]);
      const record = newId();
      await insertRows(room.database.writer, ServiceRecordEntity, [{ id: record, onceKey: record, volunteerId: id, activityId: made.id, shiftId: made.shifts[0]?.id ?? '', signupId: signup?.id ?? '', unitId: room.unitId, day, minutes, ledger, rule: 'own_time', reversesId: null, reason: null, confirmedBy: room.liaison.accountId, createdAt: room.clock.now() }]);
    };
    await room.work.run(async () => {
      await changeRows(room.database.writer, 'UPDATE volunteers SET created_at = :at, born_on = :born WHERE id = :id', { id, at: toDbTime(new Date('2025-12-01T01:00:00.000Z')), born: '1990-01-01' });
      await insertRows(room.database.writer, CredentialKindEntity, [{ id: kindId, seedKey: null, name: '急救员证', note: null, implies: [], expires: true, byCourse: false, retired: false, sortNo: 1, version: 1 }]);
      await insertRows(room.database.writer, CredentialEntity, [{ ...seen, id: newId(), accountId: id, kindId, issuer: '红十字会', fromDay: '2024-03-01', toDay: '2026-03-01', state: 'confirmed', confirmedAt: new Date('2026-01-05T01:00:00.000Z') }]);
      await insertRows(room.database.writer, PoolEntity, [{ ...pool, id: poolId, seedKey: poolId, name: '观星队' }]);
      await insertRows(room.database.writer, PoolTermEntity, [{ ...term, id: newId(), poolId, accountId: id, unitId: null, fromDay: '2026-01-10', toDay: '2026-12-31', endedOn: '2026-02-28', endedReason: '工作调动', createdAt: room.clock.now(), createdBy: null }]);
    });
    await room.work.run(() => insertRows(room.database.writer, StandingActEntity, [{ id: newId(), volunteerId: id, action: 'freeze' as const, note: '信息待核实', actorId: null, at: new Date('2026-02-10T01:00:00.000Z') }]));
    await room.work.run(() => served('2026-03-18', 120, 'volunteer'));
    await room.work.run(() => served('2026-03-19', 90, 'work'));
    return { ...room, id, histories: new PersonHistories(new PersonHistoryRepository(room.database), room.clock) };
  };

  it('stands newest first, with the hours of both ledgers', async () => {
    const room = await furnish();
    const { data, total, minutes } = await room.histories.of(office, room.id, first);
    expect(data.map(({ day, kind, title }) => [day, kind, title])).toEqual([
      ['2026-03-19', 'service', '科普进社区 2026-03-19'], ['2026-03-18', 'service', '科普进社区 2026-03-18'], ['2026-03-01', 'credential_expired', '急救员证'], ['2026-02-28', 'term_ended', '观星队'], ['2026-02-10', 'standing', ''], ['2026-01-10', 'term_begun', '观星队'], ['2026-01-05', 'credential_confirmed', '急救员证'], ['2025-12-01', 'registered', ''],
    ]);
    expect([total, minutes]).toEqual([8, { volunteer: 120, work: 90 }]);
    expect(data.find(({ kind }) => kind === 'standing')).toMatchObject({ standing: 'freeze', note: '信息待核实' });
    expect(data.find(({ kind }) => kind === 'term_ended')?.note).toBe('工作调动');
    expect((await room.histories.of(office, room.id, { page: 2, perPage: 6 })).data.map(({ kind }) => kind)).toEqual(['credential_confirmed', 'registered']);
  });

  it('is told as far as each part may be seen, and of minors no more than how they are registered', async () => {
    const room = await furnish();
    const county = personWith('county', 'division', '330302');
    const kinds = async (actor: typeof county) => (await room.histories.of(actor, room.id, first)).data.map(({ kind }) => kind);
    expect(await kinds(county)).toContain('credential_confirmed');
    // A unit sees its own people, and not why the office froze a registration.
    await room.work.run(async () => { await changeRows(room.database.writer, 'UPDATE volunteers SET unit_id = :unitId WHERE id = :id', { id: room.id, unitId: room.unitId }); });
    const own = await kinds(personWith('liaison', 'unit', room.unitId, `/${room.unitId}/`));
    expect([own.includes('service'), own.includes('credential_expired'), own.includes('standing'), own.includes('term_begun')]).toEqual([true, true, false, false]);
    const stranger = personWith('liaison', 'unit', newId(), `/${newId()}/`);
    await expect(room.histories.of(stranger, room.id, first)).rejects.toThrow(Refusal);
    await room.work.run(async () => { await changeRows(room.database.writer, "UPDATE volunteers SET born_on = '2012-01-01' WHERE id = :id", { id: room.id }); });
    expect(await kinds(office)).toEqual(['standing', 'registered']);
  });
});
