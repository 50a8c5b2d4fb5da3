import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import type { Readable, Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { SandboxError, type SandboxFailure } from './sandbox.error.js';
import { permissionFlags } from './sandbox-permissions.js';

export interface SandboxRequest {
  /** The JavaScript file that reads the document: a path or a `file:` URL. */
  readonly entry: string | URL;
  /** First line of the child's standard input, as JSON. */
  readonly header: unknown;
  /** The rest of its standard input. */
  readonly input: Uint8Array;
  readonly timeoutMs: number;
  /** Resident memory of the whole child, in MiB; Node itself takes about 50 of it. */
  readonly memoryMb: number;
  /** Folders that the child may read beside its own package and the `node_modules` above it. It writes nothing and starts nothing. */
  readonly readable?: readonly string[];
  /** Longest answer. Default 32 MiB. */
  readonly maxOutputBytes?: number;
  readonly signal?: AbortSignal;
}

const MB = 1024 * 1024;
const WATCH_MS = 25;
const PAGE_BYTES = 4_096;
/** Exit by SIGABRT is how V8 ends when its heap is full. */
const ABORTED = 134;

type Child = ChildProcessByStdio<Writable, Readable, Readable>;

/** Resident bytes, or null where the system does not tell (macOS, Windows): there the limit of the heap has to do. */
async function residentBytes(pid: number): Promise<number | null> {
  try {
    const [, pages] = (await readFile(`/proc/${pid}/statm`, 'utf8')).split(' ');
    return Number(pages) * PAGE_BYTES;
  } catch {
    return null;
  }
}

function start(request: SandboxRequest): Child {
  const { entry, memoryMb, readable = [] } = request;
  const path = entry instanceof URL || entry.startsWith('file:') ? fileURLToPath(entry) : entry;
  // Beside the heap stand Node itself and the bytes of the document. Nothing of our environment goes along.
  const heapMb = Math.max(32, memoryMb - 64);
  return spawn(process.execPath, [`--max-old-space-size=${heapMb}`, '--no-warnings', ...permissionFlags(path, readable), path], {
    env: { PATH: process.env['PATH'] ?? '' },
    stdio: ['pipe', 'pipe', 'pipe'],
    windowsHide: true,
  });
}

/** One attempt: the child, what stops it, and what it said. */
class Attempt {
  private failure: SandboxFailure | null = null;
  private readonly output: Buffer[] = [];
  private outputBytes = 0;
  private errors = '';

  constructor(
    private readonly child: Child,
    private readonly request: SandboxRequest,
  ) {
    child.stdout.on('data', (chunk: Buffer) => this.take(chunk));
    // Only to tell a full heap from another end; never logged, for it may repeat the document.
    child.stderr.on('data', (chunk: Buffer) => {
      if (this.errors.length < 16_384) this.errors += chunk.toString('latin1');
    });
    // A child that ends without reading breaks the pipe; its exit tells the story.
    child.stdin.on('error', () => undefined);
  }

  stop(failure: SandboxFailure): void {
    this.failure ??= failure;
    this.child.kill('SIGKILL');
  }

  feed(): void {
    this.child.stdin.write(`${JSON.stringify(this.request.header)}\n`);
    this.child.stdin.end(this.request.input);
  }

  answer(code: number | null, signal: string | null): unknown {
    const { timeoutMs, memoryMb } = this.request;
    const heapFull = code === ABORTED || signal === 'SIGABRT' || /heap out of memory|Allocation failed/i.test(this.errors);
    const failure = this.failure ?? (code === 0 ? null : heapFull ? 'memory' : 'crashed');
    switch (failure) {
      case 'timeout':
        throw new SandboxError('timeout', `the reader took longer than ${timeoutMs} ms`);
      case 'memory':
        throw new SandboxError('memory', `the reader took more than ${memoryMb} MiB`);
      case 'output':
        throw new SandboxError('output', 'the reader answered too much');
      case 'aborted':
        throw new SandboxError('aborted', 'the reader was stopped');
      case 'crashed':
        throw new SandboxError('crashed', `the reader ended with ${signal ?? `code ${String(code)}`}`);
      case null:
        return this.parse();
    }
  }

  private parse(): unknown {
    try {
      return JSON.parse(Buffer.concat(this.output).toString('utf8')) as unknown;
    } catch {
      throw new SandboxError('crashed', 'the reader answered no JSON');
    }
  }

  private take(chunk: Buffer): void {
    this.outputBytes += chunk.length;
    if (this.outputBytes > (this.request.maxOutputBytes ?? 32 * MB)) this.stop('output');
    else this.output.push(chunk);
  }
}

/** Watches the resident memory until told to stop. */
function watchMemory(pid: number, memoryMb: number, exceeded: () => void): () => void {
  let watching = true;
  const look = async (): Promise<void> => {
    const bytes = await residentBytes(pid);
    if (!watching || bytes === null) return;
    if (bytes > memoryMb * MB) exceeded();
    else timer = setTimeout(() => void look(), WATCH_MS);
  };
  let timer = setTimeout(() => void look(), WATCH_MS);
  return () => {
    watching = false;
    clearTimeout(timer);
  };
}

/**
 * Has an untrusted document read by a process of its own: without our environment and our files, with an end to its time, memory and answer.
 * Standard input is a line of JSON and the bytes of the document; standard output is one JSON value, which the caller still has to check.
 * Throws SandboxError.
 */
export async function runInSandbox(request: SandboxRequest): Promise<unknown> {
  if (request.signal?.aborted) throw new SandboxError('aborted', 'the reader was stopped');
  const child = start(request);
  const attempt = new Attempt(child, request);
  const timer = setTimeout(() => attempt.stop('timeout'), request.timeoutMs);
  const unwatch = child.pid === undefined ? () => undefined : watchMemory(child.pid, request.memoryMb, () => attempt.stop('memory'));
  const abort = (): void => attempt.stop('aborted');
  request.signal?.addEventListener('abort', abort, { once: true });
  try {
    const ended = new Promise<[number | null, string | null]>((resolve, reject) => {
      child.once('error', () => reject(new SandboxError('crashed', 'the reader could not be started')));
      child.once('close', (code, signal) => resolve([code, signal]));
    });
    attempt.feed();
    const [code, signal] = await ended;
    return attempt.answer(code, signal);
  } finally {
    clearTimeout(timer);
    unwatch();
    request.signal?.removeEventListener('abort', abort);
  }
}
