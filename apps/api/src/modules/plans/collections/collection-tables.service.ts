import { Injectable } from '@nestjs/common';
import type { CollectionField, CollectionRow, collectionRowQuery, CollectionStanding, collectionStandingQuery, CollectionSummary, CollectionTable, CollectionTableRow, Page } from '@kepu/contracts';
import { holdsTheSame, sumRows } from '@kepu/domain';
import type { z } from 'zod';
import type { PersonActor } from '../../../platform/auth/actor.js';
import { Clock } from '../../../platform/clock/index.js';
import { searchTerm } from '../../../platform/pinyin/pinyin.js';
import { CollectionAnswersRepository, type AnswerRow } from './collection-answers.repository.js';
import { fieldsOf, isCounted, rowsOf, standingView } from './collection.mapper.js';
import { CollectionsRepository, type CollectionListRow } from './collections.repository.js';
import { CollectionsService } from './collections.service.js';

type RowFilters = Partial<Omit<z.output<typeof collectionRowQuery>, 'page' | 'perPage'>>;
const holds: Readonly<Record<NonNullable<z.output<typeof collectionStandingQuery>['show']>, (row: CollectionStanding) => boolean>> = {
  answered: ({ state }) => isCounted(state), missing: ({ state }) => !isCounted(state), late: ({ state, late, overdue }) => (late && isCounted(state)) || overdue, none: ({ none }) => none, toCheck: ({ state }) => state === 'submitted', returned: ({ state }) => state === 'returned',
};
const page = <T>(rows: readonly T[], { page: at, perPage }: { page: number; perPage: number }): T[] => rows.slice((at - 1) * perPage, at * perPage);

/** What came in, looked at: unit by unit, row by row, added up. The number of statements does not grow with units or rows. */
@Injectable()
export class CollectionTables {
  constructor(private readonly collections: CollectionsService, private readonly rows: CollectionsRepository, private readonly answers: CollectionAnswersRepository, private readonly clock: Clock) {}

  async standings(actor: PersonActor, id: string, { q, ids, show, county, sort, ...window }: z.output<typeof collectionStandingQuery>): Promise<Page<CollectionStanding>> {
    const collection = await this.collections.find(actor, id);
    const term = q === undefined ? null : searchTerm(q);
    const found = (await this.answers.standings(actor, [id])).filter(({ searchKey, unitId, countyCode }) => (term === null || searchKey.includes(term)) && (ids === undefined || ids.includes(unitId)) && (county === undefined || countyCode === county))
      .map((row) => standingView(row, collection, this.clock.today())).filter((row) => show === undefined || holds[show](row));
    if (sort === '-unit') found.reverse();
    return { data: page(found, window), total: found.length };
  }
  /** All standings in reach, for a sheet. */
  async everyStanding(actor: PersonActor, collection: CollectionListRow): Promise<CollectionStanding[]> { return (await this.answers.standings(actor, [collection.id])).map((row) => standingView(row, collection, this.clock.today())); }

  async table(actor: PersonActor, id: string, { page: at, perPage, ...filters }: z.output<typeof collectionRowQuery>): Promise<CollectionTable> {
    const { fields, data } = await this.every(actor, id, filters);
    return { data: page(data, { page: at, perPage }), total: data.length, sums: sumRows(fields, data.map(({ values }) => values)) };
  }
  /** All rows found, for a page or a sheet. Who says that there is nothing has no row. */
  async every(actor: PersonActor, id: string, { q, ids, county, unitId, sort }: RowFilters = {}): Promise<{ collection: CollectionListRow; fields: CollectionField[]; data: CollectionTableRow[]; answers: AnswerRow[] }> {
    const collection = await this.collections.find(actor, id);
    const fields = fieldsOf(collection);
    const [answers, term, words] = [await this.answers.counted(actor, id), q === undefined ? null : searchTerm(q), q?.toLowerCase()];
    const data = answers.filter((row) => (county === undefined || row.countyCode === county) && (unitId === undefined || row.unitId === unitId)).flatMap((answer) => {
      const byUnit = term !== null && answer.searchKey.includes(term);
      return rowsOf(fields, answer).flatMap((values, index): CollectionTableRow[] => {
        const shown = words === undefined || byUnit || Object.values(values).some((value) => String(value ?? '').toLowerCase().includes(words));
        return shown ? [{ id: `${answer.id}.${index + 1}`, answerId: answer.id, unit: { id: answer.unitId, name: answer.unitName }, county: { code: answer.countyCode, name: answer.countyName ?? '' }, no: index + 1, late: Number(answer.late) === 1, values }] : [];
      });
    }).filter((row) => ids === undefined || ids.includes(row.answerId));
    if (sort === '-unit') data.reverse();
    return { collection, fields, data, answers };
  }

  async summary(actor: PersonActor, id: string): Promise<CollectionSummary> {
    const { collection, fields, data } = await this.every(actor, id);
    const standings = await this.everyStanding(actor, collection);
    const counties = [...new Map(standings.map(({ county }) => [county.code, county])).values()].sort((a, b) => (a.code < b.code ? -1 : 1)).map((county) => {
      const own = standings.filter((one) => one.county.code === county.code);
      const rows = data.filter((row) => row.county.code === county.code);
      return { county, asked: own.length, answered: own.filter(({ state }) => isCounted(state)).length, rows: rows.length, sums: sumRows(fields, valuesOf(rows)) };
    });
    return { sums: sumRows(fields, valuesOf(data)), counties, before: collection.copiedFromId === null ? null : await this.before(actor, collection.copiedFromId, fields) };
  }

  /** The columns of the one before that still are what they were. */
  private async before(actor: PersonActor, id: string, now: readonly CollectionField[]): Promise<CollectionSummary['before']> {
    const row = await this.rows.findFor(actor, id);
    if (!row) return null;
    const then = fieldsOf(row);
    const same = then.filter((field) => now.some((other) => holdsTheSame(other, field)));
    const values = (await this.answers.counted(actor, id)).flatMap((answer) => rowsOf(then, answer));
    // Added up as the columns are now: two averages are compared with each other, and no average with a sum.
    return { id, title: row.title, sums: sumRows(same.map((field) => ({ ...field, sum: now.find(({ key }) => key === field.key)?.sum ?? field.sum })), values) };
  }
}

const valuesOf = (rows: readonly CollectionTableRow[]): CollectionRow[] => rows.map(({ values }) => values);
