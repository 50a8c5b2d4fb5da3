import { Injectable } from '@nestjs/common';
import type { BatchCause, BatchLock, BatchOutcome, batchPositionQuery } from '@kepu/contracts';
import type { z } from 'zod';
import { allOf, changeRows, Database, insertRows, memberOf, readRows, toDbTime, type Predicate } from '../../../platform/database/index.js';
import { likePattern, searchTerm } from '../../../platform/pinyin/pinyin.js';
import { BatchPlaceEntity, BatchPositionEntity } from './batch.entity.js';

/** A position of a batch as its page shows it. */
export interface BatchPositionRow {
  readonly id: string; readonly positionId: string; readonly name: string; readonly activityId: string; readonly activityTitle: string; readonly unitId: string; readonly unitName: string; readonly countyName: string; readonly startsAt: string; readonly endsAt: string;
  readonly places: number; readonly minimum: number; readonly filled: number | string; readonly cause: BatchCause | null; readonly candidates: number; readonly lockedOut: number; readonly elsewhere: number; readonly limits: number;
}
/** Somebody in it, or kept out. */
export interface BatchPlaceRow { readonly id: string; readonly positionId: string; readonly volunteerId: string; readonly placed: number; readonly lockState: BatchLock; readonly byStaff: number; readonly reasons: string; readonly against: string | null; readonly outcome: BatchOutcome | null }
/** A place of a person in the batch, with when it is. */
export interface PlacedRow { readonly id: string; readonly positionId: string; readonly volunteerId: string; readonly lockState: BatchLock; readonly activityTitle: string; readonly startsAt: string; readonly endsAt: string; readonly countyCode: string }
type Window = z.output<typeof batchPositionQuery>;

const AT_ONCE = 500;
const joins = `FROM batch_positions b JOIN positions p ON p.id = b.position_id JOIN shifts s ON s.id = p.shift_id JOIN activities a ON a.id = p.activity_id JOIN units u ON u.id = a.unit_id JOIN divisions d ON d.id = a.county_id`;
const filled = "(SELECT COUNT(*) FROM batch_places l WHERE l.batch_id = b.batch_id AND l.position_id = b.position_id AND l.placed = 1)";

/** Positions and places of batches. */
@Injectable()
export class BatchPlacesRepository {
  constructor(private readonly database: Database) {}

  async positions(batchId: string, { q, open, short, countyId, sort, page, perPage, ids }: Window): Promise<{ rows: BatchPositionRow[]; total: number }> {
    const term = q === undefined ? null : searchTerm(q);
    const where = allOf([
      { sql: 'b.batch_id = :batchId', params: { batchId } }, ...(term ? [{ sql: "a.search_key LIKE :term ESCAPE '!' OR u.search_key LIKE :term ESCAPE '!'", params: { term: likePattern(term) } }] : []),
      ...(open === undefined ? [] : [{ sql: `b.places ${open ? '>' : '<='} ${filled}`, params: {} }]), ...(short === undefined ? [] : [{ sql: `b.minimum ${short ? '>' : '<='} ${filled}`, params: {} }]),
      ...(countyId === undefined ? [] : [{ sql: 'a.county_id = :countyId', params: { countyId } }]), ...(ids ? [memberOf('b.position_id', ids, 'ids')] : []),
    ] satisfies Predicate[]);
    const direction = sort === '-startsAt' ? 'DESC' : 'ASC';
    const [rows, [count]] = await Promise.all([
      readRows<BatchPositionRow>(this.database.reader, `
        SELECT b.id AS id, b.position_id AS positionId, p.name AS name, a.id AS activityId, a.title AS activityTitle, u.id AS unitId, u.name AS unitName, d.name AS countyName, s.starts_at AS startsAt, s.ends_at AS endsAt, b.places AS places, b.minimum AS minimum, ${filled} AS filled,
          b.cause AS cause, b.candidates AS candidates, b.locked_out AS lockedOut, b.elsewhere AS elsewhere, b.limits AS limits
        ${joins} WHERE ${where.sql} ORDER BY s.starts_at ${direction}, b.position_id ${direction} LIMIT ${perPage} OFFSET ${(page - 1) * perPage}`, where.params),
      readRows<{ total: number | string }>(this.database.reader, `SELECT COUNT(*) AS total ${joins} WHERE ${where.sql}`, where.params),
    ]);
    return { rows, total: Number(count?.total ?? 0) };
  }

  /** Who is in some positions of a batch, or kept out, in the order in which they came to be there. */
  places(batchId: string, positionIds: readonly string[]): Promise<BatchPlaceRow[]> {
    return this.inParts(positionIds, (part) => {
      const { sql, params } = memberOf('l.position_id', part, 'ids');
      return readRows<BatchPlaceRow>(this.database.reader, `
        SELECT l.id AS id, l.position_id AS positionId, l.volunteer_id AS volunteerId, l.placed AS placed, l.lock_state AS lockState, l.by_staff AS byStaff, l.reasons AS reasons, l.against AS against, l.outcome AS outcome
        FROM batch_places l WHERE l.batch_id = :batchId AND ${sql} ORDER BY l.id`, { ...params, batchId });
    });
  }
  /** All places of a batch, or those of some people. */
  placed(batchId: string, volunteerIds?: readonly string[]): Promise<PlacedRow[]> {
    const read = (more: Predicate | null) => readRows<PlacedRow>(this.database.reader, `
      SELECT l.id AS id, l.position_id AS positionId, l.volunteer_id AS volunteerId, l.lock_state AS lockState, a.title AS activityTitle, s.starts_at AS startsAt, s.ends_at AS endsAt, a.county_id AS countyCode
      FROM batch_places l JOIN positions p ON p.id = l.position_id JOIN shifts s ON s.id = p.shift_id JOIN activities a ON a.id = p.activity_id WHERE l.batch_id = :batchId AND l.placed = 1 ${more ? `AND ${more.sql}` : ''} ORDER BY s.starts_at, l.position_id, l.id`, { ...more?.params, batchId });
    return volunteerIds === undefined ? read(null) : this.inParts(volunteerIds, (part) => read(memberOf('l.volunteer_id', part, 'ids')));
  }
  /** What staff have settled, and who is where. */
  draft(batchId: string): Promise<{ positionId: string; volunteerId: string; placed: number; lockState: BatchLock; byStaff: number }[]> {
    return readRows(this.database.reader, 'SELECT l.position_id AS positionId, l.volunteer_id AS volunteerId, l.placed AS placed, l.lock_state AS lockState, l.by_staff AS byStaff FROM batch_places l WHERE l.batch_id = :batchId ORDER BY l.id', { batchId });
  }
  prices(batchId: string): Promise<{ positionId: string; price: number }[]> {
    return readRows(this.database.reader, 'SELECT b.position_id AS positionId, b.price AS price FROM batch_positions b WHERE b.batch_id = :batchId', { batchId });
  }
  /** Of one batch: a place, or somebody in a position. */
  async find(batchId: string, key: { readonly id: string } | { readonly positionId: string; readonly volunteerId: string }): Promise<BatchPlaceEntity | null> { return this.database.writer.findOneBy(BatchPlaceEntity, { batchId, ...key }); }
  async position(batchId: string, positionId: string): Promise<{ places: number; filled: number } | null> {
    const [row] = await readRows<{ places: number; filled: number | string }>(this.database.writer, `SELECT b.places AS places, ${filled} AS filled FROM batch_positions b WHERE b.batch_id = :batchId AND b.position_id = :positionId`, { batchId, positionId });
    return row ? { places: row.places, filled: Number(row.filled) } : null;
  }

  insert(places: readonly BatchPlaceEntity[]): Promise<void> { return insertRows(this.database.writer, BatchPlaceEntity, places); }
  async change(id: string, changes: Partial<BatchPlaceEntity>): Promise<void> { await this.database.writer.createQueryBuilder().update(BatchPlaceEntity).set(changes).where('id = :id', { id }).execute(); }
  async remove(id: string): Promise<void> { await changeRows(this.database.writer, 'DELETE FROM batch_places WHERE id = :id', { id }); }
  /** What a run has made takes the place of what was there; who is kept out stays so. */
  async replace(batchId: string, positions: readonly BatchPositionEntity[], places: readonly BatchPlaceEntity[]): Promise<void> {
    await changeRows(this.database.writer, 'DELETE FROM batch_places WHERE batch_id = :batchId AND placed = 1', { batchId });
    await changeRows(this.database.writer, 'DELETE FROM batch_positions WHERE batch_id = :batchId', { batchId });
    await insertRows(this.database.writer, BatchPositionEntity, positions);
    await insertRows(this.database.writer, BatchPlaceEntity, places);
  }
  /** A draft that is thrown away leaves no names. */
  async clear(batchId: string): Promise<void> {
    await changeRows(this.database.writer, 'DELETE FROM batch_places WHERE batch_id = :batchId', { batchId });
    await changeRows(this.database.writer, 'DELETE FROM batch_positions WHERE batch_id = :batchId', { batchId });
  }
  async tell(outcomes: ReadonlyMap<BatchOutcome, readonly string[]>): Promise<void> {
    for (const [outcome, ids] of outcomes) {
      for (let at = 0; at < ids.length; at += AT_ONCE) {
        const { sql, params } = memberOf('id', ids.slice(at, at + AT_ONCE), 'ids');
        await changeRows(this.database.writer, `UPDATE batch_places SET outcome = :outcome WHERE ${sql}`, { ...params, outcome });
      }
    }
  }
  /** Places of which nothing is told yet. */
  async unasked(batchId: string): Promise<ReadonlySet<string>> {
    const rows = await readRows<{ id: string }>(this.database.reader, 'SELECT l.id AS id FROM batch_places l WHERE l.batch_id = :batchId AND l.placed = 1 AND l.outcome IS NULL', { batchId });
    return new Set(rows.map(({ id }) => id));
  }
  /** Whom batches have asked for some positions since a moment, by both ids with a space between them. */
  async askedSince(positionIds: readonly string[], since: Date): Promise<ReadonlySet<string>> {
    const { sql, params } = memberOf('i.position_id', [...new Set(positionIds)], 'ids');
    const rows = await readRows<{ positionId: string; volunteerId: string }>(this.database.reader, `SELECT i.position_id AS positionId, i.volunteer_id AS volunteerId FROM place_invitations i WHERE i.origin = 'batch' AND i.sent_at >= :since AND ${sql}`, { ...params, since: toDbTime(since) });
    return new Set(rows.map(({ positionId, volunteerId }) => `${positionId} ${volunteerId}`));
  }
  async outcomes(batchId: string): Promise<ReadonlyMap<BatchOutcome, number>> {
    const rows = await readRows<{ outcome: BatchOutcome; count: number | string }>(this.database.reader, 'SELECT l.outcome AS outcome, COUNT(*) AS count FROM batch_places l WHERE l.batch_id = :batchId AND l.outcome IS NOT NULL GROUP BY l.outcome', { batchId });
    return new Map(rows.map(({ outcome, count }) => [outcome, Number(count)]));
  }

  private async inParts<Row>(ids: readonly string[], read: (part: readonly string[]) => Promise<Row[]>): Promise<Row[]> {
    const rows: Row[] = [];
    for (let at = 0; at < ids.length; at += AT_ONCE) rows.push(...(await read(ids.slice(at, at + AT_ONCE))));
    return rows;
  }
}
