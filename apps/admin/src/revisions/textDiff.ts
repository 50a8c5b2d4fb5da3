/** A stretch of text that both have, or only the old or the new one. */
export interface Stretch { kind: 'same' | 'del' | 'ins'; text: string }

/** Above this many cells a table of what two texts share takes longer than it helps. */
const mostCells = 1_000_000;
/** A number or a word is one: nobody reads a 6 that became a 9 inside 600. All else goes character by character. */
const split = (text: string): string[] => text.match(/[\d.]+%?|[A-Za-z]+|\s+|./gsu) ?? [];

/** For each place of two lists, how long the longest row is that both hold from there on. */
const shared = (a: readonly string[], b: readonly string[]): Uint16Array => {
  const width = b.length + 1;
  const table = new Uint16Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      table[i * width + j] = a[i] === b[j] ? (table[(i + 1) * width + j + 1] ?? 0) + 1 : Math.max(table[(i + 1) * width + j] ?? 0, table[i * width + j + 1] ?? 0);
    }
  }
  return table;
};

const middle = (a: readonly string[], b: readonly string[]): Stretch[] => {
  if (a.length * b.length > mostCells) return [{ kind: 'del', text: a.join('') }, { kind: 'ins', text: b.join('') }];
  const table = shared(a, b);
  const width = b.length + 1;
  const found: Stretch[] = [];
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      found.push({ kind: 'same', text: a[i] ?? '' });
      i += 1;
      j += 1;
    } else if (i < a.length && (j === b.length || (table[(i + 1) * width + j] ?? 0) >= (table[i * width + j + 1] ?? 0))) {
      found.push({ kind: 'del', text: a[i] ?? '' });
      i += 1;
    } else {
      found.push({ kind: 'ins', text: b[j] ?? '' });
      j += 1;
    }
  }
  return found;
};

/** Joins what belongs together. Between two changes, a character or two that happen to be in both are part of the change: crumbs are hard to read. */
const joined = (steps: readonly Stretch[]): Stretch[] => {
  const runs: Stretch[] = [];
  for (const step of steps) {
    const last = runs.at(-1);
    if (last?.kind === step.kind) last.text += step.text;
    else runs.push({ ...step });
  }
  const found: Stretch[] = [];
  let [del, ins] = ['', ''];
  const flush = () => {
    if (del) found.push({ kind: 'del', text: del });
    if (ins) found.push({ kind: 'ins', text: ins });
    [del, ins] = ['', ''];
  };
  for (const [at, { kind, text }] of runs.entries()) {
    const crumb = kind === 'same' && at > 0 && at < runs.length - 1 && [...text].length < 2;
    if (kind === 'same' && !crumb) {
      flush();
      found.push({ kind, text });
    }
    if (kind === 'del' || crumb) del += text;
    if (kind === 'ins' || crumb) ins += text;
  }
  flush();
  return found;
};

/** What became of a text: what both have, what is gone, what came; in the order of reading, what is gone before what stands in its place. */
export const textDiff = (before: string, after: string): Stretch[] => {
  const [a, b] = [split(before), split(after)];
  let [start, end] = [0, 0];
  while (start < a.length && start < b.length && a[start] === b[start]) start += 1;
  while (end < a.length - start && end < b.length - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end += 1;
  const same = (text: string): Stretch[] => (text ? [{ kind: 'same', text }] : []);
  return joined([...same(a.slice(0, start).join('')), ...middle(a.slice(start, a.length - end), b.slice(start, b.length - end)), ...same(a.slice(a.length - end).join(''))]);
};
