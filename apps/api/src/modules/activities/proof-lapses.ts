import { Injectable, type OnModuleInit } from '@nestjs/common';
import { label } from '@kepu/contracts/labels';
import { shanghaiTime } from '@kepu/domain';
import { credentialGap, isMember } from '@kepu/matching';
import { Clock } from '../../platform/clock/index.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { dailyAt, JobWorker, type JobRun } from '../../platform/jobs/index.js';
import { CredentialDirectory, PoolDirectory } from '../talents/index.js';
import { ProofLapseRows, type DemandingSignup } from './proof-lapses.repository.js';
import { SignupRequests, type LapsedProof } from './signup-requests.service.js';

const system = { kind: 'system', task: 'credentials' } as const;
type Whose = { personId: string | null; activityId: string | null };

/**
 * A certificate or a term in a pool that does not hold on the day of service any more (it was given back or taken out, it was ended or held, its days were put right, or the shift was moved beyond
 * them) opens the place again: the person and the unit are told, and the next who waits has it.
 */
@Injectable()
export class ProofLapses implements OnModuleInit {
  constructor(
    private readonly rows: ProofLapseRows, private readonly credentials: CredentialDirectory, private readonly pools: PoolDirectory, private readonly requests: SignupRequests, private readonly worker: JobWorker, private readonly work: UnitOfWork, private readonly clock: Clock,
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
        if (again) await this.requests.lapse(system, signup.volunteerId, signup.id, again);
      });
    }
    await this.work.run(() => run.finish());
  }

  private async lapsed(signups: readonly DemandingSignup[]): Promise<({ signup: DemandingSignup } & LapsedProof)[]> {
    if (signups.length === 0) return [];
    const people = [...new Set(signups.map(({ volunteerId }) => volunteerId))];
    const [held, { implied, nameOf }, memberships, pools] = [await this.credentials.facts(people), await this.credentials.known(), await this.pools.memberships(people), await this.pools.known()];
    return signups.flatMap((signup): ({ signup: DemandingSignup } & LapsedProof)[] => {
      const { day } = shanghaiTime(signup.startsAt);
      const kinds = signup.credentialIds.filter((kindId) => credentialGap(kindId, held.get(signup.volunteerId) ?? [], day, implied) !== null).map(nameOf);
      if (kinds.length > 0) return [{ signup, proof: 'certificate', reason: label('zh-CN', 'terms.credentialLapsed', { kinds: kinds.join('、') }) }];
      return isMember(signup.poolIds, memberships.get(signup.volunteerId) ?? [], day) ? [] : [{ signup, proof: 'pool', reason: label('zh-CN', 'terms.membershipLapsed', { pools: signup.poolIds.map(pools.nameOf).join('、') }) }];
    });
  }
}
