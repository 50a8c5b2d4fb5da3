import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { isMinor } from '@kepu/domain';
import { askedMuch, firstWavePolicy as policy, planWaves, rankVolunteers, silenceOf, type Answered, type Invitee, type MatchingContext, type PositionFacts, type VolunteerFacts, type WavePost, type WaveStep, type WeightTable } from '@kepu/matching';
import type { Actor } from '../../../platform/auth/actor.js';
import { Clock } from '../../../platform/clock/index.js';
import { fromDbTime } from '../../../platform/database/index.js';
import { GuardianWords, PositionDirectory } from '../../activities/index.js';
import { CandidatesRepository } from '../candidates.repository.js';
import { MatchingContexts } from '../matching-contexts.js';
import { MatchingWeightsService } from '../matching-weights.service.js';
import { VolunteersFacts } from '../volunteers-facts.js';
import { InviteesRepository, neverInvited } from './invitees.repository.js';
import { PlaceInvitationsRepository } from './place-invitations.repository.js';
import { missingOf, type WavePostRow } from './wave-steps.repository.js';

/** Of the rules in `firstWavePolicy`. */
export const POLICY_VERSION = 1;
const system: Actor = { kind: 'system', task: 'invitations' };
/** Most candidates of a position that a round looks at: many more than one wave asks, and few enough to keep what it looked at. */
const MOST = 300;

/** All that a round is reckoned from, as it is kept: people are numbers, in the order of their ids. */
export interface RoundInputs { readonly now: string; readonly posts: readonly WavePost[]; readonly people: readonly (readonly [string, Invitee])[]; readonly answered: Answered; readonly seed: number }
/** A round with its inputs, and who the numbers are. */
export interface PlannedRound { readonly inputs: RoundInputs; readonly digest: string; readonly steps: readonly WaveStep[]; readonly weightsVersion: number; readonly idOf: ReadonlyMap<string, string> }

/** The steps of a round, from what was kept of it: the same whenever it is asked for. */
export const stepsOf = (inputs: RoundInputs): WaveStep[] => planWaves({ ...inputs, people: new Map(inputs.people) }, policy);
/** By which what was kept is known to be whole. */
export const digestOf = (inputs: RoundInputs): string => createHash('sha256').update(JSON.stringify(inputs)).digest('base64url');

interface Known { readonly invitees: ReadonlyMap<string, Invitee>; readonly facts: readonly VolunteerFacts[]; readonly context: MatchingContext; readonly weights: WeightTable }
const saysFree = ({ availability }: VolunteerFacts, { weekParts }: PositionFacts): boolean => !availability.includes('1') || weekParts.every((part) => availability[part] === '1');

/** Reckons what is done now for positions that lack people. Sends nothing. */
@Injectable()
export class WaveRounds {
  constructor(
    private readonly candidates: CandidatesRepository, private readonly facts: VolunteersFacts, private readonly positions: PositionDirectory, private readonly contexts: MatchingContexts, private readonly weights: MatchingWeightsService, private readonly invitees: InviteesRepository, private readonly invitations: PlaceInvitationsRepository,
    private readonly words: GuardianWords, private readonly clock: Clock,
  ) {}

  /** `now`: the moment to reckon for, where it is not the present. */
  async plan(rows: readonly WavePostRow[], now = this.clock.now()): Promise<PlannedRound> {
    const ids = rows.map(({ id }) => id);
    const [asked, signedUp, places, pool, { context }, { version, weights }, answered] = await Promise.all([
      this.invitations.asked(ids), this.invitations.signedUp(ids), this.positions.facts({ ids }), this.pool(rows), this.contexts.open(), this.weights.current(), this.invitees.answered(),
    ]);
    const facts = await this.facts.of(pool);
    const invited = await this.invitees.of(facts.map(({ id }) => id), now);
    const known: Known = { facts, context: { ...context, now: now.toISOString() }, weights, invitees: new Map(facts.map(({ id, personal }) => [id, { id, personal, ...(invited.get(id) ?? neverInvited) }])) };
    const placeOf = new Map(places.map((place) => [place.id, place]));
    const askedOf = (id: string) => asked.filter(({ positionId }) => positionId === id);
    const posts: WavePost[] = [];
    for (const row of rows) {
      const place = placeOf.get(row.id);
      if (!place) continue;
      const before = askedOf(row.id);
      const without = new Set([...before, ...signedUp.filter(({ positionId }) => positionId === row.id)].map(({ volunteerId }) => volunteerId));
      posts.push({
        id: row.id, startsAt: fromDbTime(row.startsAt), places: missingOf(row), candidates: missingOf(row) === 0 ? [] : await this.free(place, without, known, now), asked: [...new Set(before.map(({ volunteerId }) => volunteerId))],
        open: before.filter(({ state }) => state === 'sent').map(({ volunteerId, answerBy }) => ({ personId: volunteerId, answerBy: fromDbTime(answerBy) })),
      });
    }
    return this.round(posts, known.invitees, { now: now.toISOString(), answered, seed: Math.floor(now.getTime() / 60_000) % 2 ** 31 }, version);
  }

  private async pool(rows: readonly WavePostRow[]): Promise<string[]> {
    const [first] = rows;
    return first && rows.some((row) => missingOf(row) > 0) ? this.candidates.pool(system, first, this.clock.today()) : [];
  }

  /** Who may have the place and could be asked now. A minor whose guardian has not agreed could say yes and get nothing. */
  private async free(place: PositionFacts, without: ReadonlySet<string>, { facts, invitees, context, weights }: Known, now: Date): Promise<WavePost['candidates']> {
    const at = now.getTime();
    const people = facts.filter(({ id }) => { const invitee = invitees.get(id); return invitee && !without.has(id) && silenceOf(invitee, at, policy) === null; });
    const { best } = rankVolunteers(place, people, weights, context);
    const order = best.map(({ volunteer, score }) => ({ volunteer, score, key: score - policy.spread * askedMuch(invitees.get(volunteer.id) ?? { personal: false, sentAt: [] }, at) })).sort((a, b) => b.key - a.key);
    const candidates: WavePost['candidates'][number][] = [];
    for (const { volunteer, score } of order) {
      if (candidates.length >= MOST) break;
      if (isMinor(volunteer.bornOn, place.day) && !(await this.words.allow(volunteer.id, place))) continue;
      candidates.push({ personId: volunteer.id, score, otherTimes: volunteer.personal && !saysFree(volunteer, place) });
    }
    return candidates;
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
