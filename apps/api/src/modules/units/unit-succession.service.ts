import { Injectable } from '@nestjs/common';
import type { Unit, unitMerge } from '@kepu/contracts';
import type { z } from 'zod';
import { AuditTrail } from '../../platform/audit/index.js';
import type { Actor } from '../../platform/auth/actor.js';
import { auditActor } from '../../platform/auth/audit-actor.js';
import { Clock } from '../../platform/clock/index.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { badReference, notFound, Refusal } from '../../platform/errors/refusal.js';
import { GrantsService } from '../identity/index.js';
import { Turns } from './turns.repository.js';
import { PATH_LENGTH } from './unit.entity.js';
import { unitKeys } from './unit.mapper.js';
import { UnitNamesRepository } from './unit-names.repository.js';
import { demandNotAhead, isOpen, wrongField } from './units.policy.js';
import { UnitsRepository } from './units.repository.js';
import { UnitsService } from './units.service.js';

/** Moves what belongs to a unit to its successor. Runs inside the unit of work of the merge, and may run again with it. */
export type SuccessionHandler = (fromUnit: string, toUnit: string, actor: Actor) => Promise<void>;

/** A unit ends in another one. What stands to the right of this module registers what moves with it. */
@Injectable()
export class UnitSuccession {
  private readonly handlers = new Map<string, SuccessionHandler>();

  constructor(
    private readonly service: UnitsService, private readonly units: UnitsRepository, private readonly names: UnitNamesRepository, private readonly grants: GrantsService,
    private readonly turns: Turns, private readonly audit: AuditTrail, private readonly work: UnitOfWork, private readonly clock: Clock,
  ) {}

  /** `name` says what moves (`assignments`); a second one of the same name is a mistake in the wiring. */
  register(name: string, handler: SuccessionHandler): void {
    if (this.handlers.has(name)) throw new Error(`${name} is registered already`);
    this.handlers.set(name, handler);
  }

  /**
   * Children, names, rights and whatever is registered move to the successor; the unit is closed and stays on its old papers.
   * Errors: `version.stale`, `unit.closed`, `unit.circular`, `reference.not_found`.
   */
  async merge(actor: Actor, id: string, given: z.output<typeof unitMerge>): Promise<Unit> {
    const today = this.clock.today();
    demandNotAhead(given.on, today);
    await this.work.run(async () => {
      await this.turns.take('units');
      const unit = await this.units.findFor(actor, id, 'unit:write');
      if (!unit) throw notFound();
      if (!isOpen(unit, today)) throw new Refusal('unit.closed');
      const successor = await this.units.findFor(actor, given.successorId, 'unit:write');
      if (successor?.path.startsWith(unit.path)) throw new Refusal('unit.circular');
      if (!successor || !isOpen(successor, today)) throw badReference('terms.unitFields.successor');
      if (!(await this.units.update(id, given.version, { closedOn: given.on, successorId: successor.id }))) throw new Refusal('version.stale');
      if ((await this.units.deepestPath(unit.path)) - unit.path.length + successor.path.length > PATH_LENGTH) throw wrongField('body.successorId', 'too_long', { maximum: PATH_LENGTH });
      const children = await this.units.moveChildren(id, successor.id);
      await this.units.movePaths(unit.path, successor.path, false);
      const names = await this.handNames(actor, id, successor.id, given.on);
      await this.grants.moveScope(actor, 'unit', id, successor.id);
      for (const handler of this.handlers.values()) await handler(id, successor.id, actor);
      const trace = { actor: auditActor(actor), action: 'unit.merged', subjectKind: 'unit' };
      await this.audit.record({ ...trace, subjectId: id, before: { name: unit.name }, after: { successor: { id: successor.id, name: successor.name }, closedOn: given.on } });
      await this.audit.record({ ...trace, subjectId: successor.id, before: null, after: { merged: { id, name: unit.name }, on: given.on, names, children } });
    });
    return this.service.get(actor, id);
  }

  /** All names of the ended unit become former names of the successor, so that papers still find it; the ended one keeps its own. */
  private async handNames(actor: Actor, fromUnit: string, toUnit: string, on: string): Promise<string[]> {
    const from = await this.service.get(actor, fromUnit, 'unit:write');
    const to = await this.service.get(actor, toUnit, 'unit:write');
    const known = new Set([to.name, to.fullName, ...to.aliases, ...to.formerNames.map((former) => former.name)]);
    const candidates = [...[from.name, from.fullName, ...from.aliases].map((name) => ({ name, until: on })), ...from.formerNames];
    const handed = candidates.filter(({ name }) => !known.has(name) && known.add(name));
    await this.names.add(toUnit, handed.map(({ name, until }) => ({ kind: 'former', name, untilDay: until })));
    const others = [...to.aliases, ...handed.map(({ name }) => name), ...to.formerNames.map((former) => former.name)];
    if (!(await this.units.update(toUnit, to.version, unitKeys(to.name, to.fullName, others)))) throw new Refusal('version.stale');
    return handed.map(({ name }) => name);
  }
}
