/** A table of so many numbers. Several times quicker than `Float64Array.from`, which counts where a question makes tables of its own. */
export function table(count: number, valueOf: (at: number) => number): Float64Array<ArrayBuffer> {
  const values = new Float64Array(count);
  for (let at = 0; at < count; at++) values[at] = valueOf(at);
  return values;
}
