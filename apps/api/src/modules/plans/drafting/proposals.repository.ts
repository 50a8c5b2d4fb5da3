import { Injectable } from '@nestjs/common';
import type { Permission } from '@kepu/contracts';
import { reachOf, unitsWithin, type Actor } from '../../../platform/auth/actor.js';
import { changeRows, Database, insertRows, memberOf, readRows } from '../../../platform/database/index.js';
import { ProposalAnswerEntity, ProposalCallEntity, ProposalEntity } from './drafting.entity.js';
import type { Placed, VerdictRow } from './drafting.mapper.js';

/** How a unit stands in a call; counts are of what it has written, handed in or not. */
export interface ProposalStandingRow extends Placed {
  readonly id: string; readonly callId: string; readonly unitId: string; readonly unitName: string; readonly state: ProposalAnswerEntity['state']; readonly submittedAt: string | null; readonly late: number; readonly proposals: number | string; readonly undecided: number | string; readonly adopted: number | string;
}
/** A proposal with the names around it. */
export interface ProposalRow extends VerdictRow {
  readonly id: string; readonly answerId: string; readonly callId: string; readonly seq: number; readonly unitId: string; readonly unitName: string; readonly programmeId: string; readonly programmeName: string; readonly text: string; readonly dueText: string | null; readonly measure: string | null; readonly note: string | null;
  readonly copied: number; readonly version: number;
}
/** An answer with where its unit stands. */
export interface PlacedAnswer extends Placed { readonly row: ProposalAnswerEntity; readonly unitName: string }
/** An item of an earlier plan. */
export interface EarlierRow { readonly year: number; readonly programmeId: string; readonly programmePrinted: string; readonly text: string; readonly dueText: string | null; readonly targets: string }

/** Rows of `proposal_calls`, `proposal_answers` and `proposals`, within the reach of the permission that they are read under. */
@Injectable()
export class ProposalsRepository {
  constructor(private readonly database: Database) {}

  /** Calls in which a unit in reach is asked, the newest first. */
  async listFor(actor: Actor, { state, ids }: { state?: 'open' | 'closed' | undefined; ids?: readonly string[] | undefined }): Promise<ProposalCallEntity[]> {
    const scope = unitsWithin(reachOf(actor, 'drafting:read'), 'u');
    const query = this.database.reader.createQueryBuilder(ProposalCallEntity, 'c').where(`EXISTS (SELECT 1 FROM proposal_answers pa JOIN units u ON u.id = pa.unit_id WHERE pa.call_id = c.id AND (${scope.sql}))`, scope.params);
    if (state) query.andWhere('c.state = :state', { state });
    if (ids) query.andWhere('c.id IN (:...ids)', { ids });
    return query.orderBy('c.year', 'DESC').addOrderBy('c.id', 'DESC').getMany();
  }
  async findFor(actor: Actor, id: string): Promise<ProposalCallEntity | null> { return (await this.listFor(actor, { ids: [id] }))[0] ?? null; }

  insertCall(call: ProposalCallEntity, answers: readonly ProposalAnswerEntity[]): Promise<void> {
    return insertRows(this.database.writer, ProposalCallEntity, [call]).then(() => insertRows(this.database.writer, ProposalAnswerEntity, answers));
  }
  async updateCall({ id, state }: ProposalCallEntity, version: number, changes: Partial<ProposalCallEntity>): Promise<boolean> {
    return (await this.database.writer.createQueryBuilder().update(ProposalCallEntity).set({ ...changes, version: version + 1 }).where({ id, version, state }).execute()).affected === 1;
  }
  /** What was made of it, whatever its version: nobody's words change by it. */
  async keepPaper(id: string, importId: string): Promise<void> { await changeRows(this.database.writer, 'UPDATE proposal_calls SET import_id = :importId WHERE id = :id', { id, importId }); }

  /** Units in reach of some calls, in protocol order. One statement, however many calls. */
  standings(actor: Actor, callIds: readonly string[]): Promise<ProposalStandingRow[]> {
    const scope = unitsWithin(reachOf(actor, 'drafting:read'), 'u');
    const calls = memberOf('a.call_id', callIds, 'callIds');
    const inner = memberOf('ia.call_id', callIds, 'callIds');
    return readRows<ProposalStandingRow>(
      this.database.reader, `SELECT a.id AS id, a.call_id AS callId, a.unit_id AS unitId, u.name AS unitName, u.path AS path, u.division_id AS divisionId, a.state AS state, a.submitted_at AS submittedAt, a.late AS late,
        COALESCE(n.proposals, 0) AS proposals, COALESCE(n.undecided, 0) AS undecided, COALESCE(n.adopted, 0) AS adopted
        FROM proposal_answers a JOIN units u ON u.id = a.unit_id
        LEFT JOIN (SELECT p.answer_id AS answer_id, COUNT(*) AS proposals, SUM(CASE WHEN p.decision IS NULL THEN 1 ELSE 0 END) AS undecided, SUM(CASE WHEN p.decision IN ('adopted', 'partly') THEN 1 ELSE 0 END) AS adopted
          FROM proposals p JOIN proposal_answers ia ON ia.id = p.answer_id WHERE ${inner.sql} GROUP BY p.answer_id) n ON n.answer_id = a.id
        WHERE ${calls.sql} AND (${scope.sql}) ORDER BY u.sort_no, a.id`, { ...calls.params, ...scope.params });
  }

  /** What was handed in, unit by unit in protocol order. */
  proposalsFor(actor: Actor, callId: string, query: { unitId?: string | undefined; programmeId?: string | undefined; decision?: string | undefined }): Promise<ProposalRow[]> {
    const scope = unitsWithin(reachOf(actor, 'drafting:read'), 'u');
    const decision = query.decision === undefined ? '' : query.decision === 'open' ? ' AND p.decision IS NULL' : ' AND p.decision = :decision';
    return readRows<ProposalRow>(
      this.database.reader, `${proposalSelect} WHERE a.call_id = :callId AND a.state = 'submitted' AND (${scope.sql})${query.unitId === undefined ? '' : ' AND a.unit_id = :unitId'}${query.programmeId === undefined ? '' : ' AND p.programme_id = :programmeId'}${decision}
        ORDER BY u.sort_no, a.id, p.seq`, { callId, ...scope.params, ...(query.unitId === undefined ? {} : { unitId: query.unitId }), ...(query.programmeId === undefined ? {} : { programmeId: query.programmeId }), ...(query.decision === undefined || query.decision === 'open' ? {} : { decision: query.decision }) });
  }
  /** What one answer holds, handed in or not. The caller has proved the right to it. */
  proposalsOf(answerId: string): Promise<ProposalRow[]> { return readRows<ProposalRow>(this.database.reader, `${proposalSelect} WHERE p.answer_id = :answerId ORDER BY p.seq`, { answerId }); }
  /** A proposal in reach that was handed in. */
  async proposalFor(actor: Actor, id: string, permission: Permission): Promise<ProposalRow | null> {
    const scope = unitsWithin(reachOf(actor, permission), 'u');
    return (await readRows<ProposalRow>(this.database.reader, `${proposalSelect} WHERE p.id = :id AND a.state = 'submitted' AND (${scope.sql})`, { id, ...scope.params }))[0] ?? null;
  }
  async decide({ id, version }: Pick<ProposalRow, 'id' | 'version'>, changes: Partial<ProposalEntity>): Promise<boolean> {
    return (await this.database.writer.createQueryBuilder().update(ProposalEntity).set({ ...changes, version: version + 1 }).where({ id, version }).execute()).affected === 1;
  }
  /** What the unit writes, anew. */
  async write(answerId: string, rows: readonly ProposalEntity[]): Promise<void> {
    await this.database.writer.delete(ProposalEntity, { answerId });
    await insertRows(this.database.writer, ProposalEntity, rows);
  }

  async answerFor(actor: Actor, id: string, permission: Permission): Promise<PlacedAnswer | null> {
    const scope = unitsWithin(reachOf(actor, permission), 'u');
    const [place] = await readRows<Omit<PlacedAnswer, 'row'>>(this.database.reader, `SELECT u.name AS unitName, u.path AS path, u.division_id AS divisionId FROM proposal_answers a JOIN units u ON u.id = a.unit_id WHERE a.id = :id AND (${scope.sql})`, { id, ...scope.params });
    const row = place && (await this.answer(id));
    return place && row ? { row, ...place } : null;
  }
  answer(id: string): Promise<ProposalAnswerEntity | null> { return this.database.reader.findOneBy(ProposalAnswerEntity, { id }); }
  async updateAnswer({ id, state }: ProposalAnswerEntity, version: number, changes: Partial<ProposalAnswerEntity>): Promise<boolean> {
    return (await this.database.writer.createQueryBuilder().update(ProposalAnswerEntity).set({ ...changes, version: version + 1 }).where({ id, version, state }).execute()).affected === 1;
  }

  /** The unit's items in force of the city's newest plan before a year, in the order of the paper. */
  earlierItems(unitId: string, year: number): Promise<EarlierRow[]> {
    return readRows<EarlierRow>(
      this.database.reader, `SELECT DISTINCT pl.year AS year, i.seq AS seq, i.programme_id AS programmeId, i.programme_printed AS programmePrinted, i.text AS text, i.due_text AS dueText, i.targets AS targets
        FROM assignments a JOIN items i ON i.id = a.item_id JOIN plans pl ON pl.id = i.plan_id
        WHERE a.unit_id = :unitId AND a.state <> 'withdrawn' AND i.plan_id = (SELECT np.id FROM plans np WHERE np.state IN ('issued', 'closed') AND np.year < :year AND SUBSTR(np.division_id, 5) = '00'
          AND EXISTS (SELECT 1 FROM assignments na WHERE na.plan_id = np.id AND na.unit_id = :unitId AND na.state <> 'withdrawn') ORDER BY np.year DESC, np.edition DESC, np.id DESC LIMIT 1) ORDER BY i.seq`, { unitId, year });
  }

  /** Answers that the own units have not handed in, of calls that are open; the first due first. */
  waiting(actor: Actor, permission: Permission): Promise<{ id: string; title: string; unitId: string; unitName: string; dueOn: string }[]> {
    const scope = unitsWithin(reachOf(actor, permission), 'u');
    return readRows(this.database.reader, `SELECT a.id AS id, c.title AS title, a.unit_id AS unitId, u.name AS unitName, c.due_on AS dueOn FROM proposal_answers a JOIN proposal_calls c ON c.id = a.call_id JOIN units u ON u.id = a.unit_id
      WHERE a.state = 'draft' AND c.state = 'open' AND (${scope.sql}) ORDER BY c.due_on, a.id`, scope.params);
  }

  /**
   * What a unit that was merged has not handed in goes on with its successor, behind what that has written. Where the successor has handed in already, the words are handed in as they stand: nobody is left
   * to write on, and nobody's words are lost.
   */
  async moveUnit(fromId: string, toId: string): Promise<{ id: string; into: string }[]> {
    const moved: { id: string; into: string }[] = [];
    const rows = await this.database.reader.createQueryBuilder(ProposalAnswerEntity, 'a').innerJoin('proposal_calls', 'c', "c.id = a.call_id AND c.state = 'open'").where({ unitId: fromId, state: 'draft' }).getMany();
    for (const row of rows) {
      const twin = await this.database.reader.findOneBy(ProposalAnswerEntity, { callId: row.callId, unitId: toId });
      if (!twin) await changeRows(this.database.writer, 'UPDATE proposal_answers SET unit_id = :toId, version = version + 1 WHERE id = :id', { toId, id: row.id });
      else {
        const [own, theirs] = [await this.proposalsOf(row.id), await this.proposalsOf(twin.id)];
        if (own.length > 0 && twin.state !== 'draft') await changeRows(this.database.writer, "UPDATE proposal_answers SET state = 'submitted', version = version + 1 WHERE id = :id", { id: row.id });
        else {
          await changeRows(this.database.writer, 'UPDATE proposals SET answer_id = :into, seq = seq + :behind WHERE answer_id = :id', { into: twin.id, behind: theirs.at(-1)?.seq ?? 0, id: row.id });
          await changeRows(this.database.writer, 'UPDATE proposal_answers SET version = version + 1 WHERE id = :id', { id: twin.id });
          await this.database.writer.delete(ProposalAnswerEntity, { id: row.id });
        }
      }
      moved.push({ id: row.id, into: twin?.id ?? row.id });
    }
    return moved;
  }
}

const proposalSelect = `SELECT p.id AS id, p.answer_id AS answerId, a.call_id AS callId, p.seq AS seq, a.unit_id AS unitId, u.name AS unitName, p.programme_id AS programmeId, pr.name AS programmeName, p.text AS text, p.due_text AS dueText, p.measure AS measure, p.note AS note, p.copied AS copied,
  p.decision AS decision, p.decided_text AS decidedText, p.decided_reason AS decidedReason, dp.name AS decidedName, p.decided_at AS decidedAt, p.version AS version
  FROM proposals p JOIN proposal_answers a ON a.id = p.answer_id JOIN units u ON u.id = a.unit_id JOIN programmes pr ON pr.id = p.programme_id LEFT JOIN accounts dp ON dp.id = p.decided_by`;
