import { Injectable } from '@nestjs/common';
import type { MinorAudit } from '@kepu/contracts';
import { adultsBornBy, bornBy, CHILD_AGE, isMinor } from '@kepu/domain';
import { Database, readRows, type SqlParams } from '../../platform/database/index.js';

/** The year as instants and as days; the first birth date of anybody who was under age in it. */
export interface AuditSpan { readonly from: string; readonly to: string; readonly fromDay: string; readonly toDay: string; readonly today: string }
type Access = MinorAudit['accesses'][number];

/** The most looks that are listed one by one; the others are counted. */
export const LISTED = 1_000;

/** What the yearly audit counts, over all minors. */
@Injectable()
export class MinorAuditRepository {
  constructor(private readonly database: Database) {}

  async figures(span: AuditSpan): Promise<ReadonlyMap<string, number>> {
    const { from, to, fromDay, toDay, today } = span;
    const present = { adultsBornBy: adultsBornBy(today) };
    // Whoever is of age at the beginning of the year was no minor in it.
    const ever = { adultsBornBy: adultsBornBy(fromDay) };
    const count = (sql: string, params: SqlParams) => this.count(sql, params);
    const registered = await this.rows<{ bornOn: string; day: string }>('SELECT v.born_on AS bornOn, v.created_at AS day FROM volunteers v WHERE v.born_on > :adultsBornBy AND v.created_at >= :from AND v.created_at < :to', { ...ever, from, to });
    const served = (await this.rows<{ personId: string; bornOn: string; day: string; minutes: number }>("SELECT r.volunteer_id AS personId, v.born_on AS bornOn, r.day AS day, r.minutes AS minutes FROM service_records r JOIN volunteers v ON v.id = r.volunteer_id WHERE r.ledger = 'volunteer' AND v.born_on > :adultsBornBy AND r.day >= :fromDay AND r.day <= :toDay", { ...ever, fromDay, toDay }))
      .filter(({ bornOn, day }) => isMinor(bornOn, day));
    const minors = "FROM volunteers v JOIN accounts a ON a.id = v.id WHERE a.state = 'active' AND v.born_on > :adultsBornBy";
    const guarded = "EXISTS (SELECT 1 FROM guardian_links g LEFT JOIN accounts ga ON ga.id = g.guardian_id WHERE g.minor_id = v.id AND g.confirmed_at IS NOT NULL AND g.ended_at IS NULL AND (ga.state = 'active' OR (g.method = 'slip' AND g.guardian_id IS NULL)))";
    const words = (column: string) => count(`SELECT COUNT(*) AS total FROM activity_consents c WHERE c.${column} >= :from AND c.${column} < :to`, { from, to });
    const requests = (where: string) => count(`SELECT COUNT(*) AS total FROM minor_record_requests q WHERE q.asked_at >= :from AND q.asked_at < :to AND ${where}`, { from, to });
    const looks = (fields: string) => count(`SELECT COUNT(*) AS total FROM data_accesses x JOIN volunteers v ON v.id = x.person_id WHERE v.born_on > :adultsBornBy AND x.at >= :from AND x.at < :to AND x.field IN (${fields})`, { ...ever, from, to });
    return new Map<string, number>([
      ['minors', await count(`SELECT COUNT(*) AS total ${minors}`, present)],
      ['children', await count(`SELECT COUNT(*) AS total ${minors}`, { adultsBornBy: bornBy(CHILD_AGE, today) })],
      ['registered', registered.filter(({ bornOn, day }) => isMinor(bornOn, day.slice(0, 10))).length],
      ['guardians', await count(`SELECT COUNT(*) AS total FROM guardian_links g JOIN volunteers v ON v.id = g.minor_id WHERE g.confirmed_at IS NOT NULL AND g.ended_at IS NULL AND v.born_on > :adultsBornBy`, present)],
      ['withoutGuardian', await count(`SELECT COUNT(*) AS total ${minors} AND NOT ${guarded}`, present)],
      ['consentsGiven', await words('given_at')], ['consentsRefused', await words('refused_at')], ['consentsWithdrawn', await words('withdrawn_at')],
      ['served', new Set(served.map(({ personId }) => personId)).size], ['minutes', served.reduce((sum, { minutes }) => sum + minutes, 0)],
      ['recordsAsked', await requests('1 = 1')], ['recordsApproved', await requests('q.approved = 1')], ['recordsRefused', await requests('q.approved = 0')],
      ['recordsOpened', await looks("'minor_record'")], ['emergencyCards', await looks("'emergency_card'")], ['slipsOpened', await looks("'slip'")], ['reveals', await looks("'phone', 'email'")], ['exported', await looks("'export'")],
      ['deleted', await count('SELECT COUNT(*) AS total FROM account_closures c WHERE c.closed_at >= :from AND c.closed_at < :to AND EXISTS (SELECT 1 FROM guardian_links g WHERE g.minor_id = c.person_id)', { from, to })],
      ['cameOfAge', await count('SELECT COUNT(DISTINCT g.minor_id) AS total FROM guardian_links g WHERE g.ended_at >= :from AND g.ended_at < :to AND g.ended_by IS NULL', { from, to })],
    ]);
  }

  /** Looks at minors' data, newest first, with who looked. */
  async accesses({ from, to, fromDay }: AuditSpan): Promise<{ rows: Access[]; total: number }> {
    const where = 'FROM data_accesses x JOIN volunteers v ON v.id = x.person_id JOIN accounts a ON a.id = x.actor_id WHERE v.born_on > :adultsBornBy AND x.at >= :from AND x.at < :to';
    const params = { adultsBornBy: adultsBornBy(fromDay), from, to };
    const rows = await this.rows<Access>(`SELECT x.at AS at, a.name AS who, x.body AS body, x.role AS role, x.field AS field, v.number AS number, x.reason AS reason ${where} ORDER BY x.at DESC, x.id DESC LIMIT ${LISTED}`, params);
    return { rows, total: await this.count(`SELECT COUNT(*) AS total ${where}`, params) };
  }

  private async count(sql: string, params: SqlParams): Promise<number> { return Number((await this.rows<{ total: number | string }>(sql, params))[0]?.total ?? 0); }
  private rows<Row extends object>(sql: string, params: SqlParams): Promise<Row[]> { return readRows<Row>(this.database.reader, sql, params); }
}
