import type { TeamServed } from '@kepu/contracts';

/** What teams did together, and where they are still to come. Implemented by the modules to the right that keep records and sign-ups. */
export abstract class TeamAchievements {
  /** By team; who did nothing is not in it. One statement however many there are. */
  abstract of(teamIds: readonly string[]): Promise<ReadonlyMap<string, TeamServed>>;
  /** By member, of one team. */
  abstract ofMembers(teamId: string, volunteerIds: readonly string[]): Promise<ReadonlyMap<string, { readonly services: number; readonly minutes: number }>>;
  /** By the unit that keeps the teams, for services on some days; both ends belong to them. */
  abstract byUnit(days: { readonly from: string; readonly to: string }): Promise<ReadonlyMap<string, TeamServed>>;
}

/** Where a team has said that it comes. Implemented by activities. */
export abstract class TeamComings {
  /** Shifts that have not ended and to which the team comes. Inside a unit it sees what the unit has written. */
  abstract count(teamId: string): Promise<number>;
}
