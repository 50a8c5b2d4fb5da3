import type { ConsentKind, ConsentMethod } from '@kepu/contracts';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { code, digest, foreignId, id, longText, optional, References, utc } from '../../../platform/database/columns.js';
import { uniqueName } from '../../../platform/database/naming.js';

/** A text that people agreed to, as it read. Never changed: another wording is another row. */
@Entity('consent_texts')
@Index(uniqueName('consent_texts', ['kind', 'hash']), ['kind', 'hash'], { unique: true })
export class ConsentTextEntity {
  @PrimaryColumn(id()) id!: string;
  @Column(code()) kind!: ConsentKind;
  @Column(code()) version!: string;
  /** SHA-256 of both languages, in hexadecimal. */
  @Column(digest()) hash!: string;
  @Column(longText()) textZh!: string;
  @Column(longText()) textEn!: string;
  @Column(utc()) createdAt!: Date;
}

/** An agreement of a person. Append-only; what is taken back keeps its row, with the moment. */
@Entity('consents')
@Index(['personId', 'kind'])
@Index(['scanId'])
export class ConsentEntity {
  @PrimaryColumn(id()) id!: string;
  @Column(foreignId()) @References('accounts') personId!: string;
  @Column(code()) kind!: ConsentKind;
  @Column(code()) version!: string;
  @Column(digest()) hash!: string;
  @Column(utc()) givenAt!: Date;
  @Column(code()) method!: ConsentMethod;
  /** Who wrote it down, where it was not the person. */
  @Column(optional(foreignId())) @References('accounts') givenBy!: string | null;
  /** The scan of the signed slip, where it was given on paper. */
  @Column(optional(foreignId())) scanId!: string | null;
  @Column(optional(utc())) withdrawnAt!: Date | null;
}
