import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { code, digest, integer, longText, optional, utc } from '../database/columns.js';

/** A write that a client may repeat: who asked what under which key, and what was answered. */
@Entity('idempotency_keys')
@Index(['createdAt'])
export class IdempotencyKeyEntity {
  /** Digest of actor, route and key. */
  @PrimaryColumn(digest()) id!: string;
  /** Digest of the request. */
  @Column(digest()) request!: string;
  @Column(code()) state!: 'running' | 'done';
  @Column(optional(integer())) status!: number | null;
  /** JSON of the answer. */
  @Column(optional(longText())) answer!: string | null;
  @Column(utc()) createdAt!: Date;
}
