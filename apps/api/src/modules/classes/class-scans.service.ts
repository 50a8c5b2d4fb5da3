import { Injectable } from '@nestjs/common';
import { scanMaxBytes, scanTypes, type ClassScan, type Page } from '@kepu/contracts';
import { AuditTrail } from '../../platform/audit/index.js';
import type { PersonActor } from '../../platform/auth/actor.js';
import { auditActor } from '../../platform/auth/audit-actor.js';
import { RateLimits } from '../../platform/auth/rate-limits.js';
import { Clock } from '../../platform/clock/index.js';
import { fromDbTime, newId, UnitOfWork } from '../../platform/database/index.js';
import { notFound } from '../../platform/errors/refusal.js';
import { Files, type OpenFile } from '../../platform/files/index.js';
import type { Upload } from '../../platform/http/upload.js';
import { DataAccessLog } from '../privacy/index.js';
import { opensRecordsOf } from './class.policy.js';
import { ClassScansRepository, SLIP_PURPOSE, type ScanRow } from './class-scans.repository.js';
import { Classes } from './classes.service.js';
import { PupilsRepository } from './pupils.repository.js';

const perPerson = { tries: 60, minutes: 10 };
const view = ({ classId: _class, fileId: _file, createdAt, uses, size, ...row }: ScanRow): ClassScan => ({ ...row, size: Number(size), createdAt: fromDbTime(createdAt), uses: Number(uses) });

/** Scans of signed slips: handed in by the school, and opened as minors' records are, each time logged. */
@Injectable()
export class ClassScans {
  constructor(
    private readonly rows: ClassScansRepository, private readonly pupils: PupilsRepository, private readonly classes: Classes, private readonly files: Files, private readonly log: DataAccessLog, private readonly limits: RateLimits, private readonly audit: AuditTrail, private readonly work: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  async list(actor: PersonActor, classId: string): Promise<Page<ClassScan>> {
    await this.classes.demand(actor, classId);
    const data = (await this.rows.ofClass(classId)).map(view);
    return { data, total: data.length };
  }

  /** Errors: `class.archived`, `rate.limited`, `input.too_large`, `input.unsupported_type`, `storage.full`. */
  async create(actor: PersonActor, classId: string, upload: Upload): Promise<ClassScan> {
    await this.classes.demandOpen(actor, classId);
    await this.limits.spend('class scan', actor.accountId, perPerson);
    const file = await this.files.put(upload.bytes, upload.fileName, { maxBytes: scanMaxBytes, accept: scanTypes });
    const id = newId();
    await this.work.run(async () => {
      await this.classes.takeTurn(classId);
      const fileId = await this.files.record(file, { purpose: SLIP_PURPOSE, createdBy: actor.accountId });
      await this.rows.insert({ id, classId, fileId, createdAt: this.clock.now(), createdBy: actor.accountId });
      await this.audit.record({ actor: auditActor(actor), action: 'class_scan.created', subjectKind: 'pupil_class', subjectId: classId, before: null, after: { scanId: id, type: file.mime, size: file.size } });
    });
    const row = await this.rows.find(id);
    if (!row) throw notFound();
    return view(row);
  }

  /** For the teacher of the class, and for those who may open minors' records of the school. Errors: `resource.not_found`. */
  async open(actor: PersonActor, id: string): Promise<OpenFile> {
    const scan = await this.rows.find(id);
    const held = scan && (await this.classes.demand(actor, scan.classId));
    if (!scan || !held) throw notFound();
    const records = opensRecordsOf(actor, held);
    if (!records && held.teacherId !== actor.accountId) throw notFound();
    const file = await this.files.open(scan.fileId);
    const personIds = await this.pupils.onScan(id);
    await this.work.run(async () => {
      await this.log.record(actor, records ? 'minor:open' : 'class:write', { personIds, field: 'slip', reason: held.name, exportId: null });
      await this.audit.record({ actor: auditActor(actor), action: 'class_scan.opened', subjectKind: 'pupil_class', subjectId: held.id, before: null, after: { scanId: id, pupils: personIds.length } });
    });
    return file;
  }
}
