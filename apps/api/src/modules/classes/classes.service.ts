import { randomInt } from 'node:crypto';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Page, PupilClass, pupilClassChange, pupilClassInput, pupilClassQuery } from '@kepu/contracts';
import type { z } from 'zod';
import { AuditTrail } from '../../platform/audit/index.js';
import type { PersonActor } from '../../platform/auth/actor.js';
import { auditActor } from '../../platform/auth/audit-actor.js';
import { Clock } from '../../platform/clock/index.js';
import { fromDbTime, newId, UniqueViolation, UnitOfWork } from '../../platform/database/index.js';
import { badReference, notFound, Refusal } from '../../platform/errors/refusal.js';
import { UnitDirectory, UnitSuccession } from '../units/index.js';
import { ClassesRepository, type ClassRow } from './classes.repository.js';

/** Letters and digits that nobody mistakes on paper. */
const LETTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';
const newCode = (): string => Array.from({ length: 6 }, () => LETTERS[randomInt(LETTERS.length)]).join('');
const openKey = (unitId: string, name: string): string => `${unitId}:${name}`;

const view = (row: ClassRow, actor: PersonActor): PupilClass => ({
  id: row.id, name: row.name, code: row.code, unit: { id: row.unitId, name: row.unitName }, county: { code: row.countyId, name: row.countyName }, teacher: { id: row.teacherId, name: row.teacherName }, own: row.teacherId === actor.accountId, pupils: Number(row.pupils),
  registered: Number(row.registered), archivedAt: row.archivedAt === null ? null : fromDbTime(row.archivedAt), createdAt: fromDbTime(row.createdAt), version: row.version,
});
/** The name is taken; the code is made anew by the next try. */
const taken = (error: unknown): never => { throw error instanceof UniqueViolation && error.constraint.includes('open_key') ? new Refusal('class.exists', { cause: error }) : error; };

/** Classes that teachers keep for their schools. */
@Injectable()
export class Classes implements OnModuleInit {
  constructor(private readonly rows: ClassesRepository, private readonly units: UnitDirectory, private readonly succession: UnitSuccession, private readonly audit: AuditTrail, private readonly work: UnitOfWork, private readonly clock: Clock) {}

  onModuleInit(): void { this.succession.register('classes', (from, to) => this.rows.moveUnit(from, to)); }

  async list(actor: PersonActor, query: z.output<typeof pupilClassQuery>): Promise<Page<PupilClass>> {
    const { rows, total } = await this.rows.listFor(actor, query);
    return { data: rows.map((row) => view(row, actor)), total };
  }

  async get(actor: PersonActor, id: string): Promise<PupilClass> { return view(await this.demand(actor, id), actor); }

  /** Errors: `reference.not_found` for a school out of reach and where no county is known, `class.exists`. */
  async create(actor: PersonActor, { unitId, name, countyCode }: z.output<typeof pupilClassInput>): Promise<PupilClass> {
    if (!(await this.units.openUnitIds(actor, 'class:write', [unitId])).has(unitId)) throw badReference('terms.classFields.unit');
    // A body of the city itself lies in no county.
    const countyId = countyCode ?? (await this.units.unitsByIds([unitId])).get(unitId)?.divisionId.slice(0, 6) ?? '';
    if (!(await this.rows.isCounty(countyId, this.clock.today()))) throw badReference('terms.unitFields.county');
    const id = newId();
    await this.work.run(async () => {
      await this.rows.insert({ id, unitId, countyId, name, openKey: openKey(unitId, name), code: newCode(), teacherId: actor.accountId, createdAt: this.clock.now(), createdBy: actor.accountId, archivedAt: null, version: 1 });
      await this.audit.record({ actor: auditActor(actor), action: 'class.created', subjectKind: 'pupil_class', subjectId: id, before: null, after: { unitId, name } });
    }).catch(taken);
    return this.get(actor, id);
  }

  /** Errors: `version.stale`, `class.archived`, `class.exists`. */
  async change(actor: PersonActor, id: string, { version, name, takeOver }: z.output<typeof pupilClassChange>): Promise<PupilClass> {
    const before = await this.demandOpen(actor, id);
    await this.work.run(async () => {
      const changes = { ...(name === undefined ? {} : { name, openKey: openKey(before.unitId, name) }), ...(takeOver ? { teacherId: actor.accountId } : {}) };
      if (!(await this.rows.update(id, version, changes))) throw new Refusal('version.stale');
      await this.audit.record({ actor: auditActor(actor), action: 'class.changed', subjectKind: 'pupil_class', subjectId: id, before: { name: before.name, teacherId: before.teacherId }, after: { name: name ?? before.name, teacherId: takeOver ? actor.accountId : before.teacherId } });
    }).catch(taken);
    return this.get(actor, id);
  }

  /** Those who are registered stay volunteers. Errors: `version.stale`, `class.archived`. */
  async archive(actor: PersonActor, id: string, version: number): Promise<PupilClass> {
    await this.demandOpen(actor, id);
    await this.work.run(async () => {
      if (!(await this.rows.update(id, version, { archivedAt: this.clock.now(), openKey: null }))) throw new Refusal('version.stale');
      await this.audit.record({ actor: auditActor(actor), action: 'class.archived', subjectKind: 'pupil_class', subjectId: id, before: null, after: null });
    });
    return this.get(actor, id);
  }

  /** Errors: `resource.not_found`. */
  async demand(actor: PersonActor, id: string): Promise<ClassRow> {
    const row = await this.rows.findFor(actor, id);
    if (!row) throw notFound();
    return row;
  }

  /** Errors: `resource.not_found`, `class.archived`. */
  async demandOpen(actor: PersonActor, id: string): Promise<ClassRow> {
    const row = await this.demand(actor, id);
    if (row.archivedAt !== null) throw new Refusal('class.archived');
    return row;
  }

  /** Inside a unit. Errors: `class.archived`. */
  async takeTurn(id: string): Promise<void> { if (!(await this.rows.takeTurn(id))) throw new Refusal('class.archived'); }
}
