import { Inject, Injectable } from '@nestjs/common';
import type { DataAccess, dataAccessQuery, Page, Permission } from '@kepu/contracts';
import { rolePermissions } from '@kepu/contracts/permissions';
import { label } from '@kepu/contracts/labels';
import type { z } from 'zod';
import type { PersonActor } from '../../platform/auth/actor.js';
import { Clock } from '../../platform/clock/index.js';
import { APP_CONFIG, type AppConfig } from '../../platform/config/config.js';
import { newId } from '../../platform/database/index.js';
import { DataAccessesRepository } from './data-accesses.repository.js';

/** How many rows one statement writes. */
const AT_ONCE = 500;

/** What was seen, of whom, and why. */
export interface Seen { readonly personIds: readonly string[]; readonly field: DataAccess['field']; readonly reason: string; readonly exportId: string | null }

/** Who saw whose data: written with every look, and read by the person. */
@Injectable()
export class DataAccessLog {
  constructor(private readonly rows: DataAccessesRepository, private readonly clock: Clock, @Inject(APP_CONFIG) private readonly config: AppConfig) {}

  /** Inside the unit that lets somebody see it. `permission` is the one by which: its grant names the role and the body. */
  async record(actor: PersonActor, permission: Permission, seen: Seen): Promise<void> {
    const grant = actor.grants.find(({ role }) => rolePermissions[role].includes(permission));
    if (!grant) throw new Error(`${permission} was used without a grant`);
    const name = grant.scopeKind === 'city' || grant.scopeId === null ? null : await this.rows.scopeName(grant.scopeKind, grant.scopeId);
    const body = name === null ? (this.config.site.organiser ?? label('zh-CN', 'terms.bodies.city')) : grant.scopeKind === 'division' ? label('zh-CN', 'terms.bodies.division', { name }) : name;
    await this.write(actor, grant.role, body, seen);
  }

  /** The same for whoever leads a shift, by that and not by a grant. `body` is the unit whose activity it is. */
  async recordLeader(actor: PersonActor, body: string, seen: Seen): Promise<void> { await this.write(actor, 'shift_leader', body, seen); }

  private async write(actor: PersonActor, role: DataAccess['role'], body: string, seen: Seen): Promise<void> {
    const at = this.clock.now();
    const rows = seen.personIds.map((personId) => ({ id: newId(), at, actorId: actor.accountId, role, body, personId, field: seen.field, reason: seen.reason, exportId: seen.exportId }));
    for (let from = 0; from < rows.length; from += AT_ONCE) await this.rows.insert(rows.slice(from, from + AT_ONCE));
  }

  /** What was seen of oneself. */
  async ofOneself(actor: PersonActor, query: z.output<typeof dataAccessQuery>): Promise<Page<DataAccess>> {
    const { rows, total } = await this.rows.of(actor.accountId, { offset: (query.page - 1) * query.perPage, limit: query.perPage, descending: query.sort !== 'at' });
    return { data: rows.map(({ id, at, body, role, field, reason }) => ({ id, at: at.toISOString(), body, role, field, reason })), total };
  }
}
