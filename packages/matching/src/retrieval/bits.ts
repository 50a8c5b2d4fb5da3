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

  /** Sets, in `to`, the bits of this column at the rows that `rowIn` gives for them; below 0 for rows that are left out. */
  scatter(to: Bits, rowIn: Int32Array): void {
    const { words } = this;
    for (let at = 0, end = Math.min(words.length, wordsOf(rowIn.length)); at < end; at++) {
      for (let word = words[at]!; word !== 0; word &= word - 1) {
        const row = rowIn[(at << 5) + 31 - Math.clz32(word & -word)]!;
        if (row >= 0) to.words[row >>> 5]! |= 1 << (row & 31);
      }
    }
  }
}
