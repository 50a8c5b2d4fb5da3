/**
 * One process owns a SQLite file.
 *
 * The lock is a file beside it, held by the operating system for as long as the process lives: after kill -9 it is free at once, and a process id that has
 * been given to another program cannot keep it. (SQLite does the locking, because Node has no file locks of its own.) Who holds it stands in a second file,
 * for the message: reading the locked file itself would, by POSIX, let its lock go.
 */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { dirname } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';

const SQLITE_BUSY = 5;

export interface LockOwner {
  readonly pid: number;
  readonly host: string;
  /** ISO 8601 */
  readonly since: string;
}

/** The file belongs to another process. */
export class FileLocked extends Error {
  constructor(
    readonly file: string,
    readonly owner: LockOwner | null,
  ) {
    const who = owner ? `process ${owner.pid} on ${owner.host} since ${owner.since}` : 'another process';
    super(
      `The database file ${file} is in use by ${who}. One process may own it: stop that one first, ` +
        'set DATA_DIR to another folder, or use a MariaDB server (DATABASE_URL) to run several.',
    );
    this.name = 'FileLocked';
  }
}

export interface FileLock {
  release(): void;
}

function readOwner(path: string): LockOwner | null {
  try {
    const { pid, host, since } = JSON.parse(readFileSync(path, 'utf8')) as Partial<LockOwner>;
    return typeof pid === 'number' && typeof host === 'string' && typeof since === 'string' ? { pid, host, since } : null;
  } catch {
    return null;
  }
}

/** @throws FileLocked */
export function lockFile(file: string, now: Date): FileLock {
  mkdirSync(dirname(file), { recursive: true });
  const ownerPath = `${file}.owner`;
  const lock = new DatabaseSync(`${file}.lock`, { timeout: 0 });
  try {
    lock.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    lock.close();
    if ((error as { errcode?: number }).errcode === SQLITE_BUSY) throw new FileLocked(file, readOwner(ownerPath));
    throw error;
  }
  const owner: LockOwner = { pid: process.pid, host: hostname(), since: now.toISOString() };
  writeFileSync(ownerPath, JSON.stringify(owner));
  return {
    release() {
      if (!lock.isOpen) return;
      rmSync(ownerPath, { force: true });
      lock.close();
    },
  };
}
