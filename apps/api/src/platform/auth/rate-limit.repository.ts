import { Inject, Injectable } from '@nestjs/common';
import { LessThan, LessThanOrEqual, MoreThan } from 'typeorm';
import { Database } from '../database/index.js';
import { RateLimitEntity } from './rate-limit.entity.js';

/** Rows of `rate_limits`. Inside a unit of work only. */
@Injectable()
export class RateLimitRepository {
  constructor(@Inject(Database) private readonly database: Database) {}

  /** One more try in a window that is open and not used up. */
  async spend(id: string, limit: number, now: Date): Promise<boolean> {
    const result = await this.database.writer.createQueryBuilder().update(RateLimitEntity).set({ points: () => 'points + 1' })
      .where({ id, windowEndsAt: MoreThan(now), points: LessThan(limit) }).execute();
    return result.affected === 1;
  }
  /** Opens a new window where the last one has ended; the try that opens it counts. */
  async reopen(id: string, now: Date, windowEndsAt: Date): Promise<boolean> {
    const result = await this.database.writer.update(RateLimitEntity, { id, windowEndsAt: LessThanOrEqual(now) }, { points: 1, windowEndsAt });
    return result.affected === 1;
  }
  async open(id: string, windowEndsAt: Date): Promise<void> { await this.database.writer.insert(RateLimitEntity, { id, points: 1, windowEndsAt }); }
  find(id: string): Promise<RateLimitEntity | null> { return this.database.reader.findOneBy(RateLimitEntity, { id }); }
  async forget(id: string): Promise<void> { await this.database.writer.delete(RateLimitEntity, { id }); }
  async sweep(before: Date): Promise<number> { return (await this.database.writer.delete(RateLimitEntity, { windowEndsAt: LessThan(before) })).affected ?? 0; }
}
