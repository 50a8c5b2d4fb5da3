import { Injectable } from '@nestjs/common';
import { changeRows, Database, memberOf, readRows, toDbTime } from '../../platform/database/index.js';
import { ServedMinutes } from '../volunteers/index.js';
import { ServiceRecordEntity } from './service-record.entity.js';

const stands = "r.reverses_id IS NULL AND r.ledger <> 'none' AND NOT EXISTS (SELECT 1 FROM service_records b WHERE b.reverses_id = r.id)";

/** Records of both ledgers that stand, and those that were taken back late. */
@Injectable()
export class RecordTakeBackRepository {
  constructor(private readonly database: Database, private readonly served: ServedMinutes) {}

  async count(volunteerId: string): Promise<{ records: number; minutes: number }> {
    const [row] = await readRows<{ records: number | string; minutes: number | string }>(this.database.reader,
      `SELECT COUNT(*) AS records, COALESCE(SUM(r.minutes), 0) AS minutes FROM service_records r WHERE r.volunteer_id = :volunteerId AND ${stands}`, { volunteerId });
    return { records: Number(row?.records ?? 0), minutes: Number(row?.minutes ?? 0) };
  }

  /** Inside a unit, oldest first. */
  portion(volunteerId: string, limit: number): Promise<ServiceRecordEntity[]> {
    return this.database.writer.createQueryBuilder(ServiceRecordEntity, 'r').where('r.volunteerId = :volunteerId AND r.reversesId IS NULL', { volunteerId }).andWhere("r.ledger <> 'none'")
      .andWhere('NOT EXISTS (SELECT 1 FROM service_records b WHERE b.reverses_id = r.id)').orderBy('r.id').limit(limit).getMany();
  }

  /** What stands in either ledger, by person. */
  async holdings(volunteerIds: readonly string[]): Promise<{ volunteerId: string; ledger: 'volunteer' | 'work'; records: number; minutes: number }[]> {
    const { sql, params } = memberOf('r.volunteer_id', volunteerIds, 'people');
    const rows = await readRows<{ volunteerId: string; ledger: 'volunteer' | 'work'; records: number | string; minutes: number | string }>(this.database.reader,
      `SELECT r.volunteer_id AS volunteerId, r.ledger AS ledger, COUNT(*) AS records, COALESCE(SUM(r.minutes), 0) AS minutes FROM service_records r WHERE ${sql} AND ${stands} GROUP BY r.volunteer_id, r.ledger`, params);
    return rows.map((row) => ({ ...row, records: Number(row.records), minutes: Number(row.minutes) }));
  }

  /** Inside a unit: lines of one person that stand beside lines of another for the same shift, the longer ones first. */
  besides(volunteerId: string, otherId: string): Promise<ServiceRecordEntity[]> {
    const line = (alias: string) => `${alias}.reverses_id IS NULL AND ${alias}.ledger <> 'none' AND NOT EXISTS (SELECT 1 FROM service_records b WHERE b.reverses_id = ${alias}.id)`;
    return this.database.writer.createQueryBuilder(ServiceRecordEntity, 'r').where('r.volunteerId = :volunteerId', { volunteerId }).andWhere(line('r'))
      .andWhere(`EXISTS (SELECT 1 FROM service_records o WHERE o.volunteer_id = :otherId AND o.shift_id = r.shift_id AND ${line('o')})`, { otherId }).orderBy('r.minutes', 'DESC').addOrderBy('r.id').getMany();
  }

  /** Inside a unit. Whose hours they are is all that changes in a line. */
  async movePerson(from: string, into: string): Promise<void> {
    await this.served.move(from, into);
    await changeRows(this.database.writer, 'UPDATE service_records SET volunteer_id = :into WHERE volunteer_id = :from', { from, into });
  }

  /** How many lines of an activity's volunteer hours were taken back since, and by how much the hours changed. */
  async since(activityId: string, since: Date): Promise<{ records: number; minutes: number }> {
    const [row] = await readRows<{ records: number | string | null; minutes: number | string | null }>(this.database.reader,
      `SELECT SUM(CASE WHEN r.reverses_id IS NULL THEN 0 ELSE 1 END) AS records, SUM(r.minutes) AS minutes FROM service_records r
       WHERE r.activity_id = :activityId AND r.ledger = 'volunteer' AND r.rule = 'corrected' AND r.created_at > :since`, { activityId, since: toDbTime(since) });
    return { records: Number(row?.records ?? 0), minutes: Number(row?.minutes ?? 0) };
  }
}
