import { rolePermissions, type Permission, type Role, type ScopeKind } from '@kepu/contracts';
import type { Standing } from './standing.js';
import { anyOf, everything, startsWith, type Predicate } from '../database/predicates.js';

/** A grant in force, with what its scope reaches: a prefix of division codes, or a path in the tree of units. */
export interface ActorGrant {
  readonly id: string; readonly role: Role; readonly scopeKind: ScopeKind; readonly scopeId: string | null;
  /** Path of the unit in the tree (`/a/b/`), for a unit scope. */
  readonly unitPath: string | null;
}
/** A person with a session. */
export interface PersonActor {
  readonly kind: 'person'; readonly accountId: string; readonly name: string; readonly sessionId: string; readonly mustChangePassword: boolean;
  readonly sessionExpiresAt: Date; readonly grants: readonly ActorGrant[]; readonly permissions: ReadonlySet<Permission>; readonly ip: string | null;
  /** Who really acts, where a guardian acts for a child: `accountId` is then the child's, and there are no grants. */
  readonly guardianId?: string;
  /** What the session has proven, and what it lacks. */
  readonly standing: Standing;
}
/** A worker of the system itself. */
export interface SystemActor { readonly kind: 'system'; readonly task: string }
/** Anybody, and the pages rendered for anybody. */
export interface PublicActor { readonly kind: 'public'; readonly ip: string | null }
/** Who acts. Always an explicit argument. */
export type Actor = PersonActor | SystemActor | PublicActor;

/** How far a permission reaches: everything, or these divisions (by code prefix) and these units (by path). */
export type Reach = 'all' | { readonly divisions: readonly string[]; readonly unitPaths: readonly string[] };
const nothing: Reach = { divisions: [], unitPaths: [] };

const ofRole = Object.fromEntries(Object.entries(rolePermissions).map(([role, held]) => [role, new Set(held)])) as unknown as Readonly<Record<Role, ReadonlySet<Permission>>>;

/** What the grants of a person allow, taken together. The set of a single role is made once: that is the table, not the person. */
export const permissionsOf = (grants: readonly Pick<ActorGrant, 'role'>[]): ReadonlySet<Permission> =>
  (grants.length === 1 && grants[0] ? ofRole[grants[0].role] : new Set(grants.flatMap((grant) => rolePermissions[grant.role])));

/** Whether the actor holds the permission anywhere at all; rows are narrowed by `reachOf`. */
export const can = (actor: Actor, permission: Permission): boolean =>
  actor.kind === 'system' || (actor.kind === 'person' && actor.permissions.has(permission));

/** How far the permission reaches. A person without it reaches nothing, and an empty reach matches no row. */
export const reachOf = (actor: Actor, permission: Permission): Reach => {
  if (actor.kind === 'system') return 'all';
  if (actor.kind === 'public') return nothing;
  const grants = actor.grants.filter((grant) => ofRole[grant.role].has(permission));
  if (grants.some((grant) => grant.scopeKind === 'city')) return 'all';
  return {
    divisions: grants.flatMap((grant) => (grant.scopeKind === 'division' && grant.scopeId ? [grant.scopeId] : [])),
    unitPaths: grants.flatMap((grant) => (grant.scopeKind === 'unit' && grant.unitPath ? [grant.unitPath] : [])),
  };
};

/** The same person with some of the grants alone: for what is done under one right and must not hold more than that. */
export const withGrants = (actor: PersonActor, keep: (grant: ActorGrant) => boolean): PersonActor => {
  const grants = actor.grants.filter(keep);
  return { ...actor, grants, permissions: permissionsOf(grants) };
};

/** Whether one unit is within a reach. */
export const reaches = (reach: Reach, unit: { readonly path: string; readonly divisionId: string }): boolean =>
  reach === 'all' || reach.divisions.some((code) => unit.divisionId.startsWith(code)) || reach.unitPaths.some((path) => unit.path.startsWith(path));

/** Rows of units within a reach. `unit` is the alias of a joined `units` row. An empty reach matches no row. */
export const unitsWithin = (reach: Reach, unit: string): Predicate => (reach === 'all' ? everything : anyOf([
  ...reach.divisions.map((code, index) => startsWith(`${unit}.division_id`, code, `${unit}Division${index}`)),
  ...reach.unitPaths.map((path, index) => startsWith(`${unit}.path`, path, `${unit}Path${index}`)),
]));
