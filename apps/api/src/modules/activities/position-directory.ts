import { Injectable } from '@nestjs/common';
import { shanghaiTime, weekParts } from '@kepu/domain';
import type { PositionFacts } from '@kepu/matching';
import { Clock } from '../../platform/clock/index.js';
import { fromDbTime } from '../../platform/database/index.js';
import { PositionFactRows, type PositionFactRow } from './position-facts.repository.js';

/** Which positions: those of shifts to come that are published, of all activities or of some, or the ones named, whatever has become of them. */
export type PositionFilter = 'upcoming' | { readonly upcomingOf: readonly string[] } | { readonly ids: readonly string[] };

/** Positions as matching needs them, in two statements however many there are. */
@Injectable()
export class PositionDirectory {
  constructor(private readonly rows: PositionFactRows, private readonly clock: Clock) {}

  async facts(filter: PositionFilter): Promise<PositionFacts[]> {
    const rows = filter === 'upcoming' ? await this.rows.upcoming(this.clock.now()) : 'ids' in filter ? await this.rows.byIds(filter.ids) : await this.rows.upcoming(this.clock.now(), filter.upcomingOf);
    const terms = new Map<string, { topicIds: string[]; audienceIds: string[] }>();
    for (const { activityId, termId, kind } of await this.rows.terms([...new Set(rows.map((row) => row.activityId))])) {
      const entry = terms.get(activityId) ?? { topicIds: [], audienceIds: [] };
      (kind === 'topic' ? entry.topicIds : entry.audienceIds).push(termId);
      terms.set(activityId, entry);
    }
    return rows.map((row) => factsOf(row, terms.get(row.activityId) ?? { topicIds: [], audienceIds: [] }));
  }
}

const factsOf = (row: PositionFactRow, terms: Pick<PositionFacts, 'topicIds' | 'audienceIds'>): PositionFacts => {
  const [startsAt, endsAt] = [fromDbTime(row.startsAt), fromDbTime(row.endsAt)];
  return {
    id: row.id, shiftId: row.shiftId, activityId: row.activityId, activityTitle: row.activityTitle, kind: row.kind, open: row.state === 'open' && row.cancelledAt === null, startsAt, endsAt, day: shanghaiTime(startsAt).day,
    weekParts: weekParts({ startsAt, endsAt }), countyCode: row.countyCode, island: Boolean(row.island), mountain: Boolean(row.mountain), urbanCore: Boolean(row.urbanCore), ...terms,
    occupations: JSON.parse(row.occupations) as PositionFacts['occupations'], credentialIds: JSON.parse(row.credentialIds) as string[], poolIds: JSON.parse(row.poolIds) as string[], minAge: row.minAge, minors: Boolean(row.minors), dangerous: Boolean(row.dangerous), minimum: row.minimum, maximum: row.maximum, confirmed: row.confirmed, connections: Number(row.connections),
  };
};
