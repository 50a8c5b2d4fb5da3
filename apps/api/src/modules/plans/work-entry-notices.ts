import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../../platform/clock/index.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { JobWorker, type JobRun } from '../../platform/jobs/index.js';
import { NoticesService } from '../notices/index.js';
import { UnitDirectory } from '../units/index.js';
import { SignOffsRepository } from './sign-offs.repository.js';
import { WorkEntriesRepository } from './work-entries.repository.js';
import type { WorkEntryEvent } from './work-entry-steps.js';

const system = { kind: 'system', task: 'work entry notices' } as const;
type EntryEvent = { entryId: string; event: WorkEntryEvent; version: number; by: string };

/** Tells those who check of what is handed in, and the unit of what became of it. Nobody is told of what they did themselves. */
@Injectable()
export class WorkEntryNotices implements OnModuleInit {
  constructor(
    private readonly notices: NoticesService, private readonly rows: WorkEntriesRepository, private readonly units: UnitDirectory, private readonly signOffs: SignOffsRepository,
    private readonly worker: JobWorker, private readonly work: UnitOfWork, private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.worker.register<EntryEvent>({ kind: 'notice.work_entry', run: (run) => this.tell(run) });
  }

  private async tell(run: JobRun<EntryEvent>): Promise<void> {
    const { entryId, event, version, by } = run.payload;
    const found = await this.rows.findFor(system, entryId, 'work-entry:read');
    if (!found) return;
    const { row, unitDivision } = found;
    const unit = (await this.units.unitsByIds([row.unitId])).get(row.unitId);
    const told = event === 'submitted' ? await this.rows.checkersOf(unitDivision, this.clock.today())
      : [row.createdBy, ...(await this.signOffs.liaisonsOf([row.unitId], this.clock.today())).map((liaison) => liaison.accountId)];
    const text = event === 'returned' ? row.returnedReason : event === 'revoked' ? row.revokedReason : '';
    // Handed in again meanwhile: there is nothing left to tell.
    if (text === null) return;
    await this.work.run(async () => {
      await this.notices.deliver(told.filter((accountId) => accountId !== by), {
        eventKey: `work_entry_${event}:${entryId}:${version}`, kind: `work_entry_${event}`, link: `/work-entries/${entryId}`, params: { unit: unit?.name ?? '', title: row.title, text },
      });
      await run.finish();
    });
  }
}
