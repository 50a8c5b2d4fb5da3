import { Controller, Headers, Res, type StreamableFile } from '@nestjs/common';
import { planDocumentRoutes as routes } from '@kepu/contracts';
import { localeOf } from '@kepu/contracts/labels';
import type { FastifyReply } from 'fastify';
import type { PersonActor } from '../../platform/auth/actor.js';
import { documentAnswer } from '../../platform/documents/official-document.js';
import { ContractRoute, CurrentActor, Input, type Given } from '../../platform/http/contract-route.js';
import { sheetAnswer } from '../../platform/sheets/sheet.js';
import { PlanDocumentsService } from './plan-documents.service.js';
import { WholePlan } from './whole/whole-plan.service.js';

/** A plan as documents. */
@Controller()
export class PlanDocumentsController {
  constructor(private readonly documents: PlanDocumentsService, private readonly everything: WholePlan) {}

  @ContractRoute(routes.exportPlanDocx)
  async exportPlanDocx(@CurrentActor() actor: PersonActor, @Input(routes.exportPlanDocx) input: Given<typeof routes.exportPlanDocx>, @Res({ passthrough: true }) reply: FastifyReply): Promise<StreamableFile> {
    const { name, bytes } = await this.documents.paper(actor, input.params.id, 'docx');
    return documentAnswer(reply, name, bytes);
  }

  @ContractRoute(routes.exportPlanXlsx)
  async exportPlanXlsx(@CurrentActor() actor: PersonActor, @Input(routes.exportPlanXlsx) input: Given<typeof routes.exportPlanXlsx>, @Res({ passthrough: true }) reply: FastifyReply): Promise<StreamableFile> {
    const { name, bytes } = await this.documents.paper(actor, input.params.id, 'xlsx');
    return sheetAnswer(reply, name, bytes);
  }

  @ContractRoute(routes.exportWholePlan)
  async exportWholePlan(@CurrentActor() actor: PersonActor, @Input(routes.exportWholePlan) input: Given<typeof routes.exportWholePlan>, @Headers('accept-language') language: string | undefined, @Res({ passthrough: true }) reply: FastifyReply): Promise<StreamableFile> {
    const { name, bytes } = await this.everything.of(actor, input.params.id, localeOf(language));
    return sheetAnswer(reply, name, bytes);
  }

  @ContractRoute(routes.exportTaskLists)
  async exportTaskLists(@CurrentActor() actor: PersonActor, @Input(routes.exportTaskLists) input: Given<typeof routes.exportTaskLists>, @Headers('accept-language') language: string | undefined, @Res({ passthrough: true }) reply: FastifyReply): Promise<StreamableFile> {
    const { name, bytes } = await this.documents.taskLists(actor, input.params.id, input.query.unitId, localeOf(language));
    return documentAnswer(reply, name, bytes, routes.exportTaskLists.file);
  }

  @ContractRoute(routes.exportTaskList)
  async exportTaskList(@CurrentActor() actor: PersonActor, @Input(routes.exportTaskList) input: Given<typeof routes.exportTaskList>, @Headers('accept-language') language: string | undefined, @Res({ passthrough: true }) reply: FastifyReply): Promise<StreamableFile> {
    const { name, bytes } = await this.documents.taskList(actor, input.params.id, input.query.unitId, localeOf(language));
    return documentAnswer(reply, name, bytes);
  }
}
