import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { PersonActor } from '../../platform/auth/actor.js';
import { Clock } from '../../platform/clock/index.js';
import { changeRows, Database, readRows, toDbTime } from '../../platform/database/index.js';
import { PersonData, PersonMerges, type PersonHolder, type PersonMerge, type PersonMover, type PersonRow, type PersonSection } from '../identity/index.js';

/** What guardians agreed to. The words stay as proof (个人信息保护法 56, 69); what the child wrote goes, and the scans of slips with it. */
@Injectable()
export class ActivityConsentPersonData implements PersonHolder, PersonMover, OnModuleInit {
  readonly columns = ['activity_consents.minor_id', 'activity_consents.guardian_id'];
  readonly moves = this.columns;
  readonly stays = [];

  constructor(private readonly data: PersonData, private readonly merges: PersonMerges, private readonly database: Database, private readonly clock: Clock) {}

  onModuleInit(): void {
    this.data.register(this);
    this.merges.register(this);
    this.data.registerActs('activity_consents.asked_by', 'activity_consents.escort_id');
  }

  async read(personId: string): Promise<PersonSection[]> {
    return [{
      key: 'activityConsents', rows: await readRows<PersonRow>(this.database.reader, `
        SELECT a.title AS activity, c.risk_text AS riskText, c.accompanies AS accompanies, c.note AS note, c.asked_at AS createdAt, c.given_at AS givenAt, c.refused_at AS refusedAt, c.withdrawn_at AS withdrawnAt
        FROM activity_consents c JOIN activities a ON a.id = c.activity_id WHERE c.minor_id = :personId OR c.guardian_id = :personId ORDER BY c.id`, { personId }),
    }];
  }

  async erase(actor: PersonActor): Promise<void> {
    await changeRows(this.database.writer, `UPDATE activity_consents SET note = NULL, open_key = NULL, withdrawn_at = COALESCE(withdrawn_at, :now), version = version + 1 WHERE minor_id = :personId AND open_key IS NOT NULL`,
      { personId: actor.accountId, now: toDbTime(this.clock.now()) });
    await changeRows(this.database.writer, 'UPDATE activity_consents SET note = NULL, scan_id = NULL, scan_page = NULL WHERE minor_id = :personId', { personId: actor.accountId });
  }

  /** Whoever is of age needs no word of a guardian: of one that was asked for the person nothing waits. */
  async merge({ from, into }: PersonMerge): Promise<void> {
    await changeRows(this.database.writer, 'UPDATE activity_consents SET guardian_id = :into, version = version + 1 WHERE guardian_id = :from', { from, into });
    await changeRows(this.database.writer, 'UPDATE activity_consents SET minor_id = :into, open_key = NULL, version = version + 1 WHERE minor_id = :from', { from, into });
  }
}
