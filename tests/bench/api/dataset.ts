import { copyFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { v7 } from 'uuid';
import { MeasuredProcess } from '../measured-process.js';

/** The repository's root, from the compiled file. */
export const root = path.resolve(import.meta.dirname, '../../../..');
export const apiEntry = path.join(root, 'apps/api/dist/bundle/main.js');
export const sqliteAdapter = pathToFileURL(path.join(root, 'apps/api/dist/platform/database/sqlite-adapter.js')).href;
const password = 'Kepu-bench-2026';
export const office = { identifier: 'office@demo.kepu', password };

/** Rows beside those of the demo city. */
const UNITS = 2_000;
export const kinds = ['school', 'hospital', 'community', 'village'] as const;

interface Connection { prepare(sql: string): { all(...values: unknown[]): Record<string, unknown>[]; run(...values: unknown[]): unknown }; exec(sql: string): void; close(): void }
interface Adapter { SqliteConnection: new (file: string) => Connection }

/** A city to measure in: what requests may name, and where the two copies of its file stand. */
export interface Dataset { readonly ours: string; readonly baseline: string; readonly ids: readonly string[]; readonly counties: readonly string[]; readonly townships: readonly string[] }

/** Lets our server make the demo city, adds units, and copies the file for each side. */
export async function makeDataset(folder: string): Promise<Dataset> {
  const ours = path.join(folder, 'ours');
  const { server } = await MeasuredProcess.start(
    { entry: apiEntry, cwd: root, log: path.join(folder, 'template.log'), env: { NODE_ENV: 'test', DATA_DIR: ours, DEMO: '1', DEMO_PASSWORD: password, LOG_LEVEL: 'warn' } }, '/api/v1/health/ready');
  await server.stop();
  const file = path.join(ours, 'kepu.sqlite');
  const { SqliteConnection } = (await import(sqliteAdapter)) as Adapter;
  const connection = new SqliteConnection(file);
  const townships = connection.prepare("SELECT id FROM divisions WHERE kind NOT IN ('city', 'county') ORDER BY id").all().map((row) => String(row['id']));
  const counties = connection.prepare("SELECT id FROM divisions WHERE kind = 'county' ORDER BY id").all().map((row) => String(row['id']));
  const ids = addUnits(connection, townships);
  connection.exec('ANALYZE');
  // All rows have to be in the file itself: the log beside it is not copied.
  const [checkpoint] = connection.prepare('PRAGMA wal_checkpoint(TRUNCATE)').all();
  if (checkpoint?.['busy'] !== 0) throw new Error('The file is still in use, its copy would lack rows.');
  connection.close();
  const baseline = path.join(folder, 'baseline.sqlite');
  copyFileSync(file, baseline);
  return { ours, baseline, ids, counties, townships };
}

function addUnits(connection: Connection, townships: readonly string[]): string[] {
  const unit = connection.prepare(
    'INSERT INTO units (id, name, name_key, search_key, full_name, kind, division_id, path, sort_no, hosts_office, version) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 0, 1)');
  const alias = connection.prepare("INSERT INTO unit_names (id, unit_id, kind, name) VALUES (?, ?, 'alias', ?)");
  const ids: string[] = [];
  connection.exec('BEGIN');
  for (let n = 0; n < UNITS; n++) {
    const id = v7();
    const key = `ceshidanwei${String((n * 7919) % UNITS).padStart(4, '0')}`;
    // Kinds and townships go round at different paces, so that every county has units of every kind.
    unit.run(id, `测试单位${n}`, key, `${key} 测试单位${n}`, `某市测试单位第${n}号`, kinds[n % kinds.length], townships[Math.floor(n / kinds.length) % townships.length], `/${id}/`, 20_000 + n);
    if (n % 3 === 0) alias.run(v7(), id, `单位${n}`);
    ids.push(id);
  }
  connection.exec('COMMIT');
  return ids;
}
