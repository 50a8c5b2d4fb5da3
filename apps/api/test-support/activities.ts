/** A city with one unit and activities in it, as rows: for tests of what the database itself has to guard. */
import { entities } from '../src/entities.js';
import { ActivityEntity, ActivityTermEntity, AttendanceEntity, PositionEntity, ShiftEntity, SignupEntity } from '../src/modules/activities/index.js';
import { AccountEntity } from '../src/modules/identity/index.js';
import { unitsEntities } from '../src/modules/units/index.js';
import { plainProfile, VolunteerEntity } from '../src/modules/volunteers/index.js';
import { migrations } from '../src/migrations/index.js';
import { insertRows, newId, type EntityClass } from '../src/platform/database/index.js';
import type { MakeDb } from './databases.js';

const [DivisionEntity, , UnitEntity, , TermEntity] = unitsEntities as readonly (EntityClass & (new () => object))[];
/** When these tests happen. */
export const NOW = new Date('2026-03-02T01:00:00.000Z');
/** An instant some hours from then. */
export const hoursFromNow = (hours: number): Date => new Date(NOW.getTime() + hours * 3_600_000);

const division = (id: string, name: string, kind: string, parentId: string | null, more: object = {}) => (
  { id, name, nameKey: id, searchKey: name, kind, parentId, urbanCore: false, island: false, mountain: false, openedOn: null, closedOn: null, successorId: null, version: 1, ...more });

export async function furnishActivityRows(makeDb: MakeDb) {
  const db = await makeDb({ entities, migrations });
  const { unitOfWork: work, database } = db;
  const insert = <E extends object>(entity: new () => E, rows: readonly E[]) => work.run(() => insertRows(database.writer, entity, rows));
  const unitId = newId();
  const topicIds = [newId(), newId()];
  if (!DivisionEntity || !UnitEntity || !TermEntity) throw new Error('The tables of the units module have changed');
  await insert(DivisionEntity, [division('330300', '温州市', 'city', null), division('330302', '鹿城区', 'county', '330300', { urbanCore: true }), division('330381', '瑞安市', 'county', '330300')]);
  await insert(DivisionEntity, [division('330381203', '北麂乡', 'township', '330381', { island: true })]);
  await insert(UnitEntity, [{ id: unitId, name: '市科协', nameKey: 'shi', searchKey: '市科协', fullName: '市科协', kind: 'mass_organisation', divisionId: '330300', parentId: null, path: `/${unitId}/`, sortNo: 1, hostsOffice: false, openedOn: null, closedOn: null, successorId: null }].map((row) => ({ ...row, version: 1 })));
  await insert(TermEntity, topicIds.map((id, index) => ({ id, kind: index ? 'audience' : 'topic', name: `词 ${index}`, nameKey: 'ci', searchKey: 'ci', parentId: null, aliases: [], sortNo: index, closedOn: null, successorId: null, version: 1 })));
  const account = async (): Promise<string> => {
    const id = newId();
    await insert(AccountEntity, [{ id, name: '某人', nameKey: 'mouren', searchKey: 'mouren', emailSealed: null, emailIndex: null, phoneSealed: null, phoneIndex: null, passwordHash: '-', mustChangePassword: false, state: 'active', lastSignInAt: null, createdAt: NOW, version: 1 }]);
    return id;
  };
  const creator = await account();

  /** An activity that is published, with a topic and an audience. */
  const activity = async (more: Partial<ActivityEntity> = {}): Promise<string> => {
    const id = newId();
    await insert(ActivityEntity, [{
      id, unitId, title: '测试活动', titleKey: 'ceshi', searchKey: 'ceshi', kind: 'lecture', state: 'open', summary: '-', countyId: '330302', townshipId: null, place: '某处', flow: 'request', riskStatement: '-', insurance: 'none_needed', minors: false, companions: false, dangerous: false, grantsKindId: null, grantsMonths: null,
      firstAt: hoursFromNow(24), lastAt: hoursFromNow(24), createdAt: NOW, createdBy: creator, submittedAt: NOW, approvedAt: NOW, approvedBy: creator, returnedReason: null, returnedBy: null, returnedAt: null, cancelledReason: null,
      cancelledAt: null, reportText: null, withoutPhoto: null, reportedAt: null, reportedBy: null, acceptedAt: null, acceptedBy: null, turnout: null, sessions: null, version: 1, ...more,
    }]);
    await insert(ActivityTermEntity, topicIds.map((termId, index) => ({ id: newId(), activityId: id, termId, kind: index ? 'audience' as const : 'topic' as const })));
    return id;
  };
  const shift = async (activityId: string, startsIn = 24, more: Partial<ShiftEntity> = {}): Promise<string> => {
    const id = newId();
    await insert(ShiftEntity, [{
      id, activityId, startsAt: hoursFromNow(startsIn), endsAt: hoursFromNow(startsIn + 2), leaderId: null, secret: '-', cancelledReason: null, cancelledAt: null, movedFrom: null, movedReason: null, held: null, turnout: null,
      turnoutMethod: null, ...more,
    }]);
    return id;
  };
  const position = async (activityId: string, shiftId: string, more: Partial<PositionEntity> = {}): Promise<string> => {
    const id = newId();
    await insert(PositionEntity, [{ id, shiftId, activityId, role: 'guide', name: '引导', minimum: 1, maximum: 10, confirmed: 0, paid: false, occupations: [], credentialIds: [], poolIds: [], minAge: null, note: null, sortNo: 0, ...more }]);
    return id;
  };
  const signup = async (place: { activityId: string; shiftId: string; positionId: string }, state: SignupEntity['state'], attendance?: AttendanceEntity['state']): Promise<string> => {
    const volunteerId = await account();
    await insert(VolunteerEntity, [{
      id: volunteerId, number: volunteerId.slice(-12), nameKey: 'mouren', searchKey: 'mouren', bornOn: '1990-01-01', occupation: 'teacher', unitId: null, countyId: '330302', availability: '0'.repeat(21), travelLimit: 60, toIslands: false,
      toMountains: false, ...plainProfile, absences: [], recommendationsOff: false, pausedUntil: null, consentVersion: '1', consentNote: null, registeredBy: null, standing: 'good', createdAt: NOW, version: 1,
    }]);
    const id = newId();
    await insert(SignupEntity, [{ id, ...place, volunteerId, state, queuedAt: null, heldUntil: null, onDuty: false, companions: 0, companionsHash: null, note: null, reason: null, placedBy: null, signedUpAt: NOW, decidedAt: null, decidedBy: null, version: 1 }]);
    if (attendance) await insert(AttendanceEntity, [{ id: newId(), signupId: id, shiftId: place.shiftId, volunteerId, state: attendance, inAt: NOW, inBy: 'list', outAt: null, outBy: null, minutes: 60, markedBy: null, createdAt: NOW, version: 1 }]);
    return volunteerId;
  };
  return { ...db, unitId, topicIds, account, activity, shift, position, signup };
}
export type ActivityRowsRoom = Awaited<ReturnType<typeof furnishActivityRows>>;
