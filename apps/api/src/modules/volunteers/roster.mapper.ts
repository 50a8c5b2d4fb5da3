import type { RosterEntry, RosterEntryState, RosterImport, RosterRow } from '@kepu/contracts';
import { fromDbTime } from '../../platform/database/index.js';
import { maskPhone } from '../identity/index.js';
import type { Problem, RosterLine } from './roster-content.js';
import type { EntryRow } from './roster-entries.repository.js';
import type { RosterImportRow } from './roster-imports.repository.js';
import type { RosterLayout } from './roster-seals.js';

/** A roster as its page shows it. */
export const importView = (row: RosterImportRow, layout: RosterLayout, counts: Partial<Record<RosterEntryState, number>>): RosterImport => ({
  id: row.id, fileName: row.fileName, state: row.state, body: row.body, rows: row.rowsRead, problemRows: row.faultyRows, otherColumns: [...layout.others], kept: Boolean(row.kept),
  counts: { pending: 0, accepted: 0, declined: 0, withdrawn: 0, expired: 0, ...counts }, createdBy: row.createdByName, createdAt: fromDbTime(row.createdAt), version: row.version,
});

/** A whole number is not shown where it is right: only a person who has to mend one reads what stands there. */
const shownValue = ({ field, code, value }: Problem): string => (field === 'phone' && code !== 'bad_phone' && code !== 'phone_rounded' ? maskPhone(value.trim()) : value);

/** A row of a preview. */
export const lineView = ({ rowNo, values, problems }: RosterLine): RosterRow => ({
  rowNo, name: values.name, phone: values.phone && maskPhone(values.phone), bornOn: values.bornOn, occupation: values.occupation, county: values.county?.name ?? null, unit: values.unit?.name ?? null, topics: values.topics.map(({ name }) => name), pool: values.pool?.name ?? null,
  problems: problems.map((problem) => ({ code: problem.code, field: problem.field, cell: `${problem.column}${rowNo}`, value: shownValue(problem), suggestion: problem.suggestion })),
});

/** How a question stands now. */
export const stateAt = ({ state, expiresAt }: Pick<EntryRow, 'state' | 'expiresAt'>, now: Date): RosterEntryState => (state === 'pending' && Date.parse(fromDbTime(expiresAt)) <= now.getTime() ? 'expired' : state);

/** Somebody who is asked, as staff see it. */
export const entryView = (row: EntryRow, phone: string | null, now: Date): RosterEntry => ({
  id: row.id, importId: row.importId, name: row.name ?? '', phone: phone && maskPhone(phone), state: stateAt(row, now), unit: row.unitName, county: row.countyName, pool: row.poolName, askedBy: row.createdByName, createdAt: fromDbTime(row.createdAt), expiresAt: fromDbTime(row.expiresAt),
  remindedAt: row.remindedAt && fromDbTime(row.remindedAt), sentAt: row.sentAt && fromDbTime(row.sentAt), answeredAt: row.answeredAt && fromDbTime(row.answeredAt),
});
