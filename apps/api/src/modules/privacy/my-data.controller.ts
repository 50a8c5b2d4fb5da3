import { Controller, Headers, Inject, Res, StreamableFile } from '@nestjs/common';
import { privacyRoutes as routes, type MyDeletion } from '@kepu/contracts';
import { localeOf } from '@kepu/contracts/labels';
import type { FastifyReply } from 'fastify';
import type { PersonActor } from '../../platform/auth/actor.js';
import { clearSessionCookie } from '../../platform/auth/session-cookie.js';
import { APP_CONFIG, type AppConfig } from '../../platform/config/config.js';
import { attachment } from '../../platform/files/index.js';
import { ContractRoute, CurrentActor, Input, type Given } from '../../platform/http/contract-route.js';
import { Closing } from './closing.service.js';
import { myDataPage } from './my-data-page.js';
import { MyDataService } from './my-data.service.js';

const download = (reply: FastifyReply, type: string, name: string, text: string): StreamableFile => {
  void reply.headers({ 'content-type': `${type}; charset=utf-8`, 'content-disposition': attachment(name), 'cache-control': 'private, no-store', 'x-content-type-options': 'nosniff' });
  return new StreamableFile(Buffer.from(text));
};

/** One's own data: to take along, and to have deleted. */
@Controller()
export class MyDataController {
  constructor(private readonly data: MyDataService, private readonly closing: Closing, @Inject(APP_CONFIG) private readonly config: AppConfig) {}

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
}
