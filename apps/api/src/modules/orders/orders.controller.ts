import { randomBytes } from 'node:crypto';
import { Controller, Inject, Req, Res } from '@nestjs/common';
import { orderRoutes as routes, type OrderPlace, type OrderPlaced, type OwnOrder, type Page, type RatingPage } from '@kepu/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { RateLimits } from '../../platform/auth/rate-limits.js';
import { APP_CONFIG, type AppConfig } from '../../platform/config/config.js';
import { networkOf } from '../../platform/http/client-address.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { ContractRoute, Input, type Given } from '../../platform/http/contract-route.js';
import { deviceOf } from '../identity/index.js';
import { readRaterCookie, writeRaterCookie } from './rater-cookie.js';
import { OrderRatings } from './order-ratings.service.js';
import { OrderReview } from './order-review.service.js';
import { OrderWishes } from './order-wishes.js';
import { OwnOrders } from './own-orders.service.js';

/** 点单: what anybody may do who orders, and who listens. */
@Controller()
export class OrdersController {
  constructor(
    private readonly own: OwnOrders, private readonly wishes: OrderWishes, private readonly review: OrderReview, private readonly ratings: OrderRatings, private readonly limits: RateLimits, private readonly work: UnitOfWork, @Inject(APP_CONFIG) private readonly config: AppConfig,
  ) {}

  @ContractRoute(routes.listOrderPlaces)
  async listOrderPlaces(@Input(routes.listOrderPlaces) input: Given<typeof routes.listOrderPlaces>, @Req() request: FastifyRequest): Promise<Page<OrderPlace>> {
    await this.limits.spend('order places', networkOf(deviceOf(request).ip), { tries: 1200, minutes: 10 });
    const data = await this.wishes.places(input.query.q, input.query.countyCode);
    return { data, total: data.length };
  }

  @ContractRoute(routes.createOrder)
  createOrder(@Input(routes.createOrder) input: Given<typeof routes.createOrder>, @Req() request: FastifyRequest): Promise<OrderPlaced> { return this.own.create(input.body, deviceOf(request)); }

  @ContractRoute(routes.lookUpOrder)
  lookUpOrder(@Input(routes.lookUpOrder) input: Given<typeof routes.lookUpOrder>, @Req() request: FastifyRequest): Promise<OwnOrder> { return this.own.lookUp(input.body, deviceOf(request)); }

  @ContractRoute(routes.reviseOwnOrder)
  reviseOwnOrder(@Input(routes.reviseOwnOrder) { body: { key, ...body } }: Given<typeof routes.reviseOwnOrder>, @Req() request: FastifyRequest): Promise<OwnOrder> { return this.own.revise(key, body, deviceOf(request)); }

  @ContractRoute(routes.cancelOwnOrder)
  async cancelOwnOrder(@Input(routes.cancelOwnOrder) { body: { key, ...body } }: Given<typeof routes.cancelOwnOrder>, @Req() request: FastifyRequest): Promise<OwnOrder> {
    const device = deviceOf(request);
    const row = await this.own.demand(key, device);
    await this.work.run(() => this.review.callOff({ kind: 'public', ip: null }, row, 'cancel', body));
    return this.own.lookUp(key, device);
  }

  @ContractRoute(routes.rateOwnOrder)
  async rateOwnOrder(@Input(routes.rateOwnOrder) { body: { key, ...body } }: Given<typeof routes.rateOwnOrder>, @Req() request: FastifyRequest): Promise<OwnOrder> { return this.ratings.byOrderer(await this.own.demand(key, deviceOf(request)), body); }

  @ContractRoute(routes.setOwnOrderMessages)
  setOwnOrderMessages(@Input(routes.setOwnOrderMessages) { body: { key, wanted } }: Given<typeof routes.setOwnOrderMessages>, @Req() request: FastifyRequest): Promise<OwnOrder> { return this.own.want(key, wanted, deviceOf(request)); }

  @ContractRoute(routes.getRatingPage)
  getRatingPage(@Input(routes.getRatingPage) input: Given<typeof routes.getRatingPage>, @Req() request: FastifyRequest): Promise<RatingPage> { return this.ratings.page(input.params.code, readRaterCookie(request, this.isSecure()), deviceOf(request)); }

  @ContractRoute(routes.rateAsAudience)
  async rateAsAudience(@Input(routes.rateAsAudience) input: Given<typeof routes.rateAsAudience>, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<RatingPage> {
    const token = readRaterCookie(request, this.isSecure()) ?? randomBytes(32).toString('base64url');
    writeRaterCookie(reply, token, this.isSecure());
    return this.ratings.byAudience(input.params.code, token, input.body, deviceOf(request));
  }

  private isSecure(): boolean { return this.config.publicUrl.startsWith('https:'); }
}
