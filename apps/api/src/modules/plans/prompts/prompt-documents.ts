import { Injectable } from '@nestjs/common';
import type { Prompt, promptExportQuery } from '@kepu/contracts';
import { label, type Locale } from '@kepu/contracts/labels';
import type { z } from 'zod';
import { AuditTrail } from '../../../platform/audit/index.js';
import type { PersonActor } from '../../../platform/auth/actor.js';
import { auditActor } from '../../../platform/auth/audit-actor.js';
import { shanghaiDay, shanghaiMinute } from '../../../platform/clock/index.js';
import { UnitOfWork } from '../../../platform/database/index.js';
import { longDay, officialDocument, type DocumentColumn } from '../../../platform/documents/official-document.js';
import { addSheet, bytesOf, inert, workbook } from '../../../platform/sheets/sheet.js';
import { PlansService } from '../plans.service.js';
import { spokenDay } from '../sign-offs.service.js';
import { PromptsService } from './prompts.service.js';

type Words = (key: string, params?: Record<string, string | number>) => string;
const words = (locale: Locale): Words => (key, params = {}) => label(locale, `documents.${key}`, params);

/** Prompts as documents: the letter with its reply slip, and all of them with what was replied (回执汇总). */
@Injectable()
export class PromptDocuments {
  constructor(private readonly prompts: PromptsService, private readonly plans: PlansService, private readonly audit: AuditTrail, private readonly work: UnitOfWork) {}

  /** The letter as it stands, and a page to reply on. It is in the language of the office, whoever saves it. */
  async letter(actor: PersonActor, id: string): Promise<{ name: string; bytes: Buffer }> {
    const prompt = await this.prompts.get(actor, id);
    const { issuer } = await this.plans.findFor(actor, prompt.plan.id);
    const bytes = await letterOf(prompt, issuer);
    await this.record(actor, prompt.plan.id, { promptId: id, number: prompt.number ?? '', format: 'docx' });
    return { name: `${words('zh-CN')(`promptKind_${prompt.kind}`)} ${prompt.number ?? prompt.unit.name}.docx`, bytes };
  }

  /** All that are found. */
  async sheet(actor: PersonActor, query: z.output<typeof promptExportQuery>, locale: Locale): Promise<{ name: string; bytes: Buffer }> {
    const prompts = await this.prompts.whole(actor, query);
    const t = words(locale);
    const book = await workbook();
    const sheet = addSheet(book, t('prompts'), [
      { header: t('promptKind'), width: 12 }, { header: t('promptNumber'), width: 20 }, { header: t('unit'), width: 18 }, { header: t('promptAbout'), width: 50 }, { header: t('state'), width: 10 }, { header: t('promptSent'), width: 18 }, { header: t('promptReplyDay'), width: 12 }, { header: t('promptRead'), width: 18 },
      { header: t('promptReplied'), width: 18 }, { header: t('promptSlipReason'), width: 40 }, { header: t('promptSlipMeasures'), width: 40 }, { header: t('promptSlipDay'), width: 12 }, { header: t('reportLate'), width: 8 },
    ]);
    for (const prompt of prompts) sheet.addRow(rowOf(prompt, t, locale));
    await this.work.run(() => this.audit.record({ actor: auditActor(actor), action: 'prompts.exported', subjectKind: 'plan', subjectId: query.planId ?? 'all', before: null, after: { items: prompts.length } }));
    return { name: `${t('prompts')}.xlsx`, bytes: await bytesOf(book) };
  }

  private async record(actor: PersonActor, planId: string, after: Record<string, string>): Promise<void> {
    await this.work.run(() => this.audit.record({ actor: auditActor(actor), action: 'prompts.exported', subjectKind: 'plan', subjectId: planId, before: null, after }));
  }
}

/** A letter with its slip. `reasons`: with the lights of that day, which are the office's and the unit's alone. */
export const letterOf = async (prompt: Prompt, issuer: string | null, reasons = true): Promise<Buffer> => {
  const t = words('zh-CN');
  const kind = t(`promptKind_${prompt.kind}`);
  const shares: readonly DocumentColumn[] = [{ heading: t('seq'), share: 8, centred: true }, { heading: t('programme'), share: 20, centred: true }, { heading: t('text'), share: 40 }, ...(reasons ? [{ heading: t('lightReasons'), share: 32 }] : [])];
  const cell = (text: string) => ({ paragraphs: text.split('\n'), rows: 1 });
  const blank = (heading: string, text = '') => [cell(heading), cell(text)];
  const [reply] = prompt.replies.filter(({ returned, takenBack }) => returned === null && !takenBack);
  return officialDocument(prompt.title, [
    { page: 'upright', parts: [
      { kind: 'masthead', text: kind }, { kind: 'number', text: prompt.number ?? t('promptUnnumbered') }, { kind: 'title', text: prompt.title }, { kind: 'fact', text: t('promptTo', { unit: prompt.unit.name }) },
      ...prompt.text.split('\n').filter((line) => line.trim() !== '').map((text) => ({ kind: 'body' as const, text })), { kind: 'body', text: t('promptReplyBy', { day: spokenDay(prompt.replyBy, 'zh-CN') }) },
      { kind: 'signature', text: issuer ?? '' }, { kind: 'date', text: prompt.sent === null ? '' : longDay(shanghaiDay(new Date(prompt.sent.at))) },
      { kind: 'tableTitle', text: t('promptItems') },
      { kind: 'table', columns: shares, rows: prompt.items.map((item) => [cell(String(item.seq)), cell(item.programme), cell(item.text), ...(reasons ? [cell(reasonsOf(item.reasons))] : [])]) },
    ] },
    { page: 'upright', parts: [
      { kind: 'tableTitle', text: t('promptSlip', { kind }) }, { kind: 'fact', text: [prompt.number ?? t('promptUnnumbered'), prompt.unit.name].join('　') },
      { kind: 'table', columns: [{ heading: t('promptSlipPoint'), share: 25, centred: true }, { heading: t('promptSlipText'), share: 75 }], rows: [
        blank(t('promptSlipReason'), reply?.reason), blank(t('promptSlipMeasures'), reply?.measures), blank(t('promptSlipDay'), reply?.newDay ?? ''), blank(t('promptSlipBy'), reply === undefined ? '' : `${reply.by} ${shanghaiMinute(new Date(reply.at))}`),
      ] },
    ] },
  ]);
};

const reasonsOf = (reasons: Prompt['items'][number]['reasons']): string => reasons.map(({ code, params }) => label('zh-CN', `terms.lightReasons.${code}`, params)).join('\n');
const rowOf = (prompt: Prompt, t: Words, locale: Locale): (string | number)[] => {
  const [reply] = prompt.replies.filter(({ takenBack }) => !takenBack);
  const minute = (at: string | undefined): string => (at === undefined ? '' : shanghaiMinute(new Date(at)));
  return [
    t(`promptKind_${prompt.kind}`), prompt.number ?? '', prompt.unit.name, prompt.items.map(({ seq, text }) => `${seq}. ${text}`).join('\n'), label(locale, `terms.promptStates.${prompt.state}`), minute(prompt.sent?.at), prompt.replyBy, minute(prompt.read?.at), minute(reply?.at), reply?.reason ?? '', reply?.measures ?? '', reply?.newDay ?? '',
    prompt.overdue || reply?.late ? t('yes') : '',
  ].map((value) => inert(value));
};
