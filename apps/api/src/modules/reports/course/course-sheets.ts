import { Injectable } from '@nestjs/common';
import type { planChangesExportQuery, PlanEvent } from '@kepu/contracts';
import { label, type Locale } from '@kepu/contracts/labels';
import type { z } from 'zod';
import { AuditTrail } from '../../../platform/audit/index.js';
import type { PersonActor } from '../../../platform/auth/actor.js';
import { auditActor } from '../../../platform/auth/audit-actor.js';
import { UnitOfWork } from '../../../platform/database/index.js';
import { addSheet, bytesOf, inert, workbook } from '../../../platform/sheets/sheet.js';
import { CourseService } from './course.service.js';

/** What changed as a sheet, whole, as it was found. */
@Injectable()
export class CourseSheets {
  constructor(private readonly course: CourseService, private readonly audit: AuditTrail, private readonly work: UnitOfWork) {}

  async of(actor: PersonActor, planId: string, query: z.output<typeof planChangesExportQuery>, locale: Locale): Promise<{ name: string; bytes: Buffer }> {
    const { plan, events } = await this.course.whole(actor, planId, query);
    const t = (key: string, params: Record<string, string | number> = {}) => label(locale, key, params);
    const book = await workbook();
    const sheet = addSheet(book, t('documents.changes'), [
      { header: t('documents.changeDay'), width: 12 }, { header: t('documents.changeKind'), width: 14 }, { header: t('documents.changeOutcome'), width: 14 }, { header: t('documents.seq'), width: 6 }, { header: t('documents.unit'), width: 18 }, { header: t('documents.changeTitle'), width: 60 },
      { header: t('documents.changeAmount'), width: 22 }, { header: t('documents.changeRecords'), width: 10 },
    ]);
    const lightName = (light: NonNullable<PlanEvent['light']>['from']) => (light === null ? t('documents.lightUnseen') : t(`terms.lights.${light}`));
    for (const { day, kind, outcome, item, unit, title, light, metric, quantity, records } of events) {
      const amount = light ? t('documents.changeLight', { from: lightName(light.from), to: lightName(light.to) }) : metric && quantity !== null ? t('documents.changeOf', { metric: t(`terms.measureSources.${metric}`), quantity }) : '';
      sheet.addRow([day, t(`terms.changeKinds.${kind}`), t(`terms.changeOutcomes.${outcome}`), item?.seq ?? '', inert(unit?.name ?? ''), inert(title), inert(amount), records ?? '']);
    }
    await this.work.run(() => this.audit.record({ actor: auditActor(actor), action: 'plan_changes.exported', subjectKind: 'plan', subjectId: planId, before: null, after: { since: query.since, rows: events.length } }));
    return { name: `${plan.title} ${t('documents.changes')}.xlsx`, bytes: await bytesOf(book) };
  }
}
