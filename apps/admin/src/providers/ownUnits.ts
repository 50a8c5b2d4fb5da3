import { useSession } from './session.js';

/** The units that the person works for as a liaison: what is made is made for one of them. */
export const useOwnUnits = (): { id: string; name: string }[] => {
  const grants = useSession()?.grants ?? [];
  const units = grants.flatMap(({ role, scope }) => (role === 'liaison' && scope.kind === 'unit' && scope.id ? [{ id: scope.id, name: scope.name }] : []));
  return units.filter(({ id }, index) => units.findIndex((unit) => unit.id === id) === index);
};
