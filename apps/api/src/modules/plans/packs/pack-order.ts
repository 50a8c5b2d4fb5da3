import type { PersonActor } from '../../../platform/auth/actor.js';
import type { BareItem } from '../plan.mapper.js';
import type { PlanEntity } from '../plan.entity.js';
import type { PackEntity } from './pack.entity.js';
import type { PackNames } from './pack-names.js';
import type { PackFilter } from './pack-sources.repository.js';

/** What every part of a pack is made from. */
export interface PackOrder {
  readonly actor: PersonActor; readonly row: PackEntity; readonly plan: PlanEntity; readonly filter: PackFilter; readonly items: readonly BareItem[]; readonly unitName: string | null; readonly programmeName: string | null; readonly names: PackNames;
  /** The line that says what it is of, as of when, and who ordered it. */
  readonly facts: string;
}

/** One file of a pack: `content` is asked for when its turn comes. Null: there is nothing to say. */
export interface PackPart { readonly path: string; readonly what: string; readonly content: () => Promise<Uint8Array | AsyncIterable<Uint8Array>> }

/** A file that stays out, and why. */
export interface LeftOutRow { readonly seqs: readonly number[]; readonly source: string; readonly reason: 'personal' | 'withheld' | 'photo' | 'gone'; readonly count: number }
/** Where the proofs of an item lie. */
export interface ItemProofs { readonly item: BareItem; readonly paths: readonly string[]; readonly lines: number }
/** The proofs: their files, where each item finds them, and what is not there. */
export interface PackProofs { readonly parts: readonly PackPart[]; readonly items: readonly ItemProofs[]; readonly leftOut: readonly LeftOutRow[]; readonly pathsOfSource: ReadonlyMap<string, readonly string[]>; readonly hashes: readonly string[]; readonly bytes: number }

/** Whether something of a day, or of some days, falls into the days of the order. */
export const fallsInto = ({ from, to }: Pick<PackFilter, 'from' | 'to'>, first: string, last = first): boolean => (from === null || last >= from) && (to === null || first <= to);
