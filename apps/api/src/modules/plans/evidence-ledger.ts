import { Injectable } from '@nestjs/common';
import { lengths, type EvidenceMetric } from '@kepu/contracts';
import type { Actor } from '../../platform/auth/actor.js';
import { Clock } from '../../platform/clock/index.js';
import { newId } from '../../platform/database/index.js';
import type { EvidenceEntity } from './evidence.entity.js';
import { EvidenceRepository } from './evidence.repository.js';

/** What proves a part of an item. `measureId`: the one measure that it counts for, or null where each measure of the item with that metric takes it. */
export interface EvidenceEntry {
  readonly itemId: string; readonly measureId: string | null; readonly metric: EvidenceMetric; readonly quantity: number; readonly manual: boolean; readonly unitId: string; readonly occurredOn: string;
  readonly sourceKind: EvidenceEntity['sourceKind']; readonly sourceId: string; readonly activityId: string | null; readonly title: string;
}

const cut = (text: string, length: number): string => [...text].slice(0, length).join('');
const placeOf = (entry: Pick<EvidenceEntry, 'sourceKind' | 'sourceId' | 'itemId' | 'metric'>): string => `${entry.sourceKind}:${entry.sourceId}:${entry.itemId}:${entry.metric}`;

/** The one place where numbers of the paper move. Lines are added; a mistake is taken back by a line with the opposite quantity. */
@Injectable()
export class EvidenceLedger {
  constructor(private readonly rows: EvidenceRepository, private readonly clock: Clock) {}

  /**
   * Inside the unit that makes the proof valid. A source counts once for an item and metric: what stands already is not added again, and what was reversed
   * may be counted anew. A closed year counts nothing more: what is given for it is dropped, and what it was given by succeeds all the same. Answers how many lines were added.
   */
  async add(actor: Actor, given: readonly EvidenceEntry[]): Promise<number> {
    const closed = await this.rows.closedItems([...new Set(given.map(({ itemId }) => itemId))]);
    const entries = given.filter(({ itemId }) => !closed.has(itemId));
    const generations = new Map((await this.rows.reversals([...new Set(entries.map((entry) => entry.sourceId))])).map((row) => [placeOf(row), Number(row.times)]));
    return this.rows.insertOnce(entries.map((entry) => ({
      id: newId(), ...entry, title: cut(entry.title, lengths.title), onceKey: `${placeOf(entry)}:${generations.get(placeOf(entry)) ?? 0}`, reversesId: null, reason: null, ...this.made(actor),
    })));
  }

  /** Inside a unit. Takes back all that stands of a source; a repeat finds nothing. Answers how many lines were taken back. */
  async reverse(actor: Actor, sourceKind: EvidenceEntry['sourceKind'], sourceId: string, reason: string): Promise<number> {
    const standing = await this.rows.standing(sourceKind, sourceId);
    return this.rows.insertOnce(standing.map((line) => ({
      ...line, id: newId(), quantity: -line.quantity, onceKey: `reversal:${line.id}`, reversesId: line.id, reason: cut(reason, lengths.note), ...this.made(actor),
    })));
  }

  private made(actor: Actor): Pick<EvidenceEntity, 'createdAt' | 'createdBy'> {
    return { createdAt: this.clock.now(), createdBy: actor.kind === 'person' ? actor.accountId : null };
  }
}
