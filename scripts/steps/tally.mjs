import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

/**
 * What Jest's JSON report counts for the last line. A suite that could not run is one failure; so is a test that was
 * skipped, because a test that does not run proves nothing.
 *
 * @param {string} file written by `jest --json --outputFile`
 * @returns {{ passed: number, failed: number, failures: string[], slowest: string[] } | null} null where Jest wrote no report; suites by their seconds
 */
export function readJestReport(file) {
  if (!existsSync(file)) return null;
  const report = JSON.parse(readFileSync(file, 'utf8'));
  const failures = [];
  let failed = 0;
  for (const suite of report.testResults) {
    const broken = suite.assertionResults.filter(({ status }) => status !== 'passed');
    for (const test of broken) {
      failures.push(`${suite.name}\n  ${test.fullName}${test.status === 'failed' ? '' : ` (${test.status})`}\n${indent(test.failureMessages.join('\n'))}`);
    }
    failed += broken.length;
    // A suite can fail outside its tests: a syntax error, or an afterAll.
    if (suite.status === 'failed' && broken.length === 0) {
      failed += 1;
      failures.push(`${suite.name}\n${indent(suite.message)}`);
    }
  }
  const took = report.testResults.map(({ name, startTime = 0, endTime = 0 }) => ({ name: path.basename(name).replace(/\.test\.\w+$/, ''), seconds: Math.round((endTime - startTime) / 1000) })).sort((a, b) => b.seconds - a.seconds);
  return { passed: report.numPassedTests, failed, failures, slowest: took.map(({ name, seconds }) => `${name} ${seconds}`) };
}

/** Without the lines of the stack that lie in libraries: the first one of ours is what is looked for. */
const indent = (text) => text.split('\n').filter((line) => !/^\s+at .*node_modules/.test(line)).map((line) => `    ${line}`).join('\n');
