import { lengths } from '@kepu/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { encrypted, foreignId, References } from '../../platform/database/columns.js';

/** The whole name of a minor. The account bears the surname alone, so that no list, log or search can give away more. */
@Entity('sealed_names')
export class SealedNameEntity {
  @PrimaryColumn(foreignId()) @References('accounts') accountId!: string;
  @Column(encrypted(lengths.personName)) nameSealed!: string;
}
