import { Injectable } from '@nestjs/common';
import type { Permission } from '@kepu/contracts';
import type { Actor } from '../../platform/auth/actor.js';
import { changeRows, Database, insertRows, newId, readRows, type Predicate } from '../../platform/database/index.js';
import { ActivityEntity, ActivityItemEntity, ActivityTermEntity } from './activity.entity.js';
import { activitiesWithin, decidableActivities } from './activity.policy.js';

/** Rows of `activities` with their terms and items, for those who change them. Lists are read by `ActivityPages`. */
@Injectable()
export class ActivitiesRepository {
  constructor(private readonly database: Database) {}

  /** Within the reach of a permission; deciding leaves out what the own unit handed in. */
  findFor(actor: Actor, id: string, permission: Permission): Promise<ActivityEntity | null> {
    const scope = permission === 'activity:approve' ? decidableActivities(actor) : activitiesWithin(actor, permission);
    return this.find('a.id = :id', { id }, scope);
  }

  /** The activity of a shift, within the reach of a permission. */
  findByShiftFor(actor: Actor, shiftId: string, permission: Permission): Promise<ActivityEntity | null> {
    return this.find('a.id = (SELECT s.activity_id FROM shifts s WHERE s.id = :shiftId)', { shiftId }, activitiesWithin(actor, permission));
  }

  async insert(row: ActivityEntity, terms: Readonly<Record<ActivityTermEntity['kind'], readonly string[]>>, itemIds: readonly string[]): Promise<void> {
    await insertRows(this.database.writer, ActivityEntity, [row]);
    for (const kind of ['topic', 'audience'] as const) await this.addTerms(row.id, kind, terms[kind]);
    await this.addItems(row.id, itemIds);
  }

  /** Answers whether the version was still the one given. */
  async update(id: string, version: number, changes: Partial<ActivityEntity>): Promise<boolean> {
    return (await this.database.writer.update(ActivityEntity, { id, version }, { ...changes, version: version + 1 })).affected === 1;
  }

  /** Takes a draft away with all that it is made of. False when it is no draft any more. */
  async deleteDraft(id: string, version: number): Promise<boolean> {
    // The conditional update comes first: whoever hands it in at the same moment waits for this row and then finds it changed.
    if (!(await this.update(id, version, {}))) return false;
    for (const table of ['positions', 'shifts', 'activity_terms', 'activity_items']) await changeRows(this.database.writer, `DELETE FROM ${table} WHERE activity_id = :id`, { id });
    return (await changeRows(this.database.writer, "DELETE FROM activities WHERE id = :id AND state = 'draft'", { id })) === 1;
  }

  termIds(id: string): Promise<{ id: string; kind: ActivityTermEntity['kind'] }[]> {
    return readRows(this.database.reader, 'SELECT x.term_id AS id, x.kind AS kind FROM activity_terms x WHERE x.activity_id = :id ORDER BY x.id', { id });
  }
  async itemIds(id: string): Promise<string[]> {
    return (await readRows<{ id: string }>(this.database.reader, 'SELECT x.item_id AS id FROM activity_items x WHERE x.activity_id = :id ORDER BY x.id', { id })).map((row) => row.id);
  }
  async replaceTerms(id: string, kind: ActivityTermEntity['kind'], termIds: readonly string[]): Promise<void> {
    await this.database.writer.delete(ActivityTermEntity, { activityId: id, kind });
    await this.addTerms(id, kind, termIds);
  }
  async replaceItems(id: string, itemIds: readonly string[]): Promise<void> {
    await this.database.writer.delete(ActivityItemEntity, { activityId: id });
    await this.addItems(id, itemIds);
  }

  /** What a unit does goes on under its successor. */
  async moveUnit(fromId: string, toId: string): Promise<string[]> {
    const rows = await readRows<{ id: string }>(this.database.reader, 'SELECT a.id AS id FROM activities a WHERE a.unit_id = :fromId', { fromId });
    if (rows.length > 0) await changeRows(this.database.writer, 'UPDATE activities SET unit_id = :toId, version = version + 1 WHERE unit_id = :fromId', { fromId, toId });
    return rows.map((row) => row.id);
  }

  private find(condition: string, params: Readonly<Record<string, unknown>>, scope: Predicate): Promise<ActivityEntity | null> {
    return this.database.reader.createQueryBuilder(ActivityEntity, 'a').innerJoin('units', 'u', 'u.id = a.unit_id').where(condition, params).andWhere(`(${scope.sql})`, scope.params).getOne();
  }
  private async addTerms(activityId: string, kind: ActivityTermEntity['kind'], termIds: readonly string[]): Promise<void> {
    await insertRows(this.database.writer, ActivityTermEntity, [...new Set(termIds)].map((termId) => ({ id: newId(), activityId, termId, kind })));
  }
  private async addItems(activityId: string, itemIds: readonly string[]): Promise<void> {
    await insertRows(this.database.writer, ActivityItemEntity, [...new Set(itemIds)].map((itemId) => ({ id: newId(), activityId, itemId })));
  }
}
