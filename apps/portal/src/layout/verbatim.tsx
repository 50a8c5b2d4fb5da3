import type { Locale } from '@kepu/contracts/labels';
import type { ReactNode } from 'react';
import type { Words } from '../wording.js';

/** The language of what a person wrote, where it is not the page's: for voices and fonts, and for elements that hold text alone. */
export const langOf = (text: string, locale: Locale): 'zh-CN' | undefined => (locale !== 'zh-CN' && /\p{Script=Han}/u.test(text) ? 'zh-CN' : undefined);

/** Words of the office itself: Chinese also on an English page, and said so. */
export const Verbatim = ({ text, locale }: { readonly text: string; readonly locale: Locale }) => {
  const lang = langOf(text, locale);
  return lang ? <span lang={lang}>{text}</span> : text;
};

/** A message whose one parameter is such words. */
export const sentence = (words: Words, key: string, name: string, text: string, locale: Locale): ReactNode => {
  const [before, after] = words(key).split(`{${name}}`);
  return <>{text === '' ? before?.trimEnd() : before}<Verbatim text={text} locale={locale} />{after}</>;
};
