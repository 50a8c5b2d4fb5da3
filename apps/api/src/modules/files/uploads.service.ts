import { Injectable } from '@nestjs/common';
import { fileMaxBytes, fileTypes, type File, type FileFaces, type ScopeKind } from '@kepu/contracts';
import { AuditTrail } from '../../platform/audit/index.js';
import type { PersonActor } from '../../platform/auth/actor.js';
import { auditActor } from '../../platform/auth/audit-actor.js';
import { RateLimits } from '../../platform/auth/rate-limits.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { notFound, Refusal } from '../../platform/errors/refusal.js';
import { Files, type OpenFile } from '../../platform/files/index.js';
import { fileView } from './file-links.js';
import { EVIDENCE_PURPOSE, FileLinksRepository, WITHHELD, type PlacedFileRow } from './file-links.repository.js';
import { FileMarks } from './file-marks.js';
import { atLeast, FileReaders } from './file-readers.js';

/** What one person may hand in: a whole album after an activity, not a disk full. */
const uploadRate = { tries: 60, minutes: 10 };
/** What an office document may claim to hold once unpacked. */
const MAX_UNPACKED_BYTES = 200 * 1024 * 1024;

/** Photos, sheets and documents that people hand in, kept as they are. */
@Injectable()
export class UploadsService {
  constructor(
    private readonly files: Files, private readonly links: FileLinksRepository, private readonly readers: FileReaders, private readonly marks: FileMarks, private readonly limits: RateLimits,
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

  /**
   * What a file shows, said once for every piece of own work that the same bytes belong to. What somebody above has said to stay inside is not weakened by a unit. Errors: `resource.not_found`,
   * `file.withheld_above`.
   */
  async mark(actor: PersonActor, id: string, faces: FileFaces): Promise<File> {
    const row = await this.links.find(id);
    const [origin] = await this.links.origins([id]);
    if (!row || !origin) throw notFound();
    await this.work.run(async () => {
      await this.links.turn();
      const places = await this.links.everywhere([origin.hash]);
      const own = await this.ownOf(actor, places);
      if (!own.some(({ place }) => place.id === id)) throw notFound();
      const widest = own.map(({ reach }) => reach).reduce((a, b) => (atLeast(a, b) ? a : b));
      // Taken out of what it proved, and to stay inside all the same.
      const remembered = places.filter(({ subjectKind }) => subjectKind === WITHHELD);
      if (faces !== 'withheld') {
        if ([...own, ...remembered.map((place) => ({ place, reach: widest }))].some(({ place, reach }) => place.faces === 'withheld' && !atLeast(reach, place.facesReach ?? 'unit'))) throw new Refusal('file.withheld_above');
        for (const { linkId } of remembered) await this.links.forget(linkId);
      }
      let changed = false;
      for (const { place, reach } of own) changed = (await this.say(actor, place, faces, reach)) || changed;
      if (changed && (faces === 'withheld' || faces === 'unchecked')) await this.marks.withdraw([origin.hash], actor);
    });
    return { ...fileView(row), faces };
  }

  /** Places for which a person speaks, with the reach under which they do. */
  private async ownOf(actor: PersonActor, places: readonly PlacedFileRow[]): Promise<{ place: PlacedFileRow; reach: ScopeKind }[]> {
    const own: { place: PlacedFileRow; reach: ScopeKind }[] = [];
    for (const place of places) {
      const reach = await this.readers.marks(actor, place.subjectKind, place.subjectId);
      if (reach !== null) own.push({ place, reach });
    }
    return own;
  }

  private async say(actor: PersonActor, { linkId, id, subjectKind, subjectId, faces: before, facesReach }: PlacedFileRow, faces: FileFaces, reach: ScopeKind): Promise<boolean> {
    const said = faces !== 'withheld' ? null : before === 'withheld' && facesReach !== null && atLeast(facesReach, reach) ? facesReach : reach;
    if ((before ?? 'unchecked') === faces && facesReach === said) return false;
    await this.links.mark(linkId, faces, said);
    await this.audit.record({ actor: auditActor(actor), action: 'file.faces_marked', subjectKind, subjectId, before: { fileId: id, faces: before ?? 'unchecked' }, after: { fileId: id, faces } });
    return true;
  }

  private async seesASubject(actor: PersonActor, fileId: string): Promise<boolean> {
    for (const link of await this.links.subjectsOf(fileId)) if (await this.readers.allows(actor, link.subjectKind, link.subjectId)) return true;
    return false;
  }
}
