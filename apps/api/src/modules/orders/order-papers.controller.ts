import { Controller, Req, Res, StreamableFile } from '@nestjs/common';
import { orderPaperRoutes as routes } from '@kepu/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { PersonActor } from '../../platform/auth/actor.js';
import { attachment } from '../../platform/files/index.js';
import { ContractRoute, CurrentActor, Input, type Given } from '../../platform/http/contract-route.js';
import { deviceOf } from '../identity/index.js';
import { OrderPapers, type Paper } from './order-papers.service.js';

const sent = ({ name, bytes }: Paper, reply: FastifyReply): StreamableFile => {
  void reply.headers({ 'content-type': 'application/pdf', 'content-disposition': attachment(name), 'cache-control': 'private, no-store', 'x-content-type-options': 'nosniff' });
  return new StreamableFile(bytes);
};

/** What is printed of orders. */
@Controller()
export class OrderPapersController {
  constructor(private readonly papers: OrderPapers) {}

  @ContractRoute(routes.getOwnOrderPoster)
  async getOwnOrderPoster(@Input(routes.getOwnOrderPoster) input: Given<typeof routes.getOwnOrderPoster>, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<StreamableFile> { return sent(await this.papers.ownPoster(input.body, deviceOf(request)), reply); }

  @ContractRoute(routes.getOrderPoster)
  async getOrderPoster(@CurrentActor() actor: PersonActor, @Input(routes.getOrderPoster) input: Given<typeof routes.getOrderPoster>, @Res({ passthrough: true }) reply: FastifyReply): Promise<StreamableFile> { return sent(await this.papers.poster(actor, input.params.id), reply); }

  @ContractRoute(routes.getOrderRequestLetter)
  async getOrderRequestLetter(@CurrentActor() actor: PersonActor, @Input(routes.getOrderRequestLetter) input: Given<typeof routes.getOrderRequestLetter>, @Res({ passthrough: true }) reply: FastifyReply): Promise<StreamableFile> { return sent(await this.papers.request(actor, input.params.id), reply); }

  @ContractRoute(routes.getMyOrderRequestLetter)
  async getMyOrderRequestLetter(@CurrentActor() actor: PersonActor, @Input(routes.getMyOrderRequestLetter) input: Given<typeof routes.getMyOrderRequestLetter>, @Res({ passthrough: true }) reply: FastifyReply): Promise<StreamableFile> { return sent(await this.papers.myRequest(actor, input.params.id), reply); }
}
