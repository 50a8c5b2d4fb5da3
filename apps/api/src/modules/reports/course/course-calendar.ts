import { Inject, Injectable } from '@nestjs/common';
import type { timelineExportQuery, TimelineEntry } from '@kepu/contracts';
import { label, type Locale } from '@kepu/contracts/labels';
import { icalendar } from '@kepu/domain';
import type { z } from 'zod';
import { AuditTrail } from '../../../platform/audit/index.js';
import type { PersonActor } from '../../../platform/auth/actor.js';
import { auditActor } from '../../../platform/auth/audit-actor.js';
import { Clock } from '../../../platform/clock/index.js';
import { APP_CONFIG, type AppConfig } from '../../../platform/config/config.js';
import { UnitOfWork } from '../../../platform/database/index.js';
import { CourseService } from './course.service.js';

/** The days of a plan for the calendar of a phone or a computer. Taken in anew, a day that moved takes the place of what it was: its name stays the same. */
@Injectable()
export class CourseCalendar {
  constructor(private readonly course: CourseService, private readonly audit: AuditTrail, private readonly work: UnitOfWork, private readonly clock: Clock, @Inject(APP_CONFIG) private readonly config: AppConfig) {}

  async of(actor: PersonActor, planId: string, query: z.output<typeof timelineExportQuery>, locale: Locale): Promise<{ name: string; bytes: Buffer }> {
    const { plan, entries } = await this.course.days(actor, planId, query, locale);
    const t = (key: string, params: Record<string, string | number> = {}): string => label(locale, key, params);
    const { host } = new URL(this.config.publicUrl);
    const title = (entry: TimelineEntry): string => {
      const said = entry.item === null ? entry.title : t('documents.calendarItem', { seq: entry.item.seq, title: entry.title });
      return entry.state === 'done' ? t('documents.calendarDone', { title: said }) : said;
    };
    // An item that several units have on other days is one event for each of the days, told apart by their order: its day may move.
    const times = new Map<string, number>();
    const uid = ({ kind, id, item }: TimelineEntry): string => {
      const known = kind === 'item' && item !== null ? `item.${item.id}` : `${kind}.${id.replaceAll(':', '.')}`;
      const time = (times.get(known) ?? 0) + 1;
      times.set(known, time);
      return `${known}${time === 1 ? '' : `.${time}`}.${planId}@${host}`;
    };
    const text = icalendar({
      name: plan.title, stamp: this.clock.now(), events: entries.map((entry) => ({
        uid: uid(entry), from: entry.day, until: entry.until, title: title(entry), text: [t(`terms.timelineKinds.${entry.kind}`), ...(entry.unit === null ? [] : [entry.unit.name])].join(' · '), url: `${this.config.publicUrl}/admin/plans/${planId}/timeline`,
      })),
    });
    await this.work.run(() => this.audit.record({ actor: auditActor(actor), action: 'plan.calendar_exported', subjectKind: 'plan', subjectId: planId, before: null, after: { days: entries.length } }));
    return { name: `${plan.title} ${t('documents.calendar')}.ics`, bytes: Buffer.from(text) };
  }
}
