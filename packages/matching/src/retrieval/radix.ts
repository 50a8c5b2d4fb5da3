const DIGITS = 1 << 16;

/**
 * A stable sort of `order` by 16 bits at a time of each of the keys, the least first. A digit that is the same in all costs one look.
 * Yields after each pass, so that whoever sorts a million can do other things between.
 */
export function* radixSort(order: Int32Array, keys: readonly Uint32Array[]): Generator<void, Int32Array> {
  const count = order.length;
  let [from, to]: [Int32Array, Int32Array] = [order, new Int32Array(count)];
  const starts = new Int32Array(DIGITS);
  for (const key of keys) {
    for (const shift of [0, 16]) {
      starts.fill(0);
      for (let at = 0; at < count; at++) starts[(key[at]! >>> shift) & 0xffff]!++;
      if (count > 0 && starts[(key[0]! >>> shift) & 0xffff] === count) continue;
      let sum = 0;
      for (let digit = 0; digit < DIGITS; digit++) {
        const size = starts[digit]!;
        starts[digit] = sum;
        sum += size;
      }
      for (let at = 0; at < count; at++) {
        const row = from[at]!;
        to[starts[(key[row]! >>> shift) & 0xffff]!++] = row;
      }
      [from, to] = [to, from];
      yield;
    }
  }
  return from;
}
