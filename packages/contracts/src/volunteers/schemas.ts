import { z } from 'zod';
import { lengths } from '../lengths.js';
import { day, divisionCode, flag, id, instant, line, named, paragraph, version } from '../primitives.js';
import { phoneProof } from '../identity/sign-in.js';
import { listQuery, pageOf } from '../paging.js';
import { profileFilters } from '../talents/schemas.js';
import { talkLanguages } from '../talents/talks.js';
import { skillLevels } from './levels.js';
import { documentKinds, standings } from './registration.js';

/** What a person does; the order is that of the registration page. */
export const occupations = [
  'teacher', 'medical', 'university_student', 'pupil', 'researcher', 'technology_envoy', 'agronomist', 'village_official', 'employee', 'media_arts', 'retired', 'other',
] as const;
/** What a person does. */
export type Occupation = (typeof occupations)[number];
/** Parts of a day; a week has 7 × 3 of them, Monday morning first. */
export const dayParts = ['morning', 'afternoon', 'evening'] as const;
/** How old a person is, as far as others are told. */
export const ageBands = ['minor', '18-35', '36-59', '60+'] as const;

/** How somebody stands to the yearly question whether they still want to serve. */
export const willingnesses = ['standing', 'asked', 'silent'] as const;
/** Most days away that one profile holds, and the most hours a month that anybody gives. */
export const profileLimits = { absences: 20, hours: 200 } as const;

/** When a person has time: 21 signs, `1` for yes, Monday morning first and Sunday evening last. */
export const availability = z.string().regex(/^[01]{21}$/).describe('21 signs 0 or 1: Monday morning, afternoon, evening, Tuesday …');
/** The longest way that a person goes, in minutes. */
export const travelLimit = z.int().min(15).max(240);
const phone = z.string().trim().regex(/^\+?[\d -]{6,20}$/).max(lengths.phone);

/** Fields of a registration that other forms ask for too. */
export const volunteerFields = { phone, availability };
const wishes = {
  topicIds: z.array(id).max(20), availability, travelLimit, toIslands: z.boolean(), toMountains: z.boolean(), languages: z.array(z.enum(talkLanguages)), monthlyHours: z.int().min(1).max(profileLimits.hours).nullable().describe('the most hours a month, of all service'),
  absences: z.array(z.strictObject({ from: day, to: day })).max(profileLimits.absences).describe('days on which the person is away; both ends count'), recommendationsOff: z.boolean().describe('no personal features in any order'),
};
const person = { name: line(lengths.personName), phone, bornOn: day, occupation: z.enum(occupations), unitId: id.nullable().describe('所在单位'), countyCode: divisionCode };
const skill = z.enum(skillLevels);
const known = z.object({ id, name: z.string(), level: skill });
const defaults = {
  unitId: id.nullable().default(null), topicIds: wishes.topicIds.default([]), availability: availability.default('0'.repeat(21)), travelLimit: travelLimit.default(60),
  toIslands: z.boolean().default(false), toMountains: z.boolean().default(true),
};
/** Registration. `consent` is the version of the privacy text that was read. */
export const volunteerInput = z.strictObject({ ...person, ...defaults, password: z.string().min(1).max(lengths.password), consent: line(lengths.code), phoneProof: phoneProof.optional().describe('demanded where messages can be sent') }).meta({ id: 'VolunteerInput' });
/** Registration by the office or a county for somebody without a phone of the own kind: how and when the person agreed is noted. */
export const volunteerOnBehalfInput = z.strictObject({ ...person, ...defaults, consentNote: paragraph(lengths.note) }).meta({ id: 'VolunteerOnBehalfInput' });
/** Changes to the own profile. The name and the birth date stay: they are what was registered. */
export const volunteerChange = z.strictObject({
  version, ...z.object(wishes).partial().shape, occupation: z.enum(occupations).optional(), unitId: id.nullable().optional(), countyCode: divisionCode.optional(), pausedUntil: day.nullable().optional(),
  skills: z.array(z.strictObject({ topicId: id, level: skill })).max(20).optional().describe('of topics that are followed; the others are followed without practice'),
}).meta({ id: 'VolunteerChange' });

const shared = {
  id, number: z.string().describe('the own volunteer number'), name: z.string(), occupation: z.enum(occupations), unit: named.nullable(), county: z.object({ code: divisionCode, name: z.string() }),
  topics: z.array(known), pausedUntil: day.nullable(), standing: z.enum(standings),
};
/** The own profile. */
export const myVolunteer = z.object({
  ...shared, phone: z.string().nullable().describe('masked'), bornOn: day, ...wishes, topicIds: z.array(id), pools: z.array(named), realName: z.boolean().describe('the own number was given'), willingness: z.enum(willingnesses), registeredAt: instant, version,
}).meta({ id: 'MyVolunteer' });
/** The own profile. */
export type MyVolunteer = z.output<typeof myVolunteer>;
/** A volunteer as staff see one: no contact, no birth date. */
export const volunteer = z.object({
  ...shared, realName: z.enum(documentKinds).nullable().describe('by which document'), ageBand: z.enum(ageBands), availability, languages: wishes.languages, monthlyHours: wishes.monthlyHours, absences: wishes.absences.describe('that are not over'), willingness: z.enum(willingnesses), pools: z.array(named), registeredAt: instant, onBehalf: z.object({ by: z.string(), note: z.string() }).nullable(), services: z.int(), minutes: z.int(), version,
}).meta({ id: 'Volunteer' });
/** A volunteer as staff see one. */
export type Volunteer = z.output<typeof volunteer>;
/** What narrows a list of volunteers. */
export const volunteerFilters = {
  occupation: z.enum(occupations).optional(), unitId: id.optional(), countyCode: divisionCode.optional(), ...profileFilters, poolId: id.optional(), kindId: id.optional().describe('holds a certificate of the kind, seen and in force today'), standing: z.enum(standings).optional(), willingness: z.enum(willingnesses).optional(),
};
/** Filters of the list of volunteers. */
export const volunteerQuery = listQuery(['name', 'registeredAt', 'minutes'], {
  ...volunteerFilters, active: flag.optional(),
});

/** Where a person can belong to: schools, hospitals, universities, enterprises, societies, and the member units themselves. */
export const affiliation = z.object({ id, name: z.string(), parentName: z.string().nullable(), countyName: z.string() }).meta({ id: 'Affiliation' });
/** Where a person can belong to. */
export type Affiliation = z.output<typeof affiliation>;
/** `q` also by pinyin and its initials; at most 20 are answered. */
export const affiliationQuery = z.strictObject({ q: z.string().trim().min(1).max(lengths.q) });
/** Found units. */
export const affiliations = pageOf(affiliation);

const counted = z.object({ id, name: z.string() });
/** What public pages choose from. */
export const publicDictionary = z.object({
  cityName: z.string(), today: day, counties: z.array(z.object({ code: divisionCode, name: z.string(), island: z.boolean(), mountain: z.boolean() })),
  topics: z.array(counted.extend({ children: z.array(counted) })), audiences: z.array(counted), consentVersion: z.string(),
}).meta({ id: 'PublicDictionary' });
/** What public pages choose from. */
export type PublicDictionary = z.output<typeof publicDictionary>;
