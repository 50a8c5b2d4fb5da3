import type { Target } from './types.js';

/** An amount as a person put it right. The words that it came from stand behind it; they are no part of the amount. */
export type WrittenTarget = Pick<Target, 'raw' | 'min' | 'max' | 'approx' | 'unit'>;

const NUMBER = String.raw`\d+(?:\.\d+)?(?:e[+-]?\d+)?`;
const LINE = new RegExp(`^(约)?(?:≥(${NUMBER})|≤(${NUMBER})|(${NUMBER})～(${NUMBER})|(${NUMBER})|不定) ([^：]*)：(.*)$`, 'u');

/** Amounts, one a line: `≥20 场：不少于 20 场`, `约5000 人次：…`, `2～3 家：…`. Only for our own tables. The counterpart of {@link readWrittenTargets}. */
export function writeTargets(targets: readonly WrittenTarget[]): string {
  return targets.map(({ raw, min, max, approx, unit }) => {
    const amount = min === null ? (max === null ? '不定' : `≤${max}`) : max === null ? `≥${min}` : min === max ? String(min) : `${min}～${max}`;
    return `${approx ? '约' : ''}${amount} ${unit}：${raw}`;
  }).join('\n');
}

/** Reads what {@link writeTargets} wrote; a line of any other form holds no amount. */
export function readWrittenTargets(text: string): Target[] {
  return text.split('\n').flatMap((line) => {
    const match = LINE.exec(line.trim());
    if (!match) return [];
    const [, approx, least, most, low, high, exact, unit = '', raw = ''] = match;
    const value = (digits: string | undefined): number | null => (digits === undefined ? null : Number(digits));
    return [{ raw, min: value(least ?? low ?? exact), max: value(most ?? high ?? exact), approx: approx !== undefined, unit, period: null }];
  });
}
