import { z } from 'zod';
import { lengths } from '../lengths.js';
import { flag, day, divisionCode, id, instant, line, named, version } from '../primitives.js';
import { listQuery } from '../paging.js';
import { permissions, posts, roles, scopeKinds } from '../permissions.js';
import { lacks, proofKinds } from './proofs.js';

/** Sign-in: an e-mail address or phone number, and the password. */
export const sessionInput = z.strictObject({
  identifier: line(lengths.email),
  password: z.string().min(1).max(lengths.password),
}).meta({ id: 'SessionInput' });

/** A right that a person holds: a role in a scope, between two days. */
export const grant = z.object({
  id, accountId: id, accountName: z.string(), role: z.enum(roles),
  scope: z.object({ kind: z.enum(scopeKinds), id: z.string().nullable(), name: z.string() }), post: z.enum(posts).nullable(),
  from: day, to: day.nullable(), endedAt: instant.nullable(),
}).meta({ id: 'Grant' });
/** A right that a person holds. */
export type Grant = z.output<typeof grant>;

/** The person who is signed in, with what they may do. */
export const session = z.object({
  account: z.object({ id, name: z.string(), identifier: z.string().describe('masked'), mustChangePassword: z.boolean() }),
  grants: z.array(grant.pick({ id: true, role: true, scope: true, to: true })),
  permissions: z.array(z.enum(permissions)),
  unreadNotices: z.int(),
  today: day,
  expiresAt: instant,
  proofs: z.array(z.enum(proofKinds)),
  missing: z.enum(lacks).nullable().describe('what the session lacks before it may do more than complete itself'),
  ways: z.array(z.enum(proofKinds)).describe('proofs that the person can add'),
}).meta({ id: 'Session' });
/** The person who is signed in. */
export type Session = z.output<typeof session>;

/** A new password and the present one. */
export const passwordChange = z.strictObject({
  current: z.string().min(1).max(lengths.password), next: z.string().min(1).max(lengths.password),
}).meta({ id: 'PasswordChange' });

/** A person who can sign in. Contact data are masked. */
export const account = z.object({
  id, name: z.string(), email: z.string().nullable().describe('masked'), phone: z.string().nullable().describe('masked'),
  state: z.enum(['active', 'disabled', 'closed']), lastSignInAt: instant.nullable(), createdAt: instant, version,
  grants: z.array(grant.pick({ id: true, role: true, scope: true, post: true, from: true, to: true })),
}).meta({ id: 'Account' });
/** A person who can sign in. */
export type Account = z.output<typeof account>;

const email = z.string().trim().toLowerCase().pipe(z.email().max(lengths.email));
const phone = z.string().trim().regex(/^\+?[\d -]{6,20}$/).max(lengths.phone);
/** A phone number or an e-mail address, in one field. */
export const contact = line(lengths.email).describe('phone number or e-mail address');

/** A new person: a name, and an e-mail address or a phone number. */
export const accountInput = z.strictObject({ name: line(lengths.personName), email: email.optional(), phone: phone.optional() })
  .refine((value) => value.email !== undefined || value.phone !== undefined, { path: ['email'], message: 'contact_required' })
  .meta({ id: 'AccountInput' });
/** Changes to a person. */
export const accountChange = z.strictObject({
  version, name: line(lengths.personName).optional(), email: email.optional(), phone: phone.optional(),
}).meta({ id: 'AccountChange' });
/** A person, and the password that is shown this once and must be changed at the first sign-in. */
export const accountWithPassword = account.extend({ initialPassword: z.string() }).meta({ id: 'AccountWithPassword' });

/** Filters of the list of people. */
export const accountQuery = listQuery(['name', 'createdAt', 'lastSignInAt'], {
  role: z.enum(roles).optional(), unitId: id.optional(), state: z.enum(['active', 'disabled', 'closed']).optional(),
});

/** A right to give. `scopeId`: none for the city, a division code, or a unit's id. `post`: of a liaison only. A role that is lent has a last day. */
export const grantInput = z.strictObject({
  accountId: id, role: z.enum(roles), scopeKind: z.enum(scopeKinds), scopeId: z.union([divisionCode, id]).nullable().default(null),
  post: z.enum(posts).nullable().default(null), from: day.optional(), to: day.nullable().default(null),
}).meta({ id: 'GrantInput' });
/** Filters of the list of grants. */
export const grantQuery = listQuery(['accountName', 'role', 'from'], {
  accountId: id.optional(), unitId: id.optional(), role: z.enum(roles).optional(), current: flag.optional(),
});

/** A row of the audit trail. */
export const auditEntry = z.object({
  id, at: instant, actor: named.nullable(), actorKind: z.enum(['person', 'system', 'public']), action: z.string(),
  subjectKind: z.string(), subjectId: z.string(), before: z.record(z.string(), z.unknown()).nullable(),
  after: z.record(z.string(), z.unknown()).nullable(), sealed: z.boolean(),
}).meta({ id: 'AuditEntry' });
/** A row of the audit trail. */
export type AuditEntry = z.output<typeof auditEntry>;
/** Filters of the audit trail. */
export const auditQuery = listQuery(['at'], {
  subjectKind: line(40).optional(), subjectId: line(lengths.key).optional(), actorId: id.optional(), action: line(60).optional(),
  from: day.optional(), to: day.optional(),
});
