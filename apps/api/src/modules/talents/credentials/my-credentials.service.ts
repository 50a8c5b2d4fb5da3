import { Injectable } from '@nestjs/common';
import { CREDENTIAL_NUMBER, credentialMaxBytes, credentialTypes, MOST_CREDENTIALS, type credentialChange, type credentialInput, type MyCredential, type Page } from '@kepu/contracts';
import { can, credentialDays, credentialLifecycle } from '@kepu/domain';
import type { z } from 'zod';
import { AuditTrail } from '../../../platform/audit/index.js';
import type { PersonActor } from '../../../platform/auth/actor.js';
import { auditActor } from '../../../platform/auth/audit-actor.js';
import { RateLimits } from '../../../platform/auth/rate-limits.js';
import { Clock } from '../../../platform/clock/index.js';
import { FieldCipher } from '../../../platform/crypto/index.js';
import { newId, UnitOfWork } from '../../../platform/database/index.js';
import { badReference, notFound, Refusal } from '../../../platform/errors/refusal.js';
import { Files, type OpenFile } from '../../../platform/files/index.js';
import type { Upload } from '../../../platform/http/upload.js';
import { Jobs } from '../../../platform/jobs/index.js';
import { PersonTurns } from '../../identity/index.js';
import { CredentialDirectory } from './credential-directory.js';
import { CredentialKindsRepository } from './credential-kinds.repository.js';
import { myCredentialView } from './credential.mapper.js';
import { CredentialsRepository, type CredentialRow } from './credentials.repository.js';

/** Kept apart from what else people hand in, so that no other way leads to it. */
const CREDENTIAL_PURPOSE = 'credential';
const perPerson = { tries: 30, minutes: 60 };
/** Where the number of a certificate is sealed. */
export const numberPlace = (id: string) => ({ table: 'credentials', column: 'number_sealed', row: id });
const nothingSeen = { confirmedAt: null, confirmedBy: null, proof: null, auditedAt: null, auditedBy: null, sampledAt: null } as const;
const notReturned = { returnedReason: null, returnedAt: null, returnedBy: null } as const;

/** Certificates as their holders declare them. Nothing here counts before somebody else has seen it. */
@Injectable()
export class MyCredentials {
  constructor(
    private readonly rows: CredentialsRepository, private readonly kinds: CredentialKindsRepository, private readonly directory: CredentialDirectory, private readonly turns: PersonTurns, private readonly cipher: FieldCipher, private readonly files: Files,
    private readonly limits: RateLimits, private readonly jobs: Jobs, private readonly audit: AuditTrail, private readonly work: UnitOfWork, private readonly clock: Clock,
  ) {}

  async list(actor: PersonActor): Promise<Page<MyCredential>> {
    const [rows, known] = [await this.rows.ofPerson(actor.accountId), await this.directory.known()];
    return { data: rows.map((row) => myCredentialView(row, this.numberOf(row), known)), total: rows.length };
  }

  /** Errors: `volunteer.required`, `credential.too_many`, `credential.days`, `reference.not_found`, `rate.limited`. */
  async create(actor: PersonActor, { number, ...given }: z.output<typeof credentialInput>): Promise<MyCredential> {
    await this.limits.spend('credential', actor.accountId, perPerson);
    const id = newId();
    await this.work.run(async () => {
      if (!(await this.rows.isVolunteer(actor.accountId))) throw new Refusal('volunteer.required');
      await this.turns.take(actor.accountId);
      if ((await this.rows.ofPerson(actor.accountId)).length >= MOST_CREDENTIALS) throw new Refusal('credential.too_many', { params: { count: MOST_CREDENTIALS } });
      const kind = (await this.kinds.all()).find((one) => one.id === given.kindId && !one.retired);
      if (!kind) throw badReference('terms.credentialFields.kind');
      this.demandDays(given, kind);
      await this.rows.insert([{
        ...given, id, accountId: actor.accountId, numberSealed: this.seal(id, number), fileId: null, state: credentialLifecycle.initial, activityId: null, courseTitle: null, declaredAt: this.clock.now(), ...nothingSeen, ...notReturned, version: 1,
      }]);
      await this.record(actor, 'credential.declared', id, null, { kind: kind.name, fromDay: given.fromDay, toDay: given.toDay });
      await this.jobs.enqueue('notice.credential', { event: 'declared', credentialId: id, version: 1 });
    });
    return this.one(actor, id);
  }

  /** Errors: `resource.not_found`, `version.stale`, `lifecycle.not_allowed`, `credential.days`. */
  async update(actor: PersonActor, id: string, { version, number, ...given }: z.output<typeof credentialChange>): Promise<MyCredential> {
    await this.work.run(async () => {
      const before = await this.demandOwn(actor, id);
      demandCorrectable(before);
      const days = { fromDay: given.fromDay ?? before.fromDay, toDay: given.toDay === undefined ? before.toDay : given.toDay };
      this.demandDays(days, { expires: Boolean(before.expires) });
      const changes = { ...days, ...(given.issuer === undefined ? {} : { issuer: given.issuer }), ...(number === undefined ? {} : { numberSealed: this.seal(id, number) }), state: 'declared' as const, declaredAt: this.clock.now(), ...notReturned };
      if (!(await this.rows.update(before, version, changes))) throw new Refusal('version.stale');
      await this.record(actor, 'credential.corrected', id, { state: before.state }, { state: 'declared', ...days });
      await this.jobs.enqueue('notice.credential', { event: 'declared', credentialId: id, version: version + 1 });
    });
    return this.one(actor, id);
  }

  /** Errors: `resource.not_found`. */
  async remove(actor: PersonActor, id: string): Promise<{ done: true }> {
    await this.work.run(async () => {
      const row = await this.demandOwn(actor, id);
      if (!(await this.rows.remove(actor.accountId, id))) throw notFound();
      if (row.fileId !== null) await this.files.remove(row.fileId);
      await this.record(actor, 'credential.removed', id, { kind: row.kindName, state: row.state }, null);
      await this.jobs.enqueue('credentials.lapse', { personId: actor.accountId, activityId: null });
    });
    return { done: true };
  }

  /** In the place of the one that is there. Errors: `resource.not_found`, `lifecycle.not_allowed`, `rate.limited`, `input.too_large`, `input.unsupported_type`, `storage.full`. */
  async setFile(actor: PersonActor, id: string, upload: Upload): Promise<MyCredential> {
    demandCorrectable(await this.demandOwn(actor, id));
    await this.limits.spend('credential', actor.accountId, perPerson);
    const file = await this.files.put(upload.bytes, upload.fileName, { maxBytes: credentialMaxBytes, accept: credentialTypes });
    await this.work.run(async () => {
      const before = await this.demandOwn(actor, id);
      demandCorrectable(before);
      const fileId = await this.files.record(file, { purpose: CREDENTIAL_PURPOSE, createdBy: actor.accountId });
      if (!(await this.rows.update(before, before.version, { fileId, state: 'declared', ...notReturned }))) throw new Refusal('version.stale');
      if (before.fileId !== null) await this.files.remove(before.fileId);
      await this.record(actor, 'credential.file_set', id, null, { type: file.mime, size: file.size });
    });
    return this.one(actor, id);
  }

  /** Errors: `resource.not_found`. */
  async open(actor: PersonActor, id: string): Promise<OpenFile> {
    const { fileId } = await this.demandOwn(actor, id);
    if (fileId === null) throw notFound();
    return this.files.open(fileId);
  }

  private async demandOwn(actor: PersonActor, id: string): Promise<CredentialRow> {
    const row = await this.rows.ownOne(actor.accountId, id);
    if (!row) throw notFound();
    return row;
  }
  private async one(actor: PersonActor, id: string): Promise<MyCredential> {
    const row = await this.demandOwn(actor, id);
    return myCredentialView(row, this.numberOf(row), await this.directory.known());
  }
  private numberOf(row: CredentialRow): string | null { return row.numberSealed === null ? null : this.cipher.open(row.numberSealed, numberPlace(row.id)); }
  private seal(id: string, number: string | null): string | null { return number === null ? null : this.cipher.seal(number.slice(0, CREDENTIAL_NUMBER), numberPlace(id)); }

  private demandDays(days: { readonly fromDay: string; readonly toDay: string | null }, kind: { readonly expires: boolean }): void {
    const problem = credentialDays(days, kind, this.clock.today());
    if (problem !== null) throw new Refusal('credential.days', { params: { problem: `terms.credentialDays.${problem}` } });
  }
  private async record(actor: PersonActor, action: string, id: string, before: Record<string, unknown> | null, after: Record<string, unknown> | null): Promise<void> {
    await this.audit.record({ actor: auditActor(actor), action, subjectKind: 'credential', subjectId: id, before, after });
  }
}

const demandCorrectable = ({ state }: Pick<CredentialRow, 'state'>): void => {
  if (!can(credentialLifecycle, state, 'correct')) throw new Refusal('lifecycle.not_allowed', { params: { state: `terms.credentialStates.${state}` } });
};
