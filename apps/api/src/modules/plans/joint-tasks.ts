import { Injectable } from '@nestjs/common';
import type { Item } from '@kepu/contracts';
import { sharedMeasures, type JointMeasure } from '@kepu/domain';
import type { Actor } from '../../platform/auth/actor.js';
import { JointGroupsRepository, type JointFilter } from './joint-groups.repository.js';
import { MeasuresRepository } from './measures.repository.js';

/** The measure that counts for another one in sums of the whole city, and the unit whose it is. */
export interface CountsFor { readonly measureId: string; readonly unit: { readonly id: string; readonly name: string } }

/** Joint tasks as lists and sums know them. As many statements for many items as for one. */
@Injectable()
export class JointTasks {
  constructor(private readonly groups: JointGroupsRepository, private readonly measures: MeasuresRepository) {}

  /** By item. The caller has proved the right to the items. */
  async ofItems(actor: Actor, itemIds: readonly string[]): Promise<ReadonlyMap<string, Item['joint']>> {
    const groups = itemIds.length === 0 ? [] : await this.groups.groupsFor(actor, { itemIds, state: 'confirmed' });
    const parts = groups.length === 0 ? [] : await this.groups.partsFor(actor, groups.map(({ id }) => id));
    const byItem = new Map<string, Item['joint']>();
    for (const { id, name, leadUnitId, leadName } of groups) {
      const joint = { id, name, lead: leadUnitId === null ? null : { id: leadUnitId, name: leadName ?? '' } };
      for (const itemId of new Set(parts.flatMap((part) => (part.groupId === id ? [part.itemId] : [])))) byItem.set(itemId, [...(byItem.get(itemId) ?? []), joint]);
    }
    return byItem;
  }

  /** Measures that are one with that of the lead: rows of a paper are never merged, and a number that four units share is counted once. By the measure that is left out of sums of the whole city. The caller has proved the right to plan or items. */
  async shared(filter: Pick<JointFilter, 'planId' | 'itemIds'>): Promise<ReadonlyMap<string, CountsFor>> {
    const rows = await this.groups.sharing(filter);
    if (rows.length === 0) return new Map();
    const measures: JointMeasure[] = await this.measures.wordsOf([...new Set(rows.map((row) => row.itemId))]);
    const groups = new Map<string, { lead: Set<string>; items: Set<string>; unit: CountsFor['unit'] }>();
    for (const row of rows) {
      const group = groups.get(row.groupId) ?? { lead: new Set(), items: new Set(), unit: { id: row.leadUnitId, name: row.leadName } };
      groups.set(row.groupId, group);
      group.items.add(row.itemId);
      if (Number(row.leads) === 1) group.lead.add(row.itemId);
    }
    const itemOf = new Map(measures.map((measure) => [measure.id, measure.itemId]));
    const unitOf = (measureId: string): CountsFor['unit'] | undefined => [...groups.values()].find(({ lead }) => lead.has(itemOf.get(measureId) ?? ''))?.unit;
    return new Map([...sharedMeasures([...groups.values()], measures)].flatMap(([id, measureId]) => {
      const unit = unitOf(measureId);
      return unit ? [[id, { measureId, unit }] as const] : [];
    }));
  }
}
