/**
 * Volunteers, activities, shifts and positions as rows, for tests of what happens between them: how they come to be is tested elsewhere.
 */
import { createHash, randomBytes } from 'node:crypto';
import type { Activity, Position } from '@kepu/contracts';
import { ActivityEntity, ActivityItemEntity, PositionEntity, ShiftEntity, SignupEntity } from '../src/modules/activities/index.js';
import { AccountEntity, SessionEntity } from '../src/modules/identity/index.js';
import { RealNameEntity, plainProfile, VolunteerEntity } from '../src/modules/volunteers/index.js';
import type { FieldCipher } from '../src/platform/crypto/index.js';
import { insertRows, newId, readRows, type Database, type UnitOfWork } from '../src/platform/database/index.js';

/** Where rows are written. */
export interface Store { readonly database: Database; readonly unitOfWork: UnitOfWork; readonly cipher: FieldCipher }
/** A volunteer who is signed in for good, whatever the clock does. */
export interface TestVolunteer { readonly id: string; readonly name: string; readonly number: string; readonly token: string }
/** A position of a shift. */
export interface TestPosition { readonly maximum?: number; readonly role?: Position['role']; readonly paid?: boolean; readonly name?: string; readonly credentialIds?: readonly string[]; readonly poolIds?: readonly string[] }
/** A shift, by minutes from the base time. */
export interface TestShift { readonly from: number; readonly to: number; readonly leaderId?: string; readonly cancelled?: boolean; readonly positions?: readonly TestPosition[] }
/** An activity; published and at once unless something else is said. */
export interface TestActivity {
  readonly unitId: string; readonly createdBy: string; readonly countyId: string; readonly base: Date; readonly title?: string; readonly state?: Activity['state']; readonly flow?: Activity['flow']; readonly kind?: Activity['kind']; readonly minors?: boolean; readonly companions?: boolean; readonly grantsKindId?: string; readonly grantsMonths?: number;
  readonly shifts: readonly TestShift[]; readonly itemIds?: readonly string[];
}
/** What was made: shifts and their positions in the order given. */
export interface MadeActivity { readonly id: string; readonly title: string; readonly shifts: readonly { readonly id: string; readonly positionIds: readonly string[] }[] }

const FAR = new Date('2099-01-01T00:00:00.000Z');
const LONG_AGO = new Date('2020-01-01T00:00:00.000Z');
let serial = 0;

/** A session that outlasts every test: nobody has to sign in again because the clock was moved. */
export const openSession = async (store: Store, accountId: string): Promise<string> => {
  const token = randomBytes(32).toString('base64url');
  await store.unitOfWork.run(() => insertRows(store.database.writer, SessionEntity, [{
    id: newId(), tokenHash: createHash('sha256').update(token).digest('base64url'), accountId, createdAt: LONG_AGO, lastSeenAt: FAR, expiresAt: FAR, endedAt: null, ip: null, userAgent: null, proofs: 'password@1790000000000',
  }]));
  return token;
};

/** A number as it stands once it was given: hours are confirmed for nobody without one. */
const realNameOf = ({ cipher }: Pick<Store, 'cipher'>, id: string): RealNameEntity => ({
  id, kind: 'id_card', numberSealed: cipher.seal('33039919900505001X', { table: 'real_names', column: 'number_sealed', row: id }), numberIndex: `test ${id}`, givenAt: LONG_AGO, givenBy: null, seen: null,
});

/** Grown-up volunteers of a county, whose real names are known unless something else is said. */
export const addVolunteers = async (store: Store, countyId: string, count: number, { realNames = true }: { readonly realNames?: boolean } = {}): Promise<TestVolunteer[]> => {
  const made = Array.from({ length: count }, () => ({ id: newId(), name: `志愿者${String((serial += 1)).padStart(5, '0')}`, number: `T${String(serial).padStart(6, '0')}`, token: randomBytes(32).toString('base64url') }));
  await store.unitOfWork.run(async () => {
    const { writer } = store.database;
    await insertRows(writer, AccountEntity, made.map(({ id, name, number }) => ({
      id, name, nameKey: number.toLowerCase(), searchKey: name, emailSealed: null, emailIndex: null, phoneSealed: null, phoneIndex: null, passwordHash: 'none', mustChangePassword: false, state: 'active' as const, lastSignInAt: null,
      createdAt: LONG_AGO, version: 1,
    })));
    await insertRows(writer, VolunteerEntity, made.map(({ id, name, number }) => ({
      id, number, nameKey: number.toLowerCase(), searchKey: name, bornOn: '1990-05-05', occupation: 'teacher' as const, unitId: null, countyId, availability: '1'.repeat(21), travelLimit: 240, toIslands: true, toMountains: true,
      ...plainProfile, absences: [], recommendationsOff: false, pausedUntil: null, consentVersion: 'test', consentNote: null, registeredBy: null, standing: 'good' as const, createdAt: LONG_AGO, version: 1,
    })));
    if (realNames) await insertRows(writer, RealNameEntity, made.map(({ id }) => realNameOf(store, id)));
    await insertRows(writer, SessionEntity, made.map(({ id, token }) => ({
      id: newId(), tokenHash: createHash('sha256').update(token).digest('base64url'), accountId: id, createdAt: LONG_AGO, lastSeenAt: FAR, expiresAt: FAR, endedAt: null, ip: null, userAgent: null, proofs: 'password@1790000000000',
    })));
  });
  await makeTurns(store, made.map(({ id }) => id));
  return made;
};

/** The row of a person's turn, as registration makes it. */
const makeTurns = (store: Store, ids: readonly string[]): Promise<void> => store.unitOfWork.run(async () => {
  await store.database.writer.query(`INSERT INTO guard_rows (id, turn) VALUES ${ids.map(() => '(?, 0)').join(', ')}`, [...ids]);
});

/** An activity with its shifts, positions and items. */
export const addActivity = async (store: Store, given: TestActivity): Promise<MadeActivity> => {
  const at = (minutes: number) => new Date(given.base.getTime() + minutes * 60_000);
  const id = newId();
  const title = given.title ?? `科普活动${(serial += 1)}`;
  const shifts = given.shifts.map((shift): { entity: ShiftEntity; positions: PositionEntity[] } => {
    const shiftId = newId();
    return {
      entity: {
        id: shiftId, activityId: id, startsAt: at(shift.from), endsAt: at(shift.to), leaderId: shift.leaderId ?? null,
        secret: store.cipher.seal(randomBytes(32).toString('base64url'), { table: 'shifts', column: 'secret', row: shiftId }),
        cancelledReason: shift.cancelled ? '台风' : null, cancelledAt: shift.cancelled ? LONG_AGO : null, movedFrom: null, movedReason: null, held: null, turnout: null, turnoutMethod: null,
      },
      positions: (shift.positions ?? [{}]).map((position, sortNo) => ({
        id: newId(), shiftId, activityId: id, role: position.role ?? 'helper', name: position.name ?? '现场协助', minimum: 1, maximum: position.maximum ?? 10, confirmed: 0, paid: position.paid ?? false, occupations: [], credentialIds: [...(position.credentialIds ?? [])], poolIds: [...(position.poolIds ?? [])], minAge: null,
        note: null, sortNo,
      })),
    };
  });
  await store.unitOfWork.run(async () => {
    const { writer } = store.database;
    const state = given.state ?? 'open';
    await insertRows(writer, ActivityEntity, [{
      id, unitId: given.unitId, title, titleKey: title, searchKey: title, kind: given.kind ?? 'lecture', state, summary: '简介', countyId: given.countyId, townshipId: null, place: '县文化礼堂', flow: given.flow ?? 'instant', riskStatement: '注意安全',
      insurance: 'organiser', minors: given.minors ?? false, companions: given.companions ?? false, dangerous: false, grantsKindId: given.grantsKindId ?? null, grantsMonths: given.grantsMonths ?? null, firstAt: at(Math.min(...given.shifts.map(({ from }) => from))), lastAt: at(Math.max(...given.shifts.map(({ to }) => to))), createdAt: LONG_AGO, createdBy: given.createdBy, submittedAt: null,
      approvedAt: state === 'draft' || state === 'submitted' ? null : LONG_AGO, approvedBy: null, returnedReason: null, returnedBy: null, returnedAt: null, cancelledReason: null, cancelledAt: null, reportText: null, withoutPhoto: null,
      reportedAt: null, reportedBy: null, acceptedAt: null, acceptedBy: null, turnout: null, sessions: null, version: 1,
    }]);
    await insertRows(writer, ShiftEntity, shifts.map(({ entity }) => entity));
    await insertRows(writer, PositionEntity, shifts.flatMap(({ positions }) => positions));
    await insertRows(writer, ActivityItemEntity, (given.itemIds ?? []).map((itemId) => ({ id: newId(), activityId: id, itemId })));
  });
  return { id, title, shifts: shifts.map(({ entity, positions }) => ({ id: entity.id, positionIds: positions.map((position) => position.id) })) };
};

/** Sign-ups of some people for a position, as they stand before anybody decides. */
export const addSignups = async (store: Store, made: MadeActivity, shift: number, volunteers: readonly Pick<TestVolunteer, 'id'>[]): Promise<{ id: string; volunteerId: string }[]> => {
  const { id: shiftId, positionIds: [positionId] } = made.shifts[shift] ?? { id: '', positionIds: [] };
  const rows = volunteers.map((volunteer) => ({
    id: newId(), positionId: positionId ?? '', shiftId, activityId: made.id, volunteerId: volunteer.id, state: 'requested' as const, queuedAt: null, heldUntil: null, onDuty: false, companions: 0, companionsHash: null, note: null, reason: null, placedBy: null, signedUpAt: LONG_AGO, decidedAt: null,
    decidedBy: null, version: 1,
  }));
  await store.unitOfWork.run(() => insertRows(store.database.writer, SignupEntity, rows));
  return rows.map(({ id, volunteerId }) => ({ id, volunteerId }));
};

/** How a position stands: its counter, and the sign-ups behind it by state. They are to agree at all times. */
export const positionState = async (store: Store, positionId: string): Promise<{ maximum: number; counter: number; confirmed: number; waiting: number; requested: number }> => {
  const count = (state: string) => `(SELECT COUNT(*) FROM signups s WHERE s.position_id = p.id AND s.state = '${state}')`;
  const [row] = await readRows<Record<'maximum' | 'counter' | 'confirmed' | 'waiting' | 'requested', number | string>>(store.database.reader,
    `SELECT p.maximum AS maximum, p.confirmed AS counter, ${count('confirmed')} AS confirmed, ${count('waiting')} AS waiting, ${count('requested')} AS requested FROM positions p WHERE p.id = :positionId`, { positionId });
  if (!row) throw new Error('There is no such position');
  return { maximum: Number(row.maximum), counter: Number(row.counter), confirmed: Number(row.confirmed), waiting: Number(row.waiting), requested: Number(row.requested) };
};
