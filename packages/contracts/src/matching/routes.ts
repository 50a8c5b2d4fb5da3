import { pageOf } from '../paging.js';
import { byId } from '../primitives.js';
import { defineRoute } from '../route.js';
import { z } from 'zod';
import * as s from './schemas.js';

/** Routes of suggestions and candidates. */
export const matchingRoutes = {
  getMyRecommendations: defineRoute('getMyRecommendations', {
    summary: 'Three suggestions, with reasons', access: 'signed-in', query: z.strictObject({ limit: z.coerce.number().int().min(1).max(20).default(3) }), response: s.recommendations, errors: ['volunteer.required'],
  }),
  listCandidates: defineRoute('listCandidates', { summary: 'Who fits a position, best first', access: 'signup:decide', params: byId, query: s.candidateQuery, response: s.candidates }),
  getWhatIf: defineRoute('getWhatIf', { summary: 'How many more could have a position if less were asked, or another day', access: 'signup:decide', params: byId, response: s.whatIf }),
  getMatchingPrinciple: defineRoute('getMatchingPrinciple', { summary: 'The weights in force, as everybody may know them', access: 'public', response: s.matchingPrinciple }),
  listMatchingWeights: defineRoute('listMatchingWeights', { summary: 'Weights of the score, newest first', access: 'matching:read', response: pageOf(s.weights) }),
  createMatchingWeights: defineRoute('createMatchingWeights', { summary: 'Set new weights', access: 'matching:write', body: s.weightsInput, response: s.weights, status: 201, repeatable: true }),
} as const;
