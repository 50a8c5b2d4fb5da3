import { Injectable } from '@nestjs/common';
import type { Ledger } from '@kepu/contracts';
import { Database, readRows } from '../../platform/database/index.js';

/** What messages about the ledger say. */
@Injectable()
export class RecordNewsRepository {
  constructor(private readonly database: Database) {}

  async records(ids: readonly string[]): Promise<{ id: string; volunteerId: string; title: string; minutes: number; ledger: Ledger }[]> {
    if (ids.length === 0) return [];
    return readRows(this.database.reader,
      'SELECT r.id AS id, r.volunteer_id AS volunteerId, a.title AS title, r.minutes AS minutes, r.ledger AS ledger FROM service_records r JOIN activities a ON a.id = r.activity_id WHERE r.id IN (:...ids) ORDER BY r.id', { ids });
  }

  /** The line that took a record back. */
  async reversal(recordId: string): Promise<{ volunteerId: string; title: string; reason: string } | null> {
    const [row] = await readRows<{ volunteerId: string; title: string; reason: string }>(this.database.reader,
      "SELECT r.volunteer_id AS volunteerId, a.title AS title, COALESCE(r.reason, '') AS reason FROM service_records r JOIN activities a ON a.id = r.activity_id WHERE r.reverses_id = :recordId", { recordId });
    return row ?? null;
  }
}
