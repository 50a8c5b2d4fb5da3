import { readFileSync } from 'node:fs';
import path from 'node:path';
import { countyOf, divisionLevel, divisionPrefix, isWithin, parentDivision, placeProblem } from './divisions.js';

interface Divisions {
  city: { code: string };
  counties: { code: string; townships: { code: string }[] }[];
}
const seed = JSON.parse(readFileSync(path.resolve(import.meta.dirname, '../../../seeds/divisions.json'), 'utf8')) as Divisions;
const townships = new Map(seed.counties.map((county) => [county.code, county.townships.map((township) => township.code)]));

test.each([
  ['330000', 'province', '33', null],
  ['330300', 'city', '3303', '330000'],
  ['330302', 'county', '330302', '330300'],
  ['330302006', 'township', '330302006', '330302'],
  ['330302006001', 'village', '330302006001', '330302006'],
])('%s is a %s', (code, level, prefix, parent) => {
  expect(divisionLevel(code)).toBe(level);
  expect(divisionPrefix(code)).toBe(prefix);
  expect(parentDivision(code)).toBe(parent);
});

test.each(['', '3303', '33030', '3303020', '0330302', '33030a', ' 330302', '330302\n', '330302%'])('"%s" is no code', (text) => {
  expect(divisionLevel(text)).toBeNull();
  expect(parentDivision(text)).toBeNull();
  expect(countyOf(text)).toBeNull();
  // A scope that cannot be read must fail, not match everything.
  expect(() => divisionPrefix(text)).toThrow(RangeError);
  expect(() => isWithin('330302', text)).toThrow(RangeError);
  expect(isWithin(text, '330300')).toBe(false);
});

test('every seeded division lies in its county and in the city, and in no other county', () => {
  for (const county of seed.counties) {
    expect(isWithin(county.code, seed.city.code)).toBe(true);
    for (const { code } of county.townships) {
      expect(isWithin(code, seed.city.code)).toBe(true);
      expect(seed.counties.filter((other) => isWithin(code, other.code)).map((other) => other.code)).toEqual([county.code]);
      expect(countyOf(code)).toBe(county.code);
    }
  }
});

test('a county sees neither its city nor the county whose code it begins like', () => {
  expect(isWithin('330300', '330302')).toBe(false);
  expect(isWithin('330381', '330382')).toBe(false);
  expect(isWithin('330302', '330302006')).toBe(false);
  expect(countyOf('330300')).toBeNull();
});

test.each([
  ['330302', '330302006', null],
  ['330302', null, 'township.required'],
  ['330302', '330303015', 'township.unknown'],
  ['330383', null, null],
  ['330383', '330302006', 'township.none_here'],
  ['330399', null, 'county.unknown'],
])('county %s with township %s: %s', (county, township, problem) => {
  expect(placeProblem({ county, township }, townships)).toBe(problem);
});
