import { execFileSync, spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { cpus } from 'node:os';

/** With two cores and `taskset` the servers get one of them and the load the other; without, both share what there is. */
export const pinned = cpus().length > 1 && spawnSync('taskset', ['--version']).status === 0;

/** Puts this process, which makes the load, beside the core of the servers. */
export const leaveServersCore = (): void => {
  if (pinned) execFileSync('taskset', ['-a', '-c', '-p', '1', String(process.pid)], { stdio: 'ignore' });
};

/** A first start on MariaDB makes the whole demo city, which takes minutes on a busy machine. */
const FIRST_ANSWER_MS = 300_000;

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

export interface Started { readonly entry: string; readonly args?: readonly string[]; readonly env: Readonly<Record<string, string>>; readonly cwd: string; readonly log: string; readonly nodeArgs?: readonly string[]; /** Where what is measured is several threads of one server at once. */ readonly everyCore?: true }

/** A server as a process of its own, on the servers' core. */
export class MeasuredProcess {
  private constructor(private readonly child: ChildProcess, readonly url: string, private readonly log: string) {}

  /** Starts it and waits for the first 200 of `path`; answers how long that took from the spawn, in ms. */
  static async start(given: Started, path: string, headers: Record<string, string> = {}): Promise<{ server: MeasuredProcess; coldMs: number }> {
    const port = await freePort();
    const log = openSync(given.log, 'a');
    const command = [process.execPath, ...(given.nodeArgs ?? []), given.entry, ...(given.args ?? [])];
    const [file = '', ...rest] = pinned && !given.everyCore ? ['taskset', '-c', '0', ...command] : command;
    const began = performance.now();
    const child = spawn(file, rest, { cwd: given.cwd, env: { PATH: process.env['PATH'], ...given.env, PORT: String(port), HOST: '127.0.0.1' }, stdio: ['ignore', log, log] });
    closeSync(log);
    const orphaned = (): void => { child.kill('SIGKILL'); };
    process.once('exit', orphaned);
    child.once('exit', () => process.removeListener('exit', orphaned));
    const server = new MeasuredProcess(child, `http://127.0.0.1:${port}`, given.log);
    await server.firstAnswer(path, headers);
    return { server, coldMs: performance.now() - began };
  }

  /** Resident memory in MB. */
  rssMb(): number { return Number(execFileSync('ps', ['-o', 'rss=', '-p', String(this.child.pid)], { encoding: 'utf8' })) / 1024; }

  /** Resident memory in MB of the largest process that it runs beside itself: of a reader of papers. */
  readersMb(): number {
    const { stdout } = spawnSync('ps', ['-o', 'rss=', '--ppid', String(this.child.pid)], { encoding: 'utf8' });
    return Math.max(0, ...stdout.split('\n').map((line) => Number(line) / 1024));
  }

  /** Processor time used so far in ms, on Linux; NaN elsewhere. Steadier than rates where the machine is shared. */
  cpuMs(): number {
    try {
      const fields = readFileSync(`/proc/${this.child.pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
      return (Number(fields[11]) + Number(fields[12])) * 10;
    } catch {
      return NaN;
    }
  }

  async stop(): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    const closed = once(this.child, 'close');
    this.child.kill('SIGTERM');
    await closed;
  }

  private async firstAnswer(path: string, headers: Record<string, string>): Promise<void> {
    const until = performance.now() + FIRST_ANSWER_MS;
    for (;;) {
      if (this.child.exitCode !== null) throw new Error(`The server ended before it answered:\n${readFileSync(this.log, 'utf8').slice(-3000)}`);
      const answer = await fetch(this.url + path, { headers: { ...headers, connection: 'close' } }).catch(() => null);
      const text = await answer?.text();
      if (answer?.status === 200) return;
      if (performance.now() > until) throw new Error(`No 200 from ${path} within ${FIRST_ANSWER_MS / 1000} s: ${answer?.status} ${text}`);
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  }
}
