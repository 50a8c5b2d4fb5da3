import type { PositionFacts } from '@kepu/matching';

/** Which positions: those of shifts to come that are published, or the ones named, whatever has become of them. */
export type PositionFilter = 'upcoming' | { readonly ids: readonly string[] };

/** Positions as matching needs them. */
export abstract class PositionDirectory {
  abstract facts(filter: PositionFilter): Promise<PositionFacts[]>;
}
