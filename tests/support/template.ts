import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { Engine } from './engines.js';
import { copyDatabase, createDatabase, databaseUrl, dropDatabase, giveBack } from './mariadb.js';
import { onceInRun, runFolder } from './run-folder.js';
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

/** The template of one engine: a server is started once on it, migrates and fills it, and every suite copies it. */
const template = (engine: Engine): Promise<Template> => onceInRun(engine, () => makeTemplate(engine));

async function makeTemplate(engine: Engine): Promise<Template> {
  if (!existsSync(serverEntry)) throw new Error('These suites start the built server: run `npm run build` first.');
  const made: Template = { folder: mkdtempSync(path.join(runFolder(), 'template-')), database: engine === 'mariadb' ? await createDatabase() : null };
  const server = new ServerProcess({ entry: serverEntry, port: await freePort(), env: testEnvironment(storeOf(made)) });
  await server.start();
  await server.stop();
  return made;
}

/** A store of one's own: a copy of the template, or an empty one. */
export async function openStore(engine: Engine, { empty = false } = {}): Promise<Store> {
  const folder = mkdtempSync(path.join(runFolder(), 'server-'));
  const made = empty ? null : await template(engine);
  if (made) cpSync(made.folder, folder, { recursive: true });
  const database = engine === 'sqlite' ? null : made?.database ? await copyDatabase(made.database) : await createDatabase();
  return {
    folder,
    env: storeOf({ folder, database }),
    remove: async () => {
      rmSync(folder, { recursive: true, force: true });
      if (database) await (made?.database ? giveBack(made.database, database) : dropDatabase(database));
    },
  };
}

const storeOf = ({ folder, database }: Template): Record<string, string> => ({ DATA_DIR: folder, ...(database && { DATABASE_URL: databaseUrl(database) }) });
