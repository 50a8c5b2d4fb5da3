import { Controller, Headers, Inject, Req, Res, type StreamableFile } from '@nestjs/common';
import { rosterRoutes as routes, type Page, type RosterEntry, type RosterImport, type RosterLinks, type RosterOffer, type RosterRow, type Session } from '@kepu/contracts';
import { localeOf } from '@kepu/contracts/labels';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor, PersonActor } from '../../platform/auth/actor.js';
import { readSessionCookie, writeSessionCookie } from '../../platform/auth/session-cookie.js';
import { SessionReader } from '../../platform/auth/session-reader.js';
import { APP_CONFIG, type AppConfig } from '../../platform/config/config.js';
import { Refusal } from '../../platform/errors/refusal.js';
import { ContractRoute, CurrentActor, Input, UploadedFile, type Given } from '../../platform/http/contract-route.js';
import type { Upload } from '../../platform/http/upload.js';
import { sheetAnswer } from '../../platform/sheets/sheet.js';
import { deviceOf, SessionsService, UnreadCounter } from '../identity/index.js';
import { RosterAnswers } from './roster-answers.service.js';
import { RosterDecisions } from './roster-decisions.service.js';
import { RosterEntries } from './roster-entries.service.js';
import { RosterPreviews } from './roster-previews.service.js';
import { RosterSheets } from './roster-sheets.service.js';

/** Rosters, for staff; and their questions, for whoever has a link. */
@Controller()
export class RostersController {
  constructor(
    private readonly previews: RosterPreviews, private readonly decisions: RosterDecisions, private readonly sheets: RosterSheets, private readonly entries: RosterEntries, private readonly answers: RosterAnswers,
    private readonly sessions: SessionsService, private readonly unread: UnreadCounter, private readonly reader: SessionReader, @Inject(APP_CONFIG) private readonly config: AppConfig,
  ) {}

  @ContractRoute(routes.getRosterTemplate)
  async getRosterTemplate(@CurrentActor() actor: PersonActor, @Headers('accept-language') language: string | undefined, @Res({ passthrough: true }) reply: FastifyReply): Promise<StreamableFile> {
    const { name, bytes } = await this.sheets.template(actor, localeOf(language));
    return sheetAnswer(reply, name, bytes);
  }

  @ContractRoute(routes.listRosterImports)
  listRosterImports(@CurrentActor() actor: PersonActor, @Input(routes.listRosterImports) input: Given<typeof routes.listRosterImports>): Promise<Page<RosterImport>> { return this.previews.list(actor, input.query); }

  @ContractRoute(routes.createRosterImport)
  createRosterImport(@CurrentActor() actor: PersonActor, @UploadedFile(routes.createRosterImport) upload: Upload): Promise<RosterImport> { return this.previews.create(actor, upload); }

  @ContractRoute(routes.getRosterImport)
  getRosterImport(@CurrentActor() actor: PersonActor, @Input(routes.getRosterImport) input: Given<typeof routes.getRosterImport>): Promise<RosterImport> { return this.previews.get(actor, input.params.id); }

  @ContractRoute(routes.listRosterRows)
  listRosterRows(@CurrentActor() actor: PersonActor, @Input(routes.listRosterRows) input: Given<typeof routes.listRosterRows>): Promise<Page<RosterRow>> { return this.previews.rows(actor, input.params.id, input.query); }

  @ContractRoute(routes.getRosterFile)
  async getRosterFile(@CurrentActor() actor: PersonActor, @Input(routes.getRosterFile) input: Given<typeof routes.getRosterFile>, @Headers('accept-language') language: string | undefined, @Res({ passthrough: true }) reply: FastifyReply): Promise<StreamableFile> {
    const { name, bytes } = await this.sheets.back(actor, input.params.id, localeOf(language));
    return sheetAnswer(reply, name, bytes);
  }

  @ContractRoute(routes.commitRosterImport)
  commitRosterImport(@CurrentActor() actor: PersonActor, @Input(routes.commitRosterImport) input: Given<typeof routes.commitRosterImport>): Promise<RosterImport> { return this.decisions.commit(actor, input.params.id, input.body); }

  @ContractRoute(routes.discardRosterImport)
  discardRosterImport(@CurrentActor() actor: PersonActor, @Input(routes.discardRosterImport) input: Given<typeof routes.discardRosterImport>): Promise<RosterImport> { return this.decisions.discard(actor, input.params.id, input.body.version); }

  @ContractRoute(routes.undoRosterImport)
  undoRosterImport(@CurrentActor() actor: PersonActor, @Input(routes.undoRosterImport) input: Given<typeof routes.undoRosterImport>): Promise<RosterImport> { return this.decisions.undo(actor, input.params.id, input.body.version); }

  @ContractRoute(routes.listRosterEntries)
  listRosterEntries(@CurrentActor() actor: PersonActor, @Input(routes.listRosterEntries) input: Given<typeof routes.listRosterEntries>): Promise<Page<RosterEntry>> { return this.entries.list(actor, input.query); }

  @ContractRoute(routes.createRosterLinks)
  createRosterLinks(@CurrentActor() actor: PersonActor, @Input(routes.createRosterLinks) input: Given<typeof routes.createRosterLinks>): Promise<RosterLinks> { return this.entries.links(actor, input.body.ids); }

  @ContractRoute(routes.remindRosterEntry)
  remindRosterEntry(@CurrentActor() actor: PersonActor, @Input(routes.remindRosterEntry) input: Given<typeof routes.remindRosterEntry>): Promise<RosterEntry> { return this.entries.remind(actor, input.params.id); }

  @ContractRoute(routes.withdrawRosterEntry)
  withdrawRosterEntry(@CurrentActor() actor: PersonActor, @Input(routes.withdrawRosterEntry) input: Given<typeof routes.withdrawRosterEntry>): Promise<RosterEntry> { return this.entries.withdraw(actor, input.params.id); }

  @ContractRoute(routes.lookUpRosterEntry)
  lookUpRosterEntry(@Input(routes.lookUpRosterEntry) input: Given<typeof routes.lookUpRosterEntry>, @Req() request: FastifyRequest): Promise<RosterOffer> { return this.answers.lookUp(input.body.token, deviceOf(request)); }

  @ContractRoute(routes.acceptRosterEntry)
  async acceptRosterEntry(@CurrentActor() actor: Actor, @Input(routes.acceptRosterEntry) input: Given<typeof routes.acceptRosterEntry>, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<Session> {
    const device = deviceOf(request);
    const signedIn = await this.answers.accept(actor, input.body, device);
    if (signedIn) writeSessionCookie(reply, signedIn.token, signedIn.expiresAt, this.config.secure);
    const token = signedIn?.token ?? readSessionCookie(request, this.config.secure);
    const person = token ? await this.reader.actorOf(token, device.ip) : null;
    if (!person) throw new Refusal('auth.failed');
    return this.sessions.describe(person, await this.unread.of(person.accountId));
  }

  @ContractRoute(routes.declineRosterEntry)
  async declineRosterEntry(@CurrentActor() actor: Actor, @Input(routes.declineRosterEntry) input: Given<typeof routes.declineRosterEntry>, @Req() request: FastifyRequest): Promise<{ done: true }> {
    await this.answers.decline(actor, input.body.token, deviceOf(request));
    return { done: true };
  }
}
