/**
 * Who serves in the demo city: people sign up near where they live, units choose among them, most come, some do not, and the hours are confirmed. All through
 * the services, with the demo's clock at the time at which it would have happened. What a rule refuses does not happen here either.
 */
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Activity, MySignup, Shift } from '@kepu/contracts';
import { AttendanceService, SignupDecisions, SignupRequests } from '../../modules/activities/index.js';
import { HoursService } from '../../modules/records/index.js';
import type { PersonActor } from '../../platform/auth/actor.js';
import type { TestClock } from '../../platform/clock/index.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { Refusal } from '../../platform/errors/refusal.js';
import type { SeededActivity } from './activities.js';
import { hasRealName, type MadeVolunteer } from './people.js';
import { randomOf, type Random } from './random.js';

/** What is needed to let people serve. `volunteers` with what they were made of; those with an account that everybody knows come first. */
export interface ServiceCity {
  readonly app: NestFastifyApplication; readonly clock: TestClock; readonly now: Date; readonly volunteers: readonly { readonly actor: PersonActor; readonly made: MadeVolunteer }[];
}
type Volunteer = ServiceCity['volunteers'][number];

const SEED = 20_260_317;
const [HOUR_MS, MINUTE_MS] = [3_600_000, 60_000] as const;
/** In a hundred: who comes, who signs out, who is there in working hours; who comes from another county. */
const [COMES, LEAVES_SIGNED, ON_DUTY, FROM_AFAR] = [92, 80, 12, 20] as const;
/** Accounts that visitors sign in with come now and then, wherever it is, so that their pages are not empty. */
const WELL_KNOWN = 8;
const isWellKnown = ({ made }: Volunteer): boolean => !/^v\d+@/.test(made.email);

/** Lets people sign up for what is to come. */
export const signUp = async (city: ServiceCity, open: readonly SeededActivity[]): Promise<void> => {
  const random = randomOf(SEED);
  for (const { activity, liaison, made } of open) {
    const at = Math.min(Date.parse(activity.publishedAt ?? '') + random.between(2, 60) * HOUR_MS, city.now.getTime() - MINUTE_MS);
    await city.app.get(UnitOfWork).run(() => fill(city, random, activity, liaison, made.taken, new Date(at), 70));
  }
};

/** Lets people serve in what is over: those whose hours can be confirmed, whoever is drawn on the day on which the demo begins. */
export const serve = async (everybody: ServiceCity, past: readonly SeededActivity[]): Promise<void> => {
  const random = randomOf(SEED + 1);
  const city = { ...everybody, volunteers: everybody.volunteers.filter(({ made }) => hasRealName(made)) };
  for (const { activity, liaison, made } of past) {
    const first = Math.min(...activity.shifts.map((shift) => Date.parse(shift.startsAt)));
    const signups = await city.app.get(UnitOfWork).run(() => fill(city, random, activity, liaison, Math.max(made.taken, 60), new Date(Math.max(Date.parse(activity.publishedAt ?? '') + HOUR_MS, first - 40 * HOUR_MS)), 100));
    for (const shift of activity.shifts) await city.app.get(UnitOfWork).run(() => hold(city, random, shift, liaison, signups.filter((signup) => signup.shift.id === shift.id)));
  }
};

/** Signs people up for each position, and lets the unit confirm `decided` in a hundred. Answers those who have a place. */
const fill = async (city: ServiceCity, random: Random, activity: Activity, liaison: PersonActor, taken: number, at: Date, decided: number): Promise<MySignup[]> => {
  const { app, clock } = city;
  const confirmed: MySignup[] = [];
  const near = nearby(city, random, activity, at);
  for (const position of activity.shifts.flatMap((shift) => shift.positions)) {
    const wanted = Math.round((position.maximum * taken) / 100 + (random.chance(30) ? 1 : 0));
    let signedUp = 0;
    for (const volunteer of near) {
      if (signedUp >= wanted) break;
      if (position.requires.occupations.length > 0 && !position.requires.occupations.includes(volunteer.made.occupation)) continue;
      clock.freeze(at);
      const signup = await allowed(() => app.get(SignupRequests).create(volunteer.actor, position.id, { waitIfFull: true, onDuty: random.chance(ON_DUTY), note: null }));
      if (!signup) continue;
      signedUp += 1;
      clock.freeze(new Date(Math.min(at.getTime() + 3 * HOUR_MS, city.now.getTime())));
      const has = signup.state === 'confirmed' || (signup.state === 'requested' && random.chance(decided) && (await allowed(() => app.get(SignupDecisions).confirm(liaison, signup.id, signup.version))) !== null);
      if (has) confirmed.push(signup);
    }
  }
  return confirmed;
};

/** Who may think of it: mostly people of the county, in an order of their own, who were registered by then. */
const nearby = ({ volunteers }: ServiceCity, random: Random, activity: Activity, at: Date): Volunteer[] => {
  const known = volunteers.filter(({ made }) => Date.parse(made.registeredAt) < at.getTime());
  const first = known.filter((one) => isWellKnown(one) && random.chance(WELL_KNOWN));
  const home = known.filter((one) => one.made.countyCode === activity.county.code && !isWellKnown(one));
  const afar = known.filter((one) => one.made.countyCode !== activity.county.code && !isWellKnown(one) && random.chance(FROM_AFAR));
  return [...first, ...mixed(random, home), ...mixed(random, afar)];
};
const mixed = (random: Random, all: readonly Volunteer[]): Volunteer[] => all.map((one) => ({ one, place: random.between(0, 1_000_000) })).sort((a, b) => a.place - b.place).map(({ one }) => one);

/** The day itself, and the evening after it. */
const hold = async ({ app, clock, now }: ServiceCity, random: Random, shift: Shift, liaison: PersonActor, signups: readonly MySignup[]): Promise<void> => {
  if (signups.length === 0) return;
  const [begins, ends] = [Date.parse(shift.startsAt), Date.parse(shift.endsAt)];
  const there = signups.filter(() => random.chance(COMES));
  const marks = (ids: readonly MySignup[], mark: 'present' | 'absent' | 'left') => ids.map(({ id }) => ({ signupId: id, mark }));
  clock.freeze(new Date(begins + 5 * MINUTE_MS));
  await app.get(AttendanceService).mark(liaison, shift.id, { marks: [...marks(there, 'present'), ...marks(signups.filter((one) => !there.includes(one)), 'absent')] });
  const leaving = there.filter(() => random.chance(LEAVES_SIGNED));
  clock.freeze(new Date(Math.min(ends + 5 * MINUTE_MS, now.getTime())));
  if (leaving.length > 0) await app.get(AttendanceService).mark(liaison, shift.id, { marks: marks(leaving, 'left') });
  clock.freeze(new Date(Math.min(ends + 2 * HOUR_MS, now.getTime())));
  if (there.length > 0) await app.get(HoursService).confirm(liaison, shift.id, { rows: there.map(({ id }) => ({ signupId: id })) });
};

const allowed = async <T>(deed: () => Promise<T>): Promise<T | null> => {
  try {
    return await deed();
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
};
