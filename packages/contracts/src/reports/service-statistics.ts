import { z } from 'zod';
import { orderStates } from '../orders/schemas.js';
import { pageOf } from '../paging.js';
import { day, divisionCode, id, named } from '../primitives.js';
import { defineRoute } from '../route.js';

const year = z.string().regex(/^\d{4}$/).transform(Number).pipe(z.int().min(2020).max(2100));
const place = z.object({ code: divisionCode, name: z.string() });
const window = { page: z.coerce.number().int().min(1).max(100_000).default(1), perPage: z.coerce.number().int().min(1).max(200).default(50) };
/** Which pool and year. */
export const talentStatisticsQuery = z.strictObject({ poolId: id, year });
/** The records behind a number of it: of one lecturer, or of one county; all without either. */
export const talentRecordQuery = z.strictObject({ poolId: id, year, lecturerId: id.optional(), countyCode: divisionCode.optional(), ...window });
const orderSums = { orders: z.int().describe('orders of the year'), done: z.int().describe('that were held'), people: z.int().describe('who came, as counted at the close'), minutes: z.int().describe('of both ledgers, of the lecturer') };
/** What the lecturers of a pool did in a year (讲师团年度服务统计): each number is a sum of orders that `listTalentRecords` answers. */
export const talentStatistics = z.object({
  pool: named, year: z.int(), asOf: day, totals: z.object({ lecturers: z.int(), talks: z.int(), unfilled: z.int(), ...orderSums }),
  lecturers: z.array(z.object({ person: named, unit: named.nullable(), county: place, fromDay: day, toDay: day.nullable(), number: z.string().nullable(), talks: z.int().describe('on the menu'), ...orderSums })),
  counties: z.array(z.object({ county: place, unfilled: z.int(), ...orderSums })), talks: z.array(z.object({ id, title: z.string(), lecturer: named, length: z.int().describe('minutes'), orders: z.int(), done: z.int(), people: z.int() })),
}).meta({ id: 'TalentStatistics' });
/** What the lecturers of a pool did in a year. */
export type TalentStatistics = z.output<typeof talentStatistics>;
/** An order as the proof of a number. */
export const talentRecord = z.object({ id, number: z.string(), day, state: z.enum(orderStates), county: place, placeName: z.string(), lecturer: named.nullable(), talk: z.object({ id, title: z.string() }).nullable(), people: z.int(), minutes: z.int() }).meta({ id: 'TalentRecord' });
/** An order as the proof of a number. */
export type TalentRecord = z.output<typeof talentRecord>;

/** Parts of a year that volunteers are reported for. */
export const statisticsHalves = ['year', 'first', 'second'] as const;
/** By what volunteers are counted. */
export const statisticsBy = ['county', 'unit', 'occupation', 'ageBand'] as const;
/** By what volunteers are counted. */
export type StatisticsBy = (typeof statisticsBy)[number];
/** Which part of which year. */
export const volunteerStatisticsQuery = z.strictObject({ year, half: z.enum(statisticsHalves).default('year') });
/** The records behind a number of it: of one part of one table, or of one person. */
export const volunteerRecordQuery = z.strictObject({ year, half: z.enum(statisticsHalves).default('year'), by: z.enum(statisticsBy).optional(), key: z.string().regex(/^[\w+-]{1,40}$/).optional(), volunteerId: id.optional(), ...window });
const sums = { registered: z.int().describe('at the end of the time'), joined: z.int().describe('in the time'), served: z.int().describe('people who served'), services: z.int(), minutes: z.int().describe('of the ledger of volunteer hours') };
/** Volunteers within reach and what they served (科技志愿者统计表), and who served longest (服务时长排行); each number is a sum of records that `listVolunteerStatisticsRecords` answers. Minors are counted and not named. */
export const volunteerStatistics = z.object({
  year: z.int(), half: z.enum(statisticsHalves), from: day, to: day, asOf: day, totals: z.object(sums), tables: z.array(z.object({ by: z.enum(statisticsBy), rows: z.array(z.object({ key: z.string(), name: z.string().nullable().describe('null where a label of the key says it'), ...sums })) })),
  certificates: z.array(z.object({ unit: named, issued: z.int() })).describe('proofs of service issued in the time, by the unit that proves'),
  longest: z.array(z.object({ place: z.int(), person: named, number: z.string(), unit: named.nullable(), county: place, services: z.int(), minutes: z.int() })),
}).meta({ id: 'VolunteerStatistics' });
/** Volunteers within reach and what they served. */
export type VolunteerStatistics = z.output<typeof volunteerStatistics>;
/** A line of the ledger as the proof of a number. */
export const volunteerStatisticsRecord = z.object({ id, day, activity: named, volunteer: z.object({ id, name: z.string(), number: z.string() }).nullable().describe('null for a minor'), unit: z.string().nullable(), county: z.string(), minutes: z.int() }).meta({ id: 'VolunteerStatisticsRecord' });
/** A line of the ledger as the proof of a number. */
export type VolunteerStatisticsRecord = z.output<typeof volunteerStatisticsRecord>;

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const access = 'volunteer:read';
/** Routes of the yearly statistics of pools and volunteers. */
export const statisticsRoutes = {
  getTalentStatistics: defineRoute('getTalentStatistics', { summary: 'Roster, menu and services of a pool in a year, in figures', access, query: talentStatisticsQuery, response: talentStatistics }),
  exportTalentStatistics: defineRoute('exportTalentStatistics', { summary: 'The same as a workbook, whose figures are formulas over the records in it', access, query: talentStatisticsQuery, file: xlsx }),
  exportTalentStatisticsPaper: defineRoute('exportTalentStatisticsPaper', { summary: 'The same as an official document', access, query: talentStatisticsQuery, file: docx }),
  listTalentRecords: defineRoute('listTalentRecords', { summary: 'The orders behind a number of it', access, query: talentRecordQuery, response: pageOf(talentRecord) }),
  getVolunteerStatistics: defineRoute('getVolunteerStatistics', { summary: 'Volunteers and their service in a year or half a year, in figures', access, query: volunteerStatisticsQuery, response: volunteerStatistics }),
  exportVolunteerStatistics: defineRoute('exportVolunteerStatistics', { summary: 'The same as a workbook', access, query: volunteerStatisticsQuery, file: xlsx }),
  exportVolunteerStatisticsPaper: defineRoute('exportVolunteerStatisticsPaper', { summary: 'The same as an official document', access, query: volunteerStatisticsQuery, file: docx }),
  listVolunteerStatisticsRecords: defineRoute('listVolunteerStatisticsRecords', { summary: 'The lines of the ledger behind a number of it', access, query: volunteerRecordQuery, response: pageOf(volunteerStatisticsRecord) }),
} as const;
