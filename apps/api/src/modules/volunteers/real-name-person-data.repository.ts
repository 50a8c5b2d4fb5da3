import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { PersonActor } from '../../platform/auth/actor.js';
import { changeRows, Database, readRows } from '../../platform/database/index.js';
import { PersonData, PersonMerges, type PersonHolder, type PersonMerge, type PersonMover, type PersonRow, type PersonSection } from '../identity/index.js';
import { RealNameViews } from './real-name-views.js';

/** The number of a document, and the standing of the registration. The number goes with the account: whoever comes back gives it anew. */
@Injectable()
export class RealNamePersonData implements PersonHolder, PersonMover, OnModuleInit {
  readonly columns = ['real_names.id', 'standing_acts.volunteer_id', 'real_name_clashes.id'];
  readonly moves = ['real_names.id', 'standing_acts.volunteer_id'];
  readonly stays = ['real_name_clashes.id'];

  constructor(private readonly data: PersonData, private readonly merges: PersonMerges, private readonly database: Database, private readonly names: RealNameViews) {}

  onModuleInit(): void {
    this.data.register(this);
    this.merges.register(this);
    this.data.registerActs('real_names.given_by', 'standing_acts.actor_id');
  }

  async read(personId: string): Promise<PersonSection[]> {
    const { given, kind, masked, givenAt } = await this.names.of(personId);
    const seen = await readRows<{ seen: string | null }>(this.database.reader, 'SELECT r.seen AS seen FROM real_names r WHERE r.id = :personId', { personId });
    return [
      { key: 'realName', words: { kind: 'terms.documentKinds' }, rows: given ? [{ kind, masked, givenAt, seen: seen[0]?.seen ?? null }] : [] },
      { key: 'documentRefused', rows: await readRows<PersonRow>(this.database.reader, 'SELECT c.at AS at FROM real_name_clashes c WHERE c.id = :personId', { personId }) },
      {
        key: 'standing', words: { action: 'terms.standingActions' },
        rows: await readRows<PersonRow>(this.database.reader, 'SELECT s.at AS at, s.action AS action, s.note AS reason FROM standing_acts s WHERE s.volunteer_id = :personId ORDER BY s.id', { personId }),
      },
    ];
  }

  /** That a registration was frozen stays with the records; what was written about the person goes. */
  async erase(actor: PersonActor): Promise<void> {
    await changeRows(this.database.writer, 'DELETE FROM real_names WHERE id = :personId', { personId: actor.accountId });
    await changeRows(this.database.writer, 'DELETE FROM real_name_clashes WHERE id = :personId', { personId: actor.accountId });
    await changeRows(this.database.writer, "UPDATE standing_acts SET note = '' WHERE volunteer_id = :personId", { personId: actor.accountId });
  }

  /** The number itself is bound to its row: whoever merges seals it anew. */
  async merge({ from, into }: PersonMerge): Promise<void> { await changeRows(this.database.writer, 'UPDATE standing_acts SET volunteer_id = :into WHERE volunteer_id = :from', { from, into }); }
}
