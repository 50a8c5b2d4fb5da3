import { Injectable } from '@nestjs/common';
import type { Complaint, complaintAnswer, complaintQuery, Desk, Page } from '@kepu/contracts';
import { daysBetween } from '@kepu/domain';
import type { z } from 'zod';
import { can, reachOf, type PersonActor } from '../../platform/auth/actor.js';
import { auditActor } from '../../platform/auth/audit-actor.js';
import { Clock } from '../../platform/clock/index.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { notFound, Refusal } from '../../platform/errors/refusal.js';
import { Contacts } from '../identity/index.js';
import { complaintView } from './complaint.mapper.js';
import { ComplaintSteps } from './complaint-steps.js';
import { ComplaintsRepository, type ComplaintRow } from './complaints.repository.js';

const SHOWN = 5;

/** What those do who answer complaints. */
@Injectable()
export class ComplaintsService {
  constructor(private readonly rows: ComplaintsRepository, private readonly steps: ComplaintSteps, private readonly contacts: Contacts, private readonly work: UnitOfWork, private readonly clock: Clock) {}

  async list(actor: PersonActor, query: z.output<typeof complaintQuery>): Promise<Page<Complaint>> {
    const { rows, total } = await this.rows.listFor(actor, query);
    return { data: rows.map((row) => this.view(actor, row)), total };
  }

  async get(actor: PersonActor, id: string): Promise<Complaint> { return this.view(actor, await this.demand(actor, id, 'complaint:read')); }

  /** The number or address in full; each look is written down. Errors: `complaint.no_contact`. */
  async reveal(actor: PersonActor, id: string): Promise<{ contact: string }> {
    const { contactSealed } = await this.demand(actor, id, 'complaint:answer');
    if (contactSealed === null) throw new Refusal('complaint.no_contact');
    await this.work.run(() => this.steps.record(auditActor(actor), 'complaint.contact_seen', id, {}));
    return { contact: this.contacts.openLoose({ contactSealed }, 'complaints', id) };
  }

  /** The first answer, or the city's review of it. Errors: `lifecycle.not_allowed`, `version.stale`. */
  async answer(actor: PersonActor, id: string, { version, outcome, text }: z.output<typeof complaintAnswer>): Promise<Complaint> {
    await this.work.run(async () => {
      const row = await this.demand(actor, id, 'complaint:answer');
      const now = this.clock.now();
      if (row.state === 'reopened') await this.steps.take(auditActor(actor), row, 'review', version, { reviewText: text, reviewOutcome: outcome, reviewedAt: now, reviewedBy: actor.accountId });
      else await this.steps.take(auditActor(actor), row, 'answer', version, { answerText: text, answerOutcome: outcome, answeredAt: now, answeredBy: actor.accountId });
    });
    return this.get(actor, id);
  }

  /** For the desk; null for whoever answers none. */
  async waitingFor(actor: PersonActor): Promise<Desk['complaintsToAnswer']> {
    if (!can(actor, 'complaint:answer')) return null;
    const { rows, total } = await this.rows.waitingFor(actor, SHOWN);
    const today = this.clock.today();
    return { count: total, first: rows.map(({ id, number, kind, dueOn }) => ({ id, number, kind, dueOn, daysLeft: daysBetween(today, dueOn) })) };
  }

  private view(actor: PersonActor, row: ComplaintRow): Complaint {
    const { contactKind, contactSealed } = row;
    const contact = contactKind === null || contactSealed === null ? null : this.contacts.maskLoose({ contactKind, contactSealed }, 'complaints', row.id);
    const mayAnswer = can(actor, 'complaint:answer') && (row.state === 'open' || (row.state === 'reopened' && reachOf(actor, 'complaint:answer') === 'all'));
    return complaintView(row, this.clock.today(), { contact, mayAnswer });
  }

  private async demand(actor: PersonActor, id: string, permission: 'complaint:read' | 'complaint:answer'): Promise<ComplaintRow> {
    const row = await this.rows.findFor(actor, id, permission);
    if (!row) throw notFound();
    return row;
  }
}
