import { loadavg } from 'node:os';
import { withDemoCity } from '../demo-city.js';
import { Desk } from '../desk.js';
import { median, rounded, spread, type Benchmark, type Outcome } from '../outcome.js';
import { addPeople } from '../talents/people.js';
import { sinkOf } from '../throwaway-mariadb.js';
import { addPositions } from './positions.js';

const FEW = 2_000;
const PEOPLE = Number(process.env['BENCH_PEOPLE'] ?? 100_000);
const POSITIONS = Number(process.env['BENCH_POSITIONS'] ?? 1_000);
const IDLE_READS = 400;
/** Reads beside a batch take at most so many times as long as without; a campaign of 2,000 people is reckoned while one waits. */
const goal = { read_p99_ms: 2 };
const FEW_MS = 30_000;
const DAY_MS = 86_400_000;
const dayAt = (days: number): string => new Date(Date.now() + 8 * 3_600_000 + days * DAY_MS).toISOString().slice(0, 10);
const ranked = (values: readonly number[], part: number): number => [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * part))] ?? NaN;

interface Batch { readonly id: string; readonly version: number; readonly state: string; readonly failure: string | null; readonly sums: { readonly people: number; readonly positions: number; readonly places: number; readonly filled: number } | null }

async function run(say: (line: string) => void): Promise<Outcome> {
  return withDemoCity(say, async ({ connection, start }) => {
    const sink = sinkOf(connection);
    await addPositions(connection, POSITIONS);
    await addPeople(sink, FEW, dayAt(0));
    let server = await start();
    let desk = await Desk.at(server.url);

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
    await server.stop();
    say(`${PEOPLE} people are added`);
    await addPeople({ ...sink, insert: (table, columns, rows) => sink.insert(table, columns, table === 'volunteers' ? rows.map((row) => row.map((cell, at) => (columns[at] === 'number' ? `B${String(cell)}` : cell))) : table === 'service_records' ? rows.map((row) => row.map((cell, at) => (columns[at] === 'once_key' ? `b${String(cell)}` : cell))) : rows) }, PEOPLE, dayAt(0));
    await connection.query('ANALYZE TABLE volunteers, accounts, volunteer_topics, credentials, service_records');
    server = await start();
    desk = await Desk.at(server.url);
    const indexed = async (): Promise<boolean> => /^kepu_matching_index_people/m.test(await (await fetch(`${server.url}/metrics`)).text());
    const began = performance.now();
    while (!(await indexed())) await rest();
    say(`the index is built ${rounded(performance.now() - began)} ms after the start`);
    for (let round = 0; round < 50; round += 1) await read();
    const [idle, busy]: [number[], number[]] = [[], []];
    for (let round = 0; round < IDLE_READS; round += 1) idle.push(await read());
    say(`load average ${loadavg().map(rounded).join(' ')}`);
    const { ms, batch: made } = await batch(async () => { busy.push(await read()); });
    for (let round = 0; round < IDLE_READS; round += 1) idle.push(await read());
    say(`${made.sums?.people} people, ${made.sums?.positions} positions: ${made.sums?.filled} of ${made.sums?.places} places in ${rounded(ms)} ms, server ${rounded(server.rssMb())} MB`);
    say(`reads: idle ${spread(idle)} ms, beside the batch ${spread(busy)} ms (${busy.length})`);
    const figures = (values: readonly number[]) => ({ read_p50_ms: rounded(median(values)), read_p99_ms: rounded(ranked(values, 0.99)) });
    const [ours, alternative] = [{ ...figures(busy), few_ms: rounded(median(few)), many_ms: rounded(ms) }, figures(idle)];
    const ratio = { read_p50_ms: rounded(ours.read_p50_ms / alternative.read_p50_ms), read_p99_ms: rounded(ours.read_p99_ms / alternative.read_p99_ms) };
    return { name: 'batches', ours, alternative, ratio, goal, met: ratio.read_p99_ms <= goal.read_p99_ms && ours.few_ms <= FEW_MS };
  });
}

export const batchesBenchmark: Benchmark = { name: 'batches', about: 'batches of 2,000 and 100,000 people over the API on MariaDB; reads beside one, against reads without', run };
