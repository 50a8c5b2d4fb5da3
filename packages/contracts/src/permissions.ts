/** What a role may do, as `noun:verb`. The same table closes the API's routes and draws the back office. */
export const permissions = [
  'account:read', 'account:write', 'grant:read', 'grant:write', 'grant:hand-over', 'invitation:read', 'invitation:write', 'unit-application:read', 'unit-application:decide', 'complaint:read', 'complaint:answer', 'audit:read',
  'division:read', 'division:write', 'unit:read', 'unit:write', 'dictionary:read', 'dictionary:write',
  'plan-import:read', 'plan-import:write', 'paper:read',
  'plan:read', 'plan:write', 'plan:issue', 'plan:close', 'plan:export', 'handed:sign',
  'sign-off:read', 'sign-off:record',
  'assignment:read', 'assignment:sign', 'assignment:ask', 'assignment:answer', 'assignment:reopen',
  'measure:write', 'measure:judge', 'work-entry:read', 'work-entry:write', 'work-entry:submit', 'work-entry:check',
  'report:read', 'report:write', 'report:submit', 'report:decide',
  'light:read', 'light:write', 'prompt:read', 'prompt:write', 'prompt:approve', 'prompt:reply', 'bulletin:read', 'bulletin:write', 'bulletin:approve',
  'collection:read', 'collection:write', 'collection:answer', 'collection:submit',
  'assessment:read', 'assessment:write', 'assessment:answer', 'assessment:submit', 'assessment:results', 'assessment:switch',
  'drafting:read', 'drafting:write', 'drafting:submit', 'drafting:decide',
  'pack:read', 'pack:write', 'photo:mark',
  'adjustment:read', 'adjustment:ask', 'adjustment:decide', 'close-out:read', 'close-out:ask', 'close-out:decide',
  'pool:read', 'pool:write', 'credential:read', 'credential:confirm', 'credential:audit', 'nomination:read', 'nomination:write', 'nomination:decide', 'talk:read', 'talk:write', 'talk:publish', 'team:read', 'team:write', 'volunteer:read', 'volunteer:register', 'roster:import', 'volunteer:freeze', 'volunteer:merge',
  'activity:read', 'activity:write', 'activity:submit', 'activity:approve', 'signup:read', 'signup:decide', 'attendance:write', 'order:read', 'order:place', 'order:write', 'thing:read', 'thing:write', 'thing:ask',
  'record:read', 'record:reverse', 'matching:read', 'matching:write', 'batch:read', 'batch:write', 'desk:read',
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
  'work-entry:read', 'report:read', 'collection:read', 'assessment:read', 'drafting:read', 'adjustment:read', 'close-out:read', 'bulletin:read', 'pool:read', 'talk:read', 'team:read', 'activity:read', 'order:read', 'thing:read', 'record:read', 'desk:read',
  // A pack holds what its orderer reads anyway.
  'pack:read', 'pack:write',
] as const;
/** What is written for a body and stays within it until somebody hands it in. */
const preparing = ['work-entry:write', 'volunteer:read', 'credential:read', 'activity:write', 'signup:read', 'signup:decide', 'attendance:write', 'order:place', 'thing:ask', 'matching:read', 'class:write'] as const;
/** What is said in the name of a body: it is handed in, called off, reported. */
const speaking = ['work-entry:submit', 'activity:submit', 'photo:mark'] as const;
/** What every body that carries out work does with its own activities and proofs. */
const carryingOut = [...preparing, ...speaking, 'credential:confirm', 'nomination:read', 'nomination:write', 'nomination:decide', 'talk:write', 'talk:publish', 'team:write', 'thing:write', 'record:reverse', 'personal:reveal', 'minor:open'] as const;
/** Who brings bodies and their people in. */
const admitting = ['invitation:read', 'invitation:write', 'unit-application:read', 'unit-application:decide'] as const;
/** Who hears complaints: the office and the counties, and never the body that one is about. */
const hearing = ['complaint:read', 'complaint:answer'] as const;
/** What an office does with the plans that it keeps: the city's with the city's, a county's or township's with its own. */
export const keeping = [
  'plan-import:read', 'plan-import:write', 'paper:read', 'plan:write', 'plan:issue', 'plan:close', 'sign-off:record', 'assignment:answer', 'assignment:reopen', 'measure:write', 'measure:judge', 'report:decide', 'light:write', 'adjustment:decide',
  'close-out:decide',
] as const satisfies readonly Permission[];
const office = [
  ...reading, ...carryingOut, ...admitting, ...hearing, 'division:write', 'unit:write', 'dictionary:write', 'account:read', 'grant:read', 'grant:hand-over', ...keeping,
  'sign-off:read', 'work-entry:check', 'light:read', 'prompt:read', 'prompt:write', 'bulletin:write', 'collection:write', 'assessment:write', 'assessment:results', 'drafting:decide', 'pool:write', 'credential:audit', 'volunteer:register', 'roster:import', 'volunteer:freeze', 'volunteer:merge', 'activity:approve', 'order:write', 'batch:read', 'batch:write', 'retention:read', 'personal:export', 'minor:audit',
] as const;

/** Role → permissions. */
export const rolePermissions: Readonly<Record<Role, readonly Permission[]>> = {
  administrator: [...office, 'assessment:switch', 'account:write', 'grant:write', 'audit:read', 'matching:write', 'key:read', 'minor:policy', 'minor:approve'],
  editor: office,
  // A leader answers for children's data: who opens a record asks there (未成年人网络保护条例 36).
  leader: [...reading, 'light:read', 'prompt:read', 'prompt:approve', 'bulletin:approve', 'assessment:results', 'sign-off:read', 'minor:approve', 'minor:audit'],
  county: [...reading, ...carryingOut, ...admitting, ...hearing, ...keeping, 'handed:sign', 'light:read', 'prompt:read', 'sign-off:read', 'work-entry:check', 'volunteer:register', 'roster:import', 'volunteer:freeze', 'volunteer:merge', 'activity:approve', 'order:write', 'batch:read', 'batch:write', 'personal:export'],
  // Whoever decides about reports, proposals and comments writes none: a unit's words are its own.
  liaison: [...reading, ...carryingOut, 'light:read', 'prompt:read', 'prompt:reply', 'report:write', 'report:submit', 'collection:answer', 'collection:submit', 'assessment:answer', 'assessment:submit', 'drafting:write', 'drafting:submit', 'adjustment:ask', 'close-out:ask', 'roster:import', 'assignment:sign', 'assignment:ask', 'invitation:read', 'invitation:write'],
  approver: [...reading, ...speaking, 'light:read', 'prompt:read', 'prompt:reply', 'report:submit', 'collection:submit', 'assessment:submit', 'drafting:submit', 'adjustment:ask', 'close-out:ask', 'class:write'],
  publisher: [...reading, ...preparing, 'light:read', 'prompt:read', 'report:write', 'collection:answer', 'assessment:answer', 'drafting:write'],
  // Lights are for the office and the unit itself: whoever reads by a loan does not see them.
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
