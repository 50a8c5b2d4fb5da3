import { StreamableFile } from '@nestjs/common';
import { printableText } from '@kepu/breakdown';
import type { IParagraphStyleOptions, ISectionOptions, Paragraph, Table } from 'docx';
import type { FastifyReply } from 'fastify';
import { attachment } from '../files/index.js';
import { lineStyles, margins, mm, TABLE_FONT, TABLE_HEAD_FONT, TABLE_LINE, TABLE_SIZE, type LineKind, type PageKind } from './official-layout.js';

/** A table's cell: its paragraphs, and over how many rows it reaches down. */
export interface DocumentCell { readonly paragraphs: readonly string[]; readonly rows: number }
/** A column: its heading, its share of the width, and whether its short words stand in the middle. */
export interface DocumentColumn { readonly heading: string; readonly share: number; readonly centred?: boolean }
/** A line of the document, or a table. Null is covered by the cell above. */
export type DocumentPart =
  | { readonly kind: LineKind; readonly text: string }
  | { readonly kind: 'table'; readonly columns: readonly DocumentColumn[]; readonly rows: readonly (readonly (DocumentCell | null)[])[] };
/** Pages of one kind. */
export interface DocumentSection { readonly page: PageKind; readonly parts: readonly DocumentPart[] }

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
/** Rows after which others have their turn: making a table is work of a hundredth of a second or so for each. */
const ROWS_AT_ONCE = 200;
/** Lines of a row that is not broken over two pages: a third of a page. */
const MOST_KEPT_LINES = 10;
const turn = (): Promise<void> => new Promise((resolve) => { setImmediate(resolve); });

/** A Word file in the layout of official documents (GB/T 9704—2012): A4, its margins, fonts and page numbers. */
export const officialDocument = async (title: string, sections: readonly DocumentSection[]): Promise<Buffer> => {
  // Loaded for the first document: no start waits for it.
  const docx = await import('docx');
  const made: ISectionOptions[] = [];
  for (const { page, parts } of sections) {
    const children: (Paragraph | Table)[] = [];
    for (const part of parts) children.push(part.kind === 'table' ? await tableOf(docx, part, page) : lineOf(docx, part.kind, part.text));
    const margin = margins(page);
    made.push({
      properties: { page: { size: { width: mm(210), height: mm(297), orientation: page === 'upright' ? docx.PageOrientation.PORTRAIT : docx.PageOrientation.LANDSCAPE }, margin } },
      footers: { default: pageNumber(docx, 'right'), even: pageNumber(docx, 'left') }, children,
    });
  }
  const document = new docx.Document({
    title: printableText(title), creator: '', evenAndOddHeaderAndFooters: true,
    styles: { paragraphStyles: tableStyles(), default: { document: { run: { size: 32, font: { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: '仿宋_GB2312' }, language: { eastAsia: 'zh-CN' } } } } },
    sections: made,
  });
  return docx.Packer.toBuffer(document);
};

/** A day as official papers print it. */
export const longDay = (day: string): string => day.replace(/^(\d+)-0?(\d+)-0?(\d+)$/, '$1年$2月$3日');

/** A Word file as an answer: a file to keep, and nobody's to cache. */
export const documentAnswer = (reply: FastifyReply, name: string, bytes: Buffer, type = DOCX): StreamableFile => {
  void reply.headers({ 'content-type': type, 'content-disposition': attachment(name), 'cache-control': 'private, no-store', 'x-content-type-options': 'nosniff' });
  return new StreamableFile(bytes);
};

type Docx = typeof import('docx');

function lineOf(docx: Docx, kind: LineKind, text: string): Paragraph {
  const clean = printableText(text);
  const { font, size, colour, paragraph } = lineStyles[kind](clean);
  return new docx.Paragraph({
    ...paragraph, children: [new docx.TextRun({ text: clean, size, font: fontOf(font), ...(colour ? { color: colour } : {}) })],
  });
}

const fontOf = (eastAsia: string) => ({ ascii: eastAsia === '仿宋_GB2312' ? 'Times New Roman' : eastAsia, hAnsi: eastAsia === '仿宋_GB2312' ? 'Times New Roman' : eastAsia, eastAsia });

/** Styles of what stands in tables. */
function tableStyles(): IParagraphStyleOptions[] {
  const style = (id: string, font: string, alignment: 'left' | 'center'): IParagraphStyleOptions => ({ id, name: id, run: { size: TABLE_SIZE, font: fontOf(font) }, paragraph: { alignment, spacing: { line: TABLE_LINE, lineRule: 'atLeast' } } });
  return [style('TableText', TABLE_FONT, 'left'), style('TableCentred', TABLE_FONT, 'center'), style('TableHead', TABLE_HEAD_FONT, 'center')];
}

/** “— 1 —” in 4号 at the outer edge, one sign in from it. */
function pageNumber(docx: Docx, side: 'left' | 'right') {
  const indent = side === 'right' ? { right: 280 } : { left: 280 };
  const run = { size: 28, font: { ascii: '宋体', hAnsi: '宋体', eastAsia: '宋体' } };
  return new docx.Footer({
    children: [new docx.Paragraph({ alignment: side === 'right' ? docx.AlignmentType.RIGHT : docx.AlignmentType.LEFT, indent, children: [new docx.TextRun({ ...run, children: ['— ', docx.PageNumber.CURRENT, ' —'] })] })],
  });
}

async function tableOf(docx: Docx, { columns, rows }: Extract<DocumentPart, { kind: 'table' }>, page: PageKind): Promise<Table> {
  const shares = columns.reduce((sum, { share }) => sum + share, 0);
  const { left, right } = margins(page);
  const width = mm(page === 'upright' ? 210 : 297) - left - right;
  const widths = columns.map(({ share }) => Math.floor((width * share) / shares));
  // By styles: what is said once for the table costs nothing for each of its cells.
  const paragraph = (text: string, centred: boolean, head = false): Paragraph => new docx.Paragraph({ style: head ? 'TableHead' : centred ? 'TableCentred' : 'TableText', children: text === '' ? [] : [new docx.TextRun(text)] });
  const cell = (column: number, children: Paragraph[], verticalMerge?: 'restart' | 'continue') => new docx.TableCell({
    children, width: { size: widths[column] ?? 0, type: docx.WidthType.DXA }, verticalAlign: columns[column]?.centred ? docx.VerticalAlign.CENTER : docx.VerticalAlign.TOP, ...(verticalMerge ? { verticalMerge } : {}),
  });
  /** About how many lines a row has: a short one is kept on one page. */
  const linesOf = (row: readonly (DocumentCell | null)[]): number => Math.max(...row.map((given, column) => {
    const signs = Math.max(1, Math.floor((widths[column] ?? 0) / (TABLE_SIZE * 10)) - 1);
    return given === null || given.rows > 1 ? 1 : given.paragraphs.reduce((sum, text) => sum + Math.max(1, Math.ceil(text.length / signs)), 0);
  }));
  const made = [new docx.TableRow({ tableHeader: true, cantSplit: true, children: columns.map(({ heading }, column) => cell(column, [paragraph(printableText(heading), true, true)])) })];
  for (const [at, row] of rows.entries()) {
    if (at % ROWS_AT_ONCE === ROWS_AT_ONCE - 1) await turn();
    made.push(new docx.TableRow({ cantSplit: linesOf(row) <= MOST_KEPT_LINES, children: columns.map(({ centred = false }, column) => {
      const given = row[column] ?? null;
      if (given === null) return cell(column, [paragraph('', false)], 'continue');
      return cell(column, (given.paragraphs.length > 0 ? given.paragraphs : ['']).map((text) => paragraph(text, centred)), given.rows > 1 ? 'restart' : undefined);
    }) }));
  }
  return new docx.Table({
    rows: made, columnWidths: widths, width: { size: width, type: docx.WidthType.DXA }, layout: docx.TableLayoutType.FIXED, margins: { top: 40, bottom: 40, left: 85, right: 85 },
  });
}
