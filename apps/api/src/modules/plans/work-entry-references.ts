import { Injectable } from '@nestjs/common';
import type { WorkEntryKind } from '@kepu/contracts';
import { workEntryMetrics } from '@kepu/domain';
import type { Actor } from '../../platform/auth/actor.js';
import { badReference, Refusal, type FieldError } from '../../platform/errors/refusal.js';
import { UnitDirectory } from '../units/index.js';
import { ItemDirectory } from './item-directory.js';
import { sourcesOf } from './measure.mapper.js';
import { MeasuresRepository } from './measures.repository.js';

/** What an entry serves. */
export interface Serving { readonly itemId: string; readonly measureId: string | null }

const refuse = (fields: readonly FieldError[]): void => {
  if (fields.length > 0) throw new Refusal('input.invalid', { params: { count: fields.length }, fields });
};

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
   * Each item is of a plan in force, seen by the actor, and asked of the entry's unit or of one above it (what the entry serves already, once asked); a measure is the item's, and adds up what entries
   * of this kind count as. Errors: `reference.not_found`, `input.invalid` for an item that stands there twice, or a figure that does not say which of
   * several measures it is of.
   */
  async demandServable(actor: Actor, unitPath: string, kind: WorkEntryKind, serves: readonly Serving[], present: readonly string[] = []): Promise<void> {
    const itemIds = serves.map((one) => one.itemId);
    refuse(itemIds.flatMap((id, index) => (itemIds.indexOf(id) < index ? [{ path: `body.serves.${index}.itemId`, code: 'not_an_option' }] : [])));
    const visible = await this.items.visibleIds(actor, itemIds);
    const briefs = await this.items.briefs([...visible]);
    const lineage = unitPath.split('/');
    for (const id of itemIds) {
      const item = briefs.get(id);
      if (item?.planState !== 'issued' || !(present.includes(id) ? item.unitIds : item.inForce).some((unitId) => lineage.includes(unitId))) throw badReference('terms.missing.serves');
    }
    const measures = await this.measures.ofItems(itemIds);
    const taking = (itemId: string) => measures.filter((measure) => measure.itemId === itemId && sourcesOf(measure).includes(workEntryMetrics[kind]));
    if (serves.some(({ itemId, measureId }) => measureId !== null && !taking(itemId).some((measure) => measure.id === measureId))) throw badReference('documents.targets');
    // A figure is of one thing: 200 person-times are not 200 venues as well.
    refuse(serves.flatMap(({ itemId, measureId }, index) => (kind === 'figure' && measureId === null && taking(itemId).length > 1 ? [{ path: `body.serves.${index}.measureId`, code: 'required' }] : [])));
  }

  /** What was handed in counts only while its plan is in force. Errors: `lifecycle.not_allowed`. */
  async demandInForce(itemIds: readonly string[]): Promise<void> {
    for (const item of (await this.items.briefs(itemIds)).values()) {
      if (item.planState !== 'issued') throw new Refusal('lifecycle.not_allowed', { params: { state: `terms.planStates.${item.planState}` } });
    }
  }
}
