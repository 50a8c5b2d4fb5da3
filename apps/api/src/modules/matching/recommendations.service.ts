import { Injectable } from '@nestjs/common';
import type { Recommendation, recommendations } from '@kepu/contracts';
import type { Locale } from '@kepu/contracts/labels';
import { openly, rankPositions, reasonsOf, type MatchingContext, type RankedPosition, type Ranking, type VolunteerFacts, type WeightTable } from '@kepu/matching';
import type { z } from 'zod';
import type { PersonActor } from '../../platform/auth/actor.js';
import { Refusal } from '../../platform/errors/refusal.js';
import { ActivitiesService, PositionDirectory } from '../activities/index.js';
import { MatchingContexts } from './matching-contexts.js';
import { MatchingWeightsService } from './matching-weights.service.js';
import { OfferedPositions } from './offered-positions.repository.js';
import { OpenPositions } from './retrieval/open-positions.js';
import { VolunteersFacts } from './volunteers-facts.js';
import { reasonInWords } from './words.js';

interface Best { readonly person: VolunteerFacts; readonly total: number; readonly first: readonly RankedPosition[]; readonly version: number; readonly nameOf: (termId: string) => string; readonly demandName: (id: string) => string }

/** Positions for a person. Nothing of it is kept: it is reckoned anew for whoever asks. */
@Injectable()
export class Recommendations {
  constructor(
    private readonly facts: VolunteersFacts, private readonly positions: PositionDirectory, private readonly offered: OfferedPositions, private readonly activities: ActivitiesService,
    private readonly contexts: MatchingContexts, private readonly weights: MatchingWeightsService, private readonly open: OpenPositions,
  ) {}

  /** What the person may do and has not signed up for, best first, with places left. Errors: `volunteer.required`. */
  async mine(actor: PersonActor, limit: number, locale: Locale): Promise<z.output<typeof recommendations>> {
    const { person, total, first, version, nameOf, demandName } = await this.best(actor.accountId, limit);
    const ids = first.map(({ position }) => position.activityId);
    const [shown, rows] = await Promise.all([
      this.offered.shown(first.map(({ position }) => position.id), demandName),
      ids.length === 0 ? [] : this.activities.list(actor, { page: 1, perPage: ids.length, ids }).then(({ data }) => data),
    ]);
    const activities = new Map(rows.map((row) => [row.id, row]));
    const data = first.flatMap(({ position, score, parts }): Recommendation[] => {
      const activity = activities.get(position.activityId);
      const place = shown.get(position.id);
      if (!activity || !place) return [];
      const { reasons, against } = reasonsOf(parts);
      return [{
        activity, ...place, score, parts: parts.map(({ said: _, ...part }) => part), reasons: reasons.map((reason) => reasonInWords(reason, nameOf, locale)), against: reasonInWords(against, nameOf, locale),
      }];
    });
    return { data, total, personal: person.personal, weights: version };
  }

  /** The best positions for a person who is known to whoever asks. Errors: `volunteer.required`. */
  async best(volunteerId: string, limit: number): Promise<Best> {
    const [person] = await this.facts.of([volunteerId]);
    if (!person) throw new Refusal('volunteer.required');
    const [known, { version, weights }, { context, nameOf, demandName }] = await Promise.all([this.offered.activitiesOf(person.id), this.weights.current(), this.contexts.open()]);
    const { total, best: first } = await this.ranked(person, known, openly(weights), context, limit);
    return { person, total, first, version, nameOf, demandName };
  }

  /** From the index, or from the database where there is none: the same positions either way. */
  private async ranked(person: VolunteerFacts, without: ReadonlySet<string>, weights: WeightTable, context: MatchingContext, limit: number): Promise<Ranking<RankedPosition>> {
    const open = await this.open.fresh();
    if (open) return { total: open.free.count(person, weights, context, without), best: open.free.top(person, weights, context, limit, without) };
    const free = (await this.positions.facts('upcoming')).filter((position) => position.confirmed < position.maximum && !without.has(position.activityId));
    return rankPositions(person, free, weights, context, limit);
  }
}
