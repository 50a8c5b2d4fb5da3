/** What people agree to, each for itself: that their data are kept at all, that suggestions are made by their wishes, that their name stands in a public list of honours; and a guardian, that a child's data are kept by the rules for children. */
export const consentKinds = ['privacy', 'recommendations', 'honour_roll', 'child'] as const;
/** What people agree to. */
export type ConsentKind = (typeof consentKinds)[number];
/** The version of each text that is asked for now. A changed text gets a new version, and people are asked again; a test holds the texts to it. */
export const consentVersions: Readonly<Record<ConsentKind, string>> = { privacy: '2026-11-27', recommendations: '2026-11-26', honour_roll: '2026-11-26', child: '2026-11-27' };
/** Without this one nobody can be a volunteer: to take it back is to leave. */
export const neededConsent: ConsentKind = 'privacy';
/** How somebody agreed: on the own device, by a guardian, by a guardian on paper, to a person of the office who wrote it down, or before there was a ledger. */
export const consentMethods = ['self', 'guardian', 'slip', 'on_behalf', 'earlier'] as const;
/** How somebody agreed. */
export type ConsentMethod = (typeof consentMethods)[number];
