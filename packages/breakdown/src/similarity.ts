import { pinyin } from 'pinyin-pro';

/** Length of the longest common subsequence. */
export function commonLength(a: readonly string[], b: readonly string[]): number {
  let row = new Array<number>(b.length + 1).fill(0);
  for (const x of a) {
    const next = [0];
    for (let j = 1; j <= b.length; j += 1) {
      next[j] = x === b[j - 1] ? (row[j - 1] ?? 0) + 1 : Math.max(row[j] ?? 0, next[j - 1] ?? 0);
    }
    row = next;
  }
  return row[b.length] ?? 0;
}

/** A name prepared for comparison. */
export interface Comparable {
  letters: readonly string[];
  syllables: readonly string[];
}

/** Prepares a normalised name: its characters, and their sounds for slips between characters that sound alike. */
export function comparable(name: string): Comparable {
  return { letters: [...name], syllables: pinyin(name, { toneType: 'none', type: 'array' }) };
}

/** An abbreviation keeps the characters of the full name in their order (市科协 of 温州市科学技术协会). */
const ABBREVIATION = 0.72;
/** Sounding alike is weaker than being alike. */
const SOUND = 0.92;

/** Likeness of two names from 0 to 1, by characters, by sound, and as an abbreviation. Symmetric. */
export function likeness(a: Comparable, b: Comparable): number {
  const common = commonLength(a.letters, b.letters);
  const bySign = (2 * common) / (a.letters.length + b.letters.length || 1);
  const bySound = (2 * commonLength(a.syllables, b.syllables)) / (a.syllables.length + b.syllables.length || 1);
  const shorter = Math.min(a.letters.length, b.letters.length);
  const abbreviates = shorter >= 3 && common === shorter;
  return Math.max(bySign, bySound * SOUND, abbreviates ? ABBREVIATION : 0);
}
