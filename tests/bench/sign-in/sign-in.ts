import { mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import path from 'node:path';
import { apiEntry, makeDataset, office, root } from '../api/dataset.js';
import { MeasuredProcess } from '../measured-process.js';
import { rounded, type Benchmark, type Figures, type Outcome } from '../outcome.js';

const number = (name: string, fallback: number): number => Number(process.env[name] ?? fallback);
/** A storm, and the quiet before it: at least 20 s each where it counts. */
const SECONDS = number('BENCH_SECONDS', 20);
const SIGN_INS_PER_S = number('BENCH_SIGN_INS', 60);
/** A modest rate, half of it the public list of activities and half the own session. */
const READS_PER_S = 40;
/** Volunteers of the demo city, each as often as the others. */
const accounts = Array.from({ length: 200 }, (_, at) => `v${String(at + 1).padStart(3, '0')}@demo.kepu`);
const goal = { reads_p99_ms: 30, sign_ins_per_s: 57, errors: 0 };

/** How long each request took, and what did not come back well. */
interface Taken { readonly ms: number[]; errors: number }

/** Sends at a rate that waits for no answer: a server that is slow gets no less to do. */
async function keepUp(perS: number, seconds: number, send: (at: number) => Promise<boolean>): Promise<Taken> {
  const taken: Taken = { ms: [], errors: 0 };
  const began = performance.now();
  const running: Promise<void>[] = [];
  for (let at = 0; at < perS * seconds; at += 1) {
    const due = began + (at * 1000) / perS;
    const wait = due - performance.now();
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
    // From when it was due, so that a request that had to wait here counts its waiting.
    running.push(send(at).catch(() => false).then((good) => {
      taken.ms.push(performance.now() - due);
      if (!good) taken.errors += 1;
    }));
  }
  await Promise.all(running);
  return taken;
}

const quantile = (values: readonly number[], part: number): number => [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * part))] ?? NaN;

const signIn = async (url: string, at: number): Promise<Response> => fetch(`${url}/api/v1/session`, {
  // Each from a network of its own, as a city's people are: what one network may try is counted elsewhere.
  method: 'POST', headers: { 'content-type': 'application/json', 'x-forwarded-for': `10.${at % 200}.${Math.floor(at / 200) % 250}.7` }, body: JSON.stringify({ identifier: accounts[at % accounts.length], password: office.password }),
});
const drained = async (answer: Response): Promise<boolean> => {
  await answer.arrayBuffer();
  return answer.ok;
};

async function run(say: (line: string) => void): Promise<Outcome> {
  const folder = mkdtempSync(path.join(tmpdir(), 'kepu-bench-'));
  let server: MeasuredProcess | undefined;
  try {
    const { ours } = await makeDataset(folder);
    ({ server } = await MeasuredProcess.start({
      entry: apiEntry, cwd: root, log: path.join(folder, 'ours.log'), everyCore: true,
      env: { NODE_ENV: 'production', DATA_DIR: ours, KEYRING_FILE: path.join(ours, 'keyring.json'), PUBLIC_URL: 'https://kepu.test', SECOND_FACTOR: 'choice', PASSWORD_MAX_DAYS: '0', TRUST_PROXY: '1' },
    }, '/api/v1/health/ready'));
    const { url } = server;
    say(`load average ${loadavg().map(rounded).join(' ')}`);
    const first = await signIn(url, 0);
    if (!first.ok) throw new Error(`Signing in: ${first.status} ${await first.text()}`);
    const cookie = first.headers.getSetCookie().map((line) => line.split(';')[0]).join('; ');
    const read = async (at: number): Promise<boolean> => drained(await fetch(`${url}/api/v1${at % 2 === 0 ? '/activities?perPage=25' : '/session'}`, at % 2 === 0 ? {} : { headers: { cookie } }));
    await keepUp(READS_PER_S, Math.min(3, SECONDS), read);

    const quiet = await keepUp(READS_PER_S, SECONDS, read);
    const began = performance.now();
    const storm = keepUp(SIGN_INS_PER_S, SECONDS, async (at) => drained(await signIn(url, at + 1))).then((taken) => ({ taken, lasted: performance.now() - began }));
    const reads = await keepUp(READS_PER_S, SECONDS, read);
    const { taken, lasted } = await storm;
    say(`load average ${loadavg().map(rounded).join(' ')}; signing in took ${rounded(quantile(taken.ms, 0.5))} ms, p99 ${rounded(quantile(taken.ms, 0.99))} ms, ${taken.errors} of ${taken.ms.length} were refused`);
    const figures = ({ ms }: Taken): Figures => ({ reads_p50_ms: rounded(quantile(ms, 0.5)), reads_p99_ms: rounded(quantile(ms, 0.99)) });
    const calm = figures(quiet);
    const mine: Figures = { ...figures(reads), sign_ins_per_s: rounded(((taken.ms.length - taken.errors) * 1000) / lasted), errors: reads.errors + quiet.errors + taken.errors };
    return {
      name: 'sign-in', ours: mine, alternative: calm, goal, ratio: Object.fromEntries(Object.keys(calm).map((key) => [key, rounded((mine[key] ?? NaN) / (calm[key] ?? NaN))])),
      met: (mine['reads_p99_ms'] ?? NaN) < goal.reads_p99_ms && (mine['sign_ins_per_s'] ?? 0) >= goal.sign_ins_per_s && mine['errors'] === 0,
    };
  } finally {
    await server?.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

export const signInBenchmark: Benchmark = { name: 'sign-in', about: 'reads while 60 people a second sign in by password, against the same reads without them', run };
