/** Cells by what they can bring at most, the most on top. */
export class CellQueue {
  size: number;
  private readonly heap: Int32Array;

  constructor(private readonly keys: Float64Array) {
    this.size = keys.length;
    this.heap = new Int32Array(keys.length);
    for (let at = 0; at < keys.length; at++) this.heap[at] = at;
    for (let at = (this.size >> 1) - 1; at >= 0; at--) this.sink(at);
  }

  get top(): number {
    return this.heap[0]!;
  }

  get key(): number {
    return this.keys[this.heap[0]!]!;
  }

  lower(key: number): void {
    this.keys[this.heap[0]!] = key;
    this.sink(0);
  }

  drop(): void {
    this.heap[0] = this.heap[--this.size]!;
    this.sink(0);
  }

  private sink(from: number): void {
    const { heap, keys, size } = this;
    const one = heap[from]!;
    let at = from;
    for (;;) {
      let larger = 2 * at + 1;
      if (larger >= size) break;
      if (larger + 1 < size && keys[heap[larger + 1]!]! > keys[heap[larger]!]!) larger++;
      if (keys[heap[larger]!]! <= keys[one]!) break;
      heap[at] = heap[larger]!;
      at = larger;
    }
    heap[at] = one;
  }
}
