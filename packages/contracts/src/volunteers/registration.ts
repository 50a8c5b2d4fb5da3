import { z } from 'zod';
import { lengths } from '../lengths.js';
import { byId, day, id, instant, paragraph } from '../primitives.js';
import { defineRoute } from '../route.js';

/** Documents that say who somebody is: cards with the 18-digit number (of residents, of people from Hong Kong, Macao and Taiwan, of permanent residents), and passports, which only staff enter who saw one. */
export const documentKinds = ['id_card', 'passport'] as const;
/** A document that says who somebody is. */
export type DocumentKind = (typeof documentKinds)[number];
/** Standing of a registration: 正常, 已冻结, 已作废. */
export const standings = ['good', 'frozen', 'void'] as const;
/** Steps between them; `suspend` is the system's own, for age. */
export const standingActions = ['freeze', 'suspend', 'unfreeze', 'void'] as const;

const number = z.string().trim().min(1).max(40).describe('never answered in full, not even to its owner');
/** The own number, given once. */
export const realNameInput = z.strictObject({ number }).meta({ id: 'RealNameInput' });
/** The number of somebody who showed the document: how it was seen is noted. `replaces` corrects one that stands already; `bornOn` is what a passport says. */
export const realNameOnBehalf = z.strictObject({ kind: z.enum(documentKinds), number, bornOn: day.nullable().default(null), seen: paragraph(lengths.note), replaces: z.boolean().default(false) }).meta({ id: 'RealNameOnBehalf' });
/** Whether somebody has given a number. `masked` shows its end. */
export const realName = z.object({ given: z.boolean(), kind: z.enum(documentKinds).nullable(), masked: z.string().nullable(), givenAt: instant.nullable(), byStaff: z.boolean(), bornOn: day, standing: z.enum(standings) }).meta({ id: 'RealName' });
/** Whether somebody has given a number. */
export type RealName = z.output<typeof realName>;
/** The same after giving it; `corrected`: the birth date that was registered was another one. */
export const realNameGiven = realName.extend({ corrected: z.boolean() }).meta({ id: 'RealNameGiven' });
/** The same after giving it. */
export type RealNameGiven = z.output<typeof realNameGiven>;

/** What hangs on a registration and goes with it: places ahead, terms in pools, records of the ledgers that stand and their minutes. */
export const dependents = z.object({ places: z.int(), terms: z.int(), records: z.int(), minutes: z.int() });
/** What hangs on a registration. */
export type Dependents = z.output<typeof dependents>;
/** The standing of a registration with its history, newest first. `number`: the end of the number that was given. */
export const registration = z.object({
  standing: z.enum(standings), acts: z.array(z.object({ id, action: z.enum(standingActions), note: z.string(), by: z.string().nullable(), at: instant })), dependents, realName: realName.omit({ standing: true, bornOn: true }),
}).meta({ id: 'Registration' });
/** The standing of a registration with its history. */
export type Registration = z.output<typeof registration>;
/** A step, with the reason that the person is told. */
export const standingStep = z.strictObject({ reason: paragraph(lengths.note) }).meta({ id: 'StandingStep' });

const refusals = ['real_name.given', 'real_name.taken', 'rate.limited', 'volunteer.void'] as const;
const steps = ['lifecycle.not_allowed'] as const;

/** Who somebody is, and whether their registration holds. Writes of numbers are not repeatable: no answer about one is kept. */
export const registrationRoutes = {
  getMyRealName: defineRoute('getMyRealName', { summary: 'Whether the own real name was given', access: 'signed-in', response: realName, errors: ['volunteer.required'] }),
  giveMyRealName: defineRoute('giveMyRealName', { summary: 'Give the own number, once', access: 'signed-in', body: realNameInput, response: realNameGiven, errors: ['volunteer.required', ...refusals] }),
  giveRealName: defineRoute('giveRealName', { summary: 'Enter or correct the number of somebody whose document was seen', access: 'volunteer:register', params: byId, body: realNameOnBehalf, response: registration, errors: refusals }),
  getRegistration: defineRoute('getRegistration', { summary: 'The standing of a registration, its history, and what hangs on it', access: 'volunteer:freeze', params: byId, response: registration }),
  freezeVolunteer: defineRoute('freezeVolunteer', { summary: 'Freeze a registration: no new sign-ups, no hours', access: 'volunteer:freeze', params: byId, body: standingStep, response: registration, errors: steps }),
  unfreezeVolunteer: defineRoute('unfreezeVolunteer', { summary: 'Unfreeze a registration', access: 'volunteer:freeze', params: byId, body: standingStep, response: registration, errors: steps }),
  voidVolunteer: defineRoute('voidVolunteer', { summary: 'Make a false registration void, with all that hangs on it; for good', access: 'volunteer:freeze', params: byId, body: standingStep, response: registration, errors: [...steps, 'account.holds_rights'] }),
} as const;
