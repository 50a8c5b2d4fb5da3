import { Injectable } from '@nestjs/common';
import type { Programme, programmeQuery, ProgrammeSet } from '@kepu/contracts';
import { In } from 'typeorm';
import type { z } from 'zod';
import { Database } from '../../platform/database/index.js';
import { ProgrammeEntity, ProgrammeMappingEntity, ProgrammeSetEntity } from './dictionary.entity.js';
import { matching, openOn, rawPage } from './raw-page.repository.js';

/** A programme as lists read it; aliases are JSON. */
export interface ProgrammeRow {
  readonly id: string; readonly setId: string; readonly setName: string; readonly name: string; readonly shortName: string; readonly kind: Programme['kind']; readonly aliases: string;
  readonly sortNo: number; readonly closedOn: string | null; readonly successorId: string | null; readonly successorName: string | null; readonly version: number;
}
/** A programme with what was said of it: nulls where nobody did. */
export interface MappingRow { readonly fromId: string; readonly fromName: string; readonly toSetId: string; readonly toSetName: string; readonly toId: string | null; readonly toName: string | null; readonly ask: number | boolean | null; readonly note: string | null; readonly version: number | null }
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
  /** The set that papers of a year use; of several the newest. */
  async setOf(year: number): Promise<ProgrammeSetEntity | null> {
    return this.database.reader.createQueryBuilder(ProgrammeSetEntity, 'g').where('g.from_year <= :year AND (g.to_year IS NULL OR g.to_year >= :year)', { year }).orderBy('g.fromYear', 'DESC').addOrderBy('g.id', 'DESC').getOne();
  }
  /** Every programme of a set that is open, with what was said of it. */
  async mappings(fromSetId: string, toSetId: string, today: string): Promise<MappingRow[]> {
    const builder = this.mappingRows(toSetId).where('p.set_id = :fromSetId', { fromSetId });
    openOn(builder, 'p', true, today);
    return builder.orderBy('p.sort_no').addOrderBy('p.id').getRawMany<MappingRow>();
  }
  /** The same of some programmes, open or not. */
  async mappingsOf(ids: readonly string[], toSetId: string): Promise<MappingRow[]> {
    return ids.length === 0 ? [] : this.mappingRows(toSetId).where('p.id IN (:...ids)', { ids: [...ids] }).getRawMany<MappingRow>();
  }
  anyMapping(): Promise<boolean> { return this.database.reader.existsBy(ProgrammeMappingEntity, {}); }
  findMapping(fromId: string, toSetId: string): Promise<ProgrammeMappingEntity | null> { return this.database.reader.findOneBy(ProgrammeMappingEntity, { fromId, toSetId }); }
  async insertMapping(row: ProgrammeMappingEntity): Promise<void> { await this.database.writer.insert(ProgrammeMappingEntity, row); }
  async updateMapping(id: string, version: number, changes: Partial<ProgrammeMappingEntity>): Promise<boolean> {
    return (await this.database.writer.update(ProgrammeMappingEntity, { id, version }, { ...changes, version: version + 1 })).affected === 1;
  }
  findSet(id: string): Promise<ProgrammeSetEntity | null> { return this.database.reader.findOneBy(ProgrammeSetEntity, { id }); }
  anySet(): Promise<boolean> { return this.database.reader.existsBy(ProgrammeSetEntity, {}); }
  async insertSet(row: ProgrammeSetEntity): Promise<void> { await this.database.writer.insert(ProgrammeSetEntity, row); }

  private mappingRows(toSetId: string) {
    return this.database.reader.createQueryBuilder(ProgrammeEntity, 'p').innerJoin(ProgrammeSetEntity, 'g', 'g.id = :toSetId', { toSetId }).leftJoin(ProgrammeMappingEntity, 'm', 'm.from_id = p.id AND m.to_set_id = g.id').leftJoin(ProgrammeEntity, 't', 't.id = m.to_id')
      .select('p.id', 'fromId').addSelect('p.name', 'fromName').addSelect('g.id', 'toSetId').addSelect('g.name', 'toSetName').addSelect('t.id', 'toId').addSelect('t.name', 'toName').addSelect('m.ask', 'ask').addSelect('m.note', 'note').addSelect('m.version', 'version');
  }
  private rows() {
    return this.database.reader.createQueryBuilder(ProgrammeEntity, 'p').innerJoin(ProgrammeSetEntity, 'g', 'g.id = p.set_id').leftJoin(ProgrammeEntity, 's', 's.id = p.successor_id')
      .select('p.id', 'id').addSelect('p.set_id', 'setId').addSelect('g.name', 'setName').addSelect('p.name', 'name').addSelect('p.short_name', 'shortName').addSelect('p.kind', 'kind')
      .addSelect('p.aliases', 'aliases').addSelect('p.sort_no', 'sortNo').addSelect('p.closed_on', 'closedOn').addSelect('p.successor_id', 'successorId').addSelect('s.name', 'successorName')
      .addSelect('p.version', 'version');
  }
}
