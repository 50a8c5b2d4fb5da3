import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/auth/actor.js';
import { allOf, Database, memberOf, readRows } from '../../platform/database/index.js';
import { revealable } from './reveal.policy.js';

/** The sealed contact data of one person. */
export interface SealedContact { readonly id: string; readonly emailSealed: string | null; readonly phoneSealed: string | null }

/** As many as a statement names. */
const NAMED = 500;

/** Contact data within the reach of who asks. */
@Injectable()
export class RevealsRepository {
  constructor(private readonly database: Database) {}

  /** Of many, those whose data may be revealed. */
  async listFor(actor: Actor, ids: readonly string[], now: Date): Promise<SealedContact[]> {
    const { sql, params } = allOf([revealable(actor, now), memberOf('a.id', ids, 'ids')]);
    return readRows<SealedContact>(this.database.reader, `SELECT a.id AS id, a.email_sealed AS emailSealed, a.phone_sealed AS phoneSealed FROM accounts a WHERE ${sql}`, params);
  }

  /** The same for any number of people in one statement: beyond a few hundred everybody within reach is read, and those who were not asked about are left out. */
  async manyFor(actor: Actor, ids: readonly string[], now: Date): Promise<SealedContact[]> {
    if (ids.length <= NAMED) return ids.length === 0 ? [] : this.listFor(actor, ids, now);
    const { sql, params } = revealable(actor, now);
    const wanted = new Set(ids);
    return (await readRows<SealedContact>(this.database.reader, `SELECT a.id AS id, a.email_sealed AS emailSealed, a.phone_sealed AS phoneSealed FROM accounts a WHERE a.phone_sealed IS NOT NULL AND (${sql})`, params)).filter(({ id }) => wanted.has(id));
  }
  async findFor(actor: Actor, id: string, now: Date): Promise<SealedContact | null> {
    const { sql, params } = allOf([revealable(actor, now), { sql: "a.id = :id AND a.state <> 'closed'", params: { id } }]);
    const [row] = await readRows<SealedContact>(this.database.reader, `SELECT a.id AS id, a.email_sealed AS emailSealed, a.phone_sealed AS phoneSealed FROM accounts a WHERE ${sql}`, params);
    return row ?? null;
  }
}
