import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { Actor } from '../../platform/auth/actor.js';
import { Database } from '../../platform/database/index.js';
import { AssignmentEntity } from './assignment.entity.js';
import { tallySql, type TallyRow } from './plan.mapper.js';
import { visibleAssignments, visiblePlanUnits } from './plan.policy.js';
import { PlanUnitEntity } from './plan-axis.entity.js';

/** A unit of a plan with the state of its assignments that the reader may know. */
export interface UnitTallyRow extends TallyRow { readonly unitId: string; readonly name: string; readonly printed: string; readonly lastSignedAt: string | null }
/** A cell of the matrix. */
export interface CellRow extends TallyRow { readonly unitId: string; readonly programmeId: string; readonly items: number | string }

/** Assignments by unit and by cell, and the changes of their state. */
@Injectable()
export class SignOffsRepository {
  constructor(private readonly database: Database) {}

  /** Units in the paper's order, as far as they still have work of it. Those that the reader sees without knowing their state count nothing. */
  async unitsFor(actor: Actor, planId: string, listed = visiblePlanUnits(actor, 'u')): Promise<UnitTallyRow[]> {
    const known = visibleAssignments(actor, 'k');
    return this.database.reader.createQueryBuilder(PlanUnitEntity, 'pu').innerJoin('units', 'u', 'u.id = pu.unit_id')
      .leftJoin((query) => query.from(AssignmentEntity, 'a').innerJoin('units', 'k', 'k.id = a.unit_id').where('a.plan_id = :planId').andWhere(known.sql)
        .select('a.unit_id', 'unit_id').addSelect(tallySql).addSelect('MAX(a.signed_at)', 'last_signed_at').groupBy('a.unit_id'), 't', 't.unit_id = pu.unit_id')
      .where('pu.plan_id = :planId').andWhere("EXISTS (SELECT 1 FROM assignments f WHERE f.plan_id = pu.plan_id AND f.unit_id = pu.unit_id AND f.state <> 'withdrawn')").andWhere(listed.sql).setParameters({ ...listed.params, ...known.params, planId })
      .select('pu.unit_id', 'unitId').addSelect('u.name', 'name').addSelect('pu.printed', 'printed').addSelect('t.total', 'total').addSelect('t.signed', 'signed').addSelect('t.asked', 'asked')
      .addSelect('t.pending', 'pending').addSelect('t.last_signed_at', 'lastSignedAt').orderBy('pu.sort_no').getRawMany<UnitTallyRow>();
  }

  async cellsFor(actor: Actor, planId: string): Promise<CellRow[]> {
    const listed = visiblePlanUnits(actor, 'u');
    const known = visibleAssignments(actor, 'u');
    const when = (state: string) => `SUM(CASE WHEN ${known.sql} AND a.state = '${state}' THEN 1 ELSE 0 END)`;
    return this.database.reader.createQueryBuilder(AssignmentEntity, 'a').innerJoin('units', 'u', 'u.id = a.unit_id').innerJoin('items', 'i', 'i.id = a.item_id')
      .where('a.plan_id = :planId', { planId }).andWhere("a.state <> 'withdrawn'").andWhere(listed.sql).setParameters({ ...listed.params, ...known.params, planId })
      .select('a.unit_id', 'unitId').addSelect('i.programme_id', 'programmeId').addSelect('COUNT(DISTINCT a.item_id)', 'items').addSelect(`SUM(CASE WHEN ${known.sql} THEN 1 ELSE 0 END)`, 'total')
      .addSelect(when('signed'), 'signed').addSelect(when('asked'), 'asked').addSelect(when('pending'), 'pending').groupBy('a.unit_id').addGroupBy('i.programme_id').getRawMany<CellRow>();
  }

  /** Liaisons in force by unit, with when they were last here. */
  liaisonsOf(unitIds: readonly string[], today: string): Promise<{ unitId: string; accountId: string; name: string; lastSignInAt: string | null }[]> {
    if (unitIds.length === 0) return Promise.resolve([]);
    const marks = unitIds.map(() => '?').join(', ');
    return this.database.reader.query(
      `SELECT g.scope_id AS \`unitId\`, c.id AS \`accountId\`, c.name AS \`name\`, c.last_sign_in_at AS \`lastSignInAt\` FROM account_grants g JOIN accounts c ON c.id = g.account_id AND c.state = 'active'
       WHERE g.role = 'liaison' AND g.scope_kind = 'unit' AND g.scope_id IN (${marks}) AND g.ended_at IS NULL AND g.from_day <= ? AND (g.to_day IS NULL OR g.to_day >= ?) ORDER BY c.name_key`, [...unitIds, today, today]);
  }

  /** Assignments of some units of a plan that are not signed for yet. */
  openOf(planId: string, unitIds: readonly string[]): Promise<AssignmentEntity[]> {
    return this.database.reader.find(AssignmentEntity, { where: { planId, unitId: In([...unitIds]), state: In(['pending', 'asked']) }, order: { seq: 'ASC' } });
  }

  /** A change of state against the version that was read; one of two parallel changes wins. */
  async update(row: AssignmentEntity, changes: Partial<AssignmentEntity>): Promise<boolean> {
    return (await this.database.writer.update(AssignmentEntity, { id: row.id, version: row.version }, { ...changes, version: row.version + 1 })).affected === 1;
  }

  /** The assignments of a unit that was merged move to its successor; where both had a part in an item, the successor's stays. */
  async moveUnit(fromId: string, toId: string, merged: (gone: AssignmentEntity, kept: AssignmentEntity) => Promise<string | null>): Promise<{ id: string; itemId: string }[]> {
    const rows = await this.database.reader.find(AssignmentEntity, { where: { unitId: fromId } });
    for (const row of rows) {
      const twin = await this.database.reader.findOneBy(AssignmentEntity, { itemId: row.itemId, unitId: toId, role: row.role });
      // Work that is in force goes before what was withdrawn.
      const gone = twin?.state === 'withdrawn' && row.state !== 'withdrawn' ? twin : twin && row;
      if (twin && gone) {
        // What hangs on the one that goes has to hang on the other before.
        const kept = gone === row ? twin : row;
        const extendedTo = await merged(gone, kept);
        if (extendedTo !== kept.extendedTo) await this.database.writer.update(AssignmentEntity, { id: kept.id }, { extendedTo });
        await this.database.writer.delete(AssignmentEntity, { id: gone.id });
      }
      if (gone !== row) await this.database.writer.update(AssignmentEntity, { id: row.id }, { unitId: toId, version: row.version + 1 });
    }
    for (const axis of await this.database.reader.find(PlanUnitEntity, { where: { unitId: fromId } })) {
      const twin = await this.database.reader.findOneBy(PlanUnitEntity, { planId: axis.planId, unitId: toId });
      if (twin) await this.database.writer.delete(PlanUnitEntity, { id: axis.id });
      else await this.database.writer.update(PlanUnitEntity, { id: axis.id }, { unitId: toId });
    }
    return rows.map((row) => ({ id: row.id, itemId: row.itemId }));
  }
}
