import { Injectable } from '@nestjs/common';
import type { Measure } from '@kepu/contracts';
import { label } from '@kepu/contracts/labels';
import { addSheet, bytesOf, workbook } from '../../../platform/sheets/sheet.js';
import { MeasuresService } from '../measures.service.js';
import { sourceOf } from './pack-evidence.js';
import type { PackOrder, PackProofs } from './pack-order.js';
import type { PackLine } from './pack-sources.repository.js';
import { cells } from './pack-text.js';

const t = (key: string, params: Record<string, string | number> = {}): string => label('zh-CN', `documents.${key}`, params);
const term = (key: string): string => label('zh-CN', `terms.${key}`);
/** More measures than any paper has. */
const ALL = 100_000;
/** Rows after which others have their turn. */
const ROWS_AT_ONCE = 500;
const turn = (): Promise<void> => new Promise((resolve) => { setImmediate(resolve); });
const hours = (minutes: number): number => Math.round(minutes / 6) / 10;

/** 指标台账: what is wanted, how far it is, and every line that the number is made of, with the record that it comes from. */
@Injectable()
export class PackLedger {
  constructor(private readonly measures: MeasuresService) {}

  async sheet({ actor, row, items, filter, facts }: PackOrder, lines: readonly PackLine[], proofs: PackProofs): Promise<Buffer> {
    const known = new Map(items.map((item) => [item.id, item]));
    const { data } = await this.measures.list(actor, { planId: row.planId, page: 1, perPage: ALL, ...(row.unitId === null ? {} : { unitId: row.unitId }), ...(row.programmeId === null ? {} : { programmeId: row.programmeId }) });
    const book = await workbook();
    const whole = filter.from === null && filter.to === null;
    const sheet = addSheet(book, t('packMeasures'), [
      { header: t('seq'), width: 6 }, { header: t('unit'), width: 18 }, { header: t('programme'), width: 22 }, { header: t('text'), width: 46 }, { header: t('packMeasure'), width: 26 }, { header: t('packTarget'), width: 12 }, { header: t('packCurrent'), width: 12 }, ...(whole ? [] : [{ header: t('packInPeriod'), width: 12 }]),
      { header: t('packShare'), width: 9 }, { header: t('packState'), width: 10 }, { header: t('packProof'), width: 22 },
    ]);
    for (const measure of data) {
      const item = known.get(measure.item.id);
      if (!item) continue;
      sheet.addRow(cells([
        item.seq, measure.item.units.map(({ name }) => name).join('、'), item.programme.printed, item.text, measure.name, target(measure), told(measure, measure.progress.value), ...(whole ? [] : [measure.pool ? '' : told(measure, inDays(measure, lines))]),
        measure.progress.permille === null ? '' : `${Math.round(measure.progress.permille / 10)}%`, term(`measureStates.${measure.progress.state}`), measure.pool ? t('packPool') : '',
      ]));
    }
    sheet.addRow([]);
    sheet.addRow(cells([facts]));
    const ledger = addSheet(book, t('packLines'), [
      { header: t('seq'), width: 6 }, { header: t('text'), width: 30 }, { header: t('packMetric'), width: 16 }, { header: t('packQuantity'), width: 10 }, { header: t('unit'), width: 16 }, { header: t('packDay'), width: 12 }, { header: t('packSource'), width: 12 }, { header: t('packProof'), width: 36 }, { header: t('packManual'), width: 9 },
      { header: t('packTakenBack'), width: 9 }, { header: t('packRecord'), width: 38 }, { header: t('packFilesAt'), width: 60 },
    ]);
    for (const [at, line] of lines.entries()) {
      if (at % ROWS_AT_ONCE === ROWS_AT_ONCE - 1) await turn();
      const item = known.get(line.itemId);
      const source = sourceOf(line);
      const paths = source === null ? [] : (proofs.pathsOfSource.get(`${source.kind} ${source.id}`) ?? []);
      ledger.addRow(cells([
        item?.seq ?? '', [...(item?.text ?? '')].slice(0, 40).join(''), term(`measureSources.${line.metric}`), line.quantity, line.unitName, line.occurredOn, t(`packSources.${line.sourceKind}`), line.title, line.manual === 1 ? t('yes') : '', line.standing === 1 ? '' : t('yes'), line.sourceId, below(paths).join('\n'),
      ]));
    }
    return bytesOf(book);
  }
}

/** Paths as they stand below the root, which everybody who reads this has open. */
export const below = (paths: readonly string[]): string[] => paths.map((path) => path.slice(path.indexOf('/') + 1));
/** Service is counted in minutes and told in hours. */
const told = ({ sources, unitOfMeasure }: Measure, count: number): string => `${sources.includes('volunteer_minutes') ? hours(count) : count} ${unitOfMeasure}`;
const target = (measure: Measure): string => {
  if (measure.min === null) return measure.demands ?? '';
  return `${measure.approx ? '约 ' : ''}${told(measure, measure.min)}${measure.max === null || measure.max === measure.min ? '' : `—${told(measure, measure.max)}`}`;
};
const inDays = (measure: Measure, lines: readonly PackLine[]): number => {
  const counting = lines.filter((line) => line.itemId === measure.item.id && (measure.sources as readonly string[]).includes(line.metric) && (line.measureId === null || line.measureId === measure.id));
  return measure.kind === 'qualitative' ? counting.filter(({ standing }) => standing === 1).length : counting.reduce((sum, { quantity }) => sum + quantity, 0);
};
