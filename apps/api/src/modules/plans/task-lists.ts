import { printableText } from '@kepu/breakdown';
import type { Assignment } from '@kepu/contracts';
import { label, type Locale } from '@kepu/contracts/labels';
import { officialDocument } from '../../platform/documents/official-document.js';
import { shanghaiDay } from '../../platform/clock/index.js';
import { bytesOf, printedSheet, rowHeight, thinBorder, verbatim, workbook } from '../../platform/sheets/sheet.js';
import type { DemandRow } from './measures.repository.js';
import type { BareItem } from './plan.mapper.js';
import { dueTextOf } from './plan-export.js';

/** The work of one unit under a plan, in the order of the paper. */
export interface TaskList { readonly unit: Assignment['unit']; readonly tasks: readonly { readonly item: BareItem; readonly assignment: Assignment }[] }
/** What stands around a list. */
export interface TaskListFrame { readonly planTitle: string; readonly docNumber: string | null; readonly stamp: string; readonly locale: Locale }

/** Columns of a list: what is blank is filled in by hand. Share of the width, and width in characters. */
const columns = [
  ['seq', 5, 5], ['programme', 13, 14], ['text', 41, 46], ['part', 8, 9], ['partners', 13, 14], ['due', 9, 11], ['demands', 14, 16], ['state', 16, 12], ['chargedLeader', 8, 9], ['chargedPerson', 8, 10], ['remark', 8, 10],
] as const;
const roles = ['lead', 'responsible', 'cooperating'] as const;

/** The lists of units, in the order given; what a unit has no part in any more is left out. */
export const taskListsOf = (items: readonly BareItem[], unitOrder: readonly string[]): TaskList[] => {
  const byUnit = new Map<string, { unit: Assignment['unit']; tasks: TaskList['tasks'][number][] }>();
  for (const item of items) {
    for (const assignment of item.assignments) {
      if (assignment.state === 'withdrawn') continue;
      const list = byUnit.get(assignment.unit.id) ?? { unit: assignment.unit, tasks: [] };
      list.tasks.push({ item, assignment });
      byUnit.set(assignment.unit.id, list);
    }
  }
  const place = new Map(unitOrder.map((id, at) => [id, at]));
  return [...byUnit.values()].sort((a, b) => (place.get(a.unit.id) ?? unitOrder.length) - (place.get(b.unit.id) ?? unitOrder.length));
};

/** What an item is measured by, in words, by item: the paper's numbers as it prints them, the office's measures by name. */
export const demandsByItem = (rows: readonly DemandRow[]): ReadonlyMap<string, string[]> => {
  const byItem = new Map<string, string[]>();
  for (const { itemId, name, raw, origin, demands } of rows) {
    const words = origin === 'paper' ? (raw ?? name) : demands === null ? name : `${name}（${demands}）`;
    byItem.set(itemId, [...(byItem.get(itemId) ?? []), words]);
  }
  return byItem;
};

/** The rows of a list as texts, in the order of its columns. */
const rowsOf = ({ unit, tasks }: TaskList, demands: ReadonlyMap<string, readonly string[]>, locale: Locale): string[][] => tasks.map(({ item, assignment }, at) => {
  const own = new Set([assignment.unit.printed, unit.name, unit.printed]);
  const partners = roles.flatMap((role) => {
    const names = [...new Set(item.units.filter((other) => other.role === role && !own.has(other.printed)).map(({ printed }) => printed))];
    return names.length === 0 ? [] : [role === assignment.role ? names.join('、') : `${label(locale, `terms.assignmentRoles.${role}`)}：${names.join('、')}`];
  });
  const state = assignment.state === 'signed' && assignment.signedAt !== null ? label(locale, 'documents.signedOn', { day: shanghaiDay(new Date(assignment.signedAt)) }) : label(locale, `terms.assignmentStates.${assignment.state}`);
  const measured = demands.get(item.id) ?? item.targets.map(({ raw }) => raw);
  return [
    String(at + 1), item.programme.printed, item.number === null ? item.text : `${item.number}. ${item.text}`, label(locale, `terms.assignmentRoles.${assignment.role}`), partners.join('\n'), dueTextOf(item, locale, [assignment]), measured.join('\n'), state, '', '', '',
  ].map(printableText);
});

const headings = (locale: Locale): string[] => columns.map(([name]) => label(locale, `documents.${name}`));
const titleOf = ({ unit }: TaskList, { locale }: TaskListFrame): string => label(locale, 'documents.taskListOf', { unit: unit.name });
const factOf = ({ tasks }: TaskList, { planTitle, docNumber, locale }: TaskListFrame): string => [planTitle, docNumber, label(locale, 'documents.counted', { count: tasks.length })].filter(Boolean).join('　');

/** A list as a Word file, across the page. */
export const taskListDocx = (list: TaskList, demands: ReadonlyMap<string, readonly string[]>, frame: TaskListFrame): Promise<Buffer> => {
  const names = headings(frame.locale);
  const title = titleOf(list, frame);
  return officialDocument(title, [{ page: 'list', parts: [
    { kind: 'tableTitle', text: title }, { kind: 'fact', text: factOf(list, frame) },
    {
      kind: 'table', columns: columns.map(([name, share], at) => ({ heading: names[at] ?? '', share, centred: name !== 'text' && name !== 'demands' && name !== 'partners' })),
      rows: rowsOf(list, demands, frame.locale).map((row) => row.map((text) => ({ paragraphs: text.split('\n'), rows: 1 }))),
    },
    { kind: 'note', text: frame.stamp },
  ] }]);
};

/** A list as a workbook. */
export const taskListXlsx = async (list: TaskList, demands: ReadonlyMap<string, readonly string[]>, frame: TaskListFrame): Promise<Buffer> => {
  const book = await workbook();
  const widths = columns.map(([, , width]) => width);
  const sheet = printedSheet(book, label(frame.locale, 'documents.taskList'), widths, label(frame.locale, 'documents.sheetPage'));
  const across = (text: string, bold: boolean): void => {
    const row = sheet.addRow([verbatim(text)]);
    sheet.mergeCells(row.number, 1, row.number, columns.length);
    row.getCell(1).style = { font: bold ? { bold, size: 16 } : { size: 10 }, alignment: { horizontal: bold ? 'center' : 'left', vertical: 'middle', wrapText: true } };
  };
  across(titleOf(list, frame), true);
  across(factOf(list, frame), false);
  const heading = sheet.addRow(headings(frame.locale));
  heading.eachCell((cell) => { cell.style = { font: { bold: true }, alignment: { horizontal: 'center', vertical: 'middle', wrapText: true }, border: thinBorder }; });
  sheet.views = [{ state: 'frozen', ySplit: heading.number }];
  sheet.pageSetup.printTitlesRow = `${heading.number}:${heading.number}`;
  for (const texts of rowsOf(list, demands, frame.locale)) {
    const row = sheet.addRow(texts.map((text, at) => (at === 0 ? Number(text) : verbatim(text))));
    row.eachCell({ includeEmpty: true }, (cell) => { cell.style = { alignment: { wrapText: true, vertical: 'top' }, border: thinBorder }; });
    row.height = rowHeight(texts, widths);
  }
  across(frame.stamp, false);
  return bytesOf(book);
};
