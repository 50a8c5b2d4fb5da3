import type { PublicTalk } from '@kepu/contracts';
import { monthStretches } from '@kepu/domain';
import type { Locale } from '@kepu/contracts/labels';
import { Verbatim } from '../layout/verbatim.js';
import { capital, type Words } from '../wording.js';

/** Several words in a row, as the language sets them apart. */
export const inRow = (texts: readonly string[], locale: Locale): string => texts.join(locale === 'en' ? ', ' : '、');
/** The months of a talk in words. */
export const seasonOf = ({ months }: Pick<PublicTalk, 'months'>, words: Words, locale: Locale): string => {
  const stretches = monthStretches(months);
  if (stretches.length === 0) return words('talks.whole_year');
  return inRow(stretches.map(([from, to]) => (from === to ? words('talks.one_month', { month: from }) : words('talks.from_to', { from, to }))), locale);
};
export const languagesOf = ({ languages }: Pick<PublicTalk, 'languages'>, words: Words, locale: Locale): string => inRow(languages.map((language) => words(`terms.talkLanguages.${language}`)), locale);
export const namesOf = (all: readonly { readonly name: string }[], locale: Locale): string => inRow(all.map(({ name }) => name), locale);

/** Who gives it: by name where that is public. */
export const Lecturer = ({ talk: { lecturer, pool }, locale, words }: { readonly talk: PublicTalk; readonly locale: Locale; readonly words: Words }) => (
  <Verbatim text={lecturer === null ? capital(words('talks.lecturer_of', { pool: pool.name })) : lecturer.unit === null ? lecturer.name : words('talks.by', { name: lecturer.name, unit: lecturer.unit })} locale={locale} />
);
