import { existsSync, mkdtempSync, readFileSync, rmSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eachDatabase, type MakeDb, type TestDatabase } from '../../../test-support/databases.js';
import { CreateAuditJobsFiles1795460122203 } from '../../migrations/1795460122203-create-audit-jobs-files.js';
import { SystemClock } from '../clock/index.js';
import { BlobStore, Files, FileSweeper, StoredFileEntity, StoredFilesRepository } from './index.js';

const MB = 1024 * 1024;
const use = { purpose: 'evidence', createdBy: 'p1' };
const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

interface Room extends TestDatabase {
  readonly blobs: BlobStore;
  readonly files: Files;
  readonly sweeper: FileSweeper;
}

async function furnish(makeDb: MakeDb): Promise<Room> {
  const db = await makeDb({ entities: [StoredFileEntity], migrations: [CreateAuditJobsFiles1795460122203] });
  const dataDir = mkdtempSync(join(tmpdir(), 'kepu-files-'));
  folders.push(dataDir);
  const blobs = new BlobStore(dataDir);
  const repository = new StoredFilesRepository(db.database);
  const clock = new SystemClock();
  return { ...db, blobs, files: new Files(blobs, repository, clock), sweeper: new FileSweeper(blobs, repository, clock) };
}

eachDatabase('files', (makeDb) => {
  it('are on the disk before the unit that records them, and served as downloads', async () => {
    const { files, unitOfWork } = await furnish(makeDb);
    const prepared = await files.put(Buffer.from('<script>alert(1)</script>'), '../签到表.html', { maxBytes: MB });
    expect(prepared).toMatchObject({ mime: 'text/plain', size: 25, name: '签到表.html' });
    await expect(files.record(prepared, use)).rejects.toThrow('UnitOfWork.run');
    const id = await unitOfWork.run(() => files.record(prepared, use));
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4/);
    const open = await files.open(id);
    expect(open).toMatchObject({ id, name: '签到表.html', purpose: 'evidence', createdBy: 'p1' });
    expect(open.headers).toMatchObject({ 'content-type': 'text/plain; charset=utf-8', 'x-content-type-options': 'nosniff' });
    expect((await files.read(id)).toString()).toBe('<script>alert(1)</script>');
  });

  it('are not found under ids that are none', async () => {
    const { files } = await furnish(makeDb);
    for (const id of ['', '..%2f..%2fkeyring.json', '../../keyring.json', "' OR 1=1 --", '00000000-0000-4000-8000-000000000000']) {
      await expect(files.open(id)).rejects.toMatchObject({ code: 'resource.not_found' });
    }
  });

  it('are refused by type, size and unpacked size, in the codes of the contract', async () => {
    const { files } = await furnish(makeDb);
    const put = (bytes: Buffer, limits: object): Promise<unknown> => files.put(bytes, 'x.png', { maxBytes: 100, ...limits });
    await expect(put(Buffer.alloc(101, 65), {})).rejects.toMatchObject({ code: 'input.too_large', params: { max: '0 MB' } });
    await expect(put(Buffer.from('not a picture'), { accept: ['image/png'] })).rejects.toMatchObject({ code: 'input.unsupported_type' });
    const bomb = Buffer.alloc(22 + 46);
    bomb.write('PK\u0001\u0002', 'latin1');
    bomb.writeUInt32LE(900_000_000, 24);
    bomb.write('PK\u0005\u0006', 46, 'latin1');
    bomb.writeUInt32LE(46, 46 + 12);
    const zip = Buffer.concat([Buffer.from('PK\u0003\u0004', 'latin1'), bomb]);
    zip.writeUInt32LE(4, 4 + 46 + 16);
    await expect(put(zip, { maxUnpackedBytes: 100_000_000 })).rejects.toMatchObject({ code: 'input.too_large', params: { max: '95.4 MB' } });
  });

  it('share their bytes, which go when the last row has gone', async () => {
    const { files, unitOfWork, blobs, sweeper } = await furnish(makeDb);
    const prepared = await files.put(Buffer.from('shared'), 'a.txt', { maxBytes: MB });
    const [one, two] = await unitOfWork.run(async () => [await files.record(prepared, use), await files.record({ ...prepared, name: 'b.txt' }, use)] as const);
    const path = blobs.path(prepared.hash);
    const age = (): void => utimesSync(path, new Date(0), new Date(0));
    age();
    expect(await unitOfWork.run(() => files.remove(one))).toBe(true);
    expect(await sweeper.sweep()).toEqual({ removed: 0, drafts: 0 });
    expect(readFileSync(path, 'utf8')).toBe('shared');
    expect(await unitOfWork.run(() => files.remove(two))).toBe(true);
    age();
    expect(await sweeper.sweep()).toEqual({ removed: 1, drafts: 0 });
    expect(existsSync(path)).toBe(false);
    await expect(files.open(two)).rejects.toMatchObject({ code: 'resource.not_found' });
  });

  it('whose unit was undone are kept for an hour and then swept', async () => {
    const { files, unitOfWork, blobs, sweeper } = await furnish(makeDb);
    const prepared = await files.put(Buffer.from('orphan'), 'a.txt', { maxBytes: MB });
    const undone = unitOfWork.run(async () => {
      await files.record(prepared, use);
      throw new Error('undone');
    });
    await expect(undone).rejects.toThrow('undone');
    expect(await sweeper.sweep()).toEqual({ removed: 0, drafts: 0 });
    const earlier = new Date(Date.now() - 61 * 60_000);
    utimesSync(blobs.path(prepared.hash), earlier, earlier);
    expect(await sweeper.sweep()).toEqual({ removed: 1, drafts: 0 });
  });
});
