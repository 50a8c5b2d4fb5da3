import { Injectable } from '@nestjs/common';
import type { Registration } from '@kepu/contracts';
import { maskedIdentityNumber } from '@kepu/domain';
import { FieldCipher } from '../../platform/crypto/index.js';
import { RealNamesRepository } from './real-names.repository.js';

/** Where a number stands. */
export const numberPlace = (row: string) => ({ table: 'real_names', column: 'number_sealed', row }) as const;

/** Numbers as they are shown: by their end, to whoever it is. */
@Injectable()
export class RealNameViews {
  constructor(private readonly rows: RealNamesRepository, private readonly cipher: FieldCipher) {}

  async of(id: string): Promise<Registration['realName']> {
    const row = await this.rows.find(id);
    if (!row) return { given: false, kind: null, masked: null, givenAt: null, byStaff: false };
    return { given: true, kind: row.kind, masked: maskedIdentityNumber(this.cipher.open(row.numberSealed, numberPlace(id))), givenAt: row.givenAt.toISOString(), byStaff: row.givenBy !== null };
  }
}
