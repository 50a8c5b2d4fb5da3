import { Controller, Headers, Res, type StreamableFile } from '@nestjs/common';
import { collectionRoutes as routes, type Collection, type CollectionChased, type CollectionStanding, type CollectionSummary, type CollectionTable, type HistoryEntry, type Page, type Reminder } from '@kepu/contracts';
import { localeOf } from '@kepu/contracts/labels';
import type { FastifyReply } from 'fastify';
import type { PersonActor } from '../../../platform/auth/actor.js';
import { documentAnswer } from '../../../platform/documents/official-document.js';
import { ContractRoute, CurrentActor, Input, type Given } from '../../../platform/http/contract-route.js';
import { sheetAnswer } from '../../../platform/sheets/sheet.js';
import { CollectionAnswersService } from './collection-answers.service.js';
import { CollectionChases } from './collection-chases.service.js';
import { CollectionDocuments } from './collection-documents.js';
import { CollectionSheets } from './collection-sheets.service.js';
import { CollectionTables } from './collection-tables.service.js';
import { CollectionsService } from './collections.service.js';

/** 摸底, for the office and all who read it. */
@Controller()
export class CollectionsController {
  constructor(private readonly collections: CollectionsService, private readonly answers: CollectionAnswersService, private readonly tables: CollectionTables, private readonly chases: CollectionChases, private readonly sheets: CollectionSheets, private readonly documents: CollectionDocuments) {}

  @ContractRoute(routes.listCollections)
  listCollections(@CurrentActor() actor: PersonActor, @Input(routes.listCollections) input: Given<typeof routes.listCollections>): Promise<Page<Collection>> { return this.collections.list(actor, input.query); }

  @ContractRoute(routes.createCollection)
  createCollection(@CurrentActor() actor: PersonActor, @Input(routes.createCollection) input: Given<typeof routes.createCollection>): Promise<Collection> { return this.collections.create(actor, input.body); }

  @ContractRoute(routes.getCollection)
  getCollection(@CurrentActor() actor: PersonActor, @Input(routes.getCollection) input: Given<typeof routes.getCollection>): Promise<Collection> { return this.collections.get(actor, input.params.id); }

  @ContractRoute(routes.updateCollection)
  updateCollection(@CurrentActor() actor: PersonActor, @Input(routes.updateCollection) input: Given<typeof routes.updateCollection>): Promise<Collection> { return this.collections.change(actor, input.params.id, input.body); }

  @ContractRoute(routes.deleteCollection)
  deleteCollection(@CurrentActor() actor: PersonActor, @Input(routes.deleteCollection) input: Given<typeof routes.deleteCollection>): Promise<{ done: true }> { return this.collections.remove(actor, input.params.id); }

  @ContractRoute(routes.copyCollection)
  copyCollection(@CurrentActor() actor: PersonActor, @Input(routes.copyCollection) input: Given<typeof routes.copyCollection>): Promise<Collection> { return this.collections.copy(actor, input.params.id, input.body); }

  @ContractRoute(routes.openCollection)
  openCollection(@CurrentActor() actor: PersonActor, @Input(routes.openCollection) input: Given<typeof routes.openCollection>): Promise<Collection> { return this.collections.open(actor, input.params.id, input.body.version); }

  @ContractRoute(routes.closeCollection)
  closeCollection(@CurrentActor() actor: PersonActor, @Input(routes.closeCollection) input: Given<typeof routes.closeCollection>): Promise<Collection> { return this.collections.close(actor, input.params.id, input.body); }

  @ContractRoute(routes.reopenCollection)
  reopenCollection(@CurrentActor() actor: PersonActor, @Input(routes.reopenCollection) input: Given<typeof routes.reopenCollection>): Promise<Collection> { return this.collections.reopen(actor, input.params.id, input.body); }

  @ContractRoute(routes.withdrawCollection)
  withdrawCollection(@CurrentActor() actor: PersonActor, @Input(routes.withdrawCollection) input: Given<typeof routes.withdrawCollection>): Promise<Collection> { return this.collections.withdraw(actor, input.params.id, input.body); }

  @ContractRoute(routes.getCollectionHistory)
  getCollectionHistory(@CurrentActor() actor: PersonActor, @Input(routes.getCollectionHistory) input: Given<typeof routes.getCollectionHistory>): Promise<Page<HistoryEntry>> { return this.collections.historyOf(actor, input.params.id); }

  @ContractRoute(routes.chaseCollection)
  chaseCollection(@CurrentActor() actor: PersonActor, @Input(routes.chaseCollection) input: Given<typeof routes.chaseCollection>): Promise<CollectionChased> { return this.chases.chase(actor, input.params.id, input.body); }

  @ContractRoute(routes.listCollectionAnswers)
  listCollectionAnswers(@CurrentActor() actor: PersonActor, @Input(routes.listCollectionAnswers) input: Given<typeof routes.listCollectionAnswers>): Promise<Page<CollectionStanding>> { return this.tables.standings(actor, input.params.id, input.query); }

  @ContractRoute(routes.acceptCollectionAnswers)
  acceptCollectionAnswers(@CurrentActor() actor: PersonActor, @Input(routes.acceptCollectionAnswers) input: Given<typeof routes.acceptCollectionAnswers>): Promise<{ changed: number }> { return this.answers.acceptMany(actor, input.params.id, input.body); }

  @ContractRoute(routes.listCollectionRows)
  listCollectionRows(@CurrentActor() actor: PersonActor, @Input(routes.listCollectionRows) input: Given<typeof routes.listCollectionRows>): Promise<CollectionTable> { return this.tables.table(actor, input.params.id, input.query); }

  @ContractRoute(routes.getCollectionSummary)
  getCollectionSummary(@CurrentActor() actor: PersonActor, @Input(routes.getCollectionSummary) input: Given<typeof routes.getCollectionSummary>): Promise<CollectionSummary> { return this.tables.summary(actor, input.params.id); }

  @ContractRoute(routes.getCollectionReminder)
  getCollectionReminder(@CurrentActor() actor: PersonActor, @Input(routes.getCollectionReminder) input: Given<typeof routes.getCollectionReminder>, @Headers('accept-language') language: string | undefined): Promise<Reminder> { return this.chases.reminder(actor, input.params.id, localeOf(language)); }

  @ContractRoute(routes.exportCollection)
  async exportCollection(@CurrentActor() actor: PersonActor, @Input(routes.exportCollection) input: Given<typeof routes.exportCollection>, @Headers('accept-language') language: string | undefined, @Res({ passthrough: true }) reply: FastifyReply): Promise<StreamableFile> {
    const { name, bytes } = await this.sheets.whole(actor, input.params.id, localeOf(language));
    return sheetAnswer(reply, name, bytes);
  }

  @ContractRoute(routes.exportCollectionSummary)
  async exportCollectionSummary(@CurrentActor() actor: PersonActor, @Input(routes.exportCollectionSummary) input: Given<typeof routes.exportCollectionSummary>, @Res({ passthrough: true }) reply: FastifyReply): Promise<StreamableFile> {
    const { name, bytes } = await this.documents.summary(actor, input.params.id);
    return documentAnswer(reply, name, bytes);
  }
}
