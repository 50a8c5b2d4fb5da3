import type { RosterColumn } from '@kepu/contracts';
import { comparable, likeness, type PlainTable } from '@kepu/breakdown';

/** Columns without which nobody can be asked; a county follows from whoever brings the roster where they look after one alone. */
export const neededColumns = ['name', 'phone', 'bornOn', 'occupation'] as const satisfies readonly RosterColumn[];

/** What units write above a column, without blanks, brackets and stars. */
const headers: Readonly<Record<RosterColumn, readonly string[]>> = {
  name: ['姓名', '名字', '志愿者姓名', '志愿者', 'name'],
  phone: ['手机', '手机号', '手机号码', '电话', '电话号码', '联系电话', '联系方式', '移动电话', 'phone', 'mobile'],
  bornOn: ['出生日期', '出生年月日', '出生年月', '生日', 'birthdate', 'dateofbirth'],
  occupation: ['职业', '身份', '职业身份', '人员类别', '类别', 'occupation'],
  county: ['县市区', '区县', '县区', '县', '所在县市区', '所在区县', '所属区县', '常住地', 'county'],
  unit: ['单位', '所在单位', '工作单位', '单位名称', '学校', '所属单位', 'unit'],
  topics: ['主题', '关注的主题', '关注主题', '专长', '特长', 'topics'],
  pool: ['人才队伍', '队伍', '所属队伍', '拟加入队伍', 'pool'],
};
const byHeader = new Map(Object.entries(headers).flatMap(([column, names]) => names.map((name) => [name, column as RosterColumn] as const)));
/** The column that a table came back with: read again, it is not asked for, and not given twice. */
export const isOurs = (header: string): boolean => ['问题', 'Problems'].includes(plain(header));
/** The title of a sheet and its notes may stand above the header. */
const HEADER_WITHIN = 10;

/** Text as people meant it: full-width signs made plain, invisible ones gone, no blanks around. */
export const plain = (text: string): string => text.normalize('NFKC').replace(/[\u200b-\u200f\u202a-\u202e\u2060\ufeff]/gu, '').replace(/\s+/gu, ' ').trim();
/** The same for comparing names of things. */
export const bare = (text: string): string => plain(text).toLowerCase().replace(/[\s()（）*:：、,，·.]/gu, '');
/** The letter of a column, counted from 0. */
export const letterOf = (column: number): string => (column < 26 ? '' : letterOf(Math.floor(column / 26) - 1)) + String.fromCharCode(65 + (column % 26));

/** Where the header of a roster stands, and which column is what. */
export interface RosterHeader { readonly table: PlainTable; readonly row: number; readonly columns: ReadonlyMap<RosterColumn, number>; readonly headers: readonly string[]; readonly missing: readonly RosterColumn[]; readonly others: readonly string[] }

const headerOf = (table: PlainTable): RosterHeader | null => {
  let best: RosterHeader | null = null;
  for (const row of table.rows.slice(0, HEADER_WITHIN)) {
    const columns = new Map<RosterColumn, number>();
    const texts: string[] = [];
    const others: string[] = [];
    for (const cell of row.cells) {
      texts[cell.column] = cell.text.trim().slice(0, 60);
      const column = byHeader.get(bare(cell.text));
      if (column && !columns.has(column)) columns.set(column, cell.column);
      else if (plain(cell.text) !== '' && !isOurs(cell.text)) others.push(plain(cell.text).slice(0, 40));
    }
    const missing = neededColumns.filter((column) => !columns.has(column));
    if (columns.size > (best?.columns.size ?? 1)) best = { table, row: row.row, columns, headers: Array.from(texts, (text) => text ?? ''), missing, others };
  }
  return best;
};

/** The header of the first sheet that has one which says most: a workbook may begin with a cover. Null where no sheet looks like a roster. */
export const findHeader = (tables: readonly PlainTable[]): RosterHeader | null =>
  tables.flatMap((table) => headerOf(table) ?? []).sort((a, b) => a.missing.length - b.missing.length || b.columns.size - a.columns.size)[0] ?? null;

/** A thing by the names that people may write for it; the first is its own. */
export interface Choice { readonly id: string; readonly names: readonly string[] }
/** What a name was found to mean. */
export type Match = { readonly kind: 'one'; readonly id: string; readonly name: string } | { readonly kind: 'many' | 'none'; readonly suggestion: string | null };

/** How alike two names have to be to be held out to a person; nothing is ever taken for another name. */
const ALIKE = 0.6;
/** Comparing with every name costs: a roster of other people's names gets no further help. */
const MOST_LOOKS = 60;

/** Finds choices by name, and remembers what it was asked. */
export class Finder {
  private readonly exact = new Map<string, Set<string>>();
  private readonly known = new Map<string, Match>();
  private readonly nameOf = new Map<string, string>();
  private looks = 0;

  constructor(private readonly choices: readonly Choice[]) {
    for (const { id, names } of choices) {
      this.nameOf.set(id, names[0] ?? id);
      for (const name of names) this.exact.set(bare(name), (this.exact.get(bare(name)) ?? new Set<string>()).add(id));
    }
  }

  find(text: string): Match {
    const key = bare(text);
    const seen = this.known.get(key);
    if (seen) return seen;
    const match = this.look(key);
    this.known.set(key, match);
    return match;
  }

  private look(key: string): Match {
    const ids = [...(this.exact.get(key) ?? [])];
    const [id] = ids;
    if (id !== undefined && ids.length === 1) return { kind: 'one', id, name: this.nameOf.get(id) ?? id };
    if (ids.length > 1) return { kind: 'many', suggestion: null };
    return { kind: 'none', suggestion: (this.looks += 1) > MOST_LOOKS ? null : this.nearest(key) };
  }

  private nearest(key: string): string | null {
    const wanted = comparable(key);
    const [best] = this.choices.flatMap(({ names }) => names.map((name) => ({ name: names[0] ?? name, like: likeness(wanted, comparable(bare(name))) }))).sort((a, b) => b.like - a.like);
    return best && best.like >= ALIKE ? best.name : null;
  }
}
