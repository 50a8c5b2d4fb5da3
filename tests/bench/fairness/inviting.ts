import { askedMuch, assign, EdgeList, planWaves, reservedSeats, seatValuesFor, silenceOf, sumOf, worthOf, type Invitee, type WavePolicy, type WavePost, type WeightTable } from '@kepu/matching';
import type { City, Life, Story } from './city.js';
import { BEGIN, DAY, HOUR, iso } from './world.js';

/** Who is asked for what lacks people: nobody, everybody who may, waves, or waves behind a weekly batch. */
export type Inviting = 'nobody' | 'broadcast' | 'waves' | 'batch';

const hourOf = (now: number): number => Math.floor((now - BEGIN) / HOUR) % 24;
const dayOfRun = (now: number): number => Math.floor((now - BEGIN) / DAY);
const ROUNDS = new Set([8, 11, 14, 17, 20]);
const BROADCAST_AT = 9;
/** The batch is of Monday morning, for what begins from Thursday on until the Thursday after. */
const [BATCH_AT, FROM_DAYS, DAYS] = [8, 3, 7] as const;

/** Scores lie between −1 and this less one, in all that matters. */
const HIGHEST = 2.5;

const lacking = ({ opening: { facts: { minimum } }, holders }: Story): number => Math.max(0, minimum - holders.size);

/** Whether somebody has named these times, or none at all. */
const saysFree = ({ person: { facts: { availability } } }: Life, { opening: { facts: { weekParts } } }: Story): boolean => !availability.includes('1') || weekParts.every((part) => availability[part] === '1');

/** Invites, hour by hour. */
export class Inviter {
  private readonly told = new Set<Story>();
  private readonly drafted = new Set<Story>();
  private scored = new Map<Story, { day: number; rows: { life: Life; score: number }[] }>();

  constructor(private readonly city: City, private readonly how: Inviting, private readonly policy: WavePolicy, private readonly weights: WeightTable) {}

  tick(open: readonly Story[]): void {
    const { city: { now }, policy } = this;
    const short = open.filter((story) => lacking(story) > 0 && story.opening.startsAt - now <= policy.fromDays * DAY);
    if (this.how === 'broadcast' && hourOf(now) === BROADCAST_AT) this.broadcast(short);
    if (this.how === 'batch' && hourOf(now) === BATCH_AT && dayOfRun(now) % 7 === 0) this.batch(short);
    if ((this.how === 'waves' || this.how === 'batch') && ROUNDS.has(hourOf(now))) this.waves(this.how === 'waves' ? short : short.filter((story) => this.drafted.has(story) || story.opening.startsAt - now < FROM_DAYS * DAY));
  }

  /** Everybody who may, once. */
  private broadcast(short: readonly Story[]): void {
    const { city } = this;
    for (const story of short) {
      if (this.told.has(story)) continue;
      this.told.add(story);
      for (const life of city.lives) if (!life.person.invitationsOff && city.may(life, story)) city.invite(life, story, story.opening.startsAt);
    }
  }

  private waves(short: readonly Story[]): void {
    const { city, policy } = this;
    const posts = short.map((story): WavePost => ({
      id: story.opening.facts.id, startsAt: story.opening.facts.startsAt, places: lacking(story), candidates: this.candidates(story).map(({ life, score }) => ({ personId: life.person.facts.id, score, otherTimes: !saysFree(life, story) })), asked: Array.from(story.asked.keys(), ({ person }) => person.facts.id),
      open: [...story.asked].filter(([, answerBy]) => answerBy > city.now).map(([{ person }, answerBy]) => ({ personId: person.facts.id, answerBy: iso(answerBy) })),
    }));
    const lives = new Map(city.lives.map((life) => [life.person.facts.id, life]));
    const people = new Map(city.lives.map((life) => [life.person.facts.id, this.invitee(life)]));
    const answered = city.lives.reduce((sum, { sent, yes }) => ({ sent: sum.sent + sent, yes: sum.yes + yes }), { sent: 0, yes: 0 });
    planWaves({ now: iso(city.now), posts, people, answered, seed: dayOfRun(city.now) }, policy).forEach((step, index) => {
      if (step.kind === 'send') for (const id of step.personIds) city.invite(lives.get(id)!, short[index]!, Date.parse(step.answerBy));
    });
  }

  /** The draft for what lacks people in the days that follow: who is in it is asked, and waves go on from there. */
  private batch(short: readonly Story[]): void {
    const { city, policy } = this;
    const stories = short.filter(({ opening: { startsAt } }) => startsAt - city.now >= FROM_DAYS * DAY);
    if (stories.length === 0) return;
    const lives = city.lives.filter((life) => silenceOf(this.invitee(life), city.now, policy) === null);
    const [index, context, count] = [new Map(lives.map((life, at) => [life, at])), city.world.context(city.now), stories.length];
    const rows: { position: number; worth: number }[][] = lives.map(() => []);
    stories.forEach((story, position) => this.candidates(story).forEach(({ life, score }) => {
      const row = saysFree(life, story) ? rows[index.get(life) ?? -1] : undefined;
      const minutes = context.travel(life.person.facts.countyCode, story.opening.facts.countyCode) ?? 0;
      row?.push({ position, worth: worthOf((score + 1 - policy.spread * Math.min(1, askedMuch(this.invitee(life), city.now))) / HIGHEST, 1 - minutes / life.person.facts.travelLimit) });
    }));
    const seats = stories.map(lacking);
    const list = new EdgeList(seats);
    for (const row of rows) list.add(row);
    const hours = (at: number): number => Math.floor((at - city.now) / HOUR);
    const draft = assign({
      positions: {
        count, startsAt: Int32Array.from(stories, ({ opening }) => hours(opening.startsAt)), endsAt: Int32Array.from(stories, ({ opening }) => hours(opening.startsAt + opening.minutes * 60_000) + 1), day: Uint8Array.from(stories, ({ opening }) => dayOfRun(opening.startsAt) - dayOfRun(city.now) - FROM_DAYS),
        place: new Uint16Array(count), load: new Uint8Array(count).fill(1), seats: Int32Array.from(seats), minimum: Int32Array.from(seats), reserved: Int32Array.from(stories, ({ opening: { facts: { urbanCore } } }, at) => Math.min(seats[at]!, reservedSeats(seats[at]!, seats[at]!, urbanCore))),
      },
      // One question at a time.
      volunteers: { count: lives.length, days: DAYS + 1, weekRoom: new Uint8Array(lives.length).fill(1), dayRoom: new Uint8Array(lives.length * (DAYS + 1)).fill(1) }, edges: list.columns(), gaps: null, seatValues: seatValuesFor(1),
    }, { seed: dayOfRun(city.now) })!;
    stories.forEach((story) => this.drafted.add(story));
    lives.forEach((life, at) => {
      for (let place = draft.places.first[at]!; place < draft.places.first[at + 1]!; place++) city.invite(life, stories[draft.places.position[place]!]!, city.now + policy.answer.most * HOUR);
    });
  }

  private invitee(life: Life): Invitee {
    const { person: { facts: { id, personal }, invitationsOff }, sentAt, sentIso, declinedAt, sent, yes } = life;
    return { id, personal, off: invitationsOff, sentAt: sentIso.filter((_, index) => this.city.now - sentAt[index]! < 56 * DAY), declinedAt: declinedAt === null ? null : iso(declinedAt), sent, yes };
  }

  /** Who may have it, with the score of this day. */
  private candidates(story: Story): { life: Life; score: number }[] {
    const { city, weights } = this;
    const day = dayOfRun(city.now);
    let known = this.scored.get(story);
    if (known?.day !== day) {
      const [context, position] = [city.world.context(city.now), city.positionOf(story)];
      known = { day, rows: [] };
      for (const life of city.lives) {
        if (life.person.invitationsOff || !city.eligibility.may(life.person, story.opening)) continue;
        const facts = city.factsOf(life);
        if (city.may(life, story, facts)) known.rows.push({ life, score: sumOf(facts, position, weights, context) });
      }
      this.scored.set(story, known);
    }
    return known.rows.filter(({ life }) => !life.held.has(story.opening));
  }
}
