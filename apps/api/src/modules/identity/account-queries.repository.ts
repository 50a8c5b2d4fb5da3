import { Injectable } from '@nestjs/common';
import type { accountQuery } from '@kepu/contracts';
import type { z } from 'zod';
import { can, reachOf, type PersonActor } from '../../platform/auth/actor.js';
import { Database } from '../../platform/database/index.js';
import { likePattern, searchTerm } from '../../platform/pinyin/pinyin.js';
import { AccountEntity } from './account.entity.js';

const sorts = { name: 'nameKey', createdAt: 'createdAt', lastSignInAt: 'lastSignInAt' } as const;

// Citizens — volunteers, who have a list of their own, and guardians — are a hundred for each person of an office or unit: here they stand only where somebody looks for them.
// Whoever may not read volunteers does not find them here either.
const notOnlyVolunteers = '(NOT EXISTS (SELECT 1 FROM volunteers v WHERE v.id = a.id) AND NOT EXISTS (SELECT 1 FROM guardian_links l WHERE l.guardian_id = a.id) AND NOT EXISTS (SELECT 1 FROM consents c WHERE c.person_id = a.id) OR EXISTS (SELECT 1 FROM account_grants h WHERE h.account_id = a.id))';

/** The list of people. Only grants of the whole city read it; anybody else finds nobody. */
@Injectable()
export class AccountQueries {
  constructor(private readonly database: Database) {}

  async listFor(actor: PersonActor, query: z.output<typeof accountQuery>, today: string): Promise<{ rows: AccountEntity[]; total: number }> {
    if (reachOf(actor, 'account:read') !== 'all') return { rows: [], total: 0 };
    const builder = this.database.reader.createQueryBuilder(AccountEntity, 'a');
    const term = query.q ? searchTerm(query.q) : null;
    if (term) builder.andWhere("a.searchKey LIKE :term ESCAPE '!'", { term: likePattern(term) });
    if (!can(actor, 'volunteer:read') || !(term ?? query.ids)) builder.andWhere(notOnlyVolunteers);
    if (query.state) builder.andWhere('a.state = :state', { state: query.state });
    if (query.ids) builder.andWhere('a.id IN (:...ids)', { ids: query.ids });
    if (query.role ?? query.unitId) {
      const conditions = ['g.account_id = a.id', 'g.ended_at IS NULL', 'g.from_day <= :today', '(g.to_day IS NULL OR g.to_day >= :today)'];
      if (query.role) conditions.push('g.role = :role');
      if (query.unitId) conditions.push("g.scope_kind = 'unit' AND g.scope_id = :unitId");
      builder.andWhere(`EXISTS (SELECT 1 FROM account_grants g WHERE ${conditions.join(' AND ')})`, { today, role: query.role, unitId: query.unitId });
    }
    const sort = query.sort ?? 'name';
    const direction = sort.startsWith('-') ? 'DESC' : 'ASC';
    const [rows, total] = await builder.orderBy(`a.${sorts[sort.replace('-', '') as keyof typeof sorts]}`, direction).addOrderBy('a.id', direction)
      .skip((query.page - 1) * query.perPage).take(query.perPage).getManyAndCount();
    return { rows, total };
  }

  /** One person, for those whose list could hold that person. */
  async findFor(actor: PersonActor, id: string): Promise<AccountEntity | null> {
    if (!can(actor, 'account:read')) return null;
    const builder = this.database.reader.createQueryBuilder(AccountEntity, 'a').where('a.id = :id', { id });
    if (!can(actor, 'volunteer:read')) builder.andWhere(notOnlyVolunteers);
    return builder.getOne();
  }
}
