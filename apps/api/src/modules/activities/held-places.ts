import type { Held } from '@kepu/matching';

/** Places that people have in shifts that are not over. */
export abstract class HeldPlaces {
  abstract of(volunteerIds: readonly string[]): Promise<ReadonlyMap<string, readonly Held[]>>;
}
