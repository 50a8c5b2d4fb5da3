import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { run } from './run.mjs';
import { readJestReport } from './tally.mjs';

/** Longer than the slowest stage by far: what hangs is a failure, and says which stage it was. */
const stageLimitMs = 70 * 60_000;
/** How many of the slowest suites of a stage are named: a run that grows says where. */
const NAMED = 8;

/** @typedef {{ name: string, passed: number, failed: number, ms: number, details: string, slowest?: string[] }} Outcome */

/**
 * A gate is one program, and counts as one test.
 *
 * @param {string} name
 * @param {{ command: string, args: string[], env?: Record<string, string> }[]} programs run one after the other up to the first that fails
 * @returns {Promise<Outcome>}
 */
export async function gate(name, programs) {
  let ms = 0;
  for (const { command, args, env } of programs) {
    const result = await run(command, args, { capture: true, env, limitMs: stageLimitMs });
    ms += result.ms;
    if (result.code !== 0) return { name, passed: 0, failed: 1, ms, details: result.output };
  }
  return { name, passed: 1, failed: 0, ms, details: '' };
}

/**
 * Some of Jest's projects.
 *
 * @param {string} name
 * @param {string[]} projects names of jest.config.mjs
 * @param {{ workers: number, args?: string[], env?: Record<string, string> }} options
 * @returns {Promise<Outcome>}
 */
export async function suite(name, projects, { workers, args = [], env = {} }) {
  const folder = mkdtempSync(path.join(tmpdir(), 'kepu-tests-'));
  const file = path.join(folder, 'report.json');
  try {
    const result = await run('jest', ['--selectProjects', ...projects, `--maxWorkers=${workers}`, '--json', `--outputFile=${file}`, ...args], { capture: true, env, limitMs: stageLimitMs });
    const report = readJestReport(file);
    const outcome = { name, ms: result.ms };
    if (report === null) return { ...outcome, passed: 0, failed: 1, details: result.output };
    // Jest can fail where no test did: no test found, or a global setup that threw.
    const unexplained = result.code !== 0 && report.failed === 0 ? 1 : 0;
    const details = unexplained ? result.output : [...report.failures, ...serverErrors(result.output)].join('\n\n');
    return { ...outcome, passed: report.passed, failed: report.failed + unexplained, details, slowest: report.slowest.slice(0, NAMED) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * What the tested servers wrote of errors of their own before a test failed: the reason of a 500 stands there and nowhere else.
 *
 * @param {string} output
 */
function serverErrors(output) {
  const lines = output.split('\n').filter((line) => /"level":[56]0\b/.test(line)).map((line) => line.slice(0, 3_000));
  return lines.length > 0 ? [`The servers' errors:\n${lines.slice(0, 20).join('\n')}`] : [];
}

/**
 * Several hands at one pile: each takes the next stage as soon as it is free, and says how it went as soon as it is known. Put the long ones first.
 *
 * @param {(() => Promise<Outcome>)[]} stages
 * @param {number} hands
 * @returns {Promise<Outcome[]>}
 */
export async function workOff(stages, hands = 1) {
  const pile = [...stages];
  const outcomes = [];
  const hand = async () => {
    for (let stage = pile.shift(); stage; stage = pile.shift()) {
      const outcome = await stage();
      const { name, passed, failed, ms, details, slowest = [] } = outcome;
      console.log(`${failed === 0 ? '✓' : '✗'} ${name.padEnd(12)} ${String(passed).padStart(5)} passed ${String(failed).padStart(4)} failed ${(ms / 1000).toFixed(1).padStart(7)} s`);
      if (slowest.length > 0) console.log(`  slowest: ${slowest.join(', ')}`);
      if (failed > 0) console.log(`\n${details.trimEnd()}\n`);
      outcomes.push(outcome);
    }
  };
  await Promise.all(Array.from({ length: hands }, hand));
  return outcomes;
}
