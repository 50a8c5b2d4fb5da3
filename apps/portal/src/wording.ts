import type { LabelParams } from '@kepu/contracts/labels';

/** Messages in one language: keys below `portal`, and those of the words of the field by their whole key (`terms.…`, `matching.…`). */
export type Words = (key: string, params?: LabelParams) => string;

/** A message about a number: `key.one` or `key.many`. */
export const counted = (words: Words, key: string, count: number): string => words(`${key}.${count === 1 ? 'one' : 'many'}`, { count });

/** With a capital, as a label stands alone. Chinese has none. */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
