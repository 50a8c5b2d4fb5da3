import { Injectable } from '@nestjs/common';
import { statisticsBy, type Page, type StatisticsBy, type VolunteerStatistics, type volunteerStatisticsQuery, type VolunteerStatisticsRecord, type volunteerRecordQuery } from '@kepu/contracts';
import { ADULT_AGE, addDays, isMinor } from '@kepu/domain';
import type { z } from 'zod';
import type { PersonActor } from '../../../platform/auth/actor.js';
import { Clock } from '../../../platform/clock/index.js';
import { toDbTime } from '../../../platform/database/index.js';
import { countsOf, VolunteerStatisticsRepository, type GroupRow, type Time } from './volunteer-statistics.repository.js';

type Asked = Pick<z.output<typeof volunteerStatisticsQuery>, 'year' | 'half'>;
/** How many of those who served longest are named. */
const MOST = 50;
const [FROM_MIDDLE, FROM_ELDER] = [36, 60];
const daysOf = ({ year, half }: Asked): readonly [string, string] => [`${year}-${half === 'second' ? '07' : '01'}-01`, half === 'first' ? `${year}-06-30` : `${year}-12-31`];
const keyOf: Readonly<Record<StatisticsBy, (row: GroupRow) => string>> = { county: (row) => row.countyId, unit: (row) => row.unitId ?? '', occupation: (row) => row.occupation, ageBand: (row) => row.ageBand };
const sumOf = (rows: readonly GroupRow[]) => countsOf((name) => rows.reduce((sum, row) => sum + row[name], 0));

/** Groups by one of what they are grouped by; whoever served longest together first. */
function tableOf(by: StatisticsBy, groups: readonly GroupRow[], names: ReadonlyMap<string, string> | null): VolunteerStatistics['tables'][number] {
  const parts = new Map<string, GroupRow[]>();
  for (const group of groups) parts.set(keyOf[by](group), [...(parts.get(keyOf[by](group)) ?? []), group]);
  const rows = [...parts].map(([key, part]) => ({ key, name: names?.get(key) ?? null, ...sumOf(part) }));
  return { by, rows: rows.sort((a, b) => b.minutes - a.minutes || (a.key < b.key ? -1 : 1)) };
}

/** Volunteers and their service in a year or half of one (output 14): every number is a sum of lines of the ledger, or a count of registrations. */
@Injectable()
export class VolunteerStatisticsService {
  constructor(private readonly rows: VolunteerStatisticsRepository, private readonly clock: Clock) {}

  async of(actor: PersonActor, asked: Asked): Promise<VolunteerStatistics> {
    const time = this.timeOf(asked);
    const groups = await this.rows.groupsFor(actor, time);
    const names = { county: await this.rows.names('divisions', [...new Set(groups.map(keyOf.county))]), unit: await this.rows.names('units', [...new Set(groups.map(keyOf.unit))]), occupation: null, ageBand: null };
    const tables = statisticsBy.map((by) => tableOf(by, groups, names[by]));
    const longest = (await this.rows.longestFor(actor, time, MOST)).map(({ id, name, number, unitId, unitName, countyId, countyName, services, minutes }, at) => ({
      place: at + 1, person: { id, name }, number, unit: unitId === null ? null : { id: unitId, name: unitName ?? '' }, county: { code: countyId, name: countyName }, services: Number(services), minutes: Number(minutes),
    }));
    const certificates = await this.rows.certificatesFor(actor, time);
    return { ...asked, from: time.from, to: time.to, asOf: this.clock.today(), totals: sumOf(groups), tables, certificates, longest };
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
