import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { onSqlite, type TestDatabase } from '../../../test-support/databases.js';
import { Migration, type Schema } from '../../migrations/index.js';
import { code, id, text } from './columns.js';
import { DatabaseUnavailable, newId, UniqueViolation, UnitEnded, uniqueName, UnitOverran } from './index.js';

@Entity('notes')
@Index(uniqueName('notes', ['name']), ['name'], { unique: true })
class Note {
  @PrimaryColumn(id()) id!: string;
  @Column(code()) name!: string;
  @Column(text(100_000)) body!: string;
}

class Notes1700000000001 extends Migration {
  async change(schema: Schema): Promise<void> {
    await schema.createTable('notes', { columns: { id: id(), name: code(), body: text(100_000) }, unique: [['name']] });
  }
}

// A busy machine may need longer for a group than a server allows it.
const set = { entities: [Note], migrations: [Notes1700000000001], limits: { groupMs: 4_000 } };
const names = async ({ database }: TestDatabase): Promise<string[]> => (await database.reader.find(Note)).map(({ name }) => name).sort();
const write = ({ database }: TestDatabase, name: string, body = ''): Promise<unknown> => database.writer.insert(Note, { id: newId(), name, body });
const never = (): Promise<void> => new Promise(() => undefined);
const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
const outcomes = (all: readonly PromiseSettledResult<unknown>[]): string[] => all.map((one) => (one.status === 'fulfilled' ? 'written' : (one.reason as Error).name));

/** The statements that open, part and end transactions, in their order. */
async function bounds({ database }: TestDatabase, fn: () => Promise<unknown>): Promise<string[]> {
  const { statements } = await database.statements.during(fn);
  return statements.filter((sql) => /^(BEGIN|COMMIT|ROLLBACK|SAVEPOINT|RELEASE)/.test(sql));
}
const commits = (statements: readonly string[]): number => statements.filter((sql) => sql === 'COMMIT').length;

onSqlite('units that share a commit', (makeDb) => {
  it('makes fewer commits than there are units, and each unit is written', async () => {
    const made = await makeDb(set);
    const seen = await bounds(made, () => Promise.all(Array.from({ length: 40 }, (_, n) => made.unitOfWork.run(() => write(made, `n${n}`)))));
    expect(commits(seen)).toBe(1);
    expect(await made.database.reader.count(Note)).toBe(40);
  });

  it('control: one after the other, each has its own, without a savepoint', async () => {
    const made = await makeDb(set);
    const seen = await bounds(made, async () => {
      for (let n = 0; n < 3; n++) await made.unitOfWork.run(() => write(made, `n${n}`));
    });
    expect(seen).toEqual(Array.from({ length: 3 }, () => ['BEGIN TRANSACTION', 'COMMIT']).flat());
  });

  it('takes those that come while the first is at work, or right after it', async () => {
    const made = await makeDb(set);
    const seen = await bounds(made, async () => {
      const first = made.unitOfWork.run(() => write(made, 'a'));
      await turn();
      await Promise.all([first, made.unitOfWork.run(() => write(made, 'b'))]);
    });
    expect(commits(seen)).toBeLessThanOrEqual(2);
    expect(await names(made)).toEqual(['a', 'b']);
  });

  it('bounds a group in number', async () => {
    const made = await makeDb({ ...set, limits: { ...set.limits, groupSize: 8 } });
    const seen = await bounds(made, () => Promise.all(Array.from({ length: 40 }, (_, n) => made.unitOfWork.run(() => write(made, `n${n}`)))));
    expect(commits(seen)).toBe(5);
    expect(await made.database.reader.count(Note)).toBe(40);
  });

  it('bounds a group in time', async () => {
    const made = await makeDb({ ...set, limits: { groupMs: -1 } });
    const seen = await bounds(made, () => Promise.all(Array.from({ length: 5 }, (_, n) => made.unitOfWork.run(() => write(made, `n${n}`)))));
    expect(commits(seen)).toBe(5);
  });

  it('acknowledges nobody, and calls nobody back, before the commit; then in the order of arrival', async () => {
    const made = await makeDb(set);
    const told: string[] = [];
    const stop = made.database.statements.listen((sql) => { if (sql === 'COMMIT') told.push('commit'); });
    await Promise.all(['a', 'b', 'c'].map((name) => made.unitOfWork.run(async () => {
      made.unitOfWork.afterCommit(() => told.push(`after ${name}`));
      await write(made, name);
      told.push(`ran ${name}`);
    }).then(() => told.push(`heard ${name}`))));
    stop();
    expect(told.slice(0, 4)).toEqual(['ran a', 'ran b', 'ran c', 'commit']);
    expect(told.filter((line) => line.startsWith('after'))).toEqual(['after a', 'after b', 'after c']);
    expect(told.filter((line) => line.startsWith('heard'))).toEqual(['heard a', 'heard b', 'heard c']);
  });

  it.each([0, 1, 2])('rolls back the one that fails, at place %i, and no other', async (place) => {
    const made = await makeDb(set);
    const called: number[] = [];
    const all = await Promise.allSettled([0, 1, 2].map((n) => made.unitOfWork.run(async () => {
      made.unitOfWork.afterCommit(() => called.push(n));
      await write(made, `n${n}`);
      if (n === place) throw new Error('no');
    })));
    expect(outcomes(all)).toEqual([0, 1, 2].map((n) => (n === place ? 'Error' : 'written')));
    const others = [0, 1, 2].filter((n) => n !== place);
    expect(await names(made)).toEqual(others.map((n) => `n${n}`));
    expect(called).toEqual(others);
  });

  it('names the key that one of them broke, and lets it see what the others before it wrote', async () => {
    const made = await makeDb(set);
    const all = await Promise.allSettled([made.unitOfWork.run(() => write(made, 'same')), made.unitOfWork.run(() => write(made, 'same')), made.unitOfWork.run(() => write(made, 'other'))]);
    expect(outcomes(all)).toEqual(['written', 'UniqueViolation', 'written']);
    expect((all[1] as PromiseRejectedResult).reason).toBeInstanceOf(UniqueViolation);
    expect(await names(made)).toEqual(['other', 'same']);
  });

  it('rolls back one that takes longer than it may, and its manager is dead', async () => {
    const made = await makeDb({ ...set, limits: { ...set.limits, unitMs: 250 } });
    let strayed: Promise<unknown> | undefined;
    const all = await Promise.allSettled([
      made.unitOfWork.run(() => write(made, 'a')),
      made.unitOfWork.run(async () => {
        await write(made, 'slow');
        const { writer } = made.database;
        strayed = new Promise((resolve) => setTimeout(resolve, 500)).then(() => writer.insert(Note, { id: newId(), name: 'stray', body: '' }));
        // On a busy machine it is refused before anybody asks for it below.
        strayed.catch(() => undefined);
        await never();
      }),
      made.unitOfWork.run(() => write(made, 'b')),
    ]);
    expect(outcomes(all)).toEqual(['written', 'UnitOverran', 'written']);
    expect((all[1] as PromiseRejectedResult).reason).toBeInstanceOf(UnitOverran);
    await expect(strayed).rejects.toBeInstanceOf(UnitEnded);
    expect(await names(made)).toEqual(['a', 'b']);
  });

  it('lets one that is slow make way: the others are written meanwhile, and it runs again alone', async () => {
    const made = await makeDb({ ...set, limits: { groupMs: 500 } });
    let tries = 0;
    let open = (): void => undefined;
    const opened = new Promise<void>((resolve) => (open = resolve));
    const first = made.unitOfWork.run(() => write(made, 'a'));
    const slow = made.unitOfWork.run(async () => {
      tries += 1;
      await write(made, `slow ${tries}`);
      await opened;
    });
    const last = made.unitOfWork.run(() => write(made, 'b'));
    await first;
    expect(await names(made)).toEqual(['a']);
    open();
    await Promise.all([slow, last]);
    expect(tries).toBe(2);
    expect(await names(made)).toEqual(['a', 'b', 'slow 2']);
  });

  it('runs the others again when there is no room for one, which ends the whole transaction', async () => {
    const made = await makeDb(set);
    // Without a key, so that SQLite has nothing by which it could take back the one statement.
    await made.opened.writer.query('CREATE TABLE heaps (body text)');
    await made.opened.writer.query('PRAGMA max_page_count = 30');
    const runs: string[] = [];
    const called: string[] = [];
    const unit = (name: string, size: number) => made.unitOfWork.run(async () => {
      runs.push(name);
      made.unitOfWork.afterCommit(() => called.push(name));
      await write(made, name);
      // Who goes on after such an error writes nothing outside of the transaction that is gone.
      await made.database.writer.query('INSERT INTO heaps VALUES (?)', ['x'.repeat(size)]).catch(() => write(made, `${name} again`));
    });
    const all = await Promise.allSettled([unit('a', 1), unit('large', 1_000_000), unit('b', 1)]);
    expect(outcomes(all)).toEqual(['written', 'DatabaseUnavailable', 'written']);
    expect((all[1] as PromiseRejectedResult).reason).toBeInstanceOf(DatabaseUnavailable);
    expect(runs).toEqual(['a', 'large', 'a', 'b']);
    expect(called).toEqual(['a', 'b']);
    expect(await names(made)).toEqual(['a', 'b']);
  });

  it('acknowledges nobody when the commit fails, and runs each again alone', async () => {
    const made = await makeDb(set);
    // A key that is looked at when the transaction ends: one of the three makes the commit of all of them fail.
    await made.opened.writer.query('CREATE TABLE leaves (id int, note varchar(36) REFERENCES notes (id) DEFERRABLE INITIALLY DEFERRED)');
    const called: string[] = [];
    const unit = (name: string, note: string | null) => made.unitOfWork.run(async () => {
      made.unitOfWork.afterCommit(() => called.push(name));
      await write(made, name);
      await made.database.writer.query('INSERT INTO leaves VALUES (1, ?)', [note]);
    });
    const all: PromiseSettledResult<unknown>[] = [];
    const seen = await bounds(made, async () => { all.push(...(await Promise.allSettled([unit('a', null), unit('b', 'missing'), unit('c', null)]))); });
    expect(outcomes(all)).toEqual(['written', 'ForeignKeyViolation', 'written']);
    expect(called).toEqual(['a', 'c']);
    expect(await names(made)).toEqual(['a', 'c']);
    expect(commits(seen)).toBe(4);
  });

  it('refuses nobody for the sake of what was never committed', async () => {
    const made = await makeDb(set);
    await made.opened.writer.query('CREATE TABLE leaves (id int, note varchar(36) REFERENCES notes (id) DEFERRABLE INITIALLY DEFERRED)');
    const all = await Promise.allSettled([
      made.unitOfWork.run(() => write(made, 'first')),
      made.unitOfWork.run(async () => {
        await write(made, 'same');
        await made.database.writer.query('INSERT INTO leaves VALUES (1, ?)', ['missing']);
      }),
      made.unitOfWork.run(() => write(made, 'same')),
    ]);
    expect(outcomes(all)).toEqual(['written', 'ForeignKeyViolation', 'written']);
    expect(await names(made)).toEqual(['first', 'same']);
  });

  it('goes on after the database was busy at the beginning', async () => {
    const made = await makeDb(set);
    await made.opened.writer.query('PRAGMA busy_timeout = 20');
    const other = await made.again();
    let open = (): void => undefined;
    const intruding = other.unitOfWork.run(() => new Promise<void>((resolve) => (open = resolve)));
    await turn();
    await expect(made.unitOfWork.run(() => write(made, 'a'))).rejects.toMatchObject({ name: 'DatabaseBusy' });
    open();
    await intruding;
    await made.unitOfWork.run(() => write(made, 'b'));
    expect(await names(made)).toEqual(['b']);
  });
});
