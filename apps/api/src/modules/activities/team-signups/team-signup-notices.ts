import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Notice } from '@kepu/contracts';
import { Clock } from '../../../platform/clock/index.js';
import { fromDbTime, UnitOfWork } from '../../../platform/database/index.js';
import { JobWorker, type JobRun } from '../../../platform/jobs/index.js';
import { Guardians } from '../../guardians/index.js';
import { excerpt, NoticesService } from '../../notices/index.js';
import { MY_TEAMS } from '../../teams/index.js';
import { SignupNewsRepository } from '../signup-news.repository.js';
import { TeamSignupsRepository } from './team-signups.repository.js';

type Event = 'asked' | 'comes' | 'declined' | 'called_off' | 'refused' | 'taken_along' | 'consent_wanted';
type TeamSignupNews = { readonly event: Event; readonly teamId: string; readonly positionId: string; readonly volunteerIds: readonly string[]; readonly by: string };
/** What is told with its reason. The others may be told late, when the row bears the reason of somebody else's deed. */
const reasoned: ReadonlySet<Event> = new Set(['declined', 'called_off', 'refused']);
/** Longest words that a notice takes along. */
const WORDS = 200;

/** Tells leaders what units ask and decide, units which teams come, and members what their leader has done for them. Nobody is told of what they did themselves. */
@Injectable()
export class TeamSignupNotices implements OnModuleInit {
  constructor(
    private readonly rows: TeamSignupsRepository, private readonly news: SignupNewsRepository, private readonly guardians: Guardians, private readonly notices: NoticesService, private readonly worker: JobWorker, private readonly work: UnitOfWork, private readonly clock: Clock,
  ) {}

  onModuleInit(): void { this.worker.register<TeamSignupNews>({ kind: 'notice.team_signup', run: (run) => this.tell(run) }); }

  private async tell(run: JobRun<TeamSignupNews>): Promise<void> {
    const { event, teamId, positionId, volunteerIds, by } = run.payload;
    const row = await this.rows.of(teamId, positionId);
    const keepers = row && (event === 'comes' || event === 'declined' || event === 'called_off') ? await this.news.keepers(row.activityId, this.clock.today()) : [];
    const guardians = event === 'consent_wanted' ? [...(await this.guardians.of(volunteerIds)).values()].flat().flatMap(({ guardianId }) => guardianId ?? []) : [];
    await this.work.run(async () => {
      if (row) {
        const activity = `/activities/${row.activityId}`;
        const [told, link]: readonly [readonly string[], string] = event === 'asked' || event === 'refused' ? [[row.leaderId ?? ''], MY_TEAMS] : event === 'taken_along' ? [volunteerIds, '/me'] : event === 'consent_wanted' ? [[...new Set([...volunteerIds, ...guardians])], activity] : [keepers, `${activity}/show`];
        const kind: Notice['kind'] = `team_${event}`;
        await this.notices.deliver(told.filter((id) => id !== '' && id !== by), { eventKey: `${kind}:${run.id}`, kind, link, params: { name: row.teamName, title: row.title, time: fromDbTime(row.startsAt), text: reasoned.has(event) ? excerpt(row.reason ?? '', WORDS) : '' } });
      }
      await run.finish();
    });
  }
}
