import { Injectable } from '@nestjs/common';
import { normaliseName, type HeadingMeaning } from '@kepu/breakdown';
import { Clock } from '../../platform/clock/index.js';
import { Database, newId, takeTurn } from '../../platform/database/index.js';
import { ColumnMeaningEntity } from './column-meaning.entity.js';

/** Rows of `column_meanings`. */
@Injectable()
export class ColumnMeaningsRepository {
  constructor(private readonly database: Database, private readonly clock: Clock) {}

  /** All of them, for the reader. */
  async all(): Promise<HeadingMeaning[]> {
    return (await this.database.reader.find(ColumnMeaningEntity, { order: { headingKey: 'ASC' } })).map(({ heading, role }) => ({ heading, role }));
  }
  /** Two papers with one new heading, explained at once: one after the other, as with other dictionaries. */
  takeTurn(): Promise<void> { return takeTurn(this.database, 'dictionaries'); }
  /** What was said last holds. */
  async remember(meanings: readonly HeadingMeaning[], accountId: string): Promise<void> {
    for (const { heading, role } of meanings) {
      const headingKey = normaliseName(heading);
      await this.database.writer.createQueryBuilder().delete().from(ColumnMeaningEntity).where({ headingKey }).execute();
      await this.database.writer.createQueryBuilder().insert().into(ColumnMeaningEntity).values({ id: newId(), heading, headingKey, role, createdAt: this.clock.now(), createdBy: accountId }).updateEntity(false).execute();
    }
  }
}
