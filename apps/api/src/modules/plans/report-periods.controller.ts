import { Controller, Headers, Res, type StreamableFile } from '@nestjs/common';
import { reportPeriodRoutes as routes, type Page, type Reminder, type ReportPeriod, type ReportPeriodProposal, type UnitReport, type UnitReportRow } from '@kepu/contracts';
import { localeOf } from '@kepu/contracts/labels';
import type { FastifyReply } from 'fastify';
import type { PersonActor } from '../../platform/auth/actor.js';
import { ContractRoute, CurrentActor, Input, type Given } from '../../platform/http/contract-route.js';
import { sheetAnswer } from '../../platform/sheets/sheet.js';
import { ReportPeriodsService } from './report-periods.service.js';
import { ReportSheets } from './report-sheets.js';
import { UnitReportDecisions } from './unit-report-decisions.service.js';
import { UnitReportsService } from './unit-reports.service.js';

/** Periods that units report on, and all units in one. */
@Controller()
export class ReportPeriodsController {
  constructor(private readonly periods: ReportPeriodsService, private readonly reports: UnitReportsService, private readonly decisions: UnitReportDecisions, private readonly sheets: ReportSheets) {}

  @ContractRoute(routes.listReportPeriods)
  listReportPeriods(@CurrentActor() actor: PersonActor, @Input(routes.listReportPeriods) input: Given<typeof routes.listReportPeriods>): Promise<Page<ReportPeriod>> { return this.periods.list(actor, input.query); }

  @ContractRoute(routes.proposeReportPeriods)
  proposeReportPeriods(@CurrentActor() actor: PersonActor, @Input(routes.proposeReportPeriods) input: Given<typeof routes.proposeReportPeriods>): Promise<Page<ReportPeriodProposal>> { return this.periods.proposals(actor, input.params.id); }

  @ContractRoute(routes.createReportPeriod)
  createReportPeriod(@CurrentActor() actor: PersonActor, @Input(routes.createReportPeriod) input: Given<typeof routes.createReportPeriod>): Promise<ReportPeriod> { return this.periods.create(actor, input.params.id, input.body); }

  @ContractRoute(routes.getReportPeriod)
  getReportPeriod(@CurrentActor() actor: PersonActor, @Input(routes.getReportPeriod) input: Given<typeof routes.getReportPeriod>): Promise<ReportPeriod> { return this.periods.get(actor, input.params.id); }

  @ContractRoute(routes.updateReportPeriod)
  updateReportPeriod(@CurrentActor() actor: PersonActor, @Input(routes.updateReportPeriod) input: Given<typeof routes.updateReportPeriod>): Promise<ReportPeriod> { return this.periods.update(actor, input.params.id, input.body); }

  @ContractRoute(routes.deleteReportPeriod)
  deleteReportPeriod(@CurrentActor() actor: PersonActor, @Input(routes.deleteReportPeriod) input: Given<typeof routes.deleteReportPeriod>): Promise<{ done: true }> { return this.periods.remove(actor, input.params.id); }

  @ContractRoute(routes.lockReportPeriod)
  lockReportPeriod(@CurrentActor() actor: PersonActor, @Input(routes.lockReportPeriod) input: Given<typeof routes.lockReportPeriod>): Promise<ReportPeriod> { return this.periods.lock(actor, input.params.id, input.body); }

  @ContractRoute(routes.getReportReminder)
  getReportReminder(@CurrentActor() actor: PersonActor, @Input(routes.getReportReminder) input: Given<typeof routes.getReportReminder>, @Headers('accept-language') language: string | undefined): Promise<Reminder> { return this.periods.reminder(actor, input.params.id, localeOf(language)); }

  @ContractRoute(routes.listUnitReports)
  listUnitReports(@CurrentActor() actor: PersonActor, @Input(routes.listUnitReports) input: Given<typeof routes.listUnitReports>): Promise<Page<UnitReportRow>> { return this.periods.unitsOf(actor, input.params.id, input.query); }

  @ContractRoute(routes.exportUnitReports)
  async exportUnitReports(@CurrentActor() actor: PersonActor, @Input(routes.exportUnitReports) input: Given<typeof routes.exportUnitReports>, @Headers('accept-language') language: string | undefined, @Res({ passthrough: true }) reply: FastifyReply): Promise<StreamableFile> {
    const { name, bytes } = await this.sheets.of(actor, input.params.id, localeOf(language));
    return sheetAnswer(reply, name, bytes);
  }

  @ContractRoute(routes.beginUnitReport)
  beginUnitReport(@CurrentActor() actor: PersonActor, @Input(routes.beginUnitReport) input: Given<typeof routes.beginUnitReport>): Promise<UnitReport> { return this.reports.begin(actor, input.params.id, input.body.unitId); }

  @ContractRoute(routes.acceptUnitReports)
  acceptUnitReports(@CurrentActor() actor: PersonActor, @Input(routes.acceptUnitReports) input: Given<typeof routes.acceptUnitReports>): Promise<{ changed: number }> { return this.decisions.acceptMany(actor, input.params.id, input.body.reports); }
}
