import { Injectable } from '@nestjs/common';
import { fileMaxBytes, fileTypes, type File } from '@kepu/contracts';
import { AuditTrail } from '../../platform/audit/index.js';
import type { PersonActor } from '../../platform/auth/actor.js';
import { auditActor } from '../../platform/auth/audit-actor.js';
import { RateLimits } from '../../platform/auth/rate-limits.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { notFound } from '../../platform/errors/refusal.js';
import { Files, type OpenFile } from '../../platform/files/index.js';
import { fileView } from './file-links.js';
import { EVIDENCE_PURPOSE, FileLinksRepository } from './file-links.repository.js';
import { FileReaders } from './file-readers.js';

/** What one person may hand in: a whole album after an activity, not a disk full. */
const uploadRate = { tries: 60, minutes: 10 };
/** What an office document may claim to hold once unpacked. */
const MAX_UNPACKED_BYTES = 200 * 1024 * 1024;

/** Photos, sheets and documents that people hand in, kept as they are. */
@Injectable()
export class UploadsService {
  constructor(
    private readonly files: Files, private readonly links: FileLinksRepository, private readonly readers: FileReaders, private readonly limits: RateLimits,
    private readonly audit: AuditTrail, private readonly work: UnitOfWork,
  ) {}

  /** Errors: `rate.limited`, `input.too_large`, `input.unsupported_type`, `storage.full`. */
  async create(actor: PersonActor, given: { bytes: Uint8Array; fileName: string }): Promise<File> {
    await this.limits.spend('file-upload', actor.accountId, uploadRate);
    const file = await this.files.put(given.bytes, given.fileName, { maxBytes: fileMaxBytes, accept: fileTypes, maxUnpackedBytes: MAX_UNPACKED_BYTES });
    const id = await this.work.run(async () => {
      const made = await this.files.record(file, { purpose: EVIDENCE_PURPOSE, createdBy: actor.accountId });
      await this.audit.record({ actor: auditActor(actor), action: 'file.created', subjectKind: 'file', subjectId: made, before: null, after: { type: file.mime, size: file.size, hash: file.hash } });
      return made;
    });
    const row = await this.links.find(id);
    if (!row) throw notFound();
    return fileView(row);
  }

  /** For whoever handed it in, and for those who see what it proves. Errors: `resource.not_found`. */
  async open(actor: PersonActor, id: string): Promise<OpenFile> {
    const [origin] = await this.links.origins([id]);
    if (!origin || !(origin.createdBy === actor.accountId || (await this.seesASubject(actor, id)))) throw notFound();
    return this.files.open(id);
  }

  private async seesASubject(actor: PersonActor, fileId: string): Promise<boolean> {
    for (const link of await this.links.subjectsOf(fileId)) if (await this.readers.allows(actor, link.subjectKind, link.subjectId)) return true;
    return false;
  }
}
