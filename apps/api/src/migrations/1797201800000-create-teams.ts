import { bookingLimits, lengths, teamLimits } from '@kepu/contracts';
import { code, day, flag, foreignId, id, integer, longText, optional, searchKey, text, utc, version } from '../platform/database/columns.js';
import { Migration, type Schema } from './dsl.js';

const to = (column: string, references: string) => ({ column, references });

/** Teams with their members and their sign-ups; shared things with their bookings. */
export class CreateTeams1797201800000 extends Migration {
  async change(schema: Schema): Promise<void> {
    await schema.createTable('team_kinds', {
      columns: { id: id(), seed_key: text(lengths.key), name: text(lengths.name), note: optional(text(lengths.note)), sort_no: integer(), closed: flag(), version: version() }, unique: [['seed_key'], ['name']],
    });
    await schema.createTable('teams', {
      columns: {
        id: id(), kind_id: foreignId(), unit_id: foreignId(), name: text(lengths.name), name_key: searchKey(), search_key: longText(), about: optional(text(teamLimits.about)), leader_id: optional(foreignId()), state: code(), reason: optional(text(lengths.note)), code: code(), turn: integer(), created_at: utc(), created_by: foreignId(), version: version(),
      },
      unique: [['unit_id', 'name'], ['code']], indexes: [['unit_id', 'state'], ['kind_id', 'state'], ['leader_id']],
      foreignKeys: [to('kind_id', 'team_kinds'), to('unit_id', 'units'), to('leader_id', 'accounts'), to('created_by', 'accounts')],
    });
    await schema.createTable('team_members', {
      columns: { id: id(), team_id: foreignId(), volunteer_id: foreignId(), state: code(), reason: optional(text(lengths.note)), invited_by: optional(foreignId()), guardian_id: optional(foreignId()), asked_at: utc(), joined_at: optional(utc()), left_at: optional(utc()), version: version() },
      unique: [['team_id', 'volunteer_id']], indexes: [['volunteer_id', 'state'], ['team_id', 'state']], foreignKeys: [to('team_id', 'teams'), to('volunteer_id', 'volunteers'), to('invited_by', 'accounts'), to('guardian_id', 'accounts')],
    });
    await schema.createTable('team_signups', {
      columns: {
        id: id(), team_id: foreignId(), position_id: foreignId(), shift_id: foreignId(), activity_id: foreignId(), state: code(), note: optional(text(lengths.remark)), reason: optional(text(lengths.note)), invited_by: optional(foreignId()), invited_at: optional(utc()), answered_by: optional(foreignId()), answered_at: optional(utc()), created_at: utc(), version: version(),
      },
      unique: [['team_id', 'position_id']], indexes: [['position_id', 'state'], ['activity_id', 'state'], ['shift_id']],
      foreignKeys: [to('team_id', 'teams'), to('position_id', 'positions'), to('shift_id', 'shifts'), to('activity_id', 'activities'), to('invited_by', 'accounts'), to('answered_by', 'accounts')],
    });
    await schema.createTable('team_places', {
      columns: { id: id(), team_signup_id: foreignId(), position_id: foreignId(), volunteer_id: foreignId(), created_at: utc() },
      unique: [['position_id', 'volunteer_id']], indexes: [['team_signup_id'], ['volunteer_id']], foreignKeys: [to('team_signup_id', 'team_signups'), to('position_id', 'positions'), to('volunteer_id', 'volunteers')],
    });
    await schema.createTable('shared_things', {
      columns: { id: id(), unit_id: foreignId(), name: text(lengths.name), name_key: searchKey(), kind: code(16), about: optional(text(lengths.note)), needs: optional(text(lengths.note)), shown: flag(), closed: flag(), created_at: utc(), created_by: foreignId(), version: version() },
      unique: [['unit_id', 'name']], indexes: [['closed', 'name_key']], foreignKeys: [to('unit_id', 'units'), to('created_by', 'accounts')],
    });
    await schema.createTable('thing_bookings', {
      columns: {
        id: id(), thing_id: foreignId(), unit_id: foreignId(), activity_id: optional(foreignId()), place: text(lengths.place), county_id: foreignId(), purpose: text(bookingLimits.purpose), first_day: day(), last_day: day(), state: code(), reason: optional(text(lengths.note)), moved_reason: optional(text(lengths.note)), created_at: utc(), created_by: foreignId(),
        decided_at: optional(utc()), decided_by: optional(foreignId()), version: version(),
      },
      indexes: [['thing_id', 'state', 'first_day'], ['unit_id', 'state'], ['activity_id'], ['state', 'last_day']],
      foreignKeys: [to('thing_id', 'shared_things'), to('unit_id', 'units'), to('activity_id', 'activities'), to('county_id', 'divisions'), to('created_by', 'accounts'), to('decided_by', 'accounts')],
    });
    await schema.createTable('booking_slots', {
      columns: { id: id(), booking_id: foreignId(), thing_id: foreignId(), day: day(), part: code(), taken_key: optional(text(64)) },
      unique: [['taken_key']], indexes: [['booking_id'], ['thing_id', 'day'], ['day']], foreignKeys: [to('booking_id', 'thing_bookings'), to('thing_id', 'shared_things')],
    });
  }
}
