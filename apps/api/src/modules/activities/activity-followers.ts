import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/auth/actor.js';

/** What a module to the right does when something happens to an activity. Each runs inside the unit in which it happens. */
export interface ActivityFollower {
  moved(actor: Actor, activityId: string, to: { readonly startsAt: string; readonly endsAt: string }, reason: string): Promise<void>;
  cancelled(actor: Actor, activityId: string, reason: string): Promise<void>;
  /** Its close was accepted. */
  accepted(actor: Actor, activityId: string): Promise<void>;
  /** Somebody who had a place has it no more. */
  left(actor: Actor, activityId: string, volunteerId: string, reason: string | null): Promise<void>;
}

/** Those who made activities and follow what becomes of them. */
@Injectable()
export class ActivityFollowers implements ActivityFollower {
  private readonly list: ActivityFollower[] = [];

  register(follower: ActivityFollower): void { this.list.push(follower); }

  async moved(...given: Parameters<ActivityFollower['moved']>): Promise<void> { for (const one of this.list) await one.moved(...given); }
  async cancelled(...given: Parameters<ActivityFollower['cancelled']>): Promise<void> { for (const one of this.list) await one.cancelled(...given); }
  async accepted(...given: Parameters<ActivityFollower['accepted']>): Promise<void> { for (const one of this.list) await one.accepted(...given); }
  async left(...given: Parameters<ActivityFollower['left']>): Promise<void> { for (const one of this.list) await one.left(...given); }
}
