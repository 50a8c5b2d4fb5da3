import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { ProofKind } from '@kepu/contracts';
import { AuditTrail } from '../../../platform/audit/index.js';
import type { PersonActor } from '../../../platform/auth/actor.js';
import { auditActor } from '../../../platform/auth/audit-actor.js';
import { isFresh, withProof, writeProofs } from '../../../platform/auth/standing.js';
import { Clock } from '../../../platform/clock/index.js';
import { newId, UnitOfWork } from '../../../platform/database/index.js';
import { Refusal } from '../../../platform/errors/refusal.js';
import { SessionRepository, tokenHash } from '../session.repository.js';
import type { Device } from '../sessions.service.js';
import { DevicesRepository } from './devices.repository.js';

const REMEMBERED_DAYS = 30;

/** What the browser is given after a proof: a new token, and one for the device where it is to be remembered. */
export interface Stepped { readonly token: string; readonly expiresAt: Date; readonly device: { readonly token: string; readonly expiresAt: Date } | null }

/** A session comes further: it gets a new token with each proof, so that one that was planted or seen before is worth nothing. */
@Injectable()
export class SessionSteps {
  constructor(
    private readonly sessions: SessionRepository, private readonly devices: DevicesRepository, private readonly audit: AuditTrail, private readonly work: UnitOfWork, private readonly clock: Clock,
  ) {}

  /** Inside or outside a unit. Errors: `version.stale` where another proof was given at the same moment. */
  async add(actor: PersonActor, kind: ProofKind, { device, remember }: { readonly device: Device; readonly remember: boolean }): Promise<Stepped> {
    const now = this.clock.now();
    const { proofs } = actor.standing;
    const token = randomBytes(32).toString('base64url');
    const kinds = new Set([...proofs.filter((proof) => proof.kind !== 'device').map((proof) => proof.kind), kind]);
    // A device that is to stand for a second proof was there when one was given.
    const remembered = remember && kinds.size > 1 ? randomBytes(32).toString('base64url') : null;
    const until = new Date(now.getTime() + REMEMBERED_DAYS * 86_400_000);
    await this.work.run(async () => {
      if (!(await this.sessions.stepUp(actor.sessionId, writeProofs(proofs), writeProofs(withProof(proofs, kind, now)), token))) throw new Refusal('version.stale');
      await this.audit.record({ actor: auditActor(actor), action: 'session.proof_added', subjectKind: 'session', subjectId: actor.sessionId, before: null, after: { kind } });
      if (!remembered) return;
      const id = newId();
      await this.devices.insert({
        id, tokenHash: tokenHash(remembered), accountId: actor.accountId, createdAt: now, lastUsedAt: now, expiresAt: until, endedAt: null, ip: device.ip, userAgent: device.userAgent?.slice(0, 200) ?? null,
      });
      await this.audit.record({ actor: auditActor(actor), action: 'sign_in.device_remembered', subjectKind: 'account', subjectId: actor.accountId, before: null, after: { deviceId: id } });
    });
    return { token, expiresAt: actor.sessionExpiresAt, device: remembered ? { token: remembered, expiresAt: until } : null };
  }

  /** Errors: `auth.proof_required` where no proof, or none of these kinds, was given in the last ten minutes. */
  demandFresh(actor: PersonActor, kinds?: readonly ProofKind[]): void {
    if (!isFresh(actor.standing.proofs, this.clock.now(), kinds)) throw new Refusal('auth.proof_required');
  }
}
