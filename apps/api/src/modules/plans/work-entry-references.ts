import { Injectable } from '@nestjs/common';
import type { WorkEntryKind } from '@kepu/contracts';
import { workEntryMetrics } from '@kepu/domain';
import type { Actor } from '../../platform/auth/actor.js';
import { badReference, Refusal } from '../../platform/errors/refusal.js';
import { UnitDirectory } from '../units/index.js';
import { ItemDirectory } from './item-directory.js';
import { sourcesOf } from './measure.mapper.js';
import { MeasuresRepository } from './measures.repository.js';

/** What an entry serves. */
export interface Serving { readonly itemId: string; readonly measureId: string | null }

/** Whether what an entry names exists, is within reach, and can be served by it. */
@Injectable()
export class WorkEntryReferences {
  constructor(private readonly units: UnitDirectory, private readonly items: ItemDirectory, private readonly measures: MeasuresRepository) {}

  /** The path of an open unit for which the actor enters work. Errors: `reference.not_found`. */
  async unitPath(actor: Actor, unitId: string): Promise<string> {
    const unit = (await this.units.openUnitIds(actor, 'work-entry:write', [unitId])).has(unitId) ? (await this.units.unitsByIds([unitId])).get(unitId) : undefined;
    if (!unit) throw badReference('documents.unit');
    return unit.path;
  }

  /** Errors: `reference.not_found`. */
  async demandDivision(code: string | null): Promise<void> {
    if (code === null || code === (await this.units.cityDivision()).code || (await this.units.exists('division', code))) return;
    throw badReference('terms.unitFields.division');
  }

  /**
   * Each item is of a plan in force, seen by the actor, and handed to the entry's unit or to one above it; a measure is the item's, and adds up what entries
   * of this kind count as. Errors: `reference.not_found`, `input.invalid` for an item that stands there twice.
   */
  async demandServable(actor: Actor, unitPath: string, kind: WorkEntryKind, serves: readonly Serving[]): Promise<void> {
    const itemIds = serves.map((one) => one.itemId);
    const fields = itemIds.flatMap((id, index) => (itemIds.indexOf(id) < index ? [{ path: `body.serves.${index}.itemId`, code: 'not_an_option' }] : []));
    if (fields.length > 0) throw new Refusal('input.invalid', { params: { count: fields.length }, fields });
    const visible = await this.items.visibleIds(actor, itemIds);
    const briefs = await this.items.briefs([...visible]);
    const lineage = unitPath.split('/');
    for (const id of itemIds) {
      const item = briefs.get(id);
      if (item?.planState !== 'issued' || !item.unitIds.some((unitId) => lineage.includes(unitId))) throw badReference('terms.missing.serves');
    }
    const measures = new Map((await this.measures.ofItems(itemIds)).map((measure) => [measure.id, measure]));
    for (const { itemId, measureId } of serves) {
      if (measureId === null) continue;
      const measure = measures.get(measureId);
      if (measure?.itemId !== itemId || !sourcesOf(measure).includes(workEntryMetrics[kind])) throw badReference('documents.targets');
    }
  }

  /** What was handed in counts only while its plan is in force. Errors: `lifecycle.not_allowed`. */
  async demandInForce(itemIds: readonly string[]): Promise<void> {
    for (const item of (await this.items.briefs(itemIds)).values()) {
      if (item.planState !== 'issued') throw new Refusal('lifecycle.not_allowed', { params: { state: `terms.planStates.${item.planState}` } });
    }
  }
}
