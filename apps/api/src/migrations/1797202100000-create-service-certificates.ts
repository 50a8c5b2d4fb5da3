import { lengths, poolLimits } from '@kepu/contracts';
import { day, foreignId, id, integer, json, text, utc } from '../platform/database/columns.js';
import { Migration, type Schema } from './dsl.js';

/** Proofs of service (志愿服务记录证明): numbered, of one recording unit, and checked by anybody who holds one (ADR 40). */
export class CreateServiceCertificates1797202100000 extends Migration {
  async change(schema: Schema): Promise<void> {
    await schema.createTable('service_certificates', {
      columns: {
        id: id(), account_id: foreignId(), unit_id: foreignId(), number: text(lengths.docNumber), series: text(lengths.docNumber), seq: integer(), code: text(poolLimits.code), from_day: day(), to_day: day(), services: integer(), minutes: integer(), words: json(), issued_at: utc(), issued_by: foreignId(),
      },
      unique: [['number'], ['series', 'seq']], indexes: [['account_id', 'unit_id'], ['issued_at', 'unit_id']],
      foreignKeys: [{ column: 'account_id', references: 'accounts' }, { column: 'unit_id', references: 'units' }, { column: 'issued_by', references: 'accounts' }],
    });
    await schema.execute("INSERT INTO guard_rows (id, turn) SELECT 'certificate-numbers', 0 FROM (SELECT 1 AS one) AS once WHERE NOT EXISTS (SELECT 1 FROM guard_rows WHERE id = 'certificate-numbers')");
  }
}
