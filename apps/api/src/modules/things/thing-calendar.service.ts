import { Injectable } from '@nestjs/common';
import type { PublicStop, PublicThings, ThingMonth, thingMonthQuery } from '@kepu/contracts';
import { addDays, runsOf } from '@kepu/domain';
import type { z } from 'zod';
import { Clock } from '../../platform/clock/index.js';
import { BookingsRepository, type StopRow } from './bookings.repository.js';
import { ThingsRepository } from './things.repository.js';

/** How far ahead anybody may read. */
const AHEAD_DAYS = 90;

/** Where things are and come next: a month for staff, the next weeks for anybody. Only what is confirmed stands here, and no person. */
@Injectable()
export class ThingCalendar {
  constructor(private readonly bookings: BookingsRepository, private readonly things: ThingsRepository, private readonly clock: Clock) {}

  async month({ month, thingId }: z.output<typeof thingMonthQuery>): Promise<ThingMonth> {
    const today = this.clock.today();
    const shown = month ?? today.slice(0, 7);
    const [stops, things] = [await this.bookings.stops({ since: `${shown}-01`, until: `${shown}-31`, thingId, shown: false }), await this.things.open()];
    return {
      month: shown, today, things: things.map(({ id, name, kind }) => ({ id, name, kind })),
      stops: stops.map((row) => ({ bookingId: row.bookingId, thing: { id: row.thingId, name: row.thingName }, kind: row.kind, day: row.day, part: row.part, unit: { id: row.unitId, name: row.unitName }, place: row.place, countyName: row.countyName, activity: row.activityId === null ? null : { id: row.activityId, title: row.title ?? '' } })),
    };
  }

  async forAnybody(thingId: string | undefined): Promise<PublicThings> {
    const today = this.clock.today();
    const [things, stops] = [await this.things.shown(thingId), await this.bookings.stops({ since: today, until: addDays(today, AHEAD_DAYS), thingId, shown: true })];
    return { asOf: today, data: things.map(({ id, name, kind, unitName, about, needs }) => ({ id, name, kind, unit: unitName, about, needs })), stops: publicStops(stops) };
  }
}

/** Days that follow each other at one place are one stop; the next comes first. */
const publicStops = (rows: readonly StopRow[]): PublicStop[] => {
  const byBooking = new Map<string, StopRow[]>();
  for (const row of rows) byBooking.set(row.bookingId, [...(byBooking.get(row.bookingId) ?? []), row]);
  return [...byBooking.values()].flatMap((slots) => {
    const [first] = slots;
    if (!first) return [];
    const about = { thing: { id: first.thingId, name: first.thingName }, place: first.place, countyName: first.countyName, unit: first.unitName, activity: first.activityId !== null && Number(first.published) === 1 ? { id: first.activityId, title: first.title ?? '' } : null };
    return runsOf(slots).map((run) => ({ ...about, ...run }));
  }).sort((a, b) => (a.from === b.from ? a.thing.name.localeCompare(b.thing.name) : a.from < b.from ? -1 : 1));
};
