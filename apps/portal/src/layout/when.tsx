import type { Locale } from '@kepu/contracts/labels';
import { timeParts, untilText } from '../times.js';
import type { Words } from '../wording.js';

interface WhenProps { readonly time: { readonly startsAt: string; readonly endsAt: string }; readonly locale: Locale; readonly today: string; /** Says too how many days are left. */ readonly words?: Words | undefined }

/** 11月28日 周六 9:00–11:00 还有 2 天. The hours stay together where a line ends. */
export const When = ({ time, locale, today, words }: WhenProps) => {
  const { day, clock } = timeParts(time, locale, today);
  const until = words && untilText(time.startsAt, today, words);
  return <><time dateTime={time.startsAt}>{day} <span className="clock">{clock}</span></time>{until && <> <b className="until">{until}</b></>}</>;
};
