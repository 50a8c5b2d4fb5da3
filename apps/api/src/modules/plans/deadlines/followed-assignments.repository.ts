import { Injectable } from '@nestjs/common';
import type { Permission } from '@kepu/contracts';
import { reachOf, unitsWithin, type Actor } from '../../../platform/auth/actor.js';
import { allOf, Database, memberOf, readRows } from '../../../platform/database/index.js';
import { AssignmentEntity } from '../assignment.entity.js';
import { keptPlans } from '../plan.policy.js';
import { followedColumns, followedJoins, type FollowedRow } from './followed.js';

/** Single rows of `assignments`, within the reach of a permission: what is asked for and decided about them. */
@Injectable()
export class FollowedAssignments {
  constructor(private readonly database: Database) {}

  async findFor(actor: Actor, id: string, permission: Permission): Promise<FollowedRow | null> { return (await this.listFor(actor, [id], permission))[0] ?? null; }
  listFor(actor: Actor, ids: readonly string[], permission: Permission): Promise<FollowedRow[]> {
    const scope = allOf([unitsWithin(reachOf(actor, permission), 'u'), memberOf('a.id', ids, 'ids'), ...(permission === 'adjustment:decide' ? [keptPlans(actor, permission)] : [])]);
    return readRows<FollowedRow>(this.database.reader, `SELECT ${followedColumns} FROM assignments a ${followedJoins} WHERE p.state <> 'draft' AND ${scope.sql} ORDER BY a.seq, a.id`, scope.params);
  }
  /** Whether the actor's office keeps a plan. */
  async keeps(actor: Actor, permission: Permission, planId: string): Promise<boolean> {
    const kept = keptPlans(actor, permission);
    return (await readRows(this.database.reader, `SELECT p.id AS id FROM plans p WHERE p.id = :planId AND (${kept.sql})`, { planId, ...kept.params })).length === 1;
  }
  /** Against the version that was read: of two who ask or decide at once, one wins, although each writes a row of its own. */
  async update(id: string, version: number, changes: Partial<Pick<AssignmentEntity, 'extendedTo' | 'doneAt'>>): Promise<boolean> {
    return (await this.database.writer.update(AssignmentEntity, { id, version }, { ...changes, version: version + 1 })).affected === 1;
  }
}
