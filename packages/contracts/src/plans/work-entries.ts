import { z } from 'zod';
import { file, fileIds } from '../files/schemas.js';
import { lengths } from '../lengths.js';
import { day, divisionCode, id, instant, line, named, paragraph, version } from '../primitives.js';
import { listQuery } from '../paging.js';

/** Kinds of proven work that is no volunteer activity: 培训班, 报刊广播电视和网络传播, 作品产品, 场馆基地, 竞赛, 会议文件, and a number reported by hand. */
export const workEntryKinds = ['training', 'publication', 'work', 'venue', 'competition', 'document', 'figure'] as const;
/** A kind of work entry. */
export type WorkEntryKind = (typeof workEntryKinds)[number];
/** States of a work entry. */
export const workEntryStates = ['draft', 'submitted', 'accepted', 'revoked'] as const;

/** One round or award of a competition. */
const competitionRow = z.strictObject({ stage: line(lengths.name), entries: z.int().min(0).max(10_000_000), awards: z.string().trim().max(lengths.remark) });
/** What only some kinds have: days and roster of a training course, channel and reach of a publication, rounds of a competition. */
const details = z.strictObject({
  days: z.int().min(1).max(366).optional(), rosterFileId: id.optional(), channel: line(lengths.name).optional(), reach: z.int().min(0).max(2_000_000_000).optional(), link: z.url().max(lengths.title).optional(),
  rounds: z.array(competitionRow).max(50).optional(), level: line(lengths.name).optional(), docNumber: line(lengths.docNumber).optional(), basis: paragraph(lengths.note).optional(),
});
/** What only some kinds have. */
export type WorkEntryDetails = z.output<typeof details>;

/** One proven piece of work. `quantity` is person-times of a training course, else how many. */
export const workEntry = z.object({
  id, unit: named, kind: z.enum(workEntryKinds), title: z.string(), quantity: z.int(), unitOfMeasure: z.string(), fromDay: day, toDay: day, division: z.object({ code: divisionCode, name: z.string() }).nullable(),
  place: z.string().nullable(), text: z.string().nullable(), details, files: z.array(file), serves: z.array(z.object({ itemId: id, text: z.string(), measureId: id.nullable(), measureName: z.string().nullable() })),
  state: z.enum(workEntryStates), returned: z.object({ reason: z.string(), by: z.string(), at: instant }).nullable(), submittedAt: instant.nullable(), submittedBy: z.string().nullable(),
  checkedAt: instant.nullable(), checkedBy: z.string().nullable(), revokedReason: z.string().nullable(), createdAt: instant, createdBy: z.string(), version,
}).meta({ id: 'WorkEntry' });
/** One proven piece of work. */
export type WorkEntry = z.output<typeof workEntry>;
/** What a piece of work serves: an item, and one of its measures where the work proves just that one. */
const serving = z.strictObject({ itemId: id, measureId: id.nullable().default(null) });
const fields = {
  title: line(lengths.title), quantity: z.int().min(1).max(100_000_000), unitOfMeasure: line(lengths.unitOfMeasure), fromDay: day, toDay: day, divisionCode: divisionCode.nullable(), place: line(lengths.place).nullable(),
  text: paragraph(lengths.text).nullable(), details, fileIds, serves: z.array(serving).min(1).max(20),
};
const order = (value: { fromDay?: string | undefined; toDay?: string | undefined }) => value.fromDay === undefined || value.toDay === undefined || value.fromDay <= value.toDay;
/** A new piece of work, kept as a draft. `unitId`: the unit that did it. */
export const workEntryInput = z.strictObject({
  unitId: id, kind: z.enum(workEntryKinds), ...fields, divisionCode: divisionCode.nullable().default(null), place: fields.place.default(null), text: fields.text.default(null), details: details.default({}), fileIds: fileIds.default([]),
}).refine(order, { path: ['toDay'], message: 'order' }).meta({ id: 'WorkEntryInput' });
/** Changes to a draft. */
export const workEntryChange = z.strictObject({ version, ...z.object(fields).partial().shape }).refine(order, { path: ['toDay'], message: 'order' }).meta({ id: 'WorkEntryChange' });
/** Filters of the list of work entries. */
export const workEntryQuery = listQuery(['fromDay', 'createdAt', 'quantity', 'title'], {
  planId: id.optional(), itemId: id.optional(), unitId: id.optional(), kind: z.enum(workEntryKinds).optional(), state: z.enum(workEntryStates).optional(), from: day.optional(), to: day.optional(),
});
