import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Dependents } from '@kepu/contracts';
import { label } from '@kepu/contracts/labels';
import type { Actor } from '../../platform/auth/actor.js';
import { Clock } from '../../platform/clock/index.js';
import { RegistrationDependents, type RegistrationDependent } from '../volunteers/index.js';
import { SignupPersonRows } from './signup-person-data.repository.js';
import { SignupRequests } from './signup-requests.service.js';

/** Places ahead, which end with a registration that does not hold. Whoever was there already stays on the list. */
@Injectable()
export class SignupRelease implements RegistrationDependent, OnModuleInit {
  constructor(private readonly dependents: RegistrationDependents, private readonly rows: SignupPersonRows, private readonly requests: SignupRequests, private readonly clock: Clock) {}

  onModuleInit(): void { this.dependents.register(this); }

  async count(volunteerId: string): Promise<Partial<Dependents>> { return { places: (await this.rows.coming(volunteerId, this.clock.now())).length }; }

  async release(actor: Actor, volunteerId: string): Promise<void> {
    const now = this.clock.now();
    const reason = label('zh-CN', 'terms.standingReasons.released');
    for (const { id } of await this.rows.coming(volunteerId, now)) await this.requests.release(actor, volunteerId, id, reason);
    await this.rows.leaveLead(volunteerId, now);
  }
}
