/** Figures by what they measure, with the unit in the name: `list_rps`, `p99_ms`, `rss_mb`. */
export type Figures = Readonly<Record<string, number>>;

/** What a benchmark found, in the shape that `--json` prints. */
export interface Outcome {
  readonly name: string;
  readonly ours: Figures;
  readonly alternative: Figures;
  /** Ours to the alternative's. */
  readonly ratio: Figures;
  /** At least this for rates, at most this for times and memory. */
  readonly goal: Figures;
  readonly met: boolean;
}

/** A benchmark; `say` takes lines for the person who waits. */
export interface Benchmark { readonly name: string; readonly about: string; run(say: (line: string) => void): Promise<Outcome> }

export const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? (sorted[middle] ?? NaN) : ((sorted[middle - 1] ?? NaN) + (sorted[middle] ?? NaN)) / 2;
};

export const rounded = (value: number): number => Number(value.toPrecision(value >= 1000 ? 5 : 3));

/** A rate is better the higher it is; a time or a size the lower. */
const moreIsBetter = (key: string): boolean => /_(rps|pct|per_s)$/.test(key);

/** Whether a ratio is within its goal. */
export const meets = (key: string, ratio: number | undefined, goal: number): boolean =>
  ratio !== undefined && (moreIsBetter(key) ? ratio >= goal : ratio <= goal);

/** `minimum median maximum` of several rounds. */
export const spread = (values: readonly number[]): string => [Math.min(...values), median(values), Math.max(...values)].map(rounded).join(' … ');
