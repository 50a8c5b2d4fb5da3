import { Injectable, type OnModuleInit } from '@nestjs/common';
import { addWorkdays, COLLECTION_REMIND_WORKDAYS } from '@kepu/domain';
import { Clock } from '../../../platform/clock/index.js';
import { UnitOfWork } from '../../../platform/database/index.js';
import { dailyAt, JobWorker, type JobRun } from '../../../platform/jobs/index.js';
import { NoticesService } from '../../notices/index.js';
import { UnitDirectory } from '../../units/index.js';
import { UnitReportsRepository } from '../unit-reports.repository.js';
import { CollectionAnswersRepository, type StandingRow } from './collection-answers.repository.js';
import type { CollectionAnswerEvent } from './collection-answers.service.js';
import { isCounted } from './collection.mapper.js';
import { CollectionsRepository, type CollectionListRow } from './collections.repository.js';

const system = { kind: 'system', task: 'collection notices' } as const;
type CollectionNews = { collectionId: string; event: 'opened' | 'reopened' | 'withdrawn'; version: number; by: string };
type AnswerNews = { answerId: string; event: CollectionAnswerEvent; version: number; by: string };

/** Tells units what they are asked, what is due, and what came back. Nobody is told of what they did themselves. */
@Injectable()
export class CollectionNotices implements OnModuleInit {
  constructor(
    private readonly rows: CollectionsRepository, private readonly answers: CollectionAnswersRepository, private readonly reports: UnitReportsRepository, private readonly notices: NoticesService, private readonly units: UnitDirectory, private readonly worker: JobWorker, private readonly work: UnitOfWork, private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.worker.register<CollectionNews>({ kind: 'notice.collection', run: (run) => this.tell(run) });
    this.worker.register<AnswerNews>({ kind: 'notice.collection_answer', run: (run) => this.tellOfAnswer(run) });
    this.worker.register({ kind: 'collections.daily', run: (run) => this.daily(run) });
    this.worker.every('collections.daily', dailyAt('08:35'));
  }

  private async tell(run: JobRun<CollectionNews>): Promise<void> {
    const { collectionId, event, version, by } = run.payload;
    const row = await this.rows.findFor(system, collectionId);
    const told = row ? await this.liaisonsOf((await this.answers.standings(system, [collectionId])).filter(({ state }) => !isCounted(state))) : [];
    await this.work.run(async () => {
      if (row) await this.notices.deliver(told.filter((accountId) => accountId !== by), { eventKey: `collection_${event}:${collectionId}:${version}`, kind: `collection_${event}`, link: `/collections/${collectionId}`, params: { title: row.title, day: row.dueOn, text: row.endedReason ?? '' } });
      await run.finish();
    });
  }
  private async tellOfAnswer(run: JobRun<AnswerNews>): Promise<void> {
    const { answerId, event, version, by } = run.payload;
    const row = await this.answers.findFor(system, answerId, 'collection:read');
    const collection = row && (await this.rows.findFor(system, row.collectionId));
    const told = !row ? [] : event === 'checking' ? (await this.reports.approversOf(row.path, this.clock.today())).map(({ accountId }) => accountId) : await this.liaisonsOf([row]);
    await this.work.run(async () => {
      if (row && collection) await this.notices.deliver(told.filter((accountId) => accountId !== by), { eventKey: `collection_${event}:${answerId}:${version}`, kind: `collection_${event}`, link: `/collection-answers/${answerId}`, params: { title: collection.title, unit: row.unitName, text: row.returnedReason ?? '' } });
      await run.finish();
    });
  }
  /** Once for each last day: who has not answered is reminded shortly before it. */
  private async daily(run: JobRun): Promise<void> {
    const [today, calendar] = [this.clock.today(), await this.units.calendar()];
    const near = (await this.rows.listFor(system, { state: 'open' })).rows.filter(({ dueOn }) => today <= dueOn && today >= addWorkdays(dueOn, -COLLECTION_REMIND_WORKDAYS, calendar).value);
    const missing = (await this.answers.standings(system, near.map(({ id }) => id))).filter(({ state }) => !isCounted(state));
    const told = await Promise.all(near.map(async (row): Promise<[CollectionListRow, string[]]> => [row, await this.liaisonsOf(missing.filter(({ collectionId }) => collectionId === row.id))]));
    await this.work.run(async () => {
      for (const [row, accounts] of told) await this.notices.deliver(accounts, { eventKey: `collection_due:${row.id}:${row.dueOn}`, kind: 'collection_due', link: `/collections/${row.id}`, params: { title: row.title, day: row.dueOn } });
      await run.finish();
    });
  }
  /** Who looks after several units is told once. */
  private async liaisonsOf(rows: readonly StandingRow[]): Promise<string[]> { return [...new Set([...(await this.reports.liaisonsFor(rows.map(({ unitId, path }) => ({ id: unitId, path })), this.clock.today())).values()].flat())]; }
}
