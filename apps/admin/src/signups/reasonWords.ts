import type { Block, Reason } from '@kepu/contracts';
import { useTranslate } from 'react-admin';
import { useFormat } from '../ui/format.js';

type Params = Reason['params'];

/** Reasons and hindrances of matching in the words of the language: a parameter may be a day, a code of the catalogue, or a list of codes. */
export const useReasonWords = () => {
  const t = useTranslate();
  const { day, list } = useFormat();
  const word = (key: string, value: string | number): string | number => {
    if (typeof value === 'number') return value;
    if (/^\d{4}-\d\d-\d\d$/.test(value)) return day(value);
    if (key === 'occupations') return list(value.split(',').map((code) => t(`terms.occupations.${code.trim()}`, { _: code })));
    return t(value, { _: value });
  };
  const spoken = (params: Params): Params => Object.fromEntries(Object.entries(params).map(([key, value]) => [key, word(key, value)]));
  return {
    reason: ({ code, params }: Reason): string => t(`matching.staffReasons.${code}`, spoken(params)),
    block: ({ code, params }: Block): string => t(`matching.blocks.${code}`, spoken(params)),
    remedy: ({ code, params }: Block): string => t(`matching.remedies.${code}`, spoken(params)).trim(),
  };
};

/** A score as a whole number, so that nobody reads meaning into its decimals. */
export const scorePoints = (score: number): number => Math.round(score * 100);
