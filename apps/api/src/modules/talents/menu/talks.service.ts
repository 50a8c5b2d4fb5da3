import { Injectable } from '@nestjs/common';
import type { HistoryEntry, Page, Talk, talkChange, talkInput, talkQuery } from '@kepu/contracts';
import { label, type Locale } from '@kepu/contracts/labels';
import { UNDO_MINUTES, undoable } from '@kepu/domain';
import type { z } from 'zod';
import { AuditTrail } from '../../../platform/audit/index.js';
import { reachOf, type PersonActor } from '../../../platform/auth/actor.js';
import { auditActor } from '../../../platform/auth/audit-actor.js';
import { Clock } from '../../../platform/clock/index.js';
import { fromDbTime, UnitOfWork } from '../../../platform/database/index.js';
import { badReference, notFound, Refusal } from '../../../platform/errors/refusal.js';
import { AuditQueries } from '../../identity/index.js';
import { keeps } from '../nominations/appointments.service.js';
import { talkView } from './talk.mapper.js';
import { TalkRatings } from './talk-ratings.js';
import { talksWorkbook } from './talk-sheet.js';
import { talkStep, TalkWriting } from './talk-writing.js';
import { TalksRepository, type TalkRow } from './talks.repository.js';

type Query = z.output<typeof talkQuery>;
const MOST = 2000;
const PAGE = 200;

/** Talks as staff see them: written for lecturers by their units, counties and those who keep the pool; published by the latter. */
@Injectable()
export class Talks {
  constructor(
    private readonly rows: TalksRepository, private readonly writing: TalkWriting, private readonly ratings: TalkRatings, private readonly history: AuditQueries, private readonly audit: AuditTrail, private readonly work: UnitOfWork, private readonly clock: Clock,
  ) {}

  async list(actor: PersonActor, query: Query): Promise<Page<Talk>> {
    const { rows, total } = await this.rows.listFor(actor, query, this.clock.today());
    return { data: await this.views(actor, rows), total };
  }
  async get(actor: PersonActor, id: string): Promise<Talk> {
    const [view] = await this.views(actor, [await this.demand(actor, id)]);
    if (!view) throw notFound();
    return view;
  }
  async historyOf(actor: PersonActor, id: string): Promise<Page<HistoryEntry>> {
    await this.demand(actor, id);
    return this.history.historyOf('talk', id);
  }
  /** What the list holds, as a workbook. */
  async workbook(actor: PersonActor, query: Query, locale: Locale): Promise<{ name: string; bytes: Buffer }> {
    const talks: Talk[] = [];
    for (let page = 1; talks.length < MOST; page += 1) {
      const { data, total } = await this.list(actor, { ...query, page, perPage: PAGE });
      talks.push(...data);
      if (data.length === 0 || talks.length >= total) break;
    }
    const bytes = await talksWorkbook(talks, locale);
    await this.work.run(() => this.audit.record({ actor: auditActor(actor), action: 'talks.exported', subjectKind: 'talk', subjectId: 'all', before: null, after: { count: talks.length } }));
    return { name: `${label(locale, 'documents.talkSheet')} ${this.clock.today()}.xlsx`, bytes };
  }

  /** Errors: `reference.not_found` for a lecturer out of reach, `talk.no_term`, `talk.too_many`. */
  async create(actor: PersonActor, { poolId, lecturerId, ...content }: z.output<typeof talkInput>): Promise<Talk> {
    await this.writing.demandTerms(content);
    const id = await this.work.run(async () => {
      if (!(await this.rows.lecturer(actor, lecturerId, poolId))) throw badReference('terms.talkFields.lecturer');
      return this.writing.create(actor, { poolId, lecturerId, nameShown: false, staffWritten: true }, content);
    });
    return this.get(actor, id);
  }
  /** Whoever keeps the pool corrects what stands on the menu; others what they wrote and is not handed in. Errors: `resource.not_found`, `lifecycle.not_allowed`, `version.stale`, `reference.not_found`. */
  async update(actor: PersonActor, id: string, { version, ...given }: z.output<typeof talkChange>): Promise<Talk> {
    await this.writing.demandTerms(given);
    await this.work.run(async () => {
      const row = await this.demand(actor, id);
      if (!this.writes(actor, row)) throw notFound();
      const open = keeps(actor, row, 'talk:publish') ? ['draft', 'submitted', 'returned', 'published'] : Number(row.staffWritten) === 1 ? ['draft', 'returned'] : [];
      if (!open.includes(row.state)) throw new Refusal('lifecycle.not_allowed', { params: { state: `terms.talkStates.${row.state}` } });
      await this.writing.change(actor, row, version, given, {}, 'talk.corrected');
    });
    return this.get(actor, id);
  }
  /** What was written for the lecturer. Errors: `resource.not_found`, `talk.no_term`, `lifecycle.not_allowed`, `version.stale`. */
  submit(actor: PersonActor, id: string, version: number): Promise<Talk> {
    return this.step(actor, id, (row) => this.writes(actor, row) && Number(row.staffWritten) === 1, async (row) => {
      await this.writing.demandTerm(row.lecturerId, row.poolId);
      await this.writing.step(actor, row, version, 'submit', 'talk.submitted', { changes: { submittedAt: this.clock.now() }, tell: 'submitted' });
    });
  }

  /** Errors: `resource.not_found`, `talk.no_term`, `lifecycle.not_allowed`, `version.stale`. */
  publish(actor: PersonActor, id: string, version: number): Promise<Talk> {
    return this.decide(actor, id, async (row) => {
      await this.writing.demandTerm(row.lecturerId, row.poolId);
      await this.writing.step(actor, row, version, 'publish', 'talk.published', { changes: { publishedAt: this.clock.now(), publishedBy: actor.accountId, returnedReason: null, returnedAt: null, returnedBy: null, withdrawnReason: null, withdrawnAt: null, withdrawnBy: null }, tell: 'published' });
    });
  }
  /** Errors: `resource.not_found`, `lifecycle.not_allowed`, `version.stale`. */
  return(actor: PersonActor, id: string, version: number, reason: string): Promise<Talk> {
    return this.decide(actor, id, (row) => this.writing.step(actor, row, version, 'return', 'talk.returned', { changes: { returnedReason: reason, returnedAt: this.clock.now(), returnedBy: actor.accountId }, reason, tell: 'returned' }));
  }
  /** Errors: `resource.not_found`, `lifecycle.not_allowed`, `version.stale`. */
  withdraw(actor: PersonActor, id: string, version: number, reason: string): Promise<Talk> {
    return this.decide(actor, id, (row) => this.writing.step(actor, row, version, 'withdraw', 'talk.withdrawn', { changes: { withdrawnReason: reason, withdrawnAt: this.clock.now(), withdrawnBy: actor.accountId }, reason, tell: 'withdrawn' }));
  }

  /** A slip is mended: what was published or given back waits again, by whoever decided and for some minutes only. That it stood on the menu stays written down. Errors: `resource.not_found`, `lifecycle.not_allowed`, `undo.over`, `version.stale`. */
  undo(actor: PersonActor, id: string, version: number): Promise<Talk> {
    return this.decide(actor, id, async (row) => {
      talkStep(row.state, 'undo');
      const [at, by] = row.state === 'published' ? [row.publishedAt, row.publishedBy] : [row.returnedAt, row.returnedBy];
      if (!undoable(at === null || by === null ? null : { at: new Date(fromDbTime(at)), by }, actor.accountId, this.clock.now())) throw new Refusal('undo.over', { params: { minutes: UNDO_MINUTES } });
      await this.writing.step(actor, row, version, 'undo', 'talk.undone', { changes: { returnedReason: null, returnedAt: null, returnedBy: null }, tell: 'undone' });
    });
  }

  private decide(actor: PersonActor, id: string, run: (row: TalkRow) => Promise<void>): Promise<Talk> { return this.step(actor, id, (row) => keeps(actor, row, 'talk:publish'), run); }
  private async step(actor: PersonActor, id: string, may: (row: TalkRow) => boolean, run: (row: TalkRow) => Promise<void>): Promise<Talk> {
    await this.work.run(async () => {
      const row = await this.demand(actor, id);
      if (!may(row)) throw notFound();
      await run(row);
    });
    return this.get(actor, id);
  }
  private async demand(actor: PersonActor, id: string): Promise<TalkRow> {
    const row = await this.rows.findFor(actor, 'talk:read', id, this.clock.today());
    if (!row) throw notFound();
    return row;
  }
  private writes(actor: PersonActor, row: TalkRow): boolean {
    const reach = reachOf(actor, 'talk:write');
    return reach === 'all' || keeps(actor, row, 'talk:write') || reach.divisions.some((code) => row.countyId?.startsWith(code)) || reach.unitPaths.some((path) => row.unitPath?.startsWith(path));
  }
  private async views(actor: PersonActor, rows: readonly TalkRow[]): Promise<Talk[]> {
    const kept = rows.filter((row) => keeps(actor, row, 'talk:publish'));
    const [terms, ratings] = [await this.rows.terms(rows.map(({ id }) => id)), await this.ratings.of(kept.map(({ id }) => id))];
    return rows.map((row) => talkView(row, terms, ratings.get(row.id), { write: this.writes(actor, row), publish: kept.includes(row) }));
  }
}
