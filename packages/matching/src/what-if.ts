import { isEligible } from './blocks.js';
import type { MatchingContext, PositionFacts, VolunteerFacts } from './facts.js';

/** What could be asked otherwise. `kindId` of a certificate; `day` of another day of the same week, at the same hours. */
export type Change =
  | { readonly code: 'without_credential'; readonly kindId: string } | { readonly code: 'without_credentials' } | { readonly code: 'credentials_seen' }
  | { readonly code: 'without_pools' } | { readonly code: 'any_occupation' } | { readonly code: 'any_age' } | { readonly code: 'with_minors' } | { readonly code: 'on_day'; readonly day: string };

/** How many may have the position, and how many of them said that they are free then. */
export interface Supply { readonly may: number; readonly free: number }
/** What a change would bring. */
export interface WhatIf extends Supply { readonly change: Change }

const DAY_MS = 86_400_000;
const PARTS_A_DAY = 3;
const PARTS_A_WEEK = 21;
const SATURDAY = 5;
const SUNDAY = 6;
/** More than this is a list nobody reads. */
const MOST = 4;

/** Monday is 0. */
const weekdayOf = (day: string): number => (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
const dayAfter = (day: string, days: number): string => new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
const later = (instant: string, days: number): string => new Date(Date.parse(instant) + days * DAY_MS).toISOString();

/** The same hours so many days later or earlier. */
const moved = (position: PositionFacts, days: number): PositionFacts => ({
  ...position, startsAt: later(position.startsAt, days), endsAt: later(position.endsAt, days), day: dayAfter(position.day, days),
  weekParts: position.weekParts.map((part) => (part + days * PARTS_A_DAY + PARTS_A_WEEK) % PARTS_A_WEEK),
});

/** With personal features switched off, nobody looks at a person's hours, not even to count. */
const free = ({ availability, personal }: VolunteerFacts, { weekParts }: PositionFacts): boolean => personal && weekParts.length > 0 && weekParts.every((part) => availability[part] === '1');

/** Counts who may have a position as it would be, and who of them is free then. `handedIn`: a certificate that was handed in counts as if somebody had looked at it. */
export type SupplyOf = (as: PositionFacts, handedIn: boolean) => Supply | Promise<Supply>;

const seen = (person: VolunteerFacts): VolunteerFacts => (person.credentials.every((one) => one.seen) ? person : { ...person, credentials: person.credentials.map((one) => ({ ...one, seen: true })) });

/** Counts in a list of people: everybody is looked at, each by the same rules that stand behind sign-ups. `VolunteerIndex.supply` answers the same. */
export const supplyAmong = (people: readonly VolunteerFacts[], context: MatchingContext) => (as: PositionFacts, handedIn: boolean): Supply => {
  const able = people.map((person) => (handedIn ? seen(person) : person)).filter((person) => isEligible(person, as, context));
  return { may: able.length, free: able.filter((person) => free(person, as)).length };
};

/** What a unit can ask otherwise of this position, each with the position as it would be. */
function changesOf(position: PositionFacts, { now }: MatchingContext): { change: Change; as: PositionFacts }[] {
  const { credentialIds, poolIds, occupations, minAge, minors, dangerous, day } = position;
  const weekday = weekdayOf(day);
  const days = [SATURDAY, SUNDAY].filter((other) => other !== weekday).map((other) => moved(position, other - weekday)).filter(({ startsAt }) => Date.parse(startsAt) > Date.parse(now));
  return [
    ...credentialIds.map((kindId) => ({ change: { code: 'without_credential', kindId } as const, as: { ...position, credentialIds: credentialIds.filter((one) => one !== kindId) } })),
    ...(credentialIds.length > 1 ? [{ change: { code: 'without_credentials' } as const, as: { ...position, credentialIds: [] } }] : []),
    ...(credentialIds.length > 0 ? [{ change: { code: 'credentials_seen' } as const, as: position }] : []),
    ...(poolIds.length > 0 ? [{ change: { code: 'without_pools' } as const, as: { ...position, poolIds: [] } }] : []),
    ...(occupations.length > 0 ? [{ change: { code: 'any_occupation' } as const, as: { ...position, occupations: [] } }] : []),
    ...(minAge !== null ? [{ change: { code: 'any_age' } as const, as: { ...position, minAge: null } }] : []),
    ...(!minors && !dangerous ? [{ change: { code: 'with_minors' } as const, as: { ...position, minors: true } }] : []),
    ...days.map((as) => ({ change: { code: 'on_day', day: as.day } as const, as })),
  ];
}

/**
 * How many could have a position now, and what each single change would bring, counted and not guessed: the best four that bring anybody, most first. A change of the
 * requirements is worth the people who may then; another day is worth those who are free then, for whoever may come on a day of work may come on Saturday too.
 *
 * @param supply asked once for the position as it is, and once for each change, one after the other
 */
export async function whatIf(position: PositionFacts, supply: SupplyOf, context: MatchingContext): Promise<{ now: Supply; changes: WhatIf[] }> {
  const now = await supply(position, false);
  const gain = ({ change, may, free: ready }: WhatIf): number => (change.code === 'on_day' ? ready - now.free : may - now.may);
  const tried: WhatIf[] = [];
  for (const { change, as } of changesOf(position, context)) tried.push({ change, ...(await supply(as, change.code === 'credentials_seen')) });
  return { now, changes: tried.filter((one) => gain(one) > 0).sort((a, b) => gain(b) - gain(a)).slice(0, MOST) };
}
