import { Injectable } from '@nestjs/common';
import { addDays } from '@kepu/domain';
import type { MembershipFact } from '@kepu/matching';
import { PoolsRepository, type MembershipRow } from './pools.repository.js';

/** The pools as rules and pages ask for them. */
export interface KnownPools {
  readonly nameOf: (poolId: string) => string;
  /** Whether a position can demand it: whoever registers is in some pools, or is by occupation, and to demand those says nothing. */
  readonly demandable: (poolId: string) => boolean;
}

/** Pools and who is in them, for the other modules. */
@Injectable()
export class PoolDirectory {
  constructor(private readonly pools: PoolsRepository) {}

  /** On which days people are in pools that can be demanded and take on what these do: a term without the days on which it is held. */
  async memberships(personIds: readonly string[] | 'all'): Promise<ReadonlyMap<string, MembershipFact[]>> {
    const found = new Map<string, MembershipFact[]>();
    if (personIds !== 'all' && personIds.length === 0) return found;
    for (const row of await this.pools.memberships(personIds)) {
      const facts = factsOf(row);
      if (facts.length === 0) continue;
      const list = found.get(row.personId);
      if (list) list.push(...facts);
      else found.set(row.personId, facts);
    }
    return found;
  }

  async known(): Promise<KnownPools> {
    const pools = new Map((await this.pools.entries()).map((pool) => [pool.id, pool]));
    return { nameOf: (id) => pools.get(id)?.name ?? '', demandable: (id) => { const pool = pools.get(id); return pool !== undefined && pool.entry !== 'automatic'; } };
  }
}

/** The days of a term: one span, or two around those on which it is held. */
function factsOf({ poolId, fromDay, toDay, endedOn, suspendedFrom, suspendedTo }: MembershipRow): MembershipFact[] {
  const last = endedOn === null ? toDay : toDay !== null && toDay < endedOn ? toDay : addDays(endedOn, -1);
  const spans = suspendedFrom === null ? [{ fromDay, toDay: last }] : [
    { fromDay, toDay: last !== null && last < suspendedFrom ? last : addDays(suspendedFrom, -1) },
    ...(suspendedTo === null ? [] : [{ fromDay: suspendedTo < fromDay ? fromDay : addDays(suspendedTo, 1), toDay: last }]),
  ];
  return spans.filter((span) => span.toDay === null || span.fromDay <= span.toDay).map((span) => ({ poolId, ...span }));
}
