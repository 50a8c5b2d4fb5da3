import { Inject, Injectable } from '@nestjs/common';
import type { LedTeam } from '@kepu/contracts';
import { isMinor } from '@kepu/domain';
import type { PersonActor } from '../../../platform/auth/actor.js';
import { Clock } from '../../../platform/clock/index.js';
import { APP_CONFIG, type AppConfig } from '../../../platform/config/config.js';
import { fromDbTime } from '../../../platform/database/index.js';
import { OwnTeams } from '../../teams/index.js';
import { myTeamSignupView } from './team-signup.mapper.js';
import { TeamSignupsRepository } from './team-signups.repository.js';

/** The page of whoever leads a team: its people, the way in, and where it goes. */
@Injectable()
export class LedTeams {
  constructor(private readonly own: OwnTeams, private readonly rows: TeamSignupsRepository, private readonly clock: Clock, @Inject(APP_CONFIG) private readonly config: AppConfig) {}

  /** Errors: `resource.not_found`. */
  async get(actor: PersonActor, teamId: string): Promise<LedTeam> {
    const { team, mine, people } = await this.own.led(actor, teamId);
    const now = this.clock.now();
    const signups = await this.rows.ahead(teamId, now);
    const chosen = await this.rows.people(signups.map(({ id }) => id));
    const url = `${this.config.publicUrl}/teams/join/${team.code}`;
    // Loaded by the first code, not by every start.
    const { default: QRCode } = await import('qrcode');
    return {
      ...mine, code: team.code, url, qr: await QRCode.toString(url, { type: 'svg', margin: 1, errorCorrectionLevel: 'M' }),
      people: people.map((row) => ({ id: row.id, volunteerId: row.volunteerId, name: row.name, minor: isMinor(row.bornOn, this.clock.today()), leads: row.volunteerId === team.leaderId, state: row.state, joinedAt: row.joinedAt === null ? null : fromDbTime(row.joinedAt), version: row.version })),
      signups: signups.map((row) => myTeamSignupView(row, chosen, now)),
    };
  }
}
