import { addDays, type CivilDate } from './civil-date.js';

/** Kinds of certificates and what each stands for directly. */
export type Implications = ReadonlyMap<string, readonly string[]>;

/** Days before the last one on which the person and the unit are reminded. */
export const CREDENTIAL_REMIND_DAYS = [60, 14] as const;

/** Everything that a kind stands for: itself, what it implies, and what that implies. A circle, which nobody may make, ends it all the same. */
export const impliedBy = (kindId: string, implications: Implications): ReadonlySet<string> => {
  const all = new Set<string>();
  const open = [kindId];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (all.has(next)) continue;
    all.add(next);
    open.push(...(implications.get(next) ?? []));
  }
  return all;
};

/** Whether a kind that implied these would in the end imply itself. */
export const makesCircle = (kindId: string, implies: readonly string[], implications: Implications): boolean => implies.some((id) => impliedBy(id, implications).has(kindId));

/** The span of a certificate is right: it begins by today, ends after it began, and has an end where its kind demands one. */
export const credentialDays = ({ fromDay, toDay }: { readonly fromDay: CivilDate; readonly toDay: CivilDate | null }, kind: { readonly expires: boolean }, today: CivilDate): 'from_future' | 'end_before_start' | 'end_missing' | null => {
  if (fromDay > today) return 'from_future';
  if (toDay === null) return kind.expires ? 'end_missing' : null;
  return toDay < fromDay ? 'end_before_start' : null;
};

/** The reminder that is due on a day for a certificate that ends on `toDay`: the nearest of them, so that one that was missed is told once; null for none. */
export const credentialReminder = (toDay: CivilDate, today: CivilDate): number | null => {
  if (toDay < today) return null;
  return [...CREDENTIAL_REMIND_DAYS].sort((a, b) => a - b).find((days) => toDay <= addDays(today, days)) ?? null;
};

/** The last day of a certificate that a course of `months` gives on a day; null for one without an end. The same day of a shorter month is its last. */
export const courseEnd = (day: CivilDate, months: number | null): CivilDate | null => {
  if (months === null) return null;
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const index = year * 12 + (month - 1) + months;
  const last = new Date(Date.UTC(Math.floor(index / 12), (index % 12) + 1, 0)).getUTCDate();
  const end = `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}-${String(Math.min(date, last)).padStart(2, '0')}`;
  return addDays(end, -1);
};
