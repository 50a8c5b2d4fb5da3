import { en } from './en/index.js';
import { zhCN } from './zh-CN/index.js';

/** Languages that the product speaks. */
export const locales = ['zh-CN', 'en'] as const;
/** A language. */
export type Locale = (typeof locales)[number];
/** Nested messages; `{name}` stands for a parameter. */
export interface Labels { readonly [key: string]: string | Labels }
/** One catalogue for back office, portal and API. A gate proves that both languages hold the same keys and parameters. */
export const labels = { 'zh-CN': zhCN, en } as const satisfies Record<Locale, Labels>;

/** Parameters of a message. */
export type LabelParams = Readonly<Record<string, string | number>>;

const flatten = (node: Labels, prefix: string, into: Map<string, string>): Map<string, string> => {
  for (const [key, value] of Object.entries(node)) {
    if (typeof value === 'string') into.set(prefix + key, value);
    else flatten(value, `${prefix}${key}.`, into);
  }
  return into;
};

/** Every message of one language by its dotted key. */
export const flatLabels: Readonly<Record<Locale, ReadonlyMap<string, string>>> = {
  'zh-CN': flatten(labels['zh-CN'], '', new Map()), en: flatten(labels.en, '', new Map()),
};

/**
 * The message at a dotted key, its `{name}` parameters filled in. A key that the catalogue lacks comes back as it is,
 * so that a page shows something a developer can find.
 */
export const label = (locale: Locale, key: string, params: LabelParams = {}): string =>
  (flatLabels[locale].get(key) ?? key).replaceAll(/\{(\w+)\}/g, (whole, name: string) => (name in params ? String(params[name]) : whole));

/** The best language for an `Accept-Language` header or a tag; Chinese where nothing else is asked for. */
export const localeOf = (asked: string | undefined): Locale => (/^\s*en\b/i.test(asked ?? '') ? 'en' : 'zh-CN');
