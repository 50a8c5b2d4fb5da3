import { Injectable } from '@nestjs/common';
import { label, type Locale } from '@kepu/contracts/labels';
import { AuditTrail } from '../../../platform/audit/index.js';
import type { PersonActor } from '../../../platform/auth/actor.js';
import { auditActor } from '../../../platform/auth/audit-actor.js';
import { UnitOfWork } from '../../../platform/database/index.js';
import { addSheet, bytesOf, inert, workbook } from '../../../platform/sheets/sheet.js';
import { pointsIn } from '../close-outs/close-out.mapper.js';
import { CloseOutsRepository } from '../close-outs/close-outs.repository.js';
import { PlansService } from '../plans.service.js';
import { dayOf, isAskedLate } from './adjustment.mapper.js';
import { AdjustmentsRepository } from './adjustments.repository.js';
import type { FollowedRow } from './followed.js';

const all = { page: 1, perPage: 1, sort: 'seq' } as const;

/** 任务调整、延期审批表, and what is closed out, as two sheets of one workbook, in the order of the paper. */
@Injectable()
export class FollowUpSheets {
  constructor(private readonly plans: PlansService, private readonly adjustments: AdjustmentsRepository, private readonly closeOuts: CloseOutsRepository, private readonly audit: AuditTrail, private readonly work: UnitOfWork) {}

  async of(actor: PersonActor, planId: string, locale: Locale): Promise<{ name: string; bytes: Buffer }> {
    const plan = await this.plans.findFor(actor, planId);
    const t = (key: string, params: Record<string, string | number> = {}): string => label(locale, key, params);
    const [{ rows: adjustments }, { rows: closeOuts }] = await Promise.all([this.adjustments.listFor(actor, { ...all, planId }, true), this.closeOuts.listFor(actor, { ...all, planId }, true)]);
    const book = await workbook();
    const whose = [{ header: t('documents.seq'), width: 6 }, { header: t('documents.unit'), width: 16 }, { header: t('documents.programme'), width: 20 }, { header: t('documents.text'), width: 50 }];
    const subject = (row: FollowedRow) => [row.seq, inert(row.unitName), inert(row.programme), inert(row.text)];
    const sheet = addSheet(book, t('documents.adjustments'), [
      ...whose, { header: t('documents.kind'), width: 10 }, { header: t('documents.originallyDue'), width: 14 }, { header: t('documents.askedFor'), width: 28 }, { header: t('documents.reason'), width: 30 }, { header: t('documents.askedOn'), width: 12 }, { header: t('documents.lateAsked'), width: 9 },
      { header: t('documents.decision'), width: 12 }, { header: t('documents.grantedDay'), width: 12 }, { header: t('documents.decisionNote'), width: 26 }, { header: t('documents.decidedBy'), width: 10 }, { header: t('documents.decidedOn'), width: 12 }, { header: t('documents.oral'), width: 12 }, { header: t('documents.writtenNote'), width: 26 },
    ]);
    for (const row of adjustments) {
      sheet.addRow([
        ...subject(row), t(`terms.adjustmentKinds.${row.kind}`), inert(row.dueText ?? t('documents.yearEnd')), inert([row.askedDay === null ? '' : t('documents.extendedToDay', { day: row.askedDay }), row.content ?? ''].filter(Boolean).join('；')), inert(row.reason), dayOf(row.askedAt ?? row.createdAt), isAskedLate(row) ? t('documents.yes') : '',
        t(`terms.adjustmentStates.${row.state}`), row.grantedDay ?? '', inert(row.decisionNote ?? ''), inert(row.decidedBy ?? ''), row.decidedAt === null ? '' : dayOf(row.decidedAt), inert(row.saidBy === null ? '' : `${row.saidBy} ${row.saidOn ?? ''}`),
        inert(row.writtenNote ?? (row.kind === 'oral' ? t('documents.unwritten') : '')),
      ]);
    }
    const done = addSheet(book, t('documents.closeOuts'), [
      ...whose, { header: t('documents.state'), width: 12 }, { header: t('documents.askedOn'), width: 12 }, { header: t('documents.closeOutPoints'), width: 26 }, { header: t('documents.explained'), width: 40 }, { header: t('documents.decisionNote'), width: 26 }, { header: t('documents.decidedBy'), width: 10 }, { header: t('documents.doneOn'), width: 12 }, { header: t('documents.reopenedFor'), width: 26 },
    ]);
    for (const row of closeOuts) {
      const said = (JSON.parse(row.explanations) as { point: string; text: string }[]).map(({ point, text }) => `${t(`terms.closeOutPoints.${point}`)}：${text}`);
      done.addRow([
        ...subject(row), t(`terms.closeOutStates.${row.state}`), dayOf(row.askedAt ?? row.createdAt), pointsIn(row.accepted ?? row.asked).filter(({ met }) => !met).map(({ point }) => t(`terms.closeOutPoints.${point}`)).join('；'), inert([row.note ?? '', ...said].filter(Boolean).join('\n')), inert(row.decisionNote ?? ''), inert(row.decidedBy ?? ''),
        row.state === 'accepted' && row.decidedAt !== null ? dayOf(row.decidedAt) : '', inert(row.reopenedReason ?? ''),
      ]);
    }
    await this.work.run(() => this.audit.record({ actor: auditActor(actor), action: 'follow_ups.exported', subjectKind: 'plan', subjectId: planId, before: null, after: { adjustments: adjustments.length, closeOuts: closeOuts.length } }));
    return { name: `${plan.year} ${t('documents.adjustments')}.xlsx`, bytes: await bytesOf(book) };
  }
}
