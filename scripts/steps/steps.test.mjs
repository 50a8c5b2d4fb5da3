import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { findBrowser } from './browser.mjs';
import { mysqlAnswers } from './mariadb.mjs';
import { satisfies } from './node-version.mjs';
import { workOff } from './stages.mjs';
import { readJestReport } from './tally.mjs';

const folder = mkdtempSync(path.join(tmpdir(), 'kepu-steps-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the version of Node', () => {
  const { engines } = JSON.parse(readFileSync('package.json', 'utf8'));
  it.each(['20.19.0', '20.20.2', '22.13.0', '22.23.3', '24.11.0', '24.21.0', '26.0.0', '27.1.0'])('%s will do', (version) => {
    expect(satisfies(version, engines.node)).toBe(true);
  });
  it.each(['16.20.0', '18.20.8', '20.18.3', '21.7.3', '22.12.0', '23.11.0', '24.10.9', '25.9.0'])('%s will not', (version) => {
    expect(satisfies(version, engines.node)).toBe(false);
  });
});

describe('the tally of a Jest report', () => {
  const report = (testResults) => {
    const file = path.join(folder, 'report.json');
    writeFileSync(file, JSON.stringify({ numPassedTests: 2, testResults }));
    return readJestReport(file);
  };
  const test = (status, failureMessages = []) => ({ status, fullName: `a test that ${status}`, failureMessages });

  it('counts what passed and what failed, and keeps the reasons without the lines of libraries', () => {
    const { passed, failed, failures } = report([{ name: 'a', status: 'failed', assertionResults: [test('passed'), test('passed'), test('failed', ['Error: no\n    at /x/node_modules/y.js:1\n    at a.ts:3'])] }]);
    expect([passed, failed]).toEqual([2, 1]);
    expect(failures.join()).toContain('Error: no');
    expect(failures.join()).toContain('a.ts:3');
    expect(failures.join()).not.toContain('node_modules');
  });

  it('counts a test that did not run as failed', () => {
    expect(report([{ name: 'a', status: 'passed', assertionResults: [test('pending'), test('todo')] }])).toMatchObject({ failed: 2 });
  });

  it('counts a suite that could not run as one failure', () => {
    expect(report([{ name: 'a', status: 'failed', message: 'SyntaxError', assertionResults: [] }])).toMatchObject({ failed: 1, failures: ['a\n    SyntaxError'] });
    expect(report([{ name: 'a', status: 'failed', message: 'afterAll threw', assertionResults: [test('passed')] }])).toMatchObject({ failed: 1 });
  });

  it('names the slowest suites first', () => {
    expect(report([{ name: '/a/quick.test.ts', status: 'passed', startTime: 0, endTime: 400, assertionResults: [test('passed')] }, { name: '/a/slow.test.ts', status: 'passed', startTime: 1_000, endTime: 62_400, assertionResults: [test('passed')] }]).slowest).toEqual(['slow 61', 'quick 0']);
  });

  it('is null where Jest wrote none', () => {
    expect(readJestReport(path.join(folder, 'absent.json'))).toBeNull();
  });
});

describe('a pile of stages', () => {
  it('goes on after a failure, and shows its details', async () => {
    const log = jest.spyOn(console, 'log').mockImplementation(() => undefined);
    const outcomes = await workOff([async () => ({ name: 'a', passed: 0, failed: 1, ms: 1, details: 'the reason' }), async () => ({ name: 'b', passed: 3, failed: 0, ms: 1, details: '' })]);
    expect(outcomes.map(({ name }) => name)).toEqual(['a', 'b']);
    expect(log.mock.calls.flat().join('\n')).toMatch(/✗ a[^]*the reason[^]*✓ b/);
  });

  it('keeps every hand busy: who is done takes the next one', async () => {
    jest.spyOn(console, 'log').mockImplementation(() => undefined);
    const begun = [];
    let finish = () => undefined;
    const stage = (name, until = Promise.resolve()) => async () => { begun.push(name); await until; return { name, passed: 1, failed: 0, ms: 1, details: '' }; };
    const working = workOff([stage('long', new Promise((resolve) => { finish = resolve; })), stage('b'), stage('c')], 2);
    await new Promise((resolve) => { setTimeout(resolve, 20); });
    expect(begun).toEqual(['long', 'b', 'c']);
    finish();
    expect((await working).map(({ name }) => name)).toEqual(['b', 'c', 'long']);
  });
});

describe('what the machine offers', () => {
  it('a browser that was named and is not there is not replaced by another', () => {
    const before = process.env.CHROMIUM_PATH;
    process.env.CHROMIUM_PATH = path.join(folder, 'no-browser');
    expect(findBrowser()).toBeNull();
    writeFileSync(process.env.CHROMIUM_PATH, '');
    expect(findBrowser()).toBe(process.env.CHROMIUM_PATH);
    if (before === undefined) delete process.env.CHROMIUM_PATH;
    else process.env.CHROMIUM_PATH = before;
  });

  it.each([
    ['greets as MySQL does', Buffer.from([1, 0, 0, 0, 10]), true],
    ['speaks another language', Buffer.from('HTTP/1.1 400'), false],
  ])('a server that %s', async (_, greeting, expected) => {
    const server = createServer((socket) => socket.end(greeting)).listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    const { port } = server.address();
    expect(await mysqlAnswers(`mysql://root@127.0.0.1:${port}`)).toBe(expected);
    server.close();
    await new Promise((resolve) => server.once('close', resolve));
    expect(await mysqlAnswers(`mysql://root@127.0.0.1:${port}`)).toBe(false);
  });
});
