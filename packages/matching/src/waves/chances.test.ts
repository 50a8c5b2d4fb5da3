import fc from 'fast-check';
import { chanceOfYes, YesCount } from './chances.js';

const nobody = { sent: 0, yes: 0 };

test('with nothing known of anybody, (yes + 1) ÷ (sent + 4); then everybody’s mean is the prior', () => {
  expect(chanceOfYes(nobody, nobody)).toBe(0.25);
  expect(chanceOfYes({ sent: 2, yes: 2 }, nobody)).toBe(0.5);
  expect(chanceOfYes(nobody, { sent: 96, yes: 9 })).toBe(0.1);
  expect(chanceOfYes({ sent: 4, yes: 4 }, { sent: 96, yes: 9 })).toBeCloseTo(0.55, 12);
  expect(chanceOfYes(null, { sent: 96, yes: 9 })).toBe(0.1);
});

test('it lies between 0 and 1, more yes is more likely, and own answers count ever more', () => {
  const answered = fc.record({ sent: fc.nat(50), share: fc.double({ min: 0, max: 1, noNaN: true }) }).map(({ sent, share }) => ({ sent, yes: Math.floor(share * sent) }));
  fc.assert(fc.property(answered, answered, (own, all) => {
    const chance = chanceOfYes(own, all);
    expect(chance).toBeGreaterThan(0);
    expect(chance).toBeLessThan(1);
    expect(chanceOfYes({ sent: own.sent + 1, yes: own.yes + 1 }, all)).toBeGreaterThan(chance);
    expect(chanceOfYes({ sent: own.sent + 1, yes: own.yes }, all)).toBeLessThan(chance);
  }));
});

test('enough yes is what counting all outcomes finds', () => {
  fc.assert(fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 9 }), fc.nat(5), (chances, places) => {
    const count = new YesCount(places);
    for (const chance of chances) count.ask(chance);
    let sum = 0;
    for (let bits = 0; bits < 1 << chances.length; bits++) {
      const yes = chances.filter((_, index) => (bits >> index) & 1).length;
      if (yes >= places) sum += chances.reduce((all, chance, index) => all * ((bits >> index) & 1 ? chance : 1 - chance), 1);
    }
    expect(count.enough()).toBeCloseTo(sum, 9);
  }));
});
