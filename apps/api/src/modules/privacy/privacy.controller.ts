import type { Readable } from 'node:stream';
import { Controller, Headers, Res, StreamableFile } from '@nestjs/common';
import { privacyRoutes as routes, type DataAccess, type KeyStates, type MyConsent, type Page, type RetentionRuleView, type Reveal } from '@kepu/contracts';
import { label, localeOf } from '@kepu/contracts/labels';
import type { FastifyReply } from 'fastify';
import type { PersonActor } from '../../platform/auth/actor.js';
import { attachment } from '../../platform/files/index.js';
import { ContractRoute, CurrentActor, Input, type Given } from '../../platform/http/contract-route.js';
import { KeyStatesReader } from '../../platform/keys/index.js';
import { RetentionRunsRepository } from '../../platform/retention/index.js';
import { ConsentLedger } from '../identity/index.js';
import { DataAccessLog } from './data-access-log.js';
import { keyStatesView } from './key-states.mapper.js';
import { retentionView } from './retention.mapper.js';
import { TalentExports } from './talent-exports.service.js';
import { VolunteerExports } from './volunteer-exports.service.js';
import { Reveals } from './reveals.service.js';

const sheetStream = (reply: FastifyReply, name: string, sheet: Readable): StreamableFile => {
  void reply.headers({ 'content-type': routes.exportVolunteers.file, 'content-disposition': attachment(`${name}.xlsx`), 'cache-control': 'private, no-store', 'x-content-type-options': 'nosniff' });
  return new StreamableFile(sheet);
};

/** Personal data: keys, looks at contact data, consents. */
@Controller()
export class PrivacyController {
  constructor(private readonly keys: KeyStatesReader, private readonly reveals: Reveals, private readonly accesses: DataAccessLog, private readonly consents: ConsentLedger, private readonly runs: RetentionRunsRepository, private readonly exports: VolunteerExports, private readonly talents: TalentExports) {}

  @ContractRoute(routes.getKeys)
  async getKeys(): Promise<KeyStates> { return keyStatesView(await this.keys.read()); }

  @ContractRoute(routes.getRetention)
  async getRetention(): Promise<{ data: RetentionRuleView[] }> { return { data: retentionView(await this.runs.histories()) }; }

  @ContractRoute(routes.createReveal)
  createReveal(@CurrentActor() actor: PersonActor, @Input(routes.createReveal) input: Given<typeof routes.createReveal>): Promise<Reveal> { return this.reveals.reveal(actor, input.params.id, input.body); }

  @ContractRoute(routes.exportVolunteers)
  async exportVolunteers(@CurrentActor() actor: PersonActor, @Input(routes.exportVolunteers) input: Given<typeof routes.exportVolunteers>, @Headers('accept-language') language: string | undefined, @Res({ passthrough: true }) reply: FastifyReply): Promise<StreamableFile> {
    const locale = localeOf(language);
    return sheetStream(reply, label(locale, 'exported.volunteers'), await this.exports.export(actor, input.body, locale));
  }

  @ContractRoute(routes.exportPoolTerms)
  async exportPoolTerms(@CurrentActor() actor: PersonActor, @Input(routes.exportPoolTerms) input: Given<typeof routes.exportPoolTerms>, @Headers('accept-language') language: string | undefined, @Res({ passthrough: true }) reply: FastifyReply): Promise<StreamableFile> {
    const locale = localeOf(language);
    return sheetStream(reply, label(locale, 'exported.terms'), await this.talents.terms(actor, input.body, locale));
  }

  @ContractRoute(routes.exportNominations)
  async exportNominations(@CurrentActor() actor: PersonActor, @Input(routes.exportNominations) input: Given<typeof routes.exportNominations>, @Headers('accept-language') language: string | undefined, @Res({ passthrough: true }) reply: FastifyReply): Promise<StreamableFile> {
    const locale = localeOf(language);
    return sheetStream(reply, label(locale, 'exported.nominations'), await this.talents.nominationList(actor, input.body, locale));
  }

  @ContractRoute(routes.exportCredentials)
  async exportCredentials(@CurrentActor() actor: PersonActor, @Input(routes.exportCredentials) input: Given<typeof routes.exportCredentials>, @Headers('accept-language') language: string | undefined, @Res({ passthrough: true }) reply: FastifyReply): Promise<StreamableFile> {
    const locale = localeOf(language);
    return sheetStream(reply, label(locale, 'exported.credentials'), await this.talents.credentialList(actor, input.body, locale));
  }

  @ContractRoute(routes.listMyDataAccesses)
  listMyDataAccesses(@CurrentActor() actor: PersonActor, @Input(routes.listMyDataAccesses) input: Given<typeof routes.listMyDataAccesses>): Promise<Page<DataAccess>> { return this.accesses.ofOneself(actor, input.query); }

  @ContractRoute(routes.getMyConsents)
  getMyConsents(@CurrentActor() actor: PersonActor): Promise<{ data: MyConsent[] }> { return this.consentsOf(actor); }

  @ContractRoute(routes.giveConsent)
  async giveConsent(@CurrentActor() actor: PersonActor, @Input(routes.giveConsent) input: Given<typeof routes.giveConsent>): Promise<{ data: MyConsent[] }> {
    await this.consents.give(actor, input.body.kind, input.body.version);
    return this.consentsOf(actor);
  }

  @ContractRoute(routes.withdrawConsent)
  async withdrawConsent(@CurrentActor() actor: PersonActor, @Input(routes.withdrawConsent) input: Given<typeof routes.withdrawConsent>): Promise<{ data: MyConsent[] }> {
    await this.consents.withdraw(actor, input.body.kind);
    return this.consentsOf(actor);
  }

  private async consentsOf(actor: PersonActor): Promise<{ data: MyConsent[] }> { return { data: await this.consents.of(actor.accountId) }; }
}
