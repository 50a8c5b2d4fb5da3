import { setImmediate as turn } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import type { Block, Candidate, candidateQuery, candidates, WhatIf } from '@kepu/contracts';
import type { Locale } from '@kepu/contracts/labels';
import { blocksOf, inRank, openly, rankVolunteers, reasonsOf, score, supplyAmong, whatIf, type MatchingContext, type PositionFacts, type RankedVolunteer, type Ranking, type SupplyOf, type VolunteerFacts, type WeightTable } from '@kepu/matching';
import type { z } from 'zod';
import type { PersonActor } from '../../platform/auth/actor.js';
import { notFound } from '../../platform/errors/refusal.js';
import { Clock } from '../../platform/clock/index.js';
import { PositionDirectory } from '../activities/index.js';
import { VolunteerDirectory, type VolunteerBrief } from '../volunteers/index.js';
import { CandidatesRepository, type CandidateSignup, type DecidedPosition } from './candidates.repository.js';
import { MatchingContexts } from './matching-contexts.js';
import { MatchingWeightsService } from './matching-weights.service.js';
import { PeopleIndex } from './retrieval/people-index.js';
import { VolunteersFacts } from './volunteers-facts.js';
import { blockInWords, hiddenName, reasonInWords } from './words.js';

/** Sign-ups of people who want the place, or have it. */
const wanting: readonly CandidateSignup['state'][] = ['requested', 'waiting', 'confirmed'];
/** What is looked for beside those who signed up. */
interface Question { readonly actor: PersonActor; readonly place: DecidedPosition; readonly position: PositionFacts; readonly weights: WeightTable; readonly context: MatchingContext; readonly count: number; readonly without: readonly string[] }
/** Somebody in the list, with what stands in the way. */
interface Listed extends RankedVolunteer { readonly blocks: readonly Block[] }

/** The place in this very shift is no clash with itself. */
const withoutOwnPlace = (person: VolunteerFacts, { activityTitle, startsAt, endsAt }: PositionFacts): VolunteerFacts => {
  const own = person.held.findIndex((place) => place.activityTitle === activityTitle && place.startsAt === startsAt && place.endsAt === endsAt);
  return own < 0 ? person : { ...person, held: person.held.toSpliced(own, 1) };
};
const byScore = (a: RankedVolunteer, b: RankedVolunteer): number => b.score - a.score || (a.volunteer.id < b.volunteer.id ? -1 : 1);

/** People for a position. */
@Injectable()
export class Candidates {
  constructor(
    private readonly rows: CandidatesRepository, private readonly facts: VolunteersFacts, private readonly positions: PositionDirectory, private readonly volunteers: VolunteerDirectory,
    private readonly contexts: MatchingContexts, private readonly weights: MatchingWeightsService, private readonly index: PeopleIndex, private readonly clock: Clock,
  ) {}

  /** Who may and fits, best first; after them those who signed up and may not, with the reason. Errors: `resource.not_found`. */
  async list(actor: PersonActor, positionId: string, query: z.output<typeof candidateQuery>, locale: Locale): Promise<z.output<typeof candidates>> {
    const { place, position } = await this.demand(actor, positionId);
    const [signups, { version, weights: all }, { context, nameOf, demandName }] = await Promise.all([this.rows.signups(positionId), this.weights.current(), this.contexts.open()]);
    const weights = openly(all);
    const signupOf = new Map(signups.map((signup) => [signup.volunteerId, signup]));
    const wants = (id: string): boolean => wanting.some((state) => state === signupOf.get(id)?.state);
    const asked = signups.map(({ volunteerId }) => volunteerId).filter(wants);
    const wanted = (await this.facts.of(asked)).map((person) => (signupOf.get(person.id)?.state === 'confirmed' ? withoutOwnPlace(person, position) : person));

    const [from, to] = [(query.page - 1) * query.perPage, query.page * query.perPage];
    const others = query.signedUp === true ? { total: 0, best: [] } : await this.others({ actor, place, position, weights, context, count: to, without: asked });
    const own = rankVolunteers(position, wanted, weights, context);
    const total = own.total + others.total;
    const best = [...own.best, ...others.best].sort(inRank).slice(0, to);
    const blocked = wanted.map((volunteer): Listed => ({ volunteer, ...score(volunteer, position, weights, context), blocks: blocksOf(volunteer, position, context) }))
      .filter(({ blocks }) => blocks.length > 0).sort(byScore);
    const page: Listed[] = [...best.slice(from).map((ranked) => ({ ...ranked, blocks: [] })), ...blocked.slice(Math.max(0, from - total), Math.max(0, to - total))];
    const ids = page.map(({ volunteer }) => volunteer.id);
    const [briefs, named, lastServed] = await Promise.all([this.volunteers.briefs(ids), this.rows.named(actor, ids), this.rows.lastServed(ids)]);
    const data = page.flatMap(({ volunteer, blocks, score: points, parts }): Candidate[] => {
      const brief = briefs.get(volunteer.id);
      if (!brief) return [];
      const signup = signupOf.get(volunteer.id);
      const { reasons, against } = reasonsOf(parts);
      return [{
        volunteer: shown(brief, signup !== undefined || named.has(brief.id)), signup: signup ? { id: signup.id, state: signup.state, version: signup.version, queue: signup.queue } : null,
        score: points, parts: parts.map(({ said: _, ...part }) => part), reasons: reasons.map((reason) => reasonInWords(reason, nameOf, locale)), against: reasonInWords(against, nameOf, locale),
        blocks: blocks.map((block) => blockInWords(block, demandName, locale)), services: volunteer.services, lastServedAt: lastServed.get(volunteer.id) ?? null,
      }];
    });
    return { data, total: total + blocked.length, weights: version };
  }

  /** Counted over the same people, whether they signed up or not. Errors: `resource.not_found`. */
  async whatIf(actor: PersonActor, positionId: string): Promise<WhatIf> {
    const { place, position } = await this.demand(actor, positionId);
    const { context, demandName } = await this.contexts.open();
    const { now, changes } = await whatIf(position, await this.supply(actor, place, position, context), context);
    return {
      now, changes: changes.map(({ change, may, free }) => ({
        code: change.code, kind: change.code === 'without_credential' ? { id: change.kindId, name: demandName(change.kindId) } : null, day: change.code === 'on_day' ? change.day : null, may, free,
      })),
    };
  }

  /** Whoever has a place in this very shift is counted by their facts, for it is no clash with itself; everybody else by the index, or by their facts too where there is none. The same figures either way. */
  private async supply(actor: PersonActor, place: DecidedPosition, position: PositionFacts, context: MatchingContext): Promise<SupplyOf> {
    const placed = new Set(await this.rows.placedIn(position.shiftId));
    const index = await this.index.fresh();
    const people = await this.facts.of(await this.rows.pool(actor, place, this.clock.today(), index ? [...placed] : undefined));
    const among = supplyAmong(people.map((person) => (placed.has(person.id) ? withoutOwnPlace(person, position) : person)), context);
    if (!index) return among;
    const scope = { within: this.rows.reach(actor, place), without: [...placed] };
    return async (as, handedIn) => {
      // A count of a million takes a tenth of a second: others are answered in between.
      await turn();
      const [own, others] = [among(as, handedIn), index.supply(as, context, scope, handedIn)];
      return { may: own.may + others.may, free: own.free + others.free };
    };
  }

  /** The best of those who have not signed up, and how many there are: from the index, or from the database where there is none. The same people either way. */
  private async others({ actor, place, position, weights, context, count, without }: Question): Promise<Ranking<RankedVolunteer>> {
    const index = await this.index.fresh();
    if (index) {
      const scope = { within: this.rows.reach(actor, place), without };
      return { total: index.count(position, weights, context, scope), best: index.top(position, weights, context, count, scope) };
    }
    const known = new Set(without);
    const people = await this.facts.of((await this.rows.pool(actor, place, this.clock.today())).filter((id) => !known.has(id)));
    return rankVolunteers(position, people, weights, context, count);
  }

  private async demand(actor: PersonActor, positionId: string): Promise<{ place: DecidedPosition; position: PositionFacts }> {
    const place = await this.rows.positionFor(actor, positionId);
    const [position] = place ? await this.positions.facts({ ids: [positionId] }) : [];
    if (!place || !position) throw notFound();
    return { place, position };
  }
}

const shown = ({ id, name, number, occupation, unit, countyName }: VolunteerBrief, byName: boolean): Candidate['volunteer'] =>
  ({ id, name: byName ? name : hiddenName(name), number, occupation, unit, countyName });
