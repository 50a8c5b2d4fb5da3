import { Column, Entity, PrimaryColumn } from 'typeorm';
import { encrypted, foreignId, References, utc } from '../../platform/database/columns.js';

/** When a guardian was born who is no volunteer: stated once, of age on that day. Nothing is found by it, so it stands sealed. */
@Entity('guardian_ages')
export class GuardianAgeEntity {
  @PrimaryColumn(foreignId()) @References('accounts') accountId!: string;
  @Column(encrypted(10)) bornOnSealed!: string;
  @Column(utc()) statedAt!: Date;
}
