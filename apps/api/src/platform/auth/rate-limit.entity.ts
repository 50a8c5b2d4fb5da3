import { Column, Entity, PrimaryColumn } from 'typeorm';
import { digest, integer, utc } from '../database/columns.js';

/** How often something was tried in the current window. In the database, so that the limit holds across processes. */
@Entity('rate_limits')
export class RateLimitEntity {
  /** Digest of what is counted: an account, a network. */
  @PrimaryColumn(digest()) id!: string;
  @Column(utc()) windowEndsAt!: Date;
  @Column(integer()) points!: number;
}
