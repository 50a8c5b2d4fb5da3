import { normaliseText } from './normalise.js';
import { countsOf, likenessOf } from './likeness.js';

/** An item as far as two papers are compared: who does it under which programme, its words, its deadline. */
export interface DiffItem {
  units: readonly string[];
  programme: string;
  text: string;
  due: string | null;
}

/** What a new paper changes. Numbers are indexes into the two lists. */
export interface PaperDiff {
  same: { before: number; after: number }[];
  /** Taken for one item: other words, another unit, programme or deadline. */
  changed: { before: number; after: number; likeness: number }[];
  added: number[];
  removed: number[];
}

/** Below this two texts are two pieces of work. */
const LIKENESS = 0.6;
/** Items that say the same of another unit are more likely another unit's part of a joint task than moved. */
const OTHER_UNIT = 0.95;

/**
 * Compares two papers item by item: what is word for word the same first, then the likest pairs, each item once. A pair of the same unit and programme goes before one that only reads alike. Same input, same answer. Pure.
 */
export function diffPapers(before: readonly DiffItem[], after: readonly DiffItem[]): PaperDiff {
  const diff: PaperDiff = { same: [], changed: [], added: [], removed: [] };
  const [olds, news] = [before.map(prepare), after.map(prepare)];
  const open = new Map<string, number[]>();
  olds.forEach(({ key }, at) => open.set(key, [...(open.get(key) ?? []), at]));
  const [freeOld, freeNew] = [new Set(olds.keys()), new Set(news.keys())];
  news.forEach(({ key }, at) => {
    const old = open.get(key)?.shift();
    if (old === undefined) return;
    freeOld.delete(old);
    freeNew.delete(at);
    diff.same.push({ before: old, after: at });
  });
  // Most pairs are of one unit; only what finds none there is held against the rest, which is long work for a long paper.
  for (const sameUnits of [true, false]) {
    const pairs: { before: number; after: number; likeness: number; score: number }[] = [];
    const byUnits = new Map<string, number[]>();
    for (const at of freeNew) {
      const who = sameUnits ? (news[at]?.units ?? '') : '';
      byUnits.set(who, [...(byUnits.get(who) ?? []), at]);
    }
    for (const old of freeOld) {
      for (const at of byUnits.get(sameUnits ? (olds[old]?.units ?? '') : '') ?? []) {
        const [one, other] = [olds[old], news[at]];
        if (!one || !other) continue;
        const likeness = likenessOf(one, other, sameUnits ? LIKENESS : OTHER_UNIT);
        if (likeness !== null) pairs.push({ before: old, after: at, likeness, score: likeness + (one.programme === other.programme ? 1 : 0) });
      }
    }
    pairs.sort((a, b) => b.score - a.score || a.before - b.before || a.after - b.after);
    for (const { before: old, after: at, likeness } of pairs) {
      if (!freeOld.has(old) || !freeNew.has(at)) continue;
      freeOld.delete(old);
      freeNew.delete(at);
      diff.changed.push({ before: old, after: at, likeness });
    }
  }
  diff.changed.sort((a, b) => a.after - b.after);
  return { ...diff, added: [...freeNew], removed: [...freeOld] };
}

function prepare({ units, programme, text, due }: DiffItem) {
  const signs = [...normaliseText(text)];
  const who = [...units].sort().join('\u0001');
  return { signs, counts: countsOf(signs), units: who, programme, key: [who, programme, signs.join(''), due ?? ''].join('\u0002') };
}
