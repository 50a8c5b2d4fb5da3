import type { Talk } from '@kepu/contracts';
import { label, type Locale } from '@kepu/contracts/labels';
import { addSheet, bytesOf, inert, workbook } from '../../../platform/sheets/sheet.js';

const widths = { title: 36, pool: 16, lecturer: 12, unit: 24, county: 12, topics: 20, audiences: 24, minutes: 10, mostPeople: 10, languages: 16, months: 20, equipment: 22, needs: 24, summary: 60, state: 10, onMenu: 10, rating: 8, ratings: 8 } as const;
type Column = keyof typeof widths;

/** Talks as staff see them: one row each. */
export const talksWorkbook = async (talks: readonly Talk[], locale: Locale): Promise<Buffer> => {
  const t = (key: string, params: Record<string, string | number> = {}) => label(locale, key, params);
  const comma = locale === 'en' ? ', ' : '、';
  const yes = (value: boolean): string => t(value ? 'documents.talkYes' : 'documents.talkNo');
  const names = (all: readonly { readonly name: string }[]): string => all.map(({ name }) => name).join(comma);
  const cells: Readonly<Record<Column, (talk: Talk) => string | number | null>> = {
    title: ({ title }) => title, pool: ({ pool }) => pool.name, lecturer: ({ lecturer }) => lecturer.name, unit: ({ unit }) => unit?.name ?? '', county: ({ county }) => county?.name ?? '', topics: ({ topics }) => names(topics), audiences: ({ audiences }) => names(audiences), minutes: ({ minutes }) => minutes, mostPeople: ({ mostPeople }) => mostPeople,
    languages: ({ languages }) => languages.map((each) => t(`terms.talkLanguages.${each}`)).join(comma), months: ({ months }) => (months.length === 0 ? t('documents.talkWholeYear') : months.map((month) => t('documents.talkMonth', { month })).join(comma)), equipment: ({ equipment }) => equipment.map((each) => t(`terms.talkEquipment.${each}`)).join(comma),
    needs: ({ needs }) => needs ?? '', summary: ({ summary }) => summary, state: ({ state }) => t(`terms.talkStates.${state}`), onMenu: ({ onMenu }) => yes(onMenu), rating: ({ rating }) => rating?.average ?? null, ratings: ({ rating }) => rating?.count ?? null,
  };
  const columns = Object.keys(widths) as Column[];
  const book = await workbook();
  const sheet = addSheet(book, t('documents.talkSheet'), columns.map((column) => ({ header: t(`documents.talkColumns.${column}`), width: widths[column] })));
  for (const talk of talks) sheet.addRow(columns.map((column) => { const value = cells[column](talk); return typeof value === 'string' ? inert(value) : value; }));
  return bytesOf(book);
};
