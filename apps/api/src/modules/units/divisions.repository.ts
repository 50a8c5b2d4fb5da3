import { Injectable } from '@nestjs/common';
import type { Division, divisionQuery, Travel } from '@kepu/contracts';
import { In } from 'typeorm';
import type { z } from 'zod';
import { Database, newId, readRows } from '../../platform/database/index.js';
import { DivisionEntity, DivisionTravelEntity } from './division.entity.js';
import { matching, openOn, rawPage } from './raw-page.repository.js';

/** A division as lists read it; flags are 0 or 1. */
export interface DivisionRow {
  readonly code: string; readonly name: string; readonly kind: Division['kind']; readonly parentCode: string | null; readonly urbanCore: number; readonly island: number;
  readonly mountain: number; readonly openedOn: string | null; readonly closedOn: string | null; readonly successorCode: string | null; readonly successorName: string | null;
  readonly version: number;
}
const sorts = { code: ['d.id'], name: ['d.nameKey', 'd.id'] } as const;

/** Rows of `divisions` and `division_travel`. Whoever may read divisions reads all of them: the policy asks before. */
@Injectable()
export class DivisionsRepository {
  constructor(private readonly database: Database) {}

  async list(query: z.output<typeof divisionQuery>, today: string): Promise<{ rows: DivisionRow[]; total: number }> {
    const builder = this.rows();
    matching(builder, 'd.searchKey', query.q);
    openOn(builder, 'd', query.open, today);
    if (query.kind) builder.andWhere('d.kind = :kind', { kind: query.kind });
    if (query.parentCode) builder.andWhere('d.parentId = :parent', { parent: query.parentCode });
    if (query.ids) builder.andWhere('d.id IN (:...ids)', { ids: query.ids });
    return rawPage<DivisionRow>(builder, query, sorts, 'code');
  }

  async row(code: string): Promise<DivisionRow | null> {
    return (await this.rows().where('d.id = :code', { code }).getRawOne<DivisionRow>()) ?? null;
  }
  find(code: string): Promise<DivisionEntity | null> { return this.database.reader.findOneBy(DivisionEntity, { id: code }); }
  /** Name and last day, for what refers to it. */
  async term(code: string): Promise<{ name: string; closedOn: string | null } | null> {
    return (await readRows<{ name: string; closedOn: string | null }>(this.database.reader, 'SELECT d.name AS name, d.closed_on AS closedOn FROM divisions d WHERE d.id = :code', { code }))[0] ?? null;
  }
  city(): Promise<DivisionEntity | null> { return this.database.reader.findOneBy(DivisionEntity, { kind: 'city' }); }
  any(): Promise<boolean> { return this.database.reader.existsBy(DivisionEntity, {}); }
  findAll(codes: readonly string[]): Promise<DivisionEntity[]> { return this.database.reader.findBy(DivisionEntity, { id: In([...codes]) }); }

  counties(): Promise<Pick<DivisionRow, 'code' | 'name' | 'urbanCore' | 'island' | 'mountain'>[]> {
    return readRows(this.database.reader, "SELECT d.id AS code, d.name AS name, d.urban_core AS urbanCore, d.island AS island, d.mountain AS mountain FROM divisions d WHERE d.kind = 'county' ORDER BY d.id");
  }

  /** Open townships by county, in one statement. */
  async townshipsByParent(today: string): Promise<ReadonlyMap<string, number>> {
    const builder = this.database.reader.createQueryBuilder(DivisionEntity, 'd').select('d.parent_id', 'parent').addSelect('COUNT(*)', 'total')
      .where("d.kind NOT IN ('city', 'county')");
    openOn(builder, 'd', true, today);
    const rows = await builder.groupBy('d.parent_id').getRawMany<{ parent: string; total: number | string }>();
    return new Map(rows.map((row) => [row.parent, Number(row.total)]));
  }

  async hasOpenBelow(code: string, today: string): Promise<boolean> {
    const builder = this.database.reader.createQueryBuilder(DivisionEntity, 'd').where('d.parent_id = :code', { code });
    openOn(builder, 'd', true, today);
    return (await builder.getCount()) > 0;
  }

  async insert(rows: readonly DivisionEntity[]): Promise<void> {
    for (let at = 0; at < rows.length; at += 50) {
      await this.database.writer.createQueryBuilder().insert().into(DivisionEntity).values(rows.slice(at, at + 50)).updateEntity(false).execute();
    }
  }
  /** Answers whether the version was still the one given. */
  async update(code: string, version: number, changes: Partial<DivisionEntity>): Promise<boolean> {
    return (await this.database.writer.update(DivisionEntity, { id: code, version }, { ...changes, version: version + 1 })).affected === 1;
  }

  async travel(): Promise<Travel[]> {
    return this.database.reader.createQueryBuilder(DivisionTravelEntity, 't').select('t.from_id', 'from').addSelect('t.to_id', 'to').addSelect('t.minutes', 'minutes')
      .orderBy('t.fromId').addOrderBy('t.toId').getRawMany<Travel>();
  }
  findTravel(fromId: string, toId: string): Promise<DivisionTravelEntity | null> { return this.database.reader.findOneBy(DivisionTravelEntity, { fromId, toId }); }
  /** After a turn at `units`, so that a pair is inserted once. */
  async setTravel(fromId: string, toId: string, minutes: number): Promise<void> {
    if (await this.findTravel(fromId, toId)) await this.database.writer.update(DivisionTravelEntity, { fromId, toId }, { minutes });
    else await this.database.writer.insert(DivisionTravelEntity, { id: newId(), fromId, toId, minutes });
  }

  async insertTravel(given: readonly Travel[]): Promise<void> {
    const rows = given.map(({ from, to, minutes }) => ({ id: newId(), fromId: from < to ? from : to, toId: from < to ? to : from, minutes }));
    await this.database.writer.createQueryBuilder().insert().into(DivisionTravelEntity).values(rows).updateEntity(false).execute();
  }

  private rows() {
    return this.database.reader.createQueryBuilder(DivisionEntity, 'd').leftJoin(DivisionEntity, 's', 's.id = d.successor_id')
      .select('d.id', 'code').addSelect('d.name', 'name').addSelect('d.kind', 'kind').addSelect('d.parent_id', 'parentCode').addSelect('d.urban_core', 'urbanCore').addSelect('d.island', 'island')
      .addSelect('d.mountain', 'mountain').addSelect('d.opened_on', 'openedOn').addSelect('d.closed_on', 'closedOn').addSelect('s.id', 'successorCode').addSelect('s.name', 'successorName')
      .addSelect('d.version', 'version');
  }
}
