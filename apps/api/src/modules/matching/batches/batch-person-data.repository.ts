import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { PersonActor } from '../../../platform/auth/actor.js';
import { changeRows, Database, fromDbTime, readRows } from '../../../platform/database/index.js';
import { PersonData, PersonMerges, type PersonHolder, type PersonMerge, type PersonMover, type PersonSection } from '../../identity/index.js';

/** Where somebody stands in the drafts of batches. */
@Injectable()
export class BatchPersonData implements PersonHolder, PersonMover, OnModuleInit {
  readonly columns = ['batch_places.volunteer_id'];
  readonly moves = this.columns;
  readonly stays = [];

  constructor(private readonly data: PersonData, private readonly merges: PersonMerges, private readonly database: Database) {}

  onModuleInit(): void {
    this.data.register(this);
    this.merges.register(this);
    this.data.registerActs('batches.created_by', 'batches.sent_by');
  }

  async read(personId: string): Promise<PersonSection[]> {
    const rows = await readRows<{ activity: string; position: string; startsAt: string; state: string; lockState: string; outcome: string | null; createdAt: string }>(this.database.reader, `
      SELECT a.title AS activity, p.name AS position, s.starts_at AS startsAt, b.state AS state, l.lock_state AS lockState, l.outcome AS outcome, b.created_at AS createdAt
      FROM batch_places l JOIN batches b ON b.id = l.batch_id JOIN positions p ON p.id = l.position_id JOIN shifts s ON s.id = p.shift_id JOIN activities a ON a.id = p.activity_id WHERE l.volunteer_id = :personId ORDER BY l.id`, { personId });
    return [{ key: 'batches', words: { state: 'terms.batchStates', lockState: 'terms.batchLocks', outcome: 'terms.batchOutcomes' }, rows: rows.map((row) => ({ ...row, startsAt: fromDbTime(row.startsAt), createdAt: fromDbTime(row.createdAt) })) }];
  }

  async erase(actor: PersonActor): Promise<void> { await changeRows(this.database.writer, 'DELETE FROM batch_places WHERE volunteer_id = :personId', { personId: actor.accountId }); }

  count(): Promise<ReadonlyMap<string, Record<string, never>>> { return Promise.resolve(new Map()); }
  /** A position knows a person once: what the registration that stays has there, stays. */
  async merge({ from, into }: PersonMerge): Promise<Record<string, never>> {
    const { writer } = this.database;
    const twice = await readRows<{ id: string }>(writer, 'SELECT o.id AS id FROM batch_places o JOIN batch_places m ON m.batch_id = o.batch_id AND m.position_id = o.position_id AND m.volunteer_id = :into WHERE o.volunteer_id = :from', { from, into });
    for (const { id } of twice) await changeRows(writer, 'DELETE FROM batch_places WHERE id = :id', { id });
    await changeRows(writer, 'UPDATE batch_places SET volunteer_id = :into WHERE volunteer_id = :from', { from, into });
    return {};
  }
}
