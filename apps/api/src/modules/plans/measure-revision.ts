import { Injectable } from '@nestjs/common';
import { AuditTrail } from '../../platform/audit/index.js';
import type { PersonActor } from '../../platform/auth/actor.js';
import { auditActor } from '../../platform/auth/audit-actor.js';
import { Clock } from '../../platform/clock/index.js';
import { Refusal } from '../../platform/errors/refusal.js';
import type { ItemEntity } from './item.entity.js';
import type { MeasureEntity } from './measure.entity.js';
import { measureState } from './measure.mapper.js';
import { MeasuresRepository } from './measures.repository.js';
import { paperMeasureRows } from './paper-measure-rows.js';

/** The measures that the paper itself set, after a new edition of an item. */
@Injectable()
export class MeasureRevision {
  constructor(private readonly rows: MeasuresRepository, private readonly audit: AuditTrail, private readonly clock: Clock) {}

  /**
   * Inside the unit that issues the edition. One with the same number stays, with the name and day that the office gave it; one of the same unit of measure takes the new number, and is judged anew; one that is
   * gone is removed, or stays as the office's where proof names it. Errors: `version.stale`.
   */
  async anew(actor: PersonActor, before: ItemEntity, after: ItemEntity, year: number): Promise<void> {
    const now = this.clock.now();
    const [made, wanted, present] = [paperMeasureRows([before], year, now), paperMeasureRows([after], year, now), await this.rows.ofPaper(before.id)];
    const take = (like: (one: MeasureEntity) => boolean): MeasureEntity | undefined => {
      const at = present.findIndex(like);
      return at < 0 ? undefined : present.splice(at, 1)[0];
    };
    const rest: MeasureEntity[] = [];
    for (const next of wanted) {
      const old = take((one) => one.raw === next.raw);
      if (!old) rest.push(next);
      else await this.follow(actor, old, made.find((one) => one.raw === next.raw), next);
    }
    for (const next of rest) {
      const old = take((one) => one.kind === next.kind && one.unitOfMeasure === next.unitOfMeasure);
      if (old) await this.follow(actor, old, made.find((one) => one.raw === old.raw), next);
      else await this.rows.insert([next]);
    }
    for (const gone of present) {
      if ((await this.rows.usesOf(gone.id)) === 0) {
        await this.rows.remove(gone.id);
        await this.record(actor, 'measure.deleted', gone, null);
      } else await this.change(actor, gone, { origin: 'office' });
    }
  }

  private async follow(actor: PersonActor, old: MeasureEntity, made: MeasureEntity | undefined, next: MeasureEntity): Promise<void> {
    const { kind, raw, minValue, maxValue, approx, unitOfMeasure } = next;
    const changes: Partial<MeasureEntity> = {
      ...(old.raw === raw ? {} : { kind, raw, minValue, maxValue, approx, unitOfMeasure, judgedMet: null, judgedNote: null, judgedBy: null, judgedAt: null }),
      ...(old.name === made?.name ? { name: next.name } : {}), ...(old.dueOn === made?.dueOn ? { dueOn: next.dueOn } : {}),
    };
    if (Object.entries(changes).some(([key, value]) => old[key as keyof MeasureEntity] !== value)) await this.change(actor, old, changes);
  }

  private async change(actor: PersonActor, old: MeasureEntity, changes: Partial<MeasureEntity>): Promise<void> {
    if (!(await this.rows.update(old.id, old.version, changes))) throw new Refusal('version.stale');
    await this.record(actor, 'measure.changed', old, { ...old, ...changes });
  }

  private async record(actor: PersonActor, action: 'measure.changed' | 'measure.deleted', before: MeasureEntity, after: MeasureEntity | null): Promise<void> {
    await this.audit.record({ actor: auditActor(actor), action, subjectKind: 'item', subjectId: before.itemId, before: measureState(before), after: after && measureState(after) });
  }
}
