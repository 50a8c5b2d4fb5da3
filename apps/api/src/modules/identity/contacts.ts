import { Injectable } from '@nestjs/common';
import { BlindIndex } from '../../platform/crypto/blind-index.js';
import { FieldCipher, type FieldPlace } from '../../platform/crypto/field-cipher.js';
import { normaliseEmail, normaliseIdentifier, normalisePhone } from '../../platform/crypto/normalise.js';
import { Refusal } from '../../platform/errors/refusal.js';
import type { AccountEntity } from './account.entity.js';

/** Where a message goes: in one spelling, with the index that finds it. */
export interface Address { readonly channel: 'sms' | 'email'; readonly value: string; readonly index: string }
type Sealed = Pick<AccountEntity, 'emailSealed' | 'emailIndex' | 'phoneSealed' | 'phoneIndex'>;

/** A number or address that belongs to no account yet, sealed for the place where it will stand. The index is that of accounts, so that the two meet. */
export interface LooseContact { readonly contactKind: 'phone' | 'email'; readonly contactSealed: string; readonly contactIndex: string }

/** Tables whose rows hold the contact of somebody without an account. */
type LooseTable = 'invitations' | 'unit_applications' | 'complaints' | 'orders';

const badField = (field: 'email' | 'phone') =>
  new Refusal('input.invalid', { params: { count: 1 }, fields: [{ path: `body.${field}`, code: field === 'email' ? 'bad_email' : 'bad_format' }] });

/** `o***@demo.kepu`: enough to recognise one's own, not enough to write to. */
export const maskEmail = (email: string): string => email.replace(/^(.)[^@]*/u, '$1***');
/** `138****0001`. */
export const maskPhone = (phone: string): string => {
  const plain = phone.replace(/^\+86/, '');
  return plain.length < 7 ? '***' : `${plain.slice(0, 3)}****${plain.slice(-4)}`;
};

const loosePlace = (table: LooseTable, row: string): FieldPlace => ({ table, column: 'contact_sealed', row });

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

  /** Errors: `input.invalid` at `body.contact` for what is neither number nor address. */
  sealLoose(given: string, table: LooseTable, row: string): LooseContact {
    const found = this.indexOf(given);
    return { contactKind: found.kind, contactIndex: found.index, contactSealed: this.cipher.seal(found.value, loosePlace(table, row)) };
  }

  /** In the clear: for whoever the caller has proved to be allowed. */
  openLoose({ contactSealed }: Pick<LooseContact, 'contactSealed'>, table: LooseTable, row: string): string { return this.cipher.open(contactSealed, loosePlace(table, row)); }

  maskLoose(contact: Pick<LooseContact, 'contactKind' | 'contactSealed'>, table: LooseTable, row: string): string {
    const value = this.openLoose(contact, table, row);
    return contact.contactKind === 'phone' ? maskPhone(value) : maskEmail(value);
  }

  /** Errors: `input.invalid` at `body.contact`. */
  indexOf(given: string): { kind: 'phone' | 'email'; value: string; index: string } {
    const found = normaliseIdentifier(given);
    if (!found || found.kind === 'name') throw new Refusal('input.invalid', { params: { count: 1 }, fields: [{ path: 'body.contact', code: 'bad_contact' }] });
    return { kind: found.kind, value: found.value, index: this.index.of(found.kind, found.value) };
  }

  /** One of them whole: for the person, and for whom a reveal was logged. */
  open(account: Pick<AccountEntity, 'id' | 'emailSealed' | 'phoneSealed'>, field: 'email' | 'phone'): string | null {
    const sealed = field === 'email' ? account.emailSealed : account.phoneSealed;
    return sealed && this.cipher.open(sealed, { table: 'accounts', column: `${field}_sealed`, row: account.id });
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
    const [email, phone] = [this.open(account, 'email'), this.open(account, 'phone')];
    return { email: email && maskEmail(email), phone: phone && maskPhone(phone) };
  }
}
