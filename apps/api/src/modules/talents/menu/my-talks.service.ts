import { Injectable } from '@nestjs/common';
import type { MyTalk, myTalkChange, myTalkInput, MyTalks } from '@kepu/contracts';
import type { z } from 'zod';
import type { PersonActor } from '../../../platform/auth/actor.js';
import { RateLimits } from '../../../platform/auth/rate-limits.js';
import { Clock } from '../../../platform/clock/index.js';
import { UnitOfWork } from '../../../platform/database/index.js';
import { notFound, Refusal } from '../../../platform/errors/refusal.js';
import { myTalkView } from './talk.mapper.js';
import { TalkWriting, talkStep } from './talk-writing.js';
import { TalksRepository, type TalkRow } from './talks.repository.js';

const perPerson = { tries: 60, minutes: 60 };

/** Talks as their lecturers write them. */
@Injectable()
export class OwnTalks {
  constructor(private readonly rows: TalksRepository, private readonly writing: TalkWriting, private readonly limits: RateLimits, private readonly work: UnitOfWork, private readonly clock: Clock) {}

  async list(actor: PersonActor): Promise<MyTalks> {
    const today = this.clock.today();
    const rows = await this.rows.ofLecturer(actor.accountId, today);
    const [terms, pools] = [await this.rows.terms(rows.map(({ id }) => id)), await this.rows.offering(actor.accountId, today)];
    return { data: rows.map((row) => myTalkView(row, terms)), pools: pools.map(({ id, name, menuNames }) => ({ id, name, namesShown: Number(menuNames) === 1 })) };
  }

  /** Errors: `talk.no_term`, `talk.too_many`, `reference.not_found`, `rate.limited`. */
  async create(actor: PersonActor, { poolId, nameShown, ...content }: z.output<typeof myTalkInput>): Promise<MyTalk> {
    await this.limits.spend('talk', actor.accountId, perPerson);
    await this.writing.demandTerms(content);
    return this.one(actor, await this.work.run(() => this.writing.create(actor, { poolId, lecturerId: actor.accountId, nameShown, staffWritten: false }, content)));
  }
  /** What stands on the menu leaves it until it is published again; whether the lecturer is named changes at once. Errors: `resource.not_found`, `lifecycle.not_allowed`, `version.stale`, `reference.not_found`. */
  async update(actor: PersonActor, id: string, { version, nameShown, ...given }: z.output<typeof myTalkChange>): Promise<MyTalk> {
    await this.writing.demandTerms(given);
    await this.work.run(async () => {
      const row = await this.demand(actor, id);
      const says = Object.values(given).some((value) => value !== undefined);
      await this.writing.change(actor, row, version, given, { ...(says ? { state: talkStep(row.state, 'change') } : {}), ...(nameShown === undefined ? {} : { nameShown }) }, 'talk.changed');
    });
    return this.one(actor, id);
  }

  /** Errors: `resource.not_found`, `talk.no_term`, `lifecycle.not_allowed`, `version.stale`. */
  submit(actor: PersonActor, id: string, version: number): Promise<MyTalk> {
    return this.step(actor, id, async (row) => {
      await this.writing.demandTerm(row.lecturerId, row.poolId);
      await this.writing.step(actor, row, version, 'submit', 'talk.submitted', { changes: { submittedAt: this.clock.now() }, tell: 'submitted' });
    });
  }
  /** Errors: `resource.not_found`, `lifecycle.not_allowed`, `version.stale`. */
  recall(actor: PersonActor, id: string, version: number): Promise<MyTalk> { return this.step(actor, id, (row) => this.writing.step(actor, row, version, 'recall', 'talk.recalled')); }
  /** Errors: `resource.not_found`, `lifecycle.not_allowed`, `version.stale`. */
  withdraw(actor: PersonActor, id: string, version: number): Promise<MyTalk> {
    return this.step(actor, id, (row) => this.writing.step(actor, row, version, 'leave', 'talk.left', { changes: { withdrawnAt: this.clock.now(), withdrawnBy: actor.accountId, withdrawnReason: null } }));
  }
  /** Errors: `resource.not_found`, `lifecycle.not_allowed`, `talk.was_published`. */
  async remove(actor: PersonActor, id: string): Promise<{ done: true }> {
    await this.work.run(async () => {
      const row = await this.demand(actor, id);
      if (row.publishedAt !== null) throw new Refusal('talk.was_published');
      if (row.state !== 'draft' && row.state !== 'returned') throw new Refusal('lifecycle.not_allowed', { params: { state: `terms.talkStates.${row.state}` } });
      if (!(await this.rows.remove(id, row.state))) throw new Refusal('version.stale');
      await this.writing.record(actor, 'talk.removed', row, { title: row.title, state: row.state }, null);
    });
    return { done: true };
  }

  private async step(actor: PersonActor, id: string, run: (row: TalkRow) => Promise<void>): Promise<MyTalk> {
    await this.work.run(async () => run(await this.demand(actor, id)));
    return this.one(actor, id);
  }
  private async demand(actor: PersonActor, id: string): Promise<TalkRow> {
    const row = await this.rows.ownOne(actor.accountId, id, this.clock.today());
    if (!row) throw notFound();
    return row;
  }
  private async one(actor: PersonActor, id: string): Promise<MyTalk> { return myTalkView(await this.demand(actor, id), await this.rows.terms([id])); }
}
