import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/index.js';
import { newId } from '../database/index.js';
import type { FieldPlace } from '../crypto/index.js';
import type { AuditEntryEntity } from './audit-entry.entity.js';
import { AuditRepository, type AuditFilter } from './audit.repository.js';
import { canonicalJson } from './canonical.js';
import { entryHash } from './hashes.js';
import { PersonKeys } from './person-keys.js';

export interface AuditActor {
  readonly kind: 'person' | 'system' | 'public';
  readonly id: string | null;
  readonly ip: string | null;
}

export type AuditState = Readonly<Record<string, unknown>>;

export interface AuditChange {
  readonly actor: AuditActor;
  /** As the route or the lifecycle names it: `plan.issue`. */
  readonly action: string;
  readonly subjectKind: string;
  readonly subjectId: string;
  /** Null for what did not exist before, or does not afterwards. */
  readonly before: AuditState | null;
  readonly after: AuditState | null;
  /** Top-level fields of both sides that stand in the log as ciphertext only, under the key of the person whom they are about. */
  readonly classified?: { readonly personId: string; readonly fields: readonly string[] };
}

export interface AuditRow {
  readonly id: string;
  readonly at: Date;
  readonly actor: AuditActor;
  readonly action: string;
  readonly subjectKind: string;
  readonly subjectId: string;
  readonly before: AuditState | null;
  readonly after: AuditState | null;
  readonly hasClassified: boolean;
  readonly sealed: boolean;
}

export interface Classified {
  readonly before: AuditState | null;
  readonly after: AuditState | null;
}

function split(state: AuditState | null, fields: readonly string[]): { open: AuditState | null; closed: AuditState | null } {
  if (state === null) return { open: null, closed: null };
  const entries = Object.entries(state);
  const closed = entries.filter(([key]) => fields.includes(key));
  return { open: Object.fromEntries(entries.filter(([key]) => !fields.includes(key))), closed: closed.length > 0 ? Object.fromEntries(closed) : null };
}

function placeOf(entryId: string): FieldPlace {
  return { table: 'audit_entries', column: 'classified', row: entryId };
}

function parse(text: string | null): AuditState | null {
  return text === null ? null : (JSON.parse(text) as AuditState);
}

function rowOf(entry: AuditEntryEntity): AuditRow {
  const { id, at, action, subjectKind, subjectId } = entry;
  return {
    id,
    at,
    actor: { kind: entry.actorKind as AuditActor['kind'], id: entry.actorId, ip: entry.actorIp },
    action,
    subjectKind,
    subjectId,
    before: parse(entry.before),
    after: parse(entry.after),
    hasClassified: entry.classified !== null,
    sealed: entry.seal !== null,
  };
}

/** Who changed what, when and from where: written in the unit of the change, so that there is never one without the other. */
@Injectable()
export class AuditTrail {
  constructor(
    private readonly repository: AuditRepository,
    private readonly personKeys: PersonKeys,
    private readonly clock: Clock,
  ) {}

  /** Inside the unit that makes the change. Answers the entry's id. */
  async record(change: AuditChange): Promise<string> {
    const { actor, action, subjectKind, subjectId, classified } = change;
    const fields = classified?.fields ?? [];
    const before = split(change.before, fields);
    const after = split(change.after, fields);
    const id = newId();
    const hidden = before.closed !== null || after.closed !== null;
    const content: Omit<AuditEntryEntity, 'hash' | 'seal'> = {
      id,
      at: this.clock.now(),
      actorKind: actor.kind,
      actorId: actor.id,
      actorIp: actor.ip,
      action,
      subjectKind,
      subjectId,
      before: before.open && canonicalJson(before.open),
      after: after.open && canonicalJson(after.open),
      classifiedPersonId: hidden && classified ? classified.personId : null,
      classified:
        hidden && classified
          ? await this.personKeys.seal(classified.personId, canonicalJson({ before: before.closed, after: after.closed }), placeOf(id))
          : null,
    };
    await this.repository.insert({ ...content, hash: entryHash(content), seal: null });
    return id;
  }

  /** Newest first, 1–200 a page. Whether the reader may see them is decided before. */
  async listFor(filter: AuditFilter, page: { readonly page: number; readonly perPage: number }): Promise<{ data: AuditRow[]; total: number }> {
    const perPage = Math.min(200, Math.max(1, page.perPage));
    const [entries, total] = await this.repository.list(filter, (Math.max(1, page.page) - 1) * perPage, perPage);
    return { data: entries.map(rowOf), total };
  }

  /** The classified fields of one entry; null where there are none, or the person's data was lawfully deleted. Log each reveal. */
  async reveal(entryId: string): Promise<Classified | null> {
    const entry = await this.repository.find(entryId);
    if (!entry?.classified || !entry.classifiedPersonId) return null;
    const text = await this.personKeys.open(entry.classifiedPersonId, entry.classified, placeOf(entry.id));
    return text === null ? null : (JSON.parse(text) as Classified);
  }
}
