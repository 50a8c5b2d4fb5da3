import { Controller, Headers, Res, type StreamableFile } from '@nestjs/common';
import { collectionAnswerRoutes as routes, type CollectionAnswer, type CollectionSheet, type HistoryEntry, type Page } from '@kepu/contracts';
import { localeOf } from '@kepu/contracts/labels';
import type { FastifyReply } from 'fastify';
import type { PersonActor } from '../../../platform/auth/actor.js';
import { ContractRoute, CurrentActor, Input, UploadedFile, type Given } from '../../../platform/http/contract-route.js';
import type { Upload } from '../../../platform/http/upload.js';
import { sheetAnswer } from '../../../platform/sheets/sheet.js';
import { CollectionAnswersService } from './collection-answers.service.js';
import { CollectionSheets } from './collection-sheets.service.js';

/** What one unit answers. */
@Controller()
export class CollectionAnswersController {
  constructor(private readonly answers: CollectionAnswersService, private readonly sheets: CollectionSheets) {}

  @ContractRoute(routes.getCollectionAnswer)
  getCollectionAnswer(@CurrentActor() actor: PersonActor, @Input(routes.getCollectionAnswer) input: Given<typeof routes.getCollectionAnswer>): Promise<CollectionAnswer> { return this.answers.get(actor, input.params.id); }

  @ContractRoute(routes.getCollectionAnswerHistory)
  getCollectionAnswerHistory(@CurrentActor() actor: PersonActor, @Input(routes.getCollectionAnswerHistory) input: Given<typeof routes.getCollectionAnswerHistory>): Promise<Page<HistoryEntry>> { return this.answers.historyOf(actor, input.params.id); }

  @ContractRoute(routes.saveCollectionAnswer)
  saveCollectionAnswer(@CurrentActor() actor: PersonActor, @Input(routes.saveCollectionAnswer) input: Given<typeof routes.saveCollectionAnswer>): Promise<CollectionAnswer> { return this.answers.save(actor, input.params.id, input.body); }

  @ContractRoute(routes.handOverCollectionAnswer)
  handOverCollectionAnswer(@CurrentActor() actor: PersonActor, @Input(routes.handOverCollectionAnswer) input: Given<typeof routes.handOverCollectionAnswer>): Promise<CollectionAnswer> { return this.answers.handOver(actor, input.params.id, input.body.version); }

  @ContractRoute(routes.sendBackCollectionAnswer)
  sendBackCollectionAnswer(@CurrentActor() actor: PersonActor, @Input(routes.sendBackCollectionAnswer) input: Given<typeof routes.sendBackCollectionAnswer>): Promise<CollectionAnswer> { return this.answers.sendBack(actor, input.params.id, input.body); }

  @ContractRoute(routes.submitCollectionAnswer)
  submitCollectionAnswer(@CurrentActor() actor: PersonActor, @Input(routes.submitCollectionAnswer) input: Given<typeof routes.submitCollectionAnswer>): Promise<CollectionAnswer> { return this.answers.submit(actor, input.params.id, input.body.version); }

  @ContractRoute(routes.recallCollectionAnswer)
  recallCollectionAnswer(@CurrentActor() actor: PersonActor, @Input(routes.recallCollectionAnswer) input: Given<typeof routes.recallCollectionAnswer>): Promise<CollectionAnswer> { return this.answers.recall(actor, input.params.id, input.body.version); }

  @ContractRoute(routes.acceptCollectionAnswer)
  acceptCollectionAnswer(@CurrentActor() actor: PersonActor, @Input(routes.acceptCollectionAnswer) input: Given<typeof routes.acceptCollectionAnswer>): Promise<CollectionAnswer> { return this.answers.accept(actor, input.params.id, input.body.version); }

  @ContractRoute(routes.returnCollectionAnswer)
  returnCollectionAnswer(@CurrentActor() actor: PersonActor, @Input(routes.returnCollectionAnswer) input: Given<typeof routes.returnCollectionAnswer>): Promise<CollectionAnswer> { return this.answers.giveBack(actor, input.params.id, input.body); }

  @ContractRoute(routes.exportCollectionTemplate)
  async exportCollectionTemplate(@CurrentActor() actor: PersonActor, @Input(routes.exportCollectionTemplate) input: Given<typeof routes.exportCollectionTemplate>, @Headers('accept-language') language: string | undefined, @Res({ passthrough: true }) reply: FastifyReply): Promise<StreamableFile> {
    const { name, bytes } = await this.sheets.template(actor, input.params.id, localeOf(language));
    return sheetAnswer(reply, name, bytes);
  }

  @ContractRoute(routes.readCollectionSheet)
  readCollectionSheet(@CurrentActor() actor: PersonActor, @Input(routes.readCollectionSheet) input: Given<typeof routes.readCollectionSheet>, @UploadedFile(routes.readCollectionSheet) upload: Upload, @Headers('accept-language') language: string | undefined): Promise<CollectionSheet> {
    return this.sheets.read(actor, input.params.id, upload, localeOf(language));
  }

  @ContractRoute(routes.markCollectionSheet)
  async markCollectionSheet(@CurrentActor() actor: PersonActor, @Input(routes.markCollectionSheet) input: Given<typeof routes.markCollectionSheet>, @UploadedFile(routes.markCollectionSheet) upload: Upload, @Headers('accept-language') language: string | undefined, @Res({ passthrough: true }) reply: FastifyReply): Promise<StreamableFile> {
    const { name, bytes } = await this.sheets.marked(actor, input.params.id, upload, localeOf(language));
    return sheetAnswer(reply, name, bytes);
  }
}
