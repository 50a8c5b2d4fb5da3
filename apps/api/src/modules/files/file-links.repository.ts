import { Injectable } from '@nestjs/common';
import type { FileFaces, ScopeKind } from '@kepu/contracts';
import { changeRows, Database, insertRows, memberOf, newId, readRows, takeTurn } from '../../platform/database/index.js';
import { FileLinkEntity } from './file-link.entity.js';

/** A file that was handed in, with how many other things the same bytes prove. */
export interface FileRow { readonly id: string; readonly name: string; readonly type: string; readonly size: number; readonly uses: number | string }
/** The same as a thing shows it. */
export interface LinkedFileRow extends FileRow { readonly subjectId: string; readonly faces: FileFaces | null }
/** A file by its content, as it is copied. */
export interface KeptFileRow { readonly subjectId: string; readonly id: string; readonly name: string; readonly type: string; readonly size: number; readonly hash: string; readonly faces: FileFaces | null }
/** A place in which bytes stand: what they prove there, and what somebody says of them. */
export interface PlacedFileRow extends KeptFileRow { readonly linkId: string; readonly subjectKind: string; readonly facesReach: ScopeKind | null }
/** Who handed a file in, and what it was handed in for. */
export interface FileOrigin { readonly id: string; readonly hash: string; readonly createdBy: string | null }

/** What people hand in is kept apart from other stored files, which are served under rights of their own. */
export const EVIDENCE_PURPOSE = 'evidence';
/** What a file belongs to that was taken out of something and is to stay inside: nobody sees it there, and the same bytes stay inside wherever they come back. */
export const WITHHELD = 'withheld';
/** Hashes of one statement. */
const HASHES_AT_ONCE = 500;

/** Rows of `file_links`. Who may see them is decided by what they prove. */
@Injectable()
export class FileLinksRepository {
  constructor(private readonly database: Database) {}

  async find(id: string): Promise<FileRow | null> {
    const [row] = await readRows<FileRow>(
      this.database.reader, `SELECT f.id AS id, f.name AS name, f.mime AS type, f.size AS size,
        (SELECT COUNT(*) FROM stored_files sf JOIN file_links sl ON sl.file_id = sf.id WHERE sf.hash = f.hash AND sl.subject_kind <> '${WITHHELD}') AS uses
        FROM stored_files f WHERE f.id = :id AND f.purpose = :purpose`, { id, purpose: EVIDENCE_PURPOSE });
    return row ?? null;
  }

  /** Files of some subjects in the order in which they were handed in; `uses` counts the other subjects of the same bytes. */
  async of(subjectKind: string, subjectIds: readonly string[]): Promise<LinkedFileRow[]> {
    if (subjectIds.length === 0) return [];
    return readRows<LinkedFileRow>(
      this.database.reader, `SELECT l.subject_id AS subjectId, l.faces AS faces, f.id AS id, f.name AS name, f.mime AS type, f.size AS size,
        (SELECT COUNT(*) FROM stored_files sf JOIN file_links sl ON sl.file_id = sf.id WHERE sf.hash = f.hash AND NOT (sl.subject_kind = l.subject_kind AND sl.subject_id = l.subject_id) AND sl.subject_kind <> '${WITHHELD}') AS uses
        FROM file_links l JOIN stored_files f ON f.id = l.file_id WHERE l.subject_kind = :subjectKind AND l.subject_id IN (:...subjectIds) ORDER BY l.id`, { subjectKind, subjectIds });
  }

  /** Files of some subjects with the hash of their content, in the order in which they were handed in. */
  keptOf(subjectKind: string, subjectIds: readonly string[]): Promise<KeptFileRow[]> {
    const those = memberOf('l.subject_id', subjectIds, 'subjectIds');
    return readRows<KeptFileRow>(
      this.database.reader, `SELECT l.subject_id AS subjectId, l.faces AS faces, f.id AS id, f.name AS name, f.mime AS type, f.size AS size, f.hash AS hash FROM file_links l JOIN stored_files f ON f.id = l.file_id
        WHERE l.subject_kind = :subjectKind AND ${those.sql} ORDER BY l.id`, { subjectKind, ...those.params });
  }

  /** Every place in which some bytes stand, whoever handed them in for whatever. */
  async everywhere(hashes: readonly string[]): Promise<PlacedFileRow[]> {
    const rows: PlacedFileRow[] = [];
    for (let at = 0; at < hashes.length; at += HASHES_AT_ONCE) {
      rows.push(...(await readRows<PlacedFileRow>(
        this.database.reader, `SELECT l.id AS linkId, l.subject_kind AS subjectKind, l.subject_id AS subjectId, l.faces AS faces, l.faces_reach AS facesReach, f.id AS id, f.name AS name, f.mime AS type, f.size AS size, f.hash AS hash FROM stored_files f
          JOIN file_links l ON l.file_id = f.id WHERE f.hash IN (:...hashes) AND f.purpose = :purpose ORDER BY l.id`, { hashes: hashes.slice(at, at + HASHES_AT_ONCE), purpose: EVIDENCE_PURPOSE })));
    }
    return rows;
  }
  /** Whoever says what files show, and whoever copies them by it, wait for each other. First thing in a unit. */
  turn(): Promise<void> { return takeTurn(this.database, 'file-marks'); }

  /** What somebody says of a file in one of its places. */
  async mark(linkId: string, faces: FileFaces, facesReach: ScopeKind | null): Promise<void> {
    await changeRows(this.database.writer, 'UPDATE file_links SET faces = :faces, faces_reach = :facesReach WHERE id = :linkId', { faces, facesReach, linkId });
  }

  origins(fileIds: readonly string[]): Promise<FileOrigin[]> {
    if (fileIds.length === 0) return Promise.resolve([]);
    return readRows<FileOrigin>(
      this.database.reader, 'SELECT f.id AS id, f.hash AS hash, f.created_by AS createdBy FROM stored_files f WHERE f.purpose = :purpose AND f.id IN (:...fileIds)', { purpose: EVIDENCE_PURPOSE, fileIds });
  }

  subjectsOf(fileId: string): Promise<FileLinkEntity[]> { return this.database.reader.findBy(FileLinkEntity, { fileId }); }

  async fileIdsOf(subjectKind: string, subjectId: string): Promise<Set<string>> {
    return new Set((await this.database.reader.findBy(FileLinkEntity, { subjectKind, subjectId })).map((link) => link.fileId));
  }

  /** `withheld`: those that stay inside from the beginning, with the reach under which that was said. */
  async add(subjectKind: string, subjectId: string, fileIds: readonly string[], withheld: ReadonlyMap<string, ScopeKind>): Promise<void> {
    await insertRows(this.database.writer, FileLinkEntity, fileIds.map((fileId) => ({ id: newId(), fileId, subjectKind, subjectId, faces: withheld.has(fileId) ? ('withheld' as const) : null, facesReach: withheld.get(fileId) ?? null })));
  }

  /** What is to stay inside by a word from above the unit is remembered, once for a file. */
  async remove(subjectKind: string, subjectId: string, fileIds: readonly string[]): Promise<void> {
    for (const fileId of fileIds) {
      const links = await this.database.writer.findBy(FileLinkEntity, { fileId });
      const link = links.find((one) => one.subjectKind === subjectKind && one.subjectId === subjectId);
      if (link?.faces === 'withheld' && link.facesReach !== 'unit' && !links.some((one) => one.subjectKind === WITHHELD)) await this.database.writer.update(FileLinkEntity, { id: link.id }, { subjectKind: WITHHELD, subjectId: fileId });
      else await this.database.writer.delete(FileLinkEntity, { subjectKind, subjectId, fileId });
    }
  }
  /** Somebody has said that it may be shown after all. */
  async forget(linkId: string): Promise<void> { await this.database.writer.delete(FileLinkEntity, { id: linkId }); }
}
