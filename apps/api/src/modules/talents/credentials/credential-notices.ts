import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Notice } from '@kepu/contracts';
import { addDays, CREDENTIAL_REMIND_DAYS, credentialReminder } from '@kepu/domain';
import { Clock } from '../../../platform/clock/index.js';
import { UnitOfWork } from '../../../platform/database/index.js';
import { dailyAt, JobWorker, type JobRun } from '../../../platform/jobs/index.js';
import { NoticesService } from '../../notices/index.js';
import { CredentialFactRows } from './credential-facts.repository.js';
import { CredentialsRepository } from './credentials.repository.js';

const system = { kind: 'system', task: 'credential notices' } as const;
type CredentialNews = { event: 'declared' | 'confirmed' | 'returned' | 'granted' | 'undone'; credentialId: string; version: number };
/** Where the own certificates stand in the portal. */
export const MY_CREDENTIALS = '/me#credentials';

/** Tells holders and those who confirm for them what happened to certificates, and what ends soon. */
@Injectable()
export class CredentialNotices implements OnModuleInit {
  constructor(
    private readonly rows: CredentialsRepository, private readonly facts: CredentialFactRows, private readonly notices: NoticesService, private readonly worker: JobWorker, private readonly work: UnitOfWork, private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.worker.register<CredentialNews>({ kind: 'notice.credential', run: (run) => this.tell(run) });
    this.worker.register({ kind: 'credentials.daily', run: (run) => this.remind(run) });
    this.worker.every('credentials.daily', dailyAt('08:45'));
  }

  private async tell(run: JobRun<CredentialNews>): Promise<void> {
    const { event, credentialId, version } = run.payload;
    const row = await this.rows.findFor(system, 'credential:read', credentialId);
    const toStaff = event === 'declared';
    const place = row && toStaff ? await this.facts.placeOf(row.accountId) : null;
    const told = !row ? [] : toStaff ? (place ? await this.facts.confirmers(place, this.clock.today()) : []).filter((accountId) => accountId !== row.accountId) : [row.accountId];
    await this.work.run(async () => {
      if (row) {
        const params: Notice['params'] = { kind: row.kindName, name: row.personName, text: row.returnedReason ?? '', day: row.toDay ?? '', title: row.courseTitle ?? '' };
        await this.notices.deliver(told, { eventKey: `credential_${event}:${credentialId}:${version}`, kind: `credential_${event}`, link: toStaff ? `/credentials/${credentialId}` : MY_CREDENTIALS, params });
      }
      await run.finish();
    });
  }

  /** Once for each of the two distances; a night that was missed is made up for. */
  private async remind(run: JobRun): Promise<void> {
    const today = this.clock.today();
    const ending = await this.facts.ending(today, addDays(today, Math.max(...CREDENTIAL_REMIND_DAYS)));
    const due = await Promise.all(ending.map(async (row) => ({ row, days: credentialReminder(row.toDay, today), staff: await this.facts.confirmers(row, today) })));
    await this.work.run(async () => {
      for (const { row, days, staff } of due) {
        if (days === null) continue;
        const params = { kind: row.kindName, day: row.toDay, name: row.personName };
        await this.notices.deliver([row.accountId], { eventKey: `credential_ending:${row.id}:${row.toDay}:${days}`, kind: 'credential_ending', link: MY_CREDENTIALS, params });
        await this.notices.deliver(staff.filter((id) => id !== row.accountId), { eventKey: `credential_ending_unit:${row.id}:${row.toDay}:${days}`, kind: 'credential_ending_unit', link: `/credentials/${row.id}`, params });
      }
      await run.finish();
    });
  }
}
