import { invitableRoles, type UnitRole } from '@kepu/contracts';
import type { ActorGrant } from '../../platform/auth/actor.js';

/** The roles that somebody with these grants may give in a unit: what each grant that reaches it allows. */
export const invitableIn = (grants: readonly ActorGrant[], unit: { readonly path: string; readonly divisionId: string }): ReadonlySet<UnitRole> => new Set(grants.flatMap((grant) => {
  const reaches = grant.scopeKind === 'city' || (grant.scopeKind === 'division' && grant.scopeId !== null && unit.divisionId.startsWith(grant.scopeId)) || (grant.scopeKind === 'unit' && grant.unitPath !== null && unit.path.startsWith(grant.unitPath));
  return reaches ? invitableRoles[grant.role] ?? [] : [];
}));
