import { z } from 'zod';
import { signupInput } from '../activities/signups.js';
import { phoneProof } from '../identity/sign-in.js';
import { lengths } from '../lengths.js';
import { day, divisionCode, flag, id, instant, line, named, paragraph, version } from '../primitives.js';
import { listQuery, pageOf } from '../paging.js';
import { occupations, volunteerFields } from '../volunteers/schemas.js';

/** What a guardian is to a child (民法典 27). */
export const relations = ['mother', 'father', 'grandparent', 'sibling', 'other'] as const;
/** What a guardian is to a child. */
export type Relation = (typeof relations)[number];
/** How a guardian came to be one here: by registering the child, by the link that the child passed on, or by a signed slip that the school handed in. */
export const linkMethods = ['registered', 'link', 'slip'] as const;
/** How a guardian came to be one here. */
export type LinkMethod = (typeof linkMethods)[number];

const age = z.int().min(8).max(17);
/** What holds for minors from one age to another, both included. */
export const minorBand = z.strictObject({
  fromAge: age, toAge: age, registersAlone: z.boolean().describe('on the own phone, with a guardian asked after that'), accompanied: z.boolean().describe('serves only together with the guardian'),
  mostMinutes: z.int().min(30).max(480).describe('of service on one day'), latestHour: z.int().min(12).max(22).describe('full hour by which a service is over'),
}).meta({ id: 'MinorBand' });
/** What holds for minors now, and since when. */
export const minorPolicy = z.object({ version: z.int(), bands: z.array(minorBand), since: instant }).meta({ id: 'MinorPolicy' });
/** What holds for minors now. */
export type MinorPolicy = z.output<typeof minorPolicy>;
/** A version of what holds for minors, with who set it and why. */
export const minorPolicyVersion = minorPolicy.extend({ note: z.string(), createdBy: z.string().nullable() }).meta({ id: 'MinorPolicyVersion' });
/** A version of what holds for minors. */
export type MinorPolicyVersion = z.output<typeof minorPolicyVersion>;
/** A new version: the bands in the order of age, without a gap, up to 17. */
export const minorPolicyInput = z.strictObject({ bands: z.array(minorBand).min(1).max(5), note: paragraph(lengths.note) }).meta({ id: 'MinorPolicyInput' });

const password = z.string().min(1).max(lengths.password);
/** An account for a guardian who is no volunteer: the phone is what the child is linked by. */
export const guardianInput = z.strictObject({
  name: line(lengths.personName), bornOn: day, phone: volunteerFields.phone, password, consent: line(lengths.code), phoneProof: phoneProof.optional().describe('demanded where messages can be sent'),
}).meta({ id: 'GuardianInput' });

const guardianBornOn = day.optional().describe('of the guardian: asked for where it is not known, see `ageKnown`; kept once');

/** A child of the own family. `consent` and `childConsent` are the versions of the texts that were read, each agreed to for itself. */
export const childInput = z.strictObject({
  name: line(lengths.personName), bornOn: day, relation: z.enum(relations), occupation: z.enum(occupations).default('pupil'), unitId: id.nullable().default(null), countyCode: divisionCode, topicIds: z.array(id).max(20).default([]),
  availability: volunteerFields.availability.default('0'.repeat(21)), consent: line(lengths.code), childConsent: line(lengths.code), guardianBornOn,
}).meta({ id: 'ChildInput' });
/** A child as its guardian sees it. `until` is the day on which it comes of age: from then on the guardian sees and decides nothing. */
export const child = z.object({
  id, linkId: id, name: z.string(), number: z.string(), bornOn: day, age: z.int(), county: z.object({ code: divisionCode, name: z.string() }), unit: named.nullable(), relation: z.enum(relations), method: z.enum(linkMethods), since: instant, until: day,
  accompanied: z.boolean(), mostMinutes: z.int().nullable(), latestHour: z.int().nullable(), guardians: z.int(), mayEndLink: z.boolean(),
}).meta({ id: 'Child' });
/** A child as its guardian sees it. */
export type Child = z.output<typeof child>;
/** States of a guardian, from the child's side. */
export const guardianStates = ['asked', 'linked', 'declined', 'expired', 'ended'] as const;
/** A guardian as the child sees one. */
export const ownGuardian = z.object({ id, name: z.string().describe('as the child wrote it, or masked'), phone: z.string().nullable().describe('masked'), relation: z.enum(relations), state: z.enum(guardianStates), at: instant }).meta({ id: 'OwnGuardian' });
/** A guardian as the child sees one. */
export type OwnGuardian = z.output<typeof ownGuardian>;
/** The own family: children that one decides for, and, for a minor, who decides with it. */
export const family = z.object({ children: z.array(child), guardians: z.array(ownGuardian), minor: z.object({ needsGuardian: z.boolean(), adultOn: day }).nullable(), ageKnown: z.boolean().describe('whether one has to say when one was born before becoming a guardian') }).meta({ id: 'Family' });
/** The own family. */
export type Family = z.output<typeof family>;

/** Whom a minor asks to be the guardian here. */
export const guardianRequest = z.strictObject({ name: line(lengths.personName), phone: volunteerFields.phone, relation: z.enum(relations) }).meta({ id: 'GuardianRequest' });
/** The link for the guardian, shown this once. `qr` is an SVG. */
export const guardianRequested = z.object({ id, link: z.url(), qr: z.string(), expiresAt: instant }).meta({ id: 'GuardianRequested' });
/** The link for the guardian. */
export type GuardianRequested = z.output<typeof guardianRequested>;
const token = z.string().regex(/^[\w-]{43}$/);
/** The token of a guardian's link. */
export const guardianToken = z.strictObject({ token }).meta({ id: 'GuardianToken' });
/** What the holder of a guardian's link is told before saying yes. */
export const guardianOffer = z.object({
  child: z.string().describe('masked'), countyName: z.string(), name: z.string().describe('of the guardian, as the child wrote it'), relation: z.enum(relations), phone: z.string().describe('masked'), state: z.enum(guardianStates), expiresAt: instant, childConsent: z.string(),
}).meta({ id: 'GuardianOffer' });
/** What the holder of a guardian's link is told. */
export type GuardianOffer = z.output<typeof guardianOffer>;
/** Says yes on the own phone: signed in with the number that the child gave, having read the rules for children's data. */
export const guardianAcceptance = z.strictObject({ token, childConsent: line(lengths.code), guardianBornOn }).meta({ id: 'GuardianAcceptance' });

/** States of a consent to an activity. `changed`: the risk text is another one since. `over`: the activity is over, or the child is of age. */
export const consentStates = ['asked', 'given', 'changed', 'refused', 'withdrawn', 'over'] as const;
/** A guardian's word on one activity, with the text that it is about and its hash. */
export const activityConsent = z.object({
  id, state: z.enum(consentStates), child: named, activity: z.object({ id, title: z.string() }), unit: named, startsAt: instant.nullable(), place: z.string(), countyName: z.string(), position: named.nullable(), risk: z.object({ text: z.string(), hash: z.string(), insurance: z.string() }),
  accompanied: z.boolean().describe('the guardian has to come along'), accompanies: z.boolean().nullable(), askedAt: instant, givenAt: instant.nullable(), withdrawnAt: instant.nullable(), signedUp: z.boolean(), version,
}).meta({ id: 'ActivityConsent' });
/** A guardian's word on one activity. */
export type ActivityConsent = z.output<typeof activityConsent>;
/** Those of the own children, or for a minor the own ones; what waits first. */
export const activityConsentQuery = listQuery(['askedAt'], { waiting: flag.optional() }).omit({ q: true });
/** Words of guardians. */
export const activityConsents = pageOf(activityConsent);
const accompanies = z.boolean().describe('whether the guardian comes along');
const riskHash = z.string().regex(/^[0-9a-f]{64}$/).describe('of the text that was read');
/** A minor asks the guardians about a position. */
export const consentRequest = signupInput.omit({ onDuty: true, companions: true, riskHash: true }).meta({ id: 'ConsentRequest' });
/** A guardian agrees to this activity with this text of its risks. The child is signed up in the same go. */
export const consentGiven = z.strictObject({ version, riskHash, accompanies }).meta({ id: 'ConsentGiven' });
/** A guardian says no, or no longer. The child’s places in the activity that have not begun are left. */
export const consentEnded = z.strictObject({ version }).meta({ id: 'ConsentEnded' });
/** A guardian signs a child up: the consent and the sign-up in one. */
export const childSignup = consentRequest.extend({ childId: id, riskHash, accompanies }).meta({ id: 'ChildSignup' });
/** What the consent to an activity is about. */
export const riskText = z.object({ text: z.string(), hash: z.string(), insurance: z.string(), minors: z.boolean(), dangerous: z.boolean() }).meta({ id: 'RiskText' });
/** What the consent to an activity is about. */
export type RiskText = z.output<typeof riskText>;

/** Whom to call for a child, for whoever leads on the spot, on the day. */
export const emergencyCard = z.object({ child: z.string(), guardians: z.array(z.object({ name: z.string(), relation: z.enum(relations), phone: z.string(), accompanies: z.boolean() })) }).meta({ id: 'EmergencyCard' });
/** Whom to call for a child. */
export type EmergencyCard = z.output<typeof emergencyCard>;
