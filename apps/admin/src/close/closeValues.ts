import type { Activity } from '@kepu/contracts';
import { heldShifts } from '../activities/nextStep.js';

type Report = NonNullable<NonNullable<Activity['staff']>['report']>;
type HandedIn = Report['files'][number];
/** One shift in the form of the close. */
export interface CloseShift { shiftId: string; held: boolean; turnout: number | null; method: Report['shifts'][number]['method'] }
/** The form of the close. */
export interface CloseValues { shifts: CloseShift[]; text: string; files: HandedIn[]; withoutPhoto: string }

/** What was said before, where the close came back; else every shift held, and nothing counted yet. */
export const closeValues = (activity: Activity): CloseValues => {
  const report = activity.staff?.report ?? null;
  return {
    shifts: heldShifts(activity).map(({ id }) => {
      const said = report?.shifts.find(({ shiftId }) => shiftId === id);
      return said ? { ...said } : { shiftId: id, held: true, turnout: null, method: 'counted' as const };
    }),
    text: report?.text ?? '', files: report?.files ?? [], withoutPhoto: report?.withoutPhoto ?? '',
  };
};

/** What the API is told. A shift that was not held reached nobody. */
export const closeBody = (values: CloseValues, version: number) => ({
  version, shifts: values.shifts.map(({ shiftId, held, turnout, method }) => ({ shiftId, held, turnout: held ? turnout ?? Number.NaN : 0, method })), text: values.text.trim(), fileIds: (values.files ?? []).map(({ id }) => id), withoutPhoto: (values.withoutPhoto ?? '').trim() || null,
});
