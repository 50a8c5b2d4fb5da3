import { Injectable } from '@nestjs/common';
import type { Page, TeamKind, teamKindChange, teamKindInput } from '@kepu/contracts';
import type { z } from 'zod';
import { AuditTrail } from '../../platform/audit/index.js';
import type { Actor, PersonActor } from '../../platform/auth/actor.js';
import { auditActor } from '../../platform/auth/audit-actor.js';
import { newId, UniqueViolation, UnitOfWork } from '../../platform/database/index.js';
import { notFound, Refusal } from '../../platform/errors/refusal.js';
import { TeamKindsRepository, type TeamKindRow } from './team-kinds.repository.js';

/** A kind as the seeds give it. */
export type NewTeamKind = Pick<TeamKind, 'key' | 'name' | 'note' | 'sortNo'>;
const view = ({ seedKey, closed, teams, ...row }: TeamKindRow): TeamKind => ({ ...row, key: seedKey, closed: Number(closed) === 1, teams: Number(teams) });

/** Kinds of teams: data of the office, begun with those of the seeds. */
@Injectable()
export class TeamKinds {
  constructor(private readonly rows: TeamKindsRepository, private readonly audit: AuditTrail, private readonly work: UnitOfWork) {}

  async list(actor: Actor): Promise<Page<TeamKind>> {
    const data = (await this.rows.listFor(actor)).map(view);
    return { data, total: data.length };
  }
  /** Loads the kinds of the seeds into an empty list; one that holds anything stays as it is. */
  async load(kinds: readonly NewTeamKind[]): Promise<void> {
    await this.work.run(async () => {
      if (await this.rows.any()) return;
      await this.rows.insert(kinds.map(({ key, ...kind }) => ({ id: newId(), seedKey: key, ...kind, closed: false, version: 1 })));
    });
  }
  /** Errors: `team.name_taken`. */
  async create(actor: PersonActor, given: z.output<typeof teamKindInput>): Promise<TeamKind> {
    const id = newId();
    await this.work.run(async () => {
      await this.rows.insert([{ id, seedKey: id, ...given, sortNo: (await this.rows.lastPlace()) + 10, closed: false, version: 1 }]);
      await this.audit.record({ actor: auditActor(actor), action: 'team_kind.created', subjectKind: 'team_kind', subjectId: id, before: null, after: given });
    }).catch(taken);
    return this.one(actor, id);
  }
  /** Errors: `resource.not_found`, `version.stale`, `team.name_taken`. */
  async change(actor: PersonActor, id: string, { version, ...given }: z.output<typeof teamKindChange>): Promise<TeamKind> {
    const changes = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as Partial<Pick<TeamKind, 'name' | 'note' | 'sortNo' | 'closed'>>;
    await this.work.run(async () => {
      const before = await this.rows.find(id);
      if (!before) throw notFound();
      if (!(await this.rows.update(id, version, changes))) throw new Refusal('version.stale');
      await this.audit.record({ actor: auditActor(actor), action: 'team_kind.changed', subjectKind: 'team_kind', subjectId: id, before: { name: before.name, note: before.note, sortNo: before.sortNo, closed: before.closed }, after: changes });
    }).catch(taken);
    return this.one(actor, id);
  }

  private async one(actor: Actor, id: string): Promise<TeamKind> {
    const found = (await this.list(actor)).data.find((kind) => kind.id === id);
    if (!found) throw notFound();
    return found;
  }
}

/** Of two who give one name at the same moment, one does. */
export const taken = (error: unknown): never => { throw error instanceof UniqueViolation && error.constraint.includes('name') ? new Refusal('team.name_taken', { cause: error }) : error; };
