import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { randomBytes } from 'node:crypto';
import type { Client } from '@kepu/api-client';
import { AccountEntity } from '../../apps/api/src/modules/identity/index.js';
import { PersonKeyEntity } from '../../apps/api/src/platform/audit/index.js';
import { activateKey, addKey, FieldCipher, loadKeyring, type KeyringDocument } from '../../apps/api/src/platform/crypto/index.js';
import { insertRows, newId, readRows } from '../../apps/api/src/platform/database/index.js';
import { sealedColumnsOf, type SealedColumn } from '../../apps/api/src/platform/keys/index.js';
import { eachDatabase } from '../support/engines.js';
import { startServer, type TestServer } from '../support/server.js';
import { openStoreOf, type OpenStore } from '../support/store.js';
import { until } from '../http/papers.js';

/** S3 asks for 100 000; every run of the suite takes fewer. */
const PEOPLE = Number(process.env['KEPU_ROTATION_PEOPLE'] ?? 2_000);
const AT_ONCE = 500;

/** People with a sealed number and a key of their own, written straight into the store: their numbers by id. */
const addPeople = async (store: OpenStore): Promise<ReadonlyMap<string, string>> => {
  const phones = new Map<string, string>();
  const createdAt = new Date('2026-01-05T00:00:00.000Z');
  for (let from = 0; from < PEOPLE; from += AT_ONCE) {
    const ids = Array.from({ length: Math.min(AT_ONCE, PEOPLE - from) }, () => newId());
    const accounts = ids.map((id, index): AccountEntity => {
      const phone = `+86199${String(from + index).padStart(8, '0')}`;
      phones.set(id, phone);
      return {
        id, name: '换钥人', nameKey: 'huanyaoren', searchKey: 'huanyaoren', emailSealed: null, emailIndex: null, phoneSealed: store.cipher.seal(phone, { table: 'accounts', column: 'phone_sealed', row: id }),
        phoneIndex: id, passwordHash: '-', mustChangePassword: true, state: 'active', lastSignInAt: null, createdAt, version: 1,
      };
    });
    const keys = ids.map((personId): PersonKeyEntity => ({
      personId, sealedKey: store.cipher.seal(randomBytes(32).toString('base64'), { table: 'person_keys', column: 'sealed_key', row: personId }), createdAt, destroyedAt: null,
    }));
    await store.unitOfWork.run(async () => {
      await insertRows(store.database.writer, AccountEntity, accounts);
      await insertRows(store.database.writer, PersonKeyEntity, keys);
    });
  }
  return phones;
};

const valuesOf = (store: OpenStore, { table, column, row }: SealedColumn) =>
  readRows<{ id: string; sealed: string }>(store.database.reader, `SELECT t.${row} AS id, t.${column} AS sealed FROM ${table} t WHERE t.${column} IS NOT NULL`);

/** Every column of every table that holds something sealed with a key, registered or not. */
const columnsWith = async (store: OpenStore, kid: string): Promise<string[]> => {
  const found: string[] = [];
  for (const { tableName, columns } of store.database.reader.dataSource.entityMetadatas) {
    for (const { databaseName } of columns) {
      const [row] = await readRows(store.database.reader, `SELECT 1 AS one FROM ${tableName} t WHERE t.\`${databaseName}\` LIKE :like LIMIT 1`, { like: `v1.${kid}.%` });
      if (row) found.push(`${tableName}.${databaseName}`);
    }
  }
  return found.sort();
};

/** S3: an operator changes the key while people work, and the power fails in the middle. */
eachDatabase('a new key', (database) => {
  let server: TestServer;
  let office: Client;
  let store: OpenStore;
  beforeAll(async () => {
    server = await startServer({ database });
    office = await server.client('office');
    store = await openStoreOf(server);
  });
  afterAll(() => store.close());

  it('takes the place of the old one while requests read and write, through a kill, and nothing is lost', async () => {
    const file = path.join(server.dataDir, 'keyring.json');
    const { active: old } = JSON.parse(readFileSync(file, 'utf8')) as KeyringDocument;
    const phones = new Map(await addPeople(store));
    // Nothing but the registered columns holds anything sealed.
    const registered = sealedColumnsOf(store.database.reader).map(({ table, column }) => `${table}.${column}`);
    expect(registered).toEqual(expect.arrayContaining(['accounts.email_sealed', 'accounts.phone_sealed', 'person_keys.sealed_key', 'shifts.secret']));
    expect((await columnsWith(store, old)).filter((column) => !registered.includes(column))).toEqual([]);

    let working = true;
    let reads = 0;
    let writes = 0;
    const ids = [...phones.keys()];
    /** What was asked for and not answered is the one number or the other. */
    const unsure = new Map<string, string[]>();
    const reader = async () => {
      while (working) {
        const page = await office.listAccounts({ query: { ids: ids.slice((reads * 50) % PEOPLE).slice(0, 100).join(','), perPage: 200 } }).catch(() => null);
        for (const person of page?.data ?? []) if (person.phone === null || !/^1\d\d\*{4}\d{4}$/.test(person.phone)) throw new Error(`A number reads ${person.phone}`);
        if (page) reads += 1;
        else await new Promise((resolve) => setImmediate(resolve));
      }
    };
    const writer = async () => {
      for (let at = 0; working; at += 1) {
        const id = ids[(at * 7) % ids.length] ?? '';
        const phone = `+86188${String(at).padStart(8, '0')}`;
        const before = phones.get(id) ?? '';
        unsure.set(id, [before, phone]);
        const done = await office.getAccount({ params: { id } }).then(({ version }) => office.updateAccount({ params: { id }, body: { version, phone } })).catch(() => null);
        if (!done) continue;
        phones.set(id, phone);
        unsure.delete(id);
        writes += 1;
      }
    };
    const traffic = Promise.all([reader(), reader(), writer()]);

    const kid = addKey(file, new Date());
    await server.control.failpoint('keys:resealed', 'kill');
    const ended = server.process.ended();
    activateKey(file, kid);
    expect(await ended).toBeNull();
    await server.restart();
    // The lease of the dead process runs out by the clock, and so does the time that slower processes are given.
    await server.control.clock({ advanceMs: 2 * 60_000 });
    const states = await until(() => office.getKeys(), ({ keys }) => keys.every((key) => key.kid === kid || (key.firstUsedAt === null && key.values === 0)), 540_000, PEOPLE > 10_000 ? 3_000 : 100);
    working = false;
    await traffic;
    expect(states.keys.find((key) => key.active)?.kid).toBe(kid);
    expect(reads).toBeGreaterThan(3);
    expect(writes).toBeGreaterThan(3);

    // Every value opens, with the new key alone.
    const document = JSON.parse(readFileSync(file, 'utf8')) as KeyringDocument;
    writeFileSync(file, JSON.stringify({ ...document, keys: { [kid]: document.keys[kid] } }));
    const cipher = new FieldCipher(loadKeyring({ file, dataDir: '', mayCreate: false }, new Date()));
    const opened = new Map<string, string>();
    for (const column of sealedColumnsOf(store.database.reader)) {
      for (const { id, sealed } of await valuesOf(store, column)) {
        const plain = cipher.open(sealed, { table: column.table, column: column.column, row: id });
        if (column.column === 'phone_sealed') opened.set(id, plain);
      }
    }
    const lost = [...phones].filter(([id, phone]) => opened.get(id) !== phone && !unsure.get(id)?.includes(opened.get(id) ?? ''));
    expect(lost).toEqual([]);
    expect(await columnsWith(store, old)).toEqual([]);

    // The old key can leave the file, and the server starts without it.
    await server.restart();
    expect((await (await server.client('office')).getKeys()).keys.map((key) => key.kid)).toEqual([kid]);
    expect((await office.listAuditEntries({ query: { action: 'key.retired' } })).data).toMatchObject([{ subjectKind: 'key', subjectId: old, after: { active: kid } }]);
  }, 600_000);
});
