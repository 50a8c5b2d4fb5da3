import { numberOf } from './markers.js';
import type { Target } from './types.js';

/** Units of measure, longer ones first. A number before anything else is no target: years, 3.23, 119, 103.9, 3分钟, A级. */
const UNITS = [
  '个百分点', '人次', '场次', '课时', '学时', '课次', '件次', '平方米', '万元', '亿元', '人', '名', '家', '场', '次', '项', '期', '套', '篇', '件', '部', '册',
  '所', '支', '户', '幅', '份', '门', '处', '座', '辆', '批次', '节', '条', '台', '班', '对', '种', '个', '%', '％',
];
const SCALES: Readonly<Record<string, number>> = { 百: 100, 千: 1_000, 万: 10_000, 亿: 100_000_000 };
const NUMBER = String.raw`\d{1,3}(?:[,，]\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?`;
const TARGET = new RegExp(
  String.raw`(?<before>不少于|不低于|不小于|至少|最少|超过|突破|达到|达|不超过|不多于|至多|大约|约|近)?(?:\s|为|到){0,3}` +
    String.raw`(?<![\d.第A-Za-z〔(（年])(?<low>${NUMBER})\s{0,3}(?<lowScale>[百千万亿])?\s{0,3}(?:(?:[-–—~～]|至|到)\s{0,3}(?<high>${NUMBER})\s{0,3})?(?<highScale>[百千万亿])?\s{0,3}` +
    String.raw`(?<more>余|多)?\s{0,3}(?<unit>${UNITS.join('|')})(?!月|世纪|小时|级|以下年龄)\s{0,3}(?<after>以上|左右|上下|以内)?`,
  'gu',
);
/** A number in Chinese figures promises something only behind such a word: 至少开展一次. Elsewhere it is a part of a name. */
const IN_WORDS = new RegExp(String.raw`(?:不少于|不低于|至少|最少)(?:开展|举办|举行|组织|召开|完成|建成|建设|培育|新增)?([一二两三四五六七八九十]{1,3})\s?(${UNITS.join('|')})`, 'gu');
const PERIOD = /全年|本年度|年内|每年度?|每半年|上半年|下半年|每季度?|第[一二三四]季度|每月|每周/gu;

/** Finds the amounts that an item promises, with their scale applied (0.8 万 is 8000) and open ends as null. Pure. */
export function readTargets(text: string): Target[] {
  const targets: Target[] = [];
  for (const match of text.matchAll(TARGET)) {
    const { before = '', low, lowScale, high, highScale, more, unit = '', after = '' } = match.groups ?? {};
    if (low === undefined) continue;
    const scale = SCALES[highScale ?? lowScale ?? ''] ?? 1;
    const first = amount(low, lowScale === undefined ? scale : (SCALES[lowScale] ?? 1));
    const last = high === undefined ? first : amount(high, scale);
    if (last < first) continue;
    const atLeast = /^(?:不少于|不低于|不小于|至少|最少|超过|突破)$/u.test(before) || after === '以上' || (more !== undefined && high === undefined);
    const atMost = /^(?:不超过|不多于|至多)$/u.test(before) || after === '以内';
    targets.push({
      raw: match[0].trim(),
      min: atMost && high === undefined ? null : first,
      max: atLeast ? null : last,
      approx: /^(?:大约|约|近)$/u.test(before) || after === '左右' || after === '上下' || more !== undefined,
      unit: unit === '％' ? '%' : unit,
      period: periodBefore(text, match.index),
    });
  }
  for (const match of text.matchAll(IN_WORDS)) {
    const value = numberOf((match[1] ?? '').replace('两', '二'));
    if (value !== null) targets.push({ raw: match[0], min: value, max: null, approx: false, unit: match[2] ?? '', period: periodBefore(text, match.index) });
  }
  return targets;
}

/** Decimal text times scale without binary noise: 0.8 × 10000 is 8000, 1.15 × 10000 is 11500. */
function amount(digits: string, scale: number): number {
  return Math.round(Number(digits.replace(/[,，]/gu, '')) * scale * 1e6) / 1e6;
}

const LONGEST_SENTENCE = 300;

function periodBefore(text: string, offset: number): string | null {
  const near = text.slice(Math.max(0, offset - LONGEST_SENTENCE), offset);
  const sentence = Math.max(near.lastIndexOf('。'), near.lastIndexOf('；'), near.lastIndexOf('\n')) + 1;
  return [...near.slice(sentence).matchAll(PERIOD)].at(-1)?.[0] ?? null;
}
