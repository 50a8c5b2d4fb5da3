import { Controller, Headers, Res, type StreamableFile } from '@nestjs/common';
import { guardianRoutes, privacyRoutes as routes, type EmergencyCard, type MinorAudit, type MinorRecord, type Page, type RecordRequest } from '@kepu/contracts';
import { label, localeOf } from '@kepu/contracts/labels';
import type { FastifyReply } from 'fastify';
import type { PersonActor } from '../../platform/auth/actor.js';
import { ContractRoute, CurrentActor, Input, type Given } from '../../platform/http/contract-route.js';
import { sheetAnswer } from '../../platform/sheets/sheet.js';
import { MinorAudits } from './minor-audit.service.js';
import { MinorRecords } from './minor-records.service.js';

/** Minors' records: who may open them, and what is told of it each year. */
@Controller()
export class MinorRecordsController {
  constructor(private readonly records: MinorRecords, private readonly audits: MinorAudits) {}

  @ContractRoute(routes.askMinorRecord)
  askMinorRecord(@CurrentActor() actor: PersonActor, @Input(routes.askMinorRecord) input: Given<typeof routes.askMinorRecord>): Promise<RecordRequest> { return this.records.ask(actor, input.params.id, input.body); }

  @ContractRoute(routes.listMinorRecordRequests)
  listMinorRecordRequests(@CurrentActor() actor: PersonActor, @Input(routes.listMinorRecordRequests) input: Given<typeof routes.listMinorRecordRequests>): Promise<Page<RecordRequest>> { return this.records.list(actor, input.query); }

  @ContractRoute(routes.approveMinorRecord)
  approveMinorRecord(@CurrentActor() actor: PersonActor, @Input(routes.approveMinorRecord) input: Given<typeof routes.approveMinorRecord>): Promise<RecordRequest> { return this.records.decide(actor, input.params.id, input.body.version, true); }

  @ContractRoute(routes.refuseMinorRecord)
  refuseMinorRecord(@CurrentActor() actor: PersonActor, @Input(routes.refuseMinorRecord) input: Given<typeof routes.refuseMinorRecord>): Promise<RecordRequest> { return this.records.decide(actor, input.params.id, input.body.version, false); }

  @ContractRoute(routes.getMinorRecord)
  getMinorRecord(@CurrentActor() actor: PersonActor, @Input(routes.getMinorRecord) input: Given<typeof routes.getMinorRecord>): Promise<MinorRecord> { return this.records.open(actor, input.params.id); }

  @ContractRoute(guardianRoutes.getEmergencyCard)
  getEmergencyCard(@CurrentActor() actor: PersonActor, @Input(guardianRoutes.getEmergencyCard) input: Given<typeof guardianRoutes.getEmergencyCard>): Promise<EmergencyCard> { return this.records.emergencyCard(actor, input.params.id); }

  @ContractRoute(routes.getMinorAudit)
  getMinorAudit(@Input(routes.getMinorAudit) input: Given<typeof routes.getMinorAudit>): Promise<MinorAudit> { return this.audits.of(input.params.year); }

  @ContractRoute(routes.exportMinorAudit)
  async exportMinorAudit(@CurrentActor() actor: PersonActor, @Input(routes.exportMinorAudit) input: Given<typeof routes.exportMinorAudit>, @Headers('accept-language') language: string | undefined, @Res({ passthrough: true }) reply: FastifyReply): Promise<StreamableFile> {
    const locale = localeOf(language);
    return sheetAnswer(reply, `${label(locale, 'minorAudit.title')} ${input.params.year}.xlsx`, await this.audits.workbook(actor, input.params.year, locale));
  }
}
