import fc from 'fast-check';
import { programmePairs, type ProgrammeMove } from './programme-pairs.js';

const programme = (id: string) => ({ id, name: `项目${id}` });
const move = (from: string, to: string): ProgrammeMove => ({ from: from === '' ? null : programme(from), to: to === '' ? null : programme(to) });
const told = (...given: Parameters<typeof programmePairs>) => programmePairs(...given).map(({ from, to, kind, items }) => [from?.id ?? null, to?.id ?? null, kind, items]);

describe('programmes side by side', () => {
  it('tell what became of each, with its items', () => {
    expect(told([move('a', 'a'), move('b', 'x'), move('a', 'a'), move('c', 'y'), move('d', 'y'), move('e', 'v'), move('e', 'w'), move('f', '')], 'dropped', [programme('z'), programme('x')])).toEqual([
      ['a', 'a', 'same', 2], ['b', 'x', 'mapped', 1], ['c', 'y', 'merged', 1], ['d', 'y', 'merged', 1], ['e', 'v', 'split', 1], ['e', 'w', 'split', 1], ['f', null, 'dropped', 1], [null, 'z', 'new', 0],
    ]);
    expect(told([move('b', ''), move('', 'n')], 'open')).toEqual([['b', null, 'open', 1], [null, 'n', 'new', 1]]);
    expect(told([], 'open')).toEqual([]);
  });

  it('have what is left behind beside what goes on, and call neither a split', () => {
    expect(told([move('a', 'x'), move('b', 'y'), move('a', '')], 'dropped')).toEqual([['a', 'x', 'mapped', 1], ['a', null, 'dropped', 1], ['b', 'y', 'mapped', 1]]);
  });

  it('count every item once, whatever goes where', () => {
    fc.assert(fc.property(fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.constantFrom('', 'a', 'x', 'y'))), (moves) => {
      expect(programmePairs(moves.map(([from, to]) => move(from, to)), 'dropped').reduce((sum, { items }) => sum + items, 0)).toBe(moves.length);
    }));
  });
});
