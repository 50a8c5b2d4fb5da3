import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { code, digest, id, integer, longText, optional, text, utc } from '../database/columns.js';

/** One change by somebody. Written once; only `seal` is set later, and nothing that proves anything depends on it. */
@Entity('audit_entries')
@Index(['seal', 'id'])
@Index(['subjectKind', 'subjectId', 'id'])
@Index(['actorId', 'id'])
export class AuditEntryEntity {
  @PrimaryColumn(id()) id!: string;
  @Column(utc()) at!: Date;
  @Column(code()) actorKind!: string;
  @Column(optional(id())) actorId!: string | null;
  @Column(optional(text(45))) actorIp!: string | null;
  @Column(code(80)) action!: string;
  @Column(code(60)) subjectKind!: string;
  @Column(id()) subjectId!: string;
  /** Canonical JSON, hashed as it stands. */
  @Column(optional(longText())) before!: string | null;
  @Column(optional(longText())) after!: string | null;
  /** Whose key seals the classified fields, and the ciphertext of both sides. */
  @Column(optional(id())) classifiedPersonId!: string | null;
  @Column(optional(longText())) classified!: string | null;
  @Column(digest()) hash!: string;
  @Column(optional(integer())) seal!: number | null;
}
