import { Injectable } from '@nestjs/common';
import type { OrderSettings, orderSettingsChange } from '@kepu/contracts';
import { label } from '@kepu/contracts/labels';
import type { z } from 'zod';
import { AuditTrail } from '../../platform/audit/index.js';
import { reachOf, type PersonActor } from '../../platform/auth/actor.js';
import { auditActor } from '../../platform/auth/audit-actor.js';
import { Clock } from '../../platform/clock/index.js';
import { fromDbTime, newId, UnitOfWork } from '../../platform/database/index.js';
import { notFound, Refusal } from '../../platform/errors/refusal.js';
import type { SettingValues } from './order-parts.entity.js';
import { OrderSettingsRepository, type SettingsRow } from './order-settings.repository.js';

/** What holds before the office has set anything. */
const usual: SettingValues = { leadDays: 7, reviewWorkdays: 2, offerHours: 48, urgentOfferHours: 12, countyRounds: 2, dispatchDays: 10, cancelDays: 2, monthlyCap: 4, closeDays: 14, alternatives: label('zh-CN', 'terms.orderAlternatives') };

/** Deadlines and rounds of orders, as the office sets them for the whole city. */
@Injectable()
export class OrderSettingsService {
  constructor(private readonly rows: OrderSettingsRepository, private readonly audit: AuditTrail, private readonly work: UnitOfWork, private readonly clock: Clock) {}

  async current(): Promise<SettingValues> { return { ...usual, ...(await this.rows.newest())?.settings }; }
  async get(actor: PersonActor): Promise<OrderSettings> { return viewOf(await this.rows.newest(), reachOf(actor, 'order:write') === 'all'); }

  /** Errors: `resource.not_found`, `version.stale`. */
  async change(actor: PersonActor, { version, ...given }: z.output<typeof orderSettingsChange>): Promise<OrderSettings> {
    if (reachOf(actor, 'order:write') !== 'all') throw notFound();
    await this.work.run(async () => {
      await this.rows.takeTurn();
      const before = await this.rows.newest();
      const number = before?.number ?? 1;
      if (version !== number) throw new Refusal('version.stale');
      const id = newId();
      const changes = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as Partial<SettingValues>;
      await this.rows.insert({ id, number: number + 1, settings: { ...before?.settings, ...changes }, createdAt: this.clock.now(), createdBy: actor.accountId });
      const was: SettingValues = { ...usual, ...before?.settings };
      await this.audit.record({ actor: auditActor(actor), action: 'order_settings.changed', subjectKind: 'order_settings', subjectId: id, before: Object.fromEntries(Object.keys(changes).map((key) => [key, was[key as keyof SettingValues]])), after: changes });
    });
    return this.get(actor);
  }
}

const viewOf = (row: SettingsRow | null, mayWrite: boolean): OrderSettings => ({ ...usual, ...row?.settings, changedAt: row === null ? null : fromDbTime(row.createdAt), changedBy: row?.createdBy ?? null, mayWrite, version: row?.number ?? 1 });
