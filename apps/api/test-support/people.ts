/**
 * Talents and volunteers on a fresh database, wired by hand on the room of units: a city with two counties, a bureau with a school, a hospital and a university.
 */
import { MinorPolicies } from '../src/modules/guardians/index.js';
import { MinorPoliciesRepository } from '../src/modules/guardians/minor-policies.repository.js';
import { AccountsService, Challenges, ConsentLedger, Numbers, PersonTurns, SealedNames, SessionsService } from '../src/modules/identity/index.js';
import { AccountQueries } from '../src/modules/identity/account-queries.repository.js';
import { ConsentsRepository } from '../src/modules/identity/consents/consents.repository.js';
import { Contacts } from '../src/modules/identity/contacts.js';
import { Passwords } from '../src/modules/identity/passwords.js';
import { SessionRepository } from '../src/modules/identity/session.repository.js';
import { ChallengesRepository } from '../src/modules/identity/sign-in/challenges.repository.js';
import { DevicesRepository } from '../src/modules/identity/sign-in/devices.repository.js';
import { SecurityNews } from '../src/modules/identity/sign-in/security-news.js';
import { SignInRemains } from '../src/modules/identity/sign-in/sign-in-remains.js';
import { PoolCounts, PoolTerms } from '../src/modules/talents/index.js';
import { PoolCountsRepository } from '../src/modules/talents/pool-counts.repository.js';
import { NameSearch } from '../src/modules/talents/name-search.repository.js';
import { PoolTermsRepository } from '../src/modules/talents/pool-terms.repository.js';
import { PoolsRepository } from '../src/modules/talents/pools.repository.js';
import { Enrolment, VolunteerDirectory, VolunteersService, type NewVolunteer } from '../src/modules/volunteers/index.js';
import { AffiliationsRepository } from '../src/modules/volunteers/affiliations.repository.js';
import { DictionaryRepository } from '../src/modules/volunteers/dictionary.repository.js';
import { PublicChoices } from '../src/modules/volunteers/public-choices.js';
import { References } from '../src/modules/volunteers/references.js';
import { VolunteerListsRepository } from '../src/modules/volunteers/volunteer-lists.repository.js';
import { VolunteerLists } from '../src/modules/volunteers/volunteer-lists.service.js';
import { VolunteerMoves } from '../src/modules/volunteers/volunteer-moves.js';
import { VolunteerNumbers } from '../src/modules/volunteers/volunteer-numbers.js';
import { VolunteersRepository } from '../src/modules/volunteers/volunteers.repository.js';
import type { PersonActor } from '../src/platform/auth/actor.js';
import { wholeStanding } from '../src/platform/auth/standing.js';
import { RateLimits } from '../src/platform/auth/rate-limits.js';
import { RateLimitRepository } from '../src/platform/auth/rate-limit.repository.js';
import { readConfig } from '../src/platform/config/config.js';
import { BlindIndex, DerivedCodes, Keyring } from '../src/platform/crypto/index.js';
import { newId } from '../src/platform/database/index.js';
import { Jobs, JobSignals, JobsRepository } from '../src/platform/jobs/index.js';
import { Failpoints } from '../src/platform/test-control/failpoints.js';
import { furnishPools } from './appointments.js';
import type { MakeDb } from './databases.js';
import { furnishUnits, office } from './units.js';

/** What a test may put in place of the guards, to show what happens without them. */
export interface Guards { readonly turns?: Pick<PersonTurns, 'begin' | 'take'>; readonly numbers?: Pick<VolunteerNumbers, 'next'>; readonly poolTurns?: { take(): Promise<void> } }

const pools = [
  { key: 'lecturers', name: '科普讲师团', note: null, sortNo: 10 }, { key: 'science-volunteers', name: '科技志愿者', note: null, sortNo: 30 },
  { key: 'student-volunteers', name: '大学生志愿者', note: null, sortNo: 60 }, { key: 'special-envoys', name: '科技特派员', note: null, sortNo: 120 },
];

export async function furnishPeople(makeDb: MakeDb, guards: Guards = {}) {
  const room = await furnishUnits(makeDb);
  const { database, unitOfWork: work, clock, audit, accounts, grantRows, grants, cipher, directory: units, services } = room;
  const config = readConfig({ NODE_ENV: 'test', DATA_DIR: '/nowhere' });
  const keyring = Keyring.parse({ active: 'k1', keys: { k1: Buffer.alloc(32, 1).toString('base64') }, indexKey: Buffer.alloc(32, 9).toString('base64') });
  const index = new BlindIndex(keyring);
  const jobs = new Jobs(new JobsRepository(database), work, new JobSignals(), clock);
  const passwords = new Passwords(config);
  const contacts = new Contacts(cipher, index);
  const sessionRows = new SessionRepository(database, config);
  const limits = new RateLimits(new RateLimitRepository(database), work, clock);
  const devices = new DevicesRepository(database);
  const challengeRows = new ChallengesRepository(database);
  const challenges = new Challenges(challengeRows, new DerivedCodes(keyring), cipher, jobs, limits, audit, work, clock, new Failpoints());
  const names = new SealedNames(database, cipher);
  const remains = new SignInRemains(sessionRows, devices, challengeRows);
  const people = new AccountsService(accounts, new AccountQueries(database), grantRows, grants, remains, contacts, passwords, names, audit, work, clock);
  const sessions = new SessionsService(accounts, sessionRows, grantRows, contacts, passwords, limits, devices, new SecurityNews(jobs), names, audit, work, clock, config);
  const turns = (guards.turns ?? new PersonTurns(database)) as PersonTurns;
  const poolRows = new PoolsRepository(database);
  const termRows = new PoolTermsRepository(database, new NameSearch(database));
  const poolTerms = new PoolTerms(termRows, poolRows, audit, clock);
  const { pools: poolsService } = furnishPools({ database, work, clock, audit, units, turns, jobs, ...(guards.poolTurns ? { poolTurns: guards.poolTurns } : {}) });
  const rows = new VolunteersRepository(database);
  const consents = new ConsentLedger(new ConsentsRepository(database), audit, work, clock);
  const dictionary = new DictionaryRepository(database);
  const references = new References(dictionary, units, clock);
  const choices = new PublicChoices(dictionary, new AffiliationsRepository(database), units, limits, clock);
  const policies = new MinorPolicies(new MinorPoliciesRepository(database), audit, work, clock);
  const enrolment = new Enrolment(people, passwords, sessions, turns, limits, references, (guards.numbers ?? new VolunteerNumbers(new Numbers(database))) as VolunteerNumbers, rows, poolTerms, consents, challenges, contacts, names, policies, audit, work, clock, config);
  const volunteers = new VolunteersService(rows, people, turns, poolTerms, references, consents, names, audit, work, clock);
  const moves = new VolunteerMoves(rows, poolTerms, audit);
  const lists = new VolunteerLists(new VolunteerListsRepository(database, new NameSearch(database)), rows, poolTerms, clock, { of: () => Promise.resolve(new Map()) });

  await work.run(() => services.divisions.load(office, [
    { code: '330300', name: '温州市', kind: 'city', parentCode: null }, { code: '330326', name: '平阳县', kind: 'county', parentCode: '330300' }, { code: '330302', name: '鹿城区', kind: 'county', parentCode: '330300' },
  ]));
  await poolsService.load(pools);
  const unit = async (name: string, kind: 'government' | 'school' | 'hospital' | 'university', parentId: string | null = null) => (await services.units.create(office, {
    name, fullName: name, aliases: [], kind, divisionCode: '330300', parentId, hostsOffice: false, openedOn: null,
  })).id;
  const bureau = await unit('市教育局', 'government');
  const places = { bureau, school: await unit('望舒中学', 'school', bureau), hospital: await unit('知安医院', 'hospital'), university: await unit('温州大学', 'university') };

  let serial = 0;
  /** A volunteer as the demo makes one, with what the test says. */
  const volunteer = async (given: Partial<NewVolunteer> = {}): Promise<PersonActor> => {
    serial += 1;
    const person: NewVolunteer = {
      name: `志愿者${serial}`, email: `person-${serial}@demo.kepu`, bornOn: '1990-05-01', occupation: 'teacher', unitId: places.school, countyCode: '330326', topicIds: [], availability: '0'.repeat(21), travelLimit: 60,
      toIslands: false, toMountains: true, ...given,
    };
    const accountId = await work.run(() => enrolment.enrol({ kind: 'public', ip: null }, person, { passwordHash: 'x', mustChangePassword: false, onBehalf: null }));
    return { kind: 'person', accountId, name: person.name, sessionId: newId(), mustChangePassword: false, sessionExpiresAt: new Date('2027-01-01T00:00:00Z'), grants: [], permissions: new Set(), ip: null, standing: wholeStanding };
  };
  return {
    ...room, places, volunteer, accountsService: people, enrolment, volunteers, lists, directory: new VolunteerDirectory(rows, clock), pools: poolsService, poolTerms,
    counts: new PoolCounts(new PoolCountsRepository(database), poolRows, clock), moves, choices, termRows,
  };
}
/** Everything that a test of people needs. */
export type PeopleRoom = Awaited<ReturnType<typeof furnishPeople>>;
