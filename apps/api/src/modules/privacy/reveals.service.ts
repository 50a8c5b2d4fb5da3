import { Injectable } from '@nestjs/common';
import type { Reveal, revealInput } from '@kepu/contracts';
import type { z } from 'zod';
import { AuditTrail } from '../../platform/audit/index.js';
import type { PersonActor } from '../../platform/auth/actor.js';
import { auditActor } from '../../platform/auth/audit-actor.js';
import { RateLimits } from '../../platform/auth/rate-limits.js';
import { Clock } from '../../platform/clock/index.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { notFound, Refusal } from '../../platform/errors/refusal.js';
import { Contacts } from '../identity/index.js';
import { DataAccessLog } from './data-access-log.js';
import { RevealsRepository } from './reveals.repository.js';

/** Enough to call the people of a shift that falls through, too few to copy a list. */
const perDay = { tries: 60, minutes: 24 * 60 };

/** Shows contact data to those who have a reason, and tells the person. */
@Injectable()
export class Reveals {
  constructor(
    private readonly rows: RevealsRepository, private readonly contacts: Contacts, private readonly log: DataAccessLog, private readonly limits: RateLimits, private readonly audit: AuditTrail,
    private readonly work: UnitOfWork, private readonly clock: Clock,
  ) {}

  /** Errors: `resource.not_found`, also for somebody out of reach; `personal.daily_limit`. */
  async reveal(actor: PersonActor, personId: string, { field, reason }: z.output<typeof revealInput>): Promise<Reveal> {
    if (!(await this.rows.findFor(actor, personId, this.clock.now()))) throw notFound();
    // Counted before anything is shown, so that many at once count as many.
    await this.limits.spend('reveal', actor.accountId, perDay).catch((error: unknown) => {
      throw error instanceof Refusal && error.code === 'rate.limited' ? new Refusal('personal.daily_limit', { params: { count: perDay.tries }, cause: error }) : error;
    });
    return this.work.run(async () => {
      const contact = await this.rows.findFor(actor, personId, this.clock.now());
      if (!contact) throw notFound();
      const value = this.contacts.open(contact, field);
      if (value !== null) {
        await this.log.record(actor, 'personal:reveal', { personIds: [personId], field, reason, exportId: null });
        await this.audit.record({
          actor: auditActor(actor), action: 'personal.revealed', subjectKind: 'account', subjectId: personId, before: null, after: { field, reason }, classified: { personId, fields: ['reason'] },
        });
      }
      return { field, value };
    });
  }
}
