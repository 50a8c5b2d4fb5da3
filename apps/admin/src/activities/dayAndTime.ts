import { addDays, dayNumber, shanghaiTime, weekday } from '@kepu/domain';

/** A day and a time of day in Shanghai as an instant, whatever the clock of this browser shows. */
export const toInstant = (day: string, time: string): string => {
  const at = Date.parse(`${day}T${time.slice(0, 5)}:00.000+08:00`);
  return Number.isNaN(at) ? '' : new Date(at).toISOString();
};

/** The day of an instant in Shanghai. */
export const dayOf = (instant: string): string => shanghaiTime(instant).day;

/** The time of day of an instant in Shanghai, as a time field wants it: 09:05. */
export const timeOf = (instant: string): string => {
  const { minute } = shanghaiTime(instant);
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
};

/** The next Saturday that is at least a week away: time enough to find people. */
export const saturdayAhead = (today: string): string => {
  const inAWeek = addDays(today, 7);
  return addDays(inAWeek, 6 - weekday(dayNumber(inAWeek)));
};
