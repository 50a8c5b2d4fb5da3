import { Injectable } from '@nestjs/common';
import { Database, readRows, toDbTime } from '../../../platform/database/index.js';
import { TrailEntries, type TrailEntry } from './trail-entries.repository.js';

/** How the activity of a subject is found; an `activity` is one itself, and shifts and positions are changed with it. */
const activityOf: Readonly<Record<string, string>> = { signup: 'SELECT x.activity_id AS id FROM signups x WHERE x.id', shift: 'SELECT x.activity_id AS id FROM shifts x WHERE x.id' };
/** What facts of many positions hang on: islands, mountains and the urban core; topics that are merged. */
const grounds = ['term', 'division'] as const;
/** Kinds of subjects that can concern facts of positions. */
export const positionSubjects = ['activity', ...Object.keys(activityOf), ...grounds];

/** What has changed of positions, by the audit trail. */
@Injectable()
export class PositionChanges {
  constructor(private readonly database: Database, private readonly entries: TrailEntries) {}

  /** Whether facts of any position may hang on it. A sign-up that was joined with another one is gone, and nothing tells any more which position it was for. */
  isGround({ subjectKind, action }: TrailEntry): boolean { return (grounds.some((kind) => kind === subjectKind) && !action.endsWith('.created')) || action === 'signup.joined'; }

  /** Activities of whose positions something may have changed. Whoever checks in changes nothing of them, and thousands do so within a morning. */
  activities(entries: readonly TrailEntry[]): Promise<string[]> { return this.entries.owners(entries.filter(({ action }) => !action.startsWith('attendance.')), ['activity'], activityOf); }

  /** All that have something to come. */
  async upcoming(now: Date): Promise<string[]> {
    return (await readRows<{ id: string }>(this.database.reader, "SELECT a.id AS id FROM activities a WHERE a.state = 'open' AND a.last_at > :now ORDER BY a.id", { now: toDbTime(now) })).map(({ id }) => id);
  }
}
