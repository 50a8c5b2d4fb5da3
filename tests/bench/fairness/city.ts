import { isEligible, type Held, type MatchingContext, type PositionFacts, type VolunteerFacts } from '@kepu/matching';
import { Choice, drawn, purpose } from './choice.js';
import { DAY, HOUR, WEEK, dayOf, iso, type Opening, type Person, type World } from './world.js';

/** What has happened to somebody so far. Milliseconds. */
export interface Life {
  readonly person: Person;
  /** Openings with a place, of which the past ones stay. */
  readonly held: Set<Opening>;
  /** Services, with when they began. */
  readonly served: { readonly opening: Opening }[];
  /** When invitations were sent, and the same as instants. */
  readonly sentAt: number[];
  readonly sentIso: string[];
  declinedAt: number | null;
  sent: number;
  yes: number;
}

/** What has become of an opening so far. */
export interface Story {
  readonly opening: Opening;
  readonly holders: Set<Life>;
  readonly asked: Map<Life, number>;
  /** Sign-ups, those withdrawn later among them; filled by invitation. */
  signUps: number;
  byInvitation: number;
  invitations: number;
  /** Places taken three days before the start, and at it. */
  early: number;
  final: number;
}

/** Who may have what, apart from what people hold: it hangs on the world alone, so all policies share it. */
export class Eligibility {
  private readonly rows: (Uint8Array | undefined)[] = [];
  private readonly contexts: (MatchingContext | undefined)[] = [];

  constructor(private readonly world: World) {}

  may({ index, facts }: Person, opening: Opening): boolean {
    const row = (this.rows[opening.index] ??= new Uint8Array(this.world.people.length));
    // 1: may, 2: may not. What people hold and the hours of the month are looked at each time.
    row[index] ||= isEligible({ ...facts, monthlyHours: null }, opening.facts, (this.contexts[opening.index] ??= this.world.context(opening.startsAt - DAY))) ? 1 : 2;
    return row[index] === 1;
  }
}

/** A run of the city under one policy: what people do, told by the hour. */
export class City {
  readonly lives: readonly Life[];
  readonly stories: readonly Story[];
  readonly choice: Choice;
  now = 0;
  private readonly events = new Map<number, (() => void)[]>();
  private readonly months = new Map<Opening, string>();

  constructor(readonly world: World, readonly eligibility: Eligibility) {
    this.choice = new Choice(world);
    this.lives = world.people.map((person) => ({ person, held: new Set(), served: [], sentAt: [], sentIso: [], declinedAt: null, sent: 0, yes: 0 }));
    this.stories = world.openings.map((opening) => ({ opening, holders: new Set(), asked: new Map(), signUps: 0, byInvitation: 0, invitations: 0, early: 0, final: 0 }));
  }

  at(when: number, event: () => void): void {
    const hour = Math.max(Math.floor(when / HOUR), Math.floor(this.now / HOUR) + 1);
    const events = this.events.get(hour);
    if (events) events.push(event);
    else this.events.set(hour, [event]);
  }

  /**
   * Runs what falls into the hour that is now.
   *
   * @returns how much that was
   */
  runHour(): number {
    const hour = Math.floor(this.now / HOUR);
    const events = this.events.get(hour) ?? [];
    for (const event of events) event();
    this.events.delete(hour);
    return events.length;
  }

  /** What the office knows of somebody now. */
  factsOf({ person: { facts }, held, served, sentIso }: Life): VolunteerFacts {
    const coming: Held[] = [];
    for (const { startsAt, facts: { activityTitle, startsAt: from, endsAt, countyCode } } of held) if (startsAt > this.now) coming.push({ activityTitle, startsAt: from, endsAt, countyCode });
    if (served.length === 0 && coming.length === 0 && sentIso.length === 0) return facts;
    const month = dayOf(this.now).slice(0, 7);
    let [recentMinutes, monthMinutes] = [0, 0];
    const kinds = new Set(facts.kindsServed);
    for (const { opening } of served) {
      if (this.now - opening.startsAt < 30 * DAY) recentMinutes += opening.minutes;
      if (this.monthOf(opening) === month) monthMinutes += opening.minutes;
      kinds.add(opening.facts.kind);
    }
    return { ...facts, held: coming, services: facts.services + served.length, kindsServed: [...kinds], recentMinutes, monthMinutes, lastAskedAt: sentIso.at(-1) ?? null };
  }

  positionOf({ opening: { facts }, holders }: Story): PositionFacts {
    return { ...facts, confirmed: holders.size, connections: holders.size };
  }

  /** Whether somebody may have it now, by the hard rules: the shared part first. */
  may(life: Life, story: Story, facts: VolunteerFacts = this.factsOf(life)): boolean {
    if (!this.eligibility.may(life.person, story.opening) || life.held.has(story.opening)) return false;
    return (facts.held.length === 0 && facts.monthlyHours === null) || isEligible(facts, story.opening.facts, this.world.context(this.now));
  }

  /** Nobody takes two services on one day, or more a week than they want to. */
  hasRoom({ held, person: { mostAWeek } }: Life, { facts: { day }, startsAt }: Opening): boolean {
    let week = 0;
    for (const other of held) {
      if (other.facts.day === day) return false;
      if (weekOf(other.startsAt) === weekOf(startsAt)) week++;
    }
    return week < mostAWeek;
  }

  /** Takes a place, and perhaps gives it back some day. */
  signUp(life: Life, story: Story, byInvitation: boolean): void {
    const { opening, holders } = story;
    const { person: { index }, held } = life;
    holders.add(life);
    held.add(opening);
    story.signUps++;
    if (byInvitation) story.byInvitation++;
    const { seed, withdrawn } = this.world.assumptions;
    if (drawn(seed, index, opening.index, purpose.withdrawal) >= withdrawn) return;
    this.at(this.now + drawn(seed, index, opening.index, purpose.withdrawalTime) * (opening.startsAt - this.now), () => {
      if (opening.startsAt <= this.now || !holders.delete(life)) return;
      held.delete(opening);
      if (byInvitation) story.byInvitation--;
    });
  }

  /** Asks somebody, who reads it or not, and answers or not. */
  invite(life: Life, story: Story, answerBy: number): void {
    const { world: { assumptions: { seed, read, weariness, answerHours, saidNo } }, now } = this;
    const { person, sentAt } = life;
    const { opening } = story;
    const draw = (what: number): number => drawn(seed, person.index, opening.index, what);
    const recent = sentAt.filter((sent) => now - sent < WEEK).length;
    story.asked.set(life, answerBy);
    story.invitations++;
    life.sent++;
    sentAt.push(now);
    life.sentIso.push(iso(now));
    if (draw(purpose.reading) >= read * (1 - weariness) ** recent) return;
    this.at(now - answerHours * HOUR * Math.log2(1 - draw(purpose.delay)), () => {
      if (this.now >= opening.startsAt || life.held.has(opening)) return;
      if (this.choice.willing(person, opening, true) && this.hasRoom(life, opening) && this.may(life, story)) {
        story.asked.set(life, 0);
        if (this.now <= answerBy) life.yes++;
        if (story.holders.size < opening.facts.maximum) this.signUp(life, story, true);
      } else if (draw(purpose.refusal) < saidNo) {
        story.asked.set(life, 0);
        life.declinedAt = this.now;
      }
    });
  }

  /** Who came. */
  hold(story: Story): void {
    const { seed, absent } = this.world.assumptions;
    story.final = story.holders.size;
    for (const life of story.holders) if (drawn(seed, life.person.index, story.opening.index, purpose.coming) >= absent) life.served.push({ opening: story.opening });
  }

  private monthOf(opening: Opening): string {
    const known = this.months.get(opening) ?? opening.facts.day.slice(0, 7);
    this.months.set(opening, known);
    return known;
  }
}

const weekOf = (at: number): number => Math.floor((at + 8 * HOUR - 4 * DAY) / WEEK);
