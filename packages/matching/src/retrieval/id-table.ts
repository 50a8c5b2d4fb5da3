import type { VolunteerColumns } from './volunteer-columns.js';
import { packUuid } from './uuid.js';

const EMPTY = -1;
const GONE = -2;
/** Rows or slots between two steps. */
const STEP = 1 << 17;
/** Up to one in so many slots may be those of ids that are gone. */
const GONE_SHARE = 8;
/** A power of two that leaves at least a third of the slots empty. */
const slotsFor = (rows: number): number => 2 ** Math.max(10, Math.ceil(Math.log2(rows * 1.5 + 1)));

/** Which packed ids, and at which of their rows, stand at a place. */
export type IdsAt = (place: number) => [Uint32Array, number];

function hash(ids: Uint32Array, at: number): number {
  // The end of a UUID is random, its beginning is a time.
  const mixed = Math.imul(ids[at + 3]! ^ (ids[at + 2]! >>> 7), 0x9e3779b1) ^ ids[at + 1]!;
  return Math.imul(mixed ^ (mixed >>> 15), 0x85ebca6b) >>> 8;
}

/** Places by id: open addressing with linear probing over packed ids, which stand elsewhere. */
export class IdTable {
  size = 0;
  /** Slots that are not empty. */
  private used = 0;
  private slots: Int32Array = new Int32Array(slotsFor(0)).fill(EMPTY);
  private readonly packed = new Uint32Array(4);


  get bytes(): number {
    return this.slots.byteLength;
  }

  copy(): IdTable {
    const copy = new IdTable();
    [copy.size, copy.used, copy.slots] = [this.size, this.used, this.slots.slice()];
    return copy;
  }

  /** Puts everybody at the row of `columns` that was made of their place, in steps: places of the second source follow those of the first, and below 0 is for whoever has gone since. Where many ids have gone, their slots are given back. */
  *move([first, second]: readonly [Int32Array, Int32Array], columns: VolunteerColumns): Generator<void> {
    if ((this.used - this.size) * GONE_SHARE > this.slots.length) {
      yield* this.fill(columns);
      return;
    }
    const { slots } = this;
    for (let slot = 0; slot < slots.length; slot++) {
      if (slot % STEP === STEP - 1) yield;
      const place = slots[slot]!;
      if (place < 0) continue;
      const row = place < first.length ? first[place]! : second[place - first.length]!;
      slots[slot] = row < 0 ? GONE : row;
      if (row < 0) this.size--;
    }
  }

  private *fill(columns: VolunteerColumns): Generator<void> {
    this.slots = new Int32Array(slotsFor(this.size)).fill(EMPTY);
    [this.size, this.used] = [0, 0];
    for (let row = 0; row < columns.count; row++) {
      if (row % STEP === STEP - 1) yield;
      if (columns.present.has(row)) this.put(columns.ids, row, row);
    }
  }

  /** Adds an id, of which there is none yet, at a row of packed ids. */
  add(ids: Uint32Array, row: number, place: number, idsAt: IdsAt): void {
    if ((this.used + 1) * 1.5 > this.slots.length) this.rehash(idsAt);
    this.put(ids, row, place);
  }

  /** The place of an id; −1 for none. */
  find(id: string, idsAt: IdsAt): number {
    const slot = this.slotOf(id, idsAt);
    return slot < 0 ? -1 : this.slots[slot]!;
  }

  /** The place that an id had; −1 for none. */
  remove(id: string, idsAt: IdsAt): number {
    const slot = this.slotOf(id, idsAt);
    if (slot < 0) return -1;
    const place = this.slots[slot]!;
    this.slots[slot] = GONE;
    this.size--;
    return place;
  }

  private put(ids: Uint32Array, row: number, place: number): void {
    const { slots } = this;
    const mask = slots.length - 1;
    let slot = hash(ids, 4 * row) & mask;
    while (slots[slot] !== EMPTY) slot = (slot + 1) & mask;
    slots[slot] = place;
    this.size++;
    this.used++;
  }

  private slotOf(id: string, idsAt: IdsAt): number {
    const { packed, slots } = this;
    packUuid(id, packed, 0);
    const mask = slots.length - 1;
    for (let slot = hash(packed, 0) & mask; slots[slot] !== EMPTY; slot = (slot + 1) & mask) {
      if (slots[slot] === GONE) continue;
      const [ids, row] = idsAt(slots[slot]!);
      if (ids[4 * row] === packed[0] && ids[4 * row + 1] === packed[1] && ids[4 * row + 2] === packed[2] && ids[4 * row + 3] === packed[3]) return slot;
    }
    return -1;
  }

  private rehash(idsAt: IdsAt): void {
    const places = this.slots.filter((place) => place >= 0);
    this.slots = new Int32Array(slotsFor(places.length * 2)).fill(EMPTY);
    [this.size, this.used] = [0, 0];
    for (const place of places) this.put(...idsAt(place), place);
  }
}
