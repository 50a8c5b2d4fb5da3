import { Injectable } from '@nestjs/common';
import type { Page, TeamDecided, teamInvitationInput, TeamSignup, teamSignupQuery } from '@kepu/contracts';
import type { Locale } from '@kepu/contracts/labels';
import type { z } from 'zod';
import { AuditTrail } from '../../../platform/audit/index.js';
import { reaches, reachOf, type PersonActor } from '../../../platform/auth/actor.js';
import { auditActor } from '../../../platform/auth/audit-actor.js';
import { Clock } from '../../../platform/clock/index.js';
import { newId, UniqueViolation, UnitOfWork } from '../../../platform/database/index.js';
import { badReference, notFound, Refusal } from '../../../platform/errors/refusal.js';
import { Jobs } from '../../../platform/jobs/index.js';
import { TeamsRepository } from '../../teams/index.js';
import { SignupDecisions } from '../signup-decisions.service.js';
import { SignupPlaces } from '../signup-places.js';
import { demandOpen, isActive } from '../signup-steps.js';
import { SignupsRepository } from '../signups.repository.js';
import { blockOf, teamSignupView } from './team-signup.mapper.js';
import { teamSignupStep } from './team-signup-steps.js';
import { TeamSignupsRepository, type TeamSignupRow } from './team-signups.repository.js';

/** What a unit does about teams at its activities: asks them, and decides about those who asked, all at once. */
@Injectable()
export class TeamSignupDesk {
  constructor(
    private readonly rows: TeamSignupsRepository, private readonly teams: TeamsRepository, private readonly signups: SignupsRepository, private readonly places: SignupPlaces, private readonly decisions: SignupDecisions, private readonly jobs: Jobs, private readonly audit: AuditTrail, private readonly work: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  async list(actor: PersonActor, query: z.output<typeof teamSignupQuery>): Promise<Page<TeamSignup>> {
    const { rows, total } = await this.rows.listFor(actor, query);
    return { data: rows.map((row) => this.view(actor, row)), total };
  }

  /** Errors: `resource.not_found`, `reference.not_found`, `team.not_active`, `team.signed_up`, `signup.closed`. */
  async invite(actor: PersonActor, positionId: string, { teamId, note }: z.output<typeof teamInvitationInput>): Promise<TeamSignup> {
    const place = await this.signups.placeWithin(actor, 'signup:decide', positionId);
    if (!place) throw notFound();
    const id = await this.work.run(async () => {
      await this.teams.takeTurn(teamId);
      const team = await this.teams.byId(teamId);
      if (!team) throw badReference('terms.teamFields.team');
      if (team.state !== 'active' || team.leaderId === null) throw new Refusal('team.not_active');
      demandOpen(place, this.clock.now());
      const before = await this.rows.of(teamId, positionId);
      if (before?.state === 'invited' || before?.state === 'coming') throw new Refusal('team.signed_up');
      const now = this.clock.now();
      const fresh = { state: before ? teamSignupStep(before.state, 'invite') : ('invited' as const), note, reason: null, invitedBy: actor.accountId, invitedAt: now, answeredBy: null, answeredAt: null };
      const made = before?.id ?? newId();
      if (!before) await this.rows.insert({ id: made, teamId, positionId, shiftId: place.shiftId, activityId: place.activityId, createdAt: now, ...fresh, version: 1 });
      else if (!(await this.rows.update(before, fresh))) throw new Refusal('version.stale');
      await this.audit.record({ actor: auditActor(actor), action: 'team_signup.invited', subjectKind: 'team_signup', subjectId: made, before: before && { state: before.state }, after: { state: 'invited', teamId, activityId: place.activityId, positionId, ...(note === null ? {} : { note }) } });
      await this.jobs.enqueue('notice.team_signup', { event: 'asked', teamId, positionId, volunteerIds: [], by: actor.accountId });
      return made;
    }).catch((error: unknown) => { throw error instanceof UniqueViolation ? new Refusal('team.signed_up', { cause: error }) : error; });
    return this.one(actor, id);
  }

  /** Errors: `resource.not_found`, `version.stale`, `lifecycle.not_allowed`. */
  async retract(actor: PersonActor, id: string, version: number): Promise<TeamSignup> {
    await this.work.run(async () => {
      const row = await this.demand(actor, id);
      await this.change(actor, row, version, { state: teamSignupStep(row.state, 'retract'), reason: null }, 'team_signup.retracted');
    });
    return this.one(actor, id);
  }

  /** Each by the rules of any place: one who cannot be taken does not keep the others. Errors: `resource.not_found`, `version.stale`, `lifecycle.not_allowed`, `signup.closed`. */
  async confirm(actor: PersonActor, id: string, version: number, locale: Locale): Promise<TeamDecided> {
    const data: TeamDecided['data'] = [];
    await this.work.run(async () => {
      data.length = 0;
      const row = await this.demand(actor, id);
      if (row.version !== version) throw new Refusal('version.stale');
      if (row.state !== 'coming') throw new Refusal('lifecycle.not_allowed', { params: { state: `terms.teamSignupStates.${row.state}` } });
      for (const one of (await this.rows.people([id])).sort((a, b) => a.volunteerId.localeCompare(b.volunteerId))) {
        if (one.signupId === null || one.version === null || (one.state !== 'requested' && one.state !== 'waiting')) continue;
        try { await this.decisions.confirm(actor, one.signupId, one.version, locale); } catch (error) { data.push({ name: one.name, block: blockOf(error) }); }
      }
      await this.audit.record({ actor: auditActor(actor), action: 'team_signup.confirmed', subjectKind: 'team_signup', subjectId: id, before: null, after: { teamId: row.teamId, activityId: row.activityId, notTaken: data.length } });
    });
    return { signup: await this.one(actor, id), data };
  }

  /** All of the team who have or want a place. Errors: `resource.not_found`, `version.stale`, `lifecycle.not_allowed`, also once the shift has begun. */
  async refuse(actor: PersonActor, id: string, version: number, reason: string): Promise<TeamSignup> {
    await this.work.run(async () => {
      const found = await this.demand(actor, id);
      await this.places.turnAt(found);
      const row = await this.demand(actor, id);
      await this.change(actor, row, version, { state: teamSignupStep(row.state, 'refuse'), reason }, 'team_signup.refused');
      const people = (await this.rows.people([id])).filter((one) => one.state !== null && isActive(one.state));
      for (const one of [...people.filter((each) => each.state !== 'confirmed'), ...people.filter((each) => each.state === 'confirmed')]) {
        if (one.signupId !== null && one.version !== null) await this.decisions.refuse(actor, one.signupId, { version: one.version, reason });
      }
      await this.jobs.enqueue('notice.team_signup', { event: 'refused', teamId: row.teamId, positionId: row.positionId, volunteerIds: [], by: actor.accountId });
    });
    return this.one(actor, id);
  }

  private async change(actor: PersonActor, row: TeamSignupRow, version: number, changes: { readonly state: TeamSignupRow['state']; readonly reason: string | null }, action: 'team_signup.retracted' | 'team_signup.refused'): Promise<void> {
    if (row.version !== version || !(await this.rows.update(row, { ...changes, answeredBy: actor.accountId, answeredAt: this.clock.now() }))) throw new Refusal('version.stale');
    await this.audit.record({ actor: auditActor(actor), action, subjectKind: 'team_signup', subjectId: row.id, before: { state: row.state }, after: { ...changes, teamId: row.teamId, activityId: row.activityId } });
  }
  private async demand(actor: PersonActor, id: string): Promise<TeamSignupRow> {
    const row = await this.rows.findFor(actor, 'signup:decide', id);
    if (!row) throw notFound();
    return row;
  }
  private async one(actor: PersonActor, id: string): Promise<TeamSignup> {
    const row = await this.rows.findFor(actor, 'signup:read', id);
    if (!row) throw notFound();
    return this.view(actor, row);
  }
  private view(actor: PersonActor, row: TeamSignupRow): TeamSignup { return teamSignupView(row, { decide: reaches(reachOf(actor, 'signup:decide'), { path: row.hostPath, divisionId: row.hostDivision }) }); }
}
