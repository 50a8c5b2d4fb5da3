import { Injectable } from '@nestjs/common';
import type { orderInput, OrderPlace } from '@kepu/contracts';
import { addWorkdays, firstOrderDay, orderStart, placeProblem } from '@kepu/domain';
import type { z } from 'zod';
import { Clock } from '../../platform/clock/index.js';
import { newId } from '../../platform/database/index.js';
import { badReference, Refusal } from '../../platform/errors/refusal.js';
import { UnitDirectory } from '../units/index.js';
import type { OrderDateEntity, OrderEntity, OrderTalkEntity, OrderTermEntity } from './order.entity.js';
import { OrderSettingsService } from './order-settings.service.js';
import { OrderWishRows } from './order-wishes.repository.js';

/** What is wanted, as the forms give it. */
export type Wish = Pick<z.output<typeof orderInput>, 'talkIds' | 'topicIds' | 'need' | 'dates' | 'people' | 'venue' | 'audienceIds' | 'language' | 'projector' | 'minors' | 'note'>;
/** The same as rows. */
export interface WishRows { readonly columns: Pick<OrderEntity, 'need' | 'people' | 'venue' | 'language' | 'projector' | 'minors' | 'note'>; readonly dates: OrderDateEntity[]; readonly talks: OrderTalkEntity[]; readonly terms: OrderTermEntity[] }

/** Checks what a wish refers to, and makes rows of it. */
@Injectable()
export class OrderWishes {
  constructor(private readonly rows: OrderWishRows, private readonly settings: OrderSettingsService, private readonly units: UnitDirectory, private readonly clock: Clock) {}

  /** Inside the unit that writes it. Errors: `order.too_soon`, `order.talk_gone`, `reference.not_found`. */
  async make(orderId: string, wish: Wish): Promise<WishRows> {
    const today = this.clock.today();
    const first = firstOrderDay(today, (await this.settings.current()).leadDays);
    if (wish.dates.some(({ day }) => day < first)) throw new Refusal('order.too_soon', { params: { day: first } });
    const [talkIds, topicIds, audienceIds] = [[...new Set(wish.talkIds)], [...new Set(wish.topicIds)], [...new Set(wish.audienceIds)]];
    if (talkIds.length > 0 && (await this.rows.onMenu(talkIds, today)) !== talkIds.length) throw new Refusal('order.talk_gone');
    for (const [kind, ids] of [['topic', topicIds], ['audience', audienceIds]] as const) if (ids.length > 0 && (await this.rows.openTerms(kind, ids, today)) !== ids.length) throw badReference(`terms.termKinds.${kind}`);
    const { need, people, venue, language, projector, minors, note } = wish;
    return {
      columns: { need, people, venue, language, projector, minors, note },
      dates: [...wish.dates].sort((a, b) => (orderStart(a) < orderStart(b) ? -1 : 1)).map(({ day, part, time }, sortNo) => ({ id: newId(), orderId, day, part, time, startsAt: new Date(orderStart({ day, part, time })), sortNo })),
      talks: talkIds.map((talkId, sortNo) => ({ id: newId(), orderId, talkId, sortNo })),
      terms: [...topicIds.map((termId) => ({ id: newId(), orderId, termId, kind: 'topic' as const })), ...audienceIds.map((termId) => ({ id: newId(), orderId, termId, kind: 'audience' as const }))],
    };
  }

  /** An open county with an open township of its own, or without one where it has none (龙港市). Errors: `reference.not_found`, `input.invalid`. */
  async demandPlace(county: string, township: string | null): Promise<void> {
    const found = await this.rows.places(county, this.clock.today());
    const known = found.some(({ code, kind }) => code === county && kind === 'county');
    const problem = placeProblem({ county, township }, new Map(known ? [[county, found.filter(({ code }) => code !== county).map(({ code }) => code)]] : []));
    if (problem === 'township.required') throw new Refusal('input.invalid', { params: { count: 1 }, fields: [{ path: 'body.townshipCode', code: 'required' }] });
    if (problem !== null) throw badReference(problem === 'county.unknown' ? 'terms.activityFields.county' : 'terms.activityFields.township');
  }
  places(q: string, county: string | undefined): Promise<OrderPlace[]> { return this.rows.search(q, county, this.clock.today()); }

  /** By when the county reviews what comes in today. */
  async reviewDay(): Promise<string> { return addWorkdays(this.clock.today(), (await this.settings.current()).reviewWorkdays, await this.units.calendar()).value; }
}

/** The end of a day in Shanghai. */
export const endOfDay = (day: string): Date => new Date(`${day}T23:59:59.999+08:00`);
