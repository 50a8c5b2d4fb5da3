import { Injectable } from '@nestjs/common';
import type { closing, merging, Page, Programme, programmeChange, programmeInput, ProgrammeMapping, programmeMappingChange, programmeMappingQuery, programmeQuery, ProgrammeSet, programmeSetInput } from '@kepu/contracts';
import { SORT_STEP } from '@kepu/domain';
import type { z } from 'zod';
import { AuditTrail } from '../../platform/audit/index.js';
import { can, type Actor } from '../../platform/auth/actor.js';
import { auditActor } from '../../platform/auth/audit-actor.js';
import { Clock } from '../../platform/clock/index.js';
import { newId, UniqueViolation, UnitOfWork } from '../../platform/database/index.js';
import { badReference, notFound, Refusal } from '../../platform/errors/refusal.js';
import type { ProgrammeEntity } from './dictionary.entity.js';
import { entryKeys, mappingView, programmeView, withAliases } from './dictionary.mapper.js';
import { ProgrammesRepository } from './programmes.repository.js';
import { Turns } from './turns.repository.js';
import { demandNotAhead, demandWholeCity, isOpen, wrongField } from './units.policy.js';

const shown = ({ setId, name, shortName, kind, aliases, sortNo }: ProgrammeEntity) => ({ setId, name, shortName, kind, aliases, sortNo });

/** The programmes of the papers, in sets by years. Plans keep the names that they were issued with, whatever happens here. */
@Injectable()
export class ProgrammesService {
  constructor(
    private readonly programmes: ProgrammesRepository, private readonly turns: Turns, private readonly audit: AuditTrail, private readonly work: UnitOfWork, private readonly clock: Clock,
  ) {}

  async list(actor: Actor, query: z.output<typeof programmeQuery>): Promise<Page<Programme>> {
    if (!can(actor, 'dictionary:read')) return { data: [], total: 0 };
    const { rows, total } = await this.programmes.list(query, this.clock.today());
    return { data: rows.map(programmeView), total };
  }

  async get(actor: Actor, id: string): Promise<Programme> {
    const row = can(actor, 'dictionary:read') ? await this.programmes.row(id) : null;
    if (!row) throw notFound();
    return programmeView(row);
  }

  async listSets(actor: Actor): Promise<Page<ProgrammeSet>> {
    const data = can(actor, 'dictionary:read') ? await this.programmes.sets(this.clock.today()) : [];
    return { data, total: data.length };
  }

  /** Empty, or with copies of another set's open programmes. Errors: `programme.name_taken`, `reference.not_found`. */
  async createSet(actor: Actor, given: z.output<typeof programmeSetInput>): Promise<ProgrammeSet> {
    if (given.toYear !== null && given.toYear < given.fromYear) throw wrongField('body.toYear', 'order');
    const id = newId();
    await this.change(actor, async () => {
      if (given.copyFromId && !(await this.programmes.findSet(given.copyFromId))) throw badReference('terms.unitFields.programmeSet');
      const set = { name: given.name, fromYear: given.fromYear, toYear: given.toYear };
      await this.programmes.insertSet({ id, ...set });
      await this.record(actor, 'programme_set.created', id, null, { ...set, copyFromId: given.copyFromId ?? null });
      const copied = given.copyFromId ? await this.programmes.openOf(given.copyFromId, this.clock.today()) : [];
      for (const programme of copied) await this.insert(actor, { ...programme, id: newId(), setId: id, closedOn: null, successorId: null, version: 1 });
    }).catch((error: unknown) => {
      if (error instanceof UniqueViolation) throw new Refusal('programme.name_taken', { params: { name: given.name }, cause: error });
      throw error;
    });
    const [set] = await this.programmes.sets(this.clock.today(), id);
    if (!set) throw notFound();
    return set;
  }

  /** Errors: `programme.name_taken`, `reference.not_found`. */
  async create(actor: Actor, given: z.output<typeof programmeInput>): Promise<Programme> {
    const id = newId();
    await this.change(actor, async () => {
      if (!(await this.programmes.findSet(given.setId))) throw badReference('terms.unitFields.programmeSet');
      const others = await this.programmes.openOf(given.setId, this.clock.today());
      demandFree(others, [given.name, ...given.aliases]);
      const sortNo = given.sortNo ?? Math.max(0, ...others.map((other) => other.sortNo)) + SORT_STEP;
      await this.insert(actor, { id, setId: given.setId, ...entryKeys(given.name, given.aliases), shortName: given.shortName, kind: given.kind, sortNo, closedOn: null, successorId: null, version: 1 });
    });
    return this.get(actor, id);
  }

  /** A former name stays as an alias, so that earlier papers still match. Errors: `version.stale`, `programme.name_taken`. */
  async update(actor: Actor, id: string, { version, name, aliases, ...given }: z.output<typeof programmeChange>): Promise<Programme> {
    await this.change(actor, async () => {
      const before = await this.find(id);
      const next = name ?? before.name;
      const kept = withAliases(next, aliases ?? before.aliases, next === before.name ? [] : [before.name]);
      if (isOpen(before, this.clock.today())) demandFree((await this.programmes.openOf(before.setId, this.clock.today())).filter((other) => other.id !== id), [next, ...kept]);
      const changes = { ...given, ...entryKeys(next, kept) };
      if (!(await this.programmes.update(id, version, changes))) throw new Refusal('version.stale');
      await this.record(actor, 'programme.changed', id, shown(before), shown({ ...before, ...changes }));
    });
    return this.get(actor, id);
  }

  /** Errors: `programme.name_taken`. */
  async addAlias(actor: Actor, id: string, name: string): Promise<void> {
    await this.change(actor, async () => {
      const before = await this.find(id);
      if ([before.name, ...before.aliases].includes(name)) return;
      demandFree((await this.programmes.openOf(before.setId, this.clock.today())).filter((other) => other.id !== id), [name]);
      const changes = entryKeys(before.name, [...before.aliases, name]);
      if (!(await this.programmes.update(id, before.version, changes))) throw new Refusal('version.stale');
      await this.record(actor, 'programme.changed', id, { aliases: before.aliases }, { aliases: changes.aliases });
    });
  }

  /** Errors: `version.stale`, `term.closed`. */
  async close(actor: Actor, id: string, given: z.output<typeof closing>): Promise<Programme> {
    await this.change(actor, async () => {
      const before = await this.find(id);
      if (!isOpen(before, this.clock.today())) throw new Refusal('term.closed');
      if (!(await this.programmes.update(id, given.version, { closedOn: given.on }))) throw new Refusal('version.stale');
      await this.record(actor, 'programme.closed', id, { closedOn: before.closedOn }, { closedOn: given.on });
    });
    return this.get(actor, id);
  }

  /** The name becomes an alias of the successor. Errors: `version.stale`, `term.closed`, `reference.not_found`. */
  async merge(actor: Actor, id: string, given: z.output<typeof merging>): Promise<Programme> {
    demandNotAhead(given.on, this.clock.today());
    await this.change(actor, async () => {
      const before = await this.find(id);
      if (!isOpen(before, this.clock.today())) throw new Refusal('term.closed');
      const successor = given.successorId === id ? null : await this.programmes.find(given.successorId);
      if (successor?.setId !== before.setId || !isOpen(successor, this.clock.today())) throw badReference('terms.unitFields.successor');
      if (!(await this.programmes.update(id, given.version, { closedOn: given.on, successorId: successor.id }))) throw new Refusal('version.stale');
      const keys = entryKeys(successor.name, withAliases(successor.name, successor.aliases, [before.name, ...before.aliases]));
      if (!(await this.programmes.update(successor.id, successor.version, keys))) throw new Refusal('version.stale');
      await this.record(actor, 'programme.merged', id, { name: before.name }, { closedOn: given.on, successor: { id: successor.id, name: successor.name } });
      await this.record(actor, 'programme.merged', successor.id, { aliases: successor.aliases }, { aliases: keys.aliases, merged: { id, name: before.name } });
    });
    return this.get(actor, id);
  }

  /** Which programmes of one set go on with those of another. */
  async mappings(actor: Actor, { fromSetId, toSetId }: z.output<typeof programmeMappingQuery>): Promise<Page<ProgrammeMapping>> {
    const data = can(actor, 'dictionary:read') ? (await this.programmes.mappings(fromSetId, toSetId, this.clock.today())).map(mappingView) : [];
    return { data, total: data.length };
  }

  /** Whether anybody has said anything of any. */
  mapped(): Promise<boolean> { return this.programmes.anyMapping(); }

  /** Errors: `version.stale`, `reference.not_found`. */
  async map(actor: Actor, fromId: string, { version, toSetId, toId, ask, note }: z.output<typeof programmeMappingChange>): Promise<ProgrammeMapping> {
    await this.change(actor, async () => {
      const from = await this.find(fromId);
      const [set, to] = [await this.programmes.findSet(toSetId), toId === null ? null : await this.programmes.find(toId)];
      if (!set || set.id === from.setId) throw badReference('terms.unitFields.programmeSet');
      if (toId !== null && (to?.setId !== toSetId || !isOpen(to, this.clock.today()))) throw badReference('terms.unitFields.successor');
      const before = await this.programmes.findMapping(fromId, toSetId);
      const said = { toId, ask: ask || toId === null, note };
      if (version !== (before?.version ?? 0)) throw new Refusal('version.stale');
      if (before) { if (!(await this.programmes.updateMapping(before.id, version, said))) throw new Refusal('version.stale'); } else await this.programmes.insertMapping({ id: newId(), fromId, toSetId, ...said, version: 1 });
      await this.record(actor, 'programme.mapped', fromId, before && { set: set.name, toId: before.toId, ask: before.ask, note: before.note }, { set: set.name, to: to?.name ?? null, ask: said.ask, note });
    });
    const [row] = await this.programmes.mappingsOf([fromId], toSetId);
    if (!row) throw notFound();
    return mappingView(row);
  }

  private async insert(actor: Actor, row: ProgrammeEntity): Promise<void> {
    await this.programmes.insert(row);
    await this.record(actor, 'programme.created', row.id, null, shown(row));
  }

  private async change(actor: Actor, write: () => Promise<void>): Promise<void> {
    demandWholeCity(actor, 'dictionary:write');
    await this.work.run(async () => {
      await this.turns.take('dictionaries');
      await write();
    });
  }

  private async find(id: string): Promise<ProgrammeEntity> {
    const row = await this.programmes.find(id);
    if (!row) throw notFound();
    return row;
  }

  private async record(actor: Actor, action: string, id: string, before: Record<string, unknown> | null, after: Record<string, unknown>): Promise<void> {
    await this.audit.record({ actor: auditActor(actor), action, subjectKind: action.startsWith('programme_set') ? 'programme_set' : 'programme', subjectId: id, before, after });
  }
}

/** A name means one open programme of its set, alias or not. Errors: `programme.name_taken`. */
const demandFree = (others: readonly ProgrammeEntity[], names: readonly string[]): void => {
  const inUse = new Set(others.flatMap((other) => [other.name, ...other.aliases]));
  const name = names.find((candidate) => inUse.has(candidate));
  if (name !== undefined) throw new Refusal('programme.name_taken', { params: { name } });
};
