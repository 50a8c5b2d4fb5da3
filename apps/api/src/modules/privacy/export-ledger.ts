import { Injectable } from '@nestjs/common';
import { exportMost, type ExportPurpose } from '@kepu/contracts';
import type { Locale } from '@kepu/contracts/labels';
import type { Readable } from 'node:stream';
import { AuditTrail } from '../../platform/audit/index.js';
import { can, type PersonActor } from '../../platform/auth/actor.js';
import { auditActor } from '../../platform/auth/audit-actor.js';
import { RateLimits } from '../../platform/auth/rate-limits.js';
import { Clock } from '../../platform/clock/index.js';
import { newId, UnitOfWork } from '../../platform/database/index.js';
import { Refusal } from '../../platform/errors/refusal.js';
import { Contacts } from '../identity/index.js';
import { DataAccessLog } from './data-access-log.js';
import { peopleSheet, type PeopleList } from './people-sheet.js';
import { RevealsRepository } from './reveals.repository.js';

const perDay = { tries: 20, minutes: 24 * 60 };
/** How many people one unit of work tells: writing a hundred thousand lines takes longer than a unit may. */
const AT_ONCE = 10_000;

/** Why a list is taken. */
export interface ExportReason { readonly purpose: ExportPurpose; readonly reason: string }

/** What every list of people that leaves goes through: so many a day, for a reason, with a watermark, and told to everybody who stands in it. */
@Injectable()
export class ExportLedger {
  constructor(
    private readonly contacts: Contacts, private readonly contactRows: RevealsRepository, private readonly log: DataAccessLog, private readonly limits: RateLimits, private readonly audit: AuditTrail, private readonly work: UnitOfWork, private readonly clock: Clock,
  ) {}

  /** Errors: `personal.daily_limit`. */
  async begin(actor: PersonActor): Promise<void> {
    await this.limits.spend('export', actor.accountId, perDay).catch((error: unknown) => {
      throw error instanceof Refusal && error.code === 'rate.limited' ? new Refusal('personal.daily_limit', { params: { count: perDay.tries }, cause: error }) : error;
    });
  }

  /** Errors: `export.too_many`. */
  demand(total: number): void {
    if (total > exportMost) throw new Refusal('export.too_many', { params: { count: total, max: exportMost } });
  }

  /** The numbers of those whom the reader may ask about: whole for `contact` and whoever may see them, masked for others. One statement, however many they are. */
  async phones(actor: PersonActor, personIds: readonly string[], purpose: ExportPurpose): Promise<ReadonlyMap<string, string>> {
    const whole = purpose === 'contact' && can(actor, 'personal:reveal');
    return new Map((await this.contactRows.manyFor(actor, personIds, this.clock.now())).map((contact) => [contact.id, (whole ? this.contacts.open(contact, 'phone') : this.contacts.masked(contact).phone) ?? '']));
  }

  /** Written before the first byte leaves: nobody is in a list that is not told of. `what` names the list. */
  async leave<Row>(actor: PersonActor, { purpose, reason }: ExportReason, what: string, filters: readonly string[], people: readonly string[], list: PeopleList<Row>, locale: Locale): Promise<Readable> {
    const [at, exportId, told] = [this.clock.now(), newId(), [...new Set(people)]];
    for (let from = 0; from < told.length; from += AT_ONCE) {
      await this.work.run(() => this.log.record(actor, 'personal:export', { personIds: told.slice(from, from + AT_ONCE), field: 'export', reason, exportId }));
    }
    await this.work.run(() => this.audit.record({ actor: auditActor(actor), action: 'personal.exported', subjectKind: 'export', subjectId: exportId, before: null, after: { what, purpose, people: told.length, rows: list.rows.length, filters } }));
    return peopleSheet(list, { name: actor.name, at: at.toISOString(), count: told.length, purpose, reason }, locale);
  }
}
