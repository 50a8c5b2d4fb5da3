import { Injectable } from '@nestjs/common';
import type { talentStatisticsQuery, volunteerStatisticsQuery } from '@kepu/contracts';
import { label } from '@kepu/contracts/labels';
import type { z } from 'zod';
import type { PersonActor } from '../../../platform/auth/actor.js';
import { Clock } from '../../../platform/clock/index.js';
import { longDay, officialDocument, type DocumentColumn, type DocumentPart, type DocumentSection } from '../../../platform/documents/official-document.js';
import { numbered } from '../../plans/index.js';
import { StatisticsTrail, type StatisticsFile } from './statistics-trail.js';
import { partName, wordsIn } from './statistics-words.js';
import { TalentStatisticsService } from './talent-statistics.service.js';
import { VolunteerStatisticsService } from './volunteer-statistics.service.js';

// A paper is in the language of the office, whoever saves it.
const PAPER = 'zh-CN';
const t = wordsIn(PAPER);
const row = (...cells: readonly (string | number | null)[]) => cells.map((text) => ({ paragraphs: [String(text ?? '')], rows: 1 }));
/** Columns by the key of their heading and their share of the width; numbers stand in the middle. */
const columns = (words: readonly (readonly [string, number])[], numbers: readonly string[], share = 8): DocumentColumn[] => [...words.map(([heading, width]) => ({ heading: t(heading), share: width })), ...numbers.map((heading) => ({ heading: t(heading), share, centred: true }))];
const across = (title: string, table: DocumentPart, ...notes: DocumentPart[]): DocumentSection => ({ page: 'across', parts: [{ kind: 'tableTitle', text: title }, table, ...notes] });

/** The yearly statistics as papers: what they come to in words, then the tables. The figures are those of the pages and of the workbooks. */
@Injectable()
export class StatisticsPapers {
  constructor(private readonly talents: TalentStatisticsService, private readonly volunteers: VolunteerStatisticsService, private readonly trail: StatisticsTrail, private readonly clock: Clock) {}

  /** Errors: `resource.not_found`. */
  async talent(actor: PersonActor, query: z.output<typeof talentStatisticsQuery>): Promise<StatisticsFile> {
    const { statistics: { pool, year, asOf, totals, lecturers, talks, counties } } = await this.talents.of(actor, query);
    const title = t('talentTitle', { pool: pool.name, year });
    const { number, stamp } = numbered(actor, title, this.clock.now(), PAPER);
    const served = ['orders', 'done', 'people', 'minutes'] as const;
    const bytes = await officialDocument(title, [
      { page: 'upright', parts: [
        { kind: 'title', text: title }, { kind: 'subtitle', text: t('paperAsOf', { day: longDay(asOf) }) },
        { kind: 'body', text: t('talentPaper', { year, pool: pool.name, ...totals }) }, { kind: 'text', text: t('talentPaperBasis') },
      ] },
      across(t('roster'), { kind: 'table', columns: columns([['name', 9], ['unit', 22], ['county', 10], ['from', 12], ['to', 12], ['letter', 18]], ['talks', ...served], 7), rows: lecturers.map(({ person, unit, county, fromDay, toDay, number: letter, talks: own, ...sums }) => row(person.name, unit?.name ?? '', county.name, fromDay, toDay ?? t('open'), letter, own, ...served.map((key) => sums[key]))) }),
      across(t('menu'), { kind: 'table', columns: columns([['talk', 40], ['name', 10]], ['length', 'orders', 'done', 'people']), rows: talks.map(({ title: name, lecturer, length, orders, done, people }) => row(name, lecturer.name, length, orders, done, people)) }),
      across(t('services'), { kind: 'table', columns: columns([['county', 20]], [...served, 'unfilled'], 12), rows: [...counties.map(({ county, unfilled, ...sums }) => row(county.name, ...served.map((key) => sums[key]), unfilled)), row(t('total'), ...served.map((key) => totals[key]), totals.unfilled)] }, { kind: 'note', text: stamp }),
    ]);
    await this.trail.exported(actor, 'talent_statistics.exported', pool.id, { number, year, lecturers: lecturers.length, format: 'docx' });
    return { name: `${title}.docx`, bytes };
  }

  async volunteer(actor: PersonActor, query: z.output<typeof volunteerStatisticsQuery>): Promise<StatisticsFile> {
    const { from, to, asOf, totals, tables, certificates, longest } = await this.volunteers.of(actor, query);
    const title = t('volunteerTitle', { from, to });
    const { number, stamp } = numbered(actor, title, this.clock.now(), PAPER);
    const issued = certificates.reduce((sum, { issued: count }) => sum + count, 0);
    const counts = ['registered', 'joined', 'served', 'services', 'minutes'] as const;
    const headings = counts.map((key) => (key === 'minutes' ? 'volunteerMinutes' : key));
    const bytes = await officialDocument(title, [
      { page: 'upright', parts: [
        { kind: 'title', text: t('volunteerPaperTitle') }, { kind: 'subtitle', text: t('paperSpan', { from: longDay(from), to: longDay(to) }) },
        { kind: 'body', text: t('volunteerPaper', { ...totals, day: longDay(asOf), hours: Math.round(totals.minutes / 6) / 10, certificates: issued }) }, { kind: 'text', text: t('volunteerPaperBasis') },
      ] },
      ...tables.map(({ by, rows }) => across(t(`by.${by}`), { kind: 'table', columns: columns([[`by.${by}`, 30]], headings, 12), rows: [...rows.map((part) => row(partName(by, part, PAPER), ...counts.map((key) => part[key]))), row(label(PAPER, 'statistics.total'), ...counts.map((key) => totals[key]))] })),
      across(t('certificates'), { kind: 'table', columns: columns([['certificateUnit', 60]], ['issued'], 20), rows: [...certificates.map(({ unit, issued: count }) => row(unit.name, count)), row(t('total'), issued)] }),
      across(t('ranking'), { kind: 'table', columns: columns([['rank', 6], ['name', 12], ['volunteerNumber', 18], ['unit', 28], ['county', 14]], ['services', 'volunteerMinutes'], 12), rows: longest.map(({ place, person, number: own, unit, county, services, minutes }) => row(place, person.name, own, unit?.name ?? '', county.name, services, minutes)) }, { kind: 'note', text: t('rankingNote') }, { kind: 'note', text: stamp }),
    ]);
    await this.trail.exported(actor, 'volunteer_statistics.exported', 'all', { number, from, to, format: 'docx' });
    return { name: `${title}.docx`, bytes };
  }
}
