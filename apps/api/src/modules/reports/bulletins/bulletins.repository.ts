import { Injectable } from '@nestjs/common';
import { lengths, type Bulletin, type BulletinKind, type BulletinMetric, type bulletinQuery, type BulletinRecordKind, type Permission } from '@kepu/contracts';
import type { z } from 'zod';
import { can, reachOf, unitsWithin, type Actor } from '../../../platform/auth/actor.js';
import { allOf, anyOf, Database, insertRows, memberOf, newId, nothing, readRows, type Predicate } from '../../../platform/database/index.js';
import { likePattern } from '../../../platform/pinyin/pinyin.js';
import { visibleAssignments, visiblePlans, workedItems, type CountedLine } from '../../plans/index.js';
import { BulletinEntity, BulletinLineEntity } from './bulletin.entity.js';

type BulletinPermission = Extract<Permission, `bulletin:${string}`>;
type Filters = Partial<Omit<z.output<typeof bulletinQuery>, 'page' | 'perPage'>>;
/** A bulletin as a list reads it. */
export interface BulletinRow {
  readonly id: string; readonly planId: string; readonly planTitle: string; readonly planYear: number; readonly planState: Bulletin['plan']['state']; readonly issuer: string | null; readonly kind: BulletinKind; readonly state: Bulletin['state']; readonly number: string | null; readonly title: string; readonly fromDay: string; readonly toDay: string;
  readonly countedAt: string; readonly sections: string; readonly axes: string; readonly createdAt: string; readonly createdById: string; readonly createdBy: string; readonly approvedAt: string | null; readonly approvedBy: string | null; readonly turnedDownReason: string | null; readonly turnedDownAt: string | null; readonly turnedDownBy: string | null;
  readonly issuedAt: string | null; readonly issuedBy: string | null; readonly withdrawnReason: string | null; readonly withdrawnAt: string | null; readonly withdrawnBy: string | null; readonly version: number;
}
/** A number: which metric of what, and its value. `ofId` is empty for the city. */
export interface SumRow { readonly metric: BulletinMetric; readonly ofId: string; readonly value: number | string; readonly records: number | string }
/** Which lines a number is the sum of. */
export interface FigureLines { readonly scope: 'city' | 'programme' | 'unit' | 'measure'; readonly metric: BulletinMetric; readonly ofId: string | null }
/** A record of a number, with what it adds. */
export interface RecordRow { readonly refKind: BulletinRecordKind; readonly refId: string; readonly title: string; readonly quantity: number | string; readonly manual: number | string; readonly unitId: string | null; readonly unitName: string | null; readonly occurredOn: string | null; readonly itemId: string | null; readonly activityId: string | null; readonly items: number | string }

const columns = `b.id AS id, b.plan_id AS planId, p.title AS planTitle, p.year AS planYear, p.state AS planState, p.issuer AS issuer, b.kind AS kind, b.state AS state, b.number AS number, b.title AS title, b.from_day AS fromDay, b.to_day AS toDay, b.counted_at AS countedAt, b.sections AS sections, b.axes AS axes,
  b.created_at AS createdAt, b.created_by AS createdById, cw.name AS createdBy, b.approved_at AS approvedAt, ca.name AS approvedBy, b.turned_down_reason AS turnedDownReason, b.turned_down_at AS turnedDownAt, ct.name AS turnedDownBy, b.issued_at AS issuedAt, ci.name AS issuedBy,
  b.withdrawn_reason AS withdrawnReason, b.withdrawn_at AS withdrawnAt, cx.name AS withdrawnBy, b.version AS version`;
const from = 'FROM bulletins b JOIN plans p ON p.id = b.plan_id';
const names = 'JOIN accounts cw ON cw.id = b.created_by LEFT JOIN accounts ca ON ca.id = b.approved_by LEFT JOIN accounts ct ON ct.id = b.turned_down_by LEFT JOIN accounts ci ON ci.id = b.issued_by LEFT JOIN accounts cx ON cx.id = b.withdrawn_by';
const sorts = { written: 'b.created_at', from: 'b.from_day' } as const;
const recordSorts = { occurredOn: 'MIN(l.occurred_on)', quantity: 'MAX(l.quantity)' } as const;
const equal = (column: string, name: string, value: string | undefined): Predicate[] => (value === undefined ? [] : [{ sql: `${column} = :${name}`, params: { [name]: value } }]);

/** Whether somebody sees what was not issued: the office, and its leader. */
export const seesUnissued = (actor: Actor): boolean => can(actor, 'bulletin:write') || can(actor, 'bulletin:approve');
/** What the actor sees of bulletins: of plans in sight what was issued, and taken back since; the office and its leader also what is not, and what is for the meeting. Who may not do a thing at all sees nothing to do it to. */
const visibleBulletins = (actor: Actor, permission: BulletinPermission): Predicate => allOf([
  visiblePlans(actor), ...(can(actor, permission) ? [] : [nothing]), ...(seesUnissued(actor) ? [] : [{ sql: "b.state IN ('issued', 'withdrawn') AND b.kind <> 'meeting'", params: {} }]),
]);
const linesOf = (id: string, { scope, metric, ofId }: FigureLines): Predicate => ({
  sql: `l.bulletin_id = :bulletinId AND l.scope = :scope AND l.metric = :metric${scope === 'city' ? '' : ` AND l.${scope === 'measure' ? 'ref_id' : `${scope}_id`} = :ofId`}`,
  params: { bulletinId: id, scope, metric, ...(scope === 'city' ? {} : { ofId }) },
});
/** How far units are with an item: known to those who may know the state of their assignments. */
const STANDING = "('assignments', 'signed', 'closed_out', 'overdue')";
/** Lines of items, and of units, that the actor sees: a number is everybody's, what it is made of is not. */
const visibleLines = (actor: Actor): Predicate => {
  const items = workedItems(actor);
  const standing = visibleAssignments(actor, 'au');
  const units = unitsWithin(reachOf(actor, 'bulletin:read'), 'lu');
  return anyOf([
    { sql: `EXISTS (SELECT 1 FROM items i WHERE i.id = l.item_id AND ${items.sql}) AND (l.metric NOT IN ${STANDING} OR EXISTS (SELECT 1 FROM units au WHERE au.id = l.unit_id AND ${standing.sql}))`, params: { ...items.params, ...standing.params } },
    { sql: `l.item_id IS NULL AND EXISTS (SELECT 1 FROM units lu WHERE lu.id = l.unit_id AND ${units.sql})`, params: units.params },
  ]);
};

/** Rows of `bulletins`, and the records that their numbers are sums of. */
@Injectable()
export class BulletinsRepository {
  constructor(private readonly database: Database) {}

  async listFor(actor: Actor, { q, ids, planId, kind, state, sort = '-written' }: Filters, window?: { offset: number; limit: number }, permission: BulletinPermission = 'bulletin:read'): Promise<{ rows: BulletinRow[]; total: number }> {
    const scope = allOf([
      visibleBulletins(actor, permission), ...equal('b.plan_id', 'planId', planId), ...equal('b.kind', 'kind', kind), ...equal('b.state', 'state', state), ...(ids ? [memberOf('b.id', ids, 'ids')] : []),
      ...(q ? [{ sql: "(b.title LIKE :term ESCAPE '!' OR b.number LIKE :term ESCAPE '!')", params: { term: likePattern(q) } }] : []),
    ]);
    const [counted] = window ? await readRows<{ total: number | string }>(this.database.reader, `SELECT COUNT(*) AS total ${from} WHERE ${scope.sql}`, scope.params) : [];
    const direction = sort.startsWith('-') ? 'DESC' : 'ASC';
    const rows = await readRows<BulletinRow>(this.database.reader, `SELECT ${columns} ${from} ${names} WHERE ${scope.sql} ORDER BY ${sorts[sort.replace('-', '') as keyof typeof sorts]} ${direction}, b.id ${direction}${window ? ` LIMIT ${window.limit} OFFSET ${window.offset}` : ''}`, scope.params);
    return { rows, total: window ? Number(counted?.total ?? 0) : rows.length };
  }
  async findFor(actor: Actor, id: string, permission: BulletinPermission): Promise<BulletinRow | null> { return (await this.listFor(actor, { ids: [id] }, undefined, permission)).rows[0] ?? null; }

  /** Every number, each the sum over its distinct records: four statements, however many there are. */
  async sums(id: string): Promise<{ city: SumRow[]; programme: SumRow[]; unit: SumRow[]; measure: SumRow[] }> {
    const sum = (scope: string, of: string | null): Promise<SumRow[]> => readRows<SumRow>(
      this.database.reader, `SELECT t.metric AS metric, ${of === null ? "''" : 't.of_id'} AS ofId, SUM(t.quantity) AS value, COUNT(*) AS records FROM (SELECT l.metric AS metric${of === null ? '' : `, l.${of} AS of_id`}, MAX(l.quantity) AS quantity FROM bulletin_lines l
        WHERE l.bulletin_id = :id AND l.scope = :scope${of === null ? '' : ` AND l.${of} IS NOT NULL`} GROUP BY l.metric${of === null ? '' : `, l.${of}`}, l.ref_kind, l.ref_id) t GROUP BY t.metric${of === null ? '' : ', t.of_id'}`, { id, scope });
    const [city, programme, unit, measure] = await Promise.all([sum('city', null), sum('programme', 'programme_id'), sum('unit', 'unit_id'), sum('measure', 'ref_id')]);
    return { city, programme, unit, measure };
  }

  /** Records of a number that the actor sees, and how many there are with those that he does not. */
  async recordsFor(actor: Actor, id: string, figure: FigureLines, { sort = 'occurredOn', q, manual }: { sort?: string | undefined; q?: string | undefined; manual?: boolean | undefined }, window?: { offset: number; limit: number }): Promise<{ rows: RecordRow[]; total: number; hidden: number; sum: number }> {
    const whole = linesOf(id, figure);
    const scope = allOf([whole, visibleLines(actor), ...(q ? [{ sql: "l.title LIKE :term ESCAPE '!'", params: { term: likePattern(q) } }] : []), ...(manual === undefined ? [] : [{ sql: `l.manual ${manual ? '<>' : '='} 0`, params: {} }])]);
    const counted = async ({ sql, params }: Predicate): Promise<{ total: number; sum: number }> => {
      const [row] = await readRows<{ total: number | string; sum: number | string | null }>(this.database.reader, `SELECT COUNT(*) AS total, SUM(t.quantity) AS sum FROM (SELECT MAX(l.quantity) AS quantity FROM bulletin_lines l WHERE ${sql} GROUP BY l.ref_kind, l.ref_id) t`, params);
      return { total: Number(row?.total ?? 0), sum: Number(row?.sum ?? 0) };
    };
    const direction = sort.startsWith('-') ? 'DESC' : 'ASC';
    const rows = await readRows<RecordRow>(
      this.database.reader, `SELECT t.*, u.name AS unitName FROM (SELECT l.ref_kind AS refKind, l.ref_id AS refId, MIN(l.title) AS title, MAX(l.quantity) AS quantity, MAX(l.manual) AS manual, MIN(l.unit_id) AS unitId, MIN(l.occurred_on) AS occurredOn, MIN(l.item_id) AS itemId, MIN(l.activity_id) AS activityId, COUNT(DISTINCT l.item_id) AS items,
        MIN(l.id) AS firstId FROM bulletin_lines l WHERE ${scope.sql} GROUP BY l.ref_kind, l.ref_id ORDER BY ${recordSorts[sort.replace('-', '') as keyof typeof recordSorts]} ${direction}, MIN(l.id) ${direction}${window ? ` LIMIT ${window.limit} OFFSET ${window.offset}` : ''}) t
        LEFT JOIN units u ON u.id = t.unitId`, scope.params);
    const [seen, { total: all, sum }] = await Promise.all([counted(scope), counted(whole)]);
    // What a search leaves out is not hidden.
    const visible = q === undefined && manual === undefined ? seen.total : (await counted(allOf([whole, visibleLines(actor)]))).total;
    return { rows, total: seen.total, hidden: all - visible, sum };
  }

  async insert(row: BulletinEntity, lines: readonly CountedLine[]): Promise<void> {
    await insertRows(this.database.writer, BulletinEntity, [row]);
    await this.insertLines(row.id, lines);
  }
  /** Other lines in place of those that it was made of. */
  async replaceLines(id: string, lines: readonly CountedLine[]): Promise<void> {
    await this.database.writer.delete(BulletinLineEntity, { bulletinId: id });
    await this.insertLines(id, lines);
  }
  /** A change against the version and state that were read: of two at once, one wins. */
  async update(row: Pick<BulletinEntity, 'id' | 'state'>, version: number, changes: Partial<BulletinEntity>): Promise<boolean> {
    return (await this.database.writer.createQueryBuilder().update(BulletinEntity).set({ ...changes, version: version + 1 }).where({ id: row.id, version, state: row.state }).execute()).affected === 1;
  }
  async remove(id: string): Promise<boolean> {
    await this.database.writer.delete(BulletinLineEntity, { bulletinId: id });
    return (await this.database.writer.delete(BulletinEntity, { id, state: 'draft' })).affected === 1;
  }

  private insertLines(bulletinId: string, lines: readonly CountedLine[]): Promise<void> {
    return insertRows(this.database.writer, BulletinLineEntity, lines.map((line): BulletinLineEntity => ({ ...line, id: newId(), bulletinId, title: [...line.title].slice(0, lengths.title).join('') })));
  }
}
