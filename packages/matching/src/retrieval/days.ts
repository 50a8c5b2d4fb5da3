/** Milliseconds of a day. */
export const DAY_MS = 86_400_000;
const SHANGHAI_MS = 8 * 3_600_000;

/** Days since 1970-01-01 of a civil date, `YYYY-MM-DD`. */
export const dayNumber = (day: string): number => Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8, 10))) / DAY_MS;
/** The civil date of a day number. */
export const civilDate = (day: number): string => new Date(day * DAY_MS).toISOString().slice(0, 10);
/** The day number, in Shanghai, of an instant in milliseconds. */
export const shanghaiDay = (ms: number): number => Math.floor((ms + SHANGHAI_MS) / DAY_MS);
