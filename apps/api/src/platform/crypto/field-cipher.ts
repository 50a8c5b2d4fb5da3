import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { CryptoError } from './crypto.error.js';
import { Keyring } from './keyring.js';

const VERSION = 'v1';
const ALGORITHM = 'aes-256-gcm';
// NIST SP 800-38D 8.2.2: a random 96-bit IV allows 2^32 messages per key before it must be rotated.
const IV_BYTES = 12;
const TAG_BYTES = 16;
const NAME = /^[a-z][a-z0-9_]*$/;

/** Where a sealed value stands. It opens nowhere else: a value moved to another row or column fails. */
export interface FieldPlace {
  readonly table: string;
  readonly column: string;
  readonly row: string;
}

interface Envelope {
  readonly kid: string;
  readonly iv: Buffer;
  readonly text: Buffer;
  readonly tag: Buffer;
}

function aad(place: FieldPlace): Buffer {
  // Table and column hold no dot, so no two places share their bytes.
  if (!NAME.test(place.table) || !NAME.test(place.column) || place.row === '') {
    throw new TypeError(`no place for a sealed field: ${place.table}.${place.column}`);
  }
  return Buffer.from(`${place.table}.${place.column}.${place.row}`, 'utf8');
}

function decodePart(part: string): Buffer {
  const bytes = Buffer.from(part, 'base64url');
  // Buffer skips what is no base64url; only the one canonical spelling may pass.
  if (bytes.toString('base64url') !== part) throw new CryptoError('malformed', 'a sealed value is not well formed');
  return bytes;
}

function parse(envelope: string): Envelope {
  const [version, kid, iv, text, tag, ...rest] = envelope.split('.');
  if (version !== VERSION || !kid || iv === undefined || text === undefined || tag === undefined || rest.length > 0) {
    throw new CryptoError('malformed', 'a sealed value is not well formed');
  }
  const parts = { kid, iv: decodePart(iv), text: decodePart(text), tag: decodePart(tag) };
  if (parts.iv.length !== IV_BYTES || parts.tag.length !== TAG_BYTES) {
    throw new CryptoError('malformed', 'a sealed value is not well formed');
  }
  return parts;
}

/** AES-256-GCM with a given key; shared by fields (key from the keyring) and by a person's own key. */
export function sealWith(key: Buffer, kid: string, plain: string, place: FieldPlace): string {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv(ALGORITHM, key, iv, { authTagLength: TAG_BYTES });
  cipher.setAAD(aad(place));
  const text = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
  return [VERSION, kid, iv.toString('base64url'), text.toString('base64url'), cipher.getAuthTag().toString('base64url')].join('.');
}

/** Throws `malformed` or `tampered`. `keyOf` is asked for the key that the envelope names. */
export function openWith(keyOf: (kid: string) => Buffer, envelope: string, place: FieldPlace): string {
  const { kid, iv, text, tag } = parse(envelope);
  const decipher = createDecipheriv(ALGORITHM, keyOf(kid), iv, { authTagLength: TAG_BYTES });
  decipher.setAAD(aad(place));
  decipher.setAuthTag(tag);
  try {
    return Buffer.concat([decipher.update(text), decipher.final()]).toString('utf8');
  } catch {
    throw new CryptoError('tampered', `the value at ${place.table}.${place.column} of ${place.row} was altered, moved, or sealed with another key`, kid);
  }
}

/** Seals single fields as `v1.kid.iv.ciphertext.tag` (each part base64url). */
@Injectable()
export class FieldCipher {
  constructor(private readonly keyring: Keyring) {}

  get activeKid(): string {
    return this.keyring.activeKid;
  }

  seal(plain: string, place: FieldPlace): string {
    const kid = this.keyring.activeKid;
    return sealWith(this.keyring.key(kid), kid, plain, place);
  }

  /** Throws `malformed`, `unknown_key` or `tampered`; never answers half a value. */
  open(envelope: string, place: FieldPlace): string {
    return openWith((kid) => this.keyring.key(kid), envelope, place);
  }

  /** True when an older key than the active one sealed it. */
  needsReseal(envelope: string): boolean {
    return parse(envelope).kid !== this.keyring.activeKid;
  }

  reseal(envelope: string, place: FieldPlace): string {
    return this.seal(this.open(envelope, place), place);
  }
}
