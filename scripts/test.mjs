import { mkdtempSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import path from 'node:path';
import { install } from './install.mjs';
import { root } from './steps/run.mjs';

await install();
const [{ build }, { ensureBrowser }, { defaultMysqlUrl, mysqlAnswers, relaxCommits }, { gate, suite, workOff }, { default: jest }] = await Promise.all([
  import('./steps/build.mjs'), import('./steps/browser.mjs'), import('./steps/mariadb.mjs'), import('./steps/stages.mjs'), import('../jest.config.mjs'),
]);

const ci = process.env.CI === 'true' || process.env.CI === '1';
const projects = jest.projects.map(({ displayName }) => displayName);
const needServer = ['http', 'e2e'];
/** The suites over HTTP are the longest of all, and are dealt out in parts. */
const SHARDS = 5;

/** A part of the machine that is not there: a failure where CI promised it, and one clear line elsewhere. */
const outcomes = [];
const absent = (name, line) => {
  console.log(line);
  if (ci) outcomes.push({ name, passed: 0, failed: 1, ms: 0, details: line });
};

// Suites run in folders of their own: a relative path would mean something else there.
if (process.env.KEPU_PAPER_DIR) process.env.KEPU_PAPER_DIR = path.resolve(root, process.env.KEPU_PAPER_DIR);
else console.log('KEPU_PAPER_DIR is not set: the importer is tested with its own samples only.');

process.env.TEST_MYSQL_URL ??= defaultMysqlUrl;
const mysql = await mysqlAnswers(process.env.TEST_MYSQL_URL);
process.env.KEPU_TEST_DATABASES = mysql ? 'sqlite,mariadb' : 'sqlite';
if (!mysql) absent('mariadb', `No MariaDB answers at ${new URL(process.env.TEST_MYSQL_URL).host}: the suites ran on SQLite only (set TEST_MYSQL_URL).`);

const restoreCommits = mysql ? await relaxCommits(process.env.TEST_MYSQL_URL) : async () => undefined;
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => void restoreCommits().finally(() => process.exit(1)));

const browser = await ensureBrowser();
if (browser) process.env.CHROMIUM_PATH = browser;
else absent('browser', 'No Chromium, and none could be fetched: the browser journeys were NOT run (set CHROMIUM_PATH).');

const buildStage = async () => {
  const { code, output, ms } = await build({ capture: true });
  return { name: 'build', passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, ms, details: output };
};
const [built] = await workOff([buildStage]);
outcomes.push(built);

// Two hands for two cores, four for more; each stage has one worker, so that two suites never wait for the same core. The long ones come first, and no hand is idle at the end.
const hands = Math.max(1, Math.min(4, availableParallelism()));
const one = (name, only, ...args) => () => suite(name, only, { workers: 1, args });
// What a compiler makes of a whole repository outgrows the space for young objects at once: with more of it a third of the time is saved.
const roomy = { NODE_OPTIONS: '--max-semi-space-size=64' };
const checks = [
  () => gate('lint', [{ command: 'eslint', args: ['.', '--max-warnings', '0'], env: roomy }]),
  () => gate('types', [{ command: 'tsc', args: ['-b'], env: roomy }, { command: 'tsc', args: ['-p', 'tsconfig.tests.json'], env: roomy }]),
];
const units = projects.filter((name) => !['gates', 'api', ...needServer].includes(name));
// The folder of the templates of databases, and of copies that were given back, for all stages.
process.env.KEPU_TEST_RUN = mkdtempSync(path.join(tmpdir(), 'kepu-run-'));
const served = built.failed > 0 ? [] : [
  // One browser at a time: two on two cores only make each other late.
  ...(browser ? [one('journeys', ['e2e'])] : []),
  ...Array.from({ length: SHARDS }, (_, at) => one(`http ${at + 1}/${SHARDS}`, ['http'], '--testPathPatterns', 'tests/http/', `--shard=${at + 1}/${SHARDS}`)),
  one('matrix', ['http'], '--testPathPatterns', 'tests/(?:matrix|faults)/'),
];
if (built.failed > 0) console.log('The suites that start the built server were not run: there is none.');
// While the first suite on a server plants the city that the others copy, the other hand has what needs none.
outcomes.push(...(await workOff([...served.slice(0, 1), one('api', ['api']), ...served.slice(1, 2), ...checks, ...served.slice(2), one('units', units), one('gates', ['gates'])], hands)));
await (await import('../tests/support/global-teardown.mjs')).removeRun(process.env.KEPU_TEST_RUN);

await restoreCommits();
const sum = (key) => outcomes.reduce((total, outcome) => total + outcome[key], 0);
const [passed, failed] = [sum('passed'), sum('failed')];
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
console.log(`${passed} passed, ${failed} failed`);
