import { lengths } from '@kepu/contracts';
import { code, encrypted, flag, foreignId, id, integer, json, longText, optional, searchKey, text, utc, version } from '../platform/database/columns.js';
import { Migration, type Schema } from './dsl.js';

/** Activities with shifts, positions, sign-ups and attendance. */
export class CreateActivities1796300002000 extends Migration {
  async change(schema: Schema): Promise<void> {
    await schema.createTable('activities', {
      columns: {
        id: id(), unit_id: foreignId(), title: text(lengths.title), title_key: searchKey(), search_key: longText(), kind: code(), state: code(), summary: longText(),
        county_id: foreignId(), township_id: optional(foreignId()), place: text(lengths.place), flow: code(), risk_statement: text(lengths.note), insurance: code(),
        first_at: optional(utc()), last_at: optional(utc()), created_at: utc(), created_by: foreignId(), submitted_at: optional(utc()), approved_at: optional(utc()),
        approved_by: optional(foreignId()), returned_reason: optional(text(lengths.note)), returned_by: optional(foreignId()), returned_at: optional(utc()),
        cancelled_reason: optional(text(lengths.note)), cancelled_at: optional(utc()), report_text: optional(longText()), without_photo: optional(text(lengths.remark)),
        reported_at: optional(utc()), reported_by: optional(foreignId()), accepted_at: optional(utc()), accepted_by: optional(foreignId()), turnout: optional(integer()),
        sessions: optional(integer()), version: version(),
      },
      indexes: [['state', 'last_at'], ['unit_id', 'state'], ['county_id', 'last_at']],
      foreignKeys: [
        { column: 'unit_id', references: 'units' },
        { column: 'county_id', references: 'divisions' },
        { column: 'township_id', references: 'divisions' },
        { column: 'created_by', references: 'accounts' },
        { column: 'approved_by', references: 'accounts' },
        { column: 'returned_by', references: 'accounts' },
        { column: 'reported_by', references: 'accounts' },
        { column: 'accepted_by', references: 'accounts' },
      ],
    });
    await schema.createTable('activity_terms', {
      columns: {
        id: id(), activity_id: foreignId(), term_id: foreignId(), kind: code(),
      },
      unique: [['activity_id', 'term_id']],
      indexes: [['term_id']],
      foreignKeys: [
        { column: 'activity_id', references: 'activities' },
        { column: 'term_id', references: 'terms' },
      ],
    });
    await schema.createTable('activity_items', {
      columns: {
        id: id(), activity_id: foreignId(), item_id: foreignId(),
      },
      unique: [['activity_id', 'item_id']],
      indexes: [['item_id']],
      foreignKeys: [
        { column: 'activity_id', references: 'activities' },
        { column: 'item_id', references: 'items' },
      ],
    });
    await schema.createTable('shifts', {
      columns: {
        id: id(), activity_id: foreignId(), starts_at: utc(), ends_at: utc(), leader_id: optional(foreignId()), secret: encrypted(64),
        cancelled_reason: optional(text(lengths.note)), cancelled_at: optional(utc()), moved_from: optional(utc()), moved_reason: optional(text(lengths.note)),
        held: optional(flag()), turnout: optional(integer()), turnout_method: optional(code()),
      },
      indexes: [['activity_id', 'starts_at'], ['starts_at'], ['leader_id']],
      foreignKeys: [
        { column: 'activity_id', references: 'activities' },
        { column: 'leader_id', references: 'accounts' },
      ],
    });
    await schema.createTable('positions', {
      columns: {
        id: id(), shift_id: foreignId(), activity_id: foreignId(), role: code(), name: text(lengths.name), minimum: integer(), maximum: integer(), confirmed: integer(),
        paid: flag(), occupations: json(), min_age: optional(integer()), note: optional(text(lengths.remark)), sort_no: integer(),
      },
      indexes: [['shift_id', 'sort_no'], ['activity_id']],
      foreignKeys: [
        { column: 'shift_id', references: 'shifts' },
        { column: 'activity_id', references: 'activities' },
      ],
    });
    await schema.createTable('signups', {
      columns: {
        id: id(), position_id: foreignId(), shift_id: foreignId(), activity_id: foreignId(), volunteer_id: foreignId(), state: code(), queued_at: optional(utc()),
        on_duty: flag(), note: optional(text(lengths.remark)), reason: optional(text(lengths.note)), placed_by: optional(foreignId()), signed_up_at: utc(),
        decided_at: optional(utc()), decided_by: optional(foreignId()), version: version(),
      },
      unique: [['position_id', 'volunteer_id']],
      indexes: [['volunteer_id', 'state'], ['shift_id', 'state'], ['activity_id', 'state'], ['position_id', 'state', 'queued_at']],
      foreignKeys: [
        { column: 'position_id', references: 'positions' },
        { column: 'shift_id', references: 'shifts' },
        { column: 'activity_id', references: 'activities' },
        { column: 'volunteer_id', references: 'volunteers' },
        { column: 'placed_by', references: 'accounts' },
        { column: 'decided_by', references: 'accounts' },
      ],
    });
    await schema.createTable('attendances', {
      columns: {
        id: id(), signup_id: foreignId(), shift_id: foreignId(), volunteer_id: foreignId(), state: code(), in_at: optional(utc()), in_by: optional(code()),
        out_at: optional(utc()), out_by: optional(code()), minutes: optional(integer()), marked_by: optional(foreignId()), created_at: utc(), version: version(),
      },
      unique: [['signup_id']],
      indexes: [['shift_id'], ['volunteer_id']],
      foreignKeys: [
        { column: 'signup_id', references: 'signups' },
        { column: 'shift_id', references: 'shifts' },
        { column: 'volunteer_id', references: 'volunteers' },
        { column: 'marked_by', references: 'accounts' },
      ],
    });
  }
}
