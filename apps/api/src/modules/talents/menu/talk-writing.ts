import { Injectable } from '@nestjs/common';
import { lengths, talkEquipment, talkLanguages, talkLimits, type talkChange, type talkInput } from '@kepu/contracts';
import { monthSigns, next, signsOf, talkLifecycle, type TalkAction, type TalkState } from '@kepu/domain';
import type { z } from 'zod';
import { AuditTrail } from '../../../platform/audit/index.js';
import type { PersonActor } from '../../../platform/auth/actor.js';
import { auditActor } from '../../../platform/auth/audit-actor.js';
import { Clock } from '../../../platform/clock/index.js';
import { newId } from '../../../platform/database/index.js';
import { badReference, Refusal } from '../../../platform/errors/refusal.js';
import { Jobs } from '../../../platform/jobs/index.js';
import { searchKey, sortKey } from '../../../platform/pinyin/pinyin.js';
import { PersonTurns } from '../../identity/index.js';
import type { TalkEntity } from './talk.entity.js';
import { TalksRepository, type TalkRow } from './talks.repository.js';

type Content = Omit<z.output<typeof talkInput>, 'poolId' | 'lecturerId'>;
type Changes = Omit<z.output<typeof talkChange>, 'version'>;
/** What is told of a talk. */
export type TalkEvent = 'submitted' | 'published' | 'returned' | 'withdrawn' | 'undone';

/** The state that an action leads to. Errors: `lifecycle.not_allowed`, naming the state in the reader's language. */
export const talkStep = (state: TalkState, action: TalkAction): TalkState => {
  const result = next(talkLifecycle, state, action);
  if (!result.ok || result.state === null) throw new Refusal('lifecycle.not_allowed', { params: { state: `terms.talkStates.${state}` } });
  return result.state;
};
const KEY = 8000;
const titled = (title: string, summary: string) => ({ title, titleKey: sortKey(title, lengths.q), searchKey: `${searchKey([title], KEY)}|${summary.normalize('NFKC').toLowerCase().replaceAll('|', ' ')}` });
const blank = { state: talkLifecycle.initial, submittedAt: null, publishedAt: null, publishedBy: null, returnedReason: null, returnedAt: null, returnedBy: null, withdrawnReason: null, withdrawnAt: null, withdrawnBy: null, version: 1 } as const;

/** What lecturers and those who write for them do alike. Everything but the looks at topics runs inside the caller's unit. */
@Injectable()
export class TalkWriting {
  constructor(private readonly rows: TalksRepository, private readonly turns: PersonTurns, private readonly jobs: Jobs, private readonly audit: AuditTrail, private readonly clock: Clock) {}

  /** Errors: `reference.not_found`. */
  async demandTerms({ topicIds, audienceIds }: { readonly topicIds?: readonly string[] | undefined; readonly audienceIds?: readonly string[] | undefined }): Promise<void> {
    for (const [kind, ids] of [['topic', topicIds], ['audience', audienceIds]] as const) {
      const wanted = [...new Set(ids ?? [])];
      if (wanted.length > 0 && (await this.rows.countOpenTerms(kind, wanted, this.clock.today())) !== wanted.length) throw badReference(`terms.talkFields.${kind}`);
    }
  }
  /** Errors: `talk.no_term`. */
  async demandTerm(lecturerId: string, poolId: string): Promise<void> {
    if (!(await this.rows.offering(lecturerId, this.clock.today())).some(({ id }) => id === poolId)) throw new Refusal('talk.no_term');
  }

  /** Answers the id. Errors: `talk.no_term`, `talk.too_many`. */
  async create(actor: PersonActor, { poolId, lecturerId, nameShown, staffWritten }: Pick<TalkEntity, 'poolId' | 'lecturerId' | 'nameShown' | 'staffWritten'>, content: Content): Promise<string> {
    const [id, now] = [newId(), this.clock.now()];
    await this.turns.take(lecturerId);
    await this.demandTerm(lecturerId, poolId);
    if ((await this.rows.countOf(lecturerId)) >= talkLimits.each) throw new Refusal('talk.too_many', { params: { count: talkLimits.each } });
    const { topicIds, audienceIds, title, summary, minutes, mostPeople, equipment, needs, languages, months } = content;
    await this.rows.insert({
      id, poolId, lecturerId, nameShown, staffWritten, ...titled(title, summary), summary, minutes, mostPeople, needs, equipment: signsOf(talkEquipment, equipment), languages: signsOf(talkLanguages, languages), months: monthSigns(months), ...blank, createdAt: now, createdBy: actor.accountId, updatedAt: now,
    }, { topic: topicIds, audience: audienceIds });
    await this.record(actor, 'talk.created', { id, lecturerId }, null, { title });
    return id;
  }
  /** Changes what is given, and moves to a state. Errors: `version.stale`. */
  async change(actor: PersonActor, row: TalkRow, version: number, { topicIds, audienceIds, title, summary, equipment, languages, months, minutes, mostPeople, needs }: Changes, more: Partial<TalkEntity>, action: string): Promise<void> {
    const changes: Partial<TalkEntity> = {
      ...(title === undefined && summary === undefined ? {} : { ...titled(title ?? row.title, summary ?? row.summary), summary: summary ?? row.summary }), ...(minutes === undefined ? {} : { minutes }), ...(mostPeople === undefined ? {} : { mostPeople }), ...(needs === undefined ? {} : { needs }),
      ...(equipment === undefined ? {} : { equipment: signsOf(talkEquipment, equipment) }), ...(languages === undefined ? {} : { languages: signsOf(talkLanguages, languages) }), ...(months === undefined ? {} : { months: monthSigns(months) }),
    };
    if (!(await this.rows.update(row, version, { ...changes, ...more, updatedAt: this.clock.now() }))) throw new Refusal('version.stale');
    if (topicIds !== undefined) await this.rows.replaceTerms(row.id, 'topic', topicIds);
    if (audienceIds !== undefined) await this.rows.replaceTerms(row.id, 'audience', audienceIds);
    await this.record(actor, action, row, { state: row.state, title: row.title }, { state: more.state ?? row.state, title: title ?? row.title });
  }
  /** One step, written down and told. Errors: `lifecycle.not_allowed`, `version.stale`. */
  async step(actor: PersonActor, row: TalkRow, version: number, action: TalkAction, past: string, { changes = {}, reason, tell }: { readonly changes?: Partial<TalkEntity>; readonly reason?: string; readonly tell?: TalkEvent } = {}): Promise<void> {
    const state = talkStep(row.state, action);
    if (!(await this.rows.update(row, version, { ...changes, state, updatedAt: this.clock.now() }))) throw new Refusal('version.stale');
    await this.record(actor, past, row, { state: row.state, title: row.title }, { state, title: row.title, ...(reason === undefined ? {} : { reason }) });
    if (tell) await this.jobs.enqueue('notice.talk', { talkId: row.id, event: tell, version: version + 1, by: actor.accountId });
  }
  /** What a lecturer says is the lecturer's: titles and reasons are sealed in the trail. */
  async record(actor: PersonActor, action: string, { id, lecturerId }: Pick<TalkRow, 'id' | 'lecturerId'>, before: Record<string, unknown> | null, after: Record<string, unknown> | null): Promise<void> {
    await this.audit.record({ actor: auditActor(actor), action, subjectKind: 'talk', subjectId: id, before, after, classified: { personId: lecturerId, fields: ['title', 'reason'] } });
  }
}
