import type { Roster, Shift } from '@kepu/contracts';
import { chooseLedger, mostMinutes, type LedgerChoice } from '@kepu/domain';

type Row = Roster['rows'][number];
/** What the leader says of one person's hours, where it differs from what is proposed. */
export interface HoursSaid { minutes?: number | null; onDuty?: boolean; note?: string }
/** One person's hours before they are confirmed. */
export interface HoursRow { row: Row; minutes: number | null; proposed: number; onDuty: boolean; choice: LedgerChoice; tooMany: boolean }

const there = (rows: readonly Row[]): Row[] => rows.filter(({ attendance, recorded }) => !recorded && (attendance?.state === 'present' || attendance?.state === 'left'));
/** Those whose hours can be confirmed: they were there, nothing stands in a ledger yet, and they are known by their real name. */
export const toConfirm = (rows: readonly Row[]): Row[] => there(rows).filter(({ realName, frozen }) => realName && !frozen);
/** Those who were there, and have to give a real name or be cleared up first. */
export const heldBack = (rows: readonly Row[]): Row[] => there(rows).filter(({ realName, frozen }) => !realName || frozen);

/** What would be recorded, by the rules that the API applies: the minutes, the ledger, and why that one. */
export const hoursRow = (row: Row, said: HoursSaid | undefined, shift: Pick<Shift, 'startsAt' | 'endsAt' | 'positions'>): HoursRow => {
  const proposed = row.proposedMinutes ?? row.attendance?.minutes ?? 0;
  const minutes = said?.minutes === undefined ? proposed : said.minutes;
  const onDuty = said?.onDuty ?? row.onDuty;
  const paid = shift.positions.some(({ name, paid: isPaid }) => isPaid && name === row.position);
  return { row, minutes, proposed, onDuty, choice: chooseLedger({ minutes: minutes ?? 0, paid, onDuty }), tooMany: (minutes ?? 0) > mostMinutes(shift) };
};

/** What the API is told: minutes and duty only where the leader said something else. */
export const hoursBody = (rows: readonly HoursRow[], said: Readonly<Record<string, HoursSaid>>) => ({
  rows: rows.map(({ row, minutes, proposed, onDuty }) => {
    const note = said[row.signupId]?.note?.trim();
    return { signupId: row.signupId, ...(minutes !== null && minutes !== proposed ? { minutes } : {}), ...(onDuty === row.onDuty ? {} : { onDuty }), ...(note ? { note } : {}) };
  }),
});
