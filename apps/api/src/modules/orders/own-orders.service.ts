import { randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { orderInput, orderKey, orderOnBehalfInput, orderRevision, OrderPlaced, OwnOrder } from '@kepu/contracts';
import type { z } from 'zod';
import { can, reachOf, type Actor, type PersonActor } from '../../platform/auth/actor.js';
import { RateLimits } from '../../platform/auth/rate-limits.js';
import { Clock } from '../../platform/clock/index.js';
import { APP_CONFIG, type AppConfig } from '../../platform/config/config.js';
import { LENGTHS } from '../../platform/database/column-lengths.js';
import { newId, UnitOfWork } from '../../platform/database/index.js';
import { badReference, Refusal } from '../../platform/errors/refusal.js';
import { networkOf } from '../../platform/http/client-address.js';
import { Jobs } from '../../platform/jobs/index.js';
import { searchKey, sortKey } from '../../platform/pinyin/pinyin.js';
import { Challenges, Contacts, Numbers, tokenHash, type Device } from '../identity/index.js';
import { UnitDirectory } from '../units/index.js';
import type { OrderEntity } from './order.entity.js';
import { OrderNews } from './order-news.js';
import { OrderPages } from './order-pages.service.js';
import { OrderSteps } from './order-steps.js';
import { endOfDay, OrderWishes, type Wish } from './order-wishes.js';
import { OrdersRepository, type OrderSqlRow } from './orders.repository.js';

/** Orders and looks per network: a whole village may share one. */
const perNetwork = { tries: 20, minutes: 60 };
/** Guesses at the code of one order. */
const perOrder = { tries: 60, minutes: 60 };
/** Orders of one number that are not done. */
const MOST_OPEN = 5;
const letters = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';
const newCode = (): string => [...randomBytes(10)].map((byte) => letters[byte % letters.length]).join('');
const anybody: Actor = { kind: 'public', ip: null };
/** What has not happened to a new one. */
const fresh = {
  reviewedAt: null, reviewedBy: null, question: null, answer: null, reason: null, alternatives: null, stage: null, rounds: 0, dispatchUntil: null, urgent: false, messagesStopped: false, tripId: null, startsAt: null, endsAt: null, lecturerId: null, talkId: null, activityId: null, confirmedAt: null, cancelFreeUntil: null, cancelledBy: null, lateCancel: false, doneAt: null, closedAt: null,
} as const;
type Placing = Pick<z.output<typeof orderInput>, 'countyCode' | 'townshipCode' | 'ordererKind' | 'placeName' | 'contactName' | 'phone'> & Wish;
type Key = z.output<typeof orderKey>;

/** Placing an order, and what whoever placed it does by number and code. */
@Injectable()
export class OwnOrders {
  constructor(
    private readonly orders: OrdersRepository, private readonly pages: OrderPages, private readonly wishes: OrderWishes, private readonly steps: OrderSteps, private readonly units: UnitDirectory, private readonly contacts: Contacts, private readonly challenges: Challenges, private readonly numbers: Numbers, private readonly news: OrderNews,
    private readonly limits: RateLimits, private readonly jobs: Jobs, private readonly work: UnitOfWork, private readonly clock: Clock, @Inject(APP_CONFIG) private readonly config: AppConfig,
  ) {}

  /** Errors: `rate.limited`, `auth.phone_proof_required`, `auth.code_wrong`, `order.too_many`, `order.too_soon`, `order.talk_gone`, `reference.not_found`, `input.invalid`. */
  async create({ phoneProof, ...given }: z.output<typeof orderInput>, device: Device): Promise<OrderPlaced> {
    await this.limits.spend('order', networkOf(device.ip), perNetwork);
    const { index } = this.contacts.addressOf({ phone: given.phone });
    const place = () => this.place(anybody, given, { way: 'portal', unitId: null, enteredBy: null });
    if (this.config.messages.sms === null) return this.told(await this.work.run(place));
    if (!phoneProof) throw new Refusal('auth.phone_proof_required');
    return this.told(await this.challenges.redeem(anybody, { id: phoneProof.challengeId, code: phoneProof.code, purpose: 'register', sessionId: null }, async ({ contactIndex }) => {
      if (contactIndex !== index) throw new Refusal('auth.code_wrong');
      return place();
    }));
  }

  /** By staff: of an office for anybody of its county, of a unit for that unit. Errors: `reference.not_found`, and as of `create`. */
  async createOnBehalf(actor: PersonActor, { unitId, ...given }: z.output<typeof orderOnBehalfInput>): Promise<OrderPlaced> {
    const reach = reachOf(actor, 'order:place');
    const office = can(actor, 'order:write') && (reach === 'all' || reach.divisions.some((code) => given.countyCode.startsWith(code)));
    if (unitId !== null ? !(await this.units.openUnitIds(actor, 'order:place', [unitId])).has(unitId) : !office) throw badReference('terms.orderFields.unit');
    return this.told(await this.work.run(() => this.place(actor, given, { way: office ? 'office' : 'unit', unitId, enteredBy: actor.accountId })));
  }

  /** Errors: `rate.limited`, `order.unknown`. */
  async lookUp(key: Key, device: Device): Promise<OwnOrder> { return this.pages.own(await this.demand(key, device)); }
  /** Errors: `lifecycle.not_allowed`, `version.stale`, and as of `create`. */
  async revise(key: Key, given: z.output<typeof orderRevision>, device: Device): Promise<OwnOrder> {
    await this.rewrite(anybody, await this.demand(key, device), given);
    return this.lookUp(key, device);
  }
  /** Whether text messages tell of it. Errors: `rate.limited`, `order.unknown`. */
  async want(key: Key, wanted: boolean, device: Device): Promise<OwnOrder> {
    await this.news.want(anybody, await this.demand(key, device), wanted);
    return this.lookUp(key, device);
  }
  /** The wish as it is now; what was asked is answered. The caller has found the order. */
  async rewrite(actor: Actor, row: OrderSqlRow, { version, answer, ...wish }: z.output<typeof orderRevision>): Promise<void> {
    await this.work.run(async () => {
      const made = await this.wishes.make(row.id, wish);
      const reviewDueOn = await this.wishes.reviewDay();
      await this.steps.take(actor, row, 'revise', version, { ...made.columns, ...(answer === null ? {} : { answer }), reviewDueOn, dueAt: endOfDay(reviewDueOn) });
      await this.orders.setWish(row.id, made);
      if (row.state === 'asked') await this.jobs.enqueue('notice.order', { orderId: row.id, event: 'answered', detail: String(version) });
    });
  }

  /** Errors: `rate.limited`, `order.unknown`. */
  async demand({ number, code }: Key, device: Device): Promise<OrderSqlRow> {
    await this.limits.spend('order look', networkOf(device.ip), { ...perNetwork, tries: 240 });
    await this.limits.spend('order code', number, perOrder);
    const row = await this.orders.byCode(number, tokenHash(`${number}:${code}`));
    if (!row) throw new Refusal('order.unknown');
    return row;
  }

  /** Inside a unit. */
  private async place(actor: Actor, given: Placing, by: Pick<OrderEntity, 'way' | 'unitId' | 'enteredBy'>): Promise<{ id: string; code: string }> {
    await this.wishes.demandPlace(given.countyCode, given.townshipCode);
    const id = newId();
    const { contactIndex, contactKind, contactSealed } = this.contacts.sealLoose(this.contacts.addressOf({ phone: given.phone }).value, 'orders', id);
    const openCount = await this.orders.openOf(contactIndex);
    if (by.way === 'portal' && openCount >= MOST_OPEN) throw new Refusal('order.too_many', { params: { count: openCount } });
    const made = await this.wishes.make(id, given);
    const reviewDueOn = await this.wishes.reviewDay();
    const code = newCode();
    const number = `DD${this.clock.today().replaceAll('-', '')}-${String(await this.numbers.next('order_numbers')).padStart(4, '0')}`;
    await this.orders.insert({
      ...fresh, id, number, codeHash: tokenHash(`${number}:${code}`), state: 'submitted', countyId: given.countyCode, townshipId: given.townshipCode, ordererKind: given.ordererKind, placeName: given.placeName, placeKey: sortKey(given.placeName, LENGTHS.searchKey), searchKey: searchKey([given.placeName], LENGTHS.searchKey), contactName: given.contactName,
      contactKind, contactSealed, contactIndex, codeSealed: this.news.sealCode(id, code), newContact: !(await this.orders.isKnown(contactIndex)), ...by, ...made.columns, submittedAt: this.clock.now(), reviewDueOn, dueAt: endOfDay(reviewDueOn), rateCode: newCode(), version: 1,
    });
    await this.orders.setWish(id, made);
    await this.steps.record(actor, 'order.placed', id, { number, countyId: given.countyCode, way: by.way, unitId: by.unitId });
    await this.jobs.enqueue('notice.order', { orderId: id, event: 'made', detail: '' });
    await this.news.tell({ id, unitId: by.unitId, messagesStopped: 0 }, { kind: 'received', step: 1 });
    return { id, code };
  }
  private async told({ id, code }: { id: string; code: string }): Promise<OrderPlaced> {
    const row = await this.orders.byId(id);
    if (!row) throw new Error(`order ${id} is not there`);
    return { ...(await this.pages.own(row)), code, link: `${this.config.publicUrl}/order/status?no=${row.number}#${code}` };
  }
}
