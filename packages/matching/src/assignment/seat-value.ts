import type { Instance } from './instance.js';

/** What the seat of that rank is worth to the city, whoever sits in it: never more than the one before it. */
export function seatValue({ settled, input: { positions: { minimum, reserved }, seatValues: { staffing, parity } } }: Instance, at: number, rank: number): number {
  const before = settled[at]! + rank;
  return (before < minimum[at]! ? staffing : 0) + (before < reserved[at]! ? parity : 0);
}
