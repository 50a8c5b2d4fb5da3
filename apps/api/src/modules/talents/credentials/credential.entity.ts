import { CREDENTIAL_NUMBER, lengths, type credentialProofs } from '@kepu/contracts';
import type { CredentialState } from '@kepu/domain';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { code, day, encrypted, flag, foreignId, id, integer, json, optional, References, text, utc, version } from '../../../platform/database/columns.js';
import { uniqueName } from '../../../platform/database/naming.js';

/** A kind of certificate (资质种类). `seedKey` is its name in the seeds. */
@Entity('credential_kinds')
@Index(uniqueName('credential_kinds', ['name']), ['name'], { unique: true })
export class CredentialKindEntity {
  @PrimaryColumn(id()) id!: string;
  @Column(optional(text(lengths.key))) seedKey!: string | null;
  @Column(text(lengths.name)) name!: string;
  @Column(optional(text(lengths.note))) note!: string | null;
  /** Ids of the kinds that it stands for directly. */
  @Column(json()) implies!: string[];
  @Column(flag()) expires!: boolean;
  @Column(flag()) byCourse!: boolean;
  @Column(flag()) retired!: boolean;
  @Column(integer()) sortNo!: number;
  @Column(version()) version!: number;
}

/** Somebody's certificate (资质). The number is sealed; the file is one that nobody reaches on another way. */
@Entity('credentials')
@Index(['accountId', 'kindId'])
@Index(['state', 'toDay'])
@Index(['state', 'declaredAt'])
@Index(['kindId', 'state'])
@Index(uniqueName('credentials', ['account_id', 'activity_id']), ['accountId', 'activityId'], { unique: true })
export class CredentialEntity {
  @PrimaryColumn(id()) id!: string;
  @Column(foreignId()) @References('accounts') accountId!: string;
  @Column(foreignId()) @References('credential_kinds') kindId!: string;
  @Column(text(lengths.name)) issuer!: string;
  @Column(optional(encrypted(CREDENTIAL_NUMBER))) numberSealed!: string | null;
  @Column(day()) fromDay!: string;
  @Column(optional(day())) toDay!: string | null;
  @Column(optional(foreignId())) @References('stored_files') fileId!: string | null;
  @Column(code()) state!: CredentialState;
  /** The training that gave it, once. Activities stand to the right, so that only their id and title are kept. */
  @Column(optional(foreignId())) activityId!: string | null;
  @Column(optional(text(lengths.title))) courseTitle!: string | null;
  @Column(utc()) declaredAt!: Date;
  @Column(optional(utc())) confirmedAt!: Date | null;
  @Column(optional(foreignId())) @References('accounts') confirmedBy!: string | null;
  @Column(optional(code())) proof!: (typeof credentialProofs)[number] | null;
  @Column(optional(utc())) auditedAt!: Date | null;
  @Column(optional(foreignId())) @References('accounts') auditedBy!: string | null;
  /** When it was drawn to be looked at again. */
  @Column(optional(utc())) sampledAt!: Date | null;
  @Column(optional(text(lengths.note))) returnedReason!: string | null;
  @Column(optional(utc())) returnedAt!: Date | null;
  @Column(optional(foreignId())) @References('accounts') returnedBy!: string | null;
  @Column(version()) version!: number;
}
