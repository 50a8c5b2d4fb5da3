import { randomInt } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Credential, credentialConfirmation, credentialQuery, credentialReturn, credentialSampleInput, Page, Permission } from '@kepu/contracts';
import { addDays, credentialDays, credentialLifecycle, next, UNDO_MINUTES, undoable, type CredentialAction, type CredentialState } from '@kepu/domain';
import type { z } from 'zod';
import { AuditTrail } from '../../../platform/audit/index.js';
import type { PersonActor } from '../../../platform/auth/actor.js';
import { auditActor } from '../../../platform/auth/audit-actor.js';
import { Clock } from '../../../platform/clock/index.js';
import { FieldCipher } from '../../../platform/crypto/index.js';
import { fromDbTime, UnitOfWork } from '../../../platform/database/index.js';
import { badReference, notFound, Refusal } from '../../../platform/errors/refusal.js';
import { Files, type OpenFile } from '../../../platform/files/index.js';
import { Jobs } from '../../../platform/jobs/index.js';
import { CredentialAccessLog } from './credential-access-log.js';
import type { CredentialEntity } from './credential.entity.js';
import { CredentialKindsRepository } from './credential-kinds.repository.js';
import { credentialView } from './credential.mapper.js';
import { CredentialsRepository, type CredentialRow } from './credentials.repository.js';
import { numberPlace } from './my-credentials.service.js';

type Seen = z.output<typeof credentialConfirmation>;

/** Certificates as staff see them: the unit confirms, the office looks again at a sample. Nobody decides about the own ones. */
@Injectable()
export class Credentials {
  constructor(
    private readonly rows: CredentialsRepository, private readonly kinds: CredentialKindsRepository, private readonly log: CredentialAccessLog, private readonly cipher: FieldCipher, private readonly files: Files, private readonly jobs: Jobs,
    private readonly audit: AuditTrail, private readonly work: UnitOfWork, private readonly clock: Clock,
  ) {}

  async list(actor: PersonActor, query: z.output<typeof credentialQuery>): Promise<Page<Credential>> {
    const { rows, total } = await this.rows.listFor(actor, query, query.ending === undefined ? null : addDays(this.clock.today(), query.ending), this.clock.today());
    return { data: rows.map((row) => this.view(row)), total };
  }
  async get(actor: PersonActor, id: string): Promise<Credential> { return this.view(await this.demand(actor, 'credential:read', id)); }

  /** Each look is logged for the person to see. Errors: `resource.not_found`. */
  async open(actor: PersonActor, id: string): Promise<OpenFile> {
    const row = await this.demand(actor, 'credential:confirm', id);
    if (row.fileId === null) throw notFound();
    const file = await this.files.open(row.fileId);
    await this.work.run(async () => {
      await this.log.seen(actor, row.accountId, row.kindName);
      await this.record(actor, 'credential.opened', row, null, { kind: row.kindName });
    });
    return file;
  }

  /** Errors: `resource.not_found`, `credential.own`, `credential.no_file`, `credential.days`, `lifecycle.not_allowed`, `version.stale`. */
  confirm(actor: PersonActor, id: string, given: Seen): Promise<Credential> {
    return this.see(actor, 'credential:confirm', id, given, 'confirm', (now) => ({ confirmedAt: now, confirmedBy: actor.accountId }));
  }
  /** As `confirm`: a shorter span takes places away that rested on the longer one. */
  look(actor: PersonActor, id: string, given: Seen): Promise<Credential> {
    return this.see(actor, 'credential:audit', id, given, 'audit', (now) => ({ auditedAt: now, auditedBy: actor.accountId }));
  }

  /** Errors: `resource.not_found`, `credential.own`, `lifecycle.not_allowed`, `version.stale`. */
  async return(actor: PersonActor, id: string, { version, reason }: z.output<typeof credentialReturn>): Promise<Credential> {
    await this.work.run(async () => {
      const row = await this.demandOthers(actor, 'credential:confirm', id);
      const state = step(row.state, 'return');
      if (!(await this.rows.update(row, version, { state, returnedReason: reason, returnedAt: this.clock.now(), returnedBy: actor.accountId }))) throw new Refusal('version.stale');
      await this.record(actor, 'credential.returned', row, { state: row.state }, { state, kind: row.kindName, reason }, ['reason']);
      await this.jobs.enqueue('notice.credential', { event: 'returned', credentialId: id, version: version + 1 });
      await this.jobs.enqueue('credentials.lapse', { personId: row.accountId, activityId: null });
    });
    return this.get(actor, id);
  }

  /**
   * A slip is mended: what was confirmed or given back waits again, by whoever decided and for some minutes only. Not what a course gave or what was drawn, and no return of what counted before: its places are gone.
   * Errors: `resource.not_found`, `credential.own`, `lifecycle.not_allowed`, `undo.over`, `version.stale`.
   */
  async undo(actor: PersonActor, id: string, version: number): Promise<Credential> {
    await this.work.run(async () => {
      const row = await this.demandOthers(actor, 'credential:confirm', id);
      const state = step(row.state, 'undo');
      const [at, by] = row.state === 'confirmed' ? [row.confirmedAt, row.confirmedBy] : [row.returnedAt, row.returnedBy];
      const built = row.activityId !== null || row.sampledAt !== null || (row.state === 'returned' && row.confirmedAt !== null);
      if (built || !undoable(at === null || by === null ? null : { at: new Date(fromDbTime(at)), by }, actor.accountId, this.clock.now())) throw new Refusal('undo.over', { params: { minutes: UNDO_MINUTES } });
      if (!(await this.rows.update(row, version, { state, confirmedAt: null, confirmedBy: null, proof: null, returnedReason: null, returnedAt: null, returnedBy: null }))) throw new Refusal('version.stale');
      await this.record(actor, 'credential.undone', row, { state: row.state }, { state, kind: row.kindName });
      await this.jobs.enqueue('notice.credential', { event: 'undone', credentialId: id, version: version + 1 });
      if (row.state === 'confirmed') await this.jobs.enqueue('credentials.lapse', { personId: row.accountId, activityId: null });
    });
    return this.get(actor, id);
  }

  /** Which ones is left to chance, so that nobody can foresee it. Errors: `reference.not_found`. */
  async sample(actor: PersonActor, { kindId, size }: z.output<typeof credentialSampleInput>): Promise<{ drawn: number }> {
    if (kindId !== null && !(await this.kinds.all()).some(({ id }) => id === kindId)) throw badReference('terms.credentialFields.kind');
    return this.work.run(async () => {
      const ids = await this.rows.drawable(actor, kindId);
      const chosen: string[] = [];
      while (chosen.length < size && ids.length > 0) chosen.push(...ids.splice(randomInt(ids.length), 1));
      const drawn = chosen.length === 0 ? 0 : await this.rows.draw(chosen, this.clock.now());
      await this.audit.record({ actor: auditActor(actor), action: 'credential.sampled', subjectKind: 'credential_kind', subjectId: kindId ?? 'all', before: null, after: { size, drawn } });
      return { drawn };
    });
  }

  private async see(actor: PersonActor, permission: Permission, id: string, { version, proof, ...days }: Seen, action: 'confirm' | 'audit', by: (now: Date) => Partial<CredentialEntity>): Promise<Credential> {
    await this.work.run(async () => {
      const row = await this.demandOthers(actor, permission, id);
      const state = step(row.state, action);
      if (proof === 'file' && row.fileId === null) throw new Refusal('credential.no_file');
      const span = { fromDay: days.fromDay ?? row.fromDay, toDay: days.toDay === undefined ? row.toDay : days.toDay };
      const problem = credentialDays(span, { expires: Boolean(row.expires) }, this.clock.today());
      if (problem !== null) throw new Refusal('credential.days', { params: { problem: `terms.credentialDays.${problem}` } });
      if (!(await this.rows.update(row, version, { state, proof, ...span, ...by(this.clock.now()) }))) throw new Refusal('version.stale');
      await this.record(actor, action === 'confirm' ? 'credential.confirmed' : 'credential.audited', row, { state: row.state, fromDay: row.fromDay, toDay: row.toDay }, { state, kind: row.kindName, proof, ...span });
      if (action === 'confirm') await this.jobs.enqueue('notice.credential', { event: 'confirmed', credentialId: id, version: version + 1 });
      if (span.toDay !== row.toDay || span.fromDay !== row.fromDay) await this.jobs.enqueue('credentials.lapse', { personId: row.accountId, activityId: null });
    });
    return this.get(actor, id);
  }

  private async demand(actor: PersonActor, permission: Permission, id: string): Promise<CredentialRow> {
    const row = await this.rows.findFor(actor, permission, id);
    if (!row) throw notFound();
    return row;
  }
  private async demandOthers(actor: PersonActor, permission: Permission, id: string): Promise<CredentialRow> {
    const row = await this.demand(actor, permission, id);
    if (row.accountId === actor.accountId) throw new Refusal('credential.own');
    return row;
  }
  private view(row: CredentialRow): Credential { return credentialView(row, row.numberSealed === null ? null : this.cipher.open(row.numberSealed, numberPlace(row.id))); }
  private async record(actor: PersonActor, action: string, row: CredentialRow, before: Record<string, unknown> | null, after: Record<string, unknown>, classified: string[] = []): Promise<void> {
    await this.audit.record({ actor: auditActor(actor), action, subjectKind: 'credential', subjectId: row.id, before, after, ...(classified.length > 0 ? { classified: { personId: row.accountId, fields: classified } } : {}) });
  }
}

const step = (state: CredentialState, action: CredentialAction): CredentialState => {
  const result = next(credentialLifecycle, state, action);
  if (!result.ok || result.state === null) throw new Refusal('lifecycle.not_allowed', { params: { state: `terms.credentialStates.${state}` } });
  return result.state;
};
