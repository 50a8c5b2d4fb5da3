import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { blocksOf, rankVolunteers, reasonsOf, score, type PositionFacts, type RankedVolunteer, type VolunteerFacts } from '@kepu/matching';
import type { PositionDirectory } from '../../../apps/api/src/modules/activities/index.js';
import type { MatchingContexts } from '../../../apps/api/src/modules/matching/matching-contexts.js';
import type { MatchingWeightsService } from '../../../apps/api/src/modules/matching/index.js';
import type { VolunteersFacts } from '../../../apps/api/src/modules/matching/volunteers-facts.js';
import type { VolunteerDirectory } from '../../../apps/api/src/modules/volunteers/index.js';
import type { Application } from '../../../apps/api/src/server.js';
import type { AppConfig } from '../../../apps/api/src/platform/config/config.js';

/**
 * Candidates as they are written first: person by person. Each is read with statements of their own, by the same services on the same connection, scored
 * with everything that a page shows, and all of them are sorted. Nobody signs in, nobody's reach is looked at, and nothing is said in words.
 */
const root = path.resolve(import.meta.dirname, '../../../..');
const built = <T>(file: string): Promise<T> => import(pathToFileURL(path.join(root, 'apps/api/dist', file)).href) as Promise<T>;
type Token<T> = abstract new (...given: never[]) => T;

const { buildApplication } = await built<{ buildApplication(config: AppConfig): Promise<Application> }>('server.js');
const { readConfig } = await built<{ readConfig(env: NodeJS.ProcessEnv): AppConfig }>('platform/config/config.js');
const tokens = {
  facts: (await built<{ VolunteersFacts: Token<VolunteersFacts> }>('modules/matching/volunteers-facts.js')).VolunteersFacts,
  contexts: (await built<{ MatchingContexts: Token<MatchingContexts> }>('modules/matching/matching-contexts.js')).MatchingContexts,
  weights: (await built<{ MatchingWeightsService: Token<MatchingWeightsService> }>('modules/matching/index.js')).MatchingWeightsService,
  positions: (await built<{ PositionDirectory: Token<PositionDirectory> }>('modules/activities/index.js')).PositionDirectory,
  volunteers: (await built<{ VolunteerDirectory: Token<VolunteerDirectory> }>('modules/volunteers/index.js')).VolunteerDirectory,
};

const config = readConfig(process.env);
const { app, fastify } = await buildApplication(config);
const get = <T>(token: Token<T>): T => app.get(token, { strict: false });
const [facts, contexts, weightsOf, positions, volunteers] = [get(tokens.facts), get(tokens.contexts), get(tokens.weights), get(tokens.positions), get(tokens.volunteers)];

const grounds = async (id: string) => {
  const [[position], { weights }, { context }] = await Promise.all([positions.facts({ ids: [id] }), weightsOf.current(), contexts.open()]);
  if (!position) throw new Error(`There is no position ${id}`);
  return { position, weights, context };
};
type Grounds = Awaited<ReturnType<typeof grounds>>;
const byScore = (a: RankedVolunteer, b: RankedVolunteer): number => b.score - a.score || (a.volunteer.id < b.volunteer.id ? -1 : 1);
/** Everybody with all that is to be said of them, then the best. */
const all = (people: readonly VolunteerFacts[], { position, weights, context }: Grounds) => people.filter((person) => blocksOf(person, position, context).length === 0)
  .map((volunteer) => { const scored = score(volunteer, position, weights, context); return { volunteer, ...scored, ...reasonsOf(scored.parts) }; }).sort(byScore);

interface Asked { readonly params: { readonly id: string }; readonly query: { readonly perPage?: string } }
fastify.get('/one-by-one/:id', async (request) => {
  const { params: { id }, query } = request as unknown as Asked;
  const ground = await grounds(id);
  const people: VolunteerFacts[] = [];
  for (const one of await volunteers.facts('all')) people.push(...(await facts.of([one.id])));
  const ranked = all(people, ground);
  const data = [];
  for (const { volunteer, ...rest } of ranked.slice(0, Number(query.perPage))) data.push({ volunteer: (await volunteers.briefs([volunteer.id])).get(volunteer.id), score: rest.score, parts: rest.parts, reasons: rest.reasons });
  return { data, total: ranked.length };
});
let everybody: Promise<VolunteerFacts[]> | null = null;
/** The ranking alone, without any reading: milliseconds of ours and of the other. */
fastify.get('/ranking/:id', async (request) => {
  const { params: { id }, query } = request as unknown as Asked;
  const ground = await grounds(id);
  everybody ??= volunteers.facts('all').then((people) => facts.of(people.map((person) => person.id)));
  const people = await everybody;
  const timed = (rank: () => unknown): number => {
    const began = performance.now();
    rank();
    return performance.now() - began;
  };
  const place: PositionFacts = ground.position;
  return { oursMs: timed(() => rankVolunteers(place, people, ground.weights, ground.context, Number(query.perPage))), allMs: timed(() => all(people, ground)), people: people.length };
});
await app.init();
await app.listen(config.port, '127.0.0.1');
process.once('SIGTERM', () => void app.close().then(() => process.exit(0)));
