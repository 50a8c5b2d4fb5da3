import { Injectable, type OnModuleInit } from '@nestjs/common';
import { addDays, adultsBornBy, WILLING_ASK_DAYS } from '@kepu/domain';
import { Clock } from '../../platform/clock/index.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { dailyAt, JobWorker, type JobRun } from '../../platform/jobs/index.js';
import { NoticesService } from '../notices/index.js';
import { VolunteersRepository } from './volunteers.repository.js';

/** How many are asked in one unit of work. */
const AT_ONCE = 200;
const DAY_MS = 86_400_000;

/** Asks each volunteer of age once a year whether they still want to serve: one tap on the own page is the answer. */
@Injectable()
export class WillingnessQuestions implements OnModuleInit {
  constructor(private readonly volunteers: VolunteersRepository, private readonly notices: NoticesService, private readonly worker: JobWorker, private readonly work: UnitOfWork, private readonly clock: Clock) {}

  onModuleInit(): void {
    this.worker.register({ kind: 'volunteers.willingness', run: (run) => this.ask(run) });
    this.worker.every('volunteers.willingness', dailyAt('09:00'));
  }

  /** In portions, each a unit: killed at any point it goes on with those who are left. */
  private async ask(run: JobRun): Promise<void> {
    const today = this.clock.today();
    const since = new Date(this.clock.now().getTime() - WILLING_ASK_DAYS * DAY_MS);
    for (;;) {
      const ids = await this.volunteers.unasked(since, adultsBornBy(today), AT_ONCE);
      if (ids.length === 0) break;
      await this.work.run(async () => {
        await this.volunteers.ask(ids, today);
        await this.notices.deliver(ids, { eventKey: `still_willing:${today}`, kind: 'still_willing', params: { day: addDays(today, -WILLING_ASK_DAYS) }, link: '/me#profile' });
      });
      run.signal.throwIfAborted();
    }
    await this.work.run(() => run.finish());
  }
}
