import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { code, digest, integer, json, optional, utc } from '../database/columns.js';

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
  @Column(optional(json())) answer!: unknown;
  @Column(utc()) createdAt!: Date;
}
