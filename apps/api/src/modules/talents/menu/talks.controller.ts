import { Controller, Headers, Res, type StreamableFile } from '@nestjs/common';
import { localeOf } from '@kepu/contracts/labels';
import { talkRoutes as routes, type HistoryEntry, type MyTalk, type MyTalks, type Page, type PublicTalk, type PublicTalks, type Talk } from '@kepu/contracts';
import type { FastifyReply } from 'fastify';
import type { PersonActor } from '../../../platform/auth/actor.js';
import { ContractRoute, CurrentActor, Input, type Given } from '../../../platform/http/contract-route.js';
import { sheetAnswer } from '../../../platform/sheets/sheet.js';
import { TalkMenu } from './menu.service.js';
import { OwnTalks } from './my-talks.service.js';
import { Talks } from './talks.service.js';

/** The menu of talks: for anybody, for lecturers, for staff. */
@Controller()
export class TalksController {
  constructor(private readonly menu: TalkMenu, private readonly own: OwnTalks, private readonly talks: Talks) {}

  @ContractRoute(routes.listPublicTalks)
  listPublicTalks(@Input(routes.listPublicTalks) input: Given<typeof routes.listPublicTalks>): Promise<PublicTalks> { return this.menu.list(input.query); }

  @ContractRoute(routes.getPublicTalk)
  getPublicTalk(@Input(routes.getPublicTalk) input: Given<typeof routes.getPublicTalk>): Promise<PublicTalk> { return this.menu.get(input.params.id); }

  @ContractRoute(routes.getTalkMenuShare)
  getTalkMenuShare(@Input(routes.getTalkMenuShare) input: Given<typeof routes.getTalkMenuShare>, @Headers('accept-language') language: string | undefined): Promise<{ text: string; url: string; qr: string }> { return this.menu.share(input.query.talkId ?? null, localeOf(language)); }

  @ContractRoute(routes.getMyTalks)
  getMyTalks(@CurrentActor() actor: PersonActor): Promise<MyTalks> { return this.own.list(actor); }

  @ContractRoute(routes.createMyTalk)
  createMyTalk(@CurrentActor() actor: PersonActor, @Input(routes.createMyTalk) input: Given<typeof routes.createMyTalk>): Promise<MyTalk> { return this.own.create(actor, input.body); }

  @ContractRoute(routes.updateMyTalk)
  updateMyTalk(@CurrentActor() actor: PersonActor, @Input(routes.updateMyTalk) input: Given<typeof routes.updateMyTalk>): Promise<MyTalk> { return this.own.update(actor, input.params.id, input.body); }

  @ContractRoute(routes.submitMyTalk)
  submitMyTalk(@CurrentActor() actor: PersonActor, @Input(routes.submitMyTalk) input: Given<typeof routes.submitMyTalk>): Promise<MyTalk> { return this.own.submit(actor, input.params.id, input.body.version); }

  @ContractRoute(routes.recallMyTalk)
  recallMyTalk(@CurrentActor() actor: PersonActor, @Input(routes.recallMyTalk) input: Given<typeof routes.recallMyTalk>): Promise<MyTalk> { return this.own.recall(actor, input.params.id, input.body.version); }

  @ContractRoute(routes.withdrawMyTalk)
  withdrawMyTalk(@CurrentActor() actor: PersonActor, @Input(routes.withdrawMyTalk) input: Given<typeof routes.withdrawMyTalk>): Promise<MyTalk> { return this.own.withdraw(actor, input.params.id, input.body.version); }

  @ContractRoute(routes.deleteMyTalk)
  deleteMyTalk(@CurrentActor() actor: PersonActor, @Input(routes.deleteMyTalk) input: Given<typeof routes.deleteMyTalk>): Promise<{ done: true }> { return this.own.remove(actor, input.params.id); }

  @ContractRoute(routes.listTalks)
  listTalks(@CurrentActor() actor: PersonActor, @Input(routes.listTalks) input: Given<typeof routes.listTalks>): Promise<Page<Talk>> { return this.talks.list(actor, input.query); }

  @ContractRoute(routes.exportTalks)
  async exportTalks(@CurrentActor() actor: PersonActor, @Input(routes.exportTalks) input: Given<typeof routes.exportTalks>, @Headers('accept-language') language: string | undefined, @Res({ passthrough: true }) reply: FastifyReply): Promise<StreamableFile> {
    const { name, bytes } = await this.talks.workbook(actor, input.query, localeOf(language));
    return sheetAnswer(reply, name, bytes);
  }

  @ContractRoute(routes.createTalk)
  createTalk(@CurrentActor() actor: PersonActor, @Input(routes.createTalk) input: Given<typeof routes.createTalk>): Promise<Talk> { return this.talks.create(actor, input.body); }

  @ContractRoute(routes.getTalk)
  getTalk(@CurrentActor() actor: PersonActor, @Input(routes.getTalk) input: Given<typeof routes.getTalk>): Promise<Talk> { return this.talks.get(actor, input.params.id); }

  @ContractRoute(routes.updateTalk)
  updateTalk(@CurrentActor() actor: PersonActor, @Input(routes.updateTalk) input: Given<typeof routes.updateTalk>): Promise<Talk> { return this.talks.update(actor, input.params.id, input.body); }

  @ContractRoute(routes.submitTalk)
  submitTalk(@CurrentActor() actor: PersonActor, @Input(routes.submitTalk) input: Given<typeof routes.submitTalk>): Promise<Talk> { return this.talks.submit(actor, input.params.id, input.body.version); }

  @ContractRoute(routes.publishTalk)
  publishTalk(@CurrentActor() actor: PersonActor, @Input(routes.publishTalk) input: Given<typeof routes.publishTalk>): Promise<Talk> { return this.talks.publish(actor, input.params.id, input.body.version); }

  @ContractRoute(routes.returnTalk)
  returnTalk(@CurrentActor() actor: PersonActor, @Input(routes.returnTalk) input: Given<typeof routes.returnTalk>): Promise<Talk> { return this.talks.return(actor, input.params.id, input.body.version, input.body.reason); }

  @ContractRoute(routes.withdrawTalk)
  withdrawTalk(@CurrentActor() actor: PersonActor, @Input(routes.withdrawTalk) input: Given<typeof routes.withdrawTalk>): Promise<Talk> { return this.talks.withdraw(actor, input.params.id, input.body.version, input.body.reason); }

  @ContractRoute(routes.undoTalk)
  undoTalk(@CurrentActor() actor: PersonActor, @Input(routes.undoTalk) input: Given<typeof routes.undoTalk>): Promise<Talk> { return this.talks.undo(actor, input.params.id, input.body.version); }

  @ContractRoute(routes.getTalkHistory)
  getTalkHistory(@CurrentActor() actor: PersonActor, @Input(routes.getTalkHistory) input: Given<typeof routes.getTalkHistory>): Promise<Page<HistoryEntry>> { return this.talks.historyOf(actor, input.params.id); }
}
