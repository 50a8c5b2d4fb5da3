import { Injectable } from '@nestjs/common';
import type { EvidenceMetric, Light } from '@kepu/contracts';
import { reachOf, unitsWithin, type Actor } from '../../../platform/auth/actor.js';
import { allOf, Database, readRows, toDbTime, type Predicate } from '../../../platform/database/index.js';
import { visibleActivities } from '../../activities/index.js';
import { visibleAssignments, visibleItems } from '../../plans/index.js';

/** What a course is narrowed to. */
export interface About { readonly planId: string; readonly unitId?: string | undefined; readonly programmeId?: string | undefined }
/** A part of an item, with its day. `known`: the reader may know how it stands. */
export interface PartDayRow { readonly itemId: string; readonly seq: number; readonly text: string; readonly day: string | null; readonly unitId: string; readonly unitName: string; readonly state: string; readonly done: number; readonly known: number }
/** `units`: those that are asked, as JSON, or null where all are. */
export interface PeriodRow { readonly id: string; readonly name: string; readonly day: string; readonly state: string; readonly units: string | null }
export interface ActivityDayRow { readonly id: string; readonly title: string; readonly state: string; readonly unitId: string; readonly unitName: string; readonly firstAt: string; readonly lastAt: string | null }
export interface LetterRow { readonly id: string; readonly title: string; readonly state: string; readonly unitId: string; readonly unitName: string; readonly day: string }
/** Something that happened once, to an item or to none. */
export interface EventRow { readonly id: string; readonly outcome: string; readonly at: string; readonly title: string; readonly unitId: string | null; readonly unitName: string | null; readonly itemId: string | null; readonly seq: number | null }
export interface LightNightRow { readonly assignmentId: string; readonly day: string; readonly before: Light | null; readonly light: Light; readonly unitId: string; readonly unitName: string; readonly itemId: string; readonly seq: number; readonly text: string }
export interface MovedRow { readonly itemId: string; readonly seq: number; readonly text: string; readonly metric: EvidenceMetric; readonly unitId: string; readonly unitName: string; readonly quantity: number | string; readonly records: number | string; readonly at: string }

const equal = (column: string, name: string, value: string | undefined): Predicate[] => (value === undefined ? [] : [{ sql: `${column} = :${name}`, params: { [name]: value } }]);
/** Narrowed by the unit `u` and the item `i` of the query. */
const narrowed = ({ planId, unitId, programmeId }: About, plan: string): Predicate[] => [{ sql: `${plan} = :planId`, params: { planId } }, ...equal('u.id', 'unitId', unitId), ...equal('i.programme_id', 'programmeId', programmeId)];
const item = 'i.id AS itemId, i.seq AS seq';
const unit = 'u.id AS unitId, u.name AS unitName';

/** The days and events of a plan that the reader may see already, each kind within the reach of its own right: as many statements for a large plan as for a small one. */
@Injectable()
export class CourseRepository {
  constructor(private readonly database: Database) {}

  /** Parts in force of visible items, in the order of the paper. */
  parts(actor: Actor, about: About): Promise<PartDayRow[]> {
    const [scope, known] = [allOf([visibleItems(actor), ...narrowed(about, 'a.plan_id'), { sql: "a.state <> 'withdrawn' AND i.standing <> 'withdrawn'", params: {} }]), visibleAssignments(actor)];
    return this.read(
      `SELECT ${item}, i.text AS text, COALESCE(a.extended_to, i.due_on) AS day, ${unit}, a.state AS state, CASE WHEN a.done_at IS NULL THEN 0 ELSE 1 END AS done, CASE WHEN ${known.sql} THEN 1 ELSE 0 END AS known
       FROM assignments a JOIN items i ON i.id = a.item_id JOIN units u ON u.id = a.unit_id LEFT JOIN plan_units pu ON pu.plan_id = a.plan_id AND pu.unit_id = a.unit_id WHERE ${scope.sql} ORDER BY i.seq, COALESCE(pu.sort_no, 1000000), a.id`, { ...scope.params, ...known.params });
  }

  periods(planId: string): Promise<PeriodRow[]> { return this.read("SELECT r.id AS id, r.name AS name, r.due_on AS day, r.state AS state, r.unit_ids AS units FROM report_periods r WHERE r.plan_id = :planId ORDER BY r.due_on, r.id", { planId }); }

  /** Activities that were published and serve visible items, each once. */
  activities(actor: Actor, about: About): Promise<ActivityDayRow[]> {
    const { unitId, ...rest } = about;
    const scope = allOf([visibleActivities(actor), { sql: "a.state IN ('open', 'reported', 'closed') AND a.first_at IS NOT NULL", params: {} }, ...equal('u.id', 'unitId', unitId)]);
    const serves = allOf([visibleItems(actor), ...narrowed(rest, 'i.plan_id')]);
    return this.read(
      `SELECT a.id AS id, a.title AS title, a.state AS state, ${unit}, a.first_at AS firstAt, a.last_at AS lastAt FROM activities a JOIN units u ON u.id = a.unit_id
       WHERE ${scope.sql} AND EXISTS (SELECT 1 FROM activity_items ai JOIN items i ON i.id = ai.item_id WHERE ai.activity_id = a.id AND ${serves.sql}) ORDER BY a.first_at, a.id`, { ...scope.params, ...serves.params });
  }

  /** Letters that were sent and want, or wanted, a reply. */
  letters(actor: Actor, about: About): Promise<LetterRow[]> {
    const scope = allOf([unitsWithin(reachOf(actor, 'prompt:read'), 'u'), { sql: "q.plan_id = :planId AND q.state IN ('sent', 'replied', 'closed', 'escalated')", params: { planId: about.planId } }, ...equal('u.id', 'unitId', about.unitId), ...this.lettersAbout(about)]);
    return this.read(`SELECT q.id AS id, q.title AS title, q.state AS state, ${unit}, q.reply_by AS day FROM prompts q JOIN units u ON u.id = q.unit_id WHERE ${scope.sql} ORDER BY q.reply_by, q.id`, scope.params);
  }

  signed(actor: Actor, about: About, since: Date): Promise<EventRow[]> {
    const scope = allOf([visibleAssignments(actor), ...narrowed(about, 'a.plan_id'), { sql: "a.signed_at >= :since AND a.state = 'signed'", params: { since: toDbTime(since) } }]);
    return this.read(`SELECT a.id AS id, 'signed' AS outcome, a.signed_at AS at, i.text AS title, ${unit}, ${item} FROM assignments a JOIN items i ON i.id = a.item_id JOIN units u ON u.id = a.unit_id WHERE ${scope.sql}`, scope.params);
  }

  reports(actor: Actor, about: About, since: Date): Promise<EventRow[]> {
    if (about.programmeId !== undefined) return Promise.resolve([]);
    const scope = allOf([unitsWithin(reachOf(actor, 'report:read'), 'u'), { sql: "p.plan_id = :planId AND r.state IN ('submitted', 'accepted', 'locked', 'asking') AND r.submitted_at >= :since", params: { planId: about.planId, since: toDbTime(since) } }, ...equal('u.id', 'unitId', about.unitId)]);
    return this.read(
      `SELECT r.id AS id, CASE WHEN r.state = 'accepted' THEN 'accepted' ELSE 'submitted' END AS outcome, r.submitted_at AS at, p.name AS title, ${unit}, NULL AS itemId, NULL AS seq FROM unit_reports r JOIN report_periods p ON p.id = r.period_id JOIN units u ON u.id = r.unit_id WHERE ${scope.sql}`, scope.params);
  }

  /** Activities that were published, and those whose close was accepted. */
  activityEvents(actor: Actor, about: About, since: Date): Promise<EventRow[]> {
    const { unitId, ...rest } = about;
    const scope = allOf([visibleActivities(actor), { sql: "(a.state IN ('open', 'reported') AND a.approved_at >= :since OR a.state = 'closed' AND a.accepted_at >= :since)", params: { since: toDbTime(since) } }, ...equal('u.id', 'unitId', unitId)]);
    const serves = allOf([visibleItems(actor), ...narrowed(rest, 'i.plan_id')]);
    return this.read(
      `SELECT a.id AS id, CASE WHEN a.state = 'closed' THEN 'completed' ELSE 'issued' END AS outcome, CASE WHEN a.state = 'closed' THEN a.accepted_at ELSE a.approved_at END AS at, a.title AS title, ${unit}, NULL AS itemId, NULL AS seq FROM activities a JOIN units u ON u.id = a.unit_id
       WHERE ${scope.sql} AND EXISTS (SELECT 1 FROM activity_items ai JOIN items i ON i.id = ai.item_id WHERE ai.activity_id = a.id AND ${serves.sql})`, { ...scope.params, ...serves.params });
  }

  workEntries(actor: Actor, about: About, since: Date): Promise<EventRow[]> {
    const { unitId, ...rest } = about;
    const scope = allOf([unitsWithin(reachOf(actor, 'work-entry:read'), 'u'), { sql: "e.state = 'accepted' AND e.checked_at >= :since", params: { since: toDbTime(since) } }, ...equal('u.id', 'unitId', unitId)]);
    const serves = allOf([visibleItems(actor), ...narrowed(rest, 'i.plan_id')]);
    return this.read(
      `SELECT e.id AS id, 'accepted' AS outcome, e.checked_at AS at, e.title AS title, ${unit}, NULL AS itemId, NULL AS seq FROM work_entries e JOIN units u ON u.id = e.unit_id
       WHERE ${scope.sql} AND EXISTS (SELECT 1 FROM work_entry_items w JOIN items i ON i.id = w.item_id WHERE w.entry_id = e.id AND ${serves.sql})`, { ...scope.params, ...serves.params });
  }

  closeOuts(actor: Actor, about: About, since: Date): Promise<EventRow[]> {
    const scope = allOf([unitsWithin(reachOf(actor, 'close-out:read'), 'u'), ...narrowed(about, 'd.plan_id'), { sql: "(d.state = 'accepted' AND d.decided_at >= :since OR d.state = 'reopened' AND d.reopened_at >= :since)", params: { since: toDbTime(since) } }]);
    return this.read(
      `SELECT d.id AS id, CASE WHEN d.state = 'accepted' THEN 'closed_out' ELSE 'reopened' END AS outcome, CASE WHEN d.state = 'accepted' THEN d.decided_at ELSE d.reopened_at END AS at, i.text AS title, ${unit}, ${item}
       FROM close_outs d JOIN assignments a ON a.id = d.assignment_id JOIN items i ON i.id = a.item_id JOIN units u ON u.id = a.unit_id WHERE ${scope.sql}`, scope.params);
  }

  adjustments(actor: Actor, about: About, since: Date): Promise<EventRow[]> {
    const at = 'COALESCE(d.decided_at, d.created_at)';
    const scope = allOf([unitsWithin(reachOf(actor, 'adjustment:read'), 'u'), ...narrowed(about, 'd.plan_id'), { sql: `d.state = 'granted' AND ${at} >= :since`, params: { since: toDbTime(since) } }]);
    return this.read(
      `SELECT d.id AS id, CASE WHEN d.kind = 'oral' THEN 'said' ELSE 'granted' END AS outcome, ${at} AS at, i.text AS title, ${unit}, ${item}
       FROM adjustments d JOIN assignments a ON a.id = d.assignment_id JOIN items i ON i.id = a.item_id JOIN units u ON u.id = a.unit_id WHERE ${scope.sql}`, scope.params);
  }

  /** Letters by what came last of them. */
  letterEvents(actor: Actor, about: About, since: Date): Promise<EventRow[]> {
    const at = "CASE WHEN q.state = 'closed' THEN q.closed_at WHEN q.state = 'replied' THEN (SELECT MAX(y.replied_at) FROM prompt_replies y WHERE y.prompt_id = q.id) ELSE q.sent_at END";
    const scope = allOf([
      unitsWithin(reachOf(actor, 'prompt:read'), 'u'), { sql: `q.plan_id = :planId AND q.state IN ('sent', 'replied', 'closed', 'escalated') AND ${at} >= :since`, params: { planId: about.planId, since: toDbTime(since) } }, ...equal('u.id', 'unitId', about.unitId), ...this.lettersAbout(about),
    ]);
    return this.read(`SELECT q.id AS id, CASE WHEN q.state = 'closed' THEN 'closed' WHEN q.state = 'replied' THEN 'replied' ELSE 'sent' END AS outcome, ${at} AS at, q.title AS title, ${unit}, NULL AS itemId, NULL AS seq FROM prompts q JOIN units u ON u.id = q.unit_id WHERE ${scope.sql}`, scope.params);
  }

  /** Editions concern everybody who reads the plan. */
  editions({ planId, unitId, programmeId }: About, since: Date): Promise<EventRow[]> {
    if (unitId !== undefined || programmeId !== undefined) return Promise.resolve([]);
    return this.read("SELECT r.id AS id, 'issued' AS outcome, r.issued_at AS at, r.title AS title, NULL AS unitId, NULL AS unitName, NULL AS itemId, NULL AS seq FROM plan_revisions r WHERE r.plan_id = :planId AND r.state = 'issued' AND r.issued_at >= :since", { planId, since: toDbTime(since) });
  }

  /** Nights on which a light was seen to have changed, the oldest first. */
  lightNights(actor: Actor, about: About, since: string): Promise<LightNightRow[]> {
    const scope = allOf([unitsWithin(reachOf(actor, 'light:read'), 'u'), ...narrowed(about, 'a.plan_id'), { sql: "l.day >= :since AND a.state <> 'withdrawn'", params: { since } }]);
    return this.read(
      `SELECT l.assignment_id AS assignmentId, l.day AS day, l.light_before AS \`before\`, l.light AS light, ${unit}, ${item}, i.text AS text FROM light_changes l JOIN assignments a ON a.id = l.assignment_id JOIN items i ON i.id = a.item_id JOIN units u ON u.id = a.unit_id
       WHERE ${scope.sql} ORDER BY l.day, l.id`, scope.params);
  }

  /** By how much the numbers of visible items moved, by whose work. What was added and taken back again is none. */
  moved(actor: Actor, about: About, since: Date): Promise<MovedRow[]> {
    const scope = allOf([visibleItems(actor), ...narrowed(about, 'i.plan_id'), { sql: 'e.created_at >= :since', params: { since: toDbTime(since) } }]);
    return this.read(
      `SELECT ${item}, MIN(i.text) AS text, e.metric AS metric, ${unit}, SUM(e.quantity) AS quantity, COUNT(DISTINCT e.source_id) AS records, MAX(e.created_at) AS at FROM evidence e JOIN items i ON i.id = e.item_id JOIN units u ON u.id = e.unit_id
       WHERE ${scope.sql} GROUP BY i.id, i.seq, e.metric, u.id, u.name HAVING SUM(e.quantity) <> 0`, scope.params);
  }

  private lettersAbout({ programmeId }: About): Predicate[] {
    return programmeId === undefined ? [] : [{ sql: 'EXISTS (SELECT 1 FROM prompt_items x JOIN assignments xa ON xa.id = x.assignment_id JOIN items xi ON xi.id = xa.item_id WHERE x.prompt_id = q.id AND xi.programme_id = :programmeId)', params: { programmeId } }];
  }
  private read<Row extends object>(sql: string, params: Readonly<Record<string, unknown>>): Promise<Row[]> { return readRows<Row>(this.database.reader, sql, params); }
}
