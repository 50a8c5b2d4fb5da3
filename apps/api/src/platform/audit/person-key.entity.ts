import { Column, Entity, PrimaryColumn } from 'typeorm';
import { encrypted, foreignId, optional, utc } from '../database/columns.js';

/** The key under which one person's classified data stands in the audit log. To destroy it is to delete that data everywhere in the log. */
@Entity('person_keys')
export class PersonKeyEntity {
  @PrimaryColumn(foreignId()) personId!: string;
  /** The key, sealed with the keyring; null once destroyed. */
  @Column(optional(encrypted(44))) sealedKey!: string | null;
  @Column(utc()) createdAt!: Date;
  @Column(optional(utc())) destroyedAt!: Date | null;
}
