import { Injectable } from '@nestjs/common';
import type { Registration } from '@kepu/contracts';
import { label } from '@kepu/contracts/labels';
import { next, standingLifecycle, type StandingAction } from '@kepu/domain';
import { AuditTrail } from '../../platform/audit/index.js';
import type { Actor, PersonActor } from '../../platform/auth/actor.js';
import { auditActor } from '../../platform/auth/audit-actor.js';
import { Clock } from '../../platform/clock/index.js';
import { newId, UnitOfWork } from '../../platform/database/index.js';
import { notFound, Refusal } from '../../platform/errors/refusal.js';
import { Jobs } from '../../platform/jobs/index.js';
import { AccountsService, PersonTurns } from '../identity/index.js';
import { PoolTerms } from '../talents/index.js';
import { RealNameViews } from './real-name-views.js';
import { RealNamesRepository } from './real-names.repository.js';
import { RegistrationDependents } from './registration-dependents.js';
import { StandingsRepository } from './standings.repository.js';
import { VolunteerListsRepository } from './volunteer-lists.repository.js';
import type { VolunteerEntity } from './volunteer.entity.js';
import { VolunteersRepository } from './volunteers.repository.js';

const system = { kind: 'system', task: 'registrations' } as const;
const acts = { freeze: 'volunteer.frozen', suspend: 'volunteer.suspended', unfreeze: 'volunteer.unfrozen', void: 'volunteer.made_void' } as const;

/** Whether registrations hold: frozen while something has to be cleared up, void for good where they were false, with all that hangs on them. */
@Injectable()
export class Standings {
  constructor(
    private readonly rows: StandingsRepository, private readonly volunteers: VolunteersRepository, private readonly lists: VolunteerListsRepository, private readonly names: RealNamesRepository, private readonly views: RealNameViews,
    private readonly dependents: RegistrationDependents, private readonly accounts: AccountsService, private readonly turns: PersonTurns, private readonly pools: PoolTerms, private readonly jobs: Jobs, private readonly audit: AuditTrail,
    private readonly work: UnitOfWork, private readonly clock: Clock,
  ) {}

  /** Errors: `resource.not_found`. */
  async get(actor: PersonActor, id: string): Promise<Registration> {
    await this.demand(actor, id);
    return this.of(id);
  }

  /** For callers who have proved the right to it. */
  async of(id: string): Promise<Registration> {
    const volunteer = await this.volunteers.find(id);
    if (!volunteer) throw notFound();
    return {
      standing: volunteer.standing, acts: await this.rows.acts(id), dependents: { ...(await this.dependents.count(id)), terms: await this.pools.countOpen(id) }, realName: await this.views.of(id),
    };
  }

  /** Errors: `resource.not_found`, `lifecycle.not_allowed`. */
  async freeze(actor: PersonActor, id: string, reason: string): Promise<Registration> {
    await this.work.run(async () => {
      const actId = await this.step(actor, await this.held(actor, id), 'freeze', reason);
      await this.jobs.enqueue('notice.registration', { actId });
    });
    return this.of(id);
  }

  /** Whoever is under age goes on by the rules for minors. Errors: `resource.not_found`, `lifecycle.not_allowed`. */
  async unfreeze(actor: PersonActor, id: string, reason: string): Promise<Registration> {
    await this.work.run(async () => {
      const actId = await this.step(actor, await this.held(actor, id), 'unfreeze', reason);
      await this.jobs.enqueue('notice.registration', { actId });
    });
    return this.of(id);
  }

  /** Inside a unit, with the person's turn: a document says that somebody who claimed to be of age is not. Places ahead are left. Nothing happens to a registration that is frozen already. */
  async suspend(id: string): Promise<void> {
    const volunteer = await this.volunteers.find(id);
    if (volunteer?.standing === 'good') {
      const actId = await this.step(system, volunteer, 'suspend', label('zh-CN', 'terms.standingReasons.under_age'));
      await this.jobs.enqueue('notice.registration', { actId });
    }
    await this.dependents.release(system, id);
  }

  /** For good. What was recorded is taken back by a job, in portions. Errors: `resource.not_found`, `lifecycle.not_allowed`, `account.holds_rights`. */
  async void(actor: PersonActor, id: string, reason: string): Promise<Registration> {
    await this.work.run(async () => {
      const volunteer = await this.held(actor, id);
      await this.step(actor, volunteer, 'void', reason);
      await this.accounts.endFor(actor, id);
      await this.dependents.release(system, id);
      await this.pools.endAll(actor, id, 'registration_void');
      // The number may be somebody else's, who is to register it.
      if (await this.names.remove(id)) await this.audit.record({ actor: auditActor(actor), action: 'real_name.released', subjectKind: 'volunteer', subjectId: id, before: null, after: null });
      await this.jobs.enqueue('volunteer.take_back', { volunteerId: id, by: actor.accountId }, { key: `volunteer.take_back:${id}` });
    });
    return this.of(id);
  }

  private async demand(actor: PersonActor, id: string): Promise<void> {
    if (!(await this.lists.findFor(actor, id, 'volunteer:freeze'))) throw notFound();
  }

  /** The volunteer, with the turn: nobody signs up and no hours are confirmed meanwhile. */
  private async held(actor: PersonActor, id: string): Promise<VolunteerEntity> {
    await this.demand(actor, id);
    await this.turns.take(id);
    const row = await this.volunteers.find(id);
    if (!row) throw notFound();
    return row;
  }

  /** Answers the id of the act. */
  private async step(actor: Actor, { id, standing }: VolunteerEntity, action: StandingAction, note: string): Promise<string> {
    const result = next(standingLifecycle, standing, action);
    const to = result.ok ? result.state : null;
    if (to === null || !(await this.rows.move(id, standing, to))) throw new Refusal('lifecycle.not_allowed', { params: { state: `terms.standings.${standing}` } });
    const act = { id: newId(), volunteerId: id, action, note, actorId: actor.kind === 'person' ? actor.accountId : null, at: this.clock.now() };
    await this.rows.insert(act);
    await this.audit.record({
      actor: auditActor(actor), action: acts[action], subjectKind: 'volunteer', subjectId: id, before: { standing }, after: { standing: to, reason: note }, classified: { personId: id, fields: ['reason'] },
    });
    return act.id;
  }
}
