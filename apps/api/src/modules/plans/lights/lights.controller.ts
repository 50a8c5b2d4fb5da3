import { Controller, Headers, Res, type StreamableFile } from '@nestjs/common';
import { lightRoutes as routes, type AssignmentLight, type Chase, type Chased, type ChaseMessage, type LightChange, type LightPage, type LightSummary, type Page, type PlanLightRules } from '@kepu/contracts';
import { localeOf } from '@kepu/contracts/labels';
import type { FastifyReply } from 'fastify';
import type { PersonActor } from '../../../platform/auth/actor.js';
import { ContractRoute, CurrentActor, Input, type Given } from '../../../platform/http/contract-route.js';
import { sheetAnswer } from '../../../platform/sheets/sheet.js';
import { ChasesService } from './chases.service.js';
import { LightSheets } from './light-sheets.js';
import { LightsService } from './lights.service.js';

/** Lights of assignments, and whom the office chases. */
@Controller()
export class LightsController {
  constructor(private readonly lights: LightsService, private readonly chases: ChasesService, private readonly sheets: LightSheets) {}

  @ContractRoute(routes.listLights)
  listLights(@CurrentActor() actor: PersonActor, @Input(routes.listLights) input: Given<typeof routes.listLights>): Promise<LightPage> { return this.lights.list(actor, input.params.id, input.query); }

  @ContractRoute(routes.exportLights)
  async exportLights(@CurrentActor() actor: PersonActor, @Input(routes.exportLights) input: Given<typeof routes.exportLights>, @Headers('accept-language') language: string | undefined, @Res({ passthrough: true }) reply: FastifyReply): Promise<StreamableFile> {
    const { name, bytes } = await this.sheets.of(actor, input.params.id, input.query, localeOf(language));
    return sheetAnswer(reply, name, bytes);
  }

  @ContractRoute(routes.getLightSummary)
  getLightSummary(@CurrentActor() actor: PersonActor, @Input(routes.getLightSummary) input: Given<typeof routes.getLightSummary>): Promise<LightSummary> { return this.lights.summary(actor, input.params.id); }

  @ContractRoute(routes.getLightRules)
  getLightRules(@CurrentActor() actor: PersonActor, @Input(routes.getLightRules) input: Given<typeof routes.getLightRules>): Promise<PlanLightRules> { return this.lights.rules(actor, input.params.id); }

  @ContractRoute(routes.updateLightRules)
  updateLightRules(@CurrentActor() actor: PersonActor, @Input(routes.updateLightRules) input: Given<typeof routes.updateLightRules>): Promise<PlanLightRules> { return this.lights.changeRules(actor, input.params.id, input.body); }

  @ContractRoute(routes.listLightChanges)
  listLightChanges(@CurrentActor() actor: PersonActor, @Input(routes.listLightChanges) input: Given<typeof routes.listLightChanges>): Promise<Page<LightChange>> { return this.lights.changes(actor, input.params.id); }

  @ContractRoute(routes.setLight)
  setLight(@CurrentActor() actor: PersonActor, @Input(routes.setLight) input: Given<typeof routes.setLight>): Promise<AssignmentLight> { return this.lights.set(actor, input.params.id, input.body); }

  @ContractRoute(routes.setLights)
  setLights(@CurrentActor() actor: PersonActor, @Input(routes.setLights) input: Given<typeof routes.setLights>): Promise<{ changed: number }> { return this.lights.setMany(actor, input.params.id, input.body); }

  @ContractRoute(routes.endLightOverride)
  endLightOverride(@CurrentActor() actor: PersonActor, @Input(routes.endLightOverride) input: Given<typeof routes.endLightOverride>): Promise<AssignmentLight> { return this.lights.end(actor, input.params.id, input.body.reason); }

  @ContractRoute(routes.chaseUnits)
  chaseUnits(@CurrentActor() actor: PersonActor, @Input(routes.chaseUnits) input: Given<typeof routes.chaseUnits>): Promise<Chased> { return this.chases.chase(actor, input.params.id, input.body); }

  @ContractRoute(routes.listChases)
  listChases(@CurrentActor() actor: PersonActor, @Input(routes.listChases) input: Given<typeof routes.listChases>): Promise<Page<Chase>> { return this.chases.list(actor, input.params.id, input.query); }

  @ContractRoute(routes.getChaseMessages)
  getChaseMessages(@CurrentActor() actor: PersonActor, @Input(routes.getChaseMessages) input: Given<typeof routes.getChaseMessages>, @Headers('accept-language') language: string | undefined): Promise<Page<ChaseMessage>> { return this.chases.messages(actor, input.params.id, localeOf(language)); }
}
