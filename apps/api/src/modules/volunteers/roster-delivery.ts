import { Injectable, type OnModuleInit } from '@nestjs/common';
import { label, type Locale } from '@kepu/contracts/labels';
import { Clock } from '../../platform/clock/index.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { dailyAt, JobWorker, type JobRun } from '../../platform/jobs/index.js';
import { SmsGateway } from '../../platform/messages/index.js';
import { Retention } from '../../platform/retention/index.js';
import { RosterEntries } from './roster-entries.service.js';
import { RosterEntriesRepository, type EntryRow } from './roster-entries.repository.js';
import { RosterImportsRepository } from './roster-imports.repository.js';
import { RosterSeals } from './roster-seals.js';

const AT_ONCE = 50;
/** Rosters whose rows go in one night. */
const ROSTERS = 500;

/** Brings questions to people where messages of ours reach phones, and lets go of what was kept for its time. The queue holds ids; numbers and links are made out here. */
@Injectable()
export class RosterDelivery implements OnModuleInit {
  constructor(
    private readonly rows: RosterEntriesRepository, private readonly imports: RosterImportsRepository, private readonly entries: RosterEntries, private readonly seals: RosterSeals, private readonly sms: SmsGateway, private readonly worker: JobWorker,
    private readonly retention: Retention, private readonly work: UnitOfWork, private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.worker.register<{ importId: string }>({ kind: 'roster.deliver', run: (run) => this.deliver(run) });
    this.worker.register<{ entryId: string }>({ kind: 'roster.remind', run: (run) => this.remind(run) });
    this.worker.register({ kind: 'roster.sweep', run: () => this.sweep() });
    this.retention.register('roster_rows', (before) => this.dropRows(before));
    this.retention.register('roster_entries', (before) => this.work.run(() => this.rows.forget(before)));
    this.worker.every('roster.sweep', dailyAt('03:40'));
  }

  private async deliver({ payload, signal }: JobRun<{ importId: string }>): Promise<void> {
    if (!this.sms.carriesText) return;
    while (!signal.aborted) {
      const rows = await this.rows.unsent(payload.importId, this.clock.now(), AT_ONCE);
      if (rows.length === 0) return;
      for (const row of rows) {
        // Marked before it goes: a process that dies in between has told somebody not at all, and nobody twice. The list offers a reminder.
        if (await this.work.run(() => this.rows.markSent(row.id, this.clock.now()))) await this.send(row, row.id);
      }
    }
  }

  private async remind({ payload }: JobRun<{ entryId: string }>): Promise<void> {
    const now = this.clock.now();
    const row = this.sms.carriesText ? await this.rows.openById(payload.entryId, now) : null;
    if (row) await this.send(row, `${row.id}.${row.remindedAt ?? ''}`);
  }

  private async send(row: EntryRow, id: string): Promise<void> {
    if (row.phoneSealed === null) return;
    const params = { name: row.name ?? '', body: row.body, link: this.entries.linkOf(row.id) };
    const text = (['zh-CN', 'en'] satisfies Locale[]).map((locale) => label(locale, 'rosterSheet.sms', params)).join('\n\n');
    await this.sms.send({ id, phone: this.seals.openPhone(row.id, row.phoneSealed), code: '', text });
  }

  private async sweep(): Promise<void> { await this.work.run(() => this.rows.expire(this.clock.now())); }

  /** Each roster in a unit of its own: there may be thousands of rows in one. */
  private async dropRows(before: Date): Promise<number> {
    const ids = await this.imports.outlived(before, ROSTERS);
    for (const id of ids) {
      await this.work.run(async () => {
        await this.imports.lapse(id);
        await this.imports.dropRows(id);
      });
    }
    return ids.length;
  }
}
