import { Injectable } from '@nestjs/common';
import type { Term, termQuery } from '@kepu/contracts';
import type { z } from 'zod';
import { Database, readRows } from '../../platform/database/index.js';
import { TermEntity } from './dictionary.entity.js';
import { matching, openOn, rawPage } from './raw-page.repository.js';

/** A term as lists read it; aliases are JSON. */
export interface TermRow {
  readonly id: string; readonly kind: Term['kind']; readonly name: string; readonly aliases: string; readonly parentId: string | null; readonly parentName: string | null; readonly sortNo: number;
  readonly closedOn: string | null; readonly successorId: string | null; readonly successorName: string | null; readonly version: number;
}
// Below its parent, where the list is whole: a topic of the first level sorts by its own number, one of the second by its parent's first.
const sorts = { sortNo: ['t.kind', 'COALESCE(p.sort_no, t.sort_no)', 'COALESCE(p.id, t.id)', 'p.sortNo', 't.sortNo', 't.id'], name: ['t.nameKey', 't.id'] } as const;

/** Rows of `terms`. */
@Injectable()
export class TermsRepository {
  constructor(private readonly database: Database) {}

  async list(query: z.output<typeof termQuery>, today: string): Promise<{ rows: TermRow[]; total: number }> {
    const builder = this.rows().where('1=1');
    matching(builder, 't.searchKey', query.q);
    openOn(builder, 't', query.open, today);
    if (query.kind) builder.andWhere('t.kind = :kind', { kind: query.kind });
    if (query.parentId) builder.andWhere('t.parentId = :parentId', { parentId: query.parentId });
    if (query.ids) builder.andWhere('t.id IN (:...ids)', { ids: query.ids });
    return rawPage<TermRow>(builder, query, sorts, 'sortNo');
  }
  briefs(): Promise<Pick<TermRow, 'id' | 'kind' | 'name' | 'parentId'>[]> {
    return readRows(this.database.reader, 'SELECT t.id AS id, t.kind AS kind, t.name AS name, t.parent_id AS parentId FROM terms t ORDER BY t.id');
  }
  async row(id: string): Promise<TermRow | null> { return (await this.rows().where('t.id = :id', { id }).getRawOne<TermRow>()) ?? null; }
  find(id: string): Promise<TermEntity | null> { return this.database.reader.findOneBy(TermEntity, { id }); }
  any(kind: Term['kind']): Promise<boolean> { return this.database.reader.existsBy(TermEntity, { kind }); }
  hasChildren(id: string): Promise<boolean> { return this.database.reader.existsBy(TermEntity, { parentId: id }); }

  /** After a turn at `dictionaries`. */
  async nameTaken(kind: Term['kind'], name: string, exceptId: string, today: string): Promise<boolean> {
    const builder = this.database.reader.createQueryBuilder(TermEntity, 't').where('t.kind = :kind AND t.name = :name AND t.id <> :exceptId', { kind, name, exceptId });
    openOn(builder, 't', true, today);
    return (await builder.getCount()) > 0;
  }
  async highestSortNo(kind: Term['kind'], parentId: string | null): Promise<number> {
    const builder = this.database.reader.createQueryBuilder(TermEntity, 't').select('MAX(t.sort_no)', 'highest').where('t.kind = :kind', { kind });
    if (parentId === null) builder.andWhere('t.parentId IS NULL');
    else builder.andWhere('t.parentId = :parentId', { parentId });
    return Number((await builder.getRawOne<{ highest: number | null }>())?.highest ?? 0);
  }

  async insert(row: TermEntity): Promise<void> { await this.database.writer.insert(TermEntity, row); }
  /** Answers whether the version was still the one given. */
  async update(id: string, version: number, changes: Partial<TermEntity>): Promise<boolean> {
    return (await this.database.writer.update(TermEntity, { id, version }, { ...changes, version: version + 1 })).affected === 1;
  }
  async moveChildren(fromParent: string, toParent: string): Promise<number> {
    return (await this.database.writer.update(TermEntity, { parentId: fromParent }, { parentId: toParent })).affected ?? 0;
  }

  private rows() {
    return this.database.reader.createQueryBuilder(TermEntity, 't').leftJoin(TermEntity, 'p', 'p.id = t.parent_id').leftJoin(TermEntity, 's', 's.id = t.successor_id')
      .select('t.id', 'id').addSelect('t.kind', 'kind').addSelect('t.name', 'name').addSelect('t.aliases', 'aliases').addSelect('t.parent_id', 'parentId').addSelect('p.name', 'parentName')
      .addSelect('t.sort_no', 'sortNo').addSelect('t.closed_on', 'closedOn').addSelect('t.successor_id', 'successorId').addSelect('s.name', 'successorName').addSelect('t.version', 'version');
  }
}
