/** What counts people, and so may count the same ones twice: the sources of a measure that do. */
export const peopleSources = ['turnout', 'trained', 'volunteer_minutes', 'pool_members'] as const;

/** A measure by what it counts and whom its words name. `words`: the sentence of the item that it stands in. */
export interface OverlapSubject { readonly id: string; readonly itemId: string; readonly words: string; readonly sources: readonly string[]; readonly unitOfMeasure: string }
/** Two measures of different items that may count the same people, and the words that both have. */
export interface Overlap { readonly a: string; readonly b: string; readonly words: string }

/** What decides whom a measure counts; its target and its day do not. */
export interface OverlapDefinition { readonly kind: string; readonly name: string; readonly sources: readonly string[]; readonly poolId: string | null; readonly fromBelow: boolean; readonly unitOfMeasure: string; readonly words: string }
/** All that decides whom two measures count, in one line that is the same whichever comes first. What was said of the two holds as long as it stays. */
export const pairDefinition = (a: OverlapDefinition, b: OverlapDefinition): string =>
  JSON.stringify([a, b].map(({ kind, name, sources, poolId, fromBelow, unitOfMeasure, words }) => JSON.stringify([kind, name, [...sources].sort(), poolId, fromBelow, unitOfMeasure, words.replace(/\s/gu, '')])).sort());

/** Fewer signs in common are everybody's. */
const SIGNS = 5;
/** What more items than these say is a turn of speech and names nobody. */
const COMMON = 6;

const isHan = (text: string): boolean => /^\p{Script=Han}+$/u.test(text);
const gramsOf = (words: string): string[] => {
  const signs = [...words];
  return [...new Set(signs.slice(0, Math.max(0, signs.length - SIGNS + 1)).map((_, at) => signs.slice(at, at + SIGNS).join('')).filter(isHan))];
};
/** The longest run of signs around a piece that both have. */
const widened = (piece: string, a: string, b: string): string => {
  let run = piece;
  for (;;) {
    const at = a.indexOf(run);
    const [before, after] = [[...a.slice(0, at)].at(-1) ?? '', [...a.slice(at + run.length)].at(0) ?? ''];
    if (before !== '' && isHan(before) && b.includes(before + run)) run = before + run;
    else if (after !== '' && isHan(after) && b.includes(run + after)) run += after;
    else return run;
  }
};
const counts = (subject: OverlapSubject): readonly string[] => subject.sources.filter((source) => (peopleSources as readonly string[]).includes(source));

/**
 * Pairs of measures that count people in the same way, in the same unit of measure, and whose sentences name the same ones in at least five signs on end: `农村实用人才` in the training of two units. Sentences of joint tasks are
 * left to the caller, who knows which are one. The cost grows with the number of measures and not with its square.
 */
export const overlapsOf = (subjects: readonly OverlapSubject[]): Overlap[] => {
  const sharing = new Map<string, OverlapSubject[]>();
  for (const subject of subjects) {
    if (counts(subject).length === 0) continue;
    for (const gram of gramsOf(subject.words)) sharing.set(gram, [...(sharing.get(gram) ?? []), subject]);
  }
  const found = new Map<string, Overlap>();
  for (const [gram, those] of sharing) {
    if (new Set(those.map(({ itemId }) => itemId)).size > COMMON) continue;
    those.forEach((a, at) => those.slice(at + 1).forEach((b) => {
      const same = a.itemId !== b.itemId && a.unitOfMeasure === b.unitOfMeasure && counts(a).some((source) => counts(b).includes(source));
      if (!same) return;
      const key = `${a.id} ${b.id}`;
      const words = widened(gram, a.words, b.words);
      const before = found.get(key);
      if (!before || [...before.words].length < [...words].length) found.set(key, { a: a.id, b: b.id, words });
    }));
  }
  return [...found.values()];
};
