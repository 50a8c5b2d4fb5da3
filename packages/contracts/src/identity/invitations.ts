import { z } from 'zod';
import { lengths } from '../lengths.js';
import { listQuery, pageOf } from '../paging.js';
import { posts, unitRoles } from '../permissions.js';
import { byId, id, instant, line, named } from '../primitives.js';
import { defineRoute } from '../route.js';
import { contact, session } from './schemas.js';

/** How an invitation stands. */
export const invitationStates = ['open', 'accepted', 'expired', 'withdrawn'] as const;
/** How an invitation stands. */
export type InvitationState = (typeof invitationStates)[number];
/** A secret that stands behind the `#` of a link, so that no server and no log on the way reads it. */
export const linkToken = z.string().regex(/^[\w-]{43}$/);

const invited = { name: z.string(), role: z.enum(unitRoles), post: z.enum(posts).nullable(), unit: named };
/** A person whom somebody asked to speak or write for a unit. */
export const invitation = z.object({
  id, ...invited, contact: z.string().describe('masked'), state: z.enum(invitationStates), invitedBy: z.string(), createdAt: instant, expiresAt: instant, acceptedAt: instant.nullable(),
}).meta({ id: 'Invitation' });
/** A person whom somebody asked to speak or write for a unit. */
export type Invitation = z.output<typeof invitation>;
/** The same with the link, which is shown this once: it is to be passed on to that person alone. */
export const invitationWithLink = invitation.extend({ link: z.url() }).meta({ id: 'InvitationWithLink' });
/** Whom to invite: by the phone number or e-mail address that the person will be asked for. */
export const invitationInput = z.strictObject({ unitId: id, role: z.enum(unitRoles), post: z.enum(posts).nullable().default(null), name: line(lengths.personName), contact }).meta({ id: 'InvitationInput' });
/** Filters of the list of invitations. */
export const invitationQuery = listQuery(['createdAt', 'name'], { unitId: id.optional(), state: z.enum(invitationStates).optional() });
/** The token of a link. */
export const tokenInput = z.strictObject({ token: linkToken }).meta({ id: 'TokenInput' });
/** What the holder of a link is told before saying yes. */
export const invitationOffer = z.object({ ...invited, state: z.enum(invitationStates), invitedBy: z.string(), expiresAt: instant, contactKind: z.enum(['phone', 'email']) }).meta({ id: 'InvitationOffer' });
/** What the holder of a link is told before saying yes. */
export type InvitationOffer = z.output<typeof invitationOffer>;
/** Says yes. The contact proves that the link came to the right person; the password makes an account where there is none, and is not needed by whoever is signed in. */
export const invitationAcceptance = z.strictObject({ token: linkToken, contact, password: z.string().min(1).max(lengths.password).optional() }).meta({ id: 'InvitationAcceptance' });

/** Routes of invitations. */
export const invitationRoutes = {
  listInvitations: defineRoute('listInvitations', { summary: 'Invitations of units in reach', access: 'invitation:read', query: invitationQuery, response: pageOf(invitation) }),
  // Not repeatable: an answer that is kept to be repeated must not hold a link.
  createInvitation: defineRoute('createInvitation', { summary: 'Invite a person into a unit', access: 'invitation:write', body: invitationInput, response: invitationWithLink, status: 201, errors: ['invitation.exists', 'grant.not_given_by_you', 'grant.post_taken', 'grant.exists', 'reference.not_found'] }),
  renewInvitation: defineRoute('renewInvitation', { summary: 'Make a new link; the old one is dead', access: 'invitation:write', params: byId, response: invitationWithLink, errors: ['invitation.not_open', 'grant.not_given_by_you'] }),
  withdrawInvitation: defineRoute('withdrawInvitation', { summary: 'Take an invitation back', access: 'invitation:write', params: byId, response: invitation, errors: ['invitation.not_open'] }),
  lookUpInvitation: defineRoute('lookUpInvitation', { summary: 'What a link offers', access: 'public', body: tokenInput, response: invitationOffer, errors: ['rate.limited', 'invitation.unknown'] }),
  acceptInvitation: defineRoute('acceptInvitation', {
    summary: 'Say yes; the answer signs in', access: 'public', body: invitationAcceptance, response: session, status: 201,
    errors: ['rate.limited', 'invitation.unknown', 'invitation.not_open', 'invitation.wrong_contact', 'invitation.sign_in_first', 'auth.password_weak', 'grant.exists', 'grant.post_taken'],
  }),
} as const;
