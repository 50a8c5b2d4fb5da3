import { Injectable } from '@nestjs/common';
import type { Item, Permission, ReportWords } from '@kepu/contracts';
import { In } from 'typeorm';
import { reachOf, unitsWithin, type Actor } from '../../platform/auth/actor.js';
import { changeRows, Database, insertRows, memberOf, newId, readRows } from '../../platform/database/index.js';
import { ReportCorrectionEntity, ReportEntryEntity, ReportPeriodEntity, UnitReportEntity, type ReportedLine } from './report.entity.js';

/** A report with where its unit stands. */
export interface PlacedReport { readonly row: UnitReportEntity; readonly unitName: string; readonly unitPath: string; readonly unitDivision: string; readonly successor: string | null }
/** An item as a report shows it. */
export interface ReportItemRow {
  readonly itemId: string; readonly seq: number; readonly number: string | null; readonly programme: string; readonly text: string; readonly dueText: string | null; readonly dueOn: string | null; readonly roles: string | null;
}
/** What was said of an item before. */
export interface SaidRow { readonly itemId: string; readonly period: string; readonly reported: string }
/** An item of a unit in the sheet of a period. */
export interface SheetRow { readonly unitId: string; readonly itemId: string; readonly seq: number; readonly programme: string; readonly text: string; readonly reported: string | null }

/** Somebody who approves for a unit. */
export interface Approver { readonly accountId: string; readonly name: string }
/** The paths of a unit and of those above it: `/a/b/` is below `/a/`. */
const above = (path: string): string[] => path.split('/').slice(1, -1).map((_, index, parts) => `/${parts.slice(0, index + 1).join('/')}/`);
/** Nothing said. */
export const noWords: ReportWords = { progress: null, problems: null, nextStep: null, nothingNew: false };
/** What a lock finds where nothing was handed in. */
const notHandedIn: ReportedLine = { numbers: null, words: noWords };

/** Rows of `unit_reports`, `report_entries` and `report_corrections`, within the reach of the permission that they are read under. */
@Injectable()
export class UnitReportsRepository {
  constructor(private readonly database: Database) {}

  async findFor(actor: Actor, id: string, permission: Permission): Promise<PlacedReport | null> {
    const scope = unitsWithin(reachOf(actor, permission), 'u');
    const [place] = await readRows<Omit<PlacedReport, 'row'>>(
      this.database.reader, `SELECT u.name AS unitName, u.path AS unitPath, u.division_id AS unitDivision, s.name AS successor FROM unit_reports r JOIN units u ON u.id = r.unit_id LEFT JOIN units s ON s.id = u.successor_id WHERE r.id = :id AND (${scope.sql})`, { id, ...scope.params });
    const row = place && (await this.database.reader.findOneBy(UnitReportEntity, { id }));
    return place && row ? { row, ...place } : null;
  }
  ofUnit(periodId: string, unitId: string): Promise<UnitReportEntity | null> { return this.database.reader.findOneBy(UnitReportEntity, { periodId, unitId }); }
  ofPeriod(periodId: string): Promise<UnitReportEntity[]> { return this.database.reader.find(UnitReportEntity, { where: { periodId }, order: { id: 'ASC' } }); }
  /** A unit in reach, or null. */
  async unitFor(actor: Actor, unitId: string, permission: Permission): Promise<{ name: string; path: string } | null> {
    const scope = unitsWithin(reachOf(actor, permission), 'u');
    return (await readRows<{ name: string; path: string }>(this.database.reader, `SELECT u.name AS name, u.path AS path FROM units u WHERE u.id = :unitId AND (${scope.sql})`, { unitId, ...scope.params }))[0] ?? null;
  }

  insert(rows: readonly UnitReportEntity[]): Promise<void> { return insertRows(this.database.writer, UnitReportEntity, rows); }
  /** A change against the version and state that were read: of two at once, one wins. */
  async update(row: UnitReportEntity, version: number, changes: Partial<UnitReportEntity>): Promise<boolean> {
    return (await this.database.writer.createQueryBuilder().update(UnitReportEntity).set({ ...changes, version: version + 1 }).where({ id: row.id, version, state: row.state }).execute()).affected === 1;
  }

  entriesOf(reportId: string): Promise<ReportEntryEntity[]> { return this.database.reader.findBy(ReportEntryEntity, { reportId }); }
  /** Writes the words of some items anew. */
  async writeEntries(reportId: string, entries: readonly Omit<ReportEntryEntity, 'id' | 'reportId'>[]): Promise<void> {
    if (entries.length === 0) return;
    await this.database.writer.delete(ReportEntryEntity, { reportId, itemId: In(entries.map((entry) => entry.itemId)) });
    await insertRows(this.database.writer, ReportEntryEntity, entries.map((entry) => ({ id: newId(), reportId, ...entry })));
  }
  /** At the lock: what is still with its unit is about the items that it has at that moment, whatever becomes of the plan. What was not handed in stands without words. */
  async freezeLines({ id, planId }: Pick<ReportPeriodEntity, 'id' | 'planId'>): Promise<void> {
    const lines = await readRows<{ reportId: string; itemId: string; entryId: string | null }>(
      this.database.reader, `SELECT DISTINCT r.id AS reportId, a.item_id AS itemId, e.id AS entryId FROM unit_reports r JOIN assignments a ON a.plan_id = :planId AND a.unit_id = r.unit_id AND a.state <> 'withdrawn'
        LEFT JOIN report_entries e ON e.report_id = r.id AND e.item_id = a.item_id WHERE r.period_id = :id AND r.state NOT IN ('submitted', 'accepted') AND e.reported IS NULL`, { id, planId });
    const written = lines.flatMap(({ entryId }) => entryId ?? []);
    if (written.length > 0) await this.database.writer.createQueryBuilder().update(ReportEntryEntity).set({ reported: notHandedIn }).where({ id: In(written) }).execute();
    await insertRows(this.database.writer, ReportEntryEntity, lines.filter(({ entryId }) => entryId === null).map(({ reportId, itemId }) => ({ id: newId(), reportId, itemId, ...noWords, reported: notHandedIn })));
  }
  /** Nothing of it is on record: it was taken back before anybody decided. */
  async unreport(reportId: string): Promise<void> { await this.database.writer.createQueryBuilder().update(ReportEntryEntity).set({ reported: null }).where({ reportId }).execute(); }

  /** What a unit has to do of a plan: its items in force, in the order of the paper. */
  async itemsInForce(planId: string, unitId: string): Promise<ReportItemRow[]> {
    return readRows<ReportItemRow>(this.database.reader, `${itemColumns}, GROUP_CONCAT(a.role) AS roles FROM assignments a JOIN items i ON i.id = a.item_id WHERE a.plan_id = :planId AND a.unit_id = :unitId AND a.state <> 'withdrawn' GROUP BY ${itemGroup} ORDER BY i.seq`, { planId, unitId });
  }
  async itemsByIds(ids: readonly string[]): Promise<ReportItemRow[]> {
    return ids.length === 0 ? [] : readRows<ReportItemRow>(this.database.reader, `${itemColumns}, NULL AS roles FROM items i WHERE i.id IN (:...ids) ORDER BY i.seq`, { ids });
  }
  /** What the unit said of its items in earlier periods of the plan, the newest first. */
  saidBefore(planId: string, unitId: string, before: string): Promise<SaidRow[]> {
    return readRows<SaidRow>(
      this.database.reader, `SELECT e.item_id AS itemId, q.name AS period, e.reported AS reported
        FROM report_entries e JOIN unit_reports r ON r.id = e.report_id JOIN report_periods q ON q.id = r.period_id
        WHERE q.plan_id = :planId AND q.kind <> 'scheme' AND q.to_day < :before AND r.unit_id = :unitId AND e.reported IS NOT NULL ORDER BY q.to_day DESC, q.from_day DESC, e.id`, { planId, unitId, before });
  }

  /** One row for each item of each unit in reach: what is on record, and, while the unit has the report, what is in force without. The words of what is not handed in are the unit's own. */
  sheetRows(actor: Actor, planId: string, periodId: string): Promise<SheetRow[]> {
    const scope = unitsWithin(reachOf(actor, 'report:read'), 'u');
    return readRows<SheetRow>(
      this.database.reader, `SELECT r.unit_id AS unitId, i.id AS itemId, i.seq AS seq, i.programme_printed AS programme, i.text AS text, e.reported AS reported
          FROM unit_reports r JOIN units u ON u.id = r.unit_id JOIN report_entries e ON e.report_id = r.id JOIN items i ON i.id = e.item_id WHERE r.period_id = :periodId AND e.reported IS NOT NULL AND (${scope.sql})
        UNION ALL SELECT DISTINCT a.unit_id AS unitId, i.id AS itemId, i.seq AS seq, i.programme_printed AS programme, i.text AS text, NULL AS reported
          FROM assignments a JOIN units u ON u.id = a.unit_id JOIN items i ON i.id = a.item_id WHERE a.plan_id = :planId AND a.state <> 'withdrawn' AND (${scope.sql})
          AND NOT EXISTS (SELECT 1 FROM unit_reports h JOIN report_periods q ON q.id = h.period_id WHERE h.period_id = :periodId AND h.unit_id = a.unit_id AND (q.state = 'locked' OR h.state IN ('submitted', 'accepted')))
          AND NOT EXISTS (SELECT 1 FROM unit_reports h JOIN report_entries e ON e.report_id = h.id WHERE h.period_id = :periodId AND h.unit_id = a.unit_id AND e.item_id = i.id AND e.reported IS NOT NULL)`, { planId, periodId, ...scope.params });
  }

  correctionsOf(reportId: string): Promise<ReportCorrectionEntity[]> { return this.database.reader.find(ReportCorrectionEntity, { where: { reportId }, order: { askedAt: 'DESC', id: 'DESC' } }); }
  insertCorrection(row: ReportCorrectionEntity): Promise<void> { return insertRows(this.database.writer, ReportCorrectionEntity, [row]); }
  async updateCorrection(id: string, changes: Partial<ReportCorrectionEntity>): Promise<void> { await this.database.writer.createQueryBuilder().update(ReportCorrectionEntity).set(changes).where({ id }).execute(); }

  /** By unit, the accounts of its liaisons; where it has none, of those of the nearest unit above it. */
  async liaisonsFor(units: readonly { readonly id: string; readonly path: string }[], today: string): Promise<ReadonlyMap<string, readonly string[]>> {
    const paths = memberOf('s.path', [...new Set(units.flatMap(({ path }) => above(path)))], 'paths');
    const rows = await readRows<{ path: string; accountId: string }>(
      this.database.reader, `SELECT DISTINCT s.path AS path, c.id AS accountId FROM account_grants g JOIN accounts c ON c.id = g.account_id AND c.state = 'active' JOIN units s ON s.id = g.scope_id
        WHERE g.role = 'liaison' AND g.scope_kind = 'unit' AND g.ended_at IS NULL AND g.from_day <= :today AND (g.to_day IS NULL OR g.to_day >= :today) AND ${paths.sql}`, { today, ...paths.params });
    return new Map(units.map(({ id, path }) => {
      const nearest = above(path).reverse().find((one) => rows.some((row) => row.path === one));
      return [id, rows.filter((row) => row.path === nearest).map(({ accountId }) => accountId)];
    }));
  }
  /** Who approves for a unit, or for one above it. */
  async approversOf(unitPath: string, today: string): Promise<readonly Approver[]> { return (await this.approversFor([unitPath], today)).get(unitPath) ?? []; }
  /** The same by path, in one statement, however many units. */
  async approversFor(unitPaths: readonly string[], today: string): Promise<ReadonlyMap<string, readonly Approver[]>> {
    if (unitPaths.length === 0) return new Map();
    const paths = memberOf('s.path', [...new Set(unitPaths.flatMap(above))], 'paths');
    const rows = await readRows<Approver & { path: string }>(
      this.database.reader, `SELECT DISTINCT s.path AS path, c.id AS accountId, c.name AS name, c.name_key AS nameKey FROM account_grants g JOIN accounts c ON c.id = g.account_id AND c.state = 'active' JOIN units s ON s.id = g.scope_id
        WHERE g.role = 'approver' AND g.scope_kind = 'unit' AND g.ended_at IS NULL AND g.from_day <= :today AND (g.to_day IS NULL OR g.to_day >= :today) AND ${paths.sql} ORDER BY c.name_key, c.id`, { today, ...paths.params });
    return new Map(unitPaths.map((path) => [path, [...new Map(rows.filter((row) => path.startsWith(row.path)).map(({ accountId, name }) => [accountId, { accountId, name }])).values()]]));
  }

  /**
   * What a unit that was merged was writing goes on with its successor: the report itself, or its words into the successor's, as far as that says nothing
   * of the item; what waits there for the approver goes back to be written. A report that was handed in stays with the unit that said it, and so does a locked one.
   */
  async moveUnit(fromId: string, toId: string): Promise<{ id: string; into: string }[]> {
    const moved: { id: string; into: string }[] = [];
    const rows = await this.database.reader.createQueryBuilder(UnitReportEntity, 'r').innerJoin('report_periods', 'q', "q.id = r.period_id AND q.state = 'open'").where({ unitId: fromId, state: In(['draft', 'returned', 'checking']) }).getMany();
    for (const row of rows) {
      const twin = await this.ofUnit(row.periodId, toId);
      if (!twin) await changeRows(this.database.writer, 'UPDATE unit_reports SET unit_id = :toId, version = version + 1 WHERE id = :id', { toId, id: row.id });
      else {
        const own = new Map((await this.entriesOf(twin.id)).map((entry) => [entry.itemId, entry]));
        const isOpen = (itemId: string): boolean => { const entry = own.get(itemId); return !entry || (entry.progress === null && !entry.nothingNew); };
        await this.writeEntries(twin.id, (await this.entriesOf(row.id)).filter(({ itemId }) => isOpen(itemId)).map(({ itemId, progress, problems, nextStep, nothingNew }) => ({ itemId, progress, problems, nextStep, nothingNew, reported: own.get(itemId)?.reported ?? null })));
        await changeRows(this.database.writer, 'UPDATE unit_reports SET state = :state, version = version + 1 WHERE id = :id', { id: twin.id, state: twin.state === 'checking' ? 'draft' : twin.state });
        // What was once handed in stands as it was handed in; a mere draft is not needed any more.
        if (row.firstSubmittedAt !== null) await changeRows(this.database.writer, "UPDATE unit_reports SET state = 'submitted', resubmit_by = NULL, version = version + 1 WHERE id = :id", { id: row.id });
        else {
          await this.database.writer.delete(ReportEntryEntity, { reportId: row.id });
          await this.database.writer.delete(UnitReportEntity, { id: row.id });
        }
      }
      moved.push({ id: row.id, into: twin?.id ?? row.id });
    }
    return moved;
  }
}

const itemColumns = 'SELECT i.id AS itemId, i.seq AS seq, i.number AS number, i.programme_printed AS programme, i.text AS text, i.due_text AS dueText, i.due_on AS dueOn';
const itemGroup = 'i.id, i.seq, i.number, i.programme_printed, i.text, i.due_text, i.due_on';

/** What is on record, as a raw row holds it. */
export const reportedIn = (row: { readonly reported: string | null }): ReportedLine | null => (row.reported === null ? null : (JSON.parse(row.reported) as ReportedLine));
/** The day of an item as the paper prints it. */
export const dueOf = (row: Pick<ReportItemRow, 'dueText' | 'dueOn'>): Item['due'] => (row.dueText === null ? null : { text: row.dueText, date: row.dueOn });
