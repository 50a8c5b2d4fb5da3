import type { Permission } from '@kepu/contracts';
import { reachOf, unitsWithin, type Actor, type Reach } from '../../platform/auth/actor.js';
import { anyOf, everything, startsWith, type Predicate } from '../../platform/database/index.js';

/** Teams within reach: a unit's own and those below it, a county's units'. `u` is the alias of the unit that keeps the team. */
export const teamsWithin = (actor: Actor, permission: Extract<Permission, 'team:read' | 'team:write' | 'volunteer:read'>): Predicate => unitsWithin(reachOf(actor, permission), 'u');

/** People whom a reach may ask to join: those who live in its counties, those of its units. `v` is the alias of the volunteer, `vu` of the unit. */
export const invitable = (reach: Reach): Predicate => (reach === 'all' ? everything : anyOf([
  ...reach.divisions.map((code, index) => startsWith('v.county_id', code, `home${index}`)), ...reach.unitPaths.map((path, index) => startsWith('vu.path', path, `homePath${index}`)),
]));
