import { Injectable, type OnModuleInit } from '@nestjs/common';
import { adultsBornBy } from '@kepu/domain';
import type { PersonActor } from '../../platform/auth/actor.js';
import type { Holdings } from '@kepu/contracts';
import { Clock } from '../../platform/clock/index.js';
import { changeRows, Database, memberOf, readRows, takeTurn, toDbTime } from '../../platform/database/index.js';
import { GuardianAgesRepository } from './guardian-ages.repository.js';
import { Guardians } from './guardians.service.js';
import { PersonData, PersonMerges, SealedNames, type Closing, type PersonHolder, type PersonMerge, type PersonMover, type PersonRow, type PersonSection } from '../identity/index.js';

/** Families: whose guardian somebody is, who the own guardians are, when a guardian was born, and a minor's whole name. */
@Injectable()
export class GuardianPersonData implements PersonHolder, PersonMover, OnModuleInit {
  readonly columns = ['guardian_links.minor_id', 'guardian_links.guardian_id', 'guardian_ages.account_id', 'sealed_names.account_id'];
  readonly moves = ['guardian_links.minor_id', 'guardian_links.guardian_id'];
  readonly stays = ['guardian_ages.account_id', 'sealed_names.account_id'];

  constructor(private readonly data: PersonData, private readonly merges: PersonMerges, private readonly database: Database, private readonly names: SealedNames, private readonly ages: GuardianAgesRepository, private readonly guardians: Guardians, private readonly clock: Clock) {}

  onModuleInit(): void {
    this.data.register(this);
    this.merges.register(this);
    this.data.registerActs('guardian_links.ended_by', 'minor_policies.created_by');
  }

  async read(personId: string): Promise<PersonSection[]> {
    const rows = (column: 'minor_id' | 'guardian_id', other: 'minor_id' | 'guardian_id') => readRows<PersonRow>(this.database.reader, `
      SELECT a.name AS name, g.relation AS relation, g.method AS method, g.asked_at AS createdAt, g.confirmed_at AS givenAt, g.ended_at AS endedAt FROM guardian_links g LEFT JOIN accounts a ON a.id = g.${other}
      WHERE g.${column} = :personId ORDER BY g.id`, { personId });
    const words = { relation: 'terms.relations', method: 'terms.linkMethods' };
    const [name, age] = [await this.names.openOne(personId), await this.ages.find(personId)];
    return [
      ...(name === null ? [] : [{ key: 'wholeName', rows: [{ name }] }]),
      ...(age === null ? [] : [{ key: 'guardianAge', rows: [{ bornOn: age.bornOn, at: age.statedAt }] }]),
      { key: 'guardians', rows: await rows('minor_id', 'guardian_id'), words }, { key: 'children', rows: await rows('guardian_id', 'minor_id'), words },
    ];
  }

  /** Children who would be left without anybody to decide for them. */
  async ties(personId: string): Promise<number> {
    const [row] = await readRows<{ total: number | string }>(this.database.reader, `
      SELECT COUNT(*) AS total FROM guardian_links g JOIN volunteers v ON v.id = g.minor_id JOIN accounts a ON a.id = v.id
      WHERE g.guardian_id = :personId AND g.confirmed_at IS NOT NULL AND g.ended_at IS NULL AND a.state = 'active' AND v.born_on > :adultsBornBy
        AND NOT EXISTS (SELECT 1 FROM guardian_links o JOIN accounts oa ON oa.id = o.guardian_id WHERE o.minor_id = g.minor_id AND o.id <> g.id AND o.confirmed_at IS NOT NULL AND o.ended_at IS NULL AND oa.state = 'active'
          AND NOT EXISTS (SELECT 1 FROM volunteers gv WHERE gv.id = o.guardian_id AND gv.born_on > :adultsBornBy))`,
    { personId, adultsBornBy: adultsBornBy(this.clock.today()) });
    return Number(row?.total ?? 0);
  }

  async erase(actor: PersonActor, { keepsName }: Closing): Promise<void> {
    const personId = actor.accountId;
    for (const childId of await this.guardians.childrenOf(personId)) await this.guardians.ended(actor, childId);
    await changeRows(this.database.writer, `
      UPDATE guardian_links SET ended_at = :now, active_key = NULL, name_sealed = NULL, phone_sealed = NULL, phone_index = NULL, token_hash = NULL, version = version + 1 WHERE (minor_id = :personId OR guardian_id = :personId) AND ended_at IS NULL`,
    { personId, now: toDbTime(this.clock.now()) });
    await this.ages.forget(personId);
    if (!keepsName) await this.names.forget(personId);
  }

  hold(): Promise<void> { return takeTurn(this.database, 'guardians'); }

  async count(personIds: readonly string[]): Promise<ReadonlyMap<string, Partial<Holdings>>> {
    const { sql, params } = memberOf('g.guardian_id', personIds, 'people');
    const rows = await readRows<{ personId: string; children: number | string }>(this.database.reader, `
      SELECT g.guardian_id AS personId, COUNT(*) AS children FROM guardian_links g WHERE ${sql} AND g.confirmed_at IS NOT NULL AND g.ended_at IS NULL GROUP BY g.guardian_id`, params);
    return new Map(rows.map(({ personId, children }) => [personId, { children: Number(children) }]));
  }

  /** Both are of age: what was agreed to about them is history. Where both are guardians of one child, the link of the one that stays goes on. */
  async merge({ actor, from, into, at }: PersonMerge): Promise<Partial<Holdings>> {
    const { writer } = this.database;
    const twice = await changeRows(writer, `
      UPDATE guardian_links SET ended_at = :at, ended_by = :by, active_key = NULL, name_sealed = NULL, phone_sealed = NULL, version = version + 1
      WHERE guardian_id = :from AND confirmed_at IS NOT NULL AND ended_at IS NULL
        AND minor_id IN (SELECT o.minor_id FROM (SELECT g.minor_id AS minor_id FROM guardian_links g WHERE g.guardian_id = :into AND g.confirmed_at IS NOT NULL AND g.ended_at IS NULL) o)`,
    { from, into, at: toDbTime(at), by: actor.accountId });
    await changeRows(writer, 'UPDATE guardian_links SET guardian_id = :into, active_key = REPLACE(active_key, :from, :into), version = version + 1 WHERE guardian_id = :from', { from, into });
    await changeRows(writer, 'UPDATE guardian_links SET minor_id = :into, active_key = NULL, version = version + 1 WHERE minor_id = :from', { from, into });
    await this.names.forget(from);
    // The one that stays is a volunteer, whose birth date is known.
    await this.ages.forget(from);
    return { children: twice };
  }
}
