import { Injectable } from '@nestjs/common';
import { Database, insertRows, readRows } from '../../../platform/database/index.js';
import { MeasureSeparationEntity } from './measure-separation.entity.js';

/** What was said of a pair, and by whom. */
export interface SeparationRow { readonly id: string; readonly measureA: string; readonly measureB: string; readonly definition: string; readonly records: number; readonly reason: string; readonly saidBy: string; readonly createdAt: string; readonly version: number }

/** Rows of `measure_separations`. The caller has proved the right to the plan. */
@Injectable()
export class MeasureSeparationsRepository {
  constructor(private readonly database: Database) {}

  ofPlan(planId: string): Promise<SeparationRow[]> {
    return readRows<SeparationRow & object>(this.database.reader, `SELECT s.id AS id, s.measure_a AS measureA, s.measure_b AS measureB, s.definition AS definition, s.records AS records, s.reason AS reason, a.name AS saidBy, s.created_at AS createdAt, s.version AS version
      FROM measure_separations s JOIN accounts a ON a.id = s.created_by WHERE s.plan_id = :planId`, { planId });
  }

  async insert(row: MeasureSeparationEntity): Promise<void> { await insertRows(this.database.writer, MeasureSeparationEntity, [row]); }
  async update(id: string, version: number, changes: Partial<MeasureSeparationEntity>): Promise<boolean> {
    return (await this.database.writer.update(MeasureSeparationEntity, { id, version }, { ...changes, version: version + 1 })).affected === 1;
  }
  async remove(id: string, version: number): Promise<boolean> { return (await this.database.writer.delete(MeasureSeparationEntity, { id, version })).affected === 1; }
}
