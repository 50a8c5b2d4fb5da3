import { Injectable } from '@nestjs/common';
import type { File } from '@kepu/contracts';
import type { Actor } from '../../platform/auth/actor.js';
import { badReference } from '../../platform/errors/refusal.js';
import { FileLinksRepository, type FileRow } from './file-links.repository.js';
import type { FileSubject } from './file-readers.js';

/** A file as the API shows it. */
export const fileView = ({ id, name, type, size, uses }: FileRow): File => ({ id, name, type, size: Number(size), alreadyUsed: Number(uses) > 0 });

/** Which files belong to what they prove. */
@Injectable()
export class FileLinks {
  constructor(private readonly rows: FileLinksRepository) {}

  /**
   * The files of a subject are these from now on. Inside a unit. A person gives files of their own, and keeps those that are there already; a foreign id is
   * as good as none. Errors: `reference.not_found`.
   */
  async attach(actor: Actor, subjectKind: FileSubject, subjectId: string, fileIds: readonly string[]): Promise<void> {
    const wanted = [...new Set(fileIds)];
    const present = await this.rows.fileIdsOf(subjectKind, subjectId);
    const added = wanted.filter((id) => !present.has(id));
    const origins = new Map((await this.rows.origins(added)).map((origin) => [origin.id, origin.createdBy]));
    const own = (id: string) => actor.kind === 'system' ? origins.has(id) : actor.kind === 'person' && origins.get(id) === actor.accountId;
    if (!added.every(own)) throw badReference('terms.missing.files');
    await this.rows.remove(subjectKind, subjectId, [...present].filter((id) => !wanted.includes(id)));
    await this.rows.add(subjectKind, subjectId, added);
  }

  /** Files by subject, in the order in which they were linked, in one statement. A subject without files has no entry. */
  async of(subjectKind: FileSubject, subjectIds: readonly string[]): Promise<Map<string, File[]>> {
    const bySubject = new Map<string, File[]>();
    for (const row of await this.rows.of(subjectKind, subjectIds)) bySubject.set(row.subjectId, [...(bySubject.get(row.subjectId) ?? []), fileView(row)]);
    return bySubject;
  }
}
