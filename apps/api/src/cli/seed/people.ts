/**
 * The volunteers of the demo city: some fixed, the others made up of the parts in `demo/volunteers.json`, the same ones at every start of the same day.
 */
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Occupation } from '@kepu/contracts';
import { addDays, identityCheckDigit } from '@kepu/domain';
import { Enrolment, RealNames } from '../../modules/volunteers/index.js';
import type { PersonActor, PublicActor } from '../../platform/auth/actor.js';
import { wholeStanding } from '../../platform/auth/standing.js';
import type { TestClock } from '../../platform/clock/index.js';
import { newId, UnitOfWork } from '../../platform/database/index.js';
import { randomOf, type Random } from './random.js';
import type { DemoAffiliations, DemoVolunteers } from './shapes.js';

/** A volunteer of the demo. `registeredAt` is an instant of the past twelve months; everybody was of age by then. */
export interface MadeVolunteer {
  readonly email: string; readonly name: string; readonly bornOn: string; readonly occupation: Occupation; readonly affiliation: string | null; readonly countyCode: string; readonly topics: readonly string[];
  readonly availability: string; readonly travelLimit: number; readonly toIslands: boolean; readonly toMountains: boolean; readonly registeredAt: string;
  readonly onBehalf: { readonly by: string; readonly note: string } | null;
}

type Group = DemoVolunteers['groups'][number];
/** Any number does; another one makes another city. */
const SEED = 20_200_527;
const YEAR_DAYS = 364;
/** Bodies of the whole city, to which people of every county belong. */
const city = '330300';

const twoDigits = (value: number): string => String(value).padStart(2, '0');
/** A birthday of somebody who is `age` at least today, so that whoever is 19 was 18 a year ago. */
const birthday = (random: Random, age: number, today: string): string => `${Number(today.slice(0, 4)) - age - 1}-${twoDigits(random.between(1, 12))}-${twoDigits(random.between(1, 28))}`;
/** Some time of the day at which people have their telephone in hand. */
const hourOf = (random: Random, day: string): string => new Date(`${day}T${twoDigits(random.between(8, 21))}:${twoDigits(random.between(0, 59))}:00+08:00`).toISOString();

/** How many people each group has: its share of all, rounded so that the sum is right. */
const sizesOf = (groups: readonly Group[], count: number): number[] => {
  const ends = groups.map((_, at) => Math.round((groups.slice(0, at + 1).reduce((sum, group) => sum + group.share, 0) * count) / 100));
  return ends.map((end, at) => end - (ends[at - 1] ?? 0));
};

/** Everybody, in the order in which they register. `taken` are names that other people of the demo bear. */
export const makeVolunteers = (file: DemoVolunteers, { affiliations }: DemoAffiliations, today: string, taken: readonly string[]): MadeVolunteer[] => {
  const random = randomOf(SEED);
  const names = new Set([...taken, ...file.fixed.map((one) => one.name)]);
  const nameOf = (): string => {
    for (;;) {
      const name = random.pick(file.surnames) + random.pick(file.givenNames);
      if (!names.has(name)) return names.add(name) && name;
    }
  };
  const placeOf = (group: Group, countyCode: string): string | null => {
    const near = affiliations.filter((one) => group.kinds.includes(one.kind) && (one.divisionCode.startsWith(countyCode) || one.divisionCode === city));
    // Most of those who could belong to a body at home do; the others to one of the city's.
    const choice = near.length > 0 && (group.units.length === 0 || random.chance(85)) ? near.map((one) => one.key) : group.units;
    return choice.length === 0 || random.chance(group.without) ? null : random.pick(choice);
  };
  const made = (group: Group) => {
    const countyCode = random.weighted(group.counties ?? file.counties).code;
    return {
      name: nameOf(), bornOn: birthday(random, random.between(...group.ages), today), occupation: group.occupation, affiliation: placeOf(group, countyCode), countyCode,
      topics: random.some(group.topics, random.between(2, 4)), availability: file.times[random.pick(group.times)] ?? '', travelLimit: random.pick(file.travelLimits), toIslands: random.chance(30),
      toMountains: random.chance(75), registeredAt: hourOf(random, addDays(today, -random.between(2, YEAR_DAYS))), onBehalf: null,
    };
  };
  const fixed = file.fixed.map(({ age, times, daysAgo, ...one }): MadeVolunteer => (
    { ...one, bornOn: birthday(random, age, today), availability: file.times[times] ?? '', registeredAt: hourOf(random, addDays(today, -daysAgo)) }));
  const others = sizesOf(file.groups, file.count - fixed.length).flatMap((size, at) => Array.from({ length: size }, () => file.groups[at]).flatMap((group) => (group ? [made(group)] : [])));
  const byTime = (a: { registeredAt: string }, b: { registeredAt: string }) => (a.registeredAt < b.registeredAt ? -1 : 1);
  return [...fixed, ...others.sort(byTime).map((one, at): MadeVolunteer => ({ email: `v${String(at + 1).padStart(3, '0')}@demo.kepu`, ...one }))].sort(byTime);
};

/** What the rows of the demo's volunteers refer to. `units` holds member units and affiliations by their keys, `terms` topics by `topic/<key>`. */
export interface PeopleIds { readonly units: ReadonlyMap<string, string>; readonly terms: ReadonlyMap<string, string> }

/** Somebody who has not given a number yet: the page that asks for it is to be seen. */
const withoutRealName: ReadonlySet<string> = new Set(['student@demo.kepu']);
/** Whether hours of theirs can be confirmed: nobody is recorded before the real name is known. */
export const hasRealName = ({ email }: Pick<MadeVolunteer, 'email'>): boolean => !withoutRealName.has(email);
/** A number with a right check digit that is nobody's: there is no division 330399 or after it. */
const nobodysNumber = (serial: number, bornOn: string): string => {
  const digits = `3303${99 - Math.floor(serial / 1000)}${bornOn.replaceAll('-', '')}${String(serial % 1000).padStart(3, '0')}`;
  return digits + identityCheckDigit(digits);
};

/** How many are written in one unit of work: one fsync for each would be most of the time. */
const AT_ONCE = 40;
const anybody: PublicActor = { kind: 'public', ip: null };

/** Writes the volunteers at the times at which they would have registered. Answers them as actors, by their addresses. */
export const seedVolunteers = async (
  app: NestFastifyApplication, clock: TestClock, people: readonly MadeVolunteer[], ids: PeopleIds, passwordHash: string, staff: ReadonlyMap<string, PersonActor>,
): Promise<ReadonlyMap<string, PersonActor>> => {
  const enrolment = app.get(Enrolment);
  const actors = new Map<string, PersonActor>();
  const idOf = (map: ReadonlyMap<string, string>, key: string): string => {
    const id = map.get(key);
    if (!id) throw new Error(`seeds/demo/volunteers.json: there is no ${key}`);
    return id;
  };
  const write = async ({ affiliation, topics, registeredAt, onBehalf, ...person }: MadeVolunteer): Promise<void> => {
    clock.freeze(new Date(registeredAt));
    const by = onBehalf && staff.get(onBehalf.by);
    if (onBehalf && !by) throw new Error(`seeds/demo/volunteers.json: nobody has the address ${onBehalf.by}`);
    const accountId = await enrolment.enrol(
      by ?? anybody, { ...person, unitId: affiliation === null ? null : idOf(ids.units, affiliation), topicIds: topics.map((key) => idOf(ids.terms, `topic/${key}`)) },
      { passwordHash, mustChangePassword: onBehalf !== null, onBehalf: onBehalf && by ? { by: by.accountId, note: onBehalf.note } : null });
    const actor: PersonActor = {
      kind: 'person', accountId, name: person.name, sessionId: newId(), mustChangePassword: false, sessionExpiresAt: new Date(), grants: [], permissions: new Set(), ip: null, standing: wholeStanding,
    };
    actors.set(person.email, actor);
    if (hasRealName(person)) await app.get(RealNames).record(actor, accountId, nobodysNumber(actors.size, person.bornOn));
  };
  for (let at = 0; at < people.length; at += AT_ONCE) {
    await app.get(UnitOfWork).run(async () => { for (const person of people.slice(at, at + AT_ONCE)) await write(person); }, { unitMs: 60_000 });
  }
  return actors;
};
