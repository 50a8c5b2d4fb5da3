import { Inject, Injectable } from '@nestjs/common';
import type { MyOrderOffer, Order, orderKey, OwnOrder } from '@kepu/contracts';
import { label } from '@kepu/contracts/labels';
import type { z } from 'zod';
import type { PersonActor } from '../../platform/auth/actor.js';
import { Clock } from '../../platform/clock/index.js';
import { APP_CONFIG, type AppConfig } from '../../platform/config/config.js';
import { notFound, Refusal } from '../../platform/errors/refusal.js';
import { spokenTime } from '../activities/index.js';
import { posterPdf, requestLetterPdf } from './order-paper-documents.js';
import { MyOrderOffers } from './my-order-offers.service.js';
import { OrderPages } from './order-pages.service.js';
import { OwnOrders } from './own-orders.service.js';

/** A file and its name. */
export interface Paper { readonly name: string; readonly bytes: Buffer }
interface Visit { readonly number: string; readonly placeName: string; readonly county: { readonly name: string }; readonly venue: string; readonly people: number; readonly startsAt: string; readonly endsAt: string }
const t = (key: string, params: Record<string, string | number> = {}): string => label('zh-CN', `documents.${key}`, params);
const chinese = (day: string): string => { const [year = '', month = '', date = ''] = day.split('-'); return t('letterDay', { year, month: Number(month), day: Number(date) }); };

/** What is printed of an order: the poster for the place, and the letter to a lecturer's employer. */
@Injectable()
export class OrderPapers {
  constructor(private readonly pages: OrderPages, private readonly own: OwnOrders, private readonly offers: MyOrderOffers, private readonly clock: Clock, @Inject(APP_CONFIG) private readonly config: AppConfig) {}

  /** Errors: `resource.not_found`, `lifecycle.not_allowed` before it is confirmed. */
  async poster(actor: PersonActor, id: string): Promise<Paper> { return this.posterOf(await this.pages.get(actor, id)); }
  /** By number and code. Errors: `order.unknown`, `rate.limited`, `lifecycle.not_allowed`. */
  async ownPoster(key: z.output<typeof orderKey>, device: Parameters<OwnOrders['lookUp']>[1]): Promise<Paper> { return this.posterOf(await this.own.lookUp(key, device)); }
  /** Errors: `resource.not_found`, `lifecycle.not_allowed`. */
  async request(actor: PersonActor, id: string): Promise<Paper> {
    const order = await this.pages.get(actor, id);
    const offer = order.offers.find(({ state }) => state === 'accepted');
    const { startsAt, endsAt } = this.timeOf(order);
    return this.letter({ ...order, startsAt, endsAt }, order.lecturer?.name ?? '', offer?.unit?.name ?? null, titleOf(order));
  }
  /** Errors: `resource.not_found`. */
  async myRequest(actor: PersonActor, orderId: string): Promise<Paper> {
    const { data } = await this.offers.list(actor.accountId);
    const found = data.filter(({ state }) => state === 'accepted').flatMap((offer: MyOrderOffer) => offer.visits.filter((visit) => visit.orderId === orderId).map((visit) => ({ offer, visit })))[0];
    if (!found) throw notFound();
    return this.letter(found.visit, actor.name, null, found.offer.talk?.title ?? titleOf({ talks: [], topics: found.offer.topics }));
  }

  private async posterOf(order: Order | OwnOrder): Promise<Paper> {
    const time = this.timeOf(order);
    const url = `${this.config.publicUrl}/${order.activityId === null ? 'talks' : `activities/${order.activityId}`}`;
    const bytes = await posterPdf({
      number: order.number, title: titleOf(order), when: spokenTime(time, 'zh-CN'), where: [order.placeName, order.venue].join('　'), audiences: order.audiences.map(({ name }) => name).join('、'), from: t('requestIssuer', { place: order.county.name }), url, rateUrl: order.rateUrl, at: new Date(order.submittedAt),
    });
    return { name: t('posterFile', { number: order.number }), bytes };
  }
  private async letter(visit: Visit, name: string, unit: string | null, title: string): Promise<Paper> {
    const body = t('requestBody', { place: `${visit.county.name}${visit.placeName}`, name, time: spokenTime(visit, 'zh-CN'), venue: visit.venue, title, people: visit.people });
    const bytes = await requestLetterPdf({ number: visit.number, unit: unit ?? t('requestUnit'), body, issuer: t('requestIssuer', { place: visit.county.name }), issuedOn: chinese(this.clock.today()), at: this.clock.now() });
    return { name: t('requestFile', { number: visit.number }), bytes };
  }
  private timeOf({ state, startsAt, endsAt }: Pick<OwnOrder, 'state' | 'startsAt' | 'endsAt'>): { startsAt: string; endsAt: string } {
    if (startsAt === null || endsAt === null || !['confirmed', 'done', 'closed'].includes(state)) throw new Refusal('lifecycle.not_allowed', { params: { state: `terms.orderStates.${state}` } });
    return { startsAt, endsAt };
  }
}

const titleOf = ({ talks, topics }: { readonly talks: readonly { readonly title: string }[]; readonly topics: readonly { readonly name: string }[] }): string => talks[0]?.title ?? topics[0]?.name ?? label('zh-CN', 'terms.orderTitle');
