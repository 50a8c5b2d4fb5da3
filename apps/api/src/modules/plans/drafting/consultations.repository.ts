import { Injectable } from '@nestjs/common';
import type { Permission } from '@kepu/contracts';
import { In } from 'typeorm';
import { reachOf, unitsWithin, type Actor } from '../../../platform/auth/actor.js';
import { changeRows, Database, insertRows, memberOf, readRows } from '../../../platform/database/index.js';
import { ConsultationAnswerEntity, ConsultationCommentEntity, ConsultationEntity } from './drafting.entity.js';
import type { Placed, VerdictRow } from './drafting.mapper.js';

/** How a unit stands in a consultation; counts are of what it has written, handed in or not, other than agreement. */
export interface ConsultationStandingRow extends Placed {
  readonly id: string; readonly consultationId: string; readonly unitId: string; readonly unitName: string; readonly state: ConsultationAnswerEntity['state']; readonly submittedAt: string | null; readonly late: number; readonly items: number | string; readonly comments: number | string; readonly undecided: number | string;
}
/** A comment with the names around it, and the item as it stands now. */
export interface CommentRow extends VerdictRow {
  readonly id: string; readonly answerId: string; readonly consultationId: string; readonly unitId: string; readonly unitName: string; readonly seq: number; readonly programme: string; readonly itemText: string; readonly stance: ConsultationCommentEntity['stance']; readonly text: string | null; readonly itemId: string | null;
  readonly nowText: string | null; readonly itemVersion: number | null; readonly version: number;
}
/** An answer with where its unit stands. */
export interface PlacedConsultationAnswer extends Placed { readonly row: ConsultationAnswerEntity; readonly unitName: string }

/** Rows of `consultations`, `consultation_answers` and `consultation_comments`, within the reach of the permission that they are read under. */
@Injectable()
export class ConsultationsRepository {
  constructor(private readonly database: Database) {}

  /** Consultations in which a unit in reach is asked, the newest first. */
  async listFor(actor: Actor, { planId, state, ids }: { planId?: string | undefined; state?: 'open' | 'closed' | undefined; ids?: readonly string[] | undefined }): Promise<ConsultationEntity[]> {
    const scope = unitsWithin(reachOf(actor, 'drafting:read'), 'u');
    const query = this.database.reader.createQueryBuilder(ConsultationEntity, 'c').where(`EXISTS (SELECT 1 FROM consultation_answers ca JOIN units u ON u.id = ca.unit_id WHERE ca.consultation_id = c.id AND (${scope.sql}))`, scope.params);
    if (planId) query.andWhere('c.plan_id = :planId', { planId });
    if (state) query.andWhere('c.state = :state', { state });
    if (ids) query.andWhere('c.id IN (:...ids)', { ids });
    return query.orderBy('c.id', 'DESC').getMany();
  }
  async findFor(actor: Actor, id: string): Promise<ConsultationEntity | null> { return (await this.listFor(actor, { ids: [id] }))[0] ?? null; }
  openOf(planId: string): Promise<ConsultationEntity | null> { return this.database.reader.findOneBy(ConsultationEntity, { planId, state: 'open' }); }
  async unitsOfPlan(planId: string): Promise<string[]> { return (await readRows<{ unitId: string }>(this.database.reader, "SELECT DISTINCT a.unit_id AS unitId FROM assignments a WHERE a.plan_id = :planId AND a.state <> 'withdrawn'", { planId })).map(({ unitId }) => unitId); }

  insert(row: ConsultationEntity, answers: readonly ConsultationAnswerEntity[]): Promise<void> { return insertRows(this.database.writer, ConsultationEntity, [row]).then(() => insertRows(this.database.writer, ConsultationAnswerEntity, answers)); }
  async update({ id }: ConsultationEntity, version: number, changes: Partial<ConsultationEntity>): Promise<boolean> {
    return (await this.database.writer.createQueryBuilder().update(ConsultationEntity).set({ ...changes, version: version + 1 }).where({ id, version, state: 'open' }).execute()).affected === 1;
  }
  /** A draft is undone: what was said of it stays, without the items that it was said of. */
  async leavePlan(planId: string): Promise<string[]> {
    const rows = await this.database.reader.findBy(ConsultationEntity, { planId });
    if (rows.length === 0) return [];
    await changeRows(this.database.writer, 'UPDATE consultation_comments SET item_id = NULL WHERE item_id IN (SELECT i.id FROM items i WHERE i.plan_id = :planId)', { planId });
    await changeRows(this.database.writer, 'UPDATE consultations SET plan_id = NULL, version = version + 1 WHERE plan_id = :planId', { planId });
    return rows.map(({ id }) => id);
  }

  /** Units in reach of some consultations, in protocol order. One statement, however many consultations. */
  standings(actor: Actor, ids: readonly string[]): Promise<ConsultationStandingRow[]> {
    const scope = unitsWithin(reachOf(actor, 'drafting:read'), 'u');
    const [outer, inner] = [memberOf('a.consultation_id', ids, 'ids'), memberOf('ia.consultation_id', ids, 'ids')];
    return readRows<ConsultationStandingRow>(
      this.database.reader, `SELECT a.id AS id, a.consultation_id AS consultationId, a.unit_id AS unitId, u.name AS unitName, u.path AS path, u.division_id AS divisionId, a.state AS state, a.submitted_at AS submittedAt, a.late AS late,
        (SELECT COUNT(DISTINCT s.item_id) FROM assignments s WHERE s.plan_id = q.plan_id AND s.unit_id = a.unit_id AND s.state <> 'withdrawn') AS items, COALESCE(n.comments, 0) AS comments, COALESCE(n.undecided, 0) AS undecided
        FROM consultation_answers a JOIN consultations q ON q.id = a.consultation_id JOIN units u ON u.id = a.unit_id
        LEFT JOIN (SELECT m.answer_id AS answer_id, COUNT(*) AS comments, SUM(CASE WHEN m.decision IS NULL THEN 1 ELSE 0 END) AS undecided
          FROM consultation_comments m JOIN consultation_answers ia ON ia.id = m.answer_id WHERE ${inner.sql} AND m.stance <> 'agree' GROUP BY m.answer_id) n ON n.answer_id = a.id
        WHERE ${outer.sql} AND (${scope.sql}) ORDER BY u.sort_no, a.id`, { ...outer.params, ...scope.params });
  }

  /** What was handed in, in the order of the paper and then of the units. Agreement where it is asked for. */
  commentsFor(actor: Actor, consultationId: string, { unitId, stance, decision }: { unitId?: string | undefined; stance?: string | undefined; decision?: string | undefined }): Promise<CommentRow[]> {
    const scope = unitsWithin(reachOf(actor, 'drafting:read'), 'u');
    const decided = decision === undefined ? '' : decision === 'open' ? ' AND m.decision IS NULL' : ' AND m.decision = :decision';
    return readRows<CommentRow>(
      this.database.reader, `${commentSelect} WHERE a.consultation_id = :consultationId AND a.state = 'submitted' AND (${scope.sql}) AND ${stance === undefined ? "m.stance <> 'agree'" : 'm.stance = :stance'}${unitId === undefined ? '' : ' AND a.unit_id = :unitId'}${decided} ORDER BY m.seq, u.sort_no, m.id`,
      { consultationId, ...scope.params, ...(stance === undefined ? {} : { stance }), ...(unitId === undefined ? {} : { unitId }), ...(decision === undefined || decision === 'open' ? {} : { decision }) });
  }
  /** What one answer holds, handed in or not. The caller has proved the right to it. */
  commentsOf(answerId: string): Promise<CommentRow[]> { return readRows<CommentRow>(this.database.reader, `${commentSelect} WHERE m.answer_id = :answerId ORDER BY m.seq`, { answerId }); }
  /** A comment in reach that was handed in. */
  async commentFor(actor: Actor, id: string, permission: Permission): Promise<CommentRow | null> {
    const scope = unitsWithin(reachOf(actor, permission), 'u');
    return (await readRows<CommentRow>(this.database.reader, `${commentSelect} WHERE m.id = :id AND a.state = 'submitted' AND (${scope.sql})`, { id, ...scope.params }))[0] ?? null;
  }
  async decide({ id, version }: Pick<CommentRow, 'id' | 'version'>, changes: Partial<ConsultationCommentEntity>): Promise<boolean> {
    return (await this.database.writer.createQueryBuilder().update(ConsultationCommentEntity).set({ ...changes, version: version + 1 }).where({ id, version }).execute()).affected === 1;
  }
  /** What is said of some items, anew. */
  async write(answerId: string, rows: readonly ConsultationCommentEntity[]): Promise<void> {
    const itemIds = rows.flatMap(({ itemId }) => itemId ?? []);
    if (itemIds.length === 0) return;
    await this.database.writer.delete(ConsultationCommentEntity, { answerId, itemId: In(itemIds) });
    await insertRows(this.database.writer, ConsultationCommentEntity, rows);
  }

  async answerFor(actor: Actor, id: string, permission: Permission): Promise<PlacedConsultationAnswer | null> {
    const scope = unitsWithin(reachOf(actor, permission), 'u');
    const [place] = await readRows<Omit<PlacedConsultationAnswer, 'row'>>(this.database.reader, `SELECT u.name AS unitName, u.path AS path, u.division_id AS divisionId FROM consultation_answers a JOIN units u ON u.id = a.unit_id WHERE a.id = :id AND (${scope.sql})`, { id, ...scope.params });
    const row = place && (await this.answer(id));
    return place && row ? { row, ...place } : null;
  }
  answer(id: string): Promise<ConsultationAnswerEntity | null> { return this.database.reader.findOneBy(ConsultationAnswerEntity, { id }); }
  async updateAnswer({ id, state }: ConsultationAnswerEntity, version: number, changes: Partial<ConsultationAnswerEntity>): Promise<boolean> {
    return (await this.database.writer.createQueryBuilder().update(ConsultationAnswerEntity).set({ ...changes, version: version + 1 }).where({ id, version, state }).execute()).affected === 1;
  }

  /** An item has other words: what units are writing of it is written anew, so that nobody agrees to what they have not read. */
  async refreshAnswers(planId: string, itemId: string): Promise<void> {
    await changeRows(
      this.database.writer, `UPDATE consultation_answers SET version = version + 1 WHERE state = 'draft' AND consultation_id IN (SELECT c.id FROM consultations c WHERE c.plan_id = :planId AND c.state = 'open')
        AND unit_id IN (SELECT a.unit_id FROM assignments a WHERE a.item_id = :itemId)`, { planId, itemId });
  }

  /** Answers that the own units have not handed in, of consultations that are open; the first due first. */
  waiting(actor: Actor, permission: Permission): Promise<{ id: string; title: string; unitId: string; unitName: string; dueOn: string }[]> {
    const scope = unitsWithin(reachOf(actor, permission), 'u');
    return readRows(this.database.reader, `SELECT a.id AS id, c.title AS title, a.unit_id AS unitId, u.name AS unitName, c.due_on AS dueOn FROM consultation_answers a JOIN consultations c ON c.id = a.consultation_id JOIN units u ON u.id = a.unit_id
      WHERE a.state = 'draft' AND c.state = 'open' AND (${scope.sql}) ORDER BY c.due_on, a.id`, scope.params);
  }

  /** What a unit that was merged has not handed in goes on with its successor, as far as that says nothing of the item; where that has handed in already, the words are handed in as they stand. */
  async moveUnit(fromId: string, toId: string): Promise<{ id: string; into: string }[]> {
    const moved: { id: string; into: string }[] = [];
    const rows = await this.database.reader.createQueryBuilder(ConsultationAnswerEntity, 'a').innerJoin('consultations', 'c', "c.id = a.consultation_id AND c.state = 'open'").where({ unitId: fromId, state: 'draft' }).getMany();
    for (const row of rows) {
      const twin = await this.database.reader.findOneBy(ConsultationAnswerEntity, { consultationId: row.consultationId, unitId: toId });
      if (!twin) await changeRows(this.database.writer, 'UPDATE consultation_answers SET unit_id = :toId, version = version + 1 WHERE id = :id', { toId, id: row.id });
      else {
        const own = await this.commentsOf(row.id);
        if (own.some(({ stance }) => stance !== 'agree') && twin.state === 'submitted') await changeRows(this.database.writer, "UPDATE consultation_answers SET state = 'submitted', version = version + 1 WHERE id = :id", { id: row.id });
        else {
          const said = new Set((await this.commentsOf(twin.id)).map(({ itemId }) => itemId));
          for (const { id, itemId } of own) {
            if (said.has(itemId)) await this.database.writer.delete(ConsultationCommentEntity, { id });
            else await changeRows(this.database.writer, 'UPDATE consultation_comments SET answer_id = :into WHERE id = :id', { into: twin.id, id });
          }
          await changeRows(this.database.writer, 'UPDATE consultation_answers SET version = version + 1 WHERE id = :id', { id: twin.id });
          await this.database.writer.delete(ConsultationAnswerEntity, { id: row.id });
        }
      }
      moved.push({ id: row.id, into: twin?.id ?? row.id });
    }
    return moved;
  }
}

const commentSelect = `SELECT m.id AS id, m.answer_id AS answerId, a.consultation_id AS consultationId, a.unit_id AS unitId, u.name AS unitName, m.seq AS seq, m.programme AS programme, m.item_text AS itemText, m.stance AS stance, m.text AS text, m.item_id AS itemId, i.text AS nowText, i.version AS itemVersion,
  m.decision AS decision, m.decided_text AS decidedText, m.decided_reason AS decidedReason, dp.name AS decidedName, m.decided_at AS decidedAt, m.version AS version
  FROM consultation_comments m JOIN consultation_answers a ON a.id = m.answer_id JOIN units u ON u.id = a.unit_id LEFT JOIN items i ON i.id = m.item_id LEFT JOIN accounts dp ON dp.id = m.decided_by`;
