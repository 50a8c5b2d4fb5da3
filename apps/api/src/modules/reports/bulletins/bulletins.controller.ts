import { Controller, Headers, Res, type StreamableFile } from '@nestjs/common';
import { bulletinRoutes as routes, type Bulletin, type BulletinSummary, type BulletinWord, type HistoryEntry, type Page } from '@kepu/contracts';
import { localeOf } from '@kepu/contracts/labels';
import type { FastifyReply } from 'fastify';
import type { PersonActor } from '../../../platform/auth/actor.js';
import { documentAnswer } from '../../../platform/documents/official-document.js';
import { ContractRoute, CurrentActor, Input, type Given } from '../../../platform/http/contract-route.js';
import { sheetAnswer } from '../../../platform/sheets/sheet.js';
import { BulletinDocuments } from './bulletin-documents.js';
import { BulletinsService } from './bulletins.service.js';

/** 通报 and 工作总结. */
@Controller()
export class BulletinsController {
  constructor(private readonly bulletins: BulletinsService, private readonly documents: BulletinDocuments) {}

  @ContractRoute(routes.listBulletins)
  listBulletins(@CurrentActor() actor: PersonActor, @Input(routes.listBulletins) input: Given<typeof routes.listBulletins>): Promise<Page<BulletinSummary>> { return this.bulletins.list(actor, input.query); }

  @ContractRoute(routes.createBulletin)
  createBulletin(@CurrentActor() actor: PersonActor, @Input(routes.createBulletin) input: Given<typeof routes.createBulletin>, @Headers('accept-language') language: string | undefined): Promise<Bulletin> { return this.bulletins.create(actor, input.params.id, input.body, localeOf(language)); }

  @ContractRoute(routes.getBulletin)
  getBulletin(@CurrentActor() actor: PersonActor, @Input(routes.getBulletin) input: Given<typeof routes.getBulletin>, @Headers('accept-language') language: string | undefined): Promise<Bulletin> { return this.bulletins.get(actor, input.params.id, localeOf(language)); }

  @ContractRoute(routes.getBulletinHistory)
  getBulletinHistory(@CurrentActor() actor: PersonActor, @Input(routes.getBulletinHistory) input: Given<typeof routes.getBulletinHistory>): Promise<Page<HistoryEntry>> { return this.bulletins.historyOf(actor, input.params.id); }

  @ContractRoute(routes.listBulletinRecords)
  listBulletinRecords(@CurrentActor() actor: PersonActor, @Input(routes.listBulletinRecords) input: Given<typeof routes.listBulletinRecords>): ReturnType<BulletinsService['records']> { return this.bulletins.records(actor, input.params.id, input.query); }

  @ContractRoute(routes.listBulletinWords)
  listBulletinWords(@CurrentActor() actor: PersonActor, @Input(routes.listBulletinWords) input: Given<typeof routes.listBulletinWords>): Promise<Page<BulletinWord>> { return this.bulletins.words(actor, input.params.id, input.query); }

  @ContractRoute(routes.exportBulletin)
  async exportBulletin(@CurrentActor() actor: PersonActor, @Input(routes.exportBulletin) input: Given<typeof routes.exportBulletin>, @Res({ passthrough: true }) reply: FastifyReply): Promise<StreamableFile> {
    const { name, bytes } = await this.documents.paper(actor, input.params.id);
    return documentAnswer(reply, name, bytes);
  }

  @ContractRoute(routes.exportBulletinSheet)
  async exportBulletinSheet(@CurrentActor() actor: PersonActor, @Input(routes.exportBulletinSheet) input: Given<typeof routes.exportBulletinSheet>, @Headers('accept-language') language: string | undefined, @Res({ passthrough: true }) reply: FastifyReply): Promise<StreamableFile> {
    const { name, bytes } = await this.documents.sheet(actor, input.params.id, localeOf(language));
    return sheetAnswer(reply, name, bytes);
  }

  @ContractRoute(routes.updateBulletin)
  updateBulletin(@CurrentActor() actor: PersonActor, @Input(routes.updateBulletin) input: Given<typeof routes.updateBulletin>, @Headers('accept-language') language: string | undefined): Promise<Bulletin> { return this.bulletins.update(actor, input.params.id, input.body, localeOf(language)); }

  @ContractRoute(routes.recountBulletin)
  recountBulletin(@CurrentActor() actor: PersonActor, @Input(routes.recountBulletin) input: Given<typeof routes.recountBulletin>, @Headers('accept-language') language: string | undefined): Promise<Bulletin> { return this.bulletins.recount(actor, input.params.id, input.body, localeOf(language)); }

  @ContractRoute(routes.deleteBulletin)
  deleteBulletin(@CurrentActor() actor: PersonActor, @Input(routes.deleteBulletin) input: Given<typeof routes.deleteBulletin>): Promise<{ done: true }> { return this.bulletins.remove(actor, input.params.id); }

  @ContractRoute(routes.requestBulletinApproval)
  requestBulletinApproval(@CurrentActor() actor: PersonActor, @Input(routes.requestBulletinApproval) input: Given<typeof routes.requestBulletinApproval>, @Headers('accept-language') language: string | undefined): Promise<Bulletin> { return this.bulletins.request(actor, input.params.id, input.body.version, localeOf(language)); }

  @ContractRoute(routes.takeBulletinBack)
  takeBulletinBack(@CurrentActor() actor: PersonActor, @Input(routes.takeBulletinBack) input: Given<typeof routes.takeBulletinBack>, @Headers('accept-language') language: string | undefined): Promise<Bulletin> { return this.bulletins.takeBack(actor, input.params.id, input.body.version, localeOf(language)); }

  @ContractRoute(routes.approveBulletin)
  approveBulletin(@CurrentActor() actor: PersonActor, @Input(routes.approveBulletin) input: Given<typeof routes.approveBulletin>, @Headers('accept-language') language: string | undefined): Promise<Bulletin> { return this.bulletins.approve(actor, input.params.id, input.body.version, localeOf(language)); }

  @ContractRoute(routes.turnBulletinDown)
  turnBulletinDown(@CurrentActor() actor: PersonActor, @Input(routes.turnBulletinDown) input: Given<typeof routes.turnBulletinDown>, @Headers('accept-language') language: string | undefined): Promise<Bulletin> { return this.bulletins.turnDown(actor, input.params.id, input.body, localeOf(language)); }

  @ContractRoute(routes.issueBulletin)
  issueBulletin(@CurrentActor() actor: PersonActor, @Input(routes.issueBulletin) input: Given<typeof routes.issueBulletin>, @Headers('accept-language') language: string | undefined): Promise<Bulletin> { return this.bulletins.issue(actor, input.params.id, input.body, localeOf(language)); }

  @ContractRoute(routes.withdrawBulletin)
  withdrawBulletin(@CurrentActor() actor: PersonActor, @Input(routes.withdrawBulletin) input: Given<typeof routes.withdrawBulletin>, @Headers('accept-language') language: string | undefined): Promise<Bulletin> { return this.bulletins.withdraw(actor, input.params.id, input.body, localeOf(language)); }
}
