import { z } from 'zod';
import { lengths } from '../lengths.js';
import { byId, done, id, instant, line } from '../primitives.js';
import { defineRoute } from '../route.js';
import { factorKinds, proofKinds } from './proofs.js';
import { account, session } from './schemas.js';

const phone = z.string().trim().regex(/^\+?[\d -]{6,20}$/).max(lengths.phone);
const email = z.string().trim().toLowerCase().pipe(z.email().max(lengths.email));
const code = z.string().trim().min(1).max(80).regex(/^[\w -]+$/);

/** Which ways of signing in there are. */
export const signInOptions = z.object({
  sms: z.boolean(), email: z.boolean(), oidc: z.object({ name: z.string() }).nullable(),
  demoMessages: z.boolean().describe('a demo without gateways: messages are written to a file of the server'),
  registrationProof: z.boolean().describe('registration asks for a code sent to the phone'),
}).meta({ id: 'SignInOptions' });
/** Which ways of signing in there are. */
export type SignInOptions = z.output<typeof signInOptions>;

/** Asks for a code by SMS or a link by mail. `register`: the phone is about to be registered, so the code is sent whether somebody has it or not. */
export const challengeInput = z.strictObject({ phone: phone.optional(), email: email.optional(), purpose: z.enum(['sign_in', 'register']).default('sign_in') })
  .refine((value) => (value.phone === undefined) !== (value.email === undefined), { path: ['phone'], message: 'contact_required' })
  .refine((value) => value.purpose === 'sign_in' || value.phone !== undefined, { path: ['phone'], message: 'required' })
  .meta({ id: 'ChallengeInput' });
/** What was asked for, the same for known and unknown addresses. */
export const challenge = z.object({ id, expiresAt: instant, resendAfterSeconds: z.int() }).meta({ id: 'Challenge' });
/** What was asked for. */
export type Challenge = z.output<typeof challenge>;
/** The code that came, or the token of the link. */
export const challengeAnswer = z.strictObject({ code }).meta({ id: 'ChallengeAnswer' });
/** A code together with what it was sent for. */
export const challengeProof = z.strictObject({ challengeId: id, code }).meta({ id: 'ChallengeProof' });

/** A further proof of the person who is signed in. `recovery` is one of the ten codes that stand for the app. */
export const proofInput = z.strictObject({
  kind: z.enum(['password', 'totp', 'recovery', 'sms', 'email']), code: code.optional(), password: z.string().min(1).max(lengths.password).optional(), challengeId: id.optional(),
  remember: z.boolean().default(false).describe('this device stands for the second proof for 30 days'),
}).refine(({ kind, password }) => (kind === 'password') === (password !== undefined), { path: ['password'], message: 'required' })
  .refine(({ kind, code: given }) => (kind === 'password') === (given === undefined), { path: ['code'], message: 'required' })
  .refine(({ kind, challengeId }) => (kind === 'sms' || kind === 'email') === (challengeId !== undefined), { path: ['challengeId'], message: 'required' })
  .meta({ id: 'ProofInput' });
/** Where a code for the person who is signed in goes. */
export const ownChallengeInput = z.strictObject({ kind: z.enum(['sms', 'email']) }).meta({ id: 'OwnChallengeInput' });
/** A new password, without the old one. */
export const newPassword = z.strictObject({ next: z.string().min(1).max(lengths.password) }).meta({ id: 'NewPassword' });
/** A new phone or address for mail, of one's own. */
export const contactInput = z.strictObject({ phone: phone.optional(), email: email.optional() })
  .refine((value) => (value.phone === undefined) !== (value.email === undefined), { path: ['phone'], message: 'contact_required' }).meta({ id: 'ContactInput' });

/** What an authenticator app takes: shown once, in force after one right code. `qr` is an SVG. */
export const totpSetup = z.object({ secret: z.string(), uri: z.string(), qr: z.string() }).meta({ id: 'TotpSetup' });
/** What an authenticator app takes. */
export type TotpSetup = z.output<typeof totpSetup>;
/** Ten codes that each stand once for the app, shown once. */
export const recoveryCodes = z.object({ codes: z.array(z.string()) }).meta({ id: 'RecoveryCodes' });
/** Ten codes. */
export type RecoveryCodes = z.output<typeof recoveryCodes>;

const device = { id, browser: z.string().describe('code: terms.browsers'), system: z.string().describe('code: terms.systems'), ip: z.string().nullable(), since: instant, lastSeenAt: instant };
/** How the own account is secured, and where it is signed in. */
export const security = z.object({
  contact: z.object({ phone: z.string().nullable().describe('masked'), email: z.string().nullable().describe('masked') }),
  hasPassword: z.boolean().describe('false while the first password is still to be changed'),
  factors: z.array(z.object({ kind: z.enum(factorKinds), since: instant })), recoveryCodesLeft: z.int(),
  secondDemanded: z.boolean().describe('people with rights need a second proof here'),
  fresh: z.boolean().describe('a proof of the last ten minutes'), recovered: z.boolean().describe('a code or link of the last ten minutes: a new password needs no old one'),
  proofs: z.array(z.enum(proofKinds)),
  identities: z.array(z.object({ id, name: z.string(), since: instant })),
  sessions: z.array(z.object({ ...device, present: z.boolean(), proofs: z.array(z.enum(proofKinds)) })), devices: z.array(z.object({ ...device, until: instant })),
}).meta({ id: 'Security' });
/** How the own account is secured. */
export type Security = z.output<typeof security>;

const ownPath = z.string().max(300).regex(/^\/(?![/\\])[^\p{Cc}\\]*$/u);
/** Where to go on after the other house, and whether its account is to be linked to the own one. */
export const oidcStartQuery = z.strictObject({ next: ownPath.optional(), link: z.literal('1').optional() });
const said = z.string().max(500).optional();
/** What the other house sends back: what OAuth 2.0, OpenID Connect and RFC 9207 name. */
export const oidcCallbackQuery = z.strictObject({
  state: z.string().max(200).optional(), code: z.string().max(2_000).optional(), iss: said, scope: said, session_state: said, error: said, error_description: said, error_uri: said,
});

const factorParams = z.strictObject({ kind: z.enum(factorKinds) });
const guessed = ['auth.code_wrong', 'rate.limited'] as const;

/** Routes of signing in otherwise than by a password, of second proofs, and of the own account's security. */
export const signInRoutes = {
  getSignInOptions: defineRoute('getSignInOptions', { summary: 'Which ways of signing in there are', access: 'public', response: signInOptions }),
  createSessionChallenge: defineRoute('createSessionChallenge', {
    summary: 'Have a code sent to a phone, or a link to an address; answered alike whether anybody has it', access: 'public', body: challengeInput, response: challenge, status: 201,
    errors: ['rate.limited', 'auth.way_not_offered'],
  }),
  answerSessionChallenge: defineRoute('answerSessionChallenge', { summary: 'Sign in with the code or the token of the link', access: 'public', params: byId, body: challengeAnswer, response: session, status: 201, errors: guessed }),
  createOwnChallenge: defineRoute('createOwnChallenge', {
    summary: 'Have a code sent to the own phone or address', access: 'signed-in', body: ownChallengeInput, response: challenge, status: 201, errors: ['rate.limited', 'auth.way_not_offered'],
  }),
  addSessionProof: defineRoute('addSessionProof', { summary: 'Add a proof to the session, which gets a new token', access: 'signed-in', body: proofInput, response: session, status: 201, errors: [...guessed, 'auth.failed', 'auth.way_not_offered', 'version.stale'] }),
  setNewPassword: defineRoute('setNewPassword', {
    summary: 'Set a password without the old one, after a code or link; everything else is signed out', access: 'signed-in', body: newPassword, response: done, errors: ['auth.proof_required', 'auth.password_weak', 'version.stale'],
  }),
  getMySecurity: defineRoute('getMySecurity', { summary: 'How the own account is secured, and where it is signed in', access: 'signed-in', response: security }),
  startTotp: defineRoute('startTotp', { summary: 'Begin to set up an authenticator app', access: 'signed-in', response: totpSetup, status: 201, errors: ['auth.proof_required', 'auth.factor_exists'] }),
  confirmTotp: defineRoute('confirmTotp', { summary: 'Turn the app on by a right code', access: 'signed-in', body: challengeAnswer, response: recoveryCodes, status: 201, errors: [...guessed, 'auth.proof_required', 'auth.factor_exists'] }),
  turnOnSms: defineRoute('turnOnSms', { summary: 'Turn codes by SMS on, by a right code', access: 'signed-in', body: challengeProof, response: done, status: 201, errors: [...guessed, 'auth.proof_required', 'auth.factor_exists'] }),
  turnOffFactor: defineRoute('turnOffFactor', { summary: 'Turn a factor off', access: 'signed-in', params: factorParams, response: done, errors: ['auth.proof_required', 'auth.last_factor'] }),
  createRecoveryCodes: defineRoute('createRecoveryCodes', { summary: 'Ten new recovery codes; the old ones are void', access: 'signed-in', response: recoveryCodes, status: 201, errors: ['auth.proof_required'] }),
  createContactChallenge: defineRoute('createContactChallenge', { summary: 'Have a code sent to a new phone or address of one’s own', access: 'signed-in', body: contactInput, response: challenge, status: 201, errors: ['auth.proof_required', 'rate.limited', 'auth.way_not_offered'] }),
  changeMyContact: defineRoute('changeMyContact', { summary: 'Change the own phone or address, by the code sent there', access: 'signed-in', body: challengeProof, response: done, errors: [...guessed, 'auth.proof_required', 'account.identifier_taken', 'version.stale'] }),
  endMySession: defineRoute('endMySession', { summary: 'Sign one of the own devices out', access: 'signed-in', params: byId, response: done }),
  endOtherSessions: defineRoute('endOtherSessions', { summary: 'Sign all other devices out', access: 'signed-in', response: done }),
  forgetMyDevice: defineRoute('forgetMyDevice', { summary: 'Have a device no longer stand for the second proof', access: 'signed-in', params: byId, response: done }),
  resetSecondFactors: defineRoute('resetSecondFactors', {
    summary: 'Take the second ways off a person who lost them; every session ends', access: 'account:write', params: byId, response: account, errors: ['account.own_rights'],
  }),
  startOidc: defineRoute('startOidc', { summary: 'Go to the other house to sign in there', access: 'public', query: oidcStartQuery, redirect: true, errors: ['auth.proof_required', 'resource.not_found'] }),
  finishOidc: defineRoute('finishOidc', { summary: 'Come back from the other house', access: 'public', query: oidcCallbackQuery, redirect: true, errors: ['auth.proof_required', 'rate.limited', 'resource.not_found'] }),
  unlinkIdentity: defineRoute('unlinkIdentity', { summary: 'Take the account of another house off the own one', access: 'signed-in', params: byId, response: done, errors: ['auth.proof_required', 'auth.last_factor'] }),
} as const;

/** A proof of the phone that is to be registered. */
export const phoneProof = z.strictObject({ challengeId: id, code: line(10) });
