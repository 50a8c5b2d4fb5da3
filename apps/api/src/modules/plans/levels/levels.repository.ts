import { Injectable } from '@nestjs/common';
import type { HandedItem, Light, Plan } from '@kepu/contracts';
import type { Actor } from '../../../platform/auth/actor.js';
import { allOf, Database, memberOf, readRows } from '../../../platform/database/index.js';
import type { CountedRow } from '../measure.mapper.js';
import { countedColumns } from '../measure.mapper.js';
import { visiblePlans } from '../plan.policy.js';
import { divisionsWithin } from './handed-items.repository.js';

/** A division right below another one. */
export interface DivisionRow { readonly id: string; readonly name: string }
/** The plan of a division, with how many items it has and how many of them serve the plan above. */
export interface PlanBelowRow { readonly id: string; readonly divisionId: string; readonly edition: number; readonly title: string; readonly docNumber: string | null; readonly state: Plan['state']; readonly issuedAt: string | null; readonly items: number | string; readonly linked: number | string; readonly reportedAt: string | null }
/** An item below another one. */
export interface ItemBelowRow {
  readonly id: string; readonly planId: string; readonly planState: Plan['state']; readonly divisionId: string; readonly divisionName: string; readonly text: string; readonly standing: HandedItem['item']['standing']; readonly signed: number | string; readonly assignments: number | string; readonly reportedAt: string | null;
}

/** What stands below a plan, added up by division: as many statements for many divisions as for one. */
@Injectable()
export class LevelsRepository {
  constructor(private readonly database: Database) {}

  /** Divisions right below one, in reach, in the order of their codes. One that has none below it, such as a city of communities, has none. */
  divisionsBelow(actor: Actor, divisionId: string, today: string): Promise<DivisionRow[]> {
    const scope = divisionsWithin(actor, 'd.id');
    return readRows<DivisionRow>(
      this.database.reader, `SELECT d.id AS id, d.name AS name FROM divisions d WHERE d.parent_id = :divisionId AND (d.opened_on IS NULL OR d.opened_on <= :today) AND (d.closed_on IS NULL OR d.closed_on > :today) AND (${scope.sql}) ORDER BY d.id`, { divisionId, today, ...scope.params });
  }
  async divisionName(id: string): Promise<string> { return (await readRows<DivisionRow>(this.database.reader, 'SELECT d.id AS id, d.name AS name FROM divisions d WHERE d.id = :id', { id }))[0]?.name ?? ''; }

  /** Plans of a year of some divisions that are out, the newest edition first. */
  plansBelow(actor: Actor, planId: string, year: number, divisionIds: readonly string[]): Promise<PlanBelowRow[]> {
    const scope = allOf([memberOf('p.division_id', divisionIds, 'divisionIds'), visiblePlans(actor), { sql: "p.state <> 'draft' AND p.year = :year", params: { year } }]);
    return readRows<PlanBelowRow>(
      this.database.reader, `SELECT p.id AS id, p.division_id AS divisionId, p.edition AS edition, p.title AS title, p.doc_number AS docNumber, p.state AS state, p.issued_at AS issuedAt,
        (SELECT COUNT(*) FROM items i WHERE i.plan_id = p.id AND i.standing <> 'withdrawn') AS items,
        (SELECT COUNT(*) FROM items i WHERE i.plan_id = p.id AND i.standing <> 'withdrawn' AND EXISTS (SELECT 1 FROM item_parents ip JOIN items t ON t.id = ip.parent_id WHERE ip.item_id = i.id AND t.plan_id = :planId)) AS linked,
        (SELECT MAX(r.submitted_at) FROM unit_reports r JOIN report_periods q ON q.id = r.period_id WHERE q.plan_id = p.id AND r.state IN ('submitted', 'accepted', 'locked')) AS reportedAt
        FROM plans p WHERE ${scope.sql} ORDER BY p.division_id, p.edition DESC`, { planId, ...scope.params });
  }

  /** By division, what was handed down of a plan, and what of it nothing serves yet. */
  handed(planId: string, divisionIds: readonly string[]): Promise<{ divisionId: string; total: number | string; signed: number | string; open: number | string }[]> {
    const those = memberOf('h.division_id', divisionIds, 'divisionIds');
    return readRows(
      this.database.reader, `SELECT h.division_id AS divisionId, COUNT(*) AS total, SUM(CASE WHEN h.state = 'signed' THEN 1 ELSE 0 END) AS signed, SUM(CASE WHEN EXISTS (SELECT 1 FROM item_parents ip JOIN items i ON i.id = ip.item_id JOIN plans p ON p.id = i.plan_id
        WHERE ip.parent_id = h.item_id AND (p.division_id = h.division_id OR p.office_id = h.division_id) AND p.state <> 'draft' AND i.standing <> 'withdrawn') THEN 0 ELSE 1 END) AS \`open\`
        FROM handed_items h JOIN items t ON t.id = h.item_id WHERE h.plan_id = :planId AND h.state <> 'withdrawn' AND t.standing <> 'withdrawn' AND ${those.sql} GROUP BY h.division_id`, { planId, ...those.params });
  }

  /** Lights of the last morning by plan: what is told of many plans at once is what was kept. */
  lights(planIds: readonly string[]): Promise<{ planId: string; light: Light; count: number | string }[]> {
    const those = memberOf('a.plan_id', planIds, 'planIds');
    return readRows(
      this.database.reader, `SELECT a.plan_id AS planId, l.light AS light, COUNT(*) AS count FROM light_changes l JOIN assignments a ON a.id = l.assignment_id
        WHERE ${those.sql} AND a.state <> 'withdrawn' AND l.day = (SELECT MAX(x.day) FROM light_changes x WHERE x.assignment_id = l.assignment_id) GROUP BY a.plan_id, l.light`, those.params);
  }

  /** Measures of items in force of some plans. */
  measures(planIds: readonly string[]): Promise<(CountedRow & { readonly planId: string })[]> {
    const those = memberOf('m.plan_id', planIds, 'planIds');
    return readRows(this.database.reader, `SELECT ${countedColumns}, m.plan_id AS planId FROM measures m JOIN items i ON i.id = m.item_id WHERE i.standing <> 'withdrawn' AND ${those.sql}`, those.params);
  }

  /** Items right below one, of divisions in reach, by division and in the order of their papers. */
  itemsBelow(actor: Actor, itemId: string): Promise<ItemBelowRow[]> {
    const scope = allOf([{ sql: 'ip.parent_id = :itemId', params: { itemId } }, visiblePlans(actor), divisionsWithin(actor, 'p.division_id')]);
    return readRows<ItemBelowRow>(
      this.database.reader, `SELECT i.id AS id, p.id AS planId, p.state AS planState, d.id AS divisionId, d.name AS divisionName, i.text AS text, i.standing AS standing,
        (SELECT COUNT(*) FROM assignments a WHERE a.item_id = i.id AND a.state = 'signed') AS signed, (SELECT COUNT(*) FROM assignments a WHERE a.item_id = i.id AND a.state <> 'withdrawn') AS assignments,
        (SELECT MAX(r.submitted_at) FROM report_entries e JOIN unit_reports r ON r.id = e.report_id WHERE e.item_id = i.id AND e.reported IS NOT NULL AND r.state IN ('submitted', 'accepted', 'locked')) AS reportedAt
        FROM item_parents ip JOIN items i ON i.id = ip.item_id JOIN plans p ON p.id = i.plan_id JOIN divisions d ON d.id = p.division_id WHERE ${scope.sql} ORDER BY d.id, i.seq, i.id`, scope.params);
  }
  /** To which divisions in reach an item was handed. */
  handedTo(actor: Actor, itemId: string): Promise<{ divisionId: string; divisionName: string; state: HandedItem['state'] }[]> {
    const scope = divisionsWithin(actor, 'h.division_id');
    return readRows(this.database.reader, `SELECT d.id AS divisionId, d.name AS divisionName, h.state AS state FROM handed_items h JOIN divisions d ON d.id = h.division_id WHERE h.item_id = :itemId AND (${scope.sql}) ORDER BY d.id`, { itemId, ...scope.params });
  }
}
