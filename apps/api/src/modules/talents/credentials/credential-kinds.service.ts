import { Injectable } from '@nestjs/common';
import type { CredentialKind, credentialKindChange, credentialKindInput, Page } from '@kepu/contracts';
import { makesCircle, type Implications } from '@kepu/domain';
import type { z } from 'zod';
import { AuditTrail } from '../../../platform/audit/index.js';
import type { PersonActor } from '../../../platform/auth/actor.js';
import { auditActor } from '../../../platform/auth/audit-actor.js';
import { newId, uniqueName, UniqueViolation, UnitOfWork } from '../../../platform/database/index.js';
import { badReference, notFound, Refusal } from '../../../platform/errors/refusal.js';
import type { CredentialKindEntity } from './credential.entity.js';
import { CredentialKindsRepository } from './credential-kinds.repository.js';

/** A kind as the seeds give it; `implies` are keys. */
export interface NewCredentialKind { readonly key: string; readonly name: string; readonly note: string | null; readonly implies: readonly string[]; readonly expires: boolean; readonly byCourse: boolean; readonly sortNo: number }

const names = uniqueName('credential_kinds', ['name']);
const taken = (error: unknown): never => {
  throw error instanceof UniqueViolation && error.constraint === names ? new Refusal('credential_kind.exists', { cause: error }) : error;
};
export const implicationsOf = (kinds: readonly CredentialKindEntity[]): Implications => new Map(kinds.map(({ id, implies }) => [id, implies]));

/** Kinds of certificates and what they stand for. */
@Injectable()
export class CredentialKinds {
  constructor(private readonly rows: CredentialKindsRepository, private readonly audit: AuditTrail, private readonly work: UnitOfWork) {}

  async list(): Promise<Page<CredentialKind>> {
    const kinds = await this.rows.all();
    const nameOf = new Map(kinds.map(({ id, name }) => [id, name]));
    return { data: kinds.map((row) => view(row, nameOf)), total: kinds.length };
  }

  /** Loads the kinds of the seeds into an empty list. */
  async load(given: readonly NewCredentialKind[]): Promise<void> {
    await this.work.run(async () => {
      if ((await this.rows.all()).length > 0) return;
      const ids = new Map(given.map(({ key }) => [key, newId()]));
      const idOf = (key: string): string => ids.get(key) ?? '';
      await this.rows.insert(given.map(({ key, implies, ...kind }) => ({ ...kind, id: idOf(key), seedKey: key, implies: implies.map(idOf), retired: false, version: 1 })));
    });
  }

  /** Errors: `credential_kind.exists`, `reference.not_found`. */
  async create(actor: PersonActor, { impliesIds, ...given }: z.output<typeof credentialKindInput>): Promise<CredentialKind> {
    const id = newId();
    await this.work.run(async () => {
      this.demandKnown(await this.rows.all(), impliesIds);
      await this.rows.insert([{ ...given, id, seedKey: null, implies: impliesIds, retired: false, version: 1 }]);
      await this.audit.record({ actor: auditActor(actor), action: 'credential_kind.created', subjectKind: 'credential_kind', subjectId: id, before: null, after: { name: given.name, implies: impliesIds } });
    }).catch(taken);
    return this.one(id);
  }

  /** Errors: `version.stale`, `credential_kind.exists`, `credential_kind.circle`, `reference.not_found`. */
  async update(actor: PersonActor, id: string, { version, impliesIds, ...given }: z.output<typeof credentialKindChange>): Promise<CredentialKind> {
    await this.work.run(async () => {
      const present = await this.rows.all();
      if (impliesIds && present.length > 0) await this.rows.takeTurn(present.map((kind) => kind.id));
      const kinds = impliesIds ? await this.rows.all() : present;
      const before = kinds.find((kind) => kind.id === id);
      if (!before) throw notFound();
      if (impliesIds) {
        this.demandKnown(kinds, impliesIds);
        if (makesCircle(id, impliesIds, implicationsOf(kinds))) throw new Refusal('credential_kind.circle');
      }
      const changes = { ...Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)), ...(impliesIds ? { implies: impliesIds } : {}) };
      if (!(await this.rows.update(id, version, changes))) throw new Refusal('version.stale');
      const was = Object.fromEntries(Object.keys(changes).map((key) => [key, before[key as keyof CredentialKindEntity]]));
      await this.audit.record({ actor: auditActor(actor), action: 'credential_kind.changed', subjectKind: 'credential_kind', subjectId: id, before: was, after: changes });
    }).catch(taken);
    return this.one(id);
  }

  private demandKnown(kinds: readonly CredentialKindEntity[], ids: readonly string[]): void {
    if (!ids.every((id) => kinds.some((kind) => kind.id === id))) throw badReference('terms.credentialFields.kind');
  }
  private async one(id: string): Promise<CredentialKind> {
    const kind = (await this.list()).data.find((row) => row.id === id);
    if (!kind) throw notFound();
    return kind;
  }
}

const view = (row: CredentialKindEntity, nameOf: ReadonlyMap<string, string>): CredentialKind => ({
  id: row.id, key: row.seedKey, name: row.name, note: row.note, implies: row.implies.map((id) => ({ id, name: nameOf.get(id) ?? '' })), expires: row.expires, byCourse: row.byCourse, retired: row.retired, sortNo: row.sortNo, version: row.version,
});
