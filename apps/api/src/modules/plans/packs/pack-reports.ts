import { Injectable } from '@nestjs/common';
import type { ReportNumbers, UnitReport } from '@kepu/contracts';
import { label } from '@kepu/contracts/labels';
import { shanghaiMinute } from '../../../platform/clock/index.js';
import { officialDocument, type DocumentPart } from '../../../platform/documents/official-document.js';
import { ReportPeriodsRepository } from '../report-periods.repository.js';
import { UnitReportsService } from '../unit-reports.service.js';
import { fallsInto, type PackOrder, type PackPart } from './pack-order.js';
import { quietly } from './pack-text.js';

const t = (key: string, params: Record<string, string | number> = {}): string => label('zh-CN', `documents.${key}`, params);
/** What is on record: what a unit has not sent, or has to send again, is its own. */
const onRecord: ReadonlySet<string> = new Set(['submitted', 'accepted', 'locked', 'asking']);

/** 进展填报: what units handed in for the periods of the order, with the numbers as they were then. */
@Injectable()
export class PackReports {
  constructor(private readonly periods: ReportPeriodsRepository, private readonly reports: UnitReportsService) {}

  async parts(order: PackOrder): Promise<PackPart[]> {
    const { actor, row, filter, items, names } = order;
    const periods = (await this.periods.listFor(actor, { planId: row.planId })).filter(({ fromDay, toDay }) => fallsInto(filter, fromDay, toDay)).sort((a, b) => (a.fromDay < b.fromDay ? -1 : 1));
    if (periods.length === 0) return [];
    const standing = (await this.periods.reportsOf(actor, periods.map(({ id }) => id))).filter(({ state, unitId }) => onRecord.has(state) && (row.unitId === null || unitId === row.unitId));
    const wanted = new Set(items.map(({ id }) => id));
    return periods.flatMap((period) => standing.filter(({ periodId }) => periodId === period.id).sort((a, b) => (a.sortNo ?? 0) - (b.sortNo ?? 0)).map(({ reportId, name }): PackPart => {
      const what = t('packReportTitle', { unit: name, period: period.name });
      return { path: names.path([`04 ${t('packReportsFolder')}`, period.name], name, 'docx'), what, content: async () => reportDocx(await this.reports.get(actor, reportId), what, wanted) };
    }));
  }
}

const numbersOf = ({ measures, activities, workEntries }: ReportNumbers): string[] => [
  ...measures.map(({ name, value, min, unitOfMeasure, sources, state }) => {
    const told = (count: number): number => (sources.includes('volunteer_minutes') ? Math.round(count / 6) / 10 : count);
    return `${name} ${min === null ? told(value) : `${told(value)}/${told(min)}`} ${unitOfMeasure} ${label('zh-CN', `terms.measureStates.${state}`)}`;
  }),
  t('reportCountsOf', { activities, entries: workEntries }),
];

const reportDocx = (report: UnitReport, title: string, wanted: ReadonlySet<string>): Promise<Buffer> => {
  const cell = (paragraphs: readonly string[]) => ({ paragraphs, rows: 1 });
  const words = (text: string | null): string[] => (text === null ? [] : text.split('\n'));
  return officialDocument(title, [{ page: 'list', parts: quietly<DocumentPart[]>([
    { kind: 'tableTitle', text: title }, { kind: 'fact', text: t('packReportFacts', { at: report.submittedAt === null ? '' : shanghaiMinute(new Date(report.submittedAt)), state: label('zh-CN', `terms.unitReportStates.${report.state}`) }) },
    {
      kind: 'table',
      columns: [{ heading: t('seq'), share: 5, centred: true }, { heading: t('programme'), share: 13, centred: true }, { heading: t('text'), share: 26 }, { heading: t('reportNumbers'), share: 18 }, { heading: t('reportProgress'), share: 20 }, { heading: t('reportProblems'), share: 9 }, { heading: t('packNextStep'), share: 9 }],
      rows: report.lines.filter(({ itemId }) => wanted.has(itemId)).map((line) => [
        cell([String(line.seq)]), cell([line.programme]), cell([line.text]), cell(line.reported === null ? [t('packNotReported')] : numbersOf(line.reported)), cell(line.nothingNew ? [t('reportNothingNew')] : words(line.progress)), cell(words(line.problems)), cell(words(line.nextStep)),
      ]),
    },
  ]) }]);
};
