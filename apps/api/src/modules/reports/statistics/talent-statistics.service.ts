import { Injectable } from '@nestjs/common';
import type { Page, TalentRecord, talentRecordQuery, TalentStatistics, talentStatisticsQuery } from '@kepu/contracts';
import type { z } from 'zod';
import type { PersonActor } from '../../../platform/auth/actor.js';
import { Clock, shanghaiDay } from '../../../platform/clock/index.js';
import { fromDbTime } from '../../../platform/database/index.js';
import { notFound } from '../../../platform/errors/refusal.js';
import { TalentStatisticsRepository, type OrderRow, type Span } from './talent-statistics.repository.js';

/** A year in Shanghai. */
export const spanOf = (year: number): Span => ({ from: new Date(`${year}-01-01T00:00:00.000+08:00`), until: new Date(`${year + 1}-01-01T00:00:00.000+08:00`), firstDay: `${year}-01-01`, lastDay: `${year}-12-31` });
/** That were held: what comes after is only the rating. */
const held = (row: OrderRow): boolean => row.state === 'done' || row.state === 'closed';
const sumsOf = (rows: readonly OrderRow[]) => ({ orders: rows.length, done: rows.filter(held).length, people: rows.filter(held).reduce((sum, { people }) => sum + (people ?? 0), 0), minutes: rows.reduce((sum, { minutes }) => sum + Number(minutes), 0) });
const unfilledOf = (rows: readonly OrderRow[]): number => rows.filter(({ state }) => state === 'unfilled').length;
const recordOf = (row: OrderRow): TalentRecord => ({
  id: row.id, number: row.number, day: shanghaiDay(new Date(fromDbTime(row.at))), state: row.state, county: { code: row.countyId, name: row.countyName }, placeName: row.placeName, lecturer: row.lecturerId === null ? null : { id: row.lecturerId, name: row.lecturerName ?? '' },
  talk: row.talkId === null ? null : { id: row.talkId, title: row.talkTitle ?? '' }, people: held(row) ? (row.people ?? 0) : 0, minutes: Number(row.minutes),
});

/** Roster, menu and services of a pool in a year (output 13): every number is a sum of orders that can be read one by one. */
@Injectable()
export class TalentStatisticsService {
  constructor(private readonly rows: TalentStatisticsRepository, private readonly clock: Clock) {}

  /** Errors: `resource.not_found`. */
  async of(actor: PersonActor, { poolId, year }: z.output<typeof talentStatisticsQuery>): Promise<{ statistics: TalentStatistics; records: TalentRecord[] }> {
    const name = await this.rows.poolName(poolId);
    if (name === null) throw notFound();
    const [lecturers, menu, orders] = [await this.rows.lecturersFor(actor, poolId, spanOf(year)), await this.rows.menu(poolId), await this.rows.ordersFor(actor, poolId, spanOf(year))];
    const seen = new Set(lecturers.map(({ id }) => id));
    // Whoever went on in a second term, or for another unit, stands once: with the last of them.
    const people = lecturers.filter(({ id }, at) => lecturers.findIndex((other) => other.id === id) === at);
    const talks = menu.filter(({ lecturerId }) => seen.has(lecturerId));
    const counties = [...new Map(orders.map(({ countyId, countyName }) => [countyId, countyName]))].sort(([a], [b]) => (a < b ? -1 : 1));
    const statistics: TalentStatistics = {
      pool: { id: poolId, name }, year, asOf: this.clock.today(), totals: { lecturers: people.length, talks: talks.length, unfilled: unfilledOf(orders), ...sumsOf(orders) },
      lecturers: people.map((row) => ({
        person: { id: row.id, name: row.name }, unit: row.unitId === null ? null : { id: row.unitId, name: row.unitName ?? '' }, county: { code: row.countyId, name: row.countyName }, fromDay: row.fromDay, toDay: row.toDay, number: row.number,
        talks: talks.filter(({ lecturerId }) => lecturerId === row.id).length, ...sumsOf(orders.filter(({ lecturerId }) => lecturerId === row.id)),
      })),
      counties: counties.map(([code, county]) => { const own = orders.filter(({ countyId }) => countyId === code); return { county: { code, name: county }, unfilled: unfilledOf(own), ...sumsOf(own) }; }),
      talks: talks.map(({ id, title, minutes, lecturerId, lecturerName }) => { const { orders: count, done, people: reached } = sumsOf(orders.filter(({ talkId }) => talkId === id)); return { id, title, lecturer: { id: lecturerId, name: lecturerName }, length: minutes, orders: count, done, people: reached }; }),
    };
    return { statistics, records: orders.map(recordOf) };
  }

  /** The orders behind a number. */
  async records(actor: PersonActor, { poolId, year, lecturerId, countyCode, page, perPage }: z.output<typeof talentRecordQuery>): Promise<Page<TalentRecord>> {
    const rows = await this.rows.ordersFor(actor, poolId, spanOf(year), [
      ...(lecturerId === undefined ? [] : [{ sql: 'o.lecturer_id = :lecturerId', params: { lecturerId } }]), ...(countyCode === undefined ? [] : [{ sql: 'o.county_id = :countyCode', params: { countyCode } }]),
    ]);
    return { data: rows.slice((page - 1) * perPage, page * perPage).map(recordOf), total: rows.length };
  }
}
