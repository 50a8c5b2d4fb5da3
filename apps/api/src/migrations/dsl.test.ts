import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { eachDatabase, type TestDatabase } from '../../test-support/databases.js';
import * as columns from '../platform/database/columns.js';
import { References } from '../platform/database/columns.js';
import { ForeignKeyViolation, migrate, newId, pendingMigrations, schemaDrift, uniqueName, UniqueViolation } from '../platform/database/index.js';
import { Migration, type Schema } from './dsl.js';

const { code, day, digest, encrypted, flag, foreignId, id, integer, json, longText, optional, searchKey, text, utc, version } = columns;

@Entity('places')
@Index(uniqueName('places', ['code', 'district']), ['code', 'district'], { unique: true })
@Index(['nameKey'])
class Place {
  @PrimaryColumn(id()) id!: string;
  @Column(code()) code!: string;
  @Column(code(6)) district!: string;
  @Column(text(100)) name!: string;
  @Column(searchKey()) nameKey!: string;
  @Column(optional(longText())) story!: string | null;
  @Column(digest()) proof!: string;
  @Column(optional(encrypted(11))) phone!: string | null;
  @Column(optional(day())) closedOn!: string | null;
  @Column(utc()) openedAt!: Date;
  @Column(integer()) seats!: number;
  @Column(flag()) isOpen!: boolean;
  @Column(json<string[]>()) tags!: string[];
  @Column(version()) version!: number;
}

@Entity('visits')
class Visit {
  @PrimaryColumn(id()) id!: string;
  @Column(foreignId()) @References('places') @Index() placeId!: string;
  @Column(optional(foreignId())) @References(() => Visit, 'SET NULL') afterId!: string | null;
  @Column(text(50)) note!: string;
  @Column(integer()) minutes!: number;
}

class Places1700000000001 extends Migration {
  async change(schema: Schema): Promise<void> {
    await schema.createTable('places', {
      columns: {
        id: id(), code: code(), district: code(6), name: text(100), name_key: searchKey(), story: optional(longText()), proof: digest(),
        phone: optional(encrypted(11)), closed_on: optional(day()), opened_at: utc(), seats: integer(), is_open: flag(), tags: json(), version: version(),
      },
      unique: [['code', 'district']],
      indexes: [['name_key']],
    });
  }
}

class Visits1700000000002 extends Migration {
  async change(schema: Schema): Promise<void> {
    await schema.createTable('visits', {
      columns: { id: id(), place_id: foreignId(), old_note: text(20), gone: optional(integer()) },
      foreignKeys: [{ column: 'place_id', references: 'places' }],
      indexes: [['place_id']],
    });
  }
}

class VisitsGrow1700000000003 extends Migration {
  async change(schema: Schema): Promise<void> {
    await schema.renameColumn('visits', 'old_note', 'note');
    await schema.changeColumn('visits', 'note', text(50));
    await schema.addColumn('visits', 'minutes', integer(), '45');
    await schema.addColumn('visits', 'after_id', optional(foreignId()));
    await schema.addForeignKey('visits', { column: 'after_id', references: 'visits', onDelete: 'SET NULL' });
    await schema.dropColumn('visits', 'gone');
  }
}

const all = [Places1700000000001, Visits1700000000002, VisitsGrow1700000000003];
const entities = [Place, Visit];
const now = () => new Date('2026-01-02T03:04:05.678Z');

function place(given: Partial<Place> = {}): Place {
  return {
    id: newId(), code: 'A1', district: '330302', name: '五马街', nameKey: 'wumajie', story: '很长'.repeat(40_000), proof: 'f'.repeat(64), phone: null,
    closedOn: '2026-12-31', openedAt: new Date('2026-03-04T05:06:07.089Z'), seats: 30, isOpen: true, tags: ['科普', 'é'], version: 1, ...given,
  };
}

eachDatabase('the language of migrations', (makeDb, engine) => {
  it('makes the schema that the entities describe, to the last key', async () => {
    const { opened } = await makeDb({ entities, migrations: all });
    expect(await schemaDrift(opened.writer)).toEqual([]);
  });

  it('sees drift when the schema is not what the entities describe', async () => {
    const { opened } = await makeDb({ entities, migrations: all.slice(0, 2) });
    const drift = await schemaDrift(opened.writer);
    expect(drift.join('\n')).toContain('minutes');
  });

  it('keeps every kind of value', async () => {
    const { database, unitOfWork } = await makeDb({ entities, migrations: all });
    const given = place();
    await unitOfWork.run(() => database.writer.insert(Place, given));
    expect(await database.reader.findOneBy(Place, { id: given.id })).toEqual(given);
    const raw = await database.reader.query<Record<string, unknown>[]>('SELECT opened_at, closed_on, is_open, tags, MAX(seats) OVER () AS most FROM places');
    expect(raw).toEqual([{ opened_at: '2026-03-04T05:06:07.089Z', closed_on: '2026-12-31', is_open: 1, tags: '["科普","é"]', most: 30 }]);
  });

  it('compares text by its bytes, so that a unique key means the same on both', async () => {
    const { database, unitOfWork } = await makeDb({ entities, migrations: all });
    const insert = (given: Partial<Place>) => unitOfWork.run(() => database.writer.insert(Place, place({ ...given, id: newId() })));
    await insert({ code: 'abc' });
    await insert({ code: 'ABC' });
    await insert({ code: 'ábc' });
    await expect(insert({ code: 'abc' })).rejects.toMatchObject({ constraint: 'uq_places_code_district' });
    await expect(insert({ code: 'abc' })).rejects.toBeInstanceOf(UniqueViolation);
    expect(await database.reader.countBy(Place, { code: 'abc' })).toBe(1);
  });

  it('carries the rows over when a table grows', async () => {
    const made = await makeDb({ entities, migrations: all.slice(0, 2) });
    const placeId = await visited(made);
    expect(await pendingMigrations(made.opened, all)).toEqual(['VisitsGrow1700000000003']);
    expect(await migrate(made.opened, all, { now })).toEqual(['VisitsGrow1700000000003']);
    expect(await migrate(made.opened, all, { now })).toEqual([]);
    const rows = await made.database.reader.query<unknown[]>('SELECT place_id, note, minutes FROM visits');
    expect(rows).toEqual([{ place_id: placeId, note: '周六', minutes: 45 }]);
    const removal = made.unitOfWork.run(() => made.database.writer.delete(Place, { id: placeId }));
    await expect(removal).rejects.toBeInstanceOf(ForeignKeyViolation);
  });

  it('finishes a migration that was killed after any of its steps', async () => {
    for (let killedAt = 1; killedAt <= 6; killedAt++) {
      const made = await makeDb({ entities, migrations: all.slice(0, 2) });
      await visited(made);
      await expect(migrate(made.opened, [...all.slice(0, 2), killedAfter(killedAt)], { now })).rejects.toThrow('killed');
      await migrate(made.opened, all, { now });
      expect(await schemaDrift(made.opened.writer)).toEqual([]);
      expect(await made.database.reader.query('SELECT note, minutes FROM visits')).toEqual([{ note: '周六', minutes: 45 }]);
    }
  });

  it('refuses names without their digits, and a wrong order', async () => {
    const { opened } = await makeDb({ entities });
    class Nameless extends Places1700000000001 {}
    await expect(migrate(opened, [Nameless], { now })).rejects.toThrow('13 digits');
    await expect(migrate(opened, [Visits1700000000002, Places1700000000001], { now })).rejects.toThrow('does not come after');
  });

  // On SQLite one process owns the file, and its connections cannot wait for each other without standing still.
  if (engine === 'mariadb') {
    it('lets one migrator at a time work', async () => {
      const made = await makeDb({ entities });
      const other = await made.again();
      const applied = await Promise.all([migrate(made.opened, all, { now }), migrate(other.opened, all, { now })]);
      expect(applied.flat().sort()).toEqual(all.map(({ name }) => name).sort());
      expect(await schemaDrift(made.opened.writer)).toEqual([]);
    });
  }

  if (engine === 'sqlite') {
    it('leaves nothing of a migration that fails', async () => {
      const { opened } = await makeDb({ entities, migrations: all.slice(0, 2) });
      await expect(migrate(opened, [...all.slice(0, 2), killedAfter(3)], { now })).rejects.toThrow('killed');
      const columnsNow = await opened.writer.query<{ name: string }[]>('PRAGMA table_info(visits)');
      expect(columnsNow.map(({ name }) => name)).toEqual(['id', 'place_id', 'old_note', 'gone']);
      expect(await opened.writer.query('PRAGMA foreign_keys')).toEqual([{ foreign_keys: 1 }]);
    });
  }
});

/** A row in each table of the second migration. */
async function visited({ opened }: TestDatabase): Promise<string> {
  const given = place();
  await opened.writer.getRepository(Place).insert(given);
  await opened.writer.query('INSERT INTO visits (id, place_id, old_note) VALUES (?, ?, ?)', [newId(), given.id, '周六']);
  return given.id;
}

/** The third migration, broken off after `steps` of its calls. */
function killedAfter(steps: number) {
  class Killed1700000000003 extends VisitsGrow1700000000003 {
    override get name(): string {
      return 'VisitsGrow1700000000003';
    }

    override change(schema: Schema): Promise<void> {
      let done = 0;
      const dying = new Proxy(schema, {
        get(target, key) {
          const member: unknown = Reflect.get(target, key, target);
          if (typeof member !== 'function') return member;
          return async (...parameters: unknown[]) => {
            await (member as (...all: unknown[]) => Promise<unknown>).apply(target, parameters);
            done += 1;
            if (done === steps) throw new Error('killed');
          };
        },
      });
      return super.change(dying);
    }
  }
  return Killed1700000000003;
}
