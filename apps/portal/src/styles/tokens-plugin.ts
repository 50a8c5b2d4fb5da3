import { baseSize, colours, elderColours, fontStack, measures, space, typeScale, type ColourTokens } from '@kepu/contracts/tokens';
import type { Plugin } from 'vite';

const kebab = (name: string) => name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
const variables = (prefix: string, values: Readonly<Record<string, string | number>>, unit = '') =>
  Object.entries(values).map(([name, value]) => `--${prefix}${kebab(name)}:${value}${unit};`).join('');
const palette = (tokens: ColourTokens) => variables('', { ...tokens });
const dark = (css: string) => `@media (prefers-color-scheme:dark){${css}}`;

/** The tokens that both apps share, as custom properties. The elder display has its own base size and its own colours. */
export const tokensCss = (): string => [
  `:root{--base:${baseSize.standard}px;--font:${fontStack};--leading:${measures.lineHeight};--touch:${measures.touch}px;--radius:${measures.radius}px;`,
  variables('size-', typeScale, 'rem'), variables('space-', space, 'rem'), palette(colours.light), '}',
  dark(`:root{${palette(colours.dark)}}`),
  `.elder{--base:${baseSize.elder}px;--touch:56px;${palette(elderColours.light)}}`,
  dark(`.elder{${palette(elderColours.dark)}}`),
].join('');

/** Adds them to the style sheet. An `@import` would be read from disk before any plugin sees it. */
export const tokens = (): Plugin => ({
  name: 'kepu-tokens',
  enforce: 'pre',
  transform: (code, id) => (/\/styles\/index\.css(\?|$)/.test(id) ? { code: `${code}\n${tokensCss()}`, map: null } : null),
});
