import type { ActorGrant, PersonActor } from '../../../platform/auth/actor.js';
import { permissionsOf } from '../../../platform/auth/actor.js';
import { wholeStanding } from '../../../platform/auth/standing.js';
import type { UnitDirectory } from '../../units/index.js';
import { PackScopes } from './pack-scopes.js';

const grant = (role: ActorGrant['role'], scopeKind: ActorGrant['scopeKind'], scopeId: string | null = null, unitPath: string | null = null): ActorGrant => ({ id: `${role} ${scopeId ?? ''}`, role, scopeKind, scopeId, unitPath });
const city = grant('reader', 'city');
const [lucheng, pingyang] = [grant('county', 'division', '330302'), grant('county', 'division', '330326')];
const [league, below, women] = [grant('liaison', 'unit', 'a', '/a/'), grant('publisher', 'unit', 'b', '/a/b/'), grant('liaison', 'unit', 'c', '/c/')];
const grants = [city, lucheng, pingyang, league, below, women];
const actor: PersonActor = { kind: 'person', accountId: 'me', name: '林一', sessionId: '', mustChangePassword: false, sessionExpiresAt: new Date(0), grants, permissions: permissionsOf(grants), ip: null, standing: wholeStanding };
const units = new Map([['a', { path: '/a/', divisionId: '330300' }], ['b', { path: '/a/b/', divisionId: '330326001' }]]);
const scopes = new PackScopes({ unitsByIds: (ids: readonly string[]) => Promise.resolve(new Map([...units].filter(([id]) => ids.includes(id)))) } as unknown as UnitDirectory);

it.each<[string, Parameters<PackScopes['within']>[1], readonly ActorGrant[]]>([
  ['of the city: what is held over less adds nothing', { kind: 'city', id: null }, [city]],
  ['of a county', { kind: 'division', id: '330302' }, [city, lucheng]],
  ['of a unit of the city', { kind: 'unit', id: 'a' }, [city, league]],
  ['of a unit below another one, in a county', { kind: 'unit', id: 'b' }, [city, pingyang, league, below]],
  ['of a unit that is gone', { kind: 'unit', id: 'x' }, [city]],
])('a pack %s is made under the rights that cover it', async (_, scope, kept) => {
  const within = await scopes.within(actor, scope);
  expect(within.grants).toEqual(kept);
  expect(within.permissions).toEqual(permissionsOf(kept));
});
it('whoever has no right over it any more has none at all', async () => {
  const within = await scopes.within({ ...actor, grants: [women] }, { kind: 'city', id: null });
  expect([within.grants, [...within.permissions]]).toEqual([[], []]);
});
