import { lengths } from '@kepu/contracts';
import type { MinorBand } from '@kepu/domain';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { foreignId, id, integer, json, optional, References, text, utc } from '../../platform/database/columns.js';
import { uniqueName } from '../../platform/database/naming.js';

/** A version of what holds for minors. The newest holds. */
@Entity('minor_policies')
@Index(uniqueName('minor_policies', ['number']), ['number'], { unique: true })
export class MinorPolicyEntity {
  @PrimaryColumn(id()) id!: string;
  @Column(integer()) number!: number;
  @Column(json()) bands!: readonly MinorBand[];
  @Column(text(lengths.note)) note!: string;
  @Column(utc()) createdAt!: Date;
  @Column(optional(foreignId())) @References('accounts') createdBy!: string | null;
}
