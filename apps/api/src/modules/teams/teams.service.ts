import { Injectable } from '@nestjs/common';
import type { HistoryEntry, Page, Team, teamChange, TeamChoice, teamChoiceQuery, teamInput, teamLeaderInput, TeamMember, teamMemberQuery, teamQuery, TeamSummaryRow, teamSummaryQuery } from '@kepu/contracts';
import { label, type Locale } from '@kepu/contracts/labels';
import { next, teamLifecycle, type TeamAction, type TeamState } from '@kepu/domain';
import type { z } from 'zod';
import { AuditTrail } from '../../platform/audit/index.js';
import { reaches, reachOf, type PersonActor } from '../../platform/auth/actor.js';
import { auditActor } from '../../platform/auth/audit-actor.js';
import { Clock } from '../../platform/clock/index.js';
import { LENGTHS } from '../../platform/database/column-lengths.js';
import { newId, UnitOfWork } from '../../platform/database/index.js';
import { badReference, notFound, Refusal } from '../../platform/errors/refusal.js';
import { Jobs } from '../../platform/jobs/index.js';
import { searchKey, sortKey } from '../../platform/pinyin/pinyin.js';
import { AuditQueries } from '../identity/index.js';
import { UnitDirectory } from '../units/index.js';
import { TeamAchievements, TeamComings } from './team-achievements.js';
import { newTeamCode } from './team-code.js';
import { taken } from './team-kinds.service.js';
import { TeamKindsRepository } from './team-kinds.repository.js';
import { TeamMembership } from './team-membership.js';
import { TeamMembersRepository } from './team-members.repository.js';
import type { TeamEntity } from './team.entity.js';
import { aboutTeam, nothingServed, teamMemberView, teamView } from './team.mapper.js';
import { teamsWorkbook } from './team-sheet.js';
import { TeamsRepository, type TeamRow } from './teams.repository.js';

type Query = z.output<typeof teamQuery>;
const MOST = 2000;
const PAGE = 200;
const keysOf = (name: string, kindName: string) => ({ nameKey: sortKey(name, LENGTHS.searchKey), searchKey: searchKey([name, kindName], LENGTHS.searchKey) });

/** Teams as staff keep them. */
@Injectable()
export class Teams {
  constructor(
    private readonly rows: TeamsRepository, private readonly kinds: TeamKindsRepository, private readonly members: TeamMembersRepository, private readonly membership: TeamMembership, private readonly achievements: TeamAchievements, private readonly comings: TeamComings, private readonly units: UnitDirectory,
    private readonly history: AuditQueries, private readonly jobs: Jobs, private readonly audit: AuditTrail, private readonly work: UnitOfWork, private readonly clock: Clock,
  ) {}

  async list(actor: PersonActor, query: Query): Promise<Page<Team>> {
    const { rows, total } = await this.rows.listFor(actor, query);
    return { data: await this.views(actor, rows), total };
  }
  async get(actor: PersonActor, id: string): Promise<Team> {
    const [view] = await this.views(actor, [await this.demand(actor, id, 'team:read')]);
    if (!view) throw notFound();
    return view;
  }
  /** With the people, and so for those who may see them. */
  async historyOf(actor: PersonActor, id: string): Promise<Page<HistoryEntry>> {
    await this.demand(actor, id, 'volunteer:read');
    return this.history.historyOf('team', id);
  }
  /** What the list holds, as a workbook. */
  async workbook(actor: PersonActor, query: Query, locale: Locale): Promise<{ name: string; bytes: Buffer }> {
    const teams: Team[] = [];
    for (let page = 1; teams.length < MOST; page += 1) {
      const { data, total } = await this.list(actor, { ...query, page, perPage: PAGE });
      teams.push(...data);
      if (data.length === 0 || teams.length >= total) break;
    }
    const bytes = await teamsWorkbook(teams, locale);
    await this.work.run(() => this.audit.record({ actor: auditActor(actor), action: 'teams.exported', subjectKind: 'team', subjectId: 'all', before: null, after: { count: teams.length } }));
    return { name: `${label(locale, 'documents.teamSheet')} ${this.clock.today()}.xlsx`, bytes };
  }
  async choices(query: z.output<typeof teamChoiceQuery>): Promise<Page<TeamChoice>> {
    const { rows, total } = await this.rows.choices(query);
    return { data: rows.map((row) => { const { id, name, kind, unit, members } = aboutTeam(row); return { id, name, kind, unit, members }; }), total };
  }
  /** How teams stand and what they did on some days, unit by unit within reach: what statistics count. This year's days where none are said. */
  async summary(actor: PersonActor, { from, to }: z.output<typeof teamSummaryQuery>): Promise<Page<TeamSummaryRow>> {
    const today = this.clock.today();
    const [rows, served] = [await this.rows.countsFor(actor), await this.achievements.byUnit({ from: from ?? `${today.slice(0, 4)}-01-01`, to: to ?? today })];
    const data = rows.map(({ unitId, unitName, teams, active, members }) => ({ unit: { id: unitId, name: unitName }, teams: Number(teams), active: Number(active), members: Number(members), ...(served.get(unitId) ?? nothingServed) }));
    return { data, total: data.length };
  }

  /** Errors: `reference.not_found`, `team.name_taken`. */
  async create(actor: PersonActor, { name, kindId, unitId, about }: z.output<typeof teamInput>): Promise<Team> {
    const id = newId();
    await this.work.run(async () => {
      if (!(await this.units.openUnitIds(actor, 'team:write', [unitId])).has(unitId)) throw badReference('terms.teamFields.unit');
      const kindName = await this.kindName(kindId);
      await this.rows.insert({ id, kindId, unitId, name, ...keysOf(name, kindName), about, leaderId: null, state: 'forming', reason: null, code: newTeamCode(), turn: 0, createdAt: this.clock.now(), createdBy: actor.accountId, version: 1 });
      await this.audit.record({ actor: auditActor(actor), action: 'team.created', subjectKind: 'team', subjectId: id, before: null, after: { name, kind: kindName, unitId, about } });
    }).catch(taken);
    return this.get(actor, id);
  }
  /** Errors: `resource.not_found`, `version.stale`, `lifecycle.not_allowed`, `reference.not_found`, `team.name_taken`. */
  async change(actor: PersonActor, id: string, { version, name, kindId, about }: z.output<typeof teamChange>): Promise<Team> {
    await this.work.run(async () => {
      const row = await this.demandKept(actor, id);
      const kindName = kindId === undefined || kindId === row.kindId ? row.kindName : await this.kindName(kindId);
      const changes: Partial<TeamEntity> = { ...keysOf(name ?? row.name, kindName), ...(name === undefined ? {} : { name }), ...(kindId === undefined ? {} : { kindId }), ...(about === undefined ? {} : { about }) };
      await this.update(row, version, changes);
      await this.audit.record({ actor: auditActor(actor), action: 'team.changed', subjectKind: 'team', subjectId: id, before: { name: row.name, kind: row.kindName, about: row.about }, after: { name: name ?? row.name, kind: kindName, about: about === undefined ? row.about : about } });
    }).catch(taken);
    return this.get(actor, id);
  }
  /** Errors: `resource.not_found`, `version.stale`, `lifecycle.not_allowed`, `reference.not_found` for nobody of the team, `team.leader_minor`, `team.no_leader` for a team that serves. */
  async setLeader(actor: PersonActor, id: string, { version, volunteerId }: z.output<typeof teamLeaderInput>): Promise<Team> {
    await this.work.run(async () => {
      await this.rows.takeTurn(id);
      await this.lead(actor, await this.demandKept(actor, id), version, volunteerId);
    });
    return this.get(actor, id);
  }
  /** By whoever leads, to another member. Errors: `reference.not_found`, `team.leader_minor`. */
  async handOver(actor: PersonActor, team: TeamRow, volunteerId: string): Promise<void> {
    await this.work.run(async () => {
      await this.rows.takeTurn(team.id);
      const row = await this.rows.byId(team.id);
      if (row?.leaderId !== actor.accountId) throw notFound();
      await this.lead(actor, row, row.version, volunteerId);
    });
  }

  /** Errors: `resource.not_found`, `version.stale`, `lifecycle.not_allowed`, `team.no_leader`. */
  activate(actor: PersonActor, id: string, version: number): Promise<Team> { return this.step(actor, id, version, 'activate', null, (row) => { if (row.leaderId === null) throw new Refusal('team.no_leader'); }); }
  /** Errors: `resource.not_found`, `version.stale`, `lifecycle.not_allowed`. */
  pause(actor: PersonActor, id: string, version: number, reason: string): Promise<Team> { return this.step(actor, id, version, 'pause', reason); }
  /** Errors: `resource.not_found`, `version.stale`, `lifecycle.not_allowed`, `team.comes` while it is expected somewhere. */
  disband(actor: PersonActor, id: string, version: number, reason: string): Promise<Team> {
    return this.step(actor, id, version, 'disband', reason, async (row) => {
      const count = await this.comings.count(row.id);
      if (count > 0) throw new Refusal('team.comes', { params: { count } });
    });
  }

  async listMembers(actor: PersonActor, id: string, query: z.output<typeof teamMemberQuery>): Promise<Page<TeamMember>> {
    await this.demand(actor, id, 'volunteer:read');
    const { rows, total } = await this.members.list(id, query);
    const served = await this.achievements.ofMembers(id, rows.map(({ volunteerId }) => volunteerId));
    return { data: rows.map((row) => teamMemberView(row, served.get(row.volunteerId), this.clock.today())), total };
  }
  /** Errors: `resource.not_found`, `lifecycle.not_allowed` for a team that is over, `reference.not_found` for nobody within reach, `team.member_exists`, `team.members_full`. */
  async invite(actor: PersonActor, id: string, volunteerId: string): Promise<TeamMember> {
    const memberId = await this.work.run(async () => {
      const team = await this.demandKept(actor, id);
      if (!(await this.members.mayInvite(reachOf(actor, 'volunteer:read'), volunteerId))) throw badReference('terms.peopleFields.volunteer');
      return this.membership.bring(actor, team, volunteerId, 'invite');
    });
    return this.member(memberId);
  }
  /** Errors: `resource.not_found`, `version.stale`, `lifecycle.not_allowed`, `team.leader_leaves`. */
  async remove(actor: PersonActor, memberId: string, version: number, reason: string): Promise<TeamMember> {
    await this.work.run(async () => {
      const row = await this.members.byId(memberId);
      if (!row || !(await this.rows.findFor(actor, 'team:write', row.teamId))) throw notFound();
      await this.membership.step(actor, row, version, 'remove', { reason, tell: 'dismissed' });
    });
    return this.member(memberId);
  }

  private async member(id: string): Promise<TeamMember> {
    const row = await this.members.byId(id);
    if (!row) throw notFound();
    const served = await this.achievements.ofMembers(row.teamId, [row.volunteerId]);
    return teamMemberView(row, served.get(row.volunteerId), this.clock.today());
  }
  private async lead(actor: PersonActor, row: TeamRow, version: number, volunteerId: string | null): Promise<void> {
    if (volunteerId === null && row.state === 'active') throw new Refusal('team.no_leader');
    if (volunteerId !== null) {
      if ((await this.members.of(row.id, volunteerId))?.state !== 'member') throw badReference('terms.teamFields.leader');
      if ((await this.membership.minor(volunteerId)) !== false) throw new Refusal('team.leader_minor');
    }
    await this.update(row, version, { leaderId: volunteerId });
    await this.audit.record({ actor: auditActor(actor), action: 'team.leader_set', subjectKind: 'team', subjectId: row.id, before: { leaderId: row.leaderId }, after: { leaderId: volunteerId } });
    if (volunteerId !== null) await this.jobs.enqueue('notice.team', { event: 'led', teamId: row.id, version: version + 1, by: actor.accountId });
  }
  private async step(actor: PersonActor, id: string, version: number, action: TeamAction, reason: string | null, look: (row: TeamRow) => void | Promise<void> = () => undefined): Promise<Team> {
    await this.work.run(async () => {
      await this.rows.takeTurn(id);
      const row = await this.demand(actor, id, 'team:write');
      const state = stepOf(row.state, action);
      await look(row);
      await this.update(row, version, { state, reason });
      await this.audit.record({ actor: auditActor(actor), action: `team.${action}`, subjectKind: 'team', subjectId: id, before: { state: row.state }, after: { state, ...(reason === null ? {} : { reason }) } });
      if (action !== 'activate') await this.jobs.enqueue('notice.team', { event: action === 'pause' ? 'paused' : 'disbanded', teamId: id, version: version + 1, by: actor.accountId });
    });
    return this.get(actor, id);
  }
  private async update(row: TeamRow, version: number, changes: Partial<TeamEntity>): Promise<void> { if (row.version !== version || !(await this.rows.update(row, version, changes))) throw new Refusal('version.stale'); }
  /** Errors: `resource.not_found`, `lifecycle.not_allowed` for a team that is over. */
  private async demandKept(actor: PersonActor, id: string): Promise<TeamRow> {
    const row = await this.demand(actor, id, 'team:write');
    if (row.state === 'disbanded') throw new Refusal('lifecycle.not_allowed', { params: { state: 'terms.teamStates.disbanded' } });
    return row;
  }
  private async demand(actor: PersonActor, id: string, permission: 'team:read' | 'team:write' | 'volunteer:read'): Promise<TeamRow> {
    const row = await this.rows.findFor(actor, permission, id);
    if (!row) throw notFound();
    return row;
  }
  private async kindName(kindId: string): Promise<string> {
    const kind = (await this.kinds.isOpen(kindId)) ? await this.kinds.find(kindId) : null;
    if (!kind) throw badReference('terms.teamFields.kind');
    return kind.name;
  }
  private async views(actor: PersonActor, rows: readonly TeamRow[]): Promise<Team[]> {
    const [served, reach] = [await this.achievements.of(rows.map(({ id }) => id)), reachOf(actor, 'team:write')];
    return rows.map((row) => teamView(row, served.get(row.id), { write: reaches(reach, { path: row.unitPath, divisionId: row.divisionId }) }));
  }
}

/** Errors: `lifecycle.not_allowed`. */
const stepOf = (state: TeamState, action: TeamAction): TeamState => {
  const result = next(teamLifecycle, state, action);
  if (!result.ok || result.state === null) throw new Refusal('lifecycle.not_allowed', { params: { state: `terms.teamStates.${state}` } });
  return result.state;
};
