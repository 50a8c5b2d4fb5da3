import { Controller, Headers, Inject, Res, StreamableFile } from '@nestjs/common';
import { guardianRoutes, privacyRoutes as routes, type DataAccess, type MyDeletion, type Page } from '@kepu/contracts';
import { localeOf } from '@kepu/contracts/labels';
import type { FastifyReply } from 'fastify';
import type { PersonActor } from '../../platform/auth/actor.js';
import { clearSessionCookie } from '../../platform/auth/session-cookie.js';
import { APP_CONFIG, type AppConfig } from '../../platform/config/config.js';
import { attachment } from '../../platform/files/index.js';
import { ContractRoute, CurrentActor, Input, type Given } from '../../platform/http/contract-route.js';
import { Guardians } from '../guardians/index.js';
import { Closing } from './closing.service.js';
import { DataAccessLog } from './data-access-log.js';
import { myDataPage } from './my-data-page.js';
import { MyDataService } from './my-data.service.js';

const download = (reply: FastifyReply, type: string, name: string, text: string): StreamableFile => {
  void reply.headers({ 'content-type': `${type}; charset=utf-8`, 'content-disposition': attachment(name), 'cache-control': 'private, no-store', 'x-content-type-options': 'nosniff' });
  return new StreamableFile(Buffer.from(text));
};

/** One's own data: to take along, and to have deleted. */
@Controller()
export class MyDataController {
  constructor(private readonly data: MyDataService, private readonly closing: Closing, private readonly accesses: DataAccessLog, private readonly guardians: Guardians, @Inject(APP_CONFIG) private readonly config: AppConfig) {}

  @ContractRoute(routes.getMyData)
  async getMyData(@CurrentActor() actor: PersonActor, @Res({ passthrough: true }) reply: FastifyReply): Promise<StreamableFile> {
    const { data } = await this.data.gather(actor);
    return download(reply, routes.getMyData.file, 'kepu-data.json', JSON.stringify(data, null, 2));
  }

  @ContractRoute(routes.getMyDataPage)
  async getMyDataPage(@CurrentActor() actor: PersonActor, @Headers('accept-language') language: string | undefined, @Res({ passthrough: true }) reply: FastifyReply): Promise<StreamableFile> {
    return download(reply, routes.getMyDataPage.file, 'kepu-data.html', myDataPage(await this.data.gather(actor), localeOf(language)));
  }

  @ContractRoute(routes.getMyDeletion)
  getMyDeletion(@CurrentActor() actor: PersonActor): Promise<MyDeletion> { return this.closing.preview(actor); }

  @ContractRoute(routes.deleteMyself)
  async deleteMyself(@CurrentActor() actor: PersonActor, @Input(routes.deleteMyself) input: Given<typeof routes.deleteMyself>, @Res({ passthrough: true }) reply: FastifyReply): Promise<{ done: true }> {
    await this.closing.close(actor, input.body);
    clearSessionCookie(reply, this.config.secure);
    return { done: true };
  }

  @ContractRoute(guardianRoutes.getMyChildData)
  async getMyChildData(@CurrentActor() actor: PersonActor, @Input(guardianRoutes.getMyChildData) input: Given<typeof guardianRoutes.getMyChildData>, @Res({ passthrough: true }) reply: FastifyReply): Promise<StreamableFile> {
    const { data } = await this.data.gather(await this.guardians.actingFor(actor, input.params.id));
    return download(reply, guardianRoutes.getMyChildData.file, 'kepu-data.json', JSON.stringify(data, null, 2));
  }

  @ContractRoute(guardianRoutes.getMyChildDataPage)
  async getMyChildDataPage(@CurrentActor() actor: PersonActor, @Input(guardianRoutes.getMyChildDataPage) input: Given<typeof guardianRoutes.getMyChildDataPage>, @Headers('accept-language') language: string | undefined, @Res({ passthrough: true }) reply: FastifyReply): Promise<StreamableFile> {
    return download(reply, guardianRoutes.getMyChildDataPage.file, 'kepu-data.html', myDataPage(await this.data.gather(await this.guardians.actingFor(actor, input.params.id)), localeOf(language)));
  }

  @ContractRoute(guardianRoutes.listMyChildAccesses)
  async listMyChildAccesses(@CurrentActor() actor: PersonActor, @Input(guardianRoutes.listMyChildAccesses) input: Given<typeof guardianRoutes.listMyChildAccesses>): Promise<Page<DataAccess>> { return this.accesses.ofOneself(await this.guardians.actingFor(actor, input.params.id), input.query); }

  @ContractRoute(guardianRoutes.getMyChildDeletion)
  async getMyChildDeletion(@CurrentActor() actor: PersonActor, @Input(guardianRoutes.getMyChildDeletion) input: Given<typeof guardianRoutes.getMyChildDeletion>): Promise<MyDeletion> { return this.closing.preview(await this.guardians.actingFor(actor, input.params.id)); }

  @ContractRoute(guardianRoutes.deleteMyChild)
  async deleteMyChild(@CurrentActor() actor: PersonActor, @Input(guardianRoutes.deleteMyChild) input: Given<typeof guardianRoutes.deleteMyChild>): Promise<{ done: true }> {
    await this.closing.close(await this.guardians.actingFor(actor, input.params.id), input.body);
    return { done: true };
  }
}
