import { mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import path from 'node:path';
import type mysql from 'mysql2/promise';
import { v7 } from 'uuid';
import { apiEntry, office, root } from '../api/dataset.js';
import { Desk } from '../desk.js';
import { MeasuredProcess } from '../measured-process.js';
import { median, rounded, spread, type Benchmark, type Outcome } from '../outcome.js';
import { addPeople } from '../talents/people.js';
import { sinkOf, withMariaDb } from '../throwaway-mariadb.js';

const FEW = 2_000;
const PEOPLE = Number(process.env['BENCH_PEOPLE'] ?? 100_000);
const POSITIONS = Number(process.env['BENCH_POSITIONS'] ?? 1_000);
const IDLE_READS = 400;
const CANDIDATES = 20;
/** Reads beside a batch take at most so many times as long as without; a campaign of 2,000 people is reckoned while one waits. */
const goal = { read_p99_ms: 2 };
const FEW_MS = 30_000;
const DAY_MS = 86_400_000;
const dayAt = (days: number): string => new Date(Date.now() + 8 * 3_600_000 + days * DAY_MS).toISOString().slice(0, 10);
const ranked = (values: readonly number[], part: number): number => [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * part))] ?? NaN;

/** More shifts of the activities that are open, spread over three weeks, each with the positions of the one that it was copied from. */
async function addPositions(connection: mysql.Connection, count: number): Promise<void> {
  const [shifts] = await connection.query<mysql.RowDataPacket[]>("SELECT s.* FROM shifts s JOIN activities a ON a.id = s.activity_id WHERE a.state = 'open' AND s.cancelled_at IS NULL AND s.starts_at > UTC_TIMESTAMP() AND a.last_at > UTC_TIMESTAMP() ORDER BY s.id");
  const [positions] = await connection.query<mysql.RowDataPacket[]>('SELECT * FROM positions WHERE shift_id IN (?) ORDER BY id', [shifts.map((shift) => String(shift['id']))]);
  const moved = (instant: unknown, days: number): Date => new Date(new Date(String(instant)).getTime() + days * DAY_MS);
  for (let made = 0, round = 0; made < count; round += 1) {
    for (const shift of shifts) {
      const id = v7();
      const days = Math.round((Date.now() - new Date(String(shift['starts_at'])).getTime()) / DAY_MS) + 4 + ((round * 7 + made) % 20);
      await connection.query('INSERT INTO shifts SET ?', [{ ...shift, id, starts_at: moved(shift['starts_at'], days), ends_at: moved(shift['ends_at'], days) }]);
      for (const position of positions.filter((one) => one['shift_id'] === shift['id'])) {
        await connection.query('INSERT INTO positions SET ?', [{ ...position, id: v7(), shift_id: id, confirmed: 0 }]);
        made += 1;
      }
      if (made >= count) break;
    }
  }
  await connection.query("UPDATE activities a SET a.last_at = (SELECT MAX(s.ends_at) FROM shifts s WHERE s.activity_id = a.id) WHERE a.state = 'open'");
}

interface Batch { readonly id: string; readonly version: number; readonly state: string; readonly failure: string | null; readonly sums: { readonly people: number; readonly positions: number; readonly places: number; readonly filled: number } | null }

async function run(say: (line: string) => void): Promise<Outcome> {
  const folder = mkdtempSync(path.join(tmpdir(), 'kepu-bench-'));
  let server: MeasuredProcess | undefined;
  try {
    return await withMariaDb(async (url, connection) => {
      const store = { DATABASE_URL: url, DATA_DIR: folder, LOG_LEVEL: 'warn' };
      const log = path.join(folder, 'server.log');
      const start = async (): Promise<Desk> => {
        ({ server } = await MeasuredProcess.start({
          entry: apiEntry, cwd: root, log, everyCore: true,
          env: { ...store, NODE_ENV: 'production', KEYRING_FILE: path.join(folder, 'keyring.json'), PUBLIC_URL: 'https://kepu.test', SECOND_FACTOR: 'choice', PASSWORD_MAX_DAYS: '0', TRUST_PROXY: '1' },
        }, '/api/v1/health/ready'));
        return Desk.at(server.url);
      };
      say('the demo city is made');
      const first = await MeasuredProcess.start({ entry: apiEntry, cwd: root, log, everyCore: true, env: { ...store, NODE_ENV: 'test', DEMO: '1', DEMO_PASSWORD: office.password } }, '/api/v1/health/ready');
      await first.server.stop();
      const sink = sinkOf(connection);
      await addPositions(connection, POSITIONS);
      await addPeople(sink, FEW, dayAt(0));
      let desk = await start();

      const read = async (): Promise<number> => {
        const began = performance.now();
        await desk.ask('GET', `/activities?perPage=25&page=${1 + Math.floor(Math.random() * 3)}`);
        return performance.now() - began;
      };
      /** From the order to the draft; `beside` is done over and over meanwhile. */
      const batch = async (beside: () => Promise<unknown>): Promise<{ ms: number; batch: Batch }> => {
        const began = performance.now();
        let made = await desk.ask('POST', '/batches', { title: '科普月', from: dayAt(2), to: dayAt(28), services: 2 }) as unknown as Batch;
        let looked = began;
        while (made.state === 'waiting' || made.state === 'running') {
          await beside();
          if (performance.now() - looked < 200) continue;
          looked = performance.now();
          made = await desk.ask('GET', `/batches/${made.id}`) as unknown as Batch;
        }
        if (made.state !== 'draft') throw new Error(`The batch is ${made.state}: ${made.failure}`);
        return { ms: performance.now() - began, batch: made };
      };
      const rest = () => new Promise((resolve) => setTimeout(resolve, 20));

      const few: number[] = [];
      for (let round = 0; round < 3; round += 1) {
        const { ms, batch: made } = await batch(rest);
        few.push(ms);
        say(`${made.sums?.people} people, ${made.sums?.positions} positions: ${made.sums?.filled} of ${made.sums?.places} places in ${rounded(ms)} ms`);
      }
      await server?.stop();
      say(`${PEOPLE} people are added`);
      await addPeople({ ...sink, insert: (table, columns, rows) => sink.insert(table, columns, table === 'volunteers' ? rows.map((row) => row.map((cell, at) => (columns[at] === 'number' ? `B${String(cell)}` : cell))) : table === 'service_records' ? rows.map((row) => row.map((cell, at) => (columns[at] === 'once_key' ? `b${String(cell)}` : cell))) : rows) }, PEOPLE, dayAt(0));
      await connection.query('ANALYZE TABLE volunteers, accounts, volunteer_topics, credentials, service_records');
      desk = await start();
      const candidates = async (): Promise<number[]> => {
        const [[position]] = await connection.query<mysql.RowDataPacket[]>("SELECT p.id FROM positions p JOIN shifts s ON s.id = p.shift_id JOIN activities a ON a.id = p.activity_id WHERE a.state = 'open' AND s.starts_at > UTC_TIMESTAMP() AND p.credential_ids = '[]' AND p.occupations = '[]' ORDER BY p.id LIMIT 1");
        const taken: number[] = [];
        for (let round = 0; round < CANDIDATES; round += 1) {
          const began = performance.now();
          await desk.ask('GET', `/positions/${String(position?.['id'])}/candidates?perPage=25&page=${1 + (round % 3)}`);
          taken.push(performance.now() - began);
        }
        return taken;
      };
      const indexed = async (): Promise<boolean> => /^kepu_matching_index_people/m.test(await (await fetch(`${server?.url ?? ''}/metrics`)).text());
      const began = performance.now();
      const byDatabase = await candidates();
      while (!(await indexed())) await rest();
      say(`the index is built ${rounded(performance.now() - began)} ms after the first question`);
      const byIndex = await candidates();
      say(`candidates: by the index ${spread(byIndex)} ms, by the database ${spread(byDatabase)} ms`);
      for (let round = 0; round < 50; round += 1) await read();
      const [idle, busy]: [number[], number[]] = [[], []];
      for (let round = 0; round < IDLE_READS; round += 1) idle.push(await read());
      say(`load average ${loadavg().map(rounded).join(' ')}`);
      const { ms, batch: made } = await batch(async () => { busy.push(await read()); });
      for (let round = 0; round < IDLE_READS; round += 1) idle.push(await read());
      say(`${made.sums?.people} people, ${made.sums?.positions} positions: ${made.sums?.filled} of ${made.sums?.places} places in ${rounded(ms)} ms, server ${rounded(server?.rssMb() ?? NaN)} MB`);
      say(`reads: idle ${spread(idle)} ms, beside the batch ${spread(busy)} ms (${busy.length})`);
      const figures = (values: readonly number[]) => ({ read_p50_ms: rounded(median(values)), read_p99_ms: rounded(ranked(values, 0.99)) });
      const [ours, alternative] = [{ ...figures(busy), candidates_ms: rounded(median(byIndex)), few_ms: rounded(median(few)), many_ms: rounded(ms) }, { ...figures(idle), candidates_ms: rounded(median(byDatabase)) }];
      const ratio = { read_p50_ms: rounded(ours.read_p50_ms / alternative.read_p50_ms), read_p99_ms: rounded(ours.read_p99_ms / alternative.read_p99_ms), candidates_ms: rounded(ours.candidates_ms / alternative.candidates_ms) };
      return { name: 'batches', ours, alternative, ratio, goal, met: ratio.read_p99_ms <= goal.read_p99_ms && ours.few_ms <= FEW_MS };
    });
  } finally {
    await server?.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

export const batchesBenchmark: Benchmark = { name: 'batches', about: 'batches of 2,000 and 100,000 people over the API on MariaDB; reads beside one, against reads without; candidates by the index, against the database', run };
