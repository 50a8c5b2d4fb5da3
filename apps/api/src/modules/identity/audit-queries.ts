import { Injectable } from '@nestjs/common';
import type { AuditEntry, auditQuery, HistoryEntry, Page } from '@kepu/contracts';
import type { z } from 'zod';
import { AuditTrail, type AuditRow } from '../../platform/audit/index.js';
import { can, type PersonActor } from '../../platform/auth/actor.js';
import { AccountsRepository } from './accounts.repository.js';

/** The first instant of a day in Asia/Shanghai, shifted by whole days. */
const startOf = (day: string, shift = 0): Date => new Date(new Date(`${day}T00:00:00+08:00`).getTime() + shift * 86_400_000);

/** Reads the audit trail with the names of who acted. */
@Injectable()
export class AuditQueries {
  constructor(private readonly audit: AuditTrail, private readonly accounts: AccountsRepository) {}

  async listFor(actor: PersonActor, query: z.output<typeof auditQuery>): Promise<Page<AuditEntry>> {
    if (!can(actor, 'audit:read')) return { data: [], total: 0 };
    const { data, total } = await this.audit.listFor({
      subjectKind: query.subjectKind, subjectId: query.subjectId, actorId: query.actorId, action: query.action,
      ...(query.from ? { from: startOf(query.from) } : {}), ...(query.to ? { to: startOf(query.to, 1) } : {}),
    }, query);
    const names = await this.namesOf(data);
    return { data: data.map((row) => ({ ...entry(row, names), actorKind: row.actor.kind, subjectKind: row.subjectKind, subjectId: row.subjectId, sealed: row.sealed })), total };
  }

  /** What happened to one subject. The caller has proved that the reader may see the subject. */
  async historyOf(subjectKind: string, subjectId: string): Promise<Page<HistoryEntry>> {
    const { data, total } = await this.audit.listFor({ subjectKind, subjectId }, { page: 1, perPage: 200 });
    const names = await this.namesOf(data);
    return { data: data.map((row) => entry(row, names)), total };
  }

  private namesOf(rows: readonly AuditRow[]): Promise<ReadonlyMap<string, string>> {
    return this.accounts.namesOf([...new Set(rows.flatMap((row) => (row.actor.id ? [row.actor.id] : [])))]);
  }
}

const entry = (row: AuditRow, names: ReadonlyMap<string, string>): HistoryEntry => ({
  id: row.id, at: row.at.toISOString(), actor: row.actor.id ? { id: row.actor.id, name: names.get(row.actor.id) ?? '' } : null, action: row.action,
  before: row.before, after: row.after,
});
