import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** The folder that all workers of this run share, made by global-setup.mjs and removed by global-teardown.mjs. */
export function runFolder(): string {
  const folder = process.env['KEPU_TEST_RUN'];
  if (!folder) throw new Error('This Jest project does not name tests/support/global-setup.mjs.');
  return folder;
}

/**
 * What costs much and is made once in a run: the worker that asks first makes it, and the others wait for its note.
 *
 * @param name of the thing, fit for a file's name
 * @returns what `make` gave, which is written down as JSON. Errors: what `make` threw, in every worker that asks
 */
export async function onceInRun<T>(name: string, make: () => Promise<T>): Promise<T> {
  const [note, failure] = [path.join(runFolder(), `${name}.json`), path.join(runFolder(), `${name}.failed`)];
  try {
    mkdirSync(path.join(runFolder(), `${name}.making`));
  } catch {
    while (!existsSync(note)) {
      if (existsSync(failure)) throw new Error(`${name} could not be made: ${readFileSync(failure, 'utf8')}`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    return JSON.parse(readFileSync(note, 'utf8')) as T;
  }
  try {
    const made = await make();
    writeFileSync(`${note}.part`, JSON.stringify(made));
    renameSync(`${note}.part`, note);
    return made;
  } catch (error) {
    writeFileSync(failure, error instanceof Error ? error.message : String(error));
    throw error;
  }
}
