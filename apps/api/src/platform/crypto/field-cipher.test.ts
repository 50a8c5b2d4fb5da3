import { createDecipheriv } from 'node:crypto';
import fc from 'fast-check';
import { BlindIndex } from './blind-index.js';
import { CryptoError } from './crypto.error.js';
import { FieldCipher } from './field-cipher.js';
import { Keyring } from './keyring.js';

const bytes = (fill: number): string => Buffer.alloc(32, fill).toString('base64');
const indexKey = bytes(9);
const keyring = Keyring.parse({ active: 'k1', keys: { k1: bytes(1) }, indexKey });
const cipher = new FieldCipher(keyring);
const place = { table: 'person', column: 'phone', row: '0190d0c0-0000-7000-8000-000000000001' };

function codeOf(action: () => unknown): string {
  try {
    action();
  } catch (error) {
    if (error instanceof CryptoError) return error.code;
    throw error;
  }
  return 'none';
}

describe('FieldCipher', () => {
  it('opens a value sealed by an independent implementation (Python cryptography, AES-256-GCM)', () => {
    const foreign = 'v1.k1.AAECAwQFBgcICQoL.kJ6jFxPGNknPWd_0EFnoRRZvjr1r.E2OsL9i-j0FG-CzlGnKvhA';
    expect(cipher.open(foreign, place)).toBe('+8613800138000 温州');
  });

  it('writes what a plain AES-256-GCM reader can read, bound to its place', () => {
    const [, , iv, text, tag] = cipher.seal('温州', place).split('.').map((part) => Buffer.from(part, 'base64url'));
    if (!iv || !text || !tag) throw new Error('parts missing');
    const reader = createDecipheriv('aes-256-gcm', Buffer.alloc(32, 1), iv);
    reader.setAAD(Buffer.from('person.phone.0190d0c0-0000-7000-8000-000000000001'));
    reader.setAuthTag(tag);
    expect(Buffer.concat([reader.update(text), reader.final()]).toString()).toBe('温州');
  });

  it('gives back any text, and never the same envelope twice', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ minLength: 1 }), (plain, row) => {
        const there = { ...place, row };
        const sealed = cipher.seal(plain, there);
        expect(cipher.open(sealed, there)).toBe(plain);
        expect(cipher.seal(plain, there)).not.toBe(sealed);
        if (plain.length > 4) expect(sealed).not.toContain(plain);
      }),
    );
  });

  it.each([
    ['table', { ...place, table: 'guardian' }],
    ['column', { ...place, column: 'email' }],
    ['row', { ...place, row: '0190d0c0-0000-7000-8000-000000000002' }],
  ])('refuses a value moved to another %s', (_, elsewhere) => {
    expect(codeOf(() => cipher.open(cipher.seal('x', place), elsewhere))).toBe('tampered');
  });

  it('refuses every single changed character', () => {
    const sealed = cipher.seal('13800138000', place);
    for (let at = 0; at < sealed.length; at += 1) {
      const other = sealed[at] === 'A' ? 'B' : 'A';
      const altered = sealed.slice(0, at) + other + sealed.slice(at + 1);
      expect(['tampered', 'malformed', 'unknown_key']).toContain(codeOf(() => cipher.open(altered, place)));
    }
  });

  it('refuses a shortened tag, which plain GCM would take', () => {
    const parts = cipher.seal('x', place).split('.');
    parts[4] = Buffer.from(parts[4] ?? '', 'base64url').subarray(0, 4).toString('base64url');
    expect(codeOf(() => cipher.open(parts.join('.'), place))).toBe('malformed');
  });

  it('refuses anything else without falling over', () => {
    fc.assert(fc.property(fc.string(), (junk) => expect(['malformed', 'unknown_key', 'tampered']).toContain(codeOf(() => cipher.open(junk, place)))));
  });

  it('opens old keys, asks to reseal them, and names a key that is gone', () => {
    const old = cipher.seal('value', place);
    const rotated = new FieldCipher(Keyring.parse({ active: 'k2', keys: { k1: bytes(1), k2: bytes(2) }, indexKey }));
    expect(rotated.open(old, place)).toBe('value');
    expect(rotated.needsReseal(old)).toBe(true);
    const fresh = rotated.reseal(old, place);
    expect(rotated.needsReseal(fresh)).toBe(false);
    const without = new FieldCipher(Keyring.parse({ active: 'k2', keys: { k2: bytes(2) }, indexKey }));
    expect(without.open(fresh, place)).toBe('value');
    expect(() => without.open(old, place)).toThrow('key "k1" is not in the keyring');
  });

  it('puts neither key nor plain value into an error', () => {
    const sealed = cipher.seal('13800138000', place);
    const wrong = new FieldCipher(Keyring.parse({ active: 'k1', keys: { k1: bytes(3) }, indexKey }));
    let message = '';
    try {
      wrong.open(sealed, place);
    } catch (error) {
      message = String(error);
    }
    expect(message).toContain('person.phone');
    expect(message).not.toContain('13800138000');
    expect(message).not.toContain(bytes(3));
  });
});

describe('BlindIndex', () => {
  const index = new BlindIndex(keyring);

  it('equals HMAC-SHA256 of kind and value (vector from Python hmac)', () => {
    expect(index.of('phone', '+8613800138000')).toBe('1d1434558fb4800c2d409a27f917f5e311a53e6ac7d1bd9ec656bb89b3f77e3b');
  });

  it('keeps kinds and values apart, and keys too', () => {
    const other = new BlindIndex(Keyring.parse({ active: 'k1', keys: { k1: bytes(1) }, indexKey: bytes(8) }));
    const value = '+8613800138000';
    expect(index.of('email', value)).not.toBe(index.of('phone', value));
    expect(other.of('phone', value)).not.toBe(index.of('phone', value));
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), fc.string({ minLength: 1 }), (one, two) => {
        expect(index.of('phone', one) === index.of('phone', two)).toBe(one === two);
      }),
    );
  });

  it('has no index for an empty value or an unknown kind', () => {
    expect(() => index.of('phone', '')).toThrow(TypeError);
    expect(() => index.of('Phone.x', 'a')).toThrow(TypeError);
  });
});
