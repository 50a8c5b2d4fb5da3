import { createHash } from 'node:crypto';
import { deserialize, serialize } from 'node:v8';
import { gunzipSync, gzipSync } from 'node:zlib';
import { assign, BatchBuilder, type Assignment, type AssignmentInput, type BatchLocks, type BatchPosition, type BatchRules, type Earlier, type LostPlace, type Progress, type Unfilled, type VolunteerFacts, type WeightTable } from '@kepu/matching';
import { contextOf, type ContextTables } from '../context-tables.js';

/** What a thread is started with. */
export interface BatchGiven { readonly positions: readonly BatchPosition[]; readonly rules: BatchRules; readonly weights: WeightTable; readonly tables: ContextTables }
/** Somebody to be placed, with what is settled about them. */
export interface BatchPerson { readonly person: VolunteerFacts; readonly locks: BatchLocks }
/** The draft that a new run starts from: positions by volunteer, prices by position. */
export interface BatchBefore { readonly places: ReadonlyMap<string, readonly number[]>; readonly prices: readonly number[] }
/** What a thread is told, after what it is started with. */
export type ToThread = { readonly kind: 'people'; readonly people: readonly BatchPerson[] } | { readonly kind: 'solve'; readonly seed: number; readonly before: BatchBefore | null } | { readonly kind: 'repeat'; readonly input: Uint8Array };
/** What it answers. `taken`: send more. */
export type FromThread = { readonly kind: 'taken' } | { readonly kind: 'progress'; readonly progress: Progress } | { readonly kind: 'solved'; readonly result: BatchResult } | { readonly kind: 'repeated'; readonly result: BatchRepeated };

/** Who is where, why places stay open, and what it was reckoned of. */
export interface BatchResult {
  readonly places: readonly { readonly volunteerId: string; readonly position: number }[];
  readonly lost: readonly LostPlace[];
  readonly unfilled: readonly Unfilled[];
  readonly prices: readonly number[];
  /** Packed, to be reckoned once more by `repeat`. */
  readonly input: Uint8Array;
  readonly digest: string;
}
/** A run done once more. */
export interface BatchRepeated { readonly digest: string; readonly people: number; readonly positions: number; readonly places: number; readonly seed: number }

/** What it is worth to leave somebody where they are: as much as two hundredths of preference. */
const STABILITY = 20;
interface Packed { readonly input: AssignmentInput; readonly seed: number; readonly earlier: Earlier | null }

const digestOf = ({ places: { first, position } }: Assignment): string => createHash('sha256').update(first).update(position).digest('hex');

function earlierOf({ places, prices }: BatchBefore, volunteerIds: readonly string[]): Earlier {
  const first = new Int32Array(volunteerIds.length + 1);
  const position: number[] = [];
  volunteerIds.forEach((id, index) => {
    position.push(...(places.get(id) ?? []));
    first[index + 1] = position.length;
  });
  return { places: { first, position: Int32Array.from(position) }, prices: Float64Array.from(prices), stability: STABILITY };
}

function solved({ input, seed, earlier }: Packed, onProgress: (progress: Progress) => void): Assignment {
  const made = assign(input, { seed, onProgress, ...(earlier ? { earlier } : {}) });
  if (!made) throw new Error('a batch without a signal was stopped');
  return made;
}

/** Takes people, and solves. */
export class BatchSolving {
  private readonly builder: BatchBuilder;

  constructor({ positions, rules, weights, tables }: BatchGiven) {
    this.builder = new BatchBuilder(positions, rules, weights, contextOf(tables));
  }

  take(people: readonly BatchPerson[]): void {
    for (const { person, locks } of people) this.builder.add(person, locks);
  }

  solve(seed: number, before: BatchBefore | null, onProgress: (progress: Progress) => void): BatchResult {
    const { input, volunteerIds, lost } = this.builder.finish();
    const packed: Packed = { input, seed, earlier: before && earlierOf(before, volunteerIds) };
    const made = solved(packed, onProgress);
    const { first, position } = made.places;
    const places = volunteerIds.flatMap((volunteerId, index) => [...position.subarray(first[index], first[index + 1])].map((at) => ({ volunteerId, position: at })));
    return { places, lost, unfilled: made.unfilled, prices: [...made.prices], input: gzipSync(serialize(packed)), digest: digestOf(made) };
  }
}

/** Reckons a run once more from what it was made of. */
export function repeat(input: Uint8Array, onProgress: (progress: Progress) => void): BatchRepeated {
  const packed = deserialize(gunzipSync(input)) as Packed;
  const made = solved(packed, onProgress);
  return { digest: digestOf(made), people: packed.input.volunteers.count, positions: packed.input.positions.count, places: made.places.position.length, seed: packed.seed };
}
