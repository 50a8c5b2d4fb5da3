import type { Team } from '@kepu/contracts';
import { label, type Locale } from '@kepu/contracts/labels';
import { addSheet, bytesOf, inert, workbook } from '../../platform/sheets/sheet.js';

const widths = { name: 30, kind: 16, unit: 26, leader: 12, state: 10, members: 10, activities: 12, people: 12, hours: 12, about: 50, reason: 30 } as const;
type Column = keyof typeof widths;
const MINUTES = 60;

/** Teams as staff see them: one row each. */
export const teamsWorkbook = async (teams: readonly Team[], locale: Locale): Promise<Buffer> => {
  const cells: Readonly<Record<Column, (team: Team) => string | number>> = {
    name: ({ name }) => name, kind: ({ kind }) => kind.name, unit: ({ unit }) => unit.name, leader: ({ leader }) => leader?.name ?? '', state: ({ state }) => label(locale, `terms.teamStates.${state}`), members: ({ members }) => members, activities: ({ served }) => served.activities, people: ({ served }) => served.people,
    hours: ({ served }) => Math.round((served.minutes / MINUTES) * 10) / 10, about: ({ about }) => about ?? '', reason: ({ reason }) => reason ?? '',
  };
  const columns = Object.keys(widths) as Column[];
  const book = await workbook();
  const sheet = addSheet(book, label(locale, 'documents.teamSheet'), columns.map((column) => ({ header: label(locale, `documents.teamColumns.${column}`), width: widths[column] })));
  for (const team of teams) sheet.addRow(columns.map((column) => { const value = cells[column](team); return typeof value === 'string' ? inert(value) : value; }));
  return bytesOf(book);
};
