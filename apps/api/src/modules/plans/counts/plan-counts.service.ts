import { Injectable } from '@nestjs/common';
import type { BulletinMetric, BulletinRecordKind, BulletinWord, Measure } from '@kepu/contracts';
import type { Actor, PersonActor } from '../../../platform/auth/actor.js';
import { newId, toDbTime } from '../../../platform/database/index.js';
import { JointTasks } from '../joint-tasks.js';
import { MeasureProgress } from '../measure-progress.js';
import { byItem, sourcesOf, type CountedRow } from '../measure.mapper.js';
import { MeasuresRepository } from '../measures.repository.js';
import { PlansRepository } from '../plans.repository.js';
import { isOpenStatus, ReportPeriodsService } from '../report-periods.service.js';
import { reportedIn, UnitReportsRepository } from '../unit-reports.repository.js';
import { CountsRepository, type PartRow, type ProofRow } from './counts.repository.js';

/** Days of a span, both within it. */
export interface Span { readonly from: string; readonly to: string }
/**
 * One record and what it adds to a number. The city adds up the lines of `city`, a programme or unit those of its own scope and id, a measure has one of `measure`. The same record may have several lines, one
 * for each item that it serves, each with all that it adds: within a number it counts once.
 */
export interface CountedLine {
  readonly scope: 'city' | 'programme' | 'unit' | 'measure'; readonly metric: BulletinMetric; readonly refKind: BulletinRecordKind; readonly refId: string; readonly title: string; readonly quantity: number; readonly manual: number;
  readonly programmeId: string | null; readonly unitId: string | null; readonly itemId: string | null; readonly occurredOn: string | null; readonly activityId: string | null;
}
/** A measure that asks for a number. */
export interface CountedMeasure { readonly id: string; readonly seq: number; readonly name: string; readonly units: string; readonly min: number; readonly max: number | null; readonly approx: boolean; readonly unitOfMeasure: string; readonly state: Measure['progress']['state']; readonly minutes: boolean }
/** What is counted of a plan: its axes in the order of the paper, and the lines. */
export interface PlanCount { readonly programmes: readonly { readonly id: string; readonly name: string }[]; readonly units: readonly { readonly id: string; readonly name: string }[]; readonly measures: readonly CountedMeasure[]; readonly lines: readonly CountedLine[] }

type Ref = Pick<CountedLine, 'refKind' | 'refId' | 'title'> & Partial<CountedLine>;
/** A line that adds one. */
export const one = (scope: CountedLine['scope'], metric: BulletinMetric, ref: Ref): CountedLine => ({ quantity: 1, manual: 0, programmeId: null, unitId: null, itemId: null, occurredOn: null, activityId: null, ...ref, scope, metric });
/** The same for the city and for a programme. */
export const twice = (metric: BulletinMetric, ref: Ref): CountedLine[] => [one('city', metric, ref), one('programme', metric, ref)];

/** What a plan has to show for a span of the year, record by record: bulletins and summaries are made of it. As many statements for a large plan as for a small one. */
@Injectable()
export class PlanCounts {
  constructor(
    private readonly rows: CountsRepository, private readonly plans: PlansRepository, private readonly measures: MeasuresRepository, private readonly progress: MeasureProgress, private readonly joint: JointTasks, private readonly periods: ReportPeriodsService, private readonly reports: UnitReportsRepository,
  ) {}

  /** Of a plan that the actor sees whole: the caller has proved it. */
  async of(actor: Actor, planId: string, span: Span): Promise<PlanCount> {
    const [programmes, axis, all, proofs, merged] = await Promise.all([this.plans.programmes(planId), this.plans.units(planId), this.rows.parts(planId), this.rows.proofs(planId, span), this.rows.successors()]);
    const parts = all.filter(({ inForce }) => Number(inForce) === 1);
    const names = new Map(parts.map(({ unitId, unitName }) => [unitId, unitName]));
    const measured = await this.measured(actor, planId, parts);
    return {
      programmes: programmes.map(({ programmeId, name }) => ({ id: programmeId, name })), units: axis.flatMap(({ unitId }) => (names.has(unitId) ? [{ id: unitId, name: names.get(unitId) ?? '' }] : [])), measures: measured.measures,
      lines: [...workLines(parts), ...measured.lines, ...proofLines(proofs, all, merged), ...await this.reportLines(actor, planId, span)],
    };
  }

  /** Whether something that it counts was added or taken back since. */
  newer(planId: string, span: Span, since: Date): Promise<boolean> { return this.rows.newer(planId, span, toDbTime(since)); }

  /** What units have handed in of periods that touch the span, in the order of the paper. */
  async words(actor: PersonActor, planId: string, span: Span): Promise<BulletinWord[]> {
    const [periods, axis] = await Promise.all([this.rows.periodsWithin(planId, span), this.plans.units(planId)]);
    const order = new Map(axis.map(({ unitId }, at) => [unitId, at]));
    const words: BulletinWord[] = [];
    for (const { id, name } of periods) {
      const [standings, rows] = await Promise.all([this.periods.findFor(actor, id).then((period) => this.periods.standings(actor, period)), this.reports.sheetRows(actor, planId, id)]);
      const unitNames = new Map(standings.map(({ unit }) => [unit.id, unit.name]));
      for (const row of rows) {
        const said = reportedIn(row)?.words;
        if (!said || (said.progress === null && said.problems === null && said.nextStep === null)) continue;
        words.push({ unit: { id: row.unitId, name: unitNames.get(row.unitId) ?? '' }, period: name, itemId: row.itemId, seq: row.seq, text: row.text, progress: said.progress, problems: said.problems, nextStep: said.nextStep });
      }
    }
    return words.sort((a, b) => (order.get(a.unit.id) ?? 0) - (order.get(b.unit.id) ?? 0) || a.seq - b.seq);
  }

  /** What units share counts for each of them, and once for city and programmes, by the measure of the lead (ADR 18). */
  private async measured(actor: Actor, planId: string, parts: readonly PartRow[]): Promise<{ lines: CountedLine[]; measures: CountedMeasure[] }> {
    const items = new Map(parts.map((part) => [part.itemId, part]));
    const rows = (await this.measures.ofPlanFor(actor, planId)).filter(({ itemId }) => items.has(itemId));
    const [named, progress, shared] = await Promise.all([this.measures.namedOfItems([...items.keys()]), this.progress.of(rows), this.joint.shared([planId])]);
    const nameOf = new Map(named.map((row) => [row.id, row]));
    const rowOf = new Map(rows.map((row) => [row.id, row]));
    const partsByItem = byItem(parts);
    const ref = (row: CountedRow): Ref => ({ refKind: 'measure', refId: row.id, title: nameOf.get(row.id)?.name ?? '', itemId: row.itemId });
    const isDone = (id: string): boolean => progress.get(id)?.state === 'done';
    const lines: CountedLine[] = [];
    const measures: CountedMeasure[] = [];
    for (const row of [...rows].sort((a, b) => (items.get(a.itemId)?.seq ?? 0) - (items.get(b.itemId)?.seq ?? 0))) {
      const counts = rowOf.get(shared.get(row.id)?.measureId ?? row.id) ?? row;
      const state = (done: boolean): BulletinMetric[] => (done ? ['measures', 'measures_done'] : ['measures']);
      const stand = progress.get(row.id);
      for (const metric of state(isDone(counts.id))) lines.push(...twice(metric, { ...ref(counts), programmeId: row.programmeId, unitId: partsByItem.get(counts.itemId)?.[0]?.unitId ?? null }));
      for (const unitId of new Set(partsByItem.get(row.itemId)?.map((part) => part.unitId))) for (const metric of state(isDone(row.id))) lines.push(one('unit', metric, { ...ref(row), programmeId: row.programmeId, unitId }));
      if (counts !== row || row.kind !== 'number' || row.atLeast === null || !stand) continue;
      const unitNames = [...new Set((partsByItem.get(row.itemId) ?? []).map(({ unitName }) => unitName))];
      measures.push({ id: row.id, seq: items.get(row.itemId)?.seq ?? 0, name: nameOf.get(row.id)?.name ?? '', units: unitNames.join('、'), min: row.atLeast, max: row.atMost, approx: row.approx === 1, unitOfMeasure: nameOf.get(row.id)?.unitOfMeasure ?? '', state: stand.state, minutes: sourcesOf(row).includes('volunteer_minutes') });
      lines.push(one('measure', 'value', { ...ref(row), programmeId: row.programmeId, quantity: stand.value, manual: stand.manual }));
    }
    return { lines, measures };
  }

  private async reportLines(actor: Actor, planId: string, span: Span): Promise<CountedLine[]> {
    const lines: CountedLine[] = [];
    for (const id of await this.rows.periodsDue(planId, span)) {
      const period = await this.periods.findFor(actor, id);
      for (const { unit, reportId, status, submittedAt, late, overdue } of await this.periods.standings(actor, period)) {
        // Who has not begun has no report: the line stands for the one that is missing.
        const ref: Ref = { refKind: 'unit_report', refId: reportId ?? newId(), title: `${unit.name} ${period.name}`, unitId: unit.id, occurredOn: period.dueOn };
        for (const scope of ['city', 'unit'] as const) {
          lines.push(one(scope, 'reports_due', ref));
          // A lock makes an empty report of what never came.
          if (!isOpenStatus(status) && submittedAt !== null) lines.push(one(scope, 'reports_in', ref));
          if (late || overdue) lines.push(one(scope, 'reports_late', ref));
        }
      }
    }
    return lines;
  }
}

/** Units, items, and how far each is on the way from the paper to its end. An item is closed out when all its units are. */
function workLines(parts: readonly PartRow[]): CountedLine[] {
  const open = new Set(parts.filter(({ done }) => Number(done) === 0).map(({ itemId }) => itemId));
  return parts.flatMap((part) => {
    const at = { programmeId: part.programmeId, unitId: part.unitId, itemId: part.itemId };
    const item: Ref = { refKind: 'item', refId: part.itemId, title: part.text, ...at };
    const assignment: Ref = { refKind: 'assignment', refId: part.id, title: part.text, ...at };
    const both = (metric: BulletinMetric, ref: Ref): CountedLine[] => [...twice(metric, ref), one('unit', metric, ref)];
    return [
      ...twice('units', { refKind: 'unit', refId: part.unitId, title: part.unitName, programmeId: part.programmeId, unitId: part.unitId }), ...both('items', item), ...both('assignments', assignment), ...(Number(part.signed) === 1 ? both('signed', assignment) : []),
      ...(open.has(part.itemId) ? [] : twice('closed_out', item)), ...(Number(part.done) === 1 ? [one('unit', 'closed_out', item)] : []),
    ];
  });
}

/** What a record adds within one scope: its sources, each counted once whatever items it serves. */
interface Added { readonly ref: Ref; readonly scope: CountedLine['scope']; readonly metric: BulletinMetric; readonly items: Map<string, string>; readonly sources: Map<string, { quantity: number; manual: number }> }

/**
 * Proofs: for the city all of them, for a programme those of its items; for a unit what it did itself, or a body below it, or a unit whose place it took, for an item that it answers or answered for. Confirmed
 * hours are told by the activity that they were served at, which has the check-ins: people are not told one by one.
 */
function proofLines(proofs: readonly ProofRow[], parts: readonly PartRow[], merged: readonly { readonly id: string; readonly successorId: string; readonly path: string }[]): CountedLine[] {
  const partsByItem = byItem(parts);
  const successors = new Map(merged.map((row) => [row.id, row]));
  const pathOf = (unitId: string, path: string): string => {
    // A chain of mergers is short, and has no end where it was made a circle by hand.
    let at = { unitId, path };
    for (let step = successors.get(at.unitId), steps = 0; step && steps < 20; step = successors.get(at.unitId), steps += 1) at = { unitId: step.successorId, path: step.path };
    return at.path;
  };
  const groups = new Map<string, Added>();
  const add = (scope: CountedLine['scope'], metric: BulletinMetric, of: string, ref: Ref, proof: ProofRow, quantity: number, manual: number): void => {
    const key = `${scope} ${of} ${metric} ${ref.refKind} ${ref.refId}`;
    const group = groups.get(key) ?? { ref, scope, metric, items: new Map<string, string>(), sources: new Map<string, { quantity: number; manual: number }>() };
    groups.set(key, group);
    group.items.set(proof.itemId, proof.programmeId);
    const before = group.sources.get(proof.sourceId);
    if (before === undefined || before.quantity < quantity) group.sources.set(proof.sourceId, { quantity, manual });
  };
  for (const proof of proofs) {
    const served = proof.sourceKind === 'service_record' && proof.activityId !== null;
    const ref: Ref = { refKind: served ? 'activity' : proof.sourceKind, refId: served ? (proof.activityId ?? '') : proof.sourceId, title: proof.title, unitId: proof.unitId, occurredOn: proof.occurredOn, activityId: proof.activityId };
    const path = pathOf(proof.unitId, proof.unitPath);
    const [answers] = (partsByItem.get(proof.itemId) ?? []).filter(({ unitPath }) => path.startsWith(unitPath)).sort((a, b) => b.unitPath.length - a.unitPath.length);
    const all = (metric: BulletinMetric, quantity: number, manual: number): void => {
      add('city', metric, '', ref, proof, quantity, manual);
      add('programme', metric, proof.programmeId, ref, proof, quantity, manual);
      if (answers) add('unit', metric, answers.unitId, { ...ref, unitId: answers.unitId }, proof, quantity, manual);
    };
    all(proof.metric, Number(proof.quantity), Number(proof.manual));
    // Sessions come with the close of an activity, once for each item that it serves.
    if (proof.sourceKind === 'activity' && proof.metric === 'sessions') all('activities', 1, 0);
  }
  return [...groups.values()].flatMap(({ ref, scope, metric, items, sources }) => {
    const quantity = [...sources.values()].reduce((sum, source) => sum + source.quantity, 0);
    const manual = [...sources.values()].reduce((sum, source) => sum + source.manual, 0);
    return [...items].map(([itemId, programmeId]) => one(scope, metric, { ...ref, quantity, manual, itemId, programmeId }));
  });
}
