import { code, digest, encrypted, flag, foreignId, id, integer, json, longText, optional, text, utc } from '../platform/database/columns.js';
import { Migration, type Schema } from './dsl.js';

/** What the platform itself keeps: the audit chain, the queue that is also the outbox, leases, stored files, the register of keys. */
export class CreateAuditJobsFiles1795460122203 extends Migration {
  async change(schema: Schema): Promise<void> {
    await schema.createTable('crypto_keys', {
      columns: { kid: code(40), fingerprint: digest(), first_used_at: utc() },
      primaryKey: ['kid'],
    });
    await schema.createTable('person_keys', {
      columns: { person_id: foreignId(), sealed_key: optional(encrypted(44)), created_at: utc(), destroyed_at: optional(utc()) },
      primaryKey: ['person_id'],
    });
    await schema.createTable('audit_entries', {
      columns: {
        id: id(),
        at: utc(),
        actor_kind: code(),
        actor_id: optional(id()),
        actor_ip: optional(text(45)),
        action: code(80),
        subject_kind: code(60),
        subject_id: id(),
        before: optional(longText()),
        after: optional(longText()),
        classified_person_id: optional(id()),
        classified: optional(longText()),
        hash: digest(),
        seal: optional(integer()),
      },
      indexes: [
        ['seal', 'id'],
        ['subject_kind', 'subject_id', 'id'],
        ['actor_id', 'id'],
      ],
    });
    await schema.createTable('audit_seals', {
      columns: { number: integer(), count: integer(), leaves: longText(), root: digest(), previous: digest(), hash: digest(), at: utc() },
      primaryKey: ['number'],
    });
    await schema.createTable('jobs', {
      columns: {
        id: id(),
        kind: code(60),
        unique_key: optional(text(190)),
        payload: json(),
        state: code(),
        run_after: utc(),
        attempts: integer(),
        lease_owner: optional(id()),
        lease_until: optional(utc()),
        progress_permille: integer(),
        cancel_requested: flag(),
        result: optional(json()),
        problem: optional(json()),
        created_at: utc(),
        finished_at: optional(utc()),
      },
      unique: [['unique_key']],
      indexes: [['state', 'run_after']],
    });
    await schema.createTable('leases', { columns: { name: code(60), owner: id(), held_until: utc() }, primaryKey: ['name'] });
    await schema.createTable('stored_files', {
      columns: {
        id: id(),
        hash: digest(),
        size: integer(),
        mime: text(100),
        name: text(255),
        purpose: code(),
        created_by: optional(foreignId()),
        created_at: utc(),
      },
      indexes: [['hash']],
    });
  }
}
