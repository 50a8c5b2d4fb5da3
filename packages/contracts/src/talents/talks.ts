import { z } from 'zod';
import { lengths } from '../lengths.js';
import { day, divisionCode, flag, id, instant, line, named, paragraph, version } from '../primitives.js';
import { listQuery, pageOf } from '../paging.js';

/** States of a talk: being written, waits for whoever keeps the pool, given back, on the menu, taken off it. */
export const talkStates = ['draft', 'submitted', 'returned', 'published', 'withdrawn'] as const;
/** What a talk can be given in. */
export const talkLanguages = ['mandarin', 'wenzhou', 'english'] as const;
/** What a talk can be given in. */
export type TalkLanguage = (typeof talkLanguages)[number];
/** What a room has to offer. */
export const talkEquipment = ['projector', 'microphone', 'computer', 'network', 'tables', 'power', 'open_air'] as const;
/** Why a published talk stands on no menu today: the pool has none, the term does not run, or it is held. */
export const talkHidings = ['pool', 'term', 'suspended'] as const;
/** Longest and most of what a talk may hold. Minutes; `each` for one lecturer. */
export const talkLimits = { summary: 1000, shortest: 10, longest: 240, topics: 3, audiences: 8, people: 5000, each: 30 } as const;

const minutes = z.int().min(talkLimits.shortest).max(talkLimits.longest);
const month = z.int().min(1).max(12);
const about = {
  title: z.string(), summary: z.string(), topics: z.array(named), audiences: z.array(named), minutes: z.int(), mostPeople: z.int().nullable().describe('how many it is good for'), equipment: z.array(z.enum(talkEquipment)), needs: z.string().nullable().describe('what else it takes'),
  languages: z.array(z.enum(talkLanguages)), months: z.array(z.int()).describe('1 to 12; empty for the whole year'),
};
const rating = z.object({ average: z.number().describe('of 5, to one decimal'), count: z.int() });
/** How a talk was rated. */
export type TalkRating = z.output<typeof rating>;
/** A talk as anybody reads the menu. The lecturer by name only where the pool and the lecturer agree; ratings only where the pool shows them. */
export const publicTalk = z.object({ id, pool: named, ...about, lecturer: z.object({ name: z.string(), unit: z.string().nullable() }).nullable(), rating: rating.nullable() }).meta({ id: 'PublicTalk' });
/** A talk as anybody reads the menu. */
export type PublicTalk = z.output<typeof publicTalk>;
/** Filters of the menu. `longest`: takes so many minutes at most. `month`: can be had then. */
export const publicTalkQuery = listQuery(['topic', 'minutes', 'publishedAt'], {
  poolId: id.optional(), topicId: id.optional().describe('with those below it'), audienceId: id.optional(), language: z.enum(talkLanguages).optional(), longest: z.coerce.number().int().min(talkLimits.shortest).max(talkLimits.longest).optional(), month: z.coerce.number().int().min(1).max(12).optional(),
});

const standing = { state: z.enum(talkStates), onMenu: z.boolean().describe('to be read by anybody today'), hidden: z.enum(talkHidings).nullable(), nameShown: z.boolean().describe('the lecturer agrees to be named'), returned: z.object({ reason: z.string(), at: instant }).nullable(), withdrawn: z.object({ reason: z.string().nullable(), at: instant }).nullable(), publishedAt: instant.nullable(), updatedAt: instant, version };
/** An own talk. `namesShown`: the pool names lecturers who agree. */
export const myTalk = z.object({ id, pool: named, ...about, ...standing, namesShown: z.boolean() }).meta({ id: 'MyTalk' });
/** An own talk. */
export type MyTalk = z.output<typeof myTalk>;
/** The own talks, and the pools for whose menu one may write. */
export const myTalks = z.object({ data: z.array(myTalk), pools: z.array(z.object({ id, name: z.string(), namesShown: z.boolean() })) }).meta({ id: 'MyTalks' });
/** The own talks. */
export type MyTalks = z.output<typeof myTalks>;
/** A talk as staff see it. Ratings for whoever keeps the pool. */
export const talk = z.object({
  id, pool: named, ...about, ...standing, lecturer: named, unit: named.nullable(), county: z.object({ code: divisionCode, name: z.string() }).nullable(), byStaff: z.boolean(), submittedAt: instant.nullable(), publishedBy: z.string().nullable(), rating: rating.nullable(),
  may: z.object({ write: z.boolean(), publish: z.boolean() }),
}).meta({ id: 'Talk' });
/** A talk as staff see it. */
export type Talk = z.output<typeof talk>;
/** Filters of the list of staff. `waiting`: what the reader is to publish. */
export const talkQuery = listQuery(['updatedAt', 'title', 'lecturerName'], {
  poolId: id.optional(), lecturerId: id.optional(), unitId: id.optional(), topicId: id.optional(), audienceId: id.optional(), language: z.enum(talkLanguages).optional(), state: z.enum(talkStates).optional(), onMenu: flag.optional(), waiting: flag.optional(),
});

const fields = {
  title: line(lengths.title), summary: paragraph(talkLimits.summary), topicIds: z.array(id).min(1).max(talkLimits.topics), audienceIds: z.array(id).min(1).max(talkLimits.audiences), minutes, mostPeople: z.int().min(1).max(talkLimits.people).nullable(), equipment: z.array(z.enum(talkEquipment)).max(talkEquipment.length), needs: paragraph(lengths.note).nullable(),
  languages: z.array(z.enum(talkLanguages)).min(1).max(talkLanguages.length), months: z.array(month).max(12),
};
const defaults = { mostPeople: fields.mostPeople.default(null), equipment: fields.equipment.default([]), needs: fields.needs.default(null), languages: fields.languages.default(['mandarin']), months: fields.months.default([]) };
const nameShown = z.boolean().describe('agrees to be named where the pool names lecturers');
/** A talk that a lecturer writes. */
export const myTalkInput = z.strictObject({ poolId: id, ...fields, ...defaults, nameShown: nameShown.default(false) }).meta({ id: 'MyTalkInput' });
/** Changes by the lecturer. One on the menu leaves it until it is published again; the consent to be named holds at once. */
export const myTalkChange = z.strictObject({ version, ...z.object({ ...fields, nameShown }).partial().shape }).meta({ id: 'MyTalkChange' });
/** A talk that staff write for a lecturer. Whether the lecturer is named is theirs to say. */
export const talkInput = z.strictObject({ poolId: id, lecturerId: id, ...fields, ...defaults }).meta({ id: 'TalkInput' });
/** Corrections by staff: what stands on the menu stays there. */
export const talkChange = z.strictObject({ version, ...z.object(fields).partial().shape }).meta({ id: 'TalkChange' });
/** Which talk; none for the whole menu. */
export const talkShareQuery = z.strictObject({ talkId: id.optional() });
/** A page of the menu. */
export const publicTalks = pageOf(publicTalk).extend({ asOf: day });
/** A page of the menu. */
export type PublicTalks = z.output<typeof publicTalks>;
