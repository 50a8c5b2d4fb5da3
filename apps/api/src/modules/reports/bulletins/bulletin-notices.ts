import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../../../platform/clock/index.js';
import { UnitOfWork } from '../../../platform/database/index.js';
import { JobWorker, type JobRun } from '../../../platform/jobs/index.js';
import { GrantsRepository } from '../../identity/index.js';
import { NoticesService } from '../../notices/index.js';
import { SignOffsService } from '../../plans/index.js';
import { BulletinsRepository } from './bulletins.repository.js';
import type { BulletinEvent } from './bulletins.service.js';

const system = { kind: 'system', task: 'bulletin notices' } as const;
type BulletinNews = { bulletinId: string; event: BulletinEvent; version: number; by: string };

/** Tells the leader what waits, whoever wrote it what became of it, and the units what was issued; what is for the meeting is told to the leader alone. Nobody is told of what they did themselves. */
@Injectable()
export class BulletinNotices implements OnModuleInit {
  constructor(
    private readonly rows: BulletinsRepository, private readonly grants: GrantsRepository, private readonly signOffs: SignOffsService, private readonly notices: NoticesService, private readonly worker: JobWorker, private readonly work: UnitOfWork, private readonly clock: Clock,
  ) {}

  onModuleInit(): void { this.worker.register<BulletinNews>({ kind: 'notice.bulletin', run: (run) => this.tell(run) }); }

  private async tell(run: JobRun<BulletinNews>): Promise<void> {
    const { bulletinId, event, version, by } = run.payload;
    const row = await this.rows.findFor(system, bulletinId, 'bulletin:read');
    const told = !row ? [] : event === 'awaiting' ? await this.grants.leaderAccounts(this.clock.today()) : event === 'approved' || event === 'turned_down' ? [row.createdById] : row.kind === 'meeting' ? await this.grants.leaderAccounts(this.clock.today()) : await this.signOffs.liaisonAccounts(row.planId);
    await this.work.run(async () => {
      if (row) {
        await this.notices.deliver(told.filter((accountId) => accountId !== by), {
          eventKey: `bulletin_${event}:${bulletinId}:${version}`, kind: `bulletin_${event}`, link: `/bulletins/${bulletinId}`, params: { title: row.title, number: row.number ?? '', text: (event === 'turned_down' ? row.turnedDownReason : event === 'withdrawn' ? row.withdrawnReason : null) ?? '' },
        });
      }
      await run.finish();
    });
  }
}
