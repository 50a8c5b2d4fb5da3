import type { Locale } from '@kepu/contracts/labels';
import type { ReactNode } from 'react';
import type { Words } from '../words.js';

/** Words of the office itself: Chinese also on an English page, and said so, for voices and fonts. */
export const Verbatim = ({ text, locale }: { readonly text: string; readonly locale: Locale }) =>
  locale !== 'zh-CN' && /\p{Script=Han}/u.test(text) ? <span lang="zh-CN">{text}</span> : text;

/** A message whose one parameter is such words. */
export const sentence = (words: Words, key: string, name: string, text: string, locale: Locale): ReactNode => {
  const [before, after] = words(key).split(`{${name}}`);
  return <>{text === '' ? before?.trimEnd() : before}<Verbatim text={text} locale={locale} />{after}</>;
};
