import { Injectable } from '@nestjs/common';
import type { closing, Page, ThemeDay, themeDayChange, themeDayInput, themeDayQuery } from '@kepu/contracts';
import type { z } from 'zod';
import { AuditTrail } from '../../platform/audit/index.js';
import { can, type Actor } from '../../platform/auth/actor.js';
import { auditActor } from '../../platform/auth/audit-actor.js';
import { Clock } from '../../platform/clock/index.js';
import { newId, UnitOfWork } from '../../platform/database/index.js';
import { notFound, Refusal } from '../../platform/errors/refusal.js';
import type { ThemeDayEntity } from './dictionary.entity.js';
import { entryKeys, themeDayView } from './dictionary.mapper.js';
import { ThemeDaysRepository } from './theme-days.repository.js';
import { Turns } from './turns.repository.js';
import { demandWholeCity, isOpen, wrongField } from './units.policy.js';

const shown = ({ name, aliases, rule, note }: ThemeDayEntity) => ({ name, aliases, rule, note });
/** Days of the months in a leap year. */
const LONGEST = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Errors: `input.invalid` for dates that no year has. */
const demandDates = (rule: ThemeDay['rule']): void => {
  if (rule.kind === 'fixed' && rule.day > (LONGEST[rule.month - 1] ?? 0)) throw wrongField('body.rule.day', 'bad_date');
  if (rule.kind !== 'announced') return;
  const wrong = rule.dates.findIndex((span) => span.to < span.from);
  if (wrong >= 0) throw wrongField(`body.rule.dates.${wrong}.to`, 'order');
};

/** Days, weeks and months with a theme. */
@Injectable()
export class ThemeDaysService {
  constructor(
    private readonly days: ThemeDaysRepository, private readonly turns: Turns, private readonly audit: AuditTrail, private readonly work: UnitOfWork, private readonly clock: Clock,
  ) {}

  async list(actor: Actor, query: z.output<typeof themeDayQuery>): Promise<Page<ThemeDay>> {
    if (!can(actor, 'dictionary:read')) return { data: [], total: 0 };
    const today = this.clock.today();
    const all = (await this.days.matching(query, today)).map((row) => themeDayView(row, today));
    const sort = query.sort ?? 'next';
    // A day without a known date comes last, whichever way the others stand.
    if (sort.endsWith('next')) all.sort((a, b) => (a.next === null || b.next === null ? Number(a.next === null) - Number(b.next === null) : (a.next.from < b.next.from ? -1 : Number(a.next.from > b.next.from)) * (sort === 'next' ? 1 : -1)));
    else if (sort === '-name') all.reverse();
    return { data: all.slice((query.page - 1) * query.perPage, query.page * query.perPage), total: all.length };
  }

  async get(actor: Actor, id: string): Promise<ThemeDay> {
    const row = can(actor, 'dictionary:read') ? await this.days.row(id) : null;
    if (!row) throw notFound();
    return themeDayView(row, this.clock.today());
  }

  /** Errors: `term.name_taken`, `input.invalid`. */
  async create(actor: Actor, given: z.output<typeof themeDayInput>): Promise<ThemeDay> {
    demandDates(given.rule);
    const id = newId();
    await this.change(actor, async () => {
      await this.demandFreeName(given.name, id);
      const row: ThemeDayEntity = { id, ...entryKeys(given.name, given.aliases), rule: given.rule, note: given.note, closedOn: null, version: 1 };
      await this.days.insert(row);
      await this.record(actor, 'theme_day.created', id, null, shown(row));
    });
    return this.get(actor, id);
  }

  /** Errors: `version.stale`, `term.name_taken`, `input.invalid`. */
  async update(actor: Actor, id: string, { version, name, aliases, ...given }: z.output<typeof themeDayChange>): Promise<ThemeDay> {
    if (given.rule) demandDates(given.rule);
    await this.change(actor, async () => {
      const before = await this.find(id);
      const next = name ?? before.name;
      if (isOpen(before, this.clock.today())) await this.demandFreeName(next, id);
      const changes = { ...given, ...entryKeys(next, aliases ?? before.aliases) };
      if (!(await this.days.update(id, version, changes))) throw new Refusal('version.stale');
      await this.record(actor, 'theme_day.changed', id, shown(before), shown({ ...before, ...changes }));
    });
    return this.get(actor, id);
  }

  /** Errors: `version.stale`, `term.closed`. */
  async close(actor: Actor, id: string, given: z.output<typeof closing>): Promise<ThemeDay> {
    await this.change(actor, async () => {
      const before = await this.find(id);
      if (!isOpen(before, this.clock.today())) throw new Refusal('term.closed');
      if (!(await this.days.update(id, given.version, { closedOn: given.on }))) throw new Refusal('version.stale');
      await this.record(actor, 'theme_day.closed', id, { closedOn: before.closedOn }, { closedOn: given.on });
    });
    return this.get(actor, id);
  }

  private async change(actor: Actor, write: () => Promise<void>): Promise<void> {
    demandWholeCity(actor, 'dictionary:write');
    await this.work.run(async () => {
      await this.turns.take('dictionaries');
      await write();
    });
  }

  private async find(id: string): Promise<ThemeDayEntity> {
    const row = await this.days.find(id);
    if (!row) throw notFound();
    return row;
  }

  private async demandFreeName(name: string, id: string): Promise<void> {
    if (await this.days.nameTaken(name, id, this.clock.today())) throw new Refusal('term.name_taken', { params: { name } });
  }

  private async record(actor: Actor, action: string, id: string, before: Record<string, unknown> | null, after: Record<string, unknown>): Promise<void> {
    await this.audit.record({ actor: auditActor(actor), action, subjectKind: 'theme_day', subjectId: id, before, after });
  }
}
