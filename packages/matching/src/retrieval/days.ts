/** Milliseconds of a day. */
export const DAY_MS = 86_400_000;
const SHANGHAI_MS = 8 * 3_600_000;

/** Days since 1970-01-01 of a civil date, `YYYY-MM-DD`. */
export const dayNumber = (day: string): number => yearsBefore(day, 0);
/** The day number of the same date so many years before; 1 March where there is no 29 February then. */
export const yearsBefore = (day: string, years: number): number => Date.UTC(Number(day.slice(0, 4)) - years, Number(day.slice(5, 7)) - 1, Number(day.slice(8, 10))) / DAY_MS;
const two = (value: number): string => (value < 10 ? `0${value}` : String(value));
/** The civil date of a day number, of the years from 1000 to 9999. By parts: the text of the whole instant takes four times as long. */
export function civilDate(day: number): string {
  const at = new Date(day * DAY_MS);
  return `${at.getUTCFullYear()}-${two(at.getUTCMonth() + 1)}-${two(at.getUTCDate())}`;
}
/** The day number, in Shanghai, of an instant in milliseconds. */
export const shanghaiDay = (ms: number): number => Math.floor((ms + SHANGHAI_MS) / DAY_MS);
