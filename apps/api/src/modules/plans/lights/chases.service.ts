import { Inject, Injectable } from '@nestjs/common';
import type { Chase, Chased, chaseInput, ChaseMessage, chaseQuery, Page } from '@kepu/contracts';
import { label, type Locale } from '@kepu/contracts/labels';
import type { z } from 'zod';
import { AuditTrail } from '../../../platform/audit/index.js';
import type { PersonActor } from '../../../platform/auth/actor.js';
import { auditActor } from '../../../platform/auth/audit-actor.js';
import { Clock } from '../../../platform/clock/index.js';
import { APP_CONFIG, type AppConfig } from '../../../platform/config/config.js';
import { fromDbTime, newId, UniqueViolation, UnitOfWork } from '../../../platform/database/index.js';
import { badReference, notFound } from '../../../platform/errors/refusal.js';
import { excerpt, NoticesService } from '../../notices/index.js';
import { PlansService } from '../plans.service.js';
import { UnitReportsRepository } from '../unit-reports.repository.js';
import { ChasesRepository, type ChaseRow } from './chases.repository.js';
import type { ChaseItemEntity, ChaseReaderEntity } from './light.entity.js';
import { LightReader, type LitAssignment } from './light-reader.js';
import { LightsService } from './lights.service.js';

/** How much of an item stands in a line of a text that is passed on. */
const EXCERPT = 24;
/** How many items a text names; the rest is told as a number. */
const NAMED = 5;

/** 催办: units are told of what waits, once a day at most, and the office sees who has read it. */
@Injectable()
export class ChasesService {
  constructor(
    private readonly rows: ChasesRepository, private readonly lights: LightsService, private readonly reader: LightReader, private readonly plans: PlansService, private readonly reports: UnitReportsRepository, private readonly notices: NoticesService,
    private readonly audit: AuditTrail, private readonly work: UnitOfWork, private readonly clock: Clock, @Inject(APP_CONFIG) private readonly config: AppConfig,
  ) {}

  /**
   * Tells the liaisons of each unit, in one message a unit, in the same unit of work that records it. Left out: what is closed out, and what its unit was told of today already.
   * Errors: `lifecycle.not_allowed`, `reference.not_found`.
   */
  async chase(actor: PersonActor, planId: string, { assignmentIds, words }: z.output<typeof chaseInput>): Promise<Chased> {
    const wanted = [...new Set(assignmentIds)];
    const outcome = await this.twice(() => this.work.run(async () => {
      const plan = await this.lights.writable(actor, planId);
      const found = await this.reader.read(actor, plan, { ids: wanted });
      if (found.length !== wanted.length) throw badReference('body.assignmentIds');
      const [today, now, id] = [this.clock.today(), this.clock.now(), newId()];
      const told = await this.rows.chasedOn(wanted, today);
      const open = found.filter(({ row, light }) => !told.has(row.id) && light !== 'blue');
      const units = [...new Map(open.map(({ row }) => [row.unitId, { id: row.unitId, path: row.unitPath, name: row.unitName }])).values()];
      const liaisons = await this.reports.liaisonsFor(units, today);
      const unheard = units.filter((unit) => (liaisons.get(unit.id) ?? []).length === 0);
      const heard = open.filter(({ row }) => !unheard.some((unit) => unit.id === row.unitId));
      const skipped = found.length - open.length;
      if (heard.length === 0) return { id: null, skipped, unheard };
      const eventKey = (unitId: string): string => `chase:${id}:${unitId}`;
      const items = heard.map(({ row, light, rule }): ChaseItemEntity => ({ id: newId(), chaseId: id, assignmentId: row.id, unitId: row.unitId, day: today, light, reasons: [...rule.reasons] }));
      const readers = units.flatMap((unit) => (liaisons.get(unit.id) ?? []).map((toldTo): ChaseReaderEntity => ({ id: newId(), chaseId: id, unitId: unit.id, toldTo, eventKey: eventKey(unit.id) })));
      await this.rows.insert({ id, planId: plan.id, words: words ?? null, createdAt: now, createdBy: actor.accountId }, items, readers);
      for (const unit of units) {
        const own = heard.filter(({ row }) => row.unitId === unit.id);
        await this.notices.deliver(liaisons.get(unit.id) ?? [], { eventKey: eventKey(unit.id), kind: 'chased', link: `/my-items?plan=${plan.id}`, params: { title: plan.title, count: own.length, text: words ?? firstOf(own) } });
      }
      await this.audit.record({ actor: auditActor(actor), action: 'plan.chased', subjectKind: 'plan', subjectId: plan.id, before: null, after: { chaseId: id, units: units.filter((unit) => !unheard.includes(unit)).map(({ name }) => name), items: heard.length, ...(words === undefined ? {} : { text: words }) } });
      return { id, skipped, unheard };
    }));
    const chase = outcome.id === null ? null : (await this.list(actor, planId, { page: 1, perPage: 1, ids: [outcome.id] })).data[0] ?? null;
    return { chase, skipped: outcome.skipped, unheard: outcome.unheard.map(({ id, name }) => ({ id, name })) };
  }

  async list(actor: PersonActor, planId: string, query: z.output<typeof chaseQuery>): Promise<Page<Chase>> {
    const plan = await this.plans.findKept(actor, planId, 'light:write');
    const { rows, total } = await this.rows.listFor(plan.id, query, { offset: (query.page - 1) * query.perPage, limit: query.perPage, direction: query.sort === 'at' ? 'ASC' : 'DESC' });
    return { data: await this.views(rows), total };
  }

  /** A text for each unit's group, with the link and its QR code. */
  async messages(actor: PersonActor, id: string, locale: Locale): Promise<Page<ChaseMessage>> {
    const row = await this.rows.find(id);
    if (!row) throw notFound();
    const plan = await this.plans.findKept(actor, row.planId, 'light:write');
    const [units, items] = await Promise.all([this.rows.unitsOf([id]), this.rows.itemsOf(id)]);
    const url = `${this.config.publicUrl}/admin/my-items?plan=${plan.id}`;
    // Loaded by the first message, not by every start.
    const { default: QRCode } = await import('qrcode');
    const qr = await QRCode.toString(url, { type: 'svg', margin: 1, errorCorrectionLevel: 'M' });
    const data = units.map(({ unitId, name }): ChaseMessage => {
      const own = items.filter((item) => item.unitId === unitId);
      const lines = own.slice(0, NAMED).map(({ seq, text }) => label(locale, 'documents.chaseLine', { seq, text: excerpt(text, EXCERPT) }));
      const rest = own.length > NAMED ? label(locale, 'documents.chaseRest', { count: own.length }) : '';
      return { unit: { id: unitId, name }, text: label(locale, 'documents.chase', { unit: name, title: plan.title, count: own.length, lines: lines.join('\n'), rest, words: row.words ?? '', url }).replace(/\n{2,}/g, '\n').trim(), url, qr };
    });
    return { data, total: data.length };
  }

  /** Some were chased by somebody else at the same moment: the others are still to be told. */
  private async twice<T>(chase: () => Promise<T>): Promise<T> {
    try {
      return await chase();
    } catch (error) {
      if (error instanceof UniqueViolation) return chase();
      throw error;
    }
  }

  private async views(rows: readonly ChaseRow[]): Promise<Chase[]> {
    const ids = rows.map(({ id }) => id);
    const [units, told] = await Promise.all([this.rows.unitsOf(ids), this.rows.toldOf(ids)]);
    return rows.map(({ id, words, createdAt, by }): Chase => ({
      id, at: fromDbTime(createdAt), by, words,
      units: units.filter((unit) => unit.chaseId === id).map(({ unitId, name, items }) => {
        const own = told.filter((one) => one.chaseId === id && one.unitId === unitId);
        return { id: unitId, name, items: Number(items), liaisons: own.map((one) => one.name), read: own.flatMap((one) => (one.readAt === null ? [] : [{ name: one.name, at: fromDbTime(one.readAt) }])) };
      }),
    }));
  }
}

/** The first of what waits, so that a message says what it is about. */
const firstOf = (lit: readonly LitAssignment[]): string => lit.slice(0, 2).map(({ row }) => excerpt(row.text, EXCERPT)).join('；');
