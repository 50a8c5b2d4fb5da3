import type { ScorePart, Weights } from '@kepu/contracts';

/** Parts that are taken off the score. */
export const subtracted: readonly ScorePart[] = ['connections', 'load'];
/** Parts in the order in which they are explained: what adds, then what takes off. */
export const orderedParts = (weights: Weights['weights']): ScorePart[] => {
  const parts = Object.keys(weights) as ScorePart[];
  return [...parts.filter((part) => !subtracted.includes(part)), ...parts.filter((part) => subtracted.includes(part))];
};

/** The most that somebody can reach, and the most that can be taken off; in points. */
export const weightSums = (weights: Readonly<Partial<Record<ScorePart, number | null>>>): { most: number; off: number } => {
  const sum = (wanted: boolean) => Object.entries(weights).filter(([part]) => subtracted.includes(part as ScorePart) === wanted).reduce((total, [, weight]) => total + (weight ?? 0), 0);
  return { most: Math.round(sum(false) * 100), off: Math.round(sum(true) * 100) };
};
