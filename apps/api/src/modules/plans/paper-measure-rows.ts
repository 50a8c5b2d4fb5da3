import { lengths } from '@kepu/contracts';
import { paperMeasures } from '@kepu/domain';
import { newId } from '../../platform/database/index.js';
import type { ItemEntity } from './item.entity.js';
import type { MeasureEntity } from './measure.entity.js';

/** The measures that the numbers of a plan's items make, as rows. */
export const paperMeasureRows = (items: readonly ItemEntity[], year: number, createdAt: Date): MeasureEntity[] =>
  items.flatMap((item) => paperMeasures(item, year, lengths).map((made): MeasureEntity => ({
    id: newId(), itemId: item.id, planId: item.planId, kind: made.kind, name: made.name, raw: made.raw, origin: 'paper', sources: [...made.sources], poolId: null, fromBelow: false, minValue: made.min, maxValue: made.max,
    approx: made.approx, unitOfMeasure: made.unitOfMeasure, dueOn: made.dueOn, demands: null, judgedMet: null, judgedNote: null, judgedBy: null, judgedAt: null, createdAt, createdBy: null, version: 1,
  })));
