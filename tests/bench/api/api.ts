import { mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import path from 'node:path';
import { load, type Stretch } from '../load.js';
import { leaveServersCore, MeasuredProcess, pinned, type Started } from '../measured-process.js';
import { median, meets, rounded, spread, type Benchmark, type Figures, type Outcome } from '../outcome.js';
import { apiEntry, makeDataset, office, root, sqliteAdapter, type Dataset } from './dataset.js';
import { operations, requestsOf, type Operation } from './requests.js';

const number = (name: string, fallback: number): number => Number(process.env[name] ?? fallback);
const ROUNDS = number('BENCH_ROUNDS', 5);
const SECONDS = number('BENCH_SECONDS', 3);
const WARM_SECONDS = number('BENCH_WARM_SECONDS', 4);

const goal = { list_rps: 0.6, one_rps: 0.5, create_rps: 0.7, cold_ms: 2, rss_mb: 1.6 };

/** One of the two servers: how it is started, and under which path and headers it is asked. */
interface Side { readonly name: string; readonly started: Started; readonly prefix: string; headers: Record<string, string> }

const sidesOf = (folder: string, { ours, baseline }: Dataset): [Side, Side] => [
  // As it runs in production: log on, keys of its own, secure cookie. The people are the demo's, with one proof and an old password.
  { name: 'ours', prefix: '/api/v1', headers: {}, started: {
    entry: apiEntry, cwd: root, log: path.join(folder, 'ours.log'), nodeArgs: process.env['BENCH_PROFILE'] ? ['--cpu-prof', `--cpu-prof-dir=${process.env['BENCH_PROFILE']}`] : [],
    env: { NODE_ENV: 'production', DATA_DIR: ours, KEYRING_FILE: path.join(ours, 'keyring.json'), PUBLIC_URL: 'https://kepu.test', SECOND_FACTOR: 'choice', PASSWORD_MAX_DAYS: '0' } } },
  { name: 'baseline', prefix: '', headers: {}, started: {
    entry: path.join(import.meta.dirname, '../baseline/main.js'), cwd: root, log: path.join(folder, 'baseline.log'),
    env: { NODE_ENV: 'production', DATABASE_FILE: baseline, SQLITE_ADAPTER: sqliteAdapter } } },
];

const signIn = async (url: string): Promise<string> => {
  const answer = await fetch(`${url}/api/v1/session`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(office) });
  if (!answer.ok) throw new Error(`Signing in: ${answer.status} ${await answer.text()}`);
  return answer.headers.getSetCookie().map((line) => line.split(';')[0]).join('; ');
};

const start = (side: Side, path: string) => MeasuredProcess.start(side.started, side.prefix + path, side.headers);

/** Starts each side by turns, to the first page of a list. */
async function coldStarts(sides: readonly Side[], say: (line: string) => void): Promise<number[][]> {
  const samples: number[][] = sides.map(() => []);
  for (let round = 0; round < ROUNDS; round++) {
    for (const [index, side] of sides.entries()) {
      const { server, coldMs } = await start(side, '/units?kind=school&divisionCode=330302&sort=name&page=1&perPage=25');
      samples[index]?.push(coldMs);
      await server.stop();
    }
  }
  for (const [index, side] of sides.entries()) say(`cold start ${side.name}: ${spread(samples[index] ?? [])} ms`);
  return samples;
}

/** Loads the two by turns, one at a time; answers their stretches in pairs. */
async function stretches(operation: Operation, sides: readonly Side[], servers: readonly MeasuredProcess[], data: Dataset, say: (line: string) => void): Promise<Stretch[][]> {
  const found: Stretch[][] = sides.map(() => []);
  for (let round = -1; round < ROUNDS; round++) {
    for (const [index, side] of sides.entries()) {
      const server = servers[index];
      if (!server) continue;
      const stretch = await load(server, round < 0 ? WARM_SECONDS : SECONDS, requestsOf(operation, side.prefix, data), side.headers);
      if (round >= 0) found[index]?.push(stretch);
    }
  }
  for (const [index, side] of sides.entries()) {
    const all = found[index] ?? [];
    say(`${operation} ${side.name}: ${spread(all.map(({ rps }) => rps))} req/s, p99 ${spread(all.map(({ p99Ms }) => p99Ms))} ms, ${spread(all.map(({ cpuUs }) => cpuUs))} µs of processor`);
  }
  return found;
}

/** Ratios of neighbours: what else the machine does falls on both alike. */
const ratios = (ours: readonly number[], theirs: readonly number[]): number[] => ours.map((value, index) => value / (theirs[index] ?? NaN));

async function run(say: (line: string) => void): Promise<Outcome> {
  const folder = mkdtempSync(path.join(tmpdir(), 'kepu-bench-'));
  const servers: MeasuredProcess[] = [];
  try {
    leaveServersCore();
    say(`${pinned ? 'servers on one core, load on another' : 'no taskset or one core: servers and load share what there is'}; load average ${loadavg().map(rounded).join(' ')}`);
    const data = await makeDataset(folder);
    const sides = sidesOf(folder, data);
    const first = await start(sides[0], '/health/ready');
    sides[0].headers = { cookie: await signIn(first.server.url) };
    await first.server.stop();

    const columns: Record<string, [number[], number[]]> = {};
    const keep = (key: string, pair: number[][]): void => { columns[key] = [pair[0] ?? [], pair[1] ?? []]; };
    keep('cold_ms', await coldStarts(sides, say));
    for (const side of sides) servers.push((await start(side, '/units?kind=school&divisionCode=330302&sort=name&page=1&perPage=25')).server);
    for (const operation of operations) {
      const pairs = await stretches(operation, sides, servers, data, say);
      keep(`${operation}_rps`, pairs.map((all) => all.map(({ rps }) => rps)));
      keep(`${operation}_p99_ms`, pairs.map((all) => all.map(({ p99Ms }) => p99Ms)));
      keep(`${operation}_cpu_us`, pairs.map((all) => all.map(({ cpuUs }) => cpuUs)));
    }
    keep('rss_mb', servers.map((server) => [server.rssMb()]));
    say(`load average ${loadavg().map(rounded).join(' ')}`);
    return outcomeOf(columns, say);
  } finally {
    for (const server of servers) await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

function outcomeOf(columns: Readonly<Record<string, [number[], number[]]>>, say: (line: string) => void): Outcome {
  const figures = (of: (pair: [number[], number[]]) => number): Figures =>
    Object.fromEntries(Object.entries(columns).map(([key, pair]) => [key, rounded(of(pair))]));
  for (const [key, pair] of Object.entries(columns)) say(`ratio ${key}: ${spread(ratios(...pair))}`);
  const ratio = figures((pair) => median(ratios(...pair)));
  return {
    name: 'api', ours: figures(([ours]) => median(ours)), alternative: figures(([, theirs]) => median(theirs)), ratio, goal,
    met: Object.entries(goal).every(([key, wanted]) => meets(key, ratio[key], wanted)),
  };
}

export const apiBenchmark: Benchmark = { name: 'api', about: 'list, get one and create against the plainest NestJS + Fastify + TypeORM', run };
