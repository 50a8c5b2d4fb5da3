/** What a role may do, as `noun:verb`. The same table closes the API's routes and draws the back office. */
export const permissions = [
  'account:read', 'account:write', 'grant:read', 'grant:write', 'audit:read',
  'division:read', 'division:write', 'unit:read', 'unit:write', 'dictionary:read', 'dictionary:write',
  'plan-import:read', 'plan-import:write', 'paper:read',
  'plan:read', 'plan:write', 'plan:issue', 'plan:close', 'plan:export',
  'sign-off:read', 'sign-off:record',
  'assignment:read', 'assignment:sign', 'assignment:ask', 'assignment:answer', 'assignment:reopen',
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

const reading = ['division:read', 'unit:read', 'dictionary:read', 'plan:read', 'plan:export', 'assignment:read'] as const;
const office = [
  ...reading, 'division:write', 'unit:write', 'dictionary:write', 'account:read', 'grant:read',
  'plan-import:read', 'plan-import:write', 'paper:read', 'plan:write', 'plan:issue', 'plan:close',
  'sign-off:read', 'sign-off:record', 'assignment:answer', 'assignment:reopen',
] as const;

/** Role → permissions. */
export const rolePermissions: Readonly<Record<Role, readonly Permission[]>> = {
  administrator: [...office, 'account:write', 'grant:write', 'audit:read'],
  editor: office,
  county: [...reading, 'sign-off:read'],
  liaison: [...reading, 'assignment:sign', 'assignment:ask'],
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
