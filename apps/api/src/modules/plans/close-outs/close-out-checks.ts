import { Injectable } from '@nestjs/common';
import type { CloseOutPoint } from '@kepu/contracts';
import { label } from '@kepu/contracts/labels';
import { checklistOf, type CloseOutFacts } from '@kepu/domain';
import { Clock } from '../../../platform/clock/index.js';
import { AdjustmentsRepository } from '../deadlines/adjustments.repository.js';
import type { FollowedRow } from '../deadlines/followed.js';
import { sourcesOf } from '../measure.mapper.js';
import { MeasureProgress } from '../measure-progress.js';
import { MeasuresRepository } from '../measures.repository.js';
import { standingsOf } from '../report.mapper.js';
import { ReportPeriodsRepository } from '../report-periods.repository.js';
import { CloseOutsRepository } from './close-outs.repository.js';

const system = { kind: 'system', task: 'close-outs' } as const;
type Proven = Pick<CloseOutFacts, 'measures' | 'evidence'>;

/** What the system looks at before an assignment is closed out. The caller has proved the right to it. */
@Injectable()
export class CloseOutChecks {
  constructor(
    private readonly rows: CloseOutsRepository, private readonly measures: MeasuresRepository, private readonly progress: MeasureProgress, private readonly periods: ReportPeriodsRepository, private readonly adjustments: AdjustmentsRepository, private readonly clock: Clock,
  ) {}

  async of(row: Pick<FollowedRow, 'assignmentId' | 'assignmentState' | 'itemId' | 'planId' | 'unitId'>): Promise<CloseOutPoint[]> {
    const [proven, reports, pending] = await Promise.all([this.provenOf([row.itemId]), this.reportsOf(row), this.adjustments.undecided([row.assignmentId])]);
    return checklistOf({
      signed: row.assignmentState === 'signed', ...(proven.get(row.itemId) ?? { measures: [], evidence: 0 }), reports,
      // The snapshot is a record in the language of the office.
      pending: pending.map(({ kind, askedDay }) => [label('zh-CN', `terms.adjustmentKinds.${kind}`), askedDay].filter(Boolean).join(' ')),
    });
  }
  /** By item, what evidence decides. Three statements, however many items. */
  async provenOf(itemIds: readonly string[]): Promise<ReadonlyMap<string, Proven>> {
    const rows = await this.measures.namedOfItems(itemIds);
    const [progress, evidence] = await Promise.all([this.progress.of(rows), this.rows.evidenceOf(itemIds)]);
    return new Map(itemIds.map((itemId) => [itemId, {
      evidence: evidence.get(itemId) ?? 0, measures: rows.filter((row) => row.itemId === itemId).map((row) => {
        const counted = progress.get(row.id);
        // Service is counted in minutes and told in hours.
        const told = (count: number): number => (sourcesOf(row).includes('volunteer_minutes') ? Math.round(count / 6) / 10 : count);
        return { name: row.name, done: counted?.state === 'done', value: counted === undefined ? null : told(counted.value), target: row.atLeast === null ? null : told(row.atLeast), unitOfMeasure: row.unitOfMeasure };
      }),
    }]));
  }

  /** Periods whose last day is over and that ask this unit. */
  private async reportsOf({ planId, unitId }: Pick<FollowedRow, 'planId' | 'unitId'>): Promise<CloseOutFacts['reports']> {
    const today = this.clock.today();
    const periods = (await this.periods.listFor(system, { planId })).filter((period) => period.dueOn < today);
    const [units, reports] = await Promise.all([this.periods.unitsOf(system, [planId]), this.periods.reportsOf(system, periods.map(({ id }) => id))]);
    return periods.flatMap((period) => standingsOf(period, units, reports, today).filter((row) => row.unit.id === unitId).map((row) => ({ name: period.name, handedIn: !row.overdue })));
  }
}
