import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { SORT_STEP, byProtocol, proposedSortNo, sortNoBetween, type UnitKind } from './protocol-order.js';

interface SeedUnit {
  key: string;
  name: string;
  kind: UnitKind;
  sortNo: number;
}
const seed = JSON.parse(readFileSync(path.resolve(import.meta.dirname, '../../../seeds/units.json'), 'utf8')) as { units: SeedUnit[] };
const units = seed.units.map((unit) => ({ ...unit, id: unit.key }));
const members = units.filter((unit) => unit.kind !== 'county_office');

test('the seeded units keep the order of the paper, not of the alphabet', () => {
  const names = [...members].sort((a, b) => (a.key < b.key ? -1 : 1)).sort(byProtocol).map((unit) => unit.name);
  expect(names).toHaveLength(23);
  expect(names.slice(0, 3)).toEqual(['市委组织部', '市委宣传部', '市委直属机关工委']);
  expect(names.at(-1)).toBe('市科协');
  expect(names).not.toEqual([...names].sort((a, b) => a.localeCompare(b, 'zh')));
});

test('equal numbers are settled by id', () => {
  const list = ['b', 'a', 'c'].map((id) => ({ id, sortNo: 10 }));
  expect(list.sort(byProtocol).map((unit) => unit.id)).toEqual(['a', 'b', 'c']);
});

test('a number between neighbours, never below 0', () => {
  expect(sortNoBetween(null, null)).toBe(SORT_STEP);
  expect(sortNoBetween(230, null)).toBe(240);
  expect(sortNoBetween(null, 10)).toBe(4);
  expect(sortNoBetween(null, 0)).toBeNull();
  expect(sortNoBetween(10, 20)).toBe(15);
  expect(sortNoBetween(10, 11)).toBeNull();
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1000 }), fc.integer({ min: 1, max: 50 }), (before, gap) => {
      const between = sortNoBetween(before, before + gap);
      if (between === null) expect(gap).toBe(1);
      else expect(between > before && between < before + gap).toBe(true);
    }),
  );
});

test('a new unit is proposed behind its kind', () => {
  const neighbours = (kind: UnitKind) => {
    const sortNo = proposedSortNo(kind, units);
    if (sortNo === null) throw new Error('no number left');
    const ordered = [...units, { key: 'new', id: 'new', name: '新单位', kind, sortNo }].sort(byProtocol).map((unit) => unit.name);
    const at = ordered.indexOf('新单位');
    return [ordered[at - 1], ordered[at + 1]];
  };
  expect(neighbours('government')).toEqual(['市卫健委', '市总工会']);
  expect(neighbours('mass_organisation')).toEqual(['市社科联', '温州广播电视传媒集团']);
  expect(neighbours('university')).toEqual(['温州科技职业学院', '市科协']);
  expect(neighbours('institution')).toEqual(['市科协', '鹿城区全科组办']);
  expect(neighbours('school')).toEqual(['龙港市全科组办', undefined]);
  expect(proposedSortNo('party', [])).toBe(SORT_STEP);
});
