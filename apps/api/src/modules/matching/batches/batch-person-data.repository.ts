import { Injectable, type OnModuleInit } from '@nestjs/common';
import { shanghaiTime } from '@kepu/domain';
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
  /** What the registration that stays has in a batch, stays. Of the other comes along what a batch could have given to one person: no position twice, and of what nobody was asked for yet no second place on a day, and none beyond how often one serves. */
  async merge({ from, into }: PersonMerge): Promise<Record<string, never>> {
    const { writer } = this.database;
    const rows = await readRows<Held>(writer, `
      SELECT l.id AS id, l.batch_id AS batchId, l.position_id AS positionId, l.volunteer_id AS volunteerId, l.placed AS placed, l.outcome AS outcome, b.services AS services, s.starts_at AS startsAt
      FROM batch_places l JOIN batches b ON b.id = l.batch_id JOIN positions p ON p.id = l.position_id JOIN shifts s ON s.id = p.shift_id WHERE l.volunteer_id IN (:from, :into) ORDER BY s.starts_at, l.id`, { from, into });
    const kept = rows.filter(({ volunteerId }) => volunteerId === into);
    for (const row of rows.filter(({ volunteerId }) => volunteerId === from)) {
      if (fits(row, kept.filter(({ batchId }) => batchId === row.batchId))) kept.push(row);
      else await changeRows(writer, 'DELETE FROM batch_places WHERE id = :id', { id: row.id });
    }
    await changeRows(writer, 'UPDATE batch_places SET volunteer_id = :into WHERE volunteer_id = :from', { from, into });
    return {};
  }
}

interface Held { readonly id: string; readonly batchId: string; readonly positionId: string; readonly volunteerId: string; readonly placed: number; readonly outcome: string | null; readonly services: number; readonly startsAt: string }
const dayOf = ({ startsAt }: Held): string => shanghaiTime(fromDbTime(startsAt)).day;
const fits = (row: Held, others: readonly Held[]): boolean => {
  if (others.some(({ positionId }) => positionId === row.positionId)) return false;
  if (!row.placed || row.outcome !== null) return true;
  const placed = others.filter((one) => one.placed);
  return placed.length < row.services && placed.every((one) => dayOf(one) !== dayOf(row));
};
