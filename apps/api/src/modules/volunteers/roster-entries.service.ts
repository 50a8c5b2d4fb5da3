import { Inject, Injectable } from '@nestjs/common';
import type { Page, RosterEntry, rosterEntryQuery, RosterLinks } from '@kepu/contracts';
import type { z } from 'zod';
import { AuditTrail } from '../../platform/audit/index.js';
import type { PersonActor } from '../../platform/auth/actor.js';
import { auditActor } from '../../platform/auth/audit-actor.js';
import { Clock } from '../../platform/clock/index.js';
import { APP_CONFIG, type AppConfig } from '../../platform/config/config.js';
import { DerivedCodes } from '../../platform/crypto/index.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { notFound, Refusal } from '../../platform/errors/refusal.js';
import { Jobs } from '../../platform/jobs/index.js';
import { RosterEntriesRepository, type EntryRow } from './roster-entries.repository.js';
import { entryView, stateAt } from './roster.mapper.js';
import { RosterSeals } from './roster-seals.js';

const DAY_MS = 86_400_000;

/** The people who are asked, for staff. */
@Injectable()
export class RosterEntries {
  constructor(
    private readonly rows: RosterEntriesRepository, private readonly seals: RosterSeals, private readonly codes: DerivedCodes, private readonly jobs: Jobs, private readonly audit: AuditTrail, private readonly work: UnitOfWork, private readonly clock: Clock,
    @Inject(APP_CONFIG) private readonly config: AppConfig,
  ) {}

  async list(actor: PersonActor, query: z.output<typeof rosterEntryQuery>): Promise<Page<RosterEntry>> {
    const { rows, total } = await this.rows.listFor(actor, query, this.clock.now());
    return { data: rows.map((row) => this.view(row)), total };
  }

  /** Links of those who have not answered. A look is recorded: whoever has a link can read what was entered of the person. */
  async links(actor: PersonActor, ids: readonly string[]): Promise<RosterLinks> {
    const rows = await this.rows.openFor(actor, [...new Set(ids)], this.clock.now());
    if (rows.length > 0) await this.work.run(() => this.audit.record({ actor: auditActor(actor), action: 'roster_entry.links_shown', subjectKind: 'roster_import', subjectId: rows[0]?.importId ?? '', before: null, after: { entries: rows.map(({ id }) => id) } }));
    const links = rows.map((row) => ({ id: row.id, name: row.name ?? '', body: row.body, link: this.linkOf(row.id), qr: null as string | null }));
    const [only, ...more] = links;
    if (!only || more.length > 0) return { links };
    // Loaded for the first code: few starts of the process need it.
    const { default: QRCode } = await import('qrcode');
    return { links: [{ ...only, qr: await QRCode.toString(only.link, { type: 'svg', margin: 1, errorCorrectionLevel: 'M' }) }] };
  }

  /** Errors: `roster.not_open`, `roster.reminded_today`. */
  async remind(actor: PersonActor, id: string): Promise<RosterEntry> {
    const now = this.clock.now();
    await this.work.run(async () => {
      await this.demandOpen(actor, id);
      if (!(await this.rows.markReminded(id, now, new Date(now.getTime() - DAY_MS)))) throw new Refusal('roster.reminded_today');
      await this.record(actor, 'roster_entry.reminded', id);
      await this.jobs.enqueue('roster.remind', { entryId: id });
    });
    return this.view(await this.demand(actor, id));
  }

  /** Errors: `roster.not_open`. */
  async withdraw(actor: PersonActor, id: string): Promise<RosterEntry> {
    await this.work.run(async () => {
      await this.demandOpen(actor, id);
      if (!(await this.rows.end(id, 'withdrawn', this.clock.now()))) throw new Refusal('roster.not_open');
      await this.record(actor, 'roster_entry.withdrawn', id);
    });
    return this.view(await this.demand(actor, id));
  }

  /** Behind #, so that no server and no proxy writes it into a log. The token follows from the id and the keyring: none is kept. */
  linkOf(id: string): string { return `${this.config.publicUrl}/roster#${this.codes.token(id)}`; }

  private async demand(actor: PersonActor, id: string): Promise<EntryRow> {
    const row = await this.rows.findFor(actor, id);
    if (!row) throw notFound();
    return row;
  }
  private async demandOpen(actor: PersonActor, id: string): Promise<void> {
    if (stateAt(await this.demand(actor, id), this.clock.now()) !== 'pending') throw new Refusal('roster.not_open');
  }
  private async record(actor: PersonActor, action: 'roster_entry.reminded' | 'roster_entry.withdrawn', id: string): Promise<void> {
    await this.audit.record({ actor: auditActor(actor), action, subjectKind: 'roster_entry', subjectId: id, before: null, after: null });
  }
  private view(row: EntryRow): RosterEntry { return entryView(row, row.phoneSealed && this.seals.openPhone(row.id, row.phoneSealed), this.clock.now()); }
}
