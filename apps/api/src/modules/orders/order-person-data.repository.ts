import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { PersonActor } from '../../platform/auth/actor.js';
import { changeRows, Database, readRows } from '../../platform/database/index.js';
import { Retention } from '../../platform/retention/index.js';
import { PersonData, PersonMerges, type PersonHolder, type PersonMerge, type PersonMover, type PersonRow, type PersonSection } from '../identity/index.js';
import { OrderRatingsRepository } from './order-ratings.repository.js';
import { OrdersRepository } from './orders.repository.js';

/** Offers and orders of one lecturer. What was held stays, as the records of it do; open offers and what was answered go with the account. */
@Injectable()
export class OrderPersonData implements PersonHolder, PersonMover, OnModuleInit {
  readonly columns = ['order_offers.lecturer_id', 'orders.lecturer_id'];
  readonly moves = this.columns;
  readonly stays = [];

  constructor(private readonly data: PersonData, private readonly merges: PersonMerges, private readonly retention: Retention, private readonly database: Database, private readonly orders: OrdersRepository, private readonly ratings: OrderRatingsRepository) {}

  onModuleInit(): void {
    this.data.register(this);
    this.merges.register(this);
    this.data.registerActs('order_offers.offered_by', 'order_settings.created_by', 'order_trips.created_by', 'orders.entered_by', 'orders.reviewed_by');
    this.retention.register('orders', (before) => this.retention.inPortions((limit) => this.orders.forgetContacts(before, limit)));
    this.retention.register('order_devices', (before) => this.retention.inPortions((limit) => this.ratings.forgetDevices(before, limit)));
  }

  async read(personId: string): Promise<PersonSection[]> {
    const rows = await readRows<PersonRow>(this.database.reader, `SELECT o.number AS number, o.place_name AS place, k.title AS talk, f.starts_at AS startsAt, f.state AS state, f.offered_at AS offeredAt, f.expires_at AS expiresAt, f.answered_at AS answeredAt, f.answer AS answer
      FROM order_offers f JOIN orders o ON o.id = f.order_id LEFT JOIN talks k ON k.id = f.talk_id WHERE f.lecturer_id = :personId ORDER BY f.id`, { personId });
    return [{ key: 'orderOffers', words: { state: 'terms.orderOfferStates' }, rows }];
  }

  /** Places to come have been given up before, and with them what was confirmed. */
  async erase(actor: PersonActor): Promise<void> {
    const params = { personId: actor.accountId };
    await changeRows(this.database.writer, "DELETE FROM order_offers WHERE lecturer_id = :personId AND state <> 'accepted'", params);
    await changeRows(this.database.writer, 'UPDATE order_offers SET answer = NULL, reason = NULL WHERE lecturer_id = :personId', params);
  }

  async merge({ from, into }: PersonMerge): Promise<void> {
    await changeRows(this.database.writer, 'UPDATE order_offers SET lecturer_id = :into WHERE lecturer_id = :from', { from, into });
    await changeRows(this.database.writer, 'UPDATE orders SET lecturer_id = :into WHERE lecturer_id = :from', { from, into });
  }
}
