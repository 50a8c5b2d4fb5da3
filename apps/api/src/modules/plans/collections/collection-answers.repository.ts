import { Injectable } from '@nestjs/common';
import type { CollectionAnswer, Permission } from '@kepu/contracts';
import { reachOf, unitsWithin, type Actor } from '../../../platform/auth/actor.js';
import { changeRows, Database, memberOf, readRows } from '../../../platform/database/index.js';
import { Refusal } from '../../../platform/errors/refusal.js';
import { CollectionAnswerEntity, CollectionEntity } from './collection.entity.js';

type CollectionPermission = Extract<Permission, `collection:${string}`>;
/** How one unit stands. */
export interface StandingRow {
  readonly id: string; readonly collectionId: string; readonly unitId: string; readonly unitName: string; readonly path: string; readonly divisionId: string; readonly searchKey: string; readonly countyCode: string; readonly countyName: string | null; readonly state: CollectionAnswer['state']; readonly none: number; readonly rowCount: number; readonly late: number;
  readonly submittedAt: string | null; readonly submittedBy: string | null; readonly chasedOn: string | null; readonly version: number;
}
/** What one unit wrote, with where it stands. */
export interface AnswerRow extends StandingRow {
  readonly content: string; readonly prefilled: number; readonly firstSubmittedAt: string | null; readonly checkedAt: string | null; readonly returnedReason: string | null; readonly returnedAt: string | null; readonly returnedBy: string | null; readonly returnedInside: number; readonly successorId: string | null; readonly successorName: string | null;
}

const standing = `a.id AS id, a.collection_id AS collectionId, a.unit_id AS unitId, u.name AS unitName, u.path AS path, u.division_id AS divisionId, u.search_key AS searchKey, SUBSTR(u.division_id, 1, 6) AS countyCode, d.name AS countyName, a.state AS state, a.none AS none, a.row_count AS rowCount, a.late AS late,
  a.submitted_at AS submittedAt, s.name AS submittedBy, h.chased_on AS chasedOn, a.version AS version`;
const content = 'a.content AS content, a.prefilled AS prefilled, a.first_submitted_at AS firstSubmittedAt, a.checked_at AS checkedAt, a.returned_reason AS returnedReason, a.returned_at AS returnedAt, r.name AS returnedBy, a.returned_inside AS returnedInside, u.successor_id AS successorId, n.name AS successorName';
const from = `FROM collection_answers a JOIN units u ON u.id = a.unit_id LEFT JOIN divisions d ON d.id = SUBSTR(u.division_id, 1, 6) LEFT JOIN accounts s ON s.id = a.submitted_by LEFT JOIN accounts r ON r.id = a.returned_by LEFT JOIN units n ON n.id = u.successor_id
  LEFT JOIN (SELECT x.collection_id AS collection_id, x.unit_id AS unit_id, MAX(x.day) AS chased_on FROM collection_chases x GROUP BY x.collection_id, x.unit_id) h ON h.collection_id = a.collection_id AND h.unit_id = a.unit_id`;

/** Rows of `collection_answers`, within the reach of the permission that they are read under. */
@Injectable()
export class CollectionAnswersRepository {
  constructor(private readonly database: Database) {}

  /** Units in reach of some collections, in protocol order. One statement, however many. */
  standings(actor: Actor, collectionIds: readonly string[]): Promise<StandingRow[]> {
    const [scope, those] = [unitsWithin(reachOf(actor, 'collection:read'), 'u'), memberOf('a.collection_id', collectionIds, 'collectionIds')];
    return readRows<StandingRow>(this.database.reader, `SELECT ${standing} ${from} WHERE ${those.sql} AND (${scope.sql}) ORDER BY u.sort_no, a.id`, { ...those.params, ...scope.params });
  }
  /** What was handed in, unit by unit. */
  counted(actor: Actor, collectionId: string): Promise<AnswerRow[]> {
    const scope = unitsWithin(reachOf(actor, 'collection:read'), 'u');
    return readRows<AnswerRow>(this.database.reader, `SELECT ${standing}, ${content} ${from} WHERE a.collection_id = :collectionId AND a.state IN ('submitted', 'accepted') AND (${scope.sql}) ORDER BY u.sort_no, a.id`, { collectionId, ...scope.params });
  }
  async findFor(actor: Actor, id: string, permission: CollectionPermission): Promise<AnswerRow | null> {
    const scope = unitsWithin(reachOf(actor, permission), 'u');
    return (await readRows<AnswerRow>(this.database.reader, `SELECT ${standing}, ${content} ${from} WHERE a.id = :id AND (${scope.sql})`, { id, ...scope.params }))[0] ?? null;
  }
  /** A change against the version and state that were read. */
  async update({ id, state }: Pick<AnswerRow, 'id' | 'state'>, version: number, changes: Partial<CollectionAnswerEntity>): Promise<boolean> {
    return (await this.database.writer.createQueryBuilder().update(CollectionAnswerEntity).set({ ...changes, version: version + 1 }).where({ id, version, state }).execute()).affected === 1;
  }
  /** What waits in a unit, for the office that hands its work over. */
  async openOf(unitId: string): Promise<number> {
    const [row] = await readRows<{ total: number | string }>(this.database.reader, "SELECT COUNT(*) AS total FROM collection_answers a JOIN collections c ON c.id = a.collection_id WHERE c.state = 'open' AND a.unit_id = :unitId AND a.state IN ('draft', 'returned', 'checking')", { unitId });
    return Number(row?.total ?? 0);
  }

  /**
   * A unit that was merged: what it has not handed in is asked of its successor, with what is written so far. Where the successor is asked itself, its own answer goes on with the rows of both.
   * What was handed in stays with the unit that said it, and counts once.
   */
  async moveUnit(fromId: string, toId: string): Promise<{ id: string; into: string }[]> {
    const moved: { id: string; into: string }[] = [];
    const own = await this.database.reader.createQueryBuilder(CollectionAnswerEntity, 'a').innerJoin('collections', 'c', "c.id = a.collection_id AND c.state IN ('open', 'closed')").where("a.unit_id = :fromId AND a.state IN ('draft', 'returned', 'checking')", { fromId }).getMany();
    for (const row of own) {
      const twin = await this.database.reader.findOneBy(CollectionAnswerEntity, { collectionId: row.collectionId, unitId: toId });
      // Somebody hands it in at this moment, or the successor writes: the merger begins anew.
      const demand = (changed: boolean): void => { if (!changed) throw new Refusal('version.stale'); };
      if (!twin) demand(await this.update(row, row.version, { unitId: toId }));
      else {
        const theirs = twin.prefilled ? [] : twin.content;
        const both = [...theirs, ...(row.prefilled && theirs.length > 0 ? [] : row.content)];
        const { mostRows } = await this.database.reader.findOneByOrFail(CollectionEntity, { id: row.collectionId });
        const open = twin.state === 'draft' || twin.state === 'returned';
        // What is too much, or comes to an answer that has left the unit, stays with the unit that wrote it, for the office to see.
        if (row.content.length > 0 && !row.prefilled && (!open || both.length > mostRows)) continue;
        if (open && !twin.none && row.content.length > 0) demand(await this.update(twin, twin.version, { content: both, rowCount: both.length, prefilled: twin.prefilled && row.prefilled }));
        demand((await this.database.writer.delete(CollectionAnswerEntity, { id: row.id, version: row.version, state: row.state })).affected === 1);
      }
      moved.push({ id: row.id, into: twin?.id ?? row.id });
    }
    await changeRows(this.database.writer, 'DELETE FROM collection_chases WHERE unit_id = :fromId AND EXISTS (SELECT 1 FROM (SELECT y.collection_id AS collection_id, y.day AS day FROM collection_chases y WHERE y.unit_id = :toId) t WHERE t.collection_id = collection_chases.collection_id AND t.day = collection_chases.day)', { fromId, toId });
    await changeRows(this.database.writer, 'UPDATE collection_chases SET unit_id = :toId WHERE unit_id = :fromId', { fromId, toId });
    return moved;
  }
}
