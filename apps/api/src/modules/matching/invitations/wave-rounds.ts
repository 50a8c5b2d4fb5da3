import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { isMinor, shanghaiTime } from '@kepu/domain';
import { askedMuch, firstWavePolicy as policy, HELD_AFTER_MS, planWaves, silenceOf, type Answered, type Invitee, type PositionFacts, type VolunteerFacts, type WavePost, type WaveStep } from '@kepu/matching';
import type { Actor } from '../../../platform/auth/actor.js';
import { Clock } from '../../../platform/clock/index.js';
import { fromDbTime } from '../../../platform/database/index.js';
import { GuardianWords, PositionDirectory } from '../../activities/index.js';
import { CandidatesRepository } from '../candidates.repository.js';
import { MatchingContexts } from '../matching-contexts.js';
import { MatchingWeightsService } from '../matching-weights.service.js';
import { PeopleIndex } from '../retrieval/people-index.js';
import { VolunteersFacts } from '../volunteers-facts.js';
import { InviteesRepository } from './invitees.repository.js';
import { PlaceInvitationsRepository } from './place-invitations.repository.js';
import { RoundPeople, type Crowd } from './round-people.js';
import { missingOf, type WavePostRow } from './wave-steps.repository.js';

/** Of the rules in `firstWavePolicy`. */
export const POLICY_VERSION = 1;
const system: Actor = { kind: 'system', task: 'invitations' };
/** Most candidates of a position that a round looks at: more than one wave asks, however many places are to be filled, and few enough to keep what it looked at. */
const mostFor = (places: number): number => Math.max(300, policy.mostAPlace * places);

/** All that a round is reckoned from, as it is kept: people are numbers, in the order of their ids. */
export interface RoundInputs { readonly now: string; readonly posts: readonly WavePost[]; readonly people: readonly (readonly [string, Invitee])[]; readonly answered: Answered; readonly seed: number }
/** A round with its inputs, and who the numbers are. */
export interface PlannedRound { readonly inputs: RoundInputs; readonly digest: string; readonly steps: readonly WaveStep[]; readonly weightsVersion: number; readonly idOf: ReadonlyMap<string, string> }

/** The steps of a round, from what was kept of it: the same whenever it is asked for. */
export const stepsOf = (inputs: RoundInputs): WaveStep[] => planWaves({ ...inputs, people: new Map(inputs.people) }, policy);
/** By which what was kept is known to be whole. */
export const digestOf = (inputs: RoundInputs): string => createHash('sha256').update(JSON.stringify(inputs)).digest('base64url');

const saysFree = ({ availability }: VolunteerFacts, { weekParts }: PositionFacts): boolean => !availability.includes('1') || weekParts.every((part) => availability[part] === '1');

/** Reckons what is done now for positions that lack people. Sends nothing. */
@Injectable()
export class WaveRounds {
  constructor(
    private readonly candidates: CandidatesRepository, private readonly facts: VolunteersFacts, private readonly positions: PositionDirectory, private readonly contexts: MatchingContexts, private readonly weights: MatchingWeightsService, private readonly invitees: InviteesRepository, private readonly invitations: PlaceInvitationsRepository,
    private readonly words: GuardianWords, private readonly index: PeopleIndex, private readonly clock: Clock,
  ) {}

  /** `now`: the moment to reckon for, where it is not the present. */
  async plan(rows: readonly WavePostRow[], now = this.clock.now()): Promise<PlannedRound> {
    const ids = rows.map(({ id }) => id);
    const [asked, signedUp, places, { context }, { version, weights }, answered] = await Promise.all([
      this.invitations.asked(ids), this.invitations.signedUp(ids), this.positions.facts({ ids }), this.contexts.open(), this.weights.current(), this.invitees.answered(),
    ]);
    const people = new RoundPeople(await this.crowd(rows, now), { ...context, now: now.toISOString() }, weights, this.invitees);
    const placeOf = new Map(places.map((place) => [place.id, place]));
    const askedOf = (id: string) => asked.filter(({ positionId }) => positionId === id);
    const known = new Map<string, Invitee>();
    const posts: WavePost[] = [];
    for (const row of rows) {
      const place = placeOf.get(row.id);
      if (!place) continue;
      const before = askedOf(row.id);
      const without = [...new Set([...before, ...signedUp.filter(({ positionId }) => positionId === row.id)].map(({ volunteerId }) => volunteerId))];
      posts.push({
        id: row.id, startsAt: fromDbTime(row.startsAt), places: missingOf(row), candidates: missingOf(row) === 0 ? [] : await this.free(place, missingOf(row), without, people, known), asked: [...new Set(before.map(({ volunteerId }) => volunteerId))],
        open: before.filter(({ state }) => state === 'sent').map(({ volunteerId, answerBy }) => ({ personId: volunteerId, answerBy: fromDbTime(answerBy) })),
      });
    }
    const wereAsked = [...new Set(asked.map(({ volunteerId }) => volunteerId))];
    for (const [id, invitee] of await people.known(people.among(wereAsked, new Set(await this.pool(rows, now, wereAsked))))) known.set(id, invitee);
    return this.round(posts, known, { now: now.toISOString(), answered, seed: Math.floor(now.getTime() / 60_000) % 2 ** 31 }, version);
  }

  /** Everybody who is counted on at that moment, or those of some; nobody where nothing is to be filled. */
  private async pool(rows: readonly WavePostRow[], now: Date, among?: readonly string[]): Promise<string[]> {
    const [first] = rows;
    return first && rows.some((row) => missingOf(row) > 0) ? this.candidates.pool(system, first, shanghaiTime(now.toISOString()).day, among) : [];
  }

  private async crowd(rows: readonly WavePostRow[], now: Date): Promise<Crowd> {
    const index = rows.some((row) => missingOf(row) > 0) ? await this.index.fresh() : null;
    if (index) return { index };
    // Places that are long over by then stand in nobody's way.
    const over = new Date(now.getTime() - HELD_AFTER_MS).toISOString();
    return { everybody: (await this.facts.of(await this.pool(rows, now))).map((person) => ({ ...person, held: person.held.filter(({ endsAt }) => endsAt > over) })) };
  }

  /**
   * Who may have the place and could be asked now, as many as a round looks at. Asked much lately, somebody stands lower than they fit, and never higher: so whoever stands at least as high as the last of those who fit best fits at least
   * as well, and nobody who was not looked at stands before them. Where these are too few, twice as many are looked at.
   */
  private async free(place: PositionFacts, places: number, without: readonly string[], people: RoundPeople, known: Map<string, Invitee>): Promise<WavePost['candidates']> {
    const most = mostFor(places);
    const at = Date.parse(people.now);
    const words = new Map<string, boolean>();
    for (let count = people.firstLook(most); ; count *= 2) {
      const best = people.best(place, count, without);
      const invitees = await people.known(best.map(({ volunteer }) => volunteer));
      const surely = best.length < count ? -Infinity : best.at(-1)!.score;
      const order = best.flatMap(({ volunteer, score }) => {
        const invitee = invitees.get(volunteer.id);
        return invitee && silenceOf(invitee, at, policy) === null ? [{ volunteer, score, invitee, key: score - policy.spread * askedMuch(invitee, at) }] : [];
      }).sort((a, b) => b.key - a.key);
      const candidates: WavePost['candidates'][number][] = [];
      for (const { volunteer, score, invitee, key } of order) {
        if (candidates.length >= most || key < surely) break;
        if (!(await this.agreed(volunteer, place, words))) continue;
        candidates.push({ personId: volunteer.id, score, otherTimes: volunteer.personal && !saysFree(volunteer, place) });
        known.set(volunteer.id, invitee);
      }
      if (candidates.length >= most || surely === -Infinity) return candidates;
    }
  }

  /** A minor whose guardian has not agreed could say yes and get nothing. */
  private async agreed({ id, bornOn }: VolunteerFacts, place: PositionFacts, words: Map<string, boolean>): Promise<boolean> {
    if (!isMinor(bornOn, place.day)) return true;
    const word = words.get(id) ?? (await this.words.allow(id, place));
    words.set(id, word);
    return word;
  }

  /** Numbers for ids, in their order, so that ties fall the same way. */
  private round(posts: readonly WavePost[], invitees: ReadonlyMap<string, Invitee>, { now, answered, seed }: Pick<RoundInputs, 'now' | 'answered' | 'seed'>, weightsVersion: number): PlannedRound {
    const ids = [...new Set(posts.flatMap(({ candidates, asked, open }) => [...candidates.map(({ personId }) => personId), ...asked, ...open.map(({ personId }) => personId)]))].sort();
    const width = String(ids.length).length;
    const numberOf = new Map(ids.map((id, index) => [id, String(index + 1).padStart(width, '0')]));
    const as = (id: string): string => numberOf.get(id) ?? '';
    const inputs: RoundInputs = {
      now, answered, seed,
      posts: posts.map((post) => ({ ...post, candidates: post.candidates.map((one) => ({ ...one, personId: as(one.personId) })), asked: post.asked.map(as), open: post.open.map((one) => ({ ...one, personId: as(one.personId) })) })),
      people: ids.flatMap((id) => { const invitee = invitees.get(id); return invitee ? [[as(id), { ...invitee, id: as(id) }] as const] : []; }),
    };
    return { inputs, digest: digestOf(inputs), steps: stepsOf(inputs), weightsVersion, idOf: new Map([...numberOf].map(([id, number]) => [number, id])) };
  }
}
