import { Injectable } from '@nestjs/common';
import type { Registration } from '@kepu/contracts';
import type { Standing } from '@kepu/domain';
import { changeRows, Database, insertRows, readRows } from '../../platform/database/index.js';
import { StandingActEntity } from './standing-act.entity.js';

/** The standing of registrations, for callers who have proved the right to it. */
@Injectable()
export class StandingsRepository {
  constructor(private readonly database: Database) {}

  /** Answers whether it still was what the step starts from. */
  async move(id: string, from: Standing, to: Standing): Promise<boolean> {
    return (await changeRows(this.database.writer, 'UPDATE volunteers SET standing = :to, version = version + 1 WHERE id = :id AND standing = :from', { id, from, to })) === 1;
  }
  insert(act: StandingActEntity): Promise<void> { return insertRows(this.database.writer, StandingActEntity, [act]); }

  async acts(volunteerId: string): Promise<Registration['acts']> {
    const rows = await readRows<Omit<Registration['acts'][number], 'by'> & { actor: string | null }>(this.database.reader, `
      SELECT s.id AS id, s.action AS action, s.note AS note, a.name AS actor, s.at AS at FROM standing_acts s LEFT JOIN accounts a ON a.id = s.actor_id WHERE s.volunteer_id = :volunteerId ORDER BY s.id DESC`, { volunteerId });
    return rows.map(({ actor, ...row }) => ({ ...row, by: actor }));
  }
  /** One act, for the message about it. */
  find(id: string): Promise<StandingActEntity | null> { return this.database.reader.findOneBy(StandingActEntity, { id }); }
}
