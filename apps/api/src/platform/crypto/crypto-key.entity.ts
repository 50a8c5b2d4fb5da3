import { Column, Entity, PrimaryColumn } from 'typeorm';
import { code, digest, utc } from '../database/columns.js';

/** A key under which this database holds data, by its fingerprint: what makes a forgotten or exchanged keyring seen at the start and not at the first read. */
@Entity('crypto_keys')
export class CryptoKeyEntity {
  /** The key id, or `index` for the blind index. */
  @PrimaryColumn(code(40)) kid!: string;
  @Column(digest()) fingerprint!: string;
  @Column(utc()) firstUsedAt!: Date;
}
