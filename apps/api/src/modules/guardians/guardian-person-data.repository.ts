import { Injectable, type OnModuleInit } from '@nestjs/common';
import { adultsBornBy } from '@kepu/domain';
import type { PersonActor } from '../../platform/auth/actor.js';
import { Clock } from '../../platform/clock/index.js';
import { changeRows, Database, readRows, toDbTime } from '../../platform/database/index.js';
import { Guardians } from './guardians.service.js';
import { PersonData, SealedNames, type Closing, type PersonHolder, type PersonRow, type PersonSection } from '../identity/index.js';

/** Families: whose guardian somebody is, who the own guardians are, and a minor's whole name. */
@Injectable()
export class GuardianPersonData implements PersonHolder, OnModuleInit {
  readonly columns = ['guardian_links.minor_id', 'guardian_links.guardian_id', 'sealed_names.account_id'];

  constructor(private readonly data: PersonData, private readonly database: Database, private readonly names: SealedNames, private readonly guardians: Guardians, private readonly clock: Clock) {}

  onModuleInit(): void {
    this.data.register(this);
    this.data.registerActs('guardian_links.ended_by', 'minor_policies.created_by');
  }

  async read(personId: string): Promise<PersonSection[]> {
    const rows = (column: 'minor_id' | 'guardian_id', other: 'minor_id' | 'guardian_id') => readRows<PersonRow>(this.database.reader, `
      SELECT a.name AS name, g.relation AS relation, g.method AS method, g.asked_at AS createdAt, g.confirmed_at AS givenAt, g.ended_at AS endedAt FROM guardian_links g LEFT JOIN accounts a ON a.id = g.${other}
      WHERE g.${column} = :personId ORDER BY g.id`, { personId });
    const words = { relation: 'terms.relations', method: 'terms.linkMethods' };
    const name = await this.names.openOne(personId);
    return [
      ...(name === null ? [] : [{ key: 'wholeName', rows: [{ name }] }]),
      { key: 'guardians', rows: await rows('minor_id', 'guardian_id'), words }, { key: 'children', rows: await rows('guardian_id', 'minor_id'), words },
    ];
  }

  /** Children who would be left without anybody to decide for them. */
  async ties(personId: string): Promise<number> {
    const [row] = await readRows<{ total: number | string }>(this.database.reader, `
      SELECT COUNT(*) AS total FROM guardian_links g JOIN volunteers v ON v.id = g.minor_id JOIN accounts a ON a.id = v.id
      WHERE g.guardian_id = :personId AND g.confirmed_at IS NOT NULL AND g.ended_at IS NULL AND a.state = 'active' AND v.born_on > :adultsBornBy
        AND NOT EXISTS (SELECT 1 FROM guardian_links o JOIN accounts oa ON oa.id = o.guardian_id WHERE o.minor_id = g.minor_id AND o.id <> g.id AND o.confirmed_at IS NOT NULL AND o.ended_at IS NULL AND oa.state = 'active')`,
    { personId, adultsBornBy: adultsBornBy(this.clock.today()) });
    return Number(row?.total ?? 0);
  }

  async erase(actor: PersonActor, { keepsName }: Closing): Promise<void> {
    const personId = actor.accountId;
    for (const childId of await this.guardians.childrenOf(personId)) await this.guardians.ended(actor, childId);
    await changeRows(this.database.writer, `
      UPDATE guardian_links SET ended_at = :now, active_key = NULL, name_sealed = NULL, phone_sealed = NULL, phone_index = NULL, token_hash = NULL, version = version + 1 WHERE (minor_id = :personId OR guardian_id = :personId) AND ended_at IS NULL`,
    { personId, now: toDbTime(this.clock.now()) });
    if (!keepsName) await this.names.forget(personId);
  }
}
