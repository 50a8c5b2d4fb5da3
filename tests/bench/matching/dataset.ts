import { cpSync } from 'node:fs';
import path from 'node:path';
import { v7 } from 'uuid';
import { apiEntry, office, root, sqliteAdapter } from '../api/dataset.js';
import { MeasuredProcess } from '../measured-process.js';

/** Beside those of the demo city. */
export const VOLUNTEERS = 10_000;
const occupations = ['teacher', 'medical', 'university_student', 'researcher', 'agronomist', 'employee', 'media_arts', 'retired', 'other'];
/** How many positions the rounds go through. */
const POSITIONS = 5;

type Row = Record<string, unknown>;
interface Connection { prepare(sql: string): { all(...values: unknown[]): Row[]; run(...values: unknown[]): unknown }; exec(sql: string): void; close(): void }
interface Adapter { SqliteConnection: new (file: string) => Connection }
interface Place { readonly id: string; readonly shiftId: string; readonly activityId: string; readonly unitId: string; readonly startsAt: string }

/** A city of ten thousand to choose from: the two copies of its data, and positions that are open. */
export interface Crowd { readonly ours: string; readonly alternative: string; readonly positions: readonly string[] }

/** Lets our server make the demo city, adds volunteers with what they hold and have served, and copies it for each side. */
export async function makeCrowd(folder: string): Promise<Crowd> {
  const ours = path.join(folder, 'ours');
  const { server } = await MeasuredProcess.start(
    { entry: apiEntry, cwd: root, log: path.join(folder, 'template.log'), env: { NODE_ENV: 'test', DATA_DIR: ours, DEMO: '1', DEMO_PASSWORD: office.password, LOG_LEVEL: 'warn' } }, '/api/v1/health/ready');
  await server.stop();
  const { SqliteConnection } = (await import(sqliteAdapter)) as Adapter;
  const connection = new SqliteConnection(path.join(ours, 'kepu.sqlite'));
  const places = connection.prepare(
    `SELECT p.id AS id, s.id AS shiftId, a.id AS activityId, a.unit_id AS unitId, s.starts_at AS startsAt FROM positions p JOIN shifts s ON s.id = p.shift_id JOIN activities a ON a.id = p.activity_id
     WHERE a.state = 'open' AND s.cancelled_at IS NULL AND p.occupations = '[]' AND s.starts_at > ?
     ORDER BY s.starts_at DESC, p.id`).all(new Date(Date.now() + 86_400_000).toISOString().replace('T', ' ').replace('Z', '')) as unknown as Place[];
  const positions = places.slice(0, POSITIONS).map(({ id }) => id);
  // Nobody has asked for these: what ours tells of sign-ups besides is no part of the comparison.
  for (const id of positions) {
    connection.prepare('DELETE FROM signups WHERE position_id = ?').run(id);
    connection.prepare('UPDATE positions SET confirmed = 0 WHERE id = ?').run(id);
  }
  addVolunteers(connection, places.slice(POSITIONS));
  connection.exec('ANALYZE');
  // All rows have to be in the file itself: the log beside it is not copied.
  const [checkpoint] = connection.prepare('PRAGMA wal_checkpoint(TRUNCATE)').all();
  if (checkpoint?.['busy'] !== 0) throw new Error('The file is still in use, its copy would lack rows.');
  connection.close();
  const alternative = path.join(folder, 'alternative');
  cpSync(ours, alternative, { recursive: true });
  return { ours, alternative, positions };
}

/** Numbers that look like chance and are the same in every run. */
const chance = (seed: number): (() => number) => {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
};

function addVolunteers(connection: Connection, places: readonly Place[]): void {
  const next = chance(2026);
  const below = (count: number): number => Math.floor(next() * count);
  const column = (sql: string): string[] => connection.prepare(sql).all().map((row) => String(row['id']));
  const counties = column("SELECT id FROM divisions WHERE kind = 'county' AND closed_on IS NULL ORDER BY id");
  const topics = column("SELECT id FROM terms WHERE kind = 'topic' AND closed_on IS NULL ORDER BY id");
  const [officer = ''] = column("SELECT account_id AS id FROM account_grants WHERE role = 'administrator'");
  const insert = (table: string, columns: string) => connection.prepare(`INSERT INTO ${table} (${columns}) VALUES (${columns.split(',').map(() => '?').join(', ')})`);
  const account = insert('accounts', 'id, name, name_key, search_key, password_hash, must_change_password, state, created_at, version');
  const volunteer = insert('volunteers', 'id, number, name_key, search_key, born_on, occupation, county_id, availability, travel_limit, to_islands, to_mountains, recommendations_off, paused_until, consent_version, created_at, version');
  const topic = insert('volunteer_topics', 'id, volunteer_id, term_id');
  const signup = insert('signups', 'id, position_id, shift_id, activity_id, volunteer_id, state, on_duty, signed_up_at, version');
  const record = insert('service_records', 'id, once_key, volunteer_id, activity_id, shift_id, signup_id, unit_id, day, minutes, ledger, rule, confirmed_by, created_at');
  const long = '2026-01-01 00:00:00.000';
  connection.exec('BEGIN');
  for (let n = 0; n < VOLUNTEERS; n++) {
    const id = v7();
    const key = `ceshizhiyuanzhe${n}`;
    account.run(id, `测试志愿者${n}`, key, `${key} 测试志愿者${n}`, 'none', 0, 'active', long, 1);
    volunteer.run(id, `B${String(n).padStart(8, '0')}`, key, key, `${1950 + below(55)}-0${1 + below(9)}-15`, occupations[below(occupations.length)], counties[below(counties.length)],
      Array.from({ length: 21 }, () => (next() < 0.35 ? '1' : '0')).join(''), 30 + 15 * below(14), next() < 0.3 ? 1 : 0, next() < 0.8 ? 1 : 0, next() < 0.05 ? 1 : 0, next() < 0.03 ? '2099-01-01' : null, 'bench', long, 1);
    for (const termId of new Set(Array.from({ length: below(5) }, () => topics[below(topics.length)]))) topic.run(v7(), id, termId);
    // One in five holds a place to come; two in five have served, some of them often.
    const served = next() < 0.4 ? 1 + below(6) : 0;
    const holds = next() < 0.2 ? 1 : 0;
    const chosen = new Map(Array.from({ length: served + holds }, () => places[below(places.length)]).flatMap((place) => (place ? [[place.id, place]] : [])));
    for (const [index, place] of [...chosen.values()].entries()) {
      const signupId = v7();
      signup.run(signupId, place.id, place.shiftId, place.activityId, id, index < holds ? 'confirmed' : 'withdrawn', 0, long, 1);
      if (index >= holds) record.run(v7(), signupId, id, place.activityId, place.shiftId, signupId, place.unitId, `2026-0${1 + below(9)}-1${below(9)}`, 60 + 30 * below(5), 'volunteer', 'own_time', officer, long);
    }
  }
  connection.exec('COMMIT');
}
