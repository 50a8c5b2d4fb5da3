import type { PositionColumns } from './position-columns.js';

/** Positions of one county and the same topics, those first that have the most points without anybody; what a bound is made of lies side by side. */
export class PositionCell {
  count = 0;
  slots = new Int32Array(4);
  alone = new Float64Array(4);
  traits = new Int32Array(4);
  audiences = new Int32Array(4);

  constructor(readonly county: number, readonly topics: number) {}

  insert(columns: PositionColumns, slot: number): void {
    if (this.count === this.slots.length) this.grow();
    let at = this.count++;
    for (; at > 0 && this.alone[at - 1]! < columns.alone[slot]!; at--) this.move(at - 1, at);
    this.put(columns, slot, at);
  }

  take(slot: number): void {
    const at = this.slots.indexOf(slot);
    for (let next = at + 1; next < this.count; next++) this.move(next, next - 1);
    this.count--;
  }

  /** Puts all in order anew, after points have changed. */
  sort(columns: PositionColumns): void {
    this.slots.subarray(0, this.count).sort((a, b) => columns.alone[b]! - columns.alone[a]!).forEach((slot, at) => this.put(columns, slot, at));
  }

  private put(columns: PositionColumns, slot: number, at: number): void {
    this.slots[at] = slot;
    this.alone[at] = columns.alone[slot]!;
    this.traits[at] = columns.traits[slot]!;
    this.audiences[at] = columns.audiences[slot]!;
  }

  private move(from: number, to: number): void {
    this.slots[to] = this.slots[from]!;
    this.alone[to] = this.alone[from]!;
    this.traits[to] = this.traits[from]!;
    this.audiences[to] = this.audiences[from]!;
  }

  private grow(): void {
    const { slots, alone, traits, audiences } = this;
    const size = 2 * slots.length;
    [this.slots, this.alone, this.traits, this.audiences] = [new Int32Array(size), new Float64Array(size), new Int32Array(size), new Int32Array(size)];
    this.slots.set(slots);
    this.alone.set(alone);
    this.traits.set(traits);
    this.audiences.set(audiences);
  }
}
