import { Injectable } from '@nestjs/common';
import type { ReportNumbers } from '@kepu/contracts';
import { label, type Locale } from '@kepu/contracts/labels';
import { AuditTrail } from '../../platform/audit/index.js';
import type { PersonActor } from '../../platform/auth/actor.js';
import { auditActor } from '../../platform/auth/audit-actor.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { addSheet, bytesOf, inert, workbook } from '../../platform/sheets/sheet.js';
import { ReportPeriodsService } from './report-periods.service.js';
import { noWords, reportedIn, UnitReportsRepository } from './unit-reports.repository.js';

/** What was reported in a period, as a sheet: one row for each item of each unit, in the order of the paper. */
@Injectable()
export class ReportSheets {
  constructor(private readonly periods: ReportPeriodsService, private readonly rows: UnitReportsRepository, private readonly audit: AuditTrail, private readonly work: UnitOfWork) {}

  async of(actor: PersonActor, periodId: string, locale: Locale): Promise<{ name: string; bytes: Buffer }> {
    const period = await this.periods.findFor(actor, periodId);
    const [standings, lines] = await Promise.all([this.periods.standings(actor, period), this.rows.sheetRows(actor, period.planId, period.id)]);
    const t = (key: string, params: Record<string, string | number> = {}) => label(locale, key, params);
    const book = await workbook();
    const sheet = addSheet(book, t('documents.reports'), [
      { header: t('documents.unit'), width: 18 }, { header: t('documents.seq'), width: 6 }, { header: t('documents.programme'), width: 22 }, { header: t('documents.text'), width: 50 }, { header: t('documents.reportNumbers'), width: 26 }, { header: t('documents.reportCounts'), width: 16 },
      { header: t('documents.reportProgress'), width: 50 }, { header: t('documents.reportProblems'), width: 26 }, { header: t('documents.reportNext'), width: 26 }, { header: t('documents.reportState'), width: 12 }, { header: t('documents.reportLate'), width: 8 },
    ]);
    let count = 0;
    for (const unit of standings) {
      for (const line of lines.filter((one) => one.unitId === unit.unit.id).sort((a, b) => a.seq - b.seq)) {
        const { numbers, words } = reportedIn(line) ?? { numbers: null, words: noWords };
        count += 1;
        sheet.addRow([
          inert(unit.unit.name), line.seq, inert(line.programme), inert(line.text), inert(numbers === null ? '' : measuresText(numbers, t)), numbers === null ? '' : t('documents.reportCountsOf', { activities: numbers.activities, entries: numbers.workEntries }),
          inert(words.nothingNew ? t('documents.reportNothingNew') : (words.progress ?? '')), inert(words.problems ?? ''), inert(words.nextStep ?? ''), t(`terms.unitReportStatuses.${unit.status}`), unit.late || unit.overdue ? t('documents.yes') : '',
        ]);
      }
    }
    await this.work.run(() => this.audit.record({ actor: auditActor(actor), action: 'unit_reports.exported', subjectKind: 'plan', subjectId: period.planId, before: null, after: { periodId, name: period.name, items: count } }));
    return { name: `${period.name} ${t('documents.reports')}.xlsx`, bytes: await bytesOf(book) };
  }
}

const measuresText = ({ measures }: ReportNumbers, t: (key: string, params?: Record<string, string | number>) => string): string => measures.map(({ name, value, min, unitOfMeasure, added, state, sources }) => {
  // Service is counted in minutes and told in hours.
  const told = (count: number): number => (sources.includes('volunteer_minutes') ? Math.round(count / 6) / 10 : count);
  const sum = min === null ? `${told(value)} ${unitOfMeasure}` : `${told(value)}/${told(min)} ${unitOfMeasure}`;
  return `${name} ${sum} ${t(`terms.measureStates.${state}`)}${added > 0 ? ` ${t('documents.reportAdded', { added: told(added) })}` : ''}`;
}).join('；');
