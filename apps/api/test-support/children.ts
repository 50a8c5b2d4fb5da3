/** Child processes that run our sources, for tests that kill them. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface, type Interface } from 'node:readline';

const REGISTER = join(__dirname, 'register-typescript.mjs');

export interface SourceChild {
  readonly process: ChildProcess;
  /** What it prints, line by line. */
  readonly lines: Interface;
  /** kill -9; resolves when it is gone, with everything that it had printed before. */
  kill(): Promise<void>;
}

/** Runs a TypeScript file of ours in a process of its own. */
export function spawnSource(file: string, parameters: readonly string[] = []): SourceChild {
  const child = spawn(process.execPath, ['--conditions=source', '--import', REGISTER, file, ...parameters], { stdio: ['ignore', 'pipe', 'inherit'] });
  const lines = createInterface({ input: child.stdout });
  const closed = Promise.all([once(child, 'exit'), once(lines, 'close')]);
  return {
    process: child,
    lines,
    async kill() {
      child.kill('SIGKILL');
      await closed;
    },
  };
}

/** The path of a child's source in this folder. */
export const childSource = (name: string): string => join(__dirname, `${name}.ts`);
