import { Controller, Headers, Res, type StreamableFile } from '@nestjs/common';
import { batchRoutes as routes, type Batch, type BatchCandidate, type BatchCheck, type BatchPosition, type Page } from '@kepu/contracts';
import { localeOf } from '@kepu/contracts/labels';
import type { FastifyReply } from 'fastify';
import type { PersonActor } from '../../../platform/auth/actor.js';
import { ContractRoute, CurrentActor, Input, type Given } from '../../../platform/http/contract-route.js';
import { sheetAnswer } from '../../../platform/sheets/sheet.js';
import { BatchDesk } from './batch-desk.service.js';
import { BatchRunner } from './batch-runner.js';
import { BatchesService } from './batches.service.js';

/** Batches. */
@Controller()
export class BatchesController {
  constructor(private readonly batches: BatchesService, private readonly desk: BatchDesk, private readonly runner: BatchRunner) {}

  @ContractRoute(routes.listBatches)
  listBatches(@CurrentActor() actor: PersonActor, @Input(routes.listBatches) input: Given<typeof routes.listBatches>): Promise<Page<Batch>> { return this.batches.list(actor, input.query); }

  @ContractRoute(routes.createBatch)
  createBatch(@CurrentActor() actor: PersonActor, @Input(routes.createBatch) input: Given<typeof routes.createBatch>): Promise<Batch> { return this.batches.create(actor, input.body); }

  @ContractRoute(routes.getBatch)
  getBatch(@CurrentActor() actor: PersonActor, @Input(routes.getBatch) input: Given<typeof routes.getBatch>): Promise<Batch> { return this.batches.get(actor, input.params.id); }

  @ContractRoute(routes.listBatchPositions)
  listBatchPositions(@CurrentActor() actor: PersonActor, @Input(routes.listBatchPositions) input: Given<typeof routes.listBatchPositions>, @Headers('accept-language') language: string | undefined): Promise<Page<BatchPosition>> { return this.desk.list(actor, input.params.id, input.query, localeOf(language)); }

  @ContractRoute(routes.listBatchCandidates)
  listBatchCandidates(@CurrentActor() actor: PersonActor, @Input(routes.listBatchCandidates) input: Given<typeof routes.listBatchCandidates>, @Headers('accept-language') language: string | undefined): Promise<Page<BatchCandidate>> {
    return this.desk.candidates(actor, input.params.id, input.params.positionId, input.query, localeOf(language));
  }

  @ContractRoute(routes.putIntoBatch)
  putIntoBatch(@CurrentActor() actor: PersonActor, @Input(routes.putIntoBatch) input: Given<typeof routes.putIntoBatch>, @Headers('accept-language') language: string | undefined): Promise<{ done: true }> { return this.desk.put(actor, input.params.id, input.body, localeOf(language)); }

  @ContractRoute(routes.lockBatchPlace)
  lockBatchPlace(@CurrentActor() actor: PersonActor, @Input(routes.lockBatchPlace) input: Given<typeof routes.lockBatchPlace>): Promise<{ done: true }> { return this.desk.lock(actor, input.params.id, input.params.placeId, input.body.lock); }

  @ContractRoute(routes.rerunBatch)
  rerunBatch(@CurrentActor() actor: PersonActor, @Input(routes.rerunBatch) input: Given<typeof routes.rerunBatch>): Promise<Batch> { return this.batches.rerun(actor, input.params.id, input.body.version); }

  @ContractRoute(routes.cancelBatch)
  cancelBatch(@CurrentActor() actor: PersonActor, @Input(routes.cancelBatch) input: Given<typeof routes.cancelBatch>): Promise<Batch> { return this.batches.cancel(actor, input.params.id, input.body.version); }

  @ContractRoute(routes.sendBatch)
  sendBatch(@CurrentActor() actor: PersonActor, @Input(routes.sendBatch) input: Given<typeof routes.sendBatch>): Promise<Batch> { return this.batches.send(actor, input.params.id, input.body.version); }

  @ContractRoute(routes.discardBatch)
  discardBatch(@CurrentActor() actor: PersonActor, @Input(routes.discardBatch) input: Given<typeof routes.discardBatch>): Promise<{ done: true }> { return this.batches.discard(actor, input.params.id); }

  @ContractRoute(routes.checkBatch)
  checkBatch(@CurrentActor() actor: PersonActor, @Input(routes.checkBatch) input: Given<typeof routes.checkBatch>): Promise<BatchCheck> { return this.runner.check(actor, input.params.id); }

  @ContractRoute(routes.exportBatch)
  async exportBatch(@CurrentActor() actor: PersonActor, @Input(routes.exportBatch) input: Given<typeof routes.exportBatch>, @Headers('accept-language') language: string | undefined, @Res({ passthrough: true }) reply: FastifyReply): Promise<StreamableFile> {
    const { name, bytes } = await this.desk.workbook(actor, input.params.id, localeOf(language));
    return sheetAnswer(reply, name, bytes);
  }
}
