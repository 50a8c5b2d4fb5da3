import type { Notice } from './schemas.js';

/** How a language says what a parameter of a notice may be: a key of the catalogue, a day (`YYYY-MM-DD`) or an instant (ISO 8601). */
export interface NoticeVoice { readonly term: (key: string) => string; readonly day: (day: string) => string; readonly instant: (at: string) => string }

const say = (value: string, { term, day, instant }: NoticeVoice): string => {
  if (value.startsWith('terms.')) return term(value);
  if (/^\d{4}-\d\d-\d\d$/.test(value)) return day(value);
  return /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(value) ? instant(value) : value;
};

/** What fills the sentence of a notice, `notices.<kind>` in the catalogue. */
export const noticeParams = ({ params }: Pick<Notice, 'params'>, voice: NoticeVoice): Notice['params'] =>
  Object.fromEntries(Object.entries(params).map(([name, value]) => [name, typeof value === 'string' ? say(value, voice) : value]));

/** Whether a notice leads to a page of the portal; any other link is of the back office. */
export const leadsToPortal = (link: string): boolean => /^\/(me|me\/security|me\/family|me\/real-name|lead\/[\w-]+)(#|$)/.test(link);
