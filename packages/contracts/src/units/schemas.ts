import { z } from 'zod';
import { lengths } from '../lengths.js';
import { flag, day, divisionCode, id, instant, line, named, paragraph, version } from '../primitives.js';
import { listQuery } from '../paging.js';

/** What a division is. */
export const divisionKinds = ['city', 'county', 'subdistrict', 'town', 'township', 'area'] as const;
/** A city, county or township. `area` is a functional zone that no code list names. */
export const division = z.object({
  code: divisionCode, name: z.string(), kind: z.enum(divisionKinds), parentCode: divisionCode.nullable(), urbanCore: z.boolean(), island: z.boolean(),
  mountain: z.boolean(), openedOn: day.nullable(), closedOn: day.nullable(), successor: z.object({ code: divisionCode, name: z.string() }).nullable(),
  townships: z.int(), version,
}).meta({ id: 'Division' });
/** A city, county or township. */
export type Division = z.output<typeof division>;
const divisionFields = { name: line(lengths.name), urbanCore: z.boolean(), island: z.boolean(), mountain: z.boolean() };
/** A new division below a county or the city. */
export const divisionInput = z.strictObject({
  code: divisionCode, kind: z.enum(divisionKinds), parentCode: divisionCode, ...divisionFields,
  urbanCore: z.boolean().default(false), island: z.boolean().default(false), mountain: z.boolean().default(false), openedOn: day.nullable().default(null),
}).meta({ id: 'DivisionInput' });
/** Changes to a division. */
export const divisionChange = z.strictObject({ version, ...z.object(divisionFields).partial().shape }).meta({ id: 'DivisionChange' });
/** Route parameter of a division. */
export const byCode = z.strictObject({ code: divisionCode });
/** Merge of a division into another one on a day. */
export const divisionMerge = z.strictObject({ successorCode: divisionCode, on: day }).meta({ id: 'DivisionMerge' });
/** Filters of the list of divisions. */
export const divisionQuery = listQuery(['code', 'name'], {
  parentCode: divisionCode.optional(), kind: z.enum(divisionKinds).optional(), open: flag.optional(),
  ids: z.string().max(200 * 10).transform((text) => text.split(',')).pipe(z.array(divisionCode).min(1).max(200)).optional().describe('codes'),
});
/** Minutes between two counties, an estimate that the office edits; the way back takes as long. */
export const travel = z.object({ from: divisionCode, to: divisionCode, minutes: z.int().min(0).max(1440) }).meta({ id: 'Travel' });
/** Minutes between two counties. */
export type Travel = z.output<typeof travel>;
/** The whole matrix of travel. */
export const travelMatrix = z.object({ data: z.array(travel), total: z.int() });
/** One estimate to change. */
export const travelChange = z.strictObject({ from: divisionCode, to: divisionCode, minutes: z.int().min(0).max(1440) }).meta({ id: 'TravelChange' });

/** What a unit is, in the order of protocol. */
export const unitKinds = [
  'party', 'government', 'mass_organisation', 'vertical', 'university', 'institution', 'media', 'county_office', 'township', 'community', 'village',
  'school', 'hospital', 'enterprise', 'society', 'other',
] as const;
/** A body that acts. */
export const unit = z.object({
  id, name: z.string().describe('as papers print it'), fullName: z.string(), aliases: z.array(z.string()), formerNames: z.array(z.object({ name: z.string(), until: day })),
  kind: z.enum(unitKinds), division: z.object({ code: divisionCode, name: z.string() }), parent: named.nullable(), sortNo: z.int(), hostsOffice: z.boolean(),
  openedOn: day.nullable(), closedOn: day.nullable(), successor: named.nullable(), version,
}).meta({ id: 'Unit' });
/** A body that acts. */
export type Unit = z.output<typeof unit>;
const unitFields = {
  fullName: line(lengths.fullName), aliases: z.array(line(lengths.name)).max(20), kind: z.enum(unitKinds), divisionCode, parentId: id.nullable(),
  sortNo: z.int().min(0).max(100_000), hostsOffice: z.boolean(),
};
/** A new unit. */
export const unitInput = z.strictObject({
  name: line(lengths.name), ...unitFields, aliases: unitFields.aliases.default([]), parentId: id.nullable().default(null),
  sortNo: unitFields.sortNo.optional(), hostsOffice: z.boolean().default(false), openedOn: day.nullable().default(null),
}).meta({ id: 'UnitInput' });
/** Changes to a unit. Its name changes by renaming only, so that old papers keep the old one. */
export const unitChange = z.strictObject({ version, ...z.object(unitFields).partial().shape }).meta({ id: 'UnitChange' });
/** A new name from a day on. */
export const unitRename = z.strictObject({ version, name: line(lengths.name), fullName: line(lengths.fullName), on: day }).meta({ id: 'UnitRename' });
/** The last day. */
export const closing = z.strictObject({ version, on: day }).meta({ id: 'Closing' });
/** Merge into a successor, to whom tasks, accounts and history move. */
export const unitMerge = z.strictObject({ version, successorId: id, on: day }).meta({ id: 'UnitMerge' });
/** Filters of the list of units. */
export const unitQuery = listQuery(['sortNo', 'name', 'kind'], {
  kind: z.enum(unitKinds).optional(), divisionCode: divisionCode.optional(), parentId: id.optional(), open: flag.optional(),
});
/** One line of a history. */
export const historyEntry = z.object({
  id, at: instant, actor: named.nullable(), action: z.string(), before: z.record(z.string(), z.unknown()).nullable(), after: z.record(z.string(), z.unknown()).nullable(),
}).meta({ id: 'HistoryEntry' });
/** One line of a history. */
export type HistoryEntry = z.output<typeof historyEntry>;

/** What a term belongs to: topics form a tree of two levels. */
export const termKinds = ['topic', 'audience'] as const;
/** A topic or an audience. */
export const term = z.object({
  id, kind: z.enum(termKinds), name: z.string(), aliases: z.array(z.string()), parent: named.nullable(), sortNo: z.int(), closedOn: day.nullable(), successor: named.nullable(), version,
}).meta({ id: 'Term' });
/** A topic or an audience. */
export type Term = z.output<typeof term>;
const aliases = z.array(line(lengths.name)).max(20);
/** A new term. */
export const termInput = z.strictObject({
  kind: z.enum(termKinds), name: line(lengths.name), aliases: aliases.default([]), parentId: id.nullable().default(null), sortNo: z.int().min(0).max(100_000).optional(),
}).meta({ id: 'TermInput' });
/** Changes to a term. */
export const termChange = z.strictObject({ version, name: line(lengths.name).optional(), aliases: aliases.optional(), parentId: id.nullable().optional(), sortNo: z.int().min(0).max(100_000).optional() }).meta({ id: 'TermChange' });
/** Merge into another row of the same list. */
export const merging = z.strictObject({ version, successorId: id, on: day }).meta({ id: 'Merging' });
/** Filters of the list of terms. */
export const termQuery = listQuery(['sortNo', 'name'], { kind: z.enum(termKinds).optional(), parentId: id.optional(), open: flag.optional() });

/** A set of programmes that papers of certain years use. */
export const programmeSet = z.object({ id, name: z.string(), fromYear: z.int(), toYear: z.int().nullable(), programmes: z.int() }).meta({ id: 'ProgrammeSet' });
/** A set of programmes that papers of certain years use. */
export type ProgrammeSet = z.output<typeof programmeSet>;
/** A new set. */
export const programmeSetInput = z.strictObject({ name: line(lengths.name), fromYear: z.int().min(2000).max(2100), toYear: z.int().min(2000).max(2100).nullable().default(null), copyFromId: id.optional() }).meta({ id: 'ProgrammeSetInput' });
/** 行动 or 工程. */
export const programmeKinds = ['action', 'project'] as const;
/** A programme of a set. */
export const programme = z.object({
  id, set: named, name: z.string(), shortName: z.string(), kind: z.enum(programmeKinds), aliases: z.array(z.string()), sortNo: z.int(), closedOn: day.nullable(),
  successor: named.nullable(), version,
}).meta({ id: 'Programme' });
/** A programme of a set. */
export type Programme = z.output<typeof programme>;
const programmeFields = { name: line(lengths.name), shortName: line(20), kind: z.enum(programmeKinds), aliases: z.array(line(lengths.name)).max(20), sortNo: z.int().min(0).max(100_000) };
/** A new programme. */
export const programmeInput = z.strictObject({ setId: id, ...programmeFields, aliases: programmeFields.aliases.default([]), sortNo: programmeFields.sortNo.optional() }).meta({ id: 'ProgrammeInput' });
/** Changes to a programme. */
export const programmeChange = z.strictObject({ version, ...z.object(programmeFields).partial().shape }).meta({ id: 'ProgrammeChange' });
/** Filters of the list of programmes. */
export const programmeQuery = listQuery(['sortNo', 'name'], { setId: id.optional(), open: flag.optional() });

/** Which programme of another set goes on with one. `version` 0: nobody has said so yet. */
export const programmeMapping = z.object({ from: named, toSet: named, to: named.nullable(), ask: z.boolean().describe('a person chooses item by item; `to` is what is proposed'), note: z.string().nullable(), version: z.int().min(0) }).meta({ id: 'ProgrammeMapping' });
/** Which programme of another set goes on with one. */
export type ProgrammeMapping = z.output<typeof programmeMapping>;
/** From the programmes of one set into another. */
export const programmeMappingQuery = z.strictObject({ fromSetId: id, toSetId: id });
/** Says which programme goes on with one. */
export const programmeMappingChange = z.strictObject({ version: z.int().min(0), toSetId: id, toId: id.nullable(), ask: z.boolean(), note: paragraph(lengths.note).nullable().default(null) }).meta({ id: 'ProgrammeMappingChange' });

/** How a theme day finds its date. */
export const themeDayRule = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('fixed'), month: z.int().min(1).max(12), day: z.int().min(1).max(31) }),
  z.strictObject({ kind: z.literal('month'), month: z.int().min(1).max(12) }),
  z.strictObject({ kind: z.literal('weekday'), month: z.int().min(1).max(12), nth: z.int().min(1).max(5), weekday: z.int().min(0).max(6) }),
  z.strictObject({ kind: z.literal('announced'), dates: z.array(z.strictObject({ from: day, to: day })).max(50) }),
]).meta({ id: 'ThemeDayRule' });
/** A day, week or month with a theme. `next` is its next date as of today, when known. */
export const themeDay = z.object({ id, name: z.string(), aliases: z.array(z.string()), rule: themeDayRule, note: z.string().nullable(), next: z.object({ from: day, to: day }).nullable(), closedOn: day.nullable(), version }).meta({ id: 'ThemeDay' });
/** A day, week or month with a theme. */
export type ThemeDay = z.output<typeof themeDay>;
/** A new theme day. */
export const themeDayInput = z.strictObject({ name: line(lengths.name), aliases: aliases.default([]), rule: themeDayRule, note: paragraph(lengths.note).nullable().default(null) }).meta({ id: 'ThemeDayInput' });
/** Changes to a theme day. */
export const themeDayChange = z.strictObject({ version, name: line(lengths.name).optional(), aliases: aliases.optional(), rule: themeDayRule.optional(), note: paragraph(lengths.note).nullable().optional() }).meta({ id: 'ThemeDayChange' });
/** Filters of the list of theme days. */
export const themeDayQuery = listQuery(['name', 'next'], { open: flag.optional() });

/** A day that differs from its weekday: a holiday, or a weekend that is worked (调休). */
export const workday = z.object({ id, date: day, kind: z.enum(['holiday', 'workday']), name: z.string() }).meta({ id: 'Workday' });
/** A day that differs from its weekday. */
export type Workday = z.output<typeof workday>;
/** A new exception. */
export const workdayInput = z.strictObject({ date: day, kind: z.enum(['holiday', 'workday']), name: line(lengths.name) }).meta({ id: 'WorkdayInput' });
/** Filters of the list of exceptions. */
export const workdayQuery = listQuery(['date'], { year: z.coerce.number().int().min(2000).max(2100).optional() });
