import { pageOf } from '../paging.js';
import { decision, reasonedDecision } from '../plans/schemas.js';
import { byId } from '../primitives.js';
import { defineRoute } from '../route.js';
import { historyEntry } from '../units/schemas.js';
import * as n from './nominations.js';

const pdf = 'application/pdf';
const steps = ['version.stale', 'lifecycle.not_allowed'] as const;
const full = ['pool.full', 'pool.county_full', 'pool.already_member'] as const;

/** Routes of pools as the office sets them, and of those who are to come in. */
export const nominationRoutes = {
  getPool: defineRoute('getPool', { summary: 'A pool with all that is set for it', access: 'pool:read', params: byId, response: n.poolSettings }),
  createPool: defineRoute('createPool', { summary: 'A new pool', access: 'pool:write', body: n.poolInput, response: n.poolSettings, status: 201, repeatable: true, errors: ['reference.not_found', 'pool.name_taken'] }),
  updatePool: defineRoute('updatePool', { summary: 'Change a pool', access: 'pool:write', params: byId, body: n.poolChange, response: n.poolSettings, errors: ['version.stale', 'reference.not_found', 'pool.name_taken'] }),
  getPoolHistory: defineRoute('getPoolHistory', { summary: 'What happened to a pool', access: 'pool:write', params: byId, response: pageOf(historyEntry) }),
  listNominations: defineRoute('listNominations', { summary: 'Who is to come into pools, within reach', access: 'nomination:read', query: n.nominationQuery, response: pageOf(n.nomination) }),
  createNomination: defineRoute('createNomination', { summary: 'Begin to recommend somebody', access: 'nomination:write', body: n.nominationInput, response: n.nomination, status: 201, repeatable: true, errors: ['reference.not_found', 'nomination.open', 'nomination.not_asked', 'pool.already_member'] }),
  getNomination: defineRoute('getNomination', { summary: 'One nomination', access: 'nomination:read', params: byId, response: n.nomination }),
  updateNomination: defineRoute('updateNomination', { summary: 'Change a draft, or what came back', access: 'nomination:write', params: byId, body: n.nominationChange, response: n.nomination, errors: steps }),
  recommendNomination: defineRoute('recommendNomination', { summary: 'Hand it in', access: 'nomination:write', params: byId, body: decision, response: n.nomination, errors: [...steps, 'nomination.not_asked'] }),
  withdrawNomination: defineRoute('withdrawNomination', { summary: 'Take it back', access: 'nomination:write', params: byId, body: decision, response: n.nomination, errors: steps }),
  reviewNomination: defineRoute('reviewNomination', { summary: 'Agree for the county', access: 'nomination:decide', params: byId, body: decision, response: n.nomination, errors: steps }),
  appointNomination: defineRoute('appointNomination', { summary: 'Appoint', access: 'nomination:decide', params: byId, body: n.nominationAppointment, response: n.nomination, errors: [...steps, ...full, 'nomination.no_consent', 'nomination.not_reviewed'] }),
  returnNomination: defineRoute('returnNomination', { summary: 'Give back, with a reason', access: 'nomination:decide', params: byId, body: reasonedDecision, response: n.nomination, errors: steps }),
  declineNomination: defineRoute('declineNomination', { summary: 'Say no, with a reason', access: 'nomination:decide', params: byId, body: reasonedDecision, response: n.nomination, errors: steps }),
  getNominationHistory: defineRoute('getNominationHistory', { summary: 'What happened to a nomination', access: 'nomination:read', params: byId, response: pageOf(historyEntry) }),
} as const;

/** Routes of terms, their letters, and of what people do with their own. */
export const appointmentRoutes = {
  getPoolTerm: defineRoute('getPoolTerm', { summary: 'A term with all that belongs to it', access: 'nomination:read', params: byId, response: n.poolTermDetail }),
  getPoolTermHistory: defineRoute('getPoolTermHistory', { summary: 'What happened to a term', access: 'nomination:read', params: byId, response: pageOf(historyEntry) }),
  suspendPoolTerm: defineRoute('suspendPoolTerm', { summary: 'Hold a term for a while', access: 'nomination:decide', params: byId, body: n.termSuspension, response: n.poolTermDetail, errors: ['lifecycle.not_allowed'] }),
  resumePoolTerm: defineRoute('resumePoolTerm', { summary: 'Let a term go on', access: 'nomination:decide', params: byId, response: n.poolTermDetail, errors: ['lifecycle.not_allowed'] }),
  renewPoolTerm: defineRoute('renewPoolTerm', { summary: 'A further term after this one, with a letter of its own', access: 'nomination:decide', params: byId, body: n.termRenewal, response: n.poolTermDetail, status: 201, errors: ['lifecycle.not_allowed', ...full] }),
  askPoolTerm: defineRoute('askPoolTerm', { summary: 'Ask whether the person is still willing', access: 'nomination:decide', params: byId, response: n.poolTermDetail, errors: ['lifecycle.not_allowed'] }),
  getPoolTermLetter: defineRoute('getPoolTermLetter', { summary: 'The letter of appointment', access: 'nomination:read', params: byId, file: pdf }),
  getMyPools: defineRoute('getMyPools', { summary: 'The own pools', access: 'signed-in', response: n.myPools }),
  applyToPool: defineRoute('applyToPool', { summary: 'Apply', access: 'signed-in', body: n.applicationInput, response: n.myPools, status: 201, repeatable: true, errors: ['volunteer.required', 'reference.not_found', 'nomination.open', 'nomination.not_asked', 'pool.already_member'] }),
  answerNomination: defineRoute('answerNomination', { summary: 'Agree, or not', access: 'signed-in', params: byId, body: n.yesOrNo, response: n.myPools, errors: ['lifecycle.not_allowed'] }),
  withdrawMyNomination: defineRoute('withdrawMyNomination', { summary: 'Take the own application back', access: 'signed-in', params: byId, response: n.myPools, errors: ['lifecycle.not_allowed'] }),
  leavePool: defineRoute('leavePool', { summary: 'Leave, at once', access: 'signed-in', params: byId, response: n.myPools, errors: ['lifecycle.not_allowed'] }),
  answerPoolTerm: defineRoute('answerPoolTerm', { summary: 'Whether one is still willing', access: 'signed-in', params: byId, body: n.yesOrNo, response: n.myPools, errors: ['lifecycle.not_allowed'] }),
  getMyPoolLetter: defineRoute('getMyPoolLetter', { summary: 'The own letter of appointment', access: 'signed-in', params: byId, file: pdf }),
  checkAppointment: defineRoute('checkAppointment', { summary: 'Whether a letter of appointment is one, and how it stands', access: 'public', params: n.appointmentPath, query: n.appointmentCheckQuery, response: n.appointmentCheck, errors: ['rate.limited', 'appointment.unknown'] }),
} as const;

