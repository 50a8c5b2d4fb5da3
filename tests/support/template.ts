import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Engine } from './engines.js';
import { cloneDatabase, createDatabase, databaseUrl, dropDatabase, throwawayName } from './mariadb.js';
import { runFolder } from './run-folder.js';
import { freePort, root, ServerProcess } from './server-process.js';

/** The built API. */
export const serverEntry = path.join(root, 'apps/api/dist/bundle/main.js');

/** Password of every demo account in tests. */
export const demoPassword = 'Kepu-demo-2026';

interface Template {
  folder: string;
  database: string | null;
}

/** Where one test server keeps its data. */
export interface Store {
  folder: string;
  env: Record<string, string>;
  remove: () => Promise<void>;
}

/** What every server of the tests is started with. Requests that went well are no news: a seventh of the time of a short one is its line in the log. */
export const testEnvironment = (extra: Record<string, string> = {}): Record<string, string> => ({
  NODE_ENV: 'test', TEST_CONTROL: '1', DEMO: '1', DEMO_PASSWORD: demoPassword, LOG_LEVEL: 'warn', ...extra,
});

/**
 * The template of one engine: a server is started once on it, migrates and fills it, and every suite copies it.
 * The first worker that asks makes it; the others wait.
 */
async function template(engine: Engine): Promise<Template> {
  const note = path.join(runFolder(), `${engine}.json`);
  const failure = path.join(runFolder(), `${engine}.failed`);
  try {
    mkdirSync(path.join(runFolder(), `${engine}.making`));
  } catch {
    return waitFor(note, failure);
  }
  try {
    const made = await makeTemplate(engine);
    writeFileSync(`${note}.part`, JSON.stringify(made));
    renameSync(`${note}.part`, note);
    return made;
  } catch (error) {
    writeFileSync(failure, error instanceof Error ? error.message : String(error));
    throw error;
  }
}

async function makeTemplate(engine: Engine): Promise<Template> {
  if (!existsSync(serverEntry)) throw new Error('These suites start the built server: run `npm run build` first.');
  const made: Template = { folder: mkdtempSync(path.join(runFolder(), 'template-')), database: engine === 'mariadb' ? throwawayName() : null };
  if (made.database) await createDatabase(made.database);
  const server = new ServerProcess({ entry: serverEntry, port: await freePort(), env: testEnvironment(storeOf(made)) });
  await server.start();
  await server.stop();
  return made;
}

async function waitFor(note: string, failure: string): Promise<Template> {
  while (!existsSync(note)) {
    if (existsSync(failure)) throw new Error(`The template could not be made: ${readFileSync(failure, 'utf8')}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return JSON.parse(readFileSync(note, 'utf8')) as Template;
}

/** A store of one's own: a copy of the template, or an empty one. */
export async function openStore(engine: Engine, { empty = false } = {}): Promise<Store> {
  const store: Template = { folder: mkdtempSync(path.join(runFolder(), 'server-')), database: engine === 'mariadb' ? throwawayName() : null };
  if (empty) {
    if (store.database) await createDatabase(store.database);
  } else {
    const { folder, database } = await template(engine);
    cpSync(folder, store.folder, { recursive: true });
    if (store.database && database) await cloneDatabase(database, store.database);
  }
  return {
    folder: store.folder,
    env: storeOf(store),
    remove: async () => {
      rmSync(store.folder, { recursive: true, force: true });
      if (store.database) await dropDatabase(store.database);
    },
  };
}

const storeOf = ({ folder, database }: Template): Record<string, string> => ({ DATA_DIR: folder, ...(database && { DATABASE_URL: databaseUrl(database) }) });
