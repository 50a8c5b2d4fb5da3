import { Injectable } from '@nestjs/common';
import type { closing, HistoryEntry, Page, Permission, Unit, unitChange, unitInput, unitQuery, unitRename } from '@kepu/contracts';
import { addDays, proposedSortNo, SORT_STEP } from '@kepu/domain';
import type { z } from 'zod';
import { AuditTrail } from '../../platform/audit/index.js';
import { reachOf, type Actor } from '../../platform/auth/actor.js';
import { auditActor } from '../../platform/auth/audit-actor.js';
import { Clock } from '../../platform/clock/index.js';
import { newId, UnitOfWork } from '../../platform/database/index.js';
import { badReference, notFound, Refusal } from '../../platform/errors/refusal.js';
import { AuditQueries } from '../identity/index.js';
import { DivisionsRepository } from './divisions.repository.js';
import { Turns } from './turns.repository.js';
import { PATH_LENGTH, type UnitEntity } from './unit.entity.js';
import { unitKeys, unitState, unitView } from './unit.mapper.js';
import { UnitNamesRepository } from './unit-names.repository.js';
import { demandNotAhead, isOpen, reaches, wrongField } from './units.policy.js';
import { UnitsRepository } from './units.repository.js';

/** How many units may stand one above the other. */
const LEVELS = Math.floor((PATH_LENGTH - 1) / 37);

/** The bodies that act: who they are, where they stand, and how they were called. */
@Injectable()
export class UnitsService {
  constructor(
    private readonly units: UnitsRepository, private readonly names: UnitNamesRepository, private readonly divisions: DivisionsRepository, private readonly turns: Turns,
    private readonly history: AuditQueries, private readonly audit: AuditTrail, private readonly work: UnitOfWork, private readonly clock: Clock,
  ) {}

  async list(actor: Actor, query: z.output<typeof unitQuery>): Promise<Page<Unit>> {
    const { rows, total } = await this.units.listFor(actor, query, this.clock.today());
    const names = await this.names.of(rows.map((row) => row.id));
    return { data: rows.map((row) => unitView(row, names)), total };
  }

  /** Errors: `resource.not_found`, also for a unit out of the actor's reach. */
  async get(actor: Actor, id: string, permission: Permission = 'unit:read'): Promise<Unit> {
    const row = await this.units.findFor(actor, id, permission);
    if (!row) throw notFound();
    return unitView(row, row.hasOthers ? await this.names.of([id]) : []);
  }

  /** With what happened to the units that ended in this one. */
  async historyOf(actor: Actor, id: string): Promise<Page<HistoryEntry>> {
    await this.get(actor, id);
    const parts: Page<HistoryEntry>[] = [];
    for (const unit of [id, ...(await this.units.predecessors(id))]) parts.push(await this.history.historyOf('unit', unit));
    const data = parts.flatMap((part) => part.data).sort((a, b) => (a.id < b.id ? 1 : -1)).slice(0, 200);
    return { data, total: parts.reduce((sum, part) => sum + part.total, 0) };
  }

  /** A body that applied by itself, admitted by whoever decides for its county. Errors: `unit.name_taken`, `reference.not_found`. */
  admit(actor: Actor, given: Pick<z.output<typeof unitInput>, 'name' | 'kind' | 'divisionCode'>): Promise<Unit> {
    return this.create(actor, { ...given, fullName: given.name, aliases: [], parentId: null, hostsOffice: false, openedOn: null }, 'unit-application:decide');
  }

  /** Errors: `unit.name_taken`, `reference.not_found`. */
  async create(actor: Actor, given: z.output<typeof unitInput>, permission: Permission = 'unit:write'): Promise<Unit> {
    const id = newId();
    return this.work.run(async () => {
      await this.turns.take('units');
      const division = await this.demandDivision(actor, given.divisionCode, permission);
      const parent = given.parentId === null ? null : await this.openParent(actor, given.parentId);
      const path = `${parent?.path ?? '/'}${id}/`;
      if (path.length > PATH_LENGTH) throw tooDeep();
      await this.demandFreeNames(given.divisionCode, [given.name, given.fullName, ...given.aliases], id);
      const row = {
        id, ...unitKeys(given.name, given.fullName, given.aliases), kind: given.kind, divisionId: given.divisionCode, parentId: given.parentId, path,
        sortNo: given.sortNo ?? (await this.nextSortNo(given.kind, given.divisionCode)), hostsOffice: given.hostsOffice, openedOn: given.openedOn, closedOn: null, successorId: null, version: 1,
      };
      await this.units.insert(row);
      const names = given.aliases.map((name) => ({ unitId: id, kind: 'alias' as const, name, untilDay: null }));
      await this.names.add(id, names);
      // What has just been written is not read again: every part of it is at hand.
      const after = unitView({
        ...row, hostsOffice: Number(row.hostsOffice), divisionCode: given.divisionCode, divisionName: division.name, parentName: parent?.name ?? null, successorName: null,
      }, names);
      await this.audit.record({ actor: auditActor(actor), action: 'unit.created', subjectKind: 'unit', subjectId: id, before: null, after: unitState(after) });
      return after;
    });
  }

  /** Everything but the name. Errors: `version.stale`, `unit.name_taken`, `unit.circular`, `reference.not_found`. */
  async update(actor: Actor, id: string, { version, divisionCode, aliases, ...given }: z.output<typeof unitChange>): Promise<Unit> {
    await this.work.run(async () => {
      await this.turns.take('units');
      const before = await this.get(actor, id, 'unit:write');
      const changes: Partial<UnitEntity> = { ...given };
      if (divisionCode !== undefined && divisionCode !== before.division.code) {
        await this.demandDivision(actor, divisionCode);
        changes.divisionId = divisionCode;
      }
      const fullName = given.fullName ?? before.fullName;
      const kept = aliases ?? before.aliases;
      if (isOpen(before, this.clock.today())) await this.demandFreeNames(divisionCode ?? before.division.code, [before.name, fullName, ...kept], id);
      Object.assign(changes, unitKeys(before.name, fullName, [...kept, ...before.formerNames.map((former) => former.name)]));
      const moved = given.parentId !== undefined && given.parentId !== (before.parent?.id ?? null) ? await this.pathUnder(actor, id, given.parentId) : null;
      if (!(await this.units.update(id, version, changes))) throw new Refusal('version.stale');
      if (moved) await this.units.movePaths(moved.from, moved.to, true);
      if (aliases) await this.names.replaceAliases(id, aliases);
      const after = await this.get(actor, id, 'unit:write');
      await this.audit.record({ actor: auditActor(actor), action: 'unit.changed', subjectKind: 'unit', subjectId: id, before: unitState(before), after: unitState(after) });
    });
    return this.get(actor, id);
  }

  /** A name that a paper printed becomes an alias; one that the unit has already stays as it is. Errors: `unit.name_taken`. */
  async addAlias(actor: Actor, id: string, name: string): Promise<void> {
    await this.work.run(async () => {
      await this.turns.take('units');
      const before = await this.get(actor, id, 'unit:write');
      if ([before.name, before.fullName, ...before.aliases].includes(name)) return;
      await this.demandFreeNames(before.division.code, [name], id);
      const keys = unitKeys(before.name, before.fullName, [...before.aliases, name, ...before.formerNames.map((former) => former.name)]);
      if (!(await this.units.update(id, before.version, keys))) throw new Refusal('version.stale');
      await this.names.add(id, [{ kind: 'alias', name, untilDay: null }]);
      await this.audit.record({ actor: auditActor(actor), action: 'unit.changed', subjectKind: 'unit', subjectId: id, before: { aliases: before.aliases }, after: { aliases: [...before.aliases, name] } });
    });
  }

  /** The old names stay findable, and match where an old paper prints them. Errors: `version.stale`, `unit.name_taken`, `unit.closed`. */
  async rename(actor: Actor, id: string, given: z.output<typeof unitRename>): Promise<Unit> {
    demandNotAhead(given.on, this.clock.today());
    await this.work.run(async () => {
      await this.turns.take('units');
      const before = await this.get(actor, id, 'unit:write');
      if (!isOpen(before, this.clock.today())) throw new Refusal('unit.closed');
      await this.demandFreeNames(before.division.code, [given.name, given.fullName], id);
      const present = [given.name, given.fullName];
      const former = [...new Set([before.name, before.fullName])].filter((name) => !present.includes(name));
      const aliases = before.aliases.filter((name) => !present.includes(name) && !former.includes(name));
      const keys = unitKeys(given.name, given.fullName, [...aliases, ...former, ...before.formerNames.map((entry) => entry.name)]);
      if (!(await this.units.update(id, given.version, keys))) throw new Refusal('version.stale');
      const until = addDays(given.on, -1);
      await this.names.removeAliases(id, [...present, ...former]);
      await this.names.add(id, former.map((name) => ({ kind: 'former', name, untilDay: until })));
      await this.audit.record({
        actor: auditActor(actor), action: 'unit.renamed', subjectKind: 'unit', subjectId: id, before: { name: before.name, fullName: before.fullName, until },
        after: { name: given.name, fullName: given.fullName, on: given.on },
      });
    });
    return this.get(actor, id);
  }

  /** Old papers keep showing it. Errors: `version.stale`, `unit.closed`. */
  async close(actor: Actor, id: string, given: z.output<typeof closing>): Promise<Unit> {
    await this.work.run(async () => {
      await this.turns.take('units');
      const before = await this.get(actor, id, 'unit:write');
      if (!isOpen(before, this.clock.today())) throw new Refusal('unit.closed');
      if (!(await this.units.update(id, given.version, { closedOn: given.on }))) throw new Refusal('version.stale');
      await this.audit.record({ actor: auditActor(actor), action: 'unit.closed', subjectKind: 'unit', subjectId: id, before: { closedOn: before.closedOn }, after: { closedOn: given.on } });
    });
    return this.get(actor, id);
  }

  private async demandDivision(actor: Actor, code: string, permission: Permission = 'unit:write'): Promise<{ name: string }> {
    const division = reaches(reachOf(actor, permission), { divisionId: code }) ? await this.divisions.term(code) : null;
    if (!division || !isOpen(division, this.clock.today())) throw badReference('terms.unitFields.division');
    return division;
  }

  private async openParent(actor: Actor, id: string): Promise<{ id: string; name: string; path: string }> {
    const parent = await this.units.findFor(actor, id, 'unit:write');
    if (!parent || !isOpen(parent, this.clock.today())) throw badReference('terms.unitFields.parent');
    return parent;
  }

  private async demandFreeNames(divisionCode: string, names: readonly string[], id: string): Promise<void> {
    const taken = await this.names.taken(divisionCode, [...new Set(names)], id, this.clock.today());
    if (taken) throw new Refusal('unit.name_taken', { params: { name: taken } });
  }

  private async pathUnder(actor: Actor, id: string, parentId: string | null): Promise<{ from: string; to: string }> {
    const unit = await this.units.findFor(actor, id, 'unit:write');
    if (!unit) throw notFound();
    const parent = parentId === null ? null : await this.openParent(actor, parentId);
    if (parent?.path.startsWith(unit.path)) throw new Refusal('unit.circular');
    const to = `${parent?.path ?? '/'}${id}/`;
    if ((await this.units.deepestPath(unit.path)) - unit.path.length + to.length > PATH_LENGTH) throw tooDeep();
    return { from: unit.path, to };
  }

  private async nextSortNo(kind: Unit['kind'], divisionCode: string): Promise<number> {
    const places = await this.units.placesIn(divisionCode, this.clock.today());
    return (places.length > 0 ? proposedSortNo(kind, places) : null) ?? (await this.units.highestSortNo()) + SORT_STEP;
  }
}

const tooDeep = (): Refusal => wrongField('body.parentId', 'too_long', { maximum: LEVELS });
