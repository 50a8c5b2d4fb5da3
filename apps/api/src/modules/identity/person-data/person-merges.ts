import { Injectable } from '@nestjs/common';
import type { Holdings } from '@kepu/contracts';
import type { PersonActor } from '../../../platform/auth/actor.js';

/** Two registrations turn out to be of one person: what is of `from` becomes that of `into`. */
export interface PersonMerge { readonly actor: PersonActor; readonly from: string; readonly into: string; readonly at: Date }

/** A part of the system in which something hangs on a person by an id, and follows when two are one. */
export interface PersonMover {
  /** Columns, as `table.column`, whose rows go over to the one that stays. */
  readonly moves: readonly string[];
  /** Columns whose rows stay with the account that is closed, as its history, or end with it. */
  readonly stays: readonly string[];
  /** What it counts of people, by person; who has nothing is not in it. */
  count?(personIds: readonly string[]): Promise<ReadonlyMap<string, Partial<Holdings>>>;
  /** Inside the unit of the merge, before anything is counted: turns beyond those of the two. */
  hold?(): Promise<void>;
  /** Inside the unit of the merge, with the turns of both. Answers what both had and is counted once from now on. */
  merge?(merge: PersonMerge): Promise<Partial<Holdings> | void>;
}

const none: Holdings = { signups: 0, records: 0, volunteerMinutes: 0, workMinutes: 0, terms: 0, topics: 0, children: 0, leads: 0 };
const keys = Object.keys(none) as (keyof Holdings)[];
const sum = (parts: readonly Partial<Holdings>[]): Holdings => Object.fromEntries(keys.map((key) => [key, parts.reduce((total, part) => total + (part[key] ?? 0), 0)])) as Holdings;

/** All parts that move something of people, filled by the modules. A test compares their columns with those of `PersonData`. */
@Injectable()
export class PersonMerges {
  private readonly list: PersonMover[] = [];

  register(mover: PersonMover): void { this.list.push(mover); }
  get movers(): readonly PersonMover[] { return this.list; }

  /** What people have, by person. */
  async holdings(personIds: readonly string[]): Promise<ReadonlyMap<string, Holdings>> {
    const counted = await this.counted(personIds);
    return new Map(personIds.map((id) => [id, sum(counted.map((found) => found.get(id) ?? {}))]));
  }

  /** Inside a unit, with the turns of both. What both had together before is what they have afterwards, but for what is answered as joined; anything else ends the unit. */
  async move(merge: PersonMerge): Promise<{ readonly moved: Holdings; readonly joined: Holdings; readonly holds: Holdings }> {
    const both = [merge.into, merge.from];
    for (const mover of this.list) await mover.hold?.();
    const before = await this.holdings(both);
    const joins: Partial<Holdings>[] = [];
    for (const mover of this.list) joins.push((await mover.merge?.(merge)) ?? {});
    const joined = sum(joins);
    const after = await this.holdings(both);
    const [had, has] = [sum([...before.values()]), sum([...after.values()])];
    const wrong = keys.filter((key) => has[key] !== had[key] - joined[key]);
    if (wrong.length > 0) throw new Error(`A merge lost or made ${wrong.map((key) => `${key} (${had[key]} - ${joined[key]} ≠ ${has[key]})`).join(', ')}`);
    return { moved: before.get(merge.from) ?? none, joined, holds: after.get(merge.into) ?? none };
  }

  private async counted(personIds: readonly string[]): Promise<ReadonlyMap<string, Partial<Holdings>>[]> {
    const found: ReadonlyMap<string, Partial<Holdings>>[] = [];
    for (const mover of this.list) if (mover.count) found.push(await mover.count(personIds));
    return found;
  }
}
