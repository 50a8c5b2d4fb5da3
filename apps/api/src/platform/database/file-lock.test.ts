import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { childSource, spawnSource } from '../../../test-support/children.js';
import { FileLocked, lockFile } from './file-lock.js';
import { openOwnedDatabase } from './owned-database.js';

describe('the lock of a SQLite file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'kepu-test-'));
  const file = join(folder, 'kepu.sqlite');
  const now = new Date('2026-01-02T03:04:05.000Z');
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('is held once, names its holder and what to do, and can be given back', () => {
    const lock = lockFile(file, now);
    expect(() => lockFile(file, now)).toThrow(FileLocked);
    expect(() => lockFile(file, now)).toThrow(new RegExp(`process ${process.pid} on .* since 2026-01-02T03:04:05.000Z.*DATA_DIR`));
    lock.release();
    lock.release();
    expect(existsSync(`${file}.owner`)).toBe(false);
    lockFile(file, now).release();
  });

  it('goes with the database that a server opens', async () => {
    const config = { kind: 'sqlite', file: join(folder, 'owned.sqlite') } as const;
    const opened = await openOwnedDatabase(config, [], now);
    await expect(openOwnedDatabase(config, [], now)).rejects.toBeInstanceOf(FileLocked);
    await opened.close();
    const again = await openOwnedDatabase(config, [], now);
    await again.close();
  });

  it('is not kept by an opening that failed', async () => {
    const config = { kind: 'sqlite', file: join(folder, 'folder.sqlite') } as const;
    mkdirSync(config.file);
    await expect(openOwnedDatabase(config, [], now)).rejects.not.toBeInstanceOf(FileLocked);
    rmSync(config.file, { recursive: true });
    const opened = await openOwnedDatabase(config, [], now);
    await opened.close();
  });

  it('refuses a second process, and is free at once when the first is killed', async () => {
    const child = spawnSource(childSource('locking-child'), [file]);
    const [line] = (await once(child.lines, 'line')) as [string];
    expect(line).toBe(`locked ${child.process.pid}`);
    expect(() => lockFile(file, now)).toThrow(`process ${child.process.pid} on`);
    await child.kill();
    lockFile(file, now).release();
  });
});
