import { Injectable } from '@nestjs/common';
import { Keyring, KeyRegister } from '../crypto/index.js';
import { Jobs, type JobView } from '../jobs/index.js';
import { RESEAL } from './key-resealer.js';
import { SealedColumnsRepository, type KeyCount } from './sealed-columns.repository.js';

/** A key, by its id: never the key. */
export interface KeyState { readonly kid: string; readonly active: boolean; readonly inFile: boolean; readonly firstUsedAt: Date | null; readonly values: number }
/** All keys, what each of them seals, and the job that seals anew. */
export interface KeyStates { readonly keys: readonly KeyState[]; readonly columns: readonly KeyCount[]; readonly job: JobView | null }

/** How far the change to the active key is. */
@Injectable()
export class KeyStatesReader {
  constructor(private readonly keyring: Keyring, private readonly register: KeyRegister, private readonly rows: SealedColumnsRepository, private readonly jobs: Jobs) {}

  async read(): Promise<KeyStates> {
    const used = await this.register.inUse();
    const columns: KeyCount[] = [];
    for (const column of this.rows.columns) columns.push(...(await this.rows.countByKey(column)));
    const kids = [...new Set([...this.keyring.kids, ...used.map((key) => key.kid), ...columns.map((count) => count.kid)])];
    return {
      keys: kids.map((kid) => ({
        kid, active: kid === this.keyring.activeKid, inFile: this.keyring.has(kid), firstUsedAt: used.find((key) => key.kid === kid)?.firstUsedAt ?? null,
        values: columns.filter((count) => count.kid === kid).reduce((sum, count) => sum + count.values, 0),
      })),
      columns, job: await this.jobs.latest(RESEAL),
    };
  }
}
