import { code, digest, flag, foreignId, id, integer, json, optional, text, utc, version } from '../platform/database/columns.js';
import { Migration, type Schema } from './dsl.js';

/** Invitations to places, and asking for them in waves: whether an activity wants it, how each position stands, and what every round that asked somebody was reckoned from (ADR 42). */
export class CreatePlaceInvitations1797202300000 extends Migration {
  async change(schema: Schema): Promise<void> {
    const to = (column: string, references: string) => ({ column, references });
    await schema.createTable('wave_rounds', {
      columns: { id: id(), at: utc(), digest: digest(), inputs: json(), policy_version: integer(), weights_version: integer(), seed: integer(), output: json(), asked: integer() },
      indexes: [['at']],
    });
    await schema.createTable('place_invitations', {
      columns: {
        id: id(), position_id: foreignId(), activity_id: foreignId(), volunteer_id: foreignId(), state: code(), open_key: optional(text(73)), closed_because: optional(code()), origin: code(), wave: optional(integer()), round_id: optional(foreignId()), score: optional(integer()), chance: optional(integer()), weights_version: integer(), reasons: json(),
        sent_at: utc(), sent_by: optional(foreignId()), answer_by: utc(), answered_at: optional(utc()), reason: optional(code()), version: version(),
      },
      unique: [['open_key']], indexes: [['position_id', 'sent_at'], ['volunteer_id', 'sent_at'], ['state', 'answer_by'], ['sent_at']],
      foreignKeys: [{ ...to('position_id', 'positions'), onDelete: 'CASCADE' }, to('activity_id', 'activities'), to('volunteer_id', 'volunteers'), to('round_id', 'wave_rounds'), to('sent_by', 'accounts')],
    });
    await schema.createTable('activity_waves', { columns: { id: id(), switched_on: flag(), switched_by: foreignId(), switched_at: utc(), version: version() }, foreignKeys: [to('id', 'activities'), to('switched_by', 'accounts')] });
    await schema.createTable('wave_steps', { columns: { id: id(), wave: integer(), kind: code(), because: optional(code()), due_at: utc(), looked_at: utc() }, foreignKeys: [{ ...to('id', 'positions'), onDelete: 'CASCADE' }] });
    await schema.createTable('invitation_preferences', { columns: { id: id(), switched_off: flag(), changed_at: utc() }, foreignKeys: [to('id', 'accounts')] });
    await schema.execute("INSERT INTO guard_rows (id, turn) SELECT 'place-invitations', 0 FROM (SELECT 1 AS one) AS once WHERE NOT EXISTS (SELECT 1 FROM guard_rows WHERE id = 'place-invitations')");
  }
}
