import { Injectable } from '@nestjs/common';
import { lengths } from '@kepu/contracts';
import { moveYear, shiftYears } from '@kepu/domain';
import type { PersonActor } from '../../../platform/auth/actor.js';
import { Clock } from '../../../platform/clock/index.js';
import { newId } from '../../../platform/database/index.js';
import type { CopiedFrom } from '../import-content.js';
import type { JointGroupEntity, JointPartEntity } from '../joint-group.entity.js';
import { JointGroupsRepository } from '../joint-groups.repository.js';
import { clauseKey, clausesByKey } from '../joint-suggestions.js';
import type { MeasureEntity } from '../measure.entity.js';
import { MeasureSheetsRepository } from '../measure-sheets/measure-sheets.repository.js';
import type { PlanRows } from '../plans.repository.js';

/** A joint task of the old plan with the parts of it that the new one has. */
export interface CopiedGroup { readonly group: JointGroupEntity; readonly parts: readonly JointPartEntity[] }

/** What goes along with the items of a plan that was copied: measures, and who does what together. What was proven and judged stays with its year. */
@Injectable()
export class CopiedRows {
  constructor(private readonly measures: MeasureSheetsRepository, private readonly joint: JointGroupsRepository, private readonly clock: Clock) {}

  /** Before the unit that commits. The plan's own rows with the measures that go along, and its joint tasks. */
  async of(actor: PersonActor, copy: CopiedFrom | undefined, rows: PlanRows): Promise<{ rows: PlanRows; groups: CopiedGroup[] }> {
    if (!copy) return { rows, groups: [] };
    const byOld = new Map(rows.items.flatMap((item) => { const old = copy.items[item.seq]; return old === undefined ? [] : [[old, item] as const]; }));
    return { rows: copy.measures ? { ...rows, measures: await this.measuresOf(actor, copy, rows, byOld) } : rows, groups: copy.joint ? await this.groupsOf(actor, copy, rows, byOld) : [] };
  }

  private async measuresOf(actor: PersonActor, copy: CopiedFrom, rows: PlanRows, byOld: ReadonlyMap<string, PlanRows['items'][number]>): Promise<MeasureEntity[]> {
    const { rows: old } = await this.measures.measuresOf(copy.planId);
    const moving = new Set(copy.moved);
    const say = (text: string, seq: number, most: number): string => (moving.has(seq) ? moveYear(text, copy.year, rows.plan.year).slice(0, most) : text);
    const later = (day: string | null): string | null => (day === null ? null : shiftYears(day, rows.plan.year - copy.year));
    const taken = new Set<string>();
    // The paper sets its numbers anew; what the office said beside them goes along where the number is the same.
    const printed = rows.measures.map((measure): MeasureEntity => {
      const item = rows.items.find(({ id }) => id === measure.itemId);
      const before = old.find((one) => one.origin === 'paper' && !taken.has(one.id) && byOld.get(one.itemId)?.id === measure.itemId && one.raw === measure.raw && one.kind === measure.kind);
      if (!before || !item) return measure;
      taken.add(before.id);
      return { ...measure, name: say(before.name, item.seq, lengths.name), sources: before.sources, poolId: before.poolId, fromBelow: before.fromBelow, demands: before.demands === null ? null : say(before.demands, item.seq, lengths.note), dueOn: item.dueOn ?? later(before.dueOn) };
    });
    const own = old.filter(({ origin }) => origin === 'office').flatMap((one): MeasureEntity[] => {
      const item = byOld.get(one.itemId);
      return item ? [{
        ...one, id: newId(), itemId: item.id, planId: rows.plan.id, name: say(one.name, item.seq, lengths.name), demands: one.demands === null ? null : say(one.demands, item.seq, lengths.note), raw: null, dueOn: later(one.dueOn),
        judgedMet: null, judgedNote: null, judgedBy: null, judgedAt: null, createdAt: this.clock.now(), createdBy: actor.accountId, version: 1,
      }] : [];
    });
    return [...printed, ...own];
  }

  private async groupsOf(actor: PersonActor, copy: CopiedFrom, rows: PlanRows, byOld: ReadonlyMap<string, PlanRows['items'][number]>): Promise<CopiedGroup[]> {
    const groups = await this.joint.groupsFor(actor, { planId: copy.planId, state: 'confirmed' });
    const parts = groups.length === 0 ? [] : await this.joint.partsFor(actor, groups.map(({ id }) => id));
    const moving = new Set(copy.moved);
    return groups.flatMap((old): CopiedGroup[] => {
      const id = newId();
      const own = parts.filter(({ groupId }) => groupId === old.id).flatMap((part): JointPartEntity[] => {
        const item = byOld.get(part.itemId);
        if (!item) return [];
        const key = clauseKey(moving.has(item.seq) ? moveYear(part.clause, copy.year, rows.plan.year) : part.clause);
        // A clause that was rewritten in the preview is nobody's any more.
        const clause = clausesByKey(item.text).get(key);
        return clause === undefined ? [] : [{ id: newId(), groupId: id, itemId: item.id, clause, clauseKey: key }];
      });
      const those = new Set(own.map(({ itemId }) => itemId));
      const units = new Set(rows.assignments.filter(({ itemId }) => those.has(itemId)).map(({ unitId }) => unitId));
      if (those.size < 2 || units.size < 2) return [];
      return [{ group: { id, planId: rows.plan.id, state: 'confirmed', name: old.name, leadUnitId: old.leadUnitId !== null && units.has(old.leadUnitId) ? old.leadUnitId : null, createdAt: this.clock.now(), createdBy: actor.accountId, version: 1 }, parts: own }];
    });
  }
}
