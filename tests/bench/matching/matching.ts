import { mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import path from 'node:path';
import { apiEntry, office, root } from '../api/dataset.js';
import { leaveServersCore, MeasuredProcess, pinned } from '../measured-process.js';
import { median, meets, rounded, spread, type Benchmark, type Outcome } from '../outcome.js';
import { makeCrowd, VOLUNTEERS } from './dataset.js';

const ROUNDS = Number(process.env['BENCH_ROUNDS'] ?? 15);
const PER_PAGE = 25;
const goal = { request_p50_ms: 0.35, ranking_p50_ms: 0.8 };
/** The goal that is no ratio: a page of candidates out of ten thousand. */
const absolute = { request_p50_ms: 1000 };

interface Page { readonly total: number; readonly data: readonly { readonly volunteer: { readonly id: string }; readonly score: number }[] }
interface Taken { readonly ms: number; readonly cpuMs: number; readonly page: Page }

async function ask(server: MeasuredProcess, address: string, headers: Record<string, string> = {}): Promise<Taken> {
  const [cpu, began] = [server.cpuMs(), performance.now()];
  const answer = await fetch(server.url + address, { headers });
  const text = await answer.text();
  const ms = performance.now() - began;
  if (!answer.ok) throw new Error(`${address}: ${answer.status} ${text.slice(0, 500)}`);
  return { ms, cpuMs: server.cpuMs() - cpu, page: JSON.parse(text) as Page };
}

const signIn = async (url: string): Promise<string> => {
  const answer = await fetch(`${url}/api/v1/session`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(office) });
  if (!answer.ok) throw new Error(`Signing in: ${answer.status} ${await answer.text()}`);
  return answer.headers.getSetCookie().map((line) => line.split(';')[0]).join('; ');
};

/** Two that answer different people do not do the same work. */
const demandSame = (ours: Page, theirs: Page): void => {
  const of = ({ total, data }: Page): string => JSON.stringify([total, data.map(({ volunteer, score }) => [volunteer.id, score.toFixed(9)])]);
  if (of(ours) !== of(theirs)) throw new Error(`The two do not answer the same candidates:\n${of(ours).slice(0, 600)}\n${of(theirs).slice(0, 600)}`);
};

async function run(say: (line: string) => void): Promise<Outcome> {
  const folder = mkdtempSync(path.join(tmpdir(), 'kepu-bench-'));
  const servers: MeasuredProcess[] = [];
  try {
    leaveServersCore();
    say(`${pinned ? 'servers on one core, requests from another' : 'no taskset or one core: servers and requests share what there is'}; load average ${loadavg().map(rounded).join(' ')}`);
    const { ours: oursDir, alternative: otherDir, positions } = await makeCrowd(folder);
    const env = (dir: string) => ({ NODE_ENV: 'production', DATA_DIR: dir, KEYRING_FILE: path.join(dir, 'keyring.json'), PUBLIC_URL: 'https://kepu.test', SECOND_FACTOR: 'choice', PASSWORD_MAX_DAYS: '0' });
    const { server: ours } = await MeasuredProcess.start({ entry: apiEntry, cwd: root, log: path.join(folder, 'ours.log'), nodeArgs: process.env['BENCH_PROFILE'] ? ['--cpu-prof', `--cpu-prof-dir=${process.env['BENCH_PROFILE']}`] : [], env: env(oursDir) }, '/api/v1/health/ready');
    servers.push(ours);
    const { server: other } = await MeasuredProcess.start({ entry: path.join(import.meta.dirname, 'alternative.js'), cwd: root, log: path.join(folder, 'alternative.log'), env: env(otherDir) }, '/api/v1/health/ready');
    servers.push(other);
    const headers = { cookie: await signIn(ours.url) };

    const taken: Record<'request' | 'cpu' | 'ranking', [number[], number[]]> = { request: [[], []], cpu: [[], []], ranking: [[], []] };
    const totals = new Set<number>();
    // The first round warms both up.
    for (let round = -1; round < ROUNDS; round++) {
      const position = positions[(round + positions.length) % positions.length] ?? '';
      const mine = await ask(ours, `/api/v1/positions/${position}/candidates?perPage=${PER_PAGE}`, headers);
      const theirs = await ask(other, `/one-by-one/${position}?perPage=${PER_PAGE}`);
      demandSame(mine.page, theirs.page);
      const { oursMs, allMs } = (await (await fetch(`${other.url}/ranking/${position}?perPage=${PER_PAGE}`)).json()) as { oursMs: number; allMs: number };
      if (round < 0) continue;
      totals.add(mine.page.total);
      for (const [key, a, b] of [['request', mine.ms, theirs.ms], ['cpu', mine.cpuMs, theirs.cpuMs], ['ranking', oursMs, allMs]] as const) {
        taken[key][0].push(a);
        taken[key][1].push(b);
      }
    }
    say(`${VOLUNTEERS} volunteers and those of the demo city; ${[...totals].sort((a, b) => a - b).join(', ')} of them may have the positions asked about`);
    for (const [key, [a, b]] of Object.entries(taken)) say(`${key}: ours ${spread(a)} ms, the alternative ${spread(b)} ms, ratio ${spread(a.map((value, index) => value / (b[index] ?? NaN)))}`);
    say(`load average ${loadavg().map(rounded).join(' ')}`);
    const names = { request: 'request_p50_ms', cpu: 'request_cpu_ms', ranking: 'ranking_p50_ms' } as const;
    const figures = (of: (pair: [number[], number[]]) => number) => Object.fromEntries((Object.keys(names) as (keyof typeof names)[]).map((key) => [names[key], rounded(of(taken[key]))]));
    const mine = figures(([a]) => median(a));
    const ratio = figures(([a, b]) => median(a.map((value, index) => value / (b[index] ?? NaN))));
    const quick = (mine['request_p50_ms'] ?? NaN) <= absolute.request_p50_ms;
    if (!quick) say(`request_p50_ms: ${mine['request_p50_ms']}, goal ${absolute.request_p50_ms}`);
    return {
      name: 'matching', ours: { ...mine, request_max_ms: rounded(Math.max(...taken.request[0])) }, alternative: figures(([, b]) => median(b)), ratio, goal,
      met: quick && Object.entries(goal).every(([key, wanted]) => meets(key, ratio[key], wanted)),
    };
  } finally {
    for (const server of servers) await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

export const matchingBenchmark: Benchmark = { name: 'matching', about: 'a page of candidates out of 10,000 volunteers, against one written person by person', run };
