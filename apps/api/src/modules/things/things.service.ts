import { Injectable } from '@nestjs/common';
import type { Page, SharedThing, sharedThingChange, sharedThingInput, sharedThingQuery } from '@kepu/contracts';
import type { z } from 'zod';
import { AuditTrail } from '../../platform/audit/index.js';
import { reaches, reachOf, type PersonActor } from '../../platform/auth/actor.js';
import { auditActor } from '../../platform/auth/audit-actor.js';
import { Clock } from '../../platform/clock/index.js';
import { LENGTHS } from '../../platform/database/column-lengths.js';
import { newId, UniqueViolation, UnitOfWork } from '../../platform/database/index.js';
import { badReference, notFound, Refusal } from '../../platform/errors/refusal.js';
import { searchKey } from '../../platform/pinyin/pinyin.js';
import { UnitDirectory } from '../units/index.js';
import { ThingsRepository, type ThingRow } from './things.repository.js';

/** What units share: a register of things and who keeps them. */
@Injectable()
export class Things {
  constructor(private readonly rows: ThingsRepository, private readonly units: UnitDirectory, private readonly audit: AuditTrail, private readonly work: UnitOfWork, private readonly clock: Clock) {}

  async list(actor: PersonActor, query: z.output<typeof sharedThingQuery>): Promise<Page<SharedThing>> {
    const { rows, total } = await this.rows.list(query);
    return { data: rows.map((row) => this.view(actor, row)), total };
  }
  async get(actor: PersonActor, id: string): Promise<SharedThing> {
    const row = await this.rows.find(id);
    if (!row) throw notFound();
    return this.view(actor, row);
  }
  /** Errors: `reference.not_found`, `thing.name_taken`. */
  async create(actor: PersonActor, { unitId, name, ...given }: z.output<typeof sharedThingInput>): Promise<SharedThing> {
    const id = newId();
    await this.work.run(async () => {
      if (!(await this.units.openUnitIds(actor, 'thing:write', [unitId])).has(unitId)) throw badReference('terms.thingFields.unit');
      await this.rows.insert({ id, unitId, name, nameKey: searchKey([name], LENGTHS.searchKey), ...given, closed: false, createdAt: this.clock.now(), createdBy: actor.accountId, version: 1 });
      await this.audit.record({ actor: auditActor(actor), action: 'shared_thing.created', subjectKind: 'shared_thing', subjectId: id, before: null, after: { name, unitId, ...given } });
    }).catch(taken);
    return this.get(actor, id);
  }
  /** Errors: `resource.not_found`, `version.stale`, `thing.name_taken`. */
  async change(actor: PersonActor, id: string, { version, ...given }: z.output<typeof sharedThingChange>): Promise<SharedThing> {
    const changes = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as { [K in keyof typeof given]: Exclude<(typeof given)[K], undefined> };
    await this.work.run(async () => {
      const before = await this.rows.findFor(actor, id);
      if (!before) throw notFound();
      if (!(await this.rows.update(id, version, { ...changes, ...(changes.name === undefined ? {} : { nameKey: searchKey([changes.name], LENGTHS.searchKey) }) }))) throw new Refusal('version.stale');
      await this.audit.record({ actor: auditActor(actor), action: 'shared_thing.changed', subjectKind: 'shared_thing', subjectId: id, before: { name: before.name, kind: before.kind, about: before.about, needs: before.needs, shown: Number(before.shown) === 1, closed: Number(before.closed) === 1 }, after: changes });
    }).catch(taken);
    return this.get(actor, id);
  }

  private view(actor: PersonActor, { unitId, unitName, unitPath, divisionId, shown, closed, waiting, ...row }: ThingRow): SharedThing {
    const write = reaches(reachOf(actor, 'thing:write'), { path: unitPath, divisionId });
    return { ...row, unit: { id: unitId, name: unitName }, shown: Number(shown) === 1, closed: Number(closed) === 1, waiting: write ? Number(waiting) : null, may: { write } };
  }
}

/** Of two who give one name at the same moment, one does. */
const taken = (error: unknown): never => { throw error instanceof UniqueViolation && error.constraint.includes('name') ? new Refusal('thing.name_taken', { cause: error }) : error; };
