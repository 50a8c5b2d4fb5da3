import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { CollectionField, CollectionRow, HistoryEntry, Nomination, nominationAppointment, nominationChange, nominationInput, nominationQuery, Page } from '@kepu/contracts';
import { checkRows, reviewingCounty, type NominationAction } from '@kepu/domain';
import type { z } from 'zod';
import { AuditTrail } from '../../../platform/audit/index.js';
import type { PersonActor } from '../../../platform/auth/actor.js';
import { auditActor } from '../../../platform/auth/audit-actor.js';
import { Clock } from '../../../platform/clock/index.js';
import { newId, UniqueViolation, UnitOfWork } from '../../../platform/database/index.js';
import { badReference, notFound, Refusal } from '../../../platform/errors/refusal.js';
import { Jobs } from '../../../platform/jobs/index.js';
import { AuditQueries } from '../../identity/index.js';
import { UnitDirectory, UnitSuccession } from '../../units/index.js';
import { PoolTermsRepository } from '../pool-terms.repository.js';
import { Appointments, keeps } from './appointments.service.js';
import type { NominationEntity } from './nomination.entity.js';
import { nominationView, speaksForCounty, speaksForUnit } from './nomination.mapper.js';
import { nominationStep } from './nomination-step.js';
import { NominationsRepository, type NominationRow, type Nominee } from './nominations.repository.js';
import { PoolSettingsRepository, type OwnedPool } from './pool-settings.repository.js';

/** What a person is told of a nomination, or those who decide about it. */
export type NominationEvent = 'consent' | 'recommended' | 'reviewed' | 'returned' | 'declined' | 'appointed' | 'refused';
interface Step { readonly action: NominationAction; readonly past: string; readonly version: number; readonly changes?: Partial<NominationEntity>; readonly tell?: NominationEvent; readonly said?: Record<string, string | null>; readonly allowed: (row: NominationRow) => boolean }

/** Who is to come into a pool: recommended by a unit, agreed to by the person and the county, appointed by whoever keeps the pool. */
@Injectable()
export class NominationsService implements OnModuleInit {
  constructor(
    private readonly rows: NominationsRepository, private readonly pools: PoolSettingsRepository, private readonly terms: PoolTermsRepository, private readonly appointments: Appointments, private readonly units: UnitDirectory, private readonly succession: UnitSuccession, private readonly history: AuditQueries, private readonly jobs: Jobs, private readonly audit: AuditTrail,
    private readonly work: UnitOfWork, private readonly clock: Clock,
  ) {}

  onModuleInit(): void { this.succession.register('nominations', (fromUnit, toUnit) => this.rows.moveUnit(fromUnit, toUnit)); }

  async list(actor: PersonActor, query: z.output<typeof nominationQuery>): Promise<Page<Nomination>> {
    const { rows, total } = await this.rows.listFor(actor, query, { offset: (query.page - 1) * query.perPage, limit: query.perPage });
    return { data: rows.map((row) => nominationView(actor, row)), total };
  }
  async get(actor: PersonActor, id: string): Promise<Nomination> { return nominationView(actor, await this.find(actor, id)); }
  async historyOf(actor: PersonActor, id: string): Promise<Page<HistoryEntry>> {
    await this.find(actor, id);
    return this.history.historyOf('nomination', id);
  }

  /** A draft of a unit. Errors: `reference.not_found`, `nomination.not_asked`, `nomination.open`, `pool.already_member`, `input.invalid`. */
  async create(actor: PersonActor, { poolId, volunteerId, words, answers, consentNote }: z.output<typeof nominationInput>): Promise<Nomination> {
    const pool = await this.pools.find(poolId);
    if (!pool) throw badReference('terms.peopleFields.pool');
    const person = await this.rows.nominee(actor, volunteerId, 'nomination:write');
    if (!person) throw badReference('terms.peopleFields.volunteer');
    if (pool.entry !== 'appointed' || !pool.unitsRecommend) throw new Refusal('nomination.not_asked');
    return this.get(actor, await this.begin(actor, pool, person, { words, answers: checked(pool.questions, answers, false), consentNote, consent: consentNote === null ? 'asked' : 'on_behalf', own: false }));
  }
  /** One's own application goes to the county or the pool at once. Errors: as `create`. */
  async apply(actor: PersonActor, pool: OwnedPool, person: Nominee, words: string | null, answers: CollectionRow): Promise<void> {
    if (pool.entry !== 'appointed' || !pool.peopleApply) throw new Refusal('nomination.not_asked');
    await this.begin(actor, pool, person, { words, answers: checked(pool.questions, answers, true), consentNote: null, consent: 'agreed', own: true });
  }

  /** Errors: `input.invalid`, `lifecycle.not_allowed`, `version.stale`. */
  async change(actor: PersonActor, id: string, { version, words, answers, consentNote }: z.output<typeof nominationChange>): Promise<Nomination> {
    await this.step(actor, id, (row) => ({
      action: row.state === 'returned' ? 'revise' : 'save', past: 'changed', version, allowed: (each) => speaksForUnit(actor, each),
      changes: { ...(words === undefined ? {} : { words }), ...(answers ? { answers: checked(JSON.parse(row.questions) as CollectionField[], answers, false) } : {}), ...(consentNote === undefined || row.consent === 'agreed' ? {} : { consentNote, consent: consentNote === null ? 'asked' : 'on_behalf', consentedAt: consentNote === null ? null : this.clock.now() }) },
    }));
    return this.get(actor, id);
  }
  /** With the pool's questions as they are now. Errors: `input.invalid`, `nomination.not_asked`, `lifecycle.not_allowed`, `version.stale`. */
  async recommend(actor: PersonActor, id: string, version: number): Promise<Nomination> {
    const city = (await this.units.cityDivision()).code;
    await this.step(actor, id, async (row) => {
      const [pool, person] = [await this.pools.find(row.poolId), await this.rows.nominee(actor, row.personId, 'nomination:write')];
      if (!pool || pool.entry !== 'appointed' || !pool.unitsRecommend) throw new Refusal('nomination.not_asked');
      if (!person) throw badReference('terms.peopleFields.volunteer');
      return {
        action: 'recommend', past: 'recommended', version, tell: 'recommended', allowed: (each) => speaksForUnit(actor, each),
        changes: { answers: checked(pool.questions, JSON.parse(row.answers) as CollectionRow, true), questions: pool.questions, questionsVersion: pool.questionsVersion, countyId: countyOf(pool, person, city), submittedAt: this.clock.now(), submittedBy: actor.accountId, reviewedAt: null, reviewedBy: null, reason: null },
      };
    });
    return this.get(actor, id);
  }
  async withdraw(actor: PersonActor, id: string, version: number): Promise<Nomination> {
    await this.step(actor, id, () => ({ action: 'withdraw', past: 'withdrawn', version, changes: { liveKey: null }, allowed: (row) => speaksForUnit(actor, row) }));
    return this.get(actor, id);
  }
  async review(actor: PersonActor, id: string, version: number): Promise<Nomination> {
    await this.step(actor, id, () => ({ action: 'review', past: 'reviewed', version, tell: 'reviewed', changes: { reviewedAt: this.clock.now(), reviewedBy: actor.accountId }, allowed: (row) => speaksForCounty(actor, row.countyId) }));
    return this.get(actor, id);
  }
  /** Given back, or declined for good. */
  async refuse(actor: PersonActor, id: string, action: 'return' | 'decline', { version, reason }: { readonly version: number; readonly reason: string }): Promise<Nomination> {
    const past = action === 'return' ? 'returned' : 'declined';
    await this.step(actor, id, () => ({
      action, past, version, tell: past, said: { reason }, changes: { reason, ...(action === 'decline' ? { liveKey: null, decidedAt: this.clock.now(), decidedBy: actor.accountId } : {}) }, allowed: (row) => (row.state === 'recommended' && speaksForCounty(actor, row.countyId)) || keeps(actor, row),
    }));
    return this.get(actor, id);
  }
  /** Errors: `nomination.no_consent`, `nomination.not_reviewed`, `pool.full`, `pool.county_full`, `pool.already_member`, `reference.not_found`, `input.invalid`, `lifecycle.not_allowed`, `version.stale`. */
  async appoint(actor: PersonActor, id: string, { version, ...days }: z.output<typeof nominationAppointment>): Promise<Nomination> {
    const first = await this.find(actor, id);
    const pool = await this.pools.find(first.poolId);
    if (!pool) throw notFound();
    const head = await this.appointments.headOf(pool);
    const term = this.appointments.daysOf(pool, days);
    await this.step(actor, id, async (row) => {
      if (row.state === 'recommended' && row.countyId !== null) throw new Refusal('nomination.not_reviewed', { params: { county: row.countyName ?? '' } });
      if (row.consent === 'asked') throw new Refusal('nomination.no_consent');
      const person = await this.rows.nominee(actor, row.personId, null);
      if (!person) throw badReference('terms.peopleFields.volunteer');
      const unitName = person.unitId === null ? null : ((await this.units.unitsByIds([person.unitId])).get(person.unitId)?.name ?? null);
      const termId = await this.appointments.open(actor, pool, head, { person, unitName, ...term, nominationId: id });
      return { action: 'appoint', past: 'appointed', version, tell: 'appointed', changes: { liveKey: null, termId, decidedAt: this.clock.now(), decidedBy: actor.accountId }, said: { fromDay: term.fromDay, toDay: term.toDay }, allowed: () => true };
    }, (row) => keeps(actor, row));
    return this.get(actor, id);
  }

  async find(actor: PersonActor, id: string): Promise<NominationRow> {
    const row = await this.rows.findFor(actor, id);
    if (!row) throw notFound();
    return row;
  }

  private async begin(actor: PersonActor, pool: OwnedPool, person: Nominee, { own, ...given }: Pick<NominationEntity, 'words' | 'answers' | 'consent' | 'consentNote' | 'own'>): Promise<string> {
    const [id, liveKey, now, city] = [newId(), `${pool.id}:${person.id}`, this.clock.now(), (await this.units.cityDivision()).code];
    try {
      await this.work.run(async () => {
        if (await this.rows.hasOpen(liveKey)) throw new Refusal('nomination.open');
        if (await this.terms.overlaps(person.id, pool.id, this.clock.today(), this.clock.today())) throw new Refusal('pool.already_member');
        await this.rows.insert({
          ...blank, id, poolId: pool.id, accountId: person.id, unitId: person.unitId, own, liveKey, ...given, consentedAt: given.consent === 'asked' ? null : now, questions: pool.questions, questionsVersion: pool.questionsVersion, createdAt: now, createdBy: actor.accountId,
          ...(own ? { state: 'recommended', countyId: countyOf(pool, person, city), submittedAt: now, submittedBy: actor.accountId } : {}),
        });
        await this.audit.record({ actor: auditActor(actor), action: own ? 'nomination.applied' : 'nomination.created', subjectKind: 'nomination', subjectId: id, before: null, after: { pool: pool.name, personId: person.id } });
        if (own) await this.jobs.enqueue('notice.nomination', { nominationId: id, event: 'recommended', version: 1, by: actor.accountId });
      });
    } catch (error) {
      // Two who recommend the same person at the same moment: the key holds.
      if (error instanceof UniqueViolation) throw new Refusal('nomination.open');
      throw error;
    }
    return id;
  }

  /** One step: by those who may, allowed by the table, taken by one of many who try, written down and told. `may` is asked before anything else is done. */
  private async step(actor: PersonActor, id: string, stepOf: (row: NominationRow) => Step | Promise<Step>, may: (row: NominationRow) => boolean = () => true): Promise<void> {
    await this.work.run(async () => {
      const row = await this.find(actor, id);
      if (!may(row)) throw notFound();
      const { action, past, version, changes = {}, tell, said = {}, allowed } = await stepOf(row);
      if (!allowed(row)) throw notFound();
      const state = nominationStep(row.state, action);
      if (!(await this.rows.update(row, version, { ...changes, state }))) throw new Refusal('version.stale');
      await this.audit.record({ actor: auditActor(actor), action: `nomination.${past}`, subjectKind: 'nomination', subjectId: id, before: { state: row.state }, after: { state, ...said }, ...(said['reason'] === undefined ? {} : { classified: { personId: row.personId, fields: ['reason'] } }) });
      if (tell) await this.jobs.enqueue('notice.nomination', { nominationId: id, event: tell, version, by: actor.accountId });
      if (tell === 'recommended' && row.consent === 'asked') await this.jobs.enqueue('notice.nomination', { nominationId: id, event: 'consent', version, by: actor.accountId });
    });
  }
}

const blank = { countyId: null, state: 'draft' as const, reason: null, submittedAt: null, submittedBy: null, reviewedAt: null, reviewedBy: null, decidedAt: null, decidedBy: null, termId: null, version: 1 };
const countyOf = ({ countyReviews }: OwnedPool, { unitDivision, home }: Nominee, city: string): string | null => reviewingCounty({ countyReviews, unitDivision, home, city });
/** Errors: `input.invalid`, with each answer that is wrong. */
const checked = (questions: readonly CollectionField[], answers: CollectionRow, whole: boolean): CollectionRow => {
  // A row that says nothing is left out of a table; an answer that says nothing lacks what is demanded.
  const { rows: [row = {}], faults } = checkRows(questions, [answers], whole);
  const missing = whole && Object.keys(row).length === 0 ? questions.filter(({ required }) => required).map(({ key }) => ({ key, code: 'required', params: undefined })) : [];
  const all = [...faults, ...missing];
  if (all.length > 0) throw new Refusal('input.invalid', { params: { count: all.length }, fields: all.map(({ key, code, params }) => ({ path: `body.answers.${key}`, code, ...(params ? { params } : {}) })) });
  return row;
};
