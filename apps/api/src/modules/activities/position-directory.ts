import type { PositionFacts } from '@kepu/matching';

/** Positions, for matching. Without `ids` those that people can still sign up for. */
export abstract class PositionDirectory {
  abstract facts(filter: { readonly ids?: readonly string[] }): Promise<readonly PositionFacts[]>;
}
