import { Injectable } from '@nestjs/common';
import type { invitationQuery, InvitationState, Post, UnitRole } from '@kepu/contracts';
import { IsNull, MoreThan } from 'typeorm';
import type { z } from 'zod';
import { reachOf, unitsWithin, type Actor } from '../../platform/auth/actor.js';
import { allOf, Database, memberOf, readRows, toDbTime, type Predicate } from '../../platform/database/index.js';
import { likePattern, searchTerm } from '../../platform/pinyin/pinyin.js';
import { InvitationEntity } from './invitation.entity.js';

/** An invitation with its names; the state is told from the times. */
export interface InvitationRow {
  readonly id: string; readonly unitId: string; readonly unitName: string; readonly unitPath: string; readonly divisionId: string; readonly unitClosedOn: string | null; readonly role: UnitRole; readonly post: Post | null; readonly name: string;
  readonly contactKind: 'phone' | 'email'; readonly contactSealed: string; readonly contactIndex: string; readonly invitedBy: string; readonly invitedByName: string; readonly createdAt: string; readonly expiresAt: string;
  readonly acceptedAt: string | null; readonly withdrawnAt: string | null;
}
/** A unit as an invitation needs it. */
export interface InvitingUnit { readonly id: string; readonly name: string; readonly path: string; readonly divisionId: string }

const named = `SELECT i.id AS id, i.unit_id AS unitId, u.name AS unitName, u.path AS unitPath, u.division_id AS divisionId, u.closed_on AS unitClosedOn, i.role AS role, i.post AS post, i.name AS name, i.contact_kind AS contactKind,
  i.contact_sealed AS contactSealed, i.contact_index AS contactIndex, i.invited_by AS invitedBy, a.name AS invitedByName, i.created_at AS createdAt, i.expires_at AS expiresAt, i.accepted_at AS acceptedAt, i.withdrawn_at AS withdrawnAt
  FROM invitations i JOIN units u ON u.id = i.unit_id JOIN accounts a ON a.id = i.invited_by`;
const inState: Readonly<Record<InvitationState, string>> = {
  open: 'i.accepted_at IS NULL AND i.withdrawn_at IS NULL AND i.expires_at > :now', accepted: 'i.accepted_at IS NOT NULL', withdrawn: 'i.accepted_at IS NULL AND i.withdrawn_at IS NOT NULL',
  expired: 'i.accepted_at IS NULL AND i.withdrawn_at IS NULL AND i.expires_at <= :now',
};
const sorts = { createdAt: 'i.created_at', name: 'i.name_key' } as const;

/** Rows of `invitations`, within the reach of the permission that they are read under. */
@Injectable()
export class InvitationsRepository {
  constructor(private readonly database: Database) {}

  /** A unit into which the actor may invite at all; whom, the role says. */
  async unitFor(actor: Actor, unitId: string, today: string): Promise<InvitingUnit | null> {
    const within = unitsWithin(reachOf(actor, 'invitation:write'), 'u');
    const [row] = await readRows<InvitingUnit>(this.database.reader, `SELECT u.id AS id, u.name AS name, u.path AS path, u.division_id AS divisionId FROM units u
      WHERE u.id = :unitId AND (u.closed_on IS NULL OR u.closed_on > :today) AND (${within.sql})`, { ...within.params, unitId, today });
    return row ?? null;
  }

  async listFor(actor: Actor, query: z.output<typeof invitationQuery>, now: Date): Promise<{ rows: InvitationRow[]; total: number }> {
    const term = query.q === undefined ? null : searchTerm(query.q);
    const conditions: Predicate[] = [
      unitsWithin(reachOf(actor, 'invitation:read'), 'u'), ...(query.unitId ? [{ sql: 'i.unit_id = :unitId', params: { unitId: query.unitId } }] : []), ...(query.ids ? [memberOf('i.id', query.ids, 'ids')] : []),
      ...(query.state ? [{ sql: inState[query.state], params: query.state === 'open' || query.state === 'expired' ? { now: toDbTime(now) } : {} }] : []),
      ...(term ? [{ sql: "i.search_key LIKE :term ESCAPE '!'", params: { term: likePattern(term) } }] : []),
    ];
    const where = allOf(conditions);
    const sort = query.sort ?? '-createdAt';
    const direction = sort.startsWith('-') ? 'DESC' : 'ASC';
    const rows = await readRows<InvitationRow>(this.database.reader, `${named} WHERE ${where.sql} ORDER BY ${sorts[sort.replace('-', '') as keyof typeof sorts]} ${direction}, i.id ${direction} LIMIT :limit OFFSET :offset`,
      { ...where.params, limit: query.perPage, offset: (query.page - 1) * query.perPage });
    const [count] = await readRows<{ total: number | string }>(this.database.reader, `SELECT COUNT(*) AS total FROM invitations i JOIN units u ON u.id = i.unit_id WHERE ${where.sql}`, where.params);
    return { rows, total: Number(count?.total ?? 0) };
  }

  async findFor(actor: Actor, id: string, permission: 'invitation:read' | 'invitation:write'): Promise<InvitationRow | null> {
    const within = unitsWithin(reachOf(actor, permission), 'u');
    return (await readRows<InvitationRow>(this.database.reader, `${named} WHERE i.id = :id AND (${within.sql})`, { ...within.params, id }))[0] ?? null;
  }

  /** For what is told of it. */
  async byId(id: string): Promise<InvitationRow | null> { return (await readRows<InvitationRow>(this.database.reader, `${named} WHERE i.id = :id`, { id }))[0] ?? null; }

  /** By the digest of a link's token: whoever holds the link may know it. */
  async byToken(tokenHash: string): Promise<InvitationRow | null> { return (await readRows<InvitationRow>(this.database.reader, `${named} WHERE i.token_hash = :tokenHash`, { tokenHash }))[0] ?? null; }

  /** Whether the same person is asked for the same already. */
  isOpen(row: Pick<InvitationEntity, 'unitId' | 'role' | 'contactIndex'>, now: Date): Promise<boolean> {
    return this.database.reader.existsBy(InvitationEntity, { unitId: row.unitId, role: row.role, contactIndex: row.contactIndex, acceptedAt: IsNull(), withdrawnAt: IsNull(), expiresAt: MoreThan(now) });
  }

  async insert(row: InvitationEntity): Promise<void> { await this.database.writer.insert(InvitationEntity, row); }
  /** One of many who say yes. */
  async accept(id: string, accountId: string, now: Date): Promise<boolean> {
    return (await this.database.writer.update(InvitationEntity, { id, acceptedAt: IsNull(), withdrawnAt: IsNull(), expiresAt: MoreThan(now) }, { acceptedAt: now, acceptedBy: accountId })).affected === 1;
  }
  async withdraw(id: string, now: Date): Promise<boolean> { return (await this.database.writer.update(InvitationEntity, { id, acceptedAt: IsNull(), withdrawnAt: IsNull() }, { withdrawnAt: now })).affected === 1; }
  async renew(id: string, tokenHash: string, expiresAt: Date): Promise<boolean> {
    return (await this.database.writer.update(InvitationEntity, { id, acceptedAt: IsNull(), withdrawnAt: IsNull() }, { tokenHash, expiresAt })).affected === 1;
  }
}
