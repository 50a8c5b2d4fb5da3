import { Injectable } from '@nestjs/common';
import { adultsBornBy } from '@kepu/domain';
import type { Actor } from '../../platform/auth/actor.js';
import { LENGTHS } from '../../platform/database/column-lengths.js';
import { allOf, anyOf, Database, insertRows, memberOf, readRows } from '../../platform/database/index.js';
import { sortKey } from '../../platform/pinyin/pinyin.js';
import type { VolunteerRow } from './volunteer-lists.repository.js';
import { VolunteerMergeEntity } from './volunteer-merge.entity.js';
import { visibleVolunteers } from './volunteers.policy.js';

/** What says whether two registrations are alike. */
export type Alike = Pick<VolunteerRow, 'id' | 'name' | 'bornOn' | 'unitId'>;
/** A merge with the numbers of both. */
export interface MergeRow { readonly fromId: string; readonly intoId: string; readonly fromNumber: string; readonly number: string; readonly reason: string; readonly by: string | null; readonly at: string }

/** How many candidates are shown: a name that more people share says nothing. */
const MOST = 20;

/** Registrations that may be of one person, within what the reader may merge, and those that were merged. */
@Injectable()
export class VolunteerMergesRepository {
  constructor(private readonly database: Database) {}

  /** People of age whose registrations hold or are frozen. `documents`: whoever the documents point to. */
  candidates(actor: Actor, { id, name, bornOn, unitId }: Alike, documents: readonly string[], today: string): Promise<Alike[]> {
    const { sql, params } = allOf([
      visibleVolunteers(actor, 'volunteer:merge'),
      { sql: "v.id <> :id AND v.standing <> 'void' AND v.born_on <= :adultsBornBy", params: { id, adultsBornBy: adultsBornBy(today) } },
      anyOf([{ sql: 'v.name_key = :nameKey AND a.name = :name AND (v.born_on = :bornOn OR v.unit_id = :ownUnit)', params: { nameKey: sortKey(name, LENGTHS.searchKey), name, bornOn, ownUnit: unitId } }, memberOf('v.id', documents, 'documents')]),
    ]);
    return readRows<Alike>(this.database.reader, `
      SELECT v.id AS id, a.name AS name, v.born_on AS bornOn, v.unit_id AS unitId FROM volunteers v JOIN accounts a ON a.id = v.id AND a.state = 'active' LEFT JOIN units u ON u.id = v.unit_id WHERE ${sql}
      ORDER BY v.created_at, v.id LIMIT ${MOST}`, params);
  }

  insert(row: VolunteerMergeEntity): Promise<void> { return insertRows(this.database.writer, VolunteerMergeEntity, [row]); }
  into(id: string): Promise<MergeRow[]> { return this.rows('m.into_id = :id', id); }
  async find(fromId: string): Promise<MergeRow | null> { return (await this.rows('m.from_id = :id', fromId))[0] ?? null; }

  private rows(where: string, id: string): Promise<MergeRow[]> {
    return readRows<MergeRow>(this.database.reader, `
      SELECT m.from_id AS fromId, m.into_id AS intoId, f.number AS fromNumber, v.number AS number, m.reason AS reason, a.name AS \`by\`, m.merged_at AS at
      FROM volunteer_merges m JOIN volunteers f ON f.id = m.from_id JOIN volunteers v ON v.id = m.into_id LEFT JOIN accounts a ON a.id = m.merged_by WHERE ${where} ORDER BY m.merged_at, m.from_id`, { id });
  }
}
