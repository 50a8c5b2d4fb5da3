import type { Locale } from '@kepu/contracts/labels';

/** Words of the office itself: Chinese also on an English page, and said so, for voices and fonts. */
export const Verbatim = ({ text, locale }: { readonly text: string; readonly locale: Locale }) =>
  locale !== 'zh-CN' && /\p{Script=Han}/u.test(text) ? <span lang="zh-CN">{text}</span> : text;
