import { Injectable } from '@nestjs/common';
import type { MinorAudit } from '@kepu/contracts';
import { label, type Locale } from '@kepu/contracts/labels';
import { AuditTrail } from '../../platform/audit/index.js';
import type { PersonActor } from '../../platform/auth/actor.js';
import { auditActor } from '../../platform/auth/audit-actor.js';
import { Clock } from '../../platform/clock/index.js';
import { toDbTime, UnitOfWork, fromDbTime } from '../../platform/database/index.js';
import { addSheet, bytesOf, inert, workbook } from '../../platform/sheets/sheet.js';
import { MinorPolicies } from '../guardians/index.js';
import { LISTED, MinorAuditRepository } from './minor-audit.repository.js';

/** The yearly audit of minors' data (未成年人网络保护条例 37): what is kept, what was agreed to, and every look. */
@Injectable()
export class MinorAudits {
  constructor(private readonly rows: MinorAuditRepository, private readonly policies: MinorPolicies, private readonly audit: AuditTrail, private readonly work: UnitOfWork, private readonly clock: Clock) {}

  /** A year in Shanghai; the present one up to now. */
  async of(year: number): Promise<MinorAudit> {
    const at = (value: number) => toDbTime(new Date(`${value}-01-01T00:00:00+08:00`));
    const span = { from: at(year), to: at(year + 1), fromDay: `${year}-01-01`, toDay: `${year}-12-31`, today: this.clock.today() };
    const [figures, { rows, total }, { version }] = [await this.rows.figures(span), await this.rows.accesses(span), await this.policies.policy()];
    return {
      year, madeAt: this.clock.now().toISOString(), policy: version, figures: [...figures].map(([key, count]) => ({ key, count })),
      accesses: rows.map((row) => ({ ...row, at: fromDbTime(row.at) })), more: Math.max(0, total - LISTED),
    };
  }

  async workbook(actor: PersonActor, year: number, locale: Locale): Promise<Buffer> {
    const audit = await this.of(year);
    await this.work.run(() => this.audit.record({ actor: auditActor(actor), action: 'minor_audit.exported', subjectKind: 'minor_audit', subjectId: String(year), before: null, after: { accesses: audit.accesses.length } }));
    const t = (key: string, params: Record<string, string | number> = {}) => label(locale, `minorAudit.${key}`, params);
    const book = await workbook();
    const figures = addSheet(book, t('sheetFigures'), [{ header: t('item'), width: 40 }, { header: t('count'), width: 14 }]);
    figures.addRow([t('year'), audit.year]);
    for (const { key, count } of audit.figures) figures.addRow([t(`figures.${key}`), count]);
    figures.addRow([t('policy', { version: audit.policy })]);
    figures.addRow([t('madeAt'), audit.madeAt]);
    figures.addRow([t('basis')]);
    const accesses = addSheet(book, t('sheetAccesses'), [
      { header: t('at'), width: 26 }, { header: t('who'), width: 14 }, { header: t('body'), width: 30 }, { header: t('role'), width: 18 }, { header: t('field'), width: 16 }, { header: t('number'), width: 18 }, { header: t('reason'), width: 50 },
    ]);
    for (const { at, who, body, role, field, number, reason } of audit.accesses) {
      accesses.addRow([at, inert(who), inert(body), role === 'shift_leader' ? t('shiftLeader') : label(locale, `terms.roles.${role}`), label(locale, `terms.accessFields.${field}`), number, inert(reason ?? '')]);
    }
    return bytesOf(book);
  }
}
