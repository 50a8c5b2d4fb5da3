import { randomBytes } from 'node:crypto';
import { closeSync, fsyncSync, linkSync, mkdirSync, openSync, readFileSync, rmSync, statSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { hasCode } from '../files/fs-code.js';
import { CryptoError } from './crypto.error.js';
import { Keyring, type KeyringDocument } from './keyring.js';

export interface KeyringSource {
  /** KEYRING_FILE; null takes `keyring.json` in the data folder. */
  readonly file: string | null;
  readonly dataDir: string;
  /** True in a demo and in development only: a missing keyring in the data folder is then made. */
  readonly mayCreate: boolean;
}

/** Key ids carry their day, so that an operator sees at a glance which key is the older one. */
export function newKeyringDocument(now: Date): KeyringDocument {
  const kid = `k${now.toISOString().slice(0, 10).replaceAll('-', '')}-${randomBytes(2).toString('hex')}`;
  return {
    active: kid,
    keys: { [kid]: randomBytes(32).toString('base64') },
    indexKey: randomBytes(32).toString('base64'),
  };
}

/**
 * Written whole and durable beside its place, then linked: two processes that start at once never see half a keyring,
 * and the second one keeps the first one's keys.
 */
function createOnce(path: string, document: KeyringDocument): void {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const draft = `${path}.${randomBytes(6).toString('hex')}`;
  const handle = openSync(draft, 'wx', 0o600);
  try {
    writeSync(handle, `${JSON.stringify(document, null, 2)}\n`);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  try {
    linkSync(draft, path);
  } catch (error) {
    if (!hasCode(error, 'EEXIST')) throw error;
  } finally {
    rmSync(draft, { force: true });
  }
  const folder = openSync(dirname(path), 'r');
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}

function read(path: string): Keyring {
  // Windows has no such bits and reports 0666 for every file.
  if (process.platform !== 'win32' && (statSync(path).mode & 0o077) !== 0) {
    throw new CryptoError('keyring_permissions', `others may read ${path}: chmod 600 it`);
  }
  let document: unknown;
  try {
    document = JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    throw new CryptoError('keyring_invalid', `${path} is not JSON`);
  }
  return Keyring.parse(document);
}

/** Throws `keyring_missing`, `keyring_permissions` or `keyring_invalid`. */
export function loadKeyring(source: KeyringSource, now: Date): Keyring {
  const path = source.file ?? join(source.dataDir, 'keyring.json');
  try {
    return read(path);
  } catch (error) {
    if (!hasCode(error, 'ENOENT')) throw error;
  }
  // A file that was named and is not there is a mistake to report, not a reason to seal with fresh keys.
  if (source.file !== null || !source.mayCreate) {
    throw new CryptoError('keyring_missing', `no keyring at ${path}: set KEYRING_FILE to the file that holds the keys of this data`);
  }
  createOnce(path, newKeyringDocument(now));
  return read(path);
}
