/** How many words of 32 rows so many rows take. */
export const wordsOf = (rows: number): number => (rows + 31) >>> 5;

/** How many bits of a word are set. */
export function popcount(word: number): number {
  let bits = word - ((word >>> 1) & 0x55555555);
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** A column of one bit a row. */
export class Bits {
  words: Int32Array;

  constructor(rows: number) {
    this.words = new Int32Array(wordsOf(rows));
  }

  has(row: number): boolean {
    return (this.words[row >>> 5]! & (1 << (row & 31))) !== 0;
  }

  set(row: number): void {
    this.words[row >>> 5]! |= 1 << (row & 31);
  }

  clear(row: number): void {
    this.words[row >>> 5]! &= ~(1 << (row & 31));
  }

  grow(rows: number): void {
    const larger = new Int32Array(wordsOf(rows));
    larger.set(this.words);
    this.words = larger;
  }

  /** Sets, in `to`, the bits of this column at the rows that `rowIn` gives for them; below 0 for rows that are left out. `runs` as `runsOf` finds them. */
  scatter(to: Bits, rowIn: Int32Array, runs: Uint8Array): void {
    const { words } = this;
    const target = to.words;
    for (let at = 0, end = Math.min(words.length, runs.length); at < end; at++) {
      const word = words[at]!;
      if (word === 0) continue;
      if (runs[at] === 1) {
        const row = rowIn[at << 5]!;
        const shift = row & 31;
        target[row >>> 5]! |= word << shift;
        if (shift > 0) target[(row >>> 5) + 1]! |= word >>> (32 - shift);
        continue;
      }
      for (let left = word; left !== 0; left &= left - 1) {
        const row = rowIn[(at << 5) + 31 - Math.clz32(left & -left)]!;
        if (row >= 0) target[row >>> 5]! |= 1 << (row & 31);
      }
    }
  }
}

/** By word of 32 rows, 1 where `rowIn` leaves them side by side, so that the whole word can be moved. */
export function runsOf(rowIn: Int32Array): Uint8Array {
  const runs = new Uint8Array(wordsOf(rowIn.length));
  for (let at = 0; (at + 1) << 5 <= rowIn.length; at++) {
    const [first, row] = [at << 5, rowIn[at << 5]!];
    let same = 1;
    while (same < 32 && rowIn[first + same] === row + same) same++;
    runs[at] = row >= 0 && same === 32 ? 1 : 0;
  }
  return runs;
}
