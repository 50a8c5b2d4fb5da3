/**
 * Orders of talks of the demo: a few of a county, each as far as it came, through the services at the times at which it would have happened.
 */
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Order, OrderPlaced } from '@kepu/contracts';
import { addDays } from '@kepu/domain';
import { ActivitiesService, ActivityClose, AttendanceService, SignupsRepository } from '../../modules/activities/index.js';
import { OrderAnswers, OrderDispatch, OrderNewsRepository, OrderPages, OrderRatings, OrderReview, OwnOrders } from '../../modules/orders/index.js';
import { HoursService } from '../../modules/records/index.js';
import { Talks } from '../../modules/talents/index.js';
import type { PersonActor } from '../../platform/auth/actor.js';
import type { TestClock } from '../../platform/clock/index.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { Refusal } from '../../platform/errors/refusal.js';
import type { MadeVolunteer } from './people.js';
import type { DemoOrders } from './shapes.js';

interface City {
  readonly app: NestFastifyApplication; readonly clock: TestClock; readonly file: DemoOrders; readonly office: PersonActor; readonly county: PersonActor; readonly people: readonly { readonly actor: PersonActor; readonly made: MadeVolunteer }[];
  readonly ids: { readonly terms: ReadonlyMap<string, string> }; readonly today: string; readonly now: Date; /** Whether an order on the portal needs no proof of the phone. */ readonly portal: boolean;
}
type Made = DemoOrders['orders'][number];
/** Days ago, the hour, and what was done. */
type Step = readonly [number, number, (order: Order) => Promise<void>];

const HOUR_MS = 3_600_000;
/** Between one order and the next, so that they do not all stand at one minute. */
const APART_MS = 17 * 60_000;
const device = { ip: null, userAgent: null };
const demanded = <T>(found: T | undefined | null, what: string): T => { if (found === undefined || found === null) throw new Error(`seeds/demo/orders.json: there is no ${what}`); return found; };

/** Writes them in the order in which they came. */
export const seedOrders = async (city: City): Promise<void> => {
  const talks = new Map((await city.app.get(Talks).list(city.office, { page: 1, perPage: 200 })).data.map(({ title, id }) => [title, id]));
  for (const [index, made] of city.file.orders.entries()) {
    const at = (daysAgo: number, hour: number): Date => new Date(Math.min(Date.parse(`${addDays(city.today, -daysAgo)}T00:00:00+08:00`) + hour * HOUR_MS + index * APART_MS, city.now.getTime()));
    await new Story(city, made, at, talks).tell();
  }
};

class Story {
  private id = '';

  constructor(private readonly city: City, private readonly made: Made, private readonly at: (daysAgo: number, hour: number) => Date, private readonly talks: ReadonlyMap<string, string>) {}

  async tell(): Promise<void> {
    const { county } = this.city;
    const placed = await this.get(UnitOfWork).run(() => this.place());
    const [first = 0, second = 0, third = 0] = this.made.stepDaysAgo;
    const accept: Step = [first, 10, async (order) => { await this.get(OrderReview).accept(county, order.id, order.version); }];
    switch (this.made.became) {
      case 'submitted': return;
      case 'asked': return this.take([first, 10, async (order) => { await this.get(OrderReview).ask(county, order.id, { version: order.version, question: this.text }); }]);
      case 'called_off': return this.take([first, 10, async (order) => {
        const row = await this.get(OwnOrders).demand({ number: placed.number, code: placed.code }, device);
        await this.get(OrderReview).callOff({ kind: 'public', ip: null }, row, 'cancel', { version: order.version, reason: this.text });
      }]);
      case 'unfilled': return this.take(accept, [second, 16, async (order) => { await this.get(OrderReview).giveUp(county, order.id, { version: order.version, reason: this.text, alternatives: null }); }]);
      default:
    }
    const lecturer = demanded(this.city.people.find(({ made }) => made.email === this.made.lecturer)?.actor, this.made.lecturer ?? 'lecturer');
    await this.take(accept, [second, 11, (order) => this.offer(order, lecturer)]);
    if (this.made.became === 'offered') return;
    await this.take([third, 19, async (order) => {
      const offer = demanded(order.offers.find(({ state }) => state === 'offered'), 'offer');
      await this.get(OrderAnswers).accept(lecturer, offer.id, offer.version);
    }]);
    if (this.made.became === 'closed') await this.hold(await this.order(), lecturer);
  }

  private async place(): Promise<OrderPlaced> {
    const { county: countyCode, township: townshipCode, kind: ordererKind, place: placeName, contact: contactName, phone, talk, topic, need, people, venue, audience, language, dates, daysAgo, by } = this.made;
    this.city.clock.freeze(this.at(daysAgo, 9));
    const term = (key: string): string => demanded(this.city.ids.terms.get(key), key);
    const given = {
      countyCode, townshipCode, ordererKind, placeName, contactName, phone, talkIds: talk === null ? [] : [demanded(this.talks.get(talk), talk)], topicIds: topic === null ? [] : [term(`topic/${topic}`)], need, people, venue, audienceIds: [term(`audience/${audience}`)], language, projector: true, minors: audience === 'pupils', note: null,
      dates: dates.map(({ inDays, part }) => ({ day: addDays(this.city.today, inDays), part, time: null })),
    };
    const own = this.get(OwnOrders);
    const placed = await (by === 'orderer' && this.city.portal ? own.create(given, device) : own.createOnBehalf(countyCode === COUNTY ? this.city.county : this.city.office, { ...given, unitId: null }));
    this.id = demanded((await this.get(OrderPages).list(this.city.office, { page: 1, perPage: 1, q: placed.number })).data[0]?.id, placed.number);
    await this.told('sent');
    return placed;
  }

  /** The first of the ranking needs no reason, anybody else has one. */
  private async offer({ id, version, dates, talks }: Order, lecturer: PersonActor): Promise<void> {
    const given = { version, lecturerId: lecturer.accountId, dateId: dates[0]?.id ?? null, startsAt: null, talkId: talks[0]?.id ?? null };
    await this.get(OrderDispatch).offer(this.city.county, id, { ...given, reason: null }).catch(async (error: unknown) => {
      if (!(error instanceof Refusal) || error.code !== 'order.reason_needed') throw error;
      await this.get(OrderDispatch).offer(this.city.county, id, { ...given, reason: '点的就是这位讲师的题目' });
    });
  }

  /** The day itself, its close, and what both sides say. */
  private async hold({ activityId, startsAt, endsAt }: Order, lecturer: PersonActor): Promise<void> {
    const { clock, county, office } = this.city;
    const id = demanded(activityId, 'activity');
    const [begins, ends] = [Date.parse(demanded(startsAt, 'beginning')), Date.parse(demanded(endsAt, 'end'))];
    const activity = await this.get(ActivitiesService).get(county, id);
    const shift = demanded(activity.shifts[0], 'shift');
    const signupId = demanded((await this.get(SignupsRepository).of(demanded(shift.positions[0], 'position').id, lecturer.accountId))?.id, 'place');
    clock.freeze(new Date(begins));
    await this.get(AttendanceService).mark(county, shift.id, { marks: [{ signupId, mark: 'present' }] });
    clock.freeze(new Date(ends));
    await this.get(AttendanceService).mark(county, shift.id, { marks: [{ signupId, mark: 'left' }] });
    clock.freeze(new Date(ends + HOUR_MS));
    await this.get(HoursService).confirm(county, shift.id, { rows: [{ signupId }] });
    const grades = { version: (await this.order()).version, content: 5, manner: 5, again: 5, people: this.made.people - 4, note: this.made.answer };
    await this.get(OrderRatings).onBehalf(county, this.id, grades);
    const accepted = demanded((await this.order()).offers.find(({ state }) => state === 'accepted'), 'offer');
    await this.get(OrderRatings).byLecturer(lecturer, this.id, { version: accepted.version, prepared: 5, audience: 5, note: null });
    clock.freeze(new Date(ends + 20 * HOUR_MS));
    const reported = await this.get(ActivityClose).report(county, id, { version: activity.version, shifts: [{ shiftId: shift.id, held: true, turnout: this.made.people - 4, method: 'counted' }], text: '讲师带学生做了六个小实验，人人动手，秩序良好。', fileIds: [], withoutPhoto: '演示数据，不附照片。' });
    clock.freeze(new Date(ends + 44 * HOUR_MS));
    await this.get(UnitOfWork).run(async () => {
      await this.get(ActivityClose).accept(office, id, reported.version);
      await this.told('sent');
    });
  }

  /** Steps as one: what the queue would do between them is not done, and it finds no news that waits. */
  private async take(...steps: readonly Step[]): Promise<void> {
    await this.get(UnitOfWork).run(async () => {
      for (const [daysAgo, hour, deed] of steps) {
        this.city.clock.freeze(this.at(daysAgo, hour));
        await deed(await this.order());
        await this.told(this.made.untold ? 'refused' : 'sent');
      }
    });
  }
  /** Inside a unit. Nothing leaves: what would have been told then counts as told. */
  private async told(state: 'sent' | 'refused'): Promise<void> {
    const rows = this.get(OrderNewsRepository);
    const waiting = (await rows.of(this.id)).filter((news) => news.state === 'waiting');
    for (const news of waiting) await rows.end(news.id, state, this.city.clock.now());
  }
  private order(): Promise<Order> { return this.get(OrderPages).get(this.city.office, this.id); }
  private get text(): string { return demanded(this.made.text, 'text'); }
  private get<T>(service: abstract new (...given: never[]) => T): T { return this.city.app.get<T>(service as never); }
}

/** The county whose office is one of the demo's accounts. */
const COUNTY = '330326';
