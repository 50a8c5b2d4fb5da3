import { Injectable } from '@nestjs/common';
import { statisticsBy, type Page, type VolunteerStatistics, type volunteerStatisticsQuery, type VolunteerStatisticsRecord, type volunteerRecordQuery } from '@kepu/contracts';
import { ADULT_AGE, addDays, isMinor } from '@kepu/domain';
import type { z } from 'zod';
import type { PersonActor } from '../../../platform/auth/actor.js';
import { Clock } from '../../../platform/clock/index.js';
import { toDbTime } from '../../../platform/database/index.js';
import { VolunteerStatisticsRepository, type SumRow, type Time } from './volunteer-statistics.repository.js';

type Asked = Pick<z.output<typeof volunteerStatisticsQuery>, 'year' | 'half'>;
/** How many stand in the ranking. */
const MOST = 50;
const [FROM_MIDDLE, FROM_ELDER] = [36, 60];
const daysOf = ({ year, half }: Asked): readonly [string, string] => [`${year}-${half === 'second' ? '07' : '01'}-01`, half === 'first' ? `${year}-06-30` : `${year}-12-31`];
const sums = ({ registered, joined, served, services, minutes }: SumRow) => ({ registered: Number(registered), joined: Number(joined), served: Number(served), services: Number(services), minutes: Number(minutes) });

/** Volunteers and their service in a year or half of one (output 14): every number is a sum of lines of the ledger, or a count of registrations. */
@Injectable()
export class VolunteerStatisticsService {
  constructor(private readonly rows: VolunteerStatisticsRepository, private readonly clock: Clock) {}

  async of(actor: PersonActor, asked: Asked): Promise<VolunteerStatistics> {
    const time = this.timeOf(asked);
    const [all] = await this.rows.sumsFor(actor, null, time);
    const tables: VolunteerStatistics['tables'] = [];
    for (const by of statisticsBy) tables.push({ by, rows: (await this.rows.sumsFor(actor, by, time)).map((row) => ({ key: row.part ?? '', name: row.name, ...sums(row) })) });
    const longest = (await this.rows.rankingFor(actor, time, MOST)).map(({ id, name, number, unitId, unitName, countyId, countyName, services, minutes }, at) => ({
      place: at + 1, person: { id, name }, number, unit: unitId === null ? null : { id: unitId, name: unitName ?? '' }, county: { code: countyId, name: countyName }, services: Number(services), minutes: Number(minutes),
    }));
    return { ...asked, from: time.from, to: time.to, asOf: this.clock.today(), totals: all ? sums(all) : { registered: 0, joined: 0, served: 0, services: 0, minutes: 0 }, tables, longest };
  }

  /** The lines behind a number. A minor's name is in none of them. */
  async records(actor: PersonActor, { year, half, by, key, volunteerId, page, perPage }: z.output<typeof volunteerRecordQuery>): Promise<Page<VolunteerStatisticsRecord>> {
    const { rows, total } = await this.rows.linesFor(actor, this.timeOf({ year, half }), { by, key, volunteerId }, { offset: (page - 1) * perPage, limit: perPage });
    const today = this.clock.today();
    return {
      data: rows.map((row) => ({
        id: row.id, day: row.day, activity: { id: row.activityId, name: row.title }, volunteer: isMinor(row.bornOn, today) ? null : { id: row.volunteerId, name: row.name, number: row.number }, unit: isMinor(row.bornOn, today) ? null : row.unitName, county: row.countyName, minutes: Number(row.minutes),
      })),
      total,
    };
  }

  private timeOf(asked: Asked): Time {
    const [from, to] = daysOf(asked);
    const born = (age: number): string => `${Number(to.slice(0, 4)) - age}${to.slice(4)}`;
    return { from, to, until: toDbTime(new Date(`${addDays(to, 1)}T00:00:00.000+08:00`)), adult: born(ADULT_AGE), middle: born(FROM_MIDDLE), elder: born(FROM_ELDER) };
  }
}
