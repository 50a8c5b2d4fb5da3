import { Injectable } from '@nestjs/common';
import { changeRows, Database, insertRows, memberOf, readRows, takeTurn } from '../../../platform/database/index.js';
import { PoolLetterEntity } from '../pool.entity.js';

/** A term that a letter is about, newest first where it went on as another. */
export interface LetterTerm { readonly fromDay: string; readonly toDay: string | null; readonly endedOn: string | null; readonly suspendedFrom: string | null; readonly suspendedTo: string | null; readonly unitName: string | null; readonly personName: string }

/** Rows of `pool_letters`. Letters are found by a term that was found within reach, by their owner, or by number and code. */
@Injectable()
export class LettersRepository {
  constructor(private readonly database: Database) {}

  /** The number after the last one: none is given twice, and a unit that fails leaves no gap. */
  async nextIn(series: string): Promise<number> {
    await this.take();
    const [last] = await readRows<{ last: number | null }>(this.database.writer, 'SELECT MAX(l.seq) AS last FROM pool_letters l WHERE l.series = :series', { series });
    return Number(last?.last ?? 0) + 1;
  }
  /** Held until the unit ends. */
  take(): Promise<void> { return takeTurn(this.database, 'letter-numbers'); }
  insert(row: PoolLetterEntity): Promise<void> { return insertRows(this.database.writer, PoolLetterEntity, [row]); }
  find(id: string): Promise<PoolLetterEntity | null> { return this.database.reader.findOneBy(PoolLetterEntity, { id }); }
  checked(number: string, code: string): Promise<PoolLetterEntity | null> { return this.database.reader.findOneBy(PoolLetterEntity, { number, code }); }
  async byIds(ids: readonly string[]): Promise<ReadonlyMap<string, PoolLetterEntity>> {
    if (ids.length === 0) return new Map();
    const { sql, params } = memberOf('l.id', ids, 'ids');
    return new Map((await this.database.reader.createQueryBuilder(PoolLetterEntity, 'l').where(sql, params).getMany()).map((row) => [row.id, row]));
  }
  async termOf(letterId: string): Promise<LetterTerm | null> {
    return (await readRows<LetterTerm>(this.database.reader, `SELECT t.from_day AS fromDay, t.to_day AS toDay, t.ended_on AS endedOn, t.suspended_from AS suspendedFrom, t.suspended_to AS suspendedTo, u.name AS unitName, a.name AS personName
      FROM pool_terms t JOIN accounts a ON a.id = t.account_id LEFT JOIN units u ON u.id = t.unit_id WHERE t.letter_id = :letterId ORDER BY t.id DESC LIMIT 1`, { letterId }))[0] ?? null;
  }
  async ofPerson(accountId: string): Promise<PoolLetterEntity[]> { return this.database.reader.createQueryBuilder(PoolLetterEntity, 'l').where('l.accountId = :accountId', { accountId }).orderBy('l.id').getMany(); }
  async rewrite(id: string, words: PoolLetterEntity['words']): Promise<void> { await this.database.writer.createQueryBuilder().update(PoolLetterEntity).set({ words }).where({ id }).execute(); }
  async movePerson(from: string, into: string): Promise<void> { await changeRows(this.database.writer, 'UPDATE pool_letters SET account_id = :into WHERE account_id = :from', { from, into }); }
}
