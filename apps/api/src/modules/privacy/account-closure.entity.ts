import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { day, flag, foreignId, optional, References, utc } from '../../platform/database/columns.js';

/** An account that its owner closed, and how long the name stays with the records. */
@Entity('account_closures')
@Index(['nameUntil'])
export class AccountClosureEntity {
  @PrimaryColumn(foreignId()) @References('accounts') personId!: string;
  @Column(utc()) closedAt!: Date;
  /** Whether the password was entered; else the session had just begun. */
  @Column(flag()) byPassword!: boolean;
  /** The day after which the name goes; null where it went at once, or has gone. */
  @Column(optional(day())) nameUntil!: string | null;
}
