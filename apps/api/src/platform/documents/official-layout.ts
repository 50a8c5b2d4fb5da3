import type { IParagraphOptions } from 'docx';

/** Kinds of lines that an official document has. */
export type LineKind = 'masthead' | 'number' | 'title' | 'subtitle' | 'body' | 'heading' | 'text' | 'annexNote' | 'signature' | 'date' | 'annexMark' | 'tableTitle' | 'fact' | 'note';

/** `upright` and `across`: pages of an official paper. `list`: a working list across the page, which needs its width. */
export type PageKind = 'upright' | 'across' | 'list';

/** How a line looks; sizes in half points: 2号 is 44, 3号 32, 4号 28, 小四 24. */
interface LineStyle { readonly font: string; readonly size: number; readonly colour?: string; readonly paragraph: Omit<IParagraphOptions, 'children'> }

/** Millimetres as twentieths of a point. */
export const mm = (millimetres: number): number => Math.round((millimetres * 1440) / 25.4);

const SONG = '方正小标宋简体';
const FANG = '仿宋_GB2312';
const HEI = '黑体';
const RED = 'FF0000';
/** 22 lines on 225 mm. */
const LINE = 580;
const exact = { line: LINE, lineRule: 'exact' } as const;
/** Widest masthead in points: the text block is 156 mm wide. */
const MASTHEAD_POINTS = 440;

/** Font and size inside tables: 小四, as the annexes of such papers have it. */
export const TABLE_FONT = FANG;
export const TABLE_HEAD_FONT = HEI;
export const TABLE_SIZE = 24;
export const TABLE_LINE = 360;

/**
 * Edges by GB/T 9704—2012 5.1 and 5.2.1: 37 mm above, 28 mm at the binding, a text block of 156 × 225 mm. A table across stands with its head at the binding (its clause on 横排表格). The number of the page
 * stands 7 mm below the text.
 */
export const margins = (page: PageKind) => (page === 'list' ? { top: mm(20), bottom: mm(20), left: mm(18), right: mm(18), header: mm(10), footer: mm(10) } : page === 'across'
  ? { top: mm(28), bottom: mm(26), left: mm(35), right: mm(37), header: mm(15), footer: mm(13) }
  : { top: mm(37), bottom: mm(35), left: mm(28), right: mm(26), header: mm(15), footer: mm(22) });

/** Each kind of line, by its text. */
export const lineStyles: Readonly<Record<LineKind, (text: string) => LineStyle>> = {
  // As large as it goes on one line, and never smaller than the title. 35 mm from the upper edge of the text block.
  masthead: (text) => ({ font: SONG, size: Math.max(44, Math.min(96, 2 * Math.floor(MASTHEAD_POINTS / Math.max(1, [...text].length)))), colour: RED, paragraph: { alignment: 'center', spacing: { before: mm(30) } } }),
  number: () => ({ font: FANG, size: 32, paragraph: { alignment: 'center', spacing: { ...exact, before: 2 * LINE }, border: { bottom: { style: 'single', size: 12, color: RED, space: 11 } } } }),
  title: () => ({ font: SONG, size: 44, paragraph: { alignment: 'center', spacing: { line: 640, lineRule: 'exact', before: 2 * LINE } } }),
  subtitle: () => ({ font: FANG, size: 32, paragraph: { alignment: 'center', spacing: exact } }),
  body: () => ({ font: FANG, size: 32, paragraph: { alignment: 'both', spacing: { ...exact, before: LINE }, indent: { firstLine: 640 } } }),
  // 7.3.3: headings of the first level in 黑体, words below without a gap.
  heading: () => ({ font: HEI, size: 32, paragraph: { spacing: exact, indent: { firstLine: 640 }, keepNext: true } }),
  text: () => ({ font: FANG, size: 32, paragraph: { alignment: 'both', spacing: exact, indent: { firstLine: 640 } } }),
  annexNote: () => ({ font: FANG, size: 32, paragraph: { spacing: { ...exact, before: LINE }, indent: { left: 1600, hanging: 960 } } }),
  signature: () => ({ font: FANG, size: 32, paragraph: { alignment: 'right', spacing: { ...exact, before: 2 * LINE }, indent: { right: 640 } } }),
  date: () => ({ font: FANG, size: 32, paragraph: { alignment: 'right', spacing: exact, indent: { right: 1280 } } }),
  annexMark: () => ({ font: HEI, size: 32, paragraph: { spacing: exact } }),
  tableTitle: () => ({ font: SONG, size: 44, paragraph: { alignment: 'center', spacing: { line: 640, lineRule: 'exact', before: 240, after: 240 }, keepNext: true } }),
  fact: () => ({ font: FANG, size: 28, paragraph: { spacing: { after: 120 }, keepNext: true } }),
  note: () => ({ font: FANG, size: 21, paragraph: { spacing: { before: 160 } } }),
};
