import { Injectable } from '@nestjs/common';
import type { AssessmentRecord, CriterionSource, RubricSection } from '@kepu/contracts';
import { countedPoints, criteriaOf } from '@kepu/domain';
import { Clock } from '../../../platform/clock/index.js';
import { PlanCounts, type CountedLine } from '../counts/plan-counts.service.js';
import type { ByCriterion, CountedEntry } from './assessment.entity.js';
import { AssessmentSheetsRepository, type AskedRow } from './assessment-sheets.repository.js';

/** Longest title that a record keeps. */
const TITLE = 120;
const system = { kind: 'system', task: 'assessment counts' } as const;
/** Which numbers of a plan a source is of: what was asked for, and what counts or does not. */
const metrics = {
  closed_out: { asked: 'items', done: 'closed_out' }, measures_done: { asked: 'measures', done: 'measures_done' }, reports_on_time: { asked: 'reports_due', missed: 'reports_late' }, activities: { asked: 'activities', done: 'activities' },
} as const;

/** What every unit has to show, counted from records alone, whoever asks. As many statements for forty units as for one. */
@Injectable()
export class AssessmentCounts {
  constructor(private readonly counts: PlanCounts, private readonly rows: AssessmentSheetsRepository, private readonly clock: Clock) {}

  /** The counted criteria of each of some units. */
  async of(plan: { readonly id: string; readonly year: number }, rubric: readonly RubricSection[], unitIds: readonly string[]): Promise<ReadonlyMap<string, ByCriterion<CountedEntry>>> {
    const criteria = criteriaOf(rubric);
    const sources = new Set(criteria.flatMap(({ source }) => (source === null ? [] : [source])));
    if (sources.size === 0 || unitIds.length === 0) return new Map(unitIds.map((id) => [id, {}]));
    const today = this.clock.today();
    const last = `${plan.year}-12-31`;
    const [{ lines }, prompts, collections] = await Promise.all([
      this.counts.of(system, plan.id, { from: `${plan.year}-01-01`, to: today < last ? today : last }), sources.has('prompts_answered') ? this.rows.prompts(plan.id, today) : [], sources.has('collections_answered') ? this.rows.collections(plan.year, today) : [],
    ]);
    const shown = byUnit(lines.filter(({ scope }) => scope === 'unit'));
    const asked = { prompts: byUnit(prompts), collections: byUnit(collections) };
    return new Map(unitIds.map((unitId) => {
      const recordsOf = (source: CriterionSource): AssessmentRecord[] => (source === 'prompts_answered' ? askedRecords('prompt', asked.prompts.get(unitId)) : source === 'collections_answered' ? askedRecords('collection_answer', asked.collections.get(unitId)) : planRecords(source, shown.get(unitId) ?? [], today));
      const found = new Map([...sources].map((source) => [source, recordsOf(source)]));
      return [unitId, Object.fromEntries(criteria.flatMap((criterion) => {
        if (criterion.source === null) return [];
        const records = found.get(criterion.source) ?? [];
        const tally = { done: records.filter(({ done }) => done).length, asked: criterion.source === 'activities' ? (criterion.target ?? 0) : records.length };
        return [[criterion.key, { ...tally, points: countedPoints(criterion, tally), records }]];
      }))];
    }));
  }
}

const byUnit = <Row extends { readonly unitId: string | null }>(rows: readonly Row[]): ReadonlyMap<string, Row[]> => {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(row.unitId ?? '') ?? [];
    group.push(row);
    groups.set(row.unitId ?? '', group);
  }
  return groups;
};
const titled = (title: string): string => [...title].slice(0, TITLE).join('');
const askedRecords = (kind: 'prompt' | 'collection_answer', rows: readonly AskedRow[] = []): AssessmentRecord[] => rows.filter(({ due }) => Number(due) === 1).map(({ id, title, done }) => ({ kind, id, title: titled(title), done: Number(done) === 1 }));
/** A record may serve several items: it is one all the same. */
const planRecords = (source: keyof typeof metrics, lines: readonly CountedLine[], today: string): AssessmentRecord[] => {
  const rule = metrics[source];
  const idsOf = (metric: string): Set<string> => new Set(lines.filter((line) => line.metric === metric).map(({ refId }) => refId));
  const hits = 'done' in rule ? idsOf(rule.done) : idsOf(rule.missed);
  const reported = idsOf('reports_in');
  // What is due today and not there is neither in time nor late.
  const all = new Map(lines.filter(({ metric, occurredOn, refId }) => metric === rule.asked && !(metric === 'reports_due' && (occurredOn ?? '') >= today && !reported.has(refId))).map((line) => [line.refId, line]));
  return [...all.values()].flatMap(({ refKind, refId, title }) => (refKind === 'item' || refKind === 'measure' || refKind === 'unit_report' || refKind === 'activity' ? [{ kind: refKind, id: refId, title: titled(title), done: 'done' in rule ? hits.has(refId) : !hits.has(refId) }] : []));
};
