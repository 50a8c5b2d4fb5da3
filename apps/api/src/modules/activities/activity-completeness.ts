/** What is known of an activity when it is handed in. Instants in ISO 8601. */
export interface Completeness {
  readonly shifts: readonly { readonly startsAt: string; readonly positions: number }[];
  readonly riskStatement: string;
  readonly serves: number;
  /** Whether the paper gives the unit anything that an activity could serve. */
  readonly servable: boolean;
}

/** A part that is missing, as a key of the labels `terms.missing`. */
export type MissingPart = 'shifts' | 'future' | 'positions' | 'risk' | 'serves';

/** What has to be added before an activity can be published, in the order of the form. */
export const missingParts = ({ shifts, riskStatement, serves, servable }: Completeness, now: string): MissingPart[] => {
  const parts: MissingPart[] = [];
  if (shifts.length === 0) parts.push('shifts');
  if (shifts.some((shift) => Date.parse(shift.startsAt) <= Date.parse(now))) parts.push('future');
  if (shifts.some((shift) => shift.positions === 0)) parts.push('positions');
  if (riskStatement.trim() === '') parts.push('risk');
  if (servable && serves === 0) parts.push('serves');
  return parts;
};
