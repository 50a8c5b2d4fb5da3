import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import path from 'node:path';
import { apiEntry, makeDataset, root } from '../api/dataset.js';
import { Desk, workbookOf } from '../desk.js';
import { MeasuredProcess } from '../measured-process.js';
import { median, rounded, spread, type Benchmark, type Figures, type Outcome } from '../outcome.js';

const ROUNDS = Number(process.env['BENCH_ROUNDS'] ?? 5);
const IMPORT_ITEMS = 5_000;
/** The largest plan that an office would think of. */
const PLAN = { items: 1_000, units: 35, programmes: 16 };
/** Of ours alone: in ms and MB. */
const goal = { import_ms: 10_000, import_mb: 300, matrix_ms: 1_000 };

const timed = async (call: () => Promise<unknown>): Promise<number> => {
  const began = performance.now();
  await call();
  return performance.now() - began;
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
    const running = server;
    const desk = await Desk.at(running.url);
    const units = (await desk.ask('GET', '/units?perPage=200')).data.filter(({ closedOn }) => closedOn === null).slice(0, PLAN.units).map(({ name }) => name);
    const programmes = [...new Set((await desk.ask('GET', '/programmes?perPage=200')).data.map(({ name }) => name))].slice(0, PLAN.programmes);
    const row = (at: number): string[] => [units[at % units.length] ?? '', programmes[at % programmes.length] ?? '', `开展第${at}项科普工作，面向社区和农村组织讲座，全年培训不少于 ${100 + at} 人次。`];
    const rows = (count: number): string[][] => Array.from({ length: count }, (_, at) => row(at));
    say(`load average ${loadavg().map(rounded).join(' ')}; ${units.length} units, ${programmes.length} programmes`);

    const file = path.join(folder, 'large.xlsx');
    await workbookOf(file, 1999, rows(IMPORT_ITEMS));
    const taken = { ours: [] as number[], oursMb: [] as number[], alone: [] as number[], aloneMb: [] as number[] };
    for (let round = 0; round < ROUNDS; round += 1) {
      let peak = 0;
      const watch = setInterval(() => { peak = Math.max(peak, running.readersMb()); }, 60);
      const began = performance.now();
      const preview = await desk.preview(file);
      taken.ours.push(performance.now() - began);
      clearInterval(watch);
      taken.oursMb.push(peak);
      if (preview.items.length !== IMPORT_ITEMS) throw new Error(`${preview.items.length} items were read of ${IMPORT_ITEMS}`);
      await desk.ask('POST', `/plan-imports/${preview.id}/discard`);
      const alone = JSON.parse(execFileSync(process.execPath, [path.join(root, 'tests/bench/paper/exceljs-alone.mjs'), file], { encoding: 'utf8' })) as { ms: number; rssMb: number };
      taken.alone.push(alone.ms);
      taken.aloneMb.push(alone.rssMb);
    }
    say(`import: ${spread(taken.ours)} ms, reader ${spread(taken.oursMb)} MB; exceljs alone ${spread(taken.alone)} ms, ${spread(taken.aloneMb)} MB`);

    const small = path.join(folder, 'plan.xlsx');
    await workbookOf(small, 1998, rows(PLAN.items));
    const { plan } = await desk.ask('POST', `/plan-imports/${(await desk.preview(small)).id}/commit`);
    const ready = await desk.ask('PATCH', `/plans/${plan.id}`, { version: plan.version, docNumber: '样例〔1998〕1号', issuedOn: '1998-03-02' });
    await desk.ask('POST', `/plans/${plan.id}/issue`, { version: ready.version });
    const matrix: number[] = [];
    const lists: number[] = [];
    for (let round = 0; round < ROUNDS + 1; round += 1) {
      matrix.push(await timed(() => desk.ask('GET', `/plans/${plan.id}/matrix`)));
      lists.push(await timed(async () => Promise.all([desk.whole(`/plans/${plan.id}/items`), desk.whole(`/measures?planId=${plan.id}`)])));
    }
    // The first of each warms up.
    const [mine, theirs] = [matrix.slice(1), lists.slice(1)];
    say(`matrix: ${spread(mine)} ms; the same from lists ${spread(theirs)} ms`);

    const own: Figures = { import_ms: rounded(median(taken.ours)), import_mb: rounded(Math.max(...taken.oursMb)), matrix_ms: rounded(median(mine)) };
    const other: Figures = { import_ms: rounded(median(taken.alone)), import_mb: rounded(Math.max(...taken.aloneMb)), matrix_ms: rounded(median(theirs)) };
    return {
      name: 'import', ours: own, alternative: other, goal, ratio: Object.fromEntries(Object.keys(own).map((key) => [key, rounded((own[key] ?? NaN) / (other[key] ?? NaN))])),
      met: Object.entries(goal).every(([key, most]) => (own[key] ?? Infinity) <= most),
    };
  } finally {
    await server?.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

export const paperBenchmark: Benchmark = { name: 'import', about: 'a workbook of 5,000 items read to its preview, against exceljs alone; the matrix of 1,000 items, against adding up the lists', run };
