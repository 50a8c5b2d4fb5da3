import { Injectable } from '@nestjs/common';
import { DerivedCodes } from '../../../platform/crypto/index.js';

const MINUTE_MS = 60_000;
/** A link answers kindly for a week after the start: whoever opens it late is told so, and not that it is unknown. */
const KEPT_MS = 7 * 24 * 60 * MINUTE_MS;
const shape = /^([\w-]{22})\.([0-9a-z]{4,9})\.([\w-]{43})$/;

const packed = (id: string): string => Buffer.from(id.replaceAll('-', ''), 'hex').toString('base64url');
const unpacked = (text: string): string => Buffer.from(text, 'base64url').toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');

/** Links that answer without signing in: id, end and a signature by a key of the house. Nothing is kept of them. */
@Injectable()
export class InvitationTokens {
  constructor(private readonly codes: DerivedCodes) {}

  make(id: string, startsAt: string): string {
    const end = Math.ceil((Date.parse(startsAt) + KEPT_MS) / MINUTE_MS).toString(36);
    return `${packed(id)}.${end}.${this.sign(id, end)}`;
  }

  /** The invitation's id; null for what we have not signed, or whose time is over. */
  open(token: string, now: Date): string | null {
    const [, text = '', end = '', given = ''] = shape.exec(token) ?? [];
    const id = unpacked(text);
    // The signature is looked at first, and in equal time: an end that somebody else wrote says nothing.
    if (!this.codes.equal(given, this.sign(id, end))) return null;
    return Number.parseInt(end, 36) * MINUTE_MS > now.getTime() ? id : null;
  }

  private sign(id: string, end: string): string { return this.codes.token(`place-invitation ${id} ${end}`); }
}

/** Where a link leads. */
export const linkOf = (token: string): string => `/invitations/${token}`;
