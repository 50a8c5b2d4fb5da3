import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Keyring } from './keyring.js';

const DIGITS = 1_000_000;

/**
 * One-time codes that nobody has to keep: made again from the id of what they were made for. Whoever reads the whole database, its outbox included,
 * cannot tell one without the keyring.
 */
@Injectable()
export class DerivedCodes {
  private readonly key: Buffer;

  constructor(keyring: Keyring) {
    // A key of its own, so that a code says nothing of the blind index.
    this.key = Buffer.from(hkdfSync('sha256', keyring.indexKey, Buffer.alloc(0), 'kepu one-time codes v1', 32));
  }

  /** Six digits. */
  digits(id: string): string { return String(this.hmac('digits', id).readUIntBE(0, 6) % DIGITS).padStart(6, '0'); }
  /** 256 bits, for a link. */
  token(id: string): string { return this.hmac('token', id).toString('base64url'); }

  /** In a time that does not tell how much of it is right. */
  equal(one: string, other: string): boolean {
    const [a, b] = [one, other].map((text) => this.hmac('compared', text));
    return a !== undefined && b !== undefined && timingSafeEqual(a, b);
  }

  private hmac(kind: string, text: string): Buffer { return createHmac('sha256', this.key).update(`${kind}\0${text}`, 'utf8').digest(); }
}
