import { commonLength } from './similarity.js';

/** A text prepared for comparison. */
export interface Signed {
  signs: readonly string[];
  counts: ReadonlyMap<string, number>;
}

/** How often each sign stands in a text. */
export function countsOf(signs: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const sign of signs) counts.set(sign, (counts.get(sign) ?? 0) + 1);
  return counts;
}

/** 2·LCS/(|a|+|b|), or null below `least`. Most pairs are told apart by their lengths or by the signs that they share at all; only the rest is compared in order. */
export function likenessOf(a: Signed, b: Signed, least: number): number | null {
  const both = a.signs.length + b.signs.length;
  const needed = (least * both) / 2;
  if (both === 0 || Math.min(a.signs.length, b.signs.length) < needed) return null;
  let shared = 0;
  for (const [sign, count] of a.counts) shared += Math.min(count, b.counts.get(sign) ?? 0);
  if (shared < needed) return null;
  const common = commonLength(a.signs, b.signs);
  return common >= needed ? (2 * common) / both : null;
}
