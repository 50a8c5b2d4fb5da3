import { Injectable } from '@nestjs/common';
import type { OwnGuardian } from '@kepu/contracts';
import { FieldCipher } from '../../platform/crypto/index.js';
import { fromDbTime } from '../../platform/database/index.js';
import { Contacts, maskPhone } from '../identity/index.js';
import type { GuardianLinkEntity } from './guardian-link.entity.js';
import type { LinkRow } from './guardian-links.repository.js';

type Written = Pick<GuardianLinkEntity, 'nameSealed' | 'phoneSealed' | 'phoneIndex'>;
const place = (column: 'name_sealed' | 'phone_sealed', row: string) => ({ table: 'guardian_links', column, row }) as const;

/** How a guardian stands, by the times. */
export const guardianStateOf = (link: Pick<LinkRow, 'confirmedAt' | 'declinedAt' | 'endedAt' | 'expiresAt'>, now: Date): OwnGuardian['state'] => {
  if (link.endedAt !== null) return 'ended';
  if (link.confirmedAt !== null) return 'linked';
  if (link.declinedAt !== null) return 'declined';
  return link.expiresAt !== null && Date.parse(fromDbTime(link.expiresAt)) <= now.getTime() ? 'expired' : 'asked';
};

/** What a child has written of its guardian: sealed until the guardian has said yes or no. */
@Injectable()
export class GuardianPapers {
  constructor(private readonly cipher: FieldCipher, private readonly contacts: Contacts) {}

  /** Errors: `input.invalid` at `body.phone`. */
  seal(linkId: string, { name, phone }: { readonly name: string; readonly phone: string }): Written {
    const { value, index } = this.contacts.addressOf({ phone });
    return { nameSealed: this.cipher.seal(name, place('name_sealed', linkId)), phoneSealed: this.cipher.seal(value, place('phone_sealed', linkId)), phoneIndex: index };
  }

  nameOf({ id, nameSealed }: Pick<LinkRow, 'id' | 'nameSealed'>): string | null { return nameSealed === null ? null : this.cipher.open(nameSealed, place('name_sealed', id)); }
  /** Whole, for whom the caller has proved to be allowed. */
  phoneOf({ id, phoneSealed }: Pick<LinkRow, 'id' | 'phoneSealed'>): string | null { return phoneSealed === null ? null : this.cipher.open(phoneSealed, place('phone_sealed', id)); }
  maskedPhoneOf(link: Pick<LinkRow, 'id' | 'phoneSealed'>): string | null {
    const phone = this.phoneOf(link);
    return phone === null ? null : maskPhone(phone);
  }
}
