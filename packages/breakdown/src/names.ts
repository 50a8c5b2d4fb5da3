import { normaliseName } from './normalise.js';
import { comparable, likeness, type Comparable } from './similarity.js';
import type { DictionaryEntry } from './types.js';

/** Below this a likeness is chance: 市体育局 and 市教育局 share most of their characters. */
const THRESHOLD = 0.66;
/** Unknown names that are compared with the whole dictionary; a paper with more is not read against the right one. */
const MOST_SUGGESTIONS = 200;

const LONGEST_NAME = 40;
/** Names that one cell may hold; a longer list is no list of units. */
const MOST_NAMES = 200;

/** A likely meaning of an unknown name. */
export interface Suggestion {
  id: string;
  name: string;
}

/** Finds names of one dictionary. Matching is exact after normalisation; anything less is only suggested. */
export interface NameBook {
  find(printed: string): DictionaryEntry | null;
  suggest(printed: string): Suggestion | null;
}

/** Makes a {@link NameBook}. A name that two entries claim belongs to neither and is only suggested. */
export function nameBook(entries: readonly DictionaryEntry[]): NameBook {
  const exact = new Map<string, DictionaryEntry | null>();
  for (const entry of entries) {
    for (const name of entry.names) {
      const key = normaliseName(name);
      const known = exact.get(key);
      exact.set(key, known === undefined || known?.id === entry.id ? entry : null);
    }
  }
  let prepared: { entry: DictionaryEntry; name: Comparable }[] | null = null;
  const suggestions = new Map<string, Suggestion | null>();
  const search = (key: string): Suggestion | null => {
    prepared ??= entries.flatMap((entry) => entry.names.map((name) => ({ entry, name: comparable(normaliseName(name)) })));
    const wanted = comparable(key);
    let best: { entry: DictionaryEntry; score: number } | null = null;
    for (const { entry, name } of prepared) {
      const score = likeness(wanted, name);
      if (score >= THRESHOLD && score > (best?.score ?? 0)) best = { entry, score };
    }
    return best && { id: best.entry.id, name: best.entry.names[0] ?? '' };
  };
  return {
    find: (printed) => exact.get(normaliseName(printed)) ?? null,
    suggest(printed) {
      const key = normaliseName(printed);
      if (key === '' || key.length > LONGEST_NAME) return null;
      const known = suggestions.get(key);
      if (known !== undefined || suggestions.size >= MOST_SUGGESTIONS) return known ?? null;
      const found = search(key);
      suggestions.set(key, found);
      return found;
    },
  };
}

const SEPARATORS = /[、，,；;\n]+|\s{2,}/u;

/** The names in a cell of units. A cell that is one known name as a whole stays whole, whatever marks it holds. */
export function splitNames(text: string, book: NameBook): string[] {
  const whole = text.trim();
  if (whole === '') return [];
  if (book.find(whole)) return [whole.replace(/\s*\n\s*/gu, '')];
  const names = whole.split(SEPARATORS).map((name) => name.trim()).filter((name) => name !== '');
  return names.length > MOST_NAMES ? [whole] : names;
}
