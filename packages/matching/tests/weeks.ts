import type { AssignmentInput, SeatValues } from '../src/assignment/input.js';

/** A position: hours of one day, in places that are two hours apart. */
export interface Post { readonly day?: number; readonly from: number; readonly to: number; readonly place?: number; readonly load?: number; readonly seats?: number; readonly minimum?: number; readonly reserved?: number }
/** A person: what they may have at what worth (and under what lock), and how much a week and a day. */
export interface Person { readonly worths: Readonly<Record<number, number>>; readonly locks?: Readonly<Record<number, number>>; readonly week?: number; readonly day?: number }

const DAYS = 7;

/** A week written by hand. */
export function week(posts: readonly Post[], people: readonly Person[], seatValues: SeatValues = { staffing: 0, parity: 0 }): AssignmentInput {
  const rows = people.map(({ worths, locks = {} }) => Object.entries(worths).map(([position, worth]) => ({ position: Number(position), worth, lock: locks[Number(position)] ?? 0 })));
  const first = [0];
  for (const row of rows) first.push((first.at(-1) ?? 0) + row.length);
  return {
    positions: {
      count: posts.length, startsAt: Int32Array.from(posts, ({ day = 0, from }) => day * 24 + from), endsAt: Int32Array.from(posts, ({ day = 0, to }) => day * 24 + to), day: Uint8Array.from(posts, ({ day = 0 }) => day),
      place: Uint16Array.from(posts, ({ place = 0 }) => place), load: Uint8Array.from(posts, ({ load = 1 }) => load), seats: Int32Array.from(posts, ({ seats = 1 }) => seats), minimum: Int32Array.from(posts, ({ minimum = 0 }) => minimum),
      reserved: Int32Array.from(posts, ({ reserved = 0 }) => reserved),
    },
    volunteers: { count: people.length, days: DAYS, weekRoom: Uint8Array.from(people, ({ week: room = 7 }) => room), dayRoom: Uint8Array.from(people.flatMap(({ day = 3 }) => Array.from({ length: DAYS }, () => day))) },
    edges: { first: Int32Array.from(first), position: Int32Array.from(rows.flat(), ({ position }) => position), worth: Float32Array.from(rows.flat(), ({ worth }) => worth), locks: Uint8Array.from(rows.flat(), ({ lock }) => lock) },
    gaps: { places: 2, between: Int32Array.of(0, 2, 2, 0) }, seatValues,
  };
}
