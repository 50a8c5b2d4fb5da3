import fc from 'fast-check';
import { keptSince, retentionRules } from './retention.js';

it.each([
  [{ days: 30 }, '2026-11-26T03:30:00.000Z', '2026-10-27T03:30:00.000Z'], [{ years: 3 }, '2026-11-26T03:30:00.000Z', '2023-11-26T03:30:00.000Z'], [{ years: 1 }, '2028-02-29T00:00:00.000Z', '2027-02-28T00:00:00.000Z'],
  [{ years: 4 }, '2028-02-29T00:00:00.000Z', '2024-02-29T00:00:00.000Z'],
] as const)('%j before %s is %s', (keep, now, since) => {
  expect(keptSince(keep, new Date(now))?.toISOString()).toBe(since);
});

it('never runs ahead, and keeps for good what has no end', () => {
  expect(keptSince(null, new Date())).toBeNull();
  fc.assert(fc.property(fc.date({ min: new Date('2020-01-01'), max: new Date('2060-01-01'), noInvalidDate: true }), fc.integer({ min: 1, max: 12 }), (now, count) => {
    for (const keep of [{ days: count }, { years: count }]) expect(keptSince(keep, now)?.getTime()).toBeLessThan(now.getTime());
  }));
});

it('keeps the trail, and lets no other rule touch it', () => {
  expect(retentionRules.filter(({ table }) => table === 'audit_entries').map(({ keep }) => keep)).toEqual([null]);
  expect(new Set(retentionRules.map(({ key }) => key)).size).toBe(retentionRules.length);
});
