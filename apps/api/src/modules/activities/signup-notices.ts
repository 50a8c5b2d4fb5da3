import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Notice } from '@kepu/contracts';
import { Clock } from '../../platform/clock/index.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { JobWorker, type JobRun } from '../../platform/jobs/index.js';
import { excerpt, NoticesService } from '../notices/index.js';
import { MY_CREDENTIALS, MY_POOLS } from '../talents/index.js';
import { realNameWanted } from './real-name-reminders.js';
import { SignupNewsRepository, type SignupNews } from './signup-news.repository.js';
import type { LapsedProof } from './signup-requests.service.js';

/** What happened to sign-ups. */
export type SignupEvent = 'confirmed' | 'waiting' | 'refused' | 'withdrawn' | 'clashed' | 'lapsed' | 'passed';
type SignupJob = { event: SignupEvent; signupIds: readonly string[]; otherActivityId?: string; proof?: LapsedProof['proof'] };
type Said = Pick<Notice, 'kind' | 'params'>;

/** Tells volunteers and units what happened to sign-ups. Times stand as instants: the page says them as people do. */
@Injectable()
export class SignupNotices implements OnModuleInit {
  constructor(
    private readonly notices: NoticesService, private readonly news: SignupNewsRepository, private readonly worker: JobWorker, private readonly work: UnitOfWork, private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.worker.register<SignupJob>({ kind: 'notice.signup', run: (run) => this.signups(run) });
    this.worker.register<{ activityId: string }>({ kind: 'notice.signups_requested', run: (run) => this.requested(run) });
  }

  private async signups(run: JobRun<SignupJob>): Promise<void> {
    const { event, signupIds, otherActivityId, proof } = run.payload;
    const rows = await this.news.signups(signupIds);
    const other = otherActivityId ? await this.news.titleOf(otherActivityId) : '';
    const keepers = (event === 'withdrawn' || event === 'lapsed') && rows[0] ? await this.news.keepers(rows[0].activityId, this.clock.today()) : [];
    await this.work.run(async () => {
      for (const row of rows) {
        const [told, link] = event === 'withdrawn' ? [keepers, `/activities/${row.activityId}/show`] : [[row.volunteerId], event !== 'lapsed' ? '/me' : proof === 'pool' ? MY_POOLS : MY_CREDENTIALS];
        // A job happens once, so it is what tells one confirmation from the next.
        await this.notices.deliver(told, { eventKey: `signup:${run.id}:${row.id}`, link, ...said(event, row, other) });
        if (event === 'lapsed') await this.notices.deliver(keepers, { eventKey: `signup:${run.id}:${row.id}:unit`, link: `/activities/${row.activityId}/show`, kind: 'signup_lapsed_unit', params: { name: row.volunteerName, title: row.title, time: row.startsAt, text: excerpt(row.reason ?? '') } });
        if (event === 'confirmed' && Number(row.named) === 0) await this.notices.deliver([row.volunteerId], realNameWanted(this.clock.today()));
      }
      await run.finish();
    });
  }

  private async requested(run: JobRun<{ activityId: string }>): Promise<void> {
    const { activityId } = run.payload;
    const activity = await this.news.requests(activityId);
    // The unit was faster, or they have thought better of it.
    if (!activity || activity.count === 0) return;
    const keepers = await this.news.keepers(activityId, this.clock.today());
    await this.work.run(async () => {
      await this.notices.deliver(keepers, { eventKey: `signups_requested:${run.id}`, kind: 'signup_requested', link: `/activities/${activityId}/show`, params: { title: activity.title, count: activity.count } });
      await run.finish();
    });
  }
}

const said = (event: SignupEvent, row: SignupNews, other: string): Said => {
  const { title, startsAt: time, place } = row;
  switch (event) {
    case 'confirmed': return { kind: 'signup_confirmed', params: { title, time, place } };
    case 'waiting': return { kind: 'signup_waiting', params: { title } };
    case 'refused': return { kind: 'signup_refused', params: { title, text: excerpt(row.reason ?? '') } };
    case 'withdrawn': return { kind: 'signup_withdrawn', params: { name: row.volunteerName, title, time } };
    case 'lapsed': return { kind: 'signup_lapsed', params: { title, time, text: excerpt(row.reason ?? '') } };
    case 'passed': return { kind: 'signup_passed', params: { title, time } };
    case 'clashed': return { kind: 'signup_clashed', params: { title, time, other } };
  }
};
