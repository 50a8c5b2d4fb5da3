/**
 * The menu of talks of the demo: some volunteers are appointed lecturers, write, and the office publishes.
 */
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { addDays } from '@kepu/domain';
import { OwnTalks, PoolsService, Talks } from '../../modules/talents/index.js';
import type { PersonActor } from '../../platform/auth/actor.js';
import type { TestClock } from '../../platform/clock/index.js';
import type { MadeVolunteer } from './people.js';
import type { DemoTalks } from './shapes.js';

interface City {
  readonly app: NestFastifyApplication; readonly clock: TestClock; readonly file: DemoTalks; readonly office: PersonActor; readonly people: readonly { readonly actor: PersonActor; readonly made: MadeVolunteer }[];
  readonly ids: { readonly pools: ReadonlyMap<string, string>; readonly terms: ReadonlyMap<string, string> }; readonly today: string;
}
/** Days ago on which they were appointed. */
const APPOINTED = 45;
const morningOf = (day: string): Date => new Date(`${day}T09:00:00+08:00`);

export const seedTalks = async ({ app, clock, file, office, people, ids, today }: City): Promise<void> => {
  clock.freeze(morningOf(addDays(today, -APPOINTED)));
  const poolId = ids.pools.get('lecturers') ?? '';
  const idOf = (key: string): string => { const id = ids.terms.get(key); if (!id) throw new Error(`seeds/demo/talks.json: there is no ${key}`); return id; };
  const lecturers = new Map<string, PersonActor>();
  const appointed = addDays(today, -APPOINTED);
  for (const { key, email, occupation } of file.lecturers) {
    // Whoever registered later cannot have been appointed then.
    const found = people.find(({ made }) => (email === null ? made.occupation === occupation && made.registeredAt.slice(0, 10) < appointed : made.email === email));
    if (!found) continue;
    const fromDay = found.made.registeredAt.slice(0, 10) < appointed ? appointed : today;
    await app.get(PoolsService).createTerm(office, { poolId, volunteerId: found.actor.accountId, fromDay, toDay: addDays(today, 500) });
    lecturers.set(key, found.actor);
  }
  clock.freeze(morningOf(today));
  for (const { lecturer, topics, audiences, ...talk } of file.talks) {
    const actor = lecturers.get(lecturer);
    if (!actor) continue;
    const own = app.get(OwnTalks);
    const made = await own.create(actor, { poolId, ...talk, mostPeople: null, needs: null, topicIds: topics.map((key) => idOf(`topic/${key}`)), audienceIds: audiences.map((key) => idOf(`audience/${key}`)) });
    const sent = await own.submit(actor, made.id, made.version);
    await app.get(Talks).publish(office, sent.id, sent.version);
  }
};
