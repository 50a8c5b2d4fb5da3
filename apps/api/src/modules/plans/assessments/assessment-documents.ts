import { Injectable } from '@nestjs/common';
import type { AssessmentLine, AssessmentSheet, Criterion } from '@kepu/contracts';
import { label, type Locale } from '@kepu/contracts/labels';
import { criteriaOf, ruleOf } from '@kepu/domain';
import { Readable } from 'node:stream';
import { AuditTrail } from '../../../platform/audit/index.js';
import type { PersonActor } from '../../../platform/auth/actor.js';
import { auditActor } from '../../../platform/auth/audit-actor.js';
import { Clock, shanghaiDay } from '../../../platform/clock/index.js';
import { fromDbTime, UnitOfWork } from '../../../platform/database/index.js';
import { longDay, officialDocument, type DocumentPart } from '../../../platform/documents/official-document.js';
import { zipStream, type ZipEntry } from '../../../platform/documents/zip-stream.js';
import { Refusal } from '../../../platform/errors/refusal.js';
import { Files } from '../../../platform/files/index.js';
import { addSheet, bytesOf, inert, workbook } from '../../../platform/sheets/sheet.js';
import { FileLinks } from '../../files/index.js';
import { numbered } from '../export-number.js';
import { extensionOf, PackNames } from '../packs/pack-names.js';
import { AssessmentReviews } from './assessment-reviews.service.js';
import { AssessmentSheetsService } from './assessment-sheets.service.js';
import { isIn, pointsOf, rubricOf, seesPoints, standingView } from './assessment.mapper.js';
import { AssessmentsService } from './assessments.service.js';

type Words = (key: string, params?: Record<string, string | number>) => string;
const wordsIn = (locale: Locale): Words => (key, params = {}) => label(locale, key, params);
const t = wordsIn('zh-CN');
const cell = (text: string | number) => ({ paragraphs: String(text).split('\n'), rows: 1 });
/** How a criterion is counted, in words. */
const howOf = (criterion: Criterion): string => {
  const { sentence, params, steps } = ruleOf(criterion);
  return t(`documents.assessmentRule${sentence}`, { ...params, rule: criterion.source === null ? '' : t(`terms.criterionRules.${criterion.source}`), steps: steps.map((step) => t('documents.assessmentRuleStep', step)).join('，') });
};

/** 自评表、佐证目录、得分表、结果通报. Papers are in the language of the office, whoever saves them. */
@Injectable()
export class AssessmentDocuments {
  constructor(
    private readonly assessments: AssessmentsService, private readonly sheets: AssessmentSheetsService, private readonly reviews: AssessmentReviews, private readonly links: FileLinks, private readonly files: Files, private readonly audit: AuditTrail, private readonly work: UnitOfWork, private readonly clock: Clock,
  ) {}

  /** The sheet of one unit, with as much of it as the reader may know. */
  async sheet(actor: PersonActor, id: string): Promise<{ name: string; bytes: Buffer }> {
    const sheet = await this.sheets.get(actor, id);
    const { number, stamp } = numbered(actor, sheet.unit.name, this.clock.now(), 'zh-CN');
    const bytes = await officialDocument(`${sheet.assessment.title} ${sheet.unit.name}`, [{ page: 'across', parts: [
      { kind: 'tableTitle', text: `${sheet.assessment.title}${t('documents.assessmentSheet')}` }, { kind: 'fact', text: t('documents.assessmentBy', { unit: sheet.unit.name }) }, ...(sheet.selfTotal === null ? [] : [{ kind: 'fact' as const, text: t('documents.assessmentByTotal', { self: sheet.selfTotal, total: sheet.assessment.totalPoints }) }]),
      sheetTable(sheet), ...(sheet.total === null || sheet.grade === null ? [] : [{ kind: 'fact' as const, text: `${t('documents.assessmentTotal')} ${sheet.total}，${t(`terms.assessmentGrades.${sheet.grade}`)}` }]), { kind: 'note', text: stamp },
    ] }]);
    await this.record(actor, 'assessment_sheet', id, { format: 'docx', number });
    return { name: `${sheet.unit.name} ${t('documents.assessmentSheet')}.docx`, bytes };
  }

  /** The index of evidence, and the files that stand in it. What stays inside is named, and not taken along. */
  async evidence(actor: PersonActor, id: string): Promise<{ name: string; stream: Readable }> {
    const sheet = await this.sheets.get(actor, id);
    const names = new PackNames(`${sheet.unit.name} ${t('documents.assessmentEvidenceOf')}`);
    const criteria = criteriaOf(sheet.assessment.rubric);
    const lines = new Map(sheet.lines.map((line) => [line.key, line]));
    const kept = new Map((await this.links.keptOf('assessment_sheet', [id])).map((file) => [file.id, file]));
    const placed = criteria.flatMap((criterion, at) => (lines.get(criterion.key)?.files ?? []).flatMap(({ id: fileId, faces }) => {
      const file = kept.get(fileId);
      return file && faces !== 'withheld' ? [{ fileId, key: criterion.key, path: names.path([`${String(at + 1).padStart(2, '0')} ${criterion.title}`], file.name.replace(/\.[^.]+$/u, ''), extensionOf(file.type)) }] : [];
    }));
    const paths = new Map(placed.map(({ fileId, key, path }) => [`${key} ${fileId}`, path.slice(path.indexOf('/') + 1)]));
    const index = await officialDocument(sheet.assessment.title, [{ page: 'across', parts: [
      { kind: 'tableTitle', text: `${sheet.unit.name}${t('documents.assessmentEvidence')}` }, { kind: 'fact', text: sheet.assessment.title },
      {
        kind: 'table', columns: [{ heading: t('documents.assessmentNo'), share: 8, centred: true }, { heading: t('documents.assessmentCriterion'), share: 24 }, { heading: t('documents.assessmentKind'), share: 14, centred: true }, { heading: t('documents.assessmentRecord'), share: 42 }, { heading: t('documents.assessmentCounts'), share: 12, centred: true }],
        rows: criteria.flatMap((criterion, at) => evidenceRows(lines.get(criterion.key), paths).map((row) => [cell(at + 1), cell(criterion.title), ...row.map(cell)])),
      },
      { kind: 'note', text: numbered(actor, sheet.unit.name, this.clock.now(), 'zh-CN').stamp },
    ] }]);
    const files = this.files;
    const indexPath = names.path([], `00 ${t('documents.assessmentEvidence')}`, 'docx');
    const entries = async function* (): AsyncGenerator<ZipEntry> {
      yield { name: indexPath, content: index };
      for (const { fileId, path } of placed) yield { name: path, content: (await files.open(fileId)).stream() };
    };
    await this.record(actor, 'assessment_sheet', id, { format: 'zip' });
    return { name: `${sheet.unit.name} ${t('documents.assessmentEvidenceOf')}.zip`, stream: Readable.from(zipStream(entries(), this.clock.now())) };
  }

  /** Units in reach by criterion. */
  async scores(actor: PersonActor, id: string, locale: Locale): Promise<{ name: string; bytes: Buffer }> {
    const assessment = await this.assessments.find(actor, id);
    const w = wordsIn(locale);
    const rubric = rubricOf(assessment);
    const criteria = criteriaOf(rubric);
    const { number, stamp } = numbered(actor, assessment.title, this.clock.now(), locale);
    const book = await workbook();
    const sheet = addSheet(book, w('documents.assessmentScores'), [
      { header: w('documents.assessmentNo'), width: 6 }, { header: w('documents.assessmentUnit'), width: 24 }, { header: w('documents.assessmentState'), width: 10 }, ...criteria.map(({ title, most }) => ({ header: inert(`${title} (${most})`), width: 14 })), { header: w('documents.assessmentTotal'), width: 10 }, { header: w('documents.assessmentGrade'), width: 10 }, { header: w('documents.assessmentLate'), width: 8 },
    ]);
    for (const [at, { row, live }] of (await this.reviews.everySheet(actor, assessment)).entries()) {
      const { total, grade, late } = standingView(actor, row, assessment, live, this.clock.today());
      const results = isIn(row) && seesPoints(actor, assessment, row) ? pointsOf(rubric, row, live).map(({ result }) => result) : criteria.map(() => '');
      sheet.addRow([at + 1, inert(row.unitName), w(`terms.assessmentSheetStates.${row.state}`), ...results, total ?? '', grade === null ? '' : w(`terms.assessmentGrades.${grade}`), late ? w('documents.assessmentYes') : '']);
    }
    sheet.addRow([]);
    sheet.addRow([inert(stamp)]);
    await this.record(actor, 'assessment', id, { format: 'xlsx', number });
    return { name: `${assessment.title} ${w('documents.assessmentScores')}.xlsx`, bytes: await bytesOf(book) };
  }

  /** The notice of results, in the order of the paper. Errors: `lifecycle.not_allowed` before they are announced. */
  async notice(actor: PersonActor, id: string): Promise<{ name: string; bytes: Buffer }> {
    const assessment = await this.assessments.find(actor, id);
    const { title, state, planYear, issuer, announcedAt, finalAt } = assessment;
    if (state !== 'announced' && state !== 'final') throw new Refusal('lifecycle.not_allowed', { params: { state: `terms.assessmentStates.${state}` } });
    const { data } = await this.reviews.results(actor, id);
    const count = (grade: (typeof data)[number]['grade']): number => data.filter((row) => row.grade === grade).length;
    const heading = t('documents.assessmentNotice', { title });
    const told = finalAt ?? announcedAt;
    const bytes = await officialDocument(heading, [{ page: 'upright', parts: [
      { kind: 'title', text: heading }, ...(state === 'final' ? [] : [{ kind: 'subtitle' as const, text: t('documents.assessmentNoticeDraft') }]), { kind: 'body', text: t('documents.assessmentNoticeTo') },
      { kind: 'text', text: t('documents.assessmentNoticeText', { units: data.length, year: planYear, excellent: count('excellent'), good: count('good'), passed: count('passed'), failed: count('failed') }) },
      { kind: 'table', columns: [{ heading: t('documents.assessmentNo'), share: 12, centred: true }, { heading: t('documents.assessmentUnit'), share: 48 }, { heading: t('documents.assessmentTotal'), share: 20, centred: true }, { heading: t('documents.assessmentGrade'), share: 20, centred: true }], rows: data.map(({ unit, total, grade }, at) => [cell(at + 1), cell(unit.name), cell(total), cell(t(`terms.assessmentGrades.${grade}`))]) },
      { kind: 'signature', text: issuer ?? '' }, { kind: 'date', text: told === null ? '' : longDay(shanghaiDay(new Date(fromDbTime(told)))) }, { kind: 'note', text: numbered(actor, title, this.clock.now(), 'zh-CN').stamp },
    ] }]);
    await this.record(actor, 'assessment', id, { format: 'docx' });
    return { name: `${heading}.docx`, bytes };
  }

  private async record(actor: PersonActor, subjectKind: 'assessment' | 'assessment_sheet', subjectId: string, after: Record<string, string>): Promise<void> {
    await this.work.run(() => this.audit.record({ actor: auditActor(actor), action: `${subjectKind}.exported`, subjectKind, subjectId, before: null, after }));
  }
}

const sheetTable = ({ assessment, lines }: AssessmentSheet): DocumentPart => {
  const byKey = new Map(lines.map((line) => [line.key, line]));
  const saidOf = (line: AssessmentLine | undefined): string => [line?.words, line?.frozen ? t('documents.assessmentSystem', { done: line.frozen.done, asked: line.frozen.asked }) : null, line?.review?.reason ? `${t('documents.assessmentReason')}：${line.review.reason}` : null].filter((part) => part !== null && part !== undefined).join('\n');
  return {
    kind: 'table', columns: [{ heading: t('documents.assessmentSection'), share: 12 }, { heading: t('documents.assessmentCriterion'), share: 18 }, { heading: t('documents.assessmentMost'), share: 8, centred: true }, { heading: t('documents.assessmentHow'), share: 26 }, { heading: t('documents.assessmentSelf'), share: 8, centred: true }, { heading: t('documents.assessmentWords'), share: 20 }, { heading: t('documents.assessmentGiven'), share: 8, centred: true }],
    rows: assessment.rubric.flatMap(({ title, criteria }) => criteria.map((criterion) => {
      const line = byKey.get(criterion.key);
      return [cell(title), cell(criterion.note === null ? criterion.title : `${criterion.title}\n${criterion.note}`), cell(criterion.most), cell(howOf(criterion)), cell(line ? (criterion.source === null ? (line.points ?? '') : ((line.frozen ?? line.counted)?.points ?? '')) : ''), cell(saidOf(line)), cell(line?.result ?? '')];
    })),
  };
};
/** Records that were counted, what the unit points to, and its files. */
const evidenceRows = (line: AssessmentLine | undefined, paths: ReadonlyMap<string, string>): string[][] => [
  ...((line?.frozen ?? line?.counted)?.records ?? []).map(({ kind, title, done }) => [t(`terms.assessmentRecordKinds.${kind}`), title, t(done ? 'documents.assessmentYes' : 'documents.assessmentNot')]),
  ...(line?.links ?? []).map(({ kind, title }) => [t(`terms.assessmentLinkKinds.${kind}`), title, '']), ...(line?.files ?? []).map((file) => [t('documents.assessmentFile'), paths.get(`${line?.key ?? ''} ${file.id}`) ?? file.name, '']),
];
