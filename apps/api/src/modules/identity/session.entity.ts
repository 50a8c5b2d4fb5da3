import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { digest, foreignId, id, optional, References, text, utc } from '../../platform/database/columns.js';
import { uniqueName } from '../../platform/database/naming.js';

/** A signed-in device. The token itself is with the browser only. */
@Entity('sessions')
@Index(uniqueName('sessions', ['token_hash']), ['tokenHash'], { unique: true })
@Index(['accountId'])
export class SessionEntity {
  @PrimaryColumn(id()) id!: string;
  @Column(digest()) tokenHash!: string;
  @Column(foreignId()) @References('accounts') accountId!: string;
  @Column(utc()) createdAt!: Date;
  @Column(utc()) lastSeenAt!: Date;
  @Column(utc()) expiresAt!: Date;
  @Column(optional(utc())) endedAt!: Date | null;
  @Column(optional(text(45))) ip!: string | null;
  @Column(optional(text(200))) userAgent!: string | null;
  /** See `writeProofs`. */
  @Column(text(200)) proofs!: string;
}
