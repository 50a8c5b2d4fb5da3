import type { activityReport } from '@kepu/contracts';
import type { z } from 'zod';
import type { FieldError } from '../../platform/errors/refusal.js';

/** What a close lacks that its schema cannot see: every shift that took place is told of, once; nobody came to what did not take place; and a photo, or why there is none. */
export const reportFaults = (given: Pick<z.output<typeof activityReport>, 'shifts' | 'withoutPhoto'>, shiftIds: readonly string[], hasPhoto: boolean): FieldError[] => {
  const told = given.shifts.map((shift) => shift.shiftId);
  const complete = shiftIds.every((id) => told.filter((one) => one === id).length === 1);
  return [
    ...(complete ? [] : [{ path: 'body.shifts', code: 'required' }]),
    ...given.shifts.flatMap((shift, index) => (!shift.held && shift.turnout > 0 ? [{ path: `body.shifts.${index}.turnout`, code: 'too_big', params: { maximum: 0 } }] : [])),
    ...(hasPhoto || given.withoutPhoto !== null ? [] : [{ path: 'body.withoutPhoto', code: 'required' }]),
  ];
};
