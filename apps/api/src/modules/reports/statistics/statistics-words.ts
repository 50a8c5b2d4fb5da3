import type { StatisticsBy, VolunteerStatistics } from '@kepu/contracts';
import { label, type Locale } from '@kepu/contracts/labels';

/** Words of the statistics by their key. */
export type Words = (key: string, params?: Record<string, string | number>) => string;
/** The words in one language. */
export const wordsIn = (locale: Locale): Words => (key, params = {}) => label(locale, `statistics.${key}`, params);

/** What a part of a table of volunteers is called. */
export const partName = (by: StatisticsBy, { key, name }: Pick<VolunteerStatistics['tables'][number]['rows'][number], 'key' | 'name'>, locale: Locale): string =>
  by === 'occupation' ? label(locale, `terms.occupations.${key}`) : by === 'ageBand' ? label(locale, `terms.ageBands.${key}`) : (name ?? label(locale, 'statistics.noUnit'));
