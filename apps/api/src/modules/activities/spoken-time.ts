import { shanghaiTime } from '@kepu/domain';
import type { Locale } from '@kepu/contracts/labels';

const TIME_ZONE = 'Asia/Shanghai';

/** A planned time as a message in a group says it: the day once, and the end's own day where it differs. */
export const spokenTime = ({ startsAt, endsAt }: { readonly startsAt: string; readonly endsAt: string }, locale: Locale): string => {
  const day = new Intl.DateTimeFormat(locale, { month: 'long', day: 'numeric', weekday: 'short', timeZone: TIME_ZONE });
  const clock = new Intl.DateTimeFormat(locale, { hour: 'numeric', minute: '2-digit', hourCycle: 'h23', timeZone: TIME_ZONE });
  const at = (instant: string, withDay: boolean) => `${withDay ? `${day.format(new Date(instant))} ` : ''}${clock.format(new Date(instant))}`;
  return `${at(startsAt, true)}–${at(endsAt, shanghaiTime(startsAt).day !== shanghaiTime(endsAt).day)}`;
};

/** An instant by the clocks of Shanghai, as a form's field shows it in any language: `2026-07-04 09:05`. */
export const plainTime = (instant: string): string => {
  const { day, minute } = shanghaiTime(instant);
  return `${day} ${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
};
