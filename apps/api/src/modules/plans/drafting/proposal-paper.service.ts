import { Injectable } from '@nestjs/common';
import { dueDate, readTargets, writeLetter, writeTable, type PaperItem } from '@kepu/breakdown';
import type { PlanImport, proposalQuery } from '@kepu/contracts';
import { label, type Locale } from '@kepu/contracts/labels';
import type { z } from 'zod';
import { AuditTrail } from '../../../platform/audit/index.js';
import type { PersonActor } from '../../../platform/auth/actor.js';
import { auditActor } from '../../../platform/auth/audit-actor.js';
import { Clock } from '../../../platform/clock/index.js';
import { UnitOfWork } from '../../../platform/database/index.js';
import { Refusal } from '../../../platform/errors/refusal.js';
import { addSheet, bytesOf, inert, workbook } from '../../../platform/sheets/sheet.js';
import { ProgrammeDirectory, UnitDirectory } from '../../units/index.js';
import { numbered } from '../export-number.js';
import { PlanImportsService } from '../plan-imports.service.js';
import { paperXlsx } from '../plan-paper.js';
import { ReadingDictionary } from '../reading-dictionary.js';
import { ProposalCallsService } from './proposal-calls.service.js';
import { ProposalsRepository } from './proposals.repository.js';

/** What was proposed, as a sheet; and what of it was adopted, as a paper that goes the way of every paper. */
@Injectable()
export class ProposalPaper {
  constructor(
    private readonly rows: ProposalsRepository, private readonly calls: ProposalCallsService, private readonly imports: PlanImportsService, private readonly programmes: ProgrammeDirectory, private readonly dictionary: ReadingDictionary, private readonly units: UnitDirectory, private readonly audit: AuditTrail, private readonly work: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  async sheet(actor: PersonActor, callId: string, query: z.output<typeof proposalQuery>, locale: Locale): Promise<{ name: string; bytes: Buffer }> {
    const call = await this.calls.findFor(actor, callId);
    const { data } = await this.calls.proposals(actor, callId, query);
    const t = (key: string) => label(locale, key);
    const { number, stamp } = numbered(actor, call.title, this.clock.now(), locale);
    const book = await workbook();
    const sheet = addSheet(book, t('documents.proposals'), [
      { header: t('documents.seq'), width: 6 }, { header: t('documents.unit'), width: 18 }, { header: t('documents.programme'), width: 22 }, { header: t('documents.text'), width: 60 }, { header: t('documents.due'), width: 14 }, { header: t('documents.proposalMeasure'), width: 22 },
      { header: t('documents.proposalNote'), width: 26 }, { header: t('documents.proposalDecision'), width: 12 }, { header: t('documents.proposalWords'), width: 40 }, { header: t('documents.draftingReason'), width: 30 },
    ]);
    data.forEach((one, index) => sheet.addRow([
      index + 1, inert(one.unit.name), inert(one.programme.name), inert(one.text), inert(one.dueText ?? ''), inert(one.measure ?? ''), inert(one.note ?? ''), one.verdict ? t(`terms.draftingDecisions.${one.verdict.decision}`) : t('documents.consultationOpen'), inert(one.verdict?.text ?? ''), inert(one.verdict?.reason ?? ''),
    ]));
    sheet.addRow([stamp]);
    await this.work.run(() => this.audit.record({ actor: auditActor(actor), action: 'proposals.exported', subjectKind: 'proposal_call', subjectId: callId, before: null, after: { number, proposals: data.length } }));
    return { name: `${call.title} ${t('documents.proposals')}.xlsx`, bytes: await bytesOf(book) };
  }

  /**
   * A paper of what was adopted, unit by unit in protocol order, with the words that the office uses. It is read in as any paper is, and the office lands in the preview: nothing else makes a plan.
   * Errors: `proposal_call.nothing_adopted`, `storage.full`.
   */
  async make(actor: PersonActor, callId: string): Promise<{ ready: boolean; view: PlanImport }> {
    const call = await this.calls.findFor(actor, callId);
    const adopted = (await this.rows.proposalsFor(actor, callId, {})).filter(({ decision }) => decision === 'adopted' || decision === 'partly');
    if (adopted.length === 0) throw new Refusal('proposal_call.nothing_adopted');
    const [programmes, dictionary] = await Promise.all([this.programmes.programmesByIds(adopted.map(({ programmeId }) => programmeId)), this.dictionary.of((await this.units.cityDivision()).code)]);
    const place = (id: string): number => programmes.get(id)?.sortNo ?? Number.MAX_SAFE_INTEGER;
    const units = [...new Set(adopted.map(({ unitId }) => unitId))];
    const sorted = adopted.toSorted((a, b) => units.indexOf(a.unitId) - units.indexOf(b.unitId) || place(a.programmeId) - place(b.programmeId) || a.seq - b.seq);
    const cell = ({ unitId, programmeId }: (typeof sorted)[number]): string => `${unitId} ${programmeId}`;
    const items = sorted.map((one, index): PaperItem => {
      const mates = sorted.filter((other) => cell(other) === cell(one));
      const text = one.decidedText ?? one.text;
      return {
        number: mates.length > 1 ? String(index - sorted.findIndex((other) => cell(other) === cell(one)) + 1) : null, programme: one.programmeName, units: [{ role: 'responsible', printed: one.unitName }], text,
        due: one.dueText === null ? null : { text: one.dueText, date: dueDate(one.dueText, call.year) }, targets: readTargets(text),
      };
    });
    // The paper is in the language of the office, whoever makes it.
    const title = label('zh-CN', 'documents.proposalPaper', { year: call.year });
    const { number, stamp } = numbered(actor, call.title, this.clock.now(), 'zh-CN');
    const bytes = await paperXlsx({ letter: writeLetter({ docNumber: null, issuer: null, title, year: call.year, issuedOn: null }), table: writeTable(items, call.year, dictionary), mark: null, stamp });
    const made = await this.imports.create(actor, { bytes, fileName: `${title}.xlsx`, origin: 'file' });
    await this.work.run(async () => {
      await this.rows.keepPaper(callId, made.view.id);
      await this.audit.record({ actor: auditActor(actor), action: 'proposal_call.paper_made', subjectKind: 'proposal_call', subjectId: callId, before: { importId: call.importId }, after: { importId: made.view.id, number, items: items.length } });
    });
    return made;
  }
}
