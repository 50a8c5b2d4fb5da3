import { Injectable } from '@nestjs/common';
import type { Item, Permission, ReportNumbers } from '@kepu/contracts';
import { In } from 'typeorm';
import { reachOf, unitsWithin, type Actor } from '../../platform/auth/actor.js';
import { changeRows, Database, insertRows, newId, readRows } from '../../platform/database/index.js';
import { ReportCorrectionEntity, ReportEntryEntity, UnitReportEntity } from './report.entity.js';

/** A report with where its unit stands. */
export interface PlacedReport { readonly row: UnitReportEntity; readonly unitName: string; readonly unitPath: string }
/** An item as a report shows it. */
export interface ReportItemRow {
  readonly itemId: string; readonly seq: number; readonly number: string | null; readonly programme: string; readonly text: string; readonly dueText: string | null; readonly dueOn: string | null; readonly roles: string | null;
}
/** What was said of an item before. */
export interface SaidRow { readonly itemId: string; readonly period: string; readonly toDay: string; readonly progress: string | null; readonly problems: string | null; readonly nextStep: string | null; readonly nothingNew: number }
/** An item of a unit in the sheet of a period. */
export interface SheetRow { readonly unitId: string; readonly itemId: string; readonly seq: number; readonly programme: string; readonly text: string; readonly progress: string | null; readonly problems: string | null; readonly nextStep: string | null; readonly nothingNew: number | null; readonly reported: string | null }

const HANDED_IN = "('submitted', 'accepted', 'locked', 'asking')";

/** Rows of `unit_reports`, `report_entries` and `report_corrections`, within the reach of the permission that they are read under. */
@Injectable()
export class UnitReportsRepository {
  constructor(private readonly database: Database) {}

  async findFor(actor: Actor, id: string, permission: Permission): Promise<PlacedReport | null> {
    const scope = unitsWithin(reachOf(actor, permission), 'u');
    const [place] = await readRows<{ unitName: string; unitPath: string }>(
      this.database.reader, `SELECT u.name AS unitName, u.path AS unitPath FROM unit_reports r JOIN units u ON u.id = r.unit_id WHERE r.id = :id AND (${scope.sql})`, { id, ...scope.params });
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
  async removeEntries(reportId: string, itemIds: readonly string[]): Promise<void> { if (itemIds.length > 0) await this.database.writer.delete(ReportEntryEntity, { reportId, itemId: In([...itemIds]) }); }

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
      this.database.reader, `SELECT e.item_id AS itemId, q.name AS period, q.to_day AS toDay, e.progress AS progress, e.problems AS problems, e.next_step AS nextStep, e.nothing_new AS nothingNew
        FROM report_entries e JOIN unit_reports r ON r.id = e.report_id JOIN report_periods q ON q.id = r.period_id
        WHERE q.plan_id = :planId AND q.kind <> 'scheme' AND q.to_day < :before AND r.unit_id = :unitId AND r.first_submitted_at IS NOT NULL AND e.progress IS NOT NULL ORDER BY q.to_day DESC, q.from_day DESC, e.id`, { planId, unitId, before });
  }

  /** One row for each item of each unit in reach: in force, or reported. The words of what is not handed in are the unit's own. */
  sheetRows(actor: Actor, planId: string, periodId: string): Promise<SheetRow[]> {
    const scope = unitsWithin(reachOf(actor, 'report:read'), 'u');
    const words = 'e.progress AS progress, e.problems AS problems, e.next_step AS nextStep, e.nothing_new AS nothingNew, e.reported AS reported';
    return readRows<SheetRow>(
      this.database.reader, `SELECT r.unit_id AS unitId, i.id AS itemId, i.seq AS seq, i.programme_printed AS programme, i.text AS text, ${words}
          FROM unit_reports r JOIN units u ON u.id = r.unit_id JOIN report_entries e ON e.report_id = r.id JOIN items i ON i.id = e.item_id WHERE r.period_id = :periodId AND r.state IN ${HANDED_IN} AND r.first_submitted_at IS NOT NULL AND e.reported IS NOT NULL AND (${scope.sql})
        UNION ALL SELECT DISTINCT a.unit_id AS unitId, i.id AS itemId, i.seq AS seq, i.programme_printed AS programme, i.text AS text, NULL AS progress, NULL AS problems, NULL AS nextStep, NULL AS nothingNew, NULL AS reported
          FROM assignments a JOIN units u ON u.id = a.unit_id JOIN items i ON i.id = a.item_id WHERE a.plan_id = :planId AND a.state <> 'withdrawn' AND (${scope.sql})
          AND NOT EXISTS (SELECT 1 FROM unit_reports h WHERE h.period_id = :periodId AND h.unit_id = a.unit_id AND h.state IN ${HANDED_IN} AND h.first_submitted_at IS NOT NULL)`, { planId, periodId, ...scope.params });
  }

  correctionsOf(reportId: string): Promise<ReportCorrectionEntity[]> { return this.database.reader.find(ReportCorrectionEntity, { where: { reportId }, order: { askedAt: 'DESC', id: 'DESC' } }); }
  insertCorrection(row: ReportCorrectionEntity): Promise<void> { return insertRows(this.database.writer, ReportCorrectionEntity, [row]); }
  async updateCorrection(id: string, changes: Partial<ReportCorrectionEntity>): Promise<void> { await this.database.writer.createQueryBuilder().update(ReportCorrectionEntity).set(changes).where({ id }).execute(); }

  /** Who approves for a unit, or for one above it. */
  approversOf(unitPath: string, today: string): Promise<{ accountId: string; name: string }[]> {
    return readRows(
      this.database.reader, `SELECT DISTINCT c.id AS accountId, c.name AS name, c.name_key AS nameKey FROM account_grants g JOIN accounts c ON c.id = g.account_id AND c.state = 'active' JOIN units s ON s.id = g.scope_id
        WHERE g.role = 'approver' AND g.scope_kind = 'unit' AND g.ended_at IS NULL AND g.from_day <= :today AND (g.to_day IS NULL OR g.to_day >= :today) AND SUBSTR(:unitPath, 1, LENGTH(s.path)) = s.path ORDER BY c.name_key, c.id`, { unitPath, today });
  }

  /**
   * What a unit that was merged was writing goes on with its successor. A report that was handed in stays with the unit that said it; where both were
   * writing, what the successor has not said yet is taken over.
   */
  async moveUnit(fromId: string, toId: string): Promise<{ id: string; into: string }[]> {
    const moved: { id: string; into: string }[] = [];
    for (const row of await this.database.reader.findBy(UnitReportEntity, { unitId: fromId, state: In(['draft', 'returned', 'checking']) })) {
      const twin = await this.ofUnit(row.periodId, toId);
      if (!twin) await changeRows(this.database.writer, 'UPDATE unit_reports SET unit_id = :toId, version = version + 1 WHERE id = :id', { toId, id: row.id });
      else if (twin.state === 'draft' || twin.state === 'returned') {
        const known = new Set((await this.entriesOf(twin.id)).map((entry) => entry.itemId));
        await this.writeEntries(twin.id, (await this.entriesOf(row.id)).filter((entry) => !known.has(entry.itemId)).map(({ itemId, progress, problems, nextStep, nothingNew }) => ({ itemId, progress, problems, nextStep, nothingNew, reported: null })));
        await changeRows(this.database.writer, 'UPDATE unit_reports SET version = version + 1 WHERE id = :id', { id: twin.id });
        // What was once handed in and given back is kept as it is; a mere draft is not needed any more.
        if (row.firstSubmittedAt === null && (await this.correctionsOf(row.id)).length === 0) {
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

/** Numbers as a raw row holds them. */
export const numbersIn = (row: { readonly reported: string | null }): ReportNumbers | null => (row.reported === null ? null : (JSON.parse(row.reported) as ReportNumbers));
/** The day of an item as the paper prints it. */
export const dueOf = (row: Pick<ReportItemRow, 'dueText' | 'dueOn'>): Item['due'] => (row.dueText === null ? null : { text: row.dueText, date: row.dueOn });
