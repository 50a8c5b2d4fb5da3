import mysql from 'mysql2/promise';
import { eachDatabase } from './engines.js';
import { copyDatabase, createDatabase, databaseUrl, dropDatabase, giveBack } from './mariadb.js';

eachDatabase('a copy of a template', (engine) => {
  if (engine === 'sqlite') {
    // A file copy; what is left to prove is that the suites find the engine at all.
    it('is always at hand', () => expect(engine).toBe('sqlite'));
    return;
  }

  let from: string;
  const copies: string[] = [];
  const copy = async (): Promise<{ name: string; connection: mysql.Connection }> => {
    const name = await copyDatabase(from);
    copies.push(name);
    return { name, connection: await mysql.createConnection({ uri: databaseUrl(name), multipleStatements: true }) };
  };
  const rows = async (connection: mysql.Connection) => (await connection.query('SELECT c.id, p.shout FROM a_children c JOIN b_parents p ON p.id = c.parent'))[0];
  const sealed = "CREATE TRIGGER sealed BEFORE UPDATE ON b_parents FOR EACH ROW SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'sealed'";
  beforeEach(async () => {
    from = await createDatabase();
    copies.push(from);
    const source = await mysql.createConnection({ uri: databaseUrl(from), multipleStatements: true });
    await source.query(`
      CREATE TABLE b_parents (id INT PRIMARY KEY, name VARCHAR(20), shout VARCHAR(20) AS (UPPER(name)) STORED);
      CREATE TABLE a_children (id INT PRIMARY KEY, parent INT NOT NULL, FOREIGN KEY (parent) REFERENCES b_parents (id));
      INSERT INTO b_parents (id, name) VALUES (1, '瓯海a'); INSERT INTO a_children VALUES (7, 1);
    `);
    await source.end();
  });
  afterAll(async () => {
    for (const name of copies) await dropDatabase(name);
  });

  it('has the rows, the foreign keys, the generated columns and the triggers', async () => {
    const source = await mysql.createConnection({ uri: databaseUrl(from) });
    await source.query(sealed);
    await source.end();
    const { connection } = await copy();
    expect(await rows(connection)).toEqual([{ id: 7, shout: '瓯海A' }]);
    await expect(connection.query('INSERT INTO a_children VALUES (8, 99)')).rejects.toThrow(/foreign key/);
    await expect(connection.query("UPDATE b_parents SET name = 'x'")).rejects.toThrow('sealed');
    await connection.end();
  });

  it('is used again once it is given back, with what was changed, added and taken away put right', async () => {
    const first = await copy();
    await first.connection.query("UPDATE b_parents SET name = 'x'; INSERT INTO b_parents (id, name) VALUES (2, 'y'); DELETE FROM a_children");
    await first.connection.end();
    const beside = await copy();
    expect(beside.name).not.toBe(first.name);
    await beside.connection.end();
    giveBack(from, first.name);
    const second = await copy();
    expect(second.name).toBe(first.name);
    expect(await rows(second.connection)).toEqual([{ id: 7, shout: '瓯海A' }]);
    expect((await second.connection.query('SELECT id, name FROM b_parents'))[0]).toEqual([{ id: 1, name: '瓯海a' }]);
    await expect(second.connection.query('INSERT INTO a_children VALUES (8, 99)')).rejects.toThrow(/foreign key/);
    await second.connection.end();
  });

  it.each(['ALTER TABLE a_children ADD note INT', 'CREATE TABLE c_more (id INT)', sealed])('is made anew where a suite changed the tables: %s', async (change) => {
    const first = await copy();
    await first.connection.query(change);
    await first.connection.end();
    giveBack(from, first.name);
    const second = await copy();
    expect(second.name).not.toBe(first.name);
    expect(await rows(second.connection)).toEqual([{ id: 7, shout: '瓯海A' }]);
    await second.connection.end();
  });
});
