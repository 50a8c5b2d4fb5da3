import { TeamEntity, TeamKindEntity, TeamMemberEntity } from './team.entity.js';

export { OwnTeams } from './own-teams.service.js';
export { TeamAchievements, TeamComings } from './team-achievements.js';
export { TeamKinds, type NewTeamKind } from './team-kinds.service.js';
export { TeamMembersRepository, type TeamMemberRow } from './team-members.repository.js';
export { MY_TEAMS } from './team-notices.js';
export { Teams } from './teams.service.js';
export { TeamsModule } from './teams.module.js';
export { TeamsRepository, type TeamRow } from './teams.repository.js';
export const teamEntities = [TeamKindEntity, TeamEntity, TeamMemberEntity];
