import { execFileSync, spawn } from 'node:child_process';
import { readFileSync, writeFileSync, mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { encodeJob, type ChildAnswer } from './child-job.js';
import { DICTIONARY_2020, xlsxFile } from './testing/index.js';
import type { ReadOptions } from './types.js';

const home = path.resolve(import.meta.dirname, '..');
const options: ReadOptions = { dictionary: DICTIONARY_2020 };

/** What ships is the built file, so that is what runs here. */
beforeAll(() => {
  const compiler = createRequire(import.meta.url).resolve('typescript/bin/tsc');
  execFileSync(process.execPath, [compiler, '-b', home], { stdio: 'inherit' });
}, 120_000);

interface Run {
  status: number | null;
  answer: ChildAnswer | null;
  errors: string;
}

function run(input: Uint8Array, flags: readonly string[] = []): Promise<Run> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [...flags, path.join(home, 'dist/child.js')], { env: {}, stdio: 'pipe' });
    const out: Buffer[] = [];
    const errors: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => errors.push(chunk));
    child.stdin.on('error', () => undefined);
    child.on('error', reject);
    child.on('close', (status) => {
      const text = Buffer.concat(out).toString('utf8');
      resolve({ status, answer: text === '' ? null : (JSON.parse(text) as ChildAnswer), errors: Buffer.concat(errors).toString('utf8') });
    });
    child.stdin.end(input);
  });
}

describe('the reader as a process', () => {
  it('answers with the reading, as one line of JSON, in an empty environment', async () => {
    const paper = readFileSync(path.join(home, '../../seeds/papers/twin-2020.docx'));
    const { status, answer, errors } = await run(encodeJob(options, paper), ['--max-old-space-size=128']);
    expect({ status, errors }).toEqual({ status: 0, errors: '' });
    expect(answer).toMatchObject({ ok: true, reading: { summary: { units: 23, programmes: 10, cells: 71, items: 99, targets: 4 } } });
  });

  it('answers a refusal as data', async () => {
    const { status, answer } = await run(encodeJob(options, Buffer.from('%PDF-1.7')));
    expect(status).toBe(0);
    expect(answer).toEqual({ ok: false, problem: { code: 'paper.type_unsupported', place: null, remedy: 'save_as_docx', params: { type: 'pdf' } } });
  });

  it('answers input that is no job, and tells nothing of its inside', async () => {
    for (const input of ['', 'no json\nx', '{"dictionary":null}\na\tb']) {
      const { status, answer } = await run(Buffer.from(input));
      expect(status).toBe(0);
      expect(answer?.ok).toBe(false);
      expect(JSON.stringify(answer)).not.toMatch(/Error|at |\.js/u);
    }
  });

  it('dies of its own memory limit without an answer', async () => {
    const paper = Buffer.from('没有表格的正文，一行接着一行。\n'.repeat(390_000));
    const { status, answer } = await run(encodeJob(options, paper), ['--max-old-space-size=16']);
    expect(answer).toBeNull();
    expect(status).not.toBe(0);
  }, 60_000);
});

describe('a paper of 20,000 rows', () => {
  it('is read within 10 s and 300 MB', () => {
    const words = '组织专家到农村普及农业、林业、环保、气象、地震、卫生、防灾减灾等知识，全年培训约 5000 人次，创建教学实践基地 2-3 家。';
    const units = DICTIONARY_2020.units.map((unit) => unit.names[0] ?? '');
    const programmes = DICTIONARY_2020.programmes.map((programme) => programme.names[0] ?? '');
    const rows = Array.from({ length: 20_000 }, (_, i) => [units[i % units.length] ?? '', programmes[i % programmes.length] ?? '', `第${i}号：${words}`]);
    const folder = mkdtempSync(path.join(tmpdir(), 'kepu-breakdown-'));
    try {
      const file = path.join(folder, 'large.xlsx');
      writeFileSync(file, xlsxFile([{ name: '表', rows: [['责任单位', '项目', '工作内容和要求'], ...rows] }], { deflate: true }));
      const script = `
        import { readFileSync } from 'node:fs';
        import { readPaper } from ${JSON.stringify(path.join(home, 'dist/index.js'))};
        const start = performance.now();
        const reading = await readPaper(readFileSync(${JSON.stringify(file)}), { dictionary: JSON.parse(process.argv[1]) });
        console.log(JSON.stringify({ items: reading.summary.items, targets: reading.summary.targets, ms: performance.now() - start, mb: process.resourceUsage().maxRSS / 1024 }));`;
      const flags = ['--max-old-space-size=256', '--input-type=module', '--eval', script, JSON.stringify(DICTIONARY_2020)];
      const result = JSON.parse(execFileSync(process.execPath, flags, { encoding: 'utf8' })) as Record<string, number>;
      expect(result).toMatchObject({ items: 20_000, targets: 40_000 });
      expect(result['ms']).toBeLessThan(10_000);
      expect(result['mb']).toBeLessThan(300);
    } finally {
      rmSync(folder, { recursive: true });
    }
  }, 60_000);
});
