import { Injectable } from '@nestjs/common';
import type { closing, merging, Page, Term, termChange, termInput, termQuery } from '@kepu/contracts';
import { SORT_STEP } from '@kepu/domain';
import type { z } from 'zod';
import { AuditTrail } from '../../platform/audit/index.js';
import { can, type Actor } from '../../platform/auth/actor.js';
import { auditActor } from '../../platform/auth/audit-actor.js';
import { Clock } from '../../platform/clock/index.js';
import { newId, UnitOfWork } from '../../platform/database/index.js';
import { badReference, notFound, Refusal } from '../../platform/errors/refusal.js';
import type { TermEntity } from './dictionary.entity.js';
import { entryKeys, termView, withAliases } from './dictionary.mapper.js';
import { TermsRepository } from './terms.repository.js';
import { Turns } from './turns.repository.js';
import { demandNotAhead, demandWholeCity, isOpen } from './units.policy.js';

const shown = ({ kind, name, aliases, parentId, sortNo }: TermEntity) => ({ kind, name, aliases, parentId, sortNo });

/** Topics and audiences. */
@Injectable()
export class TermsService {
  constructor(
    private readonly terms: TermsRepository, private readonly turns: Turns, private readonly audit: AuditTrail, private readonly work: UnitOfWork, private readonly clock: Clock,
  ) {}

  async list(actor: Actor, query: z.output<typeof termQuery>): Promise<Page<Term>> {
    if (!can(actor, 'dictionary:read')) return { data: [], total: 0 };
    const { rows, total } = await this.terms.list(query, this.clock.today());
    return { data: rows.map(termView), total };
  }

  async get(actor: Actor, id: string): Promise<Term> {
    const row = can(actor, 'dictionary:read') ? await this.terms.row(id) : null;
    if (!row) throw notFound();
    return termView(row);
  }

  /** Errors: `term.name_taken`, `reference.not_found`. */
  async create(actor: Actor, given: z.output<typeof termInput>): Promise<Term> {
    const id = newId();
    await this.change(actor, async () => {
      await this.demandParent(given.kind, given.parentId, id);
      await this.demandFreeName(given.kind, given.name, id);
      const sortNo = given.sortNo ?? (await this.terms.highestSortNo(given.kind, given.parentId)) + SORT_STEP;
      const row: TermEntity = { id, kind: given.kind, ...entryKeys(given.name, given.aliases), parentId: given.parentId, sortNo, closedOn: null, successorId: null, version: 1 };
      await this.terms.insert(row);
      await this.record(actor, 'term.created', id, null, shown(row));
    });
    return this.get(actor, id);
  }

  /** Errors: `version.stale`, `term.name_taken`, `reference.not_found`. */
  async update(actor: Actor, id: string, { version, name, aliases, ...given }: z.output<typeof termChange>): Promise<Term> {
    await this.change(actor, async () => {
      const before = await this.find(id);
      if (given.parentId !== undefined) await this.demandParent(before.kind, given.parentId, id);
      const next = name ?? before.name;
      if (isOpen(before, this.clock.today())) await this.demandFreeName(before.kind, next, id);
      const changes = { ...given, ...entryKeys(next, aliases ?? before.aliases) };
      if (!(await this.terms.update(id, version, changes))) throw new Refusal('version.stale');
      await this.record(actor, 'term.changed', id, shown(before), shown({ ...before, ...changes }));
    });
    return this.get(actor, id);
  }

  /** Errors: `version.stale`, `term.closed`. */
  async close(actor: Actor, id: string, given: z.output<typeof closing>): Promise<Term> {
    await this.change(actor, async () => {
      const before = await this.find(id);
      if (!isOpen(before, this.clock.today())) throw new Refusal('term.closed');
      if (!(await this.terms.update(id, given.version, { closedOn: given.on }))) throw new Refusal('version.stale');
      await this.record(actor, 'term.closed', id, { closedOn: before.closedOn }, { closedOn: given.on });
    });
    return this.get(actor, id);
  }

  /** The name becomes an alias of the successor; what stands below moves there. Errors: `version.stale`, `term.closed`, `reference.not_found`. */
  async merge(actor: Actor, id: string, given: z.output<typeof merging>): Promise<Term> {
    demandNotAhead(given.on, this.clock.today());
    await this.change(actor, async () => {
      const before = await this.find(id);
      if (!isOpen(before, this.clock.today())) throw new Refusal('term.closed');
      const successor = given.successorId === id ? null : await this.terms.find(given.successorId);
      const hasChildren = await this.terms.hasChildren(id);
      const fits = successor?.kind === before.kind && isOpen(successor, this.clock.today()) && !(hasChildren && successor.parentId !== null);
      if (!successor || !fits) throw badReference('terms.unitFields.successor');
      if (!(await this.terms.update(id, given.version, { closedOn: given.on, successorId: successor.id }))) throw new Refusal('version.stale');
      if (hasChildren) await this.terms.moveChildren(id, successor.id);
      const keys = entryKeys(successor.name, withAliases(successor.name, successor.aliases, [before.name, ...before.aliases]));
      if (!(await this.terms.update(successor.id, successor.version, keys))) throw new Refusal('version.stale');
      await this.record(actor, 'term.merged', id, { name: before.name }, { closedOn: given.on, successor: { id: successor.id, name: successor.name } });
      await this.record(actor, 'term.merged', successor.id, { aliases: successor.aliases }, { aliases: keys.aliases, merged: { id, name: before.name } });
    });
    return this.get(actor, id);
  }

  private async change(actor: Actor, write: () => Promise<void>): Promise<void> {
    demandWholeCity(actor, 'dictionary:write');
    await this.work.run(async () => {
      await this.turns.take('dictionaries');
      await write();
    });
  }

  private async find(id: string): Promise<TermEntity> {
    const row = await this.terms.find(id);
    if (!row) throw notFound();
    return row;
  }

  private async demandFreeName(kind: Term['kind'], name: string, id: string): Promise<void> {
    if (await this.terms.nameTaken(kind, name, id, this.clock.today())) throw new Refusal('term.name_taken', { params: { name } });
  }

  /** Topics have two levels, audiences one. */
  private async demandParent(kind: Term['kind'], parentId: string | null, id: string): Promise<void> {
    if (parentId === null) return;
    const parent = kind === 'topic' && parentId !== id ? await this.terms.find(parentId) : null;
    const fits = parent?.kind === kind && parent.parentId === null && isOpen(parent, this.clock.today()) && !(await this.terms.hasChildren(id));
    if (!fits) throw badReference('terms.unitFields.parent');
  }

  private async record(actor: Actor, action: string, id: string, before: Record<string, unknown> | null, after: Record<string, unknown>): Promise<void> {
    await this.audit.record({ actor: auditActor(actor), action, subjectKind: 'term', subjectId: id, before, after });
  }
}
