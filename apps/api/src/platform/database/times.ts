/**
 * How an instant is written. Both databases hold `YYYY-MM-DD HH:MM:SS.mmm` in UTC; both drivers hand it out as ISO 8601 with `Z`, in raw rows too
 * (sqlite-adapter.ts and mysql-pool.ts convert by the column's type); entities see `Date`.
 */
const STORED = /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d{1,3})?$/;

/** For a parameter of hand-written SQL. Entities and the query builder take a Date as it is. */
export function toDbTime(instant: Date | string): string {
  const date = typeof instant === 'string' ? new Date(fromDbTime(instant)) : instant;
  return date.toISOString().slice(0, 23).replace('T', ' ');
}

/** ISO 8601 of a value of a raw row, also of MAX(…) and such, where a driver cannot know that the text is a time. */
export function fromDbTime(value: Date | string): string {
  if (value instanceof Date) return value.toISOString();
  if (!STORED.test(value)) return value;
  return `${value.slice(0, 10)}T${value.slice(11)}${value.length === 19 ? '.000' : ''}Z`;
}
