import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { loadavg, tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { apiEntry, makeDataset, root } from '../api/dataset.js';
import { Desk, workbookOf } from '../desk.js';
import { MeasuredProcess } from '../measured-process.js';
import { median, rounded, spread, type Benchmark, type Outcome } from '../outcome.js';

const ROUNDS = Number(process.env['BENCH_ROUNDS'] ?? 3);
/** The largest plan that an office would think of, with a year's work. */
const PLAN = { items: 1_000, units: 35, programmes: 16, entries: Number(process.env['BENCH_ENTRIES'] ?? 5_000), photos: Number(process.env['BENCH_PHOTOS'] ?? 2_000), photoKb: Number(process.env['BENCH_PHOTO_KB'] ?? 200) };
/** Of ours alone: a pack within ten minutes, and never all of it in memory. */
const goal = { pack_ms: 600_000, pack_mb: 1_024 };
const YEAR = 1998;
/** So many uploads as one person may make before the clock goes on. */
const UPLOADS = 50;
const AT_ONCE = 8;

interface Entry { readonly id: string; readonly version: number }
interface Pack { readonly id: string; readonly state: string; readonly failure: string | null; readonly size: number; readonly files: number }

/** Some at a time, in turn. */
async function inTurn(count: number, one: (at: number) => Promise<void>): Promise<void> {
  let next = 0;
  await Promise.all(Array.from({ length: AT_ONCE }, async () => { while (next < count) await one(next++); }));
}

/** Every file of a zip, with what reads zips for exceljs. */
async function unzipped(file: string, into: string): Promise<void> {
  const { Open } = createRequire(createRequire(import.meta.url).resolve('exceljs'))('unzipper') as { Open: { file(path: string): Promise<{ extract(options: { path: string }): Promise<void> }> } };
  await (await Open.file(file)).extract({ path: into });
}

/** A photo is what no packer makes smaller. */
const photo = (): Uint8Array<ArrayBuffer> => Uint8Array.from(Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 0x10, 0x4a, 0x46, 0x49, 0x46, 0, 1]), randomBytes(PLAN.photoKb * 1024), Buffer.from([0xff, 0xd9])]));

/** A year's work: entered, handed in and accepted as units and the office do it. */
async function fill(server: MeasuredProcess, folder: string, say: (line: string) => void): Promise<string> {
  const desk = await Desk.at(server.url);
  const named = (await desk.ask('GET', '/units?perPage=200')).data.filter(({ closedOn }) => closedOn === null).slice(0, PLAN.units);
  const programmes = [...new Set((await desk.ask('GET', '/programmes?perPage=200')).data.map(({ name }) => name))].slice(0, PLAN.programmes);
  const file = path.join(folder, 'plan.xlsx');
  await workbookOf(file, YEAR, Array.from({ length: PLAN.items }, (_, at) => [named[at % named.length]?.name ?? '', programmes[at % programmes.length] ?? '', `开展第${at}项科普工作，面向社区和农村组织讲座，全年培训不少于 ${100 + at} 人次。`]));
  const { plan } = await desk.ask('POST', `/plan-imports/${(await desk.preview(file)).id}/commit`);
  const ready = await desk.ask('PATCH', `/plans/${plan.id}`, { version: plan.version, docNumber: `样例〔${YEAR}〕1号`, issuedOn: `${YEAR}-03-02` });
  await desk.ask('POST', `/plans/${plan.id}/issue`, { version: ready.version });
  const items = (await desk.whole(`/plans/${plan.id}/items`)) as { id: string; assignments: { unit: { id: string } }[] }[];
  const photos: string[] = [];
  for (let from = 0; from < PLAN.photos; from += UPLOADS) {
    await fetch(`${server.url}/__test/clock`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ advanceMs: 601_000 }) });
    await inTurn(Math.min(UPLOADS, PLAN.photos - from), async () => {
      const form = new FormData();
      form.append('file', new Blob([photo()]), '现场.jpg');
      photos.push((await desk.ask('POST', '/files', form)).id);
    });
  }
  say(`${photos.length} photos of ${PLAN.photoKb} KB are handed in`);
  await inTurn(PLAN.entries, async (at) => {
    const item = items[at % items.length];
    const day = `${YEAR}-${String((at % 9) + 4).padStart(2, '0')}-${String((at % 27) + 1).padStart(2, '0')}`;
    const entry = (await desk.ask('POST', '/work-entries', {
      unitId: item?.assignments[0]?.unit.id, kind: 'training', title: `第${at}期培训班`, quantity: 30 + (at % 50), unitOfMeasure: '人次', fromDay: day, toDay: day, place: '文化礼堂', text: '讲解安全用电、防灾减灾和健康常识，课后答疑。', details: { days: 1 }, serves: [{ itemId: item?.id }], fileIds: [photos[at % photos.length]],
    })) as unknown as Entry;
    const handed = (await desk.ask('POST', `/work-entries/${entry.id}/submit`, { version: entry.version })) as unknown as Entry;
    await desk.ask('POST', `/work-entries/${entry.id}/accept`, { version: handed.version });
  });
  // Somebody has looked at every photo: those that nobody has looked at stay inside.
  await inTurn(photos.length, async (at) => { await desk.ask('POST', `/files/${photos[at] ?? ''}/faces`, { faces: 'none' }); });
  say(`${PLAN.entries} work entries are accepted`);
  return plan.id;
}

async function run(say: (line: string) => void): Promise<Outcome> {
  const folder = mkdtempSync(path.join(tmpdir(), 'kepu-bench-'));
  let server: MeasuredProcess | undefined;
  try {
    const { ours } = await makeDataset(folder);
    const env = { DATA_DIR: ours, KEYRING_FILE: path.join(ours, 'keyring.json'), PUBLIC_URL: 'https://kepu.test', SECOND_FACTOR: 'choice', PASSWORD_MAX_DAYS: '0', TRUST_PROXY: '1', LOG_LEVEL: 'warn' };
    const start = async (more: Readonly<Record<string, string>>) => ({ server } = await MeasuredProcess.start({ entry: apiEntry, cwd: root, log: path.join(folder, 'ours.log'), everyCore: true, env: { ...env, ...more } }, '/api/v1/health/ready'));
    await start({ NODE_ENV: 'test', TEST_CONTROL: '1', PUBLIC_URL: 'http://127.0.0.1' });
    if (!server) throw new Error('unreachable');
    const planId = await fill(server, folder, say);
    await server.stop();
    await start({ NODE_ENV: 'production' });
    const running = server;
    const desk = await Desk.at(running.url);
    say(`load average ${loadavg().map(rounded).join(' ')}; at rest ${rounded(running.rssMb())} MB`);

    const taken = { ours: [] as number[], oursMb: [] as number[], lists: [] as number[], alone: [] as number[], aloneMb: [] as number[] };
    const parts = path.join(folder, 'parts');
    for (let round = 0; round < ROUNDS; round += 1) {
      let peak = 0;
      const watch = setInterval(() => { peak = Math.max(peak, running.rssMb()); }, 200);
      const began = performance.now();
      let pack = (await desk.ask('POST', `/plans/${planId}/packs`, {})) as unknown as Pack;
      while (pack.state !== 'ready') {
        if (pack.state !== 'waiting' && pack.state !== 'making') throw new Error(`The pack is ${pack.state}: ${pack.failure ?? ''}`);
        await new Promise((resolve) => setTimeout(resolve, 100));
        // Somebody works on meanwhile.
        const asked = performance.now();
        await desk.ask('GET', `/plans/${planId}/items?perPage=50`);
        taken.lists.push(performance.now() - asked);
        pack = (await desk.ask('GET', `/packs/${pack.id}`)) as unknown as Pack;
      }
      taken.ours.push(performance.now() - began);
      clearInterval(watch);
      taken.oursMb.push(peak);
      if (round === 0) {
        const answer = await desk.fetch(`/packs/${pack.id}/file`);
        if (!answer.ok || !answer.body) throw new Error(`The pack is not given: ${answer.status}`);
        const file = path.join(folder, 'pack.zip');
        await pipeline(Readable.fromWeb(answer.body as Parameters<typeof Readable.fromWeb>[0]), createWriteStream(file));
        await unzipped(file, parts);
        say(`${pack.files} files, ${rounded(pack.size / 1024 / 1024)} MB`);
      }
      // The next round has to make it anew.
      await desk.ask('DELETE', `/packs/${pack.id}`);
      const alone = JSON.parse(execFileSync(process.execPath, [path.join(root, 'tests/bench/pack/archiver-alone.mjs'), parts, path.join(folder, 'alone.zip')], { encoding: 'utf8' })) as { ms: number; rssMb: number };
      taken.alone.push(alone.ms);
      taken.aloneMb.push(alone.rssMb);
    }
    taken.lists.sort((a, b) => a - b);
    const slowest = taken.lists[Math.floor(taken.lists.length * 0.99)] ?? NaN;
    say(`pack ${spread(taken.ours)} ms, ${spread(taken.oursMb)} MB; archiver alone ${spread(taken.alone)} ms, ${spread(taken.aloneMb)} MB; a list meanwhile ${spread(taken.lists)} ms, 99% under ${rounded(slowest)}`);
    const own = { pack_ms: rounded(median(taken.ours)), pack_mb: rounded(Math.max(...taken.oursMb)), list_ms: rounded(slowest) };
    const other = { pack_ms: rounded(median(taken.alone)), pack_mb: rounded(Math.max(...taken.aloneMb)) };
    return {
      name: 'pack', ours: own, alternative: other, goal, ratio: { pack_ms: rounded(own.pack_ms / other.pack_ms), pack_mb: rounded(own.pack_mb / other.pack_mb) },
      met: Object.entries(goal).every(([key, most]) => (own[key as keyof typeof own] ?? Infinity) <= most),
    };
  } finally {
    await server?.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

export const packBenchmark: Benchmark = { name: 'pack', about: 'an inspection pack of 1,000 items, 5,000 work entries and 2,000 photos, against archiver alone over the same files', run };
