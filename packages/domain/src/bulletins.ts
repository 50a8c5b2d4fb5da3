/** A piece of a bulletin's text: words, or a figure by its name. */
export interface TextPart { readonly text: string; readonly figure: string | null }

/** Names of figures stand in braces: `全年开展活动{场次}场`. */
const NAMED = /\{([^{}\n]{1,200})\}/gu;

/** Text by its parts, in order. A brace without its partner is words. */
export const textParts = (text: string): TextPart[] => {
  const parts: TextPart[] = [];
  let at = 0;
  for (const match of text.matchAll(NAMED)) {
    if (match.index > at) parts.push({ text: text.slice(at, match.index), figure: null });
    parts.push({ text: match[0], figure: match[1] ?? '' });
    at = match.index + match[0].length;
  }
  if (at < text.length) parts.push({ text: text.slice(at), figure: null });
  return parts;
};

/** What is no count though it has digits: days, years and spans of years, numbers of documents, ordinals, list marks, hotlines such as 12355 behind a word that says so. */
const NO_COUNT = [
  /〔\d{4}〕\s*\d*\s*号?/gu, /\d{4}\s*[—–-]\s*\d{4}\s*年?/gu, /\d{2,4}\s*年(?:\s*\d{1,2}\s*月(?:\s*\d{1,2}\s*日)?)?/gu, /\d{1,2}\s*月(?:\s*\d{1,2}\s*日)?(?:\s*[—–-]\s*(?:\d{1,2}\s*月)?\s*\d{1,2}\s*日)?/gu, /\d{1,2}\s*日/gu,
  /第\s*\d+\s*[条项届次期号季章]/gu, /^\s*[（(]?\d+[）).．、]/gmu, /[（(]\d+[）)]/gu, /\d+\s*号文/gu, /热线\s*[:：]?\s*\d+/gu,
];

/** Numbers in the words themselves, which no record proves: each as it is written, once. Figures of a bulletin are named, not typed. */
export const looseNumbers = (text: string): string[] => {
  const words = textParts(text).map(({ text: part, figure }) => (figure === null ? part : ' ')).join('');
  const counts = NO_COUNT.reduce((rest, pattern) => rest.replace(pattern, ' '), words);
  return [...new Set((counts.match(/\d+(?:[.,，]\d+)*\s*(?:%|％|余|多)?\s*[万亿]?/gu) ?? []).map((number) => number.trim()))];
};
