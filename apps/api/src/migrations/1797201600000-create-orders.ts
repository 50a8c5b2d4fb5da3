import { lengths } from '@kepu/contracts';
import { code, day, digest, encrypted, flag, foreignId, id, integer, json, optional, searchKey, text, utc, version } from '../platform/database/columns.js';
import { Migration, type Schema } from './dsl.js';

/** Orders of talks: wishes, dates, offers to lecturers, ratings, trips and settings. */
export class CreateOrders1797201600000 extends Migration {
  async change(schema: Schema): Promise<void> {
    const account = (column: string) => ({ column, references: 'accounts' });
    const order = { column: 'order_id', references: 'orders' };
    await schema.createTable('order_trips', {
      columns: { id: id(), county_id: foreignId(), created_at: utc(), created_by: foreignId() }, foreignKeys: [{ column: 'county_id', references: 'divisions' }, account('created_by')],
    });
    await schema.createTable('orders', {
      columns: {
        id: id(), number: text(20), code_hash: digest(), state: code(), county_id: foreignId(), township_id: optional(foreignId()), unit_id: optional(foreignId()), orderer_kind: code(), place_name: text(lengths.name), place_key: searchKey(), search_key: searchKey(),
        contact_name: text(lengths.personName), contact_kind: code(), contact_sealed: optional(encrypted(lengths.email)), contact_index: optional(digest()), new_contact: flag(), way: code(), entered_by: optional(foreignId()),
        need: optional(text(lengths.note)), people: integer(), venue: text(lengths.place), language: optional(code()), projector: flag(), minors: flag(), note: optional(text(lengths.note)), submitted_at: utc(), review_due_on: day(), reviewed_at: optional(utc()), reviewed_by: optional(foreignId()),
        question: optional(text(lengths.note)), answer: optional(text(lengths.note)), reason: optional(text(lengths.note)), alternatives: optional(text(lengths.note)), stage: optional(code()), rounds: integer(), dispatch_until: optional(utc()), urgent: flag(), due_at: optional(utc()), trip_id: optional(foreignId()),
        starts_at: optional(utc()), ends_at: optional(utc()), lecturer_id: optional(foreignId()), talk_id: optional(foreignId()), activity_id: optional(foreignId()), rate_code: text(10), confirmed_at: optional(utc()), cancel_free_until: optional(day()), cancelled_by: optional(code()), late_cancel: flag(), done_at: optional(utc()), closed_at: optional(utc()), version: version(),
      },
      unique: [['number'], ['rate_code'], ['activity_id']],
      indexes: [['state', 'due_at'], ['county_id', 'state'], ['unit_id', 'state'], ['lecturer_id', 'starts_at'], ['contact_index', 'state'], ['trip_id'], ['submitted_at']],
      foreignKeys: [
        { column: 'county_id', references: 'divisions' }, { column: 'township_id', references: 'divisions' }, { column: 'unit_id', references: 'units' }, account('entered_by'), account('reviewed_by'), account('lecturer_id'), { column: 'trip_id', references: 'order_trips' },
        { column: 'talk_id', references: 'talks' }, { column: 'activity_id', references: 'activities' },
      ],
    });
    await schema.createTable('order_dates', { columns: { id: id(), order_id: foreignId(), day: day(), part: code(), time: optional(text(5)), starts_at: utc(), sort_no: integer() }, indexes: [['order_id', 'sort_no']], foreignKeys: [order] });
    await schema.createTable('order_talks', { columns: { id: id(), order_id: foreignId(), talk_id: foreignId(), sort_no: integer() }, unique: [['order_id', 'talk_id']], indexes: [['talk_id']], foreignKeys: [order, { column: 'talk_id', references: 'talks' }] });
    await schema.createTable('order_terms', { columns: { id: id(), order_id: foreignId(), term_id: foreignId(), kind: code() }, unique: [['order_id', 'term_id']], indexes: [['term_id']], foreignKeys: [order, { column: 'term_id', references: 'terms' }] });
    await schema.createTable('order_offers', {
      columns: {
        id: id(), bundle_id: foreignId(), order_id: foreignId(), lecturer_id: foreignId(), talk_id: optional(foreignId()), starts_at: utc(), ends_at: utc(), state: code(), accepted_key: optional(foreignId()), stage: code(), round: integer(), score: optional(integer()), parts: json(), reason: optional(text(lengths.note)),
        offered_at: utc(), offered_by: optional(foreignId()), expires_at: utc(), reminded: flag(), answered_at: optional(utc()), answer: optional(text(lengths.note)), version: version(),
      },
      unique: [['accepted_key']], indexes: [['order_id', 'offered_at'], ['lecturer_id', 'state'], ['state', 'expires_at'], ['bundle_id']],
      foreignKeys: [order, account('lecturer_id'), account('offered_by'), { column: 'talk_id', references: 'talks' }],
    });
    await schema.createTable('order_ratings', {
      columns: { id: id(), order_id: foreignId(), rater: code(), device_hash: digest(), first: integer(), second: optional(integer()), third: optional(integer()), people: optional(integer()), note: optional(text(lengths.note)), rated_at: utc() },
      unique: [['order_id', 'rater', 'device_hash']], indexes: [['rated_at']], foreignKeys: [order],
    });
    await schema.createTable('order_settings', { columns: { id: id(), number: integer(), settings: json(), created_at: utc(), created_by: foreignId() }, unique: [['number']], foreignKeys: [account('created_by')] });
    for (const row of ['order_numbers', 'order_settings']) await schema.execute(`INSERT INTO guard_rows (id, turn) SELECT '${row}', 0 FROM (SELECT 1 AS one) AS once WHERE NOT EXISTS (SELECT 1 FROM guard_rows WHERE id = '${row}')`);
  }
}
