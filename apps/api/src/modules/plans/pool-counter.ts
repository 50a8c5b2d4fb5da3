/** The people in a pool who belong to some units, or to units below them. */
export interface PoolQuestion { readonly poolId: string; readonly unitPaths: readonly string[] }
/** A person's term in a pool, as the proof of a number shows it. */
export interface PoolMember {
  readonly termId: string; readonly personName: string; readonly unit: { readonly id: string; readonly name: string; readonly path: string; readonly divisionId: string }; readonly fromDay: string; readonly createdAt: string;
}

/** Counts people in pools by unit. Implemented by the talents module, which stands to the right of this one. */
export abstract class PoolCounter {
  /** How many terms run today, one number for each question, in a fixed number of statements. Units whose paths lie within each other count once. */
  abstract count(questions: readonly PoolQuestion[]): Promise<number[]>;
  /** Those terms, the newest first. */
  abstract list(poolId: string, unitPaths: readonly string[], window: { readonly offset: number; readonly limit: number }): Promise<{ rows: PoolMember[]; total: number }>;
}
