import type { Measure } from '@kepu/contracts';
import { daysBetween, type CivilDate } from './civil-date.js';

/** How a measure stands. */
export type MeasureState = Measure['progress']['state'];
/** What is known of a measure that its progress is judged by. */
export interface MeasureRule {
  readonly kind: Measure['kind'];
  readonly min: number | null;
  readonly max: number | null;
  readonly approx: boolean;
  readonly dueOn: CivilDate | null;
  /** The office's word on a qualitative measure; null where there is none. */
  readonly judgedMet: boolean | null;
}
/** What has been counted for it: the sum, and how many pieces of evidence stand. */
export interface MeasureCount {
  readonly value: number;
  readonly evidence: number;
}

/** An approximate target (约 5000 人次) is met at 95 %: the paper asks for about, not for at least. */
export const APPROX_PERMILLE = 950;

/** The least that is wanted: what the paper or the office sets, and one thing where it sets nothing. */
export function wanted({ kind, min }: MeasureRule): number | null {
  if (kind === 'number') return min;
  return kind === 'qualitative' ? null : (min ?? 1);
}

/**
 * Whether it is done. number and deliverable: the least is reached (95 % of an approximate one). milestone: the step is proven, late or not.
 * qualitative: at least as much evidence as is wanted (one, where nothing is said), and the office says that it is met.
 */
export function isDone(rule: MeasureRule, count: MeasureCount): boolean {
  if (rule.kind === 'qualitative') return rule.judgedMet === true && count.evidence >= (rule.min ?? 1);
  const least = wanted(rule);
  if (least === null) return false;
  return count.value * 1000 >= least * (rule.approx ? APPROX_PERMILLE : 1000);
}

/** State, share and surplus of a measure on `today`. `permille` is capped at nothing: 1 200 of 1 000 is 1 200 ‰. */
export function measureProgress(rule: MeasureRule, count: MeasureCount, today: CivilDate): { state: MeasureState; permille: number | null; surplus: number } {
  const least = wanted(rule);
  const permille = least === null ? null : Math.floor((count.value * 1000) / least);
  const surplus = rule.max === null ? 0 : Math.max(0, count.value - rule.max);
  return { state: stateOf(rule, count, today), permille, surplus };
}

function stateOf(rule: MeasureRule, count: MeasureCount, today: CivilDate): MeasureState {
  if (isDone(rule, count)) return 'done';
  if (rule.dueOn !== null && daysBetween(rule.dueOn, today) > 0) return 'overdue';
  return count.value > 0 || count.evidence > 0 ? 'moving' : 'open';
}
