import { Injectable } from '@nestjs/common';
import { changeKinds, type ChangeKind, type Light, type PlanChanges, type planChangesExportQuery, type planChangesQuery, type PlanEvent, type Timeline, type TimelineEntry, type timelineExportQuery, type timelineQuery, type TimelineState } from '@kepu/contracts';
import { label, type Locale } from '@kepu/contracts/labels';
import { lightOrder, themeDaySpans } from '@kepu/domain';
import type { z } from 'zod';
import { can, reachOf, type PersonActor } from '../../../platform/auth/actor.js';
import { Clock, shanghaiDay } from '../../../platform/clock/index.js';
import { fromDbTime } from '../../../platform/database/index.js';
import { excerpt } from '../../notices/index.js';
import { MeasuresService, PlansService, type PlanEntity } from '../../plans/index.js';
import { ThemeDaysService } from '../../units/index.js';
import { CourseRepository, type About, type EventRow, type LightNightRow, type MovedRow, type PartDayRow, type PeriodRow } from './course.repository.js';

/** Dictionaries are read whole: a city has some dozens of theme days. */
const ALL = { page: 1, perPage: 200 } as const;
/** How much of an item stands for it in a list. */
const EXCERPT = 60;
type Changed = z.output<typeof planChangesExportQuery>;

const titleOf = (text: string): string => excerpt(text, EXCERPT);
const dayOfTime = (at: string): string => shanghaiDay(new Date(fromDbTime(at)));
const unitOf = ({ unitId, unitName }: { readonly unitId: string | null; readonly unitName: string | null }) => (unitId === null ? null : { id: unitId, name: unitName ?? '' });
const windowOf = <T>(rows: readonly T[], { page, perPage }: { readonly page: number; readonly perPage: number }): T[] => rows.slice((page - 1) * perPage, page * perPage);

/** How a plan runs through its year: the days that it has, and what changed since one of them. Nothing of it is kept. */
@Injectable()
export class CourseService {
  constructor(private readonly rows: CourseRepository, private readonly plans: PlansService, private readonly measures: MeasuresService, private readonly themeDays: ThemeDaysService, private readonly clock: Clock) {}

  async timeline(actor: PersonActor, planId: string, query: z.output<typeof timelineQuery>, locale: Locale): Promise<Timeline> {
    const plan = await this.plans.findFor(actor, planId);
    const today = this.clock.today();
    const { entries, undated } = await this.entries(actor, plan, query, today, locale);
    const found = ordered(entries, query);
    const { from, to, within } = daysOf(found, plan, query);
    if (query.sort === '-day') within.reverse();
    return { data: windowOf(within, query), total: within.length, today, from, to, undated, months: monthsOf(found, plan.year) };
  }

  /** All the days of a timeline, for a calendar. */
  async days(actor: PersonActor, planId: string, query: z.output<typeof timelineExportQuery>, locale: Locale): Promise<{ plan: PlanEntity; entries: TimelineEntry[] }> {
    const plan = await this.plans.findFor(actor, planId);
    const { entries } = await this.entries(actor, plan, query, this.clock.today(), locale);
    return { plan, entries: daysOf(ordered(entries, query), plan, query).within };
  }

  async changes(actor: PersonActor, planId: string, query: z.output<typeof planChangesQuery>): Promise<PlanChanges> {
    const plan = await this.plans.findFor(actor, planId);
    const found = await this.events(actor, plan, query);
    const counts = Object.fromEntries(changeKinds.map((kind) => [kind, found.filter((event) => event.kind === kind).length])) as Record<ChangeKind, number>;
    const chosen = narrowedTo(found, query);
    return { data: windowOf(chosen, query), total: chosen.length, since: query.since, today: this.clock.today(), counts };
  }

  /** All that changed, for a sheet. */
  async whole(actor: PersonActor, planId: string, query: Changed): Promise<{ plan: PlanEntity; events: PlanEvent[] }> {
    const plan = await this.plans.findFor(actor, planId);
    return { plan, events: narrowedTo(await this.events(actor, plan, query), query) };
  }

  private async entries(actor: PersonActor, plan: PlanEntity, { unitId, programmeId }: z.output<typeof timelineExportQuery>, today: string, locale: Locale): Promise<{ entries: TimelineEntry[]; undated: number }> {
    const about: About = { planId: plan.id, unitId, programmeId };
    const [parts, measures, periods, activities, letters, days] = await Promise.all([
      this.rows.parts(actor, about), this.measures.dated(actor, plan.id), can(actor, 'report:read') && programmeId === undefined ? this.rows.periods(plan.id) : [], this.rows.activities(actor, about), this.rows.letters(actor, about), this.themeDays.list(actor, ALL),
    ]);
    const seqOf = new Map(parts.map(({ itemId, seq }) => [itemId, seq]));
    const stands = (day: string, done: boolean | null): TimelineState => (done === true ? 'done' : day >= today ? 'ahead' : done === false ? 'late' : 'over');
    const bare = { until: null, unit: null, units: 0, item: null } as const;
    // A period is told to those whose units it asks, and to whoever reads all reports.
    const own = new Set(parts.filter(({ known }) => Number(known) === 1).map((part) => part.unitId));
    const asked = ({ units }: PeriodRow): boolean => reachOf(actor, 'report:read') === 'all' || (units === null ? own.size > 0 : (JSON.parse(units) as string[]).some((id) => own.has(id)));
    const waiting = parts.some(({ known, state }) => Number(known) === 1 && state !== 'signed');
    return {
      entries: [
        ...itemDays(parts, stands),
        // Only of items that are shown: a filter by unit narrows them as well.
        ...measures.flatMap(({ id, name, itemId, dueOn, state }): TimelineEntry[] => { const seq = seqOf.get(itemId); return seq === undefined ? [] : [{ ...bare, kind: 'measure', id, day: dueOn, title: name, state: stands(dueOn, state === 'done'), item: { id: itemId, seq } }]; }),
        ...periods.filter(asked).map(({ id, name, day, state }): TimelineEntry => ({ ...bare, kind: 'report', id, day, title: name, state: stands(day, state === 'locked' ? true : null) })),
        ...activities.map((row): TimelineEntry => {
          const [first, last] = [dayOfTime(row.firstAt), row.lastAt === null ? null : dayOfTime(row.lastAt)];
          return { ...bare, kind: 'activity', id: row.id, day: first, until: last === first ? null : last, title: row.title, state: stands(last ?? first, row.state === 'closed'), unit: unitOf(row), units: 1 };
        }),
        ...letters.map((row): TimelineEntry => ({ ...bare, kind: 'prompt', id: row.id, day: row.day, title: row.title, state: stands(row.day, row.state !== 'sent'), unit: unitOf(row), units: 1 })),
        ...(plan.signBy === null ? [] : [{ ...bare, kind: 'sign_by' as const, id: plan.id, day: plan.signBy, title: label(locale, 'documents.signBy'), state: stands(plan.signBy, !waiting) }]),
        ...(unitId === undefined && programmeId === undefined ? days.data.filter(({ closedOn }) => closedOn === null).flatMap(({ id, name, rule }) => themeDaySpans(rule, plan.year).map(({ from, to }): TimelineEntry => ({ ...bare, kind: 'theme_day', id: `${id}:${from}`, day: from, until: to === from ? null : to, title: name, state: stands(to, null) }))) : []),
      ],
      undated: new Set(parts.filter(({ day }) => day === null).map(({ itemId }) => itemId)).size,
    };
  }

  private async events(actor: PersonActor, plan: PlanEntity, { since, unitId, programmeId }: Changed): Promise<PlanEvent[]> {
    const about: About = { planId: plan.id, unitId, programmeId };
    const from = new Date(`${since}T00:00:00+08:00`);
    const [nights, moved, ...told] = await Promise.all([
      this.rows.lightNights(actor, about, since), this.rows.moved(actor, about, from),
      this.rows.signed(actor, about, from), this.rows.reports(actor, about, from), this.rows.activityEvents(actor, about, from), this.rows.workEntries(actor, about, from), this.rows.closeOuts(actor, about, from), this.rows.adjustments(actor, about, from), this.rows.letterEvents(actor, about, from), this.rows.editions(about, from),
    ]);
    const kinds = ['signed', 'report', 'activity', 'work_entry', 'close_out', 'adjustment', 'prompt', 'edition'] as const;
    return [...netLights(nights), ...moved.map(numberEvent), ...told.flatMap((rows, at) => { const kind = kinds[at]; return kind === undefined ? [] : rows.map((row) => eventOf(kind, row)); })]
      .sort((a, b) => (a.day > b.day ? -1 : Number(a.day < b.day)) || changeKinds.indexOf(a.kind) - changeKinds.indexOf(b.kind) || (a.item?.seq ?? 0) - (b.item?.seq ?? 0) || (a.id < b.id ? -1 : 1));
  }
}

type Days = z.output<typeof timelineExportQuery>;
const ordered = (entries: readonly TimelineEntry[], query: Days): TimelineEntry[] => entries.filter(({ kind, state }) => (query.kind === undefined || kind === query.kind) && (query.state === undefined || state === query.state))
  .sort((a, b) => (a.day < b.day ? -1 : Number(a.day > b.day)) || (a.item?.seq ?? 0) - (b.item?.seq ?? 0) || (a.id < b.id ? -1 : 1));
const daysOf = (found: readonly TimelineEntry[], { year }: PlanEntity, query: Days): { from: string; to: string; within: TimelineEntry[] } => {
  const [from, to] = [query.from ?? `${year}-01-01`, query.to ?? `${year}-12-31`];
  return { from, to, within: found.filter((entry) => entry.day <= to && (entry.until ?? entry.day) >= from) };
};

const narrowedTo = (found: readonly PlanEvent[], { kind, sort }: Pick<Changed, 'kind' | 'sort'>): PlanEvent[] => {
  const chosen = found.filter((event) => kind === undefined || event.kind === kind);
  return sort === 'at' ? chosen.reverse() : chosen;
};

/** Items by their day: the parts of an item that share one are one entry. */
function itemDays(parts: readonly PartDayRow[], stands: (day: string, done: boolean | null) => TimelineState): TimelineEntry[] {
  const groups = new Map<string, { day: string; parts: PartDayRow[] }>();
  for (const part of parts) {
    if (part.day === null) continue;
    const key = `${part.itemId}:${part.day}`;
    const group = groups.get(key) ?? { day: part.day, parts: [] };
    group.parts.push(part);
    groups.set(key, group);
  }
  return [...groups].flatMap(([id, { day, parts: those }]): TimelineEntry[] => {
    const [first] = those;
    const known = those.filter((part) => Number(part.known) === 1);
    const done = known.length === 0 ? null : known.every((part) => Number(part.done) === 1);
    return first ? [{ kind: 'item', id, day, until: null, title: titleOf(first.text), state: stands(day, done), unit: unitOf(first), units: new Set(those.map(({ unitId }) => unitId)).size, item: { id: first.itemId, seq: first.seq } }] : [];
  });
}

function monthsOf(found: readonly TimelineEntry[], year: number): Timeline['months'] {
  return Array.from({ length: 12 }, (_, at) => {
    const month = `${year}-${String(at + 1).padStart(2, '0')}`;
    // What lasts for days is told in the month in which it begins.
    const those = found.filter(({ day }) => day.startsWith(month));
    const count = (state: TimelineState) => those.filter((entry) => entry.state === state).length;
    return { month, count: those.length, late: count('late'), done: count('done') };
  });
}

const untold = { light: null, metric: null, quantity: null, records: null } as const;
const eventOf = (kind: ChangeKind, row: EventRow): PlanEvent => ({
  ...untold, kind, id: row.id, day: dayOfTime(row.at), at: fromDbTime(row.at), outcome: row.outcome as PlanEvent['outcome'], title: row.itemId === null ? row.title : titleOf(row.title), unit: unitOf(row), item: row.itemId === null ? null : { id: row.itemId, seq: Number(row.seq) },
});
const numberEvent = (row: MovedRow): PlanEvent => ({
  ...untold, kind: 'number', id: `${row.itemId}:${row.metric}:${row.unitId}`, day: dayOfTime(row.at), at: fromDbTime(row.at), outcome: Number(row.quantity) > 0 ? 'more' : 'less', title: titleOf(row.text), unit: unitOf(row), item: { id: row.itemId, seq: row.seq },
  metric: row.metric, quantity: Number(row.quantity), records: Number(row.records),
});
/** Where a light went from the first to the last of its nights: what came back to where it was has not changed. Seen for the first time, it was grey. */
function netLights(nights: readonly LightNightRow[]): PlanEvent[] {
  const ends = new Map<string, { first: LightNightRow; last: LightNightRow }>();
  for (const night of nights) ends.set(night.assignmentId, { first: ends.get(night.assignmentId)?.first ?? night, last: night });
  const rank = (light: Light | null): number => lightOrder.indexOf(light ?? 'grey');
  return [...ends].flatMap(([id, { first, last }]): PlanEvent[] => ((first.before ?? 'grey') === last.light ? [] : [{
    ...untold, kind: 'light', id, day: last.day, at: null, outcome: rank(last.light) < rank(first.before) ? 'worse' : 'better', title: titleOf(last.text), unit: unitOf(last), item: { id: last.itemId, seq: last.seq }, light: { from: first.before, to: last.light },
  }]));
}
