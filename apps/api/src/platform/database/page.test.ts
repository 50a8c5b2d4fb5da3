import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { eachDatabase, type TestDatabase } from '../../../test-support/databases.js';
import { Migration, type Schema } from '../../migrations/index.js';
import { code, day, id, optional, searchKey, text } from './columns.js';
import type { Database } from './database.js';
import { allOf, anyOf, everything, memberOf, newId, nothing, pageOf, ScopedRepository, searching, startsWith, UnknownSort } from './index.js';
import type { Page, PageInput, Predicate } from './index.js';

@Entity('halls')
@Index(['divisionCode'])
class Hall {
  @PrimaryColumn(id()) id!: string;
  @Column(code(12)) divisionCode!: string;
  @Column(text(40)) name!: string;
  @Column(searchKey()) nameKey!: string;
  @Column(optional(day())) closedOn!: string | null;
}

class Halls1700000000001 extends Migration {
  async change(schema: Schema): Promise<void> {
    await schema.createTable('halls', {
      columns: { id: id(), division_code: code(12), name: text(40), name_key: searchKey(), closed_on: optional(day()) },
      indexes: [['division_code']],
    });
  }
}

interface Viewer {
  readonly prefix: string;
}

interface HallRow {
  readonly id: string;
  readonly name: string;
}

class HallsRepository extends ScopedRepository<Hall, Viewer> {
  constructor(database: Database) {
    super(database, Hall, 'hall');
  }

  protected scopeOf({ prefix }: Viewer): Predicate {
    return startsWith('hall.divisionCode', prefix, 'scope');
  }

  listFor(viewer: Viewer, input: PageInput, filter: Predicate = everything): Promise<Page<HallRow>> {
    const query = this.selectFor(viewer).select('hall.id', 'id').addSelect('hall.name', 'name').andWhere(filter.sql, filter.params);
    return pageOf<HallRow, Hall>(query, input, {
      sorts: { name: 'hall.nameKey', closedOn: 'hall.closedOn' },
      defaultSort: 'name',
      tieBreaker: 'hall.id',
    });
  }
}

const halls = (count: number): Hall[] =>
  Array.from({ length: count }, (_, index) => ({
    id: newId(),
    divisionCode: index % 2 === 0 ? '330302001000' : '330303001000',
    name: `礼堂${index}`,
    nameKey: `litang${String(index).padStart(4, '0')}`,
    closedOn: index % 3 === 0 ? null : `2026-01-${String((index % 28) + 1).padStart(2, '0')}`,
  }));

eachDatabase('lists', (makeDb) => {
  const open = async (count: number): Promise<TestDatabase & { repository: HallsRepository; rows: Hall[] }> => {
    const made = await makeDb({ entities: [Hall], migrations: [Halls1700000000001] });
    const rows = halls(count);
    if (count > 0) await made.unitOfWork.run(() => made.database.writer.insert(Hall, rows));
    return { ...made, rows, repository: new HallsRepository(made.database) };
  };
  const all: Viewer = { prefix: '' };
  const names = (page: Page<HallRow>): string[] => page.data.map(({ name }) => name);

  it('answers one page and the total, sorted by mapped names, in two statements at most', async () => {
    const { repository, database } = await open(60);
    const counted = await database.statements.during(() => repository.listFor(all, { page: 2, perPage: 25, sort: '-name' }));
    expect(counted.result.total).toBe(60);
    expect(names(counted.result)).toEqual(Array.from({ length: 25 }, (_, index) => `礼堂${34 - index}`));
    expect(counted.statements).toHaveLength(2);
    const last = await database.statements.during(() => repository.listFor(all, { page: 3, perPage: 25 }));
    expect(last.result).toMatchObject({ total: 60 });
    expect(last.result.data).toHaveLength(10);
    expect(last.statements).toHaveLength(1);
    expect(await repository.listFor(all, { page: 9 })).toEqual({ data: [], total: 60 });
  });

  it('repeats and skips no row where many sort alike, and puts nulls first', async () => {
    const { repository, rows } = await open(50);
    const pages = await Promise.all([1, 2, 3, 4, 5].map((page) => repository.listFor(all, { page, perPage: 10, sort: 'closedOn' })));
    const listed = pages.flatMap(({ data }) => data.map((row) => row.id));
    expect(new Set(listed).size).toBe(50);
    const open17 = new Set(rows.filter(({ closedOn }) => closedOn === null).map((row) => row.id));
    expect(listed.slice(0, open17.size).every((hall) => open17.has(hall))).toBe(true);
  });

  it('refuses a sort that is not mapped, and never more rows than 200', async () => {
    const { repository } = await open(230);
    for (const sort of ['hall.id; DROP TABLE halls', 'constructor', '__proto__', 'nameKey', '--name']) {
      await expect(repository.listFor(all, { sort })).rejects.toThrow(UnknownSort);
    }
    for (const perPage of [201, 1e9, Number.MAX_SAFE_INTEGER]) expect((await repository.listFor(all, { perPage })).data).toHaveLength(200);
    for (const perPage of [-1, 0]) expect((await repository.listFor(all, { perPage })).data).toHaveLength(1);
    for (const perPage of [NaN, 1.5]) expect((await repository.listFor(all, { perPage, page: -3 })).data).toHaveLength(25);
  });

  it('shows no row outside the scope: in lists, totals, by id, and when an id is referred to', async () => {
    const { repository, rows } = await open(10);
    const county: Viewer = { prefix: '330302' };
    const [inside, outside] = rows;
    expect((await repository.listFor(county, {})).total).toBe(5);
    expect((await repository.findFor(county, inside?.id ?? ''))?.name).toBe('礼堂0');
    expect(await repository.findFor(county, outside?.id ?? '')).toBeNull();
    expect(await repository.visibleFor(county, rows.map((row) => row.id))).toEqual(new Set(rows.filter((_, index) => index % 2 === 0).map((row) => row.id)));
    expect(await repository.visibleFor(county, [])).toEqual(new Set());
    expect((await repository.listFor(county, {}, anyOf([everything, nothing]))).total).toBe(5);
    expect((await repository.listFor(county, {}, memberOf('hall.id', [], 'ids'))).total).toBe(0);
  });

  it('finds every word of a term in the search keys, and takes signs of LIKE as they are', async () => {
    const { repository, database, unitOfWork } = await open(3);
    const odd = { ...halls(1)[0], id: newId(), nameKey: 'bai%fen_zhi!jiu\\li' } as Hall;
    await unitOfWork.run(() => database.writer.insert(Hall, odd));
    const found = async (term: string) => (await repository.listFor(all, {}, searching(['hall.nameKey', 'hall.name'], term, 'q'))).total;
    expect(await found('LITANG')).toBe(3);
    expect(await found('礼堂 0002')).toBe(1);
    expect(await found('  ')).toBe(4);
    for (const sign of ['%', '_', '!', '\\', 'i%f', 'n_z', "' OR 1=1 --"]) expect(await found(sign)).toBe(sign.startsWith("'") ? 0 : 1);
    expect(await found('l_tang')).toBe(0);
  });

  it('joins predicates without mixing their parameters up', () => {
    const first = memberOf('a', ['1'], 'ids');
    expect(allOf([first, startsWith('b', '33', 'scope')])).toEqual({
      sql: '(a IN (:...ids)) AND (b >= :scopeFrom AND b < :scopeTo)',
      params: { ids: ['1'], scopeFrom: '33', scopeTo: '33\u{10FFFF}' },
    });
    expect(anyOf([])).toEqual(nothing);
    expect(allOf([])).toEqual(everything);
    expect(() => allOf([first, memberOf('c', ['2'], 'ids')])).toThrow('Two predicates');
  });
});
