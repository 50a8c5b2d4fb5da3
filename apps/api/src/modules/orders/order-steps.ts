import { Injectable } from '@nestjs/common';
import { next, orderLifecycle, orderOfferLifecycle, type OrderAction, type OrderOfferAction } from '@kepu/domain';
import { AuditTrail } from '../../platform/audit/index.js';
import type { Actor } from '../../platform/auth/actor.js';
import { auditActor } from '../../platform/auth/audit-actor.js';
import { Refusal } from '../../platform/errors/refusal.js';
import type { OrderEntity } from './order.entity.js';
import type { OrderOfferEntity } from './order-parts.entity.js';
import { OrderOffersRepository, type OfferRow } from './order-offers.repository.js';
import { OrdersRepository, type OrderSqlRow } from './orders.repository.js';

/** The steps of orders and offers, each with its line in the history. What people wrote stands in the rows alone, which are not kept for good. */
@Injectable()
export class OrderSteps {
  constructor(private readonly orders: OrdersRepository, private readonly offers: OrderOffersRepository, private readonly audit: AuditTrail) {}

  /** Inside a unit. Errors: `lifecycle.not_allowed`, `version.stale`. */
  async take(actor: Actor, row: OrderSqlRow, action: OrderAction, version: number, changes: Partial<OrderEntity>, told: Readonly<Record<string, unknown>> = {}): Promise<void> {
    const state = this.after(row, action);
    if (!(await this.orders.update(row, version, { ...changes, state }))) throw new Refusal('version.stale');
    await this.record(actor, `order.${action}`, row.id, { state, ...told });
  }
  /** The state that a step leads to. Errors: `lifecycle.not_allowed`. */
  after(row: Pick<OrderSqlRow, 'state'>, action: OrderAction): OrderSqlRow['state'] {
    const step = next(orderLifecycle, row.state, action);
    if (!step.ok || step.state === null) throw new Refusal('lifecycle.not_allowed', { params: { state: `terms.orderStates.${row.state}` } });
    return step.state;
  }
  /** Inside a unit. Errors: `lifecycle.not_allowed`, `version.stale`. */
  async takeOffer(actor: Actor, row: OfferRow, action: OrderOfferAction, record: string, changes: Partial<OrderOfferEntity>): Promise<void> {
    const step = next(orderOfferLifecycle, row.state, action);
    if (!step.ok || step.state === null) throw new Refusal('lifecycle.not_allowed', { params: { state: `terms.orderOfferStates.${row.state}` } });
    if (!(await this.offers.update(row, { acceptedKey: null, ...changes, state: step.state }))) throw new Refusal('version.stale');
    await this.record(actor, record, row.orderId, { lecturerId: row.lecturerId, state: step.state });
  }
  async record(actor: Actor, action: string, id: string, after: Readonly<Record<string, unknown>>): Promise<void> {
    await this.audit.record({ actor: auditActor(actor), action, subjectKind: action.startsWith('order_trip') ? 'order_trip' : 'order', subjectId: id, before: null, after });
  }
}
