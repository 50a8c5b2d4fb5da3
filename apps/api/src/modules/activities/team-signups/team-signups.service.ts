import { Injectable } from '@nestjs/common';
import { teamLimits, type TeamBlock, type TeamCandidates, type teamSignupInput, type TeamSignupResult } from '@kepu/contracts';
import type { Locale } from '@kepu/contracts/labels';
import { can, isMinor, signupLifecycle } from '@kepu/domain';
import type { z } from 'zod';
import { AuditTrail } from '../../../platform/audit/index.js';
import type { PersonActor } from '../../../platform/auth/actor.js';
import { auditActor } from '../../../platform/auth/audit-actor.js';
import { Clock } from '../../../platform/clock/index.js';
import { newId, UnitOfWork } from '../../../platform/database/index.js';
import { badReference, notFound, Refusal } from '../../../platform/errors/refusal.js';
import { Jobs } from '../../../platform/jobs/index.js';
import { Failpoints } from '../../../platform/test-control/failpoints.js';
import { OwnTeams, TeamsRepository, type TeamMemberRow, type TeamRow } from '../../teams/index.js';
import { SignupPlaces } from '../signup-places.js';
import { alreadyThere, SignupRequests } from '../signup-requests.service.js';
import { demandOpen, hasBegun, isActive, LATE_MS, notNow } from '../signup-steps.js';
import { SignupsRepository, type Place } from '../signups.repository.js';
import { blockOf, myTeamSignupView, whereOf } from './team-signup.mapper.js';
import { teamSignupStep } from './team-signup-steps.js';
import { TeamSignupsRepository, type TeamSignupRow } from './team-signups.repository.js';

type Given = z.output<typeof teamSignupInput>;
type Outcome = TeamSignupResult['data'][number];
const inTeam = ({ state, accountState }: TeamMemberRow): boolean => state === 'member' && accountState === 'active';

/** A team signs up, comes as one, and calls off as one; each place in it is a person's, by the rules of any sign-up. */
@Injectable()
export class TeamSignups {
  constructor(
    private readonly rows: TeamSignupsRepository, private readonly own: OwnTeams, private readonly teams: TeamsRepository, private readonly signups: SignupsRepository, private readonly places: SignupPlaces, private readonly requests: SignupRequests, private readonly jobs: Jobs, private readonly audit: AuditTrail, private readonly work: UnitOfWork,
    private readonly clock: Clock, private readonly failpoints: Failpoints,
  ) {}

  /** Who can come, and for whom not, as far as it is the leader's to know. Errors: `resource.not_found`, `reference.not_found`. */
  async candidates(actor: PersonActor, teamId: string, positionId: string, locale: Locale): Promise<TeamCandidates> {
    const { people } = await this.own.led(actor, teamId);
    const place = await this.place(positionId);
    const data: TeamCandidates['data'] = [];
    for (const member of people.filter(inTeam)) {
      const block = await this.blockFor(actor, member.volunteerId, place, locale, (...given) => this.places.lookAt(...given));
      data.push({ volunteerId: member.volunteerId, name: member.name, minor: isMinor(member.bornOn, this.clock.today()), may: block === null, block });
    }
    const where = await this.rows.where(positionId);
    if (!where) throw notFound();
    return { ...whereOf(where), invited: (await this.rows.of(teamId, positionId))?.state === 'invited', data };
  }

  /** Errors: `resource.not_found`, `reference.not_found`, `team.not_active`, `team.signed_up` after a refusal, `signup.closed`, `position.full`. */
  signUp(actor: PersonActor, teamId: string, given: Given, locale: Locale): Promise<TeamSignupResult> { return this.come(actor, teamId, given, locale, null); }

  /** As a unit asked: all who can. Errors: `resource.not_found`, `version.stale`, `lifecycle.not_allowed`, and those of `signUp`. */
  async accept(actor: PersonActor, id: string, { version, waitIfFull }: { readonly version: number; readonly waitIfFull: boolean }, locale: Locale): Promise<TeamSignupResult> {
    const row = await this.demandLed(actor, id);
    if (row.state !== 'invited') throw new Refusal('lifecycle.not_allowed', { params: { state: `terms.teamSignupStates.${row.state}` } });
    if (row.version !== version) throw new Refusal('version.stale');
    const { people } = await this.own.led(actor, row.teamId);
    const volunteerIds = people.filter(inTeam).slice(0, teamLimits.together).map(({ volunteerId }) => volunteerId);
    return this.come(actor, row.teamId, { positionId: row.positionId, volunteerIds, waitIfFull, note: null }, locale, version);
  }

  /** Errors: `resource.not_found`, `version.stale`, `lifecycle.not_allowed`. */
  async decline(actor: PersonActor, id: string, version: number, reason: string | null): Promise<string> {
    return this.work.run(async () => {
      const row = await this.demandLed(actor, id);
      await this.change(actor, row, version, { state: teamSignupStep(row.state, 'decline'), reason }, 'team_signup.declined');
      await this.tell('declined', row, actor);
      return row.teamId;
    });
  }

  /** Each place is given back as if its person had left; whoever is there already stays. Errors: `resource.not_found`, `version.stale`, `lifecycle.not_allowed`, `signup.reason_required` within a day of the beginning. */
  async cancel(actor: PersonActor, id: string, version: number, reason: string | null): Promise<string> {
    return this.work.run(async () => {
      const found = await this.demandLed(actor, id);
      await this.places.turnAt(found);
      const row = await this.demandLed(actor, id);
      const state = teamSignupStep(row.state, 'call_off');
      const now = this.clock.now();
      if (hasBegun(row, now)) throw notNow('terms.signupClosed.started');
      const people = (await this.rows.people([id])).filter((one) => one.state !== null && isActive(one.state));
      if (reason === null && people.some((one) => one.state === 'confirmed') && Date.parse(row.startsAt) - now.getTime() < LATE_MS) throw new Refusal('signup.reason_required');
      await this.change(actor, row, version, { state, reason }, 'team_signup.called_off');
      // Whoever waits goes first: a place that comes free is not to be passed on to somebody who is about to leave.
      for (const one of [...people.filter((each) => each.state !== 'confirmed'), ...people.filter((each) => each.state === 'confirmed')]) {
        if (one.signupId === null || (await this.signups.hasAttendance(one.signupId))) continue;
        await this.requests.callOff(actor, one.volunteerId, one.signupId, reason);
      }
      await this.tell('called_off', row, actor);
      return row.teamId;
    });
  }

  private async come(actor: PersonActor, teamId: string, given: Given, locale: Locale, answering: number | null): Promise<TeamSignupResult> {
    const { team, people } = await this.own.led(actor, teamId);
    if (team.state !== 'active') throw new Refusal('team.not_active');
    const place = await this.place(given.positionId);
    const names = new Map(people.filter(inTeam).map(({ volunteerId, name }) => [volunteerId, name]));
    const chosen = [...new Set(given.volunteerIds)];
    if (chosen.some((id) => !names.has(id))) throw badReference('terms.teamFields.member');
    demandOpen(place, this.clock.now());
    await this.failpoints.pause('signup.looked');
    const told = await this.work.run(() => this.bring(actor, team, place, { chosen, waitIfFull: given.waitIfFull, note: given.note, answering }, locale)).catch(alreadyThere);
    const row = await this.rows.of(teamId, place.positionId);
    const signup = row?.state === 'coming' ? myTeamSignupView(row, await this.rows.people([row.id]), this.clock.now()) : null;
    return { signup, data: chosen.map((volunteerId) => ({ volunteerId, name: names.get(volunteerId) ?? '', ...(told.get(volunteerId) ?? { state: null, block: 'other' as const }) })) };
  }

  /** Inside the unit: turns of the team and of each person in one order, then places for all who may, then what was chosen. */
  private async bring(actor: PersonActor, team: TeamRow, place: Place, { chosen, waitIfFull, note, answering }: { readonly chosen: readonly string[]; readonly waitIfFull: boolean; readonly note: string | null; readonly answering: number | null }, locale: Locale): Promise<Map<string, Pick<Outcome, 'state' | 'block'>>> {
    await this.teams.takeTurn(team.id);
    const before = await this.rows.of(team.id, place.positionId);
    if (answering !== null && before?.version !== answering) throw new Refusal('version.stale');
    if (before?.state === 'refused') throw new Refusal('team.signed_up');
    const blocks = new Map<string, TeamBlock | null>();
    for (const id of [...chosen].sort()) blocks.set(id, await this.blockFor(actor, id, place, locale, (...person) => this.places.demandMay(...person)));
    const coming = chosen.filter((id) => blocks.get(id) === null);
    const states = await this.takePlaces(place, coming, waitIfFull);
    for (const id of coming) await this.requests.write(actor, place, id, states.get(id) ?? 'waiting', { onDuty: false, note, placedBy: null });
    // A child whose guardian has not agreed to this activity is with the team from the moment that the guardian does.
    const asking = chosen.filter((id) => blocks.get(id) === 'consent');
    if (coming.length + asking.length > 0) await this.keep(actor, team, place, before, { people: [...coming, ...asking], note });
    if (coming.length > 0) await this.jobs.enqueue('notice.team_signup', { event: 'taken_along', teamId: team.id, positionId: place.positionId, volunteerIds: coming.filter((id) => id !== actor.accountId), by: actor.accountId });
    if (asking.length > 0) await this.jobs.enqueue('notice.team_signup', { event: 'consent_wanted', teamId: team.id, positionId: place.positionId, volunteerIds: asking, by: actor.accountId });
    return new Map(chosen.map((id) => [id, { state: states.get(id) ?? null, block: blocks.get(id) ?? null }]));
  }

  /** For all at once where there is room. Errors: `signup.closed`, `position.full` with how many are left, where nobody is to wait. */
  private async takePlaces(place: Place, coming: readonly string[], waitIfFull: boolean): Promise<Map<string, 'requested' | 'waiting' | 'confirmed'>> {
    if (coming.length === 0) return new Map();
    if (place.flow !== 'instant') {
      await this.places.joinList(place);
      return new Map(coming.map((id) => [id, 'requested']));
    }
    if (await this.places.takeTogether(place, coming.length)) return new Map(coming.map((id) => [id, 'confirmed']));
    if (!waitIfFull) throw new Refusal('position.full');
    await this.places.joinList(place);
    const states = new Map<string, 'waiting' | 'confirmed'>();
    // In the order in which the leader named them.
    for (const id of coming) states.set(id, [...states.values()].includes('waiting') || !(await this.places.take(place)) ? 'waiting' : 'confirmed');
    return states;
  }

  private async keep(actor: PersonActor, team: TeamRow, place: Place, before: TeamSignupRow | null, { people, note }: { readonly people: readonly string[]; readonly note: string | null }): Promise<void> {
    const now = this.clock.now();
    const id = before?.id ?? newId();
    const fresh = { state: before ? teamSignupStep(before.state, 'come') : ('coming' as const), note: note ?? before?.note ?? null, reason: null, answeredBy: actor.accountId, answeredAt: now };
    if (!before) await this.rows.insert({ id, teamId: team.id, positionId: place.positionId, shiftId: place.shiftId, activityId: place.activityId, invitedBy: null, invitedAt: null, createdAt: now, ...fresh, version: 1 });
    else if (!(await this.rows.update(before, fresh))) throw new Refusal('version.stale');
    await this.rows.choose(id, place.positionId, people, now);
    await this.audit.record({ actor: auditActor(actor), action: 'team_signup.came', subjectKind: 'team_signup', subjectId: id, before: before && { state: before.state }, after: { state: 'coming', teamId: team.id, activityId: place.activityId, positionId: place.positionId, people: people.length } });
    if (before?.state !== 'coming') await this.jobs.enqueue('notice.team_signup', { event: 'comes', teamId: team.id, positionId: place.positionId, volunteerIds: [], by: actor.accountId });
  }

  private async blockFor(actor: PersonActor, volunteerId: string, place: Place, locale: Locale, demand: (actor: PersonActor, volunteerId: string, place: Place, locale: Locale) => Promise<void>): Promise<TeamBlock | null> {
    const before = await this.signups.of(place.positionId, volunteerId);
    if (before && !can(signupLifecycle, before.state, 'renew')) return before.state === 'refused' ? 'refused' : 'exists';
    try { await demand(actor, volunteerId, place, locale); } catch (error) { return blockOf(error); }
    return null;
  }
  private async change(actor: PersonActor, row: TeamSignupRow, version: number, changes: { readonly state: TeamSignupRow['state']; readonly reason: string | null }, action: 'team_signup.declined' | 'team_signup.called_off'): Promise<void> {
    if (row.version !== version || !(await this.rows.update(row, { ...changes, answeredBy: actor.accountId, answeredAt: this.clock.now() }))) throw new Refusal('version.stale');
    await this.audit.record({ actor: auditActor(actor), action, subjectKind: 'team_signup', subjectId: row.id, before: { state: row.state }, after: { ...changes, teamId: row.teamId, activityId: row.activityId } });
  }
  private async tell(event: 'declined' | 'called_off', row: TeamSignupRow, actor: PersonActor): Promise<void> { await this.jobs.enqueue('notice.team_signup', { event, teamId: row.teamId, positionId: row.positionId, volunteerIds: [], by: actor.accountId }); }
  /** Errors: `resource.not_found`, also for the team of others. */
  private async demandLed(actor: PersonActor, id: string): Promise<TeamSignupRow> {
    const row = await this.rows.byId(id);
    if (row?.leaderId !== actor.accountId) throw notFound();
    return row;
  }
  /** Errors: `reference.not_found` for what is not published. */
  private async place(positionId: string): Promise<Place> {
    const place = await this.signups.publishedPlace(positionId);
    if (!place) throw badReference('terms.teamFields.position');
    return place;
  }
}

