import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Notice } from '@kepu/contracts';
import { Clock } from '../../platform/clock/index.js';
import { fromDbTime, UnitOfWork } from '../../platform/database/index.js';
import { JobWorker, type JobRun } from '../../platform/jobs/index.js';
import { NoticesService, type Message } from '../notices/index.js';
import { OrderOffersRepository, type OfferRow } from './order-offers.repository.js';
import { OrderPeople } from './order-people.repository.js';
import { OrdersRepository, type OrderSqlRow } from './orders.repository.js';

/** What happened to an order that somebody is told of. */
export type OrderEvent = 'made' | 'answered' | 'offered' | 'offer_withdrawn' | 'refused' | 'city' | 'stuck' | 'confirmed' | 'stepped_back' | 'released' | 'moved' | 'called_off' | 'unfilled';
/** `detail` is the reason, or tells two events of one kind apart. */
type OrderJob = { orderId: string; event: OrderEvent; detail: string; offerId?: string; by?: string | null };
/** A notice of a lecturer leads to their page, any other to the order in the back office. */
export const LECTURER_LINK = '/me#orders';
export const deskLink = (row: Pick<OrderSqlRow, 'id'>): string => `/orders/${row.id}`;

/** Tells the office, the unit that ordered, and lecturers. Whoever ordered without an account looks by number and code. */
@Injectable()
export class OrderNotices implements OnModuleInit {
  constructor(
    private readonly notices: NoticesService, private readonly orders: OrdersRepository, private readonly offers: OrderOffersRepository, private readonly people: OrderPeople, private readonly worker: JobWorker, private readonly work: UnitOfWork, private readonly clock: Clock,
  ) {}

  onModuleInit(): void { this.worker.register<OrderJob>({ kind: 'notice.order', run: (run) => this.tell(run) }); }

  private async tell(run: JobRun<OrderJob>): Promise<void> {
    const { orderId, event, detail, offerId, by } = run.payload;
    const row = await this.orders.byId(orderId);
    const offer = offerId === undefined ? null : await this.offers.byId(offerId);
    const today = this.clock.today();
    const desk = row ? (await this.people.desk(row.countyId, today)).filter((id) => id !== by) : [];
    const unit = row ? (await this.people.ofUnit(row.unitId, today)).filter((id) => id !== by) : [];
    const lecturers = row && event === 'called_off' ? [...new Set((await this.offers.ofOrder(row.id)).filter(({ state }) => state === 'released' || state === 'withdrawn').map(({ lecturerId }) => lecturerId))] : [];
    await this.work.run(async () => {
      if (row) for (const [readers, message] of this.messages(row, event, { detail, offer, desk, unit, lecturers, runId: run.id })) await this.notices.deliver(readers, message);
      await run.finish();
    });
  }

  private messages(row: OrderSqlRow, event: OrderEvent, { detail, offer, desk, unit, lecturers, runId }: { detail: string; offer: OfferRow | null; desk: string[]; unit: string[]; lecturers: string[]; runId: string }): [string[], Message][] {
    const say = (kind: Notice['kind'], link: string, more: Notice['params'] = {}, key = ''): Message => ({ eventKey: `${kind}:${key === '' ? runId : key}`, kind, link, params: { place: row.placeName, number: row.number, ...(row.startsAt === null ? {} : { time: fromDbTime(row.startsAt) }), ...more } });
    const staff = [...desk, ...unit];
    const lecturer = offer ? [offer.lecturerId] : [];
    const told: Notice['params'] = offer ? { name: offer.lecturerName, time: fromDbTime(offer.startsAt), until: fromDbTime(offer.expiresAt) } : {};
    switch (event) {
      case 'made': return row.state === 'submitted' ? [[desk, say('order_made', deskLink(row), { day: row.reviewDueOn }, row.id)]] : [];
      case 'answered': return row.state === 'submitted' ? [[desk, say('order_answered', deskLink(row))]] : [];
      case 'offered': return offer?.state === 'offered' ? [[lecturer, say('order_offered', LECTURER_LINK, told, offer.id)]] : [];
      case 'offer_withdrawn': return [[lecturer, say('order_offer_withdrawn', LECTURER_LINK, { ...told, text: detail })]];
      case 'refused': return [[desk, say('order_refused', deskLink(row), told)]];
      case 'city': return [[staff, say('order_city', deskLink(row))]];
      case 'stuck': return row.state === 'dispatching' ? [[desk, say('order_stuck', deskLink(row))]] : [];
      case 'confirmed': return [[staff, say('order_confirmed', deskLink(row), told)], [lecturer, say('order_confirmed_lecturer', LECTURER_LINK, told)]];
      case 'stepped_back': return [[staff, say('order_stepped_back', deskLink(row), { ...told, text: detail })]];
      case 'released': return [[lecturer, say('order_released', LECTURER_LINK, { ...told, text: detail })], [unit, say('order_stepped_back', deskLink(row), { ...told, text: detail })]];
      case 'moved': return [[unit, say('order_moved', deskLink(row), { text: detail })]];
      case 'called_off': return [[staff, say('order_called_off', deskLink(row), { text: detail })], [lecturers, say('order_called_off', LECTURER_LINK, { text: detail })]];
      case 'unfilled': return [[staff, say('order_unfilled', deskLink(row), { text: detail })]];
    }
  }
}
