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
  const steps = jointTaskSteps(items);
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  return step.value;
}

/** The same, pair by pair, for whoever has other work to do between: a plan of 1,000 items takes a second or two. */
export function* jointTaskSteps(items: readonly Comparand[]): Generator<undefined, JointSuggestion[]> {
  const clauses = items.flatMap(({ text }, item) => clausesOf(text).map((clause) => ({ item, text: clause, signs: [...normaliseText(clause)] }))).filter(({ signs }) => signs.length >= SHORTEST_CLAUSE)
    .map((clause) => ({ ...clause, counts: countsOf(clause.signs) }));
  const group = clauses.map((_, at) => at);
  const root = (at: number): number => {
    let top = at;
    while (group[top] !== top) top = group[top] ?? top;
    while (group[at] !== top) [group[at], at] = [top, group[at] ?? top];
    return top;
  };
  for (const [at, before] of likely(clauses.map(({ signs }) => signs))) {
    for (const earlier of before) {
      const [one, other] = [clauses[at], clauses[earlier]];
      if (!one || !other || other.item === one.item || root(earlier) === root(at)) continue;
      if (likenessOf(one, other, LIKENESS) !== null) group[root(at)] = root(earlier);
      yield;
    }
    yield;
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

/**
 * Of each clause, the earlier ones that can be like it at all. Two clauses of which one is as long as the other share at least `LIKENESS/(2−LIKENESS)` of the signs of either; so with the signs of both in one order,
 * the first few of one hold one of the first few of the other (prefix filtering of set-similarity joins, Chaudhuri et al. 2006). The order begins with the rarest, so that few pairs are left.
 */
function* likely(clauses: readonly (readonly string[])[]): Generator<[at: number, before: number[]]> {
  const tokens = clauses.map((signs) => {
    const seen = new Map<string, number>();
    return signs.map((sign) => {
      const times = (seen.get(sign) ?? 0) + 1;
      seen.set(sign, times);
      return `${sign}${times}`;
    });
  });
  const bearers = new Map<string, number>();
  for (const token of tokens.flat()) bearers.set(token, (bearers.get(token) ?? 0) + 1);
  const rarest = (a: string, b: string): number => (bearers.get(a) ?? 0) - (bearers.get(b) ?? 0) || (a < b ? -1 : 1);
  const holders = new Map<string, number[]>();
  for (const [at, own] of tokens.entries()) {
    const shared = Math.ceil((own.length * LIKENESS) / (2 - LIKENESS));
    const met = new Set<number>();
    for (const token of [...own].sort(rarest).slice(0, own.length - shared + 1)) {
      const before = holders.get(token) ?? [];
      for (const one of before) met.add(one);
      holders.set(token, before);
      before.push(at);
    }
    yield [at, [...met].filter((one) => one !== at).sort((a, b) => a - b)];
  }
}

/** The clauses of a text, cut at `。` and `；` and at line ends. */
export const clausesOf = (text: string): string[] => text.split(/[。；;\n]/u).map((clause) => clause.trim()).filter((clause) => clause !== '');
