/** Colours of one mode. Amber is kept for what waits, red for what is wrong or late; neither ever stands alone without a word. */
export interface ColourTokens {
  /** Actions and links. */
  readonly primary: string; readonly primaryStrong: string; readonly onPrimary: string; readonly primarySoft: string;
  /** What waits for somebody. */
  readonly waiting: string; readonly waitingSoft: string;
  /** What is wrong or late. */
  readonly wrong: string; readonly wrongSoft: string;
  readonly text: string; readonly textMuted: string; readonly line: string; readonly surface: string; readonly ground: string;
}

/** Light and dark. Text stands at 4.5 : 1 or better on every ground it may meet (WCAG 2.2, 1.4.3). */
export const colours: Readonly<Record<'light' | 'dark', ColourTokens>> = {
  light: {
    primary: '#0b6e7f', primaryStrong: '#084f5c', onPrimary: '#ffffff', primarySoft: '#e3f1f3',
    waiting: '#8a5300', waitingSoft: '#fff3dc', wrong: '#b3261e', wrongSoft: '#fdeceb',
    text: '#17262a', textMuted: '#4d6066', line: '#d3dee0', surface: '#ffffff', ground: '#f5f8f8',
  },
  dark: {
    primary: '#6fc7d6', primaryStrong: '#a5e1eb', onPrimary: '#00343d', primarySoft: '#16353c',
    waiting: '#f2bd64', waitingSoft: '#382a0d', wrong: '#ff9389', wrongSoft: '#411b18',
    text: '#e5eef0', textMuted: '#a6b8bd', line: '#33444a', surface: '#172226', ground: '#0f181b',
  },
};

/** The elder display: the same modes at 7 : 1 or better, and lines that can be seen (GB/T 37668-2019; WCAG 2.2, 1.4.6 and 1.4.11). */
export const elderColours: Readonly<Record<'light' | 'dark', ColourTokens>> = {
  light: {
    primary: '#064955', primaryStrong: '#03343d', onPrimary: '#ffffff', primarySoft: '#e3f1f3',
    waiting: '#5c3700', waitingSoft: '#fff3dc', wrong: '#8a1510', wrongSoft: '#fdeceb',
    text: '#000000', textMuted: '#22292b', line: '#5b6b70', surface: '#ffffff', ground: '#ffffff',
  },
  dark: {
    primary: '#9fe4f0', primaryStrong: '#c9f2f8', onPrimary: '#00252c', primarySoft: '#0d2b31',
    waiting: '#ffd591', waitingSoft: '#2e2208', wrong: '#ffc0b9', wrongSoft: '#331412',
    text: '#ffffff', textMuted: '#e3ebed', line: '#8a9ca2', surface: '#0b1214', ground: '#000000',
  },
};

/** The fonts that the reader's system has; none is loaded. */
export const fontStack =
  'system-ui, -apple-system, "Segoe UI", "PingFang SC", "HarmonyOS Sans SC", "MiSans", "Microsoft YaHei", "Noto Sans CJK SC", "Source Han Sans SC", sans-serif';

/** Smallest text, line height, and the smallest thing a finger has to hit, in CSS pixels where a number. */
export const measures = { text: 16, lineHeight: 1.65, touch: 44, radius: 10 } as const;

/** Sizes of type as multiples of the base size. Nothing is smaller than the text: notes are told apart by colour and place. */
export const typeScale = { text: 1, lead: 1.125, heading3: 1.1875, heading2: 1.5, heading1: 1.875, display: 2.5 } as const;

/** The base size in CSS pixels, by display. */
export const baseSize = { standard: 16, elder: 20 } as const;

/** Distances in rem, from the gap inside a line to the gap between two parts of a page. */
export const space = { hair: 0.25, tight: 0.5, close: 0.75, text: 1, block: 1.5, group: 2, section: 3, page: 4.5 } as const;
