import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { childSource, spawnSource } from '../../../test-support/children.js';
import { FileLocked, lockFile } from './file-lock.js';

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

  it('refuses a second process, and is free at once when the first is killed', async () => {
    const child = spawnSource(childSource('locking-child'), [file]);
    const [line] = (await once(child.lines, 'line')) as [string];
    expect(line).toBe(`locked ${child.process.pid}`);
    expect(() => lockFile(file, now)).toThrow(`process ${child.process.pid} on`);
    await child.kill();
    lockFile(file, now).release();
  });
});
