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

/** Headings are looked through for names; a longer text is prose. */
const LONGEST_HEADING = 80;
/** A shorter name stands in many a word by chance. */
const SHORTEST_WITHIN = 4;

/** A likely meaning of an unknown name. */
export interface Suggestion {
  id: string;
  name: string;
}

/** Finds names of one dictionary. Matching is exact after normalisation; anything less is only suggested. */
export interface NameBook {
  find(printed: string): DictionaryEntry | null;
  /** The one name that stands inside a longer text, such as a heading, as the dictionary spells it; null where none does, or those of several. */
  within(text: string): string | null;
  suggest(printed: string): Suggestion | null;
}

/** Makes a {@link NameBook}. A name that two entries claim belongs to neither and is only suggested. */
export function nameBook(entries: readonly DictionaryEntry[]): NameBook {
  const exact = new Map<string, DictionaryEntry | null>();
  const spelled = new Map<string, string>();
  for (const entry of entries) {
    for (const name of entry.names) {
      const key = normaliseName(name);
      spelled.set(key, name);
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
    within(text) {
      const key = normaliseName(text);
      if (key.length > LONGEST_HEADING) return null;
      const held = [...exact].flatMap(([name, entry]) => (entry !== null && name.length >= SHORTEST_WITHIN && key.includes(name) ? [{ name, entry }] : []));
      // 科普人才工程 inside 科普人才工程建设: the longer name says what is meant.
      const whole = held.filter(({ name }) => !held.some((other) => other.name !== name && other.name.includes(name)));
      const ids = new Set(whole.map(({ entry }) => entry.id));
      return ids.size === 1 ? (spelled.get(whole[0]?.name ?? '') ?? null) : null;
    },
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

const OPENING = '（(';
const CLOSING = '）)';
const SIGN = /[（()）、，,；;/／]|\s{2,}/gu;

/** The names in a cell of units. A cell that is one known name as a whole stays whole, whatever marks it holds. */
export function splitNames(text: string, book: NameBook): string[] {
  const whole = text.trim();
  if (whole === '') return [];
  if (book.find(whole)) return [whole.replace(/\s*\n\s*/gu, '')];
  // Of names that stand below each other, one that is known as a whole stays whole too.
  const names = whole.split('\n').flatMap((line) => (book.find(line) ? [line] : parts(line))).map((name) => name.trim()).filter((name) => name !== '');
  return names.length > MOST_NAMES ? [whole] : names;
}

/** Cut at separators, but not at one inside brackets: 各县（市、区）科协 is one name. A bracket that is never closed closes with its line. */
function parts(text: string): string[] {
  const found: string[] = [];
  let from = 0;
  let depth = 0;
  for (const { index, 0: sign } of text.matchAll(SIGN)) {
    if (OPENING.includes(sign)) depth += 1;
    else if (CLOSING.includes(sign)) depth = Math.max(0, depth - 1);
    else if (depth === 0) {
      found.push(text.slice(from, index));
      from = index + sign.length;
      depth = 0;
    }
  }
  return [...found, text.slice(from)];
}
