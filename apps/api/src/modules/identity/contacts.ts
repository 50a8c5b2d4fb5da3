import { Injectable } from '@nestjs/common';
import { BlindIndex } from '../../platform/crypto/blind-index.js';
import { FieldCipher } from '../../platform/crypto/field-cipher.js';
import { normaliseEmail, normaliseIdentifier, normalisePhone } from '../../platform/crypto/normalise.js';
import { Refusal } from '../../platform/errors/refusal.js';
import type { AccountEntity } from './account.entity.js';

/** Where a message goes: in one spelling, with the index that finds it. */
export interface Address { readonly channel: 'sms' | 'email'; readonly value: string; readonly index: string }
type Sealed = Pick<AccountEntity, 'emailSealed' | 'emailIndex' | 'phoneSealed' | 'phoneIndex'>;

const badField = (field: 'email' | 'phone') =>
  new Refusal('input.invalid', { params: { count: 1 }, fields: [{ path: `body.${field}`, code: field === 'email' ? 'bad_email' : 'bad_format' }] });

/** `o***@demo.kepu`: enough to recognise one's own, not enough to write to. */
export const maskEmail = (email: string): string => email.replace(/^(.)[^@]*/u, '$1***');
/** `138****0001`. */
export const maskPhone = (phone: string): string => {
  const plain = phone.replace(/^\+86/, '');
  return plain.length < 7 ? '***' : `${plain.slice(0, 3)}****${plain.slice(-4)}`;
};

/** Seals, finds and masks the contact data of accounts: the one place that sees them in the clear. */
@Injectable()
export class Contacts {
  constructor(private readonly cipher: FieldCipher, private readonly index: BlindIndex) {}

  /** Errors: `input.invalid` for what is no address or number. */
  seal(accountId: string, given: { email?: string; phone?: string }): Partial<Sealed> {
    const sealed: Partial<Sealed> = {};
    if (given.email !== undefined) {
      const email = normaliseEmail(given.email);
      if (!email) throw badField('email');
      Object.assign(sealed, { emailSealed: this.cipher.seal(email, { table: 'accounts', column: 'email_sealed', row: accountId }), emailIndex: this.index.of('email', email) });
    }
    if (given.phone !== undefined) {
      const phone = normalisePhone(given.phone);
      if (!phone) throw badField('phone');
      Object.assign(sealed, { phoneSealed: this.cipher.seal(phone, { table: 'accounts', column: 'phone_sealed', row: accountId }), phoneIndex: this.index.of('phone', phone) });
    }
    return sealed;
  }

  /** Where to look for an identifier, or null when it is neither an address nor a number. */
  lookup(identifier: string): { column: 'emailIndex' | 'phoneIndex'; value: string } | null {
    const found = normaliseIdentifier(identifier);
    if (found?.kind === 'email') return { column: 'emailIndex', value: this.index.of('email', found.value) };
    if (found?.kind === 'phone') return { column: 'phoneIndex', value: this.index.of('phone', found.value) };
    return null;
  }

  /** Errors: `input.invalid` for what is no address or number. */
  addressOf({ phone, email }: { readonly phone?: string; readonly email?: string }): Address {
    const value = email === undefined ? normalisePhone(phone ?? '') : normaliseEmail(email);
    if (!value) throw badField(email === undefined ? 'phone' : 'email');
    return email === undefined ? { channel: 'sms', value, index: this.index.of('phone', value) } : { channel: 'email', value, index: this.index.of('email', value) };
  }

  /** The own phone or address for mail; null where there is none. */
  ownAddress(account: Pick<AccountEntity, 'id' | 'emailSealed' | 'emailIndex' | 'phoneSealed' | 'phoneIndex'>, channel: Address['channel']): Address | null {
    const [column, sealed, index] = channel === 'sms' ? ['phone_sealed', account.phoneSealed, account.phoneIndex] : ['email_sealed', account.emailSealed, account.emailIndex];
    return sealed && index ? { channel, value: this.cipher.open(sealed, { table: 'accounts', column, row: account.id }), index } : null;
  }

  masked(account: Pick<AccountEntity, 'id' | 'emailSealed' | 'phoneSealed'>): { email: string | null; phone: string | null } {
    const open = (column: 'email_sealed' | 'phone_sealed', sealed: string | null) => sealed && this.cipher.open(sealed, { table: 'accounts', column, row: account.id });
    const email = open('email_sealed', account.emailSealed);
    const phone = open('phone_sealed', account.phoneSealed);
    return { email: email && maskEmail(email), phone: phone && maskPhone(phone) };
  }
}
