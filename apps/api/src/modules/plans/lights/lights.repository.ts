import { Injectable } from '@nestjs/common';
import type { Item, lightQuery } from '@kepu/contracts';
import type { z } from 'zod';
import { reachOf, unitsWithin, type Actor } from '../../../platform/auth/actor.js';
import { allOf, changeRows, Database, insertRows, memberOf, readRows, type Predicate } from '../../../platform/database/index.js';
import { likePattern, searchTerm } from '../../../platform/pinyin/pinyin.js';
import type { AssignmentEntity } from '../assignment.entity.js';
import { visiblePlans } from '../plan.policy.js';
import { LightChangeEntity, LightOverrideEntity, LightRulesEntity } from './light.entity.js';

/** An assignment in force, with what its light and its line in a list are told by. */
export interface LitRow {
  readonly id: string; readonly state: AssignmentEntity['state']; readonly extendedTo: string | null; readonly doneAt: string | null; readonly role: AssignmentEntity['role']; readonly unitId: string; readonly unitName: string; readonly unitPath: string; readonly unitOrder: number | null;
  readonly itemId: string; readonly seq: number; readonly number: string | null; readonly programmeId: string; readonly programme: string; readonly programmeOrder: number; readonly text: string; readonly dueText: string | null; readonly dueOn: string | null;
  /** The day printed on the edition that brought the item; null for the paper as first issued. */
  readonly addedOn: string | null;
}
/** A light by hand that holds, with who set it. */
export interface OverrideRow { readonly id: string; readonly assignmentId: string; readonly light: LightOverrideEntity['light']; readonly reason: string; readonly expiresOn: string; readonly createdAt: string; readonly by: string }
type Filters = Partial<Pick<z.output<typeof lightQuery>, 'q' | 'ids' | 'unitId' | 'programmeId' | 'assignmentId'>>;

const equal = (column: string, name: string, value: string | undefined): Predicate[] => (value === undefined ? [] : [{ sql: `${column} = :${name}`, params: { [name]: value } }]);

/** Assignments whose lights the actor may know: the office, and the unit itself. */
const litAssignments = (actor: Actor): Predicate => allOf([visiblePlans(actor), unitsWithin(reachOf(actor, 'light:read'), 'u')]);

/** What lights are told by, and what is kept of them. As many statements for many assignments as for one. */
@Injectable()
export class LightsRepository {
  constructor(private readonly database: Database) {}

  /** Assignments in force of a plan that was issued, in the order of the paper. */
  rowsFor(actor: Actor, planId: string, { q, ids, unitId, programmeId, assignmentId }: Filters = {}): Promise<LitRow[]> {
    const term = q === undefined ? null : searchTerm(q);
    const scope = allOf([
      litAssignments(actor), { sql: "a.plan_id = :planId AND a.state <> 'withdrawn' AND p.state <> 'draft'", params: { planId } }, ...equal('a.unit_id', 'unitId', unitId), ...equal('i.programme_id', 'programmeId', programmeId),
      ...equal('a.id', 'assignmentId', assignmentId), ...(ids ? [memberOf('a.id', ids, 'ids')] : []), ...(term ? [{ sql: "i.search_key LIKE :term ESCAPE '!'", params: { term: likePattern(term) } }] : []),
    ]);
    return readRows<LitRow>(
      this.database.reader, `SELECT a.id AS id, a.state AS state, a.extended_to AS extendedTo, a.done_at AS doneAt, a.role AS role, a.unit_id AS unitId, u.name AS unitName, u.path AS unitPath, pu.sort_no AS unitOrder, i.id AS itemId, i.seq AS seq, i.number AS number, i.programme_id AS programmeId,
        pp.name AS programme, pp.sort_no AS programmeOrder, i.text AS text, i.due_text AS dueText, i.due_on AS dueOn,
        (SELECT MIN(COALESCE(r.issued_on, SUBSTR(r.issued_at, 1, 10))) FROM item_revisions ir JOIN plan_revisions r ON r.id = ir.revision_id AND r.state = 'issued' WHERE ir.item_id = i.id AND ir.kind = 'added') AS addedOn
        FROM assignments a JOIN items i ON i.id = a.item_id JOIN plans p ON p.id = a.plan_id JOIN units u ON u.id = a.unit_id JOIN plan_programmes pp ON pp.plan_id = i.plan_id AND pp.programme_id = i.programme_id
        LEFT JOIN plan_units pu ON pu.plan_id = a.plan_id AND pu.unit_id = a.unit_id WHERE ${scope.sql} ORDER BY i.seq, COALESCE(pu.sort_no, 1000000), a.id`, scope.params);
  }

  /** The plan of an assignment whose light the actor may know. */
  async planOf(actor: Actor, assignmentId: string): Promise<{ planId: string; unitName: string } | null> {
    const scope = allOf([litAssignments(actor), { sql: "a.id = :assignmentId AND a.state <> 'withdrawn' AND p.state <> 'draft'", params: { assignmentId } }]);
    const [row] = await readRows<{ planId: string; unitName: string }>(this.database.reader, `SELECT a.plan_id AS planId, u.name AS unitName FROM assignments a JOIN plans p ON p.id = a.plan_id JOIN units u ON u.id = a.unit_id WHERE ${scope.sql}`, scope.params);
    return row ?? null;
  }

  rulesOf(planId: string): Promise<LightRulesEntity | null> { return this.database.reader.findOneBy(LightRulesEntity, { planId }); }
  insertRules(row: LightRulesEntity): Promise<void> { return insertRows(this.database.writer, LightRulesEntity, [row]); }
  async updateRules(planId: string, version: number, changes: Partial<LightRulesEntity>): Promise<boolean> {
    return (await this.database.writer.update(LightRulesEntity, { planId, version }, { ...changes, version: version + 1 })).affected === 1;
  }

  /** Lights by hand that hold on a day, the newest of each assignment last. The caller has proved the right to the assignments. */
  overridesOf(planId: string, today: string): Promise<OverrideRow[]> {
    return readRows<OverrideRow>(
      this.database.reader, `SELECT o.id AS id, o.assignment_id AS assignmentId, o.light AS light, o.reason AS reason, o.expires_on AS expiresOn, o.created_at AS createdAt, c.name AS \`by\` FROM light_overrides o
        JOIN assignments a ON a.id = o.assignment_id JOIN accounts c ON c.id = o.created_by WHERE a.plan_id = :planId AND o.ended_at IS NULL AND o.expires_on >= :today ORDER BY o.created_at, o.id`, { planId, today });
  }
  insertOverrides(rows: readonly LightOverrideEntity[]): Promise<void> { return insertRows(this.database.writer, LightOverrideEntity, rows); }
  /** Ends what was set by hand. How many there were. */
  async endOverrides(assignmentIds: readonly string[], by: string, now: Date): Promise<number> {
    const those = memberOf('assignment_id', assignmentIds, 'assignmentIds');
    return (await this.database.writer.createQueryBuilder().update(LightOverrideEntity).set({ endedAt: now, endedBy: by }).where(`${those.sql} AND ended_at IS NULL`, those.params).execute()).affected ?? 0;
  }

  /** The newest night of each assignment of a plan. */
  latestOf(planId: string): Promise<{ assignmentId: string; day: string; light: LightChangeEntity['light'] }[]> {
    return readRows(
      this.database.reader, `SELECT l.assignment_id AS assignmentId, l.day AS day, l.light AS light FROM light_changes l JOIN assignments a ON a.id = l.assignment_id
        WHERE a.plan_id = :planId AND l.day = (SELECT MAX(x.day) FROM light_changes x WHERE x.assignment_id = l.assignment_id)`, { planId });
  }
  changesOf(assignmentId: string): Promise<LightChangeEntity[]> { return this.database.reader.find(LightChangeEntity, { where: { assignmentId }, order: { day: 'DESC' } }); }
  /** One change of an assignment a day: of two that look on the same day, the first is kept. */
  async insertChanges(rows: readonly LightChangeEntity[]): Promise<void> {
    if (rows.length > 0) await this.database.writer.createQueryBuilder().insert().into(LightChangeEntity).values([...rows]).orIgnore().updateEntity(false).execute();
  }
  /** One assignment takes the place of another: what was set, seen and chased for the one is of the other, but for days that both have. */
  async moveTo(goneId: string, keptId: string): Promise<void> {
    const both = { goneId, keptId };
    for (const table of ['light_changes', 'chase_items'] as const) {
      await changeRows(this.database.writer, `DELETE FROM ${table} WHERE assignment_id = :goneId AND day IN (SELECT t.day FROM (SELECT x.day AS day FROM ${table} x WHERE x.assignment_id = :keptId) t)`, both);
      await changeRows(this.database.writer, `UPDATE ${table} SET assignment_id = :keptId WHERE assignment_id = :goneId`, both);
    }
    await changeRows(this.database.writer, 'UPDATE light_overrides SET assignment_id = :keptId WHERE assignment_id = :goneId', both);
  }
  /** Plans in force, for workers. */
  issuedPlans(): Promise<{ id: string; title: string }[]> { return readRows(this.database.reader, "SELECT p.id AS id, p.title AS title FROM plans p WHERE p.state = 'issued' ORDER BY p.id", {}); }
}

/** The day of an item as the paper prints it. */
export const printedDue = ({ dueText, dueOn }: Pick<LitRow, 'dueText' | 'dueOn'>): Item['due'] => (dueText === null ? null : { text: dueText, date: dueOn });
