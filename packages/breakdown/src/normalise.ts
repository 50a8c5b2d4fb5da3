const INVISIBLE = /[\u200B-\u200D\u2060\uFEFF\u00AD]/gu;
const CURLY_DOUBLE = /[\u201C\u201D\u201E\u201F\u300C\u300D\u300E\u300F]/gu;
const CURLY_SINGLE = /[\u2018\u2019\u201A\u201B]/gu;
const DOTS = /[\u00B7\u2022\u2027\u30FB\uFF65]/gu;
const DASHES = /[\u2010-\u2015\u2212]/gu;
/** A blank stays only between two Latin letters or digits, where it separates words. */
const LOOSE_BLANK = /(?<![A-Za-z0-9]) | (?![A-Za-z0-9])/gu;

/**
 * The comparison copy of a text: full-width forms, quotes, dots and dashes made one, blanks beside Chinese characters and
 * punctuation dropped (`2020 年` = `2020年`), letters in lower case. Never shown and never stored in place of the original.
 */
export function normaliseText(text: string): string {
  return text
    .normalize('NFKC')
    .replace(INVISIBLE, '')
    .replace(CURLY_DOUBLE, '"')
    .replace(CURLY_SINGLE, "'")
    .replace(DOTS, '·')
    .replace(DASHES, '-')
    .replace(/\s+/gu, ' ')
    .replace(LOOSE_BLANK, '')
    .toLowerCase();
}

/** The comparison copy of a name: {@link normaliseText} without any blank, and without stops or colons at its end. */
export function normaliseName(name: string): string {
  return normaliseText(name).replace(/\s+/gu, '').replace(/[。.:;,、]+$/u, '');
}

/** Drops the blanks that a wrapped line leaves between two Chinese characters or marks; keeps all others. */
export function joinWrapped(text: string): string {
  return text.replace(/(?<=[^\x00-\x7F])\s+(?=[^\x00-\x7F])/gu, '').trim();
}
