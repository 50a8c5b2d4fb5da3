import { z } from 'zod';
import { consentStates, relations } from '../guardians/schemas.js';
import { lengths } from '../lengths.js';
import { listQuery, pageOf } from '../paging.js';
import { day, divisionCode, flag, id, instant, line, named, version } from '../primitives.js';
import { volunteerFields } from '../volunteers/schemas.js';

/** The largest scan: a class on paper, photographed. */
export const scanMaxBytes = 15 * 1024 * 1024;
/** What a scan may be, by content. */
export const scanTypes = ['application/pdf', 'image/jpeg', 'image/png'] as const;
/** Pupils of one class, and so of one request. */
export const MOST_PUPILS = 60;

/** A class of pupils whom their teacher registers with slips of paper. `code` stands on the slips. */
export const pupilClass = z.object({
  id, name: z.string(), code: z.string(), unit: named, county: z.object({ code: divisionCode, name: z.string() }), teacher: named, own: z.boolean().describe('whether the reader is the teacher'), pupils: z.int(), registered: z.int(), archivedAt: instant.nullable(), createdAt: instant, version,
}).meta({ id: 'PupilClass' });
/** A class of pupils. */
export type PupilClass = z.output<typeof pupilClass>;
/** Filters of the list of classes; those that have ended only where asked for. */
export const pupilClassQuery = listQuery(['name', 'createdAt'], { archived: flag.optional(), unitId: id.optional() });
/** A new class: its teacher is whoever makes it. */
export const pupilClassInput = z.strictObject({ unitId: id, name: line(lengths.name), countyCode: divisionCode.optional().describe('where the pupils live; demanded where the school is a body of the city itself') }).meta({ id: 'PupilClassInput' });
/** Another name, or the class is the own one from now on. */
export const pupilClassChange = z.strictObject({ version, name: line(lengths.name).optional(), takeOver: z.literal(true).optional() }).meta({ id: 'PupilClassChange' });
/** The version that was seen. */
export const classVersion = z.strictObject({ version }).meta({ id: 'ClassVersion' });

/** How a pupil of a roll stands: `adult` is of age, and decides alone; `left` has no account here any more. */
export const pupilStates = ['listed', 'scanned', 'registered', 'adult', 'left'] as const;
const scanPage = z.int().min(1).max(500);
/** A pupil of a roll. Whole names are for those who work at the school; others read the surname, and no birth date. */
export const pupil = z.object({
  id, state: z.enum(pupilStates), name: z.string(), bornOn: day.nullable(), number: z.string().nullable(), guardian: z.object({ name: z.string(), phone: z.string().describe('masked'), relation: z.enum(relations), ownAccount: z.boolean() }).nullable(),
  scan: z.object({ id, page: z.int() }).nullable(), registeredAt: instant.nullable(), version,
}).meta({ id: 'Pupil' });
/** A pupil of a roll. */
export type Pupil = z.output<typeof pupil>;
/** Everybody of a class. */
export const pupils = pageOf(pupil);
/** A pupil, with the guardian as the slip says. */
export const pupilInput = z.strictObject({ name: line(lengths.personName), bornOn: day, guardianName: line(lengths.personName), guardianPhone: volunteerFields.phone, relation: z.enum(relations) }).meta({ id: 'PupilInput' });
/** Pupils to be put on a roll, all or none. */
export const pupilsInput = z.strictObject({ pupils: z.array(pupilInput).min(1).max(MOST_PUPILS) }).meta({ id: 'PupilsInput' });
/** Where a pupil's signed slip is. */
export const pupilSlip = z.strictObject({ version, scanId: id, page: scanPage }).meta({ id: 'PupilSlip' });
/** The versions of the texts that stand on the signed slip. */
export const pupilConfirmation = z.strictObject({ version, consent: line(lengths.code), childConsent: line(lengths.code) }).meta({ id: 'PupilConfirmation' });

/** A scan of signed slips. */
export const classScan = z.object({ id, name: z.string(), type: z.string(), size: z.int(), createdAt: instant, createdBy: z.string(), uses: z.int().describe('slips that rest on it') }).meta({ id: 'ClassScan' });
/** A scan of signed slips. */
export type ClassScan = z.output<typeof classScan>;
/** Scans of a class, newest first. */
export const classScans = pageOf(classScan);

/** The first characters of the hash of a risk text, as they are printed on a slip. */
export const riskCodeOf = (hash: string): string => hash.slice(0, 8).toUpperCase();
/** Signs pupils up whose guardians signed the slip of this activity. `riskCode` stands on the slip; `escort`: the teacher of the class goes along. */
export const classSignupInput = z.strictObject({
  positionId: id, scanId: id, riskCode: z.string().trim().toUpperCase().regex(/^[0-9A-F]{8}$/), escort: z.boolean(), pupils: z.array(z.strictObject({ pupilId: id, page: scanPage, accompanies: z.boolean().describe('whether the guardian comes along') })).min(1).max(MOST_PUPILS),
}).meta({ id: 'ClassSignupInput' });
/** What became of each pupil: signed up, or why not. */
export const classSignupResult = z.object({ data: z.array(z.object({ pupilId: id, code: z.string().nullable(), reason: z.string().nullable() })) }).meta({ id: 'ClassSignupResult' });
/** What became of each pupil. */
export type ClassSignupResult = z.output<typeof classSignupResult>;
/** A guardian's word on paper, on one activity. */
export const slipConsent = z.object({
  id, pupil: named, activity: z.object({ id, title: z.string() }), startsAt: instant.nullable(), state: z.enum(consentStates), accompanies: z.boolean(), escort: z.string().nullable(), signedUp: z.boolean(), scan: z.object({ id, page: z.int() }).nullable(), version,
}).meta({ id: 'SlipConsent' });
/** A guardian's word on paper. */
export type SlipConsent = z.output<typeof slipConsent>;
/** Words on paper of a class, the newest first. */
export const slipConsents = pageOf(slipConsent);
