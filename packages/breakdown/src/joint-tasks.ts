import { countsOf, likenessOf } from './likeness.js';
import { normaliseText } from './normalise.js';

/** Clauses that are compared: shorter ones are headings (加强科普人才队伍建设), which many items bear. */
const SHORTEST_CLAUSE = 12;
/** Characters in common, twice over both lengths, from which on two clauses are taken for one piece of work. */
const LIKENESS = 0.85;

/** An item as far as it is compared: its words, and whoever is responsible. */
export interface Comparand {
  text: string;
  units: readonly string[];
}

/** Clauses of different units that are equal or nearly so: perhaps one piece of work, which a person confirms. */
export interface JointSuggestion {
  /** Whether every clause is the same. */
  equal: boolean;
  /** Indexes of the items, ascending. */
  items: number[];
  /** The clauses, each with its item. */
  clauses: { item: number; text: string }[];
}

/**
 * Suggests what several units do together: clauses of 12 characters and more, cut at `。` and `；`, alike by 2·LCS/(|a|+|b|) ≥ 0.85, grouped with whatever is like any of the group. Groups of one unit alone are
 * none. Nothing is merged: the rows of a paper stay as they are. In the order of the paper. Pure.
 */
export function jointTasks(items: readonly Comparand[]): JointSuggestion[] {
  const clauses = items.flatMap(({ text }, item) => clausesOf(text).map((clause) => ({ item, text: clause, signs: [...normaliseText(clause)] }))).filter(({ signs }) => signs.length >= SHORTEST_CLAUSE)
    .map((clause) => ({ ...clause, counts: countsOf(clause.signs) }));
  const group = clauses.map((_, at) => at);
  const root = (at: number): number => {
    let top = at;
    while (group[top] !== top) top = group[top] ?? top;
    while (group[at] !== top) [group[at], at] = [top, group[at] ?? top];
    return top;
  };
  for (const [at, one] of clauses.entries()) {
    for (let before = 0; before < at; before += 1) {
      const other = clauses[before];
      if (!other || other.item === one.item || root(before) === root(at)) continue;
      if (likenessOf(one, other, LIKENESS) !== null) group[root(at)] = root(before);
    }
  }
  const groups = new Map<number, number[]>();
  for (const at of clauses.keys()) groups.set(root(at), [...(groups.get(root(at)) ?? []), at]);
  return [...groups.values()].flatMap((members): JointSuggestion[] => {
    const found = members.flatMap((at) => clauses[at] ?? []);
    const who = new Set(found.map(({ item }) => [...(items[item]?.units ?? [])].sort().join('\u0001')));
    if (who.size < 2) return [];
    return [{ equal: new Set(found.map(({ signs }) => signs.join(''))).size === 1, items: [...new Set(found.map(({ item }) => item))].sort((a, b) => a - b), clauses: found.map(({ item, text }) => ({ item, text })) }];
  });
}

const clausesOf = (text: string): string[] => text.split(/[。；;\n]/u).map((clause) => clause.trim()).filter((clause) => clause !== '');
