import { Injectable } from '@nestjs/common';
import type { ScopeKind } from '@kepu/contracts';
import { reaches, reachOf, withGrants, type PersonActor } from '../../../platform/auth/actor.js';
import { badReference, Refusal } from '../../../platform/errors/refusal.js';
import { UnitDirectory } from '../../units/index.js';

/** Under which reach something is ordered, and of which unit. */
export interface PackScope { readonly kind: ScopeKind; readonly id: string | null; readonly unitId: string | null; readonly unitPath: string | null }

/** For whom a pack is made: the city, a county, or one unit of those that somebody speaks for. */
@Injectable()
export class PackScopes {
  constructor(private readonly units: UnitDirectory) {}

  /** Who speaks for a unit orders of that unit alone. Errors: `reference.not_found` for a unit out of reach, `pack.choose_unit`. */
  async of(actor: PersonActor, unitId: string | undefined): Promise<PackScope> {
    const reach = reachOf(actor, 'pack:write');
    const unit = unitId === undefined ? null : ((await this.units.unitsByIds([unitId])).get(unitId) ?? null);
    if (unitId !== undefined && (!unit || !reaches(reach, unit))) throw badReference('body.unitId');
    const named = { unitId: unit?.id ?? null, unitPath: unit?.path ?? null };
    if (reach === 'all') return { kind: 'city', id: null, ...named };
    const county = reach.divisions.find((code) => unit === null || unit.divisionId.startsWith(code));
    if (county !== undefined) return { kind: 'division', id: county, ...named };
    const own = new Map(actor.grants.flatMap((grant) => (grant.scopeKind === 'unit' && grant.scopeId && grant.unitPath && reach.unitPaths.includes(grant.unitPath) ? [[grant.scopeId, grant.unitPath] as const] : [])));
    if (unit) {
      const [holder] = [...own].filter(([, path]) => unit.path.startsWith(path)).sort(([, a], [, b]) => a.length - b.length);
      return { kind: 'unit', id: holder?.[0] ?? unit.id, ...named };
    }
    const [only, ...others] = [...own];
    if (!only || others.length > 0) throw new Refusal('pack.choose_unit');
    return { kind: 'unit', id: only[0], unitId: only[0], unitPath: only[1] };
  }

  /**
   * The orderer with the rights alone that cover what the pack is ordered under: what somebody reads by a right over less, or elsewhere, is in no pack that others of that reach see. Without any, whoever has
   * lost that reach.
   */
  async within(actor: PersonActor, { kind, id }: Pick<PackScope, 'kind' | 'id'>): Promise<PersonActor> {
    const unit = kind === 'unit' && id !== null ? (await this.units.unitsByIds([id])).get(id) : undefined;
    return withGrants(actor, (grant) => {
      if (grant.scopeKind === 'city' || kind === 'city') return grant.scopeKind === 'city';
      if (grant.scopeKind === 'division') return grant.scopeId !== null && (kind === 'division' ? id : unit?.divisionId)?.startsWith(grant.scopeId) === true;
      return kind === 'unit' && grant.unitPath !== null && unit?.path.startsWith(grant.unitPath) === true;
    });
  }
}
