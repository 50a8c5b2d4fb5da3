import { loadavg } from 'node:os';
import type mysql from 'mysql2/promise';
import { office } from '../api/dataset.js';
import { addPositions } from '../batches/positions.js';
import { withDemoCity } from '../demo-city.js';
import { Desk } from '../desk.js';
import type { MeasuredProcess } from '../measured-process.js';
import { median, rounded, spread, type Benchmark, type Outcome } from '../outcome.js';
import { addPeople } from '../talents/people.js';
import { sinkOf } from '../throwaway-mariadb.js';

const PEOPLE = Number(process.env['BENCH_PEOPLE'] ?? 100_000);
const POSITIONS = Number(process.env['BENCH_POSITIONS'] ?? 5_000);
/** By the index, and by the database. */
const ROUNDS = [20, 3] as const;
/** Each takes at most this part of the time that the database needs. */
const goal = { candidates_ms: 0.1, what_if_ms: 0.1, recommendation_ms: 0.25, wave_ms: 0.25 };
const today = (): string => new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);

/** What is asked, by what it is called in figures. */
type Questions = Readonly<Record<keyof typeof goal, () => Promise<unknown>>>;

async function run(say: (line: string) => void): Promise<Outcome> {
  return withDemoCity(say, async ({ connection, start }) => {
    await addPositions(connection, POSITIONS);
    say(`${PEOPLE} people are added`);
    await addPeople(sinkOf(connection), PEOPLE, today());
    await connection.query('ANALYZE TABLE volunteers, accounts, volunteer_topics, credentials, service_records, shifts, positions');
    const upcoming = "positions p JOIN shifts s ON s.id = p.shift_id JOIN activities a ON a.id = p.activity_id WHERE a.state = 'open' AND s.starts_at > UTC_TIMESTAMP()";
    const one = async (sql: string): Promise<string> => String((await connection.query<mysql.RowDataPacket[]>(sql))[0][0]?.['id']);
    const plain = await one(`SELECT p.id AS id FROM ${upcoming} AND p.credential_ids = '[]' AND p.occupations = '[]' ORDER BY p.id LIMIT 1`);
    const strict = await one(`SELECT p.id AS id FROM ${upcoming} AND p.occupations <> '[]' ORDER BY p.id LIMIT 1`);
    const kind = await one('SELECT id AS id FROM credential_kinds ORDER BY id LIMIT 1');
    await connection.query('UPDATE positions SET credential_ids = ? WHERE id = ?', [JSON.stringify([kind]), strict]);
    const lacking = await one(`SELECT p.activity_id AS id FROM ${upcoming} AND s.starts_at < UTC_TIMESTAMP() + INTERVAL 9 DAY AND p.confirmed < p.minimum GROUP BY p.activity_id ORDER BY COUNT(*), p.activity_id LIMIT 1`);

    const ask = async (server: MeasuredProcess, rounds: number): Promise<Record<keyof Questions, number>> => {
      const [desk, volunteer] = await Promise.all([Desk.at(server.url), Desk.at(server.url, { identifier: 'teacher@demo.kepu', password: office.password })]);
      const questions: Questions = {
        candidates_ms: () => desk.ask('GET', `/positions/${plain}/candidates?perPage=25`), what_if_ms: () => desk.ask('GET', `/positions/${strict}/what-if`), recommendation_ms: () => volunteer.ask('GET', '/me/recommendations?limit=20'), wave_ms: () => desk.ask('GET', `/activities/${lacking}/waves`),
      };
      const found: [string, number][] = [];
      for (const [name, question] of Object.entries(questions)) {
        await question();
        const taken: number[] = [];
        for (let round = 0; round < rounds; round += 1) {
          const began = performance.now();
          await question();
          taken.push(performance.now() - began);
        }
        say(`${name} ${spread(taken)}`);
        found.push([name, rounded(median(taken))]);
      }
      say(`server ${rounded(server.rssMb())} MB, load average ${loadavg().map(rounded).join(' ')}`);
      return Object.fromEntries(found) as Record<keyof Questions, number>;
    };
    say('by the database');
    const alternative = await ask(await start({ MATCHING_INDEX_MB: '0' }), ROUNDS[1]);
    const server = await start({ MATCHING_INDEX_MB: '256' });
    const began = performance.now();
    const indexed = async (): Promise<boolean> => {
      const text = await (await fetch(`${server.url}/metrics`)).text();
      return ['people', 'positions'].every((kind) => new RegExp(`^kepu_matching_index_${kind} `, 'm').test(text));
    };
    while (!(await indexed())) await new Promise((resolve) => setTimeout(resolve, 50));
    say(`by the index, which was there ${rounded(performance.now() - began)} ms after the start`);
    const ours = await ask(server, ROUNDS[0]);
    const ratio = Object.fromEntries(Object.keys(goal).map((name) => [name, rounded(ours[name as keyof Questions] / alternative[name as keyof Questions])])) as Record<keyof Questions, number>;
    return { name: 'matching-answers', ours, alternative, ratio, goal, met: Object.entries(goal).every(([name, most]) => ratio[name as keyof Questions] <= most) };
  });
}

export const answersBenchmark: Benchmark = { name: 'matching-answers', about: 'candidates, what-if, suggestions and the preview of a wave over the API, of 100,000 people and 5,000 positions on MariaDB; by the index, against the database', run };
