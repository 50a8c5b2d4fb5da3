import { Injectable } from '@nestjs/common';
import type { Answered, Invitee } from '@kepu/matching';
import { changeRows, Database, fromDbTime, insertRows, memberOf, readRows, toDbTime } from '../../../platform/database/index.js';
import { InvitationPreferenceEntity } from './place-invitation.entity.js';

/** What invitations say of somebody; whether personal features are on stands in the profile. */
export type Invited = Omit<Invitee, 'id' | 'personal'>;

const WEEKS_MS = 8 * 7 * 86_400_000;
/** Beyond this many the database reads everybody rather than a list of people. */
const NAMED = 500;
const nothing: Invited = { off: false, sentAt: [], declinedAt: null, sent: 0, yes: 0 };

/** What was sent to people and how they answered, for caps, sizes of waves and ties. What still waits for its answer, or was closed before its time, counts as neither yes nor no; nor does what was asked of those who wait for a place. */
@Injectable()
export class InviteesRepository {
  constructor(private readonly database: Database) {}

  /** By person; who has neither been asked nor switched anything is not in it. */
  async of(ids: readonly string[], now: Date): Promise<ReadonlyMap<string, Invited>> {
    if (ids.length === 0) return new Map();
    const narrowed = (column: string) => (ids.length <= NAMED ? memberOf(column, ids, 'ids') : { sql: '1 = 1', params: {} });
    const [who, off] = [narrowed('i.volunteer_id'), narrowed('f.id')];
    const [sums, times, switched] = await Promise.all([
      readRows<{ id: string; sent: number | string | null; yes: number | string | null; declinedAt: string | null }>(this.database.reader, `
        SELECT i.volunteer_id AS id, SUM(CASE WHEN i.state IN ('accepted', 'declined', 'lapsed') THEN 1 ELSE 0 END) AS sent, SUM(CASE WHEN i.state = 'accepted' THEN 1 ELSE 0 END) AS yes, MAX(CASE WHEN i.state = 'declined' THEN i.answered_at END) AS declinedAt
        FROM place_invitations i WHERE i.origin <> 'waiting' AND ${who.sql} GROUP BY i.volunteer_id`, who.params),
      readRows<{ id: string; sentAt: string }>(this.database.reader, `SELECT i.volunteer_id AS id, i.sent_at AS sentAt FROM place_invitations i WHERE i.origin <> 'waiting' AND i.sent_at > :since AND ${who.sql} ORDER BY i.sent_at, i.id`, { ...who.params, since: toDbTime(new Date(now.getTime() - WEEKS_MS)) }),
      readRows<{ id: string }>(this.database.reader, `SELECT f.id AS id FROM invitation_preferences f WHERE f.switched_off = 1 AND ${off.sql}`, off.params),
    ]);
    const found = new Map<string, Invited>();
    const patch = (id: string, change: Partial<Invited>): void => { found.set(id, { ...(found.get(id) ?? nothing), ...change }); };
    for (const { id, sent, yes, declinedAt } of sums) patch(id, { sent: Number(sent ?? 0), yes: Number(yes ?? 0), declinedAt: declinedAt === null ? null : fromDbTime(declinedAt) });
    for (const { id, sentAt } of times) patch(id, { sentAt: [...(found.get(id)?.sentAt ?? []), fromDbTime(sentAt)] });
    for (const { id } of switched) patch(id, { off: true });
    return found;
  }

  /** When people were last asked, within the last eight weeks. */
  async lastAsked(ids: readonly string[], now: Date): Promise<ReadonlyMap<string, string>> {
    if (ids.length === 0) return new Map();
    const who = ids.length <= NAMED ? memberOf('i.volunteer_id', ids, 'ids') : { sql: '1 = 1', params: {} };
    const rows = await readRows<{ id: string; sentAt: string }>(this.database.reader, `SELECT i.volunteer_id AS id, MAX(i.sent_at) AS sentAt FROM place_invitations i WHERE i.origin <> 'waiting' AND i.sent_at > :since AND ${who.sql} GROUP BY i.volunteer_id`, { ...who.params, since: toDbTime(new Date(now.getTime() - WEEKS_MS)) });
    return new Map(rows.map(({ id, sentAt }) => [id, fromDbTime(sentAt)]));
  }

  /** Of everybody, as far as it is kept. */
  async answered(): Promise<Answered> {
    const [row] = await readRows<{ sent: number | string; yes: number | string | null }>(this.database.reader, "SELECT COUNT(*) AS sent, SUM(CASE WHEN i.state = 'accepted' THEN 1 ELSE 0 END) AS yes FROM place_invitations i WHERE i.origin <> 'waiting' AND i.state IN ('accepted', 'declined', 'lapsed')");
    return { sent: Number(row?.sent ?? 0), yes: Number(row?.yes ?? 0) };
  }

  async isOff(accountId: string): Promise<boolean> { return (await readRows(this.database.reader, 'SELECT f.id AS id FROM invitation_preferences f WHERE f.id = :accountId AND f.switched_off = 1', { accountId })).length > 0; }
  async setOff(accountId: string, switchedOff: boolean, changedAt: Date): Promise<void> {
    const changed = await this.database.writer.update(InvitationPreferenceEntity, { id: accountId }, { switchedOff, changedAt });
    if (changed.affected !== 1) await insertRows(this.database.writer, InvitationPreferenceEntity, [{ id: accountId, switchedOff, changedAt }]);
  }
  async erase(accountId: string): Promise<void> { await changeRows(this.database.writer, 'DELETE FROM invitation_preferences WHERE id = :accountId', { accountId }); }
}

/** What is known of somebody whom nobody has asked. */
export const neverInvited = nothing;
