import { Injectable } from '@nestjs/common';
import { label, type Locale } from '@kepu/contracts/labels';
import { AuditTrail } from '../../../platform/audit/index.js';
import type { PersonActor } from '../../../platform/auth/actor.js';
import { auditActor } from '../../../platform/auth/audit-actor.js';
import { Clock } from '../../../platform/clock/index.js';
import { UnitOfWork } from '../../../platform/database/index.js';
import { officialDocument, type DocumentPart } from '../../../platform/documents/official-document.js';
import { bytesOf, printedSheet, rowHeight, thinBorder, verbatim, workbook } from '../../../platform/sheets/sheet.js';
import { numbered } from '../export-number.js';
import { ConsultationsService } from './consultations.service.js';

/** Columns of the table: share of the width, and width in characters. */
const columns = [['seq', 5, 6], ['unit', 14, 18], ['consultationItem', 34, 48], ['consultationComment', 30, 40], ['consultationDecision', 10, 12], ['draftingReason', 26, 34]] as const;
const centred: ReadonlySet<string> = new Set(['seq', 'unit', 'consultationDecision']);

/** 征求意见汇总及采纳情况表: what units said, what became of it and why, as a sheet and as a Word file. */
@Injectable()
export class ConsultationDocuments {
  constructor(private readonly consultations: ConsultationsService, private readonly audit: AuditTrail, private readonly work: UnitOfWork, private readonly clock: Clock) {}

  async table(actor: PersonActor, id: string, format: 'docx' | 'xlsx', locale: Locale): Promise<{ name: string; bytes: Buffer }> {
    const [consultation, { data: comments }, { data: answers }] = await Promise.all([this.consultations.get(actor, id), this.consultations.comments(actor, id, {}), this.consultations.answers(actor, id)]);
    const t = (key: string, params: Record<string, string | number> = {}) => label(locale, key, params);
    const list = (names: readonly string[]): string => names.join(locale === 'en' ? ', ' : '、');
    const decided = (decision: string): number => comments.filter(({ verdict }) => verdict?.decision === decision).length;
    const title = t('documents.consultationTitle', { title: consultation.title });
    const handedIn = answers.filter(({ state }) => state === 'submitted');
    const [agreed, missing] = [handedIn.filter((one) => one.comments === 0), answers.filter(({ state }) => state === 'draft')];
    const facts = [
      t('documents.consultationFact', { units: answers.length, answered: handedIn.length, comments: comments.length, adopted: decided('adopted'), partly: decided('partly'), refused: decided('refused') }),
      ...(comments.length === 0 && missing.length === 0 ? [t('documents.consultationNone')] : []), ...(agreed.length > 0 ? [t('documents.consultationAgreed', { units: list(agreed.map(({ unit }) => unit.name)) })] : []),
      ...(missing.length > 0 ? [t('documents.consultationMissing', { units: list(missing.map(({ unit }) => unit.name)) })] : []),
    ];
    const rows = comments.map(({ unit, programme, itemText, stance, text, verdict }, index) => [
      String(index + 1), unit.name, `${programme}\n${itemText}`, `${t(`terms.stances.${stance}`)}${text === null ? '' : `\n${text}`}`, verdict ? t(`terms.draftingDecisions.${verdict.decision}`) : t('documents.consultationOpen'),
      [verdict?.reason, verdict?.text ? `${t('documents.proposalWords')}${locale === 'en' ? ': ' : '：'}${verdict.text}` : null].filter(Boolean).join('\n'),
    ]);
    const { number, stamp } = numbered(actor, consultation.title, this.clock.now(), locale);
    const headings = columns.map(([name]) => t(`documents.${name}`));
    const bytes = await (format === 'docx' ? docxOf(title, facts, headings, rows, stamp) : xlsxOf(t('documents.consultation').slice(0, 31), t('documents.sheetPage'), title, facts, headings, rows, stamp));
    await this.work.run(() => this.audit.record({ actor: auditActor(actor), action: 'consultation.exported', subjectKind: 'consultation', subjectId: id, before: null, after: { number, format, comments: comments.length } }));
    return { name: `${consultation.title} ${t('documents.consultation')}.${format}`, bytes };
  }
}

const docxOf = (title: string, facts: readonly string[], headings: readonly string[], rows: readonly (readonly string[])[], stamp: string): Promise<Buffer> => {
  const table: DocumentPart[] = rows.length === 0 ? [] : [{
    kind: 'table', columns: columns.map(([name, share], at) => ({ heading: headings[at] ?? '', share, centred: centred.has(name) })), rows: rows.map((row) => row.map((text) => ({ paragraphs: text.split('\n'), rows: 1 }))),
  }];
  return officialDocument(title, [{ page: 'list', parts: [{ kind: 'tableTitle', text: title }, ...facts.map((text): DocumentPart => ({ kind: 'fact', text })), ...table, { kind: 'note', text: stamp }] }]);
};

const xlsxOf = async (name: string, page: string, title: string, facts: readonly string[], headings: readonly string[], rows: readonly (readonly string[])[], stamp: string): Promise<Buffer> => {
  const book = await workbook();
  const widths = columns.map(([, , width]) => width);
  const sheet = printedSheet(book, name, widths, page);
  const across = (text: string, bold: boolean): void => {
    const row = sheet.addRow([verbatim(text)]);
    sheet.mergeCells(row.number, 1, row.number, columns.length);
    row.getCell(1).style = { font: bold ? { bold, size: 16 } : { size: 10 }, alignment: { horizontal: bold ? 'center' : 'left', vertical: 'middle', wrapText: true } };
    row.height = rowHeight([text], [widths.reduce((sum, width) => sum + width, 0)]);
  };
  across(title, true);
  for (const fact of facts) across(fact, false);
  const heading = sheet.addRow([...headings]);
  heading.eachCell((cell) => { cell.style = { font: { bold: true }, alignment: { horizontal: 'center', vertical: 'middle', wrapText: true }, border: thinBorder }; });
  sheet.views = [{ state: 'frozen', ySplit: heading.number }];
  sheet.pageSetup.printTitlesRow = `${heading.number}:${heading.number}`;
  for (const texts of rows) {
    const row = sheet.addRow(texts.map((text, at) => (at === 0 ? Number(text) : verbatim(text))));
    row.eachCell({ includeEmpty: true }, (cell) => { cell.style = { alignment: { wrapText: true, vertical: 'top' }, border: thinBorder }; });
    row.height = rowHeight(texts, widths);
  }
  across(stamp, false);
  return bytesOf(book);
};
