import { labels, type Labels, type Locale } from '@kepu/contracts/labels';
import polyglotI18nProvider from 'ra-i18n-polyglot';
import english from 'ra-language-english';
import type { I18nProvider, TranslationMessages } from 'react-admin';
import { initialLocale, setCurrentLocale } from '../providers/locale.js';
import { raChinese } from './ra-zh.js';

/** The catalogue writes `{name}` where react-admin writes `%{name}`. */
const braces = (node: Labels): Labels =>
  Object.fromEntries(Object.entries(node).map(([key, value]) => [key, typeof value === 'string' ? value.replaceAll('%{', '{') : braces(value)]));

const own: Readonly<Record<Locale, Labels>> = { 'zh-CN': raChinese, en: braces(english as unknown as Labels) };

/** Everything that the back office says in one language. */
export const messagesOf = (locale: string): Labels => {
  const known: Locale = locale === 'en' ? 'en' : 'zh-CN';
  const catalogue: Labels = labels[known];
  return { ...own[known], ...catalogue, resources: (catalogue['admin'] as Labels)['resources'] ?? {} };
};

/** react-admin's translations, over the one catalogue. */
export const createI18nProvider = (locale: string = initialLocale()): I18nProvider => {
  const provider = polyglotI18nProvider(
    (asked) => messagesOf(asked) as unknown as TranslationMessages, locale,
    [{ locale: 'zh-CN', name: '中文' }, { locale: 'en', name: 'English' }],
    { interpolation: { prefix: '{', suffix: '}' }, allowMissing: true },
  );
  return {
    ...provider,
    // Answers of the API carry sentences too: they have to follow before anything is asked again.
    changeLocale: (asked, options) => {
      setCurrentLocale(asked);
      return provider.changeLocale(asked, options);
    },
  };
};
