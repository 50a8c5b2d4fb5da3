import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadKeyring, newKeyringDocument } from './keyring.file.js';
import { Keyring } from './keyring.js';

const now = new Date('2026-03-02T00:00:00.000Z');
let dataDir: string;

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'kepu-keyring-'));
});
afterEach(() => {
  rmSync(dataDir, { recursive: true, force: true });
});

it('makes its own keyring in a demo, readable by the owner only, and keeps it', () => {
  const first = loadKeyring({ file: null, dataDir, mayCreate: true }, now);
  const second = loadKeyring({ file: null, dataDir, mayCreate: true }, now);
  expect(second.fingerprint(second.activeKid)).toBe(first.fingerprint(first.activeKid));
  expect(second.indexFingerprint()).toBe(first.indexFingerprint());
  expect(first.activeKid).toMatch(/^k20260302-[0-9a-f]{4}$/);
  expect(statSync(join(dataDir, 'keyring.json')).mode & 0o777).toBe(0o600);
  expect(readdirSync(dataDir)).toEqual(['keyring.json']);
});

it('makes none elsewhere', () => {
  expect(() => loadKeyring({ file: null, dataDir, mayCreate: false }, now)).toThrow(/no keyring at .*KEYRING_FILE/);
  expect(() => loadKeyring({ file: join(dataDir, 'named.json'), dataDir, mayCreate: true }, now)).toThrow(/no keyring at/);
});

it('refuses a file that others may read', () => {
  const file = join(dataDir, 'k.json');
  writeFileSync(file, JSON.stringify(newKeyringDocument(now)), { mode: 0o600 });
  expect(loadKeyring({ file, dataDir, mayCreate: false }, now).kids).toHaveLength(1);
  chmodSync(file, 0o640);
  expect(() => loadKeyring({ file, dataDir, mayCreate: false }, now)).toThrow(/chmod 600/);
});

it('refuses what is no keyring, without repeating a key', () => {
  const good = newKeyringDocument(now);
  const key = good.keys[good.active] ?? '';
  const bad: unknown[] = [
    null,
    [],
    {},
    { ...good, active: 'gone' },
    { ...good, indexKey: 'short' },
    { ...good, indexKey: key },
    { ...good, keys: { [good.active]: key.slice(8) } },
    { ...good, keys: { 'a.b': key }, active: 'a.b' },
  ];
  for (const document of bad) {
    let message = '';
    try {
      Keyring.parse(document);
    } catch (error) {
      message = String(error);
    }
    expect(message).toContain('CryptoError');
    expect(message).not.toContain(key.slice(8, 30));
  }
  const file = join(dataDir, 'k.json');
  writeFileSync(file, '{"active":', { mode: 0o600 });
  expect(() => loadKeyring({ file, dataDir, mayCreate: false }, now)).toThrow(/is not JSON/);
  expect(readFileSync(file, 'utf8')).toBe('{"active":');
});
