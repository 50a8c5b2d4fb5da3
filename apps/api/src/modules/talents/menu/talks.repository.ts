import { Injectable } from '@nestjs/common';
import { talkLanguages, type publicTalkQuery, type talkQuery } from '@kepu/contracts';
import type { TalkState } from '@kepu/domain';
import type { z } from 'zod';
import { reachOf, type Actor } from '../../../platform/auth/actor.js';
import { allOf, changeRows, Database, insertRows, memberOf, newId, readRows, type Predicate } from '../../../platform/database/index.js';
import { likePattern, searchTerm } from '../../../platform/pinyin/pinyin.js';
import { keptPools } from '../nominations/nomination.policy.js';
import { running } from '../talents.policy.js';
import { TalkEntity, TalkTermEntity } from './talk.entity.js';
import { inTerm, lecturersWithin, onMenu, talksWithin } from './talk.policy.js';

/** A talk with the names that it shows. Flags are 0 or 1. */
export interface TalkRow {
  readonly id: string; readonly poolId: string; readonly poolName: string; readonly menu: number; readonly menuNames: number; readonly menuRatings: number; readonly ownerDivisionId: string | null; readonly ownerUnitId: string | null; readonly ownerPath: string | null; readonly lecturerId: string; readonly lecturerName: string;
  readonly unitId: string | null; readonly unitName: string | null; readonly unitPath: string | null; readonly countyId: string | null; readonly countyName: string | null; readonly title: string; readonly summary: string; readonly minutes: number; readonly mostPeople: number | null; readonly equipment: string; readonly needs: string | null;
  readonly languages: string; readonly months: string; readonly nameShown: number; readonly staffWritten: number; readonly state: TalkState; readonly updatedAt: string; readonly submittedAt: string | null; readonly publishedAt: string | null; readonly publishedBy: string | null; readonly publishedByName: string | null; readonly returnedReason: string | null; readonly returnedAt: string | null; readonly returnedBy: string | null;
  readonly withdrawnReason: string | null; readonly withdrawnAt: string | null; readonly version: number; readonly inTerm: number; readonly onMenu: number;
}
/** A topic or an audience of a talk. */
export interface TalkTermRow { readonly talkId: string; readonly kind: 'topic' | 'audience'; readonly id: string; readonly name: string }
/** A pool on whose menu somebody may stand: the term runs, or is held. */
export interface OfferingRow { readonly id: string; readonly name: string; readonly menuNames: number }
type MenuQuery = z.output<typeof publicTalkQuery>;
type StaffQuery = z.output<typeof talkQuery>;
interface Window { readonly page: number; readonly perPage: number }
export interface Found { readonly rows: TalkRow[]; readonly total: number }

const columns = `k.id AS id, k.pool_id AS poolId, p.name AS poolName, p.menu AS menu, p.menu_names AS menuNames, p.menu_ratings AS menuRatings, p.owner_division_id AS ownerDivisionId, p.owner_unit_id AS ownerUnitId, po.path AS ownerPath, k.lecturer_id AS lecturerId, a.name AS lecturerName,
  v.unit_id AS unitId, tu.name AS unitName, tu.path AS unitPath, v.county_id AS countyId, d.name AS countyName, k.title AS title, k.summary AS summary, k.minutes AS minutes, k.most_people AS mostPeople, k.equipment AS equipment, k.needs AS needs, k.languages AS languages, k.months AS months,
  k.name_shown AS nameShown, k.staff_written AS staffWritten, k.state AS state, k.updated_at AS updatedAt, k.submitted_at AS submittedAt, k.published_at AS publishedAt, k.published_by AS publishedBy, pb.name AS publishedByName, k.returned_reason AS returnedReason, k.returned_at AS returnedAt, k.returned_by AS returnedBy, k.withdrawn_reason AS withdrawnReason, k.withdrawn_at AS withdrawnAt, k.version AS version`;
const from = `FROM talks k JOIN pools p ON p.id = k.pool_id JOIN accounts a ON a.id = k.lecturer_id LEFT JOIN volunteers v ON v.id = k.lecturer_id LEFT JOIN units tu ON tu.id = v.unit_id LEFT JOIN divisions d ON d.id = v.county_id
  LEFT JOIN units po ON po.id = p.owner_unit_id LEFT JOIN accounts pb ON pb.id = k.published_by`;
/** By the order of the first topic, then by the title. */
const firstTopic = "(SELECT MIN(COALESCE(z.sort_no, y.sort_no) * 1000 + y.sort_no) FROM talk_terms x JOIN terms y ON y.id = x.term_id LEFT JOIN terms z ON z.id = y.parent_id WHERE x.talk_id = k.id AND x.kind = 'topic')";
const sorts = { topic: firstTopic, minutes: 'k.minutes', publishedAt: 'k.published_at', updatedAt: 'k.updated_at', title: 'k.title_key', lecturerName: 'a.name_key' } as const;

const equal = (column: string, name: string, value: string | undefined): Predicate[] => (value === undefined ? [] : [{ sql: `${column} = :${name}`, params: { [name]: value } }]);
const shared = ({ q, ids, poolId, topicId, audienceId, language }: Pick<MenuQuery, 'q' | 'ids' | 'poolId' | 'topicId' | 'audienceId' | 'language'>): Predicate[] => {
  const term = q ? searchTerm(q) : null;
  return [
    ...(term ? [{ sql: "k.search_key LIKE :term ESCAPE '!'", params: { term: likePattern(term) } }] : []), ...(ids ? [memberOf('k.id', ids, 'ids')] : []), ...equal('k.pool_id', 'poolId', poolId),
    ...(topicId === undefined ? [] : [{ sql: 'EXISTS (SELECT 1 FROM talk_terms x JOIN terms y ON y.id = x.term_id WHERE x.talk_id = k.id AND (y.id = :topicId OR y.parent_id = :topicId))', params: { topicId } }]),
    ...(audienceId === undefined ? [] : [{ sql: "EXISTS (SELECT 1 FROM talk_terms x WHERE x.talk_id = k.id AND x.kind = 'audience' AND x.term_id = :audienceId)", params: { audienceId } }]),
    ...(language === undefined ? [] : [{ sql: "SUBSTR(k.languages, :languageAt, 1) = '1'", params: { languageAt: talkLanguages.indexOf(language) + 1 } }]),
  ];
};

/** Rows of `talks`. The menu is anybody's; staff see what is within their reach; a lecturer the own ones. */
@Injectable()
export class TalksRepository {
  constructor(private readonly database: Database) {}

  /** What stands on the menu on a day. A word is looked for in titles and summaries: the names of lecturers are not to be found by guessing. */
  menu(query: Partial<MenuQuery> & Window, today: string): Promise<Found> {
    const { longest, month, sort = 'topic' } = query;
    return this.page(allOf([
      onMenu(today), ...shared(query), ...(longest === undefined ? [] : [{ sql: 'k.minutes <= :longest', params: { longest } }]), ...(month === undefined ? [] : [{ sql: "SUBSTR(k.months, :monthAt, 1) = '1'", params: { monthAt: month } }]),
    ]), sort, query, today);
  }
  async onMenu(id: string, today: string): Promise<TalkRow | null> { return (await this.menu({ ids: [id], page: 1, perPage: 1 }, today)).rows[0] ?? null; }

  async byIds(ids: readonly string[], today: string): Promise<TalkRow[]> { return ids.length === 0 ? [] : this.read(memberOf('k.id', ids, 'ids'), 'k.id', today); }
  /** On the menu, and about any of some topics, those above and below them too. */
  about(topicIds: readonly string[], today: string): Promise<TalkRow[]> {
    const [own, above, below] = [memberOf('y.id', topicIds, 'topics'), memberOf('y.parent_id', topicIds, 'topics'), memberOf('c.id', topicIds, 'topics')];
    return this.read(allOf([onMenu(today), {
      sql: `EXISTS (SELECT 1 FROM talk_terms x JOIN terms y ON y.id = x.term_id LEFT JOIN terms c ON c.parent_id = y.id WHERE x.talk_id = k.id AND x.kind = 'topic' AND (${own.sql} OR ${above.sql} OR ${below.sql}))`, params: own.params,
    }]), 'k.title_key, k.id', today);
  }

  listFor(actor: Actor, query: StaffQuery, today: string): Promise<Found> {
    const { lecturerId, unitId, state, waiting, sort = '-updatedAt' } = query;
    const [shown, kept] = [onMenu(today), keptPools(reachOf(actor, 'talk:publish'), 'published')];
    const waits: Predicate = { sql: `k.state = 'submitted' AND (${kept.sql})`, params: kept.params };
    return this.page(allOf([
      talksWithin(reachOf(actor, 'talk:read')), ...shared(query), ...equal('k.lecturer_id', 'lecturerId', lecturerId), ...equal('k.state', 'state', state), ...(unitId === undefined ? [] : [{ sql: 'tu.path LIKE :unitPath', params: { unitPath: `%/${unitId}/%` } }]),
      ...(query.onMenu === undefined ? [] : [query.onMenu ? shown : { sql: `NOT (${shown.sql})`, params: shown.params }]), ...(waiting === undefined ? [] : [waiting ? waits : { sql: `NOT (${waits.sql})`, params: waits.params }]),
    ]), sort, query, today);
  }
  async findFor(actor: Actor, permission: 'talk:read' | 'talk:write' | 'talk:publish', id: string, today: string): Promise<TalkRow | null> {
    return (await this.read(allOf([talksWithin(reachOf(actor, permission)), ...equal('k.id', 'id', id)]), 'k.id', today))[0] ?? null;
  }
  ofLecturer(lecturerId: string, today: string): Promise<TalkRow[]> { return this.read({ sql: 'k.lecturer_id = :lecturerId', params: { lecturerId } }, 'k.updated_at DESC, k.id DESC', today); }
  async ownOne(lecturerId: string, id: string, today: string): Promise<TalkRow | null> { return (await this.read({ sql: 'k.lecturer_id = :lecturerId AND k.id = :id', params: { lecturerId, id } }, 'k.id', today))[0] ?? null; }

  /** Topics and audiences of some talks, in the order of their dictionaries. */
  async terms(talkIds: readonly string[]): Promise<TalkTermRow[]> {
    if (talkIds.length === 0) return [];
    return readRows<TalkTermRow>(this.database.reader, `SELECT x.talk_id AS talkId, x.kind AS kind, y.id AS id, y.name AS name FROM talk_terms x JOIN terms y ON y.id = x.term_id LEFT JOIN terms z ON z.id = y.parent_id
      WHERE x.talk_id IN (:...talkIds) ORDER BY COALESCE(z.sort_no, y.sort_no), y.sort_no, y.id`, { talkIds });
  }
  /** How many of the ids are open topics, or open audiences. */
  async countOpenTerms(kind: TalkTermEntity['kind'], ids: readonly string[], today: string): Promise<number> {
    const those = memberOf('y.id', ids, 'ids');
    return (await readRows(this.database.reader, `SELECT y.id AS id FROM terms y WHERE y.kind = :kind AND (y.closed_on IS NULL OR y.closed_on > :today) AND ${those.sql}`, { ...those.params, kind, today })).length;
  }
  /** Pools with a menu in which somebody is in term today. */
  offering(accountId: string, today: string): Promise<OfferingRow[]> {
    const runs = running(today);
    return readRows<OfferingRow>(this.database.reader, `SELECT p.id AS id, p.name AS name, p.menu_names AS menuNames FROM pools p WHERE p.menu = 1 AND EXISTS (SELECT 1 FROM pool_terms t JOIN accounts a ON a.id = t.account_id AND a.state = 'active' WHERE t.pool_id = p.id AND t.account_id = :accountId AND ${runs.sql}) ORDER BY p.sort_no, p.id`, { ...runs.params, accountId });
  }
  /** A volunteer whom a right over talks reaches, in their own right or by the pool. */
  async lecturer(actor: Actor, lecturerId: string, poolId: string): Promise<boolean> {
    const { sql, params } = lecturersWithin(reachOf(actor, 'talk:write'));
    return (await readRows(this.database.reader, `SELECT 1 AS found FROM volunteers v JOIN accounts a ON a.id = v.id AND a.state = 'active' JOIN pools p ON p.id = :poolId LEFT JOIN units po ON po.id = p.owner_unit_id LEFT JOIN units tu ON tu.id = v.unit_id WHERE v.id = :lecturerId AND (${sql})`, { ...params, lecturerId, poolId })).length > 0;
  }
  async countOf(lecturerId: string): Promise<number> { return Number((await readRows<{ total: number | string }>(this.database.reader, 'SELECT COUNT(*) AS total FROM talks k WHERE k.lecturer_id = :lecturerId', { lecturerId }))[0]?.total ?? 0); }

  async insert(row: TalkEntity, terms: Readonly<Record<TalkTermEntity['kind'], readonly string[]>>): Promise<void> {
    await insertRows(this.database.writer, TalkEntity, [row]);
    for (const kind of ['topic', 'audience'] as const) await this.addTerms(row.id, kind, terms[kind]);
  }
  /** A change against the version and state that were read: of two at once, one wins. */
  async update({ id, state }: Pick<TalkRow, 'id' | 'state'>, version: number, changes: Partial<TalkEntity>): Promise<boolean> {
    return (await this.database.writer.createQueryBuilder().update(TalkEntity).set({ ...changes, version: version + 1 }).where({ id, version, state }).execute()).affected === 1;
  }
  async replaceTerms(talkId: string, kind: TalkTermEntity['kind'], termIds: readonly string[]): Promise<void> {
    await this.database.writer.delete(TalkTermEntity, { talkId, kind });
    await this.addTerms(talkId, kind, termIds);
  }
  /** What never stood on the menu, and so was never ordered. */
  async remove(id: string, state: TalkState): Promise<boolean> {
    await changeRows(this.database.writer, 'DELETE FROM talk_terms WHERE talk_id = :id', { id });
    return (await changeRows(this.database.writer, 'DELETE FROM talks WHERE id = :id AND state = :state AND published_at IS NULL', { id, state })) === 1;
  }

  private async addTerms(talkId: string, kind: TalkTermEntity['kind'], termIds: readonly string[]): Promise<void> {
    await insertRows(this.database.writer, TalkTermEntity, [...new Set(termIds)].map((termId) => ({ id: newId(), talkId, termId, kind })));
  }
  private async page({ sql, params }: Predicate, sort: string, { page, perPage }: Window, today: string): Promise<Found> {
    const direction = sort.startsWith('-') ? 'DESC' : 'ASC';
    const rows = await this.read({ sql, params }, `${sorts[sort.replace('-', '') as keyof typeof sorts]} ${direction}, k.title_key ${direction}, k.id ${direction}`, today, { limit: perPage, offset: (page - 1) * perPage });
    const [count] = await readRows<{ total: number | string }>(this.database.reader, `SELECT COUNT(*) AS total ${from} WHERE ${sql}`, params);
    return { rows, total: Number(count?.total ?? 0) };
  }
  private read({ sql, params }: Predicate, order: string, today: string, window?: { readonly limit: number; readonly offset: number }): Promise<TalkRow[]> {
    const [term, shown] = [inTerm(today), onMenu(today)];
    return readRows<TalkRow>(
      this.database.reader, `SELECT ${columns}, CASE WHEN ${term.sql} THEN 1 ELSE 0 END AS inTerm, CASE WHEN ${shown.sql} THEN 1 ELSE 0 END AS onMenu ${from} WHERE ${sql} ORDER BY ${order}${window ? ' LIMIT :pageLimit OFFSET :pageOffset' : ''}`,
      { ...params, ...term.params, ...shown.params, ...(window ? { pageLimit: window.limit, pageOffset: window.offset } : {}) });
  }
}
