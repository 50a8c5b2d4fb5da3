import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { Activity, activityQuery, ActivityRow, Calendar, calendarQuery, HistoryEntry, Page } from '@kepu/contracts';
import { label, type Locale } from '@kepu/contracts/labels';
import type { z } from 'zod';
import { AuditTrail } from '../../platform/audit/index.js';
import type { Actor, PersonActor } from '../../platform/auth/actor.js';
import { auditActor } from '../../platform/auth/audit-actor.js';
import { Clock } from '../../platform/clock/index.js';
import { APP_CONFIG, type AppConfig } from '../../platform/config/config.js';
import { fromDbTime } from '../../platform/database/index.js';
import { notFound, Refusal } from '../../platform/errors/refusal.js';
import { FileLinks, FileReaders } from '../files/index.js';
import { AuditQueries } from '../identity/index.js';
import { ItemDirectory } from '../plans/index.js';
import { CredentialDirectory, PoolDirectory } from '../talents/index.js';
import { UnitSuccession } from '../units/index.js';
import { ActivitiesRepository } from './activities.repository.js';
import { ActivityPages } from './activity-pages.repository.js';
import { activityRowViews, activityView, calendarView, type ActivityRows } from './activity.mapper.js';
import { EligiblePositions } from './eligible-positions.js';
import { LateCorrections } from './late-corrections.js';
import { OpenHours } from './open-hours.js';
import { spokenTime } from './spoken-time.js';
import { ShiftsRepository } from './shifts.repository.js';

/** The first day of the month after. */
const monthAfter = (month: string): string => {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return number === 12 ? `${year + 1}-01-01` : `${year}-${String(number + 1).padStart(2, '0')}-01`;
};

/** Activities as people read them: everybody what is published, those who manage a unit all that is the unit's. */
@Injectable()
export class ActivitiesService implements OnModuleInit {
  constructor(
    private readonly pages: ActivityPages, private readonly activities: ActivitiesRepository, private readonly shifts: ShiftsRepository, private readonly items: ItemDirectory, private readonly files: FileLinks,
    private readonly fileReaders: FileReaders, private readonly succession: UnitSuccession, private readonly history: AuditQueries, private readonly audit: AuditTrail, private readonly clock: Clock,
    @Inject(APP_CONFIG) private readonly config: AppConfig, private readonly openHours: OpenHours,
    private readonly eligible: EligiblePositions, private readonly corrections: LateCorrections, private readonly credentials: CredentialDirectory, private readonly pools: PoolDirectory,
  ) {}

  onModuleInit(): void {
    this.fileReaders.register('activity_report', async (actor, activityId) => (await this.activities.findFor(actor, activityId, 'activity:read')) !== null, {
      marks: async (actor, activityId) => (await this.activities.findFor(actor, activityId, 'activity:submit')) !== null, withChildren: (activityIds) => this.pages.withChildren(activityIds),
    });
    this.succession.register('activities', async (fromId, toId, actor) => {
      for (const id of await this.activities.moveUnit(fromId, toId)) {
        await this.audit.record({ actor: auditActor(actor), action: 'activity.changed', subjectKind: 'activity', subjectId: id, before: { unitId: fromId }, after: { unitId: toId } });
      }
    });
  }

  /** Errors: `volunteer.required`. */
  async list(actor: Actor, query: z.output<typeof activityQuery>): Promise<Page<ActivityRow>> {
    const activityIds = query.eligible ? await this.eligibleFor(actor) : undefined;
    // An item that the reader may not see has no activities that the reader may count.
    if (query.itemId !== undefined && !(await this.items.visibleIds(actor, [query.itemId])).has(query.itemId)) return { data: [], total: 0 };
    const now = this.clock.now();
    const { rows, total } = await this.pages.listFor(actor, query, { now, ...(activityIds ? { activityIds } : {}) });
    const ids = rows.map((row) => row.id);
    const [terms, shifts] = await Promise.all([this.pages.terms(ids), this.pages.shiftSums(ids)]);
    return { data: activityRowViews(rows, terms, shifts, now.toISOString()), total };
  }

  /** Errors: `resource.not_found`. */
  async get(actor: Actor, id: string): Promise<Activity> {
    const row = await this.pages.findFor(actor, id);
    if (!row) throw notFound();
    const [terms, shifts, positions, itemIds] = [await this.pages.terms([id]), await this.shifts.shiftsOf(id), await this.shifts.positionsOf(id), await this.activities.itemIds(id)];
    const items = [...(await this.items.briefs(itemIds)).values()];
    const [kinds, pools] = [row.grantsKindId !== null || positions.some(({ credentialIds }) => credentialIds !== '[]'), positions.some(({ poolIds }) => poolIds !== '[]')];
    const [kindName, poolName] = [kinds ? (await this.credentials.known()).nameOf : () => '', pools ? (await this.pools.known()).nameOf : () => ''];
    return activityView({ row, terms, shifts, positions, items, nameOf: (id) => kindName(id) || poolName(id), staff: row.managed ? await this.staffOf(id, row.acceptedAt) : null }, this.clock.now().toISOString());
  }

  async calendar({ month, county }: z.output<typeof calendarQuery>): Promise<Calendar> {
    return calendarView(month, await this.pages.calendar(`${month}-01`, monthAfter(month), county), this.clock.now().toISOString());
  }

  /** A text for a group, with the link and its QR code. Errors: `resource.not_found`, for what is not published too. */
  async share(actor: Actor, id: string, locale: Locale): Promise<{ text: string; url: string; qr: string }> {
    const activity = await this.get(actor, id);
    if (activity.publishedAt === null) throw notFound();
    const url = `${this.config.publicUrl}${locale === 'en' ? '/en' : ''}/activities/${id}`;
    const where = [activity.county.name, activity.township?.name, activity.place].filter((part) => part !== undefined).join(locale === 'en' ? ', ' : '');
    const text = label(locale, `documents.${activity.cancelled ? 'activityShareCancelled' : activity.free > 0 ? 'activityShareFree' : 'activityShare'}`, {
      title: activity.title, unit: activity.unit.name, place: where, time: activity.startsAt && activity.endsAt ? spokenTime({ startsAt: activity.startsAt, endsAt: activity.endsAt }, locale) : '', free: activity.free,
      reason: activity.cancelled?.reason ?? '', url,
    });
    // Loaded by the first text that is shared, not by every start.
    const { default: QRCode } = await import('qrcode');
    return { text, url, qr: await QRCode.toString(url, { type: 'svg', margin: 1, errorCorrectionLevel: 'M' }) };
  }

  /** Errors: `resource.not_found`, also for what is published by a unit that the reader has nothing to do with. */
  async historyOf(actor: PersonActor, id: string): Promise<Page<HistoryEntry>> {
    if (!(await this.activities.findFor(actor, id, 'activity:read'))) throw notFound();
    return this.history.historyOf('activity', id);
  }

  private async staffOf(id: string, acceptedAt: string | null): Promise<ActivityRows['staff']> {
    const [signups, files] = [await this.pages.signupCounts(id), (await this.files.of('activity_report', [id])).get(id) ?? []];
    const takenBack = acceptedAt === null ? null : await this.corrections.of(id, new Date(fromDbTime(acceptedAt)));
    return { signups, files, takenBack, hoursToConfirm: await this.openHours.of(id) };
  }

  private async eligibleFor(actor: Actor): Promise<readonly string[]> {
    if (actor.kind !== 'person') throw new Refusal('volunteer.required');
    return this.eligible.activityIds(actor);
  }
}
