import { scarcePositions } from '../assignment/edge-list.js';
import { drawnOrder } from '../assignment/order.js';
import { chanceOfYes, YesCount, type Answered } from './chances.js';
import { windowFor } from './hours.js';
import { askedMuch, silenceOf, type Invitee } from './invitees.js';
import type { WavePolicy } from './policy.js';

const DAY_MS = 86_400_000;

/** A position that lacks people, and who may have it. Instants are ISO 8601 in UTC. */
export interface WavePost {
  readonly id: string;
  readonly startsAt: string;
  /** Places that are to be filled. */
  readonly places: number;
  /** Everybody who may have it and does not, or as many of the best of them as could be asked, with the score, and whether they have named other times than this: those are asked when nobody else is left. */
  readonly candidates: readonly { readonly personId: string; readonly score: number; readonly otherTimes?: boolean }[];
  /** Who was asked for it already, whatever the answer. */
  readonly asked: readonly string[];
  /** Of them, whose answer is still to come, and until when it counts. */
  readonly open: readonly { readonly personId: string; readonly answerBy: string }[];
}

/** What is done now for a position. */
export type WaveStep =
  /** Ask these now, best first; `chance`: that then all places are filled. */
  | { readonly postId: string; readonly kind: 'send'; readonly answerBy: string; readonly personIds: readonly string[]; readonly chance: number }
  /** Look again at that instant, or when somebody has answered: those who were asked may still fill it, or it is night. */
  | { readonly postId: string; readonly kind: 'wait'; readonly until: string }
  /** `nobody_left`: everybody was asked, or is not to be asked now. */
  | { readonly postId: string; readonly kind: 'rest'; readonly because: 'filled' | 'too_early' | 'too_late' | 'nobody_left' };

/** All that a round of waves looks at. */
export interface WaveRound {
  /** Instant. */
  readonly now: string;
  /** All positions that lack people: who alone can have one of them is kept from the others. */
  readonly posts: readonly WavePost[];
  readonly people: ReadonlyMap<string, Invitee>;
  /** Of everybody, ever. */
  readonly answered: Answered;
  /** Decides between equals. */
  readonly seed: number;
}

interface Free { readonly person: Invitee; readonly score: number; readonly otherTimes: boolean }
interface Asking { readonly person: Invitee; readonly otherTimes: boolean; readonly key: number; readonly lastAsked: number; readonly lot: number }

const lastAsked = ({ personal, sentAt }: Invitee): number => (personal ? sentAt.reduce((last, sent) => Math.max(last, Date.parse(sent)), 0) : 0);

/** One round: people and what was sent to them in it. */
class Round {
  private readonly invited = new Map<string, number>();
  private readonly now: number;
  private readonly free: ReadonlyMap<WavePost, readonly Free[]>;
  private readonly scarce: ReadonlySet<WavePost>;
  /** Who may have a scarce position and could still be asked for it. */
  private readonly kept = new Set<string>();

  constructor(private readonly round: WaveRound, private readonly policy: WavePolicy) {
    this.now = Date.parse(round.now);
    this.free = new Map(round.posts.map((post) => {
      const asked = new Set(post.asked);
      return [post, post.candidates.flatMap(({ personId, score, otherTimes = false }): Free[] => {
        const person = round.people.get(personId);
        return person && !asked.has(personId) && silenceOf(person, this.now, policy) === null ? [{ person, score, otherTimes: otherTimes && person.personal }] : [];
      })];
    }));
    const wanting = round.posts.filter(({ places }) => places > 0);
    const signs = scarcePositions(wanting.map((post) => this.candidates(post).length), wanting.map(({ places }) => places));
    this.scarce = new Set(wanting.filter((_, index) => signs[index] === 1));
    for (const post of this.scarce) for (const { person } of this.candidates(post)) this.kept.add(person.id);
  }

  /** Positions that few could have come first, then what begins sooner. */
  order(): WavePost[] {
    const room = (post: WavePost): number => this.candidates(post).length / Math.max(1, post.places);
    return [...this.round.posts].sort((a, b) => room(a) - room(b) || Date.parse(a.startsAt) - Date.parse(b.startsAt) || (a.id < b.id ? -1 : 1));
  }

  step(post: WavePost): WaveStep {
    const { policy, now } = this;
    const startsAt = Date.parse(post.startsAt);
    const rest = (because: Extract<WaveStep, { kind: 'rest' }>['because']): WaveStep => ({ postId: post.id, kind: 'rest', because });
    if (post.places <= 0) return rest('filled');
    if (startsAt - now > policy.fromDays * DAY_MS) return rest('too_early');
    const window = windowFor(now, startsAt, policy.answer, policy);
    if (window === null) return rest('too_late');
    // What was decided at night would be old in the morning.
    if (window.from > now) return { postId: post.id, kind: 'wait', until: new Date(window.from).toISOString() };
    const open = post.open.filter(({ answerBy }) => Date.parse(answerBy) > now);
    const count = new YesCount(post.places);
    for (const { personId } of open) count.ask(this.chance(personId));
    const waiting = open.map(({ answerBy }) => answerBy).sort((a, b) => Date.parse(a) - Date.parse(b))[0];
    if (waiting !== undefined && count.enough() >= policy.patience) return { postId: post.id, kind: 'wait', until: waiting };
    const personIds = this.ask(post, count, policy.mostAPlace * post.places - open.length);
    if (personIds.length === 0) return waiting === undefined ? rest('nobody_left') : { postId: post.id, kind: 'wait', until: waiting };
    return { postId: post.id, kind: 'send', answerBy: new Date(window.until).toISOString(), personIds, chance: count.enough() };
  }

  private candidates(post: WavePost): readonly Free[] {
    return this.free.get(post) ?? [];
  }

  private chance(personId: string): number {
    const person = this.round.people.get(personId);
    return chanceOfYes(person?.personal ? person : null, this.round.answered);
  }

  /** The next of a position, as many as it takes. */
  private ask(post: WavePost, count: YesCount, most: number): string[] {
    const chosen: string[] = [];
    for (const { person } of this.inOrder(post)) {
      if (chosen.length >= most || count.enough() >= this.policy.confidence) break;
      const times = (this.invited.get(person.id) ?? 0) + 1;
      const sentAt = [...person.sentAt, ...Array.from({ length: times - 1 }, () => this.round.now)];
      if (silenceOf({ ...person, sentAt }, this.now, this.policy) !== null) continue;
      this.invited.set(person.id, times);
      count.ask(this.chance(person.id));
      chosen.push(person.id);
    }
    return chosen;
  }

  private inOrder(post: WavePost): Asking[] {
    const open = this.scarce.has(post);
    const rows = this.candidates(post).filter(({ person }) => open || !this.kept.has(person.id)).sort((a, b) => (a.person.id < b.person.id ? -1 : 1));
    const lots = drawnOrder(rows.length, this.round.seed);
    return rows.map(({ person, score, otherTimes }, index) => ({ person, otherTimes, key: score - this.policy.spread * askedMuch(person, this.now), lastAsked: lastAsked(person), lot: lots[index]! }))
      .sort((a, b) => Number(a.otherTimes) - Number(b.otherTimes) || b.key - a.key || a.lastAsked - b.lastAsked || a.lot - b.lot);
  }
}

/**
 * What is done now for each position that lacks people: whom to ask, until when to wait, or why nobody is asked. By rank, where those who were asked much lately stand lower; who may have a position that
 * few could have is not asked for the others. The same round makes the same steps, in the order of `posts`; whoever sends has to bring what was sent into the next round.
 */
export function planWaves(round: WaveRound, policy: WavePolicy): WaveStep[] {
  const plan = new Round(round, policy);
  const steps = new Map(plan.order().map((post) => [post, plan.step(post)]));
  return round.posts.flatMap((post) => steps.get(post) ?? []);
}
