import { Injectable } from '@nestjs/common';
import type { measureInput } from '@kepu/contracts';
import { divisionLevel } from '@kepu/domain';
import type { z } from 'zod';
import type { Actor } from '../../platform/auth/actor.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { notFound } from '../../platform/errors/refusal.js';
import { ItemsRepository } from './items.repository.js';
import { MeasuresRepository } from './measures.repository.js';
import { MeasuresService } from './measures.service.js';
import type { BareItem } from './plan.mapper.js';
import { PlansRepository } from './plans.repository.js';

/** A measure that is proposed, with its pool by the key of the seeds and its month. */
export interface ProposedMeasure extends Pick<z.output<typeof measureInput>, 'kind' | 'name' | 'sources' | 'min' | 'unitOfMeasure'> { readonly pool: string | null; readonly dueMonth: number }
/** What is proposed for one item: the unit's `position`-th one, which has to be of that programme. */
export interface ItemProposal { readonly unitId: string; readonly position: number; readonly programmeId: string; readonly measures: readonly ProposedMeasure[] }
/** What became of the proposals: `kept` items had measures already, `unmatched` ones are not in the plan or need a pool that is not there. */
export interface ProposalOutcome { readonly measures: number; readonly items: number; readonly kept: number; readonly unmatched: readonly ItemProposal[] }

const lastDayOf = (year: number, month: number): string => new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);

/** Measures for the items of a paper that nobody has measured yet: a first draft that the office then changes. */
@Injectable()
export class MeasureProposals {
  constructor(private readonly plans: PlansRepository, private readonly items: ItemsRepository, private readonly rows: MeasuresRepository, private readonly measures: MeasuresService, private readonly work: UnitOfWork) {}

  /** Adds them to the newest plan of the year that is not closed, item by item; a second run adds nothing. Errors: `resource.not_found`, `lifecycle.not_allowed` for a closed one. */
  async propose(actor: Actor, year: number, proposals: readonly ItemProposal[]): Promise<ProposalOutcome> {
    const { rows: plans } = await this.plans.listFor(actor, { page: 1, perPage: 200, year });
    // They are written for the city's paper; a year has plans of counties too.
    const ofCity = plans.filter(({ divisionId }) => divisionLevel(divisionId) === 'city');
    const plan = ofCity.find((one) => one.state !== 'closed') ?? ofCity[0];
    if (!plan) throw notFound();
    const items = itemsByUnit((await this.items.listFor(actor, plan.id, { sort: 'seq' })).rows);
    const pools = await this.rows.poolIds();
    const measured = new Set((await this.rows.ofItems([...items.values()].flat().map((item) => item.id))).map((measure) => measure.itemId));
    const unmatched: ItemProposal[] = [];
    const outcome = { measures: 0, items: 0, kept: 0 };
    for (const proposal of proposals) {
      const item = items.get(proposal.unitId)?.[proposal.position - 1];
      if (item?.programme.id !== proposal.programmeId || proposal.measures.some((measure) => measure.pool !== null && !pools.has(measure.pool))) unmatched.push(proposal);
      else if (measured.has(item.id)) outcome.kept += 1;
      else if (proposal.measures.length > 0) {
        await this.work.run(async () => {
          for (const { pool, dueMonth, ...measure } of proposal.measures) {
            await this.measures.create(actor, item.id, { ...measure, fromBelow: false, poolId: pool === null ? null : (pools.get(pool) ?? null), max: null, approx: false, dueOn: lastDayOf(plan.year, dueMonth), demands: null });
          }
        });
        outcome.items += 1;
        outcome.measures += proposal.measures.length;
      }
    }
    return { ...outcome, unmatched };
  }
}

/** The items of each unit in the order of the paper, whichever its role. */
const itemsByUnit = (items: readonly BareItem[]): ReadonlyMap<string, BareItem[]> => {
  const byUnit = new Map<string, BareItem[]>();
  for (const item of items) for (const unitId of new Set(item.assignments.map((assignment) => assignment.unit.id))) byUnit.set(unitId, [...(byUnit.get(unitId) ?? []), item]);
  return byUnit;
};
