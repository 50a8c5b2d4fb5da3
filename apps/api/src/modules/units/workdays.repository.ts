import { Injectable } from '@nestjs/common';
import type { Workday, workdayQuery } from '@kepu/contracts';
import type { z } from 'zod';
import { Database } from '../../platform/database/index.js';
import { WorkdayEntity } from './dictionary.entity.js';
import { rawPage } from './raw-page.repository.js';

const sorts = { date: ['w.date'] } as const;

/** Rows of `workdays`. */
@Injectable()
export class WorkdaysRepository {
  constructor(private readonly database: Database) {}

  async list(query: z.output<typeof workdayQuery>): Promise<{ rows: Workday[]; total: number }> {
    const builder = this.rows().where('1=1');
    if (query.year) builder.andWhere('w.date LIKE :year', { year: `${query.year}-%` });
    if (query.ids) builder.andWhere('w.id IN (:...ids)', { ids: query.ids });
    // Holidays have few names, known in characters: no pinyin key is kept for them.
    if (query.q) builder.andWhere("w.name LIKE :name ESCAPE '!'", { name: `%${query.q.replaceAll(/[!%_]/g, (sign) => `!${sign}`)}%` });
    return rawPage<Workday>(builder, query, sorts, 'date');
  }
  all(): Promise<Workday[]> { return this.rows().orderBy('w.date').getRawMany<Workday>(); }
  /** The holidays by which a year is known; see `coveredYears`. */
  landmarks(): Promise<Workday[]> {
    return this.rows().where("w.kind = 'holiday' AND (w.date LIKE '%-01-01' OR w.date LIKE '%-10-01')").getRawMany<Workday>();
  }
  find(id: string): Promise<WorkdayEntity | null> { return this.database.reader.findOneBy(WorkdayEntity, { id }); }
  any(): Promise<boolean> { return this.database.reader.existsBy(WorkdayEntity, {}); }
  async insert(row: WorkdayEntity): Promise<void> { await this.database.writer.insert(WorkdayEntity, row); }
  /** One of many deletions wins. */
  async remove(id: string): Promise<boolean> { return (await this.database.writer.delete(WorkdayEntity, { id })).affected === 1; }

  private rows() {
    return this.database.reader.createQueryBuilder(WorkdayEntity, 'w').select('w.id', 'id').addSelect('w.date', 'date').addSelect('w.kind', 'kind').addSelect('w.name', 'name');
  }
}
