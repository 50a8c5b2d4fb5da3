import { Injectable } from '@nestjs/common';
import type { SharedThing, sharedThingQuery } from '@kepu/contracts';
import type { z } from 'zod';
import { reachOf, unitsWithin, type Actor } from '../../platform/auth/actor.js';
import { allOf, changeRows, Database, insertRows, memberOf, readRows, type Predicate } from '../../platform/database/index.js';
import { likePattern, searchTerm } from '../../platform/pinyin/pinyin.js';
import { SharedThingEntity } from './thing.entity.js';

/** A thing with who keeps it. */
export interface ThingRow {
  readonly id: string; readonly name: string; readonly kind: SharedThing['kind']; readonly unitId: string; readonly unitName: string; readonly unitPath: string; readonly divisionId: string; readonly about: string | null; readonly needs: string | null; readonly shown: number; readonly closed: number; readonly version: number; readonly waiting: number | string;
}

const columns = `h.id AS id, h.name AS name, h.kind AS kind, ku.id AS unitId, ku.name AS unitName, ku.path AS unitPath, ku.division_id AS divisionId, h.about AS about, h.needs AS needs, h.shown AS shown, h.closed AS closed, h.version AS version,
  (SELECT COUNT(*) FROM thing_bookings b WHERE b.thing_id = h.id AND b.state = 'asked') AS waiting`;
const from = 'FROM shared_things h JOIN units ku ON ku.id = h.unit_id';

/** Rows of `shared_things`. Any staff may see what there is to share; whoever keeps a thing changes it. */
@Injectable()
export class ThingsRepository {
  constructor(private readonly database: Database) {}

  async list({ q, ids, kind, unitId, closed, sort = 'name', page, perPage }: z.output<typeof sharedThingQuery>): Promise<{ rows: ThingRow[]; total: number }> {
    const term = q ? searchTerm(q) : null;
    const { sql, params } = allOf([
      ...(term ? [{ sql: "h.name_key LIKE :term ESCAPE '!'", params: { term: likePattern(term) } }] : []), ...(ids ? [memberOf('h.id', ids, 'ids')] : []), ...(kind ? [{ sql: 'h.kind = :kind', params: { kind } }] : []),
      ...(unitId === undefined ? [] : [{ sql: 'ku.path LIKE :unitPath', params: { unitPath: `%/${unitId}/%` } }]), ...(closed === undefined ? [] : [{ sql: `h.closed = ${closed ? 1 : 0}`, params: {} }]),
    ] satisfies Predicate[]);
    const direction = sort.startsWith('-') ? 'DESC' : 'ASC';
    const rows = await readRows<ThingRow>(this.database.reader, `SELECT ${columns} ${from} WHERE ${sql} ORDER BY h.closed, h.name_key ${direction}, h.id ${direction} LIMIT :pageLimit OFFSET :pageOffset`, { ...params, pageLimit: perPage, pageOffset: (page - 1) * perPage });
    const [count] = await readRows<{ total: number | string }>(this.database.reader, `SELECT COUNT(*) AS total ${from} WHERE ${sql}`, params);
    return { rows, total: Number(count?.total ?? 0) };
  }
  async find(id: string): Promise<ThingRow | null> { return (await readRows<ThingRow>(this.database.reader, `SELECT ${columns} ${from} WHERE h.id = :id`, { id }))[0] ?? null; }
  async findFor(actor: Actor, id: string): Promise<ThingRow | null> {
    const kept = unitsWithin(reachOf(actor, 'thing:write'), 'ku');
    return (await readRows<ThingRow>(this.database.reader, `SELECT ${columns} ${from} WHERE h.id = :id AND (${kept.sql})`, { ...kept.params, id }))[0] ?? null;
  }
  /** What anybody may know of, by name. */
  shown(thingId: string | undefined): Promise<ThingRow[]> { return readRows<ThingRow>(this.database.reader, `SELECT ${columns} ${from} WHERE h.shown = 1 AND h.closed = 0${thingId === undefined ? '' : ' AND h.id = :thingId'} ORDER BY h.name_key, h.id`, thingId === undefined ? {} : { thingId }); }
  /** What stands in the calendar of staff: all that can be asked for. */
  open(): Promise<ThingRow[]> { return readRows<ThingRow>(this.database.reader, `SELECT ${columns} ${from} WHERE h.closed = 0 ORDER BY h.name_key, h.id`, {}); }

  insert(row: SharedThingEntity): Promise<void> { return insertRows(this.database.writer, SharedThingEntity, [row]); }
  async update(id: string, version: number, changes: Partial<SharedThingEntity>): Promise<boolean> { return (await this.database.writer.update(SharedThingEntity, { id, version }, { ...changes, version: version + 1 })).affected === 1; }
  /** What a unit kept and asked for is its successor's; a name that is there already is told apart. */
  async moveUnit(fromId: string, toId: string): Promise<void> {
    const clashing = await readRows<{ id: string; name: string }>(this.database.reader, 'SELECT h.id AS id, h.name AS name FROM shared_things h WHERE h.unit_id = :fromId AND EXISTS (SELECT 1 FROM shared_things o WHERE o.unit_id = :toId AND o.name = h.name)', { fromId, toId });
    for (const { id, name } of clashing) await changeRows(this.database.writer, 'UPDATE shared_things SET name = :name WHERE id = :id', { id, name: `${name.slice(0, 100)} ${id.slice(-6)}` });
    await changeRows(this.database.writer, 'UPDATE shared_things SET unit_id = :toId, version = version + 1 WHERE unit_id = :fromId', { fromId, toId });
    await changeRows(this.database.writer, 'UPDATE thing_bookings SET unit_id = :toId, version = version + 1 WHERE unit_id = :fromId', { fromId, toId });
  }
}
