import { Inject, Injectable } from '@nestjs/common';
import { LessThan, Like } from 'typeorm';
import { Database } from '../database/index.js';
import { IdempotencyKeyEntity } from './idempotency.entity.js';

/** Rows of `idempotency_keys`. Inside a unit of work only. */
@Injectable()
export class IdempotencyRepository {
  constructor(@Inject(Database) private readonly database: Database) {}

  find(id: string): Promise<IdempotencyKeyEntity | null> {
    return this.database.reader.findOneBy(IdempotencyKeyEntity, { id });
  }
  async insert(row: IdempotencyKeyEntity): Promise<void> { await this.database.writer.insert(IdempotencyKeyEntity, row); }
  async finish(id: string, status: number, answer: string): Promise<void> {
    await this.database.writer.update(IdempotencyKeyEntity, { id }, { state: 'done', status, answer });
  }
  async remove(id: string): Promise<void> { await this.database.writer.delete(IdempotencyKeyEntity, { id }); }
  /** Takes over a claim whose process died: one of many takers wins. */
  async takeOver(id: string, before: Date, now: Date): Promise<boolean> {
    const result = await this.database.writer.update(IdempotencyKeyEntity, { id, state: 'running', createdAt: LessThan(before) }, { createdAt: now });
    return result.affected === 1;
  }
  /** Answers that name somebody by id. A day's worth is kept, so the walk over all of them is short. */
  async forgetAbout(id: string): Promise<void> { await this.database.writer.delete(IdempotencyKeyEntity, { answer: Like(`%${id}%`) }); }
  async sweep(before: Date): Promise<number> { return (await this.database.writer.delete(IdempotencyKeyEntity, { createdAt: LessThan(before) })).affected ?? 0; }
}
