import type { ActivityKind, MinorPolicy, Occupation, ScorePart } from '@kepu/contracts';

/** A place that somebody has: when and where. Instants are ISO 8601 in UTC. */
export interface Held {
  readonly activityTitle: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly countyCode: string;
}

/** A certificate that somebody has said to have. `seen`: staff have confirmed it. Days are civil dates; without a last one it does not end. */
export interface CredentialFact {
  readonly kindId: string;
  readonly seen: boolean;
  readonly fromDay: string;
  readonly toDay: string | null;
}

/** Days on which somebody is in a pool and takes on what it does. Civil dates, both counted; without a last one it does not end. */
export interface MembershipFact {
  readonly poolId: string;
  readonly fromDay: string;
  readonly toDay: string | null;
}

/** What matching knows of a volunteer. With `personal` false nothing of it orders anything; the hard rules hold all the same. */
export interface VolunteerFacts {
  readonly id: string;
  readonly bornOn: string;
  /** Whether somebody decides for the person; says nothing of adults. */
  readonly guarded: boolean;
  readonly occupation: Occupation;
  readonly credentials: readonly CredentialFact[];
  readonly memberships: readonly MembershipFact[];
  readonly countyCode: string;
  /** Topics that the person follows: second level, or first for a whole field. */
  readonly topicIds: readonly string[];
  /** 21 signs 0 or 1, Monday morning first; all 0 where nothing was said. */
  readonly availability: string;
  /** Minutes. */
  readonly travelLimit: number;
  readonly toIslands: boolean;
  readonly toMountains: boolean;
  readonly pausedUntil: string | null;
  /** Days away, both ends counted. */
  readonly absences: readonly { readonly from: string; readonly to: string }[];
  /** The most hours a month that the person gives; null for as many as come. */
  readonly monthlyHours: number | null;
  /** The registration does not hold: frozen or void. */
  readonly frozen: boolean;
  readonly personal: boolean;
  /** Places in shifts that are not over. */
  readonly held: readonly Held[];
  /** Kinds of activity that the person has served in. */
  readonly kindsServed: readonly ActivityKind[];
  /** Services that stand in a ledger. */
  readonly services: number;
  /** Places of the last year that the person had and did not come to. */
  readonly missed: number;
  /** Minutes served within the last 30 days. */
  readonly recentMinutes: number;
  /** Minutes served within the month that is now. */
  readonly monthMinutes: number;
  /** When the person was last invited or asked, for ties; null for never. */
  readonly lastAskedAt: string | null;
}

/** What matching knows of a position. */
export interface PositionFacts {
  readonly id: string;
  readonly shiftId: string;
  readonly activityId: string;
  readonly activityTitle: string;
  readonly kind: ActivityKind;
  /** Whether people can sign up at all: published, and the shift is not cancelled. */
  readonly open: boolean;
  readonly startsAt: string;
  readonly endsAt: string;
  /** The day of service, and which of the week's 21 parts it touches (Monday morning = 0). */
  readonly day: string;
  readonly weekParts: readonly number[];
  readonly countyCode: string;
  /** Of the county, or of the township where one is given. */
  readonly island: boolean;
  readonly mountain: boolean;
  /** Whether the county is of the urban core. */
  readonly urbanCore: boolean;
  readonly topicIds: readonly string[];
  readonly audienceIds: readonly string[];
  readonly occupations: readonly Occupation[];
  /** Kinds of certificates, all of which are to be held on the day of service. */
  readonly credentialIds: readonly string[];
  /** Pools, one of which the person is to be in on the day of service; empty for anybody. */
  readonly poolIds: readonly string[];
  readonly minAge: number | null;
  /** Whether minors may serve, and whether it is so dangerous that they never may. */
  readonly minors: boolean;
  readonly dangerous: boolean;
  readonly minimum: number;
  readonly maximum: number;
  readonly confirmed: number;
  /** Everybody who has signed up and not left: requested, waiting, confirmed. */
  readonly connections: number;
}

/** What both sides are looked at with. */
export interface MatchingContext {
  /** Instant. */
  readonly now: string;
  /** Whole years of somebody on a day. */
  readonly ageOn: (bornOn: string, day: string) => number;
  /** What holds for minors of an age; null for adults, and for children below all bands. */
  readonly minorBand: (age: number) => MinorPolicy['bands'][number] | null;
  /** The age from which on nothing of that holds. */
  readonly adultAge: number;
  /** Minutes between two counties; 0 within one, null where nothing is known. */
  readonly travel: (from: string, to: string) => number | null;
  /** The ground of a county: who lives there has no way over sea or mountain to it. */
  readonly terrain: (countyCode: string) => { readonly island: boolean; readonly mountain: boolean };
  /** The parent of a topic, or null for the first level. */
  readonly parentTopic: (topicId: string) => string | null;
  /** The kinds that one stands for, itself among them. */
  readonly implied: (kindId: string) => ReadonlySet<string>;
  /** How well an occupation suits an audience, 0 to 1; by seeds, not by persons. */
  readonly audienceFit: (occupation: Occupation, audienceId: string) => number;
}

/** Weights by part of the score, from one version of the table. `connections` and `load` are subtracted. */
export type WeightTable = Readonly<Record<ScorePart, number>>;
