import { Controller } from '@nestjs/common';
import { talentRoutes as routes, type Page, type Pool, type PoolHeadcounts, type PoolTerm } from '@kepu/contracts';
import type { PersonActor } from '../../platform/auth/actor.js';
import { ContractRoute, CurrentActor, Input, type Given } from '../../platform/http/contract-route.js';
import { PoolCounts } from './pool-counts.js';
import { PoolsService } from './pools.service.js';

/** Pools of people. */
@Controller()
export class TalentsController {
  constructor(private readonly pools: PoolsService, private readonly counts: PoolCounts) {}

  @ContractRoute(routes.listPools)
  listPools(@CurrentActor() actor: PersonActor): Promise<Page<Pool>> { return this.pools.list(actor); }

  @ContractRoute(routes.getPoolHeadcounts)
  getPoolHeadcounts(@CurrentActor() actor: PersonActor, @Input(routes.getPoolHeadcounts) input: Given<typeof routes.getPoolHeadcounts>): Promise<PoolHeadcounts> { return this.counts.headcounts(actor, input.params.id, input.query); }

  @ContractRoute(routes.listPoolTerms)
  listPoolTerms(@CurrentActor() actor: PersonActor, @Input(routes.listPoolTerms) input: Given<typeof routes.listPoolTerms>): Promise<Page<PoolTerm>> { return this.pools.listTerms(actor, input.query); }

  @ContractRoute(routes.createPoolTerm)
  createPoolTerm(@CurrentActor() actor: PersonActor, @Input(routes.createPoolTerm) input: Given<typeof routes.createPoolTerm>): Promise<PoolTerm> { return this.pools.createTerm(actor, input.body); }

  @ContractRoute(routes.endPoolTerm)
  endPoolTerm(@CurrentActor() actor: PersonActor, @Input(routes.endPoolTerm) input: Given<typeof routes.endPoolTerm>): Promise<PoolTerm> { return this.pools.endTerm(actor, input.params.id, input.body); }
}
