/** What bounds units of work; a test may set its own. */
export interface UnitOfWorkLimits {
  /** For one attempt, from BEGIN to COMMIT. */
  readonly unitMs: number;
  /** Attempts of one unit. */
  readonly tries: number;
  /** No new attempt begins later than this after the first. */
  readonly totalMs: number;
  /** SQLite: how many units may wait for their turn, and how long. */
  readonly queueLength: number;
  readonly queueMs: number;
  /** SQLite: how many units may share a commit. */
  readonly groupSize: number;
  /** SQLite: none joins a group that is older, and who follows in one and takes longer makes way: the others wait for their commit meanwhile. */
  readonly groupMs: number;
}

export const LIMITS: UnitOfWorkLimits = { unitMs: 5_000, tries: 8, totalMs: 15_000, queueLength: 2_000, queueMs: 10_000, groupSize: 64, groupMs: 30 };
