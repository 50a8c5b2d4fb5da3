import { Injectable } from '@nestjs/common';
import { isMinor } from '@kepu/domain';
import { AuditTrail } from '../../platform/audit/index.js';
import type { PersonActor } from '../../platform/auth/actor.js';
import { auditActor } from '../../platform/auth/audit-actor.js';
import { Clock } from '../../platform/clock/index.js';
import { Refusal } from '../../platform/errors/refusal.js';
import { Enrolment } from '../volunteers/index.js';
import { GuardianAgesRepository } from './guardian-ages.repository.js';
import { GuardianLinksRepository } from './guardian-links.repository.js';

/** Whether guardians are of age. A volunteer's birth date is known; whoever is none states it once. */
@Injectable()
export class GuardianAges {
  constructor(private readonly rows: GuardianAgesRepository, private readonly links: GuardianLinksRepository, private readonly enrolment: Enrolment, private readonly audit: AuditTrail, private readonly clock: Clock) {}

  /** When an account's person was born, or null where nobody has said so. */
  async of(accountId: string): Promise<string | null> { return (await this.links.bornOn(accountId)) ?? (await this.rows.find(accountId))?.bornOn ?? null; }

  /** What is known counts, whatever is stated. Errors: `guardian.age_needed`, `guardian.of_age`, `input.invalid`. */
  async demand(accountId: string, stated?: string): Promise<void> {
    const known = await this.of(accountId);
    if (known !== null) return this.demandAdult(known);
    if (stated === undefined) throw new Refusal('guardian.age_needed');
    this.check(stated, 'body.guardianBornOn');
  }

  /** A date that somebody states. Errors: `guardian.of_age`, `input.invalid`. */
  check(stated: string, path: string): void {
    this.demandAdult(stated);
    this.enrolment.demandAge(stated, path);
  }

  /** Inside the unit that makes the account. */
  begin(accountId: string, bornOn: string): Promise<void> { return this.rows.insert(accountId, bornOn, this.clock.now()); }

  /** Inside the unit that makes somebody a guardian, who has its turn; what is known already stays. */
  async keep(actor: PersonActor, stated?: string): Promise<void> {
    if (stated === undefined || (await this.of(actor.accountId)) !== null) return;
    await this.begin(actor.accountId, stated);
    await this.audit.record({ actor: auditActor(actor), action: 'guardian.age_stated', subjectKind: 'account', subjectId: actor.accountId, before: null, after: null });
  }

  private demandAdult(bornOn: string): void { if (isMinor(bornOn, this.clock.today())) throw new Refusal('guardian.of_age'); }
}
