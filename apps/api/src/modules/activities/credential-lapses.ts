import { Injectable, type OnModuleInit } from '@nestjs/common';
import { label } from '@kepu/contracts/labels';
import { shanghaiTime } from '@kepu/domain';
import { credentialGap } from '@kepu/matching';
import { Clock } from '../../platform/clock/index.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { dailyAt, JobWorker, type JobRun } from '../../platform/jobs/index.js';
import { CredentialDirectory } from '../talents/index.js';
import { CredentialLapseRows, type DemandingSignup } from './credential-lapses.repository.js';
import { SignupRequests } from './signup-requests.service.js';

const system = { kind: 'system', task: 'credentials' } as const;
type Whose = { personId: string | null; activityId: string | null };

/**
 * A certificate that does not hold on the day of service any more (it was given back or taken out, its days were put right, or the shift was moved beyond them)
 * opens the place again: the person and the unit are told, and the next who waits has it.
 */
@Injectable()
export class CredentialLapses implements OnModuleInit {
  constructor(
    private readonly rows: CredentialLapseRows, private readonly credentials: CredentialDirectory, private readonly requests: SignupRequests, private readonly worker: JobWorker, private readonly work: UnitOfWork, private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.worker.register<Whose>({ kind: 'credentials.lapse', run: (run) => this.check(run, run.payload) });
    this.worker.register({ kind: 'credentials.lapses_daily', run: (run) => this.check(run, { personId: null, activityId: null }) });
    this.worker.every('credentials.lapses_daily', dailyAt('06:20'));
  }

  private async check(run: Pick<JobRun, 'finish'>, whose: Whose): Promise<void> {
    for (const { signup } of await this.lapsed(await this.rows.coming(whose, this.clock.now()))) {
      await this.work.run(async () => {
        // Somebody may have left, or have put it right, since it was looked at.
        const still = (await this.rows.coming({ personId: signup.volunteerId, activityId: null }, this.clock.now())).filter(({ id }) => id === signup.id);
        const [again] = await this.lapsed(still);
        if (again) await this.requests.lapse(system, signup.volunteerId, signup.id, label('zh-CN', 'terms.credentialLapsed', { kinds: again.kinds.join('、') }));
      });
    }
    await this.work.run(() => run.finish());
  }

  private async lapsed(signups: readonly DemandingSignup[]): Promise<{ signup: DemandingSignup; kinds: string[] }[]> {
    if (signups.length === 0) return [];
    const [held, { implied, nameOf }] = [await this.credentials.facts([...new Set(signups.map(({ volunteerId }) => volunteerId))]), await this.credentials.known()];
    return signups.flatMap((signup) => {
      const { day } = shanghaiTime(signup.startsAt);
      const kinds = signup.credentialIds.filter((kindId) => credentialGap(kindId, held.get(signup.volunteerId) ?? [], day, implied) !== null).map(nameOf);
      return kinds.length > 0 ? [{ signup, kinds }] : [];
    });
  }
}
