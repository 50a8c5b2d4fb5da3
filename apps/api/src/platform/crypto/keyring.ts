import { createHmac } from 'node:crypto';
import { CryptoError } from './crypto.error.js';

const KEY_BYTES = 32;
const KID = /^[A-Za-z0-9_-]{1,32}$/;

/** A keyring as it stands in its file; keys are 32 bytes in base64. */
export interface KeyringDocument {
  readonly active: string;
  readonly keys: Readonly<Record<string, string>>;
  readonly indexKey: string;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function decodeKey(name: string, encoded: unknown): Buffer {
  const bytes = typeof encoded === 'string' ? Buffer.from(encoded, 'base64') : Buffer.alloc(0);
  if (bytes.length !== KEY_BYTES) throw new CryptoError('keyring_invalid', `key "${name}" of the keyring is not ${KEY_BYTES} bytes in base64`);
  return bytes;
}

interface Ring {
  readonly activeKid: string;
  readonly keys: ReadonlyMap<string, Buffer>;
  readonly indexKey: Buffer;
}

/**
 * The versioned keys of this installation: one active key seals, every key listed opens, the index key never changes. One object for the life of the
 * process: it learns keys and changes the active one while requests run, and forgets none.
 */
export class Keyring {
  private lookForMore: (() => void) | null = null;

  private constructor(private ring: Ring) {}

  /** Throws `keyring_invalid`, never repeating key material in the message. */
  static parse(document: unknown): Keyring {
    if (!isRecord(document) || typeof document.active !== 'string' || !isRecord(document.keys)) {
      throw new CryptoError('keyring_invalid', 'the keyring needs "active", "keys" and "indexKey"');
    }
    const keys = new Map<string, Buffer>();
    for (const [kid, encoded] of Object.entries(document.keys)) {
      if (!KID.test(kid)) throw new CryptoError('keyring_invalid', `key id "${kid}" may hold letters, digits, - and _ only`);
      keys.set(kid, decodeKey(kid, encoded));
    }
    if (!keys.has(document.active)) {
      throw new CryptoError('keyring_invalid', `the active key "${document.active}" is not among the keys`);
    }
    const indexKey = decodeKey('indexKey', document.indexKey);
    // An index made with an encryption key would hand out an oracle on that key.
    for (const [kid, key] of keys) {
      if (key.equals(indexKey)) throw new CryptoError('keyring_invalid', `indexKey must differ from key "${kid}"`);
    }
    return new Keyring({ activeKid: document.active, keys, indexKey });
  }

  get activeKid(): string {
    return this.ring.activeKid;
  }

  get indexKey(): Buffer {
    return this.ring.indexKey;
  }

  get kids(): string[] {
    return [...this.ring.keys.keys()];
  }

  has(kid: string): boolean {
    return this.ring.keys.has(kid);
  }

  /** Throws `unknown_key`, naming the key id. */
  key(kid: string): Buffer {
    if (!this.ring.keys.has(kid)) this.lookForMore?.();
    const key = this.ring.keys.get(kid);
    if (!key) throw new CryptoError('unknown_key', `key "${kid}" is not in the keyring`, kid);
    return key;
  }

  /** `look` is called when a key is asked for that is not here: another process may seal with one that was added a moment ago. */
  whenUnknown(look: () => void): void {
    this.lookForMore = look;
  }

  /** Takes in the keys of `other`, for opening. Throws `wrong_key` where it holds another key under a known id, or another index key. */
  learn(other: Keyring): void {
    if (!other.indexKey.equals(this.indexKey)) throw new CryptoError('wrong_key', 'the index key of the keyring has changed, and can never change');
    for (const [kid, key] of other.ring.keys) {
      if (this.ring.keys.get(kid)?.equals(key) === false) throw new CryptoError('wrong_key', `another key stands in the keyring under the id "${kid}"`, kid);
    }
    this.ring = { ...this.ring, keys: new Map([...this.ring.keys, ...other.ring.keys]) };
  }

  /** Seals with this key from now on. Throws `unknown_key`. */
  activate(kid: string): void {
    this.key(kid);
    this.ring = { ...this.ring, activeKid: kid };
  }

  /** A public digest that recognises a key again without telling anything about it. */
  fingerprint(kid: string): string {
    return fingerprintOf(this.key(kid));
  }

  indexFingerprint(): string {
    return fingerprintOf(this.indexKey);
  }
}

function fingerprintOf(key: Buffer): string {
  return createHmac('sha256', key).update('kepu key fingerprint v1').digest('hex').slice(0, 32);
}
