import { Injectable } from '@nestjs/common';
import { changeRows, Database, memberOf, readRows } from '../../../platform/database/index.js';

/** Certificates that courses gave. */
@Injectable()
export class CourseCredentialRows {
  constructor(private readonly database: Database) {}

  async holders(activityId: string, personIds: readonly string[]): Promise<ReadonlySet<string>> {
    if (personIds.length === 0) return new Set();
    const those = memberOf('c.account_id', personIds, 'people');
    return new Set((await readRows<{ accountId: string }>(this.database.reader, `SELECT c.account_id AS accountId FROM credentials c WHERE c.activity_id = :activityId AND ${those.sql}`, { activityId, ...those.params })).map(({ accountId }) => accountId));
  }
  /** Answers the ids of what is gone. */
  async remove(personId: string, activityId: string): Promise<string[]> {
    const rows = await readRows<{ id: string }>(this.database.writer, 'SELECT c.id AS id FROM credentials c WHERE c.activity_id = :activityId AND c.account_id = :personId', { activityId, personId });
    if (rows.length > 0) await changeRows(this.database.writer, 'DELETE FROM credentials WHERE activity_id = :activityId AND account_id = :personId', { activityId, personId });
    return rows.map(({ id }) => id);
  }
}
