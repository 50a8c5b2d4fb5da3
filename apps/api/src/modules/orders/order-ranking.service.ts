import { Injectable } from '@nestjs/common';
import { lecturerPartPoints, type OrderCandidate, type OrderStage, type Page } from '@kepu/contracts';
import { shanghaiTime, USUAL_TALK_MINUTES } from '@kepu/domain';
import { rankLecturers, type LecturerContext, type OrderFacts, type RankedLecturer } from '@kepu/matching';
import { Clock } from '../../platform/clock/index.js';
import { fromDbTime } from '../../platform/database/index.js';
import { HeldPlaces } from '../activities/index.js';
import { GroundDirectory } from '../units/index.js';
import { VolunteerDirectory } from '../volunteers/index.js';
import { LecturersRepository, type LecturerRow } from './lecturers.repository.js';
import { OrderOffersRepository } from './order-offers.repository.js';
import { OrderSettingsService } from './order-settings.service.js';
import { OrderWishRows } from './order-wishes.repository.js';
import { OrdersRepository, type OrderSqlRow } from './orders.repository.js';

const LATELY_MS = 90 * 86_400_000;
/** When an order could take place: one of its dates, or the time that is fixed already. */
export interface Slot { readonly dateId: string | null; readonly startsAt: string; readonly endsAt: string }
/** A lecturer in the ranking with the names that staff read. */
export interface Ranked extends RankedLecturer { readonly person: LecturerRow }

/** Lecturers ranked for an order. */
@Injectable()
export class OrderRanking {
  constructor(
    private readonly lecturers: LecturersRepository, private readonly orders: OrdersRepository, private readonly offers: OrderOffersRepository, private readonly wishes: OrderWishRows, private readonly settings: OrderSettingsService, private readonly held: HeldPlaces, private readonly volunteers: VolunteerDirectory,
    private readonly ground: GroundDirectory, private readonly clock: Clock,
  ) {}

  /** The times that are left: a time that is fixed stands alone. `minutes` of the talk, where it is known. */
  async slots(row: OrderSqlRow, minutes: number | null): Promise<Slot[]> {
    const talks = await this.orders.talks([row.id]);
    const length = (minutes ?? talks[0]?.minutes ?? USUAL_TALK_MINUTES) * 60_000;
    const slot = (dateId: string | null, startsAt: string): Slot => ({ dateId, startsAt, endsAt: new Date(Date.parse(startsAt) + length).toISOString() });
    const dates = await this.orders.dates([row.id]);
    if (row.startsAt !== null) return [row.activityId !== null && row.endsAt !== null ? { dateId: null, startsAt: fromDbTime(row.startsAt), endsAt: fromDbTime(row.endsAt) } : slot(null, fromDbTime(row.startsAt))];
    const now = this.clock.now().getTime();
    return dates.map((date) => slot(date.id, fromDbTime(date.startsAt))).filter(({ startsAt }) => Date.parse(startsAt) > now);
  }

  /** Who can first, best first. `only`: one person, whatever the stage. */
  async rank(row: OrderSqlRow, slot: Slot, stage: OrderStage, only?: string): Promise<Ranked[]> {
    const now = this.clock.now();
    const { day } = shanghaiTime(slot.startsAt);
    const people = await this.lecturers.all(stage === 'county' && only === undefined ? row.countyId : null, { today: this.clock.today(), since: new Date(now.getTime() - LATELY_MS), month: day.slice(0, 7), ...(only === undefined ? {} : { only }) });
    const ids = people.map(({ id }) => id);
    const [held, profiles, asked, context, facts] = [await this.held.of(ids), await this.volunteers.facts(ids), new Set((await this.offers.ofOrder(row.id)).map(({ lecturerId }) => lecturerId)), await this.context(), await this.facts(row, slot, day)];
    const topics = new Map(profiles.map(({ id, topicIds }) => [id, topicIds]));
    const byId = new Map(people.map((person) => [person.id, person]));
    const ranked = rankLecturers(people.map((person) => ({ ...person, held: held.get(person.id) ?? [], topicIds: topics.get(person.id) ?? [], asked: asked.has(person.id) })), facts, context);
    return ranked.flatMap((one) => { const person = byId.get(one.lecturer.id); return person ? [{ ...one, person }] : []; });
  }

  async candidates(row: OrderSqlRow, slot: Slot, stage: OrderStage, q: string | undefined): Promise<Page<OrderCandidate>> {
    const offered = new Map((await this.offers.ofOrder(row.id)).map((offer) => [offer.lecturerId, offer.state]));
    const data = (await this.rank(row, slot, stage)).filter(({ person }) => q === undefined || q === '' || person.name.includes(q) || person.unit?.name.includes(q) === true).map(({ person, talk, score, parts, blocks, lecturer }): OrderCandidate => ({
      lecturer: { id: person.id, name: person.name }, unit: person.unit, county: { code: person.countyCode, name: person.countyName }, talk: talk === null ? null : { id: talk.id, title: talk.title }, score, parts: partsOf(parts), blocks: blocks.map(({ code, params }) => ({ code, params: { ...params } })),
      lastOrderOn: lecturer.lastOrderAt === null ? null : shanghaiTime(lecturer.lastOrderAt).day, ordersThisMonth: lecturer.monthOrders, offered: offered.get(person.id) ?? null,
    }));
    return { data, total: data.length };
  }

  private async facts(row: OrderSqlRow, slot: Slot, day: string): Promise<OrderFacts> {
    const terms = await this.orders.terms([row.id]);
    const talkIds = (await this.orders.talks([row.id])).map(({ id }) => id);
    const topicIds = [...new Set([...terms.filter(({ kind }) => kind === 'topic').map(({ id }) => id), ...(await this.wishes.topicsOf(talkIds))])];
    return {
      talkIds, topicIds, audienceIds: terms.filter(({ kind }) => kind === 'audience').map(({ id }) => id), language: row.language, countyCode: row.countyId, townshipCode: row.townshipId, ...(await this.wishes.ground(row.countyId, row.townshipId)), minors: Boolean(row.minors), startsAt: slot.startsAt, endsAt: slot.endsAt, day,
    };
  }
  private async context(): Promise<LecturerContext> {
    const [travel, terms, { monthlyCap }] = [await this.ground.travel(), await this.ground.topicsAndAudiences(), await this.settings.current()];
    const ways = new Map(travel.map(({ from, to, minutes }) => [`${from} ${to}`, minutes]));
    return { most: lecturerPartPoints, monthlyCap, parentTopic: (id) => terms.get(id)?.parentId ?? null, travel: (from, to) => (from === to ? 0 : ways.get(from < to ? `${from} ${to}` : `${to} ${from}`) ?? null) };
  }
}

/** Parts of a score as contracts give them. */
export const partsOf = (parts: RankedLecturer['parts']): OrderCandidate['parts'] => parts.map(({ params, ...part }) => ({ ...part, params: { ...params } }));
