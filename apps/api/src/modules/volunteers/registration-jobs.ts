import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Notice } from '@kepu/contracts';
import { UnitOfWork } from '../../platform/database/index.js';
import { JobWorker, type JobRun } from '../../platform/jobs/index.js';
import { Failpoints } from '../../platform/test-control/failpoints.js';
import { excerpt, NoticesService } from '../notices/index.js';
import { RegistrationDependents } from './registration-dependents.js';
import { StandingsRepository } from './standings.repository.js';
import { VolunteerMergesRepository } from './volunteer-merges.repository.js';
import { VolunteersRepository } from './volunteers.repository.js';

/** A decision about a registration is told almost whole. */
const EXCERPT = 120;

/** What follows from a step in the standing: the person is told, and what was done under a void registration is taken back; and from a merge. */
@Injectable()
export class RegistrationJobs implements OnModuleInit {
  constructor(
    private readonly standings: StandingsRepository, private readonly volunteers: VolunteersRepository, private readonly merges: VolunteerMergesRepository, private readonly dependents: RegistrationDependents, private readonly notices: NoticesService, private readonly worker: JobWorker,
    private readonly work: UnitOfWork, private readonly failpoints: Failpoints,
  ) {}

  onModuleInit(): void {
    this.worker.register<{ actId: string }>({ kind: 'notice.registration', run: (run) => this.tell(run) });
    this.worker.register<{ volunteerId: string }>({ kind: 'notice.birth_date_corrected', run: (run) => this.tellBirth(run) });
    this.worker.register<{ fromId: string }>({ kind: 'notice.registrations_merged', run: (run) => this.tellMerge(run) });
    this.worker.register<{ volunteerId: string; by: string }>({ kind: 'volunteer.take_back', run: (run) => this.takeBack(run) });
  }

  private async tell(run: JobRun<{ actId: string }>): Promise<void> {
    const act = await this.standings.find(run.payload.actId);
    if (!act) return;
    const kind: Notice['kind'] = act.action === 'unfreeze' ? 'registration_unfrozen' : 'registration_frozen';
    await this.deliver(run, act.volunteerId, { eventKey: `registration:${act.id}`, kind, params: { text: excerpt(act.note, EXCERPT) } });
  }

  private async tellBirth(run: JobRun<{ volunteerId: string }>): Promise<void> {
    const volunteer = await this.volunteers.find(run.payload.volunteerId);
    if (volunteer) await this.deliver(run, volunteer.id, { eventKey: `birth_date:${run.id}`, kind: 'birth_date_corrected', params: { day: volunteer.bornOn } });
  }

  private async tellMerge(run: JobRun<{ fromId: string }>): Promise<void> {
    const merge = await this.merges.find(run.payload.fromId);
    if (merge) await this.deliver(run, merge.intoId, { eventKey: `merged:${merge.fromId}`, kind: 'registrations_merged', params: { from: merge.fromNumber, number: merge.number } });
  }

  private async deliver(run: Pick<JobRun, 'finish'>, personId: string, message: { eventKey: string; kind: Notice['kind']; params: Notice['params'] }): Promise<void> {
    await this.work.run(async () => {
      await this.notices.deliver([personId], { ...message, link: '/me' });
      await run.finish();
    });
  }

  /** In portions, each a unit: killed at any point it goes on where it was. */
  private async takeBack(run: JobRun<{ volunteerId: string; by: string }>): Promise<void> {
    const { volunteerId, by } = run.payload;
    while ((await this.work.run(() => this.dependents.takeBack(by, volunteerId))) > 0) {
      this.failpoints.reach('volunteer.take_back');
      run.signal.throwIfAborted();
    }
  }
}
