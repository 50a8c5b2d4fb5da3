import { existsSync } from 'node:fs';
import path from 'node:path';
import { install } from './install.mjs';
import { root, run } from './steps/run.mjs';

await install();
const [{ gate, suite, workOff }, { default: jest }] = await Promise.all([import('./steps/stages.mjs'), import('../jest.config.mjs')]);

const git = async (...args) => (await run('git', args, { capture: true })).output.trim();

// Affected is what differs from the shared branch; without one, from the last commit.
const upstream = (await run('git', ['merge-base', 'HEAD', 'origin/main'], { capture: true }));
const base = upstream.code === 0 ? upstream.output.trim() : 'HEAD';
const lists = await Promise.all([git('diff', '--name-only', base), git('ls-files', '--others', '--exclude-standard')]);
const changed = lists.join('\n').split('\n').filter((file) => file && existsSync(path.join(root, file)));
const sources = changed.filter((file) => /\.([cm]?[jt]s|tsx)$/.test(file));

const units = jest.projects.map(({ displayName }) => displayName).filter((name) => !['http', 'e2e', 'gates'].includes(name));
const lint = () => gate('lint', [{ command: 'eslint', args: ['--max-warnings', '0', '--no-warn-ignored', ...sources] }]);
const types = () => gate('types', [{ command: 'tsc', args: ['-b'] }, { command: 'tsc', args: ['-p', 'tsconfig.tests.json'] }]);
const tests = () => suite('units', units, { workers: 1, args: ['--passWithNoTests', '--findRelatedTests', ...sources] });

const outcomes = await workOff(sources.length === 0 ? [types] : [tests, types, lint], 2);
const failed = outcomes.reduce((total, outcome) => total + outcome.failed, 0);
console.log(`${changed.length} files changed since ${base === 'HEAD' ? 'the last commit' : base.slice(0, 9)}; ${failed === 0 ? 'all is well' : `${failed} failed`}`);
process.exitCode = failed > 0 ? 1 : 0;
