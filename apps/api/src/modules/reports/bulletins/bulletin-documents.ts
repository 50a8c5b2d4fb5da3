import { Inject, Injectable } from '@nestjs/common';
import { bulletinMetrics, type Bulletin, type BulletinMetric, type Figure } from '@kepu/contracts';
import { label, type Locale } from '@kepu/contracts/labels';
import { textParts } from '@kepu/domain';
import { AuditTrail } from '../../../platform/audit/index.js';
import type { PersonActor } from '../../../platform/auth/actor.js';
import { auditActor } from '../../../platform/auth/audit-actor.js';
import { Clock, shanghaiDay, shanghaiMinute } from '../../../platform/clock/index.js';
import { APP_CONFIG, type AppConfig } from '../../../platform/config/config.js';
import { UnitOfWork } from '../../../platform/database/index.js';
import { longDay, officialDocument, type DocumentColumn, type DocumentPart, type DocumentSection } from '../../../platform/documents/official-document.js';
import { addSheet, bytesOf, inert, workbook } from '../../../platform/sheets/sheet.js';
import { numbered, PlansService } from '../../plans/index.js';
import { BulletinsService } from './bulletins.service.js';
import { figureKey } from './figures.js';

type Words = (key: string, params?: Record<string, string | number>) => string;
const wordsIn = (locale: Locale): Words => (key, params = {}) => label(locale, key, params);
const cell = (text: string | number) => ({ paragraphs: String(text).split('\n'), rows: 1 });

/** A bulletin as documents: the paper with its tables and where its numbers come from, and all numbers with the records behind them. */
@Injectable()
export class BulletinDocuments {
  constructor(
    private readonly bulletins: BulletinsService, private readonly plans: PlansService, private readonly audit: AuditTrail, private readonly work: UnitOfWork, private readonly clock: Clock, @Inject(APP_CONFIG) private readonly config: AppConfig,
  ) {}

  /** The paper is in the language of the office, whoever saves it. What is not issued says so in place of its number. */
  async paper(actor: PersonActor, id: string): Promise<{ name: string; bytes: Buffer }> {
    const bulletin = await this.bulletins.get(actor, id, 'zh-CN');
    const { issuer } = await this.plans.findFor(actor, bulletin.plan.id);
    const t = wordsIn('zh-CN');
    const { number, stamp } = numbered(actor, bulletin.title, this.clock.now(), 'zh-CN');
    const figures = new Map(bulletin.figures.map((figure) => [figure.name, figure]));
    const numerals = t('documents.bulletinNumerals').split('|');
    const mark = bulletin.state === 'issued' ? (bulletin.number ?? t('documents.bulletinUnnumbered')) : t(bulletin.state === 'withdrawn' ? 'documents.bulletinWithdrawn' : 'documents.bulletinDraft');
    const annexes = annexesOf(bulletin, t, `${this.config.publicUrl}/admin/bulletins/${id}`);
    const body: DocumentPart[] = bulletin.sections.flatMap(({ heading, text }, at): DocumentPart[] => [
      { kind: 'heading', text: `${numerals[at] ?? ''}${heading}` },
      ...text.split('\n').filter((line) => line.trim() !== '').map((line): DocumentPart => ({ kind: 'text', text: textParts(line).map(({ text: part, figure }) => (figure === null ? part : (figures.get(figure)?.shown ?? part))).join('') })),
    ]);
    const bytes = await officialDocument(bulletin.title, [
      { page: 'upright', parts: [
        { kind: 'masthead', text: t(`terms.bulletinKinds.${bulletin.kind}`) }, { kind: 'number', text: mark }, { kind: 'title', text: bulletin.title }, ...body,
        ...annexes.map(({ title }, at): DocumentPart => ({ kind: 'annexNote', text: `${t('documents.bulletinAnnex', { n: at + 1 })}：${title}` })),
        { kind: 'signature', text: issuer ?? '' }, { kind: 'date', text: bulletin.issued === null ? '' : longDay(shanghaiDay(new Date(bulletin.issued.at))) },
      ] },
      ...annexes.map(({ title, parts, page }, at): DocumentSection => ({ page, parts: [{ kind: 'annexMark', text: t('documents.bulletinAnnex', { n: at + 1 }) }, { kind: 'tableTitle', text: title }, ...parts, ...(at === annexes.length - 1 ? [{ kind: 'note' as const, text: stamp }] : [])] })),
    ]);
    await this.record(actor, id, { number, format: 'docx' });
    return { name: `${bulletin.title}.docx`, bytes };
  }

  /** Numbers on the first sheet, the records behind each on the second: as many as the reader may see; then each table for itself, ready for a chart. */
  async sheet(actor: PersonActor, id: string, locale: Locale): Promise<{ name: string; bytes: Buffer }> {
    const bulletin = await this.bulletins.get(actor, id, locale);
    const t = wordsIn(locale);
    const { number, stamp } = numbered(actor, bulletin.title, this.clock.now(), locale);
    const book = await workbook();
    const numbers = addSheet(book, t('documents.bulletinNumbers'), [
      { header: t('documents.bulletinScope'), width: 10 }, { header: t('documents.bulletinFigure'), width: 44 }, { header: t('documents.bulletinValue'), width: 12 }, { header: t('documents.bulletinRule'), width: 60 },
    ]);
    const told = bulletin.figures.filter(({ value, scope }) => value > 0 || scope === 'city' || scope === 'measure');
    for (const figure of told) numbers.addRow([t(`documents.bulletinScopes_${figure.scope}`), inert(figure.name), Number(figure.shown), t(`terms.bulletinRules.${figure.metric}`)]);
    numbers.addRow([]);
    numbers.addRow([inert(spanLine(bulletin, t))]);
    numbers.addRow([inert(stamp)]);
    const records = addSheet(book, t('documents.bulletinRecords'), [
      { header: t('documents.bulletinFigure'), width: 24 }, { header: t('documents.bulletinRecordKind'), width: 12 }, { header: t('documents.bulletinRecordTitle'), width: 60 }, { header: t('documents.bulletinUnit'), width: 18 }, { header: t('documents.bulletinRecordDay'), width: 12 }, { header: t('documents.bulletinQuantity'), width: 12 }, { header: t('documents.bulletinManual'), width: 12 },
    ]);
    // Numbers of programmes and units are made of the same records.
    for (const { name, metric, key, of } of told.filter(({ scope, value }) => (scope === 'city' || scope === 'measure') && value > 0)) {
      const minutes = metric === 'volunteer_minutes' || bulletin.measures.some((measure) => measure.id === of && measure.minutes);
      const shown = (quantity: number): number => (minutes ? Math.round(quantity / 6) / 10 : quantity);
      for (const record of await this.bulletins.wholeRecords(actor, id, key)) records.addRow([inert(name), t(`terms.bulletinRecordKinds.${record.kind}`), inert(record.title), inert(record.unit?.name ?? ''), record.occurredOn ?? '', shown(record.quantity), shown(record.manual)]);
    }
    tableSheets(book, bulletin, t);
    await this.record(actor, id, { number, format: 'xlsx' });
    return { name: `${bulletin.title} ${t('documents.bulletinNumbers')}.xlsx`, bytes: await bytesOf(book) };
  }

  private async record(actor: PersonActor, id: string, after: Record<string, string>): Promise<void> {
    await this.work.run(() => this.audit.record({ actor: auditActor(actor), action: 'bulletin.exported', subjectKind: 'bulletin', subjectId: id, before: null, after }));
  }
}

interface Annex { readonly title: string; readonly page: DocumentSection['page']; readonly parts: readonly DocumentPart[] }

const spanLine = ({ from, to, countedAt }: Bulletin, t: Words): string => t('documents.bulletinSpan', { from: longDay(from), to: longDay(to), at: shanghaiMinute(new Date(countedAt)) });
/** How much a measure asks for. */
const target = ({ min, max, approx, unitOfMeasure, minutes }: Bulletin['measures'][number], t: Words): string => {
  const told = (count: number | null): number => (minutes ? Math.round((count ?? 0) / 6) / 10 : (count ?? 0));
  const bounds = max !== null && max !== min ? t('documents.bulletinBetween', { min: told(min), max: told(max) }) : t(approx ? 'documents.bulletinAbout' : 'documents.bulletinAtLeast', { min: told(min) });
  return `${bounds} ${unitOfMeasure}`;
};

/** The tables, one on a sheet, with numbers for cells and no sums among them: a chart takes them as they are. */
function tableSheets(book: Awaited<ReturnType<typeof workbook>>, bulletin: Bulletin, t: Words): void {
  const figures = new Map(bulletin.figures.map((figure) => [figure.key, figure]));
  const value = (scope: Figure['scope'], metric: BulletinMetric, ofId: string | null): number => Number(figures.get(figureKey({ scope, metric, ofId }))?.shown ?? 0);
  const table = (title: string, first: string, scope: 'programme' | 'unit', things: readonly { id: string; name: string }[]): void => {
    const sheet = addSheet(book, title, [{ header: first, width: 28 }, ...bulletin.columns.map((metric) => ({ header: t(`terms.bulletinMetrics.${metric}`), width: 12 }))]);
    for (const { id, name } of things) sheet.addRow([inert(name), ...bulletin.columns.map((metric) => value(scope, metric, id))]);
  };
  table(t('documents.bulletinAnnexProgrammes'), t('documents.bulletinProgramme'), 'programme', bulletin.programmes);
  table(t('documents.bulletinAnnexUnits'), t('documents.bulletinUnit'), 'unit', bulletin.units);
  if (bulletin.measures.length === 0) return;
  const measures = addSheet(book, t('documents.bulletinAnnexMeasures'), [
    { header: t('documents.seq'), width: 8 }, { header: t('documents.bulletinUnit'), width: 24 }, { header: t('documents.bulletinMetric'), width: 36 }, { header: t('documents.bulletinTarget'), width: 12 }, { header: t('documents.bulletinValue'), width: 12 }, { header: t('documents.bulletinState'), width: 12 },
  ]);
  for (const { id, seq, units, name, min, minutes, state } of bulletin.measures) measures.addRow([seq, inert(units), inert(name), minutes ? Math.round((min ?? 0) / 6) / 10 : (min ?? 0), value('measure', 'value', id), t(`terms.measureStates.${state}`)]);
}

function annexesOf(bulletin: Bulletin, t: Words, url: string): Annex[] {
  const figures = new Map(bulletin.figures.map((figure) => [figure.key, figure]));
  const shown = (scope: Figure['scope'], metric: BulletinMetric, ofId: string | null): string => figures.get(figureKey({ scope, metric, ofId }))?.shown ?? '';
  const heads = (first: string): DocumentColumn[] => [{ heading: first, share: 26 }, ...bulletin.columns.map((metric) => ({ heading: t(`terms.bulletinMetrics.${metric}`), share: 10, centred: true }))];
  const total = [cell(t('documents.bulletinTotal')), ...bulletin.columns.map((metric) => cell(shown('city', metric, null)))];
  const rows = (scope: 'programme' | 'unit', things: readonly { id: string; name: string }[]) => [...things.map(({ id, name }) => [cell(name), ...bulletin.columns.map((metric) => cell(shown(scope, metric, id)))]), total];
  const measures: Annex[] = bulletin.measures.length === 0 ? [] : [{
    title: t('documents.bulletinAnnexMeasures'), page: 'upright', parts: [{
      kind: 'table', columns: [{ heading: t('documents.seq'), share: 8, centred: true }, { heading: t('documents.bulletinUnit'), share: 24 }, { heading: t('documents.bulletinMetric'), share: 30 }, { heading: t('documents.bulletinTarget'), share: 16, centred: true }, { heading: t('documents.bulletinValue'), share: 12, centred: true }, { heading: t('documents.bulletinState'), share: 12, centred: true }],
      rows: bulletin.measures.map((measure) => [cell(measure.seq), cell(measure.units), cell(measure.name), cell(target(measure, t)), cell(shown('measure', 'value', measure.id)), cell(t(`terms.measureStates.${measure.state}`))]),
    }],
  }];
  const named = new Set(bulletin.sections.flatMap(({ text }) => textParts(text)).flatMap(({ figure }) => (figure === null ? [] : [figure])));
  const used = new Set<BulletinMetric>([...bulletin.columns, ...bulletin.figures.filter(({ name }) => named.has(name)).map(({ metric }) => metric), ...(measures.length > 0 ? ['value' as const] : [])]);
  return [
    { title: t('documents.bulletinAnnexProgrammes'), page: 'across', parts: [{ kind: 'table', columns: heads(t('documents.bulletinProgramme')), rows: rows('programme', bulletin.programmes) }, { kind: 'note', text: t('documents.bulletinProgrammesNote') }] },
    { title: t('documents.bulletinAnnexUnits'), page: 'across', parts: [{ kind: 'table', columns: heads(t('documents.bulletinUnit')), rows: rows('unit', bulletin.units) }, { kind: 'note', text: t('documents.bulletinUnitsNote') }] },
    ...measures,
    { title: t('documents.bulletinAnnexSources'), page: 'upright', parts: [
      { kind: 'fact', text: spanLine(bulletin, t) },
      { kind: 'table', columns: [{ heading: t('documents.bulletinFigure'), share: 22 }, { heading: t('documents.bulletinTotal'), share: 14, centred: true }, { heading: t('documents.bulletinRule'), share: 64 }], rows: bulletinMetrics.filter((metric) => used.has(metric)).map((metric) => [cell(t(`terms.bulletinMetrics.${metric}`)), cell(metric === 'value' ? '—' : shown('city', metric, null)), cell(t(`terms.bulletinRules.${metric}`))]) },
      { kind: 'note', text: t('documents.bulletinWhere', { url }) },
    ] },
  ];
}
