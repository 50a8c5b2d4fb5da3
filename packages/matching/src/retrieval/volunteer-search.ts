import type { Supply } from '../what-if.js';
import { BestList } from './best-list.js';
import { popcount, wordsOf, type Bits } from './bits.js';
import { CellQueue } from './cell-queue.js';
import { followed, type Demand } from './demand.js';
import { table } from './table.js';
import { mayHave } from './verdict.js';
import type { Cell, VolunteerCells } from './volunteer-cells.js';
import type { VolunteerColumns } from './volunteer-columns.js';

/** Cells with no more people left than this are looked at person by person. */
const FEW = 48;
/** What sums added in another order may differ by. */
const SLACK = 1e-9;

/** People of a cell who differ in nothing that bits say: how the topic is followed, whether all parts of the week are free, whether the kind is served, whether it is the first service, whether nothing was served of late and nothing missed. */
interface Group { readonly topic: number; readonly free: boolean; readonly served: boolean; readonly first: boolean; readonly rested: boolean; readonly points: number }

/** Where an asking unit may look: codes of counties, whole or how they begin, and paths of units that people belong to. Who is in either is within. */
export interface Reach {
  readonly counties: readonly string[];
  readonly unitPaths: readonly string[];
}

/** What of a reach columns know: by number. */
export interface Within {
  readonly counties: Uint8Array;
  /** By one more than the number of the unit, as columns have it. */
  readonly units: Uint8Array;
}

/** Word by word, for one question: who could have the position, how they follow its topic, and whether they are free at all of its time. */
class Scratch {
  need = new Int32Array(0);
  same = new Int32Array(0);
  near = new Int32Array(0);
  free = new Int32Array(0);

  get bytes(): number {
    return 4 * this.need.byteLength;
  }

  reserve(words: number): void {
    if (this.need.length >= words) return;
    for (const name of ['need', 'same', 'near', 'free'] as const) this[name] = new Int32Array(words);
  }
}

/** Room that searches share, one at a time. */
export class SearchRoom {
  readonly sorted = new Scratch();
  readonly recent = new Scratch();

  get bytes(): number {
    return this.sorted.bytes + this.recent.bytes;
  }
}

/** One question to the columns. */
export class VolunteerSearch {
  private readonly required: readonly (readonly Bits[])[];
  private readonly requiredRecent: readonly (readonly Bits[])[];

  constructor(private readonly demand: Demand, private readonly sorted: VolunteerCells, private readonly recent: VolunteerColumns, private readonly within: Within | null, private readonly room: SearchRoom) {
    // Bits say which certificates were seen, and nothing of those that wait to be.
    const asked = (columns: VolunteerColumns): Bits[][] => (demand.handedIn ? [] : demand.proofs).map((words) => words.flatMap((code) => columns.seen[code] ?? []));
    [this.required, this.requiredRecent] = [asked(sorted.columns), asked(recent)];
    room.sorted.reserve(wordsOf(sorted.columns.count));
    room.recent.reserve(wordsOf(recent.count));
  }

  best(count: number): BestList {
    const { demand } = this;
    const list = new BestList(count);
    if (demand.closed || count === 0) return list;
    const groups = this.groups();
    this.searchCells(list, groups);
    const most = demand.impersonalSum + groups[0]!.points + SLACK;
    this.eachLoose((columns, row) => {
      if (columns.personal.has(row) && most + demand.audiencePoints[columns.occupation[row]!]! + demand.travelPoints(columns.county[row]!, columns.limit[row]!) < list.least) return;
      this.look(list, columns, row, this.topicOf(columns, row), this.freeOf(columns, row));
    });
    return list;
  }

  count(): number { return this.tally(false).may; }

  /** How many may have it, and how many of them are free at all its parts of the week. */
  supply(): Supply { return this.tally(this.demand.weekParts.length > 0); }

  private tally(asksFree: boolean): Supply {
    const { demand, sorted: { cells, columns }, room: { sorted: { need, free } } } = this;
    if (demand.closed) return { may: 0, free: 0 };
    let [sum, ready] = [0, 0];
    // Nobody who is not young on the day that the columns count from is too young on a later one.
    const agesDoNotMatter = columns.youngFrom < Math.min(demand.minorFrom, demand.youngFrom);
    for (const cell of cells) {
      if (!this.couldHave(cell)) continue;
      this.fillNeed(columns, this.required, need, cell.start, cell.end, cell);
      const asks = asksFree && cell.personal;
      if (asks) this.fillFree(cell);
      const plainMay = agesDoNotMatter && demand.proofs.length === 0;
      const [way, all] = [demand.way[cell.county]!, demand.way[cell.county]! <= cell.least];
      for (let at = cell.start; at < cell.end; at++) {
        let word = need[at]!;
        const ask = asks ? free[at]! : 0;
        if (plainMay) {
          let plain = word & columns.plain.words[at]!;
          word ^= plain;
          if (!all) for (let left = plain; left !== 0; left &= left - 1) if (columns.limit[(at << 5) + 31 - Math.clz32(left & -left)]! < way) plain ^= left & -left;
          sum += popcount(plain);
          ready += popcount(plain & ask);
        }
        for (; word !== 0; word &= word - 1) {
          const bit = word & -word;
          if (!mayHave(demand, columns, (at << 5) + 31 - Math.clz32(bit))) continue;
          sum++;
          if ((ask & bit) !== 0) ready++;
        }
      }
    }
    this.eachLoose((found, row) => {
      if (!mayHave(demand, found, row)) return;
      sum++;
      if (asksFree && found.personal.has(row) && this.freeOf(found, row) === demand.weekParts.length) ready++;
    });
    return { may: sum, free: ready };
  }

  /** Best cell and group first, until the next can bring nobody who is better than the worst found. */
  private searchCells(list: BestList, groups: readonly Group[]): void {
    const { demand, sorted: { cells } } = this;
    const found: Cell[] = [];
    const base: number[] = [];
    for (const cell of cells) {
      if (!this.couldHave(cell)) continue;
      found.push(cell);
      base.push(cell.personal ? demand.audiencePoints[cell.occupation]! + demand.travelPoints(cell.county, cell.most) + demand.impersonalSum : demand.impersonalSum - groups[0]!.points);
    }
    const queue = new CellQueue(table(base.length, (at) => base[at]! + groups[0]!.points));
    const next = new Uint8Array(found.length);
    const ready = new Uint8Array(found.length);
    while (queue.size > 0 && !(list.full && queue.key + SLACK < list.least)) {
      const at = queue.top;
      const cell = found[at]!;
      if (ready[at] === 0) {
        ready[at] = 1;
        // Without a share in what groups part people by there is nothing to go through one by one.
        if (this.prepare(cell) <= FEW || !cell.personal) {
          this.sweepAll(list, cell);
          queue.drop();
          continue;
        }
      }
      this.sweep(list, cell, groups[next[at]!]!);
      next[at]!++;
      if (next[at] === groups.length) queue.drop();
      else queue.lower(base[at]! + groups[next[at]!]!.points);
    }
  }

  /** All groups that there can be, the best first. */
  private groups(): Group[] {
    const { demand } = this;
    const all = demand.weekParts.length;
    const groups: Group[] = [];
    for (let topic = demand.same.length > 0 ? followed.same : demand.near.length > 0 ? followed.near : followed.not; topic >= followed.not; topic--) {
      for (let signs = 0; signs < 16; signs++) {
        const [free, served, first, rested] = [(signs & 1) === 0, (signs & 2) === 0, (signs & 4) === 0, (signs & 8) === 0];
        if (all > 0 || free) groups.push({ topic, free, served, first, rested, points: demand.bound(topic, 0, free ? all : all - 1, 0, served, first, rested) - demand.impersonalSum });
      }
    }
    return groups.sort((a, b) => b.points - a.points);
  }

  /** Whether rules that look at county, occupation, age or way leave anybody of the cell, and whether the asking unit may look there. */
  private couldHave({ county, occupation, most, eldest }: Cell): boolean {
    const { demand, within } = this;
    return demand.occupationMay[occupation] === 1 && demand.way[county]! <= most && eldest < demand.oldEnough && (within === null || within.counties[county] === 1);
  }

  /** Who of some words could have the position by what bits say. */
  private fillNeed(columns: VolunteerColumns, required: readonly (readonly Bits[])[], need: Int32Array, start: number, end: number, cell: Cell | null): void {
    const { demand } = this;
    const able = columns.able.words;
    for (let at = start; at < end; at++) need[at] = able[at]!;
    for (const either of required) {
      if (either.length === 1) {
        const { words } = either[0]!;
        for (let at = start; at < end; at++) need[at]! &= words[at]!;
        continue;
      }
      for (let at = start; at < end; at++) {
        let any = 0;
        if (need[at] !== 0) for (let index = 0; index < either.length; index++) any |= either[index]!.words[at]!;
        need[at]! &= any;
      }
    }
    if (cell === null) return;
    for (const bits of [demand.asksIslands[cell.county] === 1 ? columns.toIslands : null, demand.asksMountains[cell.county] === 1 ? columns.toMountains : null]) {
      if (bits === null) continue;
      const { words } = bits;
      for (let at = start; at < end; at++) need[at]! &= words[at]!;
    }
  }

  /** Fills the scratch of a cell; how many could have the position. */
  private prepare(cell: Cell): number {
    const { demand, sorted: { columns }, room: { sorted: { need, same, near } } } = this;
    const { start, end } = cell;
    this.fillNeed(columns, this.required, need, start, end, cell);
    let count = 0;
    for (let at = start; at < end; at++) if (need[at] !== 0) count += popcount(need[at]!);
    if (count === 0 || !cell.personal) return count;
    same.fill(0, start, end);
    near.fill(0, start, end);
    for (const [codes, words] of [[demand.same, same], [demand.near, near]] as const) {
      for (let index = 0; index < codes.length; index++) {
        const from = columns.topics[codes[index]!]?.words ?? null;
        if (from !== null) for (let at = start; at < end; at++) words[at]! |= from[at]!;
      }
    }
    for (let at = start; at < end; at++) near[at]! &= ~same[at]!;
    this.fillFree(cell);
    return count;
  }

  /** Fills who of a cell is free at all parts of the week. */
  private fillFree({ start, end }: Cell): void {
    const { sorted: { columns }, room: { sorted: { free } } } = this;
    free.set(columns.able.words.subarray(start, end), start);
    for (const part of this.demand.weekParts) {
      const { words } = columns.free[part]!;
      for (let at = start; at < end; at++) free[at]! &= words[at]!;
    }
  }

  /** Everybody of a cell that is prepared, in the order of ties. */
  private sweepAll(list: BestList, cell: Cell): void {
    const { demand, sorted: { columns }, room: { sorted: { need, same, near } } } = this;
    for (let at = cell.start; at < cell.end; at++) {
      for (let word = need[at]!; word !== 0; word &= word - 1) {
        const bit = word & -word;
        const row = (at << 5) + 31 - Math.clz32(bit);
        if (!cell.personal) {
          if (!list.takes(demand.impersonalSum, columns, row)) return;
          if (mayHave(demand, columns, row)) list.add(demand.impersonalSum, columns, row);
        } else {
          this.look(list, columns, row, (same[at]! & bit) !== 0 ? followed.same : (near[at]! & bit) !== 0 ? followed.near : followed.not, this.freeOf(columns, row));
        }
      }
    }
  }

  /** Those of one group of a cell, in the order of ties: where the group's bound is what the worst found has, and the tie is lost, it is lost for all that follow. */
  private sweep(list: BestList, { county, occupation, most, start, end }: Cell, { topic, free, served, first, rested }: Group): void {
    const { demand, sorted: { columns }, room: { sorted: scratch } } = this;
    const all = demand.weekParts.length;
    const audience = demand.audiencePoints[occupation]!;
    const bound = demand.bound(topic, audience, free ? all : all - 1, demand.travelPoints(county, most), served, first, rested);
    if (bound < list.least) return;
    const { need } = scratch;
    const [topicWords, topicFlip] = topic === followed.same ? [scratch.same, 0] : topic === followed.near ? [scratch.near, 0] : [scratch.same, -1];
    // Who follows it neither as the same nor as near: both words are to be 0.
    const second = topic === followed.not ? scratch.near : null;
    const [freeFlip, servedFlip, firstFlip, restedFlip] = [free, served, first, rested].map((sign) => (sign ? 0 : -1)) as [number, number, number, number];
    const [freeWords, servedWords, firstWords, restedWords] = [scratch.free, columns.served[demand.kind]!.words, columns.first.words, columns.rested.words];
    const sameWay = demand.way[county]! <= 0;
    for (let at = start; at < end; at++) {
      let word = need[at]!;
      if (word === 0) continue;
      word &= (topicWords[at]! ^ topicFlip) & (freeWords[at]! ^ freeFlip) & (servedWords[at]! ^ servedFlip) & (firstWords[at]! ^ firstFlip) & (restedWords[at]! ^ restedFlip);
      if (second !== null) word &= ~second[at]!;
      for (; word !== 0; word &= word - 1) {
        const row = (at << 5) + 31 - Math.clz32(word & -word);
        if (!list.takes(bound, columns, row)) return;
        const exact = free && rested && sameWay ? bound
          : demand.sum(topic, audience, free ? all : this.freeOf(columns, row), demand.travelPoints(county, columns.limit[row]!), served, first, columns.recent[row]!, columns.reliability(row));
        if (list.takes(exact, columns, row) && mayHave(demand, columns, row)) list.add(exact, columns, row);
      }
    }
  }

  /** Those who stand in no cell that was gone through: changed of late, or of the asking unit while they live elsewhere. */
  private eachLoose(visit: (columns: VolunteerColumns, row: number) => void): void {
    const { within, recent, room: { recent: { need } }, sorted } = this;
    const words = wordsOf(recent.count);
    this.fillNeed(recent, this.requiredRecent, need, 0, words, null);
    for (let at = 0; at < words; at++) {
      for (let word = need[at]!; word !== 0; word &= word - 1) {
        const row = (at << 5) + 31 - Math.clz32(word & -word);
        if (this.isBound(recent, row) || (within !== null && within.counties[recent.county[row]!] === 0 && within.units[recent.unit[row]!] === 0)) continue;
        visit(recent, row);
      }
    }
    if (within === null) return;
    const { columns, unitFirst, unitRows } = sorted;
    for (let unit = 1; unit + 1 < unitFirst.length; unit++) {
      if (within.units[unit] === 0) continue;
      for (let index = unitFirst[unit]!; index < unitFirst[unit + 1]!; index++) {
        const row = unitRows[index]!;
        if (!columns.able.has(row) || within.counties[columns.county[row]!] === 1 || this.isBound(columns, row)) continue;
        if (this.required.every((either) => either.some((bits) => bits.has(row)))) visit(columns, row);
      }
    }
  }

  /** Whether county and occupation keep somebody out. */
  private isBound(columns: VolunteerColumns, row: number): boolean {
    const { demand } = this;
    const county = columns.county[row]!;
    return demand.occupationMay[columns.occupation[row]!] === 0 || demand.way[county]! > columns.limit[row]! || (demand.asksIslands[county] === 1 && !columns.toIslands.has(row)) || (demand.asksMountains[county] === 1 && !columns.toMountains.has(row));
  }

  private look(list: BestList, columns: VolunteerColumns, row: number, topic: number, free: number): void {
    const { demand } = this;
    const sum = columns.personal.has(row) ? demand.sum(topic, demand.audiencePoints[columns.occupation[row]!]!, free, demand.travelPoints(columns.county[row]!, columns.limit[row]!), columns.served[demand.kind]!.has(row), columns.first.has(row), columns.recent[row]!, columns.reliability(row)) : demand.impersonalSum;
    if (list.takes(sum, columns, row) && mayHave(demand, columns, row)) list.add(sum, columns, row);
  }

  private topicOf(columns: VolunteerColumns, row: number): number {
    const { same, near } = this.demand;
    for (const code of same) if (columns.topics[code]?.has(row)) return followed.same;
    for (const code of near) if (columns.topics[code]?.has(row)) return followed.near;
    return followed.not;
  }

  private freeOf(columns: VolunteerColumns, row: number): number {
    let free = 0;
    for (const part of this.demand.weekParts) if (columns.free[part]!.has(row)) free++;
    return free;
  }
}
