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

/** Light and dark, every pair of text and ground at 4.5 : 1 or better. */
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

/** The fonts that the reader's system has; none is loaded. */
export const fontStack =
  'system-ui, -apple-system, "Segoe UI", "PingFang SC", "HarmonyOS Sans SC", "MiSans", "Microsoft YaHei", "Noto Sans CJK SC", "Source Han Sans SC", sans-serif';

/** Smallest text, line height, and the smallest thing a finger has to hit, in CSS pixels where a number. */
export const measures = { text: 16, lineHeight: 1.65, touch: 44, radius: 10 } as const;
