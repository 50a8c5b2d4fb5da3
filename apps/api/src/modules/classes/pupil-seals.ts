import { Injectable } from '@nestjs/common';
import type { pupilInput } from '@kepu/contracts';
import type { z } from 'zod';
import { BlindIndex, FieldCipher } from '../../platform/crypto/index.js';
import { Contacts } from '../identity/index.js';
import type { SlipGuardian } from '../guardians/index.js';
import type { PupilEntity } from './pupil-class.entity.js';
import type { PupilRow } from './pupils.repository.js';

const place = (column: 'name_sealed' | 'guardian_name_sealed' | 'guardian_phone_sealed', row: string) => ({ table: 'pupils', column, row }) as const;

/** What a teacher writes of a pupil before the slip is signed: sealed, and found by nobody. */
@Injectable()
export class PupilSeals {
  constructor(private readonly cipher: FieldCipher, private readonly index: BlindIndex, private readonly contacts: Contacts) {}

  /** Errors: `input.invalid` for what is no number. */
  seal(id: string, classId: string, { name, bornOn, guardianName, guardianPhone, relation }: z.output<typeof pupilInput>): Pick<PupilEntity, 'activeKey' | 'nameSealed' | 'bornOn' | 'guardianNameSealed' | 'guardianPhoneSealed' | 'relation'> {
    return {
      activeKey: this.index.of('pupil', JSON.stringify([classId, name, bornOn])), nameSealed: this.cipher.seal(name, place('name_sealed', id)), bornOn, guardianNameSealed: this.cipher.seal(guardianName, place('guardian_name_sealed', id)),
      guardianPhoneSealed: this.cipher.seal(this.contacts.addressOf({ phone: guardianPhone }).value, place('guardian_phone_sealed', id)), relation,
    };
  }

  nameOf({ id, nameSealed }: Pick<PupilRow, 'id' | 'nameSealed'>): string { return nameSealed === null ? '' : this.cipher.open(nameSealed, place('name_sealed', id)); }
  guardianOf({ id, guardianNameSealed, guardianPhoneSealed, relation }: PupilRow): SlipGuardian | null {
    if (guardianNameSealed === null || guardianPhoneSealed === null) return null;
    return { name: this.cipher.open(guardianNameSealed, place('guardian_name_sealed', id)), phone: this.cipher.open(guardianPhoneSealed, place('guardian_phone_sealed', id)), relation };
  }
}

/** What goes when a slip has made a volunteer of a pupil. */
export const unwritten = { nameSealed: null, bornOn: null, guardianNameSealed: null, guardianPhoneSealed: null } as const;
