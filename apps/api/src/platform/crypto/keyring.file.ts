import { randomBytes } from 'node:crypto';
import { closeSync, fsyncSync, linkSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, statSync, writeSync } from 'node:fs';
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

const newKey = (): string => randomBytes(32).toString('base64');
/** Key ids carry their day, so that an operator sees at a glance which key is the older one. */
const newKid = (now: Date): string => `k${now.toISOString().slice(0, 10).replaceAll('-', '')}-${randomBytes(2).toString('hex')}`;

export function newKeyringDocument(now: Date): KeyringDocument {
  const kid = newKid(now);
  return { active: kid, keys: { [kid]: newKey() }, indexKey: newKey() };
}

/** Adds a key that opens and does not seal yet, and answers its id: every process is to know it before one seals with it. */
export function addKey(path: string, now: Date): string {
  const kid = newKid(now);
  replaceKeyring(path, (document) => {
    if (kid in document.keys) throw new CryptoError('keyring_invalid', `key "${kid}" is there already: try again`, kid);
    return { ...document, keys: { ...document.keys, [kid]: newKey() } };
  });
  return kid;
}

/** Has every process seal with this key, a few seconds from now. Throws `unknown_key`. */
export function activateKey(path: string, kid: string): void {
  replaceKeyring(path, (document) => {
    if (!Object.hasOwn(document.keys, kid)) throw new CryptoError('unknown_key', `key "${kid}" is not in the keyring`, kid);
    return { ...document, active: kid };
  });
}

/** Where the keyring of this process stands. */
export const keyringPath = (source: KeyringSource): string => source.file ?? join(source.dataDir, 'keyring.json');

/** Makes the file, which must not be there, for the owner alone; on the disk when this returns. */
function writeDurably(path: string, contents: () => KeyringDocument): void {
  const handle = openSync(path, 'wx', 0o600);
  try {
    writeSync(handle, `${JSON.stringify(contents(), null, 2)}\n`);
    fsyncSync(handle);
  } catch (error) {
    rmSync(path, { force: true });
    throw error;
  } finally {
    closeSync(handle);
  }
}

function syncFolderOf(path: string): void {
  const folder = openSync(dirname(path), 'r');
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}

/**
 * Written whole and durable beside its place, then linked: two processes that start at once never see half a keyring,
 * and the second one keeps the first one's keys.
 */
function createOnce(path: string, document: KeyringDocument): void {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const draft = `${path}.${randomBytes(6).toString('hex')}`;
  writeDurably(draft, () => document);
  try {
    linkSync(draft, path);
  } catch (error) {
    if (!hasCode(error, 'EEXIST')) throw error;
  } finally {
    rmSync(draft, { force: true });
  }
  syncFolderOf(path);
}

/** The document behind a file, proved to be a keyring. Throws what `loadKeyring` throws. */
export function readKeyringDocument(path: string): KeyringDocument {
  read(path);
  return JSON.parse(readFileSync(path, 'utf8')) as KeyringDocument;
}

/**
 * Puts a changed keyring in the place of the present one: whoever reads meanwhile gets the one or the other, whole. The draft has one name, so that of two
 * changes at once the second is refused and cannot undo the first.
 */
export function replaceKeyring(path: string, change: (document: KeyringDocument) => KeyringDocument): void {
  const draft = `${path}.change`;
  try {
    // Read after the draft is taken: what another change has written by then is in it.
    writeDurably(draft, () => change(readKeyringDocument(path)));
  } catch (error) {
    if (hasCode(error, 'EEXIST')) throw new CryptoError('keyring_invalid', `${draft} is there: another change is under way, or was broken off; then delete it`);
    throw error;
  }
  try {
    read(draft);
    renameSync(draft, path);
  } finally {
    rmSync(draft, { force: true });
  }
  syncFolderOf(path);
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
  const path = keyringPath(source);
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
