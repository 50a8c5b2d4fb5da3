import { Injectable } from '@nestjs/common';
import type { HistoryEntry, Page, PoolTermDetail, termRenewal, termSuspension } from '@kepu/contracts';
import { dayAfter, termStanding } from '@kepu/domain';
import type { z } from 'zod';
import { AuditTrail } from '../../../platform/audit/index.js';
import type { PersonActor } from '../../../platform/auth/actor.js';
import { auditActor } from '../../../platform/auth/audit-actor.js';
import { Clock } from '../../../platform/clock/index.js';
import { fromDbTime, UnitOfWork } from '../../../platform/database/index.js';
import { badReference, notFound, Refusal } from '../../../platform/errors/refusal.js';
import { Jobs } from '../../../platform/jobs/index.js';
import { AuditQueries } from '../../identity/index.js';
import { UnitDirectory } from '../../units/index.js';
import { LettersRepository } from '../letters/letters.repository.js';
import { LettersService } from '../letters/letters.service.js';
import { PoolTermsRepository } from '../pool-terms.repository.js';
import type { PoolLetterEntity, PoolTermEntity } from '../pool.entity.js';
import { Appointments, keeps } from './appointments.service.js';
import { endsTerm } from './nomination.mapper.js';
import { NominationsRepository } from './nominations.repository.js';
import { PoolSettingsRepository } from './pool-settings.repository.js';
import { TermDetailsRepository, type TermDetailRow } from './term-details.repository.js';

/** What is told of a term. */
export type TermEvent = 'asked' | 'answered' | 'renewed' | 'suspended' | 'left' | 'ended' | 'given_up';
/** Standings of a term that has begun and not come to its end. */
const running: readonly PoolTermDetail['state'][] = ['valid', 'suspended'];
const ended = (state: string): Refusal => new Refusal('lifecycle.not_allowed', { params: { state: `terms.appointmentStates.${state}` } });

/** A term after it has begun: held for a while, renewed, asked about, with its letter and what happened to it. */
@Injectable()
export class TermKeeping {
  constructor(
    private readonly rows: TermDetailsRepository, private readonly terms: PoolTermsRepository, private readonly pools: PoolSettingsRepository, private readonly people: NominationsRepository, private readonly appointments: Appointments, private readonly letterRows: LettersRepository, private readonly letters: LettersService, private readonly units: UnitDirectory,
    private readonly history: AuditQueries, private readonly jobs: Jobs, private readonly audit: AuditTrail, private readonly work: UnitOfWork, private readonly clock: Clock,
  ) {}

  async get(actor: PersonActor, id: string): Promise<PoolTermDetail> {
    const row = await this.find(actor, id);
    const letters = await this.letterRows.byIds(row.letterId === null ? [] : [row.letterId]);
    return { ...this.view(row, letters), renewedBy: row.renewedBy, nominationId: row.nominationId, may: { keep: keeps(actor, row), end: running.includes(termStanding(row, this.clock.today())) && endsTerm(actor, row) } };
  }
  async historyOf(actor: PersonActor, id: string): Promise<Page<HistoryEntry>> {
    await this.find(actor, id);
    return this.history.historyOf('pool_term', id);
  }
  async letter(actor: PersonActor, id: string): Promise<{ name: string; bytes: Buffer }> { return this.letters.pdf((await this.find(actor, id)).letterId); }

  /** Errors: `lifecycle.not_allowed` for one that is over, `input.invalid`. */
  async suspend(actor: PersonActor, id: string, { fromDay = this.clock.today(), toDay, reason }: z.output<typeof termSuspension>): Promise<PoolTermDetail> {
    if (toDay !== null && toDay < fromDay) throw new Refusal('input.invalid', { params: { count: 1 }, fields: [{ path: 'body.toDay', code: 'order' }] });
    return this.step(actor, id, 'suspended', { suspendedFrom: fromDay, suspendedTo: toDay, suspendedReason: reason }, { fromDay, toDay, reason }, 'suspended');
  }
  /** Errors: `lifecycle.not_allowed` for one that is not held. */
  async resume(actor: PersonActor, id: string): Promise<PoolTermDetail> {
    return this.step(actor, id, 'resumed', { suspendedFrom: null, suspendedTo: null, suspendedReason: null }, {}, null, (row) => { if (row.suspendedFrom === null) throw ended('valid'); });
  }
  async ask(actor: PersonActor, id: string): Promise<PoolTermDetail> { return this.step(actor, id, 'asked', { willing: null, willingAskedAt: this.clock.now() }, {}, 'asked'); }

  /** A further term, from the day after the last one or from today. Answers the new one. Errors: `lifecycle.not_allowed`, `pool.full`, `pool.county_full`, `pool.already_member`, `input.invalid`. */
  async renew(actor: PersonActor, id: string, { toDay }: z.output<typeof termRenewal>): Promise<PoolTermDetail> {
    const first = await this.kept(actor, id);
    const pool = await this.pools.find(first.poolId);
    if (!pool) throw notFound();
    const head = await this.appointments.headOf(pool);
    const next = await this.work.run(async () => {
      const row = await this.kept(actor, id);
      if (row.endedOn !== null) throw ended('ended');
      // Without a last day there is nothing to renew.
      if (row.toDay === null) throw ended('valid');
      const person = await this.people.nominee(actor, row.personId, null);
      if (!person) throw badReference('terms.peopleFields.volunteer');
      const after = dayAfter(row.toDay);
      const days = this.appointments.daysOf(pool, { toDay }, after > this.clock.today() ? after : this.clock.today());
      const unitName = person.unitId === null ? null : ((await this.units.unitsByIds([person.unitId])).get(person.unitId)?.name ?? null);
      const termId = await this.appointments.open(actor, pool, head, { person, unitName, ...days, nominationId: row.nominationId });
      await this.audit.record({ actor: auditActor(actor), action: 'pool_term.renewed', subjectKind: 'pool_term', subjectId: id, before: { toDay: row.toDay }, after: { termId, ...days } });
      await this.jobs.enqueue('notice.pool_term', { termId, event: 'renewed', at: this.clock.now().toISOString(), by: actor.accountId });
      return termId;
    });
    return this.get(actor, next);
  }

  /** A term as its person and staff read it. */
  view(row: TermDetailRow, letters: ReadonlyMap<string, PoolLetterEntity>): Omit<PoolTermDetail, 'may' | 'nominationId' | 'renewedBy'> {
    const letter = row.letterId === null ? undefined : letters.get(row.letterId);
    return {
      id: row.id, pool: { id: row.poolId, name: row.poolName }, person: { id: row.personId, name: row.personName }, unit: row.unitId === null ? null : { id: row.unitId, name: row.unitName ?? '' }, fromDay: row.fromDay, toDay: row.toDay, ended: row.endedOn === null ? null : { on: row.endedOn, reason: row.endedReason ?? '' }, state: termStanding(row, this.clock.today()),
      suspended: row.suspendedFrom === null ? null : { from: row.suspendedFrom, to: row.suspendedTo, reason: row.suspendedReason ?? '' }, willing: row.willing === null ? null : Number(row.willing) === 1, willingAskedAt: row.willingAskedAt === null ? null : fromDbTime(row.willingAskedAt),
      letter: letter && letter.words.name !== '' ? { number: letter.number, issuedAt: letter.issuedAt.toISOString(), checkUrl: this.letters.checkUrl(letter) } : null,
    };
  }

  private async find(actor: PersonActor, id: string): Promise<TermDetailRow> {
    const row = await this.rows.findFor(actor, id);
    if (!row) throw notFound();
    return row;
  }
  private async kept(actor: PersonActor, id: string): Promise<TermDetailRow> {
    const row = await this.find(actor, id);
    if (!keeps(actor, row)) throw notFound();
    return row;
  }
  private async step(actor: PersonActor, id: string, past: string, changes: Partial<PoolTermEntity>, said: Record<string, string | null>, tell: TermEvent | null, check: (row: TermDetailRow) => void = () => undefined): Promise<PoolTermDetail> {
    await this.work.run(async () => {
      const row = await this.kept(actor, id);
      const state = termStanding(row, this.clock.today());
      if (state === 'ended' || state === 'expired') throw ended(state);
      check(row);
      if (!(await this.terms.change(id, changes))) throw ended('ended');
      await this.audit.record({ actor: auditActor(actor), action: `pool_term.${past}`, subjectKind: 'pool_term', subjectId: id, before: { state }, after: said, ...(said['reason'] === undefined ? {} : { classified: { personId: row.personId, fields: ['reason'] } }) });
      if (past === 'suspended') await this.jobs.enqueue('credentials.lapse', { personId: row.personId, activityId: null });
      if (tell) await this.jobs.enqueue('notice.pool_term', { termId: id, event: tell, at: this.clock.now().toISOString(), by: actor.accountId });
    });
    return this.get(actor, id);
  }
}
