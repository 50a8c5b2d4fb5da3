import { Injectable } from '@nestjs/common';
import type { GuardianRequested, Relation } from '@kepu/contracts';
import { AuditTrail } from '../../platform/audit/index.js';
import type { PersonActor } from '../../platform/auth/actor.js';
import { auditActor } from '../../platform/auth/audit-actor.js';
import { Clock } from '../../platform/clock/index.js';
import { newId } from '../../platform/database/index.js';
import { Contacts, maskPhone } from '../identity/index.js';
import { GuardianLinksRepository, type GuardianRow } from './guardian-links.repository.js';
import { GuardianPapers } from './guardian-papers.js';
import { GuardianRequests } from './guardian-requests.service.js';
import { Guardians } from './guardians.service.js';

/** A guardian as a slip says. */
export interface SlipGuardian { readonly name: string; readonly phone: string; readonly relation: Relation }

/** Guardians who have signed a slip of paper: they decide by paper, until they take the child over on their own phone. */
@Injectable()
export class GuardianSlips {
  constructor(
    private readonly rows: GuardianLinksRepository, private readonly papers: GuardianPapers, private readonly guardians: Guardians, private readonly requests: GuardianRequests, private readonly contacts: Contacts, private readonly audit: AuditTrail, private readonly clock: Clock,
  ) {}

  /** Inside a unit: one turn with what guardians register themselves, so that a child is one account. */
  takeTurn(): Promise<void> { return this.rows.takeTurn(); }

  /** Whether the child is registered already, by a guardian, by itself or by another class. Errors: `input.invalid` for what is no number. */
  known({ name, bornOn, phone }: { readonly name: string; readonly bornOn: string; readonly phone: string }): Promise<boolean> { return this.guardians.known({ name, bornOn, phoneIndex: this.contacts.addressOf({ phone }).index }); }

  /** Inside the unit that registers the child. */
  async link(actor: PersonActor, minorId: string, { name, phone, relation }: SlipGuardian): Promise<void> {
    const id = newId();
    const now = this.clock.now();
    await this.rows.insert({
      id, minorId, guardianId: null, activeKey: `${minorId}:slip`, ...this.papers.seal(id, { name, phone }), relation, method: 'slip', tokenHash: null, askedAt: now, expiresAt: null, confirmedAt: now, declinedAt: null, endedAt: null, endedBy: null, version: 1,
    });
    await this.audit.record({ actor: auditActor(actor), action: 'guardian.linked', subjectKind: 'volunteer', subjectId: minorId, before: null, after: { linkId: id, relation, method: 'slip' } });
  }

  /** The guardians of slips, by child, the number masked; those who have taken the child over are named by their account. */
  async of(minorIds: readonly string[]): Promise<ReadonlyMap<string, { readonly name: string; readonly phone: string; readonly relation: Relation; readonly ownAccount: boolean }>> {
    const found = new Map<string, { name: string; phone: string; relation: Relation; ownAccount: boolean }>();
    for (const [minorId, rows] of await this.guardians.of(minorIds)) {
      const row = rows.find(({ guardianId }) => guardianId !== null) ?? rows[0];
      const written = row && this.written(row);
      if (row) found.set(minorId, { name: row.name ?? written?.name ?? '', phone: written ? maskPhone(written.phone) : '', relation: row.relation, ownAccount: row.guardianId !== null });
    }
    return found;
  }

  /** Whom to call, as the slip says; null for whoever wrote none. For whom the caller has proved to be allowed. */
  written({ linkId: id, nameSealed, phoneSealed }: Pick<GuardianRow, 'linkId' | 'nameSealed' | 'phoneSealed'>): { readonly name: string; readonly phone: string } | null {
    const [name, phone] = [this.papers.nameOf({ id, nameSealed }), this.papers.phoneOf({ id, phoneSealed })];
    return name === null || phone === null ? null : { name, phone };
  }

  /** For the guardian of a slip alone: null where there is none, or where the guardian decides on the own phone already. */
  async offer(actor: PersonActor, minorId: string): Promise<GuardianRequested | null> {
    const row = (await this.guardians.of([minorId])).get(minorId)?.find(({ guardianId }) => guardianId === null);
    return row ? this.requests.offer(actor, row.linkId, minorId) : null;
  }
}
