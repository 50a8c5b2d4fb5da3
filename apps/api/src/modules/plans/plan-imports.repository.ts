import { Injectable } from '@nestjs/common';
import type { planImportQuery } from '@kepu/contracts';
import type { z } from 'zod';
import { reachOf, type Actor } from '../../platform/auth/actor.js';
import { Database, everything, memberOf, type Predicate } from '../../platform/database/index.js';
import { likePattern } from '../../platform/pinyin/pinyin.js';
import { PlanImportEntity } from './plan-import.entity.js';

/** Imports are their office's alone. */
const ofOffice = (actor: Actor): Predicate => {
  if (actor.kind === 'system') return everything;
  const reach = reachOf(actor, 'plan-import:read');
  // The code of a city ends so; those of townships and villages are longer.
  return reach === 'all' ? { sql: "SUBSTR(m.division_id, 5) = '00'", params: {} } : memberOf('m.division_id', reach.divisions, 'offices');
};

/** Rows of `plan_imports`. */
@Injectable()
export class PlanImportsRepository {
  constructor(private readonly database: Database) {}

  async findFor(actor: Actor, id: string): Promise<PlanImportEntity | null> {
    const own = ofOffice(actor);
    return this.database.reader.createQueryBuilder(PlanImportEntity, 'm').where('m.id = :id', { id }).andWhere(own.sql, own.params).getOne();
  }
  async listFor(actor: Actor, query: z.output<typeof planImportQuery>): Promise<{ rows: PlanImportEntity[]; total: number }> {
    const own = ofOffice(actor);
    const builder = this.database.reader.createQueryBuilder(PlanImportEntity, 'm').where(own.sql, own.params);
    if (query.state) builder.andWhere('m.state = :state', { state: query.state });
    if (query.ids) builder.andWhere('m.id IN (:...ids)', { ids: query.ids });
    if (query.q) builder.andWhere("m.fileName LIKE :q ESCAPE '!'", { q: likePattern(query.q) });
    const sort = query.sort ?? '-createdAt';
    const direction = sort.startsWith('-') ? 'DESC' : 'ASC';
    const [rows, total] = await builder.orderBy(sort.endsWith('createdAt') ? 'm.createdAt' : 'm.fileName', direction).addOrderBy('m.id', direction)
      .skip((query.page - 1) * query.perPage).take(query.perPage).getManyAndCount();
    return { rows, total };
  }
  /** What was read and corrected, for a revision; the caller has proved the right to it. */
  sourceOf(id: string): Promise<PlanImportEntity | null> { return this.database.reader.findOneBy(PlanImportEntity, { id }); }
  /** State alone, for those who wait. */
  async stateOf(id: string): Promise<PlanImportEntity['state'] | null> {
    return (await this.database.reader.findOne(PlanImportEntity, { select: { id: true, state: true }, where: { id } }))?.state ?? null;
  }
  async insert(row: PlanImportEntity): Promise<void> {
    await this.database.writer.createQueryBuilder().insert().into(PlanImportEntity).values(row).updateEntity(false).execute();
  }
  /** A change by a person, against the version they saw. */
  async update(id: string, version: number, changes: Partial<PlanImportEntity>): Promise<boolean> {
    const result = await this.database.writer.createQueryBuilder().update(PlanImportEntity).set({ ...changes, version: version + 1 }).where({ id, version }).execute();
    return result.affected === 1;
  }
  /** Every paper that was found to say what a plan says goes back to its preview when the plan is taken out. */
  async release(planId: string, state: PlanImportEntity['state']): Promise<void> {
    await this.database.writer.createQueryBuilder().update(PlanImportEntity).set({ state, planId: null, version: () => 'version + 1' }).where({ planId, state: 'committed' }).execute();
  }
  /** A step of the worker, from one state to the next. */
  async advance(id: string, from: PlanImportEntity['state'], changes: Partial<PlanImportEntity>): Promise<boolean> {
    const result = await this.database.writer.createQueryBuilder().update(PlanImportEntity).set({ ...changes, version: () => 'version + 1' }).where({ id, state: from }).execute();
    return result.affected === 1;
  }
}
