import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { SandboxError } from './sandbox.error.js';
import { runInSandbox, type SandboxRequest } from './sandbox.js';

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'kepu-sandbox-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** Runs `program`, in which `header` and `bytes` are what was sent in, and `answer(value)` ends the child. */
function run(program: string, options: Partial<SandboxRequest> = {}): Promise<unknown> {
  const entry = join(folder, `${Math.random().toString(36).slice(2)}.mjs`);
  writeFileSync(
    entry,
    `const chunks = [];
for await (const chunk of process.stdin) chunks.push(chunk);
const all = Buffer.concat(chunks);
const cut = all.indexOf(10);
const header = JSON.parse(all.subarray(0, cut).toString());
const bytes = all.subarray(cut + 1);
const answer = (value) => process.stdout.write(JSON.stringify(value));
${program}`,
  );
  return runInSandbox({ entry, header: { name: '表.docx' }, input: Buffer.from([0, 10, 255]), timeoutMs: 10_000, memoryMb: 200, ...options });
}

async function failure(attempt: Promise<unknown>): Promise<SandboxError> {
  try {
    await attempt;
  } catch (error) {
    if (error instanceof SandboxError) return error;
    throw error;
  }
  throw new Error('it went well');
}

it('hands over the header and the bytes, and takes back one answer', async () => {
  expect(await run('answer({ name: header.name, bytes: [...bytes] })')).toEqual({ name: '表.docx', bytes: [0, 10, 255] });
});

it('takes a file: URL, and a large document', async () => {
  const entry = join(folder, 'size.mjs');
  writeFileSync(entry, 'let size = 0; for await (const chunk of process.stdin) size += chunk.length; process.stdout.write(String(size));');
  const input = Buffer.alloc(20 * 1024 * 1024);
  expect(await runInSandbox({ entry: pathToFileURL(entry), header: {}, input, timeoutMs: 10_000, memoryMb: 200 })).toBe(input.length + 3);
});

it('gives the child nothing of our environment', async () => {
  process.env['KEPU_SANDBOX_MARKER'] = 'secret';
  try {
    expect(await run('answer(Object.keys(process.env))')).toEqual(['PATH']);
  } finally {
    delete process.env['KEPU_SANDBOX_MARKER'];
  }
});

it('lets the child read no file of ours, write none, and start nothing', async () => {
  const secret = mkdtempSync(join(tmpdir(), 'kepu-secret-'));
  try {
    writeFileSync(join(secret, 'keyring.json'), 'MARKER');
    const attempts = `
const tries = {
  read: async () => (await import('node:fs')).readFileSync(${JSON.stringify(join(secret, 'keyring.json'))}, 'utf8'),
  list: async () => (await import('node:fs')).readdirSync('/'),
  write: async () => (await import('node:fs')).writeFileSync(${JSON.stringify(join(secret, 'x'))}, 'x'),
  start: async () => (await import('node:child_process')).execSync('id').toString(),
  worker: async () => new (await import('node:worker_threads')).Worker('1', { eval: true }).threadId,
};
const codes = {};
for (const [name, attempt] of Object.entries(tries)) {
  try { codes[name] = await attempt() ?? 'went well'; } catch (error) { codes[name] = error.code; }
}
answer(codes);`;
    const denied = 'ERR_ACCESS_DENIED';
    expect(await run(attempts)).toEqual({ read: denied, list: denied, write: denied, start: denied, worker: denied });
    expect(await run(attempts, { readable: [secret] })).toMatchObject({ read: 'MARKER', write: denied });
  } finally {
    rmSync(secret, { recursive: true, force: true });
  }
});

it('ends a child that takes too long, even one that never yields', async () => {
  const started = performance.now();
  expect((await failure(run('for (;;) {}', { timeoutMs: 300 }))).code).toBe('timeout');
  expect(performance.now() - started).toBeLessThan(10_000);
});

it('ends a child that fills its heap', async () => {
  expect((await failure(run('const kept = []; for (;;) kept.push({ text: String(kept.length) });', { memoryMb: 120 }))).code).toBe('memory');
});

it('ends a child that fills memory outside of the heap', async () => {
  const program = 'const kept = []; setInterval(() => kept.push(Buffer.alloc(8 * 1024 * 1024, 1)), 1);';
  expect((await failure(run(program, { memoryMb: 120 }))).code).toBe('memory');
});

it('ends a child that talks without end', async () => {
  const program = 'for (;;) { if (!process.stdout.write("x".repeat(65536))) await new Promise((go) => process.stdout.once("drain", go)); }';
  expect((await failure(run(program, { maxOutputBytes: 1_000_000 }))).code).toBe('output');
});

it('tells a crash from an answer, and repeats nothing of the document', async () => {
  const crashed = await failure(run("throw new Error('text of the document')"));
  expect(crashed.code).toBe('crashed');
  expect(crashed.message).toBe('the reader ended with code 1');
  expect((await failure(run("process.stdout.write('{')"))).code).toBe('crashed');
  expect((await failure(run('process.exit(0)'))).code).toBe('crashed');
  expect((await failure(run('process.kill(process.pid, "SIGSEGV")'))).message).toBe('the reader ended with SIGSEGV');
  expect((await failure(runInSandbox({ entry: join(folder, 'none.mjs'), header: {}, input: Buffer.alloc(9), timeoutMs: 5_000, memoryMb: 100 }))).code).toBe('crashed');
});

it('stops when its caller does', async () => {
  const controller = new AbortController();
  const attempt = failure(run('setInterval(() => undefined, 1000)', { signal: controller.signal }));
  controller.abort();
  expect((await attempt).code).toBe('aborted');
  expect((await failure(run('answer(1)', { signal: controller.signal }))).code).toBe('aborted');
});
