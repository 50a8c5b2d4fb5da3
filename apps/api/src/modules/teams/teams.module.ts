import { Global, Module, type OnModuleInit } from '@nestjs/common';
import { Guardians, GuardiansModule } from '../guardians/index.js';
import { IdentityModule } from '../identity/index.js';
import { NoticesModule } from '../notices/index.js';
import { UnitsModule, UnitSuccession } from '../units/index.js';
import { OwnTeamsController } from './own-teams.controller.js';
import { OwnTeams } from './own-teams.service.js';
import { TeamKindsRepository } from './team-kinds.repository.js';
import { TeamKinds } from './team-kinds.service.js';
import { TeamMembership } from './team-membership.js';
import { TeamMembersRepository } from './team-members.repository.js';
import { TeamNotices } from './team-notices.js';
import { TeamPersonData } from './team-person-data.repository.js';
import { TeamsController } from './teams.controller.js';
import { TeamsRepository } from './teams.repository.js';
import { Teams } from './teams.service.js';

/** Teams and who is in them. Needs `TeamAchievements` and `TeamComings` from modules to its right. */
@Global()
@Module({
  imports: [IdentityModule, UnitsModule, NoticesModule, GuardiansModule],
  controllers: [TeamsController, OwnTeamsController],
  providers: [OwnTeams, TeamKinds, TeamKindsRepository, TeamMembership, TeamMembersRepository, TeamNotices, TeamPersonData, Teams, TeamsRepository],
  exports: [OwnTeams, TeamKinds, TeamMembersRepository, Teams, TeamsRepository],
})
export class TeamsModule implements OnModuleInit {
  constructor(private readonly succession: UnitSuccession, private readonly rows: TeamsRepository, private readonly guardians: Guardians, private readonly own: OwnTeams) {}

  /** The teams of a unit that ends in another one go along; what a guardian has agreed to ends with being the guardian. */
  onModuleInit(): void {
    this.succession.register('teams', (fromUnit, toUnit) => this.rows.moveUnit(fromUnit, toUnit));
    this.guardians.whenEnded((actor, minorId) => this.own.endOf(actor, minorId));
  }
}
