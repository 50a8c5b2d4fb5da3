/** What the made-up city is made with. Where each comes from, and what happens when it is halved or doubled, stands in `docs/adr/0039-simulator.md`. */
export interface Assumptions {
  readonly seed: number;
  readonly volunteers: number;
  /** Weeks that are run before anything counts, and weeks that count. */
  readonly warmWeeks: number;
  readonly weeks: number;
  /** Activities that begin in a week. */
  readonly activities: number;
  /** Times a week that somebody looks at the list, in the mean; people differ much (log-normal, sigma 1). */
  readonly visits: number;
  /** Probability of looking at the next of a list. */
  readonly attention: number;
  /** How likely the signing up is, in the log-odds: for somebody whom nothing speaks for or against. */
  readonly willingness: number;
  /** Log-odds for a topic that the person likes, for an hour on the way, and for being asked in person; spread of what people see in an activity beside all that. */
  readonly taste: number;
  readonly way: number;
  readonly asked: number;
  readonly appeal: number;
  /** Share of invitations that are read, hours until half of those are answered, and share of refusals that are said. */
  readonly read: number;
  readonly answerHours: number;
  readonly saidNo: number;
  /** What each invitation of the last seven days takes from the probability that the next is read. */
  readonly weariness: number;
  /** Shares of sign-ups that are withdrawn, and of those left that do not come. */
  readonly withdrawn: number;
  readonly absent: number;
  /** Volunteers a head in towns, to those in villages. */
  readonly townsmen: number;
}

export const assumed: Assumptions = {
  seed: 1, volunteers: 4000, warmWeeks: 4, weeks: 8, activities: 40, visits: 0.25, attention: 0.85, willingness: -2.2, taste: 1.5, way: 0.8, asked: 0.7, appeal: 0.5, read: 0.75, answerHours: 5, saidNo: 0.4, weariness: 0, withdrawn: 0.08, absent: 0.1, townsmen: 1.9,
};
