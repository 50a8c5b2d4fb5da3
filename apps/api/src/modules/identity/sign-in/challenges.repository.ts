import { Injectable } from '@nestjs/common';
import { IsNull, LessThan } from 'typeorm';
import { changeRows, Database, insertRows, toDbTime } from '../../../platform/database/index.js';
import { ChallengeEntity } from './challenge.entity.js';

/** Rows of `session_challenges`. */
@Injectable()
export class ChallengesRepository {
  constructor(private readonly database: Database) {}

  find(id: string): Promise<ChallengeEntity | null> { return this.database.reader.findOneBy(ChallengeEntity, { id }); }
  async insert(row: ChallengeEntity): Promise<void> { await insertRows(this.database.writer, ChallengeEntity, [row]); }
  /** Counts one guess before it is looked at; false where none is left, or the challenge has ended. */
  async spendTry(id: string, tries: number, now: Date): Promise<boolean> {
    return (await changeRows(this.database.writer, 'UPDATE session_challenges SET tries = tries + 1 WHERE id = :id AND tries < :tries AND used_at IS NULL AND expires_at > :now', { id, tries, now: toDbTime(now) })) === 1;
  }
  /** One of many uses wins. */
  async use(id: string, now: Date): Promise<boolean> {
    return (await this.database.writer.update(ChallengeEntity, { id, usedAt: IsNull() }, { usedAt: now })).affected === 1;
  }
  /** Ends what is still open of a person: a link in a mailbox must not outlast a new password. */
  async endAllOf(accountId: string, now: Date): Promise<void> { await this.database.writer.update(ChallengeEntity, { accountId, usedAt: IsNull() }, { usedAt: now }); }
  async sweep(before: Date): Promise<void> { await this.database.writer.delete(ChallengeEntity, { expiresAt: LessThan(before) }); }
}
