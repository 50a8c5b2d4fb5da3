import type { Unit } from '@kepu/contracts';
import { LENGTHS } from '../../platform/database/column-lengths.js';
import { searchKey, sortKey } from '../../platform/pinyin/pinyin.js';
import { UNIT_SEARCH_LENGTH, type UnitEntity } from './unit.entity.js';
import type { UnitNameRow } from './unit-names.repository.js';
import type { UnitRow } from './units.repository.js';

/** A unit as the API shows it. */
export const unitView = (row: UnitRow, names: readonly UnitNameRow[]): Unit => {
  const own = names.filter((name) => name.unitId === row.id);
  return {
    id: row.id, name: row.name, fullName: row.fullName, aliases: own.filter((name) => name.kind === 'alias').map((name) => name.name),
    formerNames: own.flatMap((name) => (name.kind === 'former' && name.untilDay !== null ? [{ name: name.name, until: name.untilDay }] : [])),
    kind: row.kind, division: { code: row.divisionCode, name: row.divisionName }, parent: row.parentId === null ? null : { id: row.parentId, name: row.parentName ?? '' },
    sortNo: row.sortNo, hostsOffice: Boolean(row.hostsOffice), openedOn: row.openedOn, closedOn: row.closedOn,
    successor: row.successorId === null ? null : { id: row.successorId, name: row.successorName ?? '' }, version: row.version,
  };
};

/** What a unit sorts by and is found under: its present names first, for the key has an end. */
export const unitKeys = (name: string, fullName: string, others: readonly string[]): Pick<UnitEntity, 'name' | 'nameKey' | 'fullName' | 'searchKey'> => ({
  name, fullName, nameKey: sortKey(name, LENGTHS.searchKey), searchKey: searchKey([...new Set([name, fullName, ...others])], UNIT_SEARCH_LENGTH),
});

/** What the audit trail keeps of a unit. */
export const unitState = (unit: Unit): Record<string, unknown> => ({
  name: unit.name, fullName: unit.fullName, aliases: unit.aliases, kind: unit.kind, divisionCode: unit.division.code, parentId: unit.parent?.id ?? null, sortNo: unit.sortNo,
  hostsOffice: unit.hostsOffice, openedOn: unit.openedOn,
});
