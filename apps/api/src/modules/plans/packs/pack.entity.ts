import type { PackFailure, PackState, PackStep, ScopeKind } from '@kepu/contracts';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { code, day, flag, foreignId, id, integer, json, optional, References, text, utc, version } from '../../../platform/database/columns.js';
import { uniqueName } from '../../../platform/database/naming.js';

/** An order of an inspection pack (迎检包), and what came of it. */
@Entity('packs')
@Index(['planId', 'createdAt'])
@Index(['state', 'finishedAt'])
@Index(['scopeKind', 'scopeId'])
@Index(['createdBy', 'state'])
@Index(uniqueName('packs', ['number']), ['number'], { unique: true })
@Index(uniqueName('packs', ['order_key']), ['orderKey'], { unique: true })
export class PackEntity {
  @PrimaryColumn(id()) id!: string;
  @Column(text(20)) number!: string;
  @Column(foreignId()) @References('plans') planId!: string;
  @Column(optional(foreignId())) @References('units') unitId!: string | null;
  @Column(optional(foreignId())) @References('programmes') programmeId!: string | null;
  @Column(optional(day())) fromDay!: string | null;
  @Column(optional(day())) toDay!: string | null;
  /** The reach under which it was ordered: whoever reaches less does not see it, for it may hold more. */
  @Column(code()) scopeKind!: ScopeKind;
  @Column(optional(foreignId())) scopeId!: string | null;
  /** Whether its orderer reads letters under that reach: whoever does not, sees no pack that may hold them. */
  @Column(flag()) letters!: boolean;
  /** What was ordered, while it is in the making: a second order of the same finds it. */
  @Column(optional(text(250))) orderKey!: string | null;
  @Column(code()) state!: PackState;
  @Column(integer()) done!: number;
  @Column(integer()) total!: number;
  @Column(optional(code())) step!: PackStep | null;
  @Column(optional(foreignId())) @References('stored_files') fileId!: string | null;
  @Column(optional(integer())) size!: number | null;
  @Column(optional(integer())) files!: number | null;
  @Column(optional(integer())) leftPersonal!: number | null;
  @Column(optional(integer())) leftPhotos!: number | null;
  /** The bytes of its proofs: when somebody says of them that they stay inside, it expires. */
  @Column(optional(json<string[]>())) hashes!: string[] | null;
  @Column(optional(code())) failure!: PackFailure | null;
  @Column(foreignId()) jobId!: string;
  @Column(utc()) createdAt!: Date;
  @Column(foreignId()) @References('accounts') createdBy!: string;
  @Column(optional(utc())) finishedAt!: Date | null;
  @Column(version()) version!: number;
}

/** Tables of packs. */
export const packEntities = [PackEntity] as const;
