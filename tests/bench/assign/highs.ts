import type { AssignmentInput } from '@kepu/matching';
import loadHighs, { type Highs } from 'highs';

/** A linear programme by rows. */
interface Programme { readonly cost: number[]; readonly most: number[]; readonly starts: number[]; readonly indices: number[]; readonly values: number[]; readonly limits: number[] }

const row = (lp: Programme, limit: number, entries: readonly (readonly [number, number])[]): void => {
  for (const [column, value] of entries) {
    lp.indices.push(column);
    lp.values.push(value);
  }
  lp.starts.push(lp.indices.length);
  lp.limits.push(limit);
};

/** Nobody is in two places at once: one of all that go on at a moment, and, with ways between them, one of two that are too near. */
function times({ positions: { startsAt, endsAt, place }, gaps }: AssignmentInput, lp: Programme, edges: readonly (readonly [number, number])[]): void {
  const moments = [...new Set(edges.map(([, at]) => startsAt[at]!))].sort((a, b) => a - b);
  moments.forEach((moment, index) => {
    const going = edges.filter(([, at]) => startsAt[at]! <= moment && moment < endsAt[at]!);
    // Where all of them go on at the next moment, that row says this one too.
    if (going.length > 1 && going.some(([, at]) => endsAt[at]! <= (moments[index + 1] ?? Infinity))) row(lp, 1, going.map(([column]) => [column, 1] as const));
  });
  if (gaps === null) return;
  for (const [a, one] of edges) {
    for (const [b, other] of edges) {
      const pause = startsAt[other]! - endsAt[one]!;
      if (pause >= 0 && pause < gaps.between[place[one]! * gaps.places + place[other]!]!) row(lp, 1, [[a, 1], [b, 1]]);
    }
  }
}

function loads({ positions: { load, day }, volunteers: { days, weekRoom, dayRoom } }: AssignmentInput, lp: Programme, volunteer: number, edges: readonly (readonly [number, number])[]): void {
  row(lp, weekRoom[volunteer]!, edges.map(([column, at]) => [column, load[at]!] as const));
  for (let today = 0; today < days; today++) {
    const room = dayRoom[volunteer * days + today]!;
    const here = edges.filter(([, at]) => day[at] === today).map(([column, at]) => [column, load[at]!] as const);
    // What cannot be exceeded needs no row; in a day of parts nothing can that does not overlap.
    if (room < weekRoom[volunteer]! && here.reduce((sum, [, weight]) => sum + weight, 0) > room) row(lp, room, here);
  }
}

/** The input, without locks, as a linear programme: an edge is a column, and so is each kind of seat where seats are worth something. */
function programmeOf(input: AssignmentInput, dayRows: boolean): Programme {
  const { positions, volunteers, edges, seatValues: { staffing, parity } } = input;
  const lp: Programme = { cost: Array.from(edges.worth), most: Array.from(edges.worth, () => 1), starts: [0], indices: [], values: [], limits: [] };
  const at: [number, number][][] = Array.from({ length: positions.count }, () => []);
  for (let volunteer = 0; volunteer < volunteers.count; volunteer++) {
    const mine: [number, number][] = [];
    for (let edge = edges.first[volunteer]!; edge < edges.first[volunteer + 1]!; edge++) {
      mine.push([edge, edges.position[edge]!]);
      at[edges.position[edge]!]!.push([edge, 1]);
    }
    if (mine.length === 0) continue;
    if (dayRows) loads(input, lp, volunteer, mine);
    else row(lp, volunteers.weekRoom[volunteer]!, mine.map(([column, position]) => [column, positions.load[position]!] as const));
    // Who has room for one alone cannot have two at once: every row that says nothing new would slow the other down.
    if (mine.some(([, position]) => 2 * positions.load[position]! <= volunteers.weekRoom[volunteer]!)) times(input, lp, mine);
  }
  at.forEach((mine, position) => {
    row(lp, positions.seats[position]!, mine);
    for (const [worth, few] of [[staffing, positions.minimum[position]!], [parity, positions.reserved[position]!]] as const) {
      if (worth === 0 || few === 0) continue;
      lp.cost.push(worth);
      lp.most.push(Math.min(few, positions.seats[position]!));
      row(lp, 0, [[lp.cost.length - 1, 1], ...mine.map(([column]) => [column, -1] as const)]);
    }
  });
  return lp;
}

/** What HiGHS finds: the optimum of the linear relaxation (no draft is worth more), or of the whole numbers, and the milliseconds of loading and solving. */
export interface Optimum { readonly value: number; readonly loadMs: number; readonly solveMs: number; readonly solveCpuMs: number }

export const cpuMs = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

/** Solves an input by the simplex method, or exactly where `whole`. `dayRows` false where no limit of a day can bind. */
export async function highsOptimum(input: AssignmentInput, { whole = false, dayRows = true }: { whole?: boolean; dayRows?: boolean } = {}): Promise<Optimum> {
  const highs: Highs = await loadHighs();
  const lp = programmeOf(input, dayRows);
  const [numCols, numRows] = [lp.cost.length, lp.limits.length];
  const began = performance.now();
  const model = highs.createModel({
    numCols, numRows, sense: highs.constants.objectiveSense.maximize, colCost: lp.cost, colLower: new Float64Array(numCols), colUpper: lp.most, rowLower: new Float64Array(numRows).fill(-highs.infinity), rowUpper: lp.limits,
    matrix: { format: 'csr', numRows, numCols, starts: lp.starts, indices: lp.indices, values: lp.values },
    ...(whole && { integrality: Array.from(lp.cost, () => highs.constants.variableType.integer) }),
  });
  try {
    model.options.set({ output_flag: false, ...(whole ? {} : { solver: 'simplex' }) });
    const [loaded, cpu] = [performance.now(), cpuMs()];
    model.run();
    return { value: model.getObjectiveValue(), loadMs: loaded - began, solveMs: performance.now() - loaded, solveCpuMs: cpuMs() - cpu };
  } finally {
    model.dispose();
  }
}
