import { Injectable } from '@nestjs/common';
import type { Programme, programmeQuery, ProgrammeSet } from '@kepu/contracts';
import { In } from 'typeorm';
import type { z } from 'zod';
import { Database } from '../../platform/database/index.js';
import { ProgrammeEntity, ProgrammeSetEntity } from './dictionary.entity.js';
import { matching, openOn, rawPage } from './raw-page.repository.js';

/** A programme as lists read it; aliases are JSON. */
export interface ProgrammeRow {
  readonly id: string; readonly setId: string; readonly setName: string; readonly name: string; readonly shortName: string; readonly kind: Programme['kind']; readonly aliases: string;
  readonly sortNo: number; readonly closedOn: string | null; readonly successorId: string | null; readonly successorName: string | null; readonly version: number;
}
const sorts = { sortNo: ['g.fromYear', 'g.id', 'p.sortNo', 'p.id'], name: ['p.nameKey', 'p.id'] } as const;

/** Rows of `programme_sets` and `programmes`. */
@Injectable()
export class ProgrammesRepository {
  constructor(private readonly database: Database) {}

  async list(query: z.output<typeof programmeQuery>, today: string): Promise<{ rows: ProgrammeRow[]; total: number }> {
    const builder = this.rows().where('1=1');
    matching(builder, 'p.searchKey', query.q);
    openOn(builder, 'p', query.open, today);
    if (query.setId) builder.andWhere('p.setId = :setId', { setId: query.setId });
    if (query.ids) builder.andWhere('p.id IN (:...ids)', { ids: query.ids });
    return rawPage<ProgrammeRow>(builder, query, sorts, 'sortNo');
  }
  async row(id: string): Promise<ProgrammeRow | null> { return (await this.rows().where('p.id = :id', { id }).getRawOne<ProgrammeRow>()) ?? null; }
  find(id: string): Promise<ProgrammeEntity | null> { return this.database.reader.findOneBy(ProgrammeEntity, { id }); }
  byIds(ids: readonly string[]): Promise<ProgrammeEntity[]> { return ids.length === 0 ? Promise.resolve([]) : this.database.reader.findBy(ProgrammeEntity, { id: In([...ids]) }); }
  /** In their printed order. A set holds some ten. */
  async openOf(setId: string, today: string): Promise<ProgrammeEntity[]> {
    const builder = this.database.reader.createQueryBuilder(ProgrammeEntity, 'p').where('p.setId = :setId', { setId });
    openOn(builder, 'p', true, today);
    return builder.orderBy('p.sortNo').addOrderBy('p.id').getMany();
  }
  /** Open programmes of all sets with the years of their set. */
  async allOpen(today: string): Promise<{ id: string; setId: string; name: string; aliases: string; fromYear: number; toYear: number | null }[]> {
    const builder = this.database.reader.createQueryBuilder(ProgrammeEntity, 'p').innerJoin(ProgrammeSetEntity, 'g', 'g.id = p.set_id')
      .select('p.id', 'id').addSelect('p.set_id', 'setId').addSelect('p.name', 'name').addSelect('p.aliases', 'aliases').addSelect('g.from_year', 'fromYear').addSelect('g.to_year', 'toYear').where('1=1');
    openOn(builder, 'p', true, today);
    return builder.orderBy('g.fromYear', 'DESC').addOrderBy('g.id').addOrderBy('p.sortNo').addOrderBy('p.id').getRawMany();
  }
  async insert(row: ProgrammeEntity): Promise<void> { await this.database.writer.insert(ProgrammeEntity, row); }
  /** Answers whether the version was still the one given. */
  async update(id: string, version: number, changes: Partial<ProgrammeEntity>): Promise<boolean> {
    return (await this.database.writer.update(ProgrammeEntity, { id, version }, { ...changes, version: version + 1 })).affected === 1;
  }

  /** All sets, newest first, with the number of their open programmes. */
  async sets(today: string, id?: string): Promise<ProgrammeSet[]> {
    const builder = this.database.reader.createQueryBuilder(ProgrammeSetEntity, 'g')
      .leftJoin(ProgrammeEntity, 'p', 'p.set_id = g.id AND (p.closed_on IS NULL OR p.closed_on > :today)', { today })
      .select('g.id', 'id').addSelect('g.name', 'name').addSelect('g.from_year', 'fromYear').addSelect('g.to_year', 'toYear').addSelect('COUNT(p.id)', 'programmes');
    if (id) builder.where('g.id = :id', { id });
    const rows = await builder.groupBy('g.id').addGroupBy('g.name').addGroupBy('g.from_year').addGroupBy('g.to_year').orderBy('g.fromYear', 'DESC').addOrderBy('g.id')
      .getRawMany<ProgrammeSet & { programmes: number | string }>();
    return rows.map((row) => ({ ...row, programmes: Number(row.programmes) }));
  }
  findSet(id: string): Promise<ProgrammeSetEntity | null> { return this.database.reader.findOneBy(ProgrammeSetEntity, { id }); }
  anySet(): Promise<boolean> { return this.database.reader.existsBy(ProgrammeSetEntity, {}); }
  async insertSet(row: ProgrammeSetEntity): Promise<void> { await this.database.writer.insert(ProgrammeSetEntity, row); }

  private rows() {
    return this.database.reader.createQueryBuilder(ProgrammeEntity, 'p').innerJoin(ProgrammeSetEntity, 'g', 'g.id = p.set_id').leftJoin(ProgrammeEntity, 's', 's.id = p.successor_id')
      .select('p.id', 'id').addSelect('p.set_id', 'setId').addSelect('g.name', 'setName').addSelect('p.name', 'name').addSelect('p.short_name', 'shortName').addSelect('p.kind', 'kind')
      .addSelect('p.aliases', 'aliases').addSelect('p.sort_no', 'sortNo').addSelect('p.closed_on', 'closedOn').addSelect('p.successor_id', 'successorId').addSelect('s.name', 'successorName')
      .addSelect('p.version', 'version');
  }
}
