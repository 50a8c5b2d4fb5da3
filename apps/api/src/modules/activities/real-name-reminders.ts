import { Injectable, type OnModuleInit } from '@nestjs/common';
import { AuditTrail } from '../../platform/audit/index.js';
import type { PersonActor } from '../../platform/auth/actor.js';
import { auditActor } from '../../platform/auth/audit-actor.js';
import { Clock } from '../../platform/clock/index.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { JobWorker, Jobs, type JobRun } from '../../platform/jobs/index.js';
import { NoticesService } from '../notices/index.js';
import { ShiftAccess } from './roster-access.js';
import { RosterRepository } from './roster.repository.js';

/** Once a day for each person, whoever asks. */
export const realNameWanted = (day: string) => ({ eventKey: `real_name_wanted:${day}`, kind: 'real_name_wanted', params: {}, link: '/me/real-name' }) as const;

/** Asks people on a tick list for their real name: their hours wait for it. */
@Injectable()
export class RealNameReminders implements OnModuleInit {
  constructor(
    private readonly access: ShiftAccess, private readonly rosters: RosterRepository, private readonly notices: NoticesService, private readonly worker: JobWorker, private readonly jobs: Jobs, private readonly audit: AuditTrail,
    private readonly work: UnitOfWork, private readonly clock: Clock,
  ) {}

  onModuleInit(): void { this.worker.register<{ shiftId: string; day: string }>({ kind: 'notice.real_name_wanted', run: (run) => this.tell(run) }); }

  /** Answers how many are asked. */
  async remind(actor: PersonActor, shiftId: string): Promise<{ reminded: number }> {
    await this.access.demandLeader(actor, shiftId);
    const people = await this.rosters.unnamed(shiftId);
    const day = this.clock.today();
    if (people.length > 0) {
      await this.work.run(async () => {
        await this.jobs.enqueue('notice.real_name_wanted', { shiftId, day });
        await this.audit.record({ actor: auditActor(actor), action: 'real_name.reminded', subjectKind: 'shift', subjectId: shiftId, before: null, after: { people: people.length } });
      });
    }
    return { reminded: people.length };
  }

  private async tell(run: JobRun<{ shiftId: string; day: string }>): Promise<void> {
    const people = await this.rosters.unnamed(run.payload.shiftId);
    await this.work.run(async () => {
      await this.notices.deliver(people, realNameWanted(run.payload.day));
      await run.finish();
    });
  }
}
