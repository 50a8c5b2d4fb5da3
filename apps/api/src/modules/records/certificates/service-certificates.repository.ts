import { Injectable } from '@nestjs/common';
import { CERTIFICATE_LINES } from '@kepu/contracts';
import { reachOf, unitsWithin, type Actor } from '../../../platform/auth/actor.js';
import { allOf, changeRows, Database, everything, insertRows, readRows, takeTurn, type Predicate } from '../../../platform/database/index.js';
import { visibleVolunteers } from '../../volunteers/index.js';
import { ServiceCertificateEntity } from './service-certificate.entity.js';

/** What a unit recorded of somebody. */
export interface SourceRow { readonly unitId: string; readonly unitName: string; readonly first: string; readonly last: string; readonly services: number; readonly minutes: number }
/** Whom a proof is for. */
export interface HolderRow { readonly id: string; readonly name: string; readonly number: string; readonly bornOn: string }
/** From when to when, both days included. */
export interface Days { readonly from: string; readonly to: string }
type Numbers<Row> = { readonly [K in keyof Row]: Row[K] extends number ? number | string : Row[K] };

/** How many proofs of one person a page shows. */
const MOST = 100;
const stands = 'r.reverses_id IS NULL AND NOT EXISTS (SELECT 1 FROM service_records b WHERE b.reverses_id = r.id)';
const sums = `COALESCE(SUM(CASE WHEN ${stands} THEN 1 ELSE 0 END), 0) AS services, COALESCE(SUM(r.minutes), 0) AS minutes`;
/** Lines of the ledger of volunteer hours: work achievement is proven by the employer. */
const ofPerson = (accountId: string): Predicate => ({ sql: "r.volunteer_id = :accountId AND r.ledger = 'volunteer'", params: { accountId } });
const within = (unitId: string, { from, to }: Days): Predicate => ({ sql: 'r.unit_id = :unitId AND r.day >= :fromDay AND r.day <= :toDay', params: { unitId, fromDay: from, toDay: to } });

/** Proofs of service, and the lines of the ledger that they are made of. */
@Injectable()
export class ServiceCertificatesRepository {
  constructor(private readonly database: Database) {}

  /** The number after the last one: none is given twice, and a unit that fails leaves no gap. */
  async nextIn(series: string): Promise<number> {
    await takeTurn(this.database, 'certificate-numbers');
    const [last] = await readRows<{ last: number | null }>(this.database.writer, 'SELECT MAX(c.seq) AS last FROM service_certificates c WHERE c.series = :series', { series });
    return Number(last?.last ?? 0) + 1;
  }
  insert(row: ServiceCertificateEntity): Promise<void> { return insertRows(this.database.writer, ServiceCertificateEntity, [row]); }
  checked(number: string, code: string): Promise<ServiceCertificateEntity | null> { return this.database.reader.findOneBy(ServiceCertificateEntity, { number, code }); }
  own(accountId: string, id: string): Promise<ServiceCertificateEntity | null> { return this.database.reader.findOneBy(ServiceCertificateEntity, { accountId, id }); }
  ofAccount(accountId: string): Promise<ServiceCertificateEntity[]> { return this.page(accountId, everything); }
  /** By units whose ledger the actor reads. */
  listFor(actor: Actor, accountId: string): Promise<ServiceCertificateEntity[]> { return this.page(accountId, this.units(actor, 'record:read')); }
  async findFor(actor: Actor, id: string): Promise<ServiceCertificateEntity | null> {
    const { sql, params } = this.units(actor, 'record:read');
    return this.database.reader.createQueryBuilder(ServiceCertificateEntity, 'c').where('c.id = :id', { id }).andWhere(`c.unitId IN (SELECT u.id FROM units u WHERE ${sql})`, params).getOne();
  }

  /** A volunteer whom the actor sees. */
  async holderFor(actor: Actor, accountId: string): Promise<HolderRow | null> {
    const { sql, params } = allOf([visibleVolunteers(actor), { sql: 'v.id = :accountId', params: { accountId } }]);
    return this.holders(`LEFT JOIN units u ON u.id = v.unit_id WHERE ${sql}`, params);
  }
  holder(accountId: string): Promise<HolderRow | null> { return this.holders('WHERE v.id = :accountId', { accountId }); }

  /** Units with hours of somebody, the latest first; `permission` narrows them to a reach. */
  async sources(accountId: string, actor: Actor | null): Promise<SourceRow[]> {
    const { sql, params } = allOf([ofPerson(accountId), actor === null ? everything : this.units(actor, 'record:read')]);
    const rows = await readRows<Numbers<SourceRow>>(this.database.reader, `SELECT u.id AS unitId, u.name AS unitName, MIN(r.day) AS first, MAX(r.day) AS last, ${sums} FROM service_records r JOIN units u ON u.id = r.unit_id WHERE ${sql} GROUP BY u.id, u.name HAVING SUM(r.minutes) > 0 ORDER BY MAX(r.day) DESC, u.id`, params);
    return rows.map((row) => ({ ...row, services: Number(row.services), minutes: Number(row.minutes) }));
  }
  /** What a unit recorded in a time, as sums. */
  async recorded(accountId: string, unitId: string, days: Days): Promise<{ services: number; minutes: number }> {
    const { sql, params } = allOf([ofPerson(accountId), within(unitId, days)]);
    const [row] = await readRows<{ services: number | string; minutes: number | string }>(this.database.reader, `SELECT ${sums} FROM service_records r WHERE ${sql}`, params);
    return { services: Number(row?.services ?? 0), minutes: Number(row?.minutes ?? 0) };
  }
  /** The first of them one by one. */
  async lines(accountId: string, unitId: string, days: Days): Promise<{ day: string; content: string; minutes: number }[]> {
    const { sql, params } = allOf([ofPerson(accountId), within(unitId, days), { sql: stands, params: {} }]);
    const rows = await readRows<{ day: string; title: string; position: string; minutes: number }>(this.database.reader, `SELECT r.day AS day, a.title AS title, p.name AS position, r.minutes AS minutes FROM service_records r JOIN activities a ON a.id = r.activity_id JOIN signups s ON s.id = r.signup_id JOIN positions p ON p.id = s.position_id
      WHERE ${sql} ORDER BY r.day, r.id LIMIT :most`, { ...params, most: CERTIFICATE_LINES });
    return rows.map(({ day, title, position, minutes }) => ({ day, content: `${title}（${position}）`, minutes: Number(minutes) }));
  }
  /** A unit whose ledger the actor keeps, by its name. */
  async keptUnit(actor: Actor | null, unitId: string): Promise<string | null> {
    const { sql, params } = allOf([{ sql: 'u.id = :unitId', params: { unitId } }, actor === null ? everything : this.units(actor, 'record:reverse')]);
    return (await readRows<{ name: string }>(this.database.reader, `SELECT u.name AS name FROM units u WHERE ${sql}`, params))[0]?.name ?? null;
  }

  async rewrite(id: string, words: ServiceCertificateEntity['words']): Promise<void> { await this.database.writer.createQueryBuilder().update(ServiceCertificateEntity).set({ words }).where({ id }).execute(); }
  async movePerson(from: string, into: string): Promise<void> { await changeRows(this.database.writer, 'UPDATE service_certificates SET account_id = :into WHERE account_id = :from', { from, into }); }

  private units(actor: Actor, permission: 'record:read' | 'record:reverse'): Predicate { return unitsWithin(reachOf(actor, permission), 'u'); }
  private page(accountId: string, { sql, params }: Predicate): Promise<ServiceCertificateEntity[]> {
    return this.database.reader.createQueryBuilder(ServiceCertificateEntity, 'c').where('c.accountId = :accountId', { accountId }).andWhere(`c.unitId IN (SELECT u.id FROM units u WHERE ${sql})`, params).orderBy('c.id', 'DESC').limit(MOST).getMany();
  }
  private async holders(rest: string, params: Predicate['params']): Promise<HolderRow | null> {
    return (await readRows<HolderRow>(this.database.reader, `SELECT v.id AS id, a.name AS name, v.number AS number, v.born_on AS bornOn FROM volunteers v JOIN accounts a ON a.id = v.id AND a.state <> 'closed' ${rest}`, params))[0] ?? null;
  }
}
