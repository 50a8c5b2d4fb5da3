import { Injectable } from '@nestjs/common';
import type { Activity, MySignup, Position, teamSignupQuery } from '@kepu/contracts';
import type { TeamSignupState } from '@kepu/domain';
import type { z } from 'zod';
import { reachOf, unitsWithin, type Actor } from '../../../platform/auth/actor.js';
import { allOf, anyOf, changeRows, Database, insertRows, memberOf, newId, readRows, toDbTime, type Predicate, type SqlParams } from '../../../platform/database/index.js';
import { TeamPlaceEntity, TeamSignupEntity } from './team-signup.entity.js';

/** A team's sign-up with what stands around it. */
export interface TeamSignupRow {
  readonly id: string; readonly teamId: string; readonly teamName: string; readonly kindId: string; readonly kindName: string; readonly leaderId: string | null; readonly state: TeamSignupState; readonly note: string | null; readonly reason: string | null; readonly invitedAt: string | null; readonly answeredAt: string | null; readonly version: number;
  readonly positionId: string; readonly positionName: string; readonly role: Position['role']; readonly maximum: number; readonly taken: number; readonly shiftId: string; readonly startsAt: string; readonly endsAt: string; readonly cancelledAt: string | null;
  readonly activityId: string; readonly title: string; readonly activityState: Activity['state']; readonly place: string; readonly hostId: string; readonly hostName: string; readonly hostPath: string; readonly hostDivision: string;
  readonly chosen: number | string; readonly confirmed: number | string; readonly waiting: number | string; readonly requested: number | string;
}
/** Somebody whom a team chose, and how the own sign-up stands; none while a guardian's word is waited for. */
export interface TeamPersonRow { readonly teamSignupId: string; readonly volunteerId: string; readonly name: string; readonly signupId: string | null; readonly state: MySignup['state'] | null; readonly version: number | null }

const own = 'FROM team_places p JOIN signups s ON s.position_id = p.position_id AND s.volunteer_id = p.volunteer_id WHERE p.team_signup_id = g.id';
const counted = (state: string): string => `(SELECT COUNT(*) ${own} AND s.state = '${state}')`;
const columns = `g.id AS id, g.team_id AS teamId, t.name AS teamName, k.id AS kindId, k.name AS kindName, t.leader_id AS leaderId, g.state AS state, g.note AS note, g.reason AS reason, g.invited_at AS invitedAt, g.answered_at AS answeredAt, g.version AS version,
  po.id AS positionId, po.name AS positionName, po.role AS role, po.maximum AS maximum, po.confirmed AS taken, sh.id AS shiftId, sh.starts_at AS startsAt, sh.ends_at AS endsAt, sh.cancelled_at AS cancelledAt,
  a.id AS activityId, a.title AS title, a.state AS activityState, a.place AS place, u.id AS hostId, u.name AS hostName, u.path AS hostPath, u.division_id AS hostDivision,
  (SELECT COUNT(*) FROM team_places p WHERE p.team_signup_id = g.id) AS chosen, ${counted('confirmed')} AS confirmed, ${counted('waiting')} AS waiting, ${counted('requested')} AS requested`;
const from = `FROM team_signups g JOIN teams t ON t.id = g.team_id JOIN team_kinds k ON k.id = t.kind_id JOIN units tu ON tu.id = t.unit_id JOIN positions po ON po.id = g.position_id JOIN shifts sh ON sh.id = g.shift_id JOIN activities a ON a.id = g.activity_id JOIN units u ON u.id = a.unit_id`;
const sorts = { startsAt: 'sh.starts_at', createdAt: 'g.created_at' } as const;

/** Rows of `team_signups` and `team_places`. A unit sees those of its activities and of its teams; a leader those of the own team, which the caller has proved. */
@Injectable()
export class TeamSignupsRepository {
  constructor(private readonly database: Database) {}

  async listFor(actor: Actor, { ids, teamId, activityId, positionId, state, sort = '-startsAt', page, perPage, q: _ }: z.output<typeof teamSignupQuery>): Promise<{ rows: TeamSignupRow[]; total: number }> {
    const equal = (column: string, name: string, value: string | undefined): Predicate[] => (value === undefined ? [] : [{ sql: `${column} = :${name}`, params: { [name]: value } }]);
    const { sql, params } = allOf([within(actor, 'signup:read'), ...(ids ? [memberOf('g.id', ids, 'ids')] : []), ...equal('g.team_id', 'teamId', teamId), ...equal('g.activity_id', 'activityId', activityId), ...equal('g.position_id', 'positionId', positionId), ...equal('g.state', 'state', state)]);
    const direction = sort.startsWith('-') ? 'DESC' : 'ASC';
    const rows = await readRows<TeamSignupRow>(this.database.reader, `SELECT ${columns} ${from} WHERE ${sql} ORDER BY ${sorts[sort.replace('-', '') as keyof typeof sorts]} ${direction}, g.id ${direction} LIMIT :pageLimit OFFSET :pageOffset`, { ...params, pageLimit: perPage, pageOffset: (page - 1) * perPage });
    const [count] = await readRows<{ total: number | string }>(this.database.reader, `SELECT COUNT(*) AS total ${from} WHERE ${sql}`, params);
    return { rows, total: Number(count?.total ?? 0) };
  }
  /** Of an activity within reach of the right. */
  async findFor(actor: Actor, permission: 'signup:read' | 'signup:decide', id: string): Promise<TeamSignupRow | null> {
    const scope = permission === 'signup:read' ? within(actor, permission) : unitsWithin(reachOf(actor, permission), 'u');
    return (await this.read(`g.id = :id AND (${scope.sql})`, { ...scope.params, id }))[0] ?? null;
  }
  /** For the system, and for callers who have proved that they lead. */
  async byId(id: string): Promise<TeamSignupRow | null> { return (await this.read('g.id = :id', { id }))[0] ?? null; }
  async of(teamId: string, positionId: string): Promise<TeamSignupRow | null> { return (await this.read('g.team_id = :teamId AND g.position_id = :positionId', { teamId, positionId }))[0] ?? null; }
  /** What a team is asked for, and where it comes, as long as the shift has not ended. */
  ahead(teamId: string, now: Date): Promise<TeamSignupRow[]> { return this.read("g.team_id = :teamId AND g.state IN ('invited', 'coming') AND sh.ends_at > :now", { teamId, now: toDbTime(now) }, 'sh.starts_at, g.id'); }
  async countComing(teamId: string, now: Date): Promise<number> {
    return Number((await readRows<{ total: number | string }>(this.database.reader, `SELECT COUNT(*) AS total ${from} WHERE g.team_id = :teamId AND g.state = 'coming' AND sh.cancelled_at IS NULL AND sh.ends_at > :now AND EXISTS (SELECT 1 ${own} AND s.state IN ('requested', 'waiting', 'confirmed'))`, { teamId, now: toDbTime(now) }))[0]?.total ?? 0);
  }

  /** A position with what stands around it, for whoever may see the activity. */
  async where(positionId: string): Promise<Pick<TeamSignupRow, 'activityId' | 'title' | 'hostId' | 'hostName' | 'place' | 'shiftId' | 'startsAt' | 'endsAt' | 'cancelledAt' | 'positionId' | 'positionName' | 'role' | 'maximum' | 'taken'> | null> {
    return (await readRows<TeamSignupRow>(this.database.reader, `SELECT po.id AS positionId, po.name AS positionName, po.role AS role, po.maximum AS maximum, po.confirmed AS taken, sh.id AS shiftId, sh.starts_at AS startsAt, sh.ends_at AS endsAt, sh.cancelled_at AS cancelledAt, a.id AS activityId, a.title AS title, a.place AS place, u.id AS hostId, u.name AS hostName
      FROM positions po JOIN shifts sh ON sh.id = po.shift_id JOIN activities a ON a.id = sh.activity_id JOIN units u ON u.id = a.unit_id WHERE po.id = :positionId`, { positionId }))[0] ?? null;
  }

  /** Whom teams chose, by name. The account of a minor bears the masked name. */
  people(teamSignupIds: readonly string[]): Promise<TeamPersonRow[]> {
    return teamSignupIds.length === 0 ? Promise.resolve([]) : readRows<TeamPersonRow>(this.database.reader, `SELECT p.team_signup_id AS teamSignupId, p.volunteer_id AS volunteerId, c.name AS name, s.id AS signupId, s.state AS state, s.version AS version FROM team_places p JOIN volunteers v ON v.id = p.volunteer_id JOIN accounts c ON c.id = v.id
      LEFT JOIN signups s ON s.position_id = p.position_id AND s.volunteer_id = p.volunteer_id WHERE p.team_signup_id IN (:...teamSignupIds) ORDER BY v.name_key, p.id`, { teamSignupIds });
  }

  insert(row: TeamSignupEntity): Promise<void> { return insertRows(this.database.writer, TeamSignupEntity, [row]); }
  /** A change against the version and state that were read: of two at once, one wins. */
  async update({ id, state, version }: Pick<TeamSignupRow, 'id' | 'state' | 'version'>, changes: Partial<TeamSignupEntity>): Promise<boolean> {
    return (await this.database.writer.update(TeamSignupEntity, { id, version, state }, { ...changes, version: version + 1 })).affected === 1;
  }
  /** Whom the team chose from now on, beside those whom it chose before; who was with another team there comes with this one. */
  async choose(teamSignupId: string, positionId: string, volunteerIds: readonly string[], now: Date): Promise<void> {
    if (volunteerIds.length === 0) return;
    await changeRows(this.database.writer, 'DELETE FROM team_places WHERE position_id = :positionId AND volunteer_id IN (:...volunteerIds)', { positionId, volunteerIds });
    await insertRows(this.database.writer, TeamPlaceEntity, volunteerIds.map((volunteerId) => ({ id: newId(), teamSignupId, positionId, volunteerId, createdAt: now })));
  }

  private read(where: string, params: SqlParams, order = 'g.id'): Promise<TeamSignupRow[]> { return readRows<TeamSignupRow>(this.database.reader, `SELECT ${columns} ${from} WHERE ${where} ORDER BY ${order}`, params); }
}

const within = (actor: Actor, permission: 'signup:read'): Predicate => anyOf([unitsWithin(reachOf(actor, permission), 'u'), unitsWithin(reachOf(actor, permission), 'tu')]);
