import { Injectable } from '@nestjs/common';
import type { activityConsentQuery } from '@kepu/contracts';
import { adultsBornBy } from '@kepu/domain';
import type { z } from 'zod';
import { allOf, Database, insertRows, memberOf, readRows, toDbTime, type Predicate, type SqlParams } from '../../platform/database/index.js';
import { ActivityConsentEntity } from './activity-consent.entity.js';
import type { RiskFacts } from './risk-text.js';
import { activeStates } from './signups.repository.js';

/** A word of a guardian with the activity around it; flags are 0 or 1. */
export interface ConsentRow {
  readonly id: string; readonly minorId: string; readonly childName: string; readonly bornOn: string; readonly activityId: string; readonly title: string; readonly activityState: string; readonly unitId: string; readonly unitName: string; readonly place: string;
  readonly countyName: string; readonly riskStatement: string; readonly insurance: string; readonly minors: number; readonly dangerous: number; readonly positionId: string | null; readonly positionName: string | null; readonly startsAt: string | null; readonly lastAt: string | null;
  readonly guardianId: string | null; readonly waitIfFull: number; readonly note: string | null; readonly riskHash: string; readonly riskText: string; readonly accompanies: number | null; readonly askedAt: string; readonly givenAt: string | null;
  readonly refusedAt: string | null; readonly withdrawnAt: string | null; readonly version: number; readonly signedUp: number;
  readonly method: 'online' | 'slip'; readonly scanId: string | null; readonly scanPage: number | null; readonly escort: string | null; readonly askedBy: string;
}
/** What stands of a minor and an activity. */
export interface WordRow { readonly minorId: string; readonly riskHash: string; readonly accompanies: number | null; readonly escort: string | null }

const selected = `SELECT c.id AS id, c.minor_id AS minorId, va.name AS childName, v.born_on AS bornOn, a.id AS activityId, a.title AS title, a.state AS activityState, u.id AS unitId, u.name AS unitName, a.place AS place, d.name AS countyName,
  a.risk_statement AS riskStatement, a.insurance AS insurance, a.minors AS minors, a.dangerous AS dangerous, p.id AS positionId, p.name AS positionName, COALESCE(sh.starts_at, a.first_at) AS startsAt, (SELECT MAX(e.ends_at) FROM shifts e WHERE e.activity_id = a.id AND e.cancelled_at IS NULL) AS lastAt, c.guardian_id AS guardianId,
  c.wait_if_full AS waitIfFull, c.note AS note, c.risk_hash AS riskHash, c.risk_text AS riskText, c.accompanies AS accompanies, c.asked_at AS askedAt, c.given_at AS givenAt, c.refused_at AS refusedAt, c.withdrawn_at AS withdrawnAt, c.version AS version, c.method AS method, c.scan_id AS scanId, c.scan_page AS scanPage, ea.name AS escort, c.asked_by AS askedBy,
  CASE WHEN EXISTS (SELECT 1 FROM signups s WHERE s.volunteer_id = c.minor_id AND s.activity_id = c.activity_id AND s.state IN ${activeStates}) THEN 1 ELSE 0 END AS signedUp`;
const from = `FROM activity_consents c JOIN volunteers v ON v.id = c.minor_id JOIN accounts va ON va.id = v.id JOIN activities a ON a.id = c.activity_id JOIN units u ON u.id = a.unit_id JOIN divisions d ON d.id = a.county_id
  LEFT JOIN accounts ea ON ea.id = c.escort_id LEFT JOIN positions p ON p.id = c.position_id LEFT JOIN shifts sh ON sh.id = p.shift_id`;
const waiting = 'c.given_at IS NULL AND c.refused_at IS NULL AND c.withdrawn_at IS NULL';

/** Rows of `activity_consents`: those of a person, of the person's children, and what holds for a position. */
@Injectable()
export class ActivityConsentsRepository {
  constructor(private readonly database: Database) {}

  /** Of the person, and of the children given: the caller has proved that they are the person's. What waits first. */
  async listFor(personId: string, childIds: readonly string[], query: Partial<z.output<typeof activityConsentQuery>>, window: { offset: number; limit: number }): Promise<{ rows: ConsentRow[]; total: number }> {
    const conditions: Predicate[] = [memberOf('c.minor_id', [personId, ...childIds], 'people')];
    if (query.ids) conditions.push(memberOf('c.id', query.ids, 'ids'));
    if (query.waiting !== undefined) conditions.push({ sql: query.waiting ? waiting : `NOT (${waiting})`, params: {} });
    const { sql, params } = allOf(conditions);
    const direction = query.sort === 'askedAt' ? 'ASC' : 'DESC';
    const rows = await this.rows<ConsentRow>(`${selected} ${from} WHERE ${sql} ORDER BY CASE WHEN ${waiting} THEN 0 ELSE 1 END, c.asked_at ${direction}, c.id ${direction} LIMIT :limit OFFSET :offset`, { ...params, ...window });
    const [count] = await this.rows<{ total: number | string }>(`SELECT COUNT(*) AS total ${from} WHERE ${sql}`, params);
    return { rows, total: Number(count?.total ?? 0) };
  }
  /** On paper, of some children; the newest first. */
  onPaper(minorIds: readonly string[]): Promise<ConsentRow[]> {
    const { sql, params } = memberOf('c.minor_id', minorIds, 'minors');
    return this.rows<ConsentRow>(`${selected} ${from} WHERE ${sql} AND c.method = 'slip' ORDER BY c.asked_at DESC, c.id DESC LIMIT 500`, params);
  }
  async find(id: string): Promise<ConsentRow | null> { return (await this.rows<ConsentRow>(`${selected} ${from} WHERE c.id = :id`, { id }))[0] ?? null; }
  /** The one that stands, asked or given. */
  async open(minorId: string, activityId: string): Promise<ConsentRow | null> { return (await this.rows<ConsentRow>(`${selected} ${from} WHERE c.open_key = :openKey`, { openKey: `${minorId}:${activityId}` }))[0] ?? null; }

  /** Given, and not taken back. */
  words(activityId: string, minorIds: readonly string[]): Promise<WordRow[]> {
    const { sql, params } = allOf([memberOf('c.minor_id', minorIds, 'ids'), { sql: 'c.activity_id = :activityId AND c.given_at IS NOT NULL AND c.withdrawn_at IS NULL AND c.open_key IS NOT NULL', params: { activityId } }]);
    return this.rows<WordRow>(`SELECT c.minor_id AS minorId, c.risk_hash AS riskHash, c.accompanies AS accompanies, ea.name AS escort FROM activity_consents c LEFT JOIN accounts ea ON ea.id = c.escort_id WHERE ${sql}`, params);
  }
  /** Whose word an activity rests on. */
  given(activityId: string): Promise<{ id: string; minorId: string; childName: string; riskHash: string; method: 'online' | 'slip'; askedBy: string }[]> {
    return this.rows(`SELECT c.id AS id, c.minor_id AS minorId, va.name AS childName, c.risk_hash AS riskHash, c.method AS method, c.asked_by AS askedBy ${from} WHERE c.activity_id = :activityId AND c.given_at IS NOT NULL AND c.withdrawn_at IS NULL AND c.open_key IS NOT NULL`, { activityId });
  }
  /** By a guardian for a child, and still standing. */
  byGuardian(guardianId: string, minorId: string): Promise<{ id: string; activityId: string; version: number }[]> {
    return this.rows("SELECT c.id AS id, c.activity_id AS activityId, c.version AS version FROM activity_consents c WHERE c.guardian_id = :guardianId AND c.minor_id = :minorId AND c.open_key IS NOT NULL", { guardianId, minorId });
  }

  async bornOn(volunteerId: string): Promise<string | null> { return (await this.rows<{ bornOn: string }>('SELECT v.born_on AS bornOn FROM volunteers v WHERE v.id = :volunteerId', { volunteerId }))[0]?.bornOn ?? null; }
  /** With whether children under 8 may come along. */
  async risk(activityId: string): Promise<(RiskFacts & { readonly companions: boolean }) | null> {
    const [row] = await this.rows<Omit<RiskFacts, 'minors' | 'dangerous'> & { minors: number; dangerous: number; companions: number }>('SELECT a.id AS id, a.risk_statement AS riskStatement, a.insurance AS insurance, a.minors AS minors, a.dangerous AS dangerous, a.companions AS companions FROM activities a WHERE a.id = :activityId', { activityId });
    return row ? { ...row, minors: row.minors === 1, dangerous: row.dangerous === 1, companions: row.companions === 1 } : null;
  }
  /** Minors who have or want a place. */
  async minorsIn(activityId: string, today: string): Promise<number> {
    const [row] = await this.rows<{ total: number | string }>(`SELECT COUNT(DISTINCT s.volunteer_id) AS total FROM signups s JOIN volunteers v ON v.id = s.volunteer_id WHERE s.activity_id = :activityId AND s.state IN ${activeStates} AND v.born_on > :adultsBornBy`, { activityId, adultsBornBy: adultsBornBy(today) });
    return Number(row?.total ?? 0);
  }
  /** Sign-ups for shifts to come that bring children under 8 along. */
  async bringing(activityId: string, now: Date): Promise<number> {
    const [row] = await this.rows<{ total: number | string }>(`SELECT COUNT(*) AS total FROM signups s JOIN shifts sh ON sh.id = s.shift_id WHERE s.activity_id = :activityId AND s.state IN ${activeStates} AND s.companions > 0 AND sh.cancelled_at IS NULL AND sh.starts_at > :now`, { activityId, now: toDbTime(now) });
    return Number(row?.total ?? 0);
  }
  /** Places of a child in an activity that have not begun. */
  async comingOf(minorId: string, activityId: string, now: Date): Promise<string[]> {
    return (await this.rows<{ id: string }>(`SELECT s.id AS id FROM signups s JOIN shifts sh ON sh.id = s.shift_id WHERE s.volunteer_id = :minorId AND s.activity_id = :activityId AND s.state IN ${activeStates} AND sh.starts_at > :now
      AND NOT EXISTS (SELECT 1 FROM attendances t WHERE t.signup_id = s.id) ORDER BY sh.starts_at`, { minorId, activityId, now: toDbTime(now) })).map(({ id }) => id);
  }

  insert(row: ActivityConsentEntity): Promise<void> { return insertRows(this.database.writer, ActivityConsentEntity, [row]); }
  /** Answers whether the version was still the one given. */
  async change(id: string, version: number, changes: Partial<ActivityConsentEntity>): Promise<boolean> {
    return (await this.database.writer.update(ActivityConsentEntity, { id, version }, { ...changes, version: version + 1 })).affected === 1;
  }

  private rows<Row extends object>(sql: string, params: SqlParams): Promise<Row[]> { return readRows<Row>(this.database.reader, sql, params); }
}
