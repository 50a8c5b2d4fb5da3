import type { Measure, MeasureSource, Target } from '@kepu/contracts';
import type { CivilDate } from './civil-date.js';

/** What is known of the item that a number of the paper stands in. */
export interface PaperItem {
  /** Verbatim, so that the number's own clause can be found in it. */
  readonly text: string;
  readonly targets: readonly Target[];
  readonly dueOn: CivilDate | null;
}
/** A measure that the paper itself sets. */
export interface PaperMeasure {
  readonly kind: Measure['kind'];
  readonly name: string;
  readonly raw: string;
  readonly sources: readonly MeasureSource[];
  readonly min: number | null;
  readonly max: number | null;
  readonly approx: boolean;
  readonly unitOfMeasure: string;
  readonly dueOn: CivilDate;
}
/** The longest texts in characters, as the contracts have them. */
export interface PaperLimits {
  readonly name: number;
  readonly unitOfMeasure: number;
}

/** The largest number that a measure can want. */
const LARGEST = 1_000_000_000;
const CLAUSE = /[^，。；：、,;:\n]+/gu;
const TRAINING = /培训|轮训|受训|送训|培养|培育|训练|研修/u;
const VENUES: ReadonlySet<string> = new Set(['家', '个', '处']);
const SESSIONS: ReadonlySet<string> = new Set(['场', '场次']);

/**
 * The measures that an item's own numbers make, in the order of the paper. They are due by the item's day, or by the end of the plan's year.
 * A number that cannot be added up (a part of a whole number, or an upper bound alone) is left to the office's judgement.
 */
export function paperMeasures(item: PaperItem, year: number, limits: PaperLimits): PaperMeasure[] {
  return item.targets.map((target) => {
    const clause = clauseOf(item.text, target.raw);
    const counted = isCountable(target.min) && (target.max === null || isCountable(target.max));
    return {
      kind: counted ? 'number' : 'qualitative', name: cut(clause, limits.name), raw: cut(target.raw, limits.name), sources: sourcesOf(target.unit, clause),
      min: counted ? target.min : null, max: counted && target.max !== null && target.max >= (target.min ?? 0) ? target.max : null, approx: target.approx,
      unitOfMeasure: cut(target.unit, limits.unitOfMeasure), dueOn: item.dueOn ?? `${year}-12-31`,
    };
  });
}

/** What a number of the paper adds up, by its unit of measure and the words around it. It may always be reported by hand, and is marked then. */
export function sourcesOf(unitOfMeasure: string, clause: string): MeasureSource[] {
  if (unitOfMeasure === '人次') return TRAINING.test(clause) ? ['trained', 'turnout', 'figure'] : ['turnout', 'trained', 'figure'];
  if (VENUES.has(unitOfMeasure)) return ['venues', 'figure'];
  return SESSIONS.has(unitOfMeasure) ? ['sessions', 'figure'] : ['figure'];
}

const isCountable = (value: number | null): boolean => value !== null && Number.isInteger(value) && value >= 1 && value <= LARGEST;
const cut = (text: string, length: number): string => [...text.replaceAll(/\p{Cc}+/gu, ' ').trim()].slice(0, length).join('');

/** The part between two stops that holds the number; where a person has put the number otherwise, its own words. */
function clauseOf(text: string, raw: string): string {
  const clause = [...text.matchAll(CLAUSE)].map(([part]) => part.trim()).find((part) => part.includes(raw));
  return clause ?? raw;
}
