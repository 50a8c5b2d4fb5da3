/** A programme as pairs name it. */
export interface PairedProgramme { readonly id: string; readonly name: string }
/** An item that goes from one year's programme to another's. `to` is null where it goes nowhere (yet), `from` where it is new. */
export interface ProgrammeMove { readonly from: PairedProgramme | null; readonly to: PairedProgramme | null }
/** What became of a programme: itself, another one, one of several that are one now, one that is several now; one of the new year alone; left behind, or to be chosen by a person. */
export type PairKind = 'same' | 'mapped' | 'merged' | 'split' | 'new' | 'dropped' | 'open';
/** An old programme beside a new one, with how many items go that way. */
export interface ProgrammePair { readonly from: PairedProgramme | null; readonly to: PairedProgramme | null; readonly kind: PairKind; readonly items: number }

/**
 * Programmes of two years side by side, in the order in which items name them. Every item is counted in one pair. `nowhere`: what an item without a new programme is; `others`: programmes of the new year that no item need name.
 */
export const programmePairs = (moves: readonly ProgrammeMove[], nowhere: 'dropped' | 'open', others: readonly PairedProgramme[] = []): ProgrammePair[] => {
  const pairs = new Map<string, { from: PairedProgramme | null; to: PairedProgramme | null; items: number }>();
  for (const { from, to } of moves) {
    if (from === null && to === null) continue;
    const key = `${from?.id ?? ''} ${to?.id ?? ''}`;
    const pair = pairs.get(key) ?? { from, to, items: 0 };
    pair.items += 1;
    pairs.set(key, pair);
  }
  const met = new Set([...pairs.values()].map(({ to }) => to?.id));
  const all = [...pairs.values(), ...others.filter(({ id }) => !met.has(id)).map((to) => ({ from: null, to, items: 0 }))];
  const joined = all.filter(({ from, to }) => from !== null && to !== null);
  const kindOf = ({ from, to }: (typeof all)[number]): PairKind => {
    if (to === null) return nowhere;
    if (from === null) return 'new';
    if (joined.filter((one) => one.to?.id === to.id).length > 1) return 'merged';
    if (joined.filter((one) => one.from?.id === from.id).length > 1) return 'split';
    return from.id === to.id ? 'same' : 'mapped';
  };
  // Those of one old programme stand together, and what is new stands last.
  const order = [...new Set(all.map(({ from }) => from?.id))];
  const place = (id: string | undefined): number => (id === undefined ? order.length : order.indexOf(id));
  return all.map((pair) => ({ ...pair, kind: kindOf(pair) })).sort((a, b) => place(a.from?.id) - place(b.from?.id));
};
