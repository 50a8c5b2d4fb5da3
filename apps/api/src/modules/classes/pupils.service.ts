import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { consentVersions, MOST_PUPILS, type deletionInput, type GuardianRequested, type Page, type Pupil, type pupilConfirmation, type pupilSlip, type pupilsInput } from '@kepu/contracts';
import { ADULT_AGE, ageOn, bandOf, isMinor } from '@kepu/domain';
import type { z } from 'zod';
import { AuditTrail } from '../../platform/audit/index.js';
import type { PersonActor } from '../../platform/auth/actor.js';
import { auditActor } from '../../platform/auth/audit-actor.js';
import { Clock } from '../../platform/clock/index.js';
import { fromDbTime, newId, UniqueViolation, UnitOfWork } from '../../platform/database/index.js';
import { badReference, notFound, Refusal } from '../../platform/errors/refusal.js';
import { GuardianSlips } from '../guardians/index.js';
import { maskedName, maskPhone, Passwords, SealedNames } from '../identity/index.js';
import { Closing } from '../privacy/index.js';
import { Enrolment, MinorBands } from '../volunteers/index.js';
import { worksAt } from './class.policy.js';
import { ClassScansRepository } from './class-scans.repository.js';
import { Classes } from './classes.service.js';
import type { ClassRow } from './classes.repository.js';
import { PupilSeals, unwritten } from './pupil-seals.js';
import { PupilsRepository, type PupilRow } from './pupils.repository.js';

/** The roll of a class, and how a signed slip makes a volunteer of a pupil. */
@Injectable()
export class Pupils {
  constructor(
    private readonly rows: PupilsRepository, private readonly scans: ClassScansRepository, private readonly classes: Classes, private readonly seals: PupilSeals, private readonly slips: GuardianSlips, private readonly enrolment: Enrolment, private readonly bands: MinorBands,
    private readonly passwords: Passwords, private readonly names: SealedNames, private readonly closing: Closing, private readonly audit: AuditTrail, private readonly work: UnitOfWork, private readonly clock: Clock,
  ) {}

  async list(actor: PersonActor, classId: string): Promise<Page<Pupil>> {
    const data = await this.views(actor, await this.classes.demand(actor, classId), await this.rows.ofClass(classId));
    return { data, total: data.length };
  }

  /** All or none. Errors: `class.archived`, `pupil.exists`, `pupil.too_many`, `volunteer.too_young`, `minor.of_age`, `input.invalid`. */
  async add(actor: PersonActor, classId: string, { pupils }: z.output<typeof pupilsInput>): Promise<Page<Pupil>> {
    await this.classes.demandOpen(actor, classId);
    for (const { bornOn } of pupils) await this.demandPupil(bornOn);
    const now = this.clock.now();
    const rows = pupils.map((given) => {
      const id = newId();
      return { id, classId, volunteerId: null, ...this.seals.seal(id, classId, given), scanId: null, scanPage: null, addedAt: now, addedBy: actor.accountId, registeredAt: null, registeredBy: null, version: 1 };
    });
    await this.work.run(async () => {
      await this.classes.takeTurn(classId);
      if ((await this.rows.count(classId)) + rows.length > MOST_PUPILS) throw new Refusal('pupil.too_many', { params: { max: MOST_PUPILS } });
      await this.rows.insert(rows);
      await this.audit.record({ actor: auditActor(actor), action: 'pupils.added', subjectKind: 'pupil_class', subjectId: classId, before: null, after: { count: rows.length } });
    }).catch((error: unknown) => { throw error instanceof UniqueViolation ? new Refusal('pupil.exists', { cause: error }) : error; });
    return this.list(actor, classId);
  }

  /** Errors: `version.stale`, `pupil.registered`. */
  async remove(actor: PersonActor, id: string, version: number): Promise<{ done: true }> {
    const { row } = await this.demand(actor, id);
    if (row.volunteerId !== null) throw new Refusal('pupil.registered');
    await this.work.run(async () => {
      if (!(await this.rows.remove(id, version))) throw new Refusal('version.stale');
      await this.audit.record({ actor: auditActor(actor), action: 'pupil.removed', subjectKind: 'pupil_class', subjectId: row.classId, before: null, after: null });
    });
    return { done: true };
  }

  /** Errors: `version.stale`, `class.archived`, `pupil.registered`, `reference.not_found` for a scan of another class. */
  async setSlip(actor: PersonActor, id: string, { version, scanId, page }: z.output<typeof pupilSlip>): Promise<Pupil> {
    const { row } = await this.demandListed(actor, id);
    if ((await this.scans.find(scanId))?.classId !== row.classId) throw badReference('terms.classFields.scan');
    await this.work.run(async () => {
      await this.classes.takeTurn(row.classId);
      if (!(await this.rows.update(id, version, { scanId, scanPage: page }))) throw new Refusal('version.stale');
      await this.audit.record({ actor: auditActor(actor), action: 'pupil.slip_set', subjectKind: 'pupil_class', subjectId: row.classId, before: null, after: { pupilId: id, scanId, page } });
    });
    return this.one(actor, id);
  }

  /** The child becomes a volunteer without phone or password, as where a guardian registers it. Errors: `version.stale`, `class.archived`, `pupil.registered`, `pupil.no_slip`, `pupil.known`, `consent.text_changed`, `volunteer.too_young`, `minor.of_age`. */
  async confirm(actor: PersonActor, id: string, { version, consent, childConsent }: z.output<typeof pupilConfirmation>): Promise<Pupil> {
    const { row, held } = await this.demandListed(actor, id);
    if (consent !== consentVersions.privacy || childConsent !== consentVersions.child) throw new Refusal('consent.text_changed');
    const { scanId, writtenBornOn: bornOn } = row;
    if (scanId === null) throw new Refusal('pupil.no_slip');
    const guardian = this.seals.guardianOf(row);
    if (bornOn === null || guardian === null) throw notFound();
    await this.demandPupil(bornOn);
    const name = this.seals.nameOf(row);
    const passwordHash = await this.passwords.hash(randomBytes(32).toString('base64url'));
    await this.work.run(async () => {
      await this.slips.takeTurn();
      await this.classes.takeTurn(row.classId);
      if (await this.slips.known({ name, bornOn, phone: guardian.phone })) throw new Refusal('pupil.known');
      const profile = { name, bornOn, occupation: 'pupil' as const, unitId: held.unitId, countyCode: held.countyId, topicIds: [], availability: '0'.repeat(21), travelLimit: 60, toIslands: false, toMountains: false };
      const volunteerId = await this.enrolment.enrol(actor, profile, { passwordHash, mustChangePassword: true, onBehalf: null, slip: scanId });
      await this.slips.link(actor, volunteerId, guardian);
      if (!(await this.rows.update(id, version, { volunteerId, ...unwritten, registeredAt: this.clock.now(), registeredBy: actor.accountId }))) throw new Refusal('version.stale');
    });
    return this.one(actor, id);
  }

  /** Errors: `pupil.not_registered`, `pupil.taken_over`. */
  async link(actor: PersonActor, id: string): Promise<GuardianRequested> {
    const minorId = await this.demandMinor(await this.demand(actor, id));
    const offered = await this.slips.offer(actor, minorId);
    if (!offered) throw new Refusal('pupil.taken_over');
    return offered;
  }

  /** As the guardian of a slip wishes; whoever has taken the child over does it on the own phone. Errors: `pupil.not_registered`, `pupil.taken_over`, and what proves who acts. */
  async close(actor: PersonActor, id: string, proof: z.output<typeof deletionInput>): Promise<{ done: true }> {
    const minorId = await this.demandMinor(await this.demand(actor, id));
    await this.demandOnPaper(minorId);
    await this.closing.close({ ...actor, accountId: minorId, guardianId: actor.accountId, grants: [], permissions: new Set<never>() }, proof);
    return { done: true };
  }

  /** Who decides on the own phone does not decide by paper. Errors: `pupil.taken_over`. */
  async demandOnPaper(minorId: string): Promise<void> { if ((await this.slips.of([minorId])).get(minorId)?.ownAccount !== false) throw new Refusal('pupil.taken_over'); }

  /** Errors: `pupil.not_registered`, also for whoever is of age or has left. */
  async demandMinor({ row }: { readonly row: PupilRow }): Promise<string> {
    if (row.volunteerId === null || row.accountState !== 'active' || row.bornOn === null || !isMinor(row.bornOn, this.clock.today())) throw new Refusal('pupil.not_registered');
    return Promise.resolve(row.volunteerId);
  }

  /** Errors: `resource.not_found`, also for a class out of reach. */
  async demand(actor: PersonActor, id: string): Promise<{ row: PupilRow; held: ClassRow }> {
    const row = await this.rows.find(id);
    if (!row) throw notFound();
    return { row, held: await this.classes.demand(actor, row.classId) };
  }

  /** Whole names for those who work at the school. */
  async namesOf(actor: PersonActor, held: ClassRow, rows: readonly PupilRow[]): Promise<ReadonlyMap<string, string>> {
    const opened = worksAt(actor, held.unitPath) ? await this.names.open(rows.flatMap(({ volunteerId }) => volunteerId ?? [])) : new Map<string, string>();
    return new Map(rows.map((row) => {
      if (row.volunteerId !== null) return [row.id, opened.get(row.volunteerId) ?? row.shownName ?? ''];
      const name = this.seals.nameOf(row);
      return [row.id, worksAt(actor, held.unitPath) ? name : maskedName(name)];
    }));
  }

  private async demandListed(actor: PersonActor, id: string): Promise<{ row: PupilRow; held: ClassRow }> {
    const found = await this.demand(actor, id);
    if (found.held.archivedAt !== null) throw new Refusal('class.archived');
    if (found.row.volunteerId !== null) throw new Refusal('pupil.registered');
    return found;
  }

  private async demandPupil(bornOn: string): Promise<void> {
    if (this.enrolment.demandAge(bornOn) >= ADULT_AGE) throw new Refusal('minor.of_age');
    if (bandOf(ageOn(bornOn, this.clock.today()), await this.bands.current()) === null) throw new Refusal('volunteer.too_young');
  }

  private async one(actor: PersonActor, id: string): Promise<Pupil> {
    const { row, held } = await this.demand(actor, id);
    const [view] = await this.views(actor, held, [row]);
    if (!view) throw notFound();
    return view;
  }

  private async views(actor: PersonActor, held: ClassRow, rows: readonly PupilRow[]): Promise<Pupil[]> {
    const [names, guardians, whole] = [await this.namesOf(actor, held, rows), await this.slips.of(rows.flatMap(({ volunteerId }) => volunteerId ?? [])), worksAt(actor, held.unitPath)];
    const today = this.clock.today();
    return rows.map((row) => {
      const written = row.volunteerId === null ? this.seals.guardianOf(row) : null;
      const guardian = row.volunteerId === null ? (written && { ...written, phone: maskPhone(written.phone), ownAccount: false }) : guardians.get(row.volunteerId) ?? null;
      return {
        id: row.id, state: stateOf(row, today), name: names.get(row.id) ?? '', bornOn: whole ? row.bornOn ?? row.writtenBornOn : null, number: row.number, guardian: guardian && { ...guardian, name: whole ? guardian.name : maskedName(guardian.name) },
        scan: row.scanId === null ? null : { id: row.scanId, page: row.scanPage ?? 1 }, registeredAt: row.registeredAt === null ? null : fromDbTime(row.registeredAt), version: row.version,
      };
    });
  }
}

const stateOf = (row: PupilRow, today: string): Pupil['state'] => {
  if (row.volunteerId === null) return row.scanId === null ? 'listed' : 'scanned';
  if (row.accountState !== 'active') return 'left';
  return row.bornOn !== null && isMinor(row.bornOn, today) ? 'registered' : 'adult';
};
