import path from 'node:path';
import { ageOn } from '@kepu/domain';
import { shanghaiDay } from '../../platform/clock/index.js';
import { makeVolunteers, type MadeVolunteer } from './people.js';
import { randomOf } from './random.js';
import { demoAffiliations, demoVolunteers, readSeed } from './shapes.js';

const folder = path.resolve(import.meta.dirname, '../../../../../seeds');
const file = readSeed(folder, 'demo/volunteers.json', demoVolunteers);
const bodies = readSeed(folder, 'demo/affiliations.json', demoAffiliations);
const made = (today: string, taken: readonly string[] = []): MadeVolunteer[] => makeVolunteers(file, bodies, today, taken);
const share = (people: readonly MadeVolunteer[], is: (one: MadeVolunteer) => boolean) => (people.filter(is).length * 100) / people.length;

describe('the demo’s volunteers', () => {
  const today = '2026-02-28';
  const people = made(today);

  it('are as many as the file says, with an address each and none of a name twice', () => {
    expect(people).toHaveLength(320);
    expect(new Set(people.map((one) => one.email)).size).toBe(320);
    expect(new Set(people.map((one) => one.name)).size).toBe(320);
    const first = people.find((one) => one.email === 'v001@demo.kepu')?.name ?? '';
    expect(made(today, [first]).map((one) => one.name)).not.toContain(first);
  });

  it('are the same at every start of a day', () => {
    expect(made(today)).toEqual(people);
    expect(made('2026-03-01')).not.toEqual(people);
  });

  it('are teachers, medical workers and students above all, in all twelve counties', () => {
    expect(Math.round(share(people, (one) => one.occupation === 'teacher'))).toBe(25);
    expect(Math.round(share(people, (one) => one.occupation === 'medical'))).toBe(20);
    expect(Math.round(share(people, (one) => one.occupation === 'university_student'))).toBe(25);
    expect(new Set(people.map((one) => one.countyCode)).size).toBe(12);
    expect(share(people, (one) => one.affiliation !== null)).toBeGreaterThan(85);
    for (const one of people) expect(one.availability).toMatch(/^[01]{21}$/);
    expect(share(people, (one) => one.availability.includes('1'))).toBeGreaterThan(60);
  });

  it('belong to a body of their own county, or to one of the city', () => {
    const places = new Map(bodies.affiliations.map((one) => [one.key, one.divisionCode]));
    const elsewhere = people.filter((one) => {
      const place = one.affiliation === null ? undefined : places.get(one.affiliation);
      return place !== undefined && place !== '330300' && !place.startsWith(one.countyCode);
    });
    expect(elsewhere).toEqual([]);
  });

  it.each(['2026-02-28', '2028-02-29', '2026-01-01', '2026-12-31'])('were of age when they registered, in the twelve months before %s', (day) => {
    const ages = made(day).map((one) => ({ on: shanghaiDay(new Date(one.registeredAt)), bornOn: one.bornOn }));
    const before = `${Number(day.slice(0, 4)) - 1}${day.slice(4)}`;
    for (const { on, bornOn } of ages) {
      expect(ageOn(bornOn, on)).toBeGreaterThanOrEqual(18);
      expect([on > before, on < day]).toEqual([true, true]);
    }
    const times = made(day).map((one) => one.registeredAt);
    expect(times).toEqual([...times].sort());
  });
});

describe('chance that can be repeated', () => {
  it('gives the same for the same seed, within its bounds, and every value in time', () => {
    const drawn = (seed: number) => { const random = randomOf(seed); return Array.from({ length: 500 }, () => random.between(3, 7)); };
    expect(drawn(1)).toEqual(drawn(1));
    expect(drawn(1)).not.toEqual(drawn(2));
    expect([...new Set(drawn(1))].sort()).toEqual([3, 4, 5, 6, 7]);
    const random = randomOf(9);
    const weights = Array.from({ length: 2000 }, () => random.weighted([{ name: 'often', weight: 90 }, { name: 'seldom', weight: 10 }]).name);
    expect(weights.filter((name) => name === 'seldom').length).toBeGreaterThan(120);
    expect(weights.filter((name) => name === 'seldom').length).toBeLessThan(280);
    expect(random.some([1, 2, 3, 4], 3)).toHaveLength(3);
    expect(random.some([1, 2], 5)).toEqual([1, 2]);
    expect(() => random.pick([])).toThrow(RangeError);
    expect([random.chance(0), random.chance(100)]).toEqual([false, true]);
  });
});
