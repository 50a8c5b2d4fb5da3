import type { Light, LightReason, LightRules, Measure } from '@kepu/contracts';
import { addDays, daysBetween, laterDay, type CivilDate } from './civil-date.js';
import { addWorkdays, workdaysBetween, type WorkdayCalendar } from './workdays.js';

/** Thresholds of the lights until the office sets others. Gaps in per mille of what is wanted, the rest in workdays. */
export const DEFAULT_LIGHT_RULES: LightRules = { yellowGap: 100, redGap: 250, nearWorkdays: 10, proofWorkdays: 10, missedReport: 'red' };
/** How bad a light is: what needs somebody comes first. */
export const lightOrder: readonly Light[] = ['red', 'yellow', 'grey', 'green', 'blue'];

/** A measure as the light of an assignment reads it. `permille` of the least that is wanted, null where quality is judged. */
export interface LitMeasure {
  readonly name: string; readonly kind: Measure['kind']; readonly dueOn: CivilDate | null; readonly permille: number | null; readonly evidence: number; readonly done: boolean;
  /** What was wanted is there, as far as it lies with the unit: quality waits for the office’s word then. */
  readonly proven: boolean;
  /** One thing that is there or not; several, or people, come bit by bit. */
  readonly single: boolean;
  /** The office has looked at it, and it is not what was asked for. */
  readonly turnedDown: boolean;
}
/** A theme day that an item names, with its days in the plan's year. */
export interface LitThemeDay { readonly name: string; readonly from: CivilDate; readonly to: CivilDate }
/** A report that the unit has not handed in though its last day is over. */
export interface MissedReport { readonly period: string; readonly dueOn: CivilDate }
/** What the light of an assignment follows from. */
export interface LightFacts {
  /** The day from which work was asked for: of issue, or of the edition that brought the item. */
  readonly from: CivilDate;
  /** The day that the paper prints, if any, and the day in force after an extension. */
  readonly dueOn: CivilDate | null; readonly extendedTo: CivilDate | null;
  /** The last day of the plan's year, which is everything's. */
  readonly yearEnd: CivilDate;
  readonly signed: boolean; readonly doneOn: CivilDate | null;
  readonly measures: readonly LitMeasure[];
  /** Days of what is proven for the item, one for each activity or work entry, whatever counts it. */
  readonly proofs: readonly CivilDate[];
  readonly themeDays: readonly LitThemeDay[];
  readonly missedReports: readonly MissedReport[];
}
/** A light with what it follows from, worst first. `uncertain`: workdays of a year were counted whose holidays are not announced. */
export interface ComputedLight { readonly light: Light; readonly reasons: readonly LightReason[]; readonly uncertain: boolean }

/** How long before a theme day its own work begins: what is proven earlier is of something else. */
const AHEAD_DAYS = 30;
/** A whole, in per mille. */
const WHOLE = 1000;
const percent = (permille: number): number => Math.floor(permille / 10);

/**
 * How much should be there on `today`, in per mille: nothing on the first day, all of it after the last, and evenly in between. The plan line of the office's papers (时序进度).
 */
export function planLine(from: CivilDate, to: CivilDate, today: CivilDate): number {
  const span = daysBetween(from, to);
  const past = daysBetween(from, today);
  if (past > span) return WHOLE;
  return span <= 0 ? 0 : Math.max(0, Math.floor((past * WHOLE) / span));
}

/**
 * The light of an assignment by rule: blue when it is closed out; red and yellow for what is behind the line, past its day, near it without any proof, or not reported; grey while nothing is expected yet; else green.
 * What is not signed for is said, and is no light of its own.
 */
export function lightOf(facts: LightFacts, rules: LightRules, today: CivilDate, calendar: WorkdayCalendar): ComputedLight {
  if (facts.doneOn !== null) return { light: 'blue', reasons: [{ code: 'closed_out', light: 'blue', params: { day: facts.doneOn } }], uncertain: false };
  const reading = new Reading(facts, rules, today, calendar);
  const found = [...reading.deadlines(), ...reading.measures(), ...reading.themeDays(), ...reading.reports()].sort((a, b) => lightOrder.indexOf(a.light) - lightOrder.indexOf(b.light));
  const unsigned: LightReason[] = facts.signed ? [] : [{ code: 'not_signed', light: 'grey', params: {} }];
  const [worst] = found;
  if (worst) return { light: worst.light, reasons: [...found, ...unsigned], uncertain: reading.uncertain };
  const calm = reading.calm();
  return { light: facts.signed ? calm.light : 'grey', reasons: [...unsigned, calm], uncertain: reading.uncertain };
}

class Reading {
  uncertain = false;
  private readonly due: CivilDate;
  private readonly open: readonly LitMeasure[];

  constructor(private readonly facts: LightFacts, private readonly rules: LightRules, private readonly today: CivilDate, private readonly calendar: WorkdayCalendar) {
    this.due = facts.extendedTo ?? facts.dueOn ?? facts.yearEnd;
    this.open = facts.measures.filter((measure) => !isReached(measure));
  }

  /** Everything that was measured is there: what is left is to close it out. */
  private get reached(): boolean { return this.facts.measures.length > 0 && this.open.length === 0; }

  /** The day of the item itself. */
  deadlines(): LightReason[] {
    if (this.reached) return [];
    if (this.isPast(this.due)) {
      // Nothing says when it is enough: what is proven waits to be closed out.
      const proven = this.facts.measures.length === 0 && this.facts.proofs.length > 0;
      return [proven ? { code: 'to_close', light: 'yellow', params: { day: this.due, count: this.facts.proofs.length } } : { code: 'overdue', light: 'red', params: { day: this.due, days: daysBetween(this.due, this.today) } }];
    }
    // Work that goes on all the year is told by its measures; the last weeks of the year make nobody late.
    const printed = this.facts.extendedTo ?? this.facts.dueOn;
    return printed !== null && this.facts.proofs.length === 0 ? this.near(printed) : [];
  }

  measures(): LightReason[] {
    return this.open.flatMap((measure): LightReason[] => {
      const dueOn = this.dayOf(measure);
      const { name } = measure;
      if (this.isPast(dueOn) && measure.dueOn !== null) return [{ code: 'measure_overdue', light: 'red', params: { measure: name, day: dueOn, days: daysBetween(dueOn, this.today) } }];
      if (measure.turnedDown) return [{ code: 'turned_down', light: 'yellow', params: { measure: name } }];
      // A step, a thing or quality is there on its day, and not bit by bit before it; after a theme day, where it is of one.
      if (measure.kind !== 'number' && measure.single) return measure.evidence === 0 && (measure.dueOn !== null || this.facts.themeDays.length === 0) ? this.near(dueOn, name) : [];
      return this.behind(name, doneShare(measure), planLine(this.startOf(measure), dueOn, this.today));
    });
  }

  /**
   * Proof of a theme day is there some workdays after it, for each day a piece of its own; of one before the issue, as many workdays after the issue, and nobody is behind until then.
   */
  themeDays(): LightReason[] {
    if (this.facts.measures.length > 0 && this.facts.measures.every(({ done }) => done)) return [];
    const past = this.facts.themeDays.filter(({ to }) => to < this.today).sort((a, b) => (a.to < b.to ? -1 : 1));
    const free = [...this.facts.proofs].sort();
    const missing = past.find(({ from }) => {
      const at = free.findIndex((proof) => proof >= addDays(from, -AHEAD_DAYS));
      if (at >= 0) free.splice(at, 1);
      return at < 0;
    });
    if (!missing) return [];
    const day = this.workdaysAfter(laterDay(missing.to, this.facts.from), this.rules.proofWorkdays);
    return [{ code: 'proof_missing', light: this.isPast(day) ? 'red' : missing.to < this.facts.from ? 'grey' : 'yellow', params: { name: missing.name, day } }];
  }

  reports(): LightReason[] {
    const { missedReport } = this.rules;
    if (missedReport === 'none') return [];
    return this.facts.missedReports.map(({ period, dueOn }): LightReason => ({ code: 'report_missed', light: missedReport, params: { period, day: dueOn } }));
  }

  /** Why there is nothing to worry about. */
  calm(): LightReason {
    const { measures, proofs: { length: evidence }, themeDays } = this.facts;
    if (this.reached) return { code: 'all_reached', light: 'green', params: {} };
    const next = themeDays.filter(({ to }) => to >= this.today).sort((a, b) => (a.from < b.from ? -1 : 1))[0];
    if (next && evidence === 0) return { code: 'not_due', light: 'grey', params: { name: next.name, day: next.from } };
    if (measures.length === 0) return evidence > 0 ? { code: 'moving', light: 'green', params: { count: evidence } } : { code: 'no_measure', light: 'grey', params: {} };
    const slowest = [...this.open].sort((a, b) => doneShare(a) - doneShare(b))[0];
    if (!slowest) return { code: 'moving', light: 'green', params: { count: evidence } };
    return { code: 'on_track', light: 'green', params: { measure: slowest.name, has: percent(doneShare(slowest)), line: percent(planLine(this.startOf(slowest), this.dayOf(slowest), this.today)) } };
  }

  private behind(measure: string, has: number, line: number): LightReason[] {
    const gap = line - has;
    if (gap < this.rules.yellowGap) return [];
    return [{ code: 'behind', light: gap > this.rules.redGap ? 'red' : 'yellow', params: { measure, has: percent(has), line: percent(line), gap: percent(gap) } }];
  }

  private near(day: CivilDate, measure?: string): LightReason[] {
    const left = workdaysBetween(this.today, day, this.calendar);
    if (left.value < 0 || left.value > this.rules.nearWorkdays) return [];
    this.uncertain ||= left.uncertain;
    const params = { day, workdays: left.value };
    return [measure === undefined ? { code: 'near', light: 'yellow', params } : { code: 'measure_near', light: 'yellow', params: { measure, ...params } }];
  }

  /** The day of a measure: its own, the item's where it has none. More time for the item moves what was due with it or after it, and no earlier step. */
  private dayOf({ dueOn }: LitMeasure): CivilDate {
    const { extendedTo, dueOn: printed } = this.facts;
    if (dueOn === null) return this.due;
    return extendedTo === null || (printed !== null && dueOn < printed) ? dueOn : laterDay(dueOn, extendedTo);
  }
  /** From when on a number grows: a theme day brings nothing before it begins. */
  private startOf({ dueOn }: LitMeasure): CivilDate {
    const [first] = dueOn === null ? this.facts.themeDays.map(({ from }) => from).sort() : [];
    return first === undefined ? this.facts.from : laterDay(this.facts.from, first);
  }

  private isPast(day: CivilDate): boolean { return day < this.today; }
  private workdaysAfter(day: CivilDate, count: number): CivilDate {
    const answer = count === 0 ? { value: addDays(day, 0), uncertain: false } : addWorkdays(day, count, this.calendar);
    this.uncertain ||= answer.uncertain;
    return answer.value;
  }
}

/** Whether the unit has done its part: what is judged by the office waits for the office once proof is there. */
const isReached = ({ done, proven, turnedDown }: LitMeasure): boolean => done || (proven && !turnedDown);
const doneShare = ({ permille, proven }: LitMeasure): number => Math.min(WHOLE, permille ?? (proven ? WHOLE : 0));
