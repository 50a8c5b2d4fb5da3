import { Injectable } from '@nestjs/common';
import type { Item } from '@kepu/contracts';
import { sharedMeasures } from '@kepu/domain';
import type { Actor } from '../../platform/auth/actor.js';
import { JointGroupsRepository, type JointGroupRow } from './joint-groups.repository.js';
import { says } from './joint-suggestions.js';
import { MeasuresRepository } from './measures.repository.js';

/** The measure that counts for another one in sums of the whole city, and the unit whose it is. */
export interface CountsFor { readonly measureId: string; readonly unit: { readonly id: string; readonly name: string } }

/** Who leads a joint task: none where the unit that was named has no part of it any more. */
export const leadOf = ({ leadUnitId, leadName, leads }: JointGroupRow): Item['joint'][number]['lead'] => (leadUnitId === null || Number(leads) === 0 ? null : { id: leadUnitId, name: leadName ?? '' });

/** Joint tasks as lists and sums know them. As many statements for many items as for one. */
@Injectable()
export class JointTasks {
  constructor(private readonly groups: JointGroupsRepository, private readonly measures: MeasuresRepository) {}

  /** By item. The caller has proved the right to the items. */
  async ofItems(actor: Actor, itemIds: readonly string[]): Promise<ReadonlyMap<string, Item['joint']>> {
    const groups = itemIds.length === 0 ? [] : await this.groups.groupsFor(actor, { itemIds, state: 'confirmed' });
    const parts = groups.length === 0 ? [] : await this.groups.partsFor(actor, groups.map(({ id }) => id));
    const byItem = new Map<string, Item['joint']>();
    for (const group of groups) {
      const { id, name } = group;
      const joint = { id, name, lead: leadOf(group) };
      for (const itemId of new Set(parts.flatMap((part) => (part.groupId === id ? [part.itemId] : [])))) byItem.set(itemId, [...(byItem.get(itemId) ?? []), joint]);
    }
    return byItem;
  }

  /** Measures that are one with that of the lead: rows of a paper are never merged, and a number that four units share is counted once. By the measure that is left out of sums of the whole city. The caller has proved the right to the plans. */
  async shared(planIds: readonly string[]): Promise<ReadonlyMap<string, CountsFor>> {
    const rows = planIds.length === 0 ? [] : await this.groups.sharing(planIds);
    if (rows.length === 0) return new Map();
    const measures = await this.measures.wordsOf([...new Set(rows.map((row) => row.itemId))]);
    const groups = new Map<string, { lead: Set<string>; clauses: Map<string, string[]>; unit: CountsFor['unit'] }>();
    for (const { groupId, itemId, text, clause, leadUnitId, leadName, leads } of rows) {
      const group = groups.get(groupId) ?? { lead: new Set(), clauses: new Map<string, string[]>(), unit: { id: leadUnitId, name: leadName } };
      groups.set(groupId, group);
      group.clauses.set(itemId, [...(group.clauses.get(itemId) ?? []), ...(says(text, clause) ? [clause] : [])]);
      if (Number(leads) === 1) group.lead.add(itemId);
    }
    const itemOf = new Map(measures.map((measure) => [measure.id, measure.itemId]));
    const unitOf = (measureId: string): CountsFor['unit'] | undefined => [...groups.values()].find(({ lead }) => lead.has(itemOf.get(measureId) ?? ''))?.unit;
    return new Map([...sharedMeasures([...groups.values()], measures)].flatMap(([id, measureId]) => {
      const unit = unitOf(measureId);
      return unit ? [[id, { measureId, unit }] as const] : [];
    }));
  }
}
