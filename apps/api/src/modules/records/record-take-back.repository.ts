import { Injectable } from '@nestjs/common';
import { Database, readRows, toDbTime } from '../../platform/database/index.js';
import { ServiceRecordEntity } from './service-record.entity.js';

const stands = "r.reverses_id IS NULL AND r.ledger <> 'none' AND NOT EXISTS (SELECT 1 FROM service_records b WHERE b.reverses_id = r.id)";

/** Records of both ledgers that stand, and those that were taken back late. */
@Injectable()
export class RecordTakeBackRepository {
  constructor(private readonly database: Database) {}

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

  /** How many lines of an activity's volunteer hours were taken back since, and by how much the hours changed. */
  async since(activityId: string, since: Date): Promise<{ records: number; minutes: number }> {
    const [row] = await readRows<{ records: number | string | null; minutes: number | string | null }>(this.database.reader,
      `SELECT SUM(CASE WHEN r.reverses_id IS NULL THEN 0 ELSE 1 END) AS records, SUM(r.minutes) AS minutes FROM service_records r
       WHERE r.activity_id = :activityId AND r.ledger = 'volunteer' AND r.rule = 'corrected' AND r.created_at > :since`, { activityId, since: toDbTime(since) });
    return { records: Number(row?.records ?? 0), minutes: Number(row?.minutes ?? 0) };
  }
}
