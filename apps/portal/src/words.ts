import { label, type LabelParams, type Locale } from '@kepu/contracts/labels';

/** Messages of the portal in one language, by their key below `portal`. */
export type Words = (key: string, params?: LabelParams) => string;

export const wordsOf = (locale: Locale): Words => (key, params) => label(locale, `portal.${key}`, params);
