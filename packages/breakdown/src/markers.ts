/** A way of numbering. A paper nests them; which stands above which is told by the paper itself. */
export type MarkerStyle = 'chinese' | 'chinese_bracket' | 'digit' | 'digit_bracket' | 'circled';

/** A typed number at the head of a text: `一、` `（一）` `1.` `1、` `(1)` `①`. */
export interface ListMarker {
  style: MarkerStyle;
  value: number;
  /** The number as printed, without its signs. */
  number: string;
  /** Offset behind the marker and the blanks after it. */
  end: number;
}

const DIGITS = '一二三四五六七八九';
const NUMERAL = String.raw`[一二三四五六七八九十]{1,3}`;
const CIRCLED = '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳';
const SHAPES: readonly (readonly [MarkerStyle, RegExp])[] = [
  ['chinese_bracket', new RegExp(String.raw`^[（(]\s?(${NUMERAL})\s?[）)][、.．]?`, 'u')],
  ['digit_bracket', /^(?:[（(]\s?(\d{1,2})\s?[）)][、.．]?|(\d{1,2})[）)])/u],
  ['circled', new RegExp(`^([${CIRCLED}])`, 'u')],
  ['chinese', new RegExp(String.raw`^(?:第(${NUMERAL})[章节部分]{1,2}[、.．\s]?|(${NUMERAL})(?:[、.．]|\s+(?=\S)))`, 'u')],
  ['digit', /^(\d{1,3})(?:[.．、](?!\d)|(?=\s{1,4}[^\s\d]))/u],
];
/** Longer than any marker. */
const LONGEST = 16;

/** The marker that a text begins with (blanks before it are skipped), or null. */
export function markerAt(text: string, offset = 0): ListMarker | null {
  const blanks = /^\s*/u.exec(text.slice(offset, offset + LONGEST))?.[0].length ?? 0;
  const head = text.slice(offset + blanks, offset + blanks + LONGEST);
  for (const [style, shape] of SHAPES) {
    const match = shape.exec(head);
    const number = match?.[1] ?? match?.[2];
    if (!match || number === undefined) continue;
    const value = numberOf(number);
    if (value === null) continue;
    const end = offset + blanks + match[0].length;
    return { style, value, number, end: end + (/^\s*/u.exec(text.slice(end, end + LONGEST))?.[0].length ?? 0) };
  }
  return null;
}

/** 7, 十二, ⑦ as a number; null for what is none, such as 十十. */
export function numberOf(text: string): number | null {
  if (/^\d+$/u.test(text)) return Number(text);
  if (CIRCLED.includes(text)) return CIRCLED.indexOf(text) + 1;
  const match = /^([一二三四五六七八九])?(十)?([一二三四五六七八九])?$/u.exec(text);
  if (!match) return null;
  const [, tens, ten, ones] = match;
  if (ten === undefined) return tens !== undefined && ones === undefined ? digit(tens) : null;
  return (tens === undefined ? 1 : digit(tens)) * 10 + (ones === undefined ? 0 : digit(ones));
}

const digit = (sign: string): number => DIGITS.indexOf(sign) + 1;
