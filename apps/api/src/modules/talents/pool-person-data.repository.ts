import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Holdings } from '@kepu/contracts';
import type { PersonActor } from '../../platform/auth/actor.js';
import { Clock } from '../../platform/clock/index.js';
import { changeRows, Database, readRows } from '../../platform/database/index.js';
import { PersonData, PersonMerges, type PersonHolder, type PersonMerge, type PersonMover, type PersonRow, type PersonSection } from '../identity/index.js';
import { PoolTerms } from './pool-terms.js';
import { PoolTermsRepository } from './pool-terms.repository.js';

/** In which pools somebody was, and when. */
@Injectable()
export class PoolPersonData implements PersonHolder, PersonMover, OnModuleInit {
  readonly columns = ['pool_terms.account_id'];
  readonly moves = this.columns;
  readonly stays = [];

  constructor(
    private readonly data: PersonData, private readonly merges: PersonMerges, private readonly rows: PoolTermsRepository, private readonly terms: PoolTerms, private readonly database: Database, private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.data.register(this);
    this.merges.register(this);
    this.data.registerActs('pool_terms.created_by');
  }

  async read(personId: string): Promise<PersonSection[]> {
    return [{ key: 'pools', rows: await readRows<PersonRow>(this.database.reader, `
      SELECT p.name AS pool, u.name AS unit, t.from_day AS fromDay, t.to_day AS toDay, t.ended_on AS endedOn, t.ended_reason AS reason, t.suspended_from AS suspendedFrom, t.suspended_to AS suspendedTo, t.suspended_reason AS suspendedReason FROM pool_terms t JOIN pools p ON p.id = t.pool_id
        LEFT JOIN units u ON u.id = t.unit_id WHERE t.account_id = :personId ORDER BY t.id`, { personId }) }];
  }

  /** Terms end, so that nobody counts on the person; those that were stay counted. */
  async erase(actor: PersonActor): Promise<void> {
    const personId = actor.accountId;
    await changeRows(this.database.writer, 'UPDATE pool_terms SET ended_on = :today WHERE account_id = :personId AND ended_on IS NULL', { personId, today: this.clock.today() });
    await changeRows(this.database.writer, 'UPDATE pool_terms SET ended_reason = NULL WHERE account_id = :personId', { personId });
  }

  async count(personIds: readonly string[]): Promise<ReadonlyMap<string, Partial<Holdings>>> {
    return new Map((await this.rows.countOpen(personIds, this.clock.today())).map(({ personId, terms }) => [personId, { terms }]));
  }

  async merge({ actor, from, into }: PersonMerge): Promise<Partial<Holdings>> { return { terms: await this.terms.merge(actor, from, into) }; }
}
