import { Controller } from '@nestjs/common';
import { measureRoutes as routes, type Evidence, type Measure, type Page } from '@kepu/contracts';
import type { PersonActor } from '../../platform/auth/actor.js';
import { ContractRoute, CurrentActor, Input, type Given } from '../../platform/http/contract-route.js';
import { EvidenceService } from './evidence.service.js';
import { MeasuresService } from './measures.service.js';

/** What counts as done, and what proves it. */
@Controller()
export class MeasuresController {
  constructor(private readonly measures: MeasuresService, private readonly evidence: EvidenceService) {}

  @ContractRoute(routes.listMeasures)
  listMeasures(@CurrentActor() actor: PersonActor, @Input(routes.listMeasures) input: Given<typeof routes.listMeasures>): Promise<Page<Measure>> { return this.measures.list(actor, input.query); }

  @ContractRoute(routes.createMeasure)
  createMeasure(@CurrentActor() actor: PersonActor, @Input(routes.createMeasure) input: Given<typeof routes.createMeasure>): Promise<Measure> { return this.measures.create(actor, input.params.id, input.body); }

  @ContractRoute(routes.getMeasure)
  getMeasure(@CurrentActor() actor: PersonActor, @Input(routes.getMeasure) input: Given<typeof routes.getMeasure>): Promise<Measure> { return this.measures.get(actor, input.params.id); }

  @ContractRoute(routes.updateMeasure)
  updateMeasure(@CurrentActor() actor: PersonActor, @Input(routes.updateMeasure) input: Given<typeof routes.updateMeasure>): Promise<Measure> { return this.measures.update(actor, input.params.id, input.body); }

  @ContractRoute(routes.deleteMeasure)
  deleteMeasure(@CurrentActor() actor: PersonActor, @Input(routes.deleteMeasure) input: Given<typeof routes.deleteMeasure>): Promise<{ done: true }> { return this.measures.remove(actor, input.params.id); }

  @ContractRoute(routes.judgeMeasure)
  judgeMeasure(@CurrentActor() actor: PersonActor, @Input(routes.judgeMeasure) input: Given<typeof routes.judgeMeasure>): Promise<Measure> { return this.measures.judge(actor, input.params.id, input.body); }

  @ContractRoute(routes.listEvidence)
  listEvidence(@CurrentActor() actor: PersonActor, @Input(routes.listEvidence) input: Given<typeof routes.listEvidence>): Promise<Page<Evidence>> { return this.evidence.list(actor, input.query); }
}
