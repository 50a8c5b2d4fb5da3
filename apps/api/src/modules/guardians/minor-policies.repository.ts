import { Injectable } from '@nestjs/common';
import type { MinorPolicyVersion } from '@kepu/contracts';
import { Database, insertRows, readRows, takeTurn } from '../../platform/database/index.js';
import { MinorPolicyEntity } from './minor-policy.entity.js';

/** A version with the name of whoever set it; the bands are JSON. */
interface PolicyRow { readonly version: number; readonly bands: string; readonly note: string; readonly since: string; readonly createdBy: string | null }

const select = `SELECT p.number AS version, p.bands AS bands, p.note AS note, p.created_at AS since, a.name AS createdBy
  FROM minor_policies p LEFT JOIN accounts a ON a.id = p.created_by ORDER BY p.number DESC`;
const view = (row: PolicyRow): MinorPolicyVersion => ({ ...row, bands: JSON.parse(row.bands) as MinorPolicyVersion['bands'] });

/** Rows of `minor_policies`. */
@Injectable()
export class MinorPoliciesRepository {
  constructor(private readonly database: Database) {}

  async list(): Promise<MinorPolicyVersion[]> { return (await readRows<PolicyRow>(this.database.reader, select)).map(view); }

  /** A migration has put the first one there. */
  async newest(): Promise<MinorPolicyVersion> {
    const [row] = await readRows<PolicyRow>(this.database.reader, `${select} LIMIT 1`);
    if (!row) throw new Error('There are no rules for minors: the migrations have not run');
    return view(row);
  }

  /** First thing in a unit that makes the next version, so that two of them do not make the same. */
  takeTurn(): Promise<void> { return takeTurn(this.database, 'minor-policies'); }

  insert(row: MinorPolicyEntity): Promise<void> { return insertRows(this.database.writer, MinorPolicyEntity, [row]); }
}
