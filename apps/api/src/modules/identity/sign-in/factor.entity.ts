import type { FactorKind } from '@kepu/contracts';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { code, digest, encrypted, foreignId, id, integer, optional, References, text, utc } from '../../../platform/database/columns.js';
import { uniqueName } from '../../../platform/database/naming.js';

/** A second way of a person. In force once it was confirmed. */
@Entity('second_factors')
@Index(uniqueName('second_factors', ['account_id', 'kind']), ['accountId', 'kind'], { unique: true })
export class FactorEntity {
  @PrimaryColumn(id()) id!: string;
  @Column(foreignId()) @References('accounts') accountId!: string;
  @Column(code()) kind!: FactorKind;
  @Column(optional(encrypted(64))) secretSealed!: string | null;
  /** The last 30 seconds whose code was taken: none is taken twice. */
  @Column(integer()) lastStep!: number;
  @Column(utc()) createdAt!: Date;
  @Column(optional(utc())) confirmedAt!: Date | null;
}

/** One of ten codes that each stand once for the app. */
@Entity('recovery_codes')
@Index(uniqueName('recovery_codes', ['account_id', 'code_index']), ['accountId', 'codeIndex'], { unique: true })
export class RecoveryCodeEntity {
  @PrimaryColumn(id()) id!: string;
  @Column(foreignId()) @References('accounts') accountId!: string;
  @Column(digest()) codeIndex!: string;
  @Column(utc()) createdAt!: Date;
  @Column(optional(utc())) usedAt!: Date | null;
}

/** An account of another house. Its subject is known by its blind index only. */
@Entity('external_identities')
@Index(uniqueName('external_identities', ['issuer', 'subject_index']), ['issuer', 'subjectIndex'], { unique: true })
@Index(['accountId'])
export class IdentityEntity {
  @PrimaryColumn(id()) id!: string;
  @Column(foreignId()) @References('accounts') accountId!: string;
  @Column(text(200)) issuer!: string;
  @Column(digest()) subjectIndex!: string;
  @Column(utc()) createdAt!: Date;
}

/** A password that somebody set, so that it is not set again. */
@Entity('password_records')
@Index(['accountId', 'setAt'])
export class PasswordRecordEntity {
  @PrimaryColumn(id()) id!: string;
  @Column(foreignId()) @References('accounts') accountId!: string;
  @Column(text(200)) passwordHash!: string;
  @Column(utc()) setAt!: Date;
}
