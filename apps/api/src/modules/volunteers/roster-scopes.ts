import { Inject, Injectable } from '@nestjs/common';
import { rolePermissions, type ScopeKind } from '@kepu/contracts';
import { label } from '@kepu/contracts/labels';
import { reachOf, type PersonActor } from '../../platform/auth/actor.js';
import { Clock } from '../../platform/clock/index.js';
import { APP_CONFIG, type AppConfig } from '../../platform/config/config.js';
import { Refusal } from '../../platform/errors/refusal.js';
import { PoolsService } from '../talents/index.js';
import { UnitDirectory } from '../units/index.js';
import { DictionaryRepository } from './dictionary.repository.js';
import { Finder } from './roster-columns.js';
import type { Named, RosterRules } from './roster-content.js';
import { RosterImportsRepository } from './roster-imports.repository.js';
import { occupationFinder } from './roster-values.js';

/** In whose name people are asked. */
export interface RosterScope { readonly kind: ScopeKind; readonly id: string | null; readonly body: string }

/** In whose name somebody asks, and what their roster is read against. */
@Injectable()
export class RosterScopes {
  constructor(
    private readonly units: UnitDirectory, private readonly dictionary: DictionaryRepository, private readonly pools: PoolsService, private readonly imports: RosterImportsRepository, private readonly clock: Clock,
    @Inject(APP_CONFIG) private readonly config: AppConfig,
  ) {}

  /** The widest that the actor has. */
  async scopeOf(actor: PersonActor): Promise<RosterScope> {
    const grants = actor.grants.filter(({ role }) => rolePermissions[role].includes('roster:import'));
    const grant = (['city', 'division', 'unit'] as const).flatMap((kind) => grants.filter(({ scopeKind }) => scopeKind === kind))[0];
    if (!grant) throw new Refusal('auth.forbidden');
    const name = grant.scopeKind === 'city' || grant.scopeId === null ? null : await this.imports.scopeName(grant.scopeKind, grant.scopeId);
    const body = name === null ? (this.config.site.organiser ?? label('zh-CN', 'terms.bodies.city')) : grant.scopeKind === 'division' ? label('zh-CN', 'terms.bodies.division', { name }) : name;
    return { kind: grant.scopeKind, id: grant.scopeId, body };
  }

  async rulesFor(actor: PersonActor): Promise<RosterRules> {
    const today = this.clock.today();
    const [units, counties, terms, pools] = await Promise.all([this.units.namesForReading((await this.units.cityDivision()).code), this.dictionary.counties(today), this.dictionary.terms(today), this.pools.list(actor)]);
    const reach = reachOf(actor, 'roster:import');
    const own = reach === 'all' ? new Set<string>() : await this.units.openUnitIds(actor, 'roster:import', units.map(({ id }) => id));
    const defaults = reach === 'all' ? { unit: null, county: null } : await this.defaultsOf(actor, reach.divisions, counties);
    return {
      today, occupations: occupationFinder(), units: new Finder(units), topics: new Finder(terms.filter(({ kind }) => kind === 'topic').map(({ id, name }) => ({ id, names: [name] }))), pools: new Finder(pools.data.map(({ id, name }) => ({ id, names: [name] }))),
      counties: new Finder(counties.map(({ code, name }) => ({ id: code, names: [name, name.replace(/[市县区]$/u, ''), code] }))),
      defaultUnit: defaults.unit, defaultCounty: defaults.county, mayPool: reachOf(actor, 'pool:write') === 'all',
      reaches: (countyCode, unitId) => reach === 'all' || reach.divisions.some((code) => countyCode?.startsWith(code)) || (unitId !== null && own.has(unitId)),
    };
  }

  /** Who speaks for one unit or one county alone need not write it into every row. */
  private async defaultsOf(actor: PersonActor, divisions: readonly string[], counties: readonly { code: string; name: string }[]): Promise<{ unit: Named | null; county: Named | null }> {
    const named = (code: string | undefined): Named | null => { const found = counties.find((county) => county.code === code); return found ? { id: found.code, name: found.name } : null; };
    if (divisions.length > 0) return { unit: null, county: divisions.length === 1 ? named(divisions[0]) : null };
    const ids = [...new Set(actor.grants.flatMap(({ role, scopeKind, scopeId }) => (scopeKind === 'unit' && scopeId !== null && rolePermissions[role].includes('roster:import') ? [scopeId] : [])))];
    const unit = ids.length === 1 ? (await this.units.unitsByIds(ids)).get(ids[0] ?? '') : undefined;
    return unit ? { unit: { id: unit.id, name: unit.name }, county: named(unit.divisionId.slice(0, 6)) } : { unit: null, county: null };
  }
}
