/**
 * The matching module on a fresh database, wired by hand. What it asks of volunteers, activities and records is answered from lists that a test fills;
 * what it reads itself (places, counties, sign-ups, records, weights) stands in tables.
 */
import type { ActivityRow } from '@kepu/contracts';
import type { Held, PositionFacts, VolunteerFacts, VolunteerIndex } from '@kepu/matching';
import { entities } from '../src/entities.js';
import { migrations } from '../src/migrations/index.js';
import { ActivityConsentsRepository, ActivityEntity, GuardianWords, PositionEntity, ShiftEntity, SignupEntity, type ActivitiesService, type HeldPlaces, type PositionDirectory } from '../src/modules/activities/index.js';
import { GuardianLinksRepository } from '../src/modules/guardians/guardian-links.repository.js';
import { Guardians, MinorPolicies } from '../src/modules/guardians/index.js';
import { MinorPoliciesRepository } from '../src/modules/guardians/minor-policies.repository.js';
import { AccountEntity, SealedNames } from '../src/modules/identity/index.js';
import { readAudienceFit } from '../src/modules/matching/audience-fit.js';
import { CandidatesRepository } from '../src/modules/matching/candidates.repository.js';
import { Candidates } from '../src/modules/matching/candidates.service.js';
import { Eligibility } from '../src/modules/matching/eligibility.service.js';
import { MatchingContexts } from '../src/modules/matching/matching-contexts.js';
import { MatchingWeightsRepository } from '../src/modules/matching/matching-weights.repository.js';
import { MatchingWeightsService } from '../src/modules/matching/matching-weights.service.js';
import { OfferedPositions } from '../src/modules/matching/offered-positions.repository.js';
import { Recommendations } from '../src/modules/matching/recommendations.service.js';
import { InviteesRepository } from '../src/modules/matching/invitations/invitees.repository.js';
import { PlaceInvitationsRepository } from '../src/modules/matching/invitations/place-invitations.repository.js';
import { WaveRounds } from '../src/modules/matching/invitations/wave-rounds.js';
import type { OpenPositions } from '../src/modules/matching/retrieval/open-positions.js';
import type { PeopleIndex } from '../src/modules/matching/retrieval/people-index.js';
import { VolunteersFacts } from '../src/modules/matching/volunteers-facts.js';
import { ServiceRecordEntity, type ServedFacts, type ServiceFacts } from '../src/modules/records/index.js';
import { CredentialDirectory } from '../src/modules/talents/index.js';
import { CredentialFactRows } from '../src/modules/talents/credentials/credential-facts.repository.js';
import { CredentialKindsRepository } from '../src/modules/talents/credentials/credential-kinds.repository.js';
import { PoolDirectory } from '../src/modules/talents/pool-directory.js';
import { PoolsRepository } from '../src/modules/talents/pools.repository.js';
import { DivisionEntity, DivisionTravelEntity } from '../src/modules/units/division.entity.js';
import { TermEntity } from '../src/modules/units/dictionary.entity.js';
import { DivisionsRepository } from '../src/modules/units/divisions.repository.js';
import { GroundDirectory } from '../src/modules/units/index.js';
import { TermsRepository } from '../src/modules/units/terms.repository.js';
import { UnitEntity } from '../src/modules/units/unit.entity.js';
import { plainProfile, VolunteerEntity, type VolunteerDirectory } from '../src/modules/volunteers/index.js';
import { AuditRepository, AuditTrail, PersonKeys, PersonKeysRepository } from '../src/platform/audit/index.js';
import { TestClock } from '../src/platform/clock/index.js';
import { FieldCipher, Keyring } from '../src/platform/crypto/index.js';
import { insertRows, newId } from '../src/platform/database/index.js';
import { Failpoints } from '../src/platform/test-control/failpoints.js';
import type { MakeDb } from './databases.js';

/** Monday, 2 March 2026, 9:00 in Shanghai. */
export const NOW = new Date('2026-03-02T01:00:00.000Z');
const HOUR_MS = 3_600_000;
/** The instant so many hours from now. */
export const at = (hours: number): string => new Date(NOW.getTime() + hours * HOUR_MS).toISOString();
/** What a person is, beside a name. */
export type Person = Partial<Omit<VolunteerFacts, 'id'>> & { readonly unitId?: string; readonly disabled?: boolean; /** The day of a question that stands open. */ readonly askedOn?: string };
/** How a position differs from one of two places at a lecture in 鹿城区 on Saturday at 9:00. */
export type Place = Partial<Omit<PositionFacts, 'id'>> & { readonly unitId: string };

/** The database is asked. */
const noIndex = { fresh: () => Promise.resolve(null) } satisfies Pick<PeopleIndex, 'fresh'> & Pick<OpenPositions, 'fresh'>;
const keys = (name: string) => ({ name, nameKey: name, searchKey: name });
const county = (code: string, name: string, ground: Partial<DivisionEntity> = {}): DivisionEntity => ({
  id: code, ...keys(name), kind: code === '330300' ? 'city' : 'county', parentId: code === '330300' ? null : '330300', urbanCore: false, island: false, mountain: false, openedOn: null, closedOn: null,
  successorId: null, version: 1, ...ground,
});

export async function furnishMatching(makeDb: MakeDb) {
  const db = await makeDb({ entities, migrations });
  const { database, unitOfWork: work } = db;
  const clock = new TestClock();
  clock.freeze(NOW);
  const insert = <E extends object>(entity: new () => E, rows: readonly E[]): Promise<void> => work.run(() => insertRows(database.writer, entity, rows));
  const cipher = new FieldCipher(Keyring.parse({ active: 'k1', keys: { k1: Buffer.alloc(32, 1).toString('base64') }, indexKey: Buffer.alloc(32, 9).toString('base64') }));
  const audit = new AuditTrail(new AuditRepository(database), new PersonKeys(new PersonKeysRepository(database), cipher, clock), clock);

  const term = (name: string, kind: TermEntity['kind'], parentId: string | null = null): TermEntity =>
    ({ id: newId(), kind, ...keys(name), parentId, aliases: [], sortNo: 10, closedOn: null, successorId: null, version: 1 });
  const health = term('健康与医学', 'topic');
  const terms = { health, eyes: term('口腔与视力', 'topic', health.id), elderly: term('老年健康', 'topic', health.id), pupils: term('小学生', 'audience') };
  await insert(DivisionEntity, [
    county('330300', '温州市'), county('330302', '鹿城区', { urbanCore: true }), county('330305', '洞头区', { island: true }), county('330329', '泰顺县', { mountain: true }),
  ]);
  await insert(DivisionTravelEntity, [{ id: newId(), fromId: '330302', toId: '330305', minutes: 60 }, { id: newId(), fromId: '330302', toId: '330329', minutes: 40 }]);
  await insert(TermEntity, Object.values(terms));

  const people = new Map<string, VolunteerFacts & { readonly name: string; readonly unitId: string | null }>();
  const positions = new Map<string, PositionFacts>();
  const held = new Map<string, Held[]>();
  const unit = async (name: string, divisionId: string): Promise<UnitEntity> => {
    const id = newId();
    const row: UnitEntity = {
      id, ...keys(name), fullName: name, kind: 'government', divisionId, parentId: null, path: `/${id}/`, sortNo: 10, hostsOffice: false, openedOn: null, closedOn: null, successorId: null, version: 1,
    };
    await insert(UnitEntity, [row]);
    return row;
  };
  const accountOf = (name: string, state: AccountEntity['state'] = 'active'): AccountEntity => ({
    id: newId(), ...keys(name), emailSealed: null, emailIndex: null, phoneSealed: null, phoneIndex: null, passwordHash: 'x', mustChangePassword: false, state, lastSignInAt: null, createdAt: NOW, version: 1,
  });
  const account = async (name: string): Promise<string> => {
    const row = accountOf(name);
    await insert(AccountEntity, [row]);
    return row.id;
  };
  const volunteerOf = (id: string, name: string, { unitId, askedOn, disabled: _, ...facts }: Person): VolunteerEntity => {
    const whole: VolunteerFacts = {
      id, bornOn: '1990-05-01', guarded: false, occupation: 'teacher', credentials: [], memberships: [], countyCode: '330302', topicIds: [], availability: '0'.repeat(21), travelLimit: 90, toIslands: false, toMountains: true, pausedUntil: null, absences: [], monthlyHours: null, frozen: false, personal: true, held: [],
      kindsServed: [], services: 0, missed: 0, recentMinutes: 0, monthMinutes: 0, lastAskedAt: null, ...facts,
    };
    people.set(id, { ...whole, name, unitId: unitId ?? null });
    held.set(id, [...whole.held]);
    return {
      id, number: String(people.size).padStart(8, '0'), nameKey: name, searchKey: name, bornOn: whole.bornOn, occupation: whole.occupation, unitId: unitId ?? null, countyId: whole.countyCode, availability: whole.availability,
      travelLimit: whole.travelLimit, toIslands: whole.toIslands, toMountains: whole.toMountains, ...plainProfile, absences: [...whole.absences], monthlyHours: whole.monthlyHours, willingAskedOn: askedOn ?? null, recommendationsOff: !whole.personal, pausedUntil: whole.pausedUntil, consentVersion: '1', consentNote: null, registeredBy: null,
      standing: whole.frozen ? 'frozen' : 'good', createdAt: NOW, version: 1,
    };
  };
  /** Many at once. */
  const crowd = async (persons: readonly Person[]): Promise<string[]> => {
    const accounts = persons.map(({ disabled }, index) => accountOf(`志愿者${index}`, disabled ? 'disabled' : 'active'));
    for (let from = 0; from < persons.length; from += 100) {
      const portion = accounts.slice(from, from + 100);
      await insert(AccountEntity, portion);
      await insert(VolunteerEntity, portion.map(({ id, name }, index) => volunteerOf(id, name, persons[from + index] ?? {})));
    }
    return accounts.map(({ id }) => id);
  };
  const person = async (name: string, facts: Person = {}): Promise<string> => {
    const row = accountOf(name, facts.disabled ? 'disabled' : 'active');
    await insert(AccountEntity, [row]);
    await insert(VolunteerEntity, [volunteerOf(row.id, name, facts)]);
    return row.id;
  };
  const staff = await account('某某');
  const place = async ({ unitId, ...facts }: Place): Promise<PositionFacts> => {
    const [id, shiftId, activityId] = [newId(), newId(), facts.activityId ?? newId()];
    const whole: PositionFacts = {
      id, shiftId, activityId, activityTitle: '科学课堂', kind: 'lecture', open: true, startsAt: at(5 * 24), endsAt: at(5 * 24 + 2), day: '2026-03-07', weekParts: [15], countyCode: '330302', island: false, mountain: false,
      urbanCore: true, topicIds: [], audienceIds: [], occupations: [], credentialIds: [], poolIds: [], minAge: null, minors: false, dangerous: false, minimum: 1, maximum: 2, confirmed: 0, connections: 0, ...facts,
    };
    positions.set(id, whole);
    if (facts.activityId === undefined) {
      await insert(ActivityEntity, [{
        id: activityId, unitId, title: whole.activityTitle, titleKey: '', searchKey: '', kind: whole.kind, state: 'open', summary: '', countyId: whole.countyCode, townshipId: null, place: '五马街道', flow: 'request', riskStatement: '',
        insurance: 'none_needed', minors: whole.minors, companions: false, dangerous: whole.dangerous, grantsKindId: null, grantsMonths: null, firstAt: null, lastAt: null, createdAt: NOW, createdBy: staff, submittedAt: null, approvedAt: NOW, approvedBy: null, returnedReason: null, returnedBy: null, returnedAt: null, cancelledReason: null,
        cancelledAt: null, reportText: null, withoutPhoto: null, reportedAt: null, reportedBy: null, acceptedAt: null, acceptedBy: null, turnout: null, sessions: null, version: 1,
      }]);
    }
    await insert(ShiftEntity, [{
      id: shiftId, activityId, startsAt: new Date(whole.startsAt), endsAt: new Date(whole.endsAt), leaderId: null, secret: 'x', cancelledReason: null, cancelledAt: null, movedFrom: null, movedReason: null, held: null, turnout: null,
      turnoutMethod: null,
    }]);
    await insert(PositionEntity, [{
      id, shiftId, activityId, role: 'lecturer', name: '主讲', minimum: whole.minimum, maximum: whole.maximum, confirmed: whole.confirmed, paid: false, occupations: [...whole.occupations], credentialIds: [...whole.credentialIds], poolIds: [...whole.poolIds], minAge: whole.minAge, note: null, sortNo: 10,
    }]);
    return whole;
  };
  const signUp = async (volunteerId: string, position: PositionFacts, state: SignupEntity['state'], queuedAt: string | null = null): Promise<string> => {
    const id = newId();
    await insert(SignupEntity, [{
      id, positionId: position.id, shiftId: position.shiftId, activityId: position.activityId, volunteerId, state, queuedAt: queuedAt === null ? null : new Date(queuedAt), heldUntil: null, onDuty: false, companions: 0, companionsHash: null, note: null, reason: null, placedBy: null,
      signedUpAt: NOW, decidedAt: null, decidedBy: null, version: 1,
    }]);
    const { activityTitle, startsAt, endsAt, countyCode } = position;
    if (state === 'confirmed') held.get(volunteerId)?.push({ activityTitle, startsAt, endsAt, countyCode });
    return id;
  };
  const record = async (volunteerId: string, position: PositionFacts, signupId: string, unitId: string, reversesId: string | null = null): Promise<string> => {
    const id = newId();
    await insert(ServiceRecordEntity, [{
      id, onceKey: id, volunteerId, activityId: position.activityId, shiftId: position.shiftId, signupId, unitId, day: position.day, minutes: reversesId === null ? 120 : -120, ledger: 'volunteer', rule: 'own_time', reversesId,
      reason: null, confirmedBy: staff, createdAt: NOW,
    }]);
    return id;
  };

  const volunteerDirectory: Pick<VolunteerDirectory, 'briefs' | 'facts'> = {
    facts: (ids) => Promise.resolve([...people.values()].filter(({ id }) => ids === 'all' || ids.includes(id))),
    briefs: (ids) => Promise.resolve(new Map([...people.values()].filter(({ id }) => ids.includes(id)).map(({ id, name, occupation, countyCode, bornOn }) =>
      [id, { id, name, number: '00000001', occupation, unit: null, countyCode, countyName: '鹿城区', bornOn }]))),
  };
  const positionDirectory: Pick<PositionDirectory, 'facts'> = {
    facts: (filter) => Promise.resolve([...positions.values()].filter(({ id, open }) => (filter === 'upcoming' ? open : 'ids' in filter && filter.ids.includes(id)))),
  };
  const heldPlaces: Pick<HeldPlaces, 'of'> = { of: () => Promise.resolve(held) };
  const serviceFacts: Pick<ServiceFacts, 'of'> = { of: () => Promise.resolve(people as ReadonlyMap<string, ServedFacts>) };
  const activities: Pick<ActivitiesService, 'list'> = {
    list: (_, query) => {
      const data = (query.ids ?? []).map((id) => ({ id }) as ActivityRow);
      return Promise.resolve({ data, total: data.length });
    },
  };

  const credentials: CredentialDirectory = new CredentialDirectory(new CredentialFactRows(database), new CredentialKindsRepository(database));
  const [invitees, pools] = [new InviteesRepository(database), new PoolDirectory(new PoolsRepository(database))];
  const facts = new VolunteersFacts(volunteerDirectory as VolunteerDirectory, heldPlaces as HeldPlaces, serviceFacts as ServiceFacts, new Guardians(new GuardianLinksRepository(database), new SealedNames(database, cipher), clock), credentials, pools, invitees, clock);
  const contexts = new MatchingContexts(new GroundDirectory(new DivisionsRepository(database), new TermsRepository(database)), new MinorPolicies(new MinorPoliciesRepository(database), audit, work, clock), credentials, pools, clock, readAudienceFit());
  const weightRows = new MatchingWeightsRepository(database);
  const weights = new MatchingWeightsService(weightRows, audit, work, clock);
  const directory = positionDirectory as PositionDirectory;
  return {
    ...db, clock, audit, terms, unit, account, person, crowd, place, signUp, facts, record, weights, weightRows,
    /** No position is on offer any more, for a test that begins anew on the same tables. */
    withdrawAll: () => { positions.clear(); },
    candidates: new Candidates(new CandidatesRepository(database), facts, directory, volunteerDirectory as VolunteerDirectory, contexts, weights, noIndex as unknown as PeopleIndex, clock),
    recommendations: new Recommendations(facts, directory, new OfferedPositions(database), activities as ActivitiesService, contexts, weights, noIndex as unknown as OpenPositions),
    /** Rounds of waves by an index, or by the facts of everybody. */
    rounds: (index: VolunteerIndex | null) => new WaveRounds(new CandidatesRepository(database), facts, directory, contexts, weights, invitees, new PlaceInvitationsRepository(database), new GuardianWords(new ActivityConsentsRepository(database), new Failpoints()), { fresh: () => Promise.resolve(index) } as unknown as PeopleIndex, clock),
    eligibility: new Eligibility(facts, directory, contexts, noIndex as unknown as OpenPositions),
  };
}
export type MatchingRoom = Awaited<ReturnType<typeof furnishMatching>>;
