import { Injectable } from '@nestjs/common';
import type { Prompt } from '@kepu/contracts';
import { label } from '@kepu/contracts/labels';
import { can } from '../../../platform/auth/actor.js';
import { shanghaiDay } from '../../../platform/clock/index.js';
import { addSheet, bytesOf, workbook } from '../../../platform/sheets/sheet.js';
import { maskedName } from '../../identity/index.js';
import { CloseOutsRepository } from '../close-outs/close-outs.repository.js';
import { dayOf } from '../deadlines/adjustment.mapper.js';
import { AdjustmentsRepository } from '../deadlines/adjustments.repository.js';
import type { FollowedRow } from '../deadlines/followed.js';
import { letterOf } from '../prompts/prompt-documents.js';
import { PromptsService } from '../prompts/prompts.service.js';
import { fallsInto, type PackOrder, type PackPart } from './pack-order.js';
import { cells, quietly } from './pack-text.js';

const t = (key: string, params: Record<string, string | number> = {}): string => label('zh-CN', `documents.${key}`, params);
const all = { page: 1, perPage: 1, sort: 'seq' } as const;

/** 督办与销号: letters that were sent with what was replied, days that were granted, and what is closed out. Lights are in none of them. */
@Injectable()
export class PackFollowUps {
  constructor(private readonly prompts: PromptsService, private readonly adjustments: AdjustmentsRepository, private readonly closeOuts: CloseOutsRepository) {}

  async parts(order: PackOrder): Promise<PackPart[]> {
    const { actor, row, plan, names, items } = order;
    const folder = `06 ${t('packFollowUpsFolder')}`;
    const wanted = new Set(items.map(({ id }) => id));
    const narrowed = { planId: row.planId, ...(row.unitId === null ? {} : { unitId: row.unitId }) };
    // Who may not read letters has none in the pack.
    const letters = row.letters && can(actor, 'prompt:read') ? (await this.prompts.whole(actor, { ...narrowed, sort: 'written' })).filter((prompt) => prompt.sent !== null && fallsInto(order.filter, shanghaiDay(new Date(prompt.sent.at))) && prompt.items.some(({ itemId }) => wanted.has(itemId))) : [];
    const parts = letters.map((prompt): PackPart => {
      const what = `${t(`promptKind_${prompt.kind}`)} ${prompt.number ?? ''} ${prompt.unit.name}`;
      return { path: names.path([folder], what, 'docx'), what, content: () => letterOf(outwards(prompt), plan.issuer, false) };
    });
    return [...parts, ...(await this.sheet(order, folder, wanted, narrowed))];
  }

  private async sheet({ actor, filter, names, facts }: PackOrder, folder: string, wanted: ReadonlySet<string>, narrowed: { planId: string; unitId?: string }): Promise<PackPart[]> {
    const [adjusted, closed] = await Promise.all([this.adjustments.listFor(actor, { ...all, ...narrowed }, true), this.closeOuts.listFor(actor, { ...all, ...narrowed }, true)]);
    const granted = adjusted.rows.filter((one) => one.state === 'granted' && wanted.has(one.itemId) && fallsInto(filter, dayOf(one.decidedAt ?? one.createdAt)));
    const done = closed.rows.filter((one) => one.state === 'accepted' && wanted.has(one.itemId) && fallsInto(filter, dayOf(one.decidedAt ?? one.createdAt)));
    if (granted.length + done.length === 0) return [];
    return [{ path: names.path([folder], t('packFollowUps'), 'xlsx'), what: t('packFollowUps'), content: async () => {
      const book = await workbook();
      const whose = [{ header: t('seq'), width: 6 }, { header: t('unit'), width: 16 }, { header: t('programme'), width: 20 }, { header: t('text'), width: 50 }];
      const subject = (one: FollowedRow) => [one.seq, one.unitName, one.programme, one.text];
      const sheet = addSheet(book, t('adjustments'), [...whose, { header: t('kind'), width: 10 }, { header: t('originallyDue'), width: 14 }, { header: t('askedFor'), width: 28 }, { header: t('reason'), width: 30 }, { header: t('grantedDay'), width: 12 }, { header: t('decidedOn'), width: 12 }, { header: t('decisionNote'), width: 26 }]);
      for (const one of granted) {
        sheet.addRow(cells([...subject(one), label('zh-CN', `terms.adjustmentKinds.${one.kind}`), one.dueText ?? t('yearEnd'), [one.askedDay === null ? '' : t('extendedToDay', { day: one.askedDay }), one.content ?? ''].filter(Boolean).join('；'), one.reason, one.grantedDay ?? '', dayOf(one.decidedAt ?? one.createdAt), one.decisionNote ?? '']));
      }
      const ends = addSheet(book, t('closeOuts'), [...whose, { header: t('doneOn'), width: 12 }, { header: t('explained'), width: 40 }, { header: t('decisionNote'), width: 26 }]);
      for (const one of done) ends.addRow(cells([...subject(one), dayOf(one.decidedAt ?? one.createdAt), one.note ?? '', one.decisionNote ?? '']));
      sheet.addRow([]);
      sheet.addRow(cells([facts]));
      return bytesOf(book);
    } }];
  }
}

/** A letter for readers outside: who replied is told by the unit, and by no whole name. */
const outwards = (prompt: Prompt): Prompt => quietly({ ...prompt, replies: prompt.replies.map((reply) => ({ ...reply, by: maskedName(reply.by) })) });
