import { markerAt, type MarkerStyle } from './markers.js';
import type { Paragraph } from './source/model.js';

/** A piece of a cell that is one item. */
export interface ItemPiece {
  raw: string;
  text: string;
  number: string | null;
  /** It begins with words that stood before the first number of the cell. */
  leadIn: boolean;
}

interface Marker {
  start: number;
  /** Offset behind the marker, where the item's words begin. */
  end: number;
  number: string;
}

/** Paragraph and break tags that a website's editor left in the paper: layout, not words. Any other tag is text. */
const LAYOUT = String.raw`</?p>|<br ?/?>`;
const LAYOUT_TAG = new RegExp(LAYOUT, 'giu');
const TAG_BEFORE = new RegExp(`^(?:${LAYOUT})`, 'iu');
const TAG_AFTER = new RegExp(`(?:${LAYOUT})$`, 'iu');
const LINE_END = new RegExp(`\\n|${LAYOUT}`, 'iu');
/** Longer than any layout tag. */
const TAG_LENGTH = 8;
/** How far back the start of a paragraph is looked for. */
const EDGE_LENGTH = 64;
const CANDIDATE = /(?<=^|\s|<p>|<br ?\/?>)(\d{1,3})(?!\d)/giu;
/** A number before one of these counts something, even at the start of a paragraph. */
const COUNTS_SOMETHING = /^\s+(?:万|千|百|人|名|家|个|场|次|项|期|套|篇|件|部|所|支|户|天|年|月|日|周|分|小时|%|％|[-–—~～至到])/u;

/**
 * Splits a cell into its items, by `1.` `1、` `（一）` `（1）` `①` or `一、`. A typed number begins an item only if it is the **next expected** one (1, 2, 3 …) and stands at the start, after
 * a blank or after `<p>`; inside a line it needs a stop and a blank behind it, at the start of the cell a stop will do, at the start of a paragraph (or
 * `<p>`) inside the cell not even that. So amounts, dates and frequencies (`1 万人次`, `5.12`, `103.9`) never begin one. A number that Word drew always does.
 */
export function splitItems(paragraphs: readonly Paragraph[]): ItemPiece[] {
  const { text, drawn } = flatten(paragraphs);
  const markers = findMarkers(text, drawn);
  const pieces: ItemPiece[] = [];
  if (markers.length === 0) {
    const raw = trimEdges(text);
    return raw === '' ? [] : [{ raw, text: withoutLayout(raw), number: null, leadIn: false }];
  }
  let leadIn = withoutLayout(text.slice(0, markers[0]?.start));
  markers.forEach((marker, i) => {
    const stop = markers[i + 1]?.start ?? text.length;
    const words = withoutLayout(text.slice(marker.end, stop));
    if (words === '') return;
    const raw = trimEdges(text.slice(leadIn === '' ? marker.start : 0, stop));
    pieces.push({ raw, text: leadIn === '' ? words : `${leadIn}\n${words}`, number: marker.number, leadIn: leadIn !== '' });
    leadIn = '';
  });
  // Numbers with nothing behind them: what stands before them is all there is.
  if (leadIn !== '') pieces.push({ raw: trimEdges(text), text: leadIn, number: null, leadIn: true });
  return pieces;
}

function flatten(paragraphs: readonly Paragraph[]): { text: string; drawn: Map<number, Marker> } {
  const labelled = paragraphs.filter((p) => p.label !== null);
  const top = labelled.reduce((least, p) => Math.min(least, p.level), Number.MAX_SAFE_INTEGER);
  const drawn = new Map<number, Marker>();
  let text = '';
  paragraphs.forEach((paragraph, i) => {
    if (i > 0) text += '\n';
    if (paragraph.label !== null) {
      const start = text.length;
      text += `${paragraph.label} `;
      const number = paragraph.label.replace(/[\s.．、,，()（）]/gu, '');
      if (paragraph.level === top) drawn.set(start, { start, end: text.length, number });
    }
    text += paragraph.text;
  });
  return { text, drawn };
}

function findMarkers(text: string, drawn: ReadonlyMap<number, Marker>): Marker[] {
  const digits = digitMarkers(text, drawn);
  if (drawn.size > 0) return digits;
  // Of several ways of numbering in one cell the one that comes first stands above the others; those are a part of the words.
  return [digits, ...OTHER_STYLES.map((style) => signMarkers(text, style))].reduce((first, markers) => ((markers[0]?.start ?? Infinity) < (first[0]?.start ?? Infinity) ? markers : first));
}

const OTHER_STYLES: readonly MarkerStyle[] = ['chinese', 'chinese_bracket', 'digit_bracket', 'circled'];
/** Where a marker with signs of its own may stand: at the head of a paragraph, behind a blank or behind the end of a sentence. */
const SIGN_START = /(?:^|(?<=[\n。；;！：:\s]|<p>|<br ?\/?>))(?=[（(①-⑳一二三四五六七八九十\d])/giu;

/** Numbers such as （一） or ①: the next expected one begins an item. One with a stop only (一、) does so at the head of a paragraph alone, for 一、二、三产业 counts industries. */
function signMarkers(text: string, style: MarkerStyle): Marker[] {
  const markers: Marker[] = [];
  for (const { index } of text.matchAll(SIGN_START)) {
    const found = markerAt(text, index);
    if (found?.style !== style || found.value !== markers.length + 1 || index < (markers.at(-1)?.end ?? 0)) continue;
    if (style === 'chinese' && !atEdge(text, index)) continue;
    markers.push({ start: index, end: found.end, number: found.number });
  }
  const [first] = markers;
  return first !== undefined && markers.length === 1 && !atEdge(text, first.start) ? [] : markers;
}

function digitMarkers(text: string, drawn: ReadonlyMap<number, Marker>): Marker[] {
  const candidates = new Map<number, Marker>(drawn);
  const labels = [...drawn.values()];
  let label = 0;
  for (const match of text.matchAll(CANDIDATE)) {
    while (label < labels.length && (labels[label]?.end ?? 0) <= match.index) label += 1;
    if (match.index >= (labels[label]?.start ?? Number.POSITIVE_INFINITY)) continue;
    const end = typedMarkerEnd(text, match.index, match[1] ?? '');
    if (end !== null) candidates.set(match.index, { start: match.index, end, number: match[1] ?? '' });
  }
  const markers: Marker[] = [];
  let expected = 1;
  for (const marker of [...candidates.values()].sort((a, b) => a.start - b.start)) {
    const isDrawn = drawn.has(marker.start);
    if (!isDrawn && Number(marker.number) !== expected) continue;
    markers.push(marker);
    const value = Number(marker.number);
    expected = Number.isInteger(value) ? value + 1 : expected + 1;
  }
  const [first] = markers;
  const lonelyInside = first !== undefined && markers.length === 1 && !drawn.has(first.start) && !atEdge(text, first.start);
  return lonelyInside ? [] : markers;
}

/** Whether only layout stands between an offset and the start of its paragraph. */
function atEdge(text: string, offset: number): boolean {
  const from = Math.max(0, offset - EDGE_LENGTH);
  const before = text.slice(from, offset).replace(/[^\S\n]+$/u, '');
  return (before === '' && from === 0) || /(?:\n|<\/?p>|<br ?\/?>)$/iu.test(before);
}

function typedMarkerEnd(text: string, offset: number, digits: string): number | null {
  const after = text.slice(offset + digits.length, offset + digits.length + 12);
  const stop = /^[.．、]/u.exec(after)?.[0] ?? '';
  const rest = after.slice(stop.length);
  const end = offset + digits.length + stop.length + (/^\s+/u.exec(rest)?.[0].length ?? 0);
  if (!atEdge(text, offset)) return (stop === '.' || stop === '．') && /^(?:\s|$)/u.test(rest) ? end : null;
  if (stop !== '') return /^\d/u.test(rest) ? null : end;
  const opensParagraph = /(?:<p>|\n)\s*$/iu.test(text.slice(Math.max(0, offset - 20), offset));
  return opensParagraph && /^\s/u.test(rest) && !COUNTS_SOMETHING.test(rest) ? end : null;
}

/** Blanks and layout tags off both ends, in one pass: a pattern would cost the square of a long run of blanks. */
function trimEdges(text: string): string {
  let rest = text.trim();
  for (let tag = TAG_BEFORE.exec(rest); tag; tag = TAG_BEFORE.exec(rest)) rest = rest.slice(tag[0].length).trimStart();
  for (let tag = TAG_AFTER.exec(rest.slice(-TAG_LENGTH)); tag; tag = TAG_AFTER.exec(rest.slice(-TAG_LENGTH))) rest = rest.slice(0, -tag[0].length).trimEnd();
  return rest;
}

function withoutLayout(text: string): string {
  const lines = trimEdges(text).split(LINE_END).map((line) => line.trim());
  return lines.filter((line) => line !== '').join('\n');
}

/** Whether words hold a tag that is no layout: it stays as text, and the person is told. */
export function holdsTags(text: string): boolean {
  return /<(?:[a-z!/][^<>]*)>?/iu.test(text.replace(LAYOUT_TAG, ''));
}

/** How an item ends: whole, without its final stop, or in the middle of a sentence. */
export function ending(text: string): 'complete' | 'no_final_stop' | 'cut' {
  const last = text.slice(-EDGE_LENGTH).replace(/[\s”’"'）)】》」』]+$/u, '').at(-1) ?? '';
  if ('。！？!?'.includes(last) && last !== '') return 'complete';
  return /[，、：,:（(“‘《]/u.test(text.trimEnd().at(-1) ?? '') ? 'cut' : 'no_final_stop';
}
