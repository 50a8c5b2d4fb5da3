import { Injectable } from '@nestjs/common';
import type { Order } from '@kepu/contracts';
import type { PersonActor } from '../../platform/auth/actor.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { notFound, Refusal } from '../../platform/errors/refusal.js';
import { OrderAnswers } from './order-answers.service.js';
import { settled } from './order.mapper.js';
import { OrderPages } from './order-pages.service.js';
import { OrdersRepository } from './orders.repository.js';

/** What an office changes about a lecturer who said yes, and whom that lecturer calls. */
@Injectable()
export class OrderChanges {
  constructor(private readonly pages: OrderPages, private readonly orders: OrdersRepository, private readonly answers: OrderAnswers, private readonly work: UnitOfWork) {}

  /** Errors: `lifecycle.not_allowed`, `version.stale`, `order.time_over`. */
  async replace(actor: PersonActor, id: string, given: { version: number; reason: string }): Promise<Order> {
    await this.work.run(async () => this.answers.reopen(actor, await this.pages.demand(actor, id, 'order:write'), 'replace', given));
    return this.pages.get(actor, id);
  }

  /** The number of whoever ordered, for the lecturer of what is confirmed; each look is written down. Errors: `resource.not_found`, `lifecycle.not_allowed`. */
  async contactFor(actor: PersonActor, orderId: string): Promise<{ name: string; phone: string }> {
    const row = await this.orders.byId(orderId);
    if (row?.lecturerId !== actor.accountId) throw notFound();
    if (!settled.includes(row.state)) throw new Refusal('lifecycle.not_allowed', { params: { state: `terms.orderStates.${row.state}` } });
    return this.pages.opened(actor, row);
  }
}
