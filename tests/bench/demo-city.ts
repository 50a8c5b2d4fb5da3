import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type mysql from 'mysql2/promise';
import { apiEntry, office, root } from './api/dataset.js';
import { MeasuredProcess } from './measured-process.js';
import { withMariaDb } from './throwaway-mariadb.js';

/** The demo city on a MariaDB of its own, with no server on it until one is started. */
export interface DemoCity {
  readonly connection: mysql.Connection;
  /** For files; thrown away with the city. */
  readonly folder: string;
  /** Starts the built server as it runs in production, in the place of the one that ran before. */
  start(env?: Readonly<Record<string, string>>): Promise<MeasuredProcess>;
}

export async function withDemoCity<T>(say: (line: string) => void, work: (city: DemoCity) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(path.join(tmpdir(), 'kepu-bench-'));
  let server: MeasuredProcess | undefined;
  try {
    return await withMariaDb(async (url, connection) => {
      const open = async (env: Readonly<Record<string, string>>): Promise<MeasuredProcess> => {
        await server?.stop();
        ({ server } = await MeasuredProcess.start({
          entry: apiEntry, cwd: root, log: path.join(folder, 'server.log'), everyCore: true, env: { DATABASE_URL: url, DATA_DIR: folder, LOG_LEVEL: 'warn', ...env },
        }, '/api/v1/health/ready'));
        return server;
      };
      say('the demo city is made');
      await (await open({ NODE_ENV: 'test', DEMO: '1', DEMO_PASSWORD: office.password })).stop();
      return await work({
        connection, folder,
        start: (env = {}) => open({ NODE_ENV: 'production', KEYRING_FILE: path.join(folder, 'keyring.json'), PUBLIC_URL: 'https://kepu.test', SECOND_FACTOR: 'choice', PASSWORD_MAX_DAYS: '0', TRUST_PROXY: '1', ...env }),
      });
    });
  } finally {
    await server?.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}
