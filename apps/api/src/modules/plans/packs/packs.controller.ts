import { Controller, Res, StreamableFile } from '@nestjs/common';
import { packRoutes as routes, type Pack, type Page } from '@kepu/contracts';
import type { FastifyReply } from 'fastify';
import type { PersonActor } from '../../../platform/auth/actor.js';
import { attachment } from '../../../platform/files/index.js';
import { ContractRoute, CurrentActor, Input, type Given } from '../../../platform/http/contract-route.js';
import { PacksService } from './packs.service.js';

/** Inspection packs. */
@Controller()
export class PacksController {
  constructor(private readonly packs: PacksService) {}

  @ContractRoute(routes.listPacks)
  listPacks(@CurrentActor() actor: PersonActor, @Input(routes.listPacks) input: Given<typeof routes.listPacks>): Promise<Page<Pack>> { return this.packs.list(actor, input.query); }

  @ContractRoute(routes.orderPack)
  orderPack(@CurrentActor() actor: PersonActor, @Input(routes.orderPack) input: Given<typeof routes.orderPack>): Promise<Pack> { return this.packs.order(actor, input.params.id, input.body); }

  @ContractRoute(routes.getPack)
  getPack(@CurrentActor() actor: PersonActor, @Input(routes.getPack) input: Given<typeof routes.getPack>): Promise<Pack> { return this.packs.get(actor, input.params.id); }

  @ContractRoute(routes.downloadPack)
  async downloadPack(@CurrentActor() actor: PersonActor, @Input(routes.downloadPack) input: Given<typeof routes.downloadPack>, @Res({ passthrough: true }) reply: FastifyReply): Promise<StreamableFile> {
    const { file, name } = await this.packs.open(actor, input.params.id);
    void reply.headers({ ...file.headers, 'content-type': 'application/zip', 'content-disposition': attachment(name), 'content-length': String(file.size), 'cache-control': 'private, no-store' });
    return new StreamableFile(file.stream());
  }

  @ContractRoute(routes.cancelPack)
  cancelPack(@CurrentActor() actor: PersonActor, @Input(routes.cancelPack) input: Given<typeof routes.cancelPack>): Promise<Pack> { return this.packs.cancel(actor, input.params.id, input.body.version); }

  @ContractRoute(routes.deletePack)
  deletePack(@CurrentActor() actor: PersonActor, @Input(routes.deletePack) input: Given<typeof routes.deletePack>): Promise<{ done: true }> { return this.packs.remove(actor, input.params.id); }
}
