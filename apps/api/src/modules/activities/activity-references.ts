import { Injectable } from '@nestjs/common';
import { placeProblem } from '@kepu/domain';
import type { Actor } from '../../platform/auth/actor.js';
import { Clock } from '../../platform/clock/index.js';
import { badReference, Refusal } from '../../platform/errors/refusal.js';
import { ItemDirectory } from '../plans/index.js';
import { CredentialDirectory, PoolDirectory } from '../talents/index.js';
import { UnitDirectory } from '../units/index.js';
import { ActivityReferenceRows, type ActivityUnit } from './activity-references.repository.js';

/** Checks on write what an activity refers to: that it exists, is open, and lies within what the actor may refer to. */
@Injectable()
export class ActivityReferences {
  constructor(private readonly rows: ActivityReferenceRows, private readonly units: UnitDirectory, private readonly items: ItemDirectory, private readonly credentials: CredentialDirectory, private readonly pools: PoolDirectory, private readonly clock: Clock) {}

  /** An open unit for which the actor may post activities. Errors: `reference.not_found`. */
  async demandUnit(actor: Actor, unitId: string): Promise<ActivityUnit> {
    const reached = await this.units.openUnitIds(actor, 'activity:write', [unitId]);
    const unit = reached.has(unitId) ? await this.rows.unit(unitId) : null;
    if (!unit) throw badReference('terms.activityFields.unit');
    return unit;
  }

  /** The unit of an activity that is there, closed or not. */
  async unit(unitId: string): Promise<ActivityUnit> {
    const unit = await this.rows.unit(unitId);
    if (!unit) throw new Error(`activity refers to unit ${unitId}, which is not there`);
    return unit;
  }

  /** An open county, with an open township of its own or without one where it has none. Answers their names. Errors: `reference.not_found`, `input.invalid`. */
  async demandPlace(place: { county: string; township: string | null }): Promise<string[]> {
    const found = await this.rows.places(place.county, this.clock.today());
    const county = found.find((one) => one.code === place.county);
    const townships = found.filter((one) => one.code !== place.county);
    const problem = placeProblem(place, new Map(county ? [[county.code, townships.map((one) => one.code)]] : []));
    if (problem === 'county.unknown') throw badReference('terms.activityFields.county');
    if (problem === 'township.required') throw new Refusal('input.invalid', { params: { count: 1 }, fields: [{ path: 'body.townshipCode', code: 'required' }] });
    if (problem !== null) throw badReference('terms.activityFields.township');
    return found.filter((one) => one.code === place.county || one.code === place.township).map((one) => one.name);
  }

  /** The names of a place that is there already, closed or not. */
  placeNames(place: { county: string; township: string | null }): Promise<string[]> { return this.rows.placeNames([place.county, ...(place.township === null ? [] : [place.township])]); }

  /** Open topics or audiences; those that stand there already may have been closed since. Errors: `reference.not_found`. */
  async demandTerms(kind: 'topic' | 'audience', ids: readonly string[], present: readonly string[] = []): Promise<void> {
    const added = ids.filter((id) => !present.includes(id));
    if (added.length === 0) return;
    const open = await this.rows.openTerms(kind, added, this.clock.today());
    if (!added.every((id) => open.has(id))) throw badReference(`terms.termKinds.${kind}`);
  }

  /** Kinds of certificates that positions demand; those that stand there already may have been retired since. Errors: `reference.not_found`. */
  async demandCredentials(ids: readonly string[], present: readonly string[] = []): Promise<void> {
    const added = ids.filter((id) => !present.includes(id));
    if (added.length === 0) return;
    const { open } = await this.credentials.known();
    if (!added.every((id) => open(id))) throw badReference('terms.credentialFields.kind');
  }
  /** Pools that positions demand; those that stand there already stay. Errors: `reference.not_found`. */
  async demandPools(ids: readonly string[], present: readonly string[] = []): Promise<void> {
    const added = ids.filter((id) => !present.includes(id));
    if (added.length === 0) return;
    const { demandable } = await this.pools.known();
    if (!added.every((id) => demandable(id))) throw badReference('terms.peopleFields.pool');
  }
  /** What a training gives: a kind that trainings can give. Errors: `reference.not_found`, `input.invalid` for what is no training. */
  async demandGrant(kind: string, grants: { readonly kindId: string } | null, present: string | null = null): Promise<void> {
    if (grants === null) return;
    if (kind !== 'training') throw new Refusal('input.invalid', { params: { count: 1 }, fields: [{ path: 'body.grants', code: 'grants_by_training' }] });
    if (grants.kindId !== present && !(await this.credentials.known()).open(grants.kindId, true)) throw badReference('terms.credentialFields.kind');
  }

  /** Items of papers in force that the actor sees, given to the unit or to one above it. Errors: `reference.not_found`. */
  async demandItems(actor: Actor, unit: ActivityUnit, ids: readonly string[], present: readonly string[] = []): Promise<void> {
    const added = ids.filter((id) => !present.includes(id));
    if (added.length === 0) return;
    const [visible, servable] = [await this.items.visibleIds(actor, added), await this.rows.servable(unit, added)];
    if (!added.every((id) => visible.has(id) && servable.has(id))) throw badReference('terms.missing.serves');
  }

  /** Of some items, those that the unit can still serve: a new year's activity serves nothing of a paper that is closed. */
  servable(unit: ActivityUnit, ids: readonly string[]): Promise<ReadonlySet<string>> { return this.rows.servable(unit, ids); }

  /** Whether the paper gives the unit anything to serve that the actor could choose: the liaison of a unit does not see what is given to the one above. */
  async servesAnything(actor: Actor, unit: ActivityUnit): Promise<boolean> {
    const servable = [...(await this.rows.servable(unit))];
    return servable.length > 0 && (await this.items.visibleIds(actor, servable)).size > 0;
  }
}
