import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { boundaries, weight } from '../../packages/tooling/boundaries.mjs';
import { breaches, heavy, sound } from './fixtures/boundaries.js';
import { writeRepository } from './fixture-repository.js';

const root = path.resolve(import.meta.dirname, '../..');
const program = path.join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');

interface Violation {
  from: string;
  to: string;
  rule: { name: string };
}
interface Report {
  modules: unknown[];
  summary: { violations: Violation[]; totalCruised: number };
}

/** Runs the gate as `npm test` runs it, over the repository at `cwd`. */
async function cruise(cwd: string, config: string): Promise<Report> {
  const run = promisify(execFile)(process.execPath, [program, 'apps', 'packages', '--config', path.join(root, config), '--output-type', 'json'], { cwd, maxBuffer: 1 << 28 });
  // Violations give an exit code of their own; the report stands in the output either way.
  const { stdout } = await run.catch((error: unknown) => {
    if (error instanceof Error && 'stdout' in error && typeof error.stdout === 'string' && error.stdout.startsWith('{')) return { stdout: error.stdout };
    throw error;
  });
  return JSON.parse(stdout) as Report;
}

const lines = (report: Report) => report.summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`).sort();

describe.each([
  ['the rules of dependency', '.dependency-cruiser.mjs', boundaries, breaches],
  ['what pages load', '.dependency-cruiser.weight.mjs', weight, heavy],
] as const)('%s', (_, config, rules, cases) => {
  it('hold in this repository', async () => {
    const report = await cruise(root, config);
    expect(lines(report)).toEqual([]);
    expect(report.summary.totalCruised).toBeGreaterThan(100);
  }, 240_000);

  describe('in a repository that breaks each one once', () => {
    let found: Violation[] = [];
    beforeAll(async () => {
      const planted = Object.fromEntries(Object.values(cases).map(({ file, source }) => [file, source]));
      const fixture = writeRepository({ ...sound, ...planted });
      try {
        found = (await cruise(fixture.root, config)).summary.violations;
      } finally {
        fixture.remove();
      }
    }, 240_000);

    it.each(rules.forbidden.map(({ name }) => name))('%s is reported', (name) => {
      const planted = cases[name];
      expect(planted).toBeDefined();
      const edges = found.filter(({ rule }) => rule.name === name);
      // A circle is reported at one of its ends.
      expect(edges.flatMap(({ from, to }) => [from, to])).toContain(planted?.file);
    });

    it('reports nothing of what is right', () => {
      const right = Object.keys(sound).filter((file) => !file.includes('bad-'));
      expect(found.filter(({ from }) => right.includes(from))).toEqual([]);
    });
  });
});
