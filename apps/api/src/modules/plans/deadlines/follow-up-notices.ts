import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Notice } from '@kepu/contracts';
import { addWorkdays, WRITTEN_WORKDAYS } from '@kepu/domain';
import { Clock } from '../../../platform/clock/index.js';
import { UnitOfWork } from '../../../platform/database/index.js';
import { dailyAt, JobWorker, type JobRun } from '../../../platform/jobs/index.js';
import { GrantsRepository } from '../../identity/index.js';
import { excerpt, NoticesService } from '../../notices/index.js';
import { UnitDirectory } from '../../units/index.js';
import { CloseOutsRepository } from '../close-outs/close-outs.repository.js';
import { UnitReportsRepository } from '../unit-reports.repository.js';
import { dayOf } from './adjustment.mapper.js';
import { AdjustmentsRepository, type AdjustmentRow } from './adjustments.repository.js';
import type { FollowedRow } from './followed.js';

const system = { kind: 'system', task: 'follow-up notices' } as const;
/** What happened to an adjustment or a close-out: flat, of ids. */
type FollowUpEvent = { object: 'adjustment' | 'close_out'; id: string; event: string; version: number; by: string };
type Told = FollowedRow & { readonly creatorId: string; readonly askerId: string | null; readonly decisionNote: string | null };
const whatIsAsked = ({ askedDay, content, reason }: AdjustmentRow): string => excerpt([askedDay, content ?? reason].filter(Boolean).join('　'));

/** Tells both sides of what is asked for, decided, said and opened again. Nobody is told of what they did themselves. */
@Injectable()
export class FollowUpNotices implements OnModuleInit {
  constructor(
    private readonly notices: NoticesService, private readonly adjustments: AdjustmentsRepository, private readonly closeOuts: CloseOutsRepository, private readonly reports: UnitReportsRepository, private readonly grants: GrantsRepository, private readonly units: UnitDirectory,
    private readonly worker: JobWorker, private readonly work: UnitOfWork, private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.worker.register<FollowUpEvent>({ kind: 'notice.follow_up', run: (run) => this.tell(run) });
    this.worker.register({ kind: 'follow_ups.daily', run: (run) => this.daily(run) });
    this.worker.every('follow_ups.daily', dailyAt('08:45'));
  }

  private async tell(run: JobRun<FollowUpEvent>): Promise<void> {
    const { object, id, event, version, by } = run.payload;
    const adjustment = object === 'adjustment' ? await this.adjustments.findFor(system, id, 'adjustment:read') : null;
    const closeOut = object === 'close_out' ? await this.closeOuts.findFor(system, id, 'close-out:read') : null;
    const row = adjustment ?? closeOut;
    if (!row) return;
    const text = adjustment ? (event === 'checking' || event === 'asked' ? whatIsAsked(adjustment) : event === 'oral' ? excerpt(adjustment.reason) : excerpt(adjustment.decisionNote ?? '')) : excerpt((event === 'reopened' ? closeOut?.reopenedReason : closeOut?.decisionNote) ?? '');
    const params: Notice['params'] = { unit: row.unitName, item: excerpt(row.text), text, ...(adjustment ? { kind: `terms.adjustmentKinds.${adjustment.kind}`, day: adjustment.grantedDay ?? adjustment.dayBefore, by: adjustment.saidBy ?? '' } : {}) };
    const told = await this.toldOf(row, event);
    await this.work.run(async () => {
      await this.notices.deliver(told.filter((accountId) => accountId !== by), { eventKey: `${object}_${event}:${id}:${version}`, kind: `${object}_${event}` as Notice['kind'], link: event === 'asked' ? `/plans/${row.planId}/follow-ups` : `/items/${row.itemId}/show`, params });
      await run.finish();
    });
  }
  private async toldOf(row: Told, event: string): Promise<string[]> {
    const today = this.clock.today();
    if (event === 'asked') return this.grants.officeAccountsOf(row.officeId, today);
    if (event === 'checking') return (await this.reports.approversOf(row.unitPath, today)).map(({ accountId }) => accountId);
    const liaisons = (await this.reports.liaisonsFor([{ id: row.unitId, path: row.unitPath }], today)).get(row.unitId) ?? [];
    // Those who asked are told while they still belong to it; what somebody said concerns the liaisons alone.
    return [...new Set([...(event === 'oral' ? [] : [row.creatorId, row.askerId]), ...liaisons])].filter((one) => one !== null);
  }

  /** What was said by word of mouth should be in writing after some workdays: the office is reminded once. */
  private async daily(run: JobRun): Promise<void> {
    const [today, calendar] = [this.clock.today(), await this.units.calendar()];
    const due = (await this.adjustments.unwritten()).filter(({ createdAt }) => today >= addWorkdays(dayOf(createdAt), WRITTEN_WORKDAYS, calendar).value);
    const offices = new Map<string, string[]>();
    for (const officeId of new Set(due.map((one) => one.officeId))) offices.set(officeId, await this.grants.officeAccountsOf(officeId, today));
    await this.work.run(async () => {
      for (const { instructionId, planId, officeId, saidBy, text } of due) await this.notices.deliver(offices.get(officeId) ?? [], { eventKey: `adjustment_unwritten:${instructionId}`, kind: 'adjustment_unwritten', link: `/plans/${planId}/follow-ups`, params: { by: saidBy, text: excerpt(text) } });
      await run.finish();
    });
  }
}
