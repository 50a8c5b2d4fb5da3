import { dayParts, type Block, type Reason } from '@kepu/contracts';
import { label, type Locale } from '@kepu/contracts/labels';

const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
const between: Readonly<Record<Locale, string>> = { 'zh-CN': '、', en: ', ' };
const gap: Readonly<Record<Locale, string>> = { 'zh-CN': '', en: ' ' };

/** `15` is 周六上午: places in the week's 21 parts, as people say them. */
const times = (parts: string, locale: Locale): string =>
  parts.split(',').map(Number).map((part) =>
    [label(locale, `terms.weekdays.${weekdays[Math.floor(part / 3)] ?? ''}`), label(locale, `terms.dayParts.${dayParts[part % 3] ?? ''}`)].join(gap[locale])).join(between[locale]);

type Params = Reason['params'];
const changed = (params: Params, name: string, words: (value: string) => string): Params =>
  (params[name] === undefined ? params : { ...params, [name]: words(String(params[name])) });

/** A reason whose parameters are words in the asker's language: names for ids, days for numbers. */
export const reasonInWords = <R extends Reason | null>(reason: R, nameOf: (termId: string) => string, locale: Locale): R =>
  (reason && { ...reason, params: changed(changed(changed(reason.params, 'topic', nameOf), 'audience', nameOf), 'time', (parts) => times(parts, locale)) });

/** The same of a block: occupations, certificates and pools by their names. */
export const blockInWords = (block: Block, demandName: (id: string) => string, locale: Locale): Block => ({
  ...block, params: changed((['kinds', 'pools'] as const).reduce((params, name) => changed(params, name, (ids) => ids.split(',').map(demandName).join(between[locale])), block.params), 'occupations', (codes) => codes.split(',').map((code) => label(locale, `terms.occupations.${code}`)).join(between[locale])),
});

/** Enough to tell two people apart, and not enough to find one. */
export const hiddenName = (name: string): string => `${[...name][0] ?? ''}**`;
