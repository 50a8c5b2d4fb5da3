/** What a role may do, as `noun:verb`. The same table closes the API's routes and draws the back office. */
export const permissions = [
  'account:read', 'account:write', 'grant:read', 'grant:write', 'grant:hand-over', 'invitation:read', 'invitation:write', 'unit-application:read', 'unit-application:decide', 'complaint:read', 'complaint:answer', 'audit:read',
  'division:read', 'division:write', 'unit:read', 'unit:write', 'dictionary:read', 'dictionary:write',
  'plan-import:read', 'plan-import:write', 'paper:read',
  'plan:read', 'plan:write', 'plan:issue', 'plan:close', 'plan:export',
  'sign-off:read', 'sign-off:record',
  'assignment:read', 'assignment:sign', 'assignment:ask', 'assignment:answer', 'assignment:reopen',
  'measure:write', 'measure:judge', 'work-entry:read', 'work-entry:write', 'work-entry:submit', 'work-entry:check',
  'report:read', 'report:write', 'report:submit', 'report:decide',
  'pool:read', 'pool:write', 'volunteer:read', 'volunteer:register', 'roster:import', 'volunteer:freeze', 'volunteer:merge',
  'activity:read', 'activity:write', 'activity:submit', 'activity:approve', 'signup:read', 'signup:decide', 'attendance:write',
  'record:read', 'record:reverse', 'matching:read', 'matching:write', 'desk:read',
  'minor:policy', 'minor:open', 'minor:approve', 'minor:audit', 'class:write', 'key:read', 'personal:reveal', 'retention:read', 'personal:export',
] as const;
/** One permission of the table. */
export type Permission = (typeof permissions)[number];

/** Roles that a grant can give. A role carries no scope; the grant does. */
export const roles = ['administrator', 'editor', 'leader', 'county', 'liaison', 'approver', 'publisher', 'reader'] as const;
/** A role of the table. */
export type Role = (typeof roles)[number];

/** Where a grant holds: the whole city, a division by its code and what lies in it, or a unit and the units below it. */
export const scopeKinds = ['city', 'division', 'unit'] as const;
/** The kind of a grant's scope. */
export type ScopeKind = (typeof scopeKinds)[number];

const reading = [
  'division:read', 'unit:read', 'dictionary:read', 'plan:read', 'plan:export', 'assignment:read',
  'work-entry:read', 'report:read', 'pool:read', 'activity:read', 'record:read', 'desk:read',
] as const;
/** What is written for a body and stays within it until somebody hands it in. */
const preparing = ['work-entry:write', 'volunteer:read', 'activity:write', 'signup:read', 'signup:decide', 'attendance:write', 'matching:read', 'class:write'] as const;
/** What is said in the name of a body: it is handed in, called off, reported. */
const speaking = ['work-entry:submit', 'activity:submit'] as const;
/** What every body that carries out work does with its own activities and proofs. */
const carryingOut = [...preparing, ...speaking, 'record:reverse', 'personal:reveal', 'minor:open'] as const;
/** Who brings bodies and their people in. */
const admitting = ['invitation:read', 'invitation:write', 'unit-application:read', 'unit-application:decide'] as const;
/** Who hears complaints: the office and the counties, and never the body that one is about. */
const hearing = ['complaint:read', 'complaint:answer'] as const;
const office = [
  ...reading, ...carryingOut, ...admitting, ...hearing, 'division:write', 'unit:write', 'dictionary:write', 'account:read', 'grant:read', 'grant:hand-over',
  'plan-import:read', 'plan-import:write', 'paper:read', 'plan:write', 'plan:issue', 'plan:close',
  'sign-off:read', 'sign-off:record', 'assignment:answer', 'assignment:reopen',
  'measure:write', 'measure:judge', 'work-entry:check', 'report:decide', 'pool:write', 'volunteer:register', 'roster:import', 'volunteer:freeze', 'volunteer:merge', 'activity:approve', 'retention:read', 'personal:export', 'minor:audit',
] as const;

/** Role → permissions. */
export const rolePermissions: Readonly<Record<Role, readonly Permission[]>> = {
  administrator: [...office, 'account:write', 'grant:write', 'audit:read', 'matching:write', 'key:read', 'minor:policy', 'minor:approve'],
  editor: office,
  // A leader answers for children's data: who opens a record asks there (未成年人网络保护条例 36).
  leader: [...reading, 'sign-off:read', 'minor:approve', 'minor:audit'],
  county: [...reading, ...carryingOut, ...admitting, ...hearing, 'sign-off:read', 'work-entry:check', 'volunteer:register', 'roster:import', 'volunteer:freeze', 'volunteer:merge', 'activity:approve', 'personal:export'],
  // Whoever decides about reports writes none: a unit's words are its own.
  liaison: [...reading, ...carryingOut, 'report:write', 'report:submit', 'roster:import', 'assignment:sign', 'assignment:ask', 'invitation:read', 'invitation:write'],
  approver: [...reading, ...speaking, 'report:submit', 'class:write'],
  publisher: [...reading, ...preparing, 'report:write'],
  reader: [...reading, 'sign-off:read', 'account:read', 'grant:read', 'minor:audit'],
};

/** The scope kinds in which a role can be granted. */
export const roleScopes: Readonly<Record<Role, readonly ScopeKind[]>> = {
  administrator: ['city'],
  editor: ['city'],
  leader: ['city'],
  county: ['division'],
  liaison: ['unit'],
  approver: ['unit'],
  publisher: ['unit'],
  reader: ['city'],
};

/** Roles that speak or write for a unit: those to which people are invited. */
export const unitRoles = ['liaison', 'approver', 'publisher'] as const satisfies readonly Role[];
/** A role within a unit. */
export type UnitRole = (typeof unitRoles)[number];
/** Whom the holder of a role may invite into a unit within reach. A liaison is named by the office or the county, never by another liaison. */
export const invitableRoles: Readonly<Partial<Record<Role, readonly UnitRole[]>>> = {
  administrator: unitRoles, editor: unitRoles, county: unitRoles, liaison: ['approver', 'publisher'],
};
/** Roles that are lent: a right of theirs always has a last day. */
export const lentRoles: readonly Role[] = ['reader'];
/** The liaison of a unit and who stands in for them (A、B 岗). */
export const posts = ['A', 'B'] as const;
/** A post of a liaison. */
export type Post = (typeof posts)[number];
