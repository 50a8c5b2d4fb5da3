import { Injectable } from '@nestjs/common';
import type { AssessmentAppeal, AssessmentLink, AssessmentSheet, Permission } from '@kepu/contracts';
import { reachOf, unitsWithin, type Actor } from '../../../platform/auth/actor.js';
import { Database, insertRows, memberOf, readRows, startsWith, type Predicate } from '../../../platform/database/index.js';
import { AssessmentAppealEntity, AssessmentSheetEntity } from './assessment.entity.js';

type AssessmentPermission = Extract<Permission, `assessment:${string}`>;
/** A sheet with its unit. */
export interface SheetRow {
  readonly id: string; readonly assessmentId: string; readonly unitId: string; readonly unitName: string; readonly path: string; readonly divisionId: string; readonly searchKey: string; readonly countyCode: string; readonly countyName: string | null; readonly successorId: string | null; readonly successorName: string | null; readonly state: AssessmentSheet['state'];
  readonly entries: string; readonly frozen: string; readonly settled: string; readonly reviews: string; readonly late: number; readonly firstSubmittedAt: string | null; readonly submittedAt: string | null; readonly submittedBy: string | null; readonly sampleNote: string | null; readonly sampledAt: string | null; readonly sampledBy: string | null;
  readonly returnedReason: string | null; readonly returnedAt: string | null; readonly returnedBy: string | null; readonly returnedInside: number; readonly appeals: number | string; readonly version: number;
}
/** A sheet without what is written on it: what lists and counts go by. */
export type SheetBrief = Omit<SheetRow, 'entries' | 'frozen' | 'settled' | 'reviews'>;
/** A sheet of a unit that is merged, beside that of the unit it is merged into. */
export interface TwinRow { readonly id: string; readonly state: AssessmentSheet['state']; readonly version: number; readonly assessmentState: 'open' | 'announced'; readonly twin: string | null; readonly twinState: AssessmentSheet['state'] | null }
/** An appeal. */
export interface AppealRow {
  readonly id: string; readonly sheetId: string; readonly criterionKey: string; readonly state: AssessmentAppeal['state']; readonly words: string; readonly madeAt: string; readonly madeBy: string; readonly beforeTenths: number; readonly answerTenths: number | null; readonly answerReason: string | null; readonly answeredAt: string | null; readonly answeredBy: string | null; readonly version: number;
}
/** A letter or a collection that asked something of a unit. */
export interface AskedRow { readonly id: string; readonly unitId: string; readonly title: string; readonly done: number; readonly due: number }
/** What a unit can point to. */
export interface LinkRow { readonly kind: AssessmentLink['kind']; readonly id: string; readonly title: string; readonly at: string | null }

const brief = `s.id AS id, s.assessment_id AS assessmentId, s.unit_id AS unitId, u.name AS unitName, u.path AS path, u.division_id AS divisionId, u.search_key AS searchKey, SUBSTR(u.division_id, 1, 6) AS countyCode, d.name AS countyName, u.successor_id AS successorId, n.name AS successorName, s.state AS state,
  s.late AS late, s.first_submitted_at AS firstSubmittedAt, s.submitted_at AS submittedAt, c.name AS submittedBy, s.sample_note AS sampleNote, s.sampled_at AS sampledAt, m.name AS sampledBy, s.returned_reason AS returnedReason, s.returned_at AS returnedAt, r.name AS returnedBy, s.returned_inside AS returnedInside,
  (SELECT COUNT(*) FROM assessment_appeals x WHERE x.sheet_id = s.id AND x.state = 'open') AS appeals, s.version AS version`;
const columns = `${brief}, s.entries AS entries, s.frozen AS frozen, s.settled AS settled, s.reviews AS reviews`;
const from = `FROM assessment_sheets s JOIN units u ON u.id = s.unit_id LEFT JOIN divisions d ON d.id = SUBSTR(u.division_id, 1, 6) LEFT JOIN units n ON n.id = u.successor_id LEFT JOIN accounts c ON c.id = s.submitted_by LEFT JOIN accounts m ON m.id = s.sampled_by LEFT JOIN accounts r ON r.id = s.returned_by`;
const appealColumns = 'p.id AS id, p.sheet_id AS sheetId, p.criterion_key AS criterionKey, p.state AS state, p.words AS words, p.made_at AS madeAt, m.name AS madeBy, p.before_tenths AS beforeTenths, p.answer_tenths AS answerTenths, p.answer_reason AS answerReason, p.answered_at AS answeredAt, w.name AS answeredBy, p.version AS version';
const appealFrom = 'FROM assessment_appeals p JOIN accounts m ON m.id = p.made_by LEFT JOIN accounts w ON w.id = p.answered_by';
const LINKED = 500;

/** Rows of `assessment_sheets` and their appeals, within the reach of the permission that they are read under. */
@Injectable()
export class AssessmentSheetsRepository {
  constructor(private readonly database: Database) {}

  /** Sheets of some assessments in the order of the paper, without what is written on them. One statement, however many. */
  briefsFor(actor: Actor, assessmentIds: readonly string[]): Promise<SheetBrief[]> {
    const [scope, those] = [unitsWithin(reachOf(actor, 'assessment:read'), 'u'), memberOf('s.assessment_id', assessmentIds, 'assessmentIds')];
    return readRows<SheetBrief>(this.database.reader, `SELECT ${brief} ${from} WHERE ${those.sql} AND (${scope.sql}) ORDER BY u.sort_no, s.id`, { ...those.params, ...scope.params });
  }
  /** Sheets of an assessment in the order of the paper, or some of them, with all that is written on them. */
  listFor(actor: Actor, assessmentId: string, ids?: readonly string[]): Promise<SheetRow[]> {
    const [scope, those] = [unitsWithin(reachOf(actor, 'assessment:read'), 'u'), ids ? memberOf('s.id', ids, 'sheetIds') : { sql: '1 = 1', params: {} }];
    return readRows<SheetRow>(this.database.reader, `SELECT ${columns} ${from} WHERE s.assessment_id = :assessmentId AND ${those.sql} AND (${scope.sql}) ORDER BY u.sort_no, s.id`, { assessmentId, ...those.params, ...scope.params });
  }
  async findFor(actor: Actor, id: string, permission: AssessmentPermission): Promise<SheetRow | null> {
    const scope = unitsWithin(reachOf(actor, permission), 'u');
    return (await readRows<SheetRow>(this.database.reader, `SELECT ${columns} ${from} WHERE s.id = :id AND (${scope.sql})`, { id, ...scope.params }))[0] ?? null;
  }
  insert(rows: readonly AssessmentSheetEntity[]): Promise<void> { return insertRows(this.database.writer, AssessmentSheetEntity, rows); }
  /** A change against the version and state that were read: of two at once, one wins. */
  async update({ id, state }: Pick<SheetRow, 'id' | 'state'>, version: number, changes: Partial<AssessmentSheetEntity>): Promise<boolean> {
    return (await this.database.writer.createQueryBuilder().update(AssessmentSheetEntity).set({ ...changes, version: version + 1 }).where({ id, version, state }).execute()).affected === 1;
  }

  /** Appeals of some sheets, oldest first. */
  appealsOf(sheetIds: readonly string[]): Promise<AppealRow[]> {
    const those = memberOf('p.sheet_id', sheetIds, 'sheetIds');
    return readRows<AppealRow>(this.database.reader, `SELECT ${appealColumns} ${appealFrom} WHERE ${those.sql} ORDER BY p.made_at, p.id`, those.params);
  }
  async findAppeal(id: string): Promise<AppealRow | null> { return (await readRows<AppealRow>(this.database.reader, `SELECT ${appealColumns} ${appealFrom} WHERE p.id = :id`, { id }))[0] ?? null; }
  insertAppeal(row: AssessmentAppealEntity): Promise<void> { return insertRows(this.database.writer, AssessmentAppealEntity, [row]); }
  async updateAppeal(id: string, version: number, changes: Partial<AssessmentAppealEntity>): Promise<boolean> {
    return (await this.database.writer.update(AssessmentAppealEntity, { id, version, state: 'open' }, { ...changes, version: version + 1 })).affected === 1;
  }

  /** Who gave points, by id. */
  async namesOf(accountIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const those = memberOf('c.id', [...new Set(accountIds)], 'accountIds');
    return new Map((await readRows<{ id: string; name: string }>(this.database.reader, `SELECT c.id AS id, c.name AS name FROM accounts c WHERE ${those.sql}`, those.params)).map(({ id, name }) => [id, name]));
  }

  /** Letters that went out about a plan, and whether the first reply came by its day. One that still runs without a reply asks for nothing yet. */
  prompts(planId: string, today: string): Promise<AskedRow[]> {
    return readRows<AskedRow>(this.database.reader, `SELECT q.id AS id, q.unit_id AS unitId, q.title AS title, CASE WHEN EXISTS (SELECT 1 FROM prompt_replies y WHERE y.prompt_id = q.id AND y.late = 0 AND y.taken_back = 0) THEN 1 ELSE 0 END AS done, CASE WHEN q.reply_by < :today OR EXISTS (SELECT 1 FROM prompt_replies z WHERE z.prompt_id = q.id AND z.taken_back = 0) THEN 1 ELSE 0 END AS due
      FROM prompts q WHERE q.plan_id = :planId AND q.sent_at IS NOT NULL AND q.state <> 'withdrawn' ORDER BY q.sent_at, q.id`, { planId, today });
  }
  /** What units were asked to fill in within a year, and whether they did by the day. */
  collections(year: number, today: string): Promise<AskedRow[]> {
    return readRows<AskedRow>(this.database.reader, `SELECT x.id AS id, x.unit_id AS unitId, c.title AS title, CASE WHEN x.first_submitted_at IS NOT NULL AND x.late = 0 AND x.state IN ('submitted', 'accepted') THEN 1 ELSE 0 END AS done, CASE WHEN c.due_on < :today OR x.state IN ('submitted', 'accepted') THEN 1 ELSE 0 END AS due
      FROM collection_answers x JOIN collections c ON c.id = x.collection_id WHERE c.state IN ('open', 'closed') AND c.due_on BETWEEN :first AND :last ORDER BY c.due_on, x.id`, { today, first: `${year}-01-01`, last: `${year}-12-31` });
  }

  /** What a unit and the bodies below it have: newest first, so many of each kind; by id where some are asked for. */
  linkable(path: string, ids?: readonly string[]): Promise<LinkRow[]> { return this.pointed(startsWith('u.path', path, 'path'), ids); }
  /** What a sheet points to, as it was taken up: it stays on the sheet where it was given back since, or its unit was merged. */
  linked(ids: readonly string[]): Promise<LinkRow[]> { return this.pointed(null, ids); }
  private async pointed(own: Predicate | null, ids?: readonly string[]): Promise<LinkRow[]> {
    const within = own ?? { sql: '1 = 1', params: {} };
    const standing = (sql: string): string => (own === null ? '1 = 1' : sql);
    const one = (kind: AssessmentLink['kind'], id: string, sql: string, order: string): Promise<LinkRow[]> => {
      const those = ids ? memberOf(id, ids, 'linkIds') : { sql: '1 = 1', params: {} };
      return readRows<LinkRow>(this.database.reader, `SELECT '${kind}' AS kind, ${sql} AND ${within.sql} AND ${those.sql} ORDER BY ${order} DESC, ${id} LIMIT ${LINKED}`, { ...within.params, ...those.params });
    };
    return (await Promise.all([
      one('work_entry', 'e.id', `e.id AS id, e.title AS title, e.from_day AS at FROM work_entries e JOIN units u ON u.id = e.unit_id WHERE ${standing("e.state = 'accepted'")}`, 'e.from_day'),
      one('activity', 'v.id', `v.id AS id, v.title AS title, v.first_at AS at FROM activities v JOIN units u ON u.id = v.unit_id WHERE ${standing("v.state IN ('reported', 'closed')")}`, 'v.first_at'),
      one('unit_report', 'o.id', `o.id AS id, g.name AS title, g.due_on AS at FROM unit_reports o JOIN report_periods g ON g.id = o.period_id JOIN units u ON u.id = o.unit_id WHERE ${standing("o.state IN ('submitted', 'accepted', 'locked')")}`, 'g.due_on'),
    ])).flat();
  }

  /** Sheets of a unit that waits to hand them in, for the office that hands its work over. */
  async openOf(unitId: string): Promise<number> {
    const [row] = await readRows<{ total: number | string }>(this.database.reader, "SELECT COUNT(*) AS total FROM assessment_sheets s JOIN assessments a ON a.id = s.assessment_id WHERE a.state = 'open' AND s.unit_id = :unitId AND s.state IN ('draft', 'returned', 'checking')", { unitId });
    return Number(row?.total ?? 0);
  }
  /** Sheets of a unit in assessments that are not final, and whether another unit has one there. */
  ofUnit(unitId: string, otherId: string): Promise<TwinRow[]> {
    return readRows<TwinRow>(this.database.reader, "SELECT s.id AS id, s.state AS state, s.version AS version, a.state AS assessmentState, t.id AS twin, t.state AS twinState FROM assessment_sheets s JOIN assessments a ON a.id = s.assessment_id LEFT JOIN assessment_sheets t ON t.assessment_id = s.assessment_id AND t.unit_id = :otherId WHERE s.unit_id = :unitId AND s.state <> 'released' AND a.state IN ('open', 'announced')", { unitId, otherId });
  }
  /** A unit's sheet takes the place of the released one of its successor, which goes to the unit: a unit has one sheet, so one of them is gone for a moment. Inside a unit of work. */
  async changePlaces({ id, state, version }: Pick<SheetRow, 'id' | 'state' | 'version'>, releasedId: string, unitId: string, successorId: string): Promise<boolean> {
    const { writer } = this.database;
    const released = await writer.findOneBy(AssessmentSheetEntity, { id: releasedId, state: 'released' });
    if (!released || (await writer.delete(AssessmentSheetEntity, { id: releasedId, version: released.version, state: 'released' })).affected !== 1) return false;
    if (!(await this.update({ id, state }, version, { unitId: successorId }))) return false;
    await insertRows(writer, AssessmentSheetEntity, [{ ...released, unitId, version: released.version + 1 }]);
    return true;
  }
}
