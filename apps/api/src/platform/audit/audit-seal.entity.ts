import { Column, Entity, PrimaryColumn } from 'typeorm';
import { digest, integer, longText, utc } from '../database/columns.js';

/** A link of the chain: the rows it covers, by id and hash, and the hash of the link before. */
@Entity('audit_seals')
export class AuditSealEntity {
  /** Counts from 1 without a gap. */
  @PrimaryColumn(integer()) number!: number;
  @Column(integer()) count!: number;
  /** A line per row: id, blank, hash. */
  @Column(longText()) leaves!: string;
  /** SHA-256 of the leaves. */
  @Column(digest()) root!: string;
  @Column(digest()) previous!: string;
  @Column(digest()) hash!: string;
  @Column(utc()) at!: Date;
}
