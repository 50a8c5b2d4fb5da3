const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
const SHANGHAI_OFFSET_MS = 8 * 60 * MINUTE_MS;

/** Names the turn that a moment belongs to. Each turn of a kind runs once in the whole installation. */
export type Slots = (now: Date) => string;

/** Turns of `minutes`, counted from midnight UTC. */
export function everyMinutes(minutes: number): Slots {
  if (!Number.isInteger(minutes) || minutes < 1) throw new TypeError('a turn lasts at least one whole minute');
  const length = minutes * MINUTE_MS;
  return (now) => new Date(Math.floor(now.getTime() / length) * length).toISOString().slice(0, 16);
}

/** A turn a day, from `HH:MM` in Asia/Shanghai. What was missed while nothing ran is made up for once. */
export function dailyAt(time: string): Slots {
  const parts = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(time);
  if (!parts) throw new TypeError(`${time} is no time of day`);
  const offset = (Number(parts[1]) * 60 + Number(parts[2])) * MINUTE_MS;
  // Shifted so that the turn begins at midnight of the shifted time.
  return (now) => {
    const day = Math.floor((now.getTime() + SHANGHAI_OFFSET_MS - offset) / DAY_MS) * DAY_MS;
    return new Date(day).toISOString().slice(0, 10);
  };
}
