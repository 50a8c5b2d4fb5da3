import type { Block, BlockCode } from '@kepu/contracts';
import type { CredentialFact, Held, MatchingContext, MembershipFact, PositionFacts, VolunteerFacts } from './facts.js';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
const SHANGHAI_MS = 8 * 60 * MINUTE_MS;
/** Places of one day may add up to eight hours; a single longer shift is the organiser's word, and no block. */
export const MOST_MINUTES_A_DAY = 8 * 60;
/** Between the last service of one day and the first of another. */
export const REST_MINUTES = 11 * 60;
/** A place that is over is still looked at until nothing that begins then can be too near to it, in milliseconds. */
export const HELD_AFTER_MS = REST_MINUTES * MINUTE_MS;

type Params = Block['params'];
/** What stands in the way, with what its sentence needs; null where nothing does. */
type Rule = (volunteer: VolunteerFacts, position: PositionFacts, context: MatchingContext) => Params | null;

/** The beginning of a day in Shanghai, in milliseconds. */
export const dayStart = (day: string): number => Date.parse(`${day}T00:00:00.000+08:00`);

/** Minutes from the end of one to the beginning of the other; negative where they overlap. */
function gapBetween(a: Pick<Held, 'startsAt' | 'endsAt'>, b: Pick<Held, 'startsAt' | 'endsAt'>): number {
  return Math.max(Date.parse(a.startsAt) - Date.parse(b.endsAt), Date.parse(b.startsAt) - Date.parse(a.endsAt)) / MINUTE_MS;
}

/** The civil date of an instant in Shanghai. */
const shanghaiDay = (instant: string): string => new Date(Date.parse(instant) + SHANGHAI_MS).toISOString().slice(0, 10);
/** Of one service. */
export const minutesOf = ({ startsAt, endsAt }: Pick<Held, 'startsAt' | 'endsAt'>): number => (Date.parse(endsAt) - Date.parse(startsAt)) / MINUTE_MS;

/** The earliest, so that the one that is named does not hang on the order of the input. */
const earliest = (held: readonly Held[]): Held =>
  held.reduce((a, b) => (Date.parse(b.startsAt) - Date.parse(a.startsAt) || (b.activityTitle < a.activityTitle ? -1 : 1)) < 0 ? b : a);

function minutesOn(day: string, { startsAt, endsAt }: Pick<Held, 'startsAt' | 'endsAt'>): number {
  const from = dayStart(day);
  return Math.max(0, Math.min(Date.parse(endsAt), from + DAY_MS) - Math.max(Date.parse(startsAt), from)) / MINUTE_MS;
}

const overlap: Rule = ({ held }, position) => {
  const clashes = held.filter((place) => gapBetween(place, position) < 0);
  return clashes.length === 0 ? null : { title: earliest(clashes).activityTitle };
};

const travelBetween: Rule = ({ held }, position, { travel }) => {
  const late = held.filter((place) => {
    const gap = gapBetween(place, position);
    return gap >= 0 && gap < (travel(place.countyCode, position.countyCode) ?? 0);
  });
  if (late.length === 0) return null;
  const place = earliest(late);
  return { title: place.activityTitle, minutes: travel(place.countyCode, position.countyCode) ?? 0 };
};

const tooManyHours: Rule = ({ held }, position) => {
  if (held.length === 0) return null;
  const before = held.reduce((sum, place) => sum + minutesOn(position.day, place), 0);
  const total = before + minutesOn(position.day, position);
  return before > 0 && total > MOST_MINUTES_A_DAY ? { hours: Math.round(total / 6) / 10 } : null;
};

/** Between services of different days lies a night. `hours`: how many there would be. */
const rest: Rule = ({ held }, position) => {
  const near = held.filter((place) => {
    const gap = gapBetween(place, position);
    return gap >= 0 && gap < REST_MINUTES && shanghaiDay(place.startsAt) !== position.day;
  });
  if (near.length === 0) return null;
  const place = earliest(near);
  // Never rounded up to the night that it is not.
  return { title: place.activityTitle, hours: Math.floor(gapBetween(place, position) / 6) / 10 };
};

/** Minutes that somebody still gives in a month, `YYYY-MM`: what they set less what they hold in it, and less what they served if it is now; null where they set none. */
export function minutesLeftIn(month: string, { monthlyHours: most, monthMinutes, held }: VolunteerFacts, now: string): number | null {
  if (most === null) return null;
  const inMonth = (instant: string): boolean => shanghaiDay(instant).slice(0, 7) === month;
  // What is over counts once its hours are confirmed.
  return most * 60 - held.filter(({ startsAt, endsAt }) => inMonth(startsAt) && Date.parse(endsAt) > Date.parse(now)).reduce((sum, place) => sum + minutesOf(place), inMonth(now) ? monthMinutes : 0);
}

/** `hours`: what the person set. */
const monthlyHours: Rule = (volunteer, position, { now }) => {
  const left = minutesLeftIn(position.day.slice(0, 7), volunteer, now);
  return left !== null && minutesOf(position) > left ? { hours: volunteer.monthlyHours ?? 0 } : null;
};

const tooFar: Rule = ({ countyCode, travelLimit }, position, { travel }) => {
  const minutes = travel(countyCode, position.countyCode);
  return minutes !== null && minutes > travelLimit ? { minutes, limit: travelLimit } : null;
};

const overGround = (kind: 'island' | 'mountain', willing: 'toIslands' | 'toMountains'): Rule => (volunteer, position, { terrain }) => {
  if (!position[kind] || volunteer[willing]) return null;
  return position.countyCode === volunteer.countyCode && terrain(volunteer.countyCode)[kind] ? null : {};
};

/** Whether a certificate or a membership covers a day. */
const covers = ({ fromDay, toDay }: CredentialFact | MembershipFact, day: string): boolean => fromDay <= day && (toDay === null || toDay >= day);
/** What is wrong with a kind that is demanded: nobody has seen it yet, it is over on that day, or it is not there at all; null where it is held. Days are civil dates. */
export type CredentialGap = { readonly kind: 'missing' | 'unconfirmed' } | { readonly kind: 'expired'; readonly day: string } | null;

/** Whether somebody's certificates hold one of a kind on a day, its own or one that stands for it. */
export const credentialGap = (kindId: string, credentials: readonly CredentialFact[], day: string, implied: MatchingContext['implied']): CredentialGap => {
  const apt = credentials.filter((one) => implied(one.kindId).has(kindId));
  if (apt.some((one) => one.seen && covers(one, day))) return null;
  if (apt.some((one) => covers(one, day))) return { kind: 'unconfirmed' };
  const ended = apt.flatMap(({ seen, toDay }) => (seen && toDay !== null && toDay < day ? [toDay] : [])).sort();
  return ended.length > 0 ? { kind: 'expired', day: ended[ended.length - 1] ?? '' } : { kind: 'missing' };
};
/** `kinds` are ids, joined by commas, of those that lack in the same way; of expired ones `day` is the earliest last day. */
const credentialLacks = (kind: NonNullable<CredentialGap>['kind']): Rule => (volunteer, position, context): Params | null => {
  const gaps = position.credentialIds.flatMap((kindId) => {
    const gap = credentialGap(kindId, volunteer.credentials, position.day, context.implied);
    return gap?.kind === kind ? [{ kindId, day: gap.kind === 'expired' ? gap.day : '' }] : [];
  });
  if (gaps.length === 0) return null;
  const kinds = gaps.map(({ kindId }) => kindId).join(',');
  return kind === 'expired' ? { kinds, day: gaps.map(({ day }) => day).sort()[0] ?? '' } : { kinds };
};

/** Whether somebody is in one of some pools on a day; anybody is where none is named. */
export const isMember = (poolIds: readonly string[], memberships: readonly MembershipFact[], day: string): boolean => poolIds.length === 0 || memberships.some((one) => poolIds.includes(one.poolId) && covers(one, day));
/** `pools` are ids, joined by commas, any of which would do. */
const pool: Rule = ({ memberships }, { poolIds, day }) => (isMember(poolIds, memberships, day) ? null : { pools: poolIds.join(',') });

/** What holds for minors, by the age on the day of service; nothing of it for adults. */
const ofMinors = (rule: (age: number, ...given: Parameters<Rule>) => Params | null): Rule => (volunteer, position, context) => {
  const age = context.ageOn(volunteer.bornOn, position.day);
  return age < context.adultAge ? rule(age, volunteer, position, context) : null;
};

const minorHours = ofMinors((age, { held }, position, { minorBand }) => {
  const most = minorBand(age)?.mostMinutes;
  return most !== undefined && held.reduce((sum, place) => sum + minutesOn(position.day, place), minutesOn(position.day, position)) > most ? { minutes: most } : null;
});

const minorLate = ofMinors((age, _, { day, endsAt }, { minorBand }) => {
  const hour = minorBand(age)?.latestHour;
  return hour !== undefined && Date.parse(endsAt) > dayStart(day) + hour * 60 * MINUTE_MS ? { hour } : null;
});

/** In the order in which they are told: what nothing helps against first, then what the person can change. An index asks single ones, to make tables of their answers. */
export const rules: Readonly<Record<BlockCode, Rule>> = {
  not_open: (_, { open }) => (open ? null : {}),
  started: (_, { startsAt }, { now }) => (Date.parse(startsAt) <= Date.parse(now) ? {} : null),
  frozen: ({ frozen }) => (frozen ? {} : null),
  minor_danger: ofMinors((_, __, { dangerous }) => (dangerous ? {} : null)),
  minor_not_taken: ofMinors((_, __, { dangerous, minors }) => (dangerous || minors ? null : {})),
  minor_too_young: ofMinors((age, _, __, { minorBand }) => (minorBand(age) ? null : {})),
  minor_no_guardian: ofMinors((_, { guarded }) => (guarded ? null : {})),
  minor_hours: minorHours,
  minor_late: minorLate,
  age: ({ bornOn }, { minAge, day }, { ageOn }) => (minAge !== null && ageOn(bornOn, day) < minAge ? { age: minAge } : null),
  occupation: ({ occupation }, { occupations }) => (occupations.length > 0 && !occupations.includes(occupation) ? { occupations: occupations.join(',') } : null),
  credential_missing: credentialLacks('missing'),
  credential_unconfirmed: credentialLacks('unconfirmed'),
  credential_expired: credentialLacks('expired'),
  pool,
  paused: ({ pausedUntil }, { day }) => (pausedUntil !== null && day <= pausedUntil ? { day: pausedUntil } : null),
  absent: ({ absences }, { day }) => {
    const away = absences.find(({ from, to }) => from <= day && day <= to);
    return away ? { day: away.to } : null;
  },
  overlap,
  travel_between: travelBetween,
  too_many_hours: tooManyHours,
  rest,
  monthly_hours: monthlyHours,
  island: overGround('island', 'toIslands'),
  mountain: overGround('mountain', 'toMountains'),
  too_far: tooFar,
};

/** The rules that look at nobody but minors. */
export const minorRules = ['minor_danger', 'minor_not_taken', 'minor_too_young', 'minor_no_guardian', 'minor_hours', 'minor_late'] as const satisfies readonly BlockCode[];
/** The rules that look at places held, beside those for minors. */
const placeRules = ['overlap', 'travel_between', 'too_many_hours', 'rest', 'monthly_hours'] as const satisfies readonly BlockCode[];

const codes = Object.keys(rules) as BlockCode[];

/**
 * Why a person cannot have a position: empty for who may. The same rules stand behind suggestions, candidates, sign-up and confirmation.
 * `occupations` and `kinds` of a block are codes and ids, joined by commas; a travel time that nobody knows blocks nothing. `pools` likewise.
 */
export function blocksOf(volunteer: VolunteerFacts, position: PositionFacts, context: MatchingContext): Block[] {
  return codes.flatMap((code) => {
    const params = rules[code](volunteer, position, context);
    return params ? [{ code, params }] : [];
  });
}

/** Whether no place that they hold stands in the way. */
export function standsFree(volunteer: VolunteerFacts, position: PositionFacts, context: MatchingContext): boolean {
  return placeRules.every((code) => rules[code](volunteer, position, context) === null);
}

/** Whether nothing stands in the way: `blocksOf`, stopped at the first. */
export function isEligible(volunteer: VolunteerFacts, position: PositionFacts, context: MatchingContext): boolean {
  return codes.every((code) => rules[code](volunteer, position, context) === null);
}
