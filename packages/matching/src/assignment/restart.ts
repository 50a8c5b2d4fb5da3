import type { Earlier } from './input.js';
import type { Instance } from './instance.js';
import type { SeatBook } from './seat-book.js';
import { Hand, Swap } from './shortlist.js';

/** What an earlier draft leaves of itself. */
export interface Start {
  readonly taken: Uint8Array;
  readonly filled: Int32Array;
}

/** Opens the book where an earlier draft closed it: its prices, and its people where they still may, can and have a seat. */
export function restart(instance: Instance, book: SeatBook, { places, prices }: Earlier): Start {
  const { input: { positions, volunteers }, first, position, seats } = instance;
  for (let at = 0; at < positions.count; at++) if (seats[at]! > 0) book.hold(at, prices[at]!);
  const [swap, hand] = [new Swap(instance, book.taken), new Hand(instance, book.taken)];
  for (let volunteer = 0; volunteer < volunteers.count; volunteer++) {
    for (let index = places.first[volunteer]!, last = places.first[volunteer + 1]!; index < last; index++) {
      const at = places.position[index]!;
      if (book.filled[at]! >= seats[at]!) continue;
      let edge = first[volunteer]!;
      const end = first[volunteer + 1]!;
      while (edge < end && position[edge] !== at) edge++;
      if (edge === end || book.taken[edge] === 1) continue;
      hand.look(volunteer);
      swap.look(volunteer, edge, hand.edges, 0, hand.count, book.price);
      if (swap.count === 0) book.enter(volunteer, edge, book.price[at]!);
    }
  }
  return { taken: book.taken.slice(), filled: book.filled.slice() };
}
