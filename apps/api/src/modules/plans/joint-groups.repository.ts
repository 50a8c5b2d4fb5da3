import { Injectable } from '@nestjs/common';
import type { JointGroup } from '@kepu/contracts';
import type { Actor } from '../../platform/auth/actor.js';
import { allOf, anyOf, Database, insertRows, memberOf, readRows, type Predicate } from '../../platform/database/index.js';
import { AssignmentEntity } from './assignment.entity.js';
import { JointGroupEntity, JointPartEntity } from './joint-group.entity.js';
import { keptPlans, visibleItems, visiblePlans, workedItems } from './plan.policy.js';

/** Which groups. One of the first three is given. */
export interface JointFilter { readonly ids?: readonly string[]; readonly planId?: string; readonly itemIds?: readonly string[]; readonly state?: JointGroup['state'] | undefined }
export interface JointGroupRow {
  readonly id: string; readonly planId: string; readonly planState: string; readonly state: JointGroup['state']; readonly name: string; readonly leadUnitId: string | null; readonly leadName: string | null; readonly leads: number | string; readonly createdAt: string; readonly createdBy: string; readonly version: number;
}
/** An item as far as a joint task shows it. */
export interface JointItemRow { readonly itemId: string; readonly seq: number; readonly text: string; readonly programme: string; readonly unitsPrinted: string; readonly standing: string; readonly open: number | string }
export interface JointPartRow extends JointItemRow { readonly groupId: string; readonly clause: string; readonly clauseKey: string }
/** A unit that an item is asked of now. */
export interface JointUnitRow { readonly itemId: string; readonly unitId: string; readonly name: string; readonly role: AssignmentEntity['role'] }

const itemColumns = 'i.id AS itemId, i.seq AS seq, i.text AS text, pp.name AS programme, i.units_printed AS unitsPrinted, i.standing AS standing';
const programmeOf = 'JOIN plan_programmes pp ON pp.plan_id = i.plan_id AND pp.programme_id = i.programme_id';

/** Rows of `joint_groups` and `joint_parts`. As many statements for many groups as for one. */
@Injectable()
export class JointGroupsRepository {
  constructor(private readonly database: Database) {}

  /** Groups that the actor's units have a part in, or all; what was set aside is for those who write plans. In the order of the paper. */
  groupsFor(actor: Actor, filter: JointFilter): Promise<JointGroupRow[]> {
    const items = workedItems(actor);
    const scope = allOf([
      visiblePlans(actor), { sql: `EXISTS (SELECT 1 FROM joint_parts vp JOIN items i ON i.id = vp.item_id WHERE vp.group_id = g.id AND ${items.sql})`, params: items.params }, ...this.filtering(filter),
      anyOf([{ sql: "g.state = 'confirmed'", params: {} }, keptPlans(actor, 'plan:write')]),
    ]);
    return readRows<JointGroupRow>(
      this.database.reader, `SELECT g.id AS id, g.plan_id AS planId, p.state AS planState, g.state AS state, g.name AS name, g.lead_unit_id AS leadUnitId, u.name AS leadName,
        CASE WHEN EXISTS (SELECT 1 FROM joint_parts lp JOIN assignments la ON la.item_id = lp.item_id WHERE lp.group_id = g.id AND la.unit_id = g.lead_unit_id AND la.state <> 'withdrawn') THEN 1 ELSE 0 END AS leads, g.created_at AS createdAt, c.name AS createdBy, g.version AS version
        FROM joint_groups g JOIN plans p ON p.id = g.plan_id JOIN accounts c ON c.id = g.created_by LEFT JOIN units u ON u.id = g.lead_unit_id WHERE ${scope.sql}
        ORDER BY (SELECT MIN(oi.seq) FROM joint_parts op JOIN items oi ON oi.id = op.item_id WHERE op.group_id = g.id), g.id`, scope.params);
  }

  /** Parts of some groups, each with whether the actor sees its item. The caller has proved the right to the groups. */
  partsFor(actor: Actor, groupIds: readonly string[]): Promise<JointPartRow[]> {
    const visible = visibleItems(actor);
    const those = memberOf('jp.group_id', groupIds, 'groupIds');
    return readRows<JointPartRow>(
      this.database.reader, `SELECT jp.group_id AS groupId, jp.clause AS clause, jp.clause_key AS clauseKey, ${itemColumns}, CASE WHEN ${visible.sql} THEN 1 ELSE 0 END AS open
        FROM joint_parts jp JOIN items i ON i.id = jp.item_id ${programmeOf} WHERE ${those.sql} ORDER BY i.seq, jp.id`, { ...visible.params, ...those.params });
  }

  /** Under which programme the items of some groups stand. The caller has proved the right to the groups. */
  programmesOf(groupIds: readonly string[]): Promise<{ itemId: string; programmeId: string }[]> {
    const those = memberOf('jp.group_id', groupIds, 'groupIds');
    return readRows(this.database.reader, `SELECT DISTINCT i.id AS itemId, i.programme_id AS programmeId FROM joint_parts jp JOIN items i ON i.id = jp.item_id WHERE ${those.sql}`, those.params);
  }
  /** Items of a plan that are in force, for those who see them all. */
  itemsOf(planId: string): Promise<JointItemRow[]> {
    return readRows<JointItemRow>(this.database.reader, `SELECT ${itemColumns}, 1 AS open FROM items i ${programmeOf} WHERE i.plan_id = :planId AND i.standing <> 'withdrawn' ORDER BY i.seq`, { planId });
  }
  /** Which clauses of a plan are decided about. */
  decidedOf(planId: string): Promise<{ itemId: string; clauseKey: string; groupId: string; state: JointGroup['state'] }[]> {
    return readRows(this.database.reader, 'SELECT jp.item_id AS itemId, jp.clause_key AS clauseKey, jp.group_id AS groupId, g.state AS state FROM joint_parts jp JOIN joint_groups g ON g.id = jp.group_id WHERE g.plan_id = :planId', { planId });
  }

  /** Units that items are asked of now, in protocol order: of a plan, or of what some groups hold. */
  unitsOf(of: { readonly planId: string } | { readonly groupIds: readonly string[] }): Promise<JointUnitRow[]> {
    const those: Predicate = 'planId' in of ? { sql: 'a.plan_id = :planId', params: { planId: of.planId } }
      : ((groups) => ({ sql: `a.item_id IN (SELECT jp.item_id FROM joint_parts jp WHERE ${groups.sql})`, params: groups.params }))(memberOf('jp.group_id', of.groupIds, 'groupIds'));
    return readRows<JointUnitRow>(
      this.database.reader, `SELECT a.item_id AS itemId, u.id AS unitId, u.name AS name, a.role AS role FROM assignments a JOIN units u ON u.id = a.unit_id JOIN plan_units pu ON pu.plan_id = a.plan_id AND pu.unit_id = a.unit_id
        WHERE a.state <> 'withdrawn' AND ${those.sql} ORDER BY pu.sort_no, a.seq, a.id`, those.params);
  }

  /** What the rule of shared measures needs: the parts of confirmed groups whose items are in force, and whether the unit that leads has them. The caller has proved the right to the plans. */
  sharing(planIds: readonly string[]): Promise<{ groupId: string; itemId: string; text: string; clause: string; leadUnitId: string; leadName: string; leads: number | string }[]> {
    const those = memberOf('g.plan_id', planIds, 'planIds');
    return readRows(
      this.database.reader, `SELECT g.id AS groupId, i.id AS itemId, i.text AS text, jp.clause AS clause, u.id AS leadUnitId, u.name AS leadName,
        CASE WHEN EXISTS (SELECT 1 FROM assignments a WHERE a.item_id = i.id AND a.unit_id = g.lead_unit_id AND a.state <> 'withdrawn') THEN 1 ELSE 0 END AS leads
        FROM joint_groups g JOIN units u ON u.id = g.lead_unit_id JOIN joint_parts jp ON jp.group_id = g.id JOIN items i ON i.id = jp.item_id WHERE g.state = 'confirmed' AND i.standing <> 'withdrawn' AND ${those.sql} ORDER BY g.id, i.seq, jp.id`, those.params);
  }

  async insert(group: JointGroupEntity, parts: readonly JointPartEntity[]): Promise<void> {
    await insertRows(this.database.writer, JointGroupEntity, [group]);
    await insertRows(this.database.writer, JointPartEntity, parts);
  }
  /** Those of a plan that is made, all at once. */
  async insertAll(groups: readonly { readonly group: JointGroupEntity; readonly parts: readonly JointPartEntity[] }[]): Promise<void> {
    await insertRows(this.database.writer, JointGroupEntity, groups.map(({ group }) => group));
    await insertRows(this.database.writer, JointPartEntity, groups.flatMap(({ parts }) => parts));
  }
  async update(id: string, version: number, changes: Partial<JointGroupEntity>): Promise<boolean> {
    return (await this.database.writer.update(JointGroupEntity, { id, version, state: 'confirmed' }, { ...changes, version: version + 1 })).affected === 1;
  }
  async replaceParts(groupId: string, parts: readonly JointPartEntity[]): Promise<void> {
    await this.database.writer.delete(JointPartEntity, { groupId });
    await insertRows(this.database.writer, JointPartEntity, parts);
  }
  async remove(id: string, version: number): Promise<boolean> {
    // The conditional update comes first: two who undo at once do not both find it.
    if ((await this.database.writer.update(JointGroupEntity, { id, version }, { version: version + 1 })).affected !== 1) return false;
    await this.database.writer.delete(JointPartEntity, { groupId: id });
    await this.database.writer.delete(JointGroupEntity, { id });
    return true;
  }
  /** What led passes on with the unit's work. */
  async moveUnit(fromUnit: string, toUnit: string): Promise<void> {
    await this.database.writer.createQueryBuilder().update(JointGroupEntity).set({ leadUnitId: toUnit, version: () => 'version + 1' }).where({ leadUnitId: fromUnit }).execute();
  }

  private filtering({ ids, planId, itemIds, state }: JointFilter): Predicate[] {
    return [
      ...(ids ? [memberOf('g.id', ids, 'ids')] : []), ...(planId === undefined ? [] : [{ sql: 'g.plan_id = :planId', params: { planId } }]), ...(state ? [{ sql: 'g.state = :state', params: { state } }] : []),
      ...(itemIds ? [((those) => ({ sql: `EXISTS (SELECT 1 FROM joint_parts fp WHERE fp.group_id = g.id AND ${those.sql})`, params: those.params }))(memberOf('fp.item_id', itemIds, 'itemIds'))] : []),
    ];
  }
}
