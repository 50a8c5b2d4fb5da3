/**
 * The units module on a fresh database, wired by hand: the real services of units, identity and audit, without a server.
 */
import type { Permission, Role, ScopeKind } from '@kepu/contracts';
import { migrations } from '../src/migrations/index.js';
import {
  AccountEntity, AccountsRepository, AuditQueries, ConsentEntity, ConsentTextEntity, GrantEntity, GrantsRepository, GrantsService, GuardRowEntity, PersonTurns, SessionEntity,
} from '../src/modules/identity/index.js';
import { CredentialKindEntity, NominationEntity, PoolEntity, PoolLetterEntity, PoolTermEntity } from '../src/modules/talents/index.js';
import { CredentialKindsRepository } from '../src/modules/talents/credentials/credential-kinds.repository.js';
import { CredentialKinds } from '../src/modules/talents/credentials/credential-kinds.service.js';
import { TeamKinds } from '../src/modules/teams/index.js';
import { TeamKindEntity } from '../src/modules/teams/team.entity.js';
import { TeamKindsRepository } from '../src/modules/teams/team-kinds.repository.js';
import { ProgrammeDirectory, ProgrammesService, TermsService, ThemeDaysService, UnitDirectory, unitsEntities, UnitsService, UnitSuccession, WorkdaysService, DivisionsService } from '../src/modules/units/index.js';
import { DivisionsRepository } from '../src/modules/units/divisions.repository.js';
import { ProgrammesRepository } from '../src/modules/units/programmes.repository.js';
import { TermsRepository } from '../src/modules/units/terms.repository.js';
import { ThemeDaysRepository } from '../src/modules/units/theme-days.repository.js';
import { Turns } from '../src/modules/units/turns.repository.js';
import { UnitNamesRepository } from '../src/modules/units/unit-names.repository.js';
import { UnitsRepository } from '../src/modules/units/units.repository.js';
import { WorkdaysRepository } from '../src/modules/units/workdays.repository.js';
import { RealNameEntity, StandingActEntity, VolunteerEntity, VolunteerTopicEntity } from '../src/modules/volunteers/index.js';
import { AuditEntryEntity, AuditRepository, AuditSealEntity, AuditTrail, PersonKeyEntity, PersonKeys, PersonKeysRepository } from '../src/platform/audit/index.js';
import { permissionsOf, type ActorGrant, type PersonActor } from '../src/platform/auth/actor.js';
import { wholeStanding } from '../src/platform/auth/standing.js';
import { RateLimitEntity } from '../src/platform/auth/rate-limit.entity.js';
import { TestClock } from '../src/platform/clock/index.js';
import { FieldCipher, Keyring } from '../src/platform/crypto/index.js';
import { newId } from '../src/platform/database/index.js';
import { JobEntity, Jobs, JobSignals, JobsRepository } from '../src/platform/jobs/index.js';
import type { MakeDb } from './databases.js';
import { furnishPools } from './appointments.js';

const entities = [...unitsEntities, CredentialKindEntity, TeamKindEntity, AccountEntity, ConsentEntity, ConsentTextEntity, GrantEntity, GuardRowEntity, SessionEntity, AuditEntryEntity, AuditSealEntity, PersonKeyEntity, JobEntity, PoolEntity, PoolTermEntity, PoolLetterEntity, NominationEntity, VolunteerEntity, VolunteerTopicEntity, RealNameEntity, StandingActEntity, RateLimitEntity];
/** The day on which these tests happen. */
export const TODAY = '2026-03-02';

/** A person with one grant. */
export function personWith(role: Role, scopeKind: ScopeKind, scopeId: string | null = null, unitPath: string | null = null): PersonActor {
  const grants: ActorGrant[] = [{ id: newId(), role, scopeKind, scopeId, unitPath }];
  return {
    kind: 'person', accountId: newId(), name: '某人', sessionId: newId(), mustChangePassword: false, sessionExpiresAt: new Date('2027-01-01T00:00:00Z'), grants, permissions: permissionsOf(grants), ip: null, standing: wholeStanding,
  };
}
/** Someone of the city's office. */
export const office = personWith('editor', 'city');
/** Someone who holds a permission that no role of theirs should give. */
export const withPermission = (person: PersonActor, permission: Permission): PersonActor => ({ ...person, permissions: new Set([...person.permissions, permission]) });

export async function furnishUnits(makeDb: MakeDb, guards?: Pick<Turns, 'take'>) {
  const db = await makeDb({ entities, migrations });
  const { database, unitOfWork: work } = db;
  const clock = new TestClock();
  clock.freeze(new Date(`${TODAY}T01:00:00.000Z`));
  const cipher = new FieldCipher(Keyring.parse({ active: 'k1', keys: { k1: Buffer.alloc(32, 1).toString('base64') }, indexKey: Buffer.alloc(32, 9).toString('base64') }));
  const audit = new AuditTrail(new AuditRepository(database), new PersonKeys(new PersonKeysRepository(database), cipher, clock), clock);
  const accounts = new AccountsRepository(database);
  const grantRows = new GrantsRepository(database);
  const turns = (guards ?? new Turns(database)) as Turns;
  const divisionRows = new DivisionsRepository(database);
  const unitRows = new UnitsRepository(database);
  const unitNames = new UnitNamesRepository(database);
  const programmeRows = new ProgrammesRepository(database);
  const workdayRows = new WorkdaysRepository(database);
  const directory = new UnitDirectory(unitRows, unitNames, divisionRows, workdayRows, clock);
  const jobs = new Jobs(new JobsRepository(database), work, new JobSignals(), clock);
  const grants = new GrantsService(grantRows, accounts, directory, audit, jobs, work, clock);
  const units = new UnitsService(unitRows, unitNames, divisionRows, turns, new AuditQueries(audit, accounts), audit, work, clock);
  const programmes = new ProgrammesService(programmeRows, turns, audit, work, clock);
  const services = {
    credentialKinds: new CredentialKinds(new CredentialKindsRepository(database), audit, work), teamKinds: new TeamKinds(new TeamKindsRepository(database), audit, work),
    divisions: new DivisionsService(divisionRows, unitRows, unitNames, grants, turns, audit, work, clock), units, programmes,
    terms: new TermsService(new TermsRepository(database), turns, audit, work, clock), themeDays: new ThemeDaysService(new ThemeDaysRepository(database), turns, audit, work, clock),
    workdays: new WorkdaysService(workdayRows, audit, work), work,
    pools: furnishPools({ database, work, clock, audit, units: directory, turns: new PersonTurns(database), jobs }).pools,
  };
  const succession = new UnitSuccession(units, unitRows, unitNames, grants, turns, audit, work, clock);
  return { ...db, clock, services, succession, directory, programmeDirectory: new ProgrammeDirectory(programmeRows, programmes, clock), grantRows, grants, accounts, audit, cipher };
}
export type UnitsRoom = Awaited<ReturnType<typeof furnishUnits>>;
