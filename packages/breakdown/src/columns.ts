import type { GridRow } from './grid.js';
import { normaliseName } from './normalise.js';
import { COLUMN_ROLES, OWN_COLUMNS, type ColumnMap, type ColumnRole, type HeadingMeaning, type OwnColumn } from './types.js';

/** Headings as papers print them, compared after normalisation. Within a role the earlier pattern wins. */
const HEADINGS: Readonly<Record<ColumnRole, readonly RegExp[]>> = {
  responsible: [/^责任(?:单位|部门|主体)(?:及分工)?$/u, /^(?:承办|落实|实施|完成|执行)(?:单位|部门)$/u, /^单位(?:名称)?$/u],
  lead: [/^(?:牵头|主办|主要责任|主责)(?:责任)?(?:单位|部门)$/u],
  cooperating: [/^(?:配合|协办|协同|参与|协助|参加)(?:责任)?(?:单位|部门)$/u],
  programme: [/^(?:工作|重点)?项目(?:名称|类别)?$/u, /^(?:重点)?(?:行动|工程)(?:名称)?$/u, /^(?:任务|工作)类别$/u, /^重点(?:任务|工作)$/u],
  content: [
    /^(?:主要|具体|重点)?工作内容(?:和|与|及)?(?:工作)?(?:要求|目标|措施|任务)?$/u,
    /^(?:主要|具体|目标|工作|重点)?(?:工作)?任务(?:内容|和要求|及要求)?$/u,
    /^(?:主要|具体)?(?:工作)?(?:措施|目标|要求|举措|内容)$/u,
  ],
  due: [/^(?:完成|办结|计划完成)?(?:时限|时间|期限|日期)(?:要求|节点)?$/u, /^(?:时间|进度)(?:安排|要求|节点)$/u],
  number: [/^(?:序号|编号|号|no)$/u],
  note: [/^备注$/u],
};

/** Headings of our own papers, word for word: nobody else's table is read by their rules. */
export const OWN_HEADINGS: Readonly<Record<OwnColumn, string>> = { entry: '条目编号', targets: '核定指标' };

const LONGEST_HEADING = 20;
/** A person may have said what a longer one means. */
const LONGEST_MEANING = 60;

/** 重点任务 is a programme beside a column of work, and the work itself where there is none. */
const EITHER = /^重点(?:任务|工作)$/u;

/** Reads a row as a heading; null unless it names a content column and at least one column of units. `meanings` go before the patterns. */
export function readHeader(row: GridRow, meanings: readonly HeadingMeaning[]): ColumnMap | null {
  const headings = row.cells.map((cell) => (cell && cell.text.length <= LONGEST_HEADING ? normaliseName(cell.text) : ''));
  const map: ColumnMap = {};
  const taken = new Set<number>();
  const take = (role: ColumnRole | OwnColumn, column: number): void => {
    map[role] = column;
    taken.add(column);
  };
  for (const role of OWN_COLUMNS) {
    const column = headings.indexOf(OWN_HEADINGS[role]);
    // Amounts stand in a column of their own only where each row is one item.
    if (column >= 0 && (role === 'entry' || map.entry !== undefined)) take(role, column);
  }
  const whole = meanings.length === 0 ? [] : row.cells.map((cell) => (cell && cell.text.length <= LONGEST_MEANING ? normaliseName(cell.text) : ''));
  for (const { heading, role } of meanings) {
    const column = whole.indexOf(normaliseName(heading));
    if (column >= 0 && map[role] === undefined && !taken.has(column)) take(role, column);
  }
  for (const role of COLUMN_ROLES) {
    if (map[role] !== undefined) continue;
    for (const pattern of HEADINGS[role]) {
      const column = headings.findIndex((heading, i) => !taken.has(i) && pattern.test(heading));
      if (column < 0) continue;
      take(role, column);
      break;
    }
  }
  if (map.content === undefined && map.programme !== undefined && EITHER.test(headings[map.programme] ?? '')) {
    map.content = map.programme;
    delete map.programme;
  }
  const hasUnits = map.responsible !== undefined || map.lead !== undefined;
  return map.content !== undefined && hasUnits ? map : null;
}
