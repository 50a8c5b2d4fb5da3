import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import mysql from 'mysql2/promise';
import { mysqlUrl } from '../../../../../tests/support/engines.js';
import { eachDatabase, onMariadb, type MakeDb, type TestDatabase } from '../../../test-support/databases.js';
import { CreateAuditJobsFiles1795460122203 } from '../../migrations/1795460122203-create-audit-jobs-files.js';
import { TestClock } from '../clock/index.js';
import { FieldCipher, Keyring } from '../crypto/index.js';
import { SealedColumnsRepository } from '../keys/sealed-columns.repository.js';
import { LeaseEntity, LeasesRepository } from '../jobs/index.js';
import {
  AnchorLog,
  AuditEntryEntity,
  AuditRepository,
  AuditSealEntity,
  AuditSealer,
  AuditSealsRepository,
  AuditTrail,
  AuditVerifier,
  PersonKeyEntity,
  PersonKeys,
  PersonKeysRepository,
  type AuditChange,
} from './index.js';

const key = (fill: number): string => Buffer.alloc(32, fill).toString('base64');
const cipher = new FieldCipher(Keyring.parse({ active: 'k1', keys: { k1: key(1) }, indexKey: key(9) }));
const folders: string[] = [];

afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

const entities = [AuditEntryEntity, AuditSealEntity, PersonKeyEntity, LeaseEntity];

interface Room extends TestDatabase {
  readonly clock: TestClock;
  readonly trail: AuditTrail;
  readonly keys: PersonKeys;
  readonly sealer: AuditSealer;
  readonly verifier: AuditVerifier;
  readonly anchors: AnchorLog;
  record(change?: Partial<AuditChange>): Promise<string>;
  sql(text: string, parameters?: unknown[]): Promise<unknown>;
}

function roomOf(db: TestDatabase, dataDir: string, clock: TestClock, fieldCipher = cipher): Room {
  const { database, unitOfWork, opened } = db;
  const entries = new AuditRepository(database);
  const seals = new AuditSealsRepository(database);
  const keys = new PersonKeys(new PersonKeysRepository(database), fieldCipher, clock);
  const trail = new AuditTrail(entries, keys, clock);
  const anchors = new AnchorLog(dataDir);
  const record = (change: Partial<AuditChange> = {}): Promise<string> =>
    unitOfWork.run(() =>
      trail.record({
        actor: { kind: 'person', id: 'p1', ip: '127.0.0.1' },
        action: 'item.rename',
        subjectKind: 'item',
        subjectId: 'i1',
        before: { name: '旧' },
        after: { name: '新' },
        ...change,
      }),
    );
  return {
    ...db,
    clock,
    trail,
    keys,
    anchors,
    sealer: new AuditSealer(entries, seals, new LeasesRepository(database, clock), unitOfWork, anchors, clock),
    verifier: new AuditVerifier(entries, seals, anchors),
    record,
    sql: (text, parameters) => opened.writer.query(text, parameters),
  };
}

function dataFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'kepu-audit-'));
  folders.push(folder);
  return folder;
}

async function furnish(makeDb: MakeDb): Promise<Room> {
  const clock = new TestClock();
  clock.freeze(new Date('2026-03-02T01:00:00.123Z'));
  return roomOf(await makeDb({ entities, migrations: [CreateAuditJobsFiles1795460122203] }), dataFolder(), clock);
}

/** `count` rows in `portions` seals. */
async function sealed(room: Room, count: number, portions: number): Promise<string[]> {
  const ids: string[] = [];
  for (let portion = 0; portion < portions; portion += 1) {
    for (let row = 0; row < count / portions; row += 1) {
      room.clock.advance(1);
      ids.push(await room.record({ after: { name: `新${ids.length}` } }));
    }
    await room.sealer.sealAll();
  }
  return ids;
}

eachDatabase('audit', (makeDb) => {
  it('is written with the change or not at all', async () => {
    const room = await furnish(makeDb);
    const change: AuditChange = {
      actor: { kind: 'system', id: null, ip: null },
      action: 'plan.issue',
      subjectKind: 'plan',
      subjectId: 'plan-1',
      before: { state: 'draft' },
      after: { state: 'issued', password: 'MARKER' },
    };
    await expect(room.trail.record(change)).rejects.toThrow('UnitOfWork.run');
    const undone = room.unitOfWork.run(async () => {
      await room.trail.record(change);
      throw new Error('undone');
    });
    await expect(undone).rejects.toThrow('undone');
    expect(await room.trail.listFor({}, { page: 1, perPage: 25 })).toEqual({ data: [], total: 0 });
    const id = await room.record(change);
    expect((await room.trail.listFor({}, { page: 1, perPage: 25 })).data).toEqual([
      {
        id,
        at: new Date('2026-03-02T01:00:00.123Z'),
        actor: { kind: 'system', id: null, ip: null },
        action: 'plan.issue',
        subjectKind: 'plan',
        subjectId: 'plan-1',
        before: { state: 'draft' },
        after: { state: 'issued', password: '[withheld]' },
        hasClassified: false,
        sealed: false,
      },
    ]);
  });

  it('lists newest first, by subject, actor, action and time', async () => {
    const room = await furnish(makeDb);
    const first = await room.record();
    room.clock.advance(1_000);
    const second = await room.record({ action: 'item.move' });
    await room.record({ subjectId: 'i2', actor: { kind: 'person', id: 'p2', ip: null } });
    const ids = async (filter: Parameters<AuditTrail['listFor']>[0]): Promise<string[]> =>
      (await room.trail.listFor(filter, { page: 1, perPage: 25 })).data.map((row) => row.id);
    expect(await ids({ subjectKind: 'item', subjectId: 'i1' })).toEqual([second, first]);
    expect(await ids({ action: 'item.move' })).toEqual([second]);
    expect(await ids({ actorId: 'p2' })).toHaveLength(1);
    expect(await ids({ to: room.clock.now() })).toEqual([first]);
    const { data, total } = await room.trail.listFor({}, { page: 2, perPage: 2 });
    expect([data.map((row) => row.id), total]).toEqual([[first], 3]);
  });

  it('is sealed in batches that chain, by one sealer at a time, and anchored outside of the database', async () => {
    const room = await furnish(makeDb);
    for (let row = 0; row < 7; row += 1) await room.record();
    const others = [1, 2, 3].map(() => roomOf(room, dataFolder(), room.clock));
    const counts = await Promise.all([room, ...others].map((each) => each.sealer.sealOnce()));
    expect(counts.reduce((sum, count) => sum + count)).toBe(7);
    await Promise.all([room, ...others].map((each) => each.sealer.sealAll()));
    expect(await room.verifier.verify()).toEqual({ ok: true, seals: 1, rows: 7, unsealed: 0, problems: [] });
    expect(room.anchors.read().anchors).toHaveLength(1);

    // The others may take over when the lease has run out.
    await room.record();
    room.clock.advance(60_000);
    expect(await others[0]?.sealer.sealAll()).toBe(1);
    expect((await room.trail.listFor({}, { page: 1, perPage: 25 })).data.every((row) => row.sealed)).toBe(true);
    expect(await room.sealer.sealOnce()).toBe(0);
    expect(room.anchors.read().anchors.map((anchor) => anchor.number)).toEqual([1, 2]);
    expect((await room.verifier.verify()).ok).toBe(true);
  });

  it('writes the anchor that a kill between commit and file left out, after a line that was cut short', async () => {
    const room = await furnish(makeDb);
    await sealed(room, 4, 2);
    const lines = readFileSync(room.anchors.path, 'utf8').split('\n');
    writeFileSync(room.anchors.path, `${lines[0]}\n${lines[1]?.slice(0, 30)}`);
    expect((await room.verifier.verify()).problems).toEqual([{ kind: 'anchor_unreadable', seal: null, row: null }]);
    await room.sealer.sealOnce();
    expect(room.anchors.read()).toMatchObject({ anchors: [{ number: 1 }, { number: 2 }], unreadable: 1 });
  });

  it.each([
    ['what it says', "UPDATE audit_entries SET `after` = '{}' WHERE id = ?"],
    ['who did it', "UPDATE audit_entries SET actor_id = 'p9' WHERE id = ?"],
    ['when', "UPDATE audit_entries SET at = '2026-03-02 01:00:00.999' WHERE id = ?"],
    ['from where', 'UPDATE audit_entries SET actor_ip = NULL WHERE id = ?'],
    ['its own hash', "UPDATE audit_entries SET `before` = NULL, hash = 'f' WHERE id = ?"],
  ])('names the row in which somebody altered %s', async (_, statement) => {
    const room = await furnish(makeDb);
    const ids = await sealed(room, 6, 2);
    await room.sql(statement, [ids[4]]);
    expect((await room.verifier.verify()).problems).toEqual([{ kind: 'row_altered', seal: 2, row: ids[4] }]);
  });

  it('names rows that were deleted, added behind its back, or cut off with their seals', async () => {
    const room = await furnish(makeDb);
    const ids = await sealed(room, 9, 3);
    await room.sql('DELETE FROM audit_entries WHERE id = ?', [ids[1]]);
    expect((await room.verifier.verify()).problems).toEqual([{ kind: 'row_deleted', seal: 1, row: ids[1] }]);

    const added = await room.record();
    await room.sql('UPDATE audit_entries SET seal = 2 WHERE id = ?', [added]);
    expect((await room.verifier.verify()).problems).toContainEqual({ kind: 'row_inserted', seal: 2, row: added });
    await room.sql('DELETE FROM audit_entries WHERE id = ?', [added]);

    await room.sql('DELETE FROM audit_entries WHERE seal = 3');
    await room.sql('DELETE FROM audit_seals WHERE number = 3');
    const cut = [{ kind: 'seal_deleted', seal: 3, row: null }, ...ids.slice(6).map((row) => ({ kind: 'row_deleted', seal: 3, row }))];
    expect((await room.verifier.verify()).problems.slice(1)).toEqual(cut);

    // The chain goes on over the cut with the same number: the anchor remembers the first one.
    await room.record();
    await room.sealer.sealAll();
    expect((await room.verifier.verify()).problems.slice(1)).toEqual([{ ...cut[0], kind: 'anchor_mismatch' }, ...cut.slice(1)]);
  });

  it('finds everything gone', async () => {
    const room = await furnish(makeDb);
    const ids = await sealed(room, 4, 2);
    await room.sql('DELETE FROM audit_entries');
    await room.sql('DELETE FROM audit_seals');
    const verdict = await room.verifier.verify();
    expect(verdict.problems.filter((problem) => problem.kind === 'row_deleted').map((problem) => problem.row)).toEqual(ids);
  });

  it('finds a seal that was made to fit an altered row', async () => {
    const room = await furnish(makeDb);
    const ids = await sealed(room, 4, 2);
    const other = 'a'.repeat(64);
    await room.sql('UPDATE audit_entries SET hash = ? WHERE id = ?', [other, ids[0]]);
    await room.sql('UPDATE audit_seals SET leaves = ? WHERE number = 1', [`${ids[0]} ${other}\n${ids[1]} ${other}`]);
    expect((await room.verifier.verify()).problems.map((problem) => problem.kind)).toEqual(['seal_altered', 'row_altered', 'row_altered']);
  });

  it('keeps classified fields as ciphertext under the person’s key; destroying it deletes them and the chain still holds', async () => {
    const room = await furnish(makeDb);
    const classified = { personId: 'p7', fields: ['phone', 'guardian'] };
    const id = await room.record({
      subjectKind: 'person',
      subjectId: 'p7',
      before: { name: '小明', phone: '+8613800138000' },
      after: { name: '小明', phone: '+8613900139000', guardian: { phone: '+8613700137000' } },
      classified,
    });
    await room.record({ before: null, after: { phone: '+8613600136000' }, classified: { personId: 'p8', fields: ['phone'] } });
    await room.sealer.sealAll();
    const stored = JSON.stringify(await room.sql('SELECT * FROM audit_entries'));
    expect(stored).not.toMatch(/1380013|1390013|1370013|1360013/);
    expect((await room.trail.listFor({ subjectId: 'p7' }, { page: 1, perPage: 1 })).data[0]).toMatchObject({ after: { name: '小明' }, hasClassified: true });
    expect(await room.trail.reveal(id)).toEqual({
      before: { phone: '+8613800138000' },
      after: { phone: '+8613900139000', guardian: { phone: '+8613700137000' } },
    });

    await room.unitOfWork.run(() => room.keys.destroy('p7'));
    expect(await room.trail.reveal(id)).toBeNull();
    expect(JSON.stringify(await room.sql("SELECT * FROM person_keys WHERE person_id = 'p7'"))).not.toContain('v1.');
    // Nothing new becomes readable either.
    const late = await room.record({ subjectId: 'p7', after: { phone: '+8613500135000' }, classified });
    expect(await room.trail.reveal(late)).toBeNull();
    await room.sealer.sealAll();
    expect(await room.verifier.verify()).toMatchObject({ ok: true, rows: 3 });
  });

  it('gives one person one key, however many units ask for it at once, and seals keys anew after a rotation', async () => {
    const room = await furnish(makeDb);
    const classified = { personId: 'p1', fields: ['phone'] };
    const ids = await Promise.all(Array.from({ length: 8 }, (_, count) => room.record({ after: { phone: String(count) }, classified })));
    for (const [count, id] of ids.entries()) expect(await room.trail.reveal(id)).toMatchObject({ after: { phone: String(count) } });

    const rotated = new FieldCipher(Keyring.parse({ active: 'k_2', keys: { k1: key(1), k_2: key(2) }, indexKey: key(9) }));
    const after = roomOf(room, folders.at(-1) ?? '', room.clock, rotated);
    const place = { table: 'person_keys', column: 'sealed_key', row: 'person_id' };
    const columns = new SealedColumnsRepository(after.database);
    const values = await columns.notSealedWith('k_2', place, '', 100);
    expect(values.map((value) => value.rowId)).toEqual(['p1']);
    const resealed = values.map((value) => ({ ...value, resealed: rotated.reseal(value.sealed, { ...place, row: value.rowId }) }));
    expect(await after.unitOfWork.run(() => columns.replace(place, resealed))).toBe(1);
    // What somebody wrote meanwhile is not written over.
    expect(await after.unitOfWork.run(() => columns.replace(place, resealed))).toBe(0);
    expect(await columns.notSealedWith('k_2', place, '', 100)).toEqual([]);
    const without = new FieldCipher(Keyring.parse({ active: 'k_2', keys: { k_2: key(2) }, indexKey: key(9) }));
    const last = roomOf(room, folders.at(-1) ?? '', room.clock, without);
    expect(await last.trail.reveal(ids[3] ?? '')).toMatchObject({ after: { phone: '3' } });
  });
});

onMariadb('audit grants', (makeDb) => {
  it('let the server add, seal and read entries, and neither alter nor delete them', async () => {
    const room = await furnish(makeDb);
    const { config } = room;
    if (config.kind === 'sqlite') throw new Error('MariaDB expected');
    const name = new URL(config.url).pathname.slice(1);
    const user = `kt_${name.slice(-12)}`;
    const admin = await mysql.createConnection(mysqlUrl);
    try {
      await admin.query(`CREATE USER '${user}'@'%' IDENTIFIED BY 'grants'`);
      await admin.query(`GRANT SELECT, INSERT, UPDATE (seal) ON ${name}.audit_entries TO '${user}'@'%'`);
      await admin.query(`GRANT SELECT, INSERT ON ${name}.audit_seals TO '${user}'@'%'`);
      for (const table of ['leases', 'person_keys']) await admin.query(`GRANT SELECT, INSERT, UPDATE, DELETE ON ${name}.${table} TO '${user}'@'%'`);
      const limited = await mysql.createConnection({ uri: config.url, user, password: 'grants' });
      const { openDatabase, UnitOfWork, Database } = await import('../database/index.js');
      const url = new URL(config.url);
      url.username = user;
      url.password = 'grants';
      const opened = await openDatabase({ ...config, url: url.toString() }, entities);
      try {
        const unitOfWork = new UnitOfWork(opened);
        const served = roomOf({ ...room, opened, unitOfWork, database: new Database(opened, unitOfWork) }, folders.at(-1) ?? '', room.clock);
        const id = await served.record();
        expect(await served.sealer.sealAll()).toBe(1);
        expect((await served.verifier.verify()).ok).toBe(true);
        await expect(limited.query("UPDATE audit_entries SET action = 'x' WHERE id = ?", [id])).rejects.toMatchObject({ code: 'ER_COLUMNACCESS_DENIED_ERROR' });
        await expect(limited.query('DELETE FROM audit_entries')).rejects.toMatchObject({ code: 'ER_TABLEACCESS_DENIED_ERROR' });
        await expect(limited.query('TRUNCATE audit_seals')).rejects.toMatchObject({ code: 'ER_TABLEACCESS_DENIED_ERROR' });
        await expect(limited.query('UPDATE audit_seals SET root = 1')).rejects.toMatchObject({ code: 'ER_TABLEACCESS_DENIED_ERROR' });
      } finally {
        await limited.end();
        await opened.close();
      }
    } finally {
      await admin.query(`DROP USER IF EXISTS '${user}'@'%'`);
      await admin.end();
    }
  });
});
