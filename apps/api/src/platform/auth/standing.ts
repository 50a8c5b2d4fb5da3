import { FRESH_MINUTES, proofKinds, strongKinds, type FactorKind, type ProofKind } from '@kepu/contracts';

/** What a session has proven, and when. A remembered device stands for a second proof, and is none by itself. */
export interface Proof { readonly kind: ProofKind | 'device'; readonly at: number }
/** How far a session has come. */
export interface Standing {
  readonly proofs: readonly Proof[]; readonly lacks: 'second' | 'setup' | null; readonly ways: readonly ProofKind[];
  /** Whether the installation demands a second proof of this person. */
  readonly demanded: boolean;
}
/** Of those who act without a session of their own: the demo city, tests. */
export const wholeStanding: Standing = { proofs: [], lacks: null, ways: [], demanded: false };

/** What is known of a person when their standing is asked for. */
export interface StandingFacts {
  readonly proofs: readonly Proof[]; readonly demanded: boolean; readonly factors: readonly FactorKind[]; readonly hasPhone: boolean; readonly hasEmail: boolean; readonly linked: boolean;
  readonly offers: { readonly sms: boolean; readonly email: boolean; readonly oidc: boolean };
}

const strong: ReadonlySet<string> = new Set(strongKinds);

/** The second ways that somebody has: those that were turned on; while there are none, the own phone serves. */
const strongWays = ({ factors, hasPhone, linked, offers }: StandingFacts): ProofKind[] => [
  ...(factors.includes('totp') ? ['totp' as const] : []),
  ...(offers.sms && hasPhone && (factors.length === 0 || factors.includes('sms')) ? ['sms' as const] : []),
  ...(offers.oidc && linked ? ['oidc' as const] : []),
];

/** What a session may do, and how it can come further: two kinds of proof are needed, one of them strong, or a device that stands for the second. */
export const standingOf = (facts: StandingFacts): Standing => {
  const { proofs, demanded, factors, hasEmail, offers } = facts;
  const kinds = new Set(proofs.map(({ kind }) => kind));
  const remembered = kinds.delete('device');
  const hasStrong = [...kinds].some((kind) => strong.has(kind));
  const seconds = strongWays(facts);
  const fallbacks: ProofKind[] = ['password', ...(offers.email && hasEmail ? ['email' as const] : [])];
  const whole = (!demanded && factors.length === 0) || (remembered && kinds.size > 0) || (hasStrong && kinds.size > 1);
  if (whole) return { proofs, lacks: null, ways: [...fallbacks, ...seconds], demanded };
  if (!hasStrong && seconds.length === 0) return { proofs, lacks: 'setup', ways: [], demanded };
  // Without a strong proof only a strong one helps; with one, any other kind does.
  const ways = (hasStrong ? [...fallbacks, ...seconds] : seconds).filter((kind) => !kinds.has(kind));
  return { proofs, lacks: 'second', ways, demanded };
};

const isKind = (kind: string): kind is Proof['kind'] => kind === 'device' || (proofKinds as readonly string[]).includes(kind);

/** As a session's row keeps them: `password@1790000000000 sms@1790000060000`. */
export const writeProofs = (proofs: readonly Proof[]): string => proofs.map(({ kind, at }) => `${kind}@${at}`).join(' ');
/** As they were written; what is not known any more is none. */
export const readProofs = (text: string): Proof[] => text.split(' ').flatMap((part) => {
  const [kind = '', at = ''] = part.split('@');
  return isKind(kind) && /^\d{12,14}$/.test(at) ? [{ kind, at: Number(at) }] : [];
});
/** With one proof more, or the same one anew. */
export const withProof = (proofs: readonly Proof[], kind: Proof['kind'], at: Date): Proof[] => [...proofs.filter((proof) => proof.kind !== kind), { kind, at: at.getTime() }];

/** Whether a proof, of one of these kinds where they are named, was given within the last ten minutes. */
export const isFresh = (proofs: readonly Proof[], now: Date, kinds?: readonly ProofKind[]): boolean =>
  proofs.some(({ kind, at }) => kind !== 'device' && (!kinds || kinds.includes(kind)) && now.getTime() - at <= FRESH_MINUTES * 60_000);
