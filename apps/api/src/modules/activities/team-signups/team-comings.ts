import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/index.js';
import { TeamComings } from '../../teams/index.js';
import { TeamSignupsRepository } from './team-signups.repository.js';

/** Shifts to come at which a team is expected. */
@Injectable()
export class SignedUpTeams extends TeamComings {
  constructor(private readonly rows: TeamSignupsRepository, private readonly clock: Clock) { super(); }

  count(teamId: string): Promise<number> { return this.rows.countComing(teamId, this.clock.now()); }
}
