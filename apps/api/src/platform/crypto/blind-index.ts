import { createHmac } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Keyring } from './keyring.js';

const KIND = /^[a-z][a-z0-9_]*$/;

/**
 * Finds a sealed value by equality without keeping it readable. Kinds are apart: the index of a phone says nothing about an
 * ID number with the same digits. Values must be normalised first (`normalise.ts`), or equal values will not meet.
 */
@Injectable()
export class BlindIndex {
  constructor(private readonly keyring: Keyring) {}

  /** 64 lower-case hex digits: the same under every collation. */
  of(kind: string, normalised: string): string {
    if (!KIND.test(kind)) throw new TypeError(`no kind of blind index: ${kind}`);
    if (normalised === '') throw new TypeError(`an empty ${kind} has no blind index`);
    return createHmac('sha256', this.keyring.indexKey).update(`kepu blind index v1\0${kind}\0${normalised}`, 'utf8').digest('hex');
  }
}
