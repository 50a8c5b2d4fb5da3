import { Injectable } from '@nestjs/common';
import type { File, ScopeKind } from '@kepu/contracts';
import type { Actor } from '../../platform/auth/actor.js';
import { badReference } from '../../platform/errors/refusal.js';
import { FileLinksRepository, type FileRow, type KeptFileRow, type PlacedFileRow } from './file-links.repository.js';
import { atLeast, type FileSubject } from './file-readers.js';

/** A file as the API shows it. */
export const fileView = ({ id, name, type, size, uses }: FileRow): File => ({ id, name, type, size: Number(size), alreadyUsed: Number(uses) > 0 });

/** Which files belong to what they prove. */
@Injectable()
export class FileLinks {
  constructor(private readonly rows: FileLinksRepository) {}

  /**
   * The files of a subject are these from now on. Inside a unit. A person gives files of their own, and keeps those that are there already; a foreign id is
   * as good as none. Bytes that stay inside somewhere stay inside here too. Errors: `reference.not_found`.
   */
  async attach(actor: Actor, subjectKind: FileSubject, subjectId: string, fileIds: readonly string[]): Promise<void> {
    const wanted = [...new Set(fileIds)];
    const present = await this.rows.fileIdsOf(subjectKind, subjectId);
    const added = wanted.filter((id) => !present.has(id));
    const origins = new Map((await this.rows.origins(added)).map((origin) => [origin.id, origin]));
    const own = (id: string) => actor.kind === 'system' ? origins.has(id) : actor.kind === 'person' && origins.get(id)?.createdBy === actor.accountId;
    if (!added.every(own)) throw badReference('terms.missing.files');
    const withheld = await this.withheld([...origins.values()]);
    await this.rows.remove(subjectKind, subjectId, [...present].filter((id) => !wanted.includes(id)));
    await this.rows.add(subjectKind, subjectId, added, withheld);
  }

  /** Files by subject, in the order in which they were linked, in one statement. A subject without files has no entry. */
  async of(subjectKind: FileSubject, subjectIds: readonly string[]): Promise<Map<string, File[]>> {
    const bySubject = new Map<string, File[]>();
    for (const row of await this.rows.of(subjectKind, subjectIds)) bySubject.set(row.subjectId, [...(bySubject.get(row.subjectId) ?? []), { ...fileView(row), faces: row.faces ?? 'unchecked' }]);
    return bySubject;
  }

  /** Every place in which some bytes stand, whoever handed them in for whatever: for rules about the bytes, not to be shown. */
  everywhere(hashes: readonly string[]): Promise<PlacedFileRow[]> { return this.rows.everywhere(hashes); }
  /** First thing in a unit that finishes a copy: nobody says meanwhile what the files show. */
  turn(): Promise<void> { return this.rows.turn(); }

  /** Files as they are copied, of subjects that the caller has proved the right to. */
  keptOf(subjectKind: FileSubject, subjectIds: readonly string[]): Promise<KeptFileRow[]> { return subjectIds.length === 0 ? Promise.resolve([]) : this.rows.keptOf(subjectKind, subjectIds); }

  /** Those of some files whose bytes stay inside in some place, with the widest reach under which that was said. */
  private async withheld(files: readonly { readonly id: string; readonly hash: string }[]): Promise<ReadonlyMap<string, ScopeKind>> {
    const reaches = new Map<string, ScopeKind>();
    for (const { hash, faces, facesReach } of await this.rows.everywhere([...new Set(files.map((file) => file.hash))])) {
      const [said, known] = [facesReach ?? 'unit', reaches.get(hash)];
      if (faces === 'withheld' && (known === undefined || atLeast(said, known))) reaches.set(hash, said);
    }
    return new Map(files.flatMap(({ id, hash }) => { const reach = reaches.get(hash); return reach === undefined ? [] : [[id, reach] as const]; }));
  }
}
