import { Injectable } from '@nestjs/common';
import type { Permission, ScopeKind } from '@kepu/contracts';
import { isWithin, workdayCalendar, type WorkdayCalendar } from '@kepu/domain';
import type { Actor } from '../../platform/auth/actor.js';
import { Clock } from '../../platform/clock/index.js';
import type { ScopeDirectory } from '../identity/index.js';
import type { ProgrammeEntity } from './dictionary.entity.js';
import { DivisionsRepository } from './divisions.repository.js';
import { ProgrammesRepository } from './programmes.repository.js';
import { ProgrammesService } from './programmes.service.js';
import type { UnitEntity } from './unit.entity.js';
import { UnitNamesRepository } from './unit-names.repository.js';
import { UnitsRepository } from './units.repository.js';
import { isOpen } from './units.policy.js';
import { WorkdaysRepository } from './workdays.repository.js';

/** What papers may call a thing: the name to show first. */
export interface ReadingNames { readonly id: string; readonly names: readonly string[] }
/** The same of a programme, with its set and whether the set is that of the paper's year. */
export interface ProgrammeNames extends ReadingNames { readonly setId: string; readonly ofYear: boolean }
/** A unit as other modules need it. */
export type UnitBrief = Pick<UnitEntity, 'id' | 'name' | 'fullName' | 'kind' | 'divisionId' | 'path' | 'sortNo' | 'closedOn' | 'successorId'>;
/** A programme as other modules need it. */
export type ProgrammeBrief = Pick<ProgrammeEntity, 'id' | 'setId' | 'name' | 'shortName' | 'kind' | 'sortNo' | 'closedOn' | 'successorId'>;

/** Units and divisions, for the other modules. */
@Injectable()
export class UnitDirectory implements ScopeDirectory {
  constructor(
    private readonly units: UnitsRepository, private readonly names: UnitNamesRepository, private readonly divisions: DivisionsRepository, private readonly workdays: WorkdaysRepository,
    private readonly clock: Clock,
  ) {}

  /** Whether a grant may name it: the city, an open county or township, an open unit. */
  async exists(kind: ScopeKind, id: string): Promise<boolean> {
    if (kind === 'city') return true;
    if (kind === 'unit') return this.units.isOpen(id, this.clock.today());
    const division = await this.divisions.find(id);
    // The city's own code is the prefix of no county's: a grant there would reach less than it says.
    return division !== null && division.kind !== 'city' && isOpen(division, this.clock.today());
  }

  /**
   * Under which names a division's paper may print its open units, in protocol order. A merged unit's names stand with its successor. A former name
   * that another unit bears today means that unit.
   */
  async namesForReading(divisionId: string): Promise<ReadingNames[]> {
    const open = (await this.units.openNames(this.clock.today())).filter((unit) => isWithin(unit.divisionId, divisionId));
    const ids = new Set(open.map(({ id }) => id));
    const others = (await this.names.ofAllOpen(this.clock.today())).filter(({ unitId }) => ids.has(unitId));
    const present = new Set([...open.flatMap((unit) => [unit.name, unit.fullName]), ...others.flatMap((row) => (row.kind === 'alias' ? [row.name] : []))]);
    const more = new Map<string, string[]>();
    for (const row of others) {
      if (row.kind === 'former' && present.has(row.name)) continue;
      more.set(row.unitId, [...(more.get(row.unitId) ?? []), row.name]);
    }
    return open.map((unit) => ({ id: unit.id, names: [...new Set([unit.name, unit.fullName, ...(more.get(unit.id) ?? [])])] }));
  }

  /** Also closed ones: they stay on their papers. */
  async unitsByIds(ids: readonly string[]): Promise<ReadonlyMap<string, UnitBrief>> {
    return new Map((await this.units.byIds([...new Set(ids)])).map((unit) => [unit.id, unit]));
  }

  /** Who stands for each of the units today: a merged one's successor, and so on. By the id that was asked for. */
  async standingFor(ids: readonly string[]): Promise<ReadonlyMap<string, UnitBrief>> {
    const found = new Map(await this.unitsByIds(ids));
    for (let open = [...found]; ; ) {
      const merged = open.flatMap(([id, unit]) => (unit.successorId === null ? [] : [[id, unit.successorId] as const]));
      if (merged.length === 0) return found;
      const next = await this.unitsByIds(merged.map(([, successor]) => successor));
      open = merged.flatMap(([id, successor]) => { const unit = next.get(successor); return unit ? [[id, unit] as const] : []; });
      for (const [id, unit] of open) found.set(id, unit);
    }
  }

  /** Of the ids given, those of open units that the actor's permission reaches: for the scope of what a write references. */
  openUnitIds(actor: Actor, permission: Permission, ids: readonly string[]): Promise<ReadonlySet<string>> {
    return this.units.openIdsFor(actor, permission, [...new Set(ids)], this.clock.today());
  }

  /** The city itself. Throws where the reference data were never loaded. */
  async cityDivision(): Promise<{ code: string; name: string }> {
    const city = await this.divisions.city();
    if (!city) throw new Error('There is no city yet: load the reference data');
    return { code: city.id, name: city.name };
  }

  /** The calendar by which deadlines are counted. */
  async calendar(): Promise<WorkdayCalendar> { return workdayCalendar(await this.workdays.all()); }
}

/** Programmes, for the other modules. */
@Injectable()
export class ProgrammeDirectory {
  constructor(private readonly programmes: ProgrammesRepository, private readonly service: ProgrammesService, private readonly clock: Clock) {}

  /** Names and aliases of all open programmes; those of the set whose years hold `year` come first. */
  async namesForReading(year: number | null): Promise<ProgrammeNames[]> {
    const all = (await this.programmes.allOpen(this.clock.today())).map((row) => ({
      id: row.id, setId: row.setId, names: [row.name, ...(JSON.parse(row.aliases) as string[])], ofYear: year !== null && row.fromYear <= year && (row.toYear === null || year <= row.toYear),
    }));
    return [...all.filter((entry) => entry.ofYear), ...all.filter((entry) => !entry.ofYear)];
  }

  /** Open programmes of the set whose years hold `year`, in their order. */
  async ofYear(year: number): Promise<ProgrammeBrief[]> {
    const set = await this.programmes.setOf(year);
    return set ? this.programmes.openOf(set.id, this.clock.today()) : [];
  }

  async programmesByIds(ids: readonly string[]): Promise<ReadonlyMap<string, ProgrammeBrief>> {
    return new Map((await this.programmes.byIds([...new Set(ids)])).map((programme) => [programme.id, programme]));
  }

  /**
   * What goes on with each of the programmes in papers of a year: itself where they use its set, a merged one's successor, what the mapping of the sets says otherwise. `to` is null where a person has to choose; `suggestion` is
   * what is likely then.
   */
  async successorsIn(year: number, ids: readonly string[]): Promise<ReadonlyMap<string, { to: ProgrammeBrief | null; suggestion: ProgrammeBrief | null; note: string | null }>> {
    const set = await this.programmes.setOf(year);
    const old = await this.programmesByIds(ids);
    const rows = new Map((set ? await this.programmes.mappingsOf([...old.keys()], set.id) : []).map((row) => [row.fromId, row]));
    const known = new Map([...old, ...(await this.programmesByIds([...rows.values()].flatMap(({ toId }) => (toId === null ? [] : [toId]))))]);
    // Merges stay within a set, so that a step or two lead to what is open.
    for (let open = [...known.values()]; open.length > 0; ) {
      const next = await this.programmesByIds(open.flatMap(({ successorId }) => (successorId === null || known.has(successorId) ? [] : [successorId])));
      for (const [id, programme] of next) known.set(id, programme);
      open = [...next.values()];
    }
    const today = this.clock.today();
    const standing = (id: string | null | undefined): ProgrammeBrief | null => {
      let programme = known.get(id ?? '');
      while (programme && programme.successorId !== null) programme = known.get(programme.successorId);
      return programme && isOpen(programme, today) ? programme : null;
    };
    return new Map([...old.values()].map((programme) => {
      if (programme.setId === set?.id) return [programme.id, { to: standing(programme.id), suggestion: null, note: null }];
      const row = rows.get(programme.id);
      const meant = standing(row?.toId);
      return [programme.id, { to: Number(row?.ask) === 1 ? null : meant, suggestion: meant, note: row?.note ?? null }];
    }));
  }

  /** A name that a paper printed becomes an alias. Inside or outside a unit of work. Errors: `programme.name_taken`. */
  remember(actor: Actor, id: string, name: string): Promise<void> { return this.service.addAlias(actor, id, name); }
}
