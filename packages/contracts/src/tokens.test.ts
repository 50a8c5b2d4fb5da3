import { baseSize, colours, elderColours, measures, typeScale, type ColourTokens } from './tokens.js';

/** Contrast of two colours, 1 to 21, as WCAG 2.2 defines it. */
const luminance = (hex: string): number => {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16) / 255).map((v) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};
const contrast = (one: string, other: string): number => {
  const [high = 0, low = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (high + 0.05) / (low + 0.05);
};

const inks = ['text', 'textMuted', 'primary', 'primaryStrong', 'waiting', 'wrong'] as const;
const grounds = ['surface', 'ground', 'primarySoft'] as const;
const pairs: [keyof ColourTokens, keyof ColourTokens][] = [
  ...inks.flatMap((ink) => grounds.map((ground): [keyof ColourTokens, keyof ColourTokens] => [ink, ground])),
  ['onPrimary', 'primary'], ['onPrimary', 'primaryStrong'], ['waiting', 'waitingSoft'], ['text', 'waitingSoft'], ['wrong', 'wrongSoft'], ['text', 'wrongSoft'],
];
const failing = (tokens: ColourTokens, least: number) =>
  pairs.map(([ink, ground]) => ({ ink, ground, ratio: contrast(tokens[ink], tokens[ground]) })).filter(({ ratio }) => ratio < least);

describe('the colours', () => {
  it('knows black on white as 21 : 1', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
  });

  it.each(['light', 'dark'] as const)('can be read on every ground in %s mode', (mode) => {
    expect(failing(colours[mode], 4.5)).toEqual([]);
  });

  it.each(['light', 'dark'] as const)('reach 7 : 1 in the elder display, %s', (mode) => {
    expect(failing(elderColours[mode], 7)).toEqual([]);
    expect(contrast(elderColours[mode].line, elderColours[mode].ground)).toBeGreaterThanOrEqual(3);
  });

  it('never lets type or touch become too small', () => {
    expect(Math.min(...Object.values(typeScale)) * baseSize.standard).toBeGreaterThanOrEqual(16);
    expect(Math.min(...Object.values(typeScale)) * baseSize.elder).toBeGreaterThanOrEqual(20);
    expect(measures.touch).toBeGreaterThanOrEqual(44);
  });
});
