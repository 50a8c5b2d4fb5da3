import type { CloseOutPoint, CloseOutPointName } from '@kepu/contracts';
import type { CivilDate } from './civil-date.js';

/** Workdays after which the office is reminded that what was said by word of mouth is not in writing yet. */
export const WRITTEN_WORKDAYS = 5;

/** The day until which an assignment is to be done: after extensions, as printed, or the end of the plan's year where none is printed. */
export const dayInForce = ({ extendedTo, dueOn }: { readonly extendedTo: CivilDate | null; readonly dueOn: CivilDate | null }, year: number): CivilDate => extendedTo ?? dueOn ?? `${year}-12-31`;

/** Whether a day that is asked for moves anything: it comes after the day in force, and is not over. */
export const isLaterDay = (day: CivilDate, inForce: CivilDate, today: CivilDate): boolean => day > inForce && day >= today;

/** What is known of an assignment that is to be closed out. */
export interface CloseOutFacts {
  readonly signed: boolean;
  readonly measures: readonly { readonly name: string; readonly done: boolean; readonly value: number | null; readonly target: number | null; readonly unitOfMeasure: string }[];
  /** Pieces of evidence that stand. */
  readonly evidence: number;
  /** Report periods that are due by now, by name, and whether the unit has handed in. */
  readonly reports: readonly { readonly name: string; readonly handedIn: boolean }[];
  /** Adjustments that nobody has decided about, in words. */
  readonly pending: readonly string[];
}

const bare = (name: string) => ({ name, value: null, target: null, unitOfMeasure: null });

/** What is met and what is not, point by point. An item without measures is never met by numbers: the unit says in words what was done. */
export const checklistOf = ({ signed, measures, evidence, reports, pending }: CloseOutFacts): CloseOutPoint[] => {
  const late = reports.filter(({ handedIn }) => !handedIn);
  const short = measures.filter(({ done }) => !done);
  return [
    { point: 'signed', met: signed, total: 1, done: signed ? 1 : 0, missing: [] },
    { point: 'measures', met: measures.length > 0 && short.length === 0, total: measures.length, done: measures.length - short.length, missing: short.map(({ name, value, target, unitOfMeasure }) => ({ name, value, target, unitOfMeasure })) },
    { point: 'evidence', met: evidence > 0, total: 1, done: evidence, missing: [] },
    { point: 'reports', met: late.length === 0, total: reports.length, done: reports.length - late.length, missing: late.map(({ name }) => bare(name)) },
    { point: 'pending', met: pending.length === 0, total: pending.length, done: 0, missing: pending.map(bare) },
  ];
};

/** Points that are not met and of which nothing is said. */
export const unexplained = (points: readonly CloseOutPoint[], explained: readonly CloseOutPointName[]): CloseOutPointName[] => points.filter(({ point, met }) => !met && !explained.includes(point)).map(({ point }) => point);

/** Points that were met when a close-out was accepted and are no more: evidence was taken back since. */
export const fallenSince = (accepted: readonly CloseOutPoint[], now: readonly CloseOutPoint[]): CloseOutPointName[] =>
  accepted.filter(({ point, met }) => met && (point === 'measures' || point === 'evidence') && now.some((one) => one.point === point && !one.met)).map(({ point }) => point);
