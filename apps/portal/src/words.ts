import { flatLabels, label, type Locale } from '@kepu/contracts/labels';
import type { Words } from './wording.js';

const whole = (key: string): string => (/^(terms|matching|notices|consentTexts)\./.test(key) ? key : `portal.${key}`);

export const wordsOf = (locale: Locale): Words => (key, params) => label(locale, whole(key), params);

const made = new Map<string, string>();

/** The messages that an island needs, as JSON for an attribute: a browser that loaded the whole catalogue would load both languages and the back office. */
export const wordsFor = (locale: Locale, prefixes: readonly string[]): string => {
  const wanted = `${locale} ${prefixes.join(' ')}`;
  const before = made.get(wanted);
  if (before !== undefined) return before;
  const texts = [...flatLabels[locale]].flatMap(([key, text]) => {
    const short = key.replace(/^portal\./, '');
    return prefixes.some((prefix) => short === prefix || short.startsWith(`${prefix}.`)) ? [[short, text] as const] : [];
  });
  const json = JSON.stringify(Object.fromEntries(texts));
  made.set(wanted, json);
  return json;
};
