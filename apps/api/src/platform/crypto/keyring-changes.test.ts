import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { activateKey, addKey, FieldCipher, loadKeyring, type Keyring, type KeyringDocument } from './index.js';

const now = new Date('2026-11-26T00:00:00.000Z');
const place = { table: 'accounts', column: 'phone_sealed', row: '1' };
let dataDir: string;
let file: string;
const load = (): Keyring => loadKeyring({ file: null, dataDir, mayCreate: true }, now);

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'kepu-keys-'));
  file = join(dataDir, 'keyring.json');
});
afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

it('adds a key that opens and does not seal, and seals with it when it is made active', () => {
  const first = load();
  const kid = addKey(file, now);
  expect([load().activeKid, load().kids]).toEqual([first.activeKid, [first.activeKid, kid]]);
  expect(statSync(file).mode & 0o777).toBe(0o600);
  activateKey(file, kid);
  expect(load().activeKid).toBe(kid);
  expect(() => activateKey(file, 'k-nobody')).toThrow('"k-nobody" is not in the keyring');
  expect(load().activeKid).toBe(kid);
});

it('refuses a change while another is under way, and loses none', () => {
  load();
  writeFileSync(`${file}.change`, '');
  const before = readFileSync(file, 'utf8');
  expect(() => addKey(file, now)).toThrow('another change is under way');
  expect(readFileSync(file, 'utf8')).toBe(before);
  rmSync(`${file}.change`);
  const kids = [addKey(file, now), addKey(file, now)];
  expect(load().kids).toEqual(expect.arrayContaining(kids));
});

it('opens what another process sealed with a key that this one has not read yet', () => {
  const here = load();
  here.whenUnknown(() => here.learn(load()));
  const kid = addKey(file, now);
  activateKey(file, kid);
  const elsewhere = new FieldCipher(load());
  const sealed = elsewhere.seal('13800138000', place);
  const cipher = new FieldCipher(here);
  expect(cipher.open(sealed, place)).toBe('13800138000');
  // It has learnt the key and does not seal with it before it stands in the register.
  expect(here.activeKid).not.toBe(kid);
  here.activate(kid);
  expect(cipher.needsReseal(cipher.seal('1', place))).toBe(false);
  expect(() => cipher.open(sealed.replace(kid, 'k-nobody'), place)).toThrow('"k-nobody" is not in the keyring');
});

it('never takes another key under a known id, nor another index key', () => {
  const here = load();
  const document = JSON.parse(readFileSync(file, 'utf8')) as KeyringDocument;
  const other = Buffer.alloc(32, 7).toString('base64');
  const changed = (change: Partial<KeyringDocument>): Keyring => {
    writeFileSync(file, JSON.stringify({ ...document, ...change }), { mode: 0o600 });
    return load();
  };
  expect(() => here.learn(changed({ keys: { [document.active]: other } }))).toThrow('another key stands');
  expect(() => here.learn(changed({ indexKey: other }))).toThrow('can never change');
  expect(here.fingerprint(document.active)).toBe(changed({}).fingerprint(document.active));
});
