import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../../platform/clock/index.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { Refusal } from '../../platform/errors/refusal.js';
import { everyMinutes, JobWorker } from '../../platform/jobs/index.js';
import { SignupRequests } from './signup-requests.service.js';
import { SignupsRepository } from './signups.repository.js';

/** Done in one turn; the rest in the next. */
const PORTION = 200;

/** Places that were held and not answered for go to the next of the list. */
@Injectable()
export class HeldPlacesClock implements OnModuleInit {
  constructor(private readonly rows: SignupsRepository, private readonly requests: SignupRequests, private readonly worker: JobWorker, private readonly work: UnitOfWork, private readonly clock: Clock) {}

  onModuleInit(): void {
    this.worker.register({ kind: 'signups.holds', run: () => this.turn() });
    this.worker.every('signups.holds', everyMinutes(10));
  }

  private async turn(): Promise<void> {
    for (const { id, volunteerId } of await this.rows.heldTooLong(this.clock.now(), PORTION)) {
      // Who answers at the same moment is first.
      await this.work.run(() => this.requests.pass(volunteerId, id)).catch((error: unknown) => { if (!(error instanceof Refusal)) throw error; });
    }
  }
}
