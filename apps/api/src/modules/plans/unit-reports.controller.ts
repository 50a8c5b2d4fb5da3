import { Controller } from '@nestjs/common';
import { unitReportRoutes as routes, type HistoryEntry, type Page, type UnitReport } from '@kepu/contracts';
import type { PersonActor } from '../../platform/auth/actor.js';
import { ContractRoute, CurrentActor, Input, type Given } from '../../platform/http/contract-route.js';
import { UnitReportDecisions } from './unit-report-decisions.service.js';
import { UnitReportsService } from './unit-reports.service.js';

/** One unit's report on its items. */
@Controller()
export class UnitReportsController {
  constructor(private readonly reports: UnitReportsService, private readonly decisions: UnitReportDecisions) {}

  @ContractRoute(routes.getUnitReport)
  getUnitReport(@CurrentActor() actor: PersonActor, @Input(routes.getUnitReport) input: Given<typeof routes.getUnitReport>): Promise<UnitReport> { return this.reports.get(actor, input.params.id); }

  @ContractRoute(routes.saveUnitReport)
  saveUnitReport(@CurrentActor() actor: PersonActor, @Input(routes.saveUnitReport) input: Given<typeof routes.saveUnitReport>): Promise<UnitReport> { return this.reports.save(actor, input.params.id, input.body); }

  @ContractRoute(routes.handOverUnitReport)
  handOverUnitReport(@CurrentActor() actor: PersonActor, @Input(routes.handOverUnitReport) input: Given<typeof routes.handOverUnitReport>): Promise<UnitReport> { return this.decisions.handOver(actor, input.params.id, input.body.version); }

  @ContractRoute(routes.sendBackUnitReport)
  sendBackUnitReport(@CurrentActor() actor: PersonActor, @Input(routes.sendBackUnitReport) input: Given<typeof routes.sendBackUnitReport>): Promise<UnitReport> { return this.decisions.sendBack(actor, input.params.id, input.body); }

  @ContractRoute(routes.submitUnitReport)
  submitUnitReport(@CurrentActor() actor: PersonActor, @Input(routes.submitUnitReport) input: Given<typeof routes.submitUnitReport>): Promise<UnitReport> { return this.decisions.submit(actor, input.params.id, input.body.version); }

  @ContractRoute(routes.recallUnitReport)
  recallUnitReport(@CurrentActor() actor: PersonActor, @Input(routes.recallUnitReport) input: Given<typeof routes.recallUnitReport>): Promise<UnitReport> { return this.decisions.recall(actor, input.params.id, input.body.version); }

  @ContractRoute(routes.acceptUnitReport)
  acceptUnitReport(@CurrentActor() actor: PersonActor, @Input(routes.acceptUnitReport) input: Given<typeof routes.acceptUnitReport>): Promise<UnitReport> { return this.decisions.accept(actor, input.params.id, input.body.version); }

  @ContractRoute(routes.returnUnitReport)
  returnUnitReport(@CurrentActor() actor: PersonActor, @Input(routes.returnUnitReport) input: Given<typeof routes.returnUnitReport>): Promise<UnitReport> { return this.decisions.giveBack(actor, input.params.id, input.body); }

  @ContractRoute(routes.askReportCorrection)
  askReportCorrection(@CurrentActor() actor: PersonActor, @Input(routes.askReportCorrection) input: Given<typeof routes.askReportCorrection>): Promise<UnitReport> { return this.decisions.askCorrection(actor, input.params.id, input.body); }

  @ContractRoute(routes.allowReportCorrection)
  allowReportCorrection(@CurrentActor() actor: PersonActor, @Input(routes.allowReportCorrection) input: Given<typeof routes.allowReportCorrection>): Promise<UnitReport> { return this.decisions.allowCorrection(actor, input.params.id, input.body.version); }

  @ContractRoute(routes.refuseReportCorrection)
  refuseReportCorrection(@CurrentActor() actor: PersonActor, @Input(routes.refuseReportCorrection) input: Given<typeof routes.refuseReportCorrection>): Promise<UnitReport> { return this.decisions.refuseCorrection(actor, input.params.id, input.body); }

  @ContractRoute(routes.endReportCorrection)
  endReportCorrection(@CurrentActor() actor: PersonActor, @Input(routes.endReportCorrection) input: Given<typeof routes.endReportCorrection>): Promise<UnitReport> { return this.decisions.endCorrection(actor, input.params.id, input.body); }

  @ContractRoute(routes.getUnitReportHistory)
  getUnitReportHistory(@CurrentActor() actor: PersonActor, @Input(routes.getUnitReportHistory) input: Given<typeof routes.getUnitReportHistory>): Promise<Page<HistoryEntry>> { return this.reports.historyOf(actor, input.params.id); }
}
