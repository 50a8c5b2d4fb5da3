import { Injectable } from '@nestjs/common';
import type { talentStatisticsQuery, volunteerStatisticsQuery } from '@kepu/contracts';
import { label, type Locale } from '@kepu/contracts/labels';
import type ExcelJS from 'exceljs';
import type { z } from 'zod';
import type { PersonActor } from '../../../platform/auth/actor.js';
import { Clock } from '../../../platform/clock/index.js';
import { addSheet, bytesOf, inert, workbook } from '../../../platform/sheets/sheet.js';
import { numbered } from '../../plans/index.js';
import { StatisticsTrail, type StatisticsFile } from './statistics-trail.js';
import { partName, wordsIn } from './statistics-words.js';
import { TalentStatisticsService } from './talent-statistics.service.js';
import { VolunteerStatisticsService } from './volunteer-statistics.service.js';

/** A number that says in its cell how it is made; the result stands beside it for programs that do not reckon. */
const made = (formula: string, result: number): ExcelJS.CellFormulaValue => ({ formula, result, date1904: false });

/** The yearly statistics as workbooks: the figures of pools are formulas over the sheet of records, so that whoever opens them sees what each is made of. */
@Injectable()
export class StatisticsSheets {
  constructor(private readonly talents: TalentStatisticsService, private readonly volunteers: VolunteerStatisticsService, private readonly trail: StatisticsTrail, private readonly clock: Clock) {}

  async talent(actor: PersonActor, query: z.output<typeof talentStatisticsQuery>, locale: Locale): Promise<StatisticsFile> {
    const { statistics, records } = await this.talents.of(actor, query);
    const t = wordsIn(locale);
    const title = t('talentTitle', { pool: statistics.pool.name, year: statistics.year });
    const { number, stamp } = numbered(actor, title, this.clock.now(), locale);
    const book = await workbook();
    const head = (...columns: readonly (readonly [string, number])[]) => columns.map(([key, width]) => ({ header: t(key), width }));
    const sums = [['orders', 10], ['done', 10], ['people', 10], ['minutes', 12]] as const;
    const proof = t('records');
    const last = Math.max(2, records.length + 1);
    const range = (column: string): string => `'${proof}'!$${column}$2:$${column}$${last}`;
    /** Sums of the rows whose `column` holds what stands in the cell `of`. */
    const sumCells = (column: string, of: string, { orders, done, people, minutes }: { orders: number; done: number; people: number; minutes: number }) => [
      made(`COUNTIFS(${range(column)},${of})`, orders), made(`SUMIFS(${range('I')},${range(column)},${of})`, done), made(`SUMIFS(${range('J')},${range(column)},${of})`, people), made(`SUMIFS(${range('K')},${range(column)},${of})`, minutes),
    ];
    const roster = addSheet(book, t('roster'), head(['key', 38], ['name', 12], ['unit', 26], ['county', 12], ['from', 12], ['to', 12], ['letter', 24], ['talks', 10], ...sums));
    statistics.lecturers.forEach((row, at) => roster.addRow([row.person.id, inert(row.person.name), inert(row.unit?.name ?? ''), row.county.name, row.fromDay, row.toDay ?? t('open'), inert(row.number ?? ''), row.talks, ...sumCells('B', `$A${at + 2}`, row)]));
    const menu = addSheet(book, t('menu'), head(['key', 38], ['talk', 50], ['name', 12], ['length', 10], ['orders', 10], ['done', 10], ['people', 10]));
    statistics.talks.forEach(({ id, title: name, lecturer, length, ...row }, at) => menu.addRow([id, inert(name), inert(lecturer.name), length, ...sumCells('C', `$A${at + 2}`, { ...row, minutes: 0 }).slice(0, 3)]));
    const services = addSheet(book, t('services'), head(['county', 14], ...sums, ['unfilled', 12]));
    statistics.counties.forEach((row, at) => services.addRow([row.county.name, ...sumCells('E', `$A${at + 2}`, row), made(`COUNTIFS(${range('E')},$A${at + 2},${range('H')},"${label(locale, 'terms.orderStates.unfilled')}")`, row.unfilled)]));
    services.addRow([t('total'), statistics.totals.orders, statistics.totals.done, statistics.totals.people, statistics.totals.minutes, statistics.totals.unfilled]);
    services.addRow([]);
    services.addRow([inert(stamp)]);
    const lines = addSheet(book, proof, head(['order', 16], ['lecturerKey', 38], ['talkKey', 38], ['day', 12], ['county', 14], ['place', 30], ['name', 12], ['state', 14], ['done', 8], ['people', 10], ['minutes', 10]));
    for (const row of records) lines.addRow([row.number, row.lecturer?.id ?? '', row.talk?.id ?? '', row.day, row.county.name, inert(row.placeName), inert(row.lecturer?.name ?? ''), label(locale, `terms.orderStates.${row.state}`), row.state === 'done' || row.state === 'closed' ? 1 : 0, row.people, row.minutes]);
    await this.trail.exported(actor, 'talent_statistics.exported', statistics.pool.id, { number, year: statistics.year, lecturers: statistics.lecturers.length, format: 'xlsx' });
    return { name: `${title}.xlsx`, bytes: await bytesOf(book) };
  }

  async volunteer(actor: PersonActor, query: z.output<typeof volunteerStatisticsQuery>, locale: Locale): Promise<StatisticsFile> {
    const statistics = await this.volunteers.of(actor, query);
    const t = wordsIn(locale);
    const title = t('volunteerTitle', { from: statistics.from, to: statistics.to });
    const { number, stamp } = numbered(actor, title, this.clock.now(), locale);
    const book = await workbook();
    for (const { by, rows } of statistics.tables) {
      const sheet = addSheet(book, t(`by.${by}`), [{ header: t(`by.${by}`), width: 30 }, ...(['registered', 'joined', 'served', 'services', 'volunteerMinutes'] as const).map((key) => ({ header: t(key), width: 14 }))]);
      for (const row of rows) sheet.addRow([inert(partName(by, row, locale)), row.registered, row.joined, row.served, row.services, row.minutes]);
      const sum = (column: string, result: number) => made(`SUM(${column}2:${column}${Math.max(2, rows.length + 1)})`, result);
      const { registered, joined, served, services, minutes } = statistics.totals;
      sheet.addRow([t('total'), sum('B', registered), sum('C', joined), sum('D', served), sum('E', services), sum('F', minutes)]);
      sheet.addRow([]);
      sheet.addRow([inert(stamp)]);
    }
    const proofs = addSheet(book, t('certificates'), [{ header: t('certificateUnit'), width: 30 }, { header: t('issued'), width: 14 }]);
    for (const { unit, issued } of statistics.certificates) proofs.addRow([inert(unit.name), issued]);
    proofs.addRow([t('total'), made(`SUM(B2:B${Math.max(2, statistics.certificates.length + 1)})`, statistics.certificates.reduce((sum, { issued }) => sum + issued, 0))]);
    const ranking = addSheet(book, t('ranking'), [{ header: t('rank'), width: 6 }, { header: t('name'), width: 12 }, { header: t('volunteerNumber'), width: 18 }, { header: t('unit'), width: 28 }, { header: t('county'), width: 14 }, { header: t('services'), width: 10 }, { header: t('volunteerMinutes'), width: 14 }]);
    for (const { place, person, number: own, unit, county, services, minutes } of statistics.longest) ranking.addRow([place, inert(person.name), own, inert(unit?.name ?? ''), county.name, services, minutes]);
    await this.trail.exported(actor, 'volunteer_statistics.exported', 'all', { number, from: statistics.from, to: statistics.to, format: 'xlsx' });
    return { name: `${title}.xlsx`, bytes: await bytesOf(book) };
  }
}
