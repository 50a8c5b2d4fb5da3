import { lengths } from '@kepu/contracts';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { code, foreignId, id, integer, json, optional, References, text, utc, version } from '../../platform/database/columns.js';
import type { ImportColumns, ImportContent, ImportFailure } from './import-content.js';

/** A paper on its way into a plan. `content` is the preview with every correction; the reading itself can be made again from the file. */
@Entity('plan_imports')
@Index(['state', 'createdAt'])
@Index(['planId'])
export class PlanImportEntity {
  @PrimaryColumn(id()) id!: string;
  /** The division whose office reads it, and whose plan it is to become. */
  @Column(foreignId()) @References('divisions') divisionId!: string;
  @Column(code()) state!: 'queued' | 'reading' | 'asking' | 'ready' | 'failed' | 'committed' | 'discarded';
  @Column(foreignId()) @References('stored_files') fileId!: string;
  @Column(text(lengths.fileName)) fileName!: string;
  /** How the bytes came: a file, or pasted text. */
  @Column(code()) origin!: 'file' | 'pasted';
  @Column(integer()) progressPermille!: number;
  @Column(optional(json<ImportContent>())) content!: ImportContent | null;
  @Column(optional(json<ImportFailure>())) failure!: ImportFailure | null;
  /** The first rows of a table that is not understood, and what a person said of its columns where it has no heading. */
  @Column(optional(json<ImportColumns>())) columns!: ImportColumns | null;
  @Column(optional(foreignId())) planId!: string | null;
  @Column(utc()) createdAt!: Date;
  @Column(foreignId()) @References('accounts') createdBy!: string;
  @Column(version()) version!: number;
}
