import { Injectable } from '@nestjs/common';
import { exportMost, type Volunteer, type volunteerExport } from '@kepu/contracts';
import type { Locale } from '@kepu/contracts/labels';
import type { Readable } from 'node:stream';
import type { z } from 'zod';
import { AuditTrail } from '../../platform/audit/index.js';
import { can, type PersonActor } from '../../platform/auth/actor.js';
import { auditActor } from '../../platform/auth/audit-actor.js';
import { RateLimits } from '../../platform/auth/rate-limits.js';
import { Clock } from '../../platform/clock/index.js';
import { newId, UnitOfWork } from '../../platform/database/index.js';
import { Refusal } from '../../platform/errors/refusal.js';
import { Contacts } from '../identity/index.js';
import { VolunteerLists } from '../volunteers/index.js';
import { DataAccessLog } from './data-access-log.js';
import { RevealsRepository } from './reveals.repository.js';
import { volunteersSheet, type ExportRow } from './volunteer-export.js';

const perDay = { tries: 20, minutes: 24 * 60 };
const PAGE = 200;

/** Lists that leave the system: for a reason, with a watermark, and told to everybody who stands in them. */
@Injectable()
export class VolunteerExports {
  constructor(
    private readonly lists: VolunteerLists, private readonly contacts: Contacts, private readonly rows: RevealsRepository, private readonly log: DataAccessLog, private readonly limits: RateLimits,
    private readonly audit: AuditTrail, private readonly work: UnitOfWork, private readonly clock: Clock,
  ) {}

  /** Errors: `export.too_many`, `personal.daily_limit`. */
  async export(actor: PersonActor, { purpose, reason, ...filters }: z.output<typeof volunteerExport>, locale: Locale): Promise<Readable> {
    await this.limits.spend('export', actor.accountId, perDay).catch((error: unknown) => {
      throw error instanceof Refusal && error.code === 'rate.limited' ? new Refusal('personal.daily_limit', { params: { count: perDay.tries }, cause: error }) : error;
    });
    const people = await this.gather(actor, filters);
    const rows = await this.withPhones(actor, people, purpose === 'contact' && can(actor, 'personal:reveal'));
    const at = this.clock.now();
    const exportId = newId();
    // Written before the first byte leaves: nobody is in a list that is not told of.
    await this.work.run(async () => {
      await this.log.record(actor, 'personal:export', { personIds: people.map(({ id }) => id), field: 'export', reason, exportId });
      await this.audit.record({ actor: auditActor(actor), action: 'personal.exported', subjectKind: 'export', subjectId: exportId, before: null, after: { purpose, people: people.length, filters: Object.keys(filters) } });
    });
    return volunteersSheet(rows, { name: actor.name, at: at.toISOString(), count: people.length, purpose, reason }, locale);
  }

  private async gather(actor: PersonActor, filters: Omit<z.output<typeof volunteerExport>, 'purpose' | 'reason'>): Promise<Volunteer[]> {
    const people: Volunteer[] = [];
    for (let page = 1; ; page += 1) {
      const { data, total } = await this.lists.list(actor, { ...filters, page, perPage: PAGE });
      if (total > exportMost) throw new Refusal('export.too_many', { params: { count: total, max: exportMost } });
      people.push(...data);
      if (data.length < PAGE) return people;
    }
  }

  private async withPhones(actor: PersonActor, people: readonly Volunteer[], whole: boolean): Promise<ExportRow[]> {
    const phones = new Map<string, string>();
    for (let at = 0; at < people.length; at += PAGE) {
      for (const contact of await this.rows.listFor(actor, people.slice(at, at + PAGE).map(({ id }) => id), this.clock.now())) {
        phones.set(contact.id, (whole ? this.contacts.open(contact, 'phone') : this.contacts.masked(contact).phone) ?? '');
      }
    }
    return people.map((volunteer) => ({ volunteer, phone: phones.get(volunteer.id) ?? '' }));
  }
}
