import { assign, lock, type Assignment, type AssignmentInput, type Earlier } from '@kepu/matching';
import { checkAssignment } from './check-assignment.js';
import { chance, cityWeek, isUrban, type CityWeek } from './city-week.js';
import { cpuMs, highsOptimum } from './highs.js';

/** One case in a process of its own, which starts with an empty heap and nothing compiled: `node assign-case.js '{ … }'` prints what it found as JSON. */
export interface Case extends CityWeek { readonly by: 'ours' | 'highs'; readonly again?: boolean }

export interface Found {
  readonly edges: number;
  readonly value: number;
  readonly bound: number;
  readonly wallMs: number;
  readonly cpuMs: number;
  /** Largest resident memory, with the instance and what made it. */
  readonly rssMb: number;
  readonly ruralPct: number;
  readonly urbanPct: number;
  /** Of the seats that activities need to be held. */
  readonly coveredPct: number;
  /** After 2 % of changes: the processor time from nothing and from the earlier draft, and who moved of those whom nothing had changed for. */
  readonly coldMs?: number;
  readonly warmMs?: number;
  readonly movedPct?: number;
  readonly warmCertifiedPct?: number;
}

/** What leaving people where they are is worth, in a range of 1,000. */
const STABILITY = 20;
const CHANGED = 0.02;

const timed = <T>(run: () => T): { result: T; wallMs: number; cpuMs: number } => {
  const [wall, cpu] = [performance.now(), cpuMs()];
  const result = run();
  return { result, wallMs: performance.now() - wall, cpuMs: cpuMs() - cpu };
};

/** Largest resident memory so far. */
const rssMb = (): number => process.resourceUsage().maxRSS / 1024;

function solve(input: AssignmentInput, earlier?: Earlier): { result: Assignment; wallMs: number; cpuMs: number; rssMb: number } {
  const { result, ...times } = timed(() => assign(input, earlier ? { earlier } : {}));
  const peak = rssMb();
  if (result === null) throw new Error('Nobody said to stop');
  const { faults, value } = checkAssignment(input, result.places, earlier ? { stability: earlier.stability, earlier: earlier.places } : {});
  if (faults.length > 0) throw new Error(`The draft does not pass: ${faults.slice(0, 5).join('; ')} (${faults.length} in all)`);
  if (Math.abs(value - result.value) > 1e-6 * value) throw new Error(`The draft says to be worth ${result.value}, and is worth ${value}`);
  return { result, ...times, rssMb: peak };
}

const fill = ({ positions: { seats, place } }: AssignmentInput, { places: { position } }: Assignment, urban: boolean): number => {
  const all = seats.reduce((sum, count, at) => sum + (isUrban(place[at]!) === urban ? count : 0), 0);
  return (100 * position.filter((at) => isUrban(place[at]!) === urban).length) / all;
};

/** Of a fiftieth of all people half are away now, and half fit other positions than before. */
function changed(input: AssignmentInput): { input: AssignmentInput; touched: Uint8Array } {
  const next = chance(99);
  const { edges, volunteers: { count } } = input;
  const [worth, locks, touched] = [edges.worth.slice(), new Uint8Array(edges.worth.length), new Uint8Array(count)];
  for (let volunteer = 0; volunteer < count; volunteer++) {
    if (next() >= CHANGED) continue;
    touched[volunteer] = 1;
    const away = next() < 0.5;
    for (let edge = edges.first[volunteer]!; edge < edges.first[volunteer + 1]!; edge++) {
      if (away) locks[edge] = lock.forbidden;
      else worth[edge] = Math.max(1, Math.min(1000, worth[edge]! + Math.round(300 * (next() - 0.5))));
    }
  }
  return { input: { ...input, edges: { ...edges, worth, locks } }, touched };
}

function planAgain(first: AssignmentInput, draft: Assignment): Partial<Found> {
  const { input, touched } = changed(first);
  const cold = solve(input);
  const warm = solve(input, { places: draft.places, prices: draft.prices, stability: STABILITY });
  const row = ({ places: { first: from, position } }: Assignment, volunteer: number): string => position.subarray(from[volunteer], from[volunteer + 1]).join(' ');
  let [moved, all] = [0, 0];
  touched.forEach((sign, volunteer) => {
    if (sign === 1) return;
    all++;
    if (row(draft, volunteer) !== row(warm.result, volunteer)) moved++;
  });
  return { coldMs: cold.cpuMs, warmMs: warm.cpuMs, movedPct: (100 * moved) / all, warmCertifiedPct: (100 * warm.result.value) / warm.result.bound };
}

const asked = JSON.parse(process.argv[2] ?? '{}') as Case;
const input = cityWeek(asked);
let found: Found;
if (asked.by === 'highs') {
  const { value, solveMs, solveCpuMs } = await highsOptimum(input, { dayRows: false });
  found = { edges: input.edges.position.length, value, bound: value, wallMs: solveMs, cpuMs: solveCpuMs, rssMb: rssMb(), ruralPct: NaN, urbanPct: NaN, coveredPct: NaN };
} else {
  const { result: draft, ...times } = solve(input);
  found = {
    edges: input.edges.position.length, value: draft.value, bound: draft.bound, ...times, ruralPct: fill(input, draft, false), urbanPct: fill(input, draft, true), coveredPct: draft.needed === 0 ? 100 : (100 * draft.covered) / draft.needed,
    ...(asked.again && planAgain(input, draft)),
  };
}
process.stdout.write(`${JSON.stringify(found)}\n`);
