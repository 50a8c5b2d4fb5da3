import fc from 'fast-check';
import { ageOn } from './age.js';
import { adultOn, adultsBornBy, bandOf, bandsProblem, bornBy, isMinor, type MinorBand } from './minors.js';

const band = (fromAge: number, toAge: number): MinorBand => ({ fromAge, toAge, registersAlone: fromAge >= 14, accompanied: fromAge < 14, mostMinutes: 180, latestHour: 19 });
const bands = [band(8, 13), band(14, 17)];

test.each([[7, null], [8, 8], [13, 8], [14, 14], [17, 14], [18, null]] as const)('at %i the band begins at %p', (age, from) => expect(bandOf(age, bands)?.fromAge ?? null).toBe(from));

test.each([
  ['2008-11-27', '2026-11-26', true], ['2008-11-27', '2026-11-27', false],
  // Whoever was born on 29 February is of age on 1 March.
  ['2008-02-29', '2026-02-28', true], ['2008-02-29', '2026-03-01', false],
] as const)('born on %s, on %s a minor: %p', (bornOn, day, minor) => expect(isMinor(bornOn, day)).toBe(minor));

test.each([['2008-11-27', '2026-11-27'], ['2008-02-29', '2026-03-01'], ['2006-02-28', '2024-02-28']] as const)('born on %s, of age on %s', (bornOn, day) => expect(adultOn(bornOn)).toBe(day));

const days = fc.date({ min: new Date('1990-01-01T00:00:00Z'), max: new Date('2040-12-31T00:00:00Z'), noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10));

test('the last birth date of an age divides those who have reached it from those who have not', () => {
  fc.assert(fc.property(days, days, fc.integer({ min: 1, max: 30 }), (bornOn, today, age) => {
    fc.pre(bornOn <= today);
    expect(bornOn <= bornBy(age, today)).toBe(ageOn(bornOn, today) >= age);
  }));
  fc.assert(fc.property(days, days, (bornOn, today) => {
    fc.pre(bornOn <= today);
    expect(bornOn > adultsBornBy(today)).toBe(isMinor(bornOn, today));
    expect(today >= adultOn(bornOn)).toBe(!isMinor(bornOn, today));
  }));
});

test.each<[string, readonly MinorBand[], { index: number; field: string } | null]>([
  ['the seeds’', bands, null], ['one for all', [band(8, 17)], null], ['from ten on', [band(10, 17)], null],
  ['below the law', [band(7, 17)], { index: 0, field: 'fromAge' }], ['a gap', [band(8, 12), band(14, 17)], { index: 1, field: 'fromAge' }], ['an overlap', [band(8, 14), band(14, 17)], { index: 1, field: 'fromAge' }],
  ['turned round', [band(13, 8), band(9, 17)], { index: 0, field: 'toAge' }], ['short of adulthood', [band(8, 16)], { index: 0, field: 'toAge' }], ['none', [], { index: 0, field: 'toAge' }],
])('bands: %s', (_, given, problem) => expect(bandsProblem(given)).toEqual(problem));
