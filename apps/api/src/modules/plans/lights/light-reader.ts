import { Injectable } from '@nestjs/common';
import type { AssignmentLight, Light, LightCounts, LightRules } from '@kepu/contracts';
import { DEFAULT_LIGHT_RULES, lightOf, themeDaySpans, type ComputedLight, type LitMeasure, type LitThemeDay, type MissedReport, type WorkdayCalendar } from '@kepu/domain';
import type { Actor } from '../../../platform/auth/actor.js';
import { Clock, shanghaiDay } from '../../../platform/clock/index.js';
import { fromDbTime } from '../../../platform/database/index.js';
import { ThemeDaysService, UnitDirectory } from '../../units/index.js';
import { EvidenceRepository } from '../evidence.repository.js';
import { JointTasks } from '../joint-tasks.js';
import { byItem } from '../measure.mapper.js';
import { MeasureProgress } from '../measure-progress.js';
import { MeasuresRepository } from '../measures.repository.js';
import type { PlanEntity } from '../plan.entity.js';
import { standingsOf } from '../report.mapper.js';
import { ReportPeriodsRepository } from '../report-periods.repository.js';
import { ChasesRepository, type LastChase } from './chases.repository.js';
import { LightsRepository, printedDue, type LitRow, type OverrideRow } from './lights.repository.js';

type Filters = Parameters<LightsRepository['rowsFor']>[2];
const reader = { kind: 'system', task: 'lights' } as const;
/** Dictionaries are read whole: a city has some dozens of theme days. */
const ALL = { page: 1, perPage: 200 } as const;

/** An assignment with its light. */
export interface LitAssignment { readonly row: LitRow; readonly rule: ComputedLight; readonly light: Light; readonly override: OverrideRow | null; readonly since: string | null; readonly chased: LastChase | null }

export const noCounts: LightCounts = { red: 0, yellow: 0, green: 0, blue: 0, grey: 0 };
export const countLights = (lit: readonly { readonly light: Light }[]): LightCounts => {
  const counts = { ...noCounts };
  for (const { light } of lit) counts[light] += 1;
  return counts;
};

/**
 * Lights of a plan, told from what there is at this moment: measures, proofs, days, reports. Nothing of it is kept, so nothing is out of date; the number of statements is the same for one assignment and for thousands.
 */
@Injectable()
export class LightReader {
  constructor(
    private readonly lights: LightsRepository, private readonly chases: ChasesRepository, private readonly measures: MeasuresRepository, private readonly progress: MeasureProgress, private readonly evidence: EvidenceRepository, private readonly joint: JointTasks,
    private readonly periods: ReportPeriodsRepository, private readonly themeDays: ThemeDaysService, private readonly units: UnitDirectory, private readonly clock: Clock,
  ) {}

  /** A plan that is closed stays as it was on its last day. */
  dayOf(plan: Pick<PlanEntity, 'closedAt'>): string {
    const today = this.clock.today();
    const closed = plan.closedAt === null ? today : shanghaiDay(plan.closedAt);
    return closed < today ? closed : today;
  }

  async rulesOf(planId: string): Promise<LightRules> {
    const row = await this.lights.rulesOf(planId);
    return row === null ? DEFAULT_LIGHT_RULES : { yellowGap: row.yellowGap, redGap: row.redGap, nearWorkdays: row.nearWorkdays, proofWorkdays: row.proofWorkdays, missedReport: row.missedReport };
  }

  /** The assignments found, in the order of the paper. The caller has proved the right to the plan; which assignments are the actor's is asked here. */
  async read(actor: Actor, plan: PlanEntity, filters: Filters = {}): Promise<LitAssignment[]> {
    const today = this.dayOf(plan);
    const rows = await this.lights.rowsFor(actor, plan.id, filters);
    if (rows.length === 0) return [];
    const [rules, calendar, facts, missed, overrides, latest, chased] = await Promise.all([
      this.rulesOf(plan.id), this.units.calendar(), this.factsOf(plan, rows), this.missedBy(actor, plan, today), this.lights.overridesOf(plan.id, today), this.lights.latestOf(plan.id), this.chases.lastOf(plan.id),
    ]);
    const overrideOf = new Map(overrides.map((row) => [row.assignmentId, row]));
    const nightOf = new Map(latest.map((row) => [row.assignmentId, row]));
    return rows.map((row): LitAssignment => {
      const rule = this.one(plan, row, facts, missed.get(row.unitId) ?? [], { rules, today, calendar });
      const override = rule.light === 'blue' ? null : (overrideOf.get(row.id) ?? null);
      const light = override?.light ?? rule.light;
      const night = nightOf.get(row.id);
      return { row, rule, light, override, since: night?.light === light ? night.day : null, chased: chased.get(row.id) ?? null };
    });
  }

  private one(plan: PlanEntity, row: LitRow, facts: Facts, missedReports: readonly MissedReport[], { rules, today, calendar }: { rules: LightRules; today: string; calendar: WorkdayCalendar }): ComputedLight {
    const issued = plan.issuedOn ?? (plan.issuedAt === null ? today : shanghaiDay(plan.issuedAt));
    return lightOf({
      from: row.addedOn ?? issued, dueOn: row.dueOn, extendedTo: row.extendedTo, yearEnd: `${plan.year}-12-31`, signed: row.state === 'signed', doneOn: row.doneAt === null ? null : shanghaiDay(new Date(fromDbTime(row.doneAt))), measures: facts.measures.get(row.itemId) ?? [], proofs: facts.proofs.get(row.itemId) ?? [],
      themeDays: facts.themeDays.get(row.itemId) ?? [], missedReports,
    }, rules, today, calendar);
  }

  /** Measures, proofs and theme days, by item. What is one with the lead's measure of a joint task is as far as that one. */
  private async factsOf(plan: PlanEntity, rows: readonly LitRow[]): Promise<Facts> {
    const itemIds = [...new Set(rows.map((row) => row.itemId))];
    const [named, proven, shared, days] = await Promise.all([this.measures.namedOfItems(itemIds), this.evidence.proofsOf(itemIds), this.joint.shared([plan.id]), this.themeDays.list(reader, ALL)]);
    const leads = await this.measures.byIds([...new Set(named.flatMap(({ id }) => shared.get(id)?.measureId ?? []))]);
    const progress = await this.progress.of([...named, ...leads]);
    const proofs = new Map([...byItem(proven)].map(([itemId, rows]) => [itemId, rows.map(({ day }) => day)]));
    const measures = named.map((measure): LitMeasure & { itemId: string } => {
      const own = progress.get(measure.id);
      const lead = progress.get(shared.get(measure.id)?.measureId ?? '');
      const permille = own?.permille == null ? (lead?.permille ?? null) : Math.max(own.permille, lead?.permille ?? 0);
      const [evidence, wanted] = [Math.max(own?.evidence ?? 0, lead?.evidence ?? 0), measure.atLeast ?? 1];
      const quality = measure.kind === 'qualitative';
      return {
        itemId: measure.itemId, name: measure.name, kind: measure.kind, dueOn: measure.dueOn, permille, evidence, done: own?.state === 'done' || lead?.state === 'done', proven: quality ? evidence >= wanted : permille !== null && permille >= 1000,
        single: quality || wanted <= 1, turnedDown: quality && measure.judgedMet === 0,
      };
    });
    const spans = days.data.map(({ name, aliases, rule }) => ({ name, names: [name, ...aliases], spans: themeDaySpans(rule, plan.year) }));
    const themeDays = new Map(rows.map((row) => [row.itemId, namedIn(row.text, spans)]));
    return { measures: byItem(measures), proofs, themeDays };
  }

  /** By unit, the open periods whose last day is over and whose report is not there. */
  private async missedBy(actor: Actor, plan: PlanEntity, today: string): Promise<ReadonlyMap<string, MissedReport[]>> {
    const periods = (await this.periods.listFor(reader, { planId: plan.id, state: 'open' })).filter((period) => period.opensOn <= today);
    if (periods.length === 0) return new Map();
    const [units, reports] = await Promise.all([this.periods.unitsOf(actor, [plan.id], 'light:read'), this.periods.reportsOf(actor, periods.map(({ id }) => id), 'light:read')]);
    const missed = new Map<string, MissedReport[]>();
    for (const period of periods) {
      for (const { unit, overdue, resubmitBy } of standingsOf(period, units, reports, today)) {
        if (overdue) missed.set(unit.id, [...(missed.get(unit.id) ?? []), { period: period.name, dueOn: resubmitBy ?? period.dueOn }]);
      }
    }
    return missed;
  }
}

interface Facts { readonly measures: ReadonlyMap<string, LitMeasure[]>; readonly proofs: ReadonlyMap<string, string[]>; readonly themeDays: ReadonlyMap<string, LitThemeDay[]> }
interface NamedSpans { readonly name: string; readonly names: readonly string[]; readonly spans: readonly { readonly from: string; readonly to: string }[] }

/** Theme days that a text names, each once. A name within the longer name of another one that stands there is not meant. */
export const namedIn = (text: string, days: readonly NamedSpans[]): LitThemeDay[] => {
  const found = days.flatMap((day) => day.names.filter((name) => text.includes(name)).map((name) => ({ day, name })));
  const meant = found.filter(({ name, day }) => !found.some((other) => other.day !== day && other.name.length > name.length && other.name.includes(name) && !text.replaceAll(other.name, '').includes(name)));
  return [...new Set(meant.map(({ day }) => day))].flatMap(({ name, spans }) => spans.map(({ from, to }) => ({ name, from, to })));
};

/** A line of a list. */
export const lightView = ({ row, rule, light, override, since, chased }: LitAssignment, planId: string): AssignmentLight => ({
  assignmentId: row.id, item: { id: row.itemId, planId, seq: row.seq, number: row.number, programme: { id: row.programmeId, name: row.programme }, text: row.text, due: printedDue(row) }, unit: { id: row.unitId, name: row.unitName }, role: row.role, state: row.state,
  light, rule: rule.light, reasons: [...rule.reasons], uncertain: rule.uncertain, override: override && { id: override.id, light: override.light, reason: override.reason, expiresOn: override.expiresOn, by: override.by, at: override.createdAt }, since, chased,
});
