import { Injectable, type OnModuleInit } from '@nestjs/common';
import { daysBetween, TERM_REMINDERS } from '@kepu/domain';
import { Clock } from '../../../platform/clock/index.js';
import { UnitOfWork } from '../../../platform/database/index.js';
import { dailyAt, JobWorker, type JobRun } from '../../../platform/jobs/index.js';
import { GrantsRepository } from '../../identity/index.js';
import { excerpt, NoticesService } from '../../notices/index.js';
import type { PoolOwner } from './appointments.service.js';
import type { NominationEvent } from './nominations.service.js';
import { NominationsRepository, type NominationRow } from './nominations.repository.js';
import { TermDetailsRepository, type TermDetailRow } from './term-details.repository.js';
import type { TermEvent } from './term-keeping.service.js';

const system = { kind: 'system', task: 'nomination notices' } as const;
type NominationNews = { readonly nominationId: string; readonly event: NominationEvent; readonly version: number; readonly by: string };
type TermNews = { readonly termId: string; readonly event: TermEvent; readonly at: string; readonly by: string };
/** Longest words that a notice takes along. */
const WORDS = 200;
/** Where somebody finds the pools that they are in. */
export const MY_POOLS = '/me#pools';
const DAY = 86_400_000;

/** Tells people what they are asked and became, and those who decide what waits. Nobody is told of what they did themselves. */
@Injectable()
export class NominationNotices implements OnModuleInit {
  constructor(
    private readonly rows: NominationsRepository, private readonly terms: TermDetailsRepository, private readonly grants: GrantsRepository, private readonly notices: NoticesService, private readonly worker: JobWorker, private readonly work: UnitOfWork, private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.worker.register<NominationNews>({ kind: 'notice.nomination', run: (run) => this.tell(run) });
    this.worker.register<TermNews>({ kind: 'notice.pool_term', run: (run) => this.tellOfTerm(run) });
    this.worker.register({ kind: 'pool-terms.daily', run: (run) => this.daily(run) });
    this.worker.every('pool-terms.daily', dailyAt('08:50'));
  }

  private async tell(run: JobRun<NominationNews>): Promise<void> {
    const { nominationId, event, version, by } = run.payload;
    const row = await this.rows.findFor(system, nominationId);
    const told = row ? await this.audienceOf(row, event) : [];
    await this.work.run(async () => {
      if (row) {
        for (const { accountIds, link } of told) {
          await this.notices.deliver(accountIds.filter((accountId) => accountId !== by), { eventKey: `nomination_${event}:${nominationId}:${version}`, kind: `nomination_${event}`, link, params: { name: row.personName, pool: row.poolName, unit: row.unitName ?? row.submittedByName ?? '', text: excerpt(row.reason ?? '', WORDS) } });
        }
      }
      await run.finish();
    });
  }
  /** The person by the portal, staff by the back office. */
  private async audienceOf(row: NominationRow, event: NominationEvent): Promise<{ accountIds: string[]; link: string }[]> {
    const [person, office] = [{ accountIds: [row.personId], link: MY_POOLS }, `/nominations/${row.id}`];
    const today = this.clock.today();
    const unit = async () => ({ accountIds: row.unitPath !== null ? await this.rows.liaisonsOf(row.unitPath, today) : row.submittedBy === null ? [] : [row.submittedBy], link: office });
    const notPerson = async () => { const { accountIds, link } = await unit(); return { accountIds: accountIds.filter((id) => id !== row.personId), link }; };
    switch (event) {
      case 'consent': return [person];
      case 'recommended': return [{ accountIds: row.countyId !== null ? await this.grants.officeAccountsOf(row.countyId, today) : await this.keepersOf(row), link: office }];
      case 'reviewed': return [{ accountIds: await this.keepersOf(row), link: office }];
      case 'refused': return [await notPerson()];
      case 'returned': return Number(row.own) === 1 ? [person] : [await notPerson()];
      case 'declined': case 'appointed': return Number(row.own) === 1 ? [person] : [person, await notPerson()];
    }
  }

  private async tellOfTerm(run: JobRun<TermNews>): Promise<void> {
    const { termId, event, at, by } = run.payload;
    const row = await this.terms.findFor(system, termId);
    const toKeepers = event === 'answered' || event === 'left' || event === 'given_up';
    const told = !row ? [] : toKeepers ? await this.keepersOf(row) : [row.personId];
    await this.work.run(async () => {
      if (row) await this.notices.deliver(told.filter((accountId) => accountId !== by), { eventKey: `pool_term_${event}:${termId}:${at}`, kind: `pool_term_${event}`, link: toKeepers ? `/pool-terms/${termId}` : MY_POOLS, params: { name: row.personName, pool: row.poolName, day: row.toDay ?? '', text: excerpt((event === 'ended' || event === 'given_up' ? row.endedReason : row.suspendedReason) ?? '', WORDS) } });
      await run.finish();
    });
  }
  /** Sixty days before the last one and again fourteen: the person, and with one message a pool and day whoever keeps it. */
  private async daily(run: JobRun): Promise<void> {
    const today = this.clock.today();
    const until = new Date(Date.parse(`${today}T00:00:00Z`) + TERM_REMINDERS[0] * DAY).toISOString().slice(0, 10);
    const rows = (await this.terms.ending(today, until)).map((row) => ({ row, last: row.toDay ?? today, days: TERM_REMINDERS.filter((days) => daysBetween(today, row.toDay ?? today) <= days).at(-1) ?? TERM_REMINDERS[0] }));
    const groups = new Map<string, { row: TermDetailRow; last: string; days: number; count: number }>();
    for (const { row, last, days } of rows) groups.set(`${row.poolId}:${days}:${last}`, { row, last, days, count: (groups.get(`${row.poolId}:${days}:${last}`)?.count ?? 0) + 1 });
    const keepers = new Map<string, string[]>();
    for (const { row } of groups.values()) if (!keepers.has(row.poolId)) keepers.set(row.poolId, await this.keepersOf(row));
    await this.work.run(async () => {
      for (const { row, last, days } of rows) await this.notices.deliver([row.personId], { eventKey: `pool_term_ending:${row.id}:${days}`, kind: 'pool_term_ending', link: MY_POOLS, params: { pool: row.poolName, day: last } });
      for (const [key, { row, last, count }] of groups) await this.notices.deliver(keepers.get(row.poolId) ?? [], { eventKey: `pool_term_members_ending:${key}`, kind: 'pool_term_members_ending', link: '/pool-renewals', params: { pool: row.poolName, day: last, count } });
      await run.finish();
    });
  }
  private keepersOf({ ownerUnitId, ownerDivisionId, ownerPath }: PoolOwner): Promise<string[]> {
    const today = this.clock.today();
    if (ownerUnitId !== null) return this.rows.liaisonsOf(ownerPath ?? '', today);
    return ownerDivisionId !== null ? this.grants.officeAccountsOf(ownerDivisionId, today) : this.grants.officeAccounts(today);
  }
}
