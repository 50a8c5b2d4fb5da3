import type { FileFaces, ScopeKind } from '@kepu/contracts';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { code, foreignId, id, optional, References } from '../../platform/database/columns.js';
import { uniqueName } from '../../platform/database/naming.js';

/** What a file proves or illustrates: whoever may see that may see the file. */
@Entity('file_links')
@Index(uniqueName('file_links', ['file_id', 'subject_kind', 'subject_id']), ['fileId', 'subjectKind', 'subjectId'], { unique: true })
@Index(['subjectKind', 'subjectId'])
export class FileLinkEntity {
  @PrimaryColumn(id()) id!: string;
  @Column(foreignId()) @References('stored_files') fileId!: string;
  @Column(code()) subjectKind!: string;
  @Column(foreignId()) subjectId!: string;
  /** Whether it may be shown to others, as somebody has said; null while nobody has. */
  @Column(optional(code())) faces!: FileFaces | null;
  /** Under which reach it was said that it stays inside: whoever reaches less does not weaken it. */
  @Column(optional(code())) facesReach!: ScopeKind | null;
}
