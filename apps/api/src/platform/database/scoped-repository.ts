/**
 * A repository whose every read is within what an actor may see. There is no `findById`: a row out of scope is as if it were not there.
 *
 * ```ts
 * @Injectable()
 * export class UnitsRepository extends ScopedRepository<UnitEntity, Actor> {
 *   constructor(database: Database, private readonly policy: UnitsPolicy) {
 *     super(database, UnitEntity, 'unit');
 *   }
 *   protected scopeOf(actor: Actor): Predicate {
 *     return this.policy.visible(actor);      // { sql: 'unit.division_code …', params }
 *   }
 *   listFor(actor: Actor, input: UnitQuery): Promise<Page<UnitRow>> {
 *     const query = this.selectFor(actor).select('unit.id', 'id').addSelect('unit.name', 'name');
 *     return pageOf<UnitRow>(query, input, { sorts: { name: 'unit.nameKey' }, tieBreaker: 'unit.id' });
 *   }
 * }
 * ```
 */
import type { SelectQueryBuilder } from 'typeorm';
import type { Database } from './database.js';
import type { EntityClass } from './data-source.js';
import { memberOf, restrict, type Predicate } from './predicates.js';

export abstract class ScopedRepository<Entity extends { readonly id: string }, Actor> {
  protected constructor(
    protected readonly database: Database,
    private readonly entity: EntityClass & (new () => Entity),
    /** The name by which predicates and selections call the table. */
    protected readonly alias: string,
  ) {}

  /** What the actor may see, in terms of `alias`. */
  protected abstract scopeOf(actor: Actor): Predicate;

  /** The beginning of every read: the entity within the actor's scope. */
  protected selectFor(actor: Actor): SelectQueryBuilder<Entity> {
    const query = this.database.reader.createQueryBuilder<Entity>(this.entity, this.alias);
    return restrict<Entity, SelectQueryBuilder<Entity>>(query, this.scopeOf(actor));
  }

  /** The row, or null where it does not exist or lies outside the actor's scope: the caller answers 404 for both. */
  findFor(actor: Actor, id: string): Promise<Entity | null> {
    return this.selectFor(actor).andWhere(`${this.alias}.id = :scopedId`, { scopedId: id }).getOne();
  }

  /** Those of the ids that the actor may see: a write checks the ids that it refers to by it. */
  async visibleFor(actor: Actor, ids: readonly string[]): Promise<Set<string>> {
    if (ids.length === 0) return new Set();
    const query = this.selectFor(actor).select(`${this.alias}.id`, 'id');
    const rows = await restrict<Entity, SelectQueryBuilder<Entity>>(query, memberOf(`${this.alias}.id`, ids, 'scopedIds')).getRawMany<{ id: string }>();
    return new Set(rows.map((row) => row.id));
  }
}
