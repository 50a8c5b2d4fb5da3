import { Inject, Injectable } from '@nestjs/common';
import type { CollectionChased, collectionChasing, Reminder } from '@kepu/contracts';
import { label, type Locale } from '@kepu/contracts/labels';
import type { z } from 'zod';
import { AuditTrail } from '../../../platform/audit/index.js';
import type { PersonActor } from '../../../platform/auth/actor.js';
import { auditActor } from '../../../platform/auth/audit-actor.js';
import { Clock } from '../../../platform/clock/index.js';
import { APP_CONFIG, type AppConfig } from '../../../platform/config/config.js';
import { newId, UniqueViolation, UnitOfWork } from '../../../platform/database/index.js';
import { badReference, Refusal } from '../../../platform/errors/refusal.js';
import { NoticesService } from '../../notices/index.js';
import { spokenDay } from '../sign-offs.service.js';
import { UnitReportsRepository } from '../unit-reports.repository.js';
import { CollectionAnswersRepository } from './collection-answers.repository.js';
import { isCounted } from './collection.mapper.js';
import { CollectionsRepository } from './collections.repository.js';
import { CollectionsService } from './collections.service.js';

/** 催报: units that have not answered are told, once a day at most; and a text for their group. */
@Injectable()
export class CollectionChases {
  constructor(
    private readonly collections: CollectionsService, private readonly rows: CollectionsRepository, private readonly answers: CollectionAnswersRepository, private readonly reports: UnitReportsRepository, private readonly notices: NoticesService, private readonly audit: AuditTrail, private readonly work: UnitOfWork, private readonly clock: Clock,
    @Inject(APP_CONFIG) private readonly config: AppConfig,
  ) {}

  /** Who has answered, and who was told today already, is left out. Errors: `lifecycle.not_allowed`, `reference.not_found`. */
  async chase(actor: PersonActor, id: string, { unitIds, words }: z.output<typeof collectionChasing>): Promise<CollectionChased> {
    return this.twice(() => this.work.run(async () => {
      const collection = await this.collections.find(actor, id);
      if (collection.state !== 'open') throw new Refusal('lifecycle.not_allowed', { params: { state: `terms.collectionStates.${collection.state}` } });
      const standings = await this.answers.standings(actor, [id]);
      if (unitIds !== null && unitIds.some((unitId) => !standings.some((row) => row.unitId === unitId))) throw badReference('body.unitIds');
      const [today, now] = [this.clock.today(), this.clock.now()];
      const missing = standings.filter((row) => !isCounted(row.state) && (unitIds === null || unitIds.includes(row.unitId)));
      const told = await this.rows.chasedOn(id, today);
      const open = missing.filter(({ unitId }) => !told.has(unitId));
      const liaisons = await this.reports.liaisonsFor(open.map(({ unitId, path }) => ({ id: unitId, path })), today);
      const heard = open.filter(({ unitId }) => (liaisons.get(unitId) ?? []).length > 0);
      await this.rows.insertChases(heard.map(({ unitId }) => ({ id: newId(), collectionId: id, unitId, day: today, createdAt: now, createdBy: actor.accountId })));
      // Who looks after several units is told once.
      const accounts = [...new Set(heard.flatMap(({ unitId }) => liaisons.get(unitId) ?? []))];
      if (heard.length > 0) {
        await this.notices.deliver(accounts, { eventKey: `collection_chased:${newId()}`, kind: 'collection_chased', link: `/collections/${id}`, params: { title: collection.title, day: collection.dueOn, text: words ?? '' } });
        await this.audit.record({ actor: auditActor(actor), action: 'collection.chased', subjectKind: 'collection', subjectId: id, before: null, after: { units: heard.map(({ unitName }) => unitName), ...(words === undefined ? {} : { text: words }) } });
      }
      const names = (list: typeof open) => list.map(({ unitId, unitName }) => ({ id: unitId, name: unitName }));
      return { told: names(heard), skipped: missing.length - open.length, unheard: names(open.filter((row) => !heard.includes(row))) };
    }));
  }

  async reminder(actor: PersonActor, id: string, locale: Locale): Promise<Reminder> {
    const { title, dueOn } = await this.collections.find(actor, id);
    const missing = (await this.answers.standings(actor, [id])).filter(({ state }) => !isCounted(state));
    const url = `${this.config.publicUrl}/admin/collections/${id}`;
    const text = label(locale, missing.length === 0 ? 'documents.collectionAllIn' : 'documents.collectionReminder', { title, day: spokenDay(dueOn, locale), count: missing.length, units: missing.map(({ unitName }) => unitName).join(locale === 'en' ? ', ' : '、'), url });
    const { default: QRCode } = await import('qrcode');
    return { text, url, qr: await QRCode.toString(url, { type: 'svg', margin: 1, errorCorrectionLevel: 'M' }) };
  }

  /** Some were told by somebody else at the same moment: the others are still to be told. */
  private async twice<T>(chase: () => Promise<T>): Promise<T> {
    try {
      return await chase();
    } catch (error) {
      if (error instanceof UniqueViolation) return chase();
      throw error;
    }
  }
}
