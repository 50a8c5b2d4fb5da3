import { lengths } from '@kepu/contracts';
import { code, day, digest, encrypted, foreignId, id, integer, optional, text, utc, version } from '../platform/database/columns.js';
import { Migration, type Schema } from './dsl.js';

/** Classes that a teacher registers with signed slips, and where the words of guardians rest on them. */
export class CreateClasses1796600005000 extends Migration {
  async change(schema: Schema): Promise<void> {
    await schema.createTable('pupil_classes', {
      columns: {
        id: id(), unit_id: foreignId(), county_id: foreignId(), name: text(lengths.name), open_key: optional(text(200)), code: code(), teacher_id: foreignId(), created_at: utc(), created_by: foreignId(), archived_at: optional(utc()), version: version(),
      },
      unique: [['open_key'], ['code']], indexes: [['unit_id', 'name'], ['teacher_id']],
      foreignKeys: [{ column: 'unit_id', references: 'units' }, { column: 'county_id', references: 'divisions' }, { column: 'teacher_id', references: 'accounts' }, { column: 'created_by', references: 'accounts' }],
    });
    await schema.createTable('class_scans', {
      columns: { id: id(), class_id: foreignId(), file_id: foreignId(), created_at: utc(), created_by: foreignId() },
      indexes: [['class_id', 'created_at'], ['created_at']], foreignKeys: [{ column: 'class_id', references: 'pupil_classes' }, { column: 'file_id', references: 'stored_files' }, { column: 'created_by', references: 'accounts' }],
    });
    await schema.createTable('pupils', {
      columns: {
        id: id(), class_id: foreignId(), volunteer_id: optional(foreignId()), active_key: optional(digest()), name_sealed: optional(encrypted(lengths.personName)), born_on: optional(day()), guardian_name_sealed: optional(encrypted(lengths.personName)),
        guardian_phone_sealed: optional(encrypted(lengths.phone)), relation: code(), scan_id: optional(foreignId()), scan_page: optional(integer()), added_at: utc(), added_by: foreignId(), registered_at: optional(utc()), registered_by: optional(foreignId()), version: version(),
      },
      unique: [['active_key'], ['class_id', 'volunteer_id']], indexes: [['volunteer_id'], ['scan_id'], ['added_at']],
      foreignKeys: [
        { column: 'class_id', references: 'pupil_classes' }, { column: 'volunteer_id', references: 'volunteers' }, { column: 'scan_id', references: 'class_scans' }, { column: 'added_by', references: 'accounts' }, { column: 'registered_by', references: 'accounts' },
      ],
    });
    await schema.addColumn('consents', 'scan_id', optional(foreignId()));
    await schema.createIndex('consents', ['scan_id']);
    await schema.addColumn('activity_consents', 'scan_id', optional(foreignId()));
    await schema.addColumn('activity_consents', 'scan_page', optional(integer()));
    await schema.addColumn('activity_consents', 'escort_id', optional(foreignId()));
    await schema.addColumn('activity_consents', 'method', code(), "'online'");
    await schema.createIndex('activity_consents', ['scan_id']);
    await schema.addForeignKey('activity_consents', { column: 'escort_id', references: 'accounts' });
  }
}
