import type { Measure } from '@kepu/contracts';

/** A joint task by its items: those of the unit that leads, and all. */
export interface JointItems {
  readonly lead: ReadonlySet<string>;
  readonly items: ReadonlySet<string>;
}
/** What a measure of an item is told apart by. */
export interface JointMeasure {
  readonly id: string;
  readonly itemId: string;
  readonly kind: Measure['kind'];
  readonly name: string;
  readonly unitOfMeasure: string;
  readonly min: number | null;
  readonly max: number | null;
}

/**
 * Measures of a joint task that ask for the same thing, each with the one that counts for it in sums of the whole city: that of the lead. Two are the same when kind, bounds and unit of measure are, and both name a
 * number or bear the same name. Measures that count for themselves are left out; where the lead has none of the kind, all count. Pure; in time linear in the measures of the groups.
 */
export function sharedMeasures(groups: readonly JointItems[], measures: readonly JointMeasure[]): ReadonlyMap<string, string> {
  const byItem = new Map<string, JointMeasure[]>();
  for (const measure of measures) byItem.set(measure.itemId, [...(byItem.get(measure.itemId) ?? []), measure]);
  const shared = new Map<string, string>();
  for (const { lead, items } of groups) {
    const counting = new Map<string, string>();
    for (const itemId of lead) for (const measure of byItem.get(itemId) ?? []) if (!counting.has(sameness(measure))) counting.set(sameness(measure), measure.id);
    for (const itemId of items) {
      for (const measure of byItem.get(itemId) ?? []) {
        const counts = counting.get(sameness(measure));
        // Who leads two joint tasks counts for itself: chains would make it hang on the order which one is left.
        if (counts !== undefined && counts !== measure.id && !lead.has(itemId) && !shared.has(measure.id)) shared.set(measure.id, counts);
      }
    }
  }
  for (const [id, counts] of shared) if (shared.has(counts)) shared.delete(id);
  return shared;
}

const sameness = ({ kind, name, unitOfMeasure, min, max }: JointMeasure): string => JSON.stringify([kind, unitOfMeasure, min, max, min === null ? name : null]);
