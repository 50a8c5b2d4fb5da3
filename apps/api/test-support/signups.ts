/**
 * Sign-ups on a fresh database, wired by hand: the real services around a city of one county, one unit and one person who speaks for it, without a server.
 */
import type { Block } from '@kepu/contracts';
import { entities } from '../src/entities.js';
import { migrations } from '../src/migrations/index.js';
import { HeldPlaces, type EligibilityCheck } from '../src/modules/activities/index.js';
import { ActivityFollowers } from '../src/modules/activities/activity-followers.js';
import { ActivityConsentsRepository } from '../src/modules/activities/activity-consents.repository.js';
import { Companions } from '../src/modules/activities/companions.js';
import { GuardianWords } from '../src/modules/activities/guardian-words.js';
import { AttendanceRepository } from '../src/modules/activities/attendance.repository.js';
import { PositionDirectory } from '../src/modules/activities/position-directory.js';
import { PositionFactRows } from '../src/modules/activities/position-facts.repository.js';
import { HeldPlacesRepository } from '../src/modules/activities/held-places.repository.js';
import { SignupCancellations } from '../src/modules/activities/signup-cancellations.service.js';
import { SignupDecisions } from '../src/modules/activities/signup-decisions.service.js';
import { SignupListsRepository } from '../src/modules/activities/signup-lists.repository.js';
import { SignupLists } from '../src/modules/activities/signup-lists.service.js';
import { SignupPlaces } from '../src/modules/activities/signup-places.js';
import { SignupRequests } from '../src/modules/activities/signup-requests.service.js';
import { SignupTurns } from '../src/modules/activities/signup-turns.repository.js';
import { SignupsRepository } from '../src/modules/activities/signups.repository.js';
import { AccountEntity } from '../src/modules/identity/index.js';
import { DivisionEntity } from '../src/modules/units/division.entity.js';
import { UnitEntity } from '../src/modules/units/unit.entity.js';
import { AuditRepository, AuditTrail, PersonKeys, PersonKeysRepository } from '../src/platform/audit/index.js';
import type { PersonActor } from '../src/platform/auth/actor.js';
import { wholeStanding } from '../src/platform/auth/standing.js';
import { TestClock } from '../src/platform/clock/index.js';
import { FieldCipher, Keyring } from '../src/platform/crypto/index.js';
import { insertRows, newId } from '../src/platform/database/index.js';
import { Jobs, JobSignals, JobsRepository } from '../src/platform/jobs/index.js';
import { Failpoints } from '../src/platform/test-control/failpoints.js';
import type { MakeDb } from './databases.js';
import { addActivity, addVolunteers, type MadeActivity, type TestActivity } from './shifts.js';
import { personWith } from './units.js';

const COUNTY = '330302';
/** Nine in the morning of the day on which shifts begin. */
export const BASE = new Date('2026-03-12T01:00:00.000Z');

export async function furnishSignups(makeDb: MakeDb) {
  const db = await makeDb({ entities, migrations });
  const { database, unitOfWork: work } = db;
  const clock = new TestClock();
  const at = (minutes: number) => clock.freeze(new Date(BASE.getTime() + minutes * 60_000));
  at(-2 * 24 * 60);
  const cipher = new FieldCipher(Keyring.parse({ active: 'k1', keys: { k1: Buffer.alloc(32, 1).toString('base64') }, indexKey: Buffer.alloc(32, 9).toString('base64') }));
  const unitId = newId();
  const liaison = personWith('liaison', 'unit', unitId, `/${unitId}/`);
  await work.run(async () => {
    const place = { nameKey: 'lucheng', searchKey: 'lucheng', urbanCore: true, island: false, mountain: false, openedOn: null, closedOn: null, successorId: null, version: 1 };
    await insertRows(database.writer, DivisionEntity, [{ id: COUNTY, name: '鹿城区', kind: 'county', parentId: null, ...place }]);
    await insertRows(database.writer, UnitEntity, [{ id: unitId, name: '鹿城区科协', nameKey: 'lu', searchKey: 'lu', fullName: '鹿城区科学技术协会', kind: 'mass_organisation', divisionId: COUNTY, parentId: null, path: `/${unitId}/`, sortNo: 1, hostsOffice: false, openedOn: null, closedOn: null, successorId: null, version: 1 }]);
    await insertRows(database.writer, AccountEntity, [{ id: liaison.accountId, name: '联络员', nameKey: 'l', searchKey: 'l', emailSealed: null, emailIndex: null, phoneSealed: null, phoneIndex: null, passwordHash: 'none', mustChangePassword: false, state: 'active', lastSignInAt: null, createdAt: BASE, version: 1 }]);
  });
  const blocked = new Map<string, Block[]>();
  const eligibility: EligibilityCheck = { blocks: (_, volunteerId) => Promise.resolve(blocked.get(volunteerId) ?? []) };
  const audit = new AuditTrail(new AuditRepository(database), new PersonKeys(new PersonKeysRepository(database), cipher, clock), clock);
  const jobs = new Jobs(new JobsRepository(database), work, new JobSignals(), clock);
  const risks = new ActivityConsentsRepository(database);
  const rows = new SignupsRepository(database);
  const turns = new SignupTurns(database);
  const offered: string[] = [];
  const places = new SignupPlaces(rows, turns, jobs, audit, clock, new Failpoints(), eligibility, new GuardianWords(risks, new Failpoints()), { ask: ({ volunteerId }) => { offered.push(volunteerId); return Promise.resolve(); } });
  const companions = new Companions(risks, turns, new Failpoints());
  const lists = new SignupLists(new SignupListsRepository(database), clock);
  const followers = new ActivityFollowers();
  const requests = new SignupRequests(rows, places, lists, jobs, audit, work, clock, companions, followers);
  const decisions = new SignupDecisions(rows, places, requests, lists, jobs, audit, work, clock, followers);
  const cancellations = new SignupCancellations(rows, new AttendanceRepository(database), places, turns, jobs, audit, clock);
  const held = new HeldPlaces(new HeldPlacesRepository(database), clock);
  const positions = new PositionDirectory(new PositionFactRows(database), clock);
  const store = { database, unitOfWork: work, cipher };
  const people = async (count: number): Promise<PersonActor[]> =>
    (await addVolunteers(store, COUNTY, count)).map(({ id, name }) => ({ kind: 'person', accountId: id, name, sessionId: newId(), mustChangePassword: false, sessionExpiresAt: BASE, grants: [], permissions: new Set(), ip: null, standing: wholeStanding }));
  const activity = (given: Partial<TestActivity> = {}): Promise<MadeActivity> => addActivity(store, { unitId, createdBy: liaison.accountId, countyId: COUNTY, base: BASE, shifts: [{ from: 0, to: 120, positions: [{ maximum: 1 }] }], ...given });
  return { ...store, work, clock, at, liaison, blocked, offered, rows, places, lists, requests, companions, risks, turns, audit, decisions, cancellations, held, positions, people, activity, unitId };
}
export type SignupsRoom = Awaited<ReturnType<typeof furnishSignups>>;
