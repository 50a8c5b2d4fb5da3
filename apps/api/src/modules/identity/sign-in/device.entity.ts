import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { digest, foreignId, id, optional, References, text, utc } from '../../../platform/database/columns.js';
import { uniqueName } from '../../../platform/database/naming.js';

/** A device that stands for the second proof. Its token is with the browser only. */
@Entity('remembered_devices')
@Index(uniqueName('remembered_devices', ['token_hash']), ['tokenHash'], { unique: true })
@Index(['accountId'])
export class DeviceEntity {
  @PrimaryColumn(id()) id!: string;
  @Column(digest()) tokenHash!: string;
  @Column(foreignId()) @References('accounts') accountId!: string;
  @Column(utc()) createdAt!: Date;
  @Column(utc()) lastUsedAt!: Date;
  @Column(utc()) expiresAt!: Date;
  @Column(optional(utc())) endedAt!: Date | null;
  @Column(optional(text(45))) ip!: string | null;
  @Column(optional(text(200))) userAgent!: string | null;
}
