import { answersBenchmark } from './answers/answers.js';
import { apiBenchmark } from './api/api.js';
import { assignBenchmark } from './assign/assign.js';
import { batchesBenchmark } from './batches/batches.js';
import { fairnessBenchmark } from './fairness/fairness.js';
import { matchingBenchmark } from './matching/matching.js';
import { packBenchmark } from './pack/pack.js';
import { paperBenchmark } from './paper/paper.js';
import { portalBenchmark } from './portal/portal.js';
import { signInBenchmark } from './sign-in/sign-in.js';
import { talentsBenchmark } from './talents/talents.js';
import { topkBenchmark } from './topk/topk.js';
import { meets, type Benchmark, type Outcome } from './outcome.js';

const benchmarks: readonly Benchmark[] = [apiBenchmark, matchingBenchmark, answersBenchmark, assignBenchmark, batchesBenchmark, fairnessBenchmark, topkBenchmark, packBenchmark, paperBenchmark, portalBenchmark, signInBenchmark, talentsBenchmark];
const args = process.argv.slice(2);
const json = args.includes('--json');

const table = ({ ours, alternative, ratio, goal }: Outcome): string => Object.keys(ratio).map((key) => {
  const wanted = goal[key];
  const verdict = wanted === undefined ? '' : `  goal ${wanted}  ${meets(key, ratio[key], wanted) ? 'met' : 'SHORT'}`;
  return `${key.padEnd(12)} ours ${String(ours[key]).padStart(8)}  alternative ${String(alternative[key]).padStart(8)}  ratio ${String(ratio[key]).padStart(6)}${verdict}`;
}).join('\n');

if (args.includes('--list')) {
  for (const { name, about } of benchmarks) process.stdout.write(`${name.padEnd(18)}${about}\n`);
} else {
  const wanted = args.filter((arg) => !arg.startsWith('--'));
  const chosen = benchmarks.filter(({ name }) => wanted.includes(name));
  if (chosen.length !== wanted.length || chosen.length === 0) {
    process.stderr.write(`npm run bench -- ${benchmarks.map(({ name }) => name).join(' | ')} [--json], or --list\n`);
    process.exit(2);
  }
  // What is said on the way goes to stderr: with --json the last line of stdout is the outcome and nothing else.
  for (const benchmark of chosen) {
    const outcome = await benchmark.run((line) => process.stderr.write(`${line}\n`));
    process.stdout.write(`${json ? JSON.stringify(outcome) : `${table(outcome)}\n${outcome.met ? 'All goals met.' : 'Not all goals met.'}`}\n`);
  }
  process.exit(0);
}
