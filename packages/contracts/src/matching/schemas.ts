import { z } from 'zod';
import { activityRow, position, shift } from '../activities/schemas.js';
import { signupStates } from '../activities/signups.js';
import { day, id, instant, named } from '../primitives.js';
import { pageOf } from '../paging.js';
import { occupations } from '../volunteers/schemas.js';

/** Parts of the score, each between 0 and 1 before its weight; `connections`, a logarithm, passes 1 where far more signed up than there are places; `reliability` is shown of nobody. */
export const scoreParts = ['topic', 'audience', 'availability', 'travel', 'wish', 'growth', 'need', 'rural', 'first_service', 'connections', 'load', 'reliability'] as const;
/** A part of the score. */
export type ScorePart = (typeof scoreParts)[number];
/** Why somebody cannot have a place. Each has a sentence and a remedy in the labels, under `matching.blocks` and `matching.remedies`. */
export const blockCodes = ['frozen', 'minor_danger', 'minor_not_taken', 'minor_too_young', 'minor_no_guardian', 'minor_hours', 'minor_late', 'age', 'occupation', 'credential_missing', 'credential_unconfirmed', 'credential_expired', 'pool', 'paused', 'absent', 'overlap', 'travel_between', 'too_many_hours', 'rest', 'monthly_hours', 'started', 'not_open', 'island', 'mountain', 'too_far'] as const;
/** Why somebody cannot have a place. */
export type BlockCode = (typeof blockCodes)[number];
/** What is said for or against, each equal to a part of the score that was really used; sentences under `matching.reasons`. */
export const reasonCodes = [
  'topic_same', 'topic_near', 'audience_fits', 'time_fits', 'same_county', 'near', 'far', 'wished', 'something_new', 'short_of_people', 'rural', 'first_service', 'many_asked', 'served_much',
] as const;
/** What is said for or against. */
export type ReasonCode = (typeof reasonCodes)[number];

const params = z.record(z.string(), z.union([z.string(), z.number()]));
/** A part of a score: `points` = `value` × `weight`, which is negative for `connections` and `load`. */
export const scored = z.object({ part: z.enum(scoreParts), value: z.number(), weight: z.number(), points: z.number() }).meta({ id: 'ScoredPart' });
/** A reason in words, with the part of the score that it stands for. */
export const reason = z.object({ code: z.enum(reasonCodes), part: z.enum(scoreParts), points: z.number(), params }).meta({ id: 'Reason' });
/** A reason in words. */
export type Reason = z.output<typeof reason>;
/** Why not, and what would help. */
export const block = z.object({ code: z.enum(blockCodes), params }).meta({ id: 'Block' });
/** Why not, and what would help. */
export type Block = z.output<typeof block>;

/** A suggestion: at most three reasons for it, and one against. */
export const recommendation = z.object({
  activity: activityRow, shift: shift.omit({ positions: true }), position, score: z.number(), parts: z.array(scored), reasons: z.array(reason), against: reason.nullable(),
}).meta({ id: 'Recommendation' });
/** A suggestion. */
export type Recommendation = z.output<typeof recommendation>;
/** Suggestions. `personal` is false where the person has switched personal features off: then the nearest days stand first. */
export const recommendations = pageOf(recommendation).extend({ personal: z.boolean(), weights: z.int().describe('version') }).meta({ id: 'Recommendations' });

/** Somebody who could have a position: `blocks` is empty for those who may. */
export const candidate = z.object({
  volunteer: z.object({ id, name: z.string(), number: z.string(), occupation: z.enum(occupations), unit: named.nullable(), countyName: z.string() }), signup: z.object({ id, state: z.enum(signupStates), version: z.int(), queue: z.int().nullable() }).nullable(),
  score: z.number(), parts: z.array(scored), reasons: z.array(reason), against: reason.nullable(), blocks: z.array(block), services: z.int(), lastServedAt: instant.nullable(),
}).meta({ id: 'Candidate' });
/** Somebody who could have a position. */
export type Candidate = z.output<typeof candidate>;
/** `signedUp`: only those who signed up. */
export const candidateQuery = z.strictObject({ signedUp: z.enum(['true', 'false']).transform((value) => value === 'true').optional(), perPage: z.coerce.number().int().min(1).max(200).default(25), page: z.coerce.number().int().min(1).max(1000).default(1) });
/** Candidates, best first. */
export const candidates = pageOf(candidate).extend({ weights: z.int().describe('version') }).meta({ id: 'Candidates' });

/** What a unit could ask otherwise; sentences under `admin.signups.changes`. */
export const changeCodes = ['without_credential', 'without_credentials', 'credentials_seen', 'without_pools', 'any_occupation', 'any_age', 'with_minors', 'on_day'] as const;
/** What a unit could ask otherwise. */
export type ChangeCode = (typeof changeCodes)[number];
const supply = { may: z.int().describe('how many may have the position'), free: z.int().describe('how many of them said that they are free then') };
/** How many could have a position, and what single changes would bring: at most four, the best first, and none that brings nobody. */
export const whatIf = z.object({
  now: z.object(supply), changes: z.array(z.object({ code: z.enum(changeCodes), kind: named.nullable().describe('the certificate'), day: day.nullable().describe('another day of the same week, at the same hours'), ...supply })),
}).meta({ id: 'WhatIf' });
/** What single changes would bring. */
export type WhatIf = z.output<typeof whatIf>;

const weight = z.number().min(0).max(1);
const weightFields = Object.fromEntries(scoreParts.map((part) => [part, weight])) as Record<ScorePart, typeof weight>;
/** A version of the weights. */
export const weights = z.object({ version: z.int(), weights: z.object(weightFields), note: z.string(), createdAt: instant, createdBy: z.string().nullable() }).meta({ id: 'MatchingWeights' });
/** A version of the weights. */
export type Weights = z.output<typeof weights>;
/** The weights in force and since when, without who set them: the principle of a ranking is published (算法推荐管理规定 16). */
export const matchingPrinciple = weights.pick({ version: true, weights: true }).extend({ since: instant }).meta({ id: 'MatchingPrinciple' });
/** The weights in force. */
export type MatchingPrinciple = z.output<typeof matchingPrinciple>;
/** New weights; the old ones stay readable. */
export const weightsInput = z.strictObject({ weights: z.strictObject(weightFields), note: z.string().trim().min(1).max(500) }).meta({ id: 'MatchingWeightsInput' });
