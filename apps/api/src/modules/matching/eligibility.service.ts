import { Injectable } from '@nestjs/common';
import type { Block } from '@kepu/contracts';
import type { Locale } from '@kepu/contracts/labels';
import { blocksOf, isEligible } from '@kepu/matching';
import type { Actor } from '../../platform/auth/actor.js';
import { notFound, Refusal } from '../../platform/errors/refusal.js';
import { PositionDirectory, type EligibilityCheck, type EligiblePositions } from '../activities/index.js';
import { MatchingContexts } from './matching-contexts.js';
import { OpenPositions } from './retrieval/open-positions.js';
import { VolunteersFacts } from './volunteers-facts.js';
import { blockInWords } from './words.js';

/** The hard rules, asked before a place is given and for the filter of what one may do: the same as behind suggestions and candidates. */
@Injectable()
export class Eligibility implements EligibilityCheck, EligiblePositions {
  constructor(private readonly facts: VolunteersFacts, private readonly positions: PositionDirectory, private readonly contexts: MatchingContexts, private readonly open: OpenPositions) {}

  /** Empty for who may. Inside a unit of work it sees what the unit has written. Errors: `resource.not_found` for a person or position that does not exist. */
  async blocks(_actor: Actor, volunteerId: string, positionId: string, locale: Locale = 'zh-CN'): Promise<Block[]> {
    const person = await this.facts.forRules(volunteerId);
    const [position] = await this.positions.facts({ ids: [positionId] });
    if (!person || !position) throw notFound();
    const { context, demandName } = await this.contexts.open();
    return blocksOf(person, position, context).map((block) => blockInWords(block, demandName, locale));
  }

  /** Activities with a position that nothing stands in the way of, full or not. Errors: `volunteer.required`. */
  async activityIds(actor: Actor): Promise<string[]> {
    const person = actor.kind === 'person' ? await this.facts.forRules(actor.accountId) : null;
    if (!person) throw new Refusal('volunteer.required');
    const { context } = await this.contexts.open();
    const positions = (await this.open.fresh())?.all() ?? (await this.positions.facts('upcoming'));
    return [...new Set(positions.filter((position) => isEligible(person, position, context)).map(({ activityId }) => activityId))];
  }
}
