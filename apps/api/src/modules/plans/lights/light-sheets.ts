import { Injectable } from '@nestjs/common';
import type { lightExportQuery } from '@kepu/contracts';
import { label, type Locale } from '@kepu/contracts/labels';
import type { z } from 'zod';
import { AuditTrail } from '../../../platform/audit/index.js';
import type { PersonActor } from '../../../platform/auth/actor.js';
import { auditActor } from '../../../platform/auth/audit-actor.js';
import { UnitOfWork } from '../../../platform/database/index.js';
import { addSheet, bytesOf, inert, workbook } from '../../../platform/sheets/sheet.js';
import { LightsService } from './lights.service.js';

/** Lights as a sheet (红黄灯清单), as they were found: with the reasons in words. */
@Injectable()
export class LightSheets {
  constructor(private readonly lights: LightsService, private readonly audit: AuditTrail, private readonly work: UnitOfWork) {}

  async of(actor: PersonActor, planId: string, query: z.output<typeof lightExportQuery>, locale: Locale): Promise<{ name: string; bytes: Buffer }> {
    const { plan, lights } = await this.lights.whole(actor, planId, query);
    const t = (key: string, params: Record<string, string | number> = {}) => label(locale, key, params);
    const book = await workbook();
    const sheet = addSheet(book, t('documents.lights'), [
      { header: t('documents.light'), width: 8 }, { header: t('documents.seq'), width: 6 }, { header: t('documents.programme'), width: 22 }, { header: t('documents.unit'), width: 18 }, { header: t('documents.text'), width: 50 }, { header: t('documents.due'), width: 16 },
      { header: t('documents.lightReasons'), width: 60 }, { header: t('documents.lightByHand'), width: 40 }, { header: t('documents.chasedTimes'), width: 10 }, { header: t('documents.chasedLast'), width: 14 },
    ]);
    for (const { light, item, unit, reasons, override, chased } of lights) {
      sheet.addRow([
        t(`terms.lights.${light}`), item.seq, inert(item.programme.name), inert(unit.name), inert(item.text), inert(item.due?.text ?? ''), inert(reasons.map(({ code, params }) => t(`terms.lightReasons.${code}`, params)).join('\n')),
        inert(override === null ? '' : t('documents.lightByHandOf', { light: t(`terms.lights.${override.light}`), reason: override.reason, day: override.expiresOn, by: override.by })), chased?.times ?? 0, chased?.lastOn ?? '',
      ]);
    }
    await this.work.run(() => this.audit.record({ actor: auditActor(actor), action: 'lights.exported', subjectKind: 'plan', subjectId: planId, before: null, after: { items: lights.length } }));
    return { name: `${plan.title} ${t('documents.lights')}.xlsx`, bytes: await bytesOf(book) };
  }
}
