import type { Programme, ProgrammeMapping, Term, ThemeDay } from '@kepu/contracts';
import { nextThemeDay } from '@kepu/domain';
import { LENGTHS } from '../../platform/database/column-lengths.js';
import { searchKey, sortKey } from '../../platform/pinyin/pinyin.js';
import { ENTRY_SEARCH_LENGTH } from './dictionary.entity.js';
import type { MappingRow, ProgrammeRow } from './programmes.repository.js';
import type { TermRow } from './terms.repository.js';
import type { ThemeDayRow } from './theme-days.repository.js';

/** What an entry sorts by and is found under. */
export const entryKeys = (name: string, aliases: readonly string[]): { name: string; nameKey: string; searchKey: string; aliases: string[] } => ({
  name, nameKey: sortKey(name, LENGTHS.searchKey), searchKey: searchKey([...new Set([name, ...aliases])], ENTRY_SEARCH_LENGTH), aliases: [...aliases],
});

/** The aliases of an entry that takes over further names; its own name is none of them. */
export const withAliases = (name: string, aliases: readonly string[], more: readonly string[]): string[] => [...new Set([...aliases, ...more])].filter((alias) => alias !== name);

const namedOrNull = (id: string | null, name: string | null) => (id === null ? null : { id, name: name ?? '' });
const parsed = <T>(json: string): T => JSON.parse(json) as T;

export const termView = (row: TermRow): Term => ({
  id: row.id, kind: row.kind, name: row.name, aliases: parsed<string[]>(row.aliases), parent: namedOrNull(row.parentId, row.parentName), sortNo: row.sortNo, closedOn: row.closedOn,
  successor: namedOrNull(row.successorId, row.successorName), version: row.version,
});

export const programmeView = (row: ProgrammeRow): Programme => ({
  id: row.id, set: { id: row.setId, name: row.setName }, name: row.name, shortName: row.shortName, kind: row.kind, aliases: parsed<string[]>(row.aliases), sortNo: row.sortNo,
  closedOn: row.closedOn, successor: namedOrNull(row.successorId, row.successorName), version: row.version,
});

/** Where nobody has said anything a person is asked. */
export const mappingView = (row: MappingRow): ProgrammeMapping => ({
  from: { id: row.fromId, name: row.fromName }, toSet: { id: row.toSetId, name: row.toSetName }, to: namedOrNull(row.toId, row.toName), ask: row.toId === null || Number(row.ask) === 1, note: row.note, version: row.version ?? 0,
});

/** A theme day with the date that comes next, as of today. */
export const themeDayView = (row: ThemeDayRow, today: string): ThemeDay => {
  const rule = parsed<ThemeDay['rule']>(row.rule);
  const next = nextThemeDay(rule, today);
  return { id: row.id, name: row.name, aliases: parsed<string[]>(row.aliases), rule, note: row.note, next: next && { from: next.from, to: next.to }, closedOn: row.closedOn, version: row.version };
};
