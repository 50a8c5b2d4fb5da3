import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import path from 'node:path';
import excel from 'exceljs';
import { root } from '../api/dataset.js';
import { withDemoCity } from '../demo-city.js';
import { Desk } from '../desk.js';
import { median, rounded, spread, type Benchmark, type Outcome } from '../outcome.js';
import { sinkOf } from '../throwaway-mariadb.js';
import { addPeople } from './people.js';

const PEOPLE = Number(process.env['BENCH_PEOPLE'] ?? 100_000);
const ROUNDS = Number(process.env['BENCH_ROUNDS'] ?? 200);
const ROSTER = 10_000;
/** Every so many rows of the roster one cell is wrong. */
const WRONG_EVERY = 10;
const TODAY = new Date().toISOString().slice(0, 10);
/** Of ours alone, in ms and MB. */
const goal = { list_p99_ms: 100, sorted_p99_ms: 100, active_p99_ms: 100, pool_p99_ms: 100, search_p99_ms: 100, roster_ms: 30_000 };

/** What is asked, and the statement that one would write first: everything joined, sorted and counted at once. */
interface Asked { readonly name: string; readonly where: string; readonly sql: { readonly condition: string; readonly order: string; readonly join?: string } }
const joined = `FROM volunteers v JOIN accounts a ON a.id = v.id LEFT JOIN units u ON u.id = v.unit_id JOIN divisions d ON d.id = v.county_id
  LEFT JOIN (SELECT s.volunteer_id AS id, SUM(s.minutes) AS minutes, COUNT(*) AS services FROM service_records s WHERE s.ledger = 'volunteer' GROUP BY s.volunteer_id) served ON served.id = v.id`;

const ranked = (values: readonly number[], part: number): number => [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * part))] ?? NaN;
const timed = async (call: () => Promise<unknown>): Promise<number> => {
  const began = performance.now();
  await call();
  return performance.now() - began;
};

/** A roster as a university would send it, one cell in so many wrong. */
async function rosterOf(file: string): Promise<void> {
  const book = new excel.Workbook();
  const sheet = book.addWorksheet('名单');
  sheet.addRow(['姓名', '手机号', '出生日期', '职业', '县（市、区）', '单位', '人才队伍']);
  for (let at = 0; at < ROSTER; at += 1) {
    const wrong = at % WRONG_EVERY === 0 ? (at / WRONG_EVERY) % 4 : -1;
    sheet.addRow([`测试${String.fromCodePoint(0x4e00 + (at % 5_000))}`, wrong === 0 ? '123' : `136${String(10_000_000 + at)}`, wrong === 1 ? '2199-02-30' : '1980-01-02', wrong === 2 ? '宇航员' : '教师', wrong === 3 ? '杭州市' : '鹿城区', '', '']);
  }
  await book.xlsx.writeFile(file);
}

interface Roster { readonly id: string; readonly version: number; readonly rows: number; readonly problemRows: number }

async function run(say: (line: string) => void): Promise<Outcome> {
  return withDemoCity(say, async ({ connection, folder, start }) => {
    say(`${PEOPLE} people are added`);
    await addPeople(sinkOf(connection), PEOPLE, TODAY);
    await connection.query('ANALYZE TABLE volunteers, accounts, volunteer_topics, pool_terms, credentials, service_records');
    const server = await start();
    const desk = await Desk.at(server.url);
    const [[pool], [topic]] = await Promise.all([sinkOf(connection).read("SELECT id FROM pools WHERE seed_key = 'science-volunteers'"), sinkOf(connection).read("SELECT id FROM terms WHERE kind = 'topic' AND parent_id IS NOT NULL ORDER BY id LIMIT 1")]);
    say(`load average ${loadavg().map(rounded).join(' ')}`);

    const ours: Record<string, number> = {};
    const alternative: Record<string, number> = {};
    const asked: readonly Asked[] = [
      { name: 'list', where: '/volunteers?', sql: { condition: '1 = 1', order: 'v.name_key, v.id' } },
      { name: 'sorted', where: '/volunteers?sort=-minutes&', sql: { condition: '1 = 1', order: 'COALESCE(served.minutes, 0) DESC, v.id DESC' } },
      { name: 'active', where: '/volunteers?active=true&', sql: { condition: `a.state = 'active' AND (v.paused_until IS NULL OR v.paused_until < '${TODAY}')`, order: 'v.name_key, v.id' } },
      { name: 'pool', where: `/volunteers?poolId=${String(pool?.['id'])}&`, sql: { condition: `EXISTS (SELECT 1 FROM pool_terms t WHERE t.account_id = v.id AND t.pool_id = '${String(pool?.['id'])}' AND t.ended_on IS NULL)`, order: 'v.name_key, v.id' } },
      { name: 'topic', where: `/volunteers?topicId=${String(topic?.['id'])}&`, sql: { condition: `EXISTS (SELECT 1 FROM volunteer_topics vt WHERE vt.volunteer_id = v.id AND vt.term_id = '${String(topic?.['id'])}')`, order: 'v.name_key, v.id' } },
      { name: 'away', where: `/volunteers?away=${TODAY}&`, sql: { condition: `v.absences <> '[]' AND JSON_EXTRACT(v.absences, '$[0].from') <= '${TODAY}'`, order: 'v.name_key, v.id' } },
      { name: 'search', where: `/volunteers?q=${encodeURIComponent('林晓')}&`, sql: { condition: "v.search_key LIKE '%林晓%'", order: 'v.name_key, v.id' } },
    ];
    for (const { name, where, sql } of asked) {
      await desk.ask('GET', `${where}perPage=25`);
      const [mine, theirs]: [number[], number[]] = [[], []];
      for (let round = 0; round < ROUNDS; round += 1) mine.push(await timed(() => desk.ask('GET', `${where}perPage=25&page=${1 + (round % 40)}`)));
      for (let round = 0; round < 5; round += 1) {
        theirs.push(await timed(async () => {
          await connection.query(`SELECT v.id, a.name, v.number, u.name AS unitName, d.name AS countyName, served.minutes, served.services ${joined} WHERE a.state <> 'closed' AND (${sql.condition}) ORDER BY ${sql.order} LIMIT 25 OFFSET ${25 * (round % 40)}`);
          await connection.query(`SELECT COUNT(*) ${joined} WHERE a.state <> 'closed' AND (${sql.condition})`);
        }));
      }
      ours[`${name}_p50_ms`] = rounded(median(mine));
      ours[`${name}_p99_ms`] = rounded(ranked(mine, 0.99));
      alternative[`${name}_p50_ms`] = rounded(median(theirs));
      alternative[`${name}_p99_ms`] = rounded(Math.max(...theirs));
      say(`${name}: p50 ${ours[`${name}_p50_ms`]} ms, p99 ${ours[`${name}_p99_ms`]} ms; at once ${spread(theirs)} ms`);
    }
    const wholes: readonly (readonly [string, string])[] = [['statistics', `/volunteer-statistics?year=${TODAY.slice(0, 4)}`], ['headcounts', `/pools/${String(pool?.['id'])}/headcounts?by=county&on=${TODAY}`]];
    for (const [name, where] of wholes) {
      const taken: number[] = [];
      for (let round = 0; round < 6; round += 1) taken.push(await timed(() => desk.ask('GET', where)));
      ours[`${name}_ms`] = rounded(median(taken.slice(1)));
      say(`${name}: ${spread(taken.slice(1))} ms`);
    }

    const file = path.join(folder, 'roster.xlsx');
    await rosterOf(file);
    const [rosters, alone]: [number[], number[]] = [[], []];
    for (let round = 0; round < 3; round += 1) {
      const form = new FormData();
      form.append('file', new Blob([readFileSync(file)]), '名册.xlsx');
      let made: Roster | undefined;
      rosters.push(await timed(async () => { made = await desk.ask('POST', '/roster-imports', form) as unknown as Roster; }));
      if (made?.rows !== ROSTER || made.problemRows !== ROSTER / WRONG_EVERY) throw new Error(`${made?.rows} rows were read, ${made?.problemRows} of them with problems`);
      await desk.ask('POST', `/roster-imports/${made.id}/discard`, { version: made.version });
      alone.push((JSON.parse(execFileSync(process.execPath, [path.join(root, 'tests/bench/paper/exceljs-alone.mjs'), file], { encoding: 'utf8' })) as { ms: number }).ms);
    }
    ours['roster_ms'] = rounded(median(rosters));
    alternative['roster_ms'] = rounded(median(alone));
    say(`roster: ${spread(rosters)} ms; exceljs alone ${spread(alone)} ms; server ${rounded(server.rssMb())} MB`);

    return {
      name: 'people', ours, alternative, goal, ratio: Object.fromEntries(Object.keys(ours).filter((key) => key in alternative).map((key) => [key, rounded((ours[key] ?? NaN) / (alternative[key] ?? NaN))])),
      met: Object.entries(goal).every(([key, most]) => (ours[key] ?? Infinity) <= most),
    };
  });
}

export const talentsBenchmark: Benchmark = { name: 'people', about: 'lists of 100,000 people on MariaDB, against one statement that joins everything; a roster of 10,000, against exceljs alone', run };
