import { Column, DataSource, Entity, Index, PrimaryColumn, type EntityManager } from 'typeorm';
import { eachDatabase, onMariadb, onSqlite, type TestDatabase } from '../../../test-support/databases.js';
import { Migration, type Schema } from '../../migrations/index.js';
import { code, foreignId, id, integer, text } from './columns.js';
import { sqliteOptions } from './data-source.js';
import { DatabaseBusy, newId, NoUnit, UniqueViolation, UnitEnded, uniqueName, UnitOverran } from './index.js';
import { Statements } from './statements.js';

@Entity('courses')
class Course {
  @PrimaryColumn(id()) id!: string;
  @Column(text(40)) title!: string;
  @Column(integer()) capacity!: number;
  @Column(integer()) taken!: number;
}

@Entity('bookings')
@Index(uniqueName('bookings', ['course_id', 'person']), ['courseId', 'person'], { unique: true })
class Booking {
  @PrimaryColumn(id()) id!: string;
  @Column(foreignId()) courseId!: string;
  @Column(code()) person!: string;
}

class Courses1700000000001 extends Migration {
  async change(schema: Schema): Promise<void> {
    await schema.createTable('courses', { columns: { id: id(), title: text(40), capacity: integer(), taken: integer() } });
    await schema.createTable('bookings', { columns: { id: id(), course_id: foreignId(), person: code() }, unique: [['course_id', 'person']] });
  }
}

const set = { entities: [Course, Booking], migrations: [Courses1700000000001] };
const course = (given: Partial<Course> = {}): Course => ({ id: newId(), title: '急救', capacity: 10, taken: 0, ...given });
const titles = async ({ database }: TestDatabase): Promise<string[]> => (await database.reader.find(Course)).map(({ title }) => title).sort();
/** Lets everything go on that does not wait for a timer. */
const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

function gate(): { opened: Promise<void>; open: () => void } {
  let open = (): void => undefined;
  const opened = new Promise<void>((resolve) => (open = resolve));
  return { opened, open };
}

/** Reads, then decides, then writes: how one oversells. */
async function bookUnsafely(manager: EntityManager, courseId: string, person: string): Promise<boolean> {
  const found = await manager.findOneByOrFail(Course, { id: courseId });
  if (found.taken >= found.capacity) return false;
  await turn();
  await manager.update(Course, { id: courseId }, { taken: found.taken + 1 });
  await manager.insert(Booking, { id: newId(), courseId, person });
  return true;
}

async function book(manager: EntityManager, courseId: string, person: string): Promise<boolean> {
  const { affected } = await manager
    .createQueryBuilder()
    .update(Course)
    .set({ taken: () => 'taken + 1' })
    .where('id = :courseId AND taken < capacity', { courseId })
    .execute();
  if (affected !== 1) return false;
  await manager.insert(Booking, { id: newId(), courseId, person });
  return true;
}

const people = (count: number): string[] => Array.from({ length: count }, (_, index) => `p${index}`);

eachDatabase('the unit of work', (makeDb, engine) => {
  it('writes everything or nothing', async () => {
    const made = await makeDb(set);
    const { database, unitOfWork } = made;
    await unitOfWork.run(async () => {
      await database.writer.insert(Course, course({ title: 'a' }));
      await database.writer.insert(Course, course({ title: 'b' }));
    });
    const failing = unitOfWork.run(async () => {
      await database.writer.insert(Course, course({ title: 'c' }));
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect(await titles(made)).toEqual(['a', 'b']);
  });

  it('loses nothing when two requests overlap and one of them is rolled back', async () => {
    const made = await makeDb(set);
    const { database, unitOfWork } = made;
    const wrote = gate();
    const proceed = gate();
    const first = unitOfWork.run(async () => {
      await database.writer.insert(Course, course({ title: 'rolled back' }));
      wrote.open();
      await proceed.opened;
      throw new Error('no');
    });
    await wrote.opened;
    const second = unitOfWork.run(() => database.writer.insert(Course, course({ title: 'acknowledged' })));
    await turn();
    proceed.open();
    await expect(first).rejects.toThrow('no');
    await second;
    expect(await titles(made)).toEqual(['acknowledged']);
  });

  it('shows its own writes inside, and to others only what is committed', async () => {
    const { database, unitOfWork } = await makeDb(set);
    const wrote = gate();
    const proceed = gate();
    const unit = unitOfWork.run(async () => {
      await database.writer.insert(Course, course());
      const seen = await database.reader.count(Course);
      wrote.open();
      await proceed.opened;
      return seen;
    });
    await wrote.opened;
    expect(await database.reader.count(Course)).toBe(0);
    proceed.open();
    expect(await unit).toBe(1);
    expect(await database.reader.count(Course)).toBe(1);
  });

  it('joins nested units, and lets the outer one catch a unique violation of the inner', async () => {
    const made = await makeDb(set);
    const { database, unitOfWork } = made;
    const courseId = newId();
    await unitOfWork.run(async () => {
      await database.writer.insert(Course, course({ title: 'outer' }));
      await unitOfWork.run(() => database.writer.insert(Booking, { id: newId(), courseId, person: 'x' }));
      const again = unitOfWork.run(() => database.writer.insert(Booking, { id: newId(), courseId, person: 'x' }));
      await expect(again).rejects.toBeInstanceOf(UniqueViolation);
      await expect(again).rejects.toMatchObject({ constraint: 'uq_bookings_course_id_person' });
    });
    expect(await titles(made)).toEqual(['outer']);
    expect(await database.reader.count(Booking)).toBe(1);
  });

  it('gives a writer only inside a unit, and refuses a manager that outlives its unit', async () => {
    const { database, unitOfWork } = await makeDb(set);
    expect(() => database.writer).toThrow(NoUnit);
    expect(() => unitOfWork.afterCommit(() => undefined)).toThrow(NoUnit);
    let kept: EntityManager | undefined;
    let later: Promise<unknown> | undefined;
    const proceed = gate();
    await unitOfWork.run(async () => {
      kept = database.writer;
      await kept.insert(Course, course());
      later = proceed.opened.then(() => database.writer);
    });
    await expect(kept?.insert(Course, course())).rejects.toBeInstanceOf(UnitEnded);
    proceed.open();
    await expect(later).rejects.toBeInstanceOf(NoUnit);
    expect(await database.reader.count(Course)).toBe(1);
  });

  it('calls back after the commit, once, and never after a rollback', async () => {
    const { database, unitOfWork } = await makeDb(set);
    const called: string[] = [];
    await unitOfWork.run(async () => {
      unitOfWork.afterCommit(() => called.push(unitOfWork.manager ? 'inside' : 'outside'));
      await unitOfWork.run(async () => unitOfWork.afterCommit(() => called.push('nested')));
      await database.writer.insert(Course, course());
      expect(called).toEqual([]);
    });
    expect(called).toEqual(['outside', 'nested']);
    const failing = unitOfWork.run(async () => {
      unitOfWork.afterCommit(() => called.push('rolled back'));
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect(called).toEqual(['outside', 'nested']);
  });

  it('rolls back a unit that takes too long, and goes on with the next', async () => {
    const made = await makeDb({ ...set, limits: { unitMs: 120 } });
    const { database, unitOfWork } = made;
    let strayed: Promise<unknown> | undefined;
    const never = gate();
    const slow = unitOfWork.run(async () => {
      await database.writer.insert(Course, course({ title: 'too slow' }));
      const { writer } = database;
      strayed = never.opened.then(() => writer.insert(Course, course({ title: 'stray' })));
      await strayed;
    });
    const next = unitOfWork.run(() => database.writer.insert(Course, course({ title: 'next' })));
    await expect(slow).rejects.toBeInstanceOf(UnitOverran);
    await next;
    never.open();
    await expect(strayed).rejects.toBeInstanceOf(UnitEnded);
    expect(await titles(made)).toEqual(['next']);
  });

  it('takes exactly as many as there is room for, however many ask at once', async () => {
    const { database, unitOfWork } = await makeDb(set);
    const given = course({ capacity: 10 });
    await unitOfWork.run(() => database.writer.insert(Course, given));
    const answers = await Promise.all(people(60).map((person) => unitOfWork.run(() => book(database.writer, given.id, person))));
    expect(answers.filter(Boolean)).toHaveLength(10);
    expect(await database.reader.countBy(Booking, { courseId: given.id })).toBe(10);
    expect((await database.reader.findOneByOrFail(Course, { id: given.id })).taken).toBe(10);
  });

  it('books one person once, however often asked at once', async () => {
    const { database, unitOfWork } = await makeDb(set);
    const given = course({ capacity: 10 });
    await unitOfWork.run(() => database.writer.insert(Course, given));
    const answers = await Promise.allSettled(people(60).map(() => unitOfWork.run(() => book(database.writer, given.id, 'same'))));
    const refused = answers.filter((answer) => answer.status === 'rejected');
    expect(refused).toHaveLength(59);
    expect(refused.every((answer) => answer.reason instanceof UniqueViolation)).toBe(true);
    expect((await database.reader.findOneByOrFail(Course, { id: given.id })).taken).toBe(1);
  });

  it('counts the statements of a piece of work', async () => {
    const { database, unitOfWork } = await makeDb(set);
    const { statements } = await database.statements.during(() => unitOfWork.run(() => database.writer.insert(Course, course())));
    expect(statements.filter((sql) => /^INSERT/i.test(sql))).toHaveLength(1);
    const reading = await database.statements.during(() => database.reader.find(Course));
    expect(reading.statements).toHaveLength(1);
    expect(reading.result).toHaveLength(1);
  });

  if (engine === 'mariadb') {
    it('control: reading before writing oversells', async () => {
      const { database, unitOfWork } = await makeDb({ ...set, poolSize: 20 });
      const given = course({ capacity: 10 });
      await unitOfWork.run(() => database.writer.insert(Course, given));
      const answers = await Promise.all(people(60).map((person) => unitOfWork.run(() => bookUnsafely(database.writer, given.id, person))));
      expect(answers.filter(Boolean).length).toBeGreaterThan(10);
    });
  }
});

onSqlite('the unit of work', (makeDb) => {
  it('control: without the queue, a rollback takes the acknowledged row of another request with it', async () => {
    const { config } = await makeDb(set);
    if (config.kind !== 'sqlite') throw new Error('SQLite only');
    const bare = await new DataSource(sqliteOptions(config.file, set.entities, new Statements(), false)).initialize();
    const failing = bare.transaction(async (manager) => {
      await manager.insert(Course, course({ title: 'rolled back' }));
      await turn();
      await turn();
      throw new Error('no');
    });
    await turn();
    // Answered as written, while it stands in the other's transaction.
    await bare.manager.insert(Course, course({ title: 'acknowledged' }));
    await expect(failing).rejects.toThrow('no');
    expect(await bare.manager.count(Course)).toBe(0);
    await bare.destroy();
  });

  it('control: the same transactions at once fail without the queue', async () => {
    const { config } = await makeDb(set);
    if (config.kind !== 'sqlite') throw new Error('SQLite only');
    const bare = await new DataSource(sqliteOptions(config.file, set.entities, new Statements(), false)).initialize();
    const given = course({ capacity: 10 });
    await bare.manager.insert(Course, given);
    const answers = await Promise.allSettled(people(60).map((person) => bare.transaction((manager) => bookUnsafely(manager, given.id, person))));
    expect(answers.filter((answer) => answer.status === 'rejected').length).toBeGreaterThan(0);
    await bare.destroy();
  });

  it('control: outside a unit, reading before writing oversells', async () => {
    const { opened } = await makeDb(set);
    const given = course({ capacity: 10 });
    await opened.writer.manager.insert(Course, given);
    // `insert` of TypeORM opens a transaction of its own, of which there can be one: the booking row is left out, the counter is the point.
    const answers = await Promise.all(
      people(60).map(async () => {
        const found = await opened.writer.manager.findOneByOrFail(Course, { id: given.id });
        if (found.taken >= found.capacity) return false;
        await turn();
        await opened.writer.query('UPDATE courses SET taken = ? WHERE id = ?', [found.taken + 1, given.id]);
        return true;
      }),
    );
    expect(answers.filter(Boolean).length).toBeGreaterThan(10);
  });

  it('lets units through in the order of their arrival', async () => {
    const { database, unitOfWork } = await makeDb(set);
    const order: string[] = [];
    await Promise.all(
      people(50).map((person) =>
        unitOfWork.run(async () => {
          await database.writer.insert(Booking, { id: newId(), courseId: newId(), person });
          order.push(person);
        }),
      ),
    );
    expect(order).toEqual(people(50));
  });

  it('refuses at once when too many wait', async () => {
    const { database, unitOfWork } = await makeDb({ ...set, limits: { queueLength: 5 } });
    const answers = await Promise.allSettled(people(10).map(() => unitOfWork.run(() => database.writer.insert(Course, course()))));
    const refused = answers.filter((answer) => answer.status === 'rejected');
    expect(refused).toHaveLength(4);
    expect(refused.every((answer) => answer.reason instanceof DatabaseBusy)).toBe(true);
    expect(await database.reader.count(Course)).toBe(6);
  });
});

onMariadb('the unit of work', (makeDb) => {
  /** Two units that lock two rows in opposite order; InnoDB ends one of them with error 1213. */
  async function crossed(made: TestDatabase, attempts: string[], called: string[]): Promise<void> {
    const { database, unitOfWork } = made;
    const [a, b] = [course({ title: 'a' }), course({ title: 'b' })];
    await unitOfWork.run(() => database.writer.insert(Course, [a, b]));
    const both = [gate(), gate()];
    const take = (manager: EntityManager, courseId: string) => manager.increment(Course, { id: courseId }, 'taken', 1);
    const unit = (name: number, mine: Course, other: Course): Promise<void> =>
      unitOfWork.run(async () => {
        attempts.push(`${name}`);
        unitOfWork.afterCommit(() => called.push(`${name}`));
        await take(database.writer, mine.id);
        both[name]?.open();
        await both[1 - name]?.opened;
        await take(database.writer, other.id);
      });
    await Promise.all([unit(0, a, b), unit(1, b, a)]);
    expect((await database.reader.find(Course)).map(({ taken }) => taken)).toEqual([2, 2]);
  }

  it('repeats the whole unit after a deadlock, and the caller sees nothing of it', async () => {
    const attempts: string[] = [];
    const called: string[] = [];
    await crossed(await makeDb(set), attempts, called);
    expect(attempts.length).toBeGreaterThanOrEqual(3);
    expect(called.sort()).toEqual(['0', '1']);
  });

  it('control: without another try the deadlock reaches the caller', async () => {
    await expect(crossed(await makeDb({ ...set, limits: { tries: 1 } }), [], [])).rejects.toBeInstanceOf(DatabaseBusy);
  });

  const signal = (made: TestDatabase, errno: number) =>
    made.database.writer.query(`SIGNAL SQLSTATE '40001' SET MYSQL_ERRNO = ${errno}, MESSAGE_TEXT = 'conflict'`);

  it.each([
    ['deadlock', 1213],
    ['lock wait', 1205],
    ['overtaken snapshot', 1020],
    ['node that is not ready', 1047],
  ])('repeats the whole unit after a %s, also out of a nested unit', async (_, errno) => {
    const made = await makeDb(set);
    const { database, unitOfWork } = made;
    let tries = 0;
    await unitOfWork.run(async () => {
      tries += 1;
      await database.writer.insert(Course, course({ title: `try ${tries}` }));
      if (tries < 3) await unitOfWork.run(() => signal(made, errno));
    });
    expect(tries).toBe(3);
    expect(await titles(made)).toEqual(['try 3']);
  });

  it('gives up after as many tries as it has', async () => {
    const made = await makeDb({ ...set, limits: { tries: 3 } });
    let tries = 0;
    const hopeless = made.unitOfWork.run(async () => {
      tries += 1;
      await signal(made, 1213);
    });
    await expect(hopeless).rejects.toBeInstanceOf(DatabaseBusy);
    expect(tries).toBe(3);
  });

  it('does not commit what is left of a unit whose conflict was swallowed', async () => {
    const made = await makeDb(set);
    let tries = 0;
    await made.unitOfWork.run(async () => {
      tries += 1;
      await made.database.writer.insert(Course, course({ title: `try ${tries}` }));
      if (tries === 1) await signal(made, 1213).catch(() => undefined);
    });
    expect(tries).toBe(2);
    expect(await titles(made)).toEqual(['try 2']);
  });

  it('repeats a unit whose connection was cut before the commit', async () => {
    const made = await makeDb(set);
    const { database, unitOfWork, opened } = made;
    let tries = 0;
    await unitOfWork.run(async () => {
      tries += 1;
      await database.writer.insert(Course, course({ title: `try ${tries}` }));
      if (tries > 1) return;
      const [row] = await database.writer.query<{ id: number }[]>('SELECT CONNECTION_ID() AS id');
      await opened.writer.query(`KILL ${row?.id}`);
      await database.writer.insert(Course, course({ title: 'never' }));
    });
    expect(await titles(made)).toEqual(['try 2']);
  });
});
