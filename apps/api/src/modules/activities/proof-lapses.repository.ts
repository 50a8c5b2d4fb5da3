import { Injectable } from '@nestjs/common';
import { Database, fromDbTime, readRows, toDbTime } from '../../platform/database/index.js';
import { activeStates } from './signups.repository.js';

/** A place or a wish for one in a shift to come whose position demands certificates, or people of pools. */
export interface DemandingSignup { readonly id: string; readonly volunteerId: string; readonly credentialIds: readonly string[]; readonly poolIds: readonly string[]; readonly startsAt: string }

/** Sign-ups that rest on certificates or pools. */
@Injectable()
export class ProofLapseRows {
  constructor(private readonly database: Database) {}

  /** Of one person, of one activity, or of all. Whoever is there already stays on the list. */
  async coming({ personId, activityId }: { readonly personId: string | null; readonly activityId: string | null }, now: Date): Promise<DemandingSignup[]> {
    const rows = await readRows<{ id: string; volunteerId: string; credentialIds: string; poolIds: string; startsAt: string }>(this.database.reader, `
      SELECT s.id AS id, s.volunteer_id AS volunteerId, p.credential_ids AS credentialIds, p.pool_ids AS poolIds, sh.starts_at AS startsAt FROM signups s JOIN positions p ON p.id = s.position_id JOIN shifts sh ON sh.id = s.shift_id
      WHERE s.state IN ${activeStates} AND sh.cancelled_at IS NULL AND sh.starts_at > :now AND (p.credential_ids <> '[]' OR p.pool_ids <> '[]') AND NOT EXISTS (SELECT 1 FROM attendances t WHERE t.signup_id = s.id)
        ${personId === null ? '' : 'AND s.volunteer_id = :personId'} ${activityId === null ? '' : 'AND s.activity_id = :activityId'} ORDER BY sh.starts_at, s.id`, { now: toDbTime(now), ...(personId === null ? {} : { personId }), ...(activityId === null ? {} : { activityId }) });
    return rows.map(({ credentialIds, poolIds, startsAt, ...row }) => ({ ...row, startsAt: fromDbTime(startsAt), credentialIds: JSON.parse(credentialIds) as string[], poolIds: JSON.parse(poolIds) as string[] }));
  }
}
