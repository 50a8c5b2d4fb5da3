import { Injectable } from '@nestjs/common';
import type { collectionFieldInput, CollectionField, HistoryEntry, Page, poolChange, poolInput, PoolSettings } from '@kepu/contracts';
import { fieldFaults, isNumberPattern, strangePlaceholder } from '@kepu/domain';
import type { z } from 'zod';
import { AuditTrail } from '../../../platform/audit/index.js';
import { can, reachOf, type PersonActor } from '../../../platform/auth/actor.js';
import { auditActor } from '../../../platform/auth/audit-actor.js';
import { Clock } from '../../../platform/clock/index.js';
import { newId, UniqueViolation, UnitOfWork } from '../../../platform/database/index.js';
import { badReference, notFound, Refusal, type FieldError } from '../../../platform/errors/refusal.js';
import { AuditQueries } from '../../identity/index.js';
import { UnitDirectory } from '../../units/index.js';
import type { PoolEntity } from '../pool.entity.js';
import { keeps } from './appointments.service.js';
import { PoolSettingsRepository, type OwnedPool } from './pool-settings.repository.js';

type Given = Omit<z.output<typeof poolChange>, 'version'>;

/** Pools as the office sets them: who comes in, by whom, how many, for how long, and with what in hand. */
@Injectable()
export class PoolSettingsService {
  constructor(private readonly pools: PoolSettingsRepository, private readonly units: UnitDirectory, private readonly history: AuditQueries, private readonly audit: AuditTrail, private readonly work: UnitOfWork, private readonly clock: Clock) {}

  /** Errors: `resource.not_found`. */
  async get(actor: PersonActor, id: string): Promise<PoolSettings> {
    const pool = await this.find(id);
    const [today, members] = [this.clock.today(), await this.pools.membersFor(actor, id, this.clock.today())];
    return view(pool, {
      members, places: pool.quota === null ? null : Math.max(0, pool.quota - (await this.pools.held(id, today, ''))),
      may: { write: reachOf(actor, 'pool:write') === 'all', recommend: pool.entry === 'appointed' && pool.unitsRecommend && can(actor, 'nomination:write'), appoint: keeps(actor, pool) },
    });
  }
  async find(id: string): Promise<OwnedPool> {
    const pool = await this.pools.find(id);
    if (!pool) throw notFound();
    return pool;
  }
  async historyOf(id: string): Promise<Page<HistoryEntry>> {
    await this.find(id);
    return this.history.historyOf('pool', id);
  }

  /** Errors: `input.invalid`, `reference.not_found`, `pool.name_taken`. */
  async create(actor: PersonActor, given: z.output<typeof poolInput>): Promise<PoolSettings> {
    const id = newId();
    const { owner, questions, ...rest } = given;
    const columns = { ...rest, ...(await this.ownerOf(actor, owner)), questions: this.checked(given, []) };
    await this.write(() => this.work.run(async () => {
      if (await this.pools.nameTaken(given.name, null)) throw new Refusal('pool.name_taken');
      await this.pools.insert({ id, seedKey: id, sortNo: (await this.pools.lastPlace()) + 10, ...columns, questionsVersion: 1, turn: 0, version: 1 });
      await this.audit.record({ actor: auditActor(actor), action: 'pool.created', subjectKind: 'pool', subjectId: id, before: null, after: { ...said(rest), questions: questions.map(({ label }) => label) } });
    }));
    return this.get(actor, id);
  }
  /** Errors: `input.invalid`, `reference.not_found`, `pool.name_taken`, `version.stale`. */
  async change(actor: PersonActor, id: string, { version, ...given }: z.output<typeof poolChange>): Promise<PoolSettings> {
    const owned = given.owner ? await this.ownerOf(actor, given.owner) : {};
    await this.write(() => this.work.run(async () => {
      const pool = await this.find(id);
      const { owner: _, questions, ...rest } = given;
      const next = this.checked(given, pool.questions);
      if (given.name !== undefined && (await this.pools.nameTaken(given.name, id))) throw new Refusal('pool.name_taken');
      const changes: Partial<PoolEntity> = { ...present(rest), ...owned, ...(questions ? { questions: next, questionsVersion: pool.questionsVersion + 1 } : {}) };
      if (!(await this.pools.update(id, version, changes))) throw new Refusal('version.stale');
      const keys = Object.keys(rest) as (keyof typeof rest)[];
      await this.audit.record({
        actor: auditActor(actor), action: 'pool.changed', subjectKind: 'pool', subjectId: id, before: said(Object.fromEntries(keys.map((key) => [key, pool[key]]))), after: { ...said(rest), ...(questions ? { questions: questions.map(({ label }) => label) } : {}), ...(given.owner ? { owner: given.owner.id ?? given.owner.kind } : {}) },
      });
    }));
    return this.get(actor, id);
  }

  /** Of two who give one name at the same moment, one does. */
  private async write(run: () => Promise<void>): Promise<void> {
    try { await run(); } catch (error) { if (error instanceof UniqueViolation) throw new Refusal('pool.name_taken'); throw error; }
  }
  private async ownerOf(actor: PersonActor, { kind, id }: NonNullable<Given['owner']>): Promise<Pick<PoolEntity, 'ownerDivisionId' | 'ownerUnitId'>> {
    if (kind === 'city') return { ownerDivisionId: null, ownerUnitId: null };
    if (kind === 'unit' && id !== null && (await this.units.openUnitIds(actor, 'pool:write', [id])).has(id)) return { ownerDivisionId: null, ownerUnitId: id };
    if (kind === 'division' && id !== null && (await this.pools.divisionName(id)) !== null) return { ownerDivisionId: id, ownerUnitId: null };
    throw badReference('terms.poolFields.owner');
  }
  /** Questions with their keys; those that are known keep theirs. Errors: `input.invalid`, with each part that is wrong. */
  private checked({ questions = [], letterWords, numberPattern }: { readonly questions?: readonly z.output<typeof collectionFieldInput>[] | undefined; readonly letterWords?: string | null | undefined; readonly numberPattern?: string | null | undefined }, before: readonly CollectionField[]): CollectionField[] {
    const faults: FieldError[] = fieldFaults(questions).map(({ index, part, code, params }) => ({ path: `body.questions.${index}.${part}`, code, ...(params ? { params } : {}) }));
    const strange = letterWords ? strangePlaceholder(letterWords) : null;
    if (strange !== null) faults.push({ path: 'body.letterWords', code: 'unknown_placeholder', params: { value: `{${strange}}` } });
    if (numberPattern && !isNumberPattern(numberPattern)) faults.push({ path: 'body.numberPattern', code: 'number_pattern' });
    if (faults.length > 0) throw new Refusal('input.invalid', { params: { count: faults.length }, fields: faults });
    const keys = new Set(before.map(({ key }) => key));
    return questions.map(({ key, ...field }) => {
      const own = key !== null && keys.delete(key) ? key : newId();
      return { key: own, ...field };
    });
  }
}

/** What was said; what was not stays as it is. */
const present = <T extends object>(given: T): { [K in keyof T]: Exclude<T[K], undefined> } => Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as { [K in keyof T]: Exclude<T[K], undefined> };
/** For the audit trail: plain values, and lists as one. */
const said = (values: Readonly<Record<string, unknown>>): Record<string, string | number | boolean | null> => Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined).map(([key, value]) => [key, Array.isArray(value) ? value.join('、') : (value as string | number | boolean | null)]));
const view = (pool: OwnedPool, counts: Pick<PoolSettings, 'members' | 'places' | 'may'>): PoolSettings => ({
  id: pool.id, key: pool.seedKey, name: pool.name, note: pool.note, aliases: pool.aliases, owner: { kind: pool.ownerUnitId !== null ? 'unit' : pool.ownerDivisionId !== null ? 'division' : 'city', id: pool.ownerUnitId ?? pool.ownerDivisionId, name: pool.ownerName ?? '' }, entry: pool.entry, unitsRecommend: pool.unitsRecommend, peopleApply: pool.peopleApply, countyReviews: pool.countyReviews,
  quota: pool.quota, countyQuota: pool.countyQuota, termMonths: pool.termMonths, renewDays: pool.renewDays, letter: pool.letter, letterWords: pool.letterWords, numberPattern: pool.numberPattern, questions: pool.questions, questionsVersion: pool.questionsVersion, menu: pool.menu, menuNames: pool.menuNames, menuRatings: pool.menuRatings, version: pool.version, ...counts,
});
