import { Controller, Headers } from '@nestjs/common';
import { matchingRoutes as routes, type candidates, type MatchingPrinciple, type Page, type recommendations, type Weights, type WhatIf } from '@kepu/contracts';
import { localeOf } from '@kepu/contracts/labels';
import type { z } from 'zod';
import type { PersonActor } from '../../platform/auth/actor.js';
import { ContractRoute, CurrentActor, Input, type Given } from '../../platform/http/contract-route.js';
import { Candidates } from './candidates.service.js';
import { MatchingWeightsService } from './matching-weights.service.js';
import { Recommendations } from './recommendations.service.js';

/** Suggestions, candidates, and the weights behind them. Reasons come in the language that is asked for. */
@Controller()
export class MatchingController {
  constructor(private readonly recommendations: Recommendations, private readonly candidates: Candidates, private readonly weights: MatchingWeightsService) {}

  @ContractRoute(routes.getMyRecommendations)
  getMyRecommendations(@CurrentActor() actor: PersonActor, @Input(routes.getMyRecommendations) input: Given<typeof routes.getMyRecommendations>, @Headers('accept-language') language: string | undefined): Promise<z.output<typeof recommendations>> {
    return this.recommendations.mine(actor, input.query.limit, localeOf(language));
  }

  @ContractRoute(routes.listCandidates)
  listCandidates(@CurrentActor() actor: PersonActor, @Input(routes.listCandidates) input: Given<typeof routes.listCandidates>, @Headers('accept-language') language: string | undefined): Promise<z.output<typeof candidates>> {
    return this.candidates.list(actor, input.params.id, input.query, localeOf(language));
  }

  @ContractRoute(routes.getWhatIf)
  getWhatIf(@CurrentActor() actor: PersonActor, @Input(routes.getWhatIf) input: Given<typeof routes.getWhatIf>): Promise<WhatIf> { return this.candidates.whatIf(actor, input.params.id); }

  @ContractRoute(routes.getMatchingPrinciple)
  getMatchingPrinciple(): Promise<MatchingPrinciple> { return this.weights.principle(); }

  @ContractRoute(routes.listMatchingWeights)
  listMatchingWeights(@CurrentActor() actor: PersonActor): Promise<Page<Weights>> { return this.weights.list(actor); }

  @ContractRoute(routes.createMatchingWeights)
  createMatchingWeights(@CurrentActor() actor: PersonActor, @Input(routes.createMatchingWeights) input: Given<typeof routes.createMatchingWeights>): Promise<Weights> { return this.weights.create(actor, input.body); }
}
