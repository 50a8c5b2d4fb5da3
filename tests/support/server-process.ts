import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import path from 'node:path';

/** The repository's root. */
export const root = path.resolve(import.meta.dirname, '../..');

/** A suite's server lives for seconds: to optimise what runs a few times takes a quarter of its start, on the core that the next suite waits for. V8's own figure is 67,584. */
const lateOptimiser = '--interrupt-budget=500000';
/** The first start of a store makes the demo city: on MariaDB more than four minutes where other suites keep both cores busy. Less than what a hook has (after-env.ts). */
const startLimitMs = 500_000;
/** Longer than the server itself gives to requests that are still running. */
const stopLimitMs = 30_000;
const logLines = 200;
const lastLines = 8;

/** A port that was free a moment ago. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

/** How a server process is started. */
export interface ServerProcessOptions {
  /** The built file that Node runs. */
  entry: string;
  port: number;
  env: Record<string, string>;
  /** Path that answers 200 as soon as the server can be used. */
  ready?: string;
}

/**
 * One server as a child process: what ships, seen from outside.
 * Errors name what happened and carry the end of the server's own log.
 */
export class ServerProcess {
  private child: ChildProcess | null = null;
  private lines: string[] = [];
  private shown = 0;
  readonly url: string;

  constructor(private readonly options: ServerProcessOptions) {
    this.url = `http://127.0.0.1:${options.port}`;
  }

  get pid(): number | undefined {
    return this.child?.pid;
  }

  get running(): boolean {
    return this.child !== null;
  }

  /** Everything that the server wrote, its last 200 lines. */
  get log(): string {
    return this.lines.slice(-logLines).join('\n');
  }

  /** Everything that the server wrote, from its first start on. */
  get wholeLog(): string {
    return this.lines.join('\n');
  }

  /** Starts the process and waits until it is ready. `env` is added for this start only. */
  async start(env: Record<string, string> = {}): Promise<void> {
    if (this.child) throw new Error('The server runs already.');
    const child = spawn(process.execPath, ['--enable-source-maps', lateOptimiser, this.options.entry], {
      cwd: root,
      env: { ...inherited(), ...this.options.env, ...env, PORT: String(this.options.port), HOST: '127.0.0.1' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.child = child;
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        this.lines.push(...text.trimEnd().split('\n'));
        if (process.env['KEPU_TEST_LOG']) process.stderr.write(text);
      });
    }
    const orphaned = () => child.kill('SIGKILL');
    process.once('exit', orphaned);
    child.once('exit', () => {
      process.removeListener('exit', orphaned);
      if (this.child === child) this.child = null;
    });
    await this.untilReady(child);
  }

  /** Asks the server to stop, as an operator does. Gives its exit code; one that does not stop in time is an error. */
  async stop(): Promise<number | null> {
    return this.end('SIGTERM');
  }

  /** Ends the process at once, as a power cut does. */
  async kill9(): Promise<void> {
    await this.end('SIGKILL');
  }

  /** Sends a signal and does not wait. */
  signal(name: NodeJS.Signals): void {
    this.child?.kill(name);
  }

  /** Waits until the process ends by itself, and gives its exit code. */
  async ended(): Promise<number | null> {
    if (!this.child) return null;
    const [code] = (await once(this.child, 'close')) as [number | null];
    return code;
  }

  /**
   * What the server wrote since the last call, for the reader of a failed test: its last requests, and before them only
   * what went wrong. `KEPU_TEST_LOG=1` shows everything as it comes.
   */
  unreadLog(): string {
    const unread = this.lines.slice(this.shown);
    this.shown = this.lines.length;
    return unread.filter((line, at) => at >= unread.length - lastLines || isTrouble(line)).slice(-logLines).join('\n');
  }

  private async end(signal: NodeJS.Signals): Promise<number | null> {
    const child = this.child;
    if (!child) return null;
    // `close` and not `exit`: the log is whole only then.
    const exit = once(child, 'close') as Promise<[number | null]>;
    let late = false;
    const limit = setTimeout(() => {
      late = true;
      child.kill('SIGKILL');
    }, stopLimitMs);
    child.kill(signal);
    const [code] = await exit;
    clearTimeout(limit);
    if (late) throw new Error(`The server did not stop within ${stopLimitMs / 1000} s of ${signal}.\n${this.log}`);
    return code;
  }

  private async untilReady(child: ChildProcess): Promise<void> {
    const until = Date.now() + startLimitMs;
    const url = `${this.url}${this.options.ready ?? '/api/v1/health/ready'}`;
    for (;;) {
      if (child.exitCode !== null || child.signalCode !== null) throw new Error(`The server ended before it was ready (${child.exitCode ?? child.signalCode}).\n${this.log}`);
      const answer = await fetch(url, { headers: { connection: 'close' }, signal: AbortSignal.timeout(2000) }).catch(() => null);
      await answer?.body?.cancel();
      if (answer?.ok) return;
      if (Date.now() > until) {
        child.kill('SIGKILL');
        throw new Error(`The server was not ready within ${startLimitMs / 1000} s (${answer ? `${url} answered ${answer.status}` : 'no answer'}).\n${this.log}`);
      }
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
  }
}

/** A warning, an error, or an answer of 500 and above, in a log of one JSON object a line. */
function isTrouble(line: string): boolean {
  const [, level] = /"level":(\d+)/.exec(line) ?? [];
  const [, status] = /"status":(\d+)/.exec(line) ?? [];
  return Number(level) >= 40 || Number(status) >= 500;
}

/** Our own environment without what would make the server another one than it is on a fresh machine. */
function inherited(): Record<string, string> {
  const own = ['PATH', 'HOME', 'TMPDIR', 'TEMP', 'TMP', 'SystemRoot', 'LANG', 'KEPU_PAPER_DIR', 'NODE_EXTRA_CA_CERTS'];
  return Object.fromEntries(own.flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]]])));
}
