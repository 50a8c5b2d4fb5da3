import { Injectable } from '@nestjs/common';
import type { RosterColumn } from '@kepu/contracts';
import { BlindIndex } from '../../platform/crypto/blind-index.js';
import { FieldCipher } from '../../platform/crypto/field-cipher.js';
import type { RosterLine } from './roster-content.js';

/** The header of a roster, as its preview keeps it. */
export interface RosterLayout { readonly headers: readonly string[]; readonly columns: readonly (readonly [RosterColumn, number])[]; readonly others: readonly string[] }

const place = (table: string, column: string) => (row: string) => ({ table, column, row });
const layoutPlace = place('roster_imports', 'layout');
const linePlace = place('roster_rows', 'sealed');
const phonePlace = place('roster_entries', 'phone_sealed');

/** Seals and opens what rosters hold of people. */
@Injectable()
export class RosterSeals {
  constructor(private readonly cipher: FieldCipher, private readonly index: BlindIndex) {}

  /** The index of accounts, so that the two meet. */
  indexOf(phone: string): string { return this.index.of('phone', phone); }
  sealLayout(id: string, layout: RosterLayout): string { return this.cipher.seal(JSON.stringify(layout), layoutPlace(id)); }
  openLayout(id: string, sealed: string): RosterLayout { return JSON.parse(this.cipher.open(sealed, layoutPlace(id))) as RosterLayout; }
  sealLine(id: string, line: RosterLine): string { return this.cipher.seal(JSON.stringify(line), linePlace(id)); }
  openLine(id: string, sealed: string): RosterLine { return JSON.parse(this.cipher.open(sealed, linePlace(id))) as RosterLine; }
  sealPhone(id: string, phone: string): string { return this.cipher.seal(phone, phonePlace(id)); }
  openPhone(id: string, sealed: string): string { return this.cipher.open(sealed, phonePlace(id)); }
}
