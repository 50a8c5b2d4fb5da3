import type { Locale } from '@kepu/contracts/labels';

/** Pages that can be asked for. */
export type PageName = 'home' | 'accessibility';
/** Every page, those that no address leads to as well. */
export type AnyPageName = PageName | 'notFound' | 'failure';

const paths: Readonly<Record<PageName, string>> = { home: '/', accessibility: '/accessibility' };
const names = Object.keys(paths) as PageName[];
const prefixes: Readonly<Record<Locale, string>> = { 'zh-CN': '', en: '/en' };

/** The address of a page in a language. */
export const pathOf = (page: PageName, locale: Locale): string => `${prefixes[locale]}${paths[page]}`;

/** The page at an address, or null. A trailing slash is forgiven. */
export const pageAt = (url: string, locale: Locale): PageName | null => {
  const path = (url.split(/[?#]/, 1)[0] ?? '').replace(/(.)\/$/, '$1');
  return names.find((name) => pathOf(name, locale).replace(/(.)\/$/, '$1') === path) ?? null;
};

/** Every public address, for the site map. */
export const publicPaths: readonly string[] = names.flatMap((name) => [pathOf(name, 'zh-CN'), pathOf(name, 'en')]);
