/** What a session has proven of its person: a password, a code sent to the phone, a link sent by mail, the account of another house, a code of an app. */
export const proofKinds = ['password', 'sms', 'email', 'oidc', 'totp'] as const;
/** One kind of proof. */
export type ProofKind = (typeof proofKinds)[number];

/** Kinds that can stand beside another one as the second, for people with rights. A link by mail is none: mailboxes are opened with a password. */
export const strongKinds = ['sms', 'oidc', 'totp'] as const satisfies readonly ProofKind[];
/** Factors that a person turns on and off. */
export const factorKinds = ['totp', 'sms'] as const satisfies readonly ProofKind[];
/** A factor that a person turns on and off. */
export type FactorKind = (typeof factorKinds)[number];

/** What a session lacks: a second proof, or a way to give one. */
export const lacks = ['second', 'setup'] as const;

/** For how many minutes a proof is fresh: what changes who may sign in asks for one. */
export const FRESH_MINUTES = 10;
