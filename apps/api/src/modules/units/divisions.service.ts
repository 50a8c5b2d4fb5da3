import { Injectable } from '@nestjs/common';
import type { closing, Division, divisionChange, divisionInput, divisionMerge, divisionQuery, Page, Travel } from '@kepu/contracts';
import { divisionLevel, isWithin } from '@kepu/domain';
import type { z } from 'zod';
import { AuditTrail } from '../../platform/audit/index.js';
import { can, reachOf, type Actor } from '../../platform/auth/actor.js';
import { auditActor } from '../../platform/auth/audit-actor.js';
import { Clock } from '../../platform/clock/index.js';
import { LENGTHS } from '../../platform/database/column-lengths.js';
import { newId, UniqueViolation, UnitOfWork } from '../../platform/database/index.js';
import { badReference, notFound, Refusal } from '../../platform/errors/refusal.js';
import { searchKey, sortKey } from '../../platform/pinyin/pinyin.js';
import { GrantsService } from '../identity/index.js';
import type { DivisionEntity } from './division.entity.js';
import { DivisionsRepository, type DivisionRow } from './divisions.repository.js';
import { Turns } from './turns.repository.js';
import { UnitNamesRepository } from './unit-names.repository.js';
import { UnitsRepository } from './units.repository.js';
import type { SuccessionHandler } from './unit-succession.service.js';
import { demandNotAhead, isOpen, reaches, wrongField } from './units.policy.js';

type Flags = Pick<DivisionEntity, 'urbanCore' | 'island' | 'mountain'>;
/** A division as the reference data give it. */
export interface NewDivision extends Partial<Flags> { readonly code: string; readonly name: string; readonly kind: Division['kind']; readonly parentCode: string | null; readonly openedOn?: string | null }

const names = (name: string) => ({ name, nameKey: sortKey(name, LENGTHS.searchKey), searchKey: searchKey([name], LENGTHS.searchKey) });
const entityOf = (given: NewDivision): DivisionEntity => ({
  id: given.code, ...names(given.name), kind: given.kind, parentId: given.parentCode, urbanCore: given.urbanCore ?? false, island: given.island ?? false, mountain: given.mountain ?? false,
  openedOn: given.openedOn ?? null, closedOn: null, successorId: null, version: 1,
});
const shown = ({ id, name, kind, parentId, urbanCore, island, mountain }: DivisionEntity) => ({ code: id, name, kind, parentCode: parentId, urbanCore, island, mountain });

/** Counties and townships: the scopes of rights, and the places of everything. */
@Injectable()
export class DivisionsService {
  private readonly followers = new Map<string, SuccessionHandler>();

  constructor(
    private readonly divisions: DivisionsRepository, private readonly units: UnitsRepository, private readonly unitNames: UnitNamesRepository, private readonly grants: GrantsService,
    private readonly turns: Turns, private readonly audit: AuditTrail, private readonly work: UnitOfWork, private readonly clock: Clock,
  ) {}

  /** What moves when a division ends in another one, by codes; `name` says what it is. A second one of the same name is a mistake in the wiring. */
  register(name: string, follower: SuccessionHandler): void {
    if (this.followers.has(name)) throw new Error(`${name} is registered already`);
    this.followers.set(name, follower);
  }

  async list(actor: Actor, query: z.output<typeof divisionQuery>): Promise<Page<Division>> {
    if (!can(actor, 'division:read')) return { data: [], total: 0 };
    const { rows, total } = await this.divisions.list(query, this.clock.today());
    const townships = await this.divisions.townshipsByParent(this.clock.today());
    return { data: rows.map((row) => view(row, townships)), total };
  }

  async get(actor: Actor, code: string): Promise<Division> {
    const row = can(actor, 'division:read') ? await this.divisions.row(code) : null;
    if (!row) throw notFound();
    return view(row, await this.divisions.townshipsByParent(this.clock.today()));
  }

  /** Errors: `division.code_taken`, `reference.not_found`, `input.invalid` for a code that does not lie in the parent. */
  async create(actor: Actor, given: z.output<typeof divisionInput>): Promise<Division> {
    const level = divisionLevel(given.code);
    const county = given.kind === 'county';
    if (given.kind === 'city') throw wrongField('body.kind', 'not_an_option');
    if (level !== (county ? 'county' : 'township') || !isWithin(given.code, given.parentCode)) throw wrongField('body.code', 'bad_format');
    await this.work.run(async () => {
      if (!reaches(reachOf(actor, 'division:write'), { divisionId: given.parentCode })) throw badReference('terms.unitFields.parent');
      const parent = await this.divisions.find(given.parentCode);
      if (!parent || !isOpen(parent, this.clock.today()) || parent.kind !== (county ? 'city' : 'county')) throw badReference('terms.unitFields.parent');
      await this.load(actor, [given]);
    }).catch((error: unknown) => {
      if (error instanceof UniqueViolation) throw new Refusal('division.code_taken', { params: { code: given.code }, cause: error });
      throw error;
    });
    return this.get(actor, given.code);
  }

  /** Inserts checked rows, parents first; for `create` and for the reference data. Inside a unit. */
  async load(actor: Actor, given: readonly NewDivision[]): Promise<void> {
    const rows = given.map(entityOf);
    await this.divisions.insert(rows);
    for (const row of rows) {
      await this.audit.record({ actor: auditActor(actor), action: 'division.created', subjectKind: 'division', subjectId: row.id, before: null, after: shown(row) });
    }
  }

  /** Whether the reference data are still to be loaded. */
  async isEmpty(): Promise<boolean> { return !(await this.divisions.any()); }

  /** Inserts checked estimates between counties, with one line in the audit trail. Inside a unit, into an empty table. */
  async loadTravel(actor: Actor, given: readonly Travel[]): Promise<void> {
    await this.divisions.insertTravel(given);
    await this.audit.record({ actor: auditActor(actor), action: 'travel.changed', subjectKind: 'travel', subjectId: newId(), before: null, after: { pairs: given.length } });
  }

  /** Errors: `version.stale`. */
  async update(actor: Actor, code: string, { version, name, ...flags }: z.output<typeof divisionChange>): Promise<Division> {
    await this.work.run(async () => {
      const before = await this.findFor(actor, code);
      const changes: Partial<DivisionEntity> = { ...flags, ...(name === undefined ? {} : names(name)) };
      if (!(await this.divisions.update(code, version, changes))) throw new Refusal('version.stale');
      await this.audit.record({ actor: auditActor(actor), action: 'division.changed', subjectKind: 'division', subjectId: code, before: shown(before), after: shown({ ...before, ...changes }) });
    });
    return this.get(actor, code);
  }

  /** Errors: `version.stale`, `division.closed`. */
  async close(actor: Actor, code: string, given: z.output<typeof closing>): Promise<Division> {
    await this.work.run(async () => {
      const before = await this.findFor(actor, code);
      if (!isOpen(before, this.clock.today()) || before.kind === 'city') throw new Refusal('division.closed');
      if (!(await this.divisions.update(code, given.version, { closedOn: given.on }))) throw new Refusal('version.stale');
      await this.audit.record({ actor: auditActor(actor), action: 'division.closed', subjectKind: 'division', subjectId: code, before: null, after: { closedOn: given.on } });
    });
    return this.get(actor, code);
  }

  /** Units and rights move to the successor. Errors: `division.closed`, `division.circular`, `division.not_empty`, `unit.name_taken`, `reference.not_found`. */
  async merge(actor: Actor, code: string, given: z.output<typeof divisionMerge>): Promise<Division> {
    const today = this.clock.today();
    demandNotAhead(given.on, today);
    await this.work.run(async () => {
      await this.turns.take('units');
      const before = await this.findFor(actor, code);
      if (!isOpen(before, today) || before.kind === 'city') throw new Refusal('division.closed');
      if (given.successorCode === code || given.successorCode.startsWith(code)) throw new Refusal('division.circular');
      const successor = await this.divisions.find(given.successorCode);
      if (!successor || !isOpen(successor, today) || (successor.kind === 'county') !== (before.kind === 'county') || successor.kind === 'city') throw badReference('terms.unitFields.successor');
      if (!reaches(reachOf(actor, 'division:write'), { divisionId: successor.id })) throw badReference('terms.unitFields.successor');
      // The codes of townships begin with their county's: they cannot move, only be merged into townships of the successor.
      if (await this.divisions.hasOpenBelow(code, today)) throw new Refusal('division.not_empty');
      const taken = await this.unitNames.sharedBetween(code, successor.id, today);
      if (taken) throw new Refusal('unit.name_taken', { params: { name: taken } });
      if (!(await this.divisions.update(code, before.version, { closedOn: given.on, successorId: successor.id }))) throw new Refusal('version.stale');
      const units = await this.units.moveDivision(code, successor.id);
      await this.grants.moveScope(actor, 'division', code, successor.id);
      for (const follower of this.followers.values()) await follower(code, successor.id, actor);
      const trace = { actor: auditActor(actor), action: 'division.merged', subjectKind: 'division', before: null };
      await this.audit.record({ ...trace, subjectId: code, after: { closedOn: given.on, successor: successor.id, units } });
      await this.audit.record({ ...trace, subjectId: successor.id, after: { merged: code, units } });
    });
    return this.get(actor, code);
  }

  async travel(actor: Actor): Promise<{ data: Travel[]; total: number }> {
    const data = can(actor, 'division:read') ? await this.divisions.travel() : [];
    return { data, total: data.length };
  }

  /** Errors: `reference.not_found`, for anything but two different counties. */
  async updateTravel(actor: Actor, given: Travel): Promise<Travel> {
    const [from = '', to = ''] = [given.from, given.to].sort();
    await this.work.run(async () => {
      await this.turns.take('units');
      const counties = (await this.divisions.findAll([from, to])).filter((row) => row.kind === 'county').map((row) => row.id);
      const fits = (code: string) => counties.includes(code) && reaches(reachOf(actor, 'division:write'), { divisionId: code });
      if (from === to || !fits(from) || !fits(to)) throw badReference('terms.unitFields.county');
      const before = await this.divisions.findTravel(from, to);
      await this.divisions.setTravel(from, to, given.minutes);
      await this.audit.record({ actor: auditActor(actor), action: 'travel.changed', subjectKind: 'travel', subjectId: before?.id ?? newId(), before: before && { from, to, minutes: before.minutes }, after: { from, to, minutes: given.minutes } });
    });
    return given;
  }

  private async findFor(actor: Actor, code: string): Promise<DivisionEntity> {
    const row = reaches(reachOf(actor, 'division:write'), { divisionId: code }) ? await this.divisions.find(code) : null;
    if (!row) throw notFound();
    return row;
  }
}

const view = (row: DivisionRow, townships: ReadonlyMap<string, number>): Division => ({
  code: row.code, name: row.name, kind: row.kind, parentCode: row.parentCode, urbanCore: Boolean(row.urbanCore), island: Boolean(row.island), mountain: Boolean(row.mountain),
  openedOn: row.openedOn, closedOn: row.closedOn, successor: row.successorCode === null ? null : { code: row.successorCode, name: row.successorName ?? '' },
  townships: row.kind === 'city' ? [...townships.values()].reduce((sum, count) => sum + count, 0) : townships.get(row.code) ?? 0, version: row.version,
});
