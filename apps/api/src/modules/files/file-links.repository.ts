import { Injectable } from '@nestjs/common';
import { Database, insertRows, newId, readRows } from '../../platform/database/index.js';
import { FileLinkEntity } from './file-link.entity.js';

/** A file that was handed in, with how many other things the same bytes prove. */
export interface FileRow { readonly id: string; readonly name: string; readonly type: string; readonly size: number; readonly uses: number | string }
/** The same as a thing shows it. */
export interface LinkedFileRow extends FileRow { readonly subjectId: string }
/** Who handed a file in, and what it was handed in for. */
export interface FileOrigin { readonly id: string; readonly createdBy: string | null }

/** What people hand in is kept apart from other stored files, which are served under rights of their own. */
export const EVIDENCE_PURPOSE = 'evidence';

/** Rows of `file_links`. Who may see them is decided by what they prove. */
@Injectable()
export class FileLinksRepository {
  constructor(private readonly database: Database) {}

  async find(id: string): Promise<FileRow | null> {
    const [row] = await readRows<FileRow>(
      this.database.reader, `SELECT f.id AS id, f.name AS name, f.mime AS type, f.size AS size,
        (SELECT COUNT(*) FROM stored_files sf JOIN file_links sl ON sl.file_id = sf.id WHERE sf.hash = f.hash) AS uses
        FROM stored_files f WHERE f.id = :id AND f.purpose = :purpose`, { id, purpose: EVIDENCE_PURPOSE });
    return row ?? null;
  }

  /** Files of some subjects in the order in which they were handed in; `uses` counts the other subjects of the same bytes. */
  async of(subjectKind: string, subjectIds: readonly string[]): Promise<LinkedFileRow[]> {
    if (subjectIds.length === 0) return [];
    return readRows<LinkedFileRow>(
      this.database.reader, `SELECT l.subject_id AS subjectId, f.id AS id, f.name AS name, f.mime AS type, f.size AS size,
        (SELECT COUNT(*) FROM stored_files sf JOIN file_links sl ON sl.file_id = sf.id WHERE sf.hash = f.hash AND NOT (sl.subject_kind = l.subject_kind AND sl.subject_id = l.subject_id)) AS uses
        FROM file_links l JOIN stored_files f ON f.id = l.file_id WHERE l.subject_kind = :subjectKind AND l.subject_id IN (:...subjectIds) ORDER BY l.id`, { subjectKind, subjectIds });
  }

  origins(fileIds: readonly string[]): Promise<FileOrigin[]> {
    if (fileIds.length === 0) return Promise.resolve([]);
    return readRows<FileOrigin>(
      this.database.reader, 'SELECT f.id AS id, f.created_by AS createdBy FROM stored_files f WHERE f.purpose = :purpose AND f.id IN (:...fileIds)', { purpose: EVIDENCE_PURPOSE, fileIds });
  }

  subjectsOf(fileId: string): Promise<FileLinkEntity[]> { return this.database.reader.findBy(FileLinkEntity, { fileId }); }

  async fileIdsOf(subjectKind: string, subjectId: string): Promise<Set<string>> {
    return new Set((await this.database.reader.findBy(FileLinkEntity, { subjectKind, subjectId })).map((link) => link.fileId));
  }

  async add(subjectKind: string, subjectId: string, fileIds: readonly string[]): Promise<void> {
    await insertRows(this.database.writer, FileLinkEntity, fileIds.map((fileId) => ({ id: newId(), fileId, subjectKind, subjectId })));
  }

  async remove(subjectKind: string, subjectId: string, fileIds: readonly string[]): Promise<void> {
    for (const fileId of fileIds) await this.database.writer.delete(FileLinkEntity, { subjectKind, subjectId, fileId });
  }
}
