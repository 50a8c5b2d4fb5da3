import type { Permission } from '@kepu/contracts/permissions';

const read: Readonly<Record<string, Permission>> = {
  divisions: 'division:read', units: 'unit:read', terms: 'dictionary:read', programmes: 'dictionary:read', 'programme-sets': 'dictionary:read',
  'theme-days': 'dictionary:read', workdays: 'dictionary:read', accounts: 'account:read', grants: 'grant:read', plans: 'plan:read', items: 'plan:read',
  'plan-imports': 'plan-import:read', 'audit-entries': 'audit:read', assignments: 'assignment:read',
  measures: 'plan:read', 'work-entries': 'work-entry:read', activities: 'activity:read', signups: 'signup:read', volunteers: 'volunteer:read', pools: 'pool:read', 'pool-terms': 'volunteer:read', credentials: 'credential:read', nominations: 'nomination:read', talks: 'talk:read', orders: 'order:read', teams: 'team:read', 'team-kinds': 'team:read', 'team-choices': 'team:read', 'team-members': 'volunteer:read', 'shared-things': 'thing:read', 'thing-bookings': 'thing:read',
  'service-records': 'record:read', invitations: 'invitation:read', 'roster-imports': 'roster:import', classes: 'class:write', 'roster-entries': 'roster:import', 'unit-applications': 'unit-application:read', complaints: 'complaint:read',
};
const write: Readonly<Record<string, Permission>> = {
  divisions: 'division:write', units: 'unit:write', terms: 'dictionary:write', programmes: 'dictionary:write', 'programme-sets': 'dictionary:write',
  'theme-days': 'dictionary:write', workdays: 'dictionary:write', accounts: 'account:write', grants: 'grant:write', plans: 'plan:write',
  'plan-imports': 'plan-import:write', 'work-entries': 'work-entry:write', activities: 'activity:write', volunteers: 'volunteer:register',
};

/** The permission that an action on a resource needs; undefined for what anybody signed in may open, null for what nobody may. */
export const neededFor = (resource: string, action: string): Permission | null | undefined => {
  if (resource === 'notices') return undefined;
  const table = action === 'list' || action === 'show' || action === 'read' ? read : write;
  return table[resource] ?? null;
};
