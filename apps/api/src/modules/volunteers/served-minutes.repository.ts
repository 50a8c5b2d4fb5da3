import { Injectable } from '@nestjs/common';
import { changeRows, Database, memberOf } from '../../platform/database/index.js';

/** How many people one statement takes. */
const AT_ONCE = 400;

/** What the ledger of volunteer hours adds up to, beside each volunteer, for the records module alone: inside the unit that writes the ledger, and before its lines, which would hold the person's row shared by two at once. */
@Injectable()
export class ServedMinutes {
  constructor(private readonly database: Database) {}

  /** Minutes by person, with their sign. */
  async add(minutes: ReadonlyMap<string, number>): Promise<void> {
    const all = [...minutes].filter(([, more]) => more !== 0).sort(([a], [b]) => (a < b ? -1 : 1));
    for (let at = 0; at < all.length; at += AT_ONCE) {
      const part = all.slice(at, at + AT_ONCE);
      const { sql, params } = memberOf('id', part.map(([id]) => id), 'people');
      const given = Object.fromEntries(part.flatMap(([id, more], index) => [[`person${index}`, id], [`more${index}`, more]]));
      await changeRows(this.database.writer, `UPDATE volunteers SET served_minutes = served_minutes + CASE id ${part.map((_, index) => `WHEN :person${index} THEN :more${index}`).join(' ')} ELSE 0 END WHERE ${sql}`, { ...params, ...given });
    }
  }

  /** All of one registration becomes another's. */
  async move(from: string, into: string): Promise<void> {
    await changeRows(this.database.writer, 'UPDATE volunteers SET served_minutes = served_minutes + COALESCE((SELECT f.minutes FROM (SELECT o.served_minutes AS minutes FROM volunteers o WHERE o.id = :from) f), 0) WHERE id = :into', { from, into });
    await changeRows(this.database.writer, 'UPDATE volunteers SET served_minutes = 0 WHERE id = :from', { from });
  }
}
