import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import mysql from 'mysql2/promise';
import { eachDatabase } from './engines.js';
import { cloneDatabase, createDatabase, databaseUrl, dropDatabase, throwawayName } from './mariadb.js';

eachDatabase('a copy of a template', (engine) => {
  if (engine === 'sqlite') {
    // A file copy; what is left to prove is that the suites find the engine at all.
    it('is always at hand', () => expect(engine).toBe('sqlite'));
    return;
  }

  const [from, to] = [throwawayName(), throwawayName()];
  beforeAll(() => {
    process.env['KEPU_TEST_RUN'] ??= mkdtempSync(path.join(tmpdir(), 'kepu-run-'));
  });
  afterAll(async () => {
    await dropDatabase(from);
    await dropDatabase(to);
    rmSync(String(process.env['KEPU_TEST_RUN']), { recursive: true, force: true });
    delete process.env['KEPU_TEST_RUN'];
  });

  it('has the rows, the foreign keys, the generated columns and the triggers', async () => {
    await createDatabase(from);
    const source = await mysql.createConnection({ uri: databaseUrl(from), multipleStatements: true });
    await source.query(`
      CREATE TABLE b_parents (id INT PRIMARY KEY, name VARCHAR(20), shout VARCHAR(20) AS (UPPER(name)) STORED);
      CREATE TABLE a_children (id INT PRIMARY KEY, parent INT NOT NULL, FOREIGN KEY (parent) REFERENCES b_parents (id));
      CREATE TRIGGER sealed BEFORE UPDATE ON b_parents FOR EACH ROW SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'sealed';
      INSERT INTO b_parents (id, name) VALUES (1, '瓯海a'); INSERT INTO a_children VALUES (7, 1);
    `);
    await source.end();

    await cloneDatabase(from, to);
    const copy = await mysql.createConnection({ uri: databaseUrl(to) });
    const [rows] = await copy.query('SELECT c.id, p.shout FROM a_children c JOIN b_parents p ON p.id = c.parent');
    expect(rows).toEqual([{ id: 7, shout: '瓯海A' }]);
    await expect(copy.query('INSERT INTO a_children VALUES (8, 99)')).rejects.toThrow(/foreign key/);
    await expect(copy.query("UPDATE b_parents SET name = 'x'")).rejects.toThrow('sealed');
    await copy.end();
  });
});
