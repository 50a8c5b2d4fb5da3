import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../../../platform/clock/index.js';
import { UnitOfWork } from '../../../platform/database/index.js';
import { JobWorker, type JobRun } from '../../../platform/jobs/index.js';
import { GrantsRepository } from '../../identity/index.js';
import { excerpt, NoticesService } from '../../notices/index.js';
import { NominationsRepository } from '../nominations/nominations.repository.js';
import { TalksRepository, type TalkRow } from './talks.repository.js';
import type { TalkEvent } from './talk-writing.js';

type TalkNews = { readonly talkId: string; readonly event: TalkEvent; readonly version: number; readonly by: string };
/** Longest words that a notice takes along. */
const WORDS = 200;

/** Tells whoever keeps a pool what waits, and lecturers what became of their talks. Nobody is told of what they did themselves. */
@Injectable()
export class TalkNotices implements OnModuleInit {
  constructor(
    private readonly rows: TalksRepository, private readonly nominations: NominationsRepository, private readonly grants: GrantsRepository, private readonly notices: NoticesService, private readonly worker: JobWorker, private readonly work: UnitOfWork, private readonly clock: Clock,
  ) {}

  onModuleInit(): void { this.worker.register<TalkNews>({ kind: 'notice.talk', run: (run) => this.tell(run) }); }

  private async tell(run: JobRun<TalkNews>): Promise<void> {
    const { talkId, event, version, by } = run.payload;
    const [row] = await this.rows.byIds([talkId], this.clock.today());
    const toKeepers = event === 'submitted';
    const told = !row ? [] : toKeepers ? await this.keepersOf(row) : [row.lecturerId];
    const text = excerpt((event === 'returned' ? row?.returnedReason : row?.withdrawnReason) ?? '', WORDS);
    await this.work.run(async () => {
      if (row) await this.notices.deliver(told.filter((accountId) => accountId !== by), { eventKey: `talk_${event}:${talkId}:${version}`, kind: `talk_${event}`, link: toKeepers ? `/talks/${talkId}` : '/me/talks', params: { name: row.lecturerName, title: row.title, text } });
      await run.finish();
    });
  }
  private keepersOf({ ownerUnitId, ownerDivisionId, ownerPath }: TalkRow): Promise<string[]> {
    const today = this.clock.today();
    if (ownerUnitId !== null) return this.nominations.liaisonsOf(ownerPath ?? '', today);
    return ownerDivisionId !== null ? this.grants.officeAccountsOf(ownerDivisionId, today) : this.grants.officeAccounts(today);
  }
}
