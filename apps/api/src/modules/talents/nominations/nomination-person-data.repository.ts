import { Injectable, type OnModuleInit } from '@nestjs/common';
import { label } from '@kepu/contracts/labels';
import type { PersonActor } from '../../../platform/auth/actor.js';
import { changeRows, Database, fromDbTime, readRows } from '../../../platform/database/index.js';
import { PersonData, PersonMerges, type PersonHolder, type PersonMerge, type PersonMover, type PersonSection } from '../../identity/index.js';
import { LettersRepository } from '../letters/letters.repository.js';
import { NominationsRepository } from './nominations.repository.js';

/** For which pools somebody was recommended, and which letters of appointment they got. */
@Injectable()
export class NominationPersonData implements PersonHolder, PersonMover, OnModuleInit {
  readonly columns = ['nominations.account_id', 'pool_letters.account_id'];
  readonly moves = this.columns;
  readonly stays = [];

  constructor(private readonly data: PersonData, private readonly merges: PersonMerges, private readonly rows: NominationsRepository, private readonly letters: LettersRepository, private readonly database: Database) {}

  onModuleInit(): void {
    this.data.register(this);
    this.merges.register(this);
    this.data.registerActs('nominations.submitted_by', 'nominations.reviewed_by', 'nominations.decided_by', 'nominations.created_by', 'pool_letters.issued_by');
  }

  async read(personId: string): Promise<PersonSection[]> {
    const nominations = await readRows<{ pool: string; unit: string | null; state: string; consentNote: string | null; note: string | null; questions: string; answers: string; reason: string | null; createdAt: string }>(this.database.reader, `
      SELECT p.name AS pool, u.name AS unit, n.state AS state, n.consent_note AS consentNote, n.words AS note, n.questions AS questions, n.answers AS answers, n.reason AS reason, n.created_at AS createdAt FROM nominations n JOIN pools p ON p.id = n.pool_id LEFT JOIN units u ON u.id = n.unit_id WHERE n.account_id = :personId ORDER BY n.id`, { personId });
    return [
      { key: 'nominations', words: { state: 'nominationStates' }, rows: nominations.map(({ questions, answers, createdAt, ...row }) => ({ ...row, body: told(questions, answers), createdAt: fromDbTime(createdAt) })) },
      { key: 'letters', rows: (await this.letters.ofPerson(personId)).map(({ number, words, issuedAt }) => ({ number, pool: words.pool, unit: words.unit, fromDay: words.fromDay, toDay: words.toDay, at: issuedAt.toISOString() })) },
    ];
  }

  /** What was said of the person goes, and the name from the letters: a number that was given stays given. */
  async erase(actor: PersonActor): Promise<void> {
    const personId = actor.accountId;
    await changeRows(this.database.writer, "UPDATE nominations SET state = 'withdrawn', live_key = NULL WHERE account_id = :personId AND live_key IS NOT NULL", { personId });
    // What others were told of the person names them.
    for (const [kind, table] of [['nomination', 'nominations'], ['pool_term', 'pool_terms']] as const) {
      const rows = await readRows<{ id: string }>(this.database.reader, `SELECT r.id AS id FROM ${table} r WHERE r.account_id = :personId`, { personId });
      for (const { id } of rows) await changeRows(this.database.writer, 'DELETE FROM notices WHERE event_key LIKE :told', { told: `${kind}_%:${id}:%` });
    }
    await changeRows(this.database.writer, "UPDATE nominations SET words = NULL, answers = '{}', consent_note = NULL, reason = NULL WHERE account_id = :personId", { personId });
    await changeRows(this.database.writer, 'UPDATE pool_terms SET suspended_reason = NULL WHERE account_id = :personId', { personId });
    for (const { id, words } of await this.letters.ofPerson(personId)) await this.letters.rewrite(id, { ...words, name: '', body: '' });
  }

  count(): Promise<ReadonlyMap<string, Record<string, never>>> { return Promise.resolve(new Map()); }

  /** What is open twice goes on once. */
  async merge({ from, into }: PersonMerge): Promise<Record<string, never>> {
    const kept = new Set((await this.rows.openOf(into)).map(({ poolId }) => poolId));
    for (const row of await this.rows.openOf(from)) {
      const twice = kept.has(row.poolId);
      await this.rows.update(row, row.version, twice ? { state: 'withdrawn', liveKey: null, reason: label('zh-CN', 'terms.nominationEnds.merged') } : { liveKey: `${row.poolId}:${into}` });
    }
    await this.rows.movePerson(from, into);
    await this.letters.movePerson(from, into);
    return {};
  }
}

/** Questions with what was answered, as one text. */
const told = (questions: string, answers: string): string | null => {
  const said = JSON.parse(answers) as Record<string, unknown>;
  const lines = (JSON.parse(questions) as { key: string; label: string }[]).flatMap(({ key, label: name }) => { const value = said[key]; return value === undefined || value === null ? [] : [`${name}：${Array.isArray(value) ? value.join('、') : String(value as string | number | boolean)}`]; });
  return lines.length > 0 ? lines.join('\n') : null;
};
