import { createHash } from 'node:crypto';
import type { ConsentKind } from '@kepu/contracts';
import { flatLabels, type Locale } from '@kepu/contracts/labels';

/** A text in both languages, and the hash that the ledger names it by. */
export interface ConsentText { readonly zh: string; readonly en: string; readonly hash: string }

/** Everything that the page of the privacy notice shows but for its own title and version, the table of periods with it. */
const apart = new Set(['portal.privacy.title', 'portal.privacy.description', 'portal.privacy.version']);

const linesOf = (kind: ConsentKind, locale: Locale): string[] => {
  if (kind !== 'privacy') return [flatLabels[locale].get(`consentTexts.${kind}`) ?? ''];
  return [...flatLabels[locale]].filter(([key]) => /^portal\.(privacy|retention)\./.test(key) && !apart.has(key)).map(([, line]) => line);
};

/** Labels do not change while a process runs: each text is put together once. */
const texts = new Map<ConsentKind, ConsentText>();

/** The text that people are asked to agree to now: the labels of the pages themselves, so that nobody agrees to another text than the one that is shown. */
export const consentText = (kind: ConsentKind): ConsentText => {
  const known = texts.get(kind);
  if (known) return known;
  const [zh, en] = (['zh-CN', 'en'] as const).map((locale) => linesOf(kind, locale).join('\n')) as [string, string];
  const text = { zh, en, hash: createHash('sha256').update(JSON.stringify([zh, en])).digest('hex') };
  texts.set(kind, text);
  return text;
};
