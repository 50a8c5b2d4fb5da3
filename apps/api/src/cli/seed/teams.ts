/**
 * Teams and shared things of the demo: units form teams, people join them, one of them signs its team up; a van and a museum are booked.
 */
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { addDays, isMinor } from '@kepu/domain';
import { TeamSignupDesk, TeamSignups } from '../../modules/activities/index.js';
import { OwnTeams, TeamKinds, Teams } from '../../modules/teams/index.js';
import { Bookings, Things } from '../../modules/things/index.js';
import type { PersonActor } from '../../platform/auth/actor.js';
import type { TestClock } from '../../platform/clock/index.js';
import { Refusal } from '../../platform/errors/refusal.js';
import type { SeededActivity } from './activities.js';
import type { MadeVolunteer } from './people.js';
import type { DemoTeams } from './shapes.js';

interface City {
  readonly app: NestFastifyApplication; readonly clock: TestClock; readonly file: DemoTeams; readonly staff: ReadonlyMap<string, PersonActor>; readonly people: readonly { readonly actor: PersonActor; readonly made: MadeVolunteer }[]; readonly open: readonly SeededActivity[];
  readonly ids: { readonly units: ReadonlyMap<string, string> }; readonly today: string;
}
/** Days ago on which they were formed. */
const FORMED = 20;
const morningOf = (day: string): Date => new Date(`${day}T09:00:00+08:00`);
const demanded = <T>(found: T | undefined, what: string): T => { if (found === undefined) throw new Error(`seeds/demo/teams.json: there is no ${what}`); return found; };

export const seedTeams = async ({ app, clock, file, staff, people, open, ids, today }: City): Promise<void> => {
  const unitOf = (key: string): string => demanded(ids.units.get(key), key);
  const office = demanded(staff.get('office@demo.kepu'), 'office');
  const kinds = new Map((await app.get(TeamKinds).list(office)).data.map(({ key, id }) => [key, id]));
  const formed = addDays(today, -FORMED);
  const taken = new Set<string>();
  clock.freeze(morningOf(formed));
  const made: { readonly id: string; readonly leader: PersonActor; readonly places: number }[] = [];
  for (const { name, kind, unit, keeper, leader, about, occupation, members, places } of file.teams) {
    const keeps = demanded(staff.get(keeper), keeper);
    const team = await app.get(Teams).create(keeps, { name, kindId: demanded(kinds.get(kind), kind), unitId: unitOf(unit), about });
    const leads = demanded(people.find((one) => one.made.email === leader), leader);
    const others = people.filter((one) => one !== leads && !taken.has(one.actor.accountId) && one.made.registeredAt.slice(0, 10) < formed && !isMinor(one.made.bornOn, today) && (occupation === null || one.made.occupation === occupation)).slice(0, members);
    for (const { actor } of [leads, ...others]) {
      taken.add(actor.accountId);
      // By the office: the people of a team come from anywhere.
      const asked = await app.get(Teams).invite(office, team.id, actor.accountId);
      await app.get(OwnTeams).accept(actor, asked.id, asked.version);
    }
    const named = await app.get(Teams).setLeader(keeps, team.id, { version: team.version, volunteerId: leads.actor.accountId });
    await app.get(Teams).activate(keeps, team.id, named.version);
    made.push({ id: team.id, leader: leads.actor, places });
  }
  clock.freeze(morningOf(today));
  const [first, second] = made;
  if (first) await comeTogether(app, first, open);
  // Where anybody may serve.
  const asking = open.flatMap(({ activity, liaison }) => (activity.flow === 'request' ? activity.shifts.flatMap(({ positions }) => positions.filter(({ requires }) => requires.occupations.length === 0).map(({ id }) => ({ id, liaison }))) : []))[0];
  if (second && asking) await app.get(TeamSignupDesk).invite(asking.liaison, asking.id, { teamId: second.id, note: null });
  await seedThings({ app, file, office, unitOf, today });
};

/** At the first position with room for all of them and where somebody may. */
const comeTogether = async (app: NestFastifyApplication, { id, leader, places }: { readonly id: string; readonly leader: PersonActor; readonly places: number }, open: readonly SeededActivity[]): Promise<void> => {
  if (places === 0) return;
  for (const position of open.filter(({ activity }) => activity.flow === 'instant').flatMap(({ activity }) => activity.shifts.flatMap((shift) => shift.positions))) {
    try {
      const found = await app.get(TeamSignups).candidates(leader, id, position.id, 'zh-CN');
      const may = found.data.filter((one) => one.may).slice(0, places).map(({ volunteerId }) => volunteerId);
      if (may.length < places || found.position.left < places) continue;
      await app.get(TeamSignups).signUp(leader, id, { positionId: position.id, volunteerIds: may, waitIfFull: false, note: null }, 'zh-CN');
      return;
    } catch (error) { if (!(error instanceof Refusal)) throw error; }
  }
};

const seedThings = async ({ app, file, office, unitOf, today }: { readonly app: NestFastifyApplication; readonly file: DemoTeams; readonly office: PersonActor; readonly unitOf: (key: string) => string; readonly today: string }): Promise<void> => {
  for (const { bookings, unit, ...thing } of file.things) {
    const shared = await app.get(Things).create(office, { unitId: unitOf(unit), ...thing, shown: true });
    for (const { unit: asker, county, place, purpose, inDays, days, parts, confirmed } of bookings) {
      const from = addDays(today, inDays);
      const asked = await app.get(Bookings).create(office, { thingId: shared.id, unitId: unitOf(asker), activityId: null, place, countyCode: county, purpose, from, to: addDays(from, days - 1), parts });
      if (confirmed) await app.get(Bookings).confirm(office, asked.id, asked.version);
    }
  }
};
