/** Made-up choices that are the same on every machine and at every start. */
export interface Random {
  /** A whole number from `min` to `max`, both included. */
  between(min: number, max: number): number;
  /** Whether something happens that happens `percent` times in a hundred. */
  chance(percent: number): boolean;
  /** One of the values. Errors: there is none. */
  pick<T>(values: readonly T[]): T;
  /** One of the values, each as often as its weight says. */
  weighted<T extends { readonly weight: number }>(values: readonly T[]): T;
  /** `count` different values, in the order of the list. */
  some<T>(values: readonly T[], count: number): T[];
}

/** A generator of its own (mulberry32, public domain): the demo is no place for chance that cannot be repeated. */
export const randomOf = (seed: number): Random => {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (limit: number): number => Math.floor(next() * limit);
  const given = <T>(value: T | undefined): T => {
    if (value === undefined) throw new RangeError('There is nothing to choose from');
    return value;
  };
  return {
    between: (min, max) => min + below(max - min + 1),
    chance: (percent) => below(100) < percent,
    pick: (values) => given(values[below(values.length)]),
    weighted: (values) => {
      let left = below(values.reduce((sum, value) => sum + value.weight, 0));
      return given(values.find((value) => { left -= value.weight; return left < 0; }));
    },
    some: (values, count) => {
      const rest = values.map((value, at) => ({ value, at }));
      const taken = Array.from({ length: Math.min(count, values.length) }, () => given(rest.splice(below(rest.length), 1)[0]));
      return taken.sort((a, b) => a.at - b.at).map(({ value }) => value);
    },
  };
};
