import { mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import path from 'node:path';
import { firstWeights, PositionIndex, rankPositions, reasonsOf, VolunteerIndex, type PositionFacts } from '@kepu/matching';
import { cpuMs } from '../assign/highs.js';
import { median, meets, rounded, spread, type Benchmark, type Outcome } from '../outcome.js';
import { City, context, TODAY, type Breadth } from './city.js';
import { mariadbCity, sqliteCity, type Alternative, type Row } from './databases.js';
import { rowsOf, statementFor } from './sql.js';

const VOLUNTEERS = Number(process.env['BENCH_VOLUNTEERS'] ?? 1_000_000);
const POSITIONS = 40_000;
const ROUNDS = Number(process.env['BENCH_ROUNDS'] ?? 7);
/** Questions of each breadth: ours, and of those so many that SQLite and MariaDB are asked too. */
const QUESTIONS = 100;
const ASKED = { sqlite: 10, mariadb: 5 } as const;
const BEST = 50;
const SUGGESTIONS = 30;
const CHANGES = 10_000;
const SEED = 2026;
const breadths = ['broad', 'medium', 'narrow'] as const;

const goal = { sqlite_p50_ms: 1 / 300, mariadb_p50_ms: 1 / 2000 };
/** The goals that are no ratio: at most this. */
const most: Readonly<Record<string, number>> = { top_p99_cpu_ms: 1, reasons_p99_cpu_ms: 2, bytes_per_volunteer: 64, rebuild_cpu_ms: 500, positions_p50_cpu_us: 50 };

interface Question { readonly breadth: Breadth; readonly position: PositionFacts }

const quantile = (values: readonly number[], share: number): number => [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(share * values.length))] ?? NaN;
const timed = (run: () => unknown): number => {
  const began = performance.now();
  run();
  return performance.now() - began;
};
/** Milliseconds by the clock and of the processor, by question. */
interface Times { readonly wall: number[]; readonly cpu: number[] }
/** The middle of several rounds for each of many: what the machine did besides hits one round, what is slow is slow in all. */
function each<T>(all: readonly T[], run: (one: T) => unknown, rounds = ROUNDS): Times {
  const [wall, cpu]: [number[][], number[][]] = [all.map(() => []), all.map(() => [])];
  for (let round = -1; round < rounds; round++) {
    all.forEach((one, at) => {
      const [used, began] = [cpuMs(), performance.now()];
      run(one);
      const ended = performance.now();
      if (round < 0) return;
      wall[at]!.push(ended - began);
      cpu[at]!.push(cpuMs() - used);
    });
  }
  return { wall: wall.map(median), cpu: cpu.map(median) };
}

/** Two that find other people do not do the same work. */
function demandSame(question: Question, ours: readonly Row[], theirs: readonly Row[]): void {
  const of = (rows: readonly Row[]): string => rows.map(({ id, score }) => `${id} ${Number(score).toFixed(12)}`).join('\n');
  if (of(ours) !== of(theirs)) throw new Error(`Other people for ${JSON.stringify(question)}:\n${of(ours)}\n\n${of(theirs)}`);
}

async function fill(index: VolunteerIndex, city: City, databases: readonly Alternative[]): Promise<void> {
  for (let n = 0; n < VOLUNTEERS; n++) {
    const standing = city.standing();
    index.upsert(standing);
    if (databases.length === 0) continue;
    const rows = rowsOf(n, standing);
    for (const database of databases) await database.add(rows);
  }
}

/** A merge in steps: processor time, wall time, and the longest step. */
function rebuild(index: VolunteerIndex): { cpu: number; wall: number; step: number } {
  const [cpu, began] = [cpuMs(), performance.now()];
  let [step, before] = [0, began];
  for (const _ of index.merging(TODAY)) {
    step = Math.max(step, performance.now() - before);
    before = performance.now();
  }
  return { cpu: cpuMs() - cpu, wall: performance.now() - began, step };
}

/** The times of a database, beside ours for the same questions. */
async function compare(database: Alternative, questions: readonly Question[], ours: readonly number[], index: VolunteerIndex, say: (line: string) => void): Promise<{ p50: number; ratio: number }> {
  const [theirs, mine]: [number[], number[]] = [[], []];
  for (const breadth of breadths) {
    const of: number[] = [];
    for (const [at, question] of questions.entries()) {
      if (question.breadth !== breadth || of.length >= ASKED[database.name]) continue;
      const sql = statementFor(question.position, BEST, context, database.hint);
      demandSame(question, index.best(question.position, firstWeights, context, BEST), await database.ask(sql));
      const began = performance.now();
      await database.ask(sql);
      of.push(performance.now() - began);
      mine.push(ours[at]!);
    }
    say(`${database.name}, ${breadth}: ${spread(of)} ms`);
    theirs.push(...of);
  }
  say(`${database.name}: the same people with the same scores in all of ${theirs.length} questions; p50 ${rounded(median(theirs))} ms against ${rounded(median(mine))}, ${rounded(median(theirs) / median(mine))} times as long`);
  return { p50: median(theirs), ratio: median(mine) / median(theirs) };
}

function suggest(city: City, say: (line: string) => void): { wall: number; p50: number; p99: number; all: number } {
  const index = new PositionIndex();
  const kinds = ['broad', 'medium', 'open', 'narrow', 'broad'] as const;
  const positions = Array.from({ length: POSITIONS }, (_, at) => city.position(kinds[(at >> 2) % kinds.length]!, `p${at}`, `a${at >> 2}`));
  for (const position of positions) index.upsert(position);
  const people = Array.from({ length: 400 }, () => city.standing().facts);
  const taken = each(people, (person) => index.best(person, firstWeights, context, SUGGESTIONS));
  for (const person of people.slice(0, 20)) {
    const all = rankPositions(person, positions, firstWeights, context, SUGGESTIONS).best.map(({ position: { id }, score }) => ({ id, score }));
    if (JSON.stringify(index.best(person, firstWeights, context, SUGGESTIONS)) !== JSON.stringify(all)) throw new Error(`Other positions for ${JSON.stringify(person)}`);
  }
  const all = median(people.slice(0, 10).map((person) => 1000 * timed(() => rankPositions(person, positions, firstWeights, context, SUGGESTIONS))));
  const changed = each(positions.slice(0, 500), (position) => index.upsert({ ...position, connections: position.connections + 1 }), 1).wall.map((ms) => 1000 * ms);
  const [wall, cpu] = [taken.wall, taken.cpu].map((times) => times.map((ms) => 1000 * ms)) as [number[], number[]];
  const adults = cpu.filter((_, at) => people[at]!.bornOn < '2008');
  say(`top ${SUGGESTIONS} of ${POSITIONS} positions: p50 ${rounded(quantile(wall, 0.5))} µs by the clock; of the processor p50 ${rounded(quantile(cpu, 0.5))}, p90 ${rounded(quantile(cpu, 0.9))}, p99 ${rounded(quantile(cpu, 0.99))}, of adults p99 ${rounded(quantile(adults, 0.99))}; ranking them all ${rounded(all)} µs; a change ${rounded(median(changed))} µs`);
  return { wall: quantile(wall, 0.5), p50: quantile(cpu, 0.5), p99: quantile(cpu, 0.99), all };
}

async function run(say: (line: string) => void): Promise<Outcome> {
  const folder = mkdtempSync(path.join(tmpdir(), 'kepu-bench-'));
  const databases: Alternative[] = [];
  try {
    say(`load average ${loadavg().map(rounded).join(' ')}`);
    const city = new City(SEED);
    databases.push(sqliteCity(folder));
    const mariadb = await mariadbCity();
    if (mariadb) databases.push(mariadb);
    else say('No MariaDB answers at TEST_MYSQL_URL: it is left out, and so is its goal.');
    const index = new VolunteerIndex(TODAY);
    await fill(index, city, databases);
    const first = rebuild(index);
    const { columns, ids, words } = index.memory;
    say(`${VOLUNTEERS} volunteers: cells made from columns in ${rounded(first.cpu)} ms of processor, ${rounded(first.wall)} ms; ${rounded(columns / VOLUNTEERS)} bytes a person, ${rounded(ids / VOLUNTEERS)} more for ids, ${rounded(words / 1024)} kB of words`);

    const questions = Array.from({ length: 3 * QUESTIONS }, (_, at): Question => ({ breadth: breadths[at % 3]!, position: city.position(breadths[at % 3]!, `q${at}`) }));
    const found = each(questions, ({ position }) => index.best(position, firstWeights, context, BEST));
    const reasons = each(questions, ({ position }) => index.top(position, firstWeights, context, BEST).map(({ parts }) => reasonsOf(parts)));
    const counted = each(questions, ({ position }) => index.count(position, firstWeights, context), 1);
    for (const breadth of breadths) {
      const of = (values: readonly number[]): number[] => values.filter((_, at) => questions[at]!.breadth === breadth);
      const both = ({ wall, cpu }: Times): string => `p50 ${rounded(quantile(of(wall), 0.5))} p99 ${rounded(quantile(of(wall), 0.99))} ms by the clock, ${rounded(quantile(of(cpu), 0.5))} and ${rounded(quantile(of(cpu), 0.99))} of the processor`;
      const totals = questions.filter((question) => question.breadth === breadth).map(({ position }) => index.count(position, firstWeights, context));
      say(`${breadth}: ${Math.round(median(totals))} may (median); top ${BEST} ${both(found)}; with reasons ${both(reasons)}; how many there are ${both(counted)}`);
    }
    const compared: Record<string, { p50: number; ratio: number }> = {};
    for (const database of databases) {
      const { wall } = await (async () => { const began = performance.now(); await database.ready(); return { wall: performance.now() - began }; })();
      say(`${database.name}: indexes in ${rounded(wall)} ms`);
      compared[database.name] = await compare(database, questions, found.wall, index, say);
    }

    const others = new City(SEED + 1);
    const known = new City(SEED);
    const changes = Array.from({ length: CHANGES }, () => ({ ...others.standing(), facts: { ...others.standing().facts, id: known.standing().facts.id } }));
    const [before, changed] = [process.hrtime.bigint(), changes.map((change) => timed(() => index.upsert(change)))];
    const update = Number(process.hrtime.bigint() - before) / 1000 / CHANGES;
    const late = each(questions, ({ position }) => index.best(position, firstWeights, context, BEST), 3);
    const again = [rebuild(index), rebuild(index), rebuild(index)];
    say(`a change ${rounded(update)} µs (99 of 100 within ${rounded(1000 * quantile(changed, 0.99))}); with ${CHANGES} of them beside the cells p50 ${rounded(quantile(late.cpu, 0.5))} p99 ${rounded(quantile(late.cpu, 0.99))} ms of the processor; merged in ${spread(again.map(({ cpu }) => cpu))} ms of processor, the longest step ${rounded(Math.min(...again.map(({ step }) => step)))} ms`);
    const positions = suggest(new City(SEED + 2), say);

    const ours: Record<string, number> = {
      top_p50_ms: quantile(found.wall, 0.5), top_p99_ms: quantile(found.wall, 0.99), top_p50_cpu_ms: quantile(found.cpu, 0.5), top_p99_cpu_ms: quantile(found.cpu, 0.99), reasons_p50_ms: quantile(reasons.wall, 0.5), reasons_p99_ms: quantile(reasons.wall, 0.99),
      reasons_p99_cpu_ms: quantile(reasons.cpu, 0.99), changed_p99_cpu_ms: quantile(late.cpu, 0.99), update_us: update, bytes_per_volunteer: columns / VOLUNTEERS, id_bytes_per_volunteer: ids / VOLUNTEERS,
      rebuild_cpu_ms: median(again.map(({ cpu }) => cpu)), positions_p50_us: positions.wall, positions_p50_cpu_us: positions.p50, positions_p99_cpu_us: positions.p99,
    };
    const short = Object.entries(most).filter(([key, wanted]) => !(ours[key]! <= wanted));
    for (const [key, wanted] of short) say(`${key}: ${rounded(ours[key]!)}, goal at most ${wanted}`);
    say(`load average ${loadavg().map(rounded).join(' ')}`);
    const names = databases.map(({ name }) => [name, `${name}_p50_ms` as const] as const);
    const ratio = Object.fromEntries(names.map(([name, key]) => [key, rounded(compared[name]!.ratio)]));
    return {
      name: 'matching-topk', goal: Object.fromEntries(names.map(([, key]) => [key, goal[key]])), ratio,
      ours: { ...Object.fromEntries(Object.entries(ours).map(([key, value]) => [key, rounded(value)])), ...Object.fromEntries(names.map(([name, key]) => [key, rounded(compared[name]!.ratio * compared[name]!.p50)])) },
      alternative: { ...Object.fromEntries(names.map(([name, key]) => [key, rounded(compared[name]!.p50)])), positions_p50_us: rounded(positions.all) },
      met: short.length === 0 && names.every(([, key]) => meets(key, ratio[key], goal[key])),
    };
  } finally {
    for (const database of databases) await database.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

export const topkBenchmark: Benchmark = { name: 'matching-topk', about: 'the best fifty of a million volunteers against SQLite and MariaDB, and the best thirty of 40,000 positions', run };
