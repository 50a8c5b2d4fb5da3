import { unitRoles, type Role } from '@kepu/contracts/permissions';
import { useSession } from './session.js';

const ofUnit: readonly Role[] = unitRoles;

/** The units that the person speaks or writes for: what is made is made for one of them. */
export const useOwnUnits = (): { id: string; name: string }[] => {
  const grants = useSession()?.grants ?? [];
  const units = grants.flatMap(({ role, scope }) => (ofUnit.includes(role) && scope.kind === 'unit' && scope.id ? [{ id: scope.id, name: scope.name }] : []));
  return units.filter(({ id }, index) => units.findIndex((unit) => unit.id === id) === index);
};
