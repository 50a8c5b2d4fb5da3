import { Injectable } from '@nestjs/common';
import type { Assessment, assessmentQuery } from '@kepu/contracts';
import type { z } from 'zod';
import { can, reachOf, unitsWithin, type Actor } from '../../../platform/auth/actor.js';
import { allOf, changeRows, Database, escapeLike, insertRows, memberOf, readRows, type Predicate } from '../../../platform/database/index.js';
import { AssessmentEntity, AssessmentSwitchEntity } from './assessment.entity.js';

type Filters = Partial<z.output<typeof assessmentQuery>>;
/** An assessment with what its list shows. */
export interface AssessmentRow {
  readonly id: string; readonly planId: string; readonly planTitle: string; readonly planYear: number; readonly planState: Assessment['plan']['state']; readonly issuer: string | null; readonly title: string; readonly state: Assessment['state']; readonly rubric: string; readonly totalTenths: number; readonly grades: string;
  readonly dueOn: string; readonly dueUncertain: number; readonly objectionWorkdays: number; readonly objectionUntil: string | null; readonly publication: Assessment['publication']; readonly copiedFromId: string | null; readonly copiedFromTitle: string | null; readonly createdAt: string; readonly createdByName: string;
  readonly openedAt: string | null; readonly announcedAt: string | null; readonly finalAt: string | null; readonly endedReason: string | null; readonly version: number;
}
/** The switch. */
export interface SwitchRow { readonly enabled: number; readonly changedAt: string | null; readonly changedBy: string | null; readonly version: number }

const columns = `a.id AS id, a.plan_id AS planId, p.title AS planTitle, p.year AS planYear, p.state AS planState, p.issuer AS issuer, a.title AS title, a.state AS state, a.rubric AS rubric, a.total_tenths AS totalTenths, a.grades AS grades, a.due_on AS dueOn, a.due_uncertain AS dueUncertain, a.objection_workdays AS objectionWorkdays,
  a.objection_until AS objectionUntil, a.publication AS publication, a.copied_from_id AS copiedFromId, b.title AS copiedFromTitle, a.created_at AS createdAt, w.name AS createdByName, a.opened_at AS openedAt, a.announced_at AS announcedAt, a.final_at AS finalAt, a.ended_reason AS endedReason, a.version AS version`;
const from = 'FROM assessments a JOIN plans p ON p.id = a.plan_id JOIN accounts w ON w.id = a.created_by LEFT JOIN assessments b ON b.id = a.copied_from_id';
const sorts = { created: 'a.created_at', dueOn: 'a.due_on' } as const;
const SWITCH = 'assessment';

/** Assessments that the actor sees: those in which a unit in reach has a sheet; drafts by those who write them. */
const visibleAssessments = (actor: Actor): Predicate => {
  if (can(actor, 'assessment:write')) return { sql: '1 = 1', params: {} };
  const units = unitsWithin(reachOf(actor, 'assessment:read'), 'vu');
  return { sql: `a.state <> 'draft' AND EXISTS (SELECT 1 FROM assessment_sheets vs JOIN units vu ON vu.id = vs.unit_id WHERE vs.assessment_id = a.id AND (${units.sql}))`, params: units.params };
};
/** Those that wait for the actor: who writes has them until they are handed on, who only hands in has what waits for that. */
const waiting = (actor: Actor): Predicate => {
  const writes = can(actor, 'assessment:answer');
  const units = unitsWithin(reachOf(actor, writes ? 'assessment:answer' : 'assessment:submit'), 'wu');
  return { sql: `a.state = 'open' AND EXISTS (SELECT 1 FROM assessment_sheets ws JOIN units wu ON wu.id = ws.unit_id WHERE ws.assessment_id = a.id AND ws.state IN (${writes ? "'draft', 'returned'" : "'checking'"}) AND (${units.sql}))`, params: units.params };
};

/** Rows of `assessments`, within what the actor sees, and the switch. */
@Injectable()
export class AssessmentsRepository {
  constructor(private readonly database: Database) {}

  async switch(): Promise<SwitchRow> {
    const [row] = await readRows<SwitchRow>(this.database.reader, 'SELECT s.enabled AS enabled, s.changed_at AS changedAt, c.name AS changedBy, s.version AS version FROM assessment_switch s LEFT JOIN accounts c ON c.id = s.changed_by WHERE s.id = :id', { id: SWITCH });
    return row ?? { enabled: 0, changedAt: null, changedBy: null, version: 1 };
  }
  async setSwitch(version: number, changes: Partial<AssessmentSwitchEntity>): Promise<boolean> {
    return (await this.database.writer.update(AssessmentSwitchEntity, { id: SWITCH, version }, { ...changes, version: version + 1 })).affected === 1;
  }
  /** Names of those who can switch it. */
  async switchers(today: string): Promise<string[]> {
    return (await readRows<{ name: string }>(this.database.reader, "SELECT DISTINCT c.name AS name FROM account_grants g JOIN accounts c ON c.id = g.account_id AND c.state = 'active' WHERE g.role = 'administrator' AND g.ended_at IS NULL AND g.from_day <= :today AND (g.to_day IS NULL OR g.to_day >= :today) ORDER BY c.name LIMIT 5", { today })).map(({ name }) => name);
  }

  async listFor(actor: Actor, { q, ids, state, planId, toAnswer, sort = '-created' }: Filters, window?: { offset: number; limit: number }): Promise<{ rows: AssessmentRow[]; total: number }> {
    const scope = allOf([
      visibleAssessments(actor), ...(ids ? [memberOf('a.id', ids, 'ids')] : []), ...(state === undefined ? [] : [{ sql: 'a.state = :state', params: { state } }]), ...(planId === undefined ? [] : [{ sql: 'a.plan_id = :planId', params: { planId } }]), ...(toAnswer ? [waiting(actor)] : []),
      ...(q ? [{ sql: "a.title LIKE :term ESCAPE '!'", params: { term: `%${escapeLike(q)}%` } }] : []),
    ]);
    const [counted] = window ? await readRows<{ total: number | string }>(this.database.reader, `SELECT COUNT(*) AS total FROM assessments a WHERE ${scope.sql}`, scope.params) : [];
    const direction = sort.startsWith('-') ? 'DESC' : 'ASC';
    const rows = await readRows<AssessmentRow>(this.database.reader, `SELECT ${columns} ${from} WHERE ${scope.sql} ORDER BY ${sorts[sort.replace('-', '') as keyof typeof sorts]} ${direction}, a.id ${direction}${window ? ` LIMIT ${window.limit} OFFSET ${window.offset}` : ''}`, scope.params);
    return { rows, total: window ? Number(counted?.total ?? 0) : rows.length };
  }
  async findFor(actor: Actor, id: string): Promise<AssessmentRow | null> { return (await this.listFor(actor, { ids: [id] })).rows[0] ?? null; }
  /** The assessment of a plan that was not taken back. */
  async liveOf(planId: string): Promise<{ title: string } | null> {
    return (await readRows<{ title: string }>(this.database.reader, 'SELECT a.title AS title FROM assessments a WHERE a.live_key = :planId', { planId }))[0] ?? null;
  }
  insert(row: AssessmentEntity): Promise<void> { return insertRows(this.database.writer, AssessmentEntity, [row]); }
  /** A change against the version and state that were read: of two at once, one wins. */
  async update({ id, state }: Pick<AssessmentRow, 'id' | 'state'>, version: number, changes: Partial<AssessmentEntity>): Promise<boolean> {
    return (await this.database.writer.createQueryBuilder().update(AssessmentEntity).set({ ...changes, version: version + 1 }).where({ id, version, state }).execute()).affected === 1;
  }
  async remove(id: string): Promise<boolean> {
    await changeRows(this.database.writer, 'UPDATE assessments SET copied_from_id = NULL WHERE copied_from_id = :id', { id });
    return (await this.database.writer.delete(AssessmentEntity, { id, state: 'draft' })).affected === 1;
  }
  /** Whoever learns a result while objections run has the whole time for them. */
  async prolong(id: string, until: string): Promise<void> { await changeRows(this.database.writer, "UPDATE assessments SET objection_until = :until WHERE id = :id AND state = 'announced' AND (objection_until IS NULL OR objection_until < :until)", { id, until }); }
  /** Counts a change of a sheet, in the state that is wanted: of a unit that hands in and an office that announces, one comes first. */
  async countWrite(id: string, state: Assessment['state']): Promise<boolean> { return (await changeRows(this.database.writer, 'UPDATE assessments SET writes = writes + 1 WHERE id = :id AND state = :state', { id, state })) === 1; }
}
