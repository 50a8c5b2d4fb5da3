import { pageOf } from '../paging.js';
import { byId } from '../primitives.js';
import { defineRoute } from '../route.js';
import * as s from './schemas.js';

/** Routes of the pools of people. */
export const talentRoutes = {
  listPools: defineRoute('listPools', { summary: 'Pools and how many are in them', access: 'pool:read', response: pageOf(s.pool) }),
  getPoolHeadcounts: defineRoute('getPoolHeadcounts', { summary: 'How many people are in a pool on a day, by unit or county', access: 'pool:read', params: byId, query: s.poolHeadcountQuery, response: s.poolHeadcounts }),
  listPoolTerms: defineRoute('listPoolTerms', { summary: 'Who is in a pool', access: 'volunteer:read', query: s.poolTermQuery, response: pageOf(s.poolTerm) }),
  createPoolTerm: defineRoute('createPoolTerm', { summary: 'Take a person into a pool', access: 'pool:write', body: s.poolTermInput, response: s.poolTerm, status: 201, repeatable: true, errors: ['pool.already_member', 'reference.not_found'] }),
  endPoolTerm: defineRoute('endPoolTerm', { summary: 'End a term: by whoever keeps the pool, or the unit that recommended', access: 'nomination:write', params: byId, body: s.poolTermEnd, response: s.poolTerm, errors: ['lifecycle.not_allowed'] }),
} as const;
