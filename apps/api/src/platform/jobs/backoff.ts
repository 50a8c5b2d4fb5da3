const FIRST_MS = 1_000;
const LONGEST_MS = 60 * 60_000;

/** Wait after the n-th failed attempt: doubled each time up to an hour, spread by up to a quarter so that failures do not come back together. */
export function backoffMs(attempt: number, random: number): number {
  const base = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(attempt - 1, 30));
  return Math.round(base * (1 + random / 4));
}
