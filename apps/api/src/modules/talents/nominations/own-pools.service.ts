import { Injectable } from '@nestjs/common';
import type { applicationInput, MyPools } from '@kepu/contracts';
import { label } from '@kepu/contracts/labels';
import { termStanding } from '@kepu/domain';
import type { z } from 'zod';
import { AuditTrail } from '../../../platform/audit/index.js';
import type { PersonActor } from '../../../platform/auth/actor.js';
import { auditActor } from '../../../platform/auth/audit-actor.js';
import { Clock } from '../../../platform/clock/index.js';
import { UnitOfWork } from '../../../platform/database/index.js';
import { badReference, notFound, Refusal } from '../../../platform/errors/refusal.js';
import { Jobs } from '../../../platform/jobs/index.js';
import { PersonTurns } from '../../identity/index.js';
import { LettersRepository } from '../letters/letters.repository.js';
import { LettersService } from '../letters/letters.service.js';
import { PoolTermsRepository } from '../pool-terms.repository.js';
import { plainNomination } from './nomination.mapper.js';
import { nominationStep } from './nomination-step.js';
import { NominationsRepository } from './nominations.repository.js';
import { NominationsService } from './nominations.service.js';
import { PoolSettingsRepository } from './pool-settings.repository.js';
import { TermDetailsRepository, type TermDetailRow } from './term-details.repository.js';
import { TermKeeping } from './term-keeping.service.js';

/** What people do with their own pools: agree, apply, go on, leave. */
@Injectable()
export class OwnPools {
  constructor(
    private readonly nominations: NominationsRepository, private readonly service: NominationsService, private readonly pools: PoolSettingsRepository, private readonly details: TermDetailsRepository, private readonly keeping: TermKeeping, private readonly terms: PoolTermsRepository, private readonly letterRows: LettersRepository, private readonly letters: LettersService,
    private readonly turns: PersonTurns, private readonly jobs: Jobs, private readonly audit: AuditTrail, private readonly work: UnitOfWork, private readonly clock: Clock,
  ) {}

  async get(actor: PersonActor): Promise<MyPools> {
    const [terms, nominations, pools] = [await this.details.ofPerson(actor.accountId), await this.nominations.ofPerson(actor.accountId), await this.pools.open()];
    const letters = await this.letterRows.byIds(terms.flatMap(({ letterId }) => letterId ?? []));
    const held = new Set([...terms.filter((term) => this.stands(term)).map(({ poolId }) => poolId), ...nominations.filter(({ state }) => ['recommended', 'reviewed', 'returned'].includes(state)).map(({ poolId }) => poolId)]);
    return {
      terms: terms.map((row) => this.keeping.view(row, letters)), nominations: nominations.map((row) => ({ ...plainNomination(row), by: row.submittedByName })), open: pools.filter(({ id }) => !held.has(id)).map(({ id, name, note, questions }) => ({ id, name, note, questions })),
    };
  }

  /** Errors: `volunteer.required`, `reference.not_found`, `nomination.not_asked`, `nomination.open`, `pool.already_member`, `input.invalid`. */
  async apply(actor: PersonActor, { poolId, words, answers }: z.output<typeof applicationInput>): Promise<MyPools> {
    const person = await this.nominations.nominee(actor, actor.accountId, null);
    if (!person) throw new Refusal('volunteer.required');
    const pool = await this.pools.find(poolId);
    if (!pool) throw badReference('terms.peopleFields.pool');
    await this.service.apply(actor, pool, person, words, answers);
    return this.get(actor);
  }

  /** To be taken in, or not. A no ends it. Errors: `lifecycle.not_allowed`. */
  async answer(actor: PersonActor, id: string, yes: boolean): Promise<MyPools> {
    const now = this.clock.now();
    await this.work.run(async () => {
      const row = await this.mine(actor, id);
      const state = yes ? row.state : nominationStep(row.state, 'refuse');
      if (yes && !['recommended', 'reviewed', 'returned'].includes(row.state)) throw new Refusal('lifecycle.not_allowed', { params: { state: `terms.nominationStates.${row.state}` } });
      if (!(await this.nominations.update(row, row.version, yes ? { consent: 'agreed', consentedAt: now } : { state, liveKey: null, consent: 'refused', consentedAt: now, reason: label('zh-CN', 'terms.nominationEnds.refused') }))) throw new Refusal('version.stale');
      await this.audit.record({ actor: auditActor(actor), action: yes ? 'nomination.agreed' : 'nomination.refused', subjectKind: 'nomination', subjectId: id, before: { consent: row.consent }, after: { consent: yes ? 'agreed' : 'refused' } });
      if (!yes) await this.jobs.enqueue('notice.nomination', { nominationId: id, event: 'refused', version: row.version, by: actor.accountId });
    });
    return this.get(actor);
  }
  /** Errors: `lifecycle.not_allowed` for what somebody else began. */
  async withdraw(actor: PersonActor, id: string): Promise<MyPools> {
    await this.work.run(async () => {
      const row = await this.mine(actor, id);
      if (Number(row.own) !== 1) throw notFound();
      const state = nominationStep(row.state, 'withdraw');
      if (!(await this.nominations.update(row, row.version, { state, liveKey: null }))) throw new Refusal('version.stale');
      await this.audit.record({ actor: auditActor(actor), action: 'nomination.withdrawn', subjectKind: 'nomination', subjectId: id, before: { state: row.state }, after: { state } });
    });
    return this.get(actor);
  }

  /** At once, and for good. Errors: `lifecycle.not_allowed`. */
  async leave(actor: PersonActor, id: string): Promise<MyPools> {
    await this.work.run(async () => {
      // Whose it is comes first: an account that is no volunteer has no turn to take.
      await this.myTerm(actor, id);
      await this.turns.take(actor.accountId);
      const row = await this.myTerm(actor, id);
      const today = this.clock.today();
      if (!this.stands(row) || !(await this.terms.end(id, today, label('zh-CN', 'terms.poolTermEnds.left')))) throw this.over(row);
      for (const [subjectKind, subjectId] of [['volunteer', actor.accountId], ['pool_term', id]] as const) await this.audit.record({ actor: auditActor(actor), action: 'pool_term.left', subjectKind, subjectId, before: { termId: id, pool: row.poolName }, after: { on: today } });
      await this.jobs.enqueue('credentials.lapse', { personId: actor.accountId, activityId: null });
      await this.jobs.enqueue('notice.pool_term', { termId: id, event: 'left', at: this.clock.now().toISOString(), by: actor.accountId });
    });
    return this.get(actor);
  }
  /** Whether one goes on after the last day. Errors: `lifecycle.not_allowed`. */
  async willing(actor: PersonActor, id: string, yes: boolean): Promise<MyPools> {
    await this.work.run(async () => {
      const row = await this.myTerm(actor, id);
      if (!this.stands(row) || !(await this.terms.change(id, { willing: yes }))) throw this.over(row);
      await this.audit.record({ actor: auditActor(actor), action: 'pool_term.answered', subjectKind: 'pool_term', subjectId: id, before: null, after: { willing: yes } });
      await this.jobs.enqueue('notice.pool_term', { termId: id, event: 'answered', at: this.clock.now().toISOString(), by: actor.accountId });
    });
    return this.get(actor);
  }
  async letter(actor: PersonActor, id: string): Promise<{ name: string; bytes: Buffer }> { return this.letters.pdf((await this.myTerm(actor, id)).letterId); }

  private stands(row: TermDetailRow): boolean { return !['ended', 'expired'].includes(termStanding(row, this.clock.today())); }
  private over(row: TermDetailRow): Refusal { return new Refusal('lifecycle.not_allowed', { params: { state: `terms.appointmentStates.${termStanding(row, this.clock.today())}` } }); }
  private async mine(actor: PersonActor, id: string) {
    const [row] = await this.nominations.ofPerson(actor.accountId, id);
    if (!row) throw notFound();
    return row;
  }
  private async myTerm(actor: PersonActor, id: string): Promise<TermDetailRow> {
    const [row] = await this.details.ofPerson(actor.accountId, id);
    if (!row) throw notFound();
    return row;
  }
}
