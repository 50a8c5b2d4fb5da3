import { Injectable } from '@nestjs/common';
import { SessionRepository } from '../session.repository.js';
import { ChallengesRepository } from './challenges.repository.js';
import { DevicesRepository } from './devices.repository.js';

/** Everything by which somebody is still in, or gets in without the password: sessions, remembered devices, open codes and links. */
@Injectable()
export class SignInRemains {
  constructor(private readonly sessions: SessionRepository, private readonly devices: DevicesRepository, private readonly challenges: ChallengesRepository) {}

  /** Inside a unit, with whatever makes it void. `keep`: the session that stays. */
  async endAllOf(accountId: string, now: Date, keep?: string): Promise<void> {
    await this.sessions.endAllOf(accountId, now, keep);
    await this.devices.endAllOf(accountId, now);
    await this.challenges.endAllOf(accountId, now);
  }
}
