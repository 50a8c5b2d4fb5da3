/** What a role may do, as `noun:verb`. The same table closes the API's routes and draws the back office. */
export const permissions = [
  'account:read', 'account:write', 'grant:read', 'grant:write', 'audit:read',
  'division:read', 'division:write', 'unit:read', 'unit:write', 'dictionary:read', 'dictionary:write',
  'plan-import:read', 'plan-import:write', 'paper:read',
  'plan:read', 'plan:write', 'plan:issue', 'plan:close', 'plan:export',
  'sign-off:read', 'sign-off:record',
  'assignment:read', 'assignment:sign', 'assignment:ask', 'assignment:answer', 'assignment:reopen',
  'measure:write', 'measure:judge', 'work-entry:read', 'work-entry:write', 'work-entry:check',
  'pool:read', 'pool:write', 'volunteer:read', 'volunteer:register',
  'activity:read', 'activity:write', 'activity:approve', 'signup:read', 'signup:decide', 'attendance:write',
  'record:read', 'record:reverse', 'matching:read', 'matching:write', 'desk:read',
  'key:read', 'personal:reveal', 'retention:read', 'personal:export',
] as const;
/** One permission of the table. */
export type Permission = (typeof permissions)[number];

/** Roles that a grant can give. A role carries no scope; the grant does. */
export const roles = ['administrator', 'editor', 'county', 'liaison', 'reader'] as const;
/** A role of the table. */
export type Role = (typeof roles)[number];

/** Where a grant holds: the whole city, a division by its code and what lies in it, or a unit and the units below it. */
export const scopeKinds = ['city', 'division', 'unit'] as const;
/** The kind of a grant's scope. */
export type ScopeKind = (typeof scopeKinds)[number];

const reading = [
  'division:read', 'unit:read', 'dictionary:read', 'plan:read', 'plan:export', 'assignment:read',
  'work-entry:read', 'pool:read', 'activity:read', 'record:read', 'desk:read',
] as const;
/** What every body that carries out work does with its own activities and proofs. */
const carryingOut = [
  'work-entry:write', 'volunteer:read', 'activity:write', 'signup:read', 'signup:decide', 'attendance:write', 'record:reverse', 'matching:read',
  'personal:reveal',
] as const;
const office = [
  ...reading, ...carryingOut, 'division:write', 'unit:write', 'dictionary:write', 'account:read', 'grant:read',
  'plan-import:read', 'plan-import:write', 'paper:read', 'plan:write', 'plan:issue', 'plan:close',
  'sign-off:read', 'sign-off:record', 'assignment:answer', 'assignment:reopen',
  'measure:write', 'measure:judge', 'work-entry:check', 'pool:write', 'volunteer:register', 'activity:approve', 'retention:read', 'personal:export',
] as const;

/** Role → permissions. */
export const rolePermissions: Readonly<Record<Role, readonly Permission[]>> = {
  administrator: [...office, 'account:write', 'grant:write', 'audit:read', 'matching:write', 'key:read'],
  editor: office,
  county: [...reading, ...carryingOut, 'sign-off:read', 'work-entry:check', 'volunteer:register', 'activity:approve', 'personal:export'],
  liaison: [...reading, ...carryingOut, 'assignment:sign', 'assignment:ask'],
  reader: [...reading, 'sign-off:read', 'account:read', 'grant:read'],
};

/** The scope kinds in which a role can be granted. */
export const roleScopes: Readonly<Record<Role, readonly ScopeKind[]>> = {
  administrator: ['city'],
  editor: ['city'],
  county: ['division'],
  liaison: ['unit'],
  reader: ['city'],
};
