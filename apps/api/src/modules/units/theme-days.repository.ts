import { Injectable } from '@nestjs/common';
import type { themeDayQuery } from '@kepu/contracts';
import type { z } from 'zod';
import { Database } from '../../platform/database/index.js';
import { ThemeDayEntity } from './dictionary.entity.js';
import { matching, openOn } from './raw-page.repository.js';

/** A theme day as lists read it; aliases and rule are JSON. */
export interface ThemeDayRow {
  readonly id: string; readonly name: string; readonly nameKey: string; readonly aliases: string; readonly rule: string; readonly note: string | null; readonly closedOn: string | null; readonly version: number;
}

/** Rows of `theme_days`. */
@Injectable()
export class ThemeDaysRepository {
  constructor(private readonly database: Database) {}

  /** All that match, by name: some dozens, of which the next date is computed, so that paging happens after. */
  async matching(query: z.output<typeof themeDayQuery>, today: string): Promise<ThemeDayRow[]> {
    const builder = this.rows().where('1=1');
    matching(builder, 't.searchKey', query.q);
    openOn(builder, 't', query.open, today);
    if (query.ids) builder.andWhere('t.id IN (:...ids)', { ids: query.ids });
    return builder.orderBy('t.nameKey').addOrderBy('t.id').getRawMany<ThemeDayRow>();
  }
  async row(id: string): Promise<ThemeDayRow | null> { return (await this.rows().where('t.id = :id', { id }).getRawOne<ThemeDayRow>()) ?? null; }
  find(id: string): Promise<ThemeDayEntity | null> { return this.database.reader.findOneBy(ThemeDayEntity, { id }); }
  any(): Promise<boolean> { return this.database.reader.existsBy(ThemeDayEntity, {}); }
  /** After a turn at `dictionaries`. */
  async nameTaken(name: string, exceptId: string, today: string): Promise<boolean> {
    const builder = this.database.reader.createQueryBuilder(ThemeDayEntity, 't').where('t.name = :name AND t.id <> :exceptId', { name, exceptId });
    openOn(builder, 't', true, today);
    return (await builder.getCount()) > 0;
  }
  async insert(row: ThemeDayEntity): Promise<void> { await this.database.writer.insert(ThemeDayEntity, row); }
  /** Answers whether the version was still the one given. */
  async update(id: string, version: number, changes: Partial<Omit<ThemeDayEntity, 'rule'>> & { rule?: object }): Promise<boolean> {
    return (await this.database.writer.update(ThemeDayEntity, { id, version }, { ...changes, version: version + 1 })).affected === 1;
  }

  private rows() {
    return this.database.reader.createQueryBuilder(ThemeDayEntity, 't').select('t.id', 'id').addSelect('t.name', 'name').addSelect('t.name_key', 'nameKey').addSelect('t.aliases', 'aliases')
      .addSelect('t.rule', 'rule').addSelect('t.note', 'note').addSelect('t.closed_on', 'closedOn').addSelect('t.version', 'version');
  }
}
