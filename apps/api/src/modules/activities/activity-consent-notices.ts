import { Injectable, type OnModuleInit } from '@nestjs/common';
import { fromDbTime, UnitOfWork } from '../../platform/database/index.js';
import { JobWorker, type JobRun } from '../../platform/jobs/index.js';
import { Guardians } from '../guardians/index.js';
import { NoticesService } from '../notices/index.js';
import { ActivityConsentsRepository } from './activity-consents.repository.js';
import { riskTextOf } from './risk-text.js';

type ConsentJob = { event: 'asked' | 'given' | 'refused' | 'withdrawn'; consentId: string };
const FAMILY = '/me/family';
const CLASSES = '/classes';

/** Tells guardians what they are asked, and children what was said. */
@Injectable()
export class ActivityConsentNotices implements OnModuleInit {
  constructor(private readonly rows: ActivityConsentsRepository, private readonly guardians: Guardians, private readonly notices: NoticesService, private readonly worker: JobWorker, private readonly work: UnitOfWork) {}

  onModuleInit(): void {
    this.worker.register<ConsentJob>({ kind: 'notice.activity_consent', run: (run) => this.word(run) });
    this.worker.register<{ activityId: string }>({ kind: 'notice.risk_changed', run: (run) => this.changed(run) });
  }

  private async word(run: JobRun<ConsentJob>): Promise<void> {
    const { event, consentId } = run.payload;
    const row = await this.rows.find(consentId);
    const guardians = row && event === 'asked' ? (await this.guardians.of([row.minorId])).get(row.minorId) ?? [] : [];
    await this.work.run(async () => {
      if (row) {
        const time = row.startsAt === null ? '' : fromDbTime(row.startsAt);
        if (event === 'asked') await this.notices.deliver(guardians.flatMap(({ guardianId }) => guardianId ?? []), { eventKey: `consent:${run.id}`, kind: 'consent_asked', link: FAMILY, params: { name: row.childName, title: row.title, time } });
        else await this.notices.deliver([row.minorId], { eventKey: `consent:${run.id}`, kind: `consent_${event}`, link: '/me', params: { title: row.title } });
      }
      await run.finish();
    });
  }

  /** Once for each text: who has agreed to it already hears nothing. */
  private async changed(run: JobRun<{ activityId: string }>): Promise<void> {
    const { activityId } = run.payload;
    const risk = await this.rows.risk(activityId);
    const stale = risk ? (await this.rows.given(activityId)).filter(({ riskHash }) => riskHash !== riskTextOf(risk).hash) : [];
    const guardians = await this.guardians.of(stale.map(({ minorId }) => minorId));
    const title = (await Promise.all(stale.slice(0, 1).map(({ id }) => this.rows.find(id))))[0]?.title ?? '';
    await this.work.run(async () => {
      for (const { id, minorId, childName } of stale) {
        await this.notices.deliver((guardians.get(minorId) ?? []).flatMap(({ guardianId }) => guardianId ?? []), { eventKey: `consent_changed:${run.id}:${id}`, kind: 'consent_changed', link: FAMILY, params: { title, name: childName } });
      }
      // Slips are printed anew by whoever handed them in.
      const teachers = [...new Set(stale.flatMap(({ method, askedBy }) => (method === 'slip' ? [askedBy] : [])))];
      await this.notices.deliver(teachers, { eventKey: `slips_changed:${run.id}`, kind: 'slips_changed', link: CLASSES, params: { title, count: stale.filter(({ method }) => method === 'slip').length } });
      await run.finish();
    });
  }
}
