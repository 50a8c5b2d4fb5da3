import type { Measure } from '@kepu/contracts';

/** A joint task: the items of the unit that leads, and the clauses of each of its items that stand there still. */
export interface JointItems {
  readonly lead: ReadonlySet<string>;
  readonly clauses: ReadonlyMap<string, readonly string[]>;
}
/** What a measure of an item is told apart by. `raw` is the number as the paper prints it; the office's own measures have none. */
export interface JointMeasure {
  readonly id: string;
  readonly itemId: string;
  readonly kind: Measure['kind'];
  readonly name: string;
  readonly raw: string | null;
  readonly unitOfMeasure: string;
  readonly min: number | null;
  readonly max: number | null;
}

/**
 * Measures of joint tasks that ask for the same thing, each with the one that counts for it in sums of the whole city: that of the lead. A measure belongs to a task when one of its clauses says it, or when the
 * office set it under a name that the lead has too. Two are the same when kind, bounds and unit of measure are. Measures that count for themselves are left out; where the lead has none of the kind, all count.
 * Whoever counts for one group and is counted by another passes on to whom it is counted by. Pure; the order of groups and measures decides between equals.
 */
export function sharedMeasures(groups: readonly JointItems[], measures: readonly JointMeasure[]): ReadonlyMap<string, string> {
  const byItem = new Map<string, JointMeasure[]>();
  for (const measure of measures) byItem.set(measure.itemId, [...(byItem.get(measure.itemId) ?? []), measure]);
  const countedBy = new Map<string, string>();
  for (const { lead, clauses } of groups) {
    const keyed = [...clauses].flatMap(([itemId, said]) => keyedMeasures(byItem.get(itemId) ?? [], said).map(([key, id]) => ({ key, id, leads: lead.has(itemId) })));
    const counting = new Map<string, string>();
    for (const { key, id, leads } of keyed) if (leads && !counting.has(key)) counting.set(key, id);
    for (const { key, id } of keyed) {
      const counts = counting.get(key);
      if (counts !== undefined && counts !== id && !countedBy.has(id)) countedBy.set(id, counts);
    }
  }
  return new Map([...countedBy.keys()].flatMap((id) => {
    const counts = rootOf(id, countedBy);
    return counts === id ? [] : [[id, counts] as const];
  }));
}

/** Measures of one item that belong to a task, by what they ask for. Where one clause asks twice for as much, the first is the first. */
function keyedMeasures(measures: readonly JointMeasure[], clauses: readonly string[]): [key: string, id: string][] {
  const times = new Map<string, number>();
  return measures.flatMap((measure): [string, string][] => {
    const { id, kind, name, raw, unitOfMeasure, min, max } = measure;
    const said = raw !== null && (clauses.some((clause) => clause.includes(name)) || (clauses.some((clause) => clause.includes(raw)) && measures.filter((other) => other.raw === raw).length === 1));
    if (!said && raw !== null) return [];
    const key = JSON.stringify([kind, unitOfMeasure, min, max, raw === null ? name : min === null ? raw : null]);
    const nth = (times.get(key) ?? 0) + 1;
    times.set(key, nth);
    return [[`${key} ${nth}`, id]];
  });
}

/** Who counts in the end. In a circle nobody is first, so the smallest id is. */
function rootOf(id: string, countedBy: ReadonlyMap<string, string>): string {
  const way = [id];
  for (let next = countedBy.get(id); next !== undefined; next = countedBy.get(next)) {
    const met = way.indexOf(next);
    if (met >= 0) return way.slice(met).sort()[0] ?? id;
    way.push(next);
  }
  return way.at(-1) ?? id;
}
